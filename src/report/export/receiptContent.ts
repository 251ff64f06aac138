/** What a receipt keeps of ledgers: the values of their projects, what stands beside them, and the rows of totals, with their digests. */
import { ALL_FIELDS } from "../../ledger/fields";
import type { Ledger, Project, Values } from "../../ledger/ledger";
import { currentProjects } from "../../ledger/restated";
import { daysAsOf } from "../../ledger/tense";
import { isFurther } from "../../ledger/together";
import { sumWan } from "../../measure/amount";
import { PROCEDURE_KEYS } from "../../measure/procedures";
import { FIELD_OF, stateAsOf } from "../../rules/steps";
import { besideValues, printedTotals, writtenValues, type PrintedTotal, type Said } from "./besides";
import { ordered, valuesByField } from "./fieldMarks";
import { sha256 } from "./sha256";
import { type Receipt, type PlacedRow } from "./receipt";

export interface Content {
  readonly rows: readonly PlacedRow[];
  readonly totals: readonly PrintedTotal[];
  /** Projects, and what they cost: each once, though every row that states one has its digest. */
  readonly count: number;
  readonly wan: number;
  readonly digest: string;
  readonly beside: string;
}

/** All that a row of totals may print, in the order of its marks. */
export function inTotals({ fields, columns }: Pick<Receipt, "fields" | "columns">): readonly (string | null)[] {
  return [...fields, ...columns, "count"];
}

/** The columns that mean no field and in which something stands. */
export function columnsAmong({ rows, totals }: Content): string[] {
  const filled = new Set<string>();
  for (const { project, ledger } of rows) for (const name of besideValues(project, ledger).keys()) filled.add(name);
  const fields = new Set<string>(["count", ...ALL_FIELDS]);
  for (const { said } of totals) for (const name of said.keys()) if (!fields.has(name)) filled.add(name);
  return [...filled];
}

/**
 * The values of ledgers whatever their look: the order of rows and sheets, units, notation and running numbers change
 * nothing. `asOf` is the receipt's day, by which a step's planned day is told; null for receipts that did not ask, nor whether a later
 * month states a row again.
 */
export function contentOf(ledgers: readonly Ledger[], asOf: string | null): Content {
  const rows: PlacedRow[] = [];
  const full: string[] = [];
  const beside: string[] = [];
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of asOf === null ? ledger.projects : currentProjects(daysAsOf(ledger, asOf))) {
      const digest = sha256(rowText(project, ledger, asOf));
      full.push(digest);
      const others = besideValues(project, ledger);
      if (others.size > 0) beside.push(JSON.stringify([digest, sorted(others)]));
      const { name = "", totalInvestment } = project.values;
      rows.push({
        key: project.key,
        name,
        wan: totalInvestment?.wan ?? null,
        digest: digest.slice(0, 12),
        marks: "",
        besides: "",
        writing: "",
        ledger,
        project,
      });
    }
  }
  const counted = rows.filter(({ ledger, project }) => !isFurther(ledger, project));
  const totals = printedTotals(ledgers);
  beside.push(...totals.map(({ label, said }) => JSON.stringify([label, sorted(said)])));
  return {
    rows,
    totals,
    count: counted.length,
    wan: sumWan(counted.map(({ wan }) => wan ?? 0)),
    digest: sha256(full.sort().join("\n")),
    beside: sha256(beside.sort().join("\n")),
  };
}

function sorted(said: Said): (readonly [string, unknown])[] {
  return [...said].sort(([a], [b]) => (a < b ? -1 : 1));
}

function rowText(project: Project, ledger: Ledger, asOf: string | null): string {
  const { unread } = project;
  const known = Object.entries(statedIn(project, ledger, asOf))
    // A column that nobody has filled in says nothing.
    .filter(([field, value]) => field !== "serial" && value !== undefined)
    .map(([field, value]) => [field, ordered(value)]);
  const open = unread.map(({ field, text }) => [`?${field}`, text]);
  return JSON.stringify([...known, ...open].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
}

/** One after another: no ledger's values are held twice. */
export function* valuesOfRows(rows: readonly PlacedRow[], asOf: string): Generator<ReadonlyMap<string, unknown>> {
  for (const { project, ledger } of rows) yield valuesOf(project, ledger, asOf);
}

export function* writingOfRows(rows: readonly PlacedRow[]): Generator<Said> {
  for (const { project, ledger } of rows) yield writtenValues(project, ledger);
}

export function valuesOf(project: Project, ledger: Ledger, asOf: string | null): ReadonlyMap<string, unknown> {
  return valuesByField(statedIn(project, ledger, asOf), project);
}

/** With what the lines above the heading say of all rows, and no step done that is planned for a day still to come. */
function statedIn({ values }: Project, { reporter }: Ledger, asOf: string | null): Values {
  const stated = reporter === null || values.reporter !== undefined ? values : { ...values, reporter };
  const planned =
    asOf === null
      ? []
      : PROCEDURE_KEYS.flatMap((key) => {
          const step = values[FIELD_OF[key]];
          const state = step && stateAsOf(step, asOf);
          return state === undefined || state === step?.state ? [] : [[FIELD_OF[key], { ...step, state }] as const];
        });
  return planned.length === 0 ? stated : { ...stated, ...Object.fromEntries(planned) };
}
