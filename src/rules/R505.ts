/** For every project that leaves the reserve another is put in. */
import { everyProject, type Placed } from "./alike";
import { isBlank } from "./columns";
import { stageOf } from "./lookups";
import { ledgerRule } from "./rule";

export default ledgerRule({
  code: "R505",
  severity: "error",
  basis: {
    document: "在全县向上争取项目推进会上的讲话",
    article: "有些项目已经调整的，要补进其他项目",
    confidence: "H",
  },
  seed: ["A13"],
  needs: ["stage", "replaces"],
  on: "2025-06-20",
  good: [
    [row("石板沟水库工程", "调出", "补进：青龙沟水库工程"), row("青龙沟水库工程", "储备", "")],
    [row("石板沟水库工程", "调出", ""), row("青龙沟水库工程", "储备", "替换石板沟水库工程")],
  ],
  bad: [
    [row("石板沟水库工程", "调出", ""), row("青龙沟水库工程", "储备", "")],
    [row("石板沟水库工程", "退出", "待定"), row("青龙沟水库工程", "调出", "补进：白鹿原灌区工程")],
  ],
  *check({ ledgers, pack }) {
    const rows: Placed[] = [];
    let gone = 0;
    let named = 0;
    for (const placed of everyProject(ledgers)) {
      const { project } = placed;
      const left = stageOf(pack, project)?.left ?? false;
      const isNamed = project.values.replaces !== undefined;
      if (isNamed) named++;
      else if (left && isBlank(project, "replaces")) rows.push(placed);
      if (isNamed && left) gone++;
    }
    gone += rows.length;
    if (gone <= named) return;
    for (const { ledger, project } of rows) {
      yield { ledger, project, row: project.row, fields: ["replaces", "stage"], args: { gone, named } };
    }
  },
});

function row(name: string, stage: string, replaces: string): Record<string, string | number> {
  return { name, department: "水务局", totalInvestment: name.length * 700, stage, replaces };
}
