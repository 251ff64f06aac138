/**
 * Which of the areas a project belongs to, and whether it is on the negative list, from its name and content.
 *
 * A Chinese project name ends with what is built (「开发区污水处理厂扩建工程」 builds a 污水处理厂, not a 开发区), so a word counts
 * the more the later it stands in its clause; words inside longer words, in brackets, in a company's name and in the
 * names of roads and villages count little or not at all. Areas and negative classes compete with the same kind of words.
 */
import { normaliseText } from "../measure/text";
import { makeAutomaton, type Automaton } from "./automaton";
import type { AreaJudgement, Judge, Judgement, MakeJudge, NegativeJudgement } from "./judge";
import type { Pack, WordGroup } from "./pack";
import { readName, type Zones } from "./nameZones";

/** Shares of a word's weight; how names are built, not policy. */
const SHARE = {
  /** Of the first word of a clause whose head stands far behind it; the head itself counts whole. */
  farthest: 0.5,
  /** The same for a negative class, which only what is built can be (a 供水工程 of a 食品加工园 is none). */
  farthestNegative: 0.35,
  /** Of further words for the same class: three weak words do not make a strong one. */
  further: 0.25,
  /** Of the content, which lists much that is only incidental, beside a name that speaks clearly … */
  content: 0.3,
  /** … and beside one that says nothing. */
  contentAlone: 0.8,
} as const;

/** A class that no stronger evidence speaks for is not named: a lone word of general sense decides nothing. */
const LEAST_FOR_AREA = 1;
const LEAST_FOR_NEGATIVE = 2.4;
/** A name whose strongest class reaches this speaks clearly. */
const CLEAR = 4;
/** In content the main thing is named first; each further word counts by so much less. */
const CONTENT_DECAY = 0.3;
/** An exception standing in the name of a road or in brackets lifts nothing. */
const LEAST_SHARE_OF_EXCEPTION = 0.4;
const MOST_DECIDING_WORDS = 5;

interface ClassWords {
  readonly name: string;
  readonly isNegative: boolean;
}

/** What a word of the automaton says, and to which classes. */
interface Sense {
  readonly kind: "speaks" | "misleads" | "excepts";
  readonly of: number;
  readonly weight: number;
  /** Names a frame (a national strategy), not a thing: counts the same wherever it stands. */
  readonly anywhere: boolean;
}

interface Vocabulary {
  readonly automaton: Automaton;
  /** By word. */
  readonly senses: readonly (readonly Sense[])[];
  readonly classes: readonly ClassWords[];
  readonly margin: number;
}

