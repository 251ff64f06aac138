/** What the pane does to the world: reads and checks the workbook, goes to cells, writes accepted edits, keeps notes. */
import type { Waiver } from "../src/findings/check";
import type { Baseline } from "../src/ledger/baseline";
import type { SheetChoices } from "../src/report/run";
import type { Edit } from "../src/sheet/edit";
import type { Ability, CellPlace, Host, HostChange, NewSheet } from "../src/sheet/host";
import { HostFailure } from "../src/sheet/hostFailure";
import { hostFailureSentence } from "../src/words/hostFailure";
import type { Locale } from "../src/words/say";
import { filterItems, groupItems, markPlaces, placeOf, stepFrom, walkOf, type Item } from "./items";
import type * as Engine from "./engine/engine";
import type { Machine } from "./machine";
import type { Notes } from "./notes";
import { Cancelled } from "./slices";
import type { Notice, Starter, Work } from "./state";

/** After a change; long enough for the next key of a clerk who types on. */
const QUIET_MS = 300;
/** A short re-check shows no progress at all: what flickers disturbs. */
const SHOW_PROGRESS_AFTER_MS = 150;
const PROGRESS_EVERY_MS = 100;
const NOT_BEGUN: Work = { is: "checking", rows: 0, of: null, found: null };

export interface Effects {
  /** Ends when the pane is taken away; what it began elsewhere ends with it. */
  readonly life: AbortSignal;
  /** Reads the notes and begins to watch; returns the way to stop everything. */
  readonly start: (options: { checkAtOnce: boolean }) => () => void;
  readonly check: () => void;
  readonly cancel: () => void;
  readonly judgeAsOf: (day: string) => void;
  readonly open: (item: Item) => void;
  readonly goTo: (item: Item) => void;
  readonly jump: (place: CellPlace) => void;
  readonly step: (step: 1 | -1) => void;
  readonly returnToGrid: () => void;
  readonly write: (edits: readonly Edit[]) => void;
  readonly undo: () => void;
  readonly selectedRow: () => Promise<number | null>;
  readonly groupBy: (groupBy: Notes["groupBy"]) => void;
  readonly settle: (sheet: string, change: (choices: SheetChoices) => SheetChoices) => void;
  readonly waive: (waiver: Waiver) => void;
  readonly withdraw: (id: string) => void;
  /** What the program that shows the sheet can do. */
  readonly can: (ability: Ability) => boolean;
  readonly addSheet: (sheet: NewSheet) => void;
  readonly openSheet: (sheet: string) => void;
  /** Adds the policy as sheets of the workbook's own; from then on they are what judges. */
  readonly ownPolicy: (sheets: readonly NewSheet[]) => void;
  /** Adds a ledger to try or a form to fill in, goes there and checks. */
  readonly begin: (starter: Starter) => void;
  /** Keeps what stands now as the last submission. */
  readonly markSubmitted: () => void;
  /** Puts another submission, or none, in its place. */
  readonly putSubmission: (baseline: Baseline | null) => void;
  readonly mark: () => void;
  readonly clearMarks: () => void;
  readonly closePane: () => void;
}

/** Reader, rules and policies: the greater part of the pane, fetched while its frame is already there. */
const engine = (): Promise<typeof Engine> => import("./engine/engine");

