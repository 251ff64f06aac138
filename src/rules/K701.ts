/** A printed total is the sum of its printed parts, as far as their last digits can tell. */
import type { FieldKey } from "../ledger/fields";
import { fieldKind } from "../ledger/fields";
import type { Ledger, Project, TotalRow } from "../ledger/ledger";
import { sumWan } from "../measure/amount";
import { couldBeSum, type Printed } from "../measure/printed";
import { amountOf, printedTotal, roundedAmount } from "./printedCells";
import { ONE_SOURCE } from "./bases";
import { isUnread } from "./columns";
import { ledgerRule } from "./rule";

export default ledgerRule({
  code: "K701",
  severity: "error",
  basis: ONE_SOURCE,
  seed: ["A26"],
  needs: [],
  on: "2025-06-20",
  good: [
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200 },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300.5 },
      { name: "合计", totalInvestment: 3500.5 },
    ],
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200.4 },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300.4 },
      { name: "合计", totalInvestment: 3501 },
    ],
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: "约1200" },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300 },
      { name: "合计", totalInvestment: 3540 },
    ],
    // As texts, each is rounded as it is written.
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: "1.2亿元" },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: "2.35亿元" },
      { name: "合计", totalInvestment: "3.6亿元" },
    ],
    [
      { serial: "一", name: "污水类" },
      { serial: 1, name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200 },
      { serial: "二", name: "供水类" },
      { serial: 2, name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300 },
      { name: "小计", totalInvestment: 3500 },
    ],
  ],
  bad: [
    // 1200.5 beside a number of two decimals is 1200.50.
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200.5 },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300.25 },
      { name: "合计", totalInvestment: 3500.79 },
    ],
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: "约1200" },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300.5 },
      { name: "合计", totalInvestment: 3600.5 },
    ],
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200 },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300.5 },
      { name: "合计", totalInvestment: 3600.5 },
    ],
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200, completed: 300 },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300, completed: 400 },
      { name: "合计", totalInvestment: 3500, completed: 900 },
    ],
  ],
  *check({ ledgers }) {
    for (const ledger of ledgers) {
      if (ledger.totals.length === 0) continue;
      const byRow = new Map(ledger.projects.map((project) => [project.row, project]));
      for (const total of ledger.totals) {
        const parts = total.of.flatMap((row) => byRow.get(row) ?? []);
        for (const field of Object.keys(total.amounts) as FieldKey[]) {
          if (fieldKind(field) !== "amount") continue;
          const difference = differenceOf(ledger, total, parts, field);
          if (!difference || isRunningTotal(ledger, total, field)) continue;
          const { approximate, ...args } = difference;
          yield {
            ledger,
            row: total.row,
            fields: [field],
            args: { ...args, rows: parts.length },
            // 「约」 leaves room for more than its digits say.
            ...(approximate ? { severity: "warning" as const } : {}),
          };
        }
      }
    }
  },
});

/** A lone 小计 below sections without sums of their own stands for all that is above it. */
function isRunningTotal(ledger: Ledger, total: TotalRow, field: FieldKey): boolean {
  if (total !== ledger.totals.find(({ scope }) => scope === "part")) return false;
  const above = ledger.projects.filter(({ row }) => row < total.row);
  return above.length > total.of.length && differenceOf(ledger, total, above, field) === null;
}

function differenceOf(
  ledger: Ledger,
  total: TotalRow,
  parts: readonly Project[],
  field: FieldKey,
): { printed: number; sum: number; approximate: boolean } | null {
  if (parts.length === 0) return null;
  const column = ledger.columns.find((each) => each.field === field);
  if (!column) return null;
  const decimals = ledger.decimals[column.column] ?? 0;
  const whole = printedTotal(total.cells[column.column], column.unitInForce, total.amounts[field] ?? null, decimals);
  if (!whole) return null;
  const printedParts: Printed[] = [];
  let approximate = false;
  for (const project of parts) {
    // A part that could not be read leaves nothing to add up.
    if (isUnread(project, field)) return null;
    const amount = amountOf(project, field);
    if (!amount) continue;
    const part = roundedAmount(project.cells[column.column], column.unitInForce, amount, decimals);
    if (!part) return null;
    approximate ||= amount.approx;
    printedParts.push(part);
  }
  if (printedParts.length === 0 || couldBeSum(whole, printedParts)) return null;
  return { printed: whole.value, sum: sumWan(printedParts.map((part) => part.value)), approximate };
}
