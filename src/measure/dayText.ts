/** An interval in the words of a clerk: 2025年8-9月, 2025年一季度, 2025年6月上旬; read again it is the same interval. */
import { readDay } from "./day";
import type { Interval } from "./types";

export function dayText(interval: Interval): string {
  const written = dayNotations(interval).find((text) => isSame(readDay(text)?.interval, interval));
  return written ?? `${interval.from}至${interval.to}`;
}

function dayNotations({ from, to, precision, by }: Interval): string[] {
  const before = by ? "前" : "";
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (precision) {
    case "day":
      return [from + before];
    case "month": {
      const thirds = ["上旬", "中旬", "下旬", "初", "上中旬", "中下旬"].map(
        (third) => `${year}年${String(month)}月${third}${before}`,
      );
      return [
        `${year}年${String(month)}月${before}`,
        `${year}年${String(month)}-${String(month + 1)}月${before}`,
        ...thirds,
      ];
    }
    case "quarter":
      return [`${year}年${"一二三四"[Math.floor((month - 1) / 3)] ?? ""}季度${before}`];
    case "half":
      return [`${year}年${month <= 6 ? "上" : "下"}半年${before}`];
    case "year":
      return [by ? `${year}年内` : `${year}年`, `${year}年${before}至${to.slice(0, 4)}年`];
  }
}

function isSame(a: Interval | undefined, b: Interval): boolean {
  return a !== undefined && a.from === b.from && a.to === b.to && a.precision === b.precision && a.by === b.by;
}
