/** What a name or a content says for each class: its words, each with the share of its weight that its place leaves it. */
import { noOccurrences, type Occurrences } from "./automaton";
import {
  areInOnePart,
  endsPart,
  endsProperName,
  setNearness,
  shareOfPlace,
  zonesOf,
  type NameWords,
  type Zones,
} from "./nameZones";
import type { Vocabulary, WordMarks } from "./vocabulary";

/** Shares of a word's weight; how names are built, not policy. */
const SHARE = {
  /** Of the first word of a clause whose head stands far behind it; the head itself counts whole. */
  farthest: 0.5,
  /** The same for a negative class, which only what is built can be (a 供水工程 of a 食品加工园 is none). */
  farthestNegative: 0.35,
  /** Of a negative class's word behind which its clause names something else, however near it stands (购物中心小学). */
  beforeHead: 0.85,
  /** Of further words for the same class: three weak words do not make a strong one. */
  further: 0.25,
} as const;

/** In content the main thing is named first; each further word counts by so much less. */
const CONTENT_DECAY = 0.3;
/** An exception standing in the name of a road or in brackets lifts nothing. */
const LEAST_SHARE_OF_EXCEPTION = 0.4;
/** What stands behind the thousandth character says nothing of what a project is. */
const LONGEST = 1000;

/** What one text says; place n of each list is one piece of evidence. The next text that is read overwrites it. */
export interface Reading {
  text: string;
  pieces: number;
  readonly of: Int32Array;
  readonly word: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly share: Float64Array;
  /** By class: the strongest word whole, the others in part. */
  readonly scores: Float64Array;
  readonly strongest: Float64Array;
  /** Classes that an exception lifts, as bits. */
  excepted: number;
  /** Classes that an exception speaks against, but only in another part of a list than what names them (镇政府办公楼及便民服务中心). */
  doubted: number;
}

export interface TextReader {
  readonly name: (text: string) => Reading;
  /** Content is a list and no name: nothing is its head. */
  readonly content: (text: string) => Reading;
}

/** Reads name and content of one row after the other into the same lists: over 100,000 rows new ones would cost more than the reading. */
export function textReader(vocabulary: Vocabulary): TextReader {
  const found = noOccurrences();
  const words = roomForWords();
  const inName = roomForReading(vocabulary);
  const inContent = roomForReading(vocabulary);
  return {
    name(text) {
      readName(vocabulary, begin(inName, text), found, words);
      return inName;
    },
    content(text) {
      readContent(vocabulary, begin(inContent, text), found, words);
      return inContent;
    },
  };
}

/** The words that speak, none of which shares a character with another. */
interface Words extends NameWords {
  readonly word: Int32Array;
  readonly longestFirst: Int32Array;
  /** 1 for a character that a longer word holds. */
  readonly taken: Uint8Array;
  readonly isKept: Uint8Array;
}

function roomForWords(): Words {
  return {
    count: 0,
    word: new Int32Array(LONGEST),
    start: new Int32Array(LONGEST),
    end: new Int32Array(LONGEST),
    canBeHead: new Uint8Array(LONGEST),
    nearness: new Float64Array(LONGEST),
    isBeforeHead: new Uint8Array(LONGEST),
    longestFirst: new Int32Array(LONGEST),
    taken: new Uint8Array(LONGEST),
    isKept: new Uint8Array(LONGEST),
  };
}

function roomForReading({ classes, speaks }: Vocabulary): Reading {
  const most = LONGEST * speaks.reduce((most, { length }) => Math.max(most, length), 1);
  return {
    text: "",
    pieces: 0,
    of: new Int32Array(most),
    word: new Int32Array(most),
    start: new Int32Array(most),
    end: new Int32Array(most),
    share: new Float64Array(most),
    scores: new Float64Array(classes.length),
    strongest: new Float64Array(classes.length),
    excepted: 0,
    doubted: 0,
  };
}

function begin(reading: Reading, text: string): Reading {
  reading.text = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  reading.pieces = 0;
  reading.excepted = 0;
  reading.doubted = 0;
  return reading;
}

function readName(vocabulary: Vocabulary, reading: Reading, found: Occurrences, words: Words): void {
  const { automaton, speaks, marks, areas } = vocabulary;
  const zones = zonesOf(reading.text);
  automaton.scan(reading.text, found);
  dropUnfinished(marks, found, zones);
  readApart(marks, found, words);
  setNearness(zones, words);
  for (let index = 0; index < words.count; index++) {
    const word = words.word[index] ?? 0;
    const start = words.start[index] ?? 0;
    const end = words.end[index] ?? 0;
    const place = shareOfPlace(zones, start, end);
    for (const { of, weight, anywhere, endsNameOf } of speaks[word] ?? []) {
      if (endsNameOf !== null && !endsProperName(zones, start, end, endsNameOf)) continue;
      const standing = anywhere ? 1 : shareOfPosition(words, index, of >= areas);
      gather(reading, of, word, start, end, weight * place * standing);
    }
  }
  addScores(reading);
  const excepted = exceptionsIn(marks, found, words, zones);
  if (excepted === 0) return;
  reading.doubted = zones.hasParts ? standingIn(marks, found, words, zones, excepted) : 0;
  reading.excepted = excepted & ~reading.doubted;
}

