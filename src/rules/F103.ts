/** An amount that lies a thousandfold beside its column's middle was most likely typed in another unit. */
import { fieldKind, type PlainField } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import { SELF_CONSISTENT } from "./bases";
import { ledgerRule, type LedgerHit } from "./rule";

export default ledgerRule({
  code: "F103",
  severity: "warning",
  basis: { ...SELF_CONSISTENT, article: "同一列用同一单位" },
  needs: [],
  on: "2025-06-20",
  good: [
    [1200, 3500, 860, 12000, 4300, 2600].map((wan, index) => example(index, wan)),
    [1200, 3500, 86000000].map((wan, index) => example(index, wan)),
  ],
  bad: [
    [1200, 3500, 860, 12000, 4300, 26000000].map((wan, index) => example(index, wan)),
    [1200, 3500, 860, 12000, 4300, 0.26].map((wan, index) => example(index, wan)),
  ],
  *check(context) {
    const times = context.parameter("times");
    const rows = context.parameter("rows");
    for (const ledger of context.ledgers) {
      for (const { field } of ledger.columns) {
        if (fieldKind(field) === "amount") yield* strayIn(ledger, field as AmountField, times, rows);
      }
    }
  },
});

type AmountField = Extract<PlainField, "totalInvestment">;

function* strayIn(ledger: Ledger, field: AmountField, times: number, rows: number): Generator<LedgerHit> {
  const amounts = new Float64Array(ledger.projects.length);
  ledger.projects.forEach(({ values }, index) => {
    amounts[index] = values[field]?.wan ?? 0;
  });
  const given = amounts.filter((wan) => wan > 0);
  if (given.length < rows) return;
  const median = medianOf(given);
  for (let index = 0; index < amounts.length; index++) {
    const wan = amounts[index] ?? 0;
    if (wan <= 0 || (wan < median * times && wan > median / times)) continue;
    const project = ledger.projects[index];
    if (project) yield hit(ledger, project, field, wan, median);
  }
}

function hit(ledger: Ledger, project: Project, field: AmountField, wan: number, median: number): LedgerHit {
  return {
    ledger,
    project,
    row: project.row,
    fields: [field],
    args: { wan, median, times: Math.round(wan > median ? wan / median : median / wan) },
  };
}

function medianOf(amounts: Float64Array): number {
  const sorted = amounts.slice().sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function example(
  index: number,
  totalInvestment: number,
): { name: string; department: string; totalInvestment: number } {
  const places = ["东庄", "西岭", "南沟", "北塬", "中坪", "上河"];
  return { name: `${places[index] ?? ""}村供水管网改造工程`, department: "水务局", totalInvestment };
}
