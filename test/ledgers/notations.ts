/** The ways in which real ledgers write an amount, a day, a period or a share, each with what it means. */
import type { Interval, MoneyUnit, Period } from "../../src/measure/types";
import { inUnit, textCell, written, type Spec } from "./specify";
import { DAY_FORMATS, serialOf, type Cell } from "./workbook";

export interface AmountNotation {
  readonly name: string;
  /** `wan` is a multiple of 100, so that 亿元 shows it in two decimals. */
  readonly write: (wan: number, unit: MoneyUnit) => Spec;
  /** A number stored as text: F115 in a workbook. */
  readonly textTyped?: true;
}

export const AMOUNTS: readonly AmountNotation[] = [
  { name: "number", write: (wan, unit) => exact(inUnit(wan, unit), wan) },
  {
    name: "number with separators",
    write: (wan, unit) => exact({ value: inUnit(wan, unit), style: { format: 4 } }, wan),
  },
  {
    name: "number that shows a trailing space",
    write: (wan, unit) => exact({ value: inUnit(wan, unit), style: { format: "#,##0_ " } }, wan),
  },
  { name: "formula", write: (wan, unit) => exact({ value: inUnit(wan, unit), formula: "SUM(A1:A2)" }, wan) },
  { name: "万元 in the cell", write: (wan) => exact(`${wan}万元`, wan) },
  { name: "万 in the cell", write: (wan) => exact(`${wan}万`, wan) },
  { name: "亿元 in the cell", write: (wan) => exact(`${yi(wan)}亿元`, wan) },
  { name: "亿 in the cell", write: (wan) => exact(`${yi(wan)}亿`, wan) },
  { name: "元 in the cell", write: (wan) => exact(`${wan * 10000}元`, wan) },
  { name: "separators and unit", write: (wan) => exact(`${separated(wan)}万元`, wan) },
  { name: "spaces around the unit", write: (wan) => exact(` ${wan} 万元 `, wan) },
  { name: "full width and unit", write: (wan) => exact(`${fullWidth(String(wan))}万元`, wan) },
  { name: "顿号 as point", write: (wan) => exact(`${twoDecimals(yi(wan))}亿元`, wan) },
  { name: "人民币", write: (wan) => exact(`人民币${separated(wan)}万元`, wan) },
  { name: "￥", write: (wan) => exact(`￥${separated(wan)}万元`, wan) },
  { name: "人民币 behind", write: (wan) => exact(`${yi(wan)}亿元人民币`, wan) },
  { name: "带小数的万元", write: (wan) => exact(`${wan}.00万元`, wan) },
  { name: "总投资 before", write: (wan) => exact(`总投资${wan}万元`, wan) },
  { name: "左右", write: (wan) => about(`${wan}万元左右`, wan) },
  { name: "逾", write: (wan) => about(`逾${wan}万元`, wan) },
  { name: "不少于", write: (wan) => about(`不少于${yi(wan)}亿元`, wan) },
  { name: "多万", write: (wan) => about(`${wan}多万`, wan) },
  { name: "约", write: (wan) => about(`约${yi(wan)}亿元`, wan) },
  { name: "近", write: (wan) => about(`近${yi(wan)}亿元`, wan) },
  { name: "亿多元", write: (wan) => about(`${yi(wan)}亿多元`, wan) },
  { name: "余万元", write: (wan) => about(`${wan}余万元`, wan) },
  { name: "不低于", write: (wan) => about(`不低于${wan}万元`, wan) },
  { name: "text-typed", textTyped: true, write: (wan, unit) => exact(textCell(String(inUnit(wan, unit))), wan) },
  {
    name: "text-typed with separators",
    textTyped: true,
    write: (wan, unit) => exact(textCell(separated(inUnit(wan, unit))), wan),
  },
  {
    name: "text-typed full width",
    textTyped: true,
    write: (wan, unit) => exact(textCell(fullWidth(String(inUnit(wan, unit)))), wan),
  },
  {
    name: "text-typed with a space",
    textTyped: true,
    write: (wan, unit) => exact(textCell(`${inUnit(wan, unit)} `), wan),
  },
];

