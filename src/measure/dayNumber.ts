/** Days as YYYY-MM-DD and as counts since 1970-01-01: integer arithmetic on the Gregorian calendar, no clock, no time zone. */

const CUMULATIVE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether such a day exists, in the years 1900–2099 that a ledger can be about. */
export function existsDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function formatDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${String(month)}-${day < 10 ? "0" : ""}${String(day)}`;
}

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Takes YYYY-MM-DD apart; the caller knows that it is one. */
export function dayParts(day: string): DayParts {
  return { year: digits(day, 0, 4), month: digits(day, 5, 7), day: digits(day, 8, 10) };
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return numberOf(digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10));
}

export function numberOf(year: number, month: number, day: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const ofYear = (CUMULATIVE[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day;
  return past * 365 + leaps + ofYear - 719163;
}

/** The day that is so many days after 1970-01-01. */
export function dayOfNumber(number: number): string {
  const { year, month, day } = partsOfNumber(number);
  return formatDay(year, month, day);
}

export function partsOfNumber(number: number): DayParts {
  // Years counted from March, so that the leap day comes last.
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function addDays(day: string, count: number): string {
  return dayOfNumber(dayNumber(day) + count);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day so many months later, or the month's last where it has no such day. */
export function addMonths(day: string, count: number): string {
  const parts = dayParts(day);
  const months = parts.year * 12 + parts.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return formatDay(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** 0 Sunday … 6 Saturday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** Whether the text is YYYY-MM-DD and such a day exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = dayParts(text);
  return existsDay(year, month, day);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}
