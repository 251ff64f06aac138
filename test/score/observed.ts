/** What a reader made of a sheet, in the terms in which the truth is written. */
import type { FieldKey } from "../../src/ledger/fields";
import type { Ledger, Role, SkipReason } from "../../src/ledger/ledger";
import type { Severity } from "../../src/rules/rule";
import { columnName } from "../../src/sheet/address";
import type { TrueColumn } from "../ledgers/truth";

export interface ObservedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly row: number | null;
  readonly cells: readonly string[];
}

export interface ObservedRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly values: Readonly<Partial<Record<FieldKey, unknown>>>;
}

export interface Observed {
  readonly sheet: string;
  readonly role: Role;
  readonly header: { readonly top: number; readonly bottom: number } | null;
  readonly unit: string | null;
  readonly columns: readonly TrueColumn[];
  /** Letters. */
  readonly unmapped: readonly string[];
  readonly rows: readonly ObservedRow[];
  readonly skipped: readonly { readonly row: number; readonly why: SkipReason }[];
  /** Null where only the reading is judged. */
  readonly findings: readonly ObservedFinding[] | null;
}

export function observe(ledger: Ledger, findings: readonly ObservedFinding[] | null): Observed {
  return {
    sheet: ledger.sheet,
    role: ledger.role,
    header: ledger.header,
    unit: ledger.unit,
    columns: ledger.columns.map(({ column, field, unit }) => ({ column: columnName(column), field, unit })),
    unmapped: ledger.unmapped.map(({ column }) => columnName(column)),
    rows: ledger.projects.map(({ row, hidden, values }) => ({ row, hidden, values })),
    skipped: ledger.skipped,
    findings,
  };
}
