/** How a day is read: every notation of a clerk, to the interval that it can mean. Text and integers only, no clock, no time zone. */
import { dayNumber, dayOfNumber, daysInMonth, existsDay, formatDay, isDay } from "./dayNumber";
import { smallChineseNumber } from "./numerals";
import { normaliseText } from "./text";
import type { Interval, Period, Precision } from "./types";

export interface DayReading {
  readonly interval: Interval;
  /** The cell gave no year; the ledger's was taken. */
  readonly assumedYear: boolean;
}

export interface DayOptions {
  /** The year of the ledger, for 「6月底」. */
  readonly year?: number | null;
}

/** Where in a text a day stands. */
export interface DayMention extends DayReading {
  readonly start: number;
  readonly end: number;
}

/** Longer texts are stories, not days. */
const LONGEST = 120;

const ISO = /^\d{4}-\d\d-\d\d$/;

/** Excel's 1900 system counts 1899-12-31 as 0 and has a 1900-02-29 (serial 60) that never was. */
const EPOCH_1900 = dayNumber("1899-12-31");
const EPOCH_1904 = dayNumber("1904-01-01");
const PHANTOM_LEAP_DAY = 60;
const LAST_SERIAL = 2958465;
/** A bare number in this range is a serial: 1954-10-03 to 2119-01-10. */
const BARE_SERIALS = { from: 20000, to: 80000 };

/** A serial's day; null where it has none. */
export function dayFromSerial(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= LAST_SERIAL)) return null;
  if (date1904) return dayOfNumber(EPOCH_1904 + whole);
  if (whole === 0 || whole === PHANTOM_LEAP_DAY) return null;
  return dayOfNumber(EPOCH_1900 + whole - (whole > PHANTOM_LEAP_DAY ? 1 : 0));
}

/** The serial of a day in the 1900 system. */
export function serialFromDay(day: string): number {
  const count = dayNumber(day) - EPOCH_1900;
  return count >= PHANTOM_LEAP_DAY ? count + 1 : count;
}

/** Reads a cell that holds one day, with at most words like 计划 or 完成 around it. */
export function readDay(content: string | number, options: DayOptions = {}): DayReading | null {
  return shortYear(content) ?? readWritten(content, options);
}

/** 25.8 is August 2025: there is no month 25. As a number it may also have been 25.10, and 24.5 under a period lasts so long. */
const SHORT_YEAR = /^(?<year>[2-4]\d)[./](?<month>0?[1-9]|1[0-2])$/;

function shortYear(content: string | number): DayReading | null {
  if (typeof content === "number" && (content < 20 || content >= 50 || String(content).endsWith(".1"))) return null;
  const text = String(content);
  if (text.length > 8) return null;
  const found = SHORT_YEAR.exec(normaliseText(text))?.groups;
  if (!found) return null;
  return { interval: monthInterval(2000 + Number(found.year), Number(found.month)), assumedYear: false };
}

function readWritten(content: string | number, options: DayOptions): DayReading | null {
  if (typeof content === "number") return readNumber(content);
  if (content.length > LONGEST) return null;
  if (ISO.test(content)) return isDay(content) ? { interval: dayInterval(content), assumedYear: false } : null;
  const text = tidy(content);
  if (/^\d+$/.test(text)) return readDigits(text);
  const mentions = mentionsIn(COMMAS.test(text) ? text.replaceAll(",", ".") : text, options.year ?? null);
  const [only] = mentions;
  if (!only || mentions.length > 1) return null;
  if (!WORDS_BEFORE.test(text.slice(0, only.start)) || !WORDS_AFTER.test(text.slice(only.end))) return null;
  return { interval: only.interval, assumedYear: only.assumedYear };
}

/** 「2025，8」 */
const COMMAS = /^20\d\d,\d{1,2}(?:,\d{1,2})?$/;

/** Every day that a text mentions, in order; for cells that hold more than a day. */
export function findDays(text: string, options: DayOptions = {}): readonly DayMention[] {
  return mentionsIn(tidy(text.slice(0, LONGEST * 4)), options.year ?? null);
}

/** How long, not when: 「24个月」, 「约2年」. */
const DURATION =
  /^(?:约|共|计划|预计|建设期|总?工期)*(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+)(?:[-~至到](?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+))?(?:个?半?月|年半?|个?(?:日历|工作)?[天日]|周|个季度)(?:左右|以内|内)?$/u;
