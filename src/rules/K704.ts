/** One project on two sheets or in two files has the same figures; who wins is settled by the sources' order. */
import type { Ledger, Project } from "../ledger/ledger";
import { couldBe, boundsOf } from "../measure/printed";
import type { Pack } from "../policy/pack";
import { everyProject, grouped, validCodeOf, type Placed } from "./alike";
import { ONE_SOURCE } from "./bases";
import { comparableNameOf } from "./names";
import { printedAmountOf } from "./printedCells";
import { ledgerRule, type LedgerHit } from "./rule";
import { departmentsIn, type DepartmentOf } from "./sameDepartment";

const FIGURES = [
  "totalInvestment",
  "completed",
  "completedThisYear",
  "planThisYear",
  "approved",
  "arrived",
  "paid",
] as const;

const TABLE = ["项目名称", "责任部门", "项目代码", "总投资（万元）"] as const;
const CODE = "2503-130981-04-01-573274";

export default ledgerRule({
  code: "K704",
  severity: "error",
  basis: ONE_SOURCE,
  seed: ["A26"],
  needs: ["name", FIGURES],
  on: "2025-06-20",
  good: [
    {
      rows: [{ name: "西沟水库工程", department: "水务局", code: CODE, totalInvestment: 5200 }],
      sheets: [[TABLE, ["西沟水库工程", "水务局", CODE, 5200]]],
    },
    {
      rows: [{ name: "西沟水库工程", department: "水务局", code: CODE, totalInvestment: 5200 }],
      sheets: [[TABLE, ["西沟水库工程", "水务局", CODE, "约5000"]]],
    },
  ],
  bad: [
    {
      rows: [{ name: "西沟水库工程", department: "水务局", code: CODE, totalInvestment: 5200 }],
      sheets: [[TABLE, ["西沟水库工程", "水务局", CODE, 5600]]],
    },
    {
      rows: [{ name: "西沟水库工程", department: "水务局", totalInvestment: 5200 }],
      sheets: [[TABLE, ["西沟水库项目", "水务局", "", "0.48亿元"]]],
    },
  ],
  *check(context) {
    const { ledgers, pack } = context;
    if (ledgers.length > 1) yield* conflictsAmong(everyProject(ledgers), pack, departmentsIn(context));
  },
});

/** What the rule says of some rows, for those that would say something of the same ones. */
export function* conflictsAmong(
  placed: readonly Placed[],
  pack: Pack,
  departmentOf: DepartmentOf,
): Generator<LedgerHit> {
  for (const group of grouped(placed, ({ project }) => identityOf(project, departmentOf))) {
    if (new Set(group.map(({ ledger }) => ledger)).size > 1) yield* conflictsIn(group, pack);
  }
}

/** The valid code; without one the name and department together. */
function identityOf(project: Project, departmentOf: DepartmentOf): string | null {
  const valid = validCodeOf(project);
  if (valid !== null) return valid;
  const name = comparableNameOf(project);
  const department = departmentOf(project);
  return name === "" || department === undefined ? null : `${name}|${department}`;
}

/** Every row that says something else than the source that wins. */
function* conflictsIn(group: readonly Placed[], pack: Pack): Generator<LedgerHit> {
  const ranked = group.map((each) => ({ each, rank: rankOf(each, pack) })).sort((a, b) => a.rank - b.rank);
  const [first, second] = ranked;
  if (!first || !second) return;
  const winner = first.each;
  // Of equal sources the earlier one stands, but nobody has said that it wins.
  const isSettled = first.rank < second.rank;
  for (const { each } of ranked) {
    if (each.ledger === winner.ledger) continue;
    const fields = FIGURES.filter((field) => differs(each, winner, field));
    if (fields.length === 0) continue;
    const [field = "totalInvestment"] = fields;
    yield {
      ledger: each.ledger,
      project: each.project,
      row: each.project.row,
      fields,
      related: [{ ledger: winner.ledger, row: winner.project.row, fields }],
      args: {
        project: each.project.key,
        here: each.project.values[field]?.wan ?? 0,
        there: winner.project.values[field]?.wan ?? 0,
        winner: isSettled ? sourceName(winner.ledger) : "",
      },
    };
  }
}

function differs(a: Placed, b: Placed, field: (typeof FIGURES)[number]): boolean {
  const here = printedAmountOf(a.ledger, a.project, field);
  const there = printedAmountOf(b.ledger, b.project, field);
  return here !== null && there !== null && !couldBe(here, boundsOf(there));
}

/** Place in the pack's order of sources; what no entry speaks of comes last. */
function rankOf({ ledger, project }: Placed, pack: Pack): number {
  const source = `${ledger.reporter ?? ""}${ledger.title ?? ""}${ledger.file}${ledger.sheet}`;
  const { department } = project.values;
  const rank = pack.priorities.findIndex((entry) =>
    entry.source === "主管部门"
      ? department !== undefined && source.includes(department)
      : source.includes(entry.source),
  );
  return rank < 0 ? pack.priorities.length : rank;
}

function sourceName({ reporter, file, sheet }: Ledger): string {
  return reporter ?? (sheet === "" ? file : sheet);
}
