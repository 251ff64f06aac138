/** Worksheet functions as WPS keeps and calls them: what is declared decides what arrives, and nothing can be unregistered. */
import { numberOfError } from "../../src/sheet/errorNumber";
import type { WpsBuild } from "./build";

export interface Declared {
  readonly description?: string;
  readonly result: { readonly type?: string };
  readonly parameters: readonly { readonly name?: string; readonly type?: string; readonly description?: string }[];
}

export interface Registered {
  readonly namespace: string;
  readonly name: string;
  readonly callback: (...given: readonly unknown[]) => unknown;
  readonly metadata: Declared | undefined;
}

/** A reference in a formula: the values of its cells, a blank as null, an error as its text. */
export type CellValues = readonly (readonly (string | number | boolean | null)[])[];
export interface Reference {
  readonly cells: CellValues;
}

/** As a formula says it: a constant, a reference, an array, or nothing where an argument is left out. */
export type Given = string | number | boolean | null | Reference | CellValues | undefined;

/** DISP_E_PARAMNOTFOUND. */
export const LEFT_OUT = -2147352572;

export class CustomFunctions {
  readonly all: Registered[] = [];

  constructor(private readonly build: WpsBuild) {}

  readonly add = (
    namespace: string,
    name: string,
    callback: (...given: readonly unknown[]) => unknown,
    metadata?: Declared,
  ): void => {
    if (this.build.refusesChineseNames && !/^[a-zA-Z_]\w*$/.test(name)) throw new Error(`函数名无效：${name}`);
    this.all.push({ namespace, name, callback, metadata });
  };

  /** Registered by more than one page, a function stands in the list more than once. */
  get duplicates(): readonly string[] {
    const names = this.all.map(({ namespace, name }) => `${namespace}.${name}`);
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  }

  /** What the cells show. */
  readonly calculate = (name: string, args: readonly Given[]): unknown => {
    const found = this.all.find((one) => one.name === name);
    if (!found) return "#NAME?";
    const parameters = found.metadata?.parameters ?? args.map(() => ({ type: "any" }));
    const given = parameters.map(({ type = "any" }, index) => this.handedOver(type, args[index]));
    try {
      return shown(found.callback(...given));
    } catch {
      return "#VALUE!";
    }
  };

  private handedOver(type: string, given: Given): unknown {
    const base = type.replace("?", "");
    if (given === undefined) return base.endsWith("[][]") ? undefined : base === "boolean" ? null : LEFT_OUT;
    const cells = cellsOf(given);
    if (base === "object") return cells && range(cells);
    if (base.endsWith("[][]")) return cells ? cells.map((row) => row.map(bare)) : [[bare(given as CellValues[0][0])]];
    if (!cells) return given;
    if (isReference(given) && this.build.handsOverCells) return range(cells);
    return bare(cells[0]?.[0] ?? null);
  }
}

/** A live range: what it holds is behind a member. */
function range(cells: CellValues): object {
  const rows = cells.map((row) => row.map(bare));
  const value = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
  return { Value2: value, Value: () => value, Address: () => "$A$1", Parent: { Name: "Sheet1" } };
}

function cellsOf(given: Given): CellValues | null {
  if (isReference(given)) return given.cells;
  return Array.isArray(given) ? (given as CellValues) : null;
}

function isReference(given: Given): given is Reference {
  return typeof given === "object" && given !== null && "cells" in given;
}

function bare(cell: string | number | boolean | null): unknown {
  return (typeof cell === "string" ? numberOfError(cell) : null) ?? cell;
}

/** Nothing shows as 0, an object as its kind; there is no way to answer with an error. */
function shown(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.length === 0 ? 0 : (answer as unknown[]).map(shownRow);
  return shownCell(answer);
}

function shownRow(row: unknown): unknown {
  return Array.isArray(row) ? (row as unknown[]).map(shownCell) : shownCell(row);
}

function shownCell(cell: unknown): unknown {
  if (cell === null || cell === undefined) return 0;
  return typeof cell === "object" ? Object.prototype.toString.call(cell) : cell;
}
