/** Worked back from its deadline, a step that nobody has accepted yet comes too late. */
import { fieldsOfStep, openStepsUntil } from "./backSchedule";
import { DISPATCH_MEETING } from "./bases";
import { rowRule } from "./rule";
import { PROCEDURE_KEYS } from "../measure/procedures";

export default rowRule({
  code: "P303",
  severity: "error",
  basis: { ...DISPATCH_MEETING, article: "倒排工期、压茬推进，6月底前完成立项" },
  seed: ["B12", "B15"],
  needs: [PROCEDURE_KEYS.map((key) => `proc.${key}` as const)],
  on: "2025-06-21",
  good: [
    {
      name: "高铁片区路网工程",
      department: "住房和城乡建设局",
      totalInvestment: 9100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-12-31",
    },
    {
      name: "高铁片区路网工程",
      department: "住房和城乡建设局",
      totalInvestment: 9100,
      "proc.feasibility": "已批复",
      "proc.feasibility.due": "2025-06-30",
    },
  ],
  bad: [
    {
      name: "高铁片区路网工程",
      department: "住房和城乡建设局",
      totalInvestment: 9100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025年6月底前",
    },
    {
      name: "高铁片区路网工程",
      department: "住房和城乡建设局",
      totalInvestment: 9100,
      route: "审批",
      startPlanned: "2025-07-15",
      "proc.feasibility": "已批复",
      "proc.design": "未办理",
      "proc.buildPermit": "",
      "proc.planPermit": "未办理",
    },
  ],
  prepare(context) {
    const { asOf } = context;
    const openSteps = openStepsUntil(asOf, context);
    return (project) => {
      const open = openSteps(project);
      if (open.length === 0) return null;
      const late = open.filter(({ step }) => (step.latestAcceptance ?? "") < asOf);
      const [first] = late;
      if (!first) return null;
      const { step, deadline } = first;
      return {
        fields: [...new Set(late.flatMap(fieldsOfStep))],
        args: {
          step: step.key,
          latest: step.latestAcceptance ?? "",
          deadline,
          limit: step.limit?.count ?? 0,
          unit: step.limit?.unit ?? "day",
          others: late.slice(1).map((each) => each.step.key),
        },
      };
    };
  },
});
