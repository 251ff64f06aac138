/** A name for a new sheet: allowed by every program, and not taken. */

const LONGEST = 31;

/** "报告" → "报告", or "报告 (2)" where there is one already. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const allowed =
    wanted
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Sheet";
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? "" : ` (${String(count)})`;
    const name = allowed.slice(0, LONGEST - suffix.length) + suffix;
    if (!lower.has(name.toLowerCase())) return name;
  }
}
