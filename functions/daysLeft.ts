/** DAYSLEFT: working days left to a deadline. */
import { calendarWith, neededDay } from "./arguments";
import type { WorksheetFunction } from "./function";
import { HOLIDAY_TABLE, TODAY } from "./parameters";

export const DAYSLEFT: WorksheetFunction = {
  id: "DAYSLEFT",
  name: "剩余工作日",
  description: "今天之后到截止日（含）还剩几个工作日，已过期为负数。",
  parameters: [
    { name: "截止", description: "截止日期，可写“2025年6月底前”", type: "any", takes: "cells" },
    TODAY,
    HOLIDAY_TABLE,
  ],
  result: { type: "number", spills: false },
  example: { args: ["2025年6月底前", "2025-06-21"], gives: 6 },
  help: "DAYSLEFT.md",
  run([deadline, today, table], context) {
    return calendarWith(table, context).between(neededDay(today, "今天"), neededDay(deadline, "截止"));
  },
};
