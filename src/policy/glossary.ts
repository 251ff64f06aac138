/** The words that stand on a pack's worksheets for its keys (a procedure, a field, another entry's id), and back. */
import { PROCEDURE_KEYS, PROCEDURE_TERMS } from "../measure/procedures";
import { normaliseText } from "../measure/text";

export interface Glossary {
  /** What nobody can misread: the word, else the key, else either in quotation marks. */
  readonly write: (key: string) => string;
  /** Null where the word is none of ours. */
  readonly read: (written: string) => string | null;
  readonly choices: readonly string[];
  readonly fault: (written: string) => { readonly says: string; readonly remedy: string };
}

/** An entry of a pack by which others are named. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A rule as its worksheet shows it. */
export interface RuleLine {
  readonly code: string;
  readonly title: string;
  readonly severity: "error" | "warning" | "hint";
}

/** What other rooms know of the keys that a pack holds. */
export interface OutsideTerms {
  /** Key → Chinese term. */
  readonly fields: ReadonlyMap<string, string>;
  readonly rules: readonly RuleLine[];
}

export type NamedList = "channels" | "areas" | "negatives" | "stages" | "lights" | "ranks" | "scoring";

export interface Terms extends Readonly<Record<NamedList, Glossary>> {
  readonly fields: Glossary;
  readonly procedures: Glossary;
  /** Procedures, and the start of works. */
  readonly steps: Glossary;
  /** Areas are named by their names, where channels pay for them. */
  readonly areaNames: Glossary;
  readonly rules: readonly RuleLine[];
  readonly ruleCodes: Glossary;
}

/** A remedy names no more. */
const LISTED = 20;

const PROCEDURES = PROCEDURE_KEYS.map((key) => [key, PROCEDURE_TERMS[key]] as const);

export function termsOf(named: (list: NamedList) => readonly Named[], { fields, rules }: OutsideTerms): Terms {
  const entries = (list: NamedList, sheet: string): Glossary =>
    glossary(
      named(list).map(({ id, name }) => [id, name]),
      { says: `不在「${sheet}」之内`, otherwise: `，或先在「${sheet}」中加上它` },
    );
  return {
    channels: entries("channels", "资金渠道"),
    areas: entries("areas", "投向领域"),
    areaNames: glossary(
      named("areas").map(({ name }) => [name, name]),
      { says: "不在「投向领域」之内", otherwise: "，或先在「投向领域」中加上它" },
    ),
    negatives: entries("negatives", "负面清单"),
    stages: entries("stages", "项目阶段"),
    lights: entries("lights", "考核口径"),
    ranks: entries("ranks", "考核口径"),
    scoring: entries("scoring", "考核口径"),
    fields: glossary(fields, { says: "不是台账的字段", otherwise: "" }),
    procedures: glossary(PROCEDURES, { says: "不是手续", otherwise: "" }),
    steps: glossary([...PROCEDURES, ["start", "开工"]], { says: "不是手续", otherwise: "" }),
    rules,
    ruleCodes: glossary(
      rules.map(({ code }) => [code, code]),
      { says: "不是规则的编号", otherwise: "" },
    ),
  };
}

export function glossary(
  entries: Iterable<readonly [key: string, word: string]>,
  { says, otherwise }: { readonly says: string; readonly otherwise: string },
): Glossary {
  const words = new Map<string, string>();
  /** Null where two keys have the same word. */
  const keys = new Map<string, string | null>();
  for (const [key, word] of entries) {
    const seen = normaliseText(word);
    words.set(key, word);
    keys.set(seen, keys.has(seen) && keys.get(seen) !== key ? null : key);
  }
  const read = (written: string): string | null =>
    unquoted(written) ?? (words.has(written) ? written : (keys.get(normaliseText(written)) ?? null));
  const choices = [...words.values()];
  return {
    read,
    write: (key) => [words.get(key), key].find((word) => word?.trim() && read(word) === key) ?? quoted(key),
    choices,
    fault: (written) => ({
      says: `「${written}」${says}`,
      remedy: `请改为其中之一：${choices.slice(0, LISTED).join("、")}${choices.length > LISTED ? "等" : ""}${otherwise}`,
    }),
  };
}

export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** What stands between quotation marks; null where the text is not in them. */
export function unquoted(written: string): string | null {
  if (!written.startsWith('"')) return null;
  try {
    const read = JSON.parse(written) as unknown;
    return typeof read === "string" ? read : null;
  } catch {
    return null;
  }
}
