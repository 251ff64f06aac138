/** What each figure counts, shown beside it: the definitions of the dispatch system, and of this tool where there is none. */
import type { Locale } from "./say";

export type FigureKey =
  | "started"
  | "yearCompletion"
  | "totalCompletion"
  | "arrival"
  | "payment"
  | "matching"
  | "success"
  | "refused"
  | "fit"
  | "planned"
  | "matrix"
  | "quarter"
  | "added"
  | "gap"
  | "pace"
  | "forecast"
  | "workdaysLeft"
  | "structure"
  | "stages"
  | "ahead"
  | "light"
  | "rank";

interface Definition {
  readonly name: string;
  /** How it is computed. */
  readonly is: string;
  /** What counts and what does not; where it comes from. */
  readonly counts: string;
}

/** How a project is counted that stands on a sheet with the rows that take it apart. */
const ONCE = {
  zh: "打捆项目与子项同列一表、金额相符的，只计一次：合并行把子项填了的都填了，计合并行，否则计子项。一份文件分月列表的，同一项目只计最近一月；储备表里有、申报表里又列的，计一个，渠道、申请额等按申报表，总投资按储备表；另有一表只列手续、资金、要素保障的，也计一个。",
  en: "A bundle beside the parts that make it up counts once: its own row where that says all that theirs say, else the parts. Of a file with a sheet a month the latest counts; a project in the reserve that another sheet applies for counts once, with the channel and sum applied for and the reserve's total; so does one whose steps, money or land stand on a sheet of their own.",
} as const;

const ZH: Record<FigureKey, Definition> = {
  started: {
    name: "开工率",
    is: "已开工个数 ÷ 项目总个数（看不出是否开工的不计）",
    counts: `永久性工程正式破土（含正式打桩）为开工；地质勘察、拆除、三通一平不算；无土建的以开始安装为准。有完成投资、实际开工日期已到、阶段为在建及以后或进展写明在施工的，计为已开工；阶段在开工以前、完成投资为 0、计划开工未到、进展写明未开工或实际开工一列空着的，计为未开工；这些都没有填报的和调出的不计。${ONCE.zh}`,
  },
  yearCompletion: { name: "年度投资完成率", is: "本年完成投资 ÷ 年度计划投资", counts: "两项都填了的项目才计入。" },
  totalCompletion: { name: "投资完成率", is: "累计完成投资 ÷ 总投资", counts: "累计完成投资以监理验工计价为准。" },
  arrival: {
    name: "资金到位率",
    is: "累计到位资金 ÷ 累计下达资金",
    counts:
      "非报账制以到项目单位账户为到位；报账制以到县（区）财政账户并有预算文件为到位；贷款配套以合同金额计。绩效评价中“到位率”的分母是计划投入，与此不同。",
  },
  payment: { name: "资金支付率", is: "支付资金 ÷ 完成投资", counts: "付给施工单位的才算支付。" },
  matching: { name: "配套资金落实率", is: "到位配套 ÷ 下达配套", counts: "两项都填了的项目才计入。" },
  success: {
    name: "争取成功率",
    is: "通过个数 ÷ 申报个数",
    counts: "写了审核结果或退回原因的为申报；结果未出的计入申报、不计入通过。",
  },
  refused: { name: "占申报总数", is: "该原因退回的个数 ÷ 申报个数", counts: "各原因的分母是同一个申报总数。" },
  fit: {
    name: "符合支持方向占比",
    is: "符合的项目 ÷ 全部项目（调出的不算）",
    counts: `投向领域在所填渠道的支持范围内、不涉负面清单的为符合；没有填渠道的，看领域是否在上级资金支持范围内。${ONCE.zh}`,
  },
  planned: {
    name: "规划衔接率",
    is: "填了规划依据的项目 ÷ 台账里的全部项目",
    counts: "只算有“规划依据”一列的台账；填的规划是否成立，由人核对。",
  },
  matrix: {
    name: "政策—项目—资金对接",
    is: "按政策依据和资金渠道分组的个数、总投资、申请、批复、到位",
    counts:
      "政策依据能对上政策台账或政策包的，按政策名称归一，其余照原文；现行有效而没有项目对接的政策单列。没有填拟申请资金的，申请额取资金来源里写明“申请”“争取”的列。调出的不算。",
  },
  quarter: {
    name: "各季度入库",
    is: "入库时间落在该季度的项目个数、总投资和部门数",
    counts: `调出的不算；入库时间只写到年的，哪个季度都不算。${ONCE.zh}`,
  },
  added: {
    name: "新增储备",
    is: "入库时间在起算日之后的项目",
    counts: `调出的不算；入库时间只写到月的，当月即算。${ONCE.zh}`,
  },
  gap: { name: "缺口", is: "目标 − 已新增", counts: "个数和金额分别计算，已达到的为 0。" },
  pace: {
    name: "每个工作日需要",
    is: "缺口 ÷ 剩余工作日",
    counts: "剩余工作日不含今天，含截止日，已扣除节假日、计入调休上班。",
  },
  forecast: {
    name: "预计到期",
    is: "已新增 + 已新增 ÷ 已过工作日 × 剩余工作日",
    counts: "按起算日以来的平均速度推算，只供参考；个数舍去小数。",
  },
  workdaysLeft: {
    name: "剩余工作日",
    is: "今天之后到截止日（含）的工作日",
    counts: "已扣除法定节假日、计入调休上班；节假日安排没有公布的年份不推算。",
  },
  structure: {
    name: "结构",
    is: "台账里的全部项目（调出的不算）按个数、总投资分组",
    counts: `部门按名录归一，名录里没有项目的也列出；领域以填写的为准，没有填写的按名称和建设内容判断。${ONCE.zh}`,
  },
  stages: {
    name: "储备阶段",
    is: "各阶段的项目个数和总投资",
    counts: `阶段名称按政策包归一，调出的也列出；没有填写阶段的单列。${ONCE.zh}`,
  },
  ahead: {
    name: "时间进度差",
    is: "年度投资完成率 − 全年已过去的比例",
    counts: "月末按月数 ÷ 12；月中按当月天数折算。",
  },
  light: { name: "亮灯", is: "按政策包里的亮灯规则", counts: "默认用银川 2025 年口径，可在政策包里改。" },
  rank: { name: "位次", is: "从高到低排，并列的同一位次", counts: "并列之后的位次顺延（1、2、2、4）。" },
};

