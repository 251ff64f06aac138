/** The score as a table to read. */
import { f1, METRICS, precision, recall, share, type Metric, type Score } from "./compare";

const NAMES: Readonly<Record<Metric, string>> = {
  role: "表的性质",
  header: "表头位置",
  sheetUnit: "表的单位",
  columns: "列对应字段",
  columnUnits: "列的单位",
  unmapped: "未用的列",
  rows: "项目行",
  hidden: "隐藏行标记",
  skipped: "非项目行的种类",
  amounts: "金额",
  days: "日期",
  otherValues: "其他值",
  findings: "问题查全",
  falseAlarms: "误报",
};

export function scoreTable(score: Score): string {
  const lines = METRICS.map((metric) => {
    const count = score.counts[metric];
    if (metric === "falseAlarms") return `${pad(NAMES[metric])} ${count.extra} 处`;
    const figures = `${percent(share(count))}  对 ${count.right} / 应 ${count.expected}  多 ${count.extra}`;
    if (metric !== "columns" && metric !== "rows") return `${pad(NAMES[metric])} ${figures}`;
    return `${pad(NAMES[metric])} ${figures}  准 ${percent(precision(count))} 全 ${percent(recall(count))} F1 ${percent(f1(count))}`;
  });
  return lines.join("\n");
}

function pad(name: string): string {
  return name + "　".repeat(Math.max(0, 8 - name.length));
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2).padStart(6)} %`;
}
