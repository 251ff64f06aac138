/** What WPS hands a worksheet function, as what a function takes: its builds disagree on almost every shape. */
import { errorOfNumber } from "../src/sheet/errorNumber";
import type { Argument, CellInput, Parameter, Range } from "./function";

/** How an argument arrives that the formula leaves out (DISP_E_PARAMNOTFOUND). */
const LEFT_OUT = -2147352572;

/** A live range has its values behind a member; a single cell comes bare or as a matrix of one. */
export function argumentFrom(given: unknown, { takes, optional }: Parameter): Argument {
  if (given === LEFT_OUT || given === undefined || (given === null && optional)) return undefined;
  const value = unwrapped(given);
  if (!Array.isArray(value)) return cellFrom(value);
  const range = matrixFrom(value as readonly unknown[]);
  return takes === "range" || range.length !== 1 || range[0]?.length !== 1 ? range : range[0][0];
}

function unwrapped(given: unknown): unknown {
  if (!isObject(given) || Array.isArray(given)) return given;
  const value: unknown = Reflect.get(given, "Value2");
  return typeof value === "function" ? (value.call(given) as unknown) : value;
}

/** A single row may come flattened. */
function matrixFrom(given: readonly unknown[]): Range {
  return given.some(Array.isArray)
    ? given.map((row) => (Array.isArray(row) ? (row as readonly unknown[]).map(cellFrom) : [cellFrom(row)]))
    : [given.map(cellFrom)];
}

/** An error comes as a number; a function sees its text, as in the workbench. */
function cellFrom(given: unknown): CellInput {
  const value = isObject(given) ? unwrapped(given) : given;
  if (typeof value === "number") return errorOfNumber(value) ?? value;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
