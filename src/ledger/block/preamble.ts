/** What the rows above the heading say: title, who reports, the money unit, the year. */
import { SerialDay } from "../../sheet/cell";
import { dayFromSerial, monthInterval } from "../../measure/day";
import { existsDay, formatDay } from "../../measure/dayNumber";
import { isNoDepartment, OFFICE_ENDS, SHORT_ENDS, TOWNSHIP_ENDS } from "../../measure/office";
import type { MoneyUnit } from "../../measure/types";
import type { SheetRow } from "../../sheet/sheet";
import { isEmpty, type TopRows } from "./grid";
import { isOtherMoney, moneyUnitOf } from "../heading/text";

export interface Preamble {
  readonly title: string | null;
  readonly reporter: string | null;
  /** The unit whose ledger it is by its title, or by a line of its own: 「某县水务局2025年项目台账」. */
  readonly owner: string | null;
  readonly unit: MoneyUnit | null;
  /** 「单位：万美元」「单位：千元」: bare amounts are in no unit that an amount is kept in. */
  readonly otherMoney: boolean;
  /** The year of a 填报时间 or the like. */
  readonly reportedYear: number | null;
  /** The last day that a 填报时间 or the like means, YYYY-MM-DD. */
  readonly reportedOn: string | null;
  /** What a line 「截至2025年5月底」 says: the month up to which the figures go. */
  readonly told: { readonly year: number | null; readonly month: number } | null;
  /** Rows above the heading that hold text. */
  readonly titleRows: readonly number[];
}

const ANNEX = /^附[件表录]?[\d一二三四五六七八九十]*(?:[-—－]\d+)?[::]?$/u;
const REPORTER =
  /(?:填报|报送|填表|上报|申报|编制|制表|汇总|储备|责任|主管|牵头|提供)(?:单位|部门|机关)(?:名称)?(?:\((?:盖章|公章|章|签章)\))?[::](.*)$/u;
const PLAIN_REPORTER = /^(?:单位|部门)(?:名称)?(?:\((?:盖章|公章|章|签章)\))?[::](.*)$/u;
const REPORTED_ON = /(?:填报|填表|报送|上报|制表|统计|更新|截止|截至|编制|编报)?(?:时间|日期|时点|月份)(?:截至)?[::]?/u;
/** Those of them that say when the ledger was filled in, and not by when to hand it in or when to meet. */
const REPORT_DATED =
  /(?:填报|填表|制表|统计|更新|编制|编报|(?:报送|上报)(?!截[止至])|数据截[止至])(?:时间|日期|时点|月份)/u;
