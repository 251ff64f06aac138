/** 对接矩阵: policy, projects and money beside each other. */
import type { FieldKey } from "../../../../ledger/fields";
import { matrixLines, underTitles } from "../../../../reserve/matrix";
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { formSheet } from "../../form";
import type { Collection } from "../collection";

export function matrixSheet({ summary, asOf }: Collection): ExportSheet {
  const entries = underTitles(Object.values(summary.matrix));
  const rows = matrixLines(entries);
  const numbers = new Map(entries.flatMap(({ policy, number }) => (number === undefined ? [] : [[policy, number]])));
  // Of what no ledger has a column nothing is known: that is no 0.
  const stated = (field: FieldKey, amount: number): number | null =>
    summary.fields.includes(field) || amount > 0 ? amount : null;
  return formSheet({
    name: "对接矩阵",
    title: "政策—项目—资金对接矩阵",
    asOf,
    money: true,
    lines: ["空着的金额，是没有一份台账有这一列。没有填拟申请资金的，申请额取资金来源里写明“申请”“争取”的列。"],
    columns: [
      { heading: "政策", format: "wrapped", width: 44 },
      { heading: "渠道", format: "text", width: 22 },
      { heading: "个数", format: "count" },
      { heading: "投资额（万元）", format: "amount" },
      { heading: "申请额（万元）", format: "amount" },
      { heading: "批复额（万元）", format: "amount" },
      { heading: "到位额（万元）", format: "amount" },
    ],
    rows: rows.map((row) => [
      titled(row.policy, numbers.get(row.policy)),
      row.channel,
      row.count,
      row.wan,
      stated("requested", row.requested),
      stated("approved", row.approved),
      stated("arrived", row.arrived),
    ]),
  });
}

function titled(policy: string, number: string | undefined): string {
  return number === undefined || policy.includes(number) ? policy : `${policy}（${number}）`;
}
