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
      const columns = amountsOf(ledger);
      for (const { field, amounts } of columns) yield* strayIn(ledger, field, amounts, times, rows);
    }
  },
});

type AmountField = Extract<PlainField, "totalInvestment">;

interface AmountColumn {
  readonly field: AmountField;
  /** By project, 万元; 0 where none is given. */
  readonly amounts: Float64Array;
}

/** All columns of amounts in one walk through the projects. */
function amountsOf({ columns, projects }: Ledger): readonly AmountColumn[] {
  const fields = [...new Set(columns.map(({ field }) => field).filter((field) => fieldKind(field) === "amount"))];
  const found = fields.map((field) => ({
    field: field as AmountField,
    amounts: new Float64Array(projects.length),
  }));
  projects.forEach(({ values }, index) => {
    for (const { field, amounts } of found) {
      const amount = values[field];
      if (amount) amounts[index] = amount.wan;
    }
  });
  return found;
}

function* strayIn(
  ledger: Ledger,
  field: AmountField,
  amounts: Float64Array,
  times: number,
  rows: number,
): Generator<LedgerHit> {
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
  const parted = amounts.slice();
  const middle = parted.length >> 1;
  const upper = smallest(parted, middle);
  if (parted.length % 2 === 1) return upper;
  // What is left of the middle is no greater than it.
  let lower = 0;
  for (let index = 0; index < middle; index++) lower = Math.max(lower, parted[index] ?? 0);
  return (lower + upper) / 2;
}

/** The amount that would stand at `place` if they were sorted (Hoare's selection: the rest stays unsorted, on its side of it). */
function smallest(amounts: Float64Array, place: number): number {
  let first = 0;
  let last = amounts.length - 1;
  while (first < last) {
    const pivot = amounts[(first + last) >> 1] ?? 0;
    let low = first;
    let high = last;
    while (low <= high) {
      while ((amounts[low] ?? 0) < pivot) low++;
      while ((amounts[high] ?? 0) > pivot) high--;
      if (low > high) break;
      const swapped = amounts[low] ?? 0;
      amounts[low++] = amounts[high] ?? 0;
      amounts[high--] = swapped;
    }
    if (place <= high) last = high;
    else if (place >= low) first = low;
    else break;
  }
  return amounts[place] ?? 0;
}

function example(
  index: number,
  totalInvestment: number,
): { name: string; department: string; totalInvestment: number } {
  const places = ["东庄", "西岭", "南沟", "北塬", "中坪", "上河"];
  return { name: `${places[index] ?? ""}村供水管网改造工程`, department: "水务局", totalInvestment };
}
