/** Writes the workbooks of the tests and the examples: xlsx over fflate, and csv in the encodings that offices use. Deterministic. */
import { strToU8, zipSync, type Zippable } from "fflate";
import iconv from "iconv-lite";
import { cellName } from "../../src/sheet/address";
import { styled, type Cell, type MadeSheet, type MadeWorkbook, type Style } from "./workbook";

export type CsvEncoding = "utf-8" | "utf-8-bom" | "gb18030";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The earliest day that a zip can carry: the same input gives the same bytes. */
const MADE_ON = new Date(1980, 0, 1);

export function writeWorkbook(workbook: MadeWorkbook): Uint8Array {
  const styles = new StyleTable();
  const strings = workbook.inlineText ? null : new StringTable();
  const parts: Record<string, string> = {};
  workbook.sheets.forEach((sheet, index) => {
    if (sheet.chart) Object.assign(parts, chartParts(index + 1));
    else parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, styles, strings);
  });
  parts["xl/workbook.xml"] = workbookXml(workbook);
  parts["xl/_rels/workbook.xml.rels"] = workbookRelations(workbook, strings !== null);
  parts["xl/styles.xml"] = styles.xml();
  if (strings) parts["xl/sharedStrings.xml"] = strings.xml();
  parts["_rels/.rels"] = relations([["rId1", `${RELATIONS}/officeDocument`, "xl/workbook.xml"]]);
  parts["[Content_Types].xml"] = contentTypes(workbook, strings !== null);
  const zip: Zippable = {};
  for (const path of ["[Content_Types].xml", ...Object.keys(parts).filter((path) => path !== "[Content_Types].xml")]) {
    zip[path] = [strToU8(HEAD + (parts[path] ?? "")), { mtime: MADE_ON, level: 6 }];
  }
  return zipSync(zip);
}

/** Only values: a csv holds nothing else. Lines end as Excel writes them. */
export function writeCsv(sheet: MadeSheet, encoding: CsvEncoding, separator = ","): Uint8Array {
  const lines = sheet.rows.map((row) => (row ?? []).map((cell) => csvField(cell, separator)).join(separator));
  const text = lines.join("\r\n") + "\r\n";
  if (encoding === "gb18030") return new Uint8Array(iconv.encode(text, "gb18030"));
  return strToU8((encoding === "utf-8-bom" ? "\uFEFF" : "") + text);
}

function csvField(cell: Cell, separator: string): string {
  const { value } = styled(cell);
  const text = value === null ? "" : typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function sheetXml(sheet: MadeSheet, styles: StyleTable, strings: StringTable | null): string {
  const hidden = new Set(sheet.hiddenRows ?? []);
  const rows: string[] = [];
  sheet.rows.forEach((cells, index) => {
    if (cells === null) return;
    const row = index + 1;
    const written = cells.map((cell, column) => cellXml(cell, cellName(row, column), styles, strings));
    for (let column = cells.length; column <= (sheet.borderedTo ?? -1); column++) {
      written.push(`<c r="${cellName(row, column)}" s="${styles.index({ border: true })}"/>`);
    }
    rows.push(`<row r="${row}"${hidden.has(row) ? ' hidden="1"' : ""}>${written.join("")}</row>`);
  });
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    viewXml(sheet.frozenRows ?? 0) +
    `<sheetFormatPr defaultRowHeight="14.4"/>` +
    columnsXml(sheet) +
    `<sheetData>${rows.join("")}</sheetData>` +
    mergesXml(sheet.merges ?? []) +
    `</worksheet>`
  );
}

function viewXml(frozenRows: number): string {
  if (frozenRows === 0) return "";
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnsXml(sheet: MadeSheet): string {
  const hidden = new Set(sheet.hiddenColumns ?? []);
  const columns = new Set([...hidden, ...Object.keys(sheet.widths ?? {}).map(Number)]);
  if (columns.size === 0) return "";
  const entries = [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const width = sheet.widths?.[column] ?? 10;
      return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"${hidden.has(column) ? ' hidden="1"' : ""}/>`;
    });
  return `<cols>${entries.join("")}</cols>`;
}

