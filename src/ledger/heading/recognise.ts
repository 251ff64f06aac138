/** What a heading may mean: normalise → exact → alias → grammar of dates, money by time and procedures. No edit distance: 计划开工 and 计划完工 are one stroke apart. */
import type { Candidate } from "./candidate";
import { fieldKind, procedureOf, type FieldKey } from "../fields";
import { alone } from "./alone";
import { groupOf } from "./groups";
import { openIndex } from "./known";
import { withParents } from "./parents";
import { headingText, moneyUnitOf } from "./text";
import { limitedToYear } from "./year";

const recognised = new Map<string, readonly Candidate[]>();
/** Headings remembered; the same ones stand in hundreds of files. */
const REMEMBERED = 2000;

/** What the headings of one column, outermost first, may mean together. */
export function recognise(path: readonly string[], year: number | null): readonly Candidate[] {
  const key = `${path.join("\u0000")}\u0000${String(year)}`;
  let candidates = recognised.get(key);
  if (!candidates) {
    candidates = recogniseAnew(path, year);
    if (recognised.size >= REMEMBERED) recognised.clear();
    recognised.set(key, candidates);
  }
  return candidates;
}

function recogniseAnew(path: readonly string[], year: number | null): readonly Candidate[] {
  const all = path.filter((text) => moneyUnitOf(text) === null).map((text) => headingText(text, year));
  // A cell that only states a unit lends its column nothing else.
  const texts = all.filter(({ full }) => full !== "");
  const own = texts[texts.length - 1];
  if (!own) return [];
  const parents = texts.slice(0, -1).reverse();
  const candidates = best(limitedToYear(withParents(own, parents), own, parents));
  return parents.some(({ bare }) => MEASURED.test(bare))
    ? candidates.filter(({ field }) => procedureOf(field) === null && fieldKind(field) !== "amount")
    : candidates;
}

/** 「要素缺口」·「用地」 is how much is wanting, no step, and 「占地面积」·「其他」 no money. */
const MEASURED = /缺口$|面积$|数量$/u;

/** True where a single heading cell means something by itself or opens a group: evidence that its row is a heading row. */
export function isKnownHeading(text: string): boolean {
  const heading = headingText(text, null);
  if (heading.full === "") return false;
  if (groupOf(heading) !== null) return true;
  return alone(heading).some(({ kind }) => kind === "sure" || kind === "standIn") || openIndex.has(heading.bare);
}

function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept = new Map<FieldKey, Candidate>();
  for (const candidate of candidates) {
    const other = kept.get(candidate.field);
    if (!other || other.score < candidate.score) kept.set(candidate.field, candidate);
  }
  return [...kept.values()].sort((a, b) => b.score - a.score);
}
