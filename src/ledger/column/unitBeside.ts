/** A column of money that states no unit, beside columns in 亿元: its figures tell whether it is in 亿元 too. */
import type { MoneyUnit } from "../../measure/types";
import { fieldKind } from "../fields";
import { headingText } from "../heading/text";
import { BELIEVABLE, LEAST_SEEN, unitOf, type ColumnOptions, type Work } from "./work";

/** Whether the total and every other column that states a unit are in 亿元; of 元 the figures tell nothing: 300 may be 元 as well as 万元. */
export function othersAreInYi(works: readonly Work[]): boolean {
  const stated = works.filter((work) => isAmount(work) && unitOf(work.heading) !== null);
  return (
    stated.some(({ field }) => field === "totalInvestment") && stated.every(({ heading }) => unitOf(heading) === "亿元")
  );
}

/** What is planned, done or given of a project is hardly more than its total: written in 万元, its figures would be. */
export function staysWithinTotal(work: Work, works: readonly Work[], { rows }: ColumnOptions): boolean {
  const total = works.find(({ field }) => field === "totalInvestment");
  if (!total || !isAmount(work)) return false;
  const pairs = rows.flatMap((cells) => {
    const [part, whole] = [cells[work.heading.column], cells[total.heading.column]];
    return typeof part === "number" && typeof whole === "number" && part > 0 ? [part <= whole * WITHIN] : [];
  });
  return pairs.length >= LEAST_SEEN && pairs.filter(Boolean).length >= pairs.length * BELIEVABLE;
}

/** 「总投资（万元）」 lends its unit to 「其中：自筹」; 亿元 it does not, in which parts are too small to be told. */
export function unitOfWhole(work: Work, works: readonly Work[]): MoneyUnit | null {
  if (!isPart(work)) return null;
  const left = works.slice(0, works.indexOf(work)).reverse();
  const whole = left.find((each) => !isPart(each));
  const unit = whole && isAmount(whole) ? unitOf(whole.heading) : null;
  return unit === "亿元" ? null : unit;
}

/** 「其中：…」 in a heading of one row. */
function isPart({ heading: { path } }: Work): boolean {
  return path.length === 1 && headingText(path[0] ?? "", null).part;
}

/** A total may be exceeded a little. */
const WITHIN = 1.2;

function isAmount({ field }: Work): boolean {
  return field !== null && fieldKind(field) === "amount";
}
