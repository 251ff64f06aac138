/**
 * The door to WPS's spreadsheets: a synchronous object model, one call into another process a member, no sync and no
 * taking back. What a build lacks is a `can(…)` that says no.
 */
import type { Ability, Host } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import { hostFailure } from "./failure";
import { clearMarks, mark } from "./marks";
import { readNotes, writeNotes } from "./notes";
import { findWps, type WpsApplication, type WpsProgram } from "./program";
import { ownWrites } from "./quiet";
import { readSheet } from "./read";
import { addSheet } from "./sheets";
import { watch } from "./watch";
import { needSheet, needWorkbook, sheetInfos } from "./workbook";
import { write, writeFormula, type FormatMemory } from "./write";

export { findWps, type WpsGlobals, type WpsProgram, type WpsShell, type WpsTaskPane } from "./program";

export { recalculate } from "./recalculate";

export interface WpsOptions {
  /** What WPS has put into the page, as `findWps` finds it. */
  readonly program?: WpsProgram | null;
  /** Hides the pane that this page stands in; absent where the page is no pane. */
  readonly closePane?: () => void;
}

/** Throws outside WPS. */
export function wpsHost({ program = findWps(), closePane }: WpsOptions = {}): Host {
  if (!program) throw new HostFailure("failed", "no WPS");
  const { application } = program;
  const own = ownWrites();
  const formats: FormatMemory = new Map();
  /** Whatever goes wrong comes out as a HostFailure, and always as a rejection. */
  const doing = async <T>(work: (application: WpsApplication) => T | Promise<T>): Promise<T> => {
    try {
      return await work(application());
    } catch (error) {
      throw hostFailure(error);
    }
  };
  const quietly = <T>(work: (application: WpsApplication) => T): Promise<T> =>
    doing((running) => own.quietly(running, () => work(running)));

  return {
    can: (ability) => (ability === "closePane" ? closePane !== undefined : isAble(program, ability)),
    fileName: () => doing(() => needWorkbook(program).Name || null),
    sheets: () => doing(() => sheetInfos(needWorkbook(program))),
    activeSheet: () => doing(() => needWorkbook(program).ActiveSheet.Name),
    read: (sheet, options) => doing(() => readSheet(program, sheet, options ?? {})),
    write: (edits) => Promise.resolve(write(program, edits, own, formats)),
    writeFormula: (place, formula, over) => Promise.resolve(writeFormula(program, place, formula, over, own)),
    goTo: ({ sheet, at }) =>
      quietly(() => {
        const target = needSheet(needWorkbook(program), sheet);
        target.Activate();
        target.Range(at).Select();
      }),
    selection: () =>
      doing(({ ActiveCell, ActiveSheet }) =>
        ActiveCell ? { sheet: ActiveSheet.Name, at: ActiveCell.Address(false, false) } : null,
      ),
    watch: (listener) => {
      const events = program.shell("ApiEvent");
      return events ? watch(events, listener, own) : () => undefined;
    },
    addSheet: (sheet) => quietly((running) => addSheet(running, needWorkbook(program), sheet)),
    mark: (places) => quietly(() => mark(needWorkbook(program), places)),
    clearMarks: () => quietly(() => clearMarks(needWorkbook(program))),
    readNote: (key) => doing(() => readNotes(needWorkbook(program)).get(key) ?? null),
    writeNote: (key, text) =>
      quietly((running) => {
        const workbook = needWorkbook(program);
        const notes = readNotes(workbook);
        if (text === null) notes.delete(key);
        else notes.set(key, text);
        writeNotes(running, workbook, notes);
      }),
    ...(closePane ? { closePane: () => Promise.resolve(closePane()) } : {}),
  };
}

/** Asked of the objects themselves: versions and names say nothing that holds. */
function isAble(program: WpsProgram, ability: Ability): boolean {
  try {
    return ABLE[ability](program);
  } catch {
    return false;
  }
}

const ABLE: Readonly<Record<Ability, (program: WpsProgram) => boolean>> = {
  watch: ({ shell }) => typeof shell("ApiEvent")?.AddApiEventListener === "function",
  goTo: ({ application }) => typeof application().ActiveSheet.Activate === "function",
  selection: ({ application }) => application().ActiveCell !== undefined,
  mark: ({ application }) => typeof application().ActiveSheet.Range("A1").AddComment === "function",
  addSheet: (program) => typeof needWorkbook(program).Worksheets.Add === "function",
  notes: (program) => typeof needWorkbook(program).Worksheets.Add === "function",
  functions: ({ shell }) => typeof shell("AddCustomFunction") === "function",
  closePane: () => false,
};
