/** A made workbook as sheets in memory: what a faultless reader of the file would hand over. */
import { CellError, Mark, SerialDay, type CellValue } from "../../src/sheet/cell";
import { parseCellName } from "../../src/sheet/address";
import { gridSheet } from "../../src/sheet/grid";
import type { Merge, Sheet } from "../../src/sheet/sheet";
import { styled, type Cell, type MadeSheet, type MadeWorkbook, type StyledCell } from "./workbook";

const PERCENT_FORMATS: readonly (number | string)[] = [9, 10, "0.0%", "0.00%", "0%"];
const DAY_FORMAT_IDS = [14, 22, 27, 30, 31, 36, 50, 57, 58];

export function sheetsOf(workbook: MadeWorkbook): Sheet[] {
  return workbook.sheets.filter((sheet) => !sheet.chart).map((sheet) => sheetOf(sheet, workbook.date1904 ?? false));
}

/** As a csv gives it: text in every cell, and no row left out. */
export function untypedSheetOf(sheet: MadeSheet): Sheet {
  const cells = sheet.rows.map((row) => (row ?? []).map(untypedValue));
  return gridSheet(sheet.name, cells, { untyped: true });
}

function untypedValue(cell: Cell): CellValue {
  const { value } = styled(cell);
  return value === null || value === "" ? null : String(value);
}

function sheetOf(sheet: MadeSheet, date1904: boolean): Sheet {
  const cells = sheet.rows.map((row) => (row ?? []).map((cell) => valueOf(styled(cell), date1904)));
  const marks = new Map<number, number[]>();
  sheet.rows.forEach((row, index) => {
    const bits = (row ?? []).map((cell) => marksOf(styled(cell)));
    if (bits.some((bit) => bit !== 0)) marks.set(index + 1, bits);
  });
  return gridSheet(sheet.name, cells, {
    hidden: sheet.hidden ?? false,
    date1904,
    merges: (sheet.merges ?? []).map(mergeOf),
    hiddenRows: new Set(sheet.hiddenRows ?? []),
    hiddenColumns: new Set(sheet.hiddenColumns ?? []),
    marks,
  });
}

function valueOf(cell: StyledCell, date1904: boolean): CellValue {
  if (cell.error) return new CellError(String(cell.value));
  if (typeof cell.value === "number" && isDayFormat(cell.style?.format)) return new SerialDay(cell.value, date1904);
  return cell.value === "" ? null : cell.value;
}

function marksOf(cell: StyledCell): number {
  const format = cell.style?.format;
  return (
    (cell.formula ? Mark.formula : 0) |
    (format !== undefined && PERCENT_FORMATS.includes(format) ? Mark.percent : 0) |
    (format === 49 || format === "@" ? Mark.text : 0)
  );
}

function isDayFormat(format: number | string | undefined): boolean {
  if (typeof format === "number") return DAY_FORMAT_IDS.includes(format);
  return format !== undefined && /[yd]/.test(format);
}

function mergeOf(text: string): Merge {
  const [from, to] = text.split(":").map((name) => parseCellName(name));
  if (!from || !to) throw new Error(`no merge: ${text}`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
