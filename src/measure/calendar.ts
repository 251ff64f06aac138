/** Working days in China: the State Council's yearly notices, as the holiday library carries them, and what a bureau has added. */
import chineseDays from "chinese-days";
import { dayNumber, dayOfNumber, formatDay, isDay, isLeapYear, numberOf, partsOfNumber } from "./dayNumber";

/** Throws OutsideCalendar where a day lies beyond the data; never counts silently. */
export interface Calendar {
  /** Last day for which data are known. */
  readonly through: string;
  readonly isWorkday: (day: string) => boolean;
  /** Working days after `from` up to and including `to`; negative when `to` is before `from`. */
  readonly between: (from: string, to: string) => number;
  /** The day on which `count` working days after `from` have passed; `count` may be negative. */
  readonly add: (from: string, count: number) => string;
}

/** What a bureau adds to the library: days that are worked (true) or free (false), and how far its data reach. */
export interface CalendarAdditions {
  readonly workdays: Readonly<Record<string, boolean>>;
  readonly through?: string | undefined;
}

/** A day was asked for which no notice is known; holidays cannot be derived, only read. */
export class OutsideCalendar extends Error {
  constructor(
    readonly day: string,
    readonly first: string,
    readonly through: string,
  ) {
    super(`工作日数据自 ${first} 至 ${through}，${day} 不在其中`);
    this.name = "OutsideCalendar";
  }
}

/** What is reckoned with working days; null where that reaches beyond the calendar's data. */
export function withinCalendar<T>(reckon: () => T): T | null {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}

/** Working days after `asOf` up to and including `by`; 0 when that has passed, null where they are not known so far ahead. */
export function workdaysLeft(calendar: Calendar, asOf: string, by: string): number | null {
  return by < asOf ? 0 : withinCalendar(() => calendar.between(asOf, by));
}

/** Years of the notices that the library (1.5.7) carries. It answers later days too, but without holidays. */
const FIRST_YEAR = 2004;
const LAST_YEAR = 2026;

interface YearTable {
  /** Number of 1 January. */
  readonly first: number;
  /** Working days of the year up to and including its n-th day; [0] is 0. */
  readonly passed: Uint16Array;
}

export function makeCalendar(additions?: CalendarAdditions): Calendar {
  const first = formatDay(FIRST_YEAR, 1, 1);
  const through = laterDay(formatDay(LAST_YEAR, 12, 31), additions?.through);
  const firstNumber = dayNumber(first);
  const lastNumber = dayNumber(through);
  const own = new Map(Object.entries(additions?.workdays ?? {}).map(([day, worked]) => [dayNumber(day), worked]));
  const tables = new Map<number, YearTable>();
  let recentYear = 0;
  let recent: YearTable | null = null;

  function tableOf(year: number): YearTable {
    if (recent !== null && year === recentYear) return recent;
    let table = tables.get(year);
    if (!table) {
      table = yearTable(year, own);
      tables.set(year, table);
    }
    recentYear = year;
    recent = table;
    return table;
  }

  function known(day: string): number {
    const number = isDay(day) ? dayNumber(day) : NaN;
    if (!(number >= firstNumber && number <= lastNumber)) throw new OutsideCalendar(day, first, through);
    return number;
  }

  function isWorkday(day: string): boolean {
    const number = known(day);
    const table = tableOf(partsOfNumber(number).year);
    const index = number - table.first;
    return at(table, index + 1) > at(table, index);
  }

  /** Working days after `from` up to and including `to`, where `from` is not later. */
  function count(from: number, to: number): number {
    const fromYear = partsOfNumber(from).year;
    const toYear = partsOfNumber(to).year;
    let sum = -at(tableOf(fromYear), from - tableOf(fromYear).first + 1);
    for (let year = fromYear; year < toYear; year++) sum += total(tableOf(year));
    return sum + at(tableOf(toYear), to - tableOf(toYear).first + 1);
  }

  function between(from: string, to: string): number {
    const start = known(from);
    const end = known(to);
    return start <= end ? count(start, end) : 0 - count(end, start);
  }

  function add(from: string, wanted: number): string {
    const start = known(from);
    if (wanted === 0) return from;
    let { year } = partsOfNumber(start);
    // The working day wanted, counted from the beginning of `year`; it may lie in another year.
    let ordinal = at(tableOf(year), start - tableOf(year).first + 1) + wanted;
    while (ordinal > total(tableOf(year))) {
      ordinal -= total(tableOf(year));
      year += 1;
      if (numberOf(year, 1, 1) > lastNumber) throw new OutsideCalendar(formatDay(year, 1, 1), first, through);
    }
    while (ordinal <= 0) {
      year -= 1;
      if (year < FIRST_YEAR) throw new OutsideCalendar(formatDay(year, 12, 31), first, through);
      ordinal += total(tableOf(year));
    }
    const table = tableOf(year);
    const number = table.first + dayOfOrdinal(table, ordinal) - 1;
    if (number > lastNumber) throw new OutsideCalendar(dayOfNumber(number), first, through);
    return dayOfNumber(number);
  }

  return { through, isWorkday, between, add };
}

function yearTable(year: number, own: ReadonlyMap<number, boolean>): YearTable {
  const first = numberOf(year, 1, 1);
  const length = isLeapYear(year) ? 366 : 365;
  const passed = new Uint16Array(length + 1);
  for (let index = 0; index < length; index++) {
    const number = first + index;
    const worked = own.get(number) ?? chineseDays.isWorkday(dayOfNumber(number));
    passed[index + 1] = at({ first, passed }, index) + (worked ? 1 : 0);
  }
  return { first, passed };
}

function at(table: YearTable, index: number): number {
  return table.passed[index] ?? 0;
}

function total(table: YearTable): number {
  return at(table, table.passed.length - 1);
}

/** The first day of the year by which so many working days have passed. */
function dayOfOrdinal(table: YearTable, ordinal: number): number {
  let low = 1;
  let high = table.passed.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(table, middle) >= ordinal) high = middle;
    else low = middle + 1;
  }
  return low;
}

function laterDay(day: string, other: string | undefined): string {
  return other !== undefined && isDay(other) && other > day ? other : day;
}
