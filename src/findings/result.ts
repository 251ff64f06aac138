/** What a check is asked, and what it gives. */
import type { Baseline } from "../ledger/baseline";
import type { Ledger, Project } from "../ledger/ledger";
import type { Calendar } from "../measure/calendar";
import type { Judge, Verdict } from "../policy/judge";
import type { Pack } from "../policy/pack";
import type { Rule, Waiting } from "../rules/rule";
import type { Finding } from "./finding";

export interface Waiver {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly by: string;
  /** Last day, YYYY-MM-DD. */
  readonly until: string;
}

export interface CheckOptions {
  readonly pack: Pack;
  readonly asOf: string;
  readonly rules: readonly Rule[];
  readonly calendar: Calendar;
  readonly judge: Judge;
  readonly waivers?: readonly Waiver[];
  /** What was handed in last time, for rules that compare. */
  readonly baseline?: Baseline;
}

export interface LedgerFindings {
  readonly ledger: Ledger;
  /** Sorted by row, then column, then code. */
  readonly findings: readonly Finding[];
  readonly waiting: readonly Waiting[];
}

export interface CheckResult {
  readonly perLedger: readonly LedgerFindings[];
  /** About the run as a whole. */
  readonly run: readonly Finding[];
  readonly waived: readonly { readonly finding: Finding; readonly waiver: Waiver }[];
  /** What was concluded of a project's texts: whoever counts after the check need not read them again. */
  readonly verdict: (project: Project) => Verdict;
}

export interface CheckProgress {
  readonly rows: number;
  readonly of: number;
  /** How many findings there are so far, and the first of them; what is waived is still among them. */
  readonly found: number;
  readonly first: readonly Finding[];
}
