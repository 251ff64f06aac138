/** What is due at the row's stage, by its route, is done or not needed. */
import { PROCEDURE_KEYS, type ProcedureKey } from "../measure/procedures";
import type { Route } from "../policy/pack";
import { lackingAt } from "./C208";
import { rowRule } from "./rule";
import { FIELD_OF, isOpen, likelyRoute } from "./steps";
import { channelFor } from "./titleChannel";

export default rowRule({
  code: "P301",
  severity: "warning",
  basis: {
    document: "在全县项目谋划培训暨对上争取调度会议上的讲话（2025-06-21）",
    article: "立项、规划、土地、环评等手续",
    confidence: "H",
  },
  seed: ["A14", "B13"],
  needs: ["stage", PROCEDURE_KEYS.map((key) => `proc.${key}` as const)],
  on: "2025-06-20",
  good: [
    {
      name: "青石岭隧道工程",
      department: "交通运输局",
      totalInvestment: 9100,
      stage: "在建",
      route: "审批",
      "proc.feasibility": "已批复",
      "proc.eia": "无需办理",
    },
    {
      name: "青石岭隧道工程",
      department: "交通运输局",
      totalInvestment: 9100,
      stage: "谋划",
      route: "审批",
      "proc.feasibility": "",
      "proc.eia": "未办理",
    },
  ],
  bad: [
    {
      name: "青石岭隧道工程",
      department: "交通运输局",
      totalInvestment: 9100,
      stage: "在建",
      route: "审批",
      "proc.feasibility": "已批复",
      "proc.eia": "未办理",
    },
    {
      name: "青石岭隧道工程",
      department: "交通运输局",
      totalInvestment: 9100,
      stage: "在建",
      "proc.feasibility": "川发改审〔2024〕8号",
      "proc.buildPermit": "",
    },
    // A day that is still to come is a plan.
    {
      name: "青石岭隧道工程",
      department: "交通运输局",
      totalInvestment: 9100,
      stage: "在建",
      route: "审批",
      "proc.feasibility": "已批复",
      "proc.eia": "2025-12-31",
    },
  ],
  prepareAt(context, stage) {
    const { asOf, pack, has } = context;
    if (!stage) return null;
    const dueBy = (route: Route) => (stage.procedures[route] ?? []).filter((key) => has(FIELD_OF[key]));
    const due: Readonly<Record<Route, readonly ProcedureKey[]>> = {
      审批: dueBy("审批"),
      核准: dueBy("核准"),
      备案: dueBy("备案"),
    };
    if (Object.values(due).every(({ length }) => length === 0)) return null;
    const lackingOf = lackingAt(stage, context);
    return (project) => {
      let open: ProcedureKey[] | null = null;
      for (const key of due[likelyRoute(pack, project)]) if (isOpen(project, key, asOf)) (open ??= []).push(key);
      if (!open) return null;
      // What the channel itself asks for is C208's to say.
      const channel = channelFor(project, context);
      const said = channel ? lackingOf(project, channel).flat() : [];
      const left = open.filter((key) => !said.includes(key));
      if (left.length === 0) return null;
      return { fields: left.map((key) => FIELD_OF[key]), args: { stage: stage.name, steps: left } };
    };
  },
});