export function paneEffects(host: Host, machine: Machine, clock: () => Date): Effects {
  const { state, dispatch } = machine;
  const life = new AbortController();
  let running: AbortController | null = null;
  /** Of several on the heels of each other only the last may try again. */
  let jumps = 0;
  let quiet: ReturnType<typeof setTimeout> | null = null;

  async function check(): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const isFirst = state().checked === null;
    const showProgress = progressTeller(clock, isFirst, (work) => {
      if (running === controller) dispatch({ do: "work", work });
    });
    try {
      const { checkWorkbook } = await engine();
      const { asOf, notes } = state();
      const asked = { asOf, notes, clock, signal: controller.signal, showProgress };
      const checked = await checkWorkbook(host, asked);
      if (running === controller) dispatch({ do: "checked", checked });
    } catch (error) {
      // Whoever started anew tells how it went.
      if (running === controller)
        dispatch({ do: "stopped", notice: stopNotice(error, controller.signal, state().locale) });
    } finally {
      if (running === controller) running = null;
    }
  }

  function checkSoon(): void {
    if (quiet !== null) clearTimeout(quiet);
    quiet = setTimeout(() => void check(), QUIET_MS);
  }

  async function hear(change: HostChange): Promise<void> {
    dispatch({ do: "changed", changes: [change] });
    // Without a sheet's name it may be another workbook, which brings its own notes.
    if (change.sheet === null) dispatch({ do: "note", notes: await (await engine()).readNotes(host) });
    if (state().checked !== null || running !== null) checkSoon();
  }

  async function begin(checkAtOnce: boolean): Promise<void> {
    // Said before anything is fetched: what would have to be pressed must not stand there for a moment.
    if (checkAtOnce) dispatch({ do: "work", work: NOT_BEGUN });
    try {
      dispatch({ do: "note", notes: await (await engine()).readNotes(host) });
    } catch {
      // A ledger can be checked without what was noted of it.
      dispatch({ do: "say", notice: { is: "notKept" } });
    }
    if (checkAtOnce) await check();
  }

  async function goTo(item: Item): Promise<void> {
    const place = placeOf(item);
    if (place) await jump(place);
  }

  async function jump(place: CellPlace): Promise<void> {
    const turn = ++jumps;
    const arrived = await arrive(host, place, () => turn === jumps);
    if (!arrived && turn === jumps) dispatch({ do: "say", notice: { is: "cannotGo" } });
  }

  async function open(item: Item): Promise<void> {
    dispatch({ do: "choose", item });
    await goTo(item);
  }

  async function step(direction: 1 | -1): Promise<void> {
    const { checked, filter, notes, chosen } = state();
    if (!checked) return;
    const active = host.can("selection") ? await host.selection() : null;
    const sheet = active?.sheet ?? chosen?.finding.sheet ?? checked.activeSheet;
    const groups = groupItems(filterItems(checked.items, filter), notes.groupBy);
    const next = stepFrom(walkOf(groups, sheet), direction, chosen, active);
    if (next) await open(next);
    else
      dispatch({
        do: "say",
        notice: endNotice(
          groups.flatMap((group) => group.items),
          sheet,
          direction,
        ),
      });
  }

  async function returnToGrid(): Promise<void> {
    if (!host.can("goTo") || !host.can("selection")) return;
    const active = await host.selection();
    if (active) await host.goTo(active);
  }

  async function write(edits: readonly Edit[]): Promise<boolean> {
    const outcome = await host.write(edits);
    if (!outcome.written) {
      dispatch({ do: "say", notice: { is: "notWritten", reason: outcome.reason, at: outcome.at } });
      if (outcome.reason === "changed") checkSoon();
    }
    return outcome.written;
  }

  async function mend(edits: readonly Edit[]): Promise<void> {
    if (!(await write(edits))) return;
    dispatch({ do: "wrote", written: { edits } });
    await check();
  }

  async function undo(): Promise<void> {
    const { written } = state();
    const last = written[written.length - 1];
    if (!last || !(await write(last.edits.map(reversed).reverse()))) return;
    dispatch({ do: "undid" });
    await check();
  }

  async function keep(change: (notes: Notes) => Notes): Promise<void> {
    const before = state().notes;
    const after = change(before);
    dispatch({ do: "note", notes: after });
    try {
      await (await engine()).writeNotes(host, before, after);
    } catch {
      dispatch({ do: "say", notice: { is: "notKept" } });
    }
  }

  async function addSheet(sheet: NewSheet): Promise<void> {
    const name = await host.addSheet(sheet);
    await keep((notes) => ({ ...notes, made: [...notes.made, name] }));
    dispatch({ do: "say", notice: { is: "sheetAdded", name } });
  }

  async function ownPolicy(sheets: readonly NewSheet[]): Promise<void> {
    for (const sheet of sheets) await host.addSheet(sheet);
    await check();
    dispatch({ do: "say", notice: { is: "policyAdded", count: sheets.length } });
  }

  async function beginWith(starter: Starter): Promise<void> {
    const { starterSheet } = await import("./start/starterSheets");
    const name = await host.addSheet(starterSheet(starter, state().asOf));
    await jump({ sheet: name, at: "A1" });
    await check();
    dispatch({ do: "say", notice: { is: starter === "example" ? "exampleAdded" : "templateAdded", name } });
  }

  async function markSubmitted(): Promise<void> {
    const { checked, notes } = state();
    if (!checked) return;
    const { ledgers, result, options } = checked.run;
    const baseline = (await engine()).makeBaseline(ledgers, result, options.asOf);
    await keepAndCheck((before) => ({ ...before, baseline }));
    const notice = {
      is: "submitted",
      day: baseline.asOf,
      count: baseline.findings.length,
      before: notes.baseline,
    } as const;
    dispatch({ do: "say", notice });
  }

  async function putSubmission(baseline: Baseline | null): Promise<void> {
    const before = state().notes.baseline;
    await keepAndCheck((notes) => ({ ...notes, baseline }));
    dispatch({ do: "say", notice: baseline || !before ? null : { is: "submissionForgotten", before } });
  }

  async function mark(): Promise<void> {
    const { checked, locale } = state();
    const places = markPlaces(checked?.items ?? [], locale);
    // Marks of an earlier check say what no longer holds.
    await host.clearMarks();
    await host.mark(places);
    dispatch({ do: "say", notice: { is: "marked", count: places.length } });
  }

  async function clearMarks(): Promise<void> {
    await host.clearMarks();
    dispatch({ do: "say", notice: { is: "marksCleared" } });
  }

  async function keepAndCheck(change: (notes: Notes) => Notes): Promise<void> {
    await keep(change);
    await check();
  }

  /** Whatever the host refuses is said, never lost as an unhandled rejection. */
  function tell(done: Promise<void>): void {
    done.catch((error: unknown) => {
      dispatch({ do: "stopped", notice: { is: "failed", message: messageOf(error, state().locale) } });
    });
  }

  return {
    life: life.signal,
    start({ checkAtOnce }) {
      tell(begin(checkAtOnce));
      const stopWatching = host.can("watch") ? host.watch((change) => tell(hear(change))) : () => undefined;
      return () => {
        stopWatching();
        if (quiet !== null) clearTimeout(quiet);
        running?.abort();
        running = null;
        life.abort();
      };
    },
    check: () => tell(check()),
    cancel: () => running?.abort(),
    judgeAsOf(day) {
      dispatch({ do: "judgeAsOf", day });
      tell(check());
    },
    open: (item) => tell(open(item)),
    goTo: (item) => tell(goTo(item)),
    jump: (place) => tell(jump(place)),
    step: (direction) => tell(step(direction)),
    returnToGrid: () => tell(returnToGrid()),
    write: (edits) => tell(mend(edits)),
    undo: () => tell(undo()),
    async selectedRow() {
      const active = host.can("selection") ? await host.selection() : null;
      const row = /\d+$/.exec(active?.at ?? "");
      return row ? Number(row[0]) : null;
    },
    groupBy: (groupBy) => tell(keep((notes) => ({ ...notes, groupBy }))),
    settle: (sheet, change) =>
      tell(
        keepAndCheck((notes) => ({
          ...notes,
          choices: { ...notes.choices, [sheet]: change(notes.choices[sheet] ?? {}) },
        })),
      ),
    waive(waiver) {
      dispatch({ do: "lay", sheetlet: null });
      tell(
        keepAndCheck((notes) => ({
          ...notes,
          waivedBy: waiver.by,
          waivers: [...notes.waivers.filter(({ id }) => id !== waiver.id), waiver],
        })),
      );
    },
    can: (ability) => host.can(ability),
    addSheet: (sheet) => tell(addSheet(sheet)),
    openSheet: (sheet) => tell(jump({ sheet, at: "A1" })),
    ownPolicy: (sheets) => tell(ownPolicy(sheets)),
    begin: (starter) => tell(beginWith(starter)),
    markSubmitted: () => tell(markSubmitted()),
    putSubmission: (baseline) => tell(putSubmission(baseline)),
    mark: () => tell(mark()),
    clearMarks: () => tell(clearMarks()),
    closePane: () => tell(host.closePane?.() ?? Promise.resolve()),
    withdraw: (id) =>
      tell(keepAndCheck((notes) => ({ ...notes, waivers: notes.waivers.filter((waiver) => waiver.id !== id) }))),
  };
}

function progressTeller(clock: () => Date, isFirst: boolean, show: (work: Work) => void): (work: Work) => void {
  let next = clock().getTime() + SHOW_PROGRESS_AFTER_MS;
  if (isFirst) show(NOT_BEGUN);
  return (work) => {
    const now = clock().getTime();
    if (now < next) return;
    next = now + PROGRESS_EVERY_MS;
    show(work);
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

function stopNotice(error: unknown, signal: AbortSignal, locale: Locale): Notice {
  if (signal.aborted || error instanceof Cancelled) return { is: "cancelled" };
  return { is: "failed", message: messageOf(error, locale) };
}

function messageOf(error: unknown, locale: Locale): string {
  if (error instanceof HostFailure) return hostFailureSentence(error, locale);
  return error instanceof Error ? error.message : String(error);
}

function reversed({ sheet, at, was, put }: Edit): Edit {
  return { sheet, at, was: put, put: was };
}
