/** Our functions in the engine's cells as Excel has them: known by their metadata, called by a message to the custom-functions runtime, answered later. */
import { ErrorType, ErrorValueObject, type BaseValueObject, type FunctionVariantType } from "@univerjs/engine-formula";
import { FunctionFailure, isRange, type Argument, type Outcome, type Outcomes } from "../../functions/function";
import { functionsJson, type FunctionMetadata, type ParameterMetadata } from "../../functions/metadata";
import { asyncRegistrations, type Answer } from "../asyncFunction";
import { argument, outcomeObject, type Registration } from "../functions";

/** As Excel tells it: arguments as the metadata declares them, a blank as 0, one left out as null. */
export interface Asked {
  readonly functionId: string;
  readonly args: readonly unknown[];
  readonly address: string;
}

export interface Answered {
  readonly ok: boolean;
  readonly value: unknown;
  readonly errorCode: number | null;
}

export type Ask = (asked: Asked) => Promise<Answered>;

const NOT_AVAILABLE = 1;

export function excelRegistrations(ask: Ask): Registration[] {
  return functionsJson("zh", "").functions.flatMap((fn) => asyncRegistrations(fn, answered(fn, ask)));
}

function answered({ id, parameters }: FunctionMetadata, ask: Ask): Answer {
  return async (variants, { sheet, row, column }) => {
    // An error in an argument is the formula's error: Excel asks no function that did not say that it takes errors.
    if (variants.some((variant) => variant.isError())) return ErrorValueObject.create(ErrorType.VALUE);
    const args = parameters.map((parameter, index) => handedOver(parameter, variants[index]));
    const address = `${sheet}!R${String(row)}C${String(column)}`;
    return shown(await ask({ functionId: id, args, address }), row, column);
  };
}

function handedOver({ dimensionality }: ParameterMetadata, variant: FunctionVariantType | undefined): unknown {
  if (variant === undefined) return null;
  const given: Argument = argument(variant);
  if (dimensionality === "scalar") return blankAsZero(isRange(given) ? given[0]?.[0] : given);
  return isRange(given) ? given.map((line) => line.map(blankAsZero)) : [[blankAsZero(given)]];
}

/** What desktop Excel does. */
function blankAsZero(value: unknown): unknown {
  return value === "" || value === null || value === undefined ? 0 : value;
}

function shown({ ok, value, errorCode }: Answered, row: number, column: number): BaseValueObject {
  if (!ok) {
    const failure = new FunctionFailure(errorCode === NOT_AVAILABLE ? "na" : "value", String(value));
    return outcomeObject(failure, row, column);
  }
  const rows = Array.isArray(value) ? (value as unknown[][]) : [[value]];
  const outcomes: Outcomes = rows.map((line) => line.map(outcome));
  const only = outcomes.length === 1 && outcomes[0]?.length === 1 ? outcomes[0][0] : undefined;
  return outcomeObject(only ?? outcomes, row, column);
}

function outcome(value: unknown): Outcome {
  if (typeof value === "number" || typeof value === "string") return value;
  return value === null || value === undefined ? "" : String(value);
}
