/** A project's capital reaches the minimum of its industry; inside the permitted reduction it must be explained. */
import { capitalMinimum, capitalVerdict } from "../policy/capital";
import type { Project } from "../ledger/ledger";
import { addsUpWithCapital } from "./C206";
import { entryBasis } from "./entryBasis";
import { straysOf, type Strays } from "./F103";
import { rowRule } from "./rule";

export default rowRule({
  code: "C204",
  severity: "error",
  basis: {
    document: "国务院关于加强固定资产投资项目资本金管理的通知",
    number: "国发〔2019〕26号",
    confidence: "H",
  },
  needs: ["capital", "totalInvestment"],
  on: "2025-06-20",
  good: [
    { name: "县道提级改造公路工程", department: "交通运输局", totalInvestment: 10000, capital: 2000 },
    { name: "城区集中供热工程", department: "住房和城乡建设局", totalInvestment: 8000, capital: 2400 },
  ],
  bad: [
    { name: "县道提级改造公路工程", department: "交通运输局", totalInvestment: 10000, capital: 1000 },
    { name: "县道提级改造公路工程", department: "交通运输局", totalInvestment: 10000, capital: 1600 },
  ],
  prepare({ pack, parameter, ledger }) {
    const mostDemanded = Math.max(...pack.capitalMinimums.map((entry) => entry.minimum));
    const reduction = parameter("reduction");
    return (project) => {
      const { capital, totalInvestment } = project.values;
      if (!capital || !totalInvestment || totalInvestment.wan <= 0) return null;
      const ratio = capital.wan / totalInvestment.wan;
      // What suffices for every industry suffices for this one.
      if (ratio >= mostDemanded) return null;
      const { industry, area, name } = project.values;
      const minimum = capitalMinimum(pack, [industry, area, name]);
      if (!minimum) return null;
      const verdict = capitalVerdict(ratio, minimum, reduction);
      if (verdict === "enough" || isOfScale(project, straysOf(ledger, pack))) return null;
      return {
        fields: ["capital", "totalInvestment"],
        args: {
          ratio,
          minimum: minimum.minimum,
          industry: minimum.name,
          band: verdict === "reducible" ? 1 : 0,
          short: totalInvestment.wan * minimum.minimum - capital.wan,
          balanced: addsUpWithCapital(ledger, project) ? 1 : 0,
        },
        severity: verdict === "reducible" ? "warning" : "error",
        basis: entryBasis(minimum),
      };
    };
  },
});

/** 元, 万元 and 亿元 taken for one another, at the least. */
const SCALE = 1e4;

/** Whether F103 names the cause: a total out of scale, or a capital that would fit the total in another unit. */
function isOfScale(project: Project, strays: Strays): boolean {
  const doubted = strays.get(project) ?? [];
  const { capital, totalInvestment } = project.values;
  if (doubted.includes("totalInvestment")) return !doubted.includes("capital");
  return doubted.includes("capital") && (capital?.wan ?? 0) * SCALE <= (totalInvestment?.wan ?? 0);
}
