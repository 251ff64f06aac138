/** Adds a sheet of ours: plain cells, widths, rows that stay in sight. */
import type { NewSheet } from "../../sheet/host";
import { freeSheetName } from "../sheetName";
import { toExcel } from "./values";

/** Excel's column widths are in points here; a character of the default font is about this wide. */
const POINTS_A_CHARACTER = 5.6;
const BLOCK_ROWS = 2000;

export async function addSheet(context: Excel.RequestContext, sheet: NewSheet): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const name = freeSheetName(
    sheet.name,
    worksheets.items.map((other) => other.name),
  );
  const added = worksheets.add(name);
  const width = Math.max(1, ...sheet.cells.map((row) => row.length));
  for (let from = 0; from < sheet.cells.length; from += BLOCK_ROWS) {
    const rows = sheet.cells.slice(from, from + BLOCK_ROWS);
    const range = added.getRangeByIndexes(from, 0, rows.length, width);
    range.values = rows.map((row) => Array.from({ length: width }, (_, column) => toExcel(row[column] ?? null)));
    await context.sync();
  }
  sheet.widths?.forEach((characters, column) => {
    added.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * POINTS_A_CHARACTER;
  });
  if (sheet.frozenRows) added.freezePanes.freezeRows(sheet.frozenRows);
  await context.sync();
  return name;
}
