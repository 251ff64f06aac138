/** The table of projects to fill in: columns with their notes and lists, an example row, and formulas that check a row in place. */
import { procedureOf, type FieldKey } from "../../../ledger/fields";
import { PROCEDURE_KEYS } from "../../../measure/procedures";
import type { Pack } from "../../../policy/pack";
import { columnName } from "../../../sheet/address";
import type { CellValue } from "../../../sheet/cell";
import type { ExportFormula, ExportSheet } from "../../../sheet/exportSheet";
import { formSheet, type FormColumn } from "../form";
import { isoDay, STATE_WORDS } from "../notation";
import { STANDARD_TABLE, standardColumn } from "../standardTable";
import { ROOM, ROWS, type TemplateOptions } from "./options";

/** In the standard order. */
export const FIELDS: readonly FieldKey[] = [
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

export function projectSheet({ pack, asOf }: TemplateOptions): ExportSheet {
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
