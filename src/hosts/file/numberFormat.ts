/** What a number format makes of a number: a day, a percentage, text, or just a number. */
import { Mark } from "../../sheet/cell";

/** One of them a cell style; a month is a day that is shown without its day. */
export const Kind = { number: 0, day: 1, percent: 2, text: 4, month: 8 } as const;

export function isDayKind(kind: number): boolean {
  return kind === Kind.day || kind === Kind.month;
}

/** What a reader is told of a cell of this kind besides its value. */
export function markOfKind(kind: number): number {
  if (kind === Kind.percent) return Mark.percent;
  if (kind === Kind.text) return Mark.text;
  return kind === Kind.month ? Mark.month : 0;
}

/** mmm-yy, and what Chinese Excel and WPS show as 2025年5月. */
const BUILTIN_MONTHS: ReadonlySet<number> = new Set([17, 27, 36, 50, 52, 57]);

/** Formats that every program knows without being told; 27–36 and 50–58 are what Chinese Excel and WPS store for days. */
export function builtinKind(id: number): number {
  if (id === 9 || id === 10) return Kind.percent;
  if (id === 49) return Kind.text;
  if (BUILTIN_MONTHS.has(id)) return Kind.month;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
    return Kind.day;
  }
  return Kind.number;
}

/** The kind of a format code such as `yyyy"年"m"月"`, `[$-804]aaaa`, `0.00%` or `@`. */
export function codeKind(code: string): number {
  const first = code.split(";", 1)[0] as string;
  const bare = first
    .replace(/"[^"]*"?/g, "")
    .replace(/\\./g, "")
    .replace(/_./g, "")
    .replace(/\*./g, "")
    // [h] [mm] [ss] count time; every other bracket is a colour, a condition, a locale or a numeral style.
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    // "General" and the names that Chinese programs give it contain letters of days.
    .replace(/g\/通用格式|general|standard/gi, "");
  if (bare.trim() === "@") return Kind.text;
  // Fractions of a second are the only digits that a day's format has; "0.00d" is a number with an unquoted unit.
  const letters = bare.replace(/s\.0+/gi, "s");
  if (/[ymdhsaegb]|上午|下午/i.test(letters) && !/[0#?]/.test(letters))
    return /[ye]/i.test(letters) && /m/i.test(letters) && !/[dhsa]|上午|下午/i.test(letters) ? Kind.month : Kind.day;
  return bare.includes("%") ? Kind.percent : Kind.number;
}
