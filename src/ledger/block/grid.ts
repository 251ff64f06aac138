/** The first rows of a sheet with their merges: what the search for a heading looks at. */
import { isBlankCell, type CellValue } from "../../sheet/cell";
import type { Merge, SheetRow } from "../../sheet/sheet";

export interface TopRows {
  readonly rows: readonly SheetRow[];
  /** By 1-based row. */
  readonly at: ReadonlyMap<number, SheetRow>;
  readonly merges: readonly Merge[];
  /** One past the last column that holds anything in these rows. */
  readonly width: number;
}

export function topRows(rows: readonly SheetRow[], merges: readonly Merge[]): TopRows {
  const last = rows[rows.length - 1]?.row ?? 0;
  let width = 0;
  for (const { cells } of rows) {
    for (let column = cells.length - 1; column >= width; column--) {
      if (!isEmpty(cells[column])) width = column + 1;
    }
  }
  return {
    rows,
    at: new Map(rows.map((row) => [row.row, row])),
    merges: merges.filter((merge) => merge.top <= last),
    width,
  };
}

/** Columns in which a cell below the heading is merged over several rows: it speaks for all of them. */
export function columnsOfTallCells(merges: readonly Merge[], below: number): ReadonlySet<number> {
  return new Set(merges.filter(({ top, bottom }) => bottom > top && top > below).map(({ left }) => left));
}

/** Blank, or nothing but spaces. */
export function isEmpty(value: CellValue | undefined): boolean {
  return isBlankCell(value) || (typeof value === "string" && value.trim() === "");
}

/** What a text file holds of a number; a year may be a heading. */
const FIGURE = /^\s*(?!(?:19|20)\d\d\s*$)[-+]?\d[\d,]*(?:\.\d+)?%?\s*$/u;

const LAST_OF_FIGURES = 0x39;

/** A figure typed as text, or the cell of a text file. */
export function isFigureText(text: string): boolean {
  // Most texts begin with a Chinese word.
  return text.charCodeAt(0) <= LAST_OF_FIGURES && FIGURE.test(text);
}

/** The text of a heading cell: years typed as numbers count, other values are no heading. */
export function headingCell(value: CellValue | undefined): string {
  if (typeof value === "string") return isFigureText(value) ? "" : value.trim();
  if (typeof value === "number" && Number.isInteger(value) && value >= 1990 && value <= 2100)
    return `${String(value)}年`;
  return "";
}

export function mergeAt(top: TopRows, row: number, column: number): Merge | null {
  for (const merge of top.merges) {
    if (row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right) return merge;
  }
  return null;
}

export function valueAt(top: TopRows, row: number, column: number): CellValue {
  return top.at.get(row)?.cells[column] ?? null;
}