function exact(put: Cell, wan: number): Spec {
  return written(put, { wan, approx: false });
}

function about(put: Cell, wan: number): Spec {
  return written(put, { wan, approx: true });
}

function yi(wan: number): string {
  return String(inUnit(wan, "亿元"));
}

/** A slip of the finger in 53.04; with more decimals nobody writes 亿元. */
function twoDecimals(figure: string): string {
  return /\.\d{1,2}$/.test(figure) ? figure.replace(".", "、") : figure;
}

function separated(figure: number): string {
  const [whole = "", fraction] = String(figure).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function fullWidth(text: string): string {
  return text.replace(/[0-9.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

export interface DayNotation {
  readonly name: string;
  readonly write: (day: string, date1904: boolean) => Spec;
  /** Leaves the year to the ledger. */
  readonly yearless?: true;
  /** Cannot stand in a csv. */
  readonly typed?: true;
}

interface DayParts {
  readonly year: string;
  readonly month: number;
  readonly date: number;
  readonly day: string;
}

type Meant = (parts: DayParts) => Interval;

const theDay: Meant = ({ day }) => interval(day, day, "day");
const theMonth: Meant = ({ year, month }) => interval(iso(year, month, 1), lastOf(year, month), "month");
const monthEnd: Meant = ({ year, month }) => interval(lastOf(year, month), lastOf(year, month), "day");
const theYear: Meant = ({ year }) => interval(`${year}-01-01`, `${year}-12-31`, "year");
const theQuarter: Meant = ({ year, month }) => {
  const first = Math.floor((month - 1) / 3) * 3 + 1;
  return interval(iso(year, first, 1), lastOf(year, first + 2), "quarter");
};
const theHalf: Meant = ({ year, month }) =>
  month <= 6 ? interval(`${year}-01-01`, `${year}-06-30`, "half") : interval(`${year}-07-01`, `${year}-12-31`, "half");
const by =
  (meant: Meant): Meant =>
  (parts) => ({ ...meant(parts), by: true });

export const DAYS: readonly DayNotation[] = [
  ...Object.entries(DAY_FORMATS).map(([name, format]): DayNotation => ({
    name: `serial shown as ${name}`,
    typed: true,
    write: (day, date1904) => written({ value: serialOf(day, date1904), style: { format } }, theDay(partsOf(day))),
  })),
  said("dashed", ({ day }) => day, theDay),
  said("slashed", ({ year, month, date }) => `${year}/${month}/${date}`, theDay),
  said("dotted", ({ year, month, date }) => `${year}.${month}.${date}`, theDay),
  said("年月日", ({ year, month, date }) => `${year}年${month}月${date}日`, theDay),
  said("年月日 with zeros", ({ day }) => day.replace("-", "年").replace("-", "月") + "日", theDay),
  said("年月号", ({ year, month, date }) => `${year}年${month}月${date}号`, theDay),
  said(
    "full width",
    ({ year, month, date }) => `${fullWidth(year)}年${fullWidth(String(month))}月${fullWidth(String(date))}日`,
    theDay,
  ),
  said("eight digits", ({ day }) => day.replaceAll("-", ""), theDay),
  said("with a clock", ({ day }) => `${day} 00:00:00`, theDay),
  said("dotted with zeros", ({ day }) => day.replaceAll("-", "."), theDay),
  said(
    "Chinese numerals",
    ({ year, month, date }) =>
      `${[...year].map((digit) => NUMERALS[Number(digit)]).join("")}年${numeral(month)}月${numeral(date)}日`,
    theDay,
  ),
  said("Chinese month", ({ year, month }) => `${year}年${numeral(month)}月`, theMonth),
  said("spaces inside", ({ year, month, date }) => `${year} 年 ${month} 月 ${date} 日`, theDay),
  said("month dashed", ({ year, month }) => `${year}-${two(month)}`, theMonth),
  said("month dotted", ({ year, month }) => `${year}.${month}`, theMonth),
  said("month slashed", ({ year, month }) => `${year}/${month}`, theMonth),
  said("年月", ({ year, month }) => `${year}年${month}月`, theMonth),
  said("年月份", ({ year, month }) => `${year}年${month}月份`, theMonth),
  said("month end", ({ year, month }) => `${year}年${month}月底`, monthEnd),
  said("by month end", ({ year, month }) => `${year}年${month}月底前`, by(monthEnd)),
  said("by a day", ({ year, month, date }) => `${year}年${month}月${date}日前`, by(theDay)),
  said("quarter", ({ year, month }) => `${year}年${"一二三四"[Math.floor((month - 1) / 3)] ?? ""}季度`, theQuarter),
  said(
    "第 quarter",
    ({ year, month }) => `${year}年第${"一二三四"[Math.floor((month - 1) / 3)] ?? ""}季度`,
    theQuarter,
  ),
  said("第3季度", ({ year, month }) => `${year}年第${Math.ceil(month / 3)}季度`, theQuarter),
  said("Q3", ({ year, month }) => `${year}Q${Math.ceil(month / 3)}`, theQuarter),
  said("month end, 末", ({ year, month }) => `${year}年${month}月末`, monthEnd),
  said("by month end, 之前", ({ year, month }) => `${year}年${month}月底之前`, by(monthEnd)),
  said("half year", ({ year, month }) => `${year}年${month <= 6 ? "上" : "下"}半年`, theHalf),
  said("year", ({ year }) => `${year}年`, theYear),
  { ...said("yearless month", ({ month }) => `${month}月`, theMonth), yearless: true },
  { ...said("yearless month end", ({ month }) => `${month}月底`, monthEnd), yearless: true },
  { ...said("yearless by month end", ({ month }) => `${month}月底前`, by(monthEnd)), yearless: true },
  { ...said("yearless day", ({ month, date }) => `${month}月${date}日`, theDay), yearless: true },
];

const NUMERALS = "〇一二三四五六七八九";

/** 1 … 31. */
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (NUMERALS[tens] ?? "")}十`;
  return ten + (ones === 0 ? "" : (NUMERALS[ones] ?? ""));
}

function said(name: string, write: (parts: DayParts) => string, meant: Meant): DayNotation {
  return { name, write: (day) => written(write(partsOf(day)), meant(partsOf(day))) };
}

function partsOf(day: string): DayParts {
  const [year = "", month = "", date = ""] = day.split("-");
  return { year, month: Number(month), date: Number(date), day };
}

function interval(from: string, to: string, precision: Interval["precision"]): Interval {
  return { from, to, precision, by: false };
}

function iso(year: string, month: number, date: number): string {
  return `${year}-${two(month)}-${two(date)}`;
}

function lastOf(year: string, month: number): string {
  return iso(year, month, new Date(Date.UTC(Number(year), month, 0)).getUTCDate());
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

export interface PeriodNotation {
  readonly name: string;
  readonly write: (from: number, to: number) => Spec;
}

export const PERIODS: readonly PeriodNotation[] = [
  { name: "dash", write: (from, to) => years(`${from}-${to}`, from, to) },
  { name: "年 at the end", write: (from, to) => years(`${from}-${to}年`, from, to) },
  { name: "年 at both", write: (from, to) => years(`${from}年-${to}年`, from, to) },
  { name: "long dash", write: (from, to) => years(`${from}—${to}`, from, to) },
  { name: "至", write: (from, to) => years(`${from}年至${to}年`, from, to) },
  { name: "tilde", write: (from, to) => years(`${from}~${to}`, from, to) },
  { name: "full-width tilde", write: (from, to) => years(`${from}～${to}`, from, to) },
  { name: "months", write: (from, to) => months(`${from}.3-${to}.11`, from, to) },
  { name: "months in words", write: (from, to) => months(`${from}年3月至${to}年11月`, from, to) },
  { name: "months, long dash", write: (from, to) => months(`${from}年3月—${to}年11月`, from, to) },
];

function years(put: string, from: number, to: number): Spec {
  const is: Period = { from: `${from}-01-01`, to: `${to}-12-31`, precision: "year" };
  return written(put, is);
}

function months(put: string, from: number, to: number): Spec {
  const is: Period = { from: `${from}-03-01`, to: `${to}-11-30`, precision: "month" };
  return written(put, is);
}
