/** Columns of money that are told by the others of the same year: a column a month, their sum, what is done of a plan. */
import { readNumberText, saysSum } from "../../measure/amount";
import type { CellValue } from "../../sheet/cell";
import { BELIEVABLE, DECIDED, LEAST_SEEN, take, type ColumnOptions, type Work } from "./work";
import type { FieldKey } from "../fields";

const NUMBERED_MONTH = /^(?:20\d\d年)?\d{1,2}月(?:份)?(?![底末])/u;

/** 「4月工程进度」「5月工作计划」: what is done and to be done, in words. */
const OF_WORK = /进度|进展|形象|工作|打算|安排|问题/u;

/** 1月完成投资, 2月完成投资 …: a column a month; none of them is this month. */
export function withoutMonths(works: readonly Work[]): void {
  const months = works.filter(({ heading }) =>
    heading.path.some((text) => NUMBERED_MONTH.test(text.trim()) && !OF_WORK.test(text)),
  );
  if (months.length < 2) return;
  for (const work of months) work.candidates = work.candidates.filter(({ field }) => field !== "completedThisMonth");
}

/** 「1月」「2月」 … 「累计」: what the months before it add up to in most rows is done of the year. */
export function sumOfMonths(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  if (taken.has("completedThisYear")) return;
  const sum = works.find(
    ({ field, otherMoney, heading: { path } }) =>
      field === null && !otherMoney && SUM_OF_MONTHS.test((path[path.length - 1] ?? "").trim()),
  );
  const months = works.filter(
    ({ field, heading: { path } }) => field === null && ONE_MONTH.test((path[path.length - 1] ?? "").trim()),
  );
  if (!sum || months.length < 2 || sum.heading.path.some((text) => /计划|目标/u.test(text))) return;
  const figure = (cells: readonly CellValue[], { heading }: Work): number => {
    const value = cells[heading.column];
    return typeof value === "number" ? value : 0;
  };
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
  const rates = works.filter(
    ({ field, heading: { path } }) => field === null && RATE.test((path[path.length - 1] ?? "").trim()),
  );
  for (const rate of rates) {
    const isRate = RATE_OF.some(([done, whole]) => {
      const parts = [rate, taken.get(done), taken.get(whole)].map((work) => work?.heading.column);
      return isShareOf(parts, rows);
    });
    if (isRate) {
      take(rate, "completionRate", taken);
      return;
    }
  }
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

function figureIn(value: CellValue | undefined): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" ? readNumberText(value.replace(/[%％]$/u, "")) : null;
}

/** What is said to be done so far right behind a year's plan, and stays within it, is done of that plan. */
export function doneOfPlan(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  const done = taken.get("completed");
  const plan = works[works.findIndex((work) => work === done) - 1];
  if (!done || plan?.field !== "planThisYear" || taken.has("completedThisYear")) return;
  if (SINCE_START.test(done.heading.heading)) return;
  const pairs = rows.flatMap((cells) => {
    const [planned, actual] = [cells[plan.heading.column], cells[done.heading.column]];
    return typeof planned === "number" && typeof actual === "number" ? [actual <= planned * WITHIN_PLAN] : [];
  });
  if (pairs.length < LEAST_SEEN || pairs.filter(Boolean).length < pairs.length * BELIEVABLE) return;
  taken.delete("completed");
  take(done, "completedThisYear", taken);
}

/** Money since the start of the works, in so many words. */
const SINCE_START = /累[计积]|开工|开始|开建|以来|总/u;

/** A year's plan may be exceeded a little. */
const WITHIN_PLAN = 1.2;
