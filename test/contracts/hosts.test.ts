/** The hosts that need no program pass the contract as they are. */
import { fileHost } from "../../src/hosts/file/host";
import { memoryHost } from "../../src/hosts/memory";
import { columnName } from "../../src/sheet/address";
import type { CellValue } from "../../src/sheet/cell";
import { escapeXml } from "../../src/hosts/file/xml";
import { makeXlsx } from "../hosts/makeXlsx";
import { hostContract } from "./host";

hostContract("memory", (sheets) => {
  const host = memoryHost({ sheets });
  return Promise.resolve({ host, type: host.type, marks: () => host.marks().length });
});

hostContract("file", async (sheets) => {
  const bytes = makeXlsx({
    sheets: sheets.map(({ name, hidden, cells }) => ({
      name,
      rows: cells.map(rowXml).join(""),
      ...(hidden === true ? { state: "hidden" } : {}),
    })),
  });
  return { host: await fileHost(bytes, { fileName: "台账.xlsx" }) };
});

function rowXml(cells: readonly CellValue[], index: number): string {
  const row = String(index + 1);
  return `<row r="${row}">${cells.map((value, column) => cellXml(value, columnName(column) + row)).join("")}</row>`;
}

function cellXml(value: CellValue, at: string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${value ? "1" : "0"}</v></c>`;
  if (typeof value === "number") return `<c r="${at}"><v>${String(value)}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(value))}</t></is></c>`;
}
