/** A lagging project has somebody who follows it. */
import { openStepsUntil } from "./backSchedule";
import { DISPATCH_MEETING } from "./bases";
import { isBlank } from "./columns";
import { overdueSteps } from "./P305";
import { rowRule } from "./rule";
import { PROCEDURE_KEYS } from "../measure/procedures";

export default rowRule({
  code: "P311",
  severity: "hint",
  basis: { ...DISPATCH_MEETING, article: "对进度滞后的项目，实行“一对一”跟踪服务" },
  seed: ["B14"],
  speaksOf: ["P303", "P305"],
  needs: ["person", PROCEDURE_KEYS.map((key) => `proc.${key}` as const)],
  on: "2025-06-20",
  good: [
    {
      name: "县档案馆迁建项目",
      department: "档案馆",
      totalInvestment: 2200,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-06-30",
      person: "王芳",
    },
    {
      name: "县档案馆迁建项目",
      department: "档案馆",
      totalInvestment: 2200,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-12-31",
      person: "",
    },
  ],
  bad: [
    {
      name: "县档案馆迁建项目",
      department: "档案馆",
      totalInvestment: 2200,
      "proc.feasibility": "办理中",
      "proc.feasibility.accepted": "2025-04-10",
      person: "",
    },
    {
      name: "县档案馆迁建项目",
      department: "档案馆",
      totalInvestment: 2200,
      "proc.feasibility": "办理中",
      "proc.feasibility.accepted": "2025年3月",
      person: "待定",
    },
  ],
  prepare(context) {
    const { asOf } = context;
    const openSteps = openStepsUntil(asOf, context);
    return (project) => {
      if (!isBlank(project, "person")) return null;
      const late = openSteps(project).some(({ step }) => (step.latestAcceptance ?? "") < asOf);
      if (!late && overdueSteps(project, context).length === 0) return null;
      return { fields: ["person"], args: {} };
    };
  },
});