function readContent(
  { automaton, speaks, marks }: Vocabulary,
  reading: Reading,
  found: Occurrences,
  words: Words,
): void {
  automaton.scan(reading.text, found);
  dropUnfinished(marks, found, null);
  readApart(marks, found, words);
  for (let index = 0; index < words.count; index++) {
    const word = words.word[index] ?? 0;
    const standing = 1 / (1 + CONTENT_DECAY * index);
    for (const { of, weight, endsNameOf } of speaks[word] ?? []) {
      if (endsNameOf !== null) continue;
      gather(reading, of, word, words.start[index] ?? 0, words.end[index] ?? 0, weight * standing);
    }
  }
  addScores(reading);
}

function shareOfPosition({ nearness, isBeforeHead }: Words, index: number, isNegative: boolean): number {
  const near = nearness[index] ?? 1;
  if (!isNegative) return SHARE.farthest + (1 - SHARE.farthest) * near;
  const share = SHARE.farthestNegative + (1 - SHARE.farthestNegative) * near;
  return isBeforeHead[index] === 1 ? share * SHARE.beforeHead : share;
}

/** A word that comes twice counts once, where it counts most. */
function gather(reading: Reading, of: number, word: number, start: number, end: number, share: number): void {
  for (let piece = 0; piece < reading.pieces; piece++) {
    if (reading.of[piece] !== of || reading.word[piece] !== word) continue;
    if (share > (reading.share[piece] ?? 0)) reading.share[piece] = share;
    return;
  }
  if (share === 0) return;
  const piece = reading.pieces++;
  reading.of[piece] = of;
  reading.word[piece] = word;
  reading.start[piece] = start;
  reading.end[piece] = end;
  reading.share[piece] = share;
}

function addScores({ pieces, of, share, scores, strongest }: Reading): void {
  // Loops instead of fill, here and below: for so few places the call alone takes longer.
  for (let at = 0; at < scores.length; at++) scores[at] = strongest[at] = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const at = of[piece] ?? 0;
    const own = share[piece] ?? 0;
    scores[at] = (scores[at] ?? 0) + own * SHARE.further;
    if (own > (strongest[at] ?? 0)) strongest[at] = own;
  }
  for (let at = 0; at < scores.length; at++)
    scores[at] = (scores[at] ?? 0) + (strongest[at] ?? 0) * (1 - SHARE.further);
}

/** Words that only end a proper name speak just where one ends, which in content (no zones) is nowhere. */
function dropUnfinished(marks: WordMarks, found: Occurrences, zones: Zones | null): void {
  let kept = 0;
  for (let index = 0; index < found.count; index++) {
    const word = found.word[index] ?? 0;
    const start = found.start[index] ?? 0;
    const end = found.end[index] ?? 0;
    const most = marks.onlyEndsNamesOf[word] ?? 0;
    if (most > 0 && !(zones !== null && endsProperName(zones, start, end, most))) continue;
    found.word[kept] = word;
    found.start[kept] = start;
    found.end[kept] = end;
    kept++;
  }
  found.count = kept;
}

/**
 * Words that share characters are read as one does: the longest first, of equally long ones the first; a word that only
 * misleads hides those of its own class.
 */
function readApart(marks: WordMarks, found: Occurrences, words: Words): void {
  words.count = 0;
  let misleading = 0;
  for (let index = 0; index < found.count; index++) misleading |= marks.misleads[found.word[index] ?? 0] ?? 0;
  let isApart = true;
  let speaking = 0;
  for (let index = 0; index < found.count; index++) {
    const speaksFor = marks.speaksFor[found.word[index] ?? 0] ?? 0;
    if (speaksFor === 0) continue;
    if ((misleading & speaksFor) !== 0 && isMisled(marks, found, index, speaksFor)) continue;
    // In the order of their ends, two words share a character where two neighbours do.
    if (speaking > 0 && (found.start[index] ?? 0) < (words.end[speaking - 1] ?? 0)) isApart = false;
    if (speaking === LONGEST) break;
    take(marks, words, speaking++, found, index);
  }
  words.count = isApart ? speaking : longestApart(marks, words, speaking);
}

function take(
  marks: WordMarks,
  words: Words,
  at: number,
  from: { readonly word: Int32Array; readonly start: Int32Array; readonly end: Int32Array },
  index: number,
): void {
  const word = from.word[index] ?? 0;
  words.word[at] = word;
  words.start[at] = from.start[index] ?? 0;
  words.end[at] = from.end[index] ?? 0;
  words.canBeHead[at] = marks.canBeHead[word] ?? 0;
}

