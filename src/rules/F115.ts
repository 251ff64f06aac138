/** A number typed as text is left out of sums without a word. */
import { fieldKind } from "../ledger/fields";
import { isNumberText } from "../measure/amount";
import { SELF_CONSISTENT } from "./bases";
import { rowRule, type Hit } from "./rule";

export default rowRule({
  code: "F115",
  severity: "warning",
  basis: { ...SELF_CONSISTENT, article: "文本数字不参与合计" },
  needs: [],
  on: "2025-06-20",
  good: [
    { name: "凤凰山隧道照明改造工程", department: "交通运输局", totalInvestment: 1500 },
    { name: "凤凰山隧道照明改造工程", department: "交通运输局", totalInvestment: "1500万元" },
  ],
  bad: [
    { name: "凤凰山隧道照明改造工程", department: "交通运输局", totalInvestment: "1500" },
    { name: "凤凰山隧道照明改造工程", department: "交通运输局", totalInvestment: "１，５００" },
  ],
  prepare({ ledger }) {
    const columns = ledger.columns.filter(({ field }) => NUMERIC.has(fieldKind(field)));
    return (project) => {
      let hits: Hit[] | null = null;
      for (const { field, column } of columns) {
        const cell = project.cells[column];
        if (typeof cell !== "string" || !isNumberText(cell)) continue;
        if (ledger.untyped && !/[\uff10-\uff19\s]/.test(cell)) continue;
        (hits ??= []).push({ fields: [field], args: { text: cell } });
      }
      return hits;
    };
  },
});

const NUMERIC: ReadonlySet<string> = new Set(["amount", "share", "number"]);
