/** Our worksheet functions in the engine's cells: XM.金额万元 and XM.AMOUNT alike, spilling where they spill. */
import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionInfo,
} from "@univerjs/engine-formula";
import type { Nullable } from "@univerjs/core";
import { call } from "../functions/call";
import {
  FunctionFailure,
  type Argument,
  type CellInput,
  type FunctionContext,
  type Outcome,
  type Outcomes,
  type WorksheetFunction,
} from "../functions/function";
import { FUNCTIONS, NAMESPACE } from "../functions/table";

/** A function of ours as the engine calls it, and a name under which it is called. */
export type Registration = [typeof BaseFunction, string];

/** `context` is asked at every calculation. */
export function functionRegistrations(context: () => FunctionContext): Registration[] {
  return FUNCTIONS.flatMap((fn) => {
    const made = functionClass(fn, context);
    return [`${NAMESPACE}.${fn.name}`, `${NAMESPACE}.${fn.id}`].map((name): Registration => [made, name]);
  });
}

/** What the engine shows while a formula is typed. Functions of ours stand in its group 15, the user's own. */
export function functionDescriptions(): IFunctionInfo[] {
  return FUNCTIONS.map((fn) => ({
    functionName: `${NAMESPACE}.${fn.name}`,
    functionType: 15,
    description: fn.description,
    abstract: fn.description,
    functionParameter: fn.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: "",
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  }));
}

/** A class, since the engine calls functions that are registered otherwise with 0 for blank cells and hangs on an exception. */
function functionClass(fn: WorksheetFunction, context: () => FunctionContext): typeof BaseFunction {
  const required = fn.parameters.filter((parameter) => !parameter.optional).length;
  return class extends BaseFunction {
    override minParams = required;
    override maxParams = fn.parameters.length;

    override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
      try {
        return outcomeObject(call(fn, variants.map(argument), context()), this.row, this.column);
      } catch {
        return ErrorValueObject.create(ErrorType.VALUE);
      }
    }
  };
}

/** What the engine hands over, as our functions take it. */
export function argument(variant: FunctionVariantType): Argument {
  const value = variant.isReferenceObject()
    ? (variant as { toArrayValueObject(): ArrayValueObject }).toArrayValueObject()
    : (variant as BaseValueObject);
  if (!value.isArray()) return cell(value);
  const rows: CellInput[][] = (value as ArrayValueObject).getArrayValue().map((row) => row.map((each) => cell(each)));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

function cell(value: Nullable<BaseValueObject>): CellInput {
  if (!value || value.isNull()) return "";
  if (value.isError()) return (value as ErrorValueObject).getErrorType();
  return value.getValue();
}

/** What a function answered, as the engine shows it in the cell at `row` and `column`. */
export function outcomeObject(outcome: Outcome | Outcomes, row: number, column: number): BaseValueObject {
  if (!Array.isArray(outcome)) return one(outcome as Outcome);
  const rows = outcome as readonly (readonly Outcome[])[];
  const width = rows.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (rows.length === 0 || width === 0) return StringValueObject.create("");
  return ArrayValueObject.create({
    calculateValueList: rows.map((line) => Array.from({ length: width }, (_, index) => one(line[index] ?? ""))),
    rowCount: rows.length,
    columnCount: width,
    unitId: "",
    sheetId: "",
    row,
    column,
  });
}

function one(outcome: Outcome): BaseValueObject {
  if (outcome instanceof FunctionFailure)
    return ErrorValueObject.create(outcome.code === "na" ? ErrorType.NA : ErrorType.VALUE, outcome.sentence);
  return typeof outcome === "number" ? NumberValueObject.create(outcome) : StringValueObject.create(outcome);
}