/** 「25-26年」 are years; nothing is built for so long. */
const LONGEST_YEARS = 20;

export function isDuration(content: string): boolean {
  const text = normaliseText(content);
  if (text.length > LONGEST || !DURATION.test(text)) return false;
  return !(/年/.test(text) && (text.match(/\d+/g) ?? []).some((figure) => Number(figure) >= LONGEST_YEARS));
}

/** 「2025年起」, 「至2026年」, 「2026年底建成」: one end, which is no period. */
const ONE_END = /(?:起|开始|以来|至今)$/;
const LAST_END = /^(?:至|到|截止|截至)|(?:建成|竣工|完工|完成|投产|投用|投入使用|交付|止)$/;

/** Reads 建设起止年限: from this to that, or one year or month alone. Start after finish is read as it stands. */
export function readPeriod(content: string | number, options: DayOptions = {}): Period | null {
  if (typeof content === "number") return asPeriod(readNumber(content)?.interval);
  if (content.length > LONGEST) return null;
  const text = tidy(content);
  if (ONE_END.test(text)) return null;
  const alone = readWritten(text, options);
  if (alone)
    return LAST_END.test(text) || (alone.interval.by && alone.interval.precision === "day")
      ? null
      : asPeriod(alone.interval);
  const besides = besideDuration(text);
  if (besides !== null) return readPeriod(besides, options);
  for (const [left, right] of splits(text)) {
    const start = readDay(begun(left, right), options)?.interval;
    if (!start) continue;
    const finish = readDay(completed(left, right), { year: Number(start.from.slice(0, 4)) })?.interval;
    if (finish) return { from: start.from, to: finish.to, precision: coarser(start.precision, finish.precision) };
  }
  return null;
}

/** Says nothing about when. */
const REMARK = /^(?:预计|暂定|计划|拟|初定|分期(?:实施|建设)?|跨年(?:实施|建设)?)$/;

