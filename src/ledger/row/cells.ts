/** One column's cells → values of its field. On the hot path: texts are read once and remembered, numbers need no memory. */
import { inWan, readAmount, readNumberText } from "../../measure/amount";
import { dayFromSerial, dayInterval, isDuration, monthInterval, readDay, readPeriod } from "../../measure/day";
import { dayParts } from "../../measure/dayNumber";
import { readDocuments } from "../../measure/documentNumber";
import { readProcedureCell } from "../../measure/procedureCell";
import { readShare } from "../../measure/share";
import { contentOf, isBlankText, normaliseText, onOneLine } from "../../measure/text";
import type { Amount, Interval, MoneyUnit } from "../../measure/types";
import { CellError, Mark, SerialDay, type CellValue } from "../../sheet/cell";
import { fieldKind, procedureOf, type FieldKey, type ProcedurePart } from "../fields";
import type { Procedure, UnreadReason } from "../ledger";

/** A cell that held something and was not understood. */
export class NotRead {
  constructor(readonly reason: UnreadReason) {}
}

/** A day whose year is the ledger's. */
export class AssumedYear {
  constructor(readonly interval: Interval) {}
}

/** undefined where the cell is blank. */
export type CellReading = unknown;
export type CellReader = (value: CellValue, mark: number) => CellReading;

export interface ReaderOptions {
  readonly year: number | null;
  readonly date1904: boolean;
  /** The unit in force for a bare number. */
  readonly unit: MoneyUnit;
  readonly percentHeading: boolean;
}

const NOT_READ: Readonly<Record<UnreadReason, NotRead>> = {
  amount: new NotRead("amount"),
  day: new NotRead("day"),
  period: new NotRead("period"),
  share: new NotRead("share"),
  number: new NotRead("number"),
  error: new NotRead("error"),
  code: new NotRead("code"),
  state: new NotRead("state"),
};

/** Distinct texts remembered a column. */
const REMEMBERED = 20_000;
/** Longer texts hardly ever come twice. */
const LONGEST_REMEMBERED = 64;
/** After so many texts that were new, a column whose texts are mostly its own (names, codes, telephones) is read without memory. */
const TRIED = 1000;
const BLANK = Symbol("blank");

export function readerOf(field: FieldKey, options: ReaderOptions): CellReader {
  const procedure = procedureOf(field);
  if (procedure) return procedureReader(procedure.part, options);
  switch (fieldKind(field)) {
    case "amount":
      return amountReader(field, options);
    case "day":
      return HAPPENED.has(field) ? happenedReader(options) : dayReader(options);
    case "period":
      return periodReader(options);
    case "share":
      return shareReader(options);
    case "number":
      return numberReader();
    case "code":
      return codeReader(options);
    case "text":
    case "creditCode":
    case "phone":
    case "procedure":
    case "documents":
      return textReader(options, field === "name" ? nameOf : contentOf);
  }
}

/** A name stands on one line, however often it was broken to fit its cell; lists of offices and works keep theirs. */
function nameOf(text: string): string | undefined {
  const name = contentOf(text);
  return name === undefined ? undefined : onOneLine(name);
}

/** As `remembering`, for what blank texts say nothing of. */
function rememberingContent(read: (text: string) => CellReading): (text: string) => CellReading {
  return remembering((text) => (isBlankText(text) ? undefined : read(text)));
}

/** A text's reading, remembered while texts come again. */
function remembering(anew: (text: string) => CellReading): (text: string) => CellReading {
  const known = new Map<string, CellReading>();
  let again = 0;
  let fresh = 0;
  let worth = true;
  return (text) => {
    if (!worth || text.length > LONGEST_REMEMBERED) return anew(text);
    const there = known.get(text);
    if (there !== undefined) {
      again++;
      return there === BLANK ? undefined : there;
    }
    fresh++;
    const reading = anew(text);
    if (fresh > TRIED && again < fresh) {
      worth = false;
      known.clear();
    } else if (known.size < REMEMBERED) {
      known.set(text, reading === undefined ? BLANK : reading);
    }
    return reading;
  };
}

function textReader(
  { date1904 }: ReaderOptions,
  readText: (text: string) => string | undefined = contentOf,
): CellReader {
  const read = remembering(readText);
  return (value) => {
    if (typeof value === "string") return read(value);
    if (value === null) return undefined;
    if (typeof value === "number") return asText(value);
    if (typeof value === "boolean") return value ? "是" : "否";
    if (value instanceof SerialDay)
      return dayFromSerial(value.serial, value.date1904 || date1904) ?? String(value.serial);
    return NOT_READ.error;
  };
}

/** A code that a program has turned into a number has lost its last digits: what is left of it is no code. */
function codeReader(options: ReaderOptions): CellReader {
  const read = textReader(options);
  return (value, mark) =>
    typeof value === "number" && !Number.isSafeInteger(value) ? NOT_READ.code : read(value, mark);
}

