/** A pack on worksheets as former versions wrote it: keys and ids as they are, and as JSON whatever had no table. */
import { normaliseText } from "../../src/measure/text";
import type { Pack } from "../../src/policy/pack";
import type { PackSheet } from "../../src/policy/sheets";

type Cell = string | number;
type Write = (value: never) => Cell;

const text: Write = (value: unknown) => String(value);
const number: Write = (value: unknown) => Number(value);
const json: Write = (value: unknown) => JSON.stringify(value);
const list: Write = (items: readonly string[]) => {
  if (items.length === 0) return "（无）";
  const plain = items.every((item) => item !== "" && item === normaliseText(item) && !/[、，,;；\n]/.test(item));
  return plain ? items.join("、") : JSON.stringify(items);
};
const words =
  (byWord: Readonly<Record<string, unknown>>): Write =>
  (value: unknown) =>
    Object.entries(byWord).find(([, each]) => each === value)?.[0] ?? String(value);
const yesNo = words({ 是: true, 否: false });
const limitUnit = words({ 工作日: "workday", 日: "day", 月: "month" });
const forms: Write = (value: Pack["procedures"][number]["forms"]) =>
  value
    .map(({ name, limit }) =>
      limit === null ? `${name}备案` : `${name}${String(limit.count)}${String(limitUnit(limit.unit as never))}`,
    )
    .join("；");

type Column = readonly [heading: string, path: string, write: Write, blank?: unknown];

const BASIS: readonly Column[] = [
  ["依据文件", "basis.document", text],
  ["依据文号", "basis.number", text],
  ["依据条款", "basis.article", text],
  ["依据网址", "basis.url", text],
  ["可信度", "confidence", text],
];
const NOTE: Column = ["备注", "note", text];
const entry = (...columns: readonly Column[]): readonly Column[] => [
  ["编号", "id", text],
  ["名称", "name", text],
  ["别名", "aliases", list, []],
  ["起始日", "from", text],
  ["截止日", "to", text],
  ...columns,
  ...BASIS,
  NOTE,
];
const ROUTES: Column = ["立项类型", "routes", list, []];

const TABLES: Readonly<Record<string, readonly [list: keyof Pack, columns: readonly Column[]]>> = {
  政策台账: [
    "policies",
    entry(["文号", "number", text], ["层级", "level", text], ["渠道", "channel", text], ["申报截止", "closes", text]),
  ],
  资金渠道: [
    "channels",
    entry(
      ["投向领域", "areas", list, null],
      ["负面清单", "negative", list, []],
      ["须有收益", "needsRevenue", yesNo, null],
      ["覆盖倍数下限", "coverage", number, null],
      ["申请占比上限", "capShare", number, null],
      ["须有配套", "matching", yesNo, false],
      ["上级资金", "stateFunds", yesNo, true],
      ["不得重复的渠道", "excludes", list, []],
      ["各阶段手续", "procedures", json, {}],
      ["适合的项目", "suits", text, ""],
      ["领域依据", "areasBasis", json],
      ["负面清单依据", "negativeBasis", json],
      ["覆盖倍数依据", "coverageBasis", json],
      ["占比依据", "capShareBasis", json],
      ["重复依据", "excludesBasis", json],
      ["手续依据", "proceduresBasis", json],
      ["材料依据", "materialsBasis", json],
    ),
  ],
  手续时限: [
    "procedures",
    entry(
      ["手续", "key", text],
      ["办理部门", "department", text, ""],
      ["时限", "limit.count", number],
      ["时限单位", "limit.unit", limitUnit],
      ["有效期", "validity.count", number],
      ["有效期单位", "validity.unit", words({ 月: "month", 年: "year" })],
      ["分类时限", "forms", forms, []],
      ROUTES,
      ["涉及时才办", "when", list, []],
    ),
  ],
  手续先后: [
    "edges",
    [
      ["编号", "id", text],
      ["先办", "before", text],
      ["后办", "after", text],
      ROUTES,
      ["轻重", "severity", words({ 错误: "error", 提醒: "warning", 建议: "hint" })],
      ...BASIS,
      NOTE,
    ],
  ],
  储备目标: [
    "targets",
    entry(
      ["个数", "count", number],
      ["金额（万元）", "wan", number],
      ["起算日", "countedFrom", text],
      ["完成期限", "by", text],
      ["部门", "department", text],
    ),
  ],
  部门名录: ["roster", entry(["口", "group", text, ""], ["对接专人", "person", text, ""], ["电话", "phone", text, ""])],
};
const CHILDREN: Readonly<Record<string, readonly [field: "windows" | "materials", columns: readonly Column[]]>> = {
  申报窗口: [
    "windows",
    [["渠道编号", "channelId", text], ["开始日", "opens", text], ["截止日", "closes", text], ...BASIS],
  ],
  申报材料: [
    "materials",
    [
      ["渠道编号", "channelId", text],
      ["材料", "name", text],
      ["表头写法", "headings", list, []],
    ],
  ],
};

const LONGEST_CELL = 30_000;

export function formerSheets(pack: Pack): PackSheet[] {
  return [
    ...Object.entries(TABLES).map(([name, [part, columns]]) => sheet(name, columns, pack[part] as readonly unknown[])),
    ...Object.entries(CHILDREN).map(([name, [field, columns]]) =>
      sheet(
        name,
        columns,
        pack.channels.flatMap((channel) => channel[field].map((child) => ({ ...child, channelId: channel.id }))),
      ),
    ),
    {
      name: "节假日",
      rows: [
        ["日期", "安排"],
        ...Object.entries(pack.workdays).map(([date, worked]) => [date, worked ? "班" : "休"]),
        ...(pack.workdaysThrough === undefined ? [] : [[pack.workdaysThrough, "数据止"]]),
      ],
    },
    rest(pack),
  ];
}

function sheet(name: string, columns: readonly Column[], items: readonly unknown[]): PackSheet {
  const rows = items.map((item) =>
    columns.map(([, path, write, blank]): Cell => {
      const value = path
        .split(".")
        .reduce<unknown>((here, key) => (here as Record<string, unknown> | null)?.[key], item);
      if (value === undefined || value === null || JSON.stringify(value) === JSON.stringify(blank)) return "";
      return write(value as never);
    }),
  );
  return { name, rows: [columns.map(([heading]) => heading), ...rows] };
}

function rest(pack: Pack): PackSheet {
  const held = new Set<string>([...Object.values(TABLES).map(([part]) => part), "workdays", "workdaysThrough"]);
  const rows: Cell[][] = [["部分", "编号", "内容"]];
  for (const [part, value] of Object.entries(pack) as [string, unknown][]) {
    if (held.has(part) || value === undefined) continue;
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => rows.push([part, String(index + 1), ...cut(JSON.stringify(item))]));
      if (value.length === 0) rows.push([part, "0", ""]);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) rows.push([part, key, ...cut(JSON.stringify(item))]);
      if (Object.keys(value).length === 0) rows.push([part, "", "{}"]);
    } else rows.push([part, "", ...cut(JSON.stringify(value))]);
  }
  return { name: "政策包", rows };
}

function cut(whole: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < whole.length; at += LONGEST_CELL) pieces.push(whole.slice(at, at + LONGEST_CELL));
  return pieces;
}
