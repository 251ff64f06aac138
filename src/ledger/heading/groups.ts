/** Headings that open a group, and what the group lists for those below it. */
import { SURE, PER_PLACE, type Candidate } from "./candidate";
import { GROUPS, UNDER, type Group } from "./vocabulary";
import { indexOf, split, type Index } from "./known";
import type { HeadingText } from "./text";

const groupIndex = groupWords();
const underIndex = underWords();

/** The group that a heading opens; null where it opens none. */
export function groupOf(heading: HeadingText): Group | null {
  return groupIndex.get(heading.full) ?? groupIndex.get(heading.bare) ?? null;
}

/** What the list of the group says of a heading below it. */
export function under(group: Group, own: HeadingText): readonly Candidate[] {
  const index = underIndex.get(group);
  const entries = index?.get(own.full) ?? index?.get(own.bare) ?? [];
  return entries.map(({ field, place }) => ({ field, score: SURE - place * PER_PLACE, kind: "sure" }));
}

function groupWords(): ReadonlyMap<string, Group> {
  const index = new Map<string, Group>();
  for (const group of Object.keys(GROUPS) as Group[])
    for (const word of split(GROUPS[group])) if (!index.has(word)) index.set(word, group);
  return index;
}

function underWords(): ReadonlyMap<Group, Index> {
  const index = new Map<Group, Index>();
  for (const [group, table] of Object.entries(UNDER)) index.set(group as Group, indexOf(table));
  return index;
}
