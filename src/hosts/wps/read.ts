/** Reads a sheet in blocks: values at once, formulas, formats and merges only where WPS says that there are any. */
import { CellError, Mark, type CellValue } from "../../sheet/cell";
import { gridSheet } from "../../sheet/grid";
import type { ReadOptions } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import type { Merge, Sheet } from "../../sheet/sheet";
import { markOfFormat } from "../excel/values";
import { Visibility } from "./constants";
import { hiddenIn, mergesIn } from "./lines";
import type { WpsProgram, WpsWorksheet } from "./program";
import { formatsOf, heightOf, rangeOf, rowsOf, valuesOf, widthOf } from "./range";
import { filledArea } from "./used";
import { fromWps } from "./values";
import { needSheet, needWorkbook } from "./workbook";

/** Tens of thousands of rows handed over at once freeze the program. */
const BLOCK_ROWS = 2000;
const BLOCK_CELLS = 60_000;
/** Numbers that may be errors are looked at one by one; a sheet with more of them than this is full of errors. */
const MOST_LOOKS = 500;

export async function readSheet(program: WpsProgram, name: string, options: ReadOptions): Promise<Sheet> {
  throwIfAborted(options.signal);
  const workbook = needWorkbook(program);
  const sheet = needSheet(workbook, name);
  const hidden = sheet.Visible !== Visibility.visible;
  const date1904 = workbook.Date1904;
  const box = filledArea(program.application(), sheet);
  if (!box) return gridSheet(name, [], { hidden, date1904 });

  const grid = emptyGrid(box);
  const isError = errorTeller(sheet);
  const height = heightOf(box);
  const step = Math.max(1, Math.min(BLOCK_ROWS, Math.floor(BLOCK_CELLS / widthOf(box))));
  for (let top = box.top; top <= box.bottom; top += step) {
    throwIfAborted(options.signal);
    readBlock(sheet, { ...box, top, bottom: Math.min(top + step - 1, box.bottom) }, date1904, isError, grid);
    options.onProgress?.(Math.min(top + step, box.bottom + 1) - box.top, height);
    // The pane shows how far it is and hears 「取消」 only in between.
    if (top + step <= box.bottom) await breath();
  }
  const lines = hiddenIn(sheet, box);
  return gridSheet(name, grid.cells, {
    hidden,
    date1904,
    marks: grid.marks,
    merges: mergesIn(sheet, box),
    hiddenRows: lines.rows,
    hiddenColumns: lines.columns,
  });
}

interface Grid {
  readonly cells: CellValue[][];
  readonly marks: Map<number, Uint8Array>;
  readonly width: number;
}

function emptyGrid(box: Merge): Grid {
  return {
    cells: Array.from({ length: box.top - 1 }, () => []),
    marks: new Map(),
    width: box.right + 1,
  };
}

type ErrorTeller = (row: number, column: number, code: string) => boolean;

function readBlock(sheet: WpsWorksheet, block: Merge, date1904: boolean, isError: ErrorTeller, grid: Grid): void {
  const values = valuesOf(sheet, block);
  checkCorner(sheet, block, values);
  const formats = formatsIn(sheet, block, values);
  values.forEach((line, index) => {
    const row = block.top + index;
    const cells = new Array<CellValue>(block.left).fill(null);
    line.forEach((value, offset) => {
      const column = block.left + offset;
      const format = formats.get(column)?.get(row) ?? null;
      const cell = fromWps(value, format, date1904, (code) => isError(row, column, code));
      cells.push(cell);
      if (format === null || cell instanceof CellError) return;
      const bits = markOfFormat(format);
      if (bits !== 0) mark(grid, row, column, bits);
    });
    grid.cells.push(cells);
  });
  markFormulas(sheet, block, values, grid);
}

/** Some say that blocks come shifted by one: a cell read by itself shows whether they do. */
function checkCorner(sheet: WpsWorksheet, block: Merge, values: readonly (readonly unknown[])[]): void {
  const corner: Merge = { top: block.bottom, bottom: block.bottom, left: block.right, right: block.right };
  const alone = rangeOf(sheet, corner).Value2 ?? null;
  const inBlock = values.at(-1)?.at(-1) ?? null;
  if (alone !== inBlock && !Array.isArray(alone))
    throw new HostFailure("unreliable", rangeOf(sheet, corner).Address(false, false));
}

function formatsIn(
  sheet: WpsWorksheet,
  block: Merge,
  values: readonly (readonly unknown[])[],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const formats = new Map<number, ReadonlyMap<number, string>>();
  for (let column = block.left; column <= block.right; column++) {
    const isNumber = (row: number): boolean => typeof values[row - block.top]?.[column - block.left] === "number";
    if (!values.some((_, index) => isNumber(block.top + index))) continue;
    formats.set(column, formatsOf(sheet, column, block, isNumber));
  }
  return formats;
}

function markFormulas(sheet: WpsWorksheet, block: Merge, values: readonly (readonly unknown[])[], grid: Grid): void {
  const range = rangeOf(sheet, block);
  if (range.HasFormula === false) return;
  rowsOf(range.Formula, block).forEach((line, index) => {
    line.forEach((formula, offset) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return;
      // Text that merely begins with = is its own value.
      if (formula === values[index]?.[offset]) return;
      mark(grid, block.top + index, block.left + offset, Mark.formula);
    });
  });
}

function mark(grid: Grid, row: number, column: number, bit: number): void {
  let line = grid.marks.get(row);
  if (!line) grid.marks.set(row, (line = new Uint8Array(grid.width)));
  line[column] = (line[column] ?? 0) | bit;
}

/** An amount may happen to be an error's number: what the cell shows tells them apart, unless its column is too narrow. */
function errorTeller(sheet: WpsWorksheet): ErrorTeller {
  let looks = 0;
  return (row, column, code) => {
    if (looks++ >= MOST_LOOKS) return true;
    const shown = rangeOf(sheet, { top: row, bottom: row, left: column, right: column }).Text;
    return typeof shown !== "string" || shown === code || /^#+$/.test(shown);
  };
}

function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HostFailure("aborted", "");
}
