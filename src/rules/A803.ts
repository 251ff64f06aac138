/** A target whose rank lies beyond the first few costs its department a grade. */
import { ledgerRule } from "./rule";

const HEADINGS = ["考核指标", "责任部门", "目标值", "全市排名"] as const;

export default ledgerRule({
  code: "A803",
  severity: "warning",
  basis: {
    document: "在全县向上争取项目推进会上的讲话",
    article: "未进入全市前三名的，考核降低一个等次并专题汇报",
    confidence: "H",
  },
  seed: ["A28"],
  needs: [],
  on: "2025-06-20",
  good: [
    {
      rows: [],
      sheets: [
        [HEADINGS, ["固定资产投资增速", "发展和改革局", "8%", 2], ["争取到位资金", "财政局", "12亿元", "第三名"]],
      ],
    },
    {
      rows: [],
      sheets: [
        [HEADINGS, ["固定资产投资增速", "发展和改革局", "8%", "并列3"], ["争取到位资金", "财政局", "12亿元", ""]],
      ],
    },
  ],
  bad: [
    {
      rows: [],
      sheets: [[HEADINGS, ["固定资产投资增速", "发展和改革局", "8%", 5], ["争取到位资金", "财政局", "12亿元", 1]]],
    },
    {
      rows: [],
      sheets: [
        [HEADINGS, ["固定资产投资增速", "发展和改革局", "8%", "第4名"], ["争取到位资金", "财政局", "12亿元", 1]],
      ],
    },
  ],
  *check(context) {
    const top = context.parameter("top");
    const grades = context.parameter("gradeLoss");
    for (const ledger of context.others) {
      if (ledger.role !== "targets" || !ledger.table) continue;
      const column = ledger.table.columns.find(({ key }) => key === "rank")?.column;
      if (column === undefined) continue;
      for (const { row, values } of ledger.table.rows) {
        const rank = rankIn(values["rank"]);
        if (rank === null || rank <= top) continue;
        const args = {
          indicator: String(values["indicator"] ?? ""),
          department: String(values["department"] ?? ""),
          rank,
          top,
          grades,
        };
        yield { ledger, row, fields: [], columns: [column], args };
      }
    }
  },
});

function rankIn(value: unknown): number | null {
  if (typeof value === "number") return value;
  const digits = typeof value === "string" ? /\d+/.exec(value.normalize("NFKC"))?.[0] : undefined;
  return digits === undefined ? null : Number(digits);
}
