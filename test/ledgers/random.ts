/** Ledgers drawn at random from what bureaus write, their truth known by construction. */
import fc from "fast-check";
import type { FieldKey } from "../../src/ledger/fields";
import { fieldKind } from "../../src/ledger/fields";
import type { MoneyUnit } from "../../src/measure/types";
import {
  aside,
  blank,
  buildSheet,
  column,
  note,
  plant,
  section,
  sum,
  type BodyRow,
  type ColumnPlan,
  type Overrides,
  type Plant,
} from "./build";
import { cleanCell, nameOf, totalOf } from "./county";
import { AMOUNTS, DAYS, PERIODS } from "./notations";
import { dayIs, percentCell, unread, wan, written, type Spec } from "./specify";
import type { LedgerCase } from "./truth";
import type { Cell, MadeSheet, Plain } from "./workbook";

/** Headings that bureaus give a field. Written from the ledgers seen, not from the reader's own list. */
const VARIANTS: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  serial: ["序号", "序  号", "序\n号", "项目序号"],
  name: [
    "项目名称",
    "项 目 名 称",
    "项目全称",
    "建设项目名称",
    "工程名称",
    "*项目名称",
    "项目名称（必填）",
    "项目名称\n（与批复一致）",
  ],
  department: [
    "责任部门",
    "责任单位",
    "主管部门",
    "项目主管单位",
    "牵头部门",
    "牵头单位",
    "行业主管部门",
    "包抓单位",
    "牵头责任单位",
  ],
  cooperators: ["配合部门", "配合单位", "协同单位"],
  owner: [
    "项目单位",
    "建设单位",
    "项目业主",
    "业主单位",
    "项目（法人）单位",
    "申报单位",
    "实施主体",
    "项目法人",
    "建设（业主）单位",
    "项目实施单位",
    "建设单位（项目法人）",
    "项目建设单位",
  ],
  code: ["项目代码", "审批监管平台代码", "投资项目统一代码", "项目代码（24位）"],
  region: ["所属地区", "项目属地", "所在乡镇", "项目所属辖区"],
  location: ["建设地点", "拟建设地点", "建设地址", "建设地点（具体到村）", "项目建设地点"],
  nature: ["建设性质", "建设性质（新建/改建/扩建）"],
  route: ["立项类型", "审批/核准/备案"],
  area: ["投向领域", "资金投向领域", "支持领域", "领域"],
  industry: ["所属行业", "国标行业", "行业类别", "所属行业分类", "行业分类"],
  scale: [
    "建设内容及规模",
    "建设规模及内容",
    "主要建设内容",
    "建设规模",
    "拟建设内容",
    "主要建设内容及规模",
    "建设内容和规模",
    "建设规模、内容",
    "项目概况及建设内容",
    "建设内容\n及规模",
  ],
  stage: ["项目阶段", "储备阶段"],
  enteredOn: ["入库时间", "储备时间", "入库日期"],
  totalInvestment: ["总投资", "计划总投资", "项目总投资", "匡算总投资", "总投资额", "投资规模", "总 投 资"],
  planThisYear: [
    "年度计划投资",
    "年度投资计划",
    "年计划投资",
    "2025年计划投资",
    "2025年投资计划",
    "本年计划投资",
    "2025年度计划投资",
    "当年计划投资",
    "今年计划投资",
    "2025年度投资计划",
  ],
  completed: [
    "累计完成投资",
    "自开工累计完成投资",
    "自开始累积完成投资",
    "开工以来累计完成投资",
    "截至2025年5月底累计完成投资",
    "截至目前累计完成投资",
    "累计完成投资额",
    "已完成投资",
  ],
  completedBefore: [
    "截至2024年底累计完成投资",
    "至2024年底完成投资",
    "到2024年底累计完成投资",
    "预计2024年底累计完成投资",
  ],
  completedThisYear: [
    "本年完成投资",
    "年初至今完成投资",
    "1-5月完成投资",
    "1～5月完成投资",
    "2025年以来完成投资",
    "今年以来完成投资",
    "2025年1-5月完成投资",
    "1至5月完成投资",
    "今年累计完成投资",
    "本年累计完成投资",
  ],
  completedThisMonth: ["本月完成投资", "当月完成投资", "月实际完成投资"],
  requested: [
    "拟申请资金",
    "拟申请额度",
    "申报金额",
    "申请资金",
    "拟申请资金额度",
    "拟争取资金",
    "计划争取上级资金",
    "专项债券需求",
    "申请额度",
  ],
  approved: ["批复资金", "批复金额", "下达资金", "争取到位额度"],
  arrived: ["到位资金", "累计到位资金", "资金到位"],
  paid: ["支付资金", "累计支付", "累计支付资金"],
  capital: ["项目资本金", "资本金"],
  matching: ["地方配套资金", "配套资金", "地方配套"],
  period: ["建设起止年限", "建设期限", "起止年限", "建设起止年限（到年，中间用“-”隔开）"],
  startPlanned: [
    "计划开工",
    "计划开工时间",
    "拟开工时间",
    "预计开工时间",
    "计划\n开工\n时间",
    "计划开工日期",
    "拟开工日期",
    "计划开工年月",
    "计划（预计）开工时间",
    "开工时间（计划）",
  ],
  finishPlanned: [
    "计划竣工",
    "计划完工时间",
    "计划竣工时间",
    "预计竣工时间",
    "计划完工",
    "拟竣工时间",
    "计划建成时间",
    "计划竣工年月",
    "竣工时间（计划）",
  ],
  startActual: ["实际开工", "实际开工时间", "实际开工日期"],
  finishActual: ["实际竣工", "实际竣工时间", "实际完工时间"],
  channel: [
    "资金渠道",
    "拟申报渠道",
    "争取渠道",
    "申报渠道",
    "拟争取资金渠道",
    "拟申请资金渠道",
    "资金来源渠道",
    "对上争取渠道",
  ],
  policyBasis: ["政策依据", "申报依据", "支持政策"],
  leader: ["包抓领导", "责任领导", "县级领导", "包保领导", "县级包抓领导", "包联领导", "分管领导", "挂钩领导"],
  person: ["责任人", "项目联系人", "联系人", "项目负责人", "具体责任人", "责任人姓名", "项目单位联系人"],
  phone: ["联系电话", "联系方式", "手机号码", "联系人电话", "电话", "手机"],
  progress: [
    "进展情况",
    "形象进度",
    "目前工作进度",
    "项目进展情况",
    "目前进展",
    "截至目前工作进展",
    "前期工作进展情况",
    "最新进展情况",
  ],
  problems: ["存在问题", "存在的问题", "存在困难和问题", "存在困难及问题", "目前存在的主要问题", "问题及困难"],
  help: [
    "需协调事项",
    "需要协调解决的问题",
    "需要政府及有关部门协调解决的问题",
    "需上级协调解决事项",
    "需县级层面协调解决的问题",
    "提请解决事项",
  ],
  inStatistics: ["是否纳统", "是否列统", "是否入统"],
  remark: ["备注", "备  注", "备注说明"],
};

