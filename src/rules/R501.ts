/** New projects of the reserve reach the target's number and amount by its day. */
import { countedOnce } from "../ledger/parts";
import type { Department, Target } from "../policy/pack";
import { workdaysLeft } from "../measure/calendar";
import { departmentFinder, departmentCounted } from "../reserve/departments";
import { countsAsAdded } from "../reserve/place";
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
  ],
  *check(context) {
    const counted = context.pack.targets.filter((target) => target.countedFrom <= context.asOf);
    const ofDepartments = counted.filter((target) => target.department !== null);
    for (const target of ofDepartments.length > 0 ? ofDepartments : counted) {
      const hit = shortfall(target, context);
      if (hit) yield hit;
    }
  },
});

function shortfall(target: Target, context: LedgerContext): LedgerHit | null {
  const { count, wan } = addedFor(target, context);
  const missingCount = Math.max(0, (target.count ?? 0) - count);
  const missingWan = Math.max(0, Math.round(((target.wan ?? 0) - wan) * 1e6) / 1e6);
  if (missingCount === 0 && missingWan === 0) return null;
  const workdays = workdaysLeft(context.calendar, context.asOf, target.by);
  return {
    fields: [],
    files: [...new Set(context.ledgers.map(({ file }) => file))],
    args: {
      target: target.name,
      department: target.department ?? "",
      by: target.by,
      wantedCount: target.count ?? 0,
      wantedWan: target.wan ?? 0,
      count,
      wan,
      missingCount,
      missingWan,
      workdays: workdays ?? -1,
      passed: target.by < context.asOf ? 1 : 0,
      perWeek: workdays ? Math.ceil((missingCount / workdays) * 5 * 10) / 10 : missingCount,
    },
    severity: target.by < context.asOf ? "error" : "warning",
    basis: entryBasis(target),
  };
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
  return { name: `第${String(index + 1)}供水片区管网改造工程`, department: "水务局", totalInvestment, enteredOn };
}
