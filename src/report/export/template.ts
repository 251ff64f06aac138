/** 标准台账模板: what the bureau hands to every department, with headings, lists, notes, an example row and formulas in place. */
import { procedureOf, type FieldKey } from "../../ledger/fields";
import type { TableKind } from "../../ledger/ledger";
import { ROLE_COLUMNS } from "../../ledger/roles";
import { PROCEDURE_KEYS } from "../../measure/procedures";
import type { Pack } from "../../policy/pack";
import { targetInForce } from "../../reserve/place";
import { columnName } from "../../sheet/address";
import type { CellValue } from "../../sheet/cell";
import type { ColumnFormat, ExportFormula, ExportSheet } from "../../sheet/exportSheet";
import { formSheet, type FormColumn } from "./form";
import { isoDay, STATE_WORDS } from "./notation";
import { STANDARD_TABLE, standardColumn } from "./standardTable";

export interface TemplateOptions {
  readonly pack: Pack;
  /** YYYY-MM-DD: its year is the ledger's. */
  readonly asOf: string;
}

/** Rows to fill in; the lists reach further. */
const ROWS = 100;
const ROOM = 900;

export function templateSheets(options: TemplateOptions): ExportSheet[] {
  const { pack } = options;
  return [
    guideSheet(options),
    projectSheet(options),
    progressSheet(options),
    tableSheet("policies", "政策台账", "政策研究台账", pack),
    tableSheet("contacts", "对接台账", "赴省市对接台账", pack),
    tableSheet("targets", "目标责任书", "目标任务责任表", pack),
    tableSheet("roster", "部门名录", "部门名录（对上争取专人）", pack),
  ];
}

/** In the standard order. */
const FIELDS: readonly FieldKey[] = [
  "serial",
  "name",
  "code",
  "owner",
  "ownerCreditCode",
  "department",
  "cooperators",
  "location",
  "nature",
  "route",
  "area",
  "scale",
  "benefit",
  "compiler",
  "stage",
  "enteredOn",
  "updatedOn",
  "totalInvestment",
  "completed",
  "completedThisYear",
  "planThisYear",
  "planNextYear",
  "requested",
  "approved",
  "arrived",
  "paid",
  "capital",
  "matching",
  "channel",
  "policyBasis",
  "planBasis",
  "outcome",
  "refusal",
  "startPlanned",
  "startActual",
  "finishPlanned",
  ...PROCEDURE_KEYS.map((key): FieldKey => `proc.${key}`),
  "landQuota",
  "leader",
  "taskForce",
  "plan",
  "person",
  "phone",
  "progress",
  "problems",
  "help",
  "replaces",
  "inStatistics",
  "libraryLevel",
  "keyProject",
  "remark",
];

/** What a clerk asks at a heading. */
const NOTES: Partial<Record<FieldKey, string>> = {
  serial: "从 1 起编号。写“示例”的行不统计，填好后可以删去。",
  name: "必填。与立项文件一致，写明地点和建设内容；★ ■ 等标记写在“重点项目”一列。",
  code: "投资项目在线审批监管平台赋的 24 位代码，按文本填写，不要让表格变成数字。",
  ownerCreditCode: "18 位统一社会信用代码。",
  department: "必填。一个项目一个责任部门，配合的写在“配合部门”。",
  scale: "写明数量和单位，如：新建二级公路 12 公里、桥梁 2 座。申报阶段必填。",
  benefit: "写明量化指标，如：新增床位 200 张、年门诊量 6 万人次、带动就业 80 人。",
  area: "从下拉列表选，是资金渠道认可的领域名称。",
  stage: "从下拉列表选。谋划、储备、申报、建设一步一步走。",
  enteredOn: "进入储备库的日期，2025-06-20 这样写。",
  updatedOn: "最近一次更新本行的日期。",
  totalInvestment: "必填。单位万元，只写数字。",
  completed: "自开工累计，单位万元。",
  requested: "拟向上申请的金额，单位万元，不超过总投资。",
  approved: "批复或下达的金额，单位万元。",
  arrived: "非报账制以到项目单位账户为到位；报账制以到县（区）财政账户并有预算文件为到位。",
  capital: "项目资本金，单位万元。",
  matching: "地方配套，单位万元；没有落实的在“备注”写明办法。",
  channel: "从下拉列表选。申报阶段必填。",
  policyBasis: "政策文件名称和文号，文号写成 某发〔2025〕1号。",
  planBasis: "列入哪一份规划，写明名称。",
  outcome: "通过、未通过或待定；未通过的写明“退回原因”。",
  startPlanned: "2025-09-30，或 2025年9月、2025年9月底前。",
  startActual: "永久性工程正式破土（含正式打桩）为开工；地质勘察、拆除、三通一平不算。",
  leader: "一个项目、一名领导、一个专班、一套方案：重点项目四项都要填。",
  help: "需要县政府出面协调解决的事项，写明希望怎样解决。",
  replaces: "调出的项目写“补进：某项目”，补进的项目写“替换某项目”。",
  inStatistics: "是或否；已入的可以写入统日期。",
  phone: "手机或带区号的座机。",
};