/** Fields that stand together or not at all, in the order of the sheet. */
const GROUPS: readonly (readonly FieldKey[])[] = [
  ["owner"],
  ["code"],
  ["region"],
  ["location"],
  ["nature"],
  ["route"],
  ["area"],
  ["industry"],
  ["scale"],
  ["stage"],
  ["enteredOn"],
  ["cooperators"],
  ["planThisYear"],
  ["completedBefore"],
  ["completedThisYear", "completedThisMonth"],
  ["requested"],
  ["approved", "arrived", "paid"],
  ["capital"],
  ["period"],
  ["channel"],
  ["policyBasis"],
  ["leader"],
  ["person", "phone"],
  ["progress"],
  ["problems", "help"],
  ["inStatistics"],
];

/** What a procedure's columns are called and hold. */
const PROCEDURES: readonly (readonly [FieldKey, readonly string[], readonly Spec[]])[] = [
  [
    "proc.feasibility.no",
    ["可研批复文号", "可行性研究报告批复文号", "可研文号"],
    [document("云发改审〔2024〕12号"), document("云发改投资〔2024〕103号")],
  ],
  [
    "proc.feasibility.on",
    ["可研批复时间", "可研批复日期", "可研批复时间（年/月/日）"],
    [dayIs("2024-06-20", "2024-06-20"), dayIs("2024年6月20日", "2024-06-20")],
  ],
  ["proc.eia", ["环评", "环评手续", "环评办理情况", "环境影响评价"], statesOf("云环审〔2024〕7号")],
  ["proc.site", ["用地预审与选址意见书", "用地预审"], statesOf("云自然资预〔2024〕3号")],
  ["proc.energy", ["节能审查", "能评", "节能审查办理情况"], statesOf("云发改节能〔2024〕5号")],
  ["proc.buildPermit", ["施工许可证", "施工许可", "施工许可证办理情况"], statesOf("云建施许〔2024〕9号")],
];

