/** A printed figure and what it may stand for: half of its last digit to either side. */
import type { FieldKey } from "../ledger/fields";
import { columnOf, type Ledger, type Project } from "../ledger/ledger";
import { isPercentCell } from "../ledger/raw";
import { inWan, readAmount } from "../measure/amount";
import type { Amount, MoneyUnit } from "../measure/types";

export interface Printed {
  readonly wan: number;
  /** Half of the last printed digit, in 万元. */
  readonly half: number;
}

/** Null where nothing is printed, or something approximate. */
export function printed(
  cell: Project["cells"][number] | undefined,
  unit: MoneyUnit | null,
  amount: Amount | null,
): Printed | null {
  if (!amount || amount.approx || (typeof cell !== "number" && typeof cell !== "string")) return null;
  const own = typeof cell === "string" ? (readAmount(cell, unit)?.ownUnit ?? unit) : unit;
  return { wan: amount.wan, half: inWan(0.5 * 10 ** -decimalsOf(cell), own ?? "万元") };
}

export function printedOf(ledger: Ledger, project: Project, field: FieldKey): Printed | null {
  const column = ledger.columns.find((each) => each.field === field);
  const amount = amountOf(project, field);
  return column && amount ? printed(project.cells[column.column], column.unitInForce, amount) : null;
}

/** The amount of a field whose kind is known only at run time. */
export function amountOf(project: Project, field: FieldKey): Amount | null {
  const value: unknown = (project.values as Readonly<Record<string, unknown>>)[field];
  return typeof value === "object" && value !== null && "wan" in value ? (value as Amount) : null;
}

/** Whether the parts, each anywhere within its digits, can add up to the whole. */
export function canBeSum(whole: Printed, parts: readonly Printed[]): boolean {
  let sum = 0;
  let half = whole.half;
  for (const part of parts) {
    sum += Math.round(part.wan * 1e6);
    half += part.half;
  }
  return Math.abs(Math.round(whole.wan * 1e6) - sum) <= half * 1e6 + 0.5;
}

/** Decimals as written; a computed number is printed to 0.01 元 at most. */
function decimalsOf(cell: string | number): number {
  const text = typeof cell === "number" ? String(Math.round(cell * 1e6) / 1e6) : cell.normalize("NFKC");
  return Math.min(6, /\d[.、](\d+)/.exec(text)?.[1]?.length ?? 0);
}

/** What a printed rate may stand for, as shares; null where nothing is printed. */
export function shareInterval(
  ledger: Ledger,
  project: Project,
  field: FieldKey,
): { least: number; most: number } | null {
  const column = columnOf(ledger, field);
  const share: unknown = (project.values as Readonly<Record<string, unknown>>)[field];
  const cell = project.cells[column];
  if (typeof share !== "number" || (typeof cell !== "number" && typeof cell !== "string")) return null;
  const asTyped = Number(typeof cell === "number" ? cell : cell.normalize("NFKC").replace(/[^\d.]/g, ""));
  const hundredfold = Math.abs(asTyped - share * 100) <= Math.abs(asTyped - share);
  // A share shown as a percentage is printed to its hundredth at least.
  const decimals = isPercentCell(project, column) ? Math.max(2, decimalsOf(cell)) : decimalsOf(cell);
  const half = (0.5 * 10 ** -decimals) / (hundredfold ? 100 : 1);
  return { least: share - half, most: share + half };
}
