/** Goes to cells: to what was chosen, from one finding to the next, and back to the grid. */
import type { CellPlace, Host } from "../src/sheet/host";
import { filterItems, groupItems, placeOf, stepFrom, walkOf, type Item } from "./items";
import type { Machine } from "./machine";
import type { Notice } from "./state";

export interface Going {
  readonly jump: (place: CellPlace) => Promise<void>;
  readonly goTo: (item: Item) => Promise<void>;
  /** Chooses it besides. */
  readonly open: (item: Item) => Promise<void>;
  readonly step: (direction: 1 | -1) => Promise<void>;
  readonly returnToGrid: () => Promise<void>;
  /** Null where nothing is selected, or the host does not say what. */
  readonly selectedRow: () => Promise<number | null>;
}

export function going(host: Host, { state, dispatch }: Machine): Going {
  /** Of several on the heels of each other only the last may try again. */
  let jumps = 0;

  const selection = (): Promise<CellPlace | null> => (host.can("selection") ? host.selection() : Promise.resolve(null));

  async function jump(place: CellPlace): Promise<void> {
    const turn = ++jumps;
    const arrived = await arrive(host, place, () => turn === jumps);
    if (!arrived && turn === jumps) dispatch({ do: "say", notice: { is: "cannotGo" } });
  }

  async function goTo(item: Item): Promise<void> {
    const place = placeOf(item);
    if (place) await jump(place);
  }

  async function open(item: Item): Promise<void> {
    dispatch({ do: "choose", item });
    await goTo(item);
  }

  return {
    jump,
    goTo,
    open,
    async step(direction) {
      const { checked, filter, notes, chosen } = state();
      if (!checked) return;
      const active = await selection();
      const sheet = active?.sheet ?? chosen?.finding.sheet ?? checked.activeSheet;
      const groups = groupItems(filterItems(checked.items, filter), notes.groupBy);
      const next = stepFrom(walkOf(groups, sheet), direction, chosen, active);
      if (next) await open(next);
      else {
        const items = groups.flatMap((group) => group.items);
        dispatch({ do: "say", notice: endNotice(items, sheet, direction) });
      }
    },
    async returnToGrid() {
      if (!host.can("goTo")) return;
      const active = await selection();
      if (active) await host.goTo(active);
    },
    async selectedRow() {
      const row = /\d+$/.exec((await selection())?.at ?? "");
      return row ? Number(row[0]) : null;
    },
  };
}

/** Goes, looks whether the cell is selected, and goes once more if not: selecting across sheets is unreliable in Excel. */
async function arrive(host: Host, place: CellPlace, isLatest: () => boolean): Promise<boolean> {
  if (!host.can("goTo")) return true;
  for (let attempt = 0; attempt < 2 && isLatest(); attempt++) {
    try {
      await host.goTo(place);
      if (!host.can("selection")) return true;
      const active = await host.selection();
      if (active?.sheet === place.sheet && isAt(active.at, place.at)) return true;
    } catch {
      // A hidden sheet, or a cell that is being edited: once more, then it is said.
    }
  }
  return false;
}

/** A merged cell is selected as an area that begins with it. */
function isAt(selected: string, at: string): boolean {
  return selected === at || selected.startsWith(at + ":");
}

function endNotice(items: readonly Item[], sheet: string, direction: 1 | -1): Notice {
  if (direction === -1) return { is: "startOfSheet" };
  const sheets = [...new Set(items.map((item) => item.finding.sheet))];
  const following = sheets[sheets.indexOf(sheet) + 1] ?? null;
  return {
    is: "endOfSheet",
    next: items.find((item) => following !== null && item.finding.sheet === following) ?? null,
  };
}
