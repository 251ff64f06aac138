/** In which order the month sheets of a workbook came: 12月 before 1月 is the December of the year before, where that is sure. */
import type { Ledger } from "./ledger";
import { yearIn } from "./block/preamble";
import { statedMonth } from "./statedMonth";

interface MonthSheet {
  readonly ledger: Ledger;
  /** 1 to 12. */
  readonly month: number;
  /** The year written with the month, in the sheet's name or title; null where only something else says one, or nothing. */
  readonly year: number | null;
}

/** The sheets that say a month, each with its months since the year 0: a count for comparing, since a year may be nobody's. */
export function monthOrder(ledgers: readonly Ledger[], asOf: string): ReadonlyMap<Ledger, number> {
  const sheets = ledgers.flatMap((ledger): MonthSheet[] => {
    const month = ledger.role === "projects" ? statedMonth(ledger) : null;
    return month === null ? [] : [{ ledger, month, year: yearWithMonth(ledger) }];
  });
  // A sheet that does not say its year is of the year of the others.
  const anyYear = ledgers.find(({ year }) => year !== null)?.year ?? 0;
  const usual = (sheet: MonthSheet): number => sheet.year ?? sheet.ledger.year ?? anyYear;
  const years = yearsOverNewYear(sheets, usual, asOf);
  return new Map(sheets.map((sheet) => [sheet.ledger, (years?.get(sheet) ?? usual(sheet)) * 12 + sheet.month]));
}

const SHORT_YEAR = /(?<!\d)(?<year>2\d)年(?=0?\d)/u;

function yearWithMonth({ sheet, title }: Ledger): number | null {
  return yearIn(sheet) ?? shortYear(sheet) ?? yearIn(title ?? "");
}

function shortYear(text: string): number | null {
  const year = SHORT_YEAR.exec(text.normalize("NFKC").replace(/\s/gu, ""))?.groups?.["year"];
  return year === undefined ? null : 2000 + Number(year);
}

/** The year of each sheet where they follow each other over a new year, oldest or newest first; null where that is not sure. */
function yearsOverNewYear(
  sheets: readonly MonthSheet[],
  usual: (sheet: MonthSheet) => number,
  asOf: string,
): ReadonlyMap<MonthSheet, number> | null {
  if (sheets.every(({ year }) => year !== null)) return null;
  return yearsInOrder(sheets, usual, asOf) ?? yearsInOrder([...sheets].reverse(), usual, asOf);
}

function yearsInOrder(
  sheets: readonly MonthSheet[],
  usual: (sheet: MonthSheet) => number,
  asOf: string,
): ReadonlyMap<MonthSheet, number> | null {
  const starts = sheets.flatMap(({ month }, index) =>
    index > 0 && month < (sheets[index - 1]?.month ?? 0) ? [index] : [],
  );
  const [newYear, ...more] = starts;
  const [first, last] = [sheets[0], sheets.at(-1)];
  if (newYear === undefined || more.length > 0 || !first || !last || last.month >= first.month) return null;
  const [before, after] = [sheets.slice(0, newYear), sheets.slice(newYear)];
  const [december, january] = [before.at(-1)?.month ?? 0, after[0]?.month ?? 0];
  // Six months back are as near as six months on.
  if (january + 12 - december >= 6) return null;
  const year = yearOf(before, after, usual, asOf);
  if (year === null) return null;
  if (!followEachOther(sheets) && !before.every(({ month }) => isAhead(year, month, asOf))) return null;
  return new Map([
    ...before.map((sheet) => [sheet, year - 1] as const),
    ...after.map((sheet) => [sheet, year] as const),
  ]);
}

/** The year in which the later ones are; null where what is written with the months contradicts itself. */
function yearOf(
  before: readonly MonthSheet[],
  after: readonly MonthSheet[],
  usual: (sheet: MonthSheet) => number,
  asOf: string,
): number | null {
  const written = new Set([
    ...before.flatMap(({ year }) => (year === null ? [] : [year + 1])),
    ...after.flatMap(({ year }) => year ?? []),
  ]);
  if (written.size > 1) return null;
  const [only] = written;
  const [first] = after;
  const said = first ? usual(first) : 0;
  return only ?? (said > 0 ? said : Number(asOf.slice(0, 4)));
}

/** Of three and more months none is left out: of two, twelve months may lie between them as well. */
function followEachOther(sheets: readonly MonthSheet[]): boolean {
  const months = sheets.map(({ month }) => month).filter((month, index, all) => month !== all[index - 1]);
  return (
    months.length > 2 && months.every((month, index) => index === 0 || month === ((months[index - 1] ?? 0) % 12) + 1)
  );
}

/** Nobody has reported what is still to come. */
function isAhead(year: number, month: number, asOf: string): boolean {
  return `${String(year)}-${String(month).padStart(2, "0")}` > asOf.slice(0, 7);
}
