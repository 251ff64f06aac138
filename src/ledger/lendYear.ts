/** A sheet that names no year is of the year that the other sheets of its workbook name, where they name only one: 「8月」 beside 「1-5月完成（2025年）」. */
import { procedureOf, type FieldKey } from "./fields";
import type { Ledger, Procedure, Project, Unread, Values } from "./ledger";
import { AssumedYear, NotRead, readerOf, type CellReading } from "./row/cells";

/** The same ledgers; days that only lacked their year have it. */
export function withLentYears(ledgersOf: readonly (readonly Ledger[])[]): Ledger[][] {
  return ledgersOf.map((ledgers) => {
    const year = onlyYear(ledgers);
    return year === null
      ? [...ledgers]
      : ledgers.map((ledger) => (ledger.year === null ? inYear(ledger, year) : ledger));
  });
}

/** True where the sheet has days that any year at all would complete. */
export function hasDaysWithoutYear({ year, projects, date1904 }: Ledger): boolean {
  if (year !== null) return false;
  return projects.some(({ unread }) =>
    unread.some((each) => isDay(each) && valueIn(each, ANY_YEAR, date1904) !== null),
  );
}

/** With a 29 February. */
const ANY_YEAR = 2024;

function onlyYear(ledgers: readonly Ledger[]): number | null {
  const years = new Set(ledgers.flatMap(({ role, year }) => (role === "projects" && year !== null ? [year] : [])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

function inYear(ledger: Ledger, year: number): Ledger {
  if (!hasDaysWithoutYear(ledger)) return ledger;
  return { ...ledger, projects: ledger.projects.map((project) => completed(project, year, ledger.date1904)) };
}

function completed(project: Project, year: number, date1904: boolean): Project {
  if (!project.unread.some(isDay)) return project;
  const assumed: FieldKey[] = [];
  const unread: Unread[] = [];
  let { values } = project;
  for (const each of project.unread) {
    const value = isDay(each) ? valueIn(each, year, date1904) : null;
    if (value === null) unread.push(each);
    else {
      values = withValue(values, each.field, value);
      assumed.push(each.field);
    }
  }
  if (assumed.length === 0) return project;
  return { ...project, values, unread, assumedYear: [...project.assumedYear, ...assumed] };
}

function isDay({ reason }: Unread): boolean {
  return reason === "day" || reason === "period";
}

/** As the sheet's own year would have had it read; null where no year helps. */
function valueIn({ field, text }: Unread, year: number, date1904: boolean): CellReading {
  const reading = readerOf(field, { year, date1904, unit: "万元", percentHeading: false })(text, 0);
  if (reading === undefined || reading instanceof NotRead) return null;
  return reading instanceof AssumedYear ? reading.interval : reading;
}

function withValue(values: Values, field: FieldKey, value: CellReading): Values {
  const step = procedureOf(field);
  if (!step) return { ...values, [field]: value };
  const key = `proc.${step.key}` as const;
  return { ...values, [key]: { ...values[key], ...(value as Procedure) } };
}