/** 「2025年6月」「2025.6.12」 in a cell of its own. */
const DAY_ALONE = /^\(?(?:截[至止]到?)?20\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|[./-]\d{1,2}[./-]\d{1,2})\)?$/u;
/** 「截至2025年5月底」「数据截止时间：2025-05-31」; 「报送截止时间」 is a day to keep. */
const TOLD_UNTIL =
  /^(?!.{0,8}(?:报送|申报|征集|上报|填报|提交|反馈)).{0,8}(?:截至|截止到|(?:数据|统计|进度|投资|信息)截止|^\(?截止(?=20))(?:时间|日期|时点)?:?(?:(?<year>20[0-4]\d)[年./-])?(?:\d{1,2}[-~—至](?=\d{1,2}月))?(?<month>1[0-2]|0?[1-9])(?:月(?!.{0,4}前)|[./-]\d(?!\d?月))/u;
/** Longer ones explain a column. */
const MOST_TOLD = 24;
/** 「填报：水务局」, where it is an office and no person. */
const REPORTED_BY = new RegExp(
  `^(?:填报|填表|报送|上报|制表|编制)[:](.*(?:${OFFICE_ENDS}|${SHORT_ENDS}|${TOWNSHIP_ENDS}|政府|院|处|所|站|园区|部|厅)(?:\\([^()]*\\))?)$`,
  "u",
);
/** A line that holds nothing else. */
const UNIT_ALONE = new RegExp(`^(\\p{Script=Han}{2,24}(?:${OFFICE_ENDS}))(?:\\((?:盖章|公章|章|签章)\\))?$`, "u");
/** 「县发改委2025年…」: of the short forms those that no other word ends with. */
const COMMITTEE = "(?:发改|发展改革|卫健|住建|国资|经信)委";
const WORK_BEHIND = "20\\d\\d|拟建|在建|储备|谋划";
/** What begins a title, where its work follows; 「全县各局」 is nobody's own. */
const UNIT_IN_TITLE = new RegExp(
  `^((?!全|\\p{Script=Han}{0,6}各)\\p{Script=Han}{1,20}?(?:(?:${COMMITTEE}|${OFFICE_ENDS}|${TOWNSHIP_ENDS})(?=${WORK_BEHIND}|项目|工程|重点|重大|专项|申报|建设|对上|向上|争取|投资)|(?:中心|开发区|高新区|经开区|园区)(?=${WORK_BEHIND})))`,
  "u",
);

/** 「发展和改革局2025年全县重点项目台账」: whoever gathers it is named, and the projects may be others'. */
const OF_OTHERS = /全[县市区州旗]|各(?:[县市区局]|部门|单位)|\d个(?:部门|单位|局)/u;

/** 「单位：万元」, and as clerks shorten it: 「金额：元」「资金：万元」. */
const UNIT_LABEL =
  /(?:(?:金额|货币|计量|计价|投资|资金)?单位[::为]?|(?:金额|货币|币种|投资额?|资金|款项|经费)(?:均)?[::为以按])(?:人民币)?\(?((?:亿|万)?元|亿|万)(?!\p{Script=Han}{2,})/u;
/** 「…储备项目表（单位：亿元）」: a title with labels behind it. */
const LABELS_BEHIND =
  /^(.{4,}?)[(\s]*(?:金额|货币|计量|计价|投资|资金|填报|报送|填表|上报|申报|编制|制表)?(?:单位|部门|机关|时间|日期)(?:\s*\([^)]*\))?\s*[::]/u;
const NEXT_LABEL =
  /(?:单位|部门|本级)?(?:填报|报送|填表|上报|制表|统计|更新|截止|截至|汇总|金额|货币|计量|联系|联络|经办|审核|审批|复核|负责|责任|分管|主管|编制|办公)?(?:时间|日期|人员?|领导|单位|部门|电话|方式|手机)(?:\([^)]*\))?[::].*$/u;

/** 「填报说明：请于6月20日前报送」 says how to fill the table in, and calls it nothing. */
const ADVICE = /^(?:[填编][报写表制]|报送|有关|相关)?(?:说明|要求|须知|备注|注意?(?:事项)?)[::]/u;

export function readPreamble(top: TopRows, headerTop: number): Preamble {
  let title: string | null = null;
  let reporter: string | null = null;
  let owner: string | null = null;
  let unit: MoneyUnit | null = null;
  let otherMoney = false;
  let reportedYear: number | null = null;
  let reportedOn: string | null = null;
  let told: Preamble["told"] = null;
  const titleRows: number[] = [];
  for (const { row, cells } of top.rows) {
    if (row >= headerTop) break;
    let held = false;
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (isEmpty(value)) continue;
      held = true;
      if (value instanceof SerialDay) {
        reportedYear ??= Number(dayFromSerial(value.serial, value.date1904)?.slice(0, 4) ?? NaN) || null;
        continue;
      }
      if (typeof value !== "string") continue;
      const text = value.normalize("NFKC").replace(/[\s\u200b\ufeff]+/gu, "");
      unit ??= unitIn(text);
      if (unit === null && /单位[::]$/u.test(text)) unit = moneyUnitOf(nextText(cells, column) ?? "");
      otherMoney ||= statesOtherMoney(text, nextText(cells, column));
      const said = reporterIn(value, nextText(cells, column));
      reporter ??= said;
      owner ??= ownUnit(UNIT_ALONE.exec(text));
      const dated = REPORTED_ON.test(text) || DAY_ALONE.test(text);
      if (text.includes("截")) told ??= toldIn(text) ?? toldIn(text + (nextText(cells, column) ?? ""));
      if (REPORT_DATED.test(text) || DAY_ALONE.test(text))
        reportedOn ??= lastDayIn(text) ?? lastDayIn(nextText(cells, column) ?? "") ?? dayBeside(cells, column);
      if (dated) reportedYear ??= yearIn(text) ?? yearIn(nextText(cells, column) ?? "");
      const label =
        said !== null || ANNEX.test(text) || REPORTER.test(text) || UNIT_LABEL.test(text) || PLAIN_REPORTER.test(text);
      const lead = label ? LABELS_BEHIND.exec(value.normalize("NFKC"))?.[1]?.trim() : undefined;
      if (lead !== undefined && isTitle(lead.replace(/\s+/gu, "")) && !(title !== null && isTitle(title))) {
        title = lead.replace(/\s+/gu, " ");
        continue;
      }
      if (label && !isTitle(text)) continue;
      if (dated && text.length < 24 && !isTitle(text)) continue;
      if (moneyUnitOf(text.replace(/^\(|\)$/gu, "")) !== null) continue;
      if (ADVICE.test(text) || isToldAlone(text)) continue;
      if (text.length >= 4 && (title === null || (isTitle(text) && !isTitle(title))))
        title = value.replace(/\s+/gu, " ").trim();
    }
    if (held) titleRows.push(row);
  }
  owner ??= ownerIn((title ?? "").normalize("NFKC").replace(/\s+/gu, ""));
  return {
    title,
    reporter,
    owner,
    unit,
    otherMoney: unit === null && otherMoney,
    reportedYear,
    reportedOn,
    told,
    titleRows,
  };
}

