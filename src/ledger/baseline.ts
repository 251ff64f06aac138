/** What was handed in last time: which findings stood then, and what each project said. */
import type { Amount } from "../measure/types";
import type { Ledger, Project, Values } from "./ledger";
import { currentProjects } from "./restated";

/** Figures that only grow from month to month. */
export const CUMULATIVE_FIELDS = ["completed", "arrived", "paid", "approved", "completedThisYear"] as const;
export type CumulativeField = (typeof CUMULATIVE_FIELDS)[number];

export interface BaselineProject {
  readonly key: string;
  readonly name: string;
  readonly stage: string | null;
  /** 万元, by field. */
  readonly amounts: Readonly<Partial<Record<CumulativeField | "totalInvestment", number>>>;
}

export interface Baseline {
  /** The day on which it was judged, YYYY-MM-DD. */
  readonly asOf: string;
  /** Ids of the findings that stood then. */
  readonly findings: readonly string[];
  readonly projects: readonly BaselineProject[];
}

export function baselineProjects(ledgers: readonly Ledger[]): readonly BaselineProject[] {
  return ledgers
    .filter((ledger) => ledger.role === "projects")
    .flatMap((ledger) => currentProjects(ledger).map(baselineProject));
}

function baselineProject({ key, values }: Project): BaselineProject {
  return { key, name: values.name ?? "", stage: values.stage ?? null, amounts: baselineAmounts(values) };
}

export function baselineAmounts(values: Values): BaselineProject["amounts"] {
  const amounts: Partial<Record<CumulativeField | "totalInvestment", number>> = {};
  for (const field of ["totalInvestment", ...CUMULATIVE_FIELDS] as const) {
    const amount: Amount | undefined = values[field];
    if (amount) amounts[field] = amount.wan;
  }
  return amounts;
}