/** 「18个月（2025.3-2026.9）」: of the parts that brackets and commas make, the one that is no duration. */
function besideDuration(text: string): string | null {
  const parts = text
    .split(/[(),;:]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const others = parts.filter((part) => !isDuration(part) && !REMARK.test(part));
  const [only] = others;
  return parts.length > 1 && others.length === 1 && only !== undefined ? only : null;
}

export function yearInterval(year: number): Interval {
  return { from: formatDay(year, 1, 1), to: formatDay(year, 12, 31), precision: "year", by: false };
}

export function monthInterval(year: number, month: number): Interval {
  return months(year, month, month, "month");
}

export function dayInterval(day: string): Interval {
  return { from: day, to: day, precision: "day", by: false };
}

function tidy(content: string): string {
  const text = normaliseText(content)
    .replace(/[‐‑‒–—―−]+/g, "-")
    .replace(/[～∼〜]/g, "~")
    .replace(/[•·]/g, ".");
  return (CHINESE_NUMERAL.test(text) ? text.replace(CHINESE_DATE_NUMBER, asDigits) : text)
    .replace(ROMAN_QUARTER, (numeral) => String(ROMAN.indexOf(numeral) + 1))
    .replace(/(?<=[\d年月日季度]) +(?=[年月日号季初中底末前之以]|[上下](?!午))/g, "")
    .replace(/(?<=[年月]) +(?=\d)/g, "")
    .replace(/(?<=\d) ?([-/.~]) ?(?=\d)/g, "$1");
}

const ROMAN = ["I", "II", "III", "IV"];
const ROMAN_QUARTER = /(?<![A-Z])(?:I{1,3}|IV)(?=季度)/g;
const CHINESE_NUMERAL = /[〇零○一二三四五六七八九十]/;
const CHINESE_DATE_NUMBER = /[〇零○一二三四五六七八九十]{1,5}(?=年|个?月|日|号|季度)/g;

function asDigits(numeral: string): string {
  const number = smallChineseNumber(numeral);
  return number === null ? numeral : String(number);
}

/** Words that may stand around a day without saying anything against it. */
const WORDS_BEFORE =
  /^(?:[\s(,:;]|预计|计划|拟定?|力争|争取|确保|约|大约|于|在|自|从|已|截至|截止|至|到|原|暂定|初步|时间|日期|开工|竣工|完工|完成|批复|办结|取得|受理|入库|更新|上报)*(?:不迟于|不晚于|最迟)?$/;
const WORDS_AFTER =
  /^(?:[\s().。,;]|止|起|左右|完成|全部|全面|开工|动工|开始|启动|建设|竣工|完工|建成|投产|投用|投入使用|交付|验收|办结|办理|取得|批复|批准|核准|备案|获批|立项|受理|下达|到位|入库|上报|更新|计划|预计|拟|暂定|力争|争取|确保|可研|已)*$/;

/** 「…前」: by the end of it. */
const BY = String.raw`(?<by>之?前|以前|止|[以之]?内(?!蒙))?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2}|\d{2}(?=年|[Qq][1-4])|[今本当明去后](?=年))`;
const TIME = String.raw`(?:[T ]+(?:[上下]午 ?)?\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?Z?(?:[+-]\d{2}:?\d{2})?)?`;
/** 「8-9月」: two neighbouring months say about when; more of them say how long. */
const NEIGHBOURS = `(?<neighbours>${Array.from({ length: 11 }, (_, at) => `0?${String(at + 1)}月?[-~至到、]0?${String(at + 2)}`).join("|")})(?=月)月份?`;
/** Notations in the order in which they are tried at a place; groups name what they found. */
const NOTATIONS: readonly RegExp[] = [
  String.raw`${YEAR}[年度/.、 -]*(?<half>[上下])半年(?<edge>[底末初])?`,
  String.raw`${YEAR}[年度/.、 -]*(?:第?(?<quarter>[1-4])季度?|[Qq](?<quarterQ>[1-4])(?!\d))(?<edge>[底末初])?`,
  String.raw`${YEAR}[年/.、 -]+${NEIGHBOURS}`,
  String.raw`${YEAR}年?[年/.、-]?(?<month>\d{1,2})月份?(?<part>上旬|中旬|下旬|上中旬|中下旬|初|中|底|末)`,
  String.raw`${YEAR}(?:年度?|[/.、-])(?<month>\d{1,2})月份?(?<day>\d{1,2})(?:日|号|(?![\d年月]))${TIME}`,
  String.raw`${YEAR}(?<mark>[/.、-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:日|号|(?![\d年月]))${TIME}`,
  String.raw`${YEAR}(?:年度?|[/.、-])(?<month>\d{1,2})(?:月份?|(?![\d年月日]))(?<part>底|末|初)?`,
  String.raw`(?<year>\d{4}) (?<month>\d{1,2}) (?<day>\d{1,2})(?!\d)`,
  String.raw`(?<![\d.])(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-3]\d)(?!\d)${TIME}`,
  String.raw`(?<![\d.])(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?!\d)`,
  String.raw`${YEAR}年{0,2}度?(?<edge>[底末初中])`,
  String.raw`(?<![\d./-])(?<year>\d{2})(?<ymd>[-/.])(?<month>\d{1,2})\k<ymd>(?<day>\d{1,2})(?![\d./-])`,
  String.raw`(?<![\d./-])(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-](?<year>(?:19|20)\d{2})(?!\d)${TIME}`,
  String.raw`${YEAR}年{0,2}度?(?![\d月日%万亿元个〕\]】)])`,
  String.raw`(?<half>[上下])半年(?<edge>[底末初])?`,
  String.raw`(?:第?(?<quarter>[1-4])季度?)(?<edge>[底末初])?`,
  String.raw`(?<![A-Za-z])[Qq](?<quarterQ>[1-4])(?!\d)(?<edge>[底末初])?`,
  String.raw`(?<![\d./-])${NEIGHBOURS}`,
  String.raw`(?<![\d.])(?<month>\d{1,2})月份?(?<part>上旬|中旬|下旬|上中旬|中下旬|初|中|底|末)`,
  String.raw`(?<![\d.])(?<month>\d{1,2})月份?(?<day>\d{1,2})(?:日|号|(?!\d))`,
  String.raw`(?<![\d.])(?<month>\d{1,2})月份?(?!\d)`,
  String.raw`(?<![\d./-])(?<month>\d{1,2})(?:[/-](?<day>\d{1,2})|\.(?<day2>\d{2}))(?![\d./-])`,
  String.raw`年(?:(?<edge>[底末初中])|(?=[以之]?内(?!蒙)))`,
].map((source) => new RegExp(source + BY, "uy"));

type Found = Readonly<Partial<Record<string, string>>>;

function mentionsIn(text: string, year: number | null): readonly DayMention[] {
  const mentions: DayMention[] = [];
  for (let at = 0; at < text.length;) {
    const mention = canBegin(text, at) ? mentionAt(text, at, year) : null;
    if (mention === null) {
      at += 1;
      continue;
    }
    mentions.push(mention);
    at = mention.end;
  }
  return mentions;
}

function canBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) {
    const before = at === 0 ? 0 : text.charCodeAt(at - 1);
    return !(before >= 0x30 && before <= 0x39);
  }
  return "今本当明去后上下第年Qq".includes(text.charAt(at));
}

