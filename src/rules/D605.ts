/** Each target has exactly one department in the lead. */
import { ledgerRule } from "./rule";

const HEADINGS = ["考核指标", "责任部门", "配合部门", "目标值"] as const;

export default ledgerRule({
  code: "D605",
  severity: "error",
  basis: {
    document: "在全县向上争取项目推进会上的讲话",
    article: "调整明确责任部门和配合部门；层层有任务、人人有责任",
    confidence: "H",
  },
  seed: ["A22", "A24"],
  needs: [],
  on: "2025-06-20",
  good: [
    {
      rows: [],
      sheets: [
        [
          HEADINGS,
          ["固定资产投资增速", "发展和改革局", "统计局、财政局", "8%"],
          ["争取到位资金", "财政局", "各部门", "12亿元"],
        ],
      ],
    },
    {
      rows: [],
      sheets: [
        [HEADINGS, ["固定资产投资增速", "发展和改革局", "统计局", "8%"], ["造林面积", "林业和草原局", "各镇", "2万亩"]],
      ],
    },
  ],
  bad: [
    {
      rows: [],
      sheets: [
        [
          HEADINGS,
          ["固定资产投资增速", "发展和改革局、统计局", "财政局", "8%"],
          ["争取到位资金", "财政局", "各部门", "12亿元"],
        ],
      ],
    },
    {
      rows: [],
      sheets: [[HEADINGS, ["固定资产投资增速", "", "财政局", "8%"], ["争取到位资金", "财政局", "各部门", "12亿元"]]],
    },
  ],
  *check({ others }) {
    for (const ledger of others) {
      if (ledger.role !== "targets" || !ledger.table) continue;
      const column = ledger.table.columns.find(({ key }) => key === "department")?.column;
      if (column === undefined) continue;
      for (const { row, values } of ledger.table.rows) {
        const { indicator, department } = values;
        if (typeof indicator !== "string") continue;
        const leads = String(department ?? "")
          .split(/[、,，;；/\n]+/)
          .filter((lead) => lead.trim() !== "");
        if (leads.length === 1) continue;
        yield { ledger, row, fields: [], columns: [column], args: { indicator, leads } };
      }
    }
  },
});
