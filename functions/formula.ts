/** A formula of ours as a clerk types it, read and calculated outside the cells: for programs that know no functions of ours. */
import { columnIndex } from "../src/sheet/address";
import { call } from "./call";
import {
  FunctionFailure,
  type Argument,
  type CellInput,
  type FunctionContext,
  type Outcome,
  type Outcomes,
  type Range,
  type WorksheetFunction,
} from "./function";
import { FUNCTIONS, NAMESPACE } from "./table";

/** Cells of a sheet; rows from 1, columns from 0, `bottom` null for a whole column. */
export interface Reference {
  /** Null for the sheet on which the formula stands. */
  readonly sheet: string | null;
  readonly top: number;
  readonly left: number;
  readonly bottom: number | null;
  readonly right: number;
}

type Operand =
  | { readonly is: "leftOut" }
  | { readonly is: "today" }
  | { readonly is: "value"; readonly value: CellInput | Range }
  | { readonly is: "cells"; readonly reference: Reference }
  | { readonly is: "call"; readonly formula: Formula };

export interface Formula {
  readonly fn: WorksheetFunction;
  readonly operands: readonly Operand[];
}

/** What is not ours throws a FunctionFailure that says what to type. */
export function readFormula(text: string): Formula {
  const reader = new Reader(text.trim().replace(/^=/, ""));
  const formula = readCall(reader);
  if (!reader.isAtEnd) throw wrong(reader.rest);
  return formula;
}

export function referencesOf({ operands }: Formula): readonly Reference[] {
  return operands.flatMap((operand) => {
    if (operand.is === "call") return referencesOf(operand.formula);
    return operand.is === "cells" ? [operand.reference] : [];
  });
}

/** `today` stands for TODAY(), YYYY-MM-DD. */
export function calculate(
  formula: Formula,
  cellsOf: (reference: Reference) => Range,
  today: string,
  context: FunctionContext,
): Outcome | Outcomes {
  const argument = (operand: Operand): Argument => {
    if (operand.is === "leftOut") return undefined;
    if (operand.is === "today") return today;
    if (operand.is === "value") return operand.value;
    if (operand.is === "cells") return bare(cellsOf(operand.reference));
    return argumentOf(calculate(operand.formula, cellsOf, today, context));
  };
  try {
    return call(formula.fn, formula.operands.map(argument), context);
  } catch (error) {
    if (error instanceof FunctionFailure) return error;
    throw error;
  }
}

/** What one function answers is what the next is given; a failure stays one. */
function argumentOf(outcome: Outcome | Outcomes): Argument {
  if (outcome instanceof FunctionFailure) throw outcome;
  if (!Array.isArray(outcome)) return outcome as CellInput;
  const rows = outcome as Outcomes;
  return bare(rows.map((row) => row.map((cell) => (cell instanceof FunctionFailure ? cell.sentence : cell))));
}

function bare(range: Range): Argument {
  return range.length === 1 && range[0]?.length === 1 ? range[0][0] : range;
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.rest === "";
  }
  get rest(): string {
    return this.text.slice(this.at).trimStart();
  }
  /** Passes what stands next where it is that, and gives its groups. */
  take(pattern: RegExp): RegExpExecArray | null {
    const { rest } = this;
    const match = pattern.exec(rest);
    if (match) this.at = this.text.length - rest.length + match[0].length;
    return match;
  }
}

