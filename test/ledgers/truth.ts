/** What is true of a made ledger: written down by whoever made it, never by a reader. */
import type { FieldKey } from "../../src/ledger/fields";
import type { Procedure, Role, SkipReason } from "../../src/ledger/ledger";
import type { Amount, Interval, MoneyUnit, Period } from "../../src/measure/types";
import type { MadeWorkbook } from "./workbook";

export type TrueValue = string | number | Amount | Interval | Period | Procedure;

export interface TrueColumn {
  /** Letters. */
  readonly column: string;
  readonly field: FieldKey;
  /** What the heading itself states. */
  readonly unit: MoneyUnit | null;
  /** For the message when it was missed. */
  readonly heading?: string;
}

export interface TrueRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly values: Readonly<Partial<Record<FieldKey, TrueValue>>>;
  /** Fields of which the contract does not settle what is read. */
  readonly open: readonly FieldKey[];
}

export interface TrueSkip {
  readonly row: number;
  /** "any": no project, whatever it is called; right under the heading it may be counted to the heading. */
  readonly why: SkipReason | "any";
}

export interface PlannedFinding {
  readonly code: string;
  /** Null: about the run. */
  readonly row: number | null;
  /** Cells that the finding must name. */
  readonly cells: readonly string[];
}

export interface TrueSheet {
  readonly sheet: string;
  readonly role: Role;
  readonly header: { readonly top: number; readonly bottom: number } | null;
  readonly unit: MoneyUnit | null;
  readonly columns: readonly TrueColumn[];
  /** Letters of columns that have a heading and no field. */
  readonly unmapped: readonly string[];
  /** Columns that may as well be mapped to this field as not. */
  readonly either: readonly { readonly column: string; readonly field: FieldKey }[];
  readonly rows: readonly TrueRow[];
  /** Below the heading. */
  readonly skipped: readonly TrueSkip[];
  readonly planned: readonly PlannedFinding[];
  /** Codes that may appear unplanned here, since the contract leaves them open. */
  readonly tolerated: readonly string[];
}

export interface LedgerCase {
  /** What is awkward about it, as a file name. */
  readonly name: string;
  readonly workbook: MadeWorkbook;
  /** As a csv of this encoding instead of xlsx; of the first sheet. */
  readonly csv?: "utf-8" | "utf-8-bom" | "gb18030";
  readonly sheets: readonly TrueSheet[];
}
