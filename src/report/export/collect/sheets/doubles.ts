/** 疑似重复与拆分 and 数据冲突: what is told between the files, and within one. */
import type { Finding } from "../../../../findings/finding";
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { sentences } from "../../../../words/finding";
import { SEVERITY_WORDS } from "../../../../words/severity";
import { formSheet } from "../../form";
import { NUMBER_COLUMN } from "../../rows";
import { isAcrossFiles } from "../across";
import type { Collection } from "../collection";
import { placeOfFinding } from "../summary";

/** An empty list must not be taken for one that nobody has made. */
const NOTHING_ACROSS = "比过了，没有发现。名称写法差别大、又没有项目代码的，查不出来；请各部门收到汇总后再认一遍。";

export function doublesSheet(
  collection: Collection,
  name: string,
  codes: readonly string[],
  line: string,
): ExportSheet {
  const found = doublesOf(collection, codes);
  return formSheet({
    name,
    title: `${name}清单`,
    asOf: collection.asOf,
    lines: found.length === 0 ? [line, NOTHING_ACROSS] : [line],
    columns: [
      NUMBER_COLUMN,
      { heading: "文件", format: "text", width: 26 },
      { heading: "工作表", format: "text", width: 14 },
      { heading: "单元格", format: "text", width: 9 },
      { heading: "涉及项目", format: "wrapped", width: 30 },
      { heading: "范围", format: "text", width: 10 },
      { heading: "另一处", format: "wrapped", width: 36 },
      { heading: "级别", format: "text", width: 8 },
      { heading: "问题", format: "wrapped", width: 48 },
      { heading: "怎么办", format: "wrapped", width: 36 },
    ],
    rows: found.map((finding, index) => {
      const { message, how } = sentences(finding, "zh");
      return [
        index + 1,
        finding.file,
        finding.sheet,
        finding.cells[0] ?? "",
        finding.project,
        isAcrossFiles(finding) ? "几份文件" : "同一份文件",
        // A quote first would be taken for a mark of text by whoever edits the cell.
        elsewhere(finding)
          .map((cell) => cell.replaceAll("'", ""))
          .join("\n"),
        SEVERITY_WORDS[finding.severity],
        message,
        how,
      ];
    }),
  });
}

/** Cells of other files; where there are none, of other sheets and rows. */
function elsewhere(finding: Finding): readonly string[] {
  if (isAcrossFiles(finding)) return finding.cells.filter((cell) => cell.startsWith("'["));
  return finding.cells.filter((cell) => cell.includes("!") || cell.replace(/^[A-Z]+/, "") !== String(finding.row));
}

/** Of several files, and of one: what is told between files is not told a second time. */
export function doublesOf({ across, summary }: Collection, codes: readonly string[]): readonly Finding[] {
  const told = new Set(across.map(placeOfFinding));
  return [...across, ...summary.within.filter((finding) => !told.has(placeOfFinding(finding)))].filter(({ code }) =>
    codes.includes(code),
  );
}