const EXAMPLE: Partial<Record<FieldKey, CellValue>> = {
  serial: "示例",
  name: "云溪县柳河镇供水管网改造工程",
  code: "2503-130981-04-01-573274",
  owner: "云溪县柳河供水有限公司",
  department: "水务局",
  location: "云溪县柳河镇",
  nature: "改建",
  route: "审批",
  area: "市政和产业园区基础设施",
  scale: "改造供水主管网 42 公里，更换水表 1.2 万只",
  benefit: "惠及 3.6 万人，管网漏损率降到 9% 以下",
  stage: "储备",
  totalInvestment: 5200,
  requested: 3000,
  channel: "中央预算内投资",
  startPlanned: "2025年9月底前",
  "proc.proposal": STATE_WORDS.done,
  "proc.feasibility": STATE_WORDS.doing,
  leader: "（姓名）",
  person: "（姓名）",
  phone: "0310-5550000",
  keyProject: "否",
};

/**
 * Columns of formulas behind the last field. A function of ours stands in a file under the name that Excel gives it
 * there; whoever has not installed it sees a blank cell, not an error.
 */
const CHECKS: readonly {
  readonly heading: string;
  readonly note: string;
  readonly formula: (cell: CellOf) => string;
}[] = [
  {
    heading: "自查：必填项",
    note: "表格自带的公式，不用加载项。",
    formula: (cell) =>
      `IF(AND(${cell("name")}="",${cell("department")}="",${cell("totalInvestment")}=""),"",IF(${cell("name")}="","缺名称",IF(${cell("department")}="","缺部门",IF(${cell("totalInvestment")}="","缺投资额","完整"))))`,
  },
  {
    heading: "自查：申请额",
    note: "表格自带的公式：申请额不超过投资额。",
    formula: (cell) =>
      `IF(OR(${cell("requested")}="",${cell("totalInvestment")}=""),"",IF(N(${cell("requested")})>N(${cell("totalInvestment")}),"超过投资额","未超过"))`,
  },
  { heading: "自查：代码", note: "加载项函数 XM.项目代码校验", formula: (cell) => ours("PROJECTCODE", [cell("code")]) },
  {
    heading: "自查：信用代码",
    note: "加载项函数 XM.信用代码校验",
    formula: (cell) => ours("CREDITCODE", [cell("ownerCreditCode")]),
  },
  {
    heading: "自查：领域",
    note: "加载项函数 XM.投向领域：按名称和内容判断的领域",
    formula: (cell) => ours("AREA", [cell("name"), cell("scale")], "1"),
  },
  {
    heading: "自查：负面清单",
    note: "加载项函数 XM.负面清单词：空白为没有",
    formula: (cell) => ours("NEGATIVE", [cell("name"), cell("scale")]),
  },
  {
    heading: "自查：资本金",
    note: "加载项函数 XM.资本金校验",
    formula: (cell) => ours("CAPITAL", [cell("capital"), cell("totalInvestment"), cell("area")], "3"),
  },
];

type CellOf = (field: FieldKey) => string;

/** Blank where an argument is, and where the function is not there; `part`: the column taken of an answer of several. */
function ours(id: string, args: readonly string[], part?: string): string {
  const [first = ""] = args;
  const call = `_xldudf_XM_${id}(${args.join(",")})`;
  const answer = part === undefined ? call : `INDEX(${call},1,${part})`;
  return `IF(${first}="","",IFERROR(${answer},""))`;
}

function projectSheet({ pack, asOf }: TemplateOptions): ExportSheet {
  const columns: FormColumn[] = FIELDS.map((field) => {
    const note = NOTES[field] ?? procedureNote(field, pack);
    return { ...standardColumn(field, pack), ...(note === undefined ? {} : { note }) };
  });
  const checks = CHECKS.map(({ heading, note }): FormColumn => ({ heading, note, format: "text", width: 14 }));
  const example = FIELDS.map((field) => EXAMPLE[field] ?? (field === "enteredOn" ? isoDay(asOf) : null));
  const blank = (number: number): CellValue[] => FIELDS.map((field) => (field === "serial" ? number : null));
  const form = formSheet({
    name: STANDARD_TABLE,
    title: `${asOf.slice(0, 4)}年项目台账`,
    lines: [EMPTY_STATEMENT],
    columns: [...columns, ...checks],
    rows: [example, ...Array.from({ length: ROWS }, (_, index) => blank(index + 1))],
    room: ROOM,
  });
  const first = (form.heading ?? 0) + 1;
  const rows = Array.from({ length: ROWS + 1 }, (_, index) => first + index);
  return { ...form, formulas: rows.flatMap((row) => checkFormulas(row, row === first)) };
}

