/** What the pane does to the world: reads and checks the workbook, goes to cells, writes accepted edits, keeps notes. */
import type { Waiver } from "../src/findings/check";
import type { Baseline } from "../src/ledger/baseline";
import type { SheetChoices } from "../src/report/run";
import type { Edit } from "../src/sheet/edit";
import type { Ability, CellPlace, Host, HostChange, NewSheet } from "../src/sheet/host";
import { checking, NOT_BEGUN } from "./checking";
import type * as Engine from "./engine/engine";
import { failureMessage } from "./failureMessage";
import { going } from "./going";
import { NO_HAND, type Hand } from "./hand";
import { markPlaces, type Item } from "./items";
import type { Machine } from "./machine";
import { noteKeeper, type NotesChange } from "./noteKeeper";
import type { Notes } from "./notes";
import type { Starter } from "./state";

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
  readonly addSheets: (sheets: readonly NewSheet[]) => void;
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

export function paneEffects(host: Host, machine: Machine, clock: () => Date, hand: Hand = NO_HAND): Effects {
  const { state, dispatch } = machine;
  const life = new AbortController();
  const { check, checkSoon, isChecking, cancel, end } = checking(host, machine, { clock, engine, hand });
  const { jump, goTo, open, step, returnToGrid, selectedRow } = going(host, machine);
  const notes = noteKeeper(host, machine, engine);

  async function hear(change: HostChange): Promise<void> {
    dispatch({ do: "changed", changes: [change] });
    // Something else is in front: it may be another workbook, which brings its own notes.
    if (change.sheet === null && change.at === null) await readNotes();
    if (state().checked !== null || isChecking()) checkSoon();
  }

  async function begin(checkAtOnce: boolean): Promise<void> {
    // Said before anything is fetched: what would have to be pressed must not stand there for a moment.
    if (checkAtOnce) dispatch({ do: "work", work: NOT_BEGUN });
    await readNotes();
    if (checkAtOnce) await check();
  }

  async function readNotes(): Promise<void> {
    if (!(await notes.read())) dispatch({ do: "say", notice: { is: "notKept" } });
  }

  /** False where the workbook did not take it, which is said: nothing said afterwards may hide it. */
  async function keep(change: NotesChange): Promise<boolean> {
    const isKept = await notes.keep(change);
    if (!isKept) dispatch({ do: "say", notice: { is: "notKept" } });
    return isKept;
  }

  async function keepAndCheck(change: NotesChange): Promise<boolean> {
    const isKept = await keep(change);
    await check();
    return isKept;
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

  /** Each is kept in mind as soon as it stands: where one cannot be added, the others are not taken for ledgers. */
  async function addSheets(sheets: readonly NewSheet[]): Promise<void> {
    const names: string[] = [];
    for (const sheet of sheets) {
      const name = await host.addSheet(sheet);
      if (!(await keep((before) => ({ ...before, made: [...before.made, name] })))) return;
      names.push(name);
    }
    const [first, ...others] = names;
    if (first !== undefined) dispatch({ do: "say", notice: { is: "sheetsAdded", names: [first, ...others] } });
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
    const { checked, notes: before } = state();
    if (!checked) return;
    const { ledgers, result, options } = checked.run;
    const baseline = (await engine()).makeBaseline(ledgers, result, options.asOf);
    if (!(await keepAndCheck((kept) => ({ ...kept, baseline })))) return;
    const count = baseline.findings.length;
    dispatch({ do: "say", notice: { is: "submitted", day: baseline.asOf, count, before: before.baseline } });
  }

  async function putSubmission(baseline: Baseline | null): Promise<void> {
    const before = state().notes.baseline;
    if (!(await keepAndCheck((kept) => ({ ...kept, baseline })))) return;
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

  /** Whatever the host refuses is said, never lost as an unhandled rejection. */
  function tell(done: Promise<unknown>): void {
    done.catch((error: unknown) => {
      dispatch({ do: "stopped", notice: { is: "failed", message: failureMessage(error, state().locale) } });
    });
  }

  return {
    life: life.signal,
    start({ checkAtOnce }) {
      tell(begin(checkAtOnce));
      const stopWatching = host.can("watch") ? host.watch((change) => tell(hear(change))) : () => undefined;
      return () => {
        stopWatching();
        end();
        life.abort();
      };
    },
    check: () => tell(check()),
    cancel,
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
      const row = selectedRow();
      tell(row);
      return row.catch(() => null);
    },
    groupBy: (groupBy) => tell(keep((before) => ({ ...before, groupBy }))),
    settle: (sheet, change) =>
      tell(
        keepAndCheck((before) => ({
          ...before,
          choices: { ...before.choices, [sheet]: change(before.choices[sheet] ?? {}) },
        })),
      ),
    waive(waiver) {
      dispatch({ do: "lay", sheetlet: null });
      tell(
        keepAndCheck((before) => ({
          ...before,
          waivedBy: waiver.by,
          waivers: [...before.waivers.filter(({ id }) => id !== waiver.id), waiver],
        })),
      );
    },
    can: (ability) => host.can(ability),
    addSheet: (sheet) => tell(addSheets([sheet])),
    addSheets: (sheets) => tell(addSheets(sheets)),
    openSheet: (sheet) => tell(jump({ sheet, at: "A1" })),
    ownPolicy: (sheets) => tell(ownPolicy(sheets)),
    begin: (starter) => tell(beginWith(starter)),
    markSubmitted: () => tell(markSubmitted()),
    putSubmission: (baseline) => tell(putSubmission(baseline)),
    mark: () => tell(mark()),
    clearMarks: () => tell(clearMarks()),
    closePane: () => tell(host.closePane?.() ?? Promise.resolve()),
    withdraw: (id) =>
      tell(keepAndCheck((before) => ({ ...before, waivers: before.waivers.filter((waiver) => waiver.id !== id) }))),
  };
}

function reversed({ sheet, at, was, put }: Edit): Edit {
  return { sheet, at, was: put, put: was };
}