interface Occurrence {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

/** What speaks for one class: words with what each contributes. */
type Evidence = Map<string, number>;

interface Reading {
  readonly evidence: readonly Evidence[];
  readonly excepted: ReadonlySet<number>;
}

export const makeJudge: MakeJudge = (pack: Pack): Judge => {
  const vocabulary = makeVocabulary(pack);
  return (name, content) => judge(vocabulary, normaliseText(name), content === undefined ? "" : normaliseText(content));
};

function judge(vocabulary: Vocabulary, name: string, content: string): Judgement {
  const fromName = readText(vocabulary, name, readName(name));
  const nameScores = fromName.evidence.map(scoreOf);
  const fromContent = content === "" || content === name ? null : readText(vocabulary, content, null);
  const contentShare = shareOfContent(nameScores);
  const scores = fromContent
    ? nameScores.map((score, index) => score + contentShare * scoreOf(fromContent.evidence[index] ?? new Map()))
    : nameScores;

  const decidedByName = decideNegative(vocabulary, nameScores, fromName.excepted);
  const negative = decidedByName ?? (fromContent ? decideNegative(vocabulary, scores, fromName.excepted) : null);
  return {
    area: decideArea(vocabulary, scores, fromName, fromContent),
    negative:
      negative === null ? null : negativeJudgement(vocabulary, negative, decidedByName !== null, fromName, fromContent),
  };
}

function shareOfContent(nameScores: readonly number[]): number {
  const clearness = Math.min(1, Math.max(0, ...nameScores) / CLEAR);
  return SHARE.contentAlone + (SHARE.content - SHARE.contentAlone) * clearness;
}

/** The strongest word whole, the others in part. */
function scoreOf(evidence: Evidence): number {
  let best = 0;
  let sum = 0;
  for (const share of evidence.values()) {
    sum += share;
    if (share > best) best = share;
  }
  return best + SHARE.further * (sum - best);
}

function decideArea(
  { classes, margin: least }: Vocabulary,
  scores: readonly number[],
  fromName: Reading,
  fromContent: Reading | null,
): AreaJudgement {
  const [best, second] = topTwo(classes, scores, false);
  const bestScore = best === null ? 0 : (scores[best] ?? 0);
  if (best === null || bestScore < LEAST_FOR_AREA) return { is: null, by: [], margin: 0, next: null };
  const nextScore = second === null ? 0 : (scores[second] ?? 0);
  const margin = Math.round(((bestScore - nextScore) / bestScore) * 100) / 100;
  return {
    is: margin < least ? null : (classes[best]?.name ?? null),
    by: decidingWords(best, fromName, fromContent),
    margin,
    next: nextScore > 0 && second !== null ? (classes[second]?.name ?? null) : null,
  };
}

/** The negative class that outweighs every area, if any. */
function decideNegative(
  { classes }: Vocabulary,
  scores: readonly number[],
  excepted: ReadonlySet<number>,
): number | null {
  const [area] = topTwo(classes, scores, false);
  const areaScore = area === null ? 0 : (scores[area] ?? 0);
  const open = scores.map((score, index) => (excepted.has(index) ? 0 : score));
  const [negative] = topTwo(classes, open, true);
  if (negative === null) return null;
  const score = open[negative] ?? 0;
  return score >= LEAST_FOR_NEGATIVE && score > areaScore ? negative : null;
}

function negativeJudgement(
  { classes }: Vocabulary,
  index: number,
  decidedByName: boolean,
  fromName: Reading,
  fromContent: Reading | null,
): NegativeJudgement {
  return {
    class: classes[index]?.name ?? "",
    by: decidingWords(index, fromName, decidedByName ? null : fromContent),
    decidedByName,
  };
}

function topTwo(
  classes: readonly ClassWords[],
  scores: readonly number[],
  negative: boolean,
): [number | null, number | null] {
  let best: number | null = null;
  let second: number | null = null;
  for (const [index, { isNegative }] of classes.entries()) {
    const score = scores[index] ?? 0;
    if (isNegative !== negative || score === 0) continue;
    if (best === null || score > (scores[best] ?? 0)) {
      second = best;
      best = index;
    } else if (second === null || score > (scores[second] ?? 0)) second = index;
  }
  return [best, second];
}

function decidingWords(index: number, fromName: Reading, fromContent: Reading | null): readonly string[] {
  const shares = new Map(fromName.evidence[index]);
  for (const [word, share] of fromContent?.evidence[index] ?? []) {
    if (!shares.has(word)) shares.set(word, share * SHARE.content);
  }
  return [...shares]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_DECIDING_WORDS)
    .map(([word]) => word);
}

/** What a text says for every class; `zones` is null for content, which is a list and no name. */
function readText(vocabulary: Vocabulary, text: string, zones: Zones | null): Reading {
  const { senses, classes } = vocabulary;
  const found = occurrencesIn(vocabulary, text);
  const speaking = readApart(vocabulary, found);
  const heads = speaking.map((occurrence) => ({ ...occurrence, canBeHead: canBeHead(senses[occurrence.word] ?? []) }));
  const positions = zones?.positions(heads) ?? null;
  const evidence = classes.map((): Evidence => new Map());
  const excepted = new Set<number>();

  speaking.forEach(({ word, start, end }, index) => {
    const seen = text.slice(start, end);
    const place = zones?.share(start, end) ?? 1;
    const position = positions?.[index];
    const inContent = 1 / (1 + CONTENT_DECAY * index);
    for (const { kind, of, weight, anywhere } of senses[word] ?? []) {
      if (kind !== "speaks") continue;
      const standing =
        position === undefined ? inContent : anywhere ? 1 : shareOfPosition(position, classes[of]?.isNegative ?? false);
      const share = weight * place * standing;
      if (share > (evidence[of]?.get(seen) ?? 0)) evidence[of]?.set(seen, share);
    }
  });
  // An exception counts even inside a longer word, but not in content, in brackets or in a place's name.
  for (const { word, start, end } of zones === null ? [] : found) {
    for (const { kind, of } of senses[word] ?? []) {
      if (kind === "excepts" && (zones?.share(start, end) ?? 1) >= LEAST_SHARE_OF_EXCEPTION) excepted.add(of);
    }
  }
  return { evidence, excepted };
}

