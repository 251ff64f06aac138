/** Shares, days and times as the pane shows them; written by hand because Intl and toLocale* fail on some Linux WPS builds. */

/** 万元 → 亿元, to the nearest million yuan. */
export function yiOf(wan: number): number {
  return Math.round(wan / 100) / 100;
}

/** 亿元 in the unit that English has: a tenth of a billion. */
export function billionsOf(yi: number): number {
  return Math.round(yi * 10) / 100;
}

/** A share as per cent with one decimal: 0.6 → 60, 0.9716 → 97.2. */
export function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}

/** The local day of a clock reading, YYYY-MM-DD. */
export function dayOfClock(clock: Date): string {
  return [String(clock.getFullYear()), twoDigits(clock.getMonth() + 1), twoDigits(clock.getDate())].join("-");
}

/** The local time of a clock reading, HH:MM. */
export function timeOfClock(clock: Date): string {
  return twoDigits(clock.getHours()) + ":" + twoDigits(clock.getMinutes());
}

/** The day that lies `count` days after `day` (YYYY-MM-DD). */
export function dayAfter(day: string, count: number): string {
  const moment = new Date(day + "T00:00:00Z");
  if (Number.isNaN(moment.getTime())) return day;
  moment.setUTCDate(moment.getUTCDate() + count);
  return moment.toISOString().slice(0, 10);
}

function twoDigits(value: number): string {
  return value < 10 ? "0" + String(value) : String(value);
}
