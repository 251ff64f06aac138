/** Our functions in the engine's cells as WPS has them: asked under the name that the entry page has registered, with what WPS hands over. */
import { ErrorType, ErrorValueObject, type BaseValueObject, type FunctionVariantType } from "@univerjs/engine-formula";
import { isRange, type Outcome, type WorksheetFunction } from "../../functions/function";
import { FUNCTIONS } from "../../functions/table";
import { asyncRegistrations } from "../asyncFunction";
import { argument, outcomeObject, type Registration } from "../functions";
import type { CellValues, Given } from "./customFunctions";

/** What the cells show, when the entry page has registered its functions. */
export type Calculate = (fn: WorksheetFunction, args: readonly Given[]) => Promise<unknown>;

export function wpsRegistrations(calculate: Calculate): Registration[] {
  return FUNCTIONS.flatMap((fn) =>
    asyncRegistrations(fn, async (variants, { row, column }) =>
      cellsOf(await calculate(fn, variants.map(given)), row, column),
    ),
  );
}

function given(variant: FunctionVariantType): Given {
  const value = argument(variant);
  if (isRange(value)) return { cells: value.map((line) => line.map(blankAsNull)) };
  return variant.isReferenceObject() ? { cells: [[blankAsNull(value ?? null)]] } : blankAsNull(value ?? null);
}

function blankAsNull(value: CellValues[0][0]): CellValues[0][0] {
  return value === "" ? null : value;
}

function cellsOf(shows: unknown, row: number, column: number): BaseValueObject {
  if (shows === "#NAME?") return ErrorValueObject.create(ErrorType.NAME);
  if (shows === "#VALUE!") return ErrorValueObject.create(ErrorType.VALUE);
  return outcomeObject(Array.isArray(shows) ? (shows as Outcome[][]) : (shows as Outcome), row, column);
}
