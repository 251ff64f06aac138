/** Our functions as Excel's custom functions: each under its id, failures as Excel's own errors with their sentence. */
import { call } from "./call";
import {
  FunctionFailure,
  isRange,
  type Argument,
  type CellInput,
  type CellOutput,
  type FunctionContext,
  type Outcome,
  type Range,
  type WorksheetFunction,
} from "./function";
import { FUNCTIONS } from "./table";

/** What the custom-functions runtime lends. */
export interface ExcelRuntime {
  readonly associate: (id: string, answer: (...given: readonly unknown[]) => ExcelOutput[][]) => void;
  /** An error that shows its sentence; thrown for the whole answer. */
  readonly errorOf: (failure: FunctionFailure) => Error;
  /** Whether such an error may also stand in one cell of an array; otherwise the sentence stands there as text. */
  readonly errorsInArrays: boolean;
}

export type ExcelOutput = CellOutput | Error;

/** `context` is asked at every call, so that a changed policy pack counts from the next calculation on. */
export function registerExcelFunctions(runtime: ExcelRuntime, context: () => FunctionContext): void {
  for (const fn of FUNCTIONS) {
    runtime.associate(fn.id, (...given) => answer(fn, given, runtime, context()));
  }
}

function answer(
  fn: WorksheetFunction,
  given: readonly unknown[],
  runtime: ExcelRuntime,
  context: FunctionContext,
): ExcelOutput[][] {
  const args = fn.parameters.map((parameter, index) => argumentOf(given[index], parameter.optional === true));
  const outcome = call(fn, args, hasNull(args) ? { ...context, blanks: "told" } : context);
  if (outcome instanceof FunctionFailure) throw runtime.errorOf(outcome);
  if (typeof outcome === "number" || typeof outcome === "string") return [[outcome]];
  const rows = outcome.map((row) => row.map((cell) => outputOf(cell, runtime)));
  // Excel shows #CALC! for an array without cells.
  return rows.length === 0 || rows[0]?.length === 0 ? [[""]] : rows;
}

/** Excel says null for an argument left out, and puts its own invocation object after the last one. */
function argumentOf(given: unknown, optional: boolean): Argument {
  if (Array.isArray(given)) return (given as readonly unknown[][]).map((row) => row.map(cellOf)) satisfies Range;
  if (given === undefined || (typeof given === "object" && given !== null)) return undefined;
  if (given === null) return optional ? undefined : null;
  return cellOf(given);
}

function cellOf(given: unknown): CellInput {
  if (typeof given === "string" || typeof given === "number" || typeof given === "boolean") return given;
  return null;
}

/** Where one blank arrived as null, a 0 is a 0. */
function hasNull(args: readonly Argument[]): boolean {
  return args.some((argument) => isRange(argument) && argument.some((row) => row.includes(null)));
}

function outputOf(cell: Outcome, { errorOf, errorsInArrays }: ExcelRuntime): ExcelOutput {
  if (!(cell instanceof FunctionFailure)) return cell;
  return errorsInArrays ? errorOf(cell) : cell.sentence;
}
