/** Columns of money that are told by the others of the same year: a column a month, their sum, what is done of a plan. */
import { readAmount, readNumberText, saysSum } from "../../measure/amount";
import { normaliseText } from "../../measure/text";
import type { CellValue } from "../../sheet/cell";
import { BELIEVABLE, DECIDED, LEAST_SEEN, take, type ColumnOptions, type Work } from "./work";
import type { FieldKey } from "../fields";

const NUMBERED_MONTH = /^(?:20\d\d年)?\d{1,2}月(?:份)?(?![底末])/u;

/** 「4月工程进度」「5月工作计划」: what is done and to be done, in words. */
const OF_WORK = /进度|进展|形象|工作|打算|安排|问题/u;

/** 1月完成投资, 2月完成投资 …: a column a month; none of them is this month. */
export function withoutMonths(works: readonly Work[]): void {
  const months = works.filter(({ heading }) =>
    heading.path.some((text) => NUMBERED_MONTH.test(text) && !OF_WORK.test(text)),
  );
  if (months.length < 2) return;
  for (const work of months) work.candidates = work.candidates.filter(({ field }) => field !== "completedThisMonth");
}

/** 「1月」「2月」 … 「累计」: what the months before it add up to in most rows is done of the year. */
export function sumOfMonths(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  if (taken.has("completedThisYear")) return;
  const sum = works.find(
    ({ field, otherMoney, heading: { path } }) =>
      field === null && !otherMoney && SUM_OF_MONTHS.test(path[path.length - 1] ?? ""),
  );
  const months = works.filter(
    ({ field, heading: { path } }) => field === null && ONE_MONTH.test(path[path.length - 1] ?? ""),
  );
  if (!sum || months.length < 2 || sum.heading.path.some((text) => /计划|目标/u.test(text))) return;
  const figure = (cells: readonly CellValue[], { heading }: Work): number => figureIn(cells[heading.column]) ?? 0;
  const held = rows.filter((cells) => figure(cells, sum) !== 0);
  const fits = held.filter((cells) => {
    const whole = months.reduce((all, month) => all + figure(cells, month), 0);
    return saysSum(figure(cells, sum), whole);
  });
  if (held.length >= LEAST_SEEN && fits.length >= held.length * DECIDED) take(sum, "completedThisYear", taken);
}

const ONE_MONTH = /^\d{1,2}月份?(?:完成(?:投资)?额?)?(?:[(（]万?元[)）])?$/u;

const SUM_OF_MONTHS = /^(?:年度)?(?:累计|合计|小计|总计)(?:完成(?:投资)?额?)?(?:[(（]万?元[)）])?$/u;

/** 「完成进度」「完成占比」 of which most cells are what is done of the year's plan, or of the total. */
export function rateOfPlan(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  if (taken.has("completionRate")) return;
  // 「进度」 alone is in words, until all of its cells are figures.
  const rates = works.filter(
    ({ field, heading: { path }, samples }) =>
      RATE.test(path[path.length - 1] ?? "") &&
      (field === null || (field === "progress" && isOfFigures(samples.values))),
  );
  for (const rate of rates) {
    const isRate = RATE_OF.some(([done, whole]) => {
      const parts = [rate, taken.get(done), taken.get(whole)].map((work) => work?.heading.column);
      return isShareOf(parts, rows);
    });
    if (isRate) {
      if (rate.field !== null) taken.delete(rate.field);
      take(rate, "completionRate", taken);
      return;
    }
  }
}

function isOfFigures(values: readonly CellValue[]): boolean {
  return values.length > 0 && values.every((value) => figureIn(value) !== null);
}

const RATE = /(?:进度|比例|比重|占比|百分比|率|%)(?:[(（]%[)）])?$/u;
const RATE_OF: readonly (readonly [FieldKey, FieldKey])[] = [
  ["completedThisYear", "planThisYear"],
  ["completed", "totalInvestment"],
];
/** A share is rounded. */
const ROUNDED = 0.006;

function isShareOf(
  [rateAt, doneAt, wholeAt]: readonly (number | undefined)[],
  rows: readonly (readonly CellValue[])[],
): boolean {
  if (rateAt === undefined || doneAt === undefined || wholeAt === undefined) return false;
  let held = 0;
  let fits = 0;
  for (const cells of rows) {
    const [rate, done, whole] = [figureIn(cells[rateAt]), figureIn(cells[doneAt]), figureIn(cells[wholeAt])];
    if (rate === null || done === null || whole === null || whole <= 0) continue;
    held++;
    if ([rate, rate / 100].some((share) => Math.abs(share - done / whole) <= ROUNDED)) fits++;
  }
  return held >= LEAST_SEEN && fits >= held * DECIDED;
}

/** A figure however it was typed, a share without its sign; null for words. */
export function figureIn(value: CellValue | undefined): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  return readNumberText(normaliseText(value).replace(/%$/u, "")) ?? readAmount(value, "万元")?.amount.wan ?? null;
}

/** What is said to be done so far right behind a year's plan, and stays within it, is done of that plan. */
export function doneOfPlan(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  const done = taken.get("completed");
  const plan = works[works.findIndex((work) => work === done) - 1];
  if (!done || plan?.field !== "planThisYear" || taken.has("completedThisYear")) return;
  if (SINCE_START.test(done.heading.heading)) return;
  const pairs = rows.flatMap((cells) => {
    const [planned, actual] = [figureIn(cells[plan.heading.column]), figureIn(cells[done.heading.column])];
    return planned !== null && actual !== null ? [actual <= planned * WITHIN_PLAN] : [];
  });
  if (pairs.length < LEAST_SEEN || pairs.filter(Boolean).length < pairs.length * BELIEVABLE) return;
  taken.delete("completed");
  take(done, "completedThisYear", taken);
}

/** Money since the start of the works, in so many words. */
const SINCE_START = /累[计积]|开工|开始|开建|以来|总/u;

/** A year's plan may be exceeded a little. */
const WITHIN_PLAN = 1.2;
