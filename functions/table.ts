/** The one table of worksheet functions, in the order in which help lists them. */
import { AMOUNT } from "./amount";
import { CREDITCODE } from "./creditCode";
import { DAY } from "./day";
import { DAYSLEFT } from "./daysLeft";
import { DOCNUMBER } from "./documentNumber";
import type { Argument, CellInput, WorksheetFunction } from "./function";
import { isRange } from "./function";
import { PROJECTCODE } from "./projectCode";
import { WORKDAYADD } from "./workdayAdd";
import { WORKDAYS } from "./workdays";

/** Stands before every function: =XM.金额万元(…). */
export const NAMESPACE = "XM";

export const FUNCTIONS: readonly WorksheetFunction[] = [
  AMOUNT,
  DAY,
  WORKDAYS,
  WORKDAYADD,
  DAYSLEFT,
  PROJECTCODE,
  CREDITCODE,
  DOCNUMBER,
];

/** The formula of a function's example, as a clerk would type it. */
export function exampleFormula(fn: WorksheetFunction): string {
  return `=${NAMESPACE}.${fn.name}(${fn.example.args.map(literal).join(", ")})`;
}

function literal(argument: Argument): string {
  if (!isRange(argument)) return cellLiteral(argument ?? null);
  return `{${argument.map((row) => row.map(cellLiteral).join(",")).join(";")}}`;
}

function cellLiteral(cell: CellInput): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(cell) : `"${cell.replaceAll('"', '""')}"`;
}
