/** What WPS makes of a value that is put into a cell: text is read as if it were typed, unless the cell is formatted as text. */
import { numberOfError } from "../../src/sheet/errorNumber";

export type Plain = string | number | boolean;

export interface Typed {
  readonly value: Plain;
  /** With its =. */
  readonly formula?: string;
  /** The format that the cell gets with it. */
  readonly format?: string;
}

const TEXT = "@";
const DIGITS_KEPT = 15;
const EPOCH_OFFSET = 25569;
const DAY_MS = 86_400_000;

export function typed(value: unknown, format: string): Typed {
  if (value === null || value === undefined || value === "") return { value: "" };
  if (typeof value === "boolean") return { value };
  if (typeof value === "number") return format === TEXT ? { value: String(value) } : { value };
  if (typeof value !== "string") throw new TypeError("参数错误");
  if (value.startsWith("'")) return { value: value.slice(1) };
  return format === TEXT ? { value } : read(value);
}

function read(text: string): Typed {
  const plain = text.normalize("NFKC").trim();
  if (plain.startsWith("=") && plain.length > 1) return { value: "", formula: plain };
  if (/^(?:true|false)$/i.test(plain)) return { value: plain.toLowerCase() === "true" };
  if (numberOfError(plain) !== null) return { value: plain };
  const number = numberIn(plain);
  if (number !== null) return number;
  const day = dayIn(plain);
  return day === null ? { value: text } : { value: day, format: "yyyy/m/d" };
}

/** 00123 loses its zeros, 18 digits their last three. */
function numberIn(text: string): Typed | null {
  const match = /^([¥$]?)([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?)(%?)$/i.exec(text);
  const digits = match?.[2]?.replace(/,/g, "") ?? "";
  if (!match || !/\d/.test(digits)) return null;
  const number = Number(Number(digits).toPrecision(DIGITS_KEPT));
  if (!Number.isFinite(number)) return null;
  return match[3] === "%" ? { value: number / 100, format: "0%" } : { value: number };
}

/** 2025年6月, 2025-06-30, 2025/6, 6/30: a day of that month or year. */
function dayIn(text: string): number | null {
  const match =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)$/.exec(text) ?? /^()(\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) > 31) return null;
  return Date.UTC(Number(year) || 2025, Number(month) - 1, Number(day ?? 1)) / DAY_MS + EPOCH_OFFSET;
}
