/** Excel's description of our functions (functions.json), made from the one table. */
import { ENGLISH } from "./english";
import type { Parameter, WorksheetFunction } from "./function";
import { FUNCTIONS } from "./table";

export type MetadataLocale = "zh" | "en";

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: Parameter["type"];
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly result: { readonly type: "any"; readonly dimensionality: "matrix" };
  readonly parameters: readonly ParameterMetadata[];
}

/**
 * Neither allowCustomDataForDataTypeAny nor allowErrorForDataTypeAny is said: together they crash Excel LTSC 2021,
 * and no function of ours takes either.
 */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
}

/** `helpPage` is the address of the one page on which every function has an anchor by its id. */
export function functionsJson(locale: MetadataLocale, helpPage: string): FunctionsMetadata {
  return { functions: FUNCTIONS.map((fn) => metadataOf(fn, locale, helpPage)) };
}

function metadataOf(fn: WorksheetFunction, locale: MetadataLocale, helpPage: string): FunctionMetadata {
  const english = locale === "en" ? ENGLISH[fn.id] : undefined;
  return {
    id: fn.id,
    // Formulas travel between offices: the name is the same in every language.
    name: fn.name,
    description: english?.description ?? fn.description,
    helpUrl: `${helpPage}#${fn.id}`,
    // A range given is a range answered, in which a cell can be a number, a blank or a sentence.
    result: { type: "any", dimensionality: "matrix" },
    parameters: fn.parameters.map((parameter, index) => {
      const [name, description] = english?.parameters[index] ?? [parameter.name, parameter.description];
      return {
        name,
        description,
        type: typeOf(parameter),
        dimensionality: parameter.takes === "cell" ? "scalar" : "matrix",
        ...(parameter.optional ? { optional: true } : {}),
      };
    }),
  };
}

/** Excel refuses a range with one blank or wordy cell before we see it if its type is narrower than "any". */
function typeOf({ takes, type }: Parameter): Parameter["type"] {
  return takes === "cell" ? type : "any";
}
