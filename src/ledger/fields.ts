/** The closed vocabulary of fields: one key, one Chinese term, one kind of value. Headings and aliases are in heading/vocabulary.ts. */

import { PROCEDURE_KEYS, PROCEDURE_TERMS, type ProcedureKey } from "../measure/procedures";

export { PROCEDURE_KEYS, PROCEDURE_TERMS, type ProcedureKey };

/** What a procedure's column may hold: everything at once (proc.KEY), or one part of it. */
export type ProcedurePart = "no" | "on" | "accepted" | "due" | "paused";

export type ValueKind =
  | "text"
  | "amount"
  | "day"
  | "period"
  | "share"
  | "number"
  | "code"
  | "creditCode"
  | "phone"
  | "procedure"
  | "documents";

/** key: [Chinese term, kind of value], in the order in which a standard sheet shows them. */
export const PLAIN_FIELDS = {
  serial: ["序号", "text"],
  name: ["项目名称", "text"],
  code: ["项目代码", "code"],
  owner: ["项目单位", "text"],
  ownerCreditCode: ["统一社会信用代码", "creditCode"],
  department: ["责任部门", "text"],
  cooperators: ["配合部门", "text"],
  reporter: ["填报单位", "text"],
  region: ["所属地区", "text"],
  location: ["建设地点", "text"],
  nature: ["建设性质", "text"],
  route: ["立项类型", "text"],
  area: ["投向领域", "text"],
  industry: ["所属行业", "text"],
  scale: ["建设内容及规模", "text"],
  necessity: ["建设必要性", "text"],
  economy: ["经济性", "text"],
  compiler: ["编制单位", "text"],
  benefit: ["效益指标", "text"],
  stage: ["项目阶段", "text"],
  enteredOn: ["入库时间", "day"],
  updatedOn: ["更新时间", "day"],
  totalInvestment: ["总投资", "amount"],
  completed: ["累计完成投资", "amount"],
  completedBefore: ["截至上年底完成投资", "amount"],
  completedThisYear: ["本年完成投资", "amount"],
  completedThisMonth: ["当月完成投资", "amount"],
  completionRate: ["投资完成率", "share"],
  arrivalRate: ["资金到位率", "share"],
  planThisYear: ["年度计划投资", "amount"],
  planNextYear: ["明年计划投资", "amount"],
  requested: ["拟申请资金", "amount"],
  estimate: ["估算投资", "amount"],
  budgetEstimate: ["概算投资", "amount"],
  outcome: ["审核结果", "text"],
  refusal: ["退回原因", "text"],
  reviewedOn: ["评审时间", "day"],
  issuedOn: ["下达时间", "day"],
  arrivedOn: ["到位时间", "day"],
  approved: ["批复资金", "amount"],
  arrived: ["到位资金", "amount"],
  paid: ["支付资金", "amount"],
  capital: ["项目资本金", "amount"],
  matching: ["配套资金", "amount"],
  fundsCentral: ["中央财政资金", "amount"],
  fundsProvince: ["省财政资金", "amount"],
  fundsCity: ["市财政资金", "amount"],
  fundsCounty: ["区(县)财政资金", "amount"],
  fundsBond: ["专项债券资金", "amount"],
  fundsLoan: ["融资（含银行贷款）", "amount"],
  fundsSelf: ["自有资金", "amount"],
  fundsOther: ["其他资金", "amount"],
  channel: ["资金渠道", "text"],
  policyBasis: ["政策依据", "text"],
  planBasis: ["规划依据", "text"],
  coverage: ["本息覆盖倍数", "number"],
  period: ["建设起止年限", "period"],
  startPlanned: ["计划开工", "day"],
  startActual: ["实际开工", "day"],
  finishPlanned: ["计划竣工", "day"],
  finishActual: ["实际竣工", "day"],
  landQuota: ["用地指标", "text"],
  leader: ["包抓领导", "text"],
  taskForce: ["工作专班", "text"],
  plan: ["推进方案", "text"],
  person: ["责任人", "text"],
  phone: ["联系电话", "phone"],
  progress: ["进展情况", "text"],
  problems: ["存在问题", "text"],
  help: ["需协调事项", "text"],
  replaces: ["补进项目", "text"],
  inStatistics: ["纳统", "text"],
  libraryLevel: ["入库层级", "text"],
  keyProject: ["重点项目", "text"],
  remark: ["备注", "text"],
} as const satisfies Record<string, readonly [string, ValueKind]>;

export type PlainField = keyof typeof PLAIN_FIELDS;
export type ProcedureField = `proc.${ProcedureKey}` | `proc.${ProcedureKey}.${ProcedurePart}`;
export type FieldKey = PlainField | ProcedureField;

export const FUND_FIELDS = [
  "fundsCentral",
  "fundsProvince",
  "fundsCity",
  "fundsCounty",
  "fundsBond",
  "fundsLoan",
  "fundsSelf",
  "fundsOther",
] as const satisfies readonly PlainField[];

const PART_TERMS: Record<ProcedurePart, string> = {
  no: "文号",
  on: "办结日期",
  accepted: "受理日期",
  due: "要求办结",
  paused: "暂停天数",
};
const PART_KINDS: Record<ProcedurePart, ValueKind> = {
  no: "documents",
  on: "day",
  accepted: "day",
  due: "day",
  paused: "number",
};

/** Splits proc.eia.on into its key and part; null for a plain field. */
export function procedureOf(field: FieldKey): { key: ProcedureKey; part: ProcedurePart | null } | null {
  if (!field.startsWith("proc.")) return null;
  const [, key, part] = field.split(".");
  return { key: key as ProcedureKey, part: (part as ProcedurePart | undefined) ?? null };
}

/** The Chinese term of a field, for sentences. */
export function fieldTerm(field: FieldKey): string {
  const procedure = procedureOf(field);
  if (!procedure) return PLAIN_FIELDS[field as PlainField][0];
  const term = PROCEDURE_TERMS[procedure.key];
  return procedure.part ? term + PART_TERMS[procedure.part] : term;
}

export function fieldKind(field: FieldKey): ValueKind {
  const procedure = procedureOf(field);
  if (!procedure) return PLAIN_FIELDS[field as PlainField][1];
  return procedure.part ? PART_KINDS[procedure.part] : "procedure";
}

export const ALL_FIELDS: readonly FieldKey[] = [
  ...(Object.keys(PLAIN_FIELDS) as PlainField[]),
  ...PROCEDURE_KEYS.flatMap((key): ProcedureField[] => [
    `proc.${key}`,
    `proc.${key}.no`,
    `proc.${key}.on`,
    `proc.${key}.accepted`,
    `proc.${key}.due`,
    `proc.${key}.paused`,
  ]),
];
