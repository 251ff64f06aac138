/** New projects of the reserve reach the target's number and amount by its day. */
import { toldUntil } from "../ledger/ownTime";
import { countedOnce } from "../ledger/parts";
import type { Department, Pack, Target } from "../policy/pack";
import { workdaysLeft } from "../measure/calendar";
import { departmentFinder, departmentCounted } from "../reserve/departments";
import { countsAsAdded } from "../reserve/place";
import { soleDepartment } from "../reserve/soleDepartment";
import { DISPATCH_MEETING } from "./bases";
import { entryBasis } from "./entryBasis";
import { stageOf } from "./lookups";
import { ledgerRule, type LedgerContext, type LedgerHit } from "./rule";

export default ledgerRule({
  code: "R501",
  severity: "error",
  basis: { ...DISPATCH_MEETING, article: "6月底前新增储备项目不少于30个，总投资不低于50亿元" },
  seed: ["B20"],
  needs: ["enteredOn"],
  on: "2025-06-20",
  good: [
    Array.from({ length: 31 }, (_, index) => example(index, 18000, "2025-04-10")),
    Array.from({ length: 30 }, (_, index) => example(index, "2亿元", "2025年5月")),
  ],
  bad: [
    Array.from({ length: 5 }, (_, index) => example(index, 18000, "2025-04-10")),
    Array.from({ length: 31 }, (_, index) => example(index, 600, "2025-04-10")),
    // One department's own file.
    Array.from({ length: 4 }, (_, index) => ({ ...example(index, 4000, "2025-04-10"), department: "水务局" })),
  ],
  *check(context) {
    const counted = context.pack.targets.filter((target) => target.countedFrom <= context.asOf);
    const sole = soleDepartment(context.ledgers, context.pack);
    for (const target of targetsOf(sole, counted, context.pack)) {
      const hit = shortfall(target, sole, context);
      if (hit) yield hit;
    }
  },
});

/** Departments' own targets go before the county's; a department's own file is held to no other's. */
function targetsOf(sole: string | null, targets: readonly Target[], { roster }: Pack): readonly Target[] {
  const ofDepartments = targets.filter(({ department }) => department !== null);
  if (sole === null) return ofDepartments.length > 0 ? ofDepartments : targets;
  const own = ofDepartments.filter((target) => ownerOf(target, roster)(sole));
  return own.length > 0 ? own : targets.filter(({ department }) => department === null);
}

function shortfall(target: Target, sole: string | null, context: LedgerContext): LedgerHit | null {
  const { asOf } = context;
  const { count, wan } = addedFor(target, context);
  const until = toldByAll(context);
  // A reserve of the year before holds nothing of what was added since.
  if (count === 0 && until < target.countedFrom) return null;
  const missingCount = Math.max(0, (target.count ?? 0) - count);
  const missingWan = Math.max(0, Math.round(((target.wan ?? 0) - wan) * 1e6) / 1e6);
  if (missingCount === 0 && missingWan === 0) return null;
  const isPart = sole !== null && target.department === null;
  const isOver = target.by < asOf;
  // What came between the ledger's last day and the target's, nobody can read from it.
  const isKnown = until === asOf || until >= target.by;
  const workdays = isOver && !isKnown ? null : workdaysLeft(context.calendar, asOf, target.by);
  return {
    fields: [],
    files: [...new Set(context.ledgers.map(({ file }) => file))],
    args: {
      target: target.name,
      department: target.department ?? sole ?? "",
      kind: isPart ? "part" : "whole",
      until: until < asOf ? until : "",
      since: target.countedFrom,
      by: target.by,
      wantedCount: target.count ?? 0,
      wantedWan: target.wan ?? 0,
      count,
      wan,
      missingCount,
      missingWan,
      workdays: workdays ?? -1,
      passed: isOver && isKnown ? 1 : 0,
      perWeek: workdays ? Math.ceil((missingCount / workdays) * 5 * 10) / 10 : missingCount,
    },
    severity: isPart ? "hint" : isOver && isKnown ? "error" : "warning",
    basis: entryBasis(target),
  };
}

/** The last day of which any of the ledgers can tell. */
function toldByAll({ ledgers, asOf }: LedgerContext): string {
  return ledgers.reduce((last, ledger) => {
    const day = toldUntil(ledger, asOf);
    return day > last ? day : last;
  }, "");
}

function addedFor(target: Target, { ledgers, pack, asOf }: LedgerContext): { count: number; wan: number } {
  const isOwn = ownerOf(target, pack.roster);
  let count = 0;
  let millionths = 0;
  for (const ledger of ledgers) {
    for (const project of countedOnce(ledger)) {
      if (!countsAsAdded(project, target, asOf) || stageOf(pack, project)?.left) continue;
      if (!isOwn(departmentCounted(project, ledger) ?? "")) continue;
      count++;
      millionths += Math.round((project.values.totalInvestment?.wan ?? 0) * 1e6);
    }
  }
  return { count, wan: millionths / 1e6 };
}

/** Whether a department as somebody wrote it is the target's; of the county's target everybody is. */
function ownerOf({ department }: Target, roster: readonly Department[]): (written: string) => boolean {
  if (department === null) return () => true;
  const known = departmentFinder(roster)(department) !== null;
  const find = departmentFinder(known ? roster : [...roster, { name: department, aliases: [] }]);
  const own = find(department);
  return (written) => find(written) === own;
}

function example(index: number, totalInvestment: string | number, enteredOn: string): Record<string, string | number> {
  const department = index % 2 === 0 ? "水务局" : "住房和城乡建设局";
  return { name: `第${String(index + 1)}供水片区管网改造工程`, department, totalInvestment, enteredOn };
}