function mergesXml(merges: readonly string[]): string {
  if (merges.length === 0) return "";
  return `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${merge}"/>`).join("")}</mergeCells>`;
}

function cellXml(cell: Cell, at: string, styles: StyleTable, strings: StringTable | null): string {
  const { value, style, formula, error, runs } = styled(cell);
  const looks = style ? ` s="${styles.index(style)}"` : "";
  if (value === null) return looks ? `<c r="${at}"${looks}/>` : "";
  const calculated = formula ? `<f>${escape(formula)}</f>` : "";
  if (error) return `<c r="${at}"${looks} t="e">${calculated}<v>${escape(String(value))}</v></c>`;
  if (typeof value === "boolean") return `<c r="${at}"${looks} t="b">${calculated}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") return `<c r="${at}"${looks}>${calculated}<v>${value}</v></c>`;
  if (formula) return `<c r="${at}"${looks} t="str">${calculated}<v>${escape(value)}</v></c>`;
  const item = runs ? runsXml(value) : `<t xml:space="preserve">${escape(value)}</t>`;
  if (!strings) return `<c r="${at}"${looks} t="inlineStr"><is>${item}</is></c>`;
  return `<c r="${at}"${looks} t="s"><v>${strings.index(item)}</v></c>`;
}

function runsXml(text: string): string {
  const middle = Math.ceil(text.length / 2);
  const run = (part: string, red: boolean): string =>
    `<r>${red ? '<rPr><color rgb="FFFF0000"/></rPr>' : ""}<t xml:space="preserve">${escape(part)}</t></r>`;
  return run(text.slice(0, middle), false) + run(text.slice(middle), true);
}

function workbookXml(workbook: MadeWorkbook): string {
  const sheets = workbook.sheets.map((sheet, index) => {
    const state = sheet.hidden ? ' state="hidden"' : "";
    return `<sheet name="${escape(sheet.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `<workbookPr${workbook.date1904 ? ' date1904="1"' : ""}/>` +
    `<sheets>${sheets.join("")}</sheets></workbook>`
  );
}

function workbookRelations(workbook: MadeWorkbook, shared: boolean): string {
  const list: [string, string, string][] = workbook.sheets.map((sheet, index) => [
    `rId${index + 1}`,
    `${RELATIONS}/${sheet.chart ? "chartsheet" : "worksheet"}`,
    `${sheet.chart ? "chartsheets" : "worksheets"}/sheet${index + 1}.xml`,
  ]);
  list.push(["rIdStyles", `${RELATIONS}/styles`, "styles.xml"]);
  if (shared) list.push(["rIdStrings", `${RELATIONS}/sharedStrings`, "sharedStrings.xml"]);
  return relations(list);
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const entries = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

function contentTypes(workbook: MadeWorkbook, shared: boolean): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (path: string, type: string): string => `<Override PartName="${path}" ContentType="${type}"/>`;
  const parts = workbook.sheets.flatMap((sheet, index) => {
    const number = index + 1;
    if (!sheet.chart) return [override(`/xl/worksheets/sheet${number}.xml`, `${kind}.worksheet+xml`)];
    return [
      override(`/xl/chartsheets/sheet${number}.xml`, `${kind}.chartsheet+xml`),
      override(`/xl/drawings/drawing${number}.xml`, "application/vnd.openxmlformats-officedocument.drawing+xml"),
      override(`/xl/charts/chart${number}.xml`, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    ];
  });
  if (shared) parts.push(override("/xl/sharedStrings.xml", `${kind}.sharedStrings+xml`));
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    override("/xl/workbook.xml", `${kind}.sheet.main+xml`) +
    override("/xl/styles.xml", `${kind}.styles+xml`) +
    parts.join("") +
    `</Types>`
  );
}

/** A tab that is a chart: the sheet, its drawing, an empty bar chart, and the relations between them. */
function chartParts(number: number): Record<string, string> {
  const drawingNs = "http://schemas.openxmlformats.org/drawingml/2006";
  const frame =
    `<xdr:wsDr xmlns:xdr="${drawingNs}/spreadsheetDrawing" xmlns:a="${drawingNs}/main">` +
    `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/><xdr:graphicFrame macro="">` +
    `<xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawingNs}/chart">` +
    `<c:chart xmlns:c="${drawingNs}/chart" xmlns:r="${RELATIONS}" r:id="rId1"/>` +
    `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`;
  const chart =
    `<c:chartSpace xmlns:c="${drawingNs}/chart" xmlns:a="${drawingNs}/main"><c:chart><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="col"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
    `<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>` +
    `</c:plotArea></c:chart></c:chartSpace>`;
  return {
    [`xl/chartsheets/sheet${number}.xml`]: `<chartsheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    [`xl/chartsheets/_rels/sheet${number}.xml.rels`]: relations([
      ["rId1", `${RELATIONS}/drawing`, `../drawings/drawing${number}.xml`],
    ]),
    [`xl/drawings/drawing${number}.xml`]: frame,
    [`xl/drawings/_rels/drawing${number}.xml.rels`]: relations([
      ["rId1", `${RELATIONS}/chart`, `../charts/chart${number}.xml`],
    ]),
    [`xl/charts/chart${number}.xml`]: chart,
  };
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}

