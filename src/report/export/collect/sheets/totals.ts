/** 汇总表: projects and money by department, stage, area, channel and size, each with a chart. */
import { NOT_STATED } from "../../../../reserve/place";
import { ranked } from "../../../../reserve/ranks";
import { inOrderOfSize, inOrderOfStage } from "../../../../reserve/structure";
import type { CellValue } from "../../../../sheet/cell";
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { definition } from "../../../../words/definitions";
import { formSheet, type FormChart } from "../../form";
import { wan, type Collection } from "../collection";
import { share } from "./share";
import type { Tallies } from "../summary";

const GROUPS = [
  ["责任部门", "byDepartment"],
  ["项目阶段", "byStage"],
  ["投向领域", "byArea"],
  ["资金渠道", "byChannel"],
  ["投资规模", "bySize"],
] as const;

/** Bars that can be told apart on half a page. */
const MOST_BARS = 15;

export function totalsSheet({ summary, pack, asOf, writtenTwice = [] }: Collection): ExportSheet {
  const alsoWritten = new Map(writtenTwice.map(({ name, alsoWritten: others }) => [name, others.join("、")]));
  const rows: CellValue[][] = [
    ["合计", "全部项目（调出的不算）", summary.all.count, wan(summary.all.millionths), 1, 1, null],
  ];
  const charts: FormChart[] = [];
  for (const [title, group] of GROUPS) {
    const parts = parted(summary[group]);
    if (parts.length === 0) continue;
    const first = rows.length;
    const sum = parts.reduce((all, part) => all + part.count, 0);
    const money = parts.reduce((all, part) => all + part.wan, 0);
    const rowOf = (part: Part, rank: number | null): CellValue[] => [
      title,
      part.name,
      part.count,
      part.wan,
      share(part.count, sum),
      share(part.wan, money),
      rank,
      ...(group === "byDepartment" ? [alsoWritten.get(part.name) ?? null] : []),
    ];
    const stated = parts.filter(({ name }) => name !== NOT_STATED);
    // Sizes and stages follow one another by what they are: none of them is a rival of the others.
    if (group === "bySize") for (const part of inOrderOfSize(stated)) rows.push(rowOf(part, null));
    else if (group === "byStage") for (const part of inOrderOfStage(stated, pack)) rows.push(rowOf(part, null));
    else for (const { item, rank } of ranked(stated, (part) => part.wan)) rows.push(rowOf(item, rank));
    // What nobody has stated is no rival of the others: it stands below them, without a rank.
    for (const part of parts) if (part.name === NOT_STATED) rows.push(rowOf(part, null));
    charts.push({
      title: `按${title}：总投资（万元）${rows.length - first > MOST_BARS ? `，前 ${String(MOST_BARS)} 个` : ""}`,
      kind: "bar",
      names: 1,
      figures: 3,
      first,
      last: Math.min(rows.length, first + MOST_BARS) - 1,
    });
  }
  return formSheet({
    name: "汇总表",
    title: "项目储备情况汇总表",
    asOf,
    money: true,
    lines: [
      `共 ${String(summary.files.length)} 份文件。按阶段、规模含调出的项目，其余不含。${definition("rank", "zh").is}，${definition("rank", "zh").counts}`,
    ],
    columns: [
      { heading: "分组", format: "text", width: 12 },
      { heading: "名称", format: "text", width: 30 },
      { heading: "项目个数", format: "count" },
      { heading: "投资额（万元）", format: "amount" },
      { heading: "个数占比", format: "share" },
      { heading: "投资占比", format: "share" },
      { heading: "位次", format: "count", width: 6 },
      ...(writtenTwice.length > 0 ? [{ heading: "台账里的其他写法", format: "text" as const, width: 26 }] : []),
    ],
    rows,
    strong: [0],
    charts,
  });
}

interface Part {
  readonly name: string;
  readonly count: number;
  readonly wan: number;
}

function parted(tallies: Tallies): Part[] {
  return Object.entries(tallies).map(([name, { count, millionths }]) => ({ name, count, wan: wan(millionths) }));
}
