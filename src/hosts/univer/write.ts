/** Writes edits and new sheets in as few steps of the engine as there are sheets. */
import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { parseCellName } from "../../sheet/address";
import { isBlankCell, type CellValue } from "../../sheet/cell";
import type { Edit } from "../../sheet/edit";
import type { NewSheet } from "../../sheet/host";
import { cellData } from "./cells";
import type { FacadeSheet } from "./engine";

export function bySheet(edits: readonly Edit[]): Map<string, Edit[]> {
  const sheets = new Map<string, Edit[]>();
  for (const edit of edits) {
    const list = sheets.get(edit.sheet) ?? [];
    list.push(edit);
    sheets.set(edit.sheet, list);
  }
  return sheets;
}

/** One sparse write is one step of the engine's undo, and a thousand times faster than a write a cell. */
export function writeCells(sheet: FacadeSheet, edits: readonly Edit[]): void {
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  const box = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { at, put } of edits) {
    const place = parseCellName(at);
    if (!place) continue;
    const [row, column] = [place.row - 1, place.column];
    (matrix[row] ??= {})[column] = cellFor(sheet, row, column, put);
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row);
    box.right = Math.max(box.right, column);
  }
  growTo(sheet, box.bottom + 1, box.right + 1);
  sheet.getRange(box.top, box.left, box.bottom - box.top + 1, box.right - box.left + 1).setValues(matrix);
}

function growTo(sheet: FacadeSheet, rows: number, columns: number): void {
  if (sheet.getMaxRows() < rows) sheet.setRowCount(rows);
  if (sheet.getMaxColumns() < columns) sheet.setColumnCount(columns);
}

/** A number that is put where text stood is to look like one: the text format would keep it to the left. */
function cellFor(sheet: FacadeSheet, row: number, column: number, put: CellValue): ICellData {
  const data = cellData(put);
  const pattern = typeof put === "number" ? sheet.getRange(row, column).getNumberFormat() : "";
  return pattern === "@" ? { ...data, s: { n: { pattern: "General" } } } : data;
}

export function newSheetData(sheet: NewSheet) {
  const cellDatas: Record<number, Record<number, ICellData>> = {};
  sheet.cells.forEach((row, index) => {
    const line: Record<number, ICellData> = {};
    row.forEach((value, column) => {
      if (!isBlankCell(value)) line[column] = cellData(value);
    });
    cellDatas[index] = line;
  });
  const columnData: Record<number, { w: number }> = {};
  sheet.widths?.forEach((characters, column) => (columnData[column] = { w: Math.round(characters * 8 + 12) }));
  const frozen = sheet.frozenRows ?? 0;
  return {
    cellData: cellDatas,
    columnData,
    rowCount: Math.max(sheet.cells.length + 20, 100),
    ...(frozen > 0 ? { freeze: { xSplit: 0, ySplit: frozen, startRow: frozen, startColumn: -1 } } : {}),
  };
}
