/** Calls a worksheet function: cell by cell over ranges, every failure a sentence. */
import { OutsideCalendar } from "../src/measure/calendar";
import {
  FunctionFailure,
  isRange,
  type Argument,
  type CellInput,
  type FunctionContext,
  type Outcome,
  type Outcomes,
  type Range,
  type WorksheetFunction,
} from "./function";

/** Rows and columns of what is answered cell by cell. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A single value, or rows to spill. Never throws but for a defect of ours. */
export function call(fn: WorksheetFunction, args: readonly Argument[], context: FunctionContext): Outcome | Outcomes {
  return attempt(() => {
    const given = fn.parameters.map((parameter, index) => {
      const argument = args[index];
      if (argument === undefined && !parameter.optional)
        throw new FunctionFailure("value", `请填写“${parameter.name}”`);
      return parameter.takes === "cell" ? onlyCell(argument, parameter.name) : argument;
    });
    const size = sizeOf(fn, given);
    if (size.rows === 1 && size.columns === 1) return single(fn, fn.run(argumentsAt(fn, given, 0, 0), context));
    return cellByCell(fn, given, size, context);
  });
}

/** One cell asked of a function that does not spill is one cell answered. */
function single(fn: WorksheetFunction, answer: Outcome | Outcomes): Outcome | Outcomes {
  if (fn.result.spills || !Array.isArray(answer)) return answer;
  const rows = answer as Outcomes;
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? "") : rows;
}

/** #N/A where the calendar has no data, never a silent number. */
function attempt(answer: () => Outcome | Outcomes): Outcome | Outcomes {
  try {
    return answer();
  } catch (error) {
    if (error instanceof FunctionFailure) return error;
    if (error instanceof OutsideCalendar) {
      const reason = error.day > error.through ? `工作日数据止于 ${error.through}` : `工作日数据始于 ${error.first}`;
      return new FunctionFailure("na", `${reason}，请在节假日表补录`);
    }
    throw error;
  }
}

function cellByCell(fn: WorksheetFunction, given: readonly Argument[], size: Size, context: FunctionContext): Outcomes {
  const rows: Outcome[][] = [];
  for (let row = 0; row < size.rows; row++) {
    const outcomes: Outcome[] = [];
    for (let column = 0; column < size.columns; column++) {
      const answer = attempt(() => fn.run(argumentsAt(fn, given, row, column), context));
      // A function that answers with a row of cells is asked down a column.
      if (Array.isArray(answer)) outcomes.push(...((answer as Outcomes)[0] ?? []));
      else outcomes.push(answer as Outcome);
    }
    rows.push(outcomes);
  }
  return squared(rows);
}

/** Spilled rows must be of one length; what a failed row lacks is blank. */
function squared(rows: Outcome[][]): Outcomes {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return rows.map((row) => (row.length === width ? row : [...row, ...Array<Outcome>(width - row.length).fill("")]));
}

/** At one place: of each `cells` argument its value there, a single value standing for every place; the others whole. */
function argumentsAt(fn: WorksheetFunction, given: readonly Argument[], row: number, column: number): Argument[] {
  return given.map((argument, index) => {
    if (fn.parameters[index]?.takes !== "cells" || !isRange(argument)) return argument;
    const line = argument.length === 1 ? argument[0] : argument[row];
    return (line?.length === 1 ? line[0] : line?.[column]) ?? null;
  });
}

function sizeOf(fn: WorksheetFunction, given: readonly Argument[]): Size {
  let size: Size = { rows: 1, columns: 1 };
  given.forEach((argument, index) => {
    if (fn.parameters[index]?.takes !== "cells" || !isRange(argument)) return;
    const rows = argument.length;
    const columns = argument[0]?.length ?? 0;
    if (disagree(size.rows, rows) || disagree(size.columns, columns)) {
      throw new FunctionFailure(
        "value",
        `“${fn.parameters[index].name}”与前面的区域行数或列数不一致，请选同样大小的区域`,
      );
    }
    size = { rows: Math.max(size.rows, rows), columns: Math.max(size.columns, columns) };
  });
  return size;
}

function disagree(one: number, other: number): boolean {
  return one !== other && one !== 1 && other !== 1;
}

function onlyCell(argument: Argument, name: string): CellInput | undefined {
  if (!isRange(argument)) return argument;
  const range: Range = argument;
  if (range.length > 1 || (range[0]?.length ?? 0) > 1) throw new FunctionFailure("value", `“${name}”只要一个单元格`);
  return range[0]?.[0] ?? null;
}
