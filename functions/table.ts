/** The one table of worksheet functions, in the order in which help lists them. */
import { AMOUNT } from "./amount";
import { AREA } from "./area";
import { CAPITAL } from "./capital";
import { CHANNELFIT } from "./channelFit";
import { CHANNELS } from "./channels";
import { CHECKROWS } from "./checkRows";
import { CREDITCODE } from "./creditCode";
import { DAY } from "./day";
import { DAYSLEFT } from "./daysLeft";
import { DOCNUMBER } from "./documentNumber";
import { FITSHARE } from "./fitShare";
import { isRange, type Argument, type CellInput, type WorksheetFunction } from "./function";
import { GRADE } from "./grade";
import { GROWTH } from "./growth";
import { LATEST } from "./latest";
import { LIGHT } from "./light";
import { MISSING } from "./missing";
import { NEGATIVE } from "./negative";
import { NOPROJECT } from "./noProject";
import { OVERDUE } from "./overdue";
import { PACE } from "./pace";
import { PACK } from "./pack";
import { PROJECTCODE } from "./projectCode";
import { RATE } from "./rate";
import { RATIOCHECK } from "./ratioCheck";
import { RESERVE } from "./reserve";
import { RESERVEGAP } from "./reserveGap";
import { SCHEDULE } from "./schedule";
import { SIMILAR } from "./similar";
import { TIMELIMIT } from "./timeLimit";
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
  TIMELIMIT,
  LATEST,
  SCHEDULE,
  OVERDUE,
  PROJECTCODE,
  CREDITCODE,
  DOCNUMBER,
  AREA,
  CHANNELS,
  CHANNELFIT,
  NEGATIVE,
  CAPITAL,
  MISSING,
  CHECKROWS,
  PACK,
  RESERVE,
  RESERVEGAP,
  FITSHARE,
  NOPROJECT,
  SIMILAR,
  RATE,
  PACE,
  LIGHT,
  GROWTH,
  RATIOCHECK,
  GRADE,
];

/** The formula of a function's example, as a clerk would type it; by its id where a program refuses Chinese names. */
export function exampleFormula(fn: WorksheetFunction, name = fn.name): string {
  return `=${NAMESPACE}.${name}(${fn.example.args.map(literal).join(", ")})`;
}

function literal(argument: Argument): string {
  if (!isRange(argument)) return cellLiteral(argument ?? null);
  // A list of a formula's own has no room for a blank; an empty text stands for it.
  return `{${argument.map((row) => row.map((cell) => cellLiteral(cell ?? "")).join(",")).join(";")}}`;
}

function cellLiteral(cell: CellInput): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(cell) : `"${cell.replaceAll('"', '""')}"`;
}
