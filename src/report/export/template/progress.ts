/** Where the targets stand: formulas over the table of projects, which any spreadsheet program reckons. */
import type { FieldKey } from "../../../ledger/fields";
import { targetInForce } from "../../../reserve/place";
import { columnName } from "../../../sheet/address";
import type { ExportFormula, ExportSheet } from "../../../sheet/exportSheet";
import { formSheet } from "../form";
import { STANDARD_TABLE } from "../standardTable";
import { ROOM, ROWS, type TemplateOptions } from "./options";
import { FIELDS } from "./projects";

/** Counts and sums of the table beside it, by formulas that any spreadsheet program reckons. */
export function progressSheet({ pack, asOf }: TemplateOptions): ExportSheet {
  const target = targetInForce(pack, asOf);
  // Title, statement and heading stand above the example; it is not counted.
  const range = (field: FieldKey): string => {
    const column = columnName(FIELDS.indexOf(field));
    return `${STANDARD_TABLE}!$${column}$5:$${column}$${String(4 + ROWS + ROOM)}`;
  };
  const entered = target
    ? `${range("enteredOn")},">="&${dateFormula(target.countedFrom)},${range("enteredOn")},"<="&${dateFormula(target.by)}`
    : null;
  const lines: (readonly [string, string | number | null, string])[] = [
    ["项目个数（个）", `COUNTIF(${range("name")},"?*")`, "标准项目表里填了项目名称的行"],
    ["总投资合计（万元）", `SUM(${range("totalInvestment")})`, "标准项目表“总投资”一列之和"],
    ["申请资金合计（万元）", `SUM(${range("requested")})`, "标准项目表“拟申请资金”一列之和"],
    ["到位资金合计（万元）", `SUM(${range("arrived")})`, "标准项目表“到位资金”一列之和"],
    ...(target && entered
      ? ([
          ["目标个数（个）", target.count ?? null, `${target.name}，${target.by} 前`],
          ["目标总投资（万元）", target.wan ?? null, `${target.name}，${target.by} 前`],
          ["新增个数（个）", `COUNTIFS(${entered})`, `入库时间在 ${target.countedFrom} 至 ${target.by}；要填成日期`],
          ["新增总投资（万元）", `SUMIFS(${range("totalInvestment")},${entered})`, "同上"],
          ["个数缺口（个）", "MAX(0,N(B8)-B10)", "目标 − 新增，已达到为 0"],
          ["总投资缺口（万元）", "MAX(0,N(B9)-B11)", "目标 − 新增，已达到为 0"],
        ] as const)
      : []),
  ];
  const form = formSheet({
    name: "目标进度",
    title: "储备目标进度（自动计算）",
    lines: ["数字由表格公式从“标准项目表”算出，不用填写。"],
    columns: [
      { heading: "统计内容", format: "text", width: 30 },
      { heading: "结果", format: "figure", width: 18 },
      { heading: "怎么算", format: "wrapped", width: 60 },
    ],
    rows: lines.map(([what, value, how]) => [what, typeof value === "string" ? 0 : value, how]),
  });
  const first = (form.heading ?? 0) + 1;
  return {
    ...form,
    formulas: lines.flatMap(([what, formula], index): ExportFormula[] =>
      typeof formula === "string" ? [{ row: first + index, column: 1, formula, gives: emptyResult(what, target) }] : [],
    ),
  };
}

/** What the formula gives while nothing is filled in. */
function emptyResult(what: string, target: ReturnType<typeof targetInForce>): number {
  if (what === "个数缺口（个）") return target?.count ?? 0;
  return what === "总投资缺口（万元）" ? (target?.wan ?? 0) : 0;
}

function dateFormula(day: string): string {
  return `DATE(${day.split("-").map(Number).join(",")})`;
}
