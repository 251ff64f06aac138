/** Reads a sheet in blocks: values first, number formats only of columns that hold numbers, one sync a block. */
import { Mark, type CellValue } from "../../sheet/cell";
import type { ReadOptions } from "../../sheet/host";
import { gridSheet } from "../../sheet/grid";
import { HostFailure } from "../../sheet/hostFailure";
import type { Merge, Sheet } from "../../sheet/sheet";
import { hiddenLines, parseAreas } from "./areas";
import { fromExcel, markOfFormat } from "./values";

/** Above this Excel answers null instead of values, without an error. */
const MOST_CELLS = 5_000_000;
const BLOCK_ROWS = 2000;
const BLOCK_CELLS = 80_000;

/** Merges by sheet, as the last explicit look found them: asking Excel for them empties its undo list on older builds. */
export type MergeMemory = Map<string, readonly Merge[]>;

type Supports = (set: string, version: string) => boolean;

export async function readSheet(
  context: Excel.RequestContext,
  name: string,
  options: ReadOptions,
  merges: MergeMemory,
  supports: Supports,
): Promise<Sheet> {
  throwIfAborted(options.signal);
  const sheet = context.workbook.worksheets.getItem(name);
  const remembered = merges.get(name);
  const probe = probeSheet(sheet, remembered === undefined && supports("ExcelApi", "1.13"));
  await context.sync();
  if (probe.used.isNullObject) return gridSheet(name, []);
  // At once: where rows move while the cells are still being read, what was found of merges is forgotten again.
  const found = probe.merged ? mergesOf(probe.merged) : (remembered ?? []);
  if (probe.merged) merges.set(name, found);

  const { rowIndex, columnIndex, rowCount, columnCount } = probe.used;
  if (rowCount * columnCount > MOST_CELLS)
    throw new HostFailure("tooLarge", `${String(rowCount)} × ${String(columnCount)}`);
  const box: Merge = {
    top: rowIndex + 1,
    left: columnIndex,
    bottom: rowIndex + rowCount,
    right: columnIndex + columnCount - 1,
  };

  const columns = new Map<number, string[]>();
  const rows = await readBlocks(context, sheet, box, columns, options);
  const hidden = probe.visible.isNullObject
    ? hiddenLines(box, [])
    : hiddenLines(box, parseAreas(probe.visible.address));
  const formulas = probe.formulas.isNullObject ? [] : parseAreas(probe.formulas.address);
  return assemble(name, box, rows, columns, formulas, hidden, found);
}

function mergesOf(found: Excel.RangeAreas): Merge[] {
  return found.isNullObject ? [] : parseAreas(found.address);
}

function probeSheet(sheet: Excel.Worksheet, askMerges: boolean) {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const formulas = used.getSpecialCellsOrNullObject("Formulas");
  formulas.load("address");
  const visible = used.getSpecialCellsOrNullObject("Visible");
  visible.load("address");
  const merged = askMerges ? used.getMergedAreasOrNullObject() : null;
  merged?.load("address");
  return { used, formulas, visible, merged };
}

/** The formats of a block's numeric columns travel with the next block's values, so that each block costs one sync. */
async function readBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  box: Merge,
  formats: Map<number, string[]>,
  options: ReadOptions,
): Promise<unknown[][]> {
  const width = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  const step = Math.max(1, Math.min(BLOCK_ROWS, Math.floor(BLOCK_CELLS / width)));
  const rows: unknown[][] = [];
  let waiting: FormatRequest[] = [];
  for (let from = 0; from < height; from += step) {
    throwIfAborted(options.signal);
    const count = Math.min(step, height - from);
    const block = sheet.getRangeByIndexes(box.top - 1 + from, box.left, count, width);
    block.load("values");
    await context.sync();
    take(waiting, formats);
    for (const row of block.values) rows.push(row);
    waiting = askFormats(sheet, box, from, block.values);
    options.onProgress?.(rows.length, height);
  }
  if (waiting.length > 0) {
    await context.sync();
    take(waiting, formats);
  }
  return rows;
}

interface FormatRequest {
  readonly column: number;
  readonly from: number;
  readonly range: Excel.Range;
}

function askFormats(
  sheet: Excel.Worksheet,
  box: Merge,
  from: number,
  values: readonly (readonly unknown[])[],
): FormatRequest[] {
  const requests: FormatRequest[] = [];
  for (let column = 0; column <= box.right - box.left; column++) {
    if (!values.some((row) => typeof row[column] === "number")) continue;
    const range = sheet.getRangeByIndexes(box.top - 1 + from, box.left + column, values.length, 1);
    range.load("numberFormat");
    requests.push({ column: box.left + column, from, range });
  }
  return requests;
}

function take(requests: readonly FormatRequest[], formats: Map<number, string[]>): void {
  for (const { column, from, range } of requests) {
    let list = formats.get(column);
    if (!list) formats.set(column, (list = []));
    const read = range.numberFormat as string[][];
    for (let index = 0; index < read.length; index++) list[from + index] = read[index]?.[0] ?? "General";
  }
}

function assemble(
  name: string,
  box: Merge,
  rows: readonly (readonly unknown[])[],
  formats: ReadonlyMap<number, readonly string[]>,
  formulas: readonly Merge[],
  hidden: { rows: Set<number>; columns: Set<number> },
  merges: readonly Merge[],
): Sheet {
  const cells: CellValue[][] = [];
  const marks = new Map<number, Uint8Array>();
  const markAt = (row: number, column: number, bit: number): void => {
    let line = marks.get(row);
    if (!line) marks.set(row, (line = new Uint8Array(box.right + 1)));
    line[column] = (line[column] ?? 0) | bit;
  };
  for (let row = 1; row < box.top; row++) cells.push([]);
  for (let index = 0; index < rows.length; index++) {
    const line: CellValue[] = new Array<CellValue>(box.left).fill(null);
    const row = box.top + index;
    const read = rows[index] ?? [];
    for (let offset = 0; offset < read.length; offset++) {
      const column = box.left + offset;
      const format = formats.get(column)?.[index] ?? null;
      line.push(fromExcel(read[offset], format, false));
      const mark = format === null ? 0 : markOfFormat(format);
      if (mark !== 0) markAt(row, column, mark);
    }
    cells.push(line);
  }
  for (const area of formulas) {
    for (let row = Math.max(area.top, box.top); row <= Math.min(area.bottom, box.bottom); row++) {
      for (let column = area.left; column <= Math.min(area.right, box.right); column++)
        markAt(row, column, Mark.formula);
    }
  }
  return gridSheet(name, cells, { marks, merges, hiddenRows: hidden.rows, hiddenColumns: hidden.columns });
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HostFailure("aborted", "");
}
