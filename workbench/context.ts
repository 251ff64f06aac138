/** What the worksheet functions of this page judge by: the shipped pack that is in force on the day of judgement. */
import type { FunctionContext } from "../functions/function";
import { calendarOf } from "../src/policy/calendar";
import { makeJudge } from "../src/policy/classify";
import { packInForce } from "../src/policy/load";

export function functionContext(asOf: string): FunctionContext {
  const { pack } = packInForce(asOf);
  return { pack, packFrom: "shipped", calendar: calendarOf(pack), judge: makeJudge(pack), blanks: "told" };
}
