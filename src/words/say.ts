/** What the sentences of a rule are made with: its figures read by name, amounts and days as a clerk writes them. */
import type { FieldKey } from "../ledger/fields";
import { fieldTerm } from "../ledger/fields";
import type { Finding } from "../findings/finding";
import { englishTerm } from "./terms";

export type Locale = "zh" | "en";

/** Reads the arguments of one finding; a missing one fails loudly, since a sentence with a hole misleads. */
export interface Say {
  readonly text: (name: string) => string;
  readonly number: (name: string) => number;
  readonly list: (name: string) => readonly string[];
  /** Joined by 、 or a comma. */
  readonly join: (name: string) => string;
  readonly has: (name: string) => boolean;
  /** 万元. */
  readonly wan: (name: string) => string;
  /** 0.6 → 60%. */
  readonly percent: (name: string) => string;
  /** 0.123 → 12.3, for percentage points. */
  readonly points: (name: string) => string;
  /** A plain figure without needless zeros. */
  readonly figure: (name: string) => string;
  /** How many a list holds. */
  readonly size: (name: string) => string;
  /** The term of the finding's first field. */
  readonly term: string;
  /** Whether it is the finding's first field. */
  readonly about: (field: FieldKey) => boolean;
  /** The terms of all its fields. */
  readonly terms: string;
  /** The term of a field named by an argument. */
  readonly termOf: (name: string) => string;
  readonly termsOf: (name: string) => string;
  /** Addresses of the other rows concerned. */
  readonly elsewhere: string;
  readonly severity: Finding["severity"];
}

export function sayer(finding: Finding, locale: Locale): Say {
  const { args, code } = finding;
  const value = (name: string): Finding["args"][string] => {
    const found = args[name];
    if (found === undefined)
      throw new Error(`The sentence of ${code} asks for "${name}". To fix, return it in the rule's args.`);
    return found;
  };
  const text = (name: string): string => {
    const found = value(name);
    if (typeof found === "number") return figureText(found);
    return typeof found === "string" ? shortened(found) : joined(found.map(shortened), locale);
  };
  const number = (name: string): number => Number(value(name));
  const list = (name: string): readonly string[] => {
    const found = value(name);
    return Array.isArray(found) ? (found as readonly string[]) : [String(found as string | number)];
  };
  const term = (field: FieldKey): string => (locale === "zh" ? fieldTerm(field) : englishTerm(field));
  return {
    text,
    number,
    list,
    join: (name) => joined(list(name).map(shortened), locale),
    has: (name) =>
      args[name] !== undefined && args[name] !== "" && !(Array.isArray(args[name]) && args[name].length === 0),
    wan: (name) => wanText(number(name), locale),
    percent: (name) => percentText(number(name)),
    points: (name) => figureText(Math.round(number(name) * 1e3) / 10),
    figure: (name) => figureText(number(name)),
    size: (name) => figureText(list(name).length),
    term: finding.field === null ? "" : term(finding.field),
    about: (field) => finding.field === field,
    terms: joined(finding.fields.map(term), locale),
    termOf: (name) => term(text(name) as FieldKey),
    termsOf: (name) =>
      joined(
        list(name).map((field) => term(field as FieldKey)),
        locale,
      ),
    elsewhere: joined(otherCells(finding), locale),
    severity: finding.severity,
  };
}

/** A cell may hold a page; what a sentence quotes of it has to be found again, and phases stand at the end of names. */
const LONGEST_QUOTE = 60;
const QUOTED_HEAD = 40;
const QUOTED_TAIL = 15;

export function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const characters = [...text];
  if (characters.length <= LONGEST_QUOTE) return text;
  return `${characters.slice(0, QUOTED_HEAD).join("")}…${characters.slice(-QUOTED_TAIL).join("")}`;
}

const ADDRESS = /^(?:'(?:\[([^\]]*)\])?([^']*)'!)?([A-Z]+)(\d+)$/;

/** One cell for each other row concerned, with its sheet and file where they are others. */
function otherCells({ cells, row }: Finding): string[] {
  const places = new Map<string, string>();
  for (const cell of cells) {
    const [, file, sheet, column, line] = ADDRESS.exec(cell) ?? [];
    if (column === undefined || line === undefined || (sheet === undefined && Number(line) === row)) continue;
    const where = [file, sheet].map((name) => (name === undefined ? "" : `“${name}”`)).join("");
    if (!places.has(where + line)) places.set(where + line, where + column + line);
  }
  return [...places.values()];
}

export function joined(items: readonly string[], locale: Locale): string {
  return items.join(locale === "zh" ? "、" : ", ");
}

export function figureText(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  const [whole = "0", decimals] = String(rounded).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

export function wanText(wan: number, locale: Locale): string {
  return figureText(wan) + (locale === "zh" ? "万元" : " (10,000 yuan)");
}

export function percentText(share: number): string {
  return figureText(Math.round(share * 1e4) / 100) + "%";
}
