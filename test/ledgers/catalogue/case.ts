/** Puts built sheets, and sheets that are no ledger, into one case. */
import type { Role } from "../../../src/ledger/ledger";
import type { FieldKey } from "../../../src/ledger/fields";
import { buildSheet, type BuiltSheet, type ColumnPlan, type SheetPlan } from "../build";
import { cleanCell } from "../county";
import type { Spec } from "../specify";
import type { LedgerCase, TrueSheet } from "../truth";
import type { Cell, MadeSheet, Plain } from "../workbook";

export interface CaseOptions {
  readonly date1904?: true;
  readonly inlineText?: true;
  readonly csv?: LedgerCase["csv"];
}

/** A sheet plan that takes what it does not say from the clean county. */
export type CountyPlan = Omit<SheetPlan, "defaults" | "name"> & {
  readonly name?: string;
  readonly defaults?: (field: FieldKey, index: number) => Spec | Plain;
  /** The rows above the heading state who reports, so that no department column is missed. */
  readonly reporterStated?: true;
};

export function ledgerCase(name: string, plan: CountyPlan, options: CaseOptions = {}): LedgerCase {
  return workbookCase(name, [ledgerSheet(options.csv ? { ...plan, name } : plan)], options);
}

export function workbookCase(name: string, sheets: readonly BuiltSheet[], options: CaseOptions = {}): LedgerCase {
  const { csv, ...workbook } = options;
  return {
    name,
    workbook: { sheets: sheets.map(({ made }) => made), ...workbook },
    sheets: sheets.filter(({ made }) => !made.chart).map(({ truth }) => truth),
    ...(csv ? { csv } : {}),
  };
}

/** Ledgers one below the other on one sheet, each under its own heading. */
export function stackedCase(name: string, plans: readonly CountyPlan[]): LedgerCase {
  const tables: BuiltSheet[] = [];
  for (const plan of plans) {
    const upper = tables[tables.length - 1]?.made;
    const first = tables.reduce((count, { truth }) => count + truth.rows.length, 0);
    tables.push(
      ledgerSheet({
        defaults: (field, index) => cleanCell(field, first + index),
        ...plan,
        above: [...(upper?.rows ?? []), ...(plan.above ?? [])],
        aboveMerged: [...(upper?.merges ?? []), ...(plan.aboveMerged ?? [])],
      }),
    );
  }
  const whole = workbookCase(name, tables.slice(-1));
  return { ...whole, sheets: tables.map(({ truth }) => truth) };
}

export function ledgerSheet(plan: CountyPlan): BuiltSheet {
  const { reporterStated, ...rest } = plan;
  return buildSheet({
    name: "Sheet1",
    defaults: cleanCell,
    headingPlants: missingColumns(plan.columns, reporterStated ?? false),
    ...rest,
  });
}

/** A sheet that holds no projects. */
export function otherSheet(
  name: string,
  rows: readonly (readonly Cell[])[],
  role: Role = "other",
  extra: Partial<MadeSheet> = {},
): BuiltSheet {
  const truth: TrueSheet = {
    sheet: name,
    role,
    header: null,
    unit: null,
    columns: [],
    unmapped: [],
    either: [],
    rows: [],
    skipped: [],
    planned: [],
    tolerated: [],
  };
  return { made: { name, rows, ...extra }, truth };
}

/** Every ledger owes a name, a total and who answers for it: one F117 for each that has no column. */
function missingColumns(columns: readonly ColumnPlan[], reporterStated: boolean): string[] {
  const fields = new Set(columns.map(({ field }) => field));
  const answered = reporterStated || fields.has("department") || fields.has("reporter");
  return [fields.has("name"), fields.has("totalInvestment"), answered].filter((present) => !present).map(() => "F117");
}
