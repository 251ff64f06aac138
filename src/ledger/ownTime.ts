/** What time a ledger tells of: nothing that is measured by the day of the run may be said of a later one. */
import type { Ledger } from "./ledger";
import { monthIn, statedMonth } from "./statedMonth";

/** The last day of which a ledger can tell: the end of the month or year that it says it is about, or the day of the run. */
export function toldUntil(ledger: Ledger, asOf: string): string {
  const year = isOfAnotherYear(ledger, asOf) && ledger.year !== null ? ledger.year : yearOf(asOf);
  return earlierOf(asOf, endOf(year, statedMonth(ledger) ?? 12));
}

/** The last day of the month that the ledger says it is of, else of its 填报时间; null where neither says a month. */
export function dayStated(ledger: Ledger): string | null {
  const month = statedMonth(ledger);
  if (month !== null && ledger.year !== null) return endOf(ledger.year, month);
  return ledger.reportedOn ?? null;
}

/** The day up to which its 本年完成投资 goes: 「1-4月完成投资」 says it itself. Null where the year is another than the day's. */
export function doneUntil(ledger: Ledger, asOf: string): string | null {
  const year = yearOf(asOf);
  if (ledger.year !== null && ledger.year !== year) return null;
  return earlierOf(asOf, endOf(year, monthDone(ledger) ?? 12));
}

/** The last month of its 本年完成投资, 1 to 12; null where neither its column nor the ledger says one. */
export function monthDone(ledger: Ledger): number | null {
  const heading = ledger.columns.find(({ field }) => field === "completedThisYear")?.heading;
  return (heading === undefined ? null : monthIn(heading)) ?? statedMonth(ledger);
}

/** Only where it names its year and not the day's: 「2024—2026年储备项目」 is of 2025 too. */
export function isOfAnotherYear({ title, sheet, file, year, columns, unmapped }: Ledger, asOf: string): boolean {
  if (year === null) return false;
  const called = yearsIn([title ?? "", sheet, file.replace(/^.*[\\/]/u, "")]);
  const named = called.length > 0 ? called : yearsIn([...columns, ...unmapped].map(({ heading }) => heading));
  return year !== yearOf(asOf) && !named.some(([from, to]) => from <= yearOf(asOf) && yearOf(asOf) <= to);
}

const YEARS = /(?<!\d)(?<from>20[0-4]\d)(?:年?[-—~至到]+(?<to>20[0-4]\d)(?!\d))?/gu;

function yearsIn(texts: readonly string[]): readonly (readonly [from: number, to: number])[] {
  return texts.flatMap((text) =>
    [...text.normalize("NFKC").replace(/\s/gu, "").matchAll(YEARS)].map(({ groups: { from, to } = {} }) => {
      return [Number(from), Number(to ?? from)] as const;
    }),
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function endOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function earlierOf(a: string, b: string): string {
  return a < b ? a : b;
}
