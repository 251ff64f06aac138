/** A year's plan is done at the pace at which the year passes. */
import type { Ledger, Project } from "../ledger/ledger";
import { elapsedShare } from "../reserve/pace";
import { lightPreset } from "./lightPreset";
import { stageOf } from "./lookups";
import { rowRule, type RuleContext } from "./rule";

export default rowRule({
  code: "A801",
  severity: "warning",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "实行倒计时，每月通报一次完成进度", confidence: "H" },
  seed: ["A27"],
  needs: ["planThisYear", "completedThisYear"],
  on: "2025-06-20",
  good: [
    {
      name: "城南环线道路工程",
      department: "交通运输局",
      totalInvestment: 20000,
      planThisYear: 8000,
      completedThisYear: 4000,
    },
    {
      name: "城南环线道路工程",
      department: "交通运输局",
      totalInvestment: 20000,
      planThisYear: 8000,
      completedThisYear: 3300,
    },
  ],
  bad: [
    {
      name: "城南环线道路工程",
      department: "交通运输局",
      totalInvestment: 20000,
      planThisYear: 8000,
      completedThisYear: 2400,
    },
    {
      name: "城南环线道路工程",
      department: "交通运输局",
      totalInvestment: 20000,
      planThisYear: "0.8亿元",
      completedThisYear: 1800,
    },
  ],
  check(project, context) {
    const behind = behindTheYear(project, context.ledger, context);
    if (behind === null || behind.points <= context.parameter("points")) return null;
    // From here on it is a red light, which A802 says.
    if (behind.points > (lightPreset(context.pack)?.numbers["progressRedPoints"] ?? Infinity)) return null;
    return { fields: ["completedThisYear", "planThisYear"], args: { ...behind } };
  },
});

export interface Behind {
  readonly rate: number;
  readonly elapsed: number;
  readonly points: number;
}

/** By how much of the year a row's plan lies behind; null where it has no plan for the year of asOf, or has left. */
export function behindTheYear(project: Project, ledger: Ledger, { pack, asOf }: RuleContext): Behind | null {
  const { planThisYear: plan, completedThisYear: done } = project.values;
  if (!plan || !done || plan.wan <= 0) return null;
  if (ledger.year !== null && ledger.year !== Number(asOf.slice(0, 4))) return null;
  if (stageOf(pack, project)?.left) return null;
  const rate = done.wan / plan.wan;
  const elapsed = elapsedShare(asOf);
  return { rate, elapsed, points: Math.round((elapsed - rate) * 1e4) / 1e4 };
}
