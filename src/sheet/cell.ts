/** What one cell of any sheet holds, as meant rather than as shown. */

/** A number that the sheet formats as a day (serial day count of its date system). Interned per sheet: compare by identity is allowed, never required. */
export class SerialDay {
  constructor(
    readonly serial: number,
    readonly date1904: boolean,
  ) {}
}

/** An error value such as #REF!; never text. */
export class CellError {
  constructor(readonly code: string) {}
}

/** A cell's value: formulas by their cached value, rich text joined, blank as null. */
export type CellValue = string | number | boolean | null | SerialDay | CellError;

/** Marks of a cell, or-ed together. */
export const Mark = {
  /** The cell holds a formula; its value is the cached result. */
  formula: 1,
  /** The number is shown as a percentage (0.6 shown as 60%). */
  percent: 2,
  /** The cell is formatted as text (@). */
  text: 4,
  /** The day is shown to its month (2025年5月). */
  month: 8,
} as const;

export function isBlankCell(value: CellValue | undefined): value is null | undefined | "" {
  return value === null || value === undefined || value === "";
}
