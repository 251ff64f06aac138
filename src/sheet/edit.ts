/** A change to one cell that a person has accepted: what stood there and what is put. */
import type { CellValue } from "./cell";

export interface Edit {
  readonly sheet: string;
  /** A1 address. */
  readonly at: string;
  /** The value on which the change was decided; the write is refused when the cell no longer holds it. */
  readonly was: CellValue;
  readonly put: CellValue;
  /** The cell shows its number as a percentage: 0.912 reads 91.2%. */
  readonly isPercent?: true;
}
