/** A year above a heading limits what was done and paid to that year: 「2025年」·「完成情况」·「至本月」 is no total since the start. */
import type { Candidate } from "./candidate";
import type { FieldKey } from "../fields";
import type { HeadingText } from "./text";

const YEAR_ABOVE =
  /^(本年|上年|明年|某年|多年)度?(?:投资|完成|建设|实施|工程|固定资产|情况|进度|进展|资金|计划|目标|任务|实际|及|和|与)*$/u;
/** What a field becomes below a year; what has moved within one year alone has none. */
const WITHIN_YEAR: Readonly<Partial<Record<FieldKey, Readonly<Record<string, FieldKey>>>>> = {
  completed: { 本年: "completedThisYear" },
  completedThisYear: { 本年: "completedThisYear" },
  completedThisMonth: { 本年: "completedThisMonth" },
  planThisYear: { 本年: "planThisYear", 明年: "planNextYear" },
  arrived: {},
  paid: {},
};

/** A heading with a time of its own does not take that of its parents. */
export const OWN_TIME = /开工|开始|年底|本年|上年|明年|某年|多年/u;

/** The readings that the nearest year among the parents leaves, each as what it is within that year. */
export function limitedToYear(
  candidates: readonly Candidate[],
  own: HeadingText,
  parents: readonly HeadingText[],
): readonly Candidate[] {
  const year = parents.map(({ bare }) => YEAR_ABOVE.exec(bare)?.[1]).find((found) => found !== undefined);
  if (year === undefined) return candidates;
  // 「2024年」·「年底累计完成」
  if (year === "上年" && own.full.includes("本年底"))
    return candidates.map((candidate) =>
      candidate.field === "completed" ? { ...candidate, field: "completedBefore" } : candidate,
    );
  if (OWN_TIME.test(own.full)) return candidates;
  return candidates.flatMap((candidate): readonly Candidate[] => {
    const within = WITHIN_YEAR[candidate.field];
    if (within === undefined) return [candidate];
    const field = within[year];
    return field === undefined ? [] : [{ ...candidate, field }];
  });
}
