/** What Excel shows of our functions to people whose Office speaks English; by id, parameters in order. Names stay Chinese: formulas are shared. */

export interface EnglishTexts {
  readonly description: string;
  /** [name, description] */
  readonly parameters: readonly (readonly [string, string])[];
}

const NAME = ["name", "Cell or range with the project's name"] as const;
const CONTENT = ["content", "What is built and how much; may be left out"] as const;
const TODAY = ["today", "The day to judge by; TODAY() will do"] as const;
const HOLIDAYS = [
  "holidays",
  "Days off and make-up working days of your own: day, then 休 or 班; left out: the State Council's notices only",
] as const;
const STEP = ["procedure", "Name of the procedure, such as 可研 or 环评"] as const;
const HEADING = ["heading", "The one to five heading rows"] as const;
const RESERVE = [
  ["investments", "Total investment, one column; 万元 where no unit is written"],
  ["entered", "Day of entry into the reserve, one column; blank is not counted as new"],
  ["goalCount", "Goal for the number of new projects, such as 30"],
  ["goalWan", "Goal for their total investment in 万元, such as 500000"],
  ["from", "The day from which projects count as new"],
  ["deadline", "The goal's deadline"],
  TODAY,
] as const;

export const ENGLISH: Readonly<Record<string, EnglishTexts>> = {
  AMOUNT: {
    description:
      "Reads an amount, however written, as a number in 万元. Blank and 0 give 0; 待定 and the like give nothing.",
    parameters: [
      ["content", "Cell or range with the amounts"],
      ["unit", "Unit of bare numbers: 元, 万元, 亿元, or a heading such as 总投资（亿元）; left out: 万元"],
    ],
  },
  DAY: {
    description: "Reads a date, however written, as a serial day: 6月底前 gives the last day of June.",
    parameters: [
      ["content", "Cell or range with the dates"],
      ["year", "Year where none is written, such as 2025; left out: such dates are not read"],
      ["last", "1 takes the last day where only month, quarter or year is written; 0 or left out takes the first"],
    ],
  },
  WORKDAYS: {
    description:
      "Working days after the first day up to and with the second, by China's holiday notices; negative backwards.",
    parameters: [["from", "First day, not counted itself"], ["to", "Last day, counted"], HOLIDAYS],
  },
  WORKDAYADD: {
    description: "The day that is so many working days after (or, negative, before) a day.",
    parameters: [
      ["from", "First day, not counted itself"],
      ["days", "Whole number of working days, may be negative"],
      HOLIDAYS,
    ],
  },
  DAYSLEFT: {
    description: "Working days left after today up to and with the deadline; negative when past.",
    parameters: [["deadline", "The deadline, 2025年6月底前 will do"], TODAY, HOLIDAYS],
  },
  TIMELIMIT: {
    description:
      "Statutory limit of a procedure: days, unit (never converted), basis, and whether the text was verified.",
    parameters: [STEP],
  },
  LATEST: {
    description:
      "The last day of acceptance for a procedure to be finished by the deadline, counted back by its limit.",
    parameters: [["deadline", "The day by which it must be finished"], STEP, HOLIDAYS],
  },
  SCHEDULE: {
    description: "Back-schedule from the deadline: step, department, limit, latest acceptance, state.",
    parameters: [
      ["deadline", "The day by which approval must be complete"],
      ["approval", "审批, 核准 or 备案"],
      ["done", "Procedures already finished, in one cell separated by 、 or in a column"],
      TODAY,
    ],
  },
  OVERDUE: {
    description: "Days beyond the statutory limit since acceptance, 0 if none; in the limit's own unit.",
    parameters: [
      ["accepted", "Day of acceptance, not counted itself"],
      STEP,
      TODAY,
      ["paused", "Days that do not count (review, hearing, notice), in the limit's unit"],
    ],
  },
  PROJECTCODE: {
    description: "Checks a unified project code: 正确, or the reason why not. Blank and 0 give nothing.",
    parameters: [["code", "Cell or range with the codes"]],
  },
  CREDITCODE: {
    description: "Checks a unified social credit code: 正确, or the reason why not. Blank and 0 give nothing.",
    parameters: [["code", "Cell or range with the codes"]],
  },
  DOCNUMBER: {
    description: "Writes document numbers in the standard form, several separated by 、. Blank and 0 give nothing.",
    parameters: [["content", "Cell or range with the document numbers"]],
  },
  AREA: {
    description: "The area of investment by name and content, and beside it the words that decided; #N/A where unsure.",
    parameters: [NAME, CONTENT],
  },
  CHANNELS: {
    description: "Funding channels to consider for a project and why, one a row, certain ones first.",
    parameters: [
      ["name", "The project's name"],
      CONTENT,
      ["stage", "The project's stage; lists the procedures that the channel asks for at it"],
      ["today", "The day on which channels must be in force; left out: not looked at"],
    ],
  },
  CHANNELFIT: {
    description:
      "Whether a project may take a funding channel: 符合, or the reasons why not. Nothing without a channel.",
    parameters: [
      ["channel", "Funding channel, such as 专项债券"],
      ["name", "The project's name"],
      ["content", "What is built and how much"],
      ["stage", "The project's stage, such as 储备 or 申报"],
      ["today", "The day for the application window; left out: the window is not looked at"],
    ],
  },
  NEGATIVE: {
    description:
      "Category and words of the negative list in name or content; 疑似 in front where a name alone cannot tell.",
    parameters: [NAME, CONTENT],
  },
  CAPITAL: {
    description: "Ratio of project capital, the minimum of the industry, and the verdict.",
    parameters: [
      ["capital", "Project capital, 万元 where no unit is written"],
      ["total", "Total investment, 万元 where no unit is written"],
      ["industry", "Industry, area of investment or project name"],
    ],
  },
  MISSING: {
    description: "Row by row the procedures that stage and approval demand and that are missing; 不缺 where none is.",
    parameters: [HEADING, ["rows", "The rows to look at, as wide as the heading"], TODAY],
  },
  CHECKROWS: {
    description: "Checks rows by all rules of the policy pack, the findings of a row in one cell.",
    parameters: [HEADING, ["rows", "The rows to check, as wide as the heading"], TODAY],
  },
  PACK: {
    description:
      "The policy pack that functions judge by: id, title, validity, whether the workbook's own or the shipped one.",
    parameters: [],
  },
  RESERVE: {
    description: "New reserve projects against the goals: done, goal, gap, rate, working days left, pace needed.",
    parameters: RESERVE,
  },
  RESERVEGAP: {
    description: "New reserve projects and gaps for the county and by department.",
    parameters: [["departments", "Responsible department, one column"], ...RESERVE],
  },
  FITSHARE: {
    description: "Share, count and total of projects that fit what higher levels fund. Blank rows do not count.",
    parameters: [
      ["names", "Project names, one column"],
      ["channels", "Funding channels, one column; blank: whether the area has any channel"],
      ["contents", "What is built and how much, one column"],
    ],
  },
  NOPROJECT: {
    description: "Departments of the roster without any project, one a row. Blank rows do not count.",
    parameters: [
      ["roster", "All departments that should report, one column"],
      ["departments", "The ledger's department column"],
    ],
  },
  SIMILAR: {
    description: "Pairs of projects that may be the same: row, row, and why.",
    parameters: [
      ["names", "Project names, one column"],
      ["departments", "Departments, one column; with it or investments given, one of them must agree"],
      ["investments", "Total investment, one column"],
    ],
  },
  RATE: {
    description:
      "A rate by the indicator's own definition: 开工率, 年度投资完成率, 总投资完成率, 资金到位率, 支付率, 配套落实率.",
    parameters: [
      ["indicator", "Name of the indicator, which fixes numerator and denominator"],
      ["numerator", "What is done"],
      ["denominator", "What it is compared with; blank or 0 gives no answer"],
    ],
  },
  PACE: {
    description:
      "Percentage points ahead of (or, negative, behind) the year elapsed; a month's end counts as months ÷ 12.",
    parameters: [["rate", "Rate for the year, such as 97.2% or 0.972"], TODAY],
  },
  LIGHT: {
    description: "绿, 黄 or 红 by the pack's rule. Indicators: 开工, 进度, 支付, 纳统.",
    parameters: [
      ["plan", "开工: planned start; 进度: planned progress, blank for the year elapsed; 支付: share due; 纳统: start"],
      ["actual", "开工, 纳统: the day or 是, blank for not yet; 进度, 支付: the share reached"],
      ["indicator", "开工, 进度, 支付 or 纳统"],
      TODAY,
    ],
  },
  GROWTH: {
    description: "(this year − last year) ÷ last year; no answer where last year is 0.",
    parameters: [
      ["thisYear", "This year's figure"],
      ["lastYear", "Last year's figure for the same period"],
    ],
  },
  RATIOCHECK: {
    description: "Whether a printed ratio can come from the printed figures, each rounded at its last digit.",
    parameters: [
      ["numerator", 'As printed; as text where it ends in 0, such as "85.40"'],
      ["denominator", "As printed"],
      ["printed", "The printed ratio, such as 24.25%"],
    ],
  },
  GRADE: {
    description: "One grade lower for whoever is not among the first N; row by row for a column, ties named.",
    parameters: [
      ["rank", "Rank, a cell or a column"],
      ["first", "How many at the top keep their grade, such as 3"],
      ["grade", "优秀, 良好, 合格 or 不合格"],
    ],
  },
};
