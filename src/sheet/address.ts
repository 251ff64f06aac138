/** Addresses as the sheet shows them: columns as letters, rows from 1. */

/** 0-based column → letters: 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Letters → 0-based column; -1 where they are no column. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) return -1;
    index = index * 26 + digit;
  }
  return index - 1;
}

/** 1-based row and 0-based column → A1. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row);
}

/** A1 → 1-based row and 0-based column; null where it is no address. */
export function parseCellName(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(name);
  if (!match) return null;
  return { row: Number(match[2]), column: columnIndex(match[1] as string) };
}
