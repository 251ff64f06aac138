/** The context of function tests: the pack that ships for 2025. */
import type { FunctionContext } from "../../functions/function";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";

const { pack } = packInForce("2025-06-20");

export const CONTEXT: FunctionContext = {
  pack,
  packFrom: "shipped",
  calendar: calendarOf(pack),
  judge: makeJudge(pack),
  blanks: "told",
};