function mentionAt(text: string, at: number, year: number | null): DayMention | null {
  for (const notation of NOTATIONS) {
    notation.lastIndex = at;
    const match = notation.exec(text);
    if (!match) continue;
    const reading = meaning(match.groups ?? {}, year);
    if (!reading) return null;
    const negated = /(?:不迟于|不晚于|最迟)于?$/.test(text.slice(Math.max(0, at - 5), at));
    const interval = negated ? { ...reading.interval, by: true } : reading.interval;
    return { interval, assumedYear: reading.assumedYear, start: at, end: at + match[0].length };
  }
  return null;
}

function meaning(found: Found, ledgerYear: number | null): DayReading | null {
  const year = yearOf(found.year, ledgerYear);
  if (year === null || year < 1900 || year > 2099) return null;
  const interval = within(year, found);
  if (!interval) return null;
  const assumedYear = found.year === undefined || !/\d/.test(found.year);
  return { interval: found.by === undefined ? interval : { ...interval, by: true }, assumedYear };
}

function yearOf(written: string | undefined, ledgerYear: number | null): number | null {
  if (written === undefined) return ledgerYear;
  if (/^\d{4}$/.test(written)) return Number(written);
  if (/^\d{2}$/.test(written)) return Number(written) + (Number(written) < 80 ? 2000 : 1900);
  if (ledgerYear === null) return null;
  return ledgerYear + ({ 去: -1, 明: 1, 后: 2 }[written.charAt(0)] ?? 0);
}

function within(year: number, found: Found): Interval | null {
  if (found.half !== undefined) return edgeOf(halfInterval(year, found.half), found.edge);
  const quarter = found.quarter ?? found.quarterQ;
  if (quarter !== undefined) {
    return edgeOf(months(year, Number(quarter) * 3 - 2, Number(quarter) * 3, "quarter"), found.edge);
  }
  if (found.first !== undefined) return monthOrDayFirst(year, Number(found.first), Number(found.second));
  if (found.neighbours !== undefined) {
    const [first = 0, last = 0] = (found.neighbours.match(/\d+/g) ?? []).map(Number);
    return months(year, first, last, "month");
  }
  if (found.month !== undefined) return withinMonth(year, Number(found.month), found);
  return edgeOf(yearInterval(year), found.edge);
}

/** 6/30/2025: read only where the figures leave no doubt which is the month. */
function monthOrDayFirst(year: number, first: number, second: number): Interval | null {
  if (first <= 12 && second <= 12 && first !== second) return null;
  return first <= 12 ? oneDay(year, first, second) : oneDay(year, second, first);
}

function withinMonth(year: number, month: number, found: Found): Interval | null {
  if (month < 1 || month > 12) return null;
  const day = found.day ?? found.day2;
  if (day !== undefined) return oneDay(year, month, Number(day));
  const last = daysInMonth(year, month);
  const part = found.part ?? "";
  if (part === "") return monthInterval(year, month);
  if (part === "底" || part === "末") return oneDay(year, month, last);
  if (part === "上中旬") return span(year, month, 1, 20);
  if (part === "中下旬") return span(year, month, 11, last);
  if (part.startsWith("下")) return span(year, month, 21, last);
  return part.startsWith("中") ? span(year, month, 11, 20) : span(year, month, 1, 10);
}

/** 底 and 末 are its last day; 初 its first month, 年中 its middle one. */
function edgeOf(whole: Interval, edge: string | undefined): Interval {
  if (edge === undefined) return whole;
  if (edge === "底" || edge === "末") return dayInterval(whole.to);
  const year = Number(whole.from.slice(0, 4));
  return monthInterval(year, edge === "中" ? 6 : Number(whole.from.slice(5, 7)));
}