/** Who reports and when is for the department to write. */
const EMPTY_STATEMENT = "填报单位：　　　　　　　　填报时间：　　　　　　　　单位：万元";

function procedureNote(field: FieldKey, pack: Pack): string | undefined {
  const procedure = procedureOf(field);
  const entry = procedure && pack.procedures.find(({ key }) => key === procedure.key);
  return entry ? `办理部门：${entry.department}。写状态，也可以写文号或日期。` : undefined;
}

function checkFormulas(row: number, isExample: boolean): ExportFormula[] {
  const cell: CellOf = (field) => `$${columnName(FIELDS.indexOf(field))}${String(row)}`;
  return CHECKS.map(({ formula }, index) => ({
    row,
    column: FIELDS.length + index,
    formula: formula(cell),
    gives: isExample ? (EXAMPLE_GIVES[index] ?? "") : "",
  }));
}

/** What the formulas that need no add-in say of the example. */
const EXAMPLE_GIVES: readonly string[] = ["完整", "未超过"];

/** Counts and sums of the table beside it, by formulas that any spreadsheet program reckons. */
function progressSheet({ pack, asOf }: TemplateOptions): ExportSheet {
  const target = targetInForce(pack, asOf);
  // Title, statement and heading stand above the example; it is not counted.
  const range = (field: FieldKey): string => {
    const column = columnName(FIELDS.indexOf(field));
    return `${STANDARD_TABLE}!$${column}$5:$${column}$${String(4 + ROWS + ROOM)}`;
  };
  const entered = target
    ? `${range("enteredOn")},">="&${dateFormula(target.countedFrom)},${range("enteredOn")},"<="&${dateFormula(target.by)}`
    : null;
  const lines: (readonly [string, string | number | null, string])[] = [
    ["项目个数（个）", `COUNTIF(${range("name")},"?*")`, "标准项目表里填了项目名称的行"],
    ["总投资合计（万元）", `SUM(${range("totalInvestment")})`, "标准项目表“总投资”一列之和"],
    ["申请资金合计（万元）", `SUM(${range("requested")})`, "标准项目表“拟申请资金”一列之和"],
    ["到位资金合计（万元）", `SUM(${range("arrived")})`, "标准项目表“到位资金”一列之和"],
    ...(target && entered
      ? ([
          ["目标个数（个）", target.count ?? null, `${target.name}，${target.by} 前`],
          ["目标总投资（万元）", target.wan ?? null, `${target.name}，${target.by} 前`],
          ["新增个数（个）", `COUNTIFS(${entered})`, `入库时间在 ${target.countedFrom} 至 ${target.by}；要填成日期`],
          ["新增总投资（万元）", `SUMIFS(${range("totalInvestment")},${entered})`, "同上"],
          ["个数缺口（个）", "MAX(0,N(B8)-B10)", "目标 − 新增，已达到为 0"],
          ["总投资缺口（万元）", "MAX(0,N(B9)-B11)", "目标 − 新增，已达到为 0"],
        ] as const)
      : []),
  ];
  const form = formSheet({
    name: "目标进度",
    title: "储备目标进度（自动计算）",
    lines: ["数字由表格公式从“标准项目表”算出，不用填写。"],
    columns: [
      { heading: "统计内容", format: "text", width: 30 },
      { heading: "结果", format: "figure", width: 18 },
      { heading: "怎么算", format: "wrapped", width: 60 },
    ],
    rows: lines.map(([what, value, how]) => [what, typeof value === "string" ? 0 : value, how]),
  });
  const first = (form.heading ?? 0) + 1;
  return {
    ...form,
    formulas: lines.flatMap(([what, formula], index): ExportFormula[] =>
      typeof formula === "string" ? [{ row: first + index, column: 1, formula, gives: emptyResult(what, target) }] : [],
    ),
  };
}

/** What the formula gives while nothing is filled in. */
function emptyResult(what: string, target: ReturnType<typeof targetInForce>): number {
  if (what === "个数缺口（个）") return target?.count ?? 0;
  return what === "总投资缺口（万元）" ? (target?.wan ?? 0) : 0;
}

