/** 「开工时间」 of projects begun and yet to begin: each row's day is the fact where it has come, else the plan. */
import type { Interval } from "../measure/types";
import type { FieldKey } from "./fields";
import type { Ledger, Project, StartOfWorks, Values } from "./ledger";

export const UNDER_WAY = /^(?:在建|续建|建设|已开工|开工|完工|竣工|已完工|已竣工|投产|施工|实施|建成)/u;
export const AHEAD = /^(?:谋划|储备|申报|前期|拟建|未开工|新开工|计划|预备|待开工)/u;

/** The fields of a column of both: its own, and what it is of some rows. */
export interface SharedStart {
  readonly field: StartOfWorks;
  readonly also: StartOfWorks;
}

/** Null where a ledger has no such column. */
export function sharedStart({ columns }: Pick<Ledger, "columns">): SharedStart | null {
  for (const { field, also } of columns) if (also !== undefined && isStart(field)) return { field, also };
  return null;
}

function isStart(field: FieldKey): field is StartOfWorks {
  return field === "startPlanned" || field === "startActual";
}

/** The same values, the day of the column under its own field wherever it stood. */
export function underItsField(values: Values, { field, also }: SharedStart): Values {
  const { [also]: day, ...others } = values;
  return day === undefined ? values : { ...others, [field]: day };
}

/** The same ledgers; in those with such a column every day stands where it belongs on that day. */
export function withDaysThatCame(ledgersOf: readonly (readonly Ledger[])[], asOf: string): Ledger[][] {
  return ledgersOf.map((ledgers) => ledgers.map((ledger) => daysAsOf(ledger, asOf)));
}

/** The same for one ledger, whether or not its days stand already where they belonged on another day. */
export function daysAsOf(ledger: Ledger, asOf: string): Ledger {
  const shared = sharedStart(ledger);
  if (shared === null) return ledger;
  const projects = ledger.projects.map((project) => {
    const values = underItsField(project.values, shared);
    return placedIn(values === project.values ? project : { ...project, values }, shared.field, asOf);
  });
  return { ...ledger, projects, lent: [...(ledger.lent ?? []), shared.also] };
}

/** What the whole sheet speaks for, only a day still to come disproves. */
function placedIn(project: Project, held: StartOfWorks, asOf: string): Project {
  const { [held]: day, ...others } = project.values;
  if (day === undefined) return project;
  const isFact = held === "startActual" ? day.from <= asOf : hasCome(day, project.values, asOf);
  const field = isFact ? "startActual" : "startPlanned";
  if (field === held) return project;
  return {
    ...project,
    values: { ...others, [field]: day },
    assumedYear: project.assumedYear.map((each) => (each === held ? field : each)),
  };
}

/** A project that is still ahead has not begun, however long ago it was to begin. */
function hasCome(day: Interval, values: Values, asOf: string): boolean {
  if (day.from > asOf) return false;
  const stage = values.stage ?? values.nature ?? "";
  if (AHEAD.test(stage)) return false;
  return day.to <= asOf || UNDER_WAY.test(stage) || hasSpent(values);
}

function hasSpent({ completed, completedThisYear, paid }: Values): boolean {
  return [completed, completedThisYear, paid].some((amount) => (amount?.wan ?? 0) > 0);
}
