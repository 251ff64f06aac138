/** A project rests on a policy that is in force. */
import { isHistory } from "../ledger/restated";
import { isPolicyInForce, knownPolicies, type KnownPolicy } from "../reserve/policies";
import { byFile } from "./alike";
import { DISPATCH_MEETING } from "./bases";
import { entryBasis } from "./entryBasis";
import { ledgerRule, type Basis } from "./rule";

export default ledgerRule({
  code: "C209",
  severity: "error",
  basis: { ...DISPATCH_MEETING, article: "建立政策研究台账，动态跟踪政策变化" },
  seed: ["B6"],
  needs: ["policyBasis"],
  on: "2025-06-20",
  good: [
    [{ name: "城区供水管网改造工程", department: "水务局", totalInvestment: 5200, policyBasis: "国办发〔2024〕52号" }],
    {
      rows: [
        {
          name: "城区供水管网改造工程",
          department: "水务局",
          totalInvestment: 5200,
          policyBasis: "川政办发〔2024〕3号",
        },
      ],
      sheets: [
        [
          ["政策名称", "文号", "发文机关", "失效日期"],
          ["供水管网改造支持办法", "川政办发〔2024〕3号", "县政府办", "2026-12-31"],
        ],
      ],
    },
  ],
  bad: [
    {
      rows: [
        {
          name: "城区供水管网改造工程",
          department: "水务局",
          totalInvestment: 5200,
          policyBasis: "川政办发〔2024〕3号",
        },
      ],
      sheets: [
        [
          ["政策名称", "文号", "发文机关", "失效日期"],
          ["供水管网改造支持办法", "川政办发〔2024〕3号", "县政府办", "2024-12-31"],
        ],
      ],
    },
    {
      rows: [
        {
          name: "城区供水管网改造工程",
          department: "水务局",
          totalInvestment: 5200,
          policyBasis: "供水管网改造支持办法",
        },
      ],
      sheets: [
        [
          ["政策名称", "文号", "发文机关", "施行日期"],
          ["供水管网改造支持办法", "川政办发〔2025〕9号", "县政府办", "2025-09-01"],
        ],
      ],
    },
  ],
  *check({ pack, asOf, ledgers, others }) {
    const lists = byFile(others);
    for (const ledger of ledgers) {
      const stale = knownPolicies(pack, lists.get(ledger.file) ?? []).filter(
        (policy) => !isPolicyInForce(policy, asOf),
      );
      if (stale.length === 0) continue;
      for (const project of ledger.projects) {
        if (isHistory(ledger, project)) continue;
        const cited = project.values.policyBasis;
        const found =
          cited === undefined ? undefined : stale.find(({ names }) => names.some((name) => cited.includes(name)));
        if (!found) continue;
        const args = { policy: found.name, ...sinceWhen(found, asOf) };
        yield { ledger, project, row: project.row, fields: ["policyBasis"], args, ...doubtOf(found) };
      }
    }
  },
});

/** Days that the pack does not have from a primary text can be no error. */
function doubtOf({ backing }: KnownPolicy): { severity?: "warning"; basis?: Basis } {
  return backing === null || backing.confidence === "H" ? {} : { severity: "warning", basis: entryBasis(backing) };
}

/** The day is blank where a sheet only says that it is out of force. */
function sinceWhen({ from, to }: KnownPolicy, asOf: string): { day: string; state: "ended" | "coming" } {
  if (to !== null && to < asOf) return { day: to, state: "ended" };
  return from > asOf ? { day: from, state: "coming" } : { day: "", state: "ended" };
}