/** Digits are all alike to the words: 「000千伏」 stands for 110千伏 and 220千伏. */
const ANY_DIGIT = "0";
const DIGITS = /[0-9]/g;

/** 治理, 道路硬化 and the like say what is done, not what is built. */
const LEAST_WEIGHT_OF_HEAD = 2.5;

function canBeHead(senses: readonly Sense[]): boolean {
  return senses.some(({ weight }) => weight >= LEAST_WEIGHT_OF_HEAD);
}

function shareOfPosition(position: number, isNegative: boolean): number {
  const farthest = isNegative ? SHARE.farthestNegative : SHARE.farthest;
  return farthest + (1 - farthest) * position;
}

function occurrencesIn({ automaton }: Vocabulary, text: string): Occurrence[] {
  const found: Occurrence[] = [];
  automaton.scan(text.replace(DIGITS, ANY_DIGIT), (word, start, end) => found.push({ word, start, end }));
  return found;
}

/**
 * Words that share characters are read as one does: the longest first, of equally long ones the first; a word that only
 * misleads hides those of its own class.
 */
function readApart({ senses }: Vocabulary, found: readonly Occurrence[]): Occurrence[] {
  const has = (occurrence: Occurrence, kind: Sense["kind"]): boolean =>
    (senses[occurrence.word] ?? []).some((sense) => sense.kind === kind);
  const misleading = found.filter((occurrence) => has(occurrence, "misleads"));
  const isHidden = (inner: Occurrence): boolean =>
    misleading.some((outer) => overlaps(outer, inner) && misleads(senses, outer, inner));
  const speaking = found
    .filter((occurrence) => has(occurrence, "speaks") && !isHidden(occurrence))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Occurrence[] = [];
  for (const occurrence of speaking) if (!kept.some((longer) => overlaps(longer, occurrence))) kept.push(occurrence);
  return kept.sort((a, b) => a.start - b.start);
}

function overlaps(a: Occurrence, b: Occurrence): boolean {
  return a.start < b.end && b.start < a.end;
}

function misleads(senses: Vocabulary["senses"], outer: Occurrence, inner: Occurrence): boolean {
  return (senses[outer.word] ?? []).some(
    ({ kind, of }) =>
      kind === "misleads" && (senses[inner.word] ?? []).some((sense) => sense.kind === "speaks" && sense.of === of),
  );
}

function makeVocabulary(pack: Pack): Vocabulary {
  const classes: ClassWords[] = [];
  const sensesOf = new Map<string, Sense[]>();
  const add = (written: string, sense: Sense): void => {
    const word = written.replace(DIGITS, ANY_DIGIT);
    const known = sensesOf.get(word);
    if (known) known.push(sense);
    else sensesOf.set(word, [sense]);
  };
  const speak = (of: number, groups: readonly WordGroup[]): void => {
    for (const { weight, words, anywhere } of groups)
      for (const word of words) add(word, { kind: "speaks", of, weight, anywhere });
  };
  for (const area of pack.areas) {
    const of = classes.push({ name: area.name, isNegative: false }) - 1;
    speak(of, area.words);
    for (const word of area.misleading) add(word, { kind: "misleads", of, weight: 0, anywhere: false });
  }
  for (const negative of pack.negatives) {
    const of = classes.push({ name: negative.name, isNegative: true }) - 1;
    speak(of, negative.words);
    for (const word of negative.exceptions) add(word, { kind: "excepts", of, weight: 0, anywhere: false });
  }
  return {
    automaton: makeAutomaton([...sensesOf.keys()]),
    senses: [...sensesOf.values()],
    classes,
    margin: pack.areaMargin,
  };
}
