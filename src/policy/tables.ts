/** The worksheets of a pack: which column holds which part of an entry. */
import { day, forms, json, list, number, text, words, yesNo, type CellKind } from "./cells";

export interface ColumnSpec {
  readonly heading: string;
  readonly path: readonly string[];
  readonly kind: CellKind;
  readonly required?: boolean;
  /** What a blank cell stands for; left out where undefined. */
  readonly blank?: unknown;
}

type ListKey = "policies" | "channels" | "procedures" | "edges" | "targets" | "roster";

export interface TableSpec {
  readonly sheet: string;
  readonly list: ListKey;
  readonly columns: readonly ColumnSpec[];
  /** Parts of an item that are whole or null (a limit without its unit is none). */
  readonly wholeOrNull?: readonly string[];
  /** The rows hang on a channel instead of being entries of a list. */
  readonly child?: { readonly field: "windows" | "materials"; readonly parentId: string };
}

export const REST = "政策包";
export const HOLIDAYS = "节假日";
export const HOLIDAY_MARKS = { free: "休", worked: "班", through: "数据止" } as const;

const BASIS: readonly ColumnSpec[] = [
  { heading: "依据文件", path: ["basis", "document"], kind: text, required: true },
  { heading: "依据文号", path: ["basis", "number"], kind: text },
  { heading: "依据条款", path: ["basis", "article"], kind: text },
  { heading: "依据网址", path: ["basis", "url"], kind: text },
  {
    heading: "可信度",
    path: ["confidence"],
    kind: words("可信度", { H: "H", M: "M", L: "L", D: "D" }),
    required: true,
  },
];
const HEAD: readonly ColumnSpec[] = [
  { heading: "编号", path: ["id"], kind: text, required: true },
  { heading: "名称", path: ["name"], kind: text, required: true },
  { heading: "别名", path: ["aliases"], kind: list, blank: [] },
  { heading: "起始日", path: ["from"], kind: day, required: true },
  { heading: "截止日", path: ["to"], kind: day },
];
const NOTE: ColumnSpec = { heading: "备注", path: ["note"], kind: text };
const entry = (...columns: readonly ColumnSpec[]): readonly ColumnSpec[] => [...HEAD, ...columns, ...BASIS, NOTE];

const routes: ColumnSpec = { heading: "立项类型", path: ["routes"], kind: list, blank: [] };

export const TABLES: readonly TableSpec[] = [
  {
    sheet: "政策台账",
    list: "policies",
    columns: entry(
      { heading: "文号", path: ["number"], kind: text },
      { heading: "层级", path: ["level"], kind: text },
      { heading: "渠道", path: ["channel"], kind: text },
      { heading: "申报截止", path: ["closes"], kind: day },
    ),
  },
  {
    sheet: "资金渠道",
    list: "channels",
    columns: entry(
      { heading: "投向领域", path: ["areas"], kind: list, blank: null },
      { heading: "负面清单", path: ["negative"], kind: list, blank: [] },
      { heading: "须有收益", path: ["needsRevenue"], kind: yesNo, blank: null },
      { heading: "覆盖倍数下限", path: ["coverage"], kind: number, blank: null },
      { heading: "申请占比上限", path: ["capShare"], kind: number, blank: null },
      { heading: "须有配套", path: ["matching"], kind: yesNo, blank: false },
      { heading: "上级资金", path: ["stateFunds"], kind: yesNo, blank: true },
      { heading: "不得重复的渠道", path: ["excludes"], kind: list, blank: [] },
      { heading: "各阶段手续", path: ["procedures"], kind: json, blank: {} },
      { heading: "适合的项目", path: ["suits"], kind: text, blank: "" },
      { heading: "领域依据", path: ["areasBasis"], kind: json },
      { heading: "负面清单依据", path: ["negativeBasis"], kind: json },
      { heading: "覆盖倍数依据", path: ["coverageBasis"], kind: json },
      { heading: "占比依据", path: ["capShareBasis"], kind: json },
      { heading: "重复依据", path: ["excludesBasis"], kind: json },
      { heading: "手续依据", path: ["proceduresBasis"], kind: json },
      { heading: "材料依据", path: ["materialsBasis"], kind: json },
    ),
  },
  {
    sheet: "申报窗口",
    list: "channels",
    child: { field: "windows", parentId: "channelId" },
    columns: [
      { heading: "渠道编号", path: ["channelId"], kind: text, required: true },
      { heading: "开始日", path: ["opens"], kind: day, required: true },
      { heading: "截止日", path: ["closes"], kind: day, required: true },
      ...BASIS,
    ],
  },
  {
    sheet: "申报材料",
    list: "channels",
    child: { field: "materials", parentId: "channelId" },
    columns: [
      { heading: "渠道编号", path: ["channelId"], kind: text, required: true },
      { heading: "材料", path: ["name"], kind: text, required: true },
      { heading: "表头写法", path: ["headings"], kind: list, blank: [] },
    ],
  },
  {
    sheet: "手续时限",
    list: "procedures",
    wholeOrNull: ["limit", "validity"],
    columns: entry(
      { heading: "手续", path: ["key"], kind: text, required: true },
      { heading: "办理部门", path: ["department"], kind: text, blank: "" },
      { heading: "时限", path: ["limit", "count"], kind: number },
      {
        heading: "时限单位",
        path: ["limit", "unit"],
        kind: words("时限单位", { 工作日: "workday", 日: "day", 月: "month" }),
      },
      { heading: "有效期", path: ["validity", "count"], kind: number },
      { heading: "有效期单位", path: ["validity", "unit"], kind: words("有效期单位", { 月: "month", 年: "year" }) },
      { heading: "分类时限", path: ["forms"], kind: forms, blank: [] },
      routes,
      { heading: "涉及时才办", path: ["when"], kind: list, blank: [] },
    ),
  },
  {
    sheet: "手续先后",
    list: "edges",
    columns: [
      { heading: "编号", path: ["id"], kind: text, required: true },
      { heading: "先办", path: ["before"], kind: text, required: true },
      { heading: "后办", path: ["after"], kind: text, required: true },
      routes,
      {
        heading: "轻重",
        path: ["severity"],
        kind: words("轻重", { 错误: "error", 提醒: "warning", 建议: "hint" }),
        required: true,
      },
      ...BASIS,
      NOTE,
    ],
  },
  {
    sheet: "储备目标",
    list: "targets",
    columns: entry(
      { heading: "个数", path: ["count"], kind: number, blank: null },
      { heading: "金额（万元）", path: ["wan"], kind: number, blank: null },
      { heading: "起算日", path: ["countedFrom"], kind: day, required: true },
      { heading: "完成期限", path: ["by"], kind: day, required: true },
      { heading: "部门", path: ["department"], kind: text, blank: null },
    ),
  },
  {
    sheet: "部门名录",
    list: "roster",
    columns: entry(
      { heading: "口", path: ["group"], kind: text, blank: "" },
      { heading: "对接专人", path: ["person"], kind: text, blank: "" },
      { heading: "电话", path: ["phone"], kind: text, blank: "" },
    ),
  },
];