/** Each thing once, numbered in the order of first use. */
class Numbered {
  readonly entries: string[] = [];
  private readonly numbers = new Map<string, number>();

  index(entry: string): number {
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    this.numbers.set(entry, this.entries.length);
    return this.entries.push(entry) - 1;
  }
}

class StringTable extends Numbered {
  xml(): string {
    return `<sst xmlns="${MAIN}" uniqueCount="${this.entries.length}">${this.entries.map((item) => `<si>${item}</si>`).join("")}</sst>`;
  }
}

class StyleTable {
  private readonly fonts = new Numbered();
  private readonly fills = new Numbered();
  private readonly formats = new Numbered();
  private readonly cells = new Numbered();

  constructor() {
    this.fonts.index(fontXml({}));
    this.fills.index('<fill><patternFill patternType="none"/></fill>');
    this.fills.index('<fill><patternFill patternType="gray125"/></fill>');
    this.index({});
  }

  index(style: Style): number {
    const font = this.fonts.index(fontXml(style));
    const fill = style.fill ? this.fills.index(fillXml(style.fill)) : 0;
    const format = typeof style.format === "string" ? 164 + this.formats.index(style.format) : (style.format ?? 0);
    const alignment =
      style.centre || style.wrap
        ? `<alignment${style.centre ? ' horizontal="center" vertical="center"' : ""}${style.wrap ? ' wrapText="1"' : ""}/>`
        : "";
    return this.cells.index(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${style.border ? 1 : 0}" xfId="0"` +
        ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    );
  }

  xml(): string {
    const formats = this.formats.entries.map(
      (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escape(code)}"/>`,
    );
    const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
    const box = `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;
    const list = (name: string, entries: readonly string[]): string =>
      `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
    return (
      `<styleSheet xmlns="${MAIN}">` +
      (formats.length > 0 ? list("numFmts", formats) : "") +
      list("fonts", this.fonts.entries) +
      list("fills", this.fills.entries) +
      list("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>", box]) +
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list("cellXfs", this.cells.entries) +
      list("cellStyles", ['<cellStyle name="常规" xfId="0" builtinId="0"/>']) +
      `</styleSheet>`
    );
  }
}

function fontXml(style: Style): string {
  return `<font>${style.bold ? "<b/>" : ""}<sz val="${style.size ?? 11}"/><name val="宋体"/><charset val="134"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}
