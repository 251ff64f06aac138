/** The lists of headings turned round: from the words of a heading to the fields that claim it. */
import { PLAIN_FIELDS, type FieldKey, type PlainField } from "../fields";
import { HEADINGS, OPEN_HEADINGS, STAND_INS } from "./vocabulary";
import { squeeze } from "./text";

export type Index = ReadonlyMap<string, readonly { readonly field: FieldKey; readonly place: number }[]>;

export const headingIndex = indexOf(HEADINGS);
export const standInIndex = indexOf(STAND_INS);
export const openIndex = openHeadings();

/** A list kept as one string: its words. */
export function split(words: string): string[] {
  return words.split(/\s+/u).filter(Boolean);
}

export function indexOf(table: Readonly<Partial<Record<PlainField, string>>>): Index {
  const index = new Map<string, { field: FieldKey; place: number }[]>();
  for (const field of Object.keys(table) as PlainField[]) {
    // The term of the glossary itself is always understood.
    split(`${table === HEADINGS ? squeeze(PLAIN_FIELDS[field][0]) : ""} ${table[field] ?? ""}`).forEach(
      (word, place) => {
        const key = squeeze(word).replace(/%+$/u, "");
        const entries = index.get(key) ?? [];
        if (entries.some((entry) => entry.field === field)) return;
        entries.push({ field, place });
        index.set(key, entries);
      },
    );
  }
  return index;
}

function openHeadings(): ReadonlyMap<string, readonly PlainField[]> {
  const index = new Map<string, PlainField[]>();
  for (const [headings, fields] of OPEN_HEADINGS) {
    for (const heading of split(headings)) index.set(heading, [...new Set([...(index.get(heading) ?? []), ...fields])]);
  }
  return index;
}
