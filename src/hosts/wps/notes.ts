/** Texts of ours inside the workbook: in the XML part that every program of ours reads, or on a hidden sheet where the file format keeps none. */
import { NOTES_NAMESPACE, notesXml, parseNotes } from "../notesXml";
import { TEXT, Visibility, XML_FORMATS } from "./constants";
import type { WpsApplication, WpsWorkbook, WpsWorksheet, WpsXmlParts } from "./program";
import { addLast, remove } from "./sheets";
import { findSheet, NOTES_SHEET } from "./workbook";

/** A cell holds 32,767 characters. */
const CELL_LENGTH = 30_000;

export function readNotes(workbook: WpsWorkbook): Map<string, string> {
  const xml = newestPart(workbook) ?? sheetText(workbook);
  return xml === null ? new Map<string, string>() : parseNotes(xml);
}

/** The part is believed only when it reads back: whether a build keeps it is not known of every one. */
export function writeNotes(
  application: WpsApplication,
  workbook: WpsWorkbook,
  notes: ReadonlyMap<string, string>,
): void {
  const xml = notesXml(notes);
  const parts = xmlParts(workbook);
  if (parts && putPart(parts, xml) && holdsAll(newestPart(workbook), notes)) {
    const sheet = findSheet(workbook, NOTES_SHEET);
    if (sheet) remove(application, sheet);
    return;
  }
  putSheet(workbook, xml);
  // A part that did not keep what it was given would be read before the sheet.
  if (parts) dropParts(parts);
}

function dropParts(parts: WpsXmlParts): void {
  try {
    const own = parts.SelectByNamespace(NOTES_NAMESPACE);
    for (let index = own.Count; index >= 1; index--) own.Item(index).Delete();
  } catch {
    // What cannot be deleted was not kept either.
  }
}

/** Null where there are none, or where the file format would lose them. */
function xmlParts({ CustomXMLParts, FileFormat }: WpsWorkbook): WpsXmlParts | null {
  if (FileFormat !== undefined && !XML_FORMATS.has(FileFormat)) return null;
  return typeof CustomXMLParts?.SelectByNamespace === "function" ? CustomXMLParts : null;
}

function newestPart(workbook: WpsWorkbook): string | null {
  const parts = xmlParts(workbook);
  if (!parts) return null;
  try {
    const own = parts.SelectByNamespace(NOTES_NAMESPACE);
    return own.Count > 0 ? own.Item(own.Count).XML : null;
  } catch {
    return null;
  }
}

/** The new one first: what fails in between loses nothing. */
function putPart(parts: WpsXmlParts, xml: string): boolean {
  try {
    const before = parts.SelectByNamespace(NOTES_NAMESPACE).Count;
    parts.Add(xml);
    const own = parts.SelectByNamespace(NOTES_NAMESPACE);
    for (let index = Math.min(before, own.Count - 1); index >= 1; index--) own.Item(index).Delete();
    return true;
  } catch {
    return false;
  }
}

function holdsAll(xml: string | null, notes: ReadonlyMap<string, string>): boolean {
  if (xml === null) return notes.size === 0;
  const kept = parseNotes(xml);
  return kept.size === notes.size && [...notes].every(([key, text]) => kept.get(key) === text);
}

function sheetText(workbook: WpsWorkbook): string | null {
  const sheet = findSheet(workbook, NOTES_SHEET);
  if (!sheet) return null;
  let text = "";
  for (let row = 1; ; row++) {
    const piece = sheet.Range(`A${String(row)}`).Value2;
    if (typeof piece !== "string" || piece === "") return text;
    text += piece;
  }
}

function putSheet(workbook: WpsWorkbook, xml: string): void {
  const sheet = findSheet(workbook, NOTES_SHEET) ?? newSheet(workbook);
  const pieces = Math.ceil(xml.length / CELL_LENGTH);
  for (let piece = 0; piece < pieces; piece++) {
    const cell = sheet.Range(`A${String(piece + 1)}`);
    cell.NumberFormat = TEXT;
    // One by one: a block refuses texts as long as these.
    cell.Value2 = xml.slice(piece * CELL_LENGTH, (piece + 1) * CELL_LENGTH);
  }
  sheet.Range(`A${String(pieces + 1)}`).Value2 = "";
}

function newSheet(workbook: WpsWorkbook): WpsWorksheet {
  const active = workbook.ActiveSheet;
  const added = addLast(workbook);
  added.Name = NOTES_SHEET;
  active.Activate();
  added.Visible = Visibility.veryHidden;
  return added;
}
