/** A tiny writer of .xlsx files, for tests that need a file exactly as some program would have written it. */
import { zipSync } from "fflate";

export interface SheetParts {
  readonly name?: string;
  /** What stands inside `<sheetData>`. */
  readonly rows?: string;
  /** Before and after `<sheetData>`. */
  readonly before?: string;
  readonly after?: string;
  /** The whole part instead. */
  readonly xml?: string | Uint8Array;
  readonly state?: string;
}

export interface BookParts {
  readonly sheets: readonly SheetParts[];
  /** What stands inside `<sst>`; the whole part where it begins with "<?xml"; none where null. */
  readonly strings?: string | null;
  /** What stands inside `<cellXfs>`. */
  readonly formats?: string;
  /** What stands inside `<numFmts>`. */
  readonly codes?: string;
  readonly date1904?: boolean;
  readonly afterSheets?: string;
  /** Parts beside or instead of those written here; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly moreRelations?: string;
  readonly moreTypes?: string;
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function makeXlsx(book: BookParts): Uint8Array {
  return makeZip({ ...standardParts(book), ...book.parts });
}

/** One sheet with these rows, and what else the book needs. */
export function oneSheet(rows: string, book: Omit<BookParts, "sheets"> & Omit<SheetParts, "rows"> = {}): Uint8Array {
  return makeXlsx({ ...book, sheets: [{ ...book, name: book.name ?? "Sheet1", rows }] });
}

export function makeZip(parts: Readonly<Record<string, string | Uint8Array | null>>, level: 0 | 6 = 6): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) continue;
    files[name] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  }
  return zipSync(files, { level });
}

export function sheetXml({ rows = "", before = "", after = "" }: SheetParts): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

function standardParts(book: BookParts): Record<string, string | Uint8Array> {
  const strings = book.strings === undefined ? "" : book.strings;
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes(book),
    "_rels/.rels": relations(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`),
    "xl/workbook.xml": workbookXml(book),
    "xl/_rels/workbook.xml.rels": relations(workbookRelations(book)),
    "xl/styles.xml": stylesXml(book),
  };
  if (strings !== null) {
    const isWhole = strings.startsWith("<?xml");
    parts["xl/sharedStrings.xml"] = isWhole ? strings : `${DECLARATION}<sst xmlns="${MAIN}">${strings}</sst>`;
  }
  book.sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${String(index + 1)}.xml`] = sheet.xml ?? sheetXml(sheet);
  });
  return parts;
}

function workbookXml(book: BookParts): string {
  const tabs = book.sheets.map((sheet, index) => {
    const number = String(index + 1);
    const state = sheet.state === undefined ? "" : ` state="${sheet.state}"`;
    return `<sheet name="${sheet.name ?? `Sheet${number}`}" sheetId="${number}"${state} r:id="rId${number}"/>`;
  });
  const properties = book.date1904 === true ? '<workbookPr date1904="1"/>' : "";
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}` +
    `<sheets>${tabs.join("")}</sheets>${book.afterSheets ?? ""}</workbook>`
  );
}

function workbookRelations(book: BookParts): string {
  const sheets = book.sheets.map((_, index) => {
    const number = String(index + 1);
    return `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`;
  });
  const strings = `<Relationship Id="rId901" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`;
  const styles = `<Relationship Id="rId900" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return sheets.join("") + styles + (book.strings === null ? "" : strings) + (book.moreRelations ?? "");
}

function relations(inside: string): string {
  return `${DECLARATION}<Relationships xmlns="${RELATIONS}">${inside}</Relationships>`;
}

function stylesXml(book: BookParts): string {
  const formats = book.formats ?? "<xf/>";
  const count = String(formats.match(/<xf/g)?.length ?? 0);
  const codes = book.codes === undefined ? "" : `<numFmts>${book.codes}</numFmts>`;
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}">${codes}<fonts count="1"><font/></fonts>` +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
    `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${count}">${formats}</cellXfs></styleSheet>`
  );
}

function contentTypes(book: BookParts): string {
  const sheets = book.sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${String(index + 1)}.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/>`,
  );
  return (
    `${DECLARATION}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPES}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPES}.sharedStrings+xml"/>` +
    `${sheets.join("")}${book.moreTypes ?? ""}</Types>`
  );
}
