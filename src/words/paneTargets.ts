/** What page 目标 says, Chinese first and English beside it. */
import { billionsOf } from "./paneFigures";
import { figureText, type Locale } from "./say";

const zh = {
  yiCell: (yi: number) => figureText(yi),
  noProjects: "还没有可以统计的项目。请先在“校核”页校核台账。",
  counting: "正在统计",
  noTarget: (day: string) => `政策包里没有 ${day} 适用的储备目标。`,
  countyTarget: (department: string) =>
    `目标是全县的，这份台账只有${department}的项目：差距不是${department}一家的任务。要看全县，请校核储备库总台账，或在“导出”页汇总各部门台账。`,
  notDated: (count: number) => `${figureText(count)} 个项目没有写明“入库时间”，没有算作新增。`,
  notStated: "未填写",
  countAndTarget: (count: number, target: number) => `${figureText(count)} / ${figureText(target)} 个`,
  yiAndTarget: (yi: number, target: number) => `${figureText(yi)} / ${figureText(target)} 亿元`,
  count: (count: number) => `${figureText(count)} 个`,
  yi: (yi: number) => `${figureText(yi)} 亿元`,
  countAndYi: (count: number, yi: number) => `${figureText(count)} 个，${figureText(yi)} 亿元`,
  addedCount: "新增储备项目",
  addedYi: "新增储备总投资",
  gap: "还差",
  reached: "已达到",
  /** Beside 还差, where one of the two figures has been reached before the other. */
  gapOf: (count: number, yi: number) =>
    count === 0
      ? `${figureText(yi)} 亿元（个数已完成）`
      : yi === 0
        ? `${figureText(count)} 个（总投资已完成）`
        : `${figureText(count)} 个，${figureText(yi)} 亿元`,
  days: (days: number, by: string) => `${figureText(days)} 天（到 ${by}）`,
  daysUnknown: (by: string) => `到 ${by} 的节假日安排还没有公布`,
  passed: (by: string) => `${by} 已过`,
  forecastMeets: "按现在的速度能达到",
  forecastMisses: "按现在的速度达不到",
  share: (count: number, all: number, percent: number) =>
    `${figureText(count)} / ${figureText(all)}，${figureText(percent)}%`,
  define: (name: string) => `${name}的口径`,
  byCount: "按个数",
  byYi: "按金额",
  measure: "条形按什么画",
  charts: { department: "各部门", stage: "储备阶段", area: "投向领域", channel: "资金渠道", size: "项目规模" },
  none: "没有项目",
  more: (count: number) => `另外 ${figureText(count)} 个`,
  table: "数字表",
  columns: { name: "名称", count: "个数", yi: "总投资（亿元）", share: "个数占比" },
  colon: "：",
  showRows: (name: string) => `${name}：看是哪些项目`,
  noRoster:
    "政策包和工作簿里都没有部门名录，没法列出没有项目的部门。在工作簿里加一张“部门名录”表（部门、联系人）就能列出。",
  departmentsWithNone: (count: number | null) =>
    count === null ? "没有项目的部门：没有名录" : `没有项目的部门（${figureText(count)}）`,
  focusWithNone: (count: number) => `还没有项目的谋划方向（${figureText(count)}）`,
  quarters: "各季度入库",
  quarter: "季度",
  departmentCount: "部门数",
  earlier: (count: number) => `更早的 ${figureText(count)} 个季度没有列出。`,
  matrix: "政策—项目—资金",
  policyAndChannel: "政策 / 渠道",
  requested: (yi: number) => `申请 ${figureText(yi)} 亿元`,
  approved: (yi: number) => `批复 ${figureText(yi)} 亿元`,
  arrived: "到位（亿元）",
  policiesWithNone: (count: number) => `没有项目对接的政策（${figureText(count)}）`,
  applications: "申报结果",
  refused: (count: number, applied: number, percent: number) =>
    `${figureText(count)} 个，占申报总数 ${figureText(applied)} 个的 ${figureText(percent)}%`,
  reasons: { channel: "不符合资金投向", study: "可研质量不高", other: "其他原因退回" },
  passedCount: (count: number, applied: number, percent: number) =>
    `通过 ${figureText(count)} 个，占申报总数 ${figureText(applied)} 个的 ${figureText(percent)}%`,
  reason: "退回原因",
  ofApplied: "占申报总数",
  progress: "推进情况",
  rate: (numerator: number, denominator: number, percent: number) =>
    `${figureText(percent)}%（${figureText(numerator)} ÷ ${figureText(denominator)}）`,
  rows: (name: string, count: number) => `${name}（${figureText(count)}）`,
  closeRows: "关闭名单",
  wan: (wan: number) => `${figureText(wan)} 万元`,
  noAmount: "没有金额",
};