function halfInterval(year: number, half: string): Interval {
  return half === "上" ? months(year, 1, 6, "half") : months(year, 7, 12, "half");
}

function months(year: number, first: number, last: number, precision: Precision): Interval {
  return { from: formatDay(year, first, 1), to: formatDay(year, last, daysInMonth(year, last)), precision, by: false };
}

/** Some days of a month: known better than to the month, not to the day. */
function span(year: number, month: number, first: number, last: number): Interval {
  return { from: formatDay(year, month, first), to: formatDay(year, month, last), precision: "month", by: false };
}

function oneDay(year: number, month: number, day: number): Interval | null {
  return existsDay(year, month, day) ? dayInterval(formatDay(year, month, day)) : null;
}

/** 2025, 202506, 20250630 or a serial, written as digits. */
function readDigits(text: string): DayReading | null {
  if (text.length > 8) return null;
  return readWhole(Number(text));
}

/** A number in a day column: a year, yyyymm, yyyymmdd, a serial, or 2025.6 typed for June. */
function readNumber(value: number): DayReading | null {
  if (!(value > 0 && value < 1e8)) return null;
  if (Number.isInteger(value)) return readWhole(value);
  if (value >= BARE_SERIALS.from && value <= BARE_SERIALS.to) return serialReading(value);
  const [whole = "", fraction = ""] = String(value).split(".");
  // 2025.1 may have been typed as 2025.10: January or October, the number does not say.
  if (whole.length !== 4 || fraction.length > 2 || fraction === "1") return null;
  const month = Number(fraction);
  if (month < 1 || month > 12 || !existsDay(Number(whole), 1, 1)) return null;
  return { interval: monthInterval(Number(whole), month), assumedYear: false };
}

function readWhole(value: number): DayReading | null {
  if (value >= 1900 && value <= 2099) return { interval: yearInterval(value), assumedYear: false };
  if (value >= BARE_SERIALS.from && value <= BARE_SERIALS.to) return serialReading(value);
  if (value >= 190001 && value <= 209912) {
    const month = value % 100;
    if (month < 1 || month > 12) return null;
    return { interval: monthInterval(Math.floor(value / 100), month), assumedYear: false };
  }
  if (value < 19000101 || value > 20991231) return null;
  const interval = oneDay(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  return interval && { interval, assumedYear: false };
}

function serialReading(serial: number): DayReading | null {
  const day = dayFromSerial(serial, false);
  return day === null ? null : { interval: dayInterval(day), assumedYear: false };
}

/** Where a period's two ends may part: at words and tildes first, then at hyphens and strokes. */
function* splits(text: string): Iterable<[string, string]> {
  for (const mark of [/至今/g, /~+|至|到|—/g, / *--? *| +/g, /\//g, /[.、,]/g]) {
    for (const match of text.matchAll(mark)) {
      const left = text.slice(0, match.index);
      const right = text.slice(match.index + match[0].length);
      if (left !== "" && right !== "" && !/今$/.test(match[0])) yield [left, right];
    }
  }
}

/** 「25-26年」: the first end borrows the word. */
function begun(left: string, right: string): string {
  return /^\d{2}$/.test(left) && /^\d{2}年/.test(right) ? `${left}年` : left;
}

/** 「3月1日-30日」, 「2025.1-12」, 「2025-26」: the second end borrows what it leaves out. */
function completed(left: string, right: string): string {
  const day = /^\d{1,2}[日号]/.exec(right);
  const month = /(\d{1,2})月\d{1,2}[日号]?$/.exec(left)?.[1];
  if (/^\d{1,2}$/.test(right) && /\d{4}[年./]\d{1,2}$/.test(left)) return `${right}月`;
  if (day && month !== undefined) return `${month}月${right}`;
  const year = /^20(\d\d)年?$/.exec(left)?.[1];
  if (year !== undefined && /^\d{2}$/.test(right) && Number(right) > Math.max(12, Number(year))) return `20${right}`;
  return right;
}

function asPeriod(interval: Interval | undefined): Period | null {
  return interval ? { from: interval.from, to: interval.to, precision: interval.precision } : null;
}

const COARSENESS: readonly Precision[] = ["day", "month", "quarter", "half", "year"];

function coarser(one: Precision, other: Precision): Precision {
  return COARSENESS.indexOf(one) >= COARSENESS.indexOf(other) ? one : other;
}
