/** Of which time sheets say that they are: figures of another month may be others, and what two years state is no one statement. */
import { nameOfFile } from "../ledger/fileName";
import type { Ledger } from "../ledger/ledger";
import { statedMonth } from "../ledger/statedMonth";

/** Only where both say it: a sheet that says nothing may be of any time. */
export function areOfOtherTimes(a: Ledger, b: Ledger): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true;
  const [one, other] = [statedMonth(a), statedMonth(b)];
  return one !== null && other !== null && one !== other;
}

/**
 * The ledgers in groups that may state the same projects at one time: what goes on from last year stands in last year's
 * ledger and in this year's, and is neither double nor told in two ways. Those that say no year, or several, go with the
 * year of the day.
 */
export function byStatedYear(ledgers: readonly Ledger[], asOf: string): readonly (readonly Ledger[])[] {
  const years = ledgers.map((ledger) => yearStated(ledger, asOf) ?? yearOf(asOf));
  const stated = new Set(years);
  if (stated.size < 2) return [ledgers];
  return [...stated].map((year) => ledgers.filter((_, index) => years[index] === year));
}

/** 「2024年」, and 「2024—2026年」 as a whole; no document number, and no word of what the projects are: 「2024年结转项目」「2023年续建」. */
const YEARS =
  /(?<![\d〔[【])(?<from>20[0-4]\d)(?:年?度?[-—~至到]+(?<to>20[0-4]\d)(?!\d))?(?![〕\]】]|年?度?(?:以前|及以前|前|底|末|结转|续建|新建|新增|新开|开工|入库|立项))/gu;
const RELATIVE = /(?<last>去年|上年)|(?<current>今年|本年)/u;
const OF_PROJECTS = /(?:去年|上年|今年|本年)度?(?:结转|续建|底|末|新|开工|计划|完成)/u;

/** By the name of the sheet, else the title, else the name of the file, else by its headings or its day; null where none says one year. */
export function yearStated({ sheet, title, file, year }: Ledger, asOf: string): number | null {
  for (const text of [sheet, title ?? "", nameOfFile(file)]) {
    const plain = text.normalize("NFKC").replace(/\s/gu, "");
    const years = new Set([...plain.matchAll(YEARS)].flatMap(({ groups: { from, to } = {} }) => [from, to ?? from]));
    const [only] = years;
    if (only !== undefined) return years.size === 1 ? Number(only) : null;
    const { last, current } = (OF_PROJECTS.test(plain) ? null : RELATIVE.exec(plain))?.groups ?? {};
    if (last !== undefined) return yearOf(asOf) - 1;
    if (current !== undefined) return yearOf(asOf);
  }
  const isInName = (text: string | null): boolean => text?.includes(String(year)) ?? false;
  return [sheet, title, nameOfFile(file)].some(isInName) ? null : year;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
