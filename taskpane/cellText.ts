/** A cell's value as a person reads it, for before → after. */
import { dayFromSerial } from "../src/measure/day";
import { CellError, isBlankCell, SerialDay, type CellValue } from "../src/sheet/cell";
import type { Edit } from "../src/sheet/edit";
import type { PaneWords } from "../src/words/pane";
import { percentText } from "../src/words/say";

/** What an edit takes away and what it puts, as the cell shows them. */
export function editText(
  { was, put, isPercent }: Edit,
  words: PaneWords,
): { readonly was: string; readonly put: string } {
  const shown = (value: CellValue): string =>
    isPercent && typeof value === "number" ? percentText(value) : cellText(value, words);
  return { was: shown(was), put: shown(put) };
}

const NUMBER = /^\s*-?[\d,]*\.?\d+\s*$/;

export function cellText(value: CellValue, words: PaneWords): string {
  if (value instanceof SerialDay) return dayFromSerial(value.serial, value.date1904) ?? String(value.serial);
  if (value instanceof CellError) return value.code;
  if (isBlankCell(value)) return words.detail.blank;
  // A number kept as text looks like the number that it becomes.
  if (typeof value === "string" && NUMBER.test(value)) return words.detail.asText(value);
  return String(value);
}
