/** How a value of a pack stands in one worksheet cell, and how it is read back. */
import { readDay, dayFromSerial } from "../measure/day";
import { normaliseText } from "../measure/text";
import { quoted, unquoted, type Glossary, type Terms } from "./glossary";

export type Cell = string | number;

/** What a cell could not be read as, and what to write instead. */
export interface CellFault {
  readonly says: string;
  readonly remedy: string;
}

export interface CellKind {
  readonly write: (value: unknown, terms: Terms) => Cell;
  /** A blank cell never comes here. */
  readonly read: (cell: Cell, terms: Terms) => { readonly value: unknown } | { readonly fault: CellFault };
  /** What a cell may be chosen from. */
  readonly choices?: (terms: Terms) => readonly string[];
}

/** A text that would be read as a blank cell, or as a text in quotation marks, stands in quotation marks. */
export const text: CellKind = {
  write(value) {
    const whole = String(value);
    return whole.trim() === "" || unquoted(whole) !== null ? quoted(whole) : whole;
  },
  read: (cell) => ({ value: unquoted(String(cell)) ?? String(cell) }),
};

/** Shares may be typed as 20%. */
export const number: CellKind = {
  write: (value) => Number(value),
  read(cell) {
    if (typeof cell === "number") return { value: cell };
    const [, figure = "", percent = ""] = /^([^%]+)(%?)$/.exec(normaliseText(cell).replace(/,/g, "")) ?? [];
    const value = figure.trim() === "" ? NaN : Number(figure);
    if (!Number.isFinite(value)) return fault(`「${cell}」不是数字`, "请只填数字");
    return { value: percent === "" ? value : Number((value / 100).toPrecision(15)) };
  },
};

export const day: CellKind = {
  write: (value) => String(value),
  read(cell) {
    const serial = typeof cell === "number" ? dayFromSerial(cell, false) : null;
    const read = typeof cell === "string" ? readDay(cell, {})?.interval : null;
    const value = serial ?? (read?.precision === "day" ? read.from : null);
    return value === null ? fault(`「${String(cell)}」不是日期`, "请写成 2025-06-30 这样，精确到日") : { value };
  },
};

export const yesNo: CellKind = words({ 是: true, 否: false });

/** Values that are written as words of their own; `offered` are those that a cell may be chosen from, where not all. */
export function words(byWord: Readonly<Record<string, unknown>>, offered = Object.keys(byWord)): CellKind {
  const choices = Object.entries(byWord);
  return {
    write: (value) => choices.find(([, each]) => each === value)?.[0] ?? String(value),
    read(cell) {
      const seen = normaliseText(String(cell));
      const choice = choices.find(([word]) => normaliseText(word) === seen);
      return choice
        ? { value: choice[1] }
        : fault(`「${String(cell)}」不在可选值之内`, `请改为 ${offered.join("、")} 之一`);
    },
    choices: () => offered,
  };
}

const NOTHING = "（无）";
const SEPARATORS = /[、，,;；\n]/;
/** An item that holds separators stands in quotation marks; what begins otherwise ends at the next separator. */
const ITEMS = /\s*“([^“”、，,;；\n]*[、，,;；\n][^“”]*)”\s*(?=[、，,;；\n]|$)|([^、，,;；\n]+)/g;

/** 、-separated; what would be misread that way stands as JSON. An empty list that is not a blank is （无）. */
export const list: CellKind = {
  write(value) {
    const items = value as readonly string[];
    if (items.length === 0) return NOTHING;
    const joined = items.map((item) => (SEPARATORS.test(item) ? `“${item}”` : item)).join("、");
    const isPlain =
      normaliseText(joined) !== normaliseText(NOTHING) &&
      !joined.startsWith("[") &&
      JSON.stringify(itemsIn(joined)) === JSON.stringify(items);
    return isPlain ? joined : JSON.stringify(items);
  },
  read(cell) {
    const seen = String(cell).trim();
    if (normaliseText(seen) === normaliseText(NOTHING)) return { value: [] };
    if (seen.startsWith("[")) return readJson(seen);
    return { value: itemsIn(seen) };
  },
};

function itemsIn(written: string): string[] {
  const items = written.includes("“")
    ? [...written.matchAll(ITEMS)].map(([, inMarks, plain]) => inMarks ?? plain ?? "")
    : written.split(SEPARATORS);
  return items.map(tidy).filter((item) => item !== "");
}

/** As texts are compared, but （ and ） stay what they are: they belong to names. */
function tidy(item: string): string {
  const whole = normaliseText(item);
  return /[（）]/.test(item) ? item.trim().replace(/[^（）]+/g, normaliseText) : whole;
}

/** A key of the pack by its word. */
export function term(glossaryOf: (terms: Terms) => Glossary): CellKind {
  return {
    write: (value, terms) => glossaryOf(terms).write(String(value)),
    read(cell, terms) {
      const glossary = glossaryOf(terms);
      const key = glossary.read(String(cell));
      return key === null ? { fault: glossary.fault(String(cell)) } : { value: key };
    },
    choices: (terms) => glossaryOf(terms).choices,
  };
}

