/** How 文号 are read and written as GB/T 9704-2012 has them: 机关代字〔年份〕序号号, several a cell. */
import { normaliseText } from "./text";

export interface DocumentReading {
  /** As written, after normalising. */
  readonly written: string;
  /** As it should be written; equals `written` where that could not be decided. */
  readonly number: string;
  /** Whether the cell writes it just so. */
  readonly normal: boolean;
  /** Whether there is only one way in which it can be meant: mending it changes notation and nothing else. */
  readonly certain: boolean;
  readonly fault: DocumentFault | null;
  readonly agency: string;
  readonly year: number | null;
  readonly serial: number | null;
  /** Where it stands in the normalised text. */
  readonly start: number;
  readonly end: number;
}

export type DocumentFault =
  "brackets" | "ordinal" | "zero" | "suffix" | "spaces" | "year" | "serial" | "agency" | "shortened";

const OPEN = "〔\\[【({<《〈「﹝";
const CLOSE = "〕\\]】)}>》〉」﹞";
const AGENCY = "[\\p{Script=Han}A-Za-z]";

/** 令 and 公告 are numbered without a year in brackets, and rightly so. */
const ORDER = new RegExp(
  `${AGENCY}{1,20}(?:令|公告|通告)(?:[${OPEN}]?(?:19|20)\\d{2}[${CLOSE}]?年?)?[-,， ]?第? ?\\d{1,5} ?号`,
  "u",
);
const NUMBERED = new RegExp(
  [
    `(?<agency>${AGENCY}{0,24}) ?`,
    `(?:(?<open>[${OPEN}]) ?(?<year>\\d{2}(?:\\d{2})?)? ?年? ?(?<close>[${CLOSE}])?|(?<bareYear>(?:19|20)\\d{2})(?<bareClose>[${CLOSE}]| |年|-|—)?)`,
    ` ?(?<ordinal>第)? ?(?<serial>\\d{1,6}(?:-\\d{1,2})?)?(?<gap> *)(?<suffix>号文件|号文|号|文号)?`,
  ].join(""),
  "gu",
);
/** ﹝ looks like 〔 and becomes it when normalised. */
const SMALL_BRACKETS = /[﹝﹞]/u;
/** The whole cell is one number as it should be. */
const NORMAL = /^([\p{Script=Han}A-Za-z]{2,24})〔((?:19|20)\d{2})〕([1-9]\d{0,5})号$/u;
/** 「云国用（2019）第33号」: a certificate of land or houses has its own form, which is no letter's. */
const CERTIFICATE = /(?:国用|集用|集有|林证|房权证|房产证|土地证|不动产权|使用权|承包权)(?:证)?(?:字)?$/u;
/** 「、16号」 after a full number: the same agency and year. */
const SHORTENED = /^ *[、,和及] *第?(?<serial>\d{1,6}) *号/;
/** 「2024-17号地块」 is a piece of land. */
const PLACE_BEHIND = /^ *(?:地块|宗地|地(?!方)|楼|院|井|厂房)/u;
/** Words that stand before a number without belonging to it. */
const LEAD =
  /^(?:(?:已|均|经|已经|于|由|获|取得|完成|办结|办理|批复|批准|核准|备案|通过|下达|印发|文件|文号|依据|根据|按照?|参照|详?见|附|同意|关于|批文|为|是|以|即|可研|立项|环评|初设|能评|的|和|及|与|或)+)(?=[\p{Script=Han}A-Za-z]{2})/u;
/** Longer texts are not cells of numbers; what lies beyond is not looked at. */
const LONGEST = 1000;

/** Every document number of a text, in order. */
export function readDocuments(text: string): readonly DocumentReading[] {
  const raw = text.slice(0, LONGEST);
  const only = NORMAL.exec(raw);
  if (only && !LEAD.test(raw)) return [normalReading(raw, only)];
  if (!/[\d０-９]/.test(raw)) return [];
  const seen = normaliseText(raw);
  const readings: DocumentReading[] = [];
  for (let at = 0; at < seen.length;) {
    const reading = nextDocument(seen, at, raw);
    if (!reading) break;
    readings.push(reading);
    at = reading.end;
    for (let more = shortened(seen, at, reading); more !== null; more = shortened(seen, at, reading)) {
      readings.push(more);
      at = more.end;
    }
  }
  return readings;
}

/** First characters of the words that stand before a number. */
const LEADS = new Set([..."已均经于由获取完办批核备通下印文依根按参详见附同关为是以即可立环初设能评的和及与或"]);
const LEAST_AGENCY = 2;
const MOST_AGENCY = 24;
const MOST_SERIAL = 6;

/** Quickly sure of most cells: the whole of it is one number, written as it should be. What it does not know may still be one. */
export function isPlainlyNormal(text: string): boolean {
  let open = 0;
  while (isCommonHan(text.charCodeAt(open))) open++;
  const end = text.length - 1;
  if (open < LEAST_AGENCY || open > MOST_AGENCY || text[open] !== "〔" || text[open + 5] !== "〕" || text[end] !== "号")
    return false;
  if (LEADS.has(text.charAt(0)) || end - open < 7 || end - open > 6 + MOST_SERIAL) return false;
  for (let at = open + 1; at < end; at++) if (at !== open + 5 && !isDigit(text.charCodeAt(at))) return false;
  const century = text.slice(open + 1, open + 3);
  return (century === "20" || century === "19") && text[open + 6] !== "0";
}

function isCommonHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The numbers as they should be written, 、-separated; what cannot be decided stays as it was. */
export function normaliseDocuments(text: string): string {
  return readDocuments(text)
    .map((reading) => reading.number)
    .join("、");
}

