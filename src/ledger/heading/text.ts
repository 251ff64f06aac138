/** A heading as written → the words that decide its meaning: unit, explanations and decorations peeled, times named relative to the ledger's year. */
import type { MoneyUnit } from "../../measure/types";

export interface HeadingText {
  /** Every word, brackets' contents included. */
  readonly full: string;
  /** Without explanations in brackets or after a colon. */
  readonly bare: string;
  readonly unit: MoneyUnit | null;
  /** Money of a currency or a unit in which no amount of a ledger is kept: 「万美元」「千元」. */
  readonly otherMoney: boolean;
  /** Its numbers count something else than money: 「（公里）」「（%）」. */
  readonly counted: boolean;
  /** The heading says that its numbers are percentages. */
  readonly percent: boolean;
  /** 「其中：…」: a part of what stands before it. */
  readonly part: boolean;
  /** 「建设单位/用款单位」: the words on either side of a stroke; empty where there is none. */
  readonly either: readonly string[];
}

const MONEY_UNIT =
  /^(?:(?:金额|货币|计量|计价)?单位[::为]?)?(?:人民币)?(亿元|万元|元|亿|万)(?:[、,，;/和及].{1,6})?(?:人民币)?$/;
const OTHER_UNIT =
  /^(?:单位[::]?)?(?:个|项|亩|公顷|平方米|m2|㎡|万平方米|公里|千米|km|米|%|‰|百分比|人|万人|户|张|天|日|工作日|月|年|倍|套|座|处|吨|万吨|吨标煤|万千瓦|mw|kw|年月|年\/月|年、月|年月日|yyyy.*)$/i;
const TAIL_UNIT = /(?:(?:[_/\\:,、，-]|单位)((?:亿|万)?元)|(亿元|万元))$/u;
const DECORATION =
  /^(?:必填项?|选填项?|非必填|必录|可选|单选|多选|下拉选择?|下拉菜单|盖章|公章|签字|自动生成|自动计算|系统自动生成|公式|勿动|不填|填写|文本|数值型?|日期型?|数字)$/;
const SPACES = /[\s\u200b\u200c\u200d\ufeff\u00ad]+/gu;

const FOREIGN = /(?:美|欧|日|港|澳|韩|加|台)(?:元|币)|英镑|美金|法郎|卢布|us\$|usd|eur|hkd|jpy|gbp/iu;
/** At the end of a heading or its bracket: 「5千万元以上项目」 names no unit. */
const LARGE_UNIT = /(?<![\d一二三四五六七八九])[十百千]万?元(?:人民币)?\)?$/u;

/** True for words that state money of another currency, or of a unit that no amount is kept in. */
export function isOtherMoney(text: string): boolean {
  const plain = text.normalize("NFKC").replace(SPACES, "");
  return FOREIGN.test(plain) || LARGE_UNIT.test(plain);
}

/** The unit that a text in brackets, a 单位 cell or a unit row states; null where it is none. */
export function moneyUnitOf(text: string): MoneyUnit | null {
  const match = MONEY_UNIT.exec(text.normalize("NFKC").replace(SPACES, ""));
  if (!match) return null;
  const unit = match[1] as string;
  return unit.startsWith("亿") ? "亿元" : unit.startsWith("万") ? "万元" : "元";
}

/** True for a text that names a unit and nothing else. */
export function isUnitText(text: string): boolean {
  const plain = text
    .normalize("NFKC")
    .replace(SPACES, "")
    .replace(/^[([]|[)\]]$/g, "");
  return moneyUnitOf(plain) !== null || OTHER_UNIT.test(plain);
}

/** Words only: what is compared with an alias. */
export function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, "");
}

/** The key under which a user's choice for a heading is remembered. */
export function normaliseHeading(heading: string): string {
  return heading.split("·").map(squeeze).filter(Boolean).join("·");
}