/** The same, for a key that may also be a text of the bureau's own. */
export function termOrText(glossaryOf: (terms: Terms) => Glossary): CellKind {
  return {
    write: (value, terms) => glossaryOf(terms).write(String(value)),
    read: (cell, terms) => ({ value: glossaryOf(terms).read(String(cell)) ?? String(cell) }),
    choices: (terms) => glossaryOf(terms).choices,
  };
}

/** Several keys, 、-separated. */
export function termList(glossaryOf: (terms: Terms) => Glossary): CellKind {
  return {
    write: (value, terms) => list.write((value as readonly string[]).map(glossaryOf(terms).write), terms),
    read(cell, terms) {
      const read = list.read(cell, terms);
      return "fault" in read ? read : keysOf(read.value, glossaryOf(terms));
    },
  };
}

export function keysOf(
  written: unknown,
  glossary: Glossary,
): { readonly value: readonly string[] } | { readonly fault: CellFault } {
  const items = (Array.isArray(written) ? written : []).map(String);
  const unknown = items.find((item) => glossary.read(item) === null);
  if (unknown !== undefined) return { fault: glossary.fault(unknown) };
  return { value: items.flatMap((item) => glossary.read(item) ?? []) };
}

const OR = "或";

/** Steps that must be done, of which some may stand for one another: 环评、可行性研究报告批复或核准或备案. */
export const steps: CellKind = {
  write(value, terms) {
    const { write } = terms.procedures;
    const items = (value as readonly (string | readonly string[])[]).map((step) => {
      if (typeof step === "string") return write(step);
      const either = step.map(write).join(OR);
      return step.length > 1 ? either : `（${either}）`;
    });
    return list.write(items, terms);
  },
  read(cell, terms) {
    const read = list.read(cell, terms);
    if ("fault" in read) return read;
    const required: (string | readonly string[])[] = [];
    for (const item of read.value as readonly string[]) {
      const [, inner] = /^[（(](.*)[）)]$/.exec(item) ?? [];
      const written = (inner ?? item).split(OR).filter((part) => part !== "");
      const keys = keysOf(written, terms.procedures);
      if ("fault" in keys) return keys;
      const [only] = keys.value;
      required.push(inner === undefined && keys.value.length === 1 && only !== undefined ? only : keys.value);
    }
    return { value: required };
  },
};

interface Form {
  readonly name: string;
  readonly limit: { readonly count: number; readonly unit: "workday" | "day" | "month" } | null;
}

const UNITS = { 工作日: "workday", 日: "day", 月: "month" } as const;
const FILED = "备案";

/** 「报告书60日；报告表30日；登记表备案」; what would be misread that way stands as JSON. */
export const forms: CellKind = {
  write(value) {
    const forms = value as readonly Form[];
    if (forms.length === 0) return NOTHING;
    const plain = forms.map(({ name, limit }) => {
      const unit = Object.entries(UNITS).find(([, each]) => each === limit?.unit)?.[0] ?? "";
      return limit === null ? `${name}${FILED}` : `${name}${String(limit.count)}${unit}`;
    });
    const joined = plain.join("；");
    const isPlain = !joined.startsWith("[") && JSON.stringify(formsIn(joined.trim())) === JSON.stringify(value);
    return isPlain ? joined : JSON.stringify(value);
  },
  read(cell) {
    const seen = String(cell).trim();
    if (seen === NOTHING) return { value: [] };
    if (seen.startsWith("[")) return readJson(seen);
    const value = formsIn(seen);
    return value === null ? fault("读不出分类和时限", "请写成 报告书60日；报告表30日；登记表备案 这样") : { value };
  },
};

function formsIn(text: string): Form[] | null {
  const read = text.split(/[；;\n]/).map((written): Form | null => {
    const part = written.trim();
    const [, filed] = /^(\D+)备案$/.exec(part) ?? [];
    if (filed !== undefined) return { name: filed, limit: null };
    const [, name, count, unit] = /^(\D*[^\d\s])\s*(\d+)\s*个?(工作日|日|月)$/.exec(part) ?? [];
    if (name === undefined || count === undefined || unit === undefined) return null;
    return { name, limit: { count: Number(count), unit: UNITS[unit as keyof typeof UNITS] } };
  });
  const whole = read.filter((form) => form !== null);
  return whole.length === read.length ? whole : null;
}

/** What a cell says to whoever reads, and nobody reads back. */
export const shown: CellKind = {
  write: (value) => (typeof value === "number" ? value : String(value)),
  read: () => ({ value: undefined }),
};

/** As workbooks of former versions hold what has a sheet of its own now. */
export const json: CellKind = { write: (value) => JSON.stringify(value), read: readJson };

export function readJson(cell: Cell): { readonly value: unknown } | { readonly fault: CellFault } {
  try {
    return { value: JSON.parse(String(cell)) as unknown };
  } catch {
    return fault("不是完整的 JSON", "请从导出的原表复制这一格再改");
  }
}

export function isBlankCell(cell: Cell | null | undefined): cell is null | undefined | "" {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** A1 address of a 0-based row and column. */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters + String(row + 1);
}

function fault(says: string, remedy: string): { readonly fault: CellFault } {
  return { fault: { says, remedy } };
}
