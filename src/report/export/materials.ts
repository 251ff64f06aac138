/** 材料清单: for every project with a channel whose papers the pack lists, each paper and whether the ledger says that it is there. */
import { isBlankText } from "../../measure/text";
import { rawText } from "../../ledger/raw";
import type { Channel } from "../../policy/pack";
import { isPaperLacking } from "../../rules/C214";
import { entryBasis } from "../../rules/entryBasis";
import { channelOf } from "../../rules/lookups";
import type { ExportSheet } from "../../sheet/exportSheet";
import { citation } from "../../words/clause";
import { formSheet } from "./form";
import { applicationsOf, fieldCells, NUMBER_COLUMN, type PlacedProject } from "./rows";
import { reporterOf } from "./standardTable";
import type { Run } from "../run";

/** Null where no project names a channel of which the papers are known. */
export function materialSheet(run: Run): ExportSheet | null {
  const { pack, asOf } = run.options;
  const rows = applicationsOf(run).flatMap((placed) => {
    const channel = channelOf(pack, placed.project);
    if (!channel) return [];
    const [name, department] = fieldCells(placed, ["name", "department"], run);
    return channel.materials.map((paper) => [
      name ?? null,
      department ?? null,
      channel.name,
      paper.name,
      stateOf(placed, paper),
      citation(entryBasis(channel.materialsBasis ?? channel)),
      null,
    ]);
  });
  if (rows.length === 0) return null;
  return formSheet({
    name: "材料清单",
    title: "项目申报材料清单",
    reporter: reporterOf(run.ledgers),
    asOf,
    lines: [
      "列入：填了资金渠道、政策包里有该渠道材料清单的项目。台账没有该材料一列的，写“台账没有这一列”，请人工核对。",
    ],
    columns: [
      NUMBER_COLUMN,
      { heading: "项目名称", format: "wrapped" },
      { heading: "责任部门", format: "text" },
      { heading: "资金渠道", format: "text", width: 20 },
      { heading: "材料", format: "text", width: 22 },
      { heading: "情况", format: "text", width: 20 },
      { heading: "依据", format: "wrapped", width: 40 },
      { heading: "补齐时间", format: "day" },
    ],
    rows: rows.map((row, index) => [index + 1, ...row]),
  });
}

function stateOf({ ledger, project }: PlacedProject, { name, headings }: Channel["materials"][number]): string {
  // 「实施方案」 is read as a field of its own where the ledger has no other plan.
  const column = [...ledger.unmapped, ...ledger.columns].find(({ heading }) =>
    [name, ...headings].some((word) => heading.includes(word)),
  );
  if (!column) return "台账没有这一列";
  const text = rawText(project, column.column);
  if (isBlankText(text)) return "缺";
  return isPaperLacking(text) ? `缺（${text}）` : `有（${text}）`;
}