/** A heading cell as shown in a report: lines joined, spaces inside Chinese dropped. */
export function shownHeading(text: string): string {
  return text
    .replace(/[\u200b\u200c\u200d\ufeff\u00ad]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(
      /(?<=[\u2e80-\u9fff\uff00-\uffef（）、，：]) (?=\S)|(?<=\S) (?=[\u2e80-\u9fff\uff00-\uffef（）、，：])/gu,
      "",
    )
    .trim();
}

const byYear = new Map<number | null, Map<string, HeadingText>>();
/** Texts remembered a year. */
const REMEMBERED = 5000;

export function headingText(raw: string, year: number | null): HeadingText {
  let known = byYear.get(year);
  if (!known) byYear.set(year, (known = new Map()));
  let text = known.get(raw);
  if (!text) {
    text = readHeadingText(raw, year);
    if (known.size >= REMEMBERED) known.clear();
    known.set(raw, text);
  }
  return text;
}

/** 「一、项目概况」「(1)总投资」「1.项目名称」「9.2025年计划」 carry a number that means nothing; a year does. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]+[、.](?![一二三四五六七八九十])|\((?:[一二三四五六七八九十]+|\d{1,2})\)|\d{1,2}[、.](?:(?!\d)|(?=20\d\d年|\d{1,2}-\d{1,2}月))|[a-z][、.)]|[①-⑳])/iu;

/** Without what only lays a heading out: line breaks, blanks, a number before it, the star of a column that must be filled in. */
export function laidPlain(text: string): string {
  return text.replace(/[\s*＊]/gu, "").replace(NUMBERED, "");
}

function readHeadingText(raw: string, year: number | null): HeadingText {
  let text = raw
    // Ringed numbers, before they become plain ones: 「①中央资金」, 「总投资②」.
    .replace(/[①-⑳⑴-⒇]/gu, "")
    .normalize("NFKC")
    .replace(SPACES, "")
    .replace(/[【〔[{〈<]/gu, "(")
    .replace(/[】〕\]}〉>]/gu, ")")
    .replace(/[～〜∼]/gu, "~")
    .replace(/[*★■▲●◆※#☆]/gu, "");
  text = text.replace(NUMBERED, "");
  const part = /^(?:其中|其中:|#|其中,)/u.test(text) && text.length > 2;
  if (part) text = text.replace(/^其中[:,、]?/u, "");
  let unit: MoneyUnit | null = null;
  let counted = false;
  let percent = /%|百分比|百分率/u.test(text);
  // A bracket without its partner is closed at the end: 「年度计划投资（万元」.
  const opens = (text.match(/\(/gu) ?? []).length - (text.match(/\)/gu) ?? []).length;
  if (opens > 0) text += ")".repeat(opens);
  let full = "";
  let bare = "";
  let depth = 0;
  let inside = "";
  const close = (atStart: boolean) => {
    const content = inside;
    inside = "";
    const money = moneyUnitOf(content);
    if (money) {
      unit ??= money;
      return;
    }
    if (OTHER_UNIT.test(content)) {
      counted = true;
      return;
    }
    if (DECORATION.test(content)) return;
    full += content;
    // A bracket in front qualifies what follows: 「（预计）开工时间」.
    if (atStart) bare += content;
  };
  let openedAt = 0;
  for (const char of text) {
    if (char === "(") {
      if (depth === 0) openedAt = bare.length + full.length;
      else inside += char;
      depth++;
    } else if (char === ")") {
      if (depth === 0) continue;
      depth--;
      if (depth === 0) close(openedAt === 0);
      else inside += char;
    } else if (depth > 0) {
      inside += char;
    } else {
      full += char;
      bare += char;
    }
  }
  const tail = TAIL_UNIT.exec(bare);
  if (tail && tail[0].length < bare.length) {
    unit ??= (tail[1] ?? tail[2]) as MoneyUnit;
    full = full.replace(TAIL_UNIT, "");
    bare = bare.slice(0, -tail[0].length);
  }
  const colon = bare.search(/[:;。]/u);
  if (colon > 1) bare = bare.slice(0, colon);
  if (percent && bare.endsWith("%")) percent = true;
  return {
    full: words(full, year),
    bare: words(bare, year),
    unit,
    otherMoney: unit === null && isOtherMoney(text),
    counted: unit === null && counted,
    percent,
    part,
    either: bare.includes("/") ? bare.split("/").map((each) => words(each, year)) : [],
  };
}

function words(text: string, year: number | null): string {
  return squeeze(relativeTimes(text, year))
    .replace(/%+$/u, "")
    .replace(/已完(?=投资|工程量|额)/u, "已完成");
}

const YEAR = "(?:(20\\d\\d)年?度?)";
const MONTH_TO = "(?:\\d{1,2}|[xyn]|本|当|上|目前|\\*+|_+)";
const BY = "(?:截[至止]到?至?|[至到]|自开工[至到]|从开工[至到]|开工[至到])?";

/** Names of times; each has a private sign while a heading is rewritten, so that no later step reads it again. */
const TIMES = [
  "上年底",
  "本年底",
  "某年底",
  "年初至今",
  "目前",
  "本月",
  "本年",
  "明年",
  "上年",
  "某年",
  "多年",
] as const;
type Time = (typeof TIMES)[number];
const SIGNS = new Map<Time, string>(TIMES.map((time, index) => [time, String.fromCharCode(0xe000 + index)]));
const NAMES = new Map<string, Time>([...SIGNS].map(([time, sign]) => [sign, time]));

function sign(time: Time): string {
  return SIGNS.get(time) ?? time;
}

const TO_DATE = new RegExp(
  `${YEAR}?(?:今年|本年度?|当年|全年)?(?:[1一元xy]月?份?|n)[-~—–－至到]+(?:[a-z]|\\d{1,2}|[一二三四五六七八九十]+|本|当|上|\\*+|_+)月份?[底末]?`,
  "giu",
);
const SINCE = new RegExp(`(?:今年|本年度?|当年|${YEAR})以来`, "gu");
const FROM_START_OF_YEAR =
  /(?:今年|本年)?年初(?:(?:至|到|以来)(?:今|目前|本月|当月|\d{1,2}月)?[底末]?|(?=累计|累积))/gu;
const END_OF_YEAR = new RegExp(`${BY}(20\\d\\d)年度?(?:12月(?:31日|[底末])?|年?[底末])(?:之?前)?`, "gu");
const END_OF_BLANK_YEAR = new RegExp(`${BY}(?:[xX]+|\\*+|_+)年[底末]`, "gu");
const END_OF_LAST_YEAR = new RegExp(`${BY}(?:上一?年度?年?[底末]|去年[底末])(?:之?前)?`, "gu");
const END_OF_THIS_YEAR = new RegExp(`${BY}(?:本年度?年?[底末]|今年年?[底末]|年[底末])`, "gu");
const AS_OF_MONTH = new RegExp(
  `(?:截[至止]到?至?|[至到]|自开工[至到]|从开工[至到]|开工[至到])(?:20\\d\\d年|今年|本年)?${MONTH_TO}月份?(?:[底末]|\\d{1,2}日|止)?`,
  "giu",
);
const END_OF_MONTH = /(?:20\d\d年)?(?:\d{1,2}|[xyn]|本|当)月(?:[底末]|\d{1,2}日)/giu;
const AS_OF_NOW = /(?:截[至止]到?至?|[至到])(?:目前|当前|现在|今|报告期末?)/gu;
const MONTH = /(?:20\d\d年)?(?:\d{1,2}|[xn]|\*+|_+)月份?(?![底末])/giu;

/**
 * Times named relative to the ledger's year, so that aliases can be words:
 * 2025年计划投资 → 本年计划投资, 1-6月完成投资 → 年初至今完成投资, 至2024年底 → 上年底, 截至6月底 → 目前.
 */
export function relativeTimes(text: string, ledgerYear: number | null): string {
  const named = (year: string | undefined): Time => {
    if (year === undefined || ledgerYear === null) return "本年";
    const gap = Number(year) - ledgerYear;
    return gap === 0 ? "本年" : gap === 1 ? "明年" : gap === -1 ? "上年" : "某年";
  };
  const yearEnd = (year: string): Time => {
    if (ledgerYear === null) return "某年底";
    return Number(year) < ledgerYear ? "上年底" : "本年底";
  };
  const toDate = (year: string | undefined): Time => (named(year) === "本年" ? "年初至今" : "某年");
  const signed = text
    .replace(/20\d\d年?[-~—–至到]20\d\d年?/gu, sign("多年"))
    .replace(TO_DATE, (_, year?: string) => sign(toDate(year)))
    .replace(SINCE, (_, year?: string) => sign(toDate(year)))
    .replace(FROM_START_OF_YEAR, sign("年初至今"))
    .replace(END_OF_YEAR, (_, year: string) => sign(yearEnd(year)))
    .replace(END_OF_BLANK_YEAR, sign("上年底"))
    .replace(END_OF_LAST_YEAR, sign("上年底"))
    .replace(END_OF_THIS_YEAR, sign("本年底"))
    .replace(AS_OF_MONTH, sign("目前"))
    .replace(END_OF_MONTH, sign("目前"))
    .replace(AS_OF_NOW, sign("目前"))
    .replace(MONTH, sign("本月"))
    .replace(/当月|本月度?份?|该月|本期/gu, sign("本月"))
    .replace(/(20\d\d)年度?/gu, (_, year: string) => sign(named(year)))
    .replace(/^(20\d\d)(?=\D|$)/u, (_, year: string) => sign(named(year)))
    .replace(/(?:明年|下一?年|次年|来年)度?/gu, sign("明年"))
    .replace(/(?:上一?年|去年)度?/gu, sign("上年"))
    .replace(/(?:今年|当年|本年|全年)度?/gu, sign("本年"))
    .replace(/(?<!以前)年度/gu, sign("本年"))
    .replace(/(?:^|(?<=占|为|达|完成))年(?=计划|完成|投资|累计|任务|目标)/u, sign("本年"))
    .replace(/^月(?=计划|完成|实际|形象)/u, sign("本月"));
  // 「5月当月」 names one time twice.
  return signed.replace(/([\ue000-\ue00a])\1+/gu, "$1").replace(/[\ue000-\ue00a]/gu, (char) => NAMES.get(char) ?? "");
}
