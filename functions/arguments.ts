/** How arguments are taken: text, numbers, days and ranges, with a sentence that says what to type where they are wrong. */
import { isNumberText, readNumberText } from "../src/measure/amount";
import { dayFromSerial, readDay } from "../src/measure/day";
import { makeCalendar, type Calendar } from "../src/measure/calendar";
import { readShare } from "../src/measure/share";
import { isBlankText, normaliseText } from "../src/measure/text";
import { FunctionFailure, isRange, type Argument, type CellInput, type FunctionContext, type Range } from "./function";

/** Nothing was put there. Desktop Excel hands a blank cell over as 0, so 0 is blank wherever text or a day is expected. */
export function isBlank(argument: Argument): boolean {
  return (
    argument === undefined ||
    argument === null ||
    argument === "" ||
    (typeof argument === "string" && argument.trim() === "")
  );
}

/** Text of a cell; blank and 0 give "". */
export function textOf(argument: Argument): string {
  if (isRange(argument) || isBlank(argument) || argument === 0 || argument === false) return "";
  return typeof argument === "string" ? normaliseText(argument) : String(argument);
}

export function neededText(argument: Argument, name: string): string {
  const text = textOf(argument);
  if (text === "") throw new FunctionFailure("value", `请填写“${name}”`);
  return text;
}

/** A number or text that holds nothing else; blank gives null. */
export function numberOf(argument: Argument, name: string): number | null {
  if (isBlank(argument)) return null;
  if (typeof argument === "number" && Number.isFinite(argument)) return argument;
  const number = typeof argument === "string" && isNumberText(argument) ? readNumberText(argument) : null;
  if (number === null) throw new FunctionFailure("value", `“${name}”应为数字`);
  return number;
}

export function neededNumber(argument: Argument, name: string): number {
  const number = numberOf(argument, name);
  if (number === null) throw new FunctionFailure("value", `请填写“${name}”`);
  return number;
}

/** A share: 0.6, 60% or 60. */
export function neededShare(argument: Argument, name: string): number {
  const share = typeof argument === "string" || typeof argument === "number" ? readShare(argument) : null;
  if (share === null) throw new FunctionFailure("value", `“${name}”应为比例，如 60% 或 0.6`);
  return share;
}

export function flagOf(argument: Argument): boolean {
  if (typeof argument === "boolean") return argument;
  if (typeof argument === "number") return argument !== 0;
  return ["是", "真", "true", "1", "y", "yes"].includes(textOf(argument).toLowerCase());
}

/** A day as serial or text. Where only the month is known, a deadline is its last day and a beginning its first. */
export function neededDay(argument: Argument, name: string, end: "first" | "last" = "last"): string {
  const day = dayOf(argument, name, end);
  if (day === null) throw new FunctionFailure("value", `请填写“${name}”`);
  return day;
}

export function dayOf(argument: Argument, name: string, end: "first" | "last" = "last"): string | null {
  if (isBlank(argument) || argument === 0 || isRange(argument)) return null;
  const content = typeof argument === "boolean" ? String(argument) : (argument as string | number);
  const interval = (typeof content === "number" ? serialDay(content) : null) ?? readDay(content)?.interval;
  if (!interval) throw new FunctionFailure("value", `“${name}”应为日期，如 2025-06-30 或 2025年6月底`);
  return end === "first" && !interval.by ? interval.from : interval.to;
}

/** A number that a cell holds for a day is its serial; 20250630 and 2025.6 are read as written. */
function serialDay(serial: number): { from: string; to: string; by: boolean } | null {
  if (serial < 20000 || serial >= 80000) return null;
  const day = dayFromSerial(serial, false);
  return day === null ? null : { from: day, to: day, by: false };
}

export function rangeOf(argument: Argument): Range {
  if (isRange(argument)) return argument;
  return argument === undefined ? [] : [[argument]];
}

/** The cells of a column (or row), one after another. */
export function columnOf(argument: Argument): readonly CellInput[] {
  const range = rangeOf(argument);
  return range.length === 1 ? (range[0] ?? []) : range.map((row) => row[0] ?? null);
}

/** Texts of a column; blank words (—, 无) give "". */
export function textsOf(argument: Argument): readonly string[] {
  return columnOf(argument).map((cell) => {
    const text = textOf(cell);
    return isBlankText(text) ? "" : text;
  });
}

/** The pack's calendar, with the days of a 节假日表 on top: 日期 | 休或班, a day alone is free. */
export function calendarWith(argument: Argument, context: FunctionContext): Calendar {
  if (isBlank(argument)) return context.calendar;
  const rows = rangeOf(argument);
  const key = JSON.stringify(rows);
  const known = recentCalendar;
  if (known?.key === key && known.under === context.calendar) return known.calendar;
  const workdays: Record<string, boolean> = { ...context.pack.workdays };
  let last = context.calendar.through;
  for (const [first, ...rest] of rows) {
    const day = holidayOf(first ?? null);
    if (day === null) continue;
    workdays[day] = rest.some((cell) => /班|工作|补|^1$|true/i.test(textOf(cell)) && !/不上班|放假/.test(textOf(cell)));
    if (day > last) last = day;
  }
  // A notice settles its whole year.
  const through = last > context.calendar.through ? `${last.slice(0, 4)}-12-31` : last;
  const calendar = makeCalendar({ workdays, through });
  recentCalendar = { key, under: context.calendar, calendar };
  return calendar;
}

/** One table serves thousands of cells; it is read once. */
let recentCalendar: { readonly key: string; readonly under: Calendar; readonly calendar: Calendar } | null = null;

/** Headings, blanks and words are passed over. */
function holidayOf(cell: CellInput): string | null {
  if (cell === null || typeof cell === "boolean" || cell === "" || cell === 0) return null;
  const interval = (typeof cell === "number" ? serialDay(cell) : null) ?? readDay(cell)?.interval;
  return interval && interval.from === interval.to ? interval.from : null;
}
