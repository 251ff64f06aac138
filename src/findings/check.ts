/** Runs the rules of a pack over ledgers. (Signatures first; the engine follows.) */
import type { Ledger, Project } from "../ledger/ledger";
import type { Calendar } from "../measure/calendar";
import type { Judge } from "../policy/judge";
import type { Pack } from "../policy/pack";
import type { FieldKey } from "../ledger/fields";
import type { Rule } from "../rules/rule";
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
}

export interface LedgerFindings {
  readonly ledger: Ledger;
  /** Sorted by row, then column, then code. */
  readonly findings: readonly Finding[];
  readonly waiting: readonly { readonly field: FieldKey; readonly codes: readonly string[] }[];
}

export interface CheckResult {
  readonly perLedger: readonly LedgerFindings[];
  /** About the run as a whole. */
  readonly run: readonly Finding[];
  readonly waived: readonly { readonly finding: Finding; readonly waiver: Waiver }[];
}

export interface CheckProgress {
  readonly rows: number;
  readonly of: number;
}

export type CheckSteps = (ledgers: readonly Ledger[], options: CheckOptions) => Generator<CheckProgress, CheckResult>;
export type { Project };
