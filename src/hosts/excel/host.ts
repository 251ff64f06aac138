/**
 * The door to Excel, over Office.js: blocks of rows, one sync a block, nothing kept between calls.
 * Works from ExcelApi 1.14 (LTSC 2021); what a build lacks is a `can(…)` that says no.
 */
import type { Ability, CellPlace, Host } from "../../sheet/host";
import { plainAddress } from "./areas";
import { converse } from "./conversation";
import { clearMarks, mark } from "./marks";
import { readNote, writeNote } from "./notes";
import { readSheet, type MergeMemory } from "./read";
import { addSheet } from "./sheets";
import { ownActs, watch } from "./watch";
import { write, writeFormula } from "./write";

export interface ExcelOptions {
  readonly supports: (set: string, version: string) => boolean;
  /** How long Excel may take for one answer, in milliseconds. */
  readonly patience?: number;
}

/** A block takes a second or two; an Excel that is gone or stands before a dialog answers no more. */
const PATIENCE_MS = 60_000;

type Work<T> = (context: Excel.RequestContext) => Promise<T>;

const NEEDS: Partial<Record<Ability, string>> = {
  watch: "1.9",
  goTo: "1.7",
  selection: "1.1",
  mark: "1.9",
  addSheet: "1.7",
  notes: "1.5",
};

export function excelHost({ supports, patience = PATIENCE_MS }: ExcelOptions): Host {
  const merges: MergeMemory = new Map();
  const writes = ownActs();
  const jumps = ownActs();
  const reading = <T>(work: Work<T>, signal?: AbortSignal): Promise<T> => converse({ patience, signal }, work);
  const onCommand = <T>(work: Work<T>): Promise<T> => converse({ patience, waitsForEdit: true }, work);
  return {
    can(ability) {
      if (ability === "functions") return supports("CustomFunctionsRuntime", "1.1");
      const version = NEEDS[ability];
      return version !== undefined && supports("ExcelApi", version);
    },
    fileName: () =>
      reading(async (context) => {
        context.workbook.load("name");
        await context.sync();
        return context.workbook.name === "" ? null : context.workbook.name;
      }),
    sheets: () =>
      reading(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/name,items/visibility");
        await context.sync();
        return worksheets.items.map(({ name, visibility }) => ({ name, hidden: visibility !== "Visible" }));
      }),
    activeSheet: () =>
      reading(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.load("name");
        await context.sync();
        return sheet.name;
      }),
    read: (sheet, options = {}) =>
      reading((context) => readSheet(context, sheet, options, merges, supports), options.signal),
    write: (edits) => write(edits, { patience, writes }),
    writeFormula: (place, formula, over) => writeFormula(place, formula, { over, patience, writes }),
    goTo: (place) => jumps.silently(() => onCommand((context) => goTo(context, place))),
    selection: () =>
      reading(async (context) => {
        const range = context.workbook.getActiveCell();
        range.load("address");
        range.worksheet.load("name");
        await context.sync();
        return { sheet: range.worksheet.name, at: plainAddress(range.address) };
      }),
    watch: (listener) => watch(listener, { merges, writes, jumps }),
    addSheet: (sheet) => onCommand((context) => addSheet(context, sheet)),
    mark: (places) => onCommand((context) => mark(context, places)),
    clearMarks: () => onCommand((context) => clearMarks(context)),
    readNote: (key) => reading((context) => readNote(context, key)),
    writeNote: (key, text) => onCommand((context) => writeNote(context, key, text)),
  };
}

async function goTo(context: Excel.RequestContext, { sheet, at }: CellPlace): Promise<void> {
  const target = context.workbook.worksheets.getItem(sheet);
  // Two syncs: across sheets a selection made together with the activation is sometimes lost.
  target.activate();
  await context.sync();
  for (let attempt = 0; attempt < 2; attempt++) {
    target.getRange(at).select();
    const selected = context.workbook.getSelectedRange();
    selected.load("address");
    await context.sync();
    if (plainAddress(selected.address) === at) return;
  }
}
