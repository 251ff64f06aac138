/** Reads a sheet of the engine: its cells, what is spilled into them, merges, hidden rows and columns. */
import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable, Worksheet } from "@univerjs/core";
import { Mark, type CellValue } from "../../sheet/cell";
import { gridSheet } from "../../sheet/grid";
import type { Host } from "../../sheet/host";
import type { Merge, Sheet } from "../../sheet/sheet";
import { markOfFormat } from "../excel/values";
import { meant } from "./cells";

export function readGrid(
  name: string,
  sheet: Worksheet,
  spilled: IObjectMatrixPrimitiveType<Nullable<ICellData>>,
  formatOf: (data: Nullable<ICellData>) => string | null,
  options: Parameters<Host["read"]>[1],
): Sheet {
  const cells: CellValue[][] = [];
  const marks = new Map<number, Uint8Array>();
  const put = (row: number, column: number, data: Nullable<ICellData>, format: string | null): void => {
    const value = meant(data, format);
    const bits = (data?.f ?? data?.si) ? Mark.formula : 0;
    if (value === null && bits === 0) return;
    while (cells.length <= row) cells.push([]);
    const line = cells[row] as CellValue[];
    while (line.length <= column) line.push(null);
    line[column] = value;
    const shown = bits | (format === null ? 0 : markOfFormat(format));
    if (shown === 0) return;
    const old = marks.get(row + 1);
    const kept = old && old.length > column ? old : new Uint8Array(column + 16);
    if (old && kept !== old) kept.set(old);
    kept[column] = shown;
    marks.set(row + 1, kept);
  };
  sheet.getCellMatrix().forValue((row, column, data) => {
    put(row, column, data, formatOf(data));
  });
  for (const [row, line] of Object.entries(spilled)) {
    for (const [column, data] of Object.entries(line as Record<string, ICellData>)) {
      const anchor = sheet.getCellMatrix().getValue(Number(row), Number(column));
      if (anchor?.f === undefined) put(Number(row), Number(column), { ...data, f: "=" }, null);
    }
  }
  options?.onProgress?.(cells.length, cells.length);
  return gridSheet(name, cells, {
    hidden: sheet.isSheetHidden() === 1,
    marks,
    merges: sheet.getMergeData().map(mergeOf),
    hiddenRows: lines(sheet.getHiddenRows(), ({ startRow, endRow }) => [startRow + 1, endRow + 1]),
    hiddenColumns: lines(sheet.getHiddenCols(), ({ startColumn, endColumn }) => [startColumn, endColumn]),
  });
}

function mergeOf({ startRow, endRow, startColumn, endColumn }: IRange): Merge {
  return { top: startRow + 1, bottom: endRow + 1, left: startColumn, right: endColumn };
}

function lines(ranges: readonly IRange[], ends: (range: IRange) => [number, number]): Set<number> {
  const all = new Set<number>();
  for (const range of ranges) {
    const [from, to] = ends(range);
    for (let index = from; index <= to; index++) all.add(index);
  }
  return all;
}
