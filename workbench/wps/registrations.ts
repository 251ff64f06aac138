/** Our functions in the engine's cells as WPS has them: asked under the name that the entry page has registered, with what WPS hands over. */
import {
  AsyncObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import { isRange, type Outcome, type WorksheetFunction } from "../../functions/function";
import { FUNCTIONS, NAMESPACE } from "../../functions/table";
import { argument, outcomeObject, type Registration } from "../functions";
import type { CellValues, Given } from "./customFunctions";

/** What the cells show, when the entry page has registered its functions. */
export type Calculate = (fn: WorksheetFunction, args: readonly Given[]) => Promise<unknown>;

export function wpsRegistrations(calculate: Calculate): Registration[] {
  return FUNCTIONS.flatMap((fn) => {
    const made = functionClass(fn, calculate);
    return [`${NAMESPACE}.${fn.name}`, `${NAMESPACE}.${fn.id}`].map((name): Registration => [made, name]);
  });
}

function functionClass(fn: WorksheetFunction, calculate: Calculate): typeof BaseFunction {
  return class extends BaseFunction {
    override minParams = fn.parameters.filter(({ optional }) => optional !== true).length;
    override maxParams = fn.parameters.length;

    override isAsync(): boolean {
      return true;
    }

    // The engine's own functions of this kind answer so too, though its declaration knows values only.
    override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
      const { row, column } = this;
      const shown = calculate(fn, variants.map(given)).then((shows) => cellsOf(shows, row, column));
      return new AsyncObject(shown) as unknown as BaseValueObject;
    }
  };
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
