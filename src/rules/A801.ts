/** A year's plan is done at the pace at which the year passes. */
import type { Ledger, Project } from "../ledger/ledger";
import { doneUntil } from "../ledger/ownTime";
import { daysBetween } from "../measure/dayNumber";
import type { Stage } from "../policy/pack";
import { hasBegun } from "../reserve/begun";
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
    {
      name: "城南环线道路工程",
      department: "交通运输局",
      totalInvestment: 20000,
      planThisYear: 8000,
      completedThisYear: 0,
      startPlanned: "2025-10",
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
  prepare(context) {
    const behindOf = behindTheYear(context.ledger, context);
    const most = context.parameter("points");
    // From here on it is a red light, which A802 says.
    const red = lightPreset(context.pack)?.numbers["progressRedPoints"] ?? Infinity;
    return (project) => {
      const behind = behindOf(project);
      if (behind === null || behind.points <= most || behind.points > red) return null;
      return { fields: ["completedThisYear", "planThisYear"], args: { ...behind } };
    };
  },
});

export interface Behind {
  readonly rate: number;
  readonly elapsed: number;
  readonly points: number;
  /** The day up to which the figures go, where it is an earlier one than asOf; blank otherwise. */
  readonly until: string;
}

/**
 * By how much of the year each row's plan lies behind, on the day up to which the ledger's figures go; null where a row
 * has no plan for the year of asOf, has left, or is to start later.
 */
export function behindTheYear(ledger: Ledger, { pack, asOf }: RuleContext): (project: Project) => Behind | null {
  const day = doneUntil(ledger, asOf);
  if (day === null) return () => null;
  const elapsed = elapsedShare(day);
  const until = day < asOf ? day : "";
  return (project) => {
    const { planThisYear: plan, completedThisYear: done } = project.values;
    if (!plan || !done || plan.wan <= 0) return null;
    const stage = stageOf(pack, project);
    if (stage?.left || startIsToCome(project, stage, day)) return null;
    const rate = done.wan / plan.wan;
    return { rate, elapsed, points: Math.round((elapsed - rate) * 1e4) / 1e4, until };
  };
}

/** What is planned to start in October has done nothing by June, and is on time. */
function startIsToCome(project: Project, stage: Stage | null, day: string): boolean {
  const { startActual, startPlanned, completedThisYear } = project.values;
  if ((completedThisYear?.wan ?? 0) > 0 || (stage !== null && !stage.beforeStart)) return false;
  if (startActual) return startActual.from > day;
  if (startPlanned === undefined || hasBegun(project)) return false;
  // 「2025年」 has been here since January: only a short stretch puts the start off until its end.
  const isShort = daysBetween(startPlanned.from, startPlanned.to) <= QUARTER;
  return (isShort ? startPlanned.to : startPlanned.from) > day;
}

/** No quarter of a year is longer, in days from its first to its last. */
const QUARTER = 92;
