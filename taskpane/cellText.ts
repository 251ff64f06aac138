/** A cell's value as a person reads it, for before → after. */
import { dayFromSerial } from "../src/measure/day";
import { CellError, isBlankCell, SerialDay, type CellValue } from "../src/sheet/cell";
import type { PaneWords } from "../src/words/pane";

export function cellText(value: CellValue, words: PaneWords): string {
  if (value instanceof SerialDay) return dayFromSerial(value.serial, value.date1904) ?? String(value.serial);
  if (value instanceof CellError) return value.code;
  if (isBlankCell(value)) return words.detail.blank;
  return String(value);
}