const EN: Record<FigureKey, Definition> = {
  started: {
    name: "Start rate",
    is: "projects started ÷ all projects (those of which nothing tells excluded)",
    counts: `Started means permanent works have broken ground; surveys, demolition and site levelling do not count. Money completed, a day of start that has come, a stage of works or works in progress tell that a project started; a stage before works, nothing completed, a planned start to come or a blank day of start that it has not. Left ones do not count. ${ONCE.en}`,
  },
  yearCompletion: {
    name: "Completion of the year's plan",
    is: "completed this year ÷ planned this year",
    counts: "Only projects that state both.",
  },
  totalCompletion: {
    name: "Completion",
    is: "completed to date ÷ total investment",
    counts: "As certified by the supervising engineer.",
  },
  arrival: {
    name: "Funds arrived",
    is: "arrived to date ÷ allotted to date",
    counts: "Performance reviews divide by planned input instead; that is another figure.",
  },
  payment: { name: "Funds paid", is: "paid ÷ completed", counts: "Paid to the contractor." },
  matching: {
    name: "Matching funds",
    is: "matching arrived ÷ matching allotted",
    counts: "Only projects that state both.",
  },
  success: {
    name: "Success rate",
    is: "passed ÷ applied",
    counts: "A row with an outcome or a reason for refusal is an application.",
  },
  refused: {
    name: "Share of applications",
    is: "refused for the reason ÷ applied",
    counts: "Every reason has the same denominator.",
  },
  fit: {
    name: "Fit share",
    is: "fitting projects ÷ all projects (left ones excluded)",
    counts: `The area lies within the stated channel and no negative class applies. ${ONCE.en}`,
  },
  planned: {
    name: "Tied to a plan",
    is: "projects that name their plan ÷ all projects of the ledger",
    counts: "Only ledgers with a column for it; whether the plan holds is for a person to see.",
  },
  matrix: {
    name: "Policies, projects, money",
    is: "number, investment, asked for, granted and arrived, by policy cited and channel",
    counts:
      "A policy known to the ledger of policies or the pack goes by its name; those that nobody cites are listed. Where no sum asked for is stated, the sources whose headings say that they are asked for count.",
  },
  quarter: {
    name: "Entered by quarter",
    is: "number, investment and departments of the projects whose day of entry lies in the quarter",
    counts: `Left ones do not count; a day known to the year only belongs to no quarter. ${ONCE.en}`,
  },
  added: {
    name: "Newly reserved",
    is: "projects entered since the first day",
    counts: `A month counts as soon as it has begun; left ones do not. ${ONCE.en}`,
  },
  gap: { name: "Gap", is: "target − added", counts: "Count and amount apart; 0 once reached." },
  pace: {
    name: "Needed per working day",
    is: "gap ÷ working days left",
    counts: "Today excluded, the last day included.",
  },
  forecast: {
    name: "Forecast",
    is: "added + added ÷ working days passed × working days left",
    counts: "At the average pace since the first day; for orientation only.",
  },
  workdaysLeft: {
    name: "Working days left",
    is: "working days after today up to and including the last day",
    counts: "By the State Council's holiday notices; years without a notice are not guessed.",
  },
  structure: {
    name: "Structure",
    is: "all projects of the ledgers (left ones excluded), by number and total investment",
    counts: `Departments by the roster, those with none included; the area as stated, else as name and content speak for it. ${ONCE.en}`,
  },
  stages: {
    name: "Stages",
    is: "projects and total investment at each stage",
    counts: `Stage names as in the policy pack; projects that left are listed too. ${ONCE.en}`,
  },
  ahead: {
    name: "Against the year",
    is: "completion of the year's plan − share of the year elapsed",
    counts: "Months ÷ 12 at the end of a month.",
  },
  light: { name: "Light", is: "by the light rules of the pack", counts: "The pack may say otherwise." },
  rank: {
    name: "Rank",
    is: "highest first, equals share a rank",
    counts: "Ranks after a tie are left out (1, 2, 2, 4).",
  },
};

export function definition(key: FigureKey, locale: Locale): Definition {
  return (locale === "zh" ? ZH : EN)[key];
}
