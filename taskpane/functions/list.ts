/** The worksheet functions as the page lists them: one entry a function of the one table, in the language of the pane. */
import { ENGLISH } from "../../functions/english";
import type { CellOutput, WorksheetFunction } from "../../functions/function";
import { exampleFormula, FUNCTIONS, NAMESPACE } from "../../functions/table";
import type { Locale } from "../../src/words/say";

export interface FunctionEntry {
  readonly id: string;
  /** As typed: XM.金额万元, or XM.AMOUNT where this program knows the id alone. */
  readonly name: string;
  /** The other of the two. */
  readonly alsoCalled: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional: boolean }[];
  readonly formula: string;
  /** What the example gives; of a spilled answer the first row. */
  readonly gives: string;
}

/** `registered` are the names that this program took; what it took under none cannot be typed and is not listed. */
export function functionEntries(
  locale: Locale,
  registered: ReadonlySet<string> | null = null,
): readonly FunctionEntry[] {
  return FUNCTIONS.flatMap((fn) => {
    const name = [fn.name, fn.id].find((one) => registered === null || registered.has(one));
    return name === undefined ? [] : [entryOf(fn, name, locale)];
  });
}

/** Whatever was typed stands in a name, an id, a description or an argument; several words must all be found. */
export function searched(entries: readonly FunctionEntry[], typed: string): readonly FunctionEntry[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = plain(
      [entry.name, entry.alsoCalled, entry.description, ...entry.parameters.map(({ name }) => name)].join(" "),
    );
    return wanted.every((word) => text.includes(word));
  });
}

function entryOf(fn: WorksheetFunction, name: string, locale: Locale): FunctionEntry {
  const english = locale === "en" ? ENGLISH[fn.id] : undefined;
  return {
    id: fn.id,
    name: `${NAMESPACE}.${name}`,
    alsoCalled: name === fn.id ? fn.name : fn.id,
    description: english?.description ?? fn.description,
    parameters: fn.parameters.map((parameter, index) => {
      const [term, description] = english?.parameters[index] ?? [parameter.name, parameter.description];
      return { name: term, description, optional: parameter.optional === true };
    }),
    formula: exampleFormula(fn, name),
    gives: firstRow(fn.example.gives),
  };
}

function firstRow(gives: WorksheetFunction["example"]["gives"]): string {
  const row = typeof gives === "object" ? (gives[0] ?? []) : [gives];
  return row.map((cell: CellOutput) => String(cell)).join(" | ");
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