/** Of 「2025年5月」 the last of the month. */
function lastDayIn(text: string): string | null {
  const found = /(20[0-4]\d)[年./-](1[0-2]|0?[1-9])(?:[月./-](3[01]|[12]\d|0?[1-9])(?!\d))?/u.exec(
    text.normalize("NFKC"),
  );
  if (!found) return null;
  const [, year = "", month = "", day] = found;
  if (day === undefined) return monthInterval(Number(year), Number(month)).to;
  // 「2月30日」 is no day that anything can be counted from.
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return existsDay(y, m, d) ? formatDay(y, m, d) : null;
}

function dayBeside(cells: readonly unknown[], column: number): string | null {
  const beside = cells.slice(column + 1, column + 3).find((value) => value instanceof SerialDay);
  return beside ? dayFromSerial(beside.serial, beside.date1904) : null;
}

function toldIn(text: string): Preamble["told"] {
  const { year, month } = (text.length < MOST_TOLD ? TOLD_UNTIL.exec(text.normalize("NFKC")) : null)?.groups ?? {};
  return month === undefined ? null : { year: year === undefined ? null : Number(year), month: Number(month) };
}

/** 「截至2025年5月底」 and nothing else calls the table nothing. */
function isToldAlone(text: string): boolean {
  return /(?:月[份底末]?|日|\d)\)?$/u.test(text) && toldIn(text) !== null;
}

function ownerIn(title: string): string | null {
  return OF_OTHERS.test(title) ? null : ownUnit(UNIT_IN_TITLE.exec(title));
}

function ownUnit(found: RegExpExecArray | null): string | null {
  const unit = found?.[1] ?? null;
  return unit === null || isNoDepartment(unit) ? null : unit;
}

function isTitle(text: string): boolean {
  return (
    /(?:表|台账|清单|汇总|一览|目录|名录|计划|情况|明细|库|储备|统计|项目)(?:\([^)]*\))*$/u.test(text) &&
    !/[::]/u.test(text)
  );
}

/** 「单位：万元」 anywhere, also 「单位：个、万元」, and 「（万元）」 behind a title. */
export function unitIn(text: string): MoneyUnit | null {
  const labelled = UNIT_LABEL.exec(text);
  if (labelled) return asUnit(labelled[1] ?? "");
  const several = /单位[::][^:]{0,12}?[、,，;/和]((?:亿|万)?元)(?![\p{Script=Han}]{2,})/u.exec(text);
  if (several) return asUnit(several[1] ?? "");
  const bracketed = /\(((?:亿|万)?元)\)$/u.exec(text);
  if (bracketed) return asUnit(bracketed[1] ?? "");
  return moneyUnitOf(text.replace(/^\(|\)$/gu, ""));
}

/** The unit that a row of words states between two tables: 「单位：万元」, 「2025年储备项目（亿元）」. */
export function unitOfRow({ cells }: SheetRow): MoneyUnit | null {
  for (const value of cells) {
    const text = typeof value === "string" ? value.normalize("NFKC").replace(/\s+/gu, "") : "";
    const unit = UNIT_LABEL.test(text) || UNIT_BEHIND.test(text) ? unitIn(text) : null;
    if (unit !== null) return unit;
  }
  return null;
}

const UNIT_BEHIND = /[\p{Script=Han}]\((?:亿|万)?元\)$/u;

function statesOtherMoney(text: string, next: string | null): boolean {
  const stated =
    /(?:单位|金额|货币|币种|投资额?|资金|款项|经费)[::为](.{0,8}?)\)?$/u.exec(text)?.[1] ??
    /\(([^()]{1,8})\)$/u.exec(text)?.[1];
  return stated !== undefined && isOtherMoney(stated === "" ? (next ?? "") : stated);
}

function asUnit(word: string): MoneyUnit {
  return word.startsWith("亿") ? "亿元" : word.startsWith("万") ? "万元" : "元";
}

function reporterIn(written: string, next: string | null): string | null {
  const match = firstOf(labelledPieces(written), reporterLabelled);
  if (!match) return null;
  const named = clean((match[1] ?? "").replace(NEXT_LABEL, ""));
  if (named !== "" && !LISTS_UNITS.test(named)) return named;
  if (named !== "" || (match[1] ?? "") !== "") return null;
  if (next === null) return null;
  const beside = clean(next.normalize("NFKC").replace(/\s+/gu, ""));
  return beside !== "" && !/[::]/u.test(beside) && moneyUnitOf(beside) === null && yearIn(beside) === null
    ? beside
    : null;
}

