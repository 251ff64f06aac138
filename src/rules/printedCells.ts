/** The figures of cells as printed ones: each stands for every value that rounds to it. */
import type { FieldKey } from "../ledger/fields";
import { columnOf, type Ledger, type Project } from "../ledger/ledger";
import { isPercentCell } from "../ledger/raw";
import { inWan, readAmount } from "../measure/amount";
import { printedDecimals, type Printed } from "../measure/printed";
import type { Amount, MoneyUnit } from "../measure/types";

/** In 万元; null where nothing is printed, or something approximate. */
export function printedAmount(
  cell: Project["cells"][number] | undefined,
  unit: MoneyUnit | null,
  amount: Amount | null,
): Printed | null {
  if (!amount || amount.approx || (typeof cell !== "number" && typeof cell !== "string")) return null;
  const own = typeof cell === "string" ? (readAmount(cell, unit)?.ownUnit ?? unit) : unit;
  return { value: amount.wan, half: inWan(0.5 * 10 ** -printedDecimals(cell), own ?? "万元") };
}

/** 「约1200万元」 is rounded to its last digit that is not 0. */
export function roundedAmount(
  cell: Project["cells"][number] | undefined,
  unit: MoneyUnit | null,
  amount: Amount | null,
): Printed | null {
  if (!amount?.approx || typeof cell !== "string") return printedAmount(cell, unit, amount);
  const exact = printedAmount(cell, unit, { ...amount, approx: false });
  const figure = /\d[\d,，]*(?:\.\d+)?/u.exec(cell.normalize("NFKC"))?.[0].replace(/[,，]/gu, "");
  if (!exact || figure === undefined) return null;
  const zeros = figure.includes(".") ? 0 : (/0*$/u.exec(figure)?.[0].length ?? 0);
  return { value: exact.value, half: exact.half * 10 ** zeros };
}

export function printedAmountOf(ledger: Ledger, project: Project, field: FieldKey): Printed | null {
  const column = ledger.columns.find((each) => each.field === field);
  return column ? printedAmount(project.cells[column.column], column.unitInForce, amountOf(project, field)) : null;
}

/** A printed rate, as a share. */
export function printedShareOf(ledger: Ledger, project: Project, field: FieldKey): Printed | null {
  const column = columnOf(ledger, field);
  const share: unknown = (project.values as Readonly<Record<string, unknown>>)[field];
  const cell = project.cells[column];
  if (typeof share !== "number" || (typeof cell !== "number" && typeof cell !== "string")) return null;
  const asTyped = Number(typeof cell === "number" ? cell : cell.normalize("NFKC").replace(/[^\d.]/g, ""));
  const hundredfold = Math.abs(asTyped - share * 100) <= Math.abs(asTyped - share);
  // A share shown as a percentage is printed to its hundredth at least.
  const decimals = isPercentCell(project, column) ? Math.max(2, printedDecimals(cell)) : printedDecimals(cell);
  return { value: share, half: (0.5 * 10 ** -decimals) / (hundredfold ? 100 : 1) };
}

/** The amount of a field whose kind is known only at run time. */
export function amountOf(project: Project, field: FieldKey): Amount | null {
  const value: unknown = (project.values as Readonly<Record<string, unknown>>)[field];
  return typeof value === "object" && value !== null && "wan" in value ? (value as Amount) : null;
}