/** 2025 → "2025"; a code typed as a number keeps the digits that are left of it. */
function asText(value: number): string {
  // Beyond 2^53 String would round to the shortest digits that tell the number from its neighbours.
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21)
    return BigInt(value).toString();
  return String(value);
}

/** The commonest amount: in every row of a sheet the sources that give nothing. */
const NOTHING: Amount = Object.freeze({ wan: 0, approx: false });

/** 「未批」「尚未下达」 in place of a figure: there is none yet. */
const NONE_YET =
  /^[尚暂还]?(?:未|没有?)(?:批复?|获批|审批|下达|下拨|到位|到账|安排|落实|支付|拨付|发行|开支|支出|争取到?|申请)(?:资金)?$/u;

/** How far money has come; a source of funds of which that is said has a figure that is missing. */
const MAY_BE_NONE_YET: ReadonlySet<FieldKey> = new Set(["requested", "approved", "arrived", "paid"]);

function amountReader(field: FieldKey, { unit }: ReaderOptions): CellReader {
  const isNone = (text: string): boolean => MAY_BE_NONE_YET.has(field) && NONE_YET.test(text);
  const read = rememberingContent(
    (text) => readAmount(text, unit)?.amount ?? (isNone(text) ? undefined : NOT_READ.amount),
  );
  return (value) => {
    if (value === 0) return NOTHING;
    if (typeof value === "number") return { wan: inWan(value, unit), approx: false };
    if (value === null) return undefined;
    if (typeof value === "string") return read(value);
    return value instanceof CellError ? NOT_READ.error : NOT_READ.amount;
  };
}

/** A program makes the first of May of a typed 「2025年5月」 and shows it to the month: no more was said. Any other day was typed as one. */
function serialDays(date1904: boolean): (day: SerialDay, mark: number) => Interval | null {
  const days = new Map<number, Interval | null>();
  const months = new Map<number, Interval | null>();
  return (day, mark) => {
    const toMonth = (mark & Mark.month) !== 0;
    const known = toMonth ? months : days;
    const there = known.get(day.serial);
    if (there !== undefined) return there;
    const text = dayFromSerial(day.serial, day.date1904 || date1904);
    const interval = text === null ? null : toMonth && text.endsWith("-01") ? monthOf(text) : dayInterval(text);
    if (known.size < REMEMBERED) known.set(day.serial, interval);
    return interval;
  };
}

function monthOf(day: string): Interval {
  const { year, month } = dayParts(day);
  return monthInterval(year, month);
}

function dayReader({ year, date1904 }: ReaderOptions): CellReader {
  const serial = serialDays(date1904);
  const fromText = (content: string | number) => {
    const reading = readDay(content, { year });
    if (!reading) return NOT_READ.day;
    return reading.assumedYear ? new AssumedYear(reading.interval) : reading.interval;
  };
  const read = rememberingContent(fromText);
  return (value, mark) => {
    if (value === null) return undefined;
    if (value instanceof SerialDay) return serial(value, mark) ?? NOT_READ.day;
    if (typeof value === "string") return read(value);
    if (typeof value === "number") return fromText(value);
    return value instanceof CellError ? NOT_READ.error : NOT_READ.day;
  };
}

/** Days of what has happened, where 「未开工」 says that there is none yet. */
const HAPPENED: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "startActual",
  "finishActual",
  "reviewedOn",
  "issuedOn",
  "arrivedOn",
  "enteredOn",
]);
const NOT_YET = /^(?:尚|还|暂|目前)?未(?:[\u4e00-\u9fff]{1,4})$/u;

function happenedReader(options: ReaderOptions): CellReader {
  const read = dayReader(options);
  return (value, mark) => {
    const reading = read(value, mark);
    return reading instanceof NotRead && typeof value === "string" && NOT_YET.test(normaliseText(value))
      ? undefined
      : reading;
  };
}

/** Months. */
const LONGEST_DURATION = 240;

function isMonths(value: number): boolean {
  return value > 0 && value <= LONGEST_DURATION;
}

function periodReader({ year, date1904 }: ReaderOptions): CellReader {
  const serial = serialDays(date1904);
  // A duration under 建设工期 says how long, not when: nothing is wrong with it, and it gives no period.
  const read = rememberingContent(
    (text) => readPeriod(text, { year }) ?? (isDuration(text) || isMonths(Number(text)) ? undefined : NOT_READ.period),
  );
  return (value, mark) => {
    if (value === null) return undefined;
    if (typeof value === "string") return read(value);
    if (typeof value === "number")
      return readPeriod(value, { year }) ?? (isMonths(value) ? undefined : NOT_READ.period);
    if (value instanceof SerialDay) {
      const day = serial(value, mark);
      return day ? { from: day.from, to: day.to, precision: day.precision } : NOT_READ.period;
    }
    return value instanceof CellError ? NOT_READ.error : NOT_READ.period;
  };
}

