/** The last day on which a step may be accepted is near. */
import { fieldsOfStep, openSteps } from "./backSchedule";
import { DISPATCH_MEETING } from "./bases";
import { rowRule } from "./rule";
import { PROCEDURE_KEYS } from "../measure/procedures";

export default rowRule({
  code: "P304",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "倒排工期、压茬推进" },
  seed: ["B12", "A27"],
  needs: [PROCEDURE_KEYS.map((key) => `proc.${key}` as const)],
  on: "2025-06-20",
  good: [
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-12-31",
    },
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-06-30",
    },
  ],
  bad: [
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-07-22",
    },
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.soilWater": "未办理",
      "proc.soilWater.due": "2025-07-09",
    },
  ],
  check(project, context) {
    const open = openSteps(project, context);
    // Where one is too late already, P303 has said so.
    if (open.some(({ step }) => (step.latestAcceptance ?? "") < context.asOf)) return null;
    const [first] = open;
    if (!first) return null;
    const latest = first.step.latestAcceptance ?? "";
    const days = context.calendar.between(context.asOf, latest);
    if (days > context.parameter("workdays")) return null;
    return { fields: fieldsOfStep(first), args: { step: first.step.key, latest, deadline: first.deadline, days } };
  },
});
