/** RESERVE: new reserve projects against the target, in number and in 万元. */
import { paceNeeded } from "../src/reserve/pace";
import { roundShare } from "../src/reserve/rates";
import { roundWan } from "../src/measure/amount";
import type { Outcome, WorksheetFunction } from "./function";
import { additions, RESERVE_PARAMETERS, targetArguments, type TargetArguments } from "./reserveTarget";

const HEADINGS = ["指标", "已完成", "目标", "缺口", "完成率", "剩余工作日", "每个工作日需要"];

export const RESERVE: WorksheetFunction = {
  id: "RESERVE",
  name: "储备进度",
  description: "新增储备项目的个数和总投资对照目标：已完成、目标、缺口、完成率、剩余工作日、每个工作日需要完成多少。",
  parameters: RESERVE_PARAMETERS,
  result: { type: "any", spills: true },
  example: {
    args: [
      [[12000], ["1.8亿元"], [6000]],
      [["2025-03-01"], ["2025年5月"], ["2024-11-01"]],
      5,
      60000,
      "2025-01-01",
      "2025-06-30",
      "2025-06-20",
    ],
    gives: [HEADINGS, ["项目个数", 2, 5, 3, 0.4, 6, 0.5], ["总投资（万元）", 30000, 60000, 30000, 0.5, 6, 5000]],
  },
  help: "RESERVE.md",
  run([totals, entered, ...rest], context) {
    const target = targetArguments(rest, context);
    const added = additions({ totalInvestment: totals, enteredOn: entered }, target);
    const wan = added.reduce((sum, project) => roundWan(sum + project.wan), 0);
    return [
      HEADINGS,
      against("项目个数", added.length, target.count, target),
      against("总投资（万元）", wan, target.wan, target),
    ];
  },
};

function against(name: string, done: number, goal: number, { workdaysLeft }: TargetArguments): Outcome[] {
  const gap = roundWan(Math.max(0, goal - done));
  const pace = paceNeeded(gap, workdaysLeft);
  const share = goal > 0 ? roundShare(done / goal) : "";
  return [name, done, goal, gap, share, workdaysLeft, pace === null ? "已过期" : Math.round(pace * 100) / 100];
}