function shareReader({ percentHeading }: ReaderOptions): CellReader {
  const read = rememberingContent((text) => readShare(text, { percentHeading }) ?? NOT_READ.share);
  return (value, mark) => {
    if (value === null) return undefined;
    if (typeof value === "string") return read(value);
    if (typeof value === "number")
      return readShare(value, { percentHeading, percentCell: (mark & Mark.percent) !== 0 }) ?? NOT_READ.share;
    return value instanceof CellError ? NOT_READ.error : NOT_READ.share;
  };
}

const BEHIND_NUMBER = /(?:倍|个?工作日|个?自然日|天|日|次|个)?(?:以上|左右)?$/u;
const BEFORE_NUMBER = /^(?:约|≥|>=?|不低于|达到?)/u;

function numberReader(): CellReader {
  const read = rememberingContent(
    (text) =>
      readNumberText(normaliseText(text).replace(BEFORE_NUMBER, "").replace(BEHIND_NUMBER, "")) ?? NOT_READ.number,
  );
  return (value) => {
    if (typeof value === "number") return value;
    if (value === null) return undefined;
    if (typeof value === "string") return read(value);
    return value instanceof CellError ? NOT_READ.error : NOT_READ.number;
  };
}

/** Gives the parts of a Procedure that the column holds. */
function procedureReader(part: ProcedurePart | null, options: ReaderOptions): CellReader {
  switch (part) {
    case null:
      return stateReader(options);
    case "no":
      return documentsReader(options);
    case "on":
      return doneOnReader(options);
    case "accepted":
    case "due":
      return partOfDay(part, options);
    case "paused": {
      const read = numberReader();
      return (value, mark) => {
        const reading = read(value, mark);
        return typeof reading === "number" ? { paused: reading } : reading;
      };
    }
  }
}

function stateReader({ year, date1904 }: ReaderOptions): CellReader {
  const serial = serialDays(date1904);
  const something = (procedure: Procedure) => (Object.keys(procedure).length > 0 ? procedure : NOT_READ.state);
  const read = rememberingContent((text) => something(readProcedureCell(text, { year })));
  return (value, mark) => {
    if (value === null) return undefined;
    if (typeof value === "string") return read(value);
    if (typeof value === "boolean") return { state: value ? "done" : "todo" };
    if (typeof value === "number") return something(readProcedureCell(value, { year }));
    if (value instanceof SerialDay) {
      const on = serial(value, mark);
      return on ? { state: "done", on } : NOT_READ.state;
    }
    return NOT_READ.error;
  };
}

function documentsReader(options: ReaderOptions): CellReader {
  const state = stateReader(options);
  const read = rememberingContent((text) => {
    const numbers = readDocuments(text).map((document) => document.number);
    if (numbers.length > 0) return { ...(readProcedureCell(text, options) satisfies Procedure), no: numbers };
    const procedure = readProcedureCell(text, options);
    const isDay = procedure.on !== undefined && /[年./-]/u.test(text);
    if (isDay || procedure.due !== undefined || (procedure.state !== undefined && !/\d{4}/u.test(text)))
      return procedure;
    // A certificate's number follows no form but that it has figures; it is taken as it stands.
    return /\d/u.test(text) ? { state: "done", no: [normaliseText(text)] } : NOT_READ.state;
  });
  return (value, mark) => {
    if (typeof value === "string") return read(value);
    if (typeof value === "number") return { state: "done", no: [asText(value)] };
    return state(value, mark);
  };
}

function doneOnReader(options: ReaderOptions): CellReader {
  const serial = serialDays(options.date1904);
  const fromContent = (content: string | number): CellReading => {
    const procedure: Procedure = readProcedureCell(content, options);
    if (procedure.state !== undefined || procedure.on !== undefined) return procedure;
    const day = readDay(content, options);
    return day ? { on: day.interval } : NOT_READ.day;
  };
  const read = rememberingContent(fromContent);
  return (value, mark) => {
    if (value === null) return undefined;
    if (typeof value === "string") return read(value);
    if (typeof value === "number") return fromContent(value);
    if (value instanceof SerialDay) {
      const on = serial(value, mark);
      return on ? { state: "done", on } : NOT_READ.day;
    }
    return value instanceof CellError ? NOT_READ.error : NOT_READ.day;
  };
}

function partOfDay(part: "accepted" | "due", options: ReaderOptions): CellReader {
  const day = dayReader(options);
  const state = stateReader(options);
  return (value, mark) => {
    const reading = day(value, mark);
    if (reading === undefined) return undefined;
    if (reading instanceof AssumedYear) return { [part]: reading.interval };
    if (!(reading instanceof NotRead)) return { [part]: reading as Interval };
    const answer = typeof value === "string" ? state(value, mark) : undefined;
    const said = answer instanceof NotRead ? undefined : (answer as Procedure | undefined);
    // 「未受理」「已办结」 under 受理时间 is a state and no fault.
    return said?.state !== undefined && said.on === undefined && said.no === undefined
      ? part === "due"
        ? { state: said.state }
        : {}
      : reading;
  };
}
