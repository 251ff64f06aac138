/** What keeps the cells behind the models of Excel and of WPS, and which of its cells are in sight. */
import type { Merge } from "../src/sheet/sheet";

/** The last row of a sheet, and how many columns it has. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** What keeps the cells. Values as Excel gives them: "" for blank, errors as their texts, days as serial numbers. */
export interface SheetStore {
  readonly id: string;
  name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly protected: boolean;
  value(row: number, column: number): string | number | boolean;
  formula(row: number, column: number): string;
  format(row: number, column: number): string;
  put(row: number, column: number, value: string | number | boolean): void;
  putFormula(row: number, column: number, formula: string): void;
  putFormat(row: number, column: number, format: string): void;
  /** 1-based rows, 0-based columns; null for an empty sheet. */
  used(): Merge | null;
  merges(): readonly Merge[];
  /** 1-based rows, 0-based columns of all cells that hold one, row by row. */
  formulaCells(): readonly { readonly row: number; readonly column: number }[];
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
}

export interface WorkbookStore {
  readonly name: string;
  sheets(): readonly SheetStore[];
  active(): SheetStore;
  activate(sheet: SheetStore): void;
  add(name: string): SheetStore;
  selected: { sheet: SheetStore; area: Merge };
  /** XML parts of the workbook by their ids. */
  readonly xmlParts: Map<string, string>;
  /** Calculates every formula anew. */
  calculate(): void;
}

/** Rows in sight, run by run, by columns in sight, run by run. */
export function visibleAreas(store: SheetStore, { top, left, bottom, right }: Merge): Merge[] {
  const rows = runs(top, bottom, (row) => !store.isRowHidden(row));
  const columns = runs(left, right, (column) => !store.isColumnHidden(column));
  return rows.flatMap(([from, to]) =>
    columns.map(([first, last]) => ({ top: from, bottom: to, left: first, right: last })),
  );
}

function runs(from: number, to: number, isIn: (line: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let line = from; line <= to; line++) {
    if (!isIn(line)) continue;
    const open = found.at(-1);
    if (open?.[1] === line - 1) open[1] = line;
    else found.push([line, line]);
  }
  return found;
}
