/** How far the departments are together: the target in force and what is missing, the rates of the year. */
import { workdaysLeft } from "../../../measure/calendar";
import type { Target } from "../../../policy/pack";
import { targetInForce } from "../../../reserve/place";
import { definition } from "../../../words/definitions";
import { wan, type Collection } from "./collection";
import type { Summary } from "./summary";

export interface TargetState {
  readonly target: Target;
  readonly added: { readonly count: number; readonly wan: number };
  /** Projects of which nobody wrote when they entered: they are not among the added. */
  readonly undated: number;
  /** False where that is so of all projects: then 0 added would be no finding. */
  readonly isTold: boolean;
  readonly gap: { readonly count: number; readonly wan: number };
  /** Null where the calendar has no data. */
  readonly workdaysLeft: number | null;
}

export function targetState({ summary, pack, asOf, calendar }: Collection): TargetState | null {
  const target = targetInForce(pack, asOf);
  if (!target) return null;
  const undated = Object.values(summary.undatedBy).reduce((sum, { count }) => sum + count, 0);
  const added = { count: summary.added.count, wan: wan(summary.added.millionths) };
  return {
    target,
    added,
    undated,
    isTold: undated === 0 || undated < summary.all.count,
    gap: {
      count: Math.max(0, (target.count ?? 0) - added.count),
      wan: Math.round(Math.max(0, (target.wan ?? 0) - added.wan) * 1e6) / 1e6,
    },
    workdaysLeft: workdaysLeft(calendar, asOf, target.by),
  };
}

const RATES = ["started", "yearCompletion", "totalCompletion", "arrival", "payment"] as const;

export function ratesOf(summary: Summary): readonly {
  readonly key: (typeof RATES)[number];
  readonly name: string;
  readonly above: number;
  readonly below: number;
}[] {
  return RATES.flatMap((key) => {
    const found = summary.rates[key];
    if (!found || found.below === 0) return [];
    return [{ key, name: definition(key, "zh").name, above: wan(found.above), below: wan(found.below) }];
  });
}
