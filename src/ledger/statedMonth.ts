/** The month that a sheet says it is about, by its name, else its title, else a line above its heading: the last one of 1-5月, of a quarter or half a year. */
import type { Ledger } from "./ledger";

/** 「一季度集中开工项目」「1-6月新开工项目」「6月底前开工项目」 say what the projects are, not of when their list is. */
const MONTH =
  /(?:(?<!\d)(?:(?:1[0-2]|0?[1-9])[-~—至])?(?<month>1[0-2]|0?[1-9])月|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年)(?![份底末]?(?:(?:\d{1,2}日)?[之以]?前(?!期)|集中|(?:计划|预计|[新已拟应未])?(?:开工|竣工|完工|投产|签约|入库)))/u;

/** 1 to 12; null where nothing says a month. */
export function statedMonth({ sheet, title, toldMonth }: Pick<Ledger, "sheet" | "title" | "toldMonth">): number | null {
  for (const text of [sheet, title ?? ""]) {
    const month = monthIn(text);
    if (month !== null) return month;
  }
  return toldMonth ?? null;
}

export function monthIn(text: string): number | null {
  const { month, quarter, half } = MONTH.exec(text.normalize("NFKC").replace(/\s/gu, ""))?.groups ?? {};
  if (month !== undefined) return Number(month);
  if (quarter !== undefined) return 3 * (/\d/u.test(quarter) ? Number(quarter) : "一二三四".indexOf(quarter) + 1);
  if (half === undefined) return null;
  return half === "上" ? 6 : 12;
}
