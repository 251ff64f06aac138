/** The worksheets on which each row is an entry of one of the pack's lists. */
import { day, list, shown, text, words } from "./cells";
import { isRecord } from "./extend";
import type { Pack } from "./pack";
import type { ColumnSpec, Draft, Row, Table } from "./table";

type ListKey = {
  [Key in keyof Pack]-?: Pack[Key] extends readonly object[] ? Key : never;
}[keyof Pack];

export interface EntryTable extends Table {
  readonly list: ListKey;
  /** Parts of an entry that other sheets hold; where none of those is in the workbook, they stay what they were. */
  readonly elsewhere: readonly string[];
}

type EntryTableSpec = Pick<EntryTable, "sheet" | "line" | "list" | "columns"> &
  Partial<Pick<EntryTable, "wholeOrNull" | "elsewhere" | "marks" | "mayLack">>;

export const CONFIDENCE: ColumnSpec = {
  heading: "可信度",
  path: ["confidence"],
  kind: words({ H: "H", M: "M", L: "L", D: "D" }),
  required: true,
  note: "H 看过原文 · M 可靠转述 · L 孤证 · D 默认值。不是 H 的，提示里写“依据待核”，不会单独拦住报送。",
  width: 8,
};
export const BASIS: readonly ColumnSpec[] = [
  { heading: "依据文件", path: ["basis", "document"], kind: text, required: true, width: 32 },
  { heading: "依据文号", path: ["basis", "number"], kind: text, width: 20 },
  { heading: "依据条款", path: ["basis", "article"], kind: text, width: 14 },
  { heading: "依据网址", path: ["basis", "url"], kind: text, width: 16 },
  CONFIDENCE,
];
export const NOTE: ColumnSpec = { heading: "备注", path: ["note"], kind: text, width: 32 };
export const ID: ColumnSpec = {
  heading: "编号",
  path: ["id"],
  kind: text,
  required: true,
  note: "每行一个，不重复；新增的行可以自拟，用字母、数字或汉字都行。",
  width: 16,
  look: "code",
};
export const HEAD: readonly ColumnSpec[] = [
  ID,
  { heading: "名称", path: ["name"], kind: text, required: true, width: 24 },
  {
    heading: "别名",
    path: ["aliases"],
    kind: list,
    blank: [],
    note: "台账里的其他写法，用顿号隔开。",
    width: 32,
    look: "wrapped",
  },
  { heading: "起始日", path: ["from"], kind: day, required: true },
  { heading: "截止日", path: ["to"], kind: day, note: "空着：一直有效。" },
];

/** What is shown beside what may be edited. */
export function shownColumn(heading: string, key: string, width: number): ColumnSpec {
  return { heading, path: [key], kind: shown, note: "只供对照，改了不算数。", width };
}

export function entryColumns(...columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return [...HEAD, ...columns, ...BASIS, NOTE];
}

export function entryTable(spec: EntryTableSpec): EntryTable {
  const { list: part, elsewhere = [] } = spec;
  return {
    marks: ["编号", "可信度"],
    elsewhere,
    ...spec,
    rows: (pack) => pack[part],
    put: (rows, draft) => {
      const before = draft.parts[part];
      draft.parts[part] = rows.map((row, index) => {
        draft.locate([part, index], row);
        return withParts(row, before, elsewhere);
      });
    },
  };
}

/** The entry as its row says it, with what other sheets hold as it was before. */
export function withParts({ item }: Row, before: unknown, parts: readonly string[]): Record<string, unknown> {
  const former = (Array.isArray(before) ? before : []).find(
    (entry): entry is Record<string, unknown> => isRecord(entry) && entry["id"] === item["id"],
  );
  const kept = parts.filter((part) => !(part in item) && former?.[part] !== undefined);
  return { ...item, ...Object.fromEntries(kept.map((part) => [part, former?.[part]])) };
}

/** The entries of a list, without what a sheet is to fill anew. */
export function emptied(
  draft: Draft,
  part: string,
  filled: readonly string[],
  empty: () => unknown,
): Record<string, unknown>[] {
  const given = draft.parts[part];
  const entries = (Array.isArray(given) ? given : []).map((entry) => {
    const parts = filled.map((key) => [key, empty()] as const).filter(([, value]) => value !== undefined);
    return { ...without(entry, ...filled), ...Object.fromEntries(parts) };
  });
  draft.parts[part] = entries;
  return entries;
}

/** Where in its list the entry stands that a row hangs on; what the row says of it is read already, so it is there or was a fault. */
export function indexOfEntry(entries: readonly Record<string, unknown>[], id: unknown): number {
  return entries.findIndex((entry) => entry["id"] === id);
}

export function without(entry: unknown, ...parts: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(isRecord(entry) ? entry : {}).filter(([part]) => !parts.includes(part)));
}