function reporterLabelled(text: string): RegExpExecArray | null {
  return REPORTER.exec(text) ?? PLAIN_REPORTER.exec(text) ?? REPORTED_BY.exec(text);
}

/** 「填报单位：住建局　　　更新时间：6月」 is two lines in one cell: a wide gap parts them where a label follows it. */
function labelledPieces(written: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of written.normalize("NFKC").split(/[\t\n]|\s{2,}/u)) {
    const text = piece.replace(/[\s\u200b\ufeff]+/gu, "");
    if (pieces.length === 0 || text.includes(":")) pieces.push(text);
    else pieces.push((pieces.pop() ?? "") + text);
  }
  return pieces;
}

function firstOf<T>(texts: readonly string[], find: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

const IN_WHAT_IS_COUNTED =
  "(?:(?:人民币)?[百千]?[万亿]?[美欧日港]?元(?:人民币)?|[万亿%]|[百千万亿]?(?:亩|个|项|人次|人|户|处|座|家|件|次|吨|公里|平方公里|平方米|立方米|米|公顷))";
/** 「单位：万元」「单位：亩、万元」「单位：个、公里」 say in what is counted; 「单位：元氏县教育局」 says who. */
const LISTS_UNITS = new RegExp(`^${IN_WHAT_IS_COUNTED}(?:[、,;/和]${IN_WHAT_IS_COUNTED})*(?:$|\\P{Script=Han})`, "u");

function clean(text: string): string {
  return text
    .replace(/\((?:盖章|公章|章|签章)\)/gu, "")
    .replace(/[_—\-…．.,，;；]+$/gu, "")
    .replace(/^[_\s]+/u, "");
}

function nextText(cells: readonly unknown[], column: number): string | null {
  for (let right = column + 1; right < Math.min(cells.length, column + 6); right++) {
    const value = cells[right];
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

export interface YearSources {
  readonly title: string | null;
  readonly headings: readonly string[];
  readonly file: string;
  readonly sheet: string;
  readonly reportedYear: number | null;
  /** Of the line that says up to when the figures go. */
  readonly toldYear: number | null;
}

/** 「2024年」, 「2024年度项目台账」: a sheet of one year, whatever its workbook is called. 「2024年结转」 says what its projects are. */
const SHEET_OF_YEAR = /^(20[0-4]\d)(?:年度?)?(?:重点|重大)?(?:项目)?(?:台账|明细|清单|进度|情况|汇总)?表?$/u;

/** The year that the ledger is about: title, else headings, else the name of a sheet of one year, else file name, else the reporting date, else the sheet's name, else the day up to which it tells. */
export function ledgerYear(sources: YearSources): number | null {
  return (
    yearIn(sources.title ?? "") ??
    yearOfHeadings(sources.headings) ??
    numberIn(SHEET_OF_YEAR.exec(sources.sheet.normalize("NFKC").replace(/\s/gu, ""))) ??
    yearIn(sources.file.replace(/^.*[\\/]/u, "")) ??
    sources.reportedYear ??
    yearIn(sources.sheet) ??
    sources.toldYear
  );
}

function numberIn(found: RegExpExecArray | null): number | null {
  return found ? Number(found[1]) : null;
}

/** 2025年计划投资 beside 至2024年底 is a ledger of 2025; of two planned years it is the earlier one. */
function yearOfHeadings(headings: readonly string[]): number | null {
  const planned: number[] = [];
  const ended: number[] = [];
  for (const heading of headings) {
    const text = heading.normalize("NFKC").replace(/\s/gu, "");
    for (const match of text.matchAll(/(20\d\d)年?度?(12月)?([底末])?/gu)) {
      const year = Number(match[1]);
      if (match[3] !== undefined) ended.push(year);
      else if (/计划|完成|投资|目标|建设|任务|[1一][-~—至到]/u.test(text)) planned.push(year);
    }
  }
  const later = planned.filter((year) => ended.length === 0 || year > Math.min(...ended));
  if (later.length > 0) return Math.min(...later);
  if (planned.length > 0) return Math.min(...planned);
  return ended.length > 0 ? Math.max(...ended) + 1 : null;
}

export function yearIn(text: string): number | null {
  // A document number's year, 〔2024〕, is not the ledger's.
  const plain = text.normalize("NFKC").replace(/[〔[【(]20\d\d[〕\]】)]\s*\d+\s*号/gu, "");
  const written =
    /(?<!\d)(20[0-4]\d)\s*(?:年|[-_.—/]?(?:0?[1-9]|1[0-2])(?!\d)|(?=\D|$)|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))/u.exec(
      plain,
    );
  return written ? Number(written[1]) : null;
}
