/** Each department calls on the province or city at least once a month. */
import type { TableRow } from "../ledger/ledger";
import { toldUntil } from "../ledger/ownTime";
import { namerAmong, type DepartmentNamer } from "../reserve/oneDepartment";
import { DISPATCH_MEETING } from "./bases";
import { ledgerRule, type LedgerContext } from "./rule";

const HEADINGS = ["对接单位", "对接时间", "责任部门", "对接事项"] as const;

export default ledgerRule({
  code: "D604",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "每月至少赴省、市对接1次" },
  seed: ["B21"],
  needs: [],
  on: "2025-06-20",
  good: [
    {
      rows: [],
      sheets: [
        [HEADINGS, ["省水利厅", "2025-05-12", "水务局", "灌区项目"], ["市水利局", "2025-06-10", "水务局", "灌区项目"]],
      ],
    },
    {
      rows: [],
      sheets: [
        [HEADINGS, ["省水利厅", "2025-06-02", "水务局", "灌区项目"], ["市教育局", "2025-06-18", "教育局", "学校项目"]],
      ],
    },
  ],
  bad: [
    {
      rows: [],
      sheets: [
        [
          HEADINGS,
          ["省水利厅", "2025-05-12", "水务局", "灌区项目"],
          ["市教育局", "2025-05-20", "教育局", "学校项目"],
          ["市教育局", "2025-06-18", "教育局", "学校项目"],
        ],
      ],
    },
    {
      rows: [],
      sheets: [
        [HEADINGS, ["省水利厅", "2025-04-12", "水务局", "灌区项目"], ["市水利局", "2025-06-10", "水务局", "灌区项目"]],
      ],
    },
  ],
  *check(context) {
    const wanted = context.parameter("visitsPerMonth");
    for (const ledger of context.others) {
      if (ledger.role !== "contacts" || !ledger.table) continue;
      const { rows } = ledger.table;
      const visits = visitsOf(rows, namerAmong(context.pack, departmentsIn(rows)));
      const months = monthsUpTo(firstMonth(visits), toldUntil(ledger, context.asOf).slice(0, 7));
      for (const [department, byMonth] of withRoster(visits, context)) {
        const lacking = months.filter((month) => (byMonth.get(month) ?? 0) < wanted);
        if (lacking.length > 0) yield { ledger, fields: [], args: { department, months: lacking, wanted } };
      }
    }
  },
});

type Visits = Map<string, Map<string, number>>;

function departmentsIn(rows: readonly TableRow[]): readonly string[] {
  return rows.flatMap(({ values: { department } }) => (typeof department === "string" ? [department] : []));
}

function visitsOf(rows: readonly TableRow[], nameOf: DepartmentNamer): Visits {
  const visits: Visits = new Map();
  for (const { values } of rows) {
    const { department: written, on } = values;
    if (typeof written !== "string" || typeof on !== "object") continue;
    const department = nameOf(written);
    const byMonth = visits.get(department) ?? new Map<string, number>();
    const month = on.from.slice(0, 7);
    visits.set(department, byMonth.set(month, (byMonth.get(month) ?? 0) + 1));
  }
  return visits;
}

/** Departments of the roster that the sheet does not know have called on nobody. */
function withRoster(visits: Visits, { pack }: LedgerContext): Visits {
  const all: Visits = new Map(visits);
  for (const { name } of pack.roster) if (!visits.has(name)) all.set(name, new Map());
  return all;
}

function firstMonth(visits: Visits): string | null {
  return [...visits.values()].flatMap((byMonth) => [...byMonth.keys()]).sort()[0] ?? null;
}

function monthsUpTo(first: string | null, last: string): string[] {
  const months: string[] = [];
  if (first === null) return months;
  let [year = 0, month = 1] = first.split("-").map(Number);
  for (;;) {
    const name = `${String(year)}-${String(month).padStart(2, "0")}`;
    if (name > last) return months;
    months.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
}
