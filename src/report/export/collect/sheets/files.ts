/** 文件清单: what came, how many projects it holds, what kept it from being read. */
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { formSheet } from "../../form";
import { isoDay } from "../../notation";
import { NUMBER_COLUMN } from "../../rows";
import type { Collection } from "../collection";
import { monthText } from "../owing";
import type { FileEntry } from "../summary";

const RECEIPTS = { same: "与回执一致", changed: "校核后改动过", none: "没有回执" } as const;

export function filesSheet({ summary, asOf }: Collection): ExportSheet {
  return formSheet({
    name: "文件清单",
    title: "收到的文件",
    asOf,
    columns: [
      NUMBER_COLUMN,
      { heading: "文件", format: "wrapped", width: 48 },
      { heading: "台账", format: "wrapped", width: 24 },
      { heading: "项目数", format: "count" },
      { heading: "错误", format: "count" },
      { heading: "提醒", format: "count" },
      { heading: "建议", format: "count" },
      { heading: "回执", format: "text" },
      { heading: "文件改于", format: "day" },
      { heading: "没有读成的原因、需要留意的情况", format: "wrapped", width: 50 },
    ],
    rows: summary.files.map((file, index) => [
      index + 1,
      file.path,
      file.sheets.join("、"),
      file.projects,
      file.errors,
      file.warnings,
      file.hints,
      file.error === null ? RECEIPTS[file.receipt] : null,
      isoDay(file.writtenOn),
      file.error ?? told(file, asOf),
    ]),
  });
}

function told(file: FileEntry, asOf: string): string | null {
  const said = [
    withoutProjects(file),
    file.tellsOf === undefined ? null : `报的是${monthText(file.tellsOf, asOf)}的表`,
  ];
  return said.filter((each) => each !== null).join("；") || null;
}

function withoutProjects({ projects, sheets, reportsNone }: FileEntry): string | null {
  if (projects > 0) return null;
  if (reportsNone) return "零报告：写明没有项目";
  return sheets.length > 0 ? "表头下面没有项目，也没有写明零报告" : "没有找到项目台账";
}
