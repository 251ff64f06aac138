/** Against the last submission, cumulative figures do not fall and a total does not change without a word. */
import type { BaselineProject } from "../ledger/baseline";
import type { Project } from "../ledger/ledger";
import { everyProject } from "./alike";
import { projectsBefore } from "./previously";
import { ledgerRule } from "./rule";

const CUMULATIVE = ["completed", "approved", "arrived", "paid"] as const;

const BASE = { name: "柿园河治理工程", department: "水务局", totalInvestment: 5200, completed: 1800 };

export default ledgerRule({
  code: "K705",
  severity: "warning",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "与去年同期、与目标计划比较", confidence: "H" },
  seed: ["A4"],
  needs: ["name"],
  on: "2025-06-20",
  good: [
    { rows: [{ ...BASE, completed: 2100 }], before: [BASE] },
    { rows: [{ ...BASE, totalInvestment: 5600, remark: "概算批复后调整" }], before: [BASE] },
  ],
  bad: [
    { rows: [{ ...BASE, completed: 1500 }], before: [BASE] },
    { rows: [{ ...BASE, totalInvestment: 5600, remark: "" }], before: [BASE] },
  ],
  *check({ ledgers, baseline }) {
    if (!baseline) return;
    const before = projectsBefore(baseline.projects);
    for (const { ledger, project } of everyProject(ledgers)) {
      const then = before.get(project.key);
      if (!then) continue;
      const place = { ledger, project, row: project.row };
      for (const field of CUMULATIVE) {
        const change = changeOf(project, then, field);
        if (change && change.now < change.was) yield { ...place, fields: [field], args: { ...change, kind: "fell" } };
      }
      const total = changeOf(project, then, "totalInvestment");
      if (total && total.now !== total.was && !isExplained(project)) {
        yield { ...place, fields: ["totalInvestment"], args: { ...total, kind: "changed" } };
      }
    }
  },
});

function changeOf(
  project: Project,
  then: BaselineProject,
  field: (typeof CUMULATIVE)[number] | "totalInvestment",
): { was: number; now: number } | null {
  const was = then.amounts[field];
  const amount = project.values[field];
  return was === undefined || !amount || amount.approx ? null : { was, now: amount.wan };
}

function isExplained({ values }: Project): boolean {
  return [values.remark, values.progress, values.problems].some(
    (text) => text !== undefined && /调整|变更|调增|调减|概算|批复|核定/.test(text),
  );
}
