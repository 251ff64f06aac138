/** SCHEDULE: back from a deadline, the latest acceptance day of every step by which a project is set up (立项). */
import { findChoice } from "../src/policy/recognise";
import type { Pack, Route } from "../src/policy/pack";
import { scheduleBack, type Progress, type ScheduledStep } from "../src/policy/schedule";
import { neededDay, neededText, textsOf } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";
import { TODAY } from "./parameters";
import { stepOf, unitWord } from "./procedure";

const HEADINGS = ["事项", "责任部门", "时限", "最迟受理日", "状态"];

export const SCHEDULE: WorksheetFunction = {
  id: "SCHEDULE",
  name: "倒排工期表",
  description:
    "要在截止日前完成立项，从截止日倒排各项手续：事项、责任部门、时限、最迟受理日、来不来得及；没有时限的不占时间。",
  parameters: [
    { name: "截止", description: "要求完成立项的日期", type: "any", takes: "cell" },
    { name: "立项类型", description: "审批、核准或备案", type: "string", takes: "cell" },
    TODAY,
    {
      name: "已办事项",
      description: "已经办完的手续，一格用顿号隔开或一列",
      type: "any",
      optional: true,
      takes: "range",
    },
  ],
  result: { type: "string", spills: true },
  example: {
    args: ["2025-06-30", "审批", "2025-06-20", "项目建议书、用地预审、社会稳定风险评估、节能审查"],
    gives: [HEADINGS, ["可行性研究报告批复", "发展和改革局", "20工作日", "2025-05-30", "已来不及"]],
  },
  help: "SCHEDULE.md",
  run([deadline, route, today, done], { pack, calendar }) {
    const schedule = scheduleBack(
      {
        pack,
        calendar,
        route: routeOf(neededText(route, "立项类型"), pack),
        goal: "setUp",
        asOf: neededDay(today, "今天"),
        progress: progressOf(textsOf(done), pack),
      },
      neededDay(deadline, "截止"),
    );
    const open = schedule.steps.filter((step) => step.state !== "done");
    if (open.length === 0) throw new FunctionFailure("na", "立项手续都已办完");
    return [HEADINGS, ...open.map(row)];
  },
};

function row({ name, department, limit, latestAcceptance, tooLate }: ScheduledStep): string[] {
  const state = tooLate ? "已来不及" : "来得及";
  return [name, department, limit ? `${String(limit.count)}${unitWord(limit)}` : "", latestAcceptance ?? "", state];
}

function routeOf(text: string, pack: Pack): Route {
  const found = findChoice(pack.routes, text);
  if (found === "审批" || found === "核准" || found === "备案") return found;
  throw new FunctionFailure("value", "“立项类型”应为审批、核准或备案");
}

function progressOf(cells: readonly string[], pack: Pack): Progress {
  const names = cells
    .flatMap((cell) => cell.split(/[、,;\n]+/))
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return Object.fromEntries(names.map((name) => [stepOf(name, pack).key, { state: "done" as const }]));
}
