/** A figure that was due has not been reported. */
import { ledgerRule } from "./rule";

const HEADINGS = ["考核指标", "责任部门", "目标值", "完成值", "完成时限"] as const;

export default ledgerRule({
  code: "A804",
  severity: "warning",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "按照工作进度和时限要求及时提供", confidence: "H" },
  seed: ["A39"],
  needs: [],
  on: "2025-06-20",
  good: [
    {
      rows: [],
      sheets: [
        [
          HEADINGS,
          ["固定资产投资增速", "发展和改革局", "8%", "8.4%", "2025-03-31"],
          ["争取到位资金", "财政局", "12亿元", "", "2025-12-31"],
        ],
      ],
    },
    {
      rows: [],
      sheets: [
        [
          HEADINGS,
          ["固定资产投资增速", "发展和改革局", "8%", "", ""],
          ["争取到位资金", "财政局", "12亿元", "", "2025-06-30"],
        ],
      ],
    },
  ],
  bad: [
    {
      rows: [],
      sheets: [
        [
          HEADINGS,
          ["固定资产投资增速", "发展和改革局", "8%", "", "2025-03-31"],
          ["争取到位资金", "财政局", "12亿元", "", "2025-12-31"],
        ],
      ],
    },
    {
      rows: [],
      sheets: [
        [
          HEADINGS,
          ["固定资产投资增速", "发展和改革局", "8%", "8.4%", "2025-03-31"],
          ["争取到位资金", "财政局", "12亿元", "", "2025年5月底"],
        ],
      ],
    },
  ],
  *check({ others, asOf }) {
    for (const ledger of others) {
      if (ledger.role !== "targets" || !ledger.table) continue;
      const { columns, rows } = ledger.table;
      const column = columns.find(({ key }) => key === "actual")?.column;
      if (column === undefined) continue;
      for (const { row, values } of rows) {
        const { indicator, department, due, actual } = values;
        if (typeof due !== "object" || due.to >= asOf || actual !== undefined) continue;
        yield {
          ledger,
          row,
          fields: [],
          columns: [column],
          args: { indicator: String(indicator ?? ""), department: String(department ?? ""), due: due.to },
        };
      }
    }
  },
});
