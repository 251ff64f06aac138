/** How a value of a pack stands in one worksheet cell, and how it is read back. */
import { readDay, dayFromSerial } from "../measure/day";
import { normaliseText } from "../measure/text";

export type Cell = string | number;

/** What a cell could not be read as, and what to write instead. */
export interface CellFault {
  readonly says: string;
  readonly remedy: string;
}

export interface CellKind {
  readonly write: (value: unknown) => Cell;
  /** A blank cell never comes here. */
  readonly read: (cell: Cell) => { readonly value: unknown } | { readonly fault: CellFault };
}

export const text: CellKind = {
  write: (value) => String(value),
  read: (cell) => ({ value: String(cell) }),
};

export const number: CellKind = {
  write: (value) => Number(value),
  read(cell) {
    const value = typeof cell === "number" ? cell : Number(normaliseText(cell).replace(/,/g, ""));
    return Number.isFinite(value) ? { value } : fault("不是数字", "请只填数字");
  },
};

export const day: CellKind = {
  write: (value) => String(value),
  read(cell) {
    const serial = typeof cell === "number" ? dayFromSerial(cell, false) : null;
    const read = typeof cell === "string" ? readDay(cell, {})?.interval : null;
    const value = serial ?? (read?.precision === "day" ? read.from : null);
    return value === null ? fault("不是日期", "请写成 2025-06-30 这样，精确到日") : { value };
  },
};

export const yesNo: CellKind = words("是或否", { 是: true, 否: false });

/** Values that are written as words of their own. */
export function words(what: string, byWord: Readonly<Record<string, unknown>>): CellKind {
  const choices = Object.entries(byWord);
  return {
    write: (value) => choices.find(([, each]) => each === value)?.[0] ?? String(value),
    read(cell) {
      const seen = normaliseText(String(cell));
      const choice = choices.find(([word]) => word === seen);
      return choice
        ? { value: choice[1] }
        : fault(`不是${what}`, `请改为 ${choices.map(([word]) => word).join("、")} 之一`);
    },
  };
}

const NOTHING = "（无）";

/** 、-separated; what would be misread that way stands as JSON. An empty list that is not a blank is （无）. */
export const list: CellKind = {
  write(value) {
    const items = value as readonly string[];
    if (items.length === 0) return NOTHING;
    const plain = items.every((item) => item !== "" && item === normaliseText(item) && !/[、，,;；\n]/.test(item));
    const joined = items.join("、");
    return plain && joined !== NOTHING && !joined.startsWith("[") ? joined : JSON.stringify(items);
  },
  read(cell) {
    const seen = String(cell).trim();
    if (seen === NOTHING || normaliseText(seen) === "(无)") return { value: [] };
    if (seen.startsWith("[")) return json.read(seen);
    return {
      value: seen
        .split(/[、，,;；\n]/)
        .map(normaliseText)
        .filter((item) => item !== ""),
    };
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
    const plain = (value as readonly Form[]).map(({ name, limit }) => {
      const unit = Object.entries(UNITS).find(([, each]) => each === limit?.unit)?.[0] ?? "";
      return limit === null ? `${name}${FILED}` : `${name}${String(limit.count)}${unit}`;
    });
    const read = formsIn(plain.join("；"));
    return read !== null && JSON.stringify(read) === JSON.stringify(value) ? plain.join("；") : JSON.stringify(value);
  },
  read(cell) {
    const seen = String(cell).trim();
    if (seen.startsWith("[")) return json.read(seen);
    const value = formsIn(seen);
    return value === null ? fault("读不出分类和时限", "请写成 报告书60日；报告表30日；登记表备案 这样") : { value };
  },
};

function formsIn(text: string): Form[] | null {
  const read = text.split(/[；;\n]/).map((part): Form | null => {
    const [, filed] = /^(\D+)备案$/.exec(part) ?? [];
    if (filed !== undefined) return { name: filed, limit: null };
    const [, name, count, unit] = /^(\D+)(\d+)(工作日|日|月)$/.exec(part) ?? [];
    if (name === undefined || count === undefined || unit === undefined) return null;
    return { name, limit: { count: Number(count), unit: UNITS[unit as keyof typeof UNITS] } };
  });
  const whole = read.filter((form) => form !== null);
  return whole.length === read.length ? whole : null;
}

/** For what has no simpler form. */
export const json: CellKind = {
  write: (value) => JSON.stringify(value),
  read(cell) {
    try {
      return { value: JSON.parse(String(cell)) as unknown };
    } catch {
      return fault("不是完整的 JSON", "请从导出的原表复制这一格再改");
    }
  },
};

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
