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
  readonly gap: { readonly count: number; readonly wan: number };
  /** Null where the calendar has no data. */
  readonly workdaysLeft: number | null;
}

export function targetState({ summary, pack, asOf, calendar }: Collection): TargetState | null {
  const target = targetInForce(pack, asOf);
  if (!target) return null;
  const added = { count: summary.added.count, wan: wan(summary.added.millionths) };
  return {
    target,
    added,
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
