/** WORKDAYADD: the day on which so many working days have passed. */
import { serialFromDay } from "../src/measure/day";
import { calendarWith, neededDay, neededNumber } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";
import { HOLIDAY_TABLE } from "./parameters";

export const WORKDAYADD: WorksheetFunction = {
  id: "WORKDAYADD",
  name: "工作日加",
  description: "起日之后第几个工作日是哪一天；天数为负则往前推。6 月 30 日往前 20 个工作日为 2025-05-30。",
  parameters: [
    { name: "起", description: "开始的日期，当天不计", type: "any", takes: "cells" },
    { name: "天数", description: "工作日的天数，整数，可为负", type: "any", takes: "cells" },
    HOLIDAY_TABLE,
  ],
  result: { type: "number", spills: false },
  example: { args: ["2025-06-30", -20], gives: 45807 },
  help: "WORKDAYADD.md",
  run([from, count, table], context) {
    const days = neededNumber(count, "天数");
    if (!Number.isInteger(days)) throw new FunctionFailure("value", "“天数”应为整数");
    return serialFromDay(calendarWith(table, context).add(neededDay(from, "起", "first"), days));
  },
};
