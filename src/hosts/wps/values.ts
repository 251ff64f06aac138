/** What WPS hands over and takes, against what a cell means here. */
import { CellError, SerialDay, type CellValue } from "../../sheet/cell";
import { errorOfNumber, numberOfError } from "../../sheet/errorNumber";
import { fromExcel } from "../excel/values";

/**
 * A value as `Value2` gives it. A number that stands for an error is one only where `isError` says so; it is asked
 * of no other number.
 */
export function fromWps(
  value: unknown,
  format: string | null,
  date1904: boolean,
  isError: (code: string) => boolean,
): CellValue {
  const code = typeof value === "number" ? errorOfNumber(value) : null;
  if (code !== null && isError(code)) return fromExcel(code, null, date1904);
  return fromExcel(value, format, date1904);
}

/** A value as `Value2` takes it. */
export function toWps(value: CellValue, date1904: boolean): string | number | boolean {
  // null would stand in the cell as 0 on some builds.
  if (value === null) return "";
  if (value instanceof SerialDay) return serialIn(value, date1904);
  if (value instanceof CellError) return value.code;
  // The first apostrophe is taken for the sign of a text.
  return typeof value === "string" && value.startsWith("'") ? `'${value}` : value;
}

const DAYS_FROM_1900_TO_1904 = 1462;

function serialIn({ serial, date1904 }: SerialDay, inForce: boolean): number {
  if (date1904 === inForce) return serial;
  return inForce ? serial - DAYS_FROM_1900_TO_1904 : serial + DAYS_FROM_1900_TO_1904;
}

/** Whether a cell holds what was put: blank is null or "", an error its number. */
export function isPut(found: unknown, put: string | number | boolean): boolean {
  if (put === "") return found === "" || found === null || found === undefined;
  if (found === put) return true;
  if (typeof put === "string" && put.startsWith("''")) return found === put.slice(1);
  return typeof put === "string" && put.startsWith("#") && found === numberOfError(put);
}

const FIGURES = /^[\s\d.,:/\\+\-%$¥￥()eE年月日时分秒上下午AaPpMm]+$/;
const CHINESE_DAY = /^[一二三四五六七八九十〇零元]+[年月日]/;
const ENGLISH_MONTH = /^(?:\d{1,4}[\s-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s-]?\d*/i;
const SIGNS = /^[=+\-@#]/;

/** Text that WPS would read as if it were typed: =1+1, 00123, 2025年6月, 6.30, 50% and long digits would become something else. */
export function isRiskyText(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const text = value.normalize("NFKC").trim();
  if (SIGNS.test(text) || /^(?:true|false)$/i.test(text)) return true;
  return (/\d/.test(text) && FIGURES.test(text)) || CHINESE_DAY.test(text) || ENGLISH_MONTH.test(text);
}
