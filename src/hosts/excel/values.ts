/** What Excel hands over and takes, against what a cell means here. */
import { CellError, SerialDay, type CellValue } from "../../sheet/cell";
import { codeKind, isDayKind, Kind, markOfKind } from "../file/numberFormat";

/** Excel gives error values as these texts, and a cell that holds the same text as text looks no different: one of the few things that it does not tell. */
const ERRORS = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BLOCKED!",
  "#BUSY!",
  "#FIELD!",
  "#GETTING_DATA",
]);
const errors = new Map<string, CellError>();

/** A value as `Range.values` gives it, with the number format where one was read. */
export function fromExcel(value: unknown, format: string | null, date1904: boolean): CellValue {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "number")
    return format !== null && isDayKind(codeKind(format)) ? new SerialDay(value, date1904) : value;
  if (typeof value === "boolean") return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (!text.startsWith("#") || !ERRORS.has(text)) return text;
  let error = errors.get(text);
  if (!error) errors.set(text, (error = new CellError(text)));
  return error;
}

/** What a reader is told of a cell of this format besides its value. */
export function markOfFormat(format: string): number {
  return markOfKind(codeKind(format));
}

export function isTextFormat(format: string): boolean {
  return codeKind(format) === Kind.text;
}

/** A value as `Range.values` takes it: text stays text, whatever Excel would make of it. */
export function toExcel(value: CellValue): string | number | boolean {
  if (value === null) return "";
  if (value instanceof SerialDay) return value.serial;
  if (value instanceof CellError) return value.code;
  if (typeof value !== "string") return value;
  // Excel reads what is written as if it were typed: =1+1, 00123, 2025年6月 and 6.30 would all become something else.
  return /^[\p{Script=Han}（《“【]/u.test(value) && !/^[一二三四五六七八九十〇零]+[年月日]/.test(value)
    ? value
    : `'${value}`;
}