/** Keeps of the first `speaking` words those that no longer one, and no earlier one as long, shares a character with. */
function longestApart(marks: WordMarks, words: Words, speaking: number): number {
  const { start, end, longestFirst, taken } = words;
  for (let at = end[speaking - 1] ?? 0; at > 0; at--) taken[at - 1] = 0;
  for (let index = 0; index < speaking; index++) {
    let at = index;
    while (at > 0 && isBefore(words, index, longestFirst[at - 1] ?? 0)) {
      longestFirst[at] = longestFirst[at - 1] ?? 0;
      at--;
    }
    longestFirst[at] = index;
  }
  for (let place = 0; place < speaking; place++) {
    const index = longestFirst[place] ?? 0;
    words.isKept[index] = takeAll(taken, start[index] ?? 0, end[index] ?? 0) ? 1 : 0;
  }
  let kept = 0;
  for (let index = 0; index < speaking; index++)
    if (words.isKept[index] === 1) take(marks, words, kept++, words, index);
  return kept;
}

function isBefore({ start, end }: Words, one: number, other: number): boolean {
  const longer = (end[one] ?? 0) - (start[one] ?? 0) - ((end[other] ?? 0) - (start[other] ?? 0));
  return longer > 0 || (longer === 0 && (start[one] ?? 0) < (start[other] ?? 0));
}

/** All these characters, unless one of them is taken. */
function takeAll(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken[at] === 1) return false;
  for (let at = start; at < end; at++) taken[at] = 1;
  return true;
}

function isMisled(marks: WordMarks, found: Occurrences, inner: number, speaksFor: number): boolean {
  const start = found.start[inner] ?? 0;
  const end = found.end[inner] ?? 0;
  for (let outer = 0; outer < found.count; outer++) {
    if (((marks.misleads[found.word[outer] ?? 0] ?? 0) & speaksFor) === 0) continue;
    const outerStart = found.start[outer] ?? 0;
    const outerEnd = found.end[outer] ?? 0;
    if (outerStart >= end || start >= outerEnd) continue;
    // 「历史文化街区」 holds 「文化街」, which then misleads nobody.
    if (!(start <= outerStart && outerEnd <= end && outerEnd - outerStart < end - start)) return true;
  }
  return false;
}

/** Classes that an exception lifts, whichever part of a list it stands in. */
function exceptionsIn(marks: WordMarks, found: Occurrences, words: Words, zones: Zones): number {
  let excepted = 0;
  for (let index = 0; index < found.count; index++) {
    const excepts = marks.excepts[found.word[index] ?? 0] ?? 0;
    if (excepts !== 0) excepted |= exceptedBy(excepts, marks, found, words, zones, index);
  }
  return excepted;
}

/**
 * An exception counts even inside a longer word, unless that word speaks for the class itself (冷链装备), but not in
 * brackets or in a place's name; nor, where it must be what is built, before what names the class (学校课桌椅加工厂).
 */
function exceptedBy(
  classes: number,
  marks: WordMarks,
  found: Occurrences,
  words: Words,
  zones: Zones,
  index: number,
): number {
  let excepts = classes;
  const start = found.start[index] ?? 0;
  const end = found.end[index] ?? 0;
  if (shareOfPlace(zones, start, end) < LEAST_SHARE_OF_EXCEPTION) return 0;
  for (let outer = 0; outer < words.count; outer++) {
    if ((words.start[outer] ?? 0) <= start && end <= (words.end[outer] ?? 0))
      excepts &= ~(marks.speaksFor[words.word[outer] ?? 0] ?? 0);
    else if (end <= (words.start[outer] ?? 0)) excepts &= ~(marks.outweighs[words.word[outer] ?? 0] ?? 0);
  }
  return excepts;
}

/** Of the excepted classes those that a firm word names in a part of the list that no exception reaches. */
function standingIn(marks: WordMarks, found: Occurrences, words: Words, zones: Zones, excepted: number): number {
  let standing = 0;
  for (let at = 0; at < words.count; at++) {
    let firm = (marks.isFirmFor[words.word[at] ?? 0] ?? 0) & excepted & ~standing;
    if (firm === 0 || shareOfPlace(zones, words.start[at] ?? 0, words.end[at] ?? 0) < LEAST_SHARE_OF_EXCEPTION)
      continue;
    const start = words.start[at] ?? 0;
    for (let index = 0; index < found.count && firm !== 0; index++) {
      const word = found.word[index] ?? 0;
      const excepts = (marks.excepts[word] ?? 0) & firm;
      if (excepts === 0) continue;
      const reaches = areInOnePart(zones, words, start, found.start[index] ?? 0)
        ? excepts
        : excepts & reachOf(marks, word, zones, start, found.start[index] ?? 0, found.end[index] ?? 0);
      firm &= ~exceptedBy(reaches, marks, found, words, zones, index);
    }
    standing |= firm;
  }
  return standing;
}

/**
 * What an exception lifts in other parts of a list: an owner all that follows (医院门诊楼及办公用房), what is done also what
 * stands before it (机关、医院节能改造), but a thing that a part ends with only its own (镇政府办公楼及卫生院).
 */
function reachOf(marks: WordMarks, word: number, zones: Zones, firm: number, start: number, end: number): number {
  return start > firm && endsPart(zones, end) ? 0 : (marks.exceptsThroughout[word] ?? 0);
}