function document(number: string): Spec {
  return written(number, { no: [number] });
}

function statesOf(number: string): Spec[] {
  return [
    written("已完成", { state: "done" }),
    written("已办理", { state: "done" }),
    written("正在办理", { state: "doing" }),
    written("未办理", { state: "todo" }),
    written("无需办理", { state: "exempt" }),
    written("不涉及", { state: "exempt" }),
    document(number),
  ];
}

/** What clerks add to a heading without changing what it asks for. */
const DECORATIONS: readonly ((text: string) => string)[] = [
  (text) => `*${text}`,
  (text) => `${text}（必填）`,
  (text) => `${text}\n（按批复文件填写）`,
  (text) => `${text}*`,
  (text) => [...text].join(" "),
  (text) => text.slice(0, 2) + "\n" + text.slice(2),
  (text) => `　${text}　`,
];

const UNMAPPED: readonly (readonly [string, (index: number) => Cell])[] = [
  ["照片", () => null],
  ["经度", (index) => 112.3 + index / 100],
  ["纬度", (index) => 35.1 + index / 100],
  ["占地面积（亩）", (index) => 20 + index],
  ["用电负荷（千伏安）", (index) => 400 + index],
  ["是否新开工", () => "是"],
  ["占用耕地（亩）", (index) => index % 4],
  ["合同编号", (index) => `HT-${100 + index}`],
  ["监理单位", () => "云溪县工程监理有限公司"],
  ["", () => null],
  ["1月计划投资", () => 100],
  ["2月计划投资", () => 100],
];

const FUNDS: readonly (readonly [FieldKey, readonly string[]])[] = [
  ["fundsCentral", ["中央财政资金", "中央资金", "中央预算内资金"]],
  ["fundsProvince", ["省财政资金", "省级资金", "省级财政资金"]],
  ["fundsCounty", ["县级资金", "县财政资金", "区(县)财政资金"]],
  ["fundsSelf", ["自有资金", "自筹资金", "企业自筹"]],
];

const UNIT_MARKS: readonly ((unit: MoneyUnit) => string)[] = [
  (unit) => `（${unit}）`,
  (unit) => `(${unit})`,
  (unit) => `（${unit})`,
  (unit) => `\n（${unit}）`,
  (unit) => `（单位：${unit}）`,
  (unit) => `/${unit}`,
  (unit) => `[${unit}]`,
  (unit) => `【${unit}】`,
  (unit) => `：${unit}`,
  (unit) => ` （ ${unit} ）`,
  (unit) => `（人民币${unit}）`,
];

const SECTIONS = ["一、续建项目", "二、新开工项目", "三、前期项目", "四、储备项目", "五、谋划项目"];

