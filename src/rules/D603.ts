/** One leader answers for more projects than one can follow. */
import { DISPATCH_MEETING } from "./bases";
import { everyProject } from "./alike";
import { ledgerRule, type LedgerHit } from "./rule";
import { byStatedYear } from "./statedTime";
import type { Ledger } from "../ledger/ledger";

export default ledgerRule({
  code: "D603",
  severity: "hint",
  basis: { ...DISPATCH_MEETING, article: "一个项目、一名领导" },
  seed: ["B24"],
  needs: ["leader"],
  on: "2025-06-20",
  good: [projects(["李明", "李明", "李明", "王芳"]), projects(["李明、王芳", "李明", "王芳", "赵强", "赵强"])],
  bad: [
    projects(["李明", "李明", "李明", "李明", "李明", "李明"]),
    projects(["李明、王芳", "李明", "李明", "李明", "李明", "李明，赵强"]),
  ],
  *check(context) {
    const most = context.parameter("projects");
    for (const ofYear of byStatedYear(context.ledgers, context.asOf)) yield* tooMany(ofYear, most);
  },
});

function* tooMany(ledgers: readonly Ledger[], most: number): Generator<LedgerHit> {
  const byLeader = new Map<string, { count: number; last: { ledger: Ledger; row: number } }>();
  for (const { ledger, project } of everyProject(ledgers)) {
    for (const leader of (project.values.leader ?? "").split(/[、,，;；/\s]+/)) {
      if (leader.length < 2) continue;
      const last = { ledger, row: project.row };
      byLeader.set(leader, { count: (byLeader.get(leader)?.count ?? 0) + 1, last });
    }
  }
  for (const [leader, { count, last }] of byLeader) {
    if (count > most) yield { ...last, fields: ["leader"], args: { leader, count, most } };
  }
}

function projects(
  leaders: readonly string[],
): { name: string; department: string; totalInvestment: number; leader: string }[] {
  return leaders.map((leader, index) => ({
    name: `第${String(index + 1)}中学操场改造工程`,
    department: `第${String(index + 1)}中学`,
    totalInvestment: 1000 + index,
    leader,
  }));
}
