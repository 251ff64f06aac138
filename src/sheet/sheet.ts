/** What any sheet is: rows of cells, its merges, what is hidden; readable more than once, a block of rows at a time. */
import type { CellValue } from "./cell";

/** A merged area; rows 1-based, columns 0-based, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly hidden: boolean;
  /** By 0-based column; may be shorter than the sheet is wide; missing ends are blank. Holes never: blank is null. */
  readonly cells: readonly CellValue[];
  /** Mark bits by column, or null where no cell of the row has any. */
  readonly marks: ArrayLike<number> | null;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly merges: readonly Merge[];
  /** 0-based columns. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** CSV: every record is a row, typed cells do not exist and text-typed numbers are no fault. */
  readonly untyped: boolean;
  /** Rows that exist, in ascending order, in blocks of at most `size` (default 1,000); blank rows may be left out. May be called again. */
  blocks(size?: number): Iterable<readonly SheetRow[]>;
  /** Rows that the last cell with a value stands on, where known ahead; for progress only. */
  readonly rowCount: number | null;
}

/** A workbook as read: its sheets in the order of its tabs. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}
