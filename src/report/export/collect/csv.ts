/** Rows as text for spreadsheet programs, where a sheet would be too large. */
import { dayFromSerial } from "../../../measure/day";
import { SerialDay, type CellValue } from "../../../sheet/cell";

/** A sheet of more rows takes more memory to write than everything else together; it goes out as text beside. */
export const LARGEST_SHEET = 20_000;

/** With the mark by which spreadsheet programs know UTF-8; a text that looks like a formula is kept from being one. */
export function* csvText(...parts: readonly Iterable<readonly CellValue[]>[]): Generator<string> {
  yield "\uFEFF";
  for (const rows of parts) for (const row of rows) yield lineOf(row);
}

function lineOf(row: readonly CellValue[]): string {
  let line = "";
  for (let index = 0; index < row.length; index++) line += (index > 0 ? "," : "") + csvField(row[index] ?? null);
  return line + "\r\n";
}

function csvField(value: CellValue): string {
  if (value instanceof SerialDay) return dayText(value);
  if (typeof value !== "string") return value === null ? "" : String(value as number | boolean);
  if (!NEEDS_CARE.test(value)) return value;
  const safe = FORMULA_SIGN.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA_SIGN = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
/** Either of the two: most texts are let go by one look. */
const NEEDS_CARE = /^[=+\-@\t]|[",\r\n]/;

/** The days of a reserve are few. */
const days = new Map<number, string>();

function dayText({ serial, date1904 }: SerialDay): string {
  const key = date1904 ? -serial : serial;
  let text = days.get(key);
  if (text === undefined) days.set(key, (text = dayFromSerial(serial, date1904) ?? ""));
  return text;
}