function normalReading(text: string, [, agency = "", year, serial]: RegExpExecArray): DocumentReading {
  const place = { start: 0, end: text.length };
  return {
    written: text,
    number: text,
    normal: true,
    certain: true,
    fault: null,
    agency,
    year: Number(year),
    serial: Number(serial),
    ...place,
  };
}

function nextDocument(text: string, from: number, raw: string): DocumentReading | null {
  const rest = text.slice(from);
  const order = ORDER.exec(rest);
  for (const match of rest.matchAll(NUMBERED)) {
    if (order && order.index <= match.index) break;
    const reading = numbered(match, from, raw, match[0].length === text.length);
    if (reading) return reading;
  }
  return order ? orderReading(order, from) : null;
}

function orderReading(match: RegExpExecArray, from: number): DocumentReading {
  const lead = LEAD.exec(match[0])?.[0].length ?? 0;
  const written = match[0].slice(lead);
  const start = from + match.index + lead;
  return {
    written,
    number: written,
    normal: true,
    certain: true,
    fault: null,
    agency: /^.*?(?:令|公告|通告)/.exec(written)?.[0] ?? "",
    year: yearIn(/(?:19|20)\d{2}/.exec(written)?.[0]),
    serial: Number(/(\d+) ?号$/.exec(written)?.[1] ?? 0),
    start,
    end: start + written.length,
  };
}

function numbered(match: RegExpExecArray, from: number, raw: string, alone: boolean): DocumentReading | null {
  const groups = match.groups ?? {};
  const whole = match[0].trimEnd();
  const lead = LEAD.exec(groups.agency ?? "")?.[0].length ?? 0;
  const agency = (groups.agency ?? "").slice(lead);
  const writtenYear = groups.year ?? groups.bareYear;
  const { serial, suffix, open } = groups;
  if (!isDocument(agency, groups, alone) || PLACE_BEHIND.test(match.input.slice(match.index + whole.length)))
    return null;
  const start = from + match.index + lead;
  const written = whole.slice(lead);
  const year = writtenYear?.length === 4 ? yearIn(writtenYear) : null;
  const plainSerial = serial?.replace(/^0+(?=\d)/, "");
  const certain = year !== null && plainSerial !== undefined && agency !== "";
  const isCertificate = CERTIFICATE.test(agency);
  const number = certain && !isCertificate ? `${agency}〔${String(year)}〕${plainSerial}号` : written;
  const normal = isCertificate || (certain && written === number && raw.includes(number));
  const place = { written, number, agency, year, start, end: start + written.length };
  const fault = normal
    ? null
    : SMALL_BRACKETS.test(raw)
      ? "brackets"
      : faultOf({ agency, year, serial, suffix, open, close: groups.close, ordinal: groups.ordinal });
  return { ...place, normal, certain, fault, serial: plainSerial === undefined ? null : parseInt(plainSerial, 10) };
}

/** Brackets with a year or a 号 behind them; a year alone needs 号, or it is a date. Less is enough where nothing else stands in the cell. */
function isDocument(agency: string, groups: Readonly<Record<string, string | undefined>>, alone: boolean): boolean {
  const { open, year, close, serial, suffix, bareYear, bareClose } = groups;
  if (bareYear !== undefined && alone && serial !== undefined && bareClose !== undefined && "-—".includes(bareClose))
    // 2024-08 is a month, 2024-2026 are years, and 20240301-2 is none of these.
    return agency.length >= 2 || (serial.length <= 3 && Number(serial) > 12);
  if (bareYear !== undefined)
    return agency !== "" && serial !== undefined && suffix !== undefined && !/[年月日]/.test(agency.slice(-1));
  if (open === undefined) return false;
  if (year !== undefined && year.length === 4 && yearIn(year) === null) return false;
  if (year === undefined)
    return agency.length >= 2 && close !== undefined && serial !== undefined && suffix !== undefined;
  if (suffix !== undefined) return year.length === 4 || agency !== "";
  // Without 号, square brackets that are closed must vouch for it; round ones hold years of every kind.
  return year.length === 4 && agency.length >= 2 && close !== undefined && (alone || "〔[【".includes(open));
}

interface Parts {
  readonly agency: string;
  readonly year: number | null;
  readonly serial: string | undefined;
  readonly suffix: string | undefined;
  readonly open: string | undefined;
  readonly close: string | undefined;
  readonly ordinal: string | undefined;
}

function faultOf(parts: Parts): DocumentFault {
  if (parts.agency === "") return "agency";
  if (parts.year === null) return "year";
  if (parts.serial === undefined) return "serial";
  if (parts.open !== "〔" || parts.close !== "〕") return "brackets";
  if (parts.ordinal !== undefined) return "ordinal";
  if (parts.serial.startsWith("0")) return "zero";
  return parts.suffix === "号" ? "spaces" : "suffix";
}

function shortened(text: string, from: number, full: DocumentReading): DocumentReading | null {
  if (full.year === null || full.agency === "") return null;
  const match = SHORTENED.exec(text.slice(from));
  if (!match) return null;
  const serial = Number(match.groups?.serial);
  const skipped = /^ *[、,和及] */.exec(match[0])?.[0].length ?? 0;
  return {
    written: match[0].slice(skipped),
    number: `${full.agency}〔${String(full.year)}〕${String(serial)}号`,
    normal: false,
    certain: true,
    fault: "shortened",
    agency: full.agency,
    year: full.year,
    serial,
    start: from + skipped,
    end: from + match[0].length,
  };
}

function yearIn(written: string | undefined): number | null {
  const year = Number(written);
  return year >= 1949 && year <= 2099 ? year : null;
}
