/** Texts of ours inside the workbook: in the XML part in which every program of ours keeps them, saved with the file. */
import { NOTES_NAMESPACE, notesXml, parseNotes } from "../notesXml";

export async function readNote(context: Excel.RequestContext, key: string): Promise<string | null> {
  return (await kept(context)).notes.get(key) ?? null;
}

export async function writeNote(context: Excel.RequestContext, key: string, text: string | null): Promise<void> {
  const { part, notes } = await kept(context);
  if (text === null && !notes.has(key)) return;
  if (text === null) notes.delete(key);
  else notes.set(key, text);
  if (part) part.setXml(notesXml(notes));
  else context.workbook.customXmlParts.add(notesXml(notes));
  await context.sync();
}

interface Kept {
  readonly part: Excel.CustomXmlPart | null;
  readonly notes: Map<string, string>;
}

/** Where a program left an older part beside it, the last one counts. */
async function kept(context: Excel.RequestContext): Promise<Kept> {
  const parts = context.workbook.customXmlParts.getByNamespace(NOTES_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  const part = parts.items[parts.items.length - 1] ?? null;
  if (!part) return { part, notes: new Map() };
  const xml = part.getXml();
  await context.sync();
  return { part, notes: parseNotes(xml.value) };
}