function dateFormula(day: string): string {
  return `DATE(${day.split("-").map(Number).join(",")})`;
}

const DAYS: ReadonlySet<string> = new Set(["issuedOn", "from", "to", "deadline", "on", "due"]);
const WIDE: ReadonlySet<string> = new Set([
  "name",
  "content",
  "subject",
  "result",
  "next",
  "indicator",
  "remark",
  "link",
]);
const TABLE_NOTES: Readonly<Record<TableKind, Readonly<Record<string, string>>>> = {
  policies: {
    name: "政策文件全称，不写书名号。",
    number: "文号写成 某发〔2025〕1号。",
    deadline: "申报截止日期；没有的留空。",
    state: "有效、失效或待定。",
  },
  contacts: {
    counterpart: "对接的上级单位，如：省水利厅规划处。",
    on: "对接日期。每个部门每月至少对接 1 次。",
    subject: "争取的项目或政策。",
  },
  targets: {
    department: "牵头部门，一个指标只写一个；配合的写在“配合部门”。",
    rank: "全市位次，只写数字。",
    grade: "优秀、良好、合格或不合格。",
  },
  roster: {
    department: "部门全称，一行一个；据此列出零项目部门和迟报名单。",
    alias: "简称，多个用顿号隔开。",
    group: "经济口、社会口等。",
    person: "负责对上争取工作的专人。",
  },
};

function tableSheet(kind: TableKind, name: string, title: string, pack: Pack): ExportSheet {
  const columns = Object.entries<readonly [string, string]>(ROLE_COLUMNS[kind]).map(([key, [heading]]): FormColumn => {
    const choices = tableChoices(kind, key, pack);
    const note = TABLE_NOTES[kind][key];
    const format: ColumnFormat = DAYS.has(key) ? "day" : WIDE.has(key) ? "wrapped" : key === "phone" ? "code" : "text";
    return {
      heading,
      format,
      width: format === "wrapped" ? 28 : 14,
      ...(choices.length > 0 ? { choices } : {}),
      ...(note === undefined ? {} : { note }),
    };
  });
  return formSheet({
    name,
    title,
    columns,
    rows: Array.from({ length: 20 }, () => columns.map(() => null)),
    room: ROOM,
  });
}

function tableChoices(kind: TableKind, key: string, pack: Pack): string[] {
  if (key === "channel") return pack.channels.map(({ name }) => name);
  if (key === "area") return pack.areas.map(({ name }) => name);
  if (key === "grade") return ["优秀", "良好", "合格", "不合格"];
  if (key === "state") return ["有效", "失效", "待定"];
  if (key === "level") return kind === "contacts" ? ["省", "市"] : ["国家", "省", "市", "县"];
  return key === "department" && kind !== "roster" ? pack.roster.map(({ name }) => name) : [];
}

function guideSheet({ pack, asOf }: TemplateOptions): ExportSheet {
  const steps = [
    [
      "标准项目表",
      "一行一个项目，单位万元，表头不要改、不要合并单元格。有下拉列表的从列表选；把鼠标放在表头上看填写说明。",
    ],
    [
      "标准项目表",
      "第一行“示例”不统计，填好后可以删去。最后几列“自查”是公式：前两列任何表格软件都能算，其余要装台账校核加载项，没装时是空白。",
    ],
    ["目标进度", "从标准项目表自动算出个数、总投资、新增和缺口，不用填写。"],
    ["政策台账", "研究政策的台账：文号、渠道、截止日期、状态。据此核对项目写的政策依据是否有效。"],
    ["对接台账", "赴省、市对接记录。据此列出每月没有对接的部门。"],
    ["目标责任书", "考核指标、牵头部门、位次。据此核对责任是否唯一、位次影响等次。"],
    ["部门名录", "应当储备和报送的部门、对上争取专人。据此列出零项目部门、迟报部门。"],
    [
      "由标准项目表生成",
      "前期手续台账、倒排工期表、分渠道的对上争取申报表、明年计划表、提请协调事项表、材料清单、缺件通知、校核报告和回执：在加载项“导出”页，或用 ledger-check export 生成，不用另填。",
    ],
    ["报送前", "在加载项里点“校核”，没有错误再报送；报送时附上“校核回执”。"],
  ];
  return formSheet({
    name: "填写说明",
    title: "标准台账模板填写说明",
    lines: [`政策包“${pack.title}”（${pack.id} ${pack.version}），${asOf} 生成。下拉列表取自这份政策包。`],
    columns: [
      { heading: "工作表", format: "text", width: 20 },
      { heading: "说明", format: "wrapped", width: 100 },
    ],
    rows: steps,
  });
}
