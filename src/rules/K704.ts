/** One project on two sheets or in two files has the same figures; who wins is settled by the sources' order. */
import { couldBeSame } from "../measure/printed";
import type { Pack } from "../policy/pack";
import { everyProject, grouped, validCodeOf, type Placed } from "./alike";
import { ONE_SOURCE } from "./bases";
import { comparableNameOf } from "./names";
import { typedAmountOf } from "./printedCells";
import { ledgerRule, type LedgerHit } from "./rule";
import { areOfOtherTimes, byStatedYear } from "./statedTime";
import { departmentsIn, type Departments } from "./sameDepartment";

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
    // Rounded on one sheet, and the column beside it has decimals.
    {
      rows: [{ name: "西沟水库工程", department: "水务局", code: CODE, totalInvestment: 5200.4 }],
      sheets: [[TABLE, ["西沟水库工程", "水务局", CODE, 5200], ["三河镇供水管网工程", "水务局", "", 2300.25]]],
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
    {
      rows: [{ name: "西沟水库工程", department: "水务局", totalInvestment: 5200 }],
      sheets: [[["填报单位：县水务局"], ["序号", "项目名称", "总投资（万元）"], [1, "西沟水库项目", 5201]]],
    },
  ],
  *check(context) {
    const { ledgers, pack, asOf } = context;
    if (ledgers.length < 2) return;
    const departments = departmentsIn(context);
    for (const ofYear of byStatedYear(ledgers, asOf)) yield* conflictsAmong(everyProject(ofYear), pack, departments);
  },
});

/** What the rule says of some rows, for those that would say something of the same ones. */
export function* conflictsAmong(placed: readonly Placed[], pack: Pack, departments: Departments): Generator<LedgerHit> {
  for (const group of grouped(placed, (each) => identityOf(each, departments))) {
    if (new Set(group.map(({ ledger }) => ledger)).size > 1) yield* conflictsIn(group, pack, departments);
  }
}

/** The valid code; without one the name and department together. */
function identityOf(placed: Placed, departments: Departments): string | null {
  const valid = validCodeOf(placed.project);
  if (valid !== null) return valid;
  const name = comparableNameOf(placed.project);
  const department = name === "" ? null : departments.of(placed);
  return department === null ? null : `${name}|${department}`;
}

/** Every row that says something else than the source that wins. */
function* conflictsIn(group: readonly Placed[], pack: Pack, departments: Departments): Generator<LedgerHit> {
  const stated = group.flatMap(({ project: { values } }) => values.department ?? []);
  const rank = (each: Placed): number => rankOf(each, pack, { stated, departments });
  const ranked = group.map((each) => ({ each, rank: rank(each) })).sort((a, b) => a.rank - b.rank);
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
        winner: isSettled ? sourceName(winner) : "",
      },
      // What was done by May is not what was done by June.
      ...(areOfOtherTimes(each.ledger, winner.ledger) ? { severity: "warning" as const } : {}),
    };
  }
}

function differs(a: Placed, b: Placed, field: (typeof FIGURES)[number]): boolean {
  const here = typedAmountOf(a.ledger, a.project, field);
  const there = typedAmountOf(b.ledger, b.project, field);
  return here !== null && there !== null && !couldBeSame(here, there);
}

/** Whose the rows of one project say that it is, as written. */
interface Owned {
  readonly stated: readonly string[];
  readonly departments: Departments;
}

/** Place in the pack's order of sources; what no entry speaks of comes last. */
function rankOf(placed: Placed, pack: Pack, owned: Owned): number {
  const source = sourceOf(placed);
  const rank = pack.priorities.findIndex((entry) =>
    entry.source === "主管部门" ? speaksForItself(placed, source, owned) : source.includes(entry.source),
  );
  return rank < 0 ? pack.priorities.length : rank;
}

/** The project's own department hands the ledger in; where its row does not say whose it is, the others' do. */
function speaksForItself(placed: Placed, source: string, { stated, departments: { named } }: Owned): boolean {
  const own = placed.project.values.department;
  const reporter = reporterOf(placed);
  const from = reporter === null ? null : named(reporter);
  return (own === undefined ? stated : [own]).some((each) => source.includes(each) || named(each) === from);
}

/** What says whose figures these are. */
function sourceOf(placed: Placed): string {
  const { title, file, sheet } = placed.ledger;
  return `${reporterOf(placed) ?? ""}${title ?? ""}${file}${sheet}`;
}

function reporterOf({ ledger, project }: Placed): string | null {
  return project.values.reporter ?? ledger.reporter;
}

function sourceName(placed: Placed): string {
  const { file, sheet } = placed.ledger;
  return reporterOf(placed) ?? (sheet === "" ? file : sheet);
}
