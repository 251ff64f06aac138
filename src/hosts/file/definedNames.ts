/**
 * The names by which spreadsheet programs know a sheet's print area, its repeated headings and its filter.
 *
 * Written here, since hucre 1.0.0 leaves sheet names bare (「项目台账（错误信息）!$A$1」), which Excel does not read, and has
 * no way to define the filter's hidden name, without which LibreOffice forgets the filter.
 */
import { strFromU8, strToU8, unzipSync } from "fflate";
import { escapeXml } from "./xml";
import { rewriteZip } from "./zipWriter";

export interface PrintedSheet {
  /** As it stands in the workbook. */
  readonly name: string;
  /** A1:F20. */
  readonly area: string;
  /** 1-based row of the headings; null where the sheet is no table. */
  readonly heading: number | null;
  /** Last of the columns repeated on every page (B); null for none. */
  readonly lastTitleColumn: string | null;
  /** A1:F20; null where nothing can be filtered. */
  readonly filter: string | null;
}

const WORKBOOK = "xl/workbook.xml";

/** Sheets in the workbook's order. */
export function withDefinedNames(bytes: Uint8Array, sheets: readonly PrintedSheet[]): Uint8Array {
  const part = unzipSync(bytes, { filter: ({ name }) => name === WORKBOOK })[WORKBOOK];
  if (!part) throw new Error("The writer made a workbook without xl/workbook.xml. To fix, look at what hucre writes.");
  const names = sheets.flatMap((sheet, index) => namesOf(sheet, index)).sort((a, b) => (a < b ? -1 : 1));
  const xml = strFromU8(part)
    .replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, "")
    // By a function: in a text that replaces, a $ at the end of a sheet's name would be an order.
    .replace("</sheets>", () => `</sheets><definedNames>${names.join("")}</definedNames>`);
  return rewriteZip(bytes, new Map([[WORKBOOK, strToU8(xml)]]));
}

function namesOf({ name, area, heading, lastTitleColumn, filter }: PrintedSheet, index: number): string[] {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const own = (defined: string, range: string, more = ""): string =>
    `<definedName name="_xlnm.${defined}" localSheetId="${String(index)}"${more}>${escapeXml(range)}</definedName>`;
  const titles = [
    ...(lastTitleColumn === null ? [] : [`${sheet}!$A:$${lastTitleColumn}`]),
    ...(heading === null ? [] : [`${sheet}!$${String(heading)}:$${String(heading)}`]),
  ];
  return [
    own("Print_Area", `${sheet}!${absolute(area)}`),
    ...(titles.length > 0 ? [own("Print_Titles", titles.join(","))] : []),
    ...(filter === null ? [] : [own("_FilterDatabase", `${sheet}!${absolute(filter)}`, ' hidden="1"')]),
  ];
}

/** A1:F20 → $A$1:$F$20. */
function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
