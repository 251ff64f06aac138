/** Adds to an .xlsx what is ours: new sheets of plain cells, and notes kept inside the workbook. */
import { columnName } from "../../sheet/address";
import type { NewSheet } from "../../sheet/host";
import { NOTES_NAMESPACE, notesXml, parseNotes } from "../notesXml";
import type { PlacedPatch } from "./patchContext";
import { editPart, openPackage, type Package, type PatchOptions } from "./patch";
import { patchSheet } from "./patchSheet";
import { styleBook } from "./patchStyles";
import { besides, partText, readRelations, relationsPart } from "./xlsx";
import { attribute, escapeXml, tags } from "./xml";
import { rewriteZip } from "./zipWriter";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

type Changes = Map<string, Uint8Array | null>;

/** The .xlsx with a sheet more, behind the others. The name must be free. */
export function addSheetTo(bytes: Uint8Array, sheet: NewSheet, options: PatchOptions = {}): Uint8Array {
  const book = openPackage(bytes, options);
  const changes: Changes = new Map();
  const part = freePart(book, besides(book.main, "worksheets/sheet"), ".xml");
  const stylesPart = book.related("styles") ?? besides(book.main, "styles.xml");
  const styles = styleBook(partText(book.zip, stylesPart, book.platform));
  changes.set(part, patchSheet(encode(emptySheet(sheet)), placed(sheet), styles, book.tabs.date1904).bytes);
  const newStyles = styles.changed();
  if (newStyles !== null) changes.set(stylesPart, encode(newStyles));
  const id = relate(book, changes, `${RELATION}/worksheet`, part);
  declare(book, changes, part, WORKSHEET);
  editPart(book, changes, book.main, (xml) => withTab(xml, sheet.name, id));
  return rewriteZip(bytes, changes);
}

function placed(sheet: NewSheet): PlacedPatch[] {
  return sheet.cells.flatMap((row, index) => row.map((put, column) => ({ row: index + 1, column, put })));
}

function emptySheet(sheet: NewSheet): string {
  const widths = sheet.widths ?? [];
  const columns = widths.map((width, index) => {
    const number = String(index + 1);
    return `<col min="${number}" max="${number}" width="${String(width)}" customWidth="1"/>`;
  });
  const frozen = sheet.frozenRows ?? 0;
  const pane = `<pane ySplit="${String(frozen)}" topLeftCell="A${String(frozen + 1)}" activePane="bottomLeft" state="frozen"/>`;
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  const width = Math.max(1, ...sheet.cells.map((row) => row.length));
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    `<dimension ref="A1:${columnName(width - 1)}${String(Math.max(1, sheet.cells.length))}"/>` +
    (frozen > 0 ? view : "") +
    (columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "") +
    "<sheetData/></worksheet>"
  );
}

function withTab(xml: string, name: string, id: string): string {
  let highest = 0;
  let end = -1;
  let element = "sheet";
  for (const tag of tags(xml)) {
    if (tag.name === "sheet" && tag.kind !== "close") {
      highest = Math.max(highest, Number(attribute(tag, "sheetId") ?? 0));
      element = /^<([^\s/>]+)/.exec(xml.slice(tag.start))?.[1] ?? element;
    }
    if (tag.name === "sheets" && tag.kind === "close") end = tag.start;
  }
  const tab = `<${element} xmlns:r="${RELATION}" name="${escapeXml(name)}" sheetId="${String(highest + 1)}" r:id="${id}"/>`;
  return xml.slice(0, end) + tab + xml.slice(end);
}

/** The texts that were kept inside the workbook, by key. */
export function readNotes(bytes: Uint8Array, options: PatchOptions = {}): ReadonlyMap<string, string> {
  const book = openPackage(bytes, options);
  const part = notesPart(book);
  return parseNotes(part === null ? "" : (partText(book.zip, part, book.platform) ?? ""));
}

/** The .xlsx with these texts kept inside, instead of those from before. */
export function withNotes(
  bytes: Uint8Array,
  notes: ReadonlyMap<string, string>,
  options: PatchOptions = {},
): Uint8Array {
  const book = openPackage(bytes, options);
  const changes: Changes = new Map();
  const old = notesPart(book);
  const part = old ?? freePart(book, "customXml/item", ".xml");
  changes.set(part, encode(`<?xml version="1.0" encoding="UTF-8"?>\n${notesXml(notes)}`));
  if (old === null) {
    relate(book, changes, `${RELATION}/customXml`, part);
    declare(book, changes, part, "application/xml");
  }
  return rewriteZip(bytes, changes);
}

function notesPart(book: Package): string | null {
  for (const relation of readRelations(partText(book.zip, relationsPart(book.main), book.platform) ?? "", book.main)) {
    if (relation.type !== "customXml") continue;
    if (partText(book.zip, relation.target, book.platform)?.includes(`"${NOTES_NAMESPACE}"`)) return relation.target;
  }
  return null;
}

/** The first numbered name that no part has. */
function freePart(book: Package, stem: string, ending: string): string {
  let number = 1;
  while (book.zip.has(`${stem}${String(number)}${ending}`)) number++;
  return `${stem}${String(number)}${ending}`;
}

/** Relates the workbook to a part; gives the relation's id. */
function relate(book: Package, changes: Changes, type: string, part: string): string {
  const source = relationsPart(book.main);
  const taken = new Set(readRelations(partText(book.zip, source, book.platform) ?? "", "").map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${String(number)}`)) number++;
  const id = `rId${String(number)}`;
  editPart(book, changes, source, (xml) =>
    beforeClosing(xml, "Relationships", `<Relationship Id="${id}" Type="${type}" Target="/${part}"/>`),
  );
  return id;
}

function declare(book: Package, changes: Changes, part: string, type: string): void {
  editPart(book, changes, "[Content_Types].xml", (xml) =>
    beforeClosing(xml, "Types", `<Override PartName="/${part}" ContentType="${type}"/>`),
  );
}

function beforeClosing(xml: string, name: string, added: string): string {
  for (const tag of tags(xml)) {
    if (tag.name !== name || tag.kind !== "close") continue;
    const prefix = /^<\/([^\s:>]+:)/.exec(xml.slice(tag.start))?.[1] ?? "";
    return xml.slice(0, tag.start) + added.replace("<", `<${prefix}`) + xml.slice(tag.start);
  }
  return xml;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
