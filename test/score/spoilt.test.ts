/** The score can fail: each way of reading worse lowers the figure that stands for it, and no other ledger's truth hides it. */
import type { FieldKey } from "../../src/ledger/fields";
import type { Ledger, Project, Values } from "../../src/ledger/ledger";
import type { Amount, Interval } from "../../src/measure/types";
import { CATALOGUE } from "../ledgers/catalogue";
import type { LedgerCase } from "../ledgers/truth";
import { share, sumScores, type Metric, type Score } from "./compare";
import { readCase, scoreLedger, scoreReading } from "./read";

type Spoil = (ledger: Ledger) => Ledger;

const onProjects =
  (spoil: (project: Project, index: number) => Project | null): Spoil =>
  (ledger) => ({ ...ledger, projects: ledger.projects.map(spoil).filter((project) => project !== null) });

const onValues = (spoil: (values: Values) => Record<string, unknown>): Spoil =>
  onProjects((project) => ({ ...project, values: spoil(project.values) as Values }));

const onAmounts = (spoil: (amount: Amount) => Amount): Spoil =>
  onValues((values) => mapped(values, (value) => (isAmount(value) ? spoil(value) : value)));

const onDays = (spoil: (day: Interval) => Interval): Spoil =>
  onValues((values) => mapped(values, (value) => (isDay(value) ? spoil(value) : value)));

const swapColumns =
  (one: FieldKey, two: FieldKey): Spoil =>
  (ledger) => ({
    ...ledger,
    columns: ledger.columns.map((column) => ({
      ...column,
      field: column.field === one ? two : column.field === two ? one : column.field,
    })),
  });

/** What goes wrong, and the figure that must tell. */
const FAULTS: readonly (readonly [string, Metric, Spoil])[] = [
  [
    "the heading is seen one row too high",
    "header",
    (ledger) => ({ ...ledger, header: ledger.header && { top: ledger.header.top - 1, bottom: ledger.header.bottom } }),
  ],
  [
    "the heading ends one row too early",
    "header",
    (ledger) => ({ ...ledger, header: ledger.header && { top: ledger.header.top, bottom: ledger.header.bottom - 1 } }),
  ],
  ["planned start and planned finish change places", "columns", swapColumns("startPlanned", "finishPlanned")],
  ["department and leader change places", "columns", swapColumns("department", "leader")],
  [
    "the total goes unread",
    "columns",
    (ledger) => ({ ...ledger, columns: ledger.columns.filter(({ field }) => field !== "totalInvestment") }),
  ],
  [
    "an unmapped column is taken for a remark",
    "columns",
    (ledger) => ({
      ...ledger,
      columns: [
        ...ledger.columns,
        ...ledger.unmapped.map(({ column, heading }) => ({
          column,
          heading,
          field: "remark" as const,
          unit: null,
          unitInForce: null,
        })),
      ],
    }),
  ],
  ["columns without a field are kept quiet", "unmapped", (ledger) => ({ ...ledger, unmapped: [] })],
  [
    "units in headings are overlooked",
    "columnUnits",
    (ledger) => ({ ...ledger, columns: ledger.columns.map((column) => ({ ...column, unit: null })) }),
  ],
  ["the sheet's unit is overlooked", "sheetUnit", (ledger) => ({ ...ledger, unit: null })],
  ["the last row is lost", "rows", (ledger) => ({ ...ledger, projects: ledger.projects.slice(0, -1) })],
  [
    "a total is taken for a project",
    "rows",
    (ledger) => ({
      ...ledger,
      projects: [
        ...ledger.projects,
        ...ledger.skipped
          .filter(({ why }) => why === "total")
          .map(({ row }) => ({
            row,
            key: "",
            hidden: false,
            values: {},
            unread: [],
            cells: [],
            marks: null,
            section: null,
            assumedYear: [],
          })),
      ],
    }),
  ],
  ["hidden rows are left out", "rows", onProjects((project) => (project.hidden ? null : project))],
  ["hidden rows are not marked", "hidden", onProjects((project) => ({ ...project, hidden: false }))],
  [
    "sections are taken for notes",
    "skipped",
    (ledger) => ({
      ...ledger,
      skipped: ledger.skipped.map(({ row, why }) => ({ row, why: why === "section" ? "note" : why })),
    }),
  ],
  ["元 is taken for 万元", "amounts", onAmounts(({ wan, approx }) => ({ wan: wan * 10000, approx }))],
  ["约 is overlooked", "amounts", onAmounts(({ wan }) => ({ wan, approx: false }))],
  ["fractions are lost", "amounts", onAmounts(({ wan, approx }) => ({ wan: Math.round(wan), approx }))],
  ["days come out one day late", "days", onDays((day) => ({ ...day, from: dayAfter(day.from) }))],
  ["底前 is overlooked", "days", onDays((day) => ({ ...day, by: false }))],
  ["a month is taken for its first day", "days", onDays((day) => ({ ...day, to: day.from, precision: "day" }))],
  [
    "departments under a merged cell are lost",
    "otherValues",
    onValues((values) => Object.fromEntries(Object.entries(values).filter(([field]) => field !== "department"))),
  ],
  ["names keep their marks", "otherValues", onValues((values) => ({ ...values, name: `★${values.name ?? ""}` }))],
];

function mapped(values: Values, spoil: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, spoil(value)]));
}

function isAmount(value: unknown): value is Amount {
  return typeof value === "object" && value !== null && "wan" in value;
}

function isDay(value: unknown): value is Interval {
  return typeof value === "object" && value !== null && "by" in value;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Read once, as it should be; spoilt anew for each fault. */
const readings: (readonly [LedgerCase, readonly Ledger[]])[] = [];

beforeAll(async () => {
  for (const ledger of CATALOGUE) readings.push([ledger, await readCase(ledger)]);
});

function scoreOf(spoil: Spoil): Score {
  return sumScores(readings.map(([ledger, read]) => scoreReading(ledger, read.map(spoil))));
}

test.each(FAULTS)("it tells when %s", (_, metric, spoil) => {
  const [good, bad] = [scoreOf((ledger) => ledger), scoreOf(spoil)];
  expect(share(bad.counts[metric])).toBeLessThan(share(good.counts[metric]));
});

test("it tells when findings are missed or raised where nothing is wrong", async () => {
  const [first] = CATALOGUE as readonly [LedgerCase];
  const silent: LedgerCase = { ...first, sheets: first.sheets.map((sheet) => ({ ...sheet, planned: [] })) };
  const asked: LedgerCase = {
    ...first,
    sheets: first.sheets.map((sheet) => ({
      ...sheet,
      planned: [...sheet.planned, { code: "F999", row: 8, cells: [] }],
    })),
  };
  expect((await scoreLedger(silent)).counts.falseAlarms.extra).toBeGreaterThan(0);
  expect(share((await scoreLedger(asked)).counts.findings)).toBeLessThan(1);
});
