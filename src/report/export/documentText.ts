/** A document as plain text, to paste into a message: each row of a table is a line. */
import type { DocumentTable, ExportDocument } from "../../sheet/exportDocument";

export function documentText({ title, opening, sections, notes }: ExportDocument): string {
  const parts = [
    title,
    ...opening,
    ...sections.map(({ heading, lines, tables }) => [heading, ...lines, ...tables.flatMap(tableLines)].join("\n")),
    ["注", ...notes].join("\n"),
  ];
  return parts.join("\n\n") + "\n";
}

/** 「1. 水务局：个数2个，总投资0.61亿元」: the first column counts, the second names. */
function tableLines({ headings, rows }: DocumentTable): string[] {
  return rows.map(([number = "", name = "", ...rest]) => {
    const said = rest.flatMap((cell, index) => (cell === "" ? [] : [`${headings[index + 2] ?? ""}${cell}`]));
    return `${number}. ${name}${said.length > 0 ? `：${said.join("，")}` : ""}`;
  });
}
