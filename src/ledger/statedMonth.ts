/** The month that a sheet says it is about, by its name or else its title: the last one of 1-5月, of a quarter or half a year. */
import type { Ledger } from "./ledger";

const MONTH =
  /(?<!\d)(?:(?:1[0-2]|0?[1-9])[-~—至])?(?<month>1[0-2]|0?[1-9])月|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年/u;

/** 1 to 12; null where nothing says a month. */
export function statedMonth({ sheet, title }: Pick<Ledger, "sheet" | "title">): number | null {
  for (const text of [sheet, title ?? ""]) {
    const month = monthIn(text.normalize("NFKC").replace(/\s/gu, ""));
    if (month !== null) return month;
  }
  return null;
}

function monthIn(text: string): number | null {
  const { month, quarter, half } = MONTH.exec(text)?.groups ?? {};
  if (month !== undefined) return Number(month);
  if (quarter !== undefined) return 3 * (/\d/u.test(quarter) ? Number(quarter) : "一二三四".indexOf(quarter) + 1);
  if (half === undefined) return null;
  return half === "上" ? 6 : 12;
}
