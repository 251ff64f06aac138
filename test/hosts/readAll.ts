/** A sheet read to its end, in forms that are easy to compare. */
import { CellError, type CellValue, SerialDay } from "../../src/sheet/cell";
import type { Sheet, SheetRow } from "../../src/sheet/sheet";

export function allRows(sheet: Sheet | undefined, size?: number): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const block of sheet?.blocks(size) ?? []) rows.push(...block);
  return rows;
}

/** Cells by row number, blank rows left out; days as "day:serial", errors by their code. */
export function shownRows(sheet: Sheet | undefined): Record<number, unknown[]> {
  const rows = allRows(sheet).filter((row) => row.cells.length > 0);
  return Object.fromEntries(rows.map((row) => [row.row, row.cells.map(shown)]));
}

export function shown(value: CellValue): unknown {
  if (value instanceof SerialDay) return `day:${String(value.serial)}`;
  if (value instanceof CellError) return `error:${value.code}`;
  return value;
}
