/** What a name or a content says for each class: its words, each with the share of its weight that its place leaves it. */
import { readName, type Zones } from "./nameZones";
import { sameDigits, type Vocabulary } from "./vocabulary";

/** Shares of a word's weight; how names are built, not policy. */
const SHARE = {
  /** Of the first word of a clause whose head stands far behind it; the head itself counts whole. */
  farthest: 0.5,
  /** The same for a negative class, which only what is built can be (a 供水工程 of a 食品加工园 is none). */
  farthestNegative: 0.35,
  /** Of further words for the same class: three weak words do not make a strong one. */
  further: 0.25,
} as const;

/** In content the main thing is named first; each further word counts by so much less. */
const CONTENT_DECAY = 0.3;
/** An exception standing in the name of a road or in brackets lifts nothing. */
const LEAST_SHARE_OF_EXCEPTION = 0.4;

export interface Evidence {
  readonly of: number;
  readonly word: number;
  readonly start: number;
  readonly end: number;
  share: number;
}

export interface Reading {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** By class: the strongest word whole, the others in part. */
  readonly scores: readonly number[];
  /** Classes that an exception lifts, as bits. */
  readonly excepted: number;
}

interface Occurrence {
  readonly word: number;
  readonly start: number;
  readonly end: number;
  readonly canBeHead: boolean;
}

export function readAsName(vocabulary: Vocabulary, name: string): Reading {
  const zones = readName(name);
  const found = occurrencesIn(vocabulary, name, zones);
  const speaking = readApart(vocabulary, found);
  const positions = zones.positions(speaking);
  const evidence: Evidence[] = [];
  speaking.forEach((occurrence, index) => {
    const { word, start, end } = occurrence;
    const place = zones.share(start, end);
    const position = positions[index] ?? 1;
    for (const { of, weight, anywhere, endsNameOf } of vocabulary.senses[word]?.speaks ?? []) {
      if (endsNameOf !== null && !zones.endsProperName(start, end, endsNameOf)) continue;
      const standing = anywhere ? 1 : shareOfPosition(position, vocabulary.classes[of]?.isNegative ?? false);
      gather(evidence, { of, word, start, end, share: weight * place * standing });
    }
  });
  return {
    text: name,
    evidence,
    scores: scoresOf(vocabulary, evidence),
    excepted: exceptionsIn(vocabulary, found, speaking, zones),
  };
}

/** Content is a list and no name: nothing is its head. */
export function readAsContent(vocabulary: Vocabulary, content: string): Reading {
  const evidence: Evidence[] = [];
  readApart(vocabulary, occurrencesIn(vocabulary, content, null)).forEach(({ word, start, end }, index) => {
    const standing = 1 / (1 + CONTENT_DECAY * index);
    for (const { of, weight, endsNameOf } of vocabulary.senses[word]?.speaks ?? [])
      if (endsNameOf === null) gather(evidence, { of, word, start, end, share: weight * standing });
  });
  return { text: content, evidence, scores: scoresOf(vocabulary, evidence), excepted: 0 };
}

function shareOfPosition(position: number, isNegative: boolean): number {
  const farthest = isNegative ? SHARE.farthestNegative : SHARE.farthest;
  return farthest + (1 - farthest) * position;
}

/** A word that comes twice counts once, where it counts most. */
function gather(evidence: Evidence[], piece: Evidence): void {
  for (const known of evidence) {
    if (known.of !== piece.of || known.word !== piece.word) continue;
    if (piece.share > known.share) known.share = piece.share;
    return;
  }
  evidence.push(piece);
}

function scoresOf({ classes }: Vocabulary, evidence: readonly Evidence[]): number[] {
  const scores = classes.map(() => 0);
  const best = classes.map(() => 0);
  for (const { of, share } of evidence) {
    scores[of] = (scores[of] ?? 0) + share * SHARE.further;
    if (share > (best[of] ?? 0)) best[of] = share;
  }
  return scores.map((score, of) => score + (best[of] ?? 0) * (1 - SHARE.further));
}

/** An exception counts even inside a longer word, unless that word speaks for the class itself (冷链装备), but not in brackets or in a place's name. */
function exceptionsIn(
  { senses }: Vocabulary,
  found: readonly Occurrence[],
  speaking: readonly Occurrence[],
  zones: Zones,
): number {
  let excepted = 0;
  for (const { word, start, end } of found) {
    let excepts = senses[word]?.excepts ?? 0;
    if (excepts === 0 || zones.share(start, end) < LEAST_SHARE_OF_EXCEPTION) continue;
    for (const outer of speaking) {
      if (outer.start <= start && end <= outer.end) excepts &= ~(senses[outer.word]?.speaksFor ?? 0);
    }
    excepted |= excepts;
  }
  return excepted;
}

/** All words in a text; those that only end a proper name just where one does, which in content (no zones) is nowhere. */
function occurrencesIn({ automaton, senses }: Vocabulary, text: string, zones: Zones | null): Occurrence[] {
  const found: Occurrence[] = [];
  automaton.scan(sameDigits(text), (word, start, end) => {
    const { canBeHead = false, onlyEndsNamesOf: most = null } = senses[word] ?? {};
    if (most !== null && !(zones?.endsProperName(start, end, most) ?? false)) return;
    found.push({ word, start, end, canBeHead });
  });
  return found;
}

/**
 * Words that share characters are read as one does: the longest first, of equally long ones the first; a word that only
 * misleads hides those of its own class.
 */
function readApart({ senses }: Vocabulary, found: readonly Occurrence[]): Occurrence[] {
  const speaking = found.filter((occurrence) => {
    const speaksFor = senses[occurrence.word]?.speaksFor ?? 0;
    return speaksFor !== 0 && !isMisled(senses, found, occurrence, speaksFor);
  });
  if (speaking.length < 2) return speaking;
  speaking.sort(longestFirst);
  const kept: Occurrence[] = [];
  for (const occurrence of speaking) {
    let isFree = true;
    for (const longer of kept) if (longer.start < occurrence.end && occurrence.start < longer.end) isFree = false;
    if (isFree) kept.push(occurrence);
  }
  return kept.sort(firstFirst);
}

function isMisled(
  senses: Vocabulary["senses"],
  found: readonly Occurrence[],
  inner: Occurrence,
  speaksFor: number,
): boolean {
  for (const outer of found) {
    if (((senses[outer.word]?.misleads ?? 0) & speaksFor) === 0) continue;
    const overlaps = outer.start < inner.end && inner.start < outer.end;
    if (overlaps && !holds(inner, outer)) return true;
  }
  return false;
}

/** 「历史文化街区」 holds 「文化街」, which then misleads nobody. */
function holds(longer: Occurrence, shorter: Occurrence): boolean {
  return (
    longer.start <= shorter.start &&
    shorter.end <= longer.end &&
    shorter.end - shorter.start < longer.end - longer.start
  );
}

function longestFirst(a: Occurrence, b: Occurrence): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start;
}

function firstFirst(a: Occurrence, b: Occurrence): number {
  return a.start - b.start;
}
