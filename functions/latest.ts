/** LATEST: the last day on which a procedure can be accepted and still be done by the deadline. */
import { serialFromDay } from "../src/measure/day";
import { calendarWith, neededDay, neededText } from "./arguments";
import type { WorksheetFunction } from "./function";
import { HOLIDAY_TABLE } from "./parameters";
import { latestAcceptance, limitOf, stepOf } from "./procedure";

export const LATEST: WorksheetFunction = {
  id: "LATEST",
  name: "最迟受理日",
  description: "要在截止日前办结，最迟哪天受理：按法定时限倒推，如 6 月底前办结可研，最迟 2025-05-30 受理。",
  parameters: [
    { name: "截止", description: "要求办结的日期", type: "any", takes: "cells" },
    { name: "事项", description: "手续名称，如可研、环评", type: "any", takes: "cells" },
    HOLIDAY_TABLE,
  ],
  result: { type: "number", spills: false },
  example: { args: ["2025-06-30", "可研"], gives: 45807 },
  help: "LATEST.md",
  run([deadline, item, table], context) {
    const limit = limitOf(stepOf(neededText(item, "事项"), context.pack));
    return serialFromDay(latestAcceptance(neededDay(deadline, "截止"), limit, calendarWith(table, context)));
  },
};
