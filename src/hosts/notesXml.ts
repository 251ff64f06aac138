/** Texts of ours inside a workbook: one XML part for every program, so that each finds what another has kept. */
import { attribute, escapeXml, tags, unescapeXml } from "./file/xml";

export const NOTES_NAMESPACE = "urn:ledger-check:notes";

export function notesXml(notes: ReadonlyMap<string, string>): string {
  const entries = [...notes].map(([key, text]) => `<note key="${escapeXml(key)}">${escapeXml(text)}</note>`);
  return `<notes xmlns="${NOTES_NAMESPACE}">${entries.join("")}</notes>`;
}

/** Whatever declaration and prefixes a program has put there since. */
export function parseNotes(xml: string): Map<string, string> {
  const notes = new Map<string, string>();
  let key: string | undefined;
  let from = 0;
  for (const tag of tags(xml)) {
    if (tag.name !== "note") continue;
    if (tag.kind === "close" && key !== undefined) notes.set(key, unescapeXml(xml.slice(from, tag.start)));
    key = tag.kind === "open" ? attribute(tag, "key") : undefined;
    from = tag.end;
    if (tag.kind === "empty") notes.set(attribute(tag, "key") ?? "", "");
  }
  return notes;
}
