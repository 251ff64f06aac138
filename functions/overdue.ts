/** OVERDUE: by how many days a procedure has passed its limit, in the unit of the limit. */
import { daysBetween } from "../src/measure/dayNumber";
import { dueDay } from "../src/policy/schedule";
import { neededDay, neededText, numberOf } from "./arguments";
import type { WorksheetFunction } from "./function";
import { TODAY } from "./parameters";
import { limitOf, stepOf } from "./procedure";

export const OVERDUE: WorksheetFunction = {
  id: "OVERDUE",
  name: "超期天数",
  description: "受理后超过法定时限几天，没有超期为 0；时限以工作日计的按工作日数，其余按自然日数。",
  parameters: [
    { name: "受理日", description: "受理的日期，当天不计", type: "any", takes: "cells" },
    { name: "事项", description: "手续名称，如可研、环评", type: "any", takes: "cells" },
    TODAY,
    {
      name: "暂停天数",
      description: "评审、听证、公示等不计入的天数，与时限同一单位",
      type: "any",
      optional: true,
      takes: "cells",
    },
  ],
  result: { type: "number", spills: false },
  example: { args: ["2025-05-06", "可研", "2025-06-20"], gives: 12 },
  help: "OVERDUE.md",
  run([accepted, item, today, paused], { pack, calendar }) {
    const limit = limitOf(stepOf(neededText(item, "事项"), pack));
    const asOf = neededDay(today, "今天");
    const due = dueDay(calendar, neededDay(accepted, "受理日", "first"), limit, numberOf(paused, "暂停天数") ?? 0);
    if (due === null || due >= asOf) return 0;
    return limit.unit === "workday" ? calendar.between(due, asOf) : daysBetween(due, asOf);
  },
};