interface Choices {
  readonly seed: number;
  readonly title: boolean;
  readonly blanksAbove: number;
  readonly sheetUnit: MoneyUnit | null;
  readonly unitRow: string;
  readonly indent: number;
  readonly parents: "merged" | "first only";
  readonly groups: readonly (readonly FieldKey[])[];
  readonly times: "flat" | "by event" | "by plan" | "none";
  readonly funds: "flat" | "parent" | "two parents" | "none";
  readonly unmapped: number;
  readonly projects: number;
  readonly sections: "none" | "plain" | "counted" | "summed";
  readonly total: "none" | "first" | "last";
  readonly repeated: boolean;
  readonly example: boolean;
  readonly notes: boolean;
  readonly mergedDepartments: boolean;
  readonly date1904: boolean;
  readonly csv: LedgerCase["csv"] | null;
  readonly faults: number;
  readonly procedures: readonly (typeof PROCEDURES)[number][];
  readonly rates: boolean;
  readonly decorated: boolean;
  readonly shuffled: boolean;
  readonly subtotals: boolean;
  readonly prose: boolean;
  readonly hiddenColumns: boolean;
  readonly company: "none" | "cover" | "empty";
}

const choices: fc.Arbitrary<Choices> = fc.record({
  seed: fc.nat(),
  title: fc.boolean(),
  blanksAbove: fc.nat(3),
  sheetUnit: fc.constantFrom<MoneyUnit | null>("万元", "万元", "元", "亿元", null),
  unitRow: fc.constantFrom(
    "单位：",
    "（单位：",
    "金额单位：",
    "单位:",
    "单位： ",
    "计量单位：",
    "金额单位：人民币",
    "单 位：",
  ),
  indent: fc.constantFrom(0, 0, 0, 1, 2),
  parents: fc.constantFrom("merged" as const, "merged" as const, "first only" as const),
  groups: fc.shuffledSubarray([...GROUPS], { minLength: 2, maxLength: 16 }),
  times: fc.constantFrom("flat" as const, "by event" as const, "by plan" as const, "none" as const),
  funds: fc.constantFrom("flat" as const, "parent" as const, "two parents" as const, "none" as const, "none" as const),
  unmapped: fc.nat(3),
  projects: fc.integer({ min: 1, max: 14 }),
  sections: fc.constantFrom("none" as const, "plain" as const, "counted" as const, "summed" as const),
  total: fc.constantFrom("none" as const, "first" as const, "last" as const),
  repeated: fc.boolean(),
  example: fc.boolean(),
  notes: fc.boolean(),
  mergedDepartments: fc.boolean(),
  date1904: fc.boolean(),
  csv: fc.constantFrom(null, null, null, null, "utf-8" as const, "utf-8-bom" as const, "gb18030" as const),
  faults: fc.nat(3),
  procedures: fc.subarray([...PROCEDURES], { maxLength: 3 }),
  rates: fc.boolean(),
  decorated: fc.boolean(),
  shuffled: fc.boolean(),
  subtotals: fc.boolean(),
  prose: fc.boolean(),
  hiddenColumns: fc.boolean(),
  company: fc.constantFrom("none" as const, "none" as const, "cover" as const, "empty" as const),
});

export const randomLedger: fc.Arbitrary<LedgerCase> = choices.map(drawLedger);

const SHEET_NAMES = ["储备库", "对上争取申报", "5月", "6月", "2024年", "柳林镇", "Sheet2", "项目清单（打印）"];

