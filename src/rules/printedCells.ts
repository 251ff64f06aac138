/** The figures of cells as printed ones: each stands for every value that rounds to it. */
import type { FieldKey } from "../ledger/fields";
import { columnOf, type Ledger, type Project } from "../ledger/ledger";
import { isPercentCell } from "../ledger/raw";
import { inWan, readAmount } from "../measure/amount";
import { moreDecimals, printedDecimals, type Printed } from "../measure/printed";
import type { Amount, MoneyUnit } from "../measure/types";

/** Amounts are kept to 0.01 元, whatever is printed. */
const FINEST_HALF = 0.5e-6;

type Cell = Project["cells"][number] | undefined;

/** In 万元; null where nothing is printed, or something approximate. A number has no fewer than `leastDecimals`, a text those that it is written with. */
export function printedAmount(
  cell: Cell,
  unit: MoneyUnit | null,
  amount: Amount | null,
  leastDecimals = 0,
): Printed | null {
  if (!amount || amount.approx || (typeof cell !== "number" && typeof cell !== "string")) return null;
  const own = typeof cell === "string" ? (readAmount(cell, unit)?.ownUnit ?? unit) : unit;
  const decimals = typeof cell === "number" ? moreDecimals(leastDecimals, cell) : printedDecimals(cell);
  return { value: amount.wan, half: Math.max(inWan(0.5 * 10 ** -decimals, own ?? "万元"), FINEST_HALF) };
}

/** 「约1200万元」 is rounded to its last digit that is not 0. */
export function roundedAmount(
  cell: Cell,
  unit: MoneyUnit | null,
  amount: Amount | null,
  leastDecimals = 0,
): Printed | null {
  if (!amount?.approx || typeof cell !== "string") return printedAmount(cell, unit, amount, leastDecimals);
  const exact = printedAmount(cell, unit, { ...amount, approx: false });
  const figure = /\d[\d,，]*(?:\.\d+)?/u.exec(cell.normalize("NFKC"))?.[0].replace(/[,，]/gu, "");
  if (!exact || figure === undefined) return null;
  const zeros = figure.includes(".") ? 0 : (/0*$/u.exec(figure)?.[0].length ?? 0);
  return { value: exact.value, half: exact.half * 10 ** zeros };
}

export function printedAmountOf(ledger: Ledger, project: Project, field: FieldKey): Printed | null {
  const column = ledger.columns.find((each) => each.field === field);
  if (!column) return null;
  const cell = project.cells[column.column];
  return printedAmount(cell, column.unitInForce, amountOf(project, field), ledger.decimals[column.column]);
}

/** By its own digits alone: 5200 in a column with decimals was rounded by hand, or has none. */
export function typedAmountOf(ledger: Ledger, project: Project, field: FieldKey): Printed | null {
  const column = ledger.columns.find((each) => each.field === field);
  if (!column) return null;
  return printedAmount(project.cells[column.column], column.unitInForce, amountOf(project, field));
}

/** As printed, and 「约1200万元」 with the room that it leaves. */
export function roundedAmountOf(ledger: Ledger, project: Project, field: FieldKey): Printed | null {
  const column = ledger.columns.find((each) => each.field === field);
  if (!column) return null;
  const cell = project.cells[column.column];
  return roundedAmount(cell, column.unitInForce, amountOf(project, field), ledger.decimals[column.column]);
}

/** A total may be rounded further than its rows, but not beyond these decimals where the rows have them. */
const TOTAL_DECIMALS: Readonly<Record<MoneyUnit, number>> = { 元: 0, 万元: 0, 亿元: 2 };

/** The figure of a total's row, below rows with numbers of so many decimals. */
export function printedTotal(
  cell: Cell,
  unit: MoneyUnit | null,
  amount: Amount | null,
  rowDecimals: number,
): Printed | null {
  return printedAmount(cell, unit, amount, Math.min(rowDecimals, TOTAL_DECIMALS[unit ?? "万元"]));
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
