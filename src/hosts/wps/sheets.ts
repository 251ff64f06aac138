/** Adds a sheet of ours: plain cells, widths, rows that stay in sight; the user stays where he was. */
import { SerialDay, type CellValue } from "../../sheet/cell";
import type { NewSheet } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import type { Merge } from "../../sheet/sheet";
import { freeSheetName } from "../sheetName";
import { DAY, TEXT } from "./constants";
import type { WpsApplication, WpsWorkbook, WpsWorksheet } from "./program";
import { rangeOf } from "./range";
import { isRiskyText, toWps } from "./values";
import { worksheetsOf } from "./workbook";

const BLOCK_ROWS = 2000;

export function addSheet(application: WpsApplication, workbook: WpsWorkbook, sheet: NewSheet): string {
  const existing = worksheetsOf(workbook);
  const name = freeSheetName(
    sheet.name,
    existing.map((other) => other.Name),
  );
  const active = workbook.ActiveSheet;
  const added = addLast(workbook);
  try {
    added.Name = name;
    fill(added, sheet, workbook.Date1904);
    freeze(application, added, sheet.frozenRows ?? 0);
  } catch (error) {
    remove(application, added);
    throw error;
  } finally {
    active.Activate();
  }
  return name;
}

/** Behind the others; where a build does not take the place, wherever it puts the sheet. */
export function addLast(workbook: WpsWorkbook): WpsWorksheet {
  const last = worksheetsOf(workbook).at(-1);
  try {
    return workbook.Worksheets.Add(undefined, last);
  } catch {
    return workbook.Worksheets.Add();
  }
}

function fill(added: WpsWorksheet, { cells, widths }: NewSheet, date1904: boolean): void {
  const width = Math.max(1, ...cells.map((row) => row.length));
  for (let from = 0; from < cells.length; from += BLOCK_ROWS) {
    const rows = cells.slice(from, from + BLOCK_ROWS);
    const area: Merge = { top: from + 1, bottom: from + rows.length, left: 0, right: width - 1 };
    for (let column = 0; column < width; column++) formatColumn(added, area, column, rows);
    const values = rows.map((row) =>
      Array.from({ length: width }, (_, column) => toWps(row[column] ?? null, date1904)),
    );
    rangeOf(added, area).Value2 = values.length === 1 && width === 1 ? values[0]?.[0] : values;
  }
  widths?.forEach((characters, column) => {
    rangeOf(added, { top: 1, bottom: 1, left: column, right: column }).ColumnWidth = characters;
  });
}

/** Before the values: WPS reads them as the cell's format says. */
function formatColumn(added: WpsWorksheet, area: Merge, column: number, rows: NewSheet["cells"]): void {
  let from = 0;
  while (from < rows.length) {
    const format = formatOf(rows[from]?.[column] ?? null);
    let to = from;
    while (to + 1 < rows.length && formatOf(rows[to + 1]?.[column] ?? null) === format) to++;
    if (format !== null) {
      const run = { top: area.top + from, bottom: area.top + to, left: column, right: column };
      rangeOf(added, run).NumberFormat = format;
    }
    from = to + 1;
  }
}

function formatOf(value: CellValue): string | null {
  if (value instanceof SerialDay) return DAY;
  return isRiskyText(value) ? TEXT : null;
}

/** A window freezes the sheet that it shows. */
function freeze(application: WpsApplication, added: WpsWorksheet, rows: number): void {
  const window = application.ActiveWindow;
  if (rows === 0 || !window) return;
  added.Activate();
  window.FreezePanes = false;
  window.SplitColumn = 0;
  window.SplitRow = rows;
  window.FreezePanes = true;
}

/** Without asking the user. */
export function remove(application: WpsApplication, sheet: WpsWorksheet): void {
  const { DisplayAlerts } = application;
  try {
    application.DisplayAlerts = false;
    sheet.Delete();
  } catch {
    throw new HostFailure("failed", "Worksheet.Delete");
  } finally {
    application.DisplayAlerts = DisplayAlerts;
  }
}
