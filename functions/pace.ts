/** PACE: points by which a completion rate is ahead of the year, negative when behind. */
import { paceDifference } from "../src/reserve/pace";
import { neededDay, neededShare } from "./arguments";
import type { WorksheetFunction } from "./function";
import { TODAY } from "./parameters";

export const PACE: WorksheetFunction = {
  id: "PACE",
  name: "时间进度差",
  description: "完成率比时间进度高几个百分点，落后为负数；月末的时间进度是 月数÷12。",
  parameters: [{ name: "完成率", description: "年度完成率，如 97.2% 或 0.972", type: "any", takes: "cells" }, TODAY],
  result: { type: "number", spills: false },
  example: { args: ["97.2%", "2025-10-31"], gives: 13.87 },
  help: "PACE.md",
  run([share, today]) {
    return Math.round(paceDifference(neededShare(share, "完成率"), neededDay(today, "今天")) * 1e4) / 100;
  },
};
