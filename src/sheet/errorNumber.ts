/** Error values of cells as the numbers under which programs on Windows hand them around (CVErr). */

const FIRST = -2146828288;

const CODES: ReadonlyMap<number, string> = new Map(
  (
    [
      [2000, "#NULL!"],
      [2007, "#DIV/0!"],
      [2015, "#VALUE!"],
      [2023, "#REF!"],
      [2029, "#NAME?"],
      [2036, "#NUM!"],
      [2042, "#N/A"],
      [2043, "#GETTING_DATA"],
      [2045, "#SPILL!"],
      [2047, "#BLOCKED!"],
      [2049, "#FIELD!"],
      [2050, "#CALC!"],
      [2051, "#BUSY!"],
    ] as const
  ).map(([number, code]) => [FIRST + number, code]),
);

/** -2146826281 → #DIV/0!; null for any other number. */
export function errorOfNumber(number: number): string | null {
  return CODES.get(number) ?? null;
}

/** #DIV/0! → -2146826281; null for any other text. */
export function numberOfError(code: string): number | null {
  for (const [number, known] of CODES) if (known === code) return number;
  return null;
}
