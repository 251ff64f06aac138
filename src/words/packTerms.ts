/** What the parts of a policy pack and what stands in them are called; where a pack's worksheet has a name or a heading for it, that one. */
import { fieldTerm, PROCEDURE_KEYS, type ProcedureKey } from "../ledger/fields";
import type { Locale } from "./say";
import { englishProcedure } from "./terms";

type Term = Readonly<Record<Locale, string>>;

const term = (zh: string, en: string): Term => ({ zh, en });

export const PACK_PARTS = {
  id: term("编号", "Id"),
  version: term("版本", "Version"),
  title: term("名称", "Title"),
  from: term("起始日", "From"),
  to: term("截止日", "To"),
  channels: term("资金渠道", "Channels"),
  areas: term("投向领域", "Areas"),
  areaMargin: term("领域判定的最小差距", "Least margin between areas"),
  areaSets: term("领域组合", "Sets of areas"),
  focus: term("争取重点", "Focus"),
  negatives: term("负面清单", "Negative list"),
  capitalMinimums: term("最低资本金", "Minimum capital"),
  procedures: term("手续时限", "Procedures"),
  edges: term("手续先后", "Order of procedures"),
  stages: term("项目阶段", "Stages"),
  natures: term("建设性质", "Natures of works"),
  routes: term("立项类型", "Approval routes"),
  targets: term("储备目标", "Targets"),
  roster: term("部门名录", "Roster"),
  lights: term("亮灯口径", "Lights"),
  ranks: term("排名口径", "Ranks"),
  scoring: term("评分口径", "Scoring"),
  workdays: term("节假日", "Holidays"),
  workdaysThrough: term("节假日数据止", "Holidays known up to"),
  priorities: term("数据优先次序", "Priority of sources"),
  policies: term("政策台账", "Policies"),
  rules: term("规则", "Rules"),
} satisfies Record<string, Term>;

/** A key means the same wherever it stands, but for the exceptions below. */
const FACTS: Readonly<Record<string, Term>> = {
  id: term("编号", "id"),
  name: term("名称", "name"),
  aliases: term("别名", "aliases"),
  from: term("起始日", "from"),
  to: term("截止日", "to"),
  basis: term("依据", "basis"),
  "basis.document": term("依据文件", "document"),
  "basis.number": term("依据文号", "document number"),
  "basis.article": term("依据条款", "article"),
  "basis.url": term("依据网址", "address of the document"),
  document: term("文件", "document"),
  number: term("文号", "document number"),
  article: term("条款", "article"),
  url: term("网址", "address"),
  confidence: term("可信度", "confidence"),
  note: term("备注", "note"),
  second: term("二级领域", "second level"),
  words: term("用词", "words"),
  misleading: term("不算数的用词", "misleading words"),
  exceptions: term("除外情形", "exceptions"),
  exceptionsApart: term("只管本项的除外情形", "exceptions for their own part of a list"),
  sourced: term("注明来源的用词", "words with a source"),
  use: term("作用", "use"),
  exceptionsAreBuilt: term("除外情形须为所建", "exceptions are what is built"),
  indicators: term("效益指标", "indicators"),
  source: term("来源", "source"),
  weight: term("分量", "weight"),
  anywhere: term("不论位置", "anywhere"),
  endsNameOf: term("专名最多字数", "longest proper name"),
  areas: term("投向领域", "areas"),
  areasBasis: term("领域依据", "basis of the areas"),
  negative: term("负面清单", "negative list"),
  negativeBasis: term("负面清单依据", "basis of the negative list"),
  stateFunds: term("上级资金", "state funds"),
  needsRevenue: term("须有收益", "needs revenue"),
  coverage: term("覆盖倍数下限", "lowest coverage"),
  coverageBasis: term("覆盖倍数依据", "basis of the coverage"),
  capShare: term("申请占比上限", "highest share"),
  capShareBasis: term("占比依据", "basis of the share"),
  matching: term("须有配套", "needs matching funds"),
  excludes: term("不得重复的渠道", "excluded channels"),
  excludesBasis: term("重复依据", "basis of the exclusion"),
  procedures: term("各阶段手续", "procedures of each stage"),
  proceduresBasis: term("手续依据", "basis of the procedures"),
  windows: term("申报窗口", "windows"),
  opens: term("开始日", "opens"),
  closes: term("截止日", "closes"),
  materials: term("申报材料", "papers"),
  headings: term("表头写法", "headings"),
  materialsBasis: term("材料依据", "basis of the papers"),
  suits: term("适合的项目", "suits"),
  key: term("手续", "procedure"),
  department: term("部门", "department"),
  limit: term("时限", "time limit"),
  "limit.count": term("时限", "time limit"),
  "limit.unit": term("时限单位", "unit of the time limit"),
  forms: term("分类时限", "time limits by form"),
  validity: term("有效期", "validity"),
  "validity.count": term("有效期", "validity"),
  "validity.unit": term("有效期单位", "unit of the validity"),
  routes: term("立项类型", "approval routes"),
  when: term("涉及时才办", "only where concerned"),
  before: term("先办", "before"),
  after: term("后办", "after"),
  severity: term("轻重", "severity"),
  order: term("次序", "order"),
  requires: term("必填项", "required fields"),
  left: term("已离开储备库", "has left the reserve"),
  beforeStart: term("尚未开工", "before the start of works"),
  count: term("个数", "count"),
  unit: term("单位", "unit"),
  wan: term("金额（万元）", "amount (万元)"),
  countedFrom: term("起算日", "counted from"),
  by: term("完成期限", "by"),
  industries: term("行业", "industries"),
  minimum: term("最低比例", "minimum"),
  reduction: term("可下浮幅度", "reduction"),
  group: term("口", "group"),
  person: term("对接专人", "person"),
  phone: term("电话", "phone"),
  covers: term("管哪些数据", "covers"),
  level: term("层级", "level"),
  channel: term("渠道", "channel"),
  off: term("停用", "off"),
  // Figures and lists of words of the rules and presets.
  times: term("倍数", "times"),
  rows: term("最少行数", "fewest rows"),
  shortest: term("最少字数", "fewest characters"),
  workdays: term("工作日数", "working days"),
  ratio: term("倍数", "ratio"),
  length: term("最少字数", "fewest characters"),
  share: term("占比", "share"),
  days: term("天数", "days"),
  projects: term("项目个数", "projects"),
  visitsPerMonth: term("每月对接次数", "visits a month"),
  points: term("落后幅度", "points behind"),
  top: term("取前几名", "first places"),
  gradeLoss: term("降低等次", "grades lost"),
  always: term("各阶段必填项", "required at every stage"),
  care: term("应写床位的机构", "houses that have beds"),
  careApart: term("不必写床位的内容", "parts of such houses without beds"),
  organisations: term("单位用词", "words of organisations"),
  works: term("工程用词", "words of works"),
  secured: term("已落实的写法", "words for secured"),
  unsecured: term("未落实的写法", "words for unsecured"),
  fields: term("字段", "fields"),
  preset: term("采用的口径", "preset"),
  startRedMonths: term("未开工亮红灯的月数", "months to red without a start"),
  progressYellowPoints: term("进度亮黄灯的差距", "points behind to yellow"),
  progressRedPoints: term("进度亮红灯的差距", "points behind to red"),
  statisticsYellowMonths: term("未纳统亮黄灯的月数", "months to yellow outside statistics"),
  statisticsRedMonths: term("未纳统亮红灯的月数", "months to red outside statistics"),
  redCounties: term("红榜县数", "counties on the red list"),
  redDepartments: term("红榜部门数", "departments on the red list"),
  blackCounties: term("黑榜县数", "counties on the black list"),
  blackDepartments: term("黑榜部门数", "departments on the black list"),
  full: term("满分", "full marks"),
  task: term("任务分", "marks for the task"),
  contribution: term("贡献分", "marks for the contribution"),
  contributionFiscal: term("贡献分（财政）", "marks for the contribution (fiscal)"),
  contributionAverage: term("贡献分（平均）", "marks for the contribution (average)"),
  topDepartments: term("取前几个部门", "first departments"),
  topTowns: term("取前几个乡镇", "first towns"),
  newPerYi: term("新兴产业每亿元得分", "marks for 亿元 in new industries"),
  traditionalPerYi: term("传统产业每亿元得分", "marks for 亿元 in traditional industries"),
  otherPerYi: term("其他产业每亿元得分", "marks for 亿元 in other industries"),
  startRate: term("开工率", "share started"),
  perPoint: term("每个百分点得分", "marks for a point"),
};

const EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
  procedures: { department: term("办理部门", "handled by") },
  stages: { procedures: term("应办手续", "procedures due") },
  policies: { closes: term("申报截止", "applications close") },
  rules: { minimum: term("最少个数", "fewest") },
};

/** What merely holds the figures and texts of a rule or a preset. */
const HOLDERS: ReadonlySet<string> = new Set(["numbers", "texts"]);

/** A part that this version does not know is named as it is written. */
export function packPartTerm(part: string, locale: Locale): string {
  return part in PACK_PARTS ? PACK_PARTS[part as keyof typeof PACK_PARTS][locale] : part;
}

/** limit.count, basis.document, numbers.share …; what a bureau named itself (a stage, a light) by `nameOf`. */
export function packFactTerm(
  part: string,
  path: string,
  locale: Locale,
  nameOf = (key: string): string => key,
): string {
  const keys = path.split(".").filter((key) => !HOLDERS.has(key));
  const known = factTerm(part, keys.join("."));
  if (known) return known[locale];
  return keys.map((key) => factTerm(part, key)?.[locale] ?? nameOf(key)).join(" · ");
}

function factTerm(part: string, key: string): Term | undefined {
  return ownTerm(EXCEPTIONS[part], key) ?? ownTerm(FACTS, key);
}

/** The pane of an old WPS has no Object.hasOwn. */
function ownTerm(terms: Readonly<Record<string, Term>> | undefined, key: string): Term | undefined {
  return terms && Object.prototype.hasOwnProperty.call(terms, key) ? terms[key] : undefined;
}

export function isPackFact(part: string, key: string): boolean {
  return factTerm(part, key) !== undefined;
}

const START = term("开工", "start of works");

/** A step in the order of procedures: one of them, or the start of works. */
export function stepTerm(step: string, locale: Locale): string {
  if (step === "start") return START[locale];
  if (!isProcedure(step)) return step;
  return locale === "zh" ? fieldTerm(`proc.${step}`) : englishProcedure(step);
}

function isProcedure(step: string): step is ProcedureKey {
  return (PROCEDURE_KEYS as readonly string[]).includes(step);
}

/** What the order of two steps is called: it has no name of its own. */
export function orderOfSteps(order: { readonly before: string; readonly after: string }, locale: Locale): string {
  const [before, after] = [stepTerm(order.before, locale), stepTerm(order.after, locale)];
  return locale === "zh" ? `${before}先于${after}` : `${before} before ${after}`;
}