const NAME = new RegExp(`^${NAMESPACE}[.．]([\\p{L}\\p{N}_]+)\\s*[(（]`, "iu");
const COMMA = /^[,，]/;
const CLOSE = /^[)）]/;
const TEXT = /^"((?:[^"]|"")*)"|^“([^”]*)”/;
const NUMBER = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(%?)(?![\p{L}\p{N}_:：!！])/iu;
const TRUTH = /^(true|false)(?![\w(（])/i;
const TODAY = /^today\s*[(（]\s*[)）]/i;
const CELLS =
  /^(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))[!！])?\$?([A-Z]{1,3})(?:\$?([1-9]\d{0,6}))?(?:[:：]\$?([A-Z]{1,3})(?:\$?([1-9]\d{0,6}))?)?(?![\p{L}\p{N}_(（])/iu;

function readCall(reader: Reader): Formula {
  const named = reader.take(NAME);
  if (!named) throw new FunctionFailure("value", `请以 ${NAMESPACE}.函数名( 开头，如 =${NAMESPACE}.金额万元(C2:C20)`);
  const name = (named[1] ?? "").toUpperCase();
  const fn = FUNCTIONS.find((one) => one.id === name || one.name.toUpperCase() === name);
  if (!fn) throw new FunctionFailure("value", `没有“${NAMESPACE}.${named[1] ?? ""}”这个函数`);
  const operands: Operand[] = [];
  if (!reader.take(CLOSE)) {
    do operands.push(readOperand(reader));
    while (reader.take(COMMA));
    if (!reader.take(CLOSE)) throw wrong(reader.rest);
  }
  if (operands.length > fn.parameters.length)
    throw new FunctionFailure("value", `“${fn.name}”最多 ${String(fn.parameters.length)} 个参数`);
  return { fn, operands };
}

function readOperand(reader: Reader): Operand {
  if (/^(?:[,，)）]|$)/.test(reader.rest)) return { is: "leftOut" };
  if (NAME.test(reader.rest)) return { is: "call", formula: readCall(reader) };
  if (reader.take(TODAY)) return { is: "today" };
  if (reader.take(/^\{/)) return { is: "value", value: readArray(reader) };
  const value = readValue(reader);
  if (value !== undefined) return { is: "value", value };
  const { rest } = reader;
  const reference = referenceOf(reader.take(CELLS));
  if (!reference) throw wrong(rest);
  return { is: "cells", reference };
}

function readValue(reader: Reader): CellInput | undefined {
  const text = reader.take(TEXT);
  if (text) return text[1]?.replace(/""/g, '"') ?? text[2] ?? "";
  const number = reader.take(NUMBER);
  if (number) return number[2] === "%" ? Number(number[1]) / 100 : Number(number[1]);
  const truth = reader.take(TRUTH);
  return truth ? truth[1]?.toLowerCase() === "true" : undefined;
}

/** {1,2;3,4}: rows apart by semicolons. */
function readArray(reader: Reader): Range {
  const rows: CellInput[][] = [[]];
  for (;;) {
    rows[rows.length - 1]?.push(readValue(reader) ?? null);
    if (reader.take(COMMA)) continue;
    if (reader.take(/^[;；]/)) rows.push([]);
    else if (reader.take(/^\}/)) return rows;
    else throw wrong(reader.rest);
  }
}

function referenceOf(match: RegExpExecArray | null): Reference | null {
  if (!match) return null;
  const [, quoted, plain, first = "", top, last, bottom] = match;
  // C alone is no reference, C:C is a whole column.
  if ((top === undefined) !== (bottom === undefined) && last !== undefined) return null;
  if (top === undefined && last === undefined) return null;
  const columns = [columnIndex(first.toUpperCase()), columnIndex((last ?? first).toUpperCase())];
  const rows = [Number(top ?? 1), Number(bottom ?? top ?? 1)];
  return {
    sheet: quoted?.replace(/''/g, "'") ?? plain ?? null,
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: top === undefined ? null : Math.max(...rows),
    right: Math.max(...columns),
  };
}

function wrong(rest: string): FunctionFailure {
  if (rest === "") return new FunctionFailure("value", "公式没有写完，请补上右括号");
  return new FunctionFailure(
    "value",
    `看不懂“${rest.slice(0, 12)}”：参数写单元格（如 C2:C20）、数字或加引号的文字，用逗号隔开`,
  );
}
