/** 与上次比较: what came, went and moved since the former collection. */
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { formSheet } from "../../form";
import { NUMBER_COLUMN } from "../../rows";
import type { Collection } from "../collection";
import { coverageText } from "../coverage";
import type { Change } from "../previous";

export function changesSheet({ changes, coverage, asOf }: Collection): ExportSheet | null {
  if (changes === null) return null;
  return formSheet({
    name: "与上次比较",
    title: "与上次汇总比较",
    asOf,
    money: true,
    lines: [
      ...[coverage ? coverageText(coverage, "上次") : ""].filter((line) => line !== ""),
      "按台账的行比较：同一项目登记了几行就按几行算，储备表和申报表各列一次的算一行；名称、阶段、投资都变了的，各列一行。项目按代码对应，没有代码的按名称和部门；阶段按政策包归一。",
    ],
    columns: [
      NUMBER_COLUMN,
      { heading: "变化", format: "text", width: 12 },
      { heading: "项目", format: "wrapped", width: 40 },
      { heading: "上次阶段", format: "text" },
      { heading: "本次阶段", format: "text" },
      { heading: "上次（万元）", format: "amount" },
      { heading: "本次（万元）", format: "amount" },
      { heading: "说明", format: "wrapped", width: 30 },
    ],
    rows: changes.map(({ kind, name, before, now, again }, index) => [
      index + 1,
      kind,
      name,
      before?.stage ?? null,
      now?.stage ?? null,
      before?.wan ?? null,
      now?.wan ?? null,
      explanation({ kind, before, again }),
    ]),
  });
}

function explanation({ kind, before, again }: Pick<Change, "kind" | "before" | "again">): string | null {
  if (kind === "更名") return `原名：${before?.name ?? ""}`;
  if (kind === "补填投资") return "上次没有填总投资，增减多少说不出来";
  if (kind === "投资漏填") return "这次没有填总投资，请补填";
  return again ? "同一项目，登记的行数与上次不同" : null;
}
