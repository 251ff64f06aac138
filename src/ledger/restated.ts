/** A workbook with a sheet a month states its projects again and again: the latest month's row stands for a project, the earlier ones are its history. */
import { fieldKind } from "./fields";
import type { Ledger, Project } from "./ledger";
import { monthOrder } from "./monthOrder";

/** The same ledgers, the earlier of them with the rows that a later month of the same file states again; `asOf` is the day of the run. */
export function withRestatedRows(ledgersOf: readonly (readonly Ledger[])[], asOf: string): Ledger[][] {
  return ledgersOf.map((ledgers) => markedIn(ledgers, asOf));
}

function markedIn(ledgers: readonly Ledger[], asOf: string): Ledger[] {
  const byMonth = new Map<number, Ledger[]>();
  for (const [ledger, since] of monthOrder(ledgers, asOf)) byMonth.set(since, [...(byMonth.get(since) ?? []), ledger]);
  if (byMonth.size < 2) return [...ledgers];
  const later = new Map<string, Set<Ledger>>();
  const marked = new Map<Ledger, Ledger>();
  for (const [, ofMonth] of [...byMonth].sort(([a], [b]) => b - a)) {
    for (const ledger of ofMonth) {
      const restated = restatedRows(ledger, later, hasAmountsOf);
      if (restated.length > 0)
        marked.set(ledger, { ...ledger, restated, history: restatedRows(ledger, later, hasColumnsOf) });
    }
    for (const ledger of ofMonth) {
      for (const { key, values } of ledger.projects)
        if (values.name !== undefined) later.set(key, (later.get(key) ?? new Set()).add(ledger));
    }
  }
  return ledgers.map((ledger) => marked.get(ledger) ?? ledger);
}

/** The rows that a later sheet states, where it has what it takes to say again what this one says. */
function restatedRows(
  ledger: Ledger,
  later: ReadonlyMap<string, ReadonlySet<Ledger>>,
  says: (other: Ledger, ledger: Ledger) => boolean,
): number[] {
  const covers = new Map<Ledger, boolean>();
  const isCovering = (other: Ledger): boolean => {
    let covering = covers.get(other);
    if (covering === undefined) covers.set(other, (covering = says(other, ledger)));
    return covering;
  };
  return ledger.projects.filter(({ key }) => [...(later.get(key) ?? [])].some(isCovering)).map(({ row }) => row);
}

function hasAmountsOf({ columns: theirs }: Ledger, { columns: own }: Ledger): boolean {
  const known = new Set(theirs.map(({ field }) => field));
  return own.every(({ field }) => fieldKind(field) !== "amount" || known.has(field));
}

function hasColumnsOf({ columns: theirs }: Ledger, { columns: own }: Ledger): boolean {
  const known = new Set(theirs.map(({ field }) => field));
  return own.every(({ field }) => known.has(field));
}

/** The projects as they are now, without the history of earlier months. */
export function currentProjects(ledger: Ledger): readonly Project[] {
  return ledger.restated ? ledger.projects.filter((project) => !isRestated(ledger, project)) : ledger.projects;
}

const rowSets = new WeakMap<readonly number[], ReadonlySet<number>>();

/** Whether the sheet of a later month says of the project what is so now. */
export function isRestated({ restated }: Pick<Ledger, "restated">, { row }: Pick<Project, "row">): boolean {
  return restated !== undefined && setOf(restated).has(row);
}

/** Whether that sheet says all that this row says: then nothing but the later one tells how the project stands. */
export function isHistory({ history }: Ledger, { row }: Project): boolean {
  return history !== undefined && setOf(history).has(row);
}

function setOf(rows: readonly number[]): ReadonlySet<number> {
  let set = rowSets.get(rows);
  if (!set) rowSets.set(rows, (set = new Set(rows)));
  return set;
}