export type TargetsWords = typeof zh;

const bn = (yi: number): string => figureText(billionsOf(yi));

const en: TargetsWords = {
  yiCell: (yi) => bn(yi),
  noProjects: "There are no projects to count yet. Check the ledger on the first page.",
  counting: "Counting",
  noTarget: (day) => `The policy pack has no reserve target for ${day}.`,
  countyTarget: (department) =>
    `The target is the whole county's, and this ledger holds projects of ${department} alone: the gap is not that department's task. For the county, check its whole reserve, or collect the departments' ledgers on page Export.`,
  notDated: (count) =>
    `${figureText(count)} ${count === 1 ? "project has" : "projects have"} no entry date and ${count === 1 ? "is" : "are"} not counted as added.`,
  notStated: "not stated",
  countAndTarget: (count, target) => `${figureText(count)} of ${figureText(target)} projects`,
  yiAndTarget: (yi, target) => `${bn(yi)} of ${bn(target)} bn yuan`,
  count: (count) => `${figureText(count)} ${count === 1 ? "project" : "projects"}`,
  yi: (yi) => `${bn(yi)} bn yuan`,
  countAndYi: (count, yi) => `${figureText(count)} ${count === 1 ? "project" : "projects"}, ${bn(yi)} bn yuan`,
  addedCount: "Projects added",
  addedYi: "Investment added",
  gap: "Still missing",
  reached: "Reached",
  gapOf: (count, yi) =>
    count === 0
      ? `${bn(yi)} bn yuan (the number is reached)`
      : yi === 0
        ? `${figureText(count)} (the amount is reached)`
        : `${figureText(count)} ${count === 1 ? "project" : "projects"}, ${bn(yi)} bn yuan`,
  days: (days, by) => `${figureText(days)} (to ${by})`,
  daysUnknown: (by) => `the holidays up to ${by} are not published yet`,
  passed: (by) => `${by} has passed`,
  forecastMeets: "Reaches the target at the present pace",
  forecastMisses: "Misses the target at the present pace",
  share: (count, all, percent) => `${figureText(count)} of ${figureText(all)}, ${figureText(percent)}%`,
  define: (name) => `What “${name}” counts`,
  byCount: "By number",
  byYi: "By amount",
  measure: "What the bars show",
  charts: { department: "Departments", stage: "Stages", area: "Areas", channel: "Channels", size: "Sizes" },
  none: "none",
  more: (count) => `${figureText(count)} more`,
  table: "Table",
  columns: { name: "Name", count: "Projects", yi: "Total (bn yuan)", share: "Share of projects" },
  colon: ": ",
  showRows: (name) => `${name}: show which`,
  noRoster:
    "Neither the policy pack nor the workbook lists the departments, so those without a project are unknown. A roster sheet in the workbook (departments, persons) would list them.",
  departmentsWithNone: (count) =>
    count === null
      ? "Departments without a project: no roster"
      : `Departments without a project (${figureText(count)})`,
  focusWithNone: (count) => `Directions without a project (${figureText(count)})`,
  quarters: "Entered by quarter",
  quarter: "Quarter",
  departmentCount: "Departments",
  earlier: (count) => `${figureText(count)} earlier ${count === 1 ? "quarter is" : "quarters are"} not listed.`,
  matrix: "Policies, projects, money",
  policyAndChannel: "Policy / channel",
  requested: (yi) => `${bn(yi)} bn requested`,
  approved: (yi) => `${bn(yi)} bn approved`,
  arrived: "Arrived (bn yuan)",
  policiesWithNone: (count) => `Policies that no project cites (${figureText(count)})`,
  applications: "Applications",
  refused: (count, applied, percent) =>
    `${figureText(count)}, ${figureText(percent)}% of all ${figureText(applied)} applications`,
  reasons: { channel: "Outside the fund's scope", study: "Weak feasibility study", other: "Refused otherwise" },
  passedCount: (count, applied, percent) =>
    `${figureText(count)} passed, ${figureText(percent)}% of all ${figureText(applied)} applications`,
  reason: "Reason",
  ofApplied: "Share of applications",
  progress: "Progress",
  rate: (numerator, denominator, percent) =>
    `${figureText(percent)}% (${figureText(numerator)} ÷ ${figureText(denominator)})`,
  rows: (name, count) => `${name} (${figureText(count)})`,
  closeRows: "Close the list",
  wan: (wan) => `${figureText(Math.round(wan) / 100)} m yuan`,
  noAmount: "no amount",
};

const WORDS: Record<Locale, TargetsWords> = { zh, en };

export function targetsWords(locale: Locale): TargetsWords {
  return WORDS[locale];
}
