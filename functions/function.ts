/** What a worksheet function is: one table row that Excel's metadata, WPS's registration, the workbench and the help pages are made of. */
import type { Calendar } from "../src/measure/calendar";
import type { Judge } from "../src/policy/judge";
import type { Pack } from "../src/policy/pack";

/** What a cell hands over. Blank is "", null or, on desktop Excel, 0. */
export type CellInput = string | number | boolean | null;
export type Range = readonly (readonly CellInput[])[];
/** An argument left out is undefined. */
export type Argument = CellInput | Range | undefined;

export type CellOutput = string | number;
/** What a cell shows: a value, or #VALUE! / #N/A with a sentence. */
export type Outcome = CellOutput | FunctionFailure;
export type Outcomes = readonly (readonly Outcome[])[];

/** value: an argument is wrong, the sentence says what to put instead · na: there is no answer, the sentence says why. */
export class FunctionFailure extends Error {
  constructor(
    readonly code: "value" | "na",
    readonly sentence: string,
  ) {
    super(sentence);
    this.name = "FunctionFailure";
  }
}

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: "any" | "number" | "string";
  readonly optional?: true;
  /** cell: one value · cells: one value or a range, answered cell by cell · range: read as a whole. */
  readonly takes: "cell" | "cells" | "range";
}

/** What the program that shows the sheet lends a function; nothing else is known to it, no clock either. */
export interface FunctionContext {
  readonly pack: Pack;
  /** Whether the pack is the workbook's own or the one that ships; alone: the functions run where no workbook can be read. */
  readonly packFrom: "workbook" | "shipped" | "alone";
  readonly calendar: Calendar;
  readonly judge: Judge;
  /** Desktop Excel hands blank cells over as 0, so that they cannot be told from it. */
  readonly blanks: "told" | "zero";
}

export interface WorksheetFunction {
  /** ASCII, never changed: it stands in saved workbooks. */
  readonly id: string;
  /** As typed after =XM., at least three characters. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly result: {
    readonly type: "any" | "number" | "string";
    /** Spills over more than one cell even where one cell is asked. */
    readonly spills: boolean;
  };
  /** Executed by a test and shown in help. */
  readonly example: {
    readonly args: readonly Argument[];
    readonly gives: CellOutput | readonly (readonly CellOutput[])[];
  };
  /** The help page, below docs/functions. */
  readonly help: string;
  /** `cells` parameters arrive one value at a time. May throw FunctionFailure. */
  readonly run: (args: readonly Argument[], context: FunctionContext) => Outcome | Outcomes;
}

export function isRange(argument: Argument): argument is Range {
  return Array.isArray(argument);
}
