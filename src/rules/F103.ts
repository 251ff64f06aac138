/** An amount that lies a thousandfold beside its column's middle was most likely typed in another unit. */
import { fieldKind, type FieldKey, type PlainField } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
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
      for (const stray of strayAmounts(ledger, times, rows)) yield hit(ledger, stray);
    }
  },
});

export interface StrayAmount {
  readonly project: Project;
  readonly field: PlainField;
  readonly wan: number;
  readonly median: number;
}

interface FoundStrays {
  readonly times: number;
  readonly rows: number;
  readonly found: readonly StrayAmount[];
}

const foundIn = new WeakMap<Ledger, FoundStrays>();

/** Of whom the rule speaks: looked for once a ledger, since those that leave a figure to it ask before it does. */
function strayAmounts(ledger: Ledger, times: number, rows: number): readonly StrayAmount[] {
  const known = foundIn.get(ledger);
  if (known?.times === times && known.rows === rows) return known.found;
  const found = amountsOf(ledger).flatMap((column) => [...strayIn(ledger, column, times, rows)]);
  foundIn.set(ledger, { times, rows, found });
  return found;
}

const straysOfLedgers = new WeakMap<Ledger, { readonly pack: Pack; readonly strays: Strays }>();

/** By project the fields that the rule doubts, for those that would say something of the same figure; of each ledger put together once, when first asked. */
export type Strays = ReadonlyMap<Project, readonly FieldKey[]>;

export function straysOf(ledger: Ledger, pack: Pack): Strays {
  const known = straysOfLedgers.get(ledger);
  if (known?.pack === pack) return known.strays;
  const strays = new Map<Project, readonly FieldKey[]>();
  const { off, numbers } = pack.rules["F103"] ?? {};
  const { times, rows } = numbers ?? {};
  if (off !== true && times !== undefined && rows !== undefined)
    for (const { project, field } of strayAmounts(ledger, times, rows))
      strays.set(project, [...(strays.get(project) ?? []), field]);
  straysOfLedgers.set(ledger, { pack, strays });
  return strays;
}

type AmountField = Extract<PlainField, "totalInvestment">;

interface AmountColumn {
  readonly field: AmountField;
  /** By project, 万元; 0 where none is given. */
  readonly amounts: Float64Array;
  /** Those that are given, one behind another, and how many they are. */
  readonly given: Float64Array;
  count: number;
  least: number;
  greatest: number;
}

/** All columns of amounts in one walk through the projects. */
function amountsOf({ columns, projects }: Ledger): readonly AmountColumn[] {
  const fields = [...new Set(columns.map(({ field }) => field).filter((field) => fieldKind(field) === "amount"))];
  const found = fields.map((field): AmountColumn => ({
    field: field as AmountField,
    amounts: new Float64Array(projects.length),
    given: new Float64Array(projects.length),
    count: 0,
    least: Infinity,
    greatest: 0,
  }));
  projects.forEach(({ values }, index) => {
    for (const column of found) {
      const wan = values[column.field]?.wan ?? 0;
      if (wan <= 0) continue;
      column.amounts[index] = wan;
      column.given[column.count++] = wan;
      if (wan < column.least) column.least = wan;
      if (wan > column.greatest) column.greatest = wan;
    }
  });
  return found;
}

function* strayIn(
  ledger: Ledger,
  { field, amounts, given, count, least, greatest }: AmountColumn,
  times: number,
  rows: number,
): Generator<StrayAmount> {
  // Wherever the middle lies between them, nothing is far from it.
  if (greatest < least * times) return;
  if (count < rows) return;
  const median = medianOf(given.subarray(0, count).sort());
  if (greatest < median * times && least > median / times) return;
  for (let index = 0; index < amounts.length; index++) {
    const wan = amounts[index] ?? 0;
    if (wan <= 0 || (wan < median * times && wan > median / times)) continue;
    const project = ledger.projects[index];
    if (project) yield { project, field, wan, median };
  }
}

function hit(ledger: Ledger, { project, field, wan, median }: StrayAmount): LedgerHit {
  return {
    ledger,
    project,
    row: project.row,
    fields: [field],
    args: { wan, median, times: Math.round(wan > median ? wan / median : median / wan) },
  };
}

function medianOf(sorted: Float64Array): number {
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
