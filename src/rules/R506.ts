/** What is applied for stands in the reserve. */
import type { Ledger } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { byFile, everyProject } from "./alike";
import { APPLYING, stageOf } from "./lookups";
import { comparableNameOf } from "./names";
import { isReserve } from "./reserveLedger";
import { ledgerRule, type LedgerHit } from "./rule";

export default ledgerRule({
  code: "R506",
  severity: "error",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "没有放在储备项目里的，尽快补进去", confidence: "H" },
  seed: ["A21"],
  needs: ["name"],
  on: "2025-06-20",
  good: [
    { rows: [applying("黑水河治理工程")], sheets: [reserve("黑水河治理项目")] },
    [{ ...applying("黑水河治理工程"), enteredOn: "2025-03-01" }],
  ],
  bad: [
    { rows: [applying("黑水河治理工程")], sheets: [reserve("白水河治理项目")] },
    { rows: [applying("黑水河治理一期工程")], sheets: [reserve("黑水河治理二期工程")] },
  ],
  *check({ ledgers, pack }) {
    for (const ofFile of byFile(ledgers).values()) yield* missingIn(ofFile, pack);
  },
});

/** Of one file: another department's reserve, or another county's, need not hold what this one applies for. */
function* missingIn(ledgers: readonly Ledger[], pack: Pack): Generator<LedgerHit> {
  const reserved = ledgers.filter(isReserve);
  if (reserved.length === 0 || reserved.length === ledgers.length) return;
  const names = new Set<string>();
  const codes = new Set<string>();
  for (const { project } of everyProject(reserved)) {
    names.add(comparableNameOf(project));
    if (project.values.code !== undefined) codes.add(project.values.code);
  }
  const sheet = [...new Set(reserved.map((ledger) => ledger.sheet))].join("、");
  for (const { ledger, project } of everyProject(ledgers.filter((each) => !isReserve(each)))) {
    if (stageOf(pack, project)?.order !== APPLYING || names.has(comparableNameOf(project))) continue;
    if (project.values.code !== undefined && codes.has(project.values.code)) continue;
    yield { ledger, project, row: project.row, fields: ["name", "stage"], args: { sheet } };
  }
}

function applying(name: string): Record<string, string | number> {
  return {
    name,
    department: "水务局",
    totalInvestment: 5100,
    scale: "治理河道6.8公里",
    stage: "申报",
    channel: "一般债券",
  };
}

function reserve(name: string): (string | number)[][] {
  return [
    ["项目名称", "责任部门", "总投资（万元）", "入库时间"],
    [name, "水务局", 5100, "2025-02-01"],
  ];
}
