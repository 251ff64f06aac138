/** A procedure as a clerk names it, and its limit counted back from a deadline. */
import type { Calendar } from "../src/measure/calendar";
import { addDays, addMonths } from "../src/measure/dayNumber";
import type { Pack, ProcedureStep } from "../src/policy/pack";
import { findEntry } from "../src/policy/recognise";
import { FunctionFailure } from "./function";

export type Limit = NonNullable<ProcedureStep["limit"]>;

const UNIT_WORDS: Readonly<Record<Limit["unit"], string>> = { workday: "工作日", day: "日", month: "月" };

export function unitWord(limit: Limit): string {
  return UNIT_WORDS[limit.unit];
}

export function stepOf(text: string, pack: Pack): ProcedureStep {
  const step = findEntry(pack.procedures, text);
  if (step) return step;
  const known = pack.procedures.map(({ name }) => name).join("、");
  throw new FunctionFailure("value", `认不出手续“${text}”，可填：${known}`);
}

export function limitOf(step: ProcedureStep): Limit {
  if (step.limit) return step.limit;
  throw new FunctionFailure("na", `没有查到“${step.name}”的法定时限，请按当地承诺时限掌握`);
}

/** The last day on which it may be accepted and still be done by the deadline; units are never converted. */
export function latestAcceptance(deadline: string, { count, unit }: Limit, calendar: Calendar): string {
  if (unit === "workday") return calendar.add(deadline, -count);
  return unit === "day" ? addDays(deadline, -count) : addMonths(deadline, -count);
}
