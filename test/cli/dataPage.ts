/** docs/data-schema.md, made of the columns themselves. */
import { FILE_COLUMNS, PROJECT_COLUMNS, TOTAL_COLUMNS, type DataColumn } from "../../src/report/export/collect/data";

export function dataPage(): string {
  return `# 供数据分析的明细表

\`\`\`
npx ledger-check collect 文件夹 -o 汇总.xlsx --parquet 明细        # 明细/projects.parquet、files.parquet、totals.parquet
npx ledger-check collect 文件夹 -o 汇总.xlsx --duckdb 明细.duckdb   # 一个数据库，里面是同样三张表
\`\`\`

两种写法可以一起用，都由 DuckDB 自己的库写出，Python、R、Spark、Power BI 和各种数据库都能读。没有装 DuckDB 的（\`npm ci --omit=optional\`），命令会说明怎么装；不写这两个选项时不加载它。

- 没有填、没有读懂的为空（NULL），原文在 \`unread\`；不猜，也不补零。
- 金额都是万元，精确到 0.01 元。只写到月、季、年的日期是一段区间：\`_from\` 到 \`_to\`，写到哪一级在 \`_precision\`。
- \`is_\` 开头的是归并和判断的结果，与汇总表用的相同；\`has_left\` 为真的（已调出）不计入合计。
- 不带 \`is_\` 的是台账上写的。列只增加，不改名。

例：各部门在库项目，与 \`totals\` 里 \`by = 'department'\` 的各行相等。

\`\`\`sql
SELECT is_department, count(*), sum(total_investment)
FROM 'projects.parquet' WHERE NOT has_left AND NOT counted_elsewhere GROUP BY ALL ORDER BY 3 DESC;
\`\`\`

## projects：一行一个项目

${table(PROJECT_COLUMNS)}

## files：一行一份文件

${table(FILE_COLUMNS)}

## totals：汇总表上的合计

按阶段、规模的含已调出的项目，其余不含。

${table(TOTAL_COLUMNS)}
`;
}

function table(columns: readonly DataColumn[]): string {
  const rows = columns.map(({ name, type, meaning }) => `| \`${name}\` | ${type} | ${meaning} |`);
  return ["| 列 | 类型 | 是什么 |", "|---|---|---|", ...rows].join("\n");
}
