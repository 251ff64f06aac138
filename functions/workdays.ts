/** WORKDAYS: working days from one day to another, 调休 counted. */
import { calendarWith, neededDay } from "./arguments";
import type { WorksheetFunction } from "./function";
import { HOLIDAY_TABLE } from "./parameters";

export const WORKDAYS: WorksheetFunction = {
  id: "WORKDAYS",
  name: "工作日差",
  description: "起日之后到止日（含）有几个工作日，按调休通知计；止日在前为负数。",
  parameters: [
    { name: "起", description: "开始的日期，当天不计", type: "any", takes: "cells" },
    { name: "止", description: "结束的日期，当天计入", type: "any", takes: "cells" },
    HOLIDAY_TABLE,
  ],
  result: { type: "number", spills: false },
  example: { args: ["2025-06-21", "2025-06-30"], gives: 6 },
  help: "WORKDAYS.md",
  run([from, to, table], context) {
    return calendarWith(table, context).between(neededDay(from, "起", "first"), neededDay(to, "止"));
  },
};