/** Several of them as sheets of one workbook: of the same projects, of each its own columns, some of them twice. */
export const randomWorkbook: fc.Arbitrary<LedgerCase> = fc
  .tuple(
    fc.array(
      choices.map((chosen) => drawLedger({ ...chosen, csv: null, date1904: false, company: "none" })),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.shuffledSubarray(SHEET_NAMES, { minLength: 4 }),
    fc.boolean(),
  )
  .map(([drawn, names, again]) => {
    const ledgers = again ? [...drawn, ...drawn.slice(0, 1)] : drawn;
    const sheets = ledgers.flatMap(({ workbook }, index) =>
      workbook.sheets.map((sheet) => ({ ...sheet, name: names[index] ?? sheet.name })),
    );
    return { name: "多表台账", workbook: { sheets }, sheets: ledgers.flatMap(({ sheets: truth }) => truth) };
  });

/** The same ledgers for the same seed. */
export function randomLedgers(count: number, seed: number): LedgerCase[] {
  return fc.sample(randomLedger, { numRuns: count, seed });
}

function drawLedger(chosen: Choices): LedgerCase {
  const dice = new Dice(chosen.seed);
  const name = `随机台账${chosen.seed}`;
  const columns = drawColumns(chosen, dice);
  const date1904 = chosen.date1904 && !chosen.csv;
  const built = buildSheet({
    name: chosen.csv ? name : dice.pick(["Sheet1", "台账", "项目清单（打印）", "附件2"]),
    above: drawAbove(chosen, dice, columns.length),
    ...(chosen.sheetUnit ? { unit: chosen.sheetUnit } : {}),
    columns,
    parents: chosen.parents,
    indent: chosen.indent,
    body: drawBody(chosen, dice, columns),
    mergedDown: chosen.mergedDepartments && !chosen.csv ? ["department"] : [],
    defaults: (field, index) => (chosen.csv ? untyped(cleanCell(field, index)) : cleanCell(field, index)),
    date1904,
  });
  return {
    name,
    workbook: {
      sheets: [...(chosen.csv ? [] : companyOf(chosen.company)), built.made],
      ...(date1904 ? { date1904: true } : {}),
      ...(dice.chance(4) ? { inlineText: true } : {}),
    },
    sheets: [built.truth],
    ...(chosen.csv ? { csv: chosen.csv } : {}),
  };
}

function companyOf(company: Choices["company"]): MadeSheet[] {
  if (company === "none") return [];
  return [
    company === "empty"
      ? { name: "空表", rows: [] }
      : { name: "封面", rows: [[], [null, "云溪县项目台账"], [null, "二〇二五年六月"]] },
  ];
}

/** A csv has no typed days. */
function untyped(spec: Spec | Plain): Spec | Plain {
  return typeof spec === "object" && spec?.kind === "day" ? spec.day : spec;
}

function drawAbove(chosen: Choices, dice: Dice, width: number): (Cell[] | null)[] {
  const rows: (Cell[] | null)[] = [];
  if (dice.chance(3)) rows.push([dice.pick(["附件1", "附件2：", "附表"])]);
  // Cells that leave out their year take it from the title.
  if (chosen.title)
    rows.push([
      dice.pick(["云溪县2025年重点项目台账", "2025年度云溪县对上争取项目情况表", "云溪县项目储备库（2025年）"]),
    ]);
  if (chosen.prose)
    rows.push([
      dice.pick(["填报说明：请各单位于6月20日前报送，逾期不再受理。", "说明：本表由项目单位填写，主管部门审核。"]),
    ]);
  for (let index = 0; index < chosen.blanksAbove; index++) rows.push(null);
  if (!chosen.sheetUnit) return rows;
  const unit = chosen.unitRow + chosen.sheetUnit + (chosen.unitRow.startsWith("（") ? "）" : "");
  const lead: Cell[] = [dice.pick(["填报单位（盖章）：", "报送部门：", ""])];
  while (lead.length < Math.max(2, width - 2)) lead.push(null);
  rows.push([...lead, unit]);
  return rows;
}

function drawColumns(chosen: Choices, dice: Dice): ColumnPlan[] {
  const drawn = (field: FieldKey): ColumnPlan => heading(field, dice.pick(VARIANTS[field] ?? []), chosen, dice);
  const columns = [drawn("serial"), drawn("name"), drawn("department"), drawn("totalInvestment")];
  if (dice.chance(3)) columns.push(columns.splice(2, 1)[0] as ColumnPlan);
  for (const group of chosen.groups) columns.push(...group.map(drawn));
  // A bare 占年度计划 is about the column before it.
  const done = columns.findIndex(({ field }) => field === "completedThisYear");
  const has = (wanted: FieldKey): boolean => columns.some(({ field }) => field === wanted);
  // What stands in the reserve, as all of these do where they say so, has done nothing of a plan.
  if (chosen.rates && done >= 0 && has("planThisYear") && !has("stage")) {
    const text = dice.pick(["完成率", "投资完成率", "占年度计划(%)", "占年度计划（%）"]);
    columns.splice(done + 1, 0, column(text, "completionRate"));
  }
  columns.push(...timeColumns(chosen.times, dice), ...fundColumns(chosen, dice));
  columns.push(...chosen.procedures.map(([field, variants]) => column(dice.pick(variants), field)));
  for (let index = 0; index < chosen.unmapped; index++) {
    const [text, fill] = UNMAPPED[
      (dice.below(UNMAPPED.length) + index * 3) % UNMAPPED.length
    ] as (typeof UNMAPPED)[number];
    if (columns.some((known) => known.heading.includes(text))) continue;
    columns.push(column(text, null, { fill }));
  }
  if (dice.chance(2)) columns.push(drawn("remark"));
  if (chosen.shuffled) moveLead(columns, dice);
  return chosen.hiddenColumns && !chosen.csv
    ? columns.map((each) => (dice.chance(8) ? { ...each, hidden: true } : each))
    : columns;
}

/** The total and the department need not stand at the front; parents keep their children together. */
function moveLead(columns: ColumnPlan[], dice: Dice): void {
  for (const field of ["totalInvestment", "department"] as const) {
    const [moved] = columns.splice(
      columns.findIndex((each) => each.field === field),
      1,
    );
    const places = columns.map((_, index) => index).filter((index) => index >= 2 && !insideGroup(columns, index));
    if (moved) columns.splice(places.length > 0 ? dice.pick(places) : columns.length, 0, moved);
  }
}

function insideGroup(columns: readonly ColumnPlan[], index: number): boolean {
  const [before, after] = [columns[index - 1], columns[index]];
  return (before?.heading.length ?? 1) > 1 && (after?.heading.length ?? 1) > 1;
}

function heading(field: FieldKey, plain: string, chosen: Choices, dice: Dice): ColumnPlan {
  const bare = !/[\s*（(]/.test(plain) && plain.length > 2;
  const text = chosen.decorated && bare && dice.chance(3) ? dice.pick(DECORATIONS)(plain) : plain;
  if (fieldKind(field) !== "amount") return column(text, field);
  if (chosen.sheetUnit && dice.chance(2)) return column(text, field);
  const unit = dice.pick<MoneyUnit>(["万元", "万元", "万元", "亿元", "元"]);
  return column(text + dice.pick(UNIT_MARKS)(unit), field, { unit });
}

function timeColumns(times: Choices["times"], dice: Dice): ColumnPlan[] {
  const finish = dice.pick(["竣工", "完工"]);
  switch (times) {
    case "none":
      return [];
    case "flat":
      return (["startPlanned", "finishPlanned", "startActual"] as const).map((field) =>
        column(dice.pick(VARIANTS[field] ?? []), field),
      );
    case "by event":
      return [
        column(["开工时间", "计划"], "startPlanned"),
        column(["开工时间", "实际"], "startActual"),
        column([`${finish}时间`, "计划"], "finishPlanned"),
        column([`${finish}时间`, "实际"], "finishActual"),
      ];
    case "by plan":
      return [
        column(["计划", "开工时间"], "startPlanned"),
        column(["计划", `${finish}时间`], "finishPlanned"),
        column(["实际", "开工时间"], "startActual"),
      ];
  }
}

function fundColumns(chosen: Choices, dice: Dice): ColumnPlan[] {
  if (chosen.funds === "none") return [];
  const unit = chosen.sheetUnit ? null : "万元";
  const parent = unit ? `资金来源（${unit}）` : "资金来源";
  const parents = chosen.funds === "flat" ? [] : chosen.funds === "parent" ? [parent] : ["投资情况", parent];
  return FUNDS.map(([field, variants]) => {
    const text = dice.pick(variants);
    // Without a parent to state it, each heading states its own unit.
    if (parents.length === 0 && unit) return column(`${text}（${unit}）`, field, { unit });
    return column([...parents, text], field, unit ? { unit } : {});
  });
}

function drawBody(chosen: Choices, dice: Dice, columns: readonly ColumnPlan[]): BodyRow[] {
  const rows = Array.from({ length: chosen.projects }, (_, index) => drawProject(chosen, dice, columns, index));
  plantFaults(chosen, dice, columns, rows);
  const body: BodyRow[] = [];
  if (chosen.example && chosen.total !== "first")
    body.push({ kind: "example", cells: { serial: "示例", name: "XX县XX镇XX道路工程" } });
  const summed: FieldKey[] = ["totalInvestment"];
  const sums = chosen.faults === 0 && !rows.some(holdsApproximate);
  const grand = sum(dice.pick(["合计", "总计", "合  计", "合计："]), {
    why: "total",
    of: "all",
    fields: sums ? summed : [],
    ...(dice.chance(3) ? { labelAt: "name" as const } : {}),
  });
  if (chosen.total === "first" && sums) body.push(grand);
  const size = Math.max(1, dice.below(rows.length) + 1);
  for (let start = 0, part = 0; start < rows.length; start += size, part++) {
    const members = rows.slice(start, start + size);
    const title = SECTIONS[part % SECTIONS.length] ?? "";
    if (chosen.sections === "plain") body.push(section(title));
    if (chosen.sections === "counted")
      body.push(section(title + dice.pick([`（${members.length}个）`, `(${members.length}项)`])));
    if (chosen.sections === "summed" && sums)
      body.push(sum(`${title}（${members.length}个）`, { why: "section", of: "since", fields: summed }));
    body.push(...members);
    if (chosen.subtotals && sums)
      body.push(sum(dice.pick(["小计", "小  计", "本类小计"]), { why: "total", of: "since", fields: summed }));
    if (chosen.repeated && part === 0) body.push({ kind: "heading again" });
    if (dice.chance(5)) body.push(...blank(1 + dice.below(2)));
  }
  if (chosen.total === "last" && sums) body.push(grand);
  if (chosen.notes)
    body.push(
      dice.pick([
        note("注：1、项目较多时，请自行增加行数。"),
        note("说明：投资额以批复为准。"),
        aside("note", "填表人：王建明", null, "审核人：李海燕"),
      ]),
    );
  return body;
}

function holdsApproximate(row: BodyRow): boolean {
  if (row.kind !== "project") return false;
  const spec = row.cells["totalInvestment"];
  return (
    typeof spec === "object" &&
    spec?.kind === "written" &&
    typeof spec.is === "object" &&
    "approx" in spec.is &&
    spec.is.approx
  );
}

function drawProject(chosen: Choices, dice: Dice, columns: readonly ColumnPlan[], index: number): BodyRow {
  const cells: Record<string, Spec | Plain> = { name: nameOf(index) };
  const plants: Plant[] = [];
  const rated = columns.some((each) => each.field === "completionRate");
  for (const { field, unit } of columns) {
    if (!field) continue;
    const kind = fieldKind(field);
    const fixed = rated && (field === "completedThisYear" || field === "planThisYear");
    if (kind === "amount" && !fixed && amountOf(field, index) > 0 && (field === "totalInvestment" || dice.chance(2))) {
      const inForce = unit ?? chosen.sheetUnit ?? "万元";
      const notation = dice.pick(AMOUNTS.filter(({ textTyped }) => !textTyped || (!chosen.csv && dice.chance(3))));
      const spec = notation.write(amountOf(field, index), inForce);
      cells[field] = spec;
      if (notation.textTyped) plants.push(plant("F115", field));
      else if (chosen.csv && holdsFullWidth(spec)) plants.push(plant("F115", field));
    }
    if (kind === "day" && DAY_OF[field])
      cells[field] = dice.pick(fitDays(chosen)).write(DAY_OF[field], chosen.date1904 && !chosen.csv);
    const procedure = PROCEDURES.find(([known]) => known === field);
    if (procedure) cells[field] = dice.pick(procedure[2]);
    if (field === "completionRate") cells[field] = rateOf(columns, dice, chosen);
    if (rated && field === "completedThisYear") cells[field] = wan(yearOf(index) * 0.35);
    if (rated && field === "planThisYear") cells[field] = wan(yearOf(index));
    if (kind === "period") cells[field] = dice.pick(PERIODS).write(2025, 2027);
  }
  return { kind: "project", cells, plants, hidden: !chosen.csv && dice.chance(12) };
}

/** 35 %, in the way in which the heading lets it be read. */
function rateOf(columns: readonly ColumnPlan[], dice: Dice, { csv }: Choices): Spec {
  const inPercent = columns.some(({ field, heading: [text = ""] }) => field === "completionRate" && text.includes("%"));
  return dice.pick([
    ...(csv ? [] : [percentCell(0.35)]),
    written("35%", 0.35),
    ...(inPercent ? [written(35, 0.35)] : []),
  ]);
}

/** A plan of which 35 % is a whole number of 万元. */
function yearOf(index: number): number {
  return 1000 + (index % 7) * 200;
}

function holdsFullWidth(spec: Spec): boolean {
  return spec.kind === "written" && typeof spec.put === "string" && /^[０-９．]+$/.test(spec.put);
}

/** Days that put no project's end before its beginning, however roughly they are written. */
const DAY_OF: Readonly<Partial<Record<FieldKey, string>>> = {
  startPlanned: "2025-09-18",
  finishPlanned: "2025-12-09",
  enteredOn: "2025-03-14",
};

function fitDays(chosen: Choices): typeof DAYS {
  return DAYS.filter(
    ({ name, yearless, typed }) =>
      !(yearless && !chosen.title) && !(typed && chosen.csv) && !(name.includes("half") || name === "year"),
  );
}

/** In 万元, as in the clean county. */
function amountOf(field: FieldKey, index: number): number {
  const spec = cleanCell(field, index);
  return typeof spec === "object" && spec?.kind === "wan" ? Number(spec.wan.toFixed(6)) : totalOf(index);
}

function plantFaults(chosen: Choices, dice: Dice, columns: readonly ColumnPlan[], rows: BodyRow[]): void {
  const has = (field: FieldKey): boolean => columns.some((known) => known.field === field);
  const faults: readonly (() => [Overrides, Plant] | null)[] = [
    () => [
      { totalInvestment: unread(dice.pick(["详见可研", "以批复为准", "正在测算中"])) },
      plant("F102", "totalInvestment"),
    ],
    () => [{ totalInvestment: null }, plant("F101", "totalInvestment")],
    () =>
      has("startPlanned")
        ? [{ startPlanned: unread(dice.pick(["视资金情况", "征地完成后"])) }, plant("F104", "startPlanned")]
        : null,
    () => (has("phone") ? [{ phone: dice.pick(["1380", "无此号码", "内线"]) }, plant("F116", "phone")] : null),
  ];
  for (let index = 0; index < Math.min(chosen.faults, rows.length); index++) {
    const at = rows.length - 1 - index;
    const row = rows[at];
    const fault = dice.pick(faults)();
    if (!fault || row?.kind !== "project") continue;
    const [cells, planted] = fault;
    const kept = row.plants.filter((each) => !each.at.some((field) => field in cells));
    rows[at] = { ...row, cells: { ...row.cells, ...cells }, plants: [...kept, planted] };
  }
}

/** Throws that come out the same for the same seed (mulberry32). */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  /** Once in so many throws. */
  chance(oneIn: number): boolean {
    return this.below(oneIn) === 0;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error("nothing to pick from");
    return from[this.below(from.length)] as T;
  }
}
