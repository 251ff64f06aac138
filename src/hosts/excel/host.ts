/**
 * The door to Excel, over Office.js: blocks of rows, one sync a block, nothing kept between calls.
 * Works from ExcelApi 1.14 (LTSC 2021); what a build lacks is a `can(…)` that says no.
 */
import type { Ability, Host, ReadOptions } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import { plainAddress } from "./areas";
import { hostFailure } from "./failure";
import { clearMarks, mark } from "./marks";
import { readNote, writeNote } from "./notes";
import { readSheet, type MergeMemory } from "./read";
import { addSheet } from "./sheets";
import { watch } from "./watch";
import { write, writeFormula } from "./write";

export interface ExcelOptions {
  readonly supports: (set: string, version: string) => boolean;
  /** How long a read waits for Excel's next answer, in milliseconds. */
  readonly patience?: number;
}

/** A block takes a second or two; an Excel that is gone or stands before a dialog answers no more. */
const PATIENCE_MS = 60_000;

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
      whileAnswered(options, patience, (heard) =>
        reading((context) => readSheet(context, sheet, heard, merges, supports)),
      ),
    write: (edits) => write(edits),
    writeFormula: (place, formula, over) => writeFormula(place, formula, over),
    goTo: ({ sheet, at }) =>
      onCommand(async (context) => {
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
      }),
    selection: () =>
      reading(async (context) => {
        const range = context.workbook.getActiveCell();
        range.load("address");
        range.worksheet.load("name");
        await context.sync();
        return { sheet: range.worksheet.name, at: plainAddress(range.address) };
      }),
    watch: (listener) => watch(listener, merges),
    addSheet: (sheet) => onCommand((context) => addSheet(context, sheet)),
    mark: (places) => onCommand((context) => mark(context, places)),
    clearMarks: () => onCommand((context) => clearMarks(context)),
    readNote: (key) => reading((context) => readNote(context, key)),
    writeNote: (key, text) => onCommand((context) => writeNote(context, key, text)),
  };
}

/** office.js waits for ever for an Excel that is gone: a read ends when nobody wants it any more, and when no block has come for long. */
function whileAnswered<T>(
  { onProgress, signal }: ReadOptions,
  patience: number,
  work: (options: ReadOptions) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new HostFailure("busy", "no answer"));
    const abort = (): void => reject(new HostFailure("aborted", ""));
    let timer = setTimeout(giveUp, patience);
    signal?.addEventListener("abort", abort);
    const heard: ReadOptions = {
      ...(signal ? { signal } : {}),
      onProgress: (read, of) => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, patience);
        onProgress?.(read, of);
      },
    };
    void work(heard)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      });
  });
}

/** Whatever goes wrong comes out as a HostFailure, which the pane has a sentence for. */
async function reading<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw hostFailure(error);
  }
}

/** A command of the user's waits until a cell that is being edited is left. */
async function onCommand<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw hostFailure(error);
  }
}
