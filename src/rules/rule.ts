/** What a rule is: a code, a clause, the fields it needs, examples, and a judgement. No sentence, address, colour or clock. */
import type { Baseline } from "../ledger/baseline";
import type { FieldKey } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import type { Calendar } from "../measure/calendar";
import type { Confidence, Pack, Stage } from "../policy/pack";
import type { Judgement, Verdict } from "../policy/judge";

export type Severity = "error" | "warning" | "hint";

export interface Basis {
  readonly document: string;
  readonly number?: string;
  readonly article?: string;
  readonly url?: string;
  readonly confidence: Confidence;
}

export type Arg = string | number | readonly string[];
export type Args = Readonly<Record<string, Arg>>;

/** What a rule says of a row or ledger. */
export interface Hit {
  /** The finding stands on the first; cells are listed in this order. */
  readonly fields: readonly FieldKey[];
  /** Figures and words that the sentence needs. */
  readonly args: Args;
  /** Where a rule has two severities. */
  readonly severity?: Severity;
  /** Where the clause is not the rule's own but an entry's of the pack. */
  readonly basis?: Basis;
  /** Cells that stand for no field of the row (a total's, an unmapped column's), 0-based columns. */
  readonly columns?: readonly number[];
}

/** A hit of a ledger rule says where it stands; without `row` it is about the run as a whole. */
export interface LedgerHit extends Hit {
  readonly ledger?: Ledger;
  /** 1-based; null for a finding about a heading (then `headingRow`). */
  readonly row?: number;
  /** The project on that row, where it is one: part of the finding's identity. */
  readonly project?: Project;
  /** Other rows concerned, whose cells are listed too. */
  readonly related?: readonly { readonly ledger: Ledger; readonly row: number; readonly fields: readonly FieldKey[] }[];
  /** Files concerned, for a finding about the run. */
  readonly files?: readonly string[];
}

export interface RuleContext {
  readonly pack: Pack;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly calendar: Calendar;
  /** A parameter of the rule that is running, from the pack. Throws where the pack has none: a test keeps that from happening. */
  readonly parameter: (name: string) => number;
  readonly textParameter: (name: string) => readonly string[];
}

export interface RowContext extends RuleContext {
  readonly ledger: Ledger;
  readonly has: (field: FieldKey) => boolean;
  /** Area and negative class of the row; computed once a row. */
  readonly verdict: (project: Project) => Verdict;
  /** The same with its evidence, for what is said of the row. */
  readonly judge: (project: Project) => Judgement;
}

export interface LedgerContext extends RuleContext {
  /** Ledgers of role "projects" that have the columns that the rule needs, in the order of files and sheets. */
  readonly ledgers: readonly Ledger[];
  /** Sheets with another role. */
  readonly others: readonly Ledger[];
  readonly verdict: (project: Project) => Verdict;
  readonly judge: (project: Project) => Judgement;
  /** What was handed in last time; null where nothing was. */
  readonly baseline: Baseline | null;
  /** What waits in a ledger for a column that it does not have. */
  readonly waiting: (ledger: Ledger) => readonly Waiting[];
}

/** A field that a ledger has no column for, and the rules that cannot be judged without it. */
export interface Waiting {
  readonly field: FieldKey;
  /** Where a column for any of several fields would do: all of them, the first being `field`. */
  readonly anyOf?: readonly FieldKey[];
  readonly codes: readonly string[];
}

/** Cell contents by field, as a clerk would type them; the tests lay them out as a sheet under the standard headings. */
export type ExampleRow = Readonly<Partial<Record<FieldKey, string | number>>>;

/** What a rule sees besides a ledger: other sheets of the workbook, the last submission, the roster of departments. */
export interface ExampleRun {
  readonly rows: readonly ExampleRow[];
  /** Each a sheet of its own, headings first. */
  readonly sheets?: readonly (readonly (readonly (string | number)[])[])[];
  /** What was handed in last time. */
  readonly before?: readonly ExampleRow[];
  /** Departments of the roster, each with its person and telephone where known. */
  readonly roster?: readonly { readonly name: string; readonly person?: string; readonly phone?: string }[];
}

/** A whole ledger, or a run of several things. */
export type LedgerExample = readonly ExampleRow[] | ExampleRun;

export function isRun(example: LedgerExample): example is ExampleRun {
  return !Array.isArray(example);
}

interface RuleBase {
  readonly code: string;
  readonly severity: Severity;
  readonly basis: Basis;
  /** The sentence of a speech that asks for it (B9 …). */
  readonly seed?: readonly string[];
  /** Columns without which the rule waits; an inner list is satisfied by any of its fields. */
  readonly needs: readonly (FieldKey | readonly FieldKey[])[];
  /** Codes of which the rule says more; its bad examples bring them too. */
  readonly speaksOf?: readonly string[];
  /** The day on which the examples are judged. */
  readonly on: string;
}

export type RowCheck = (project: Project, context: RowContext) => Hit | readonly Hit[] | null;

interface RowRuleBase extends RuleBase {
  /** The rule is about cells that were not understood, or about them alone; every other rule is silent where it would read one. */
  readonly judgesUnread?: "also" | "only";
  readonly good: readonly ExampleRow[];
  readonly bad: readonly ExampleRow[];
}

type PreparedCheck = (project: Project) => Hit | readonly Hit[] | null;

/**
 * What is the same for all rows of a ledger is worked out once, by `prepare`; what is the same for those at one stage, by
 * `prepareAt`, which gives null where the rule says nothing of them. What they give judges the rows.
 */
type RowJudgement =
  | { readonly check: RowCheck }
  | { readonly prepare: (context: RowContext) => PreparedCheck }
  | { readonly prepareAt: (context: RowContext, stage: Stage | null) => PreparedCheck | null };

export type RowRule = RowRuleBase & RowJudgement & { readonly scope: "row" };

export interface LedgerRule extends RuleBase {
  readonly scope: "ledger";
  readonly good: readonly LedgerExample[];
  readonly bad: readonly LedgerExample[];
  readonly check: (context: LedgerContext) => Iterable<LedgerHit>;
}

export type Rule = RowRule | LedgerRule;

export function rowRule(rule: RowRuleBase & RowJudgement): RowRule {
  return { scope: "row", ...rule };
}

export function ledgerRule(rule: Omit<LedgerRule, "scope">): LedgerRule {
  return { scope: "ledger", ...rule };
}
