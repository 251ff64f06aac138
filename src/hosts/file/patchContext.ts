/** What is put where, and what the rows of one sheet share while they are patched. */
import type { CellValue } from "../../sheet/cell";
import type { StyleBook } from "./patchStyles";

/** "=…" puts a formula with `put` as its cached value; "keep" leaves the cell's formula and renews only that value. */
export type Formula = `=${string}` | "keep";

export interface PlacedPatch {
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly put: CellValue;
  readonly formula?: Formula | undefined;
  /** The area that an array formula fills. */
  readonly fills?: string | undefined;
}

/** What the rows of one sheet share while they are patched. */
export interface PatchContext {
  readonly styles: StyleBook;
  readonly date1904: boolean;
  /** "x:" where the elements of the sheet are prefixed. */
  readonly prefix: string;
  /** Styles of whole columns, for cells that are new. */
  readonly columnStyles: readonly ColumnStyle[];
  /** Shared formulas whose first cell was overwritten, by their number. */
  readonly lostMasters: Map<string, Master>;
  /** A cell that held a formula holds none now. */
  formulaLost: boolean;
}

export interface ColumnStyle {
  readonly first: number;
  readonly last: number;
  readonly style: number;
}

/** The text of a shared formula, and the cell to which the text belongs. */
export interface Master {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}
