/** The report: what was read and what was found, as one JSON document. A public interface: fields are added, never renamed. */
import type { FieldKey } from "../ledger/fields";
import type { Role, SkipReason, Values } from "../ledger/ledger";
import type { MoneyUnit } from "../measure/types";
import type { AreaJudgement } from "../policy/judge";
import type { StageMove } from "../reserve/moves";
import type { DepartmentRank } from "../reserve/ranking";
import type { CountAndWan, ReserveNumbers } from "../reserve/reserve";
import type { Basis, Severity } from "../rules/rule";

export interface Report {
  readonly tool: { readonly name: "ledger-check"; readonly version: string };
  readonly asOf: string;
  readonly pack: { readonly id: string; readonly version: string; readonly title: string };
  /** Things worth knowing about the run itself (no pack in force on asOf …). */
  readonly notices: readonly string[];
  readonly files: readonly FileReport[];
  readonly reserve: ReserveReport;
  readonly findings: readonly RunFindingReport[];
  readonly waived: readonly WaivedReport[];
  readonly verdict: Verdict;
  /** Only where another pack was asked for: what it would change. */
  readonly comparison?: Comparison;
}

/** What the command line tells of a run: its findings and sums, without the rows. */
export interface Account extends Pick<Report, "findings" | "waived" | "verdict" | "comparison"> {
  readonly files: readonly (Omit<FileReport, "sheets"> & { readonly sheets: readonly SheetAccount[] })[];
  /** Null where no ledger says when its projects entered the reserve: a progress list has no such target. */
  readonly reserve: ReserveReport | null;
}

export interface SheetAccount extends Omit<SheetReport, "rows"> {
  readonly projects: number;
}

export interface Comparison {
  readonly pack: { readonly id: string; readonly version: string; readonly title: string };
  /** Findings that only the other pack gives. */
  readonly appearing: readonly ComparedFinding[];
  /** Findings that only this pack gives. */
  readonly going: readonly ComparedFinding[];
}

export interface ComparedFinding {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cells: readonly string[];
  readonly message: string;
}

export interface FileReport {
  readonly path: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly sheets: readonly SheetReport[];
}

export interface SheetReport {
  readonly name: string;
  readonly role: Role;
  readonly why: string | null;
  readonly header: { readonly top: number; readonly bottom: number } | null;
  readonly unit: MoneyUnit | null;
  /** The unit that bare amounts were read in where none was stated anywhere; null otherwise. */
  readonly assumedUnit: MoneyUnit | null;
  /** 零报告: the ledger has no project and says so. */
  readonly reportsNone?: true;
  readonly columns: readonly {
    readonly column: string;
    readonly heading: string;
    readonly field: FieldKey;
    readonly unit: MoneyUnit | null;
  }[];
  readonly unmapped: readonly { readonly column: string; readonly heading: string }[];
  /** Columns about which the user is asked. */
  readonly questions: readonly {
    readonly column: string;
    readonly heading: string;
    readonly candidates: readonly FieldKey[];
    readonly samples: readonly string[];
  }[];
  readonly rows: readonly RowReport[];
  readonly skipped: readonly { readonly row: number; readonly why: SkipReason }[];
  readonly findings: readonly FindingReport[];
  /** With `anyOf`, a column for any of its fields would do; `field` is the first of them. */
  readonly waiting: readonly {
    readonly field: FieldKey;
    readonly anyOf?: readonly FieldKey[];
    readonly codes: readonly string[];
  }[];
  /** Columns of sources of funds that were not recognised and are in no sum: whether the sources are less than the total was not judged (C206). */
  readonly sourcesLeftOut?: readonly { readonly column: string; readonly heading: string }[];
}

export interface RowReport {
  readonly row: number;
  readonly key: string;
  readonly hidden?: true;
  /** The sheet of a later month of the same file states the project again: no sum counts this row. */
  readonly restated?: true;
  readonly values: Values;
  readonly judged: {
    readonly area: AreaJudgement;
    readonly negative: { readonly class: string; readonly by: readonly string[] } | null;
  };
}

export interface FixReport {
  readonly kind: "safe" | "choice";
  /** For "choice": the alternatives, each a list of edits with a label; `edits` is then the first. */
  readonly edits: readonly EditReport[];
  readonly choices?: readonly { readonly label: string; readonly edits: readonly EditReport[] }[];
}

export interface EditReport {
  readonly cell: string;
  readonly was: string | number | boolean | null;
  readonly put: string | number | boolean | null;
}

export interface FindingReport {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly row: number | null;
  readonly cells: readonly string[];
  readonly field: FieldKey | null;
  readonly message: string;
  readonly why: string;
  readonly how: string;
  readonly basis: Basis;
  readonly fix: FixReport | null;
  /** Only in a run that was given the last submission: whether the finding did not stand then. */
  readonly isNew?: boolean;
}

export interface RunFindingReport extends Omit<FindingReport, "row" | "cells"> {
  readonly files: readonly string[];
}

export interface WaivedReport {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly by: string;
  /** YYYY-MM-DD, the last day of the waiver. */
  readonly until: string;
}

/** The numbers of the reserve as they are computed, and what a report adds to them. */
export interface ReserveReport extends ReserveNumbers {
  /** Departments by the completion of their year's plans, best first. */
  readonly ranking: readonly DepartmentRank[];
  /** Only in a run that was given the last submission: who changed the stage, came or left since. */
  readonly moves?: readonly StageMove[];
}

export type { CountAndWan };

export interface Verdict {
  readonly canSubmit: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly waived: number;
}
