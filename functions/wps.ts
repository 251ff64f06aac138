/** Our functions as WPS's own (自定义函数): each under its Chinese name, a failure as its sentence. */
import { call } from "./call";
import {
  FunctionFailure,
  isRange,
  type Argument,
  type CellOutput,
  type FunctionContext,
  type Outcome,
  type Parameter,
  type WorksheetFunction,
} from "./function";
import { FUNCTIONS, NAMESPACE } from "./table";
import { argumentFrom } from "./wpsArguments";

export interface WpsMetadata {
  readonly description: string;
  readonly result: { readonly type: string };
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly description: string }[];
}

export type WpsFunction = (...given: readonly unknown[]) => CellOutput | CellOutput[][];

/** `wps.AddCustomFunction`, which the entry page alone may call: a second page would register every function twice. */
export type AddCustomFunction = (namespace: string, name: string, callback: WpsFunction, metadata: WpsMetadata) => void;

export interface WpsRegistration {
  /** Names under which the functions can be typed after =XM. */
  readonly names: readonly string[];
  /** Ids that were registered in place of a Chinese name that this build refuses. */
  readonly underId: readonly string[];
  /** Functions that could not be registered at all. */
  readonly refused: readonly string[];
}

/** `context` is asked at every call, so that a changed policy pack counts from the next calculation on. */
export function registerWpsFunctions(add: AddCustomFunction, context: () => FunctionContext): WpsRegistration {
  const names: string[] = [];
  const underId: string[] = [];
  const refused: string[] = [];
  for (const fn of FUNCTIONS) {
    const answer = wpsFunction(fn, context);
    const registered = [fn.name, fn.id].find((name) => isTaken(add, name, answer, wpsMetadata(fn)));
    if (registered === undefined) refused.push(fn.name);
    else names.push(registered);
    if (registered === fn.id) underId.push(fn.id);
  }
  return { names, underId, refused };
}

function isTaken(add: AddCustomFunction, name: string, answer: WpsFunction, metadata: WpsMetadata): boolean {
  try {
    add(NAMESPACE, name, answer, metadata);
    return true;
  } catch {
    return false;
  }
}

/** Types as WPS's own scanner writes them: matrices by their brackets, what may be left out by a question mark. */
export function wpsMetadata(fn: WorksheetFunction): WpsMetadata {
  return {
    description: fn.description,
    // A range given is a range answered, in which a cell can be a number, a blank or a sentence.
    result: { type: "any[][]" },
    parameters: fn.parameters.map((parameter) => ({
      name: parameter.name,
      type: typeOf(parameter),
      description: parameter.description,
    })),
  };
}

function typeOf({ takes, type, optional }: Parameter): string {
  return (takes === "cell" ? type : "any[][]") + (optional ? "?" : "");
}

function wpsFunction(fn: WorksheetFunction, context: () => FunctionContext): WpsFunction {
  return (...given) => {
    try {
      const args = fn.parameters.map((parameter, index) => argumentFrom(given[index], parameter));
      // Where one blank arrived as such, a 0 is a 0.
      const told = args.some(hasBlank);
      return shown(call(fn, args, told ? { ...context(), blanks: "told" } : context()));
    } catch (error) {
      // A defect of ours; what WPS makes of an exception is not known, a sentence is.
      return `计算失败：${error instanceof Error ? error.message : String(error)}`;
    }
  };
}

function hasBlank(argument: Argument): boolean {
  return argument === null || (isRange(argument) && argument.some((row) => row.includes(null)));
}

/** WPS knows no way to answer with an error of its own: the sentence stands in the cell. */
function shown(outcome: ReturnType<typeof call>): CellOutput | CellOutput[][] {
  if (!Array.isArray(outcome)) return textOf(outcome as Outcome);
  const rows = (outcome as readonly (readonly Outcome[])[]).map((row) => row.map(textOf));
  // null, and an array without cells, would show as 0.
  return rows.length === 0 || rows[0]?.length === 0 ? "" : rows;
}

function textOf(outcome: Outcome): CellOutput {
  return outcome instanceof FunctionFailure ? outcome.sentence : outcome;
}
