/** What a number format makes of a number: a day, a percentage, text, or just a number. */

/** One of them a cell style. */
export const Kind = { number: 0, day: 1, percent: 2, text: 4 } as const;

/** Formats that every program knows without being told; 27–36 and 50–58 are what Chinese Excel and WPS store for days. */
export function builtinKind(id: number): number {
  if (id === 9 || id === 10) return Kind.percent;
  if (id === 49) return Kind.text;
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
  if (/[ymdhsaegb]|上午|下午/i.test(letters) && !/[0#?]/.test(letters)) return Kind.day;
  return bare.includes("%") ? Kind.percent : Kind.number;
}
