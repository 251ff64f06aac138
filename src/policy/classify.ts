/**
 * Which of the areas a project belongs to, and whether it is on the negative list, from its name and content.
 *
 * A Chinese project name ends with what is built (「开发区污水处理厂扩建工程」 builds a 污水处理厂, not a 开发区), so a word counts
 * the more the later it stands in its clause; words inside longer words, in brackets, in a company's name and in the
 * names of roads and villages count little or not at all. Areas and negative classes compete with the same kind of words.
 */
import { normaliseText } from "../measure/text";
import type { AreaJudgement, Judge, Judgement, MakeJudge, NegativeJudgement, Verdict } from "./judge";
import type { Pack } from "./pack";
import { textReader, type Reading, type TextReader } from "./reading";
import { makeVocabulary, type Vocabulary } from "./vocabulary";

/** Share of the content's scores beside a name that speaks clearly (content lists much that is incidental), and beside one that says nothing. */
const CONTENT_SHARE = 0.3;
const CONTENT_SHARE_ALONE = 0.8;
/** A name whose strongest class reaches this speaks clearly. */
const CLEAR = 4;
/** A clear name that leaves every other class so many times the pack's margin behind decides alone: content lists what is built beside it. */
const FAR_AHEAD = 6;
/** A class that no stronger evidence speaks for is not named: a lone word of general sense decides nothing. */
const LEAST_FOR_AREA = 1;
const LEAST_FOR_NEGATIVE = 2.4;
const MOST_DECIDING_WORDS = 5;

export const makeJudge: MakeJudge = (pack: Pack): Judge => {
  const vocabulary = makeVocabulary(pack);
  const reader = textReader(vocabulary);
  const together = new Float64Array(vocabulary.classes.length);
  const verdicts = verdictsOf(vocabulary.classes);
  const reckoned = (name: string, content: string | undefined): Reckoning =>
    reckon(vocabulary, reader, withoutGaps(normaliseText(name)), content, together);
  return Object.assign((name: string, content?: string) => judgementOf(reckoned(name, content)), {
    verdict: (name: string, content?: string) => verdicts(reckoned(name, content)),
  });
};

const HAN = "\\p{sc=Han}";
const GAP = new RegExp(`(?<=${HAN})\\s+(?=${HAN})`, "gu");

/** A name set with blanks, or broken to fit its cell, is the same name: 「污 水 处 理 厂」; what it is shown as keeps them. */
function withoutGaps(name: string): string {
  return /\s/u.test(name) ? name.replace(GAP, "") : name;
}

/** A class by its place in the vocabulary; NONE for none. */
const NONE = -1;

/** What a name and its row's content come to. The readings are overwritten by the next row's. */
interface Reckoning {
  readonly classes: readonly string[];
  readonly name: Reading;
  readonly content: Reading | null;
  readonly contentShare: number;
  readonly area: number;
  readonly next: number;
  readonly margin: number;
  /** Whether the area lies far enough ahead to be named. */
  readonly isNamed: boolean;
  readonly negative: number;
  readonly decidedByName: boolean;
}

function reckon(
  { classes, areas, margin: least }: Vocabulary,
  reader: TextReader,
  nameText: string,
  contentText: string | undefined,
  together: Float64Array,
): Reckoning {
  const name = reader.name(nameText);
  const content =
    contentText === undefined || decidesAlone(name.scores, least * FAR_AHEAD)
      ? null
      : contentBeside(nameText, normaliseText(contentText), reader);
  const contentShare = content === null ? 0 : shareOfContent(name.scores);
  const scores = content === null ? name.scores : add(together, name.scores, content.scores, contentShare);

  const byName = negativeClass(areas, name.scores, name.excepted);
  const negative = byName !== NONE || content === null ? byName : negativeClass(areas, scores, name.excepted);
  const best = strongestArea(areas, scores, NONE);
  const bestScore = best === NONE ? 0 : (scores[best] ?? 0);
  const area = bestScore < LEAST_FOR_AREA ? NONE : best;
  const next = area === NONE ? NONE : strongestArea(areas, scores, area);
  const nextScore = next === NONE ? 0 : (scores[next] ?? 0);
  const margin = area === NONE ? 0 : Math.round(((bestScore - nextScore) / bestScore) * 100) / 100;
  return {
    classes,
    name,
    content,
    contentShare,
    area,
    next,
    margin,
    isNamed: area !== NONE && margin >= least,
    negative,
    decidedByName: byName !== NONE && ((name.doubted >> byName) & 1) === 0,
  };
}

function add(sum: Float64Array, name: Float64Array, content: Float64Array, share: number): Float64Array {
  for (let of = 0; of < sum.length; of++) sum[of] = (name[of] ?? 0) + share * (content[of] ?? 0);
  return sum;
}

/** Clerks who have no content to tell repeat the name. */
function contentBeside(nameText: string, contentText: string, reader: TextReader): Reading | null {
  return contentText === "" || contentText === nameText ? null : reader.content(contentText);
}

function decidesAlone(nameScores: Float64Array, margin: number): boolean {
  let best = 0;
  let next = 0;
  for (let of = 0; of < nameScores.length; of++) {
    const score = nameScores[of] ?? 0;
    if (score > best) {
      next = best;
      best = score;
    } else if (score > next) next = score;
  }
  return best >= CLEAR && next <= best * (1 - margin);
}

function shareOfContent(nameScores: Float64Array): number {
  let best = 0;
  for (let of = 0; of < nameScores.length; of++) best = Math.max(best, nameScores[of] ?? 0);
  const clearness = Math.min(1, best / CLEAR);
  return CONTENT_SHARE_ALONE + (CONTENT_SHARE - CONTENT_SHARE_ALONE) * clearness;
}

/** The negative class that outweighs every area, if any; classes that an exception lifts stand back. */
function negativeClass(areas: number, scores: Float64Array, excepted: number): number {
  let negative = NONE;
  let score = 0;
  for (let of = areas; of < scores.length; of++) {
    const own = scores[of] ?? 0;
    if (own <= score || ((excepted >> of) & 1) === 1) continue;
    negative = of;
    score = own;
  }
  if (score < LEAST_FOR_NEGATIVE) return NONE;
  const area = strongestArea(areas, scores, NONE);
  return area === NONE || score > (scores[area] ?? 0) ? negative : NONE;
}

/** The area with the highest score, `but` one left out. */
function strongestArea(areas: number, scores: Float64Array, but: number): number {
  let best = NONE;
  let bestScore = 0;
  for (let of = 0; of < areas; of++) {
    const score = scores[of] ?? 0;
    if (score <= bestScore || of === but) continue;
    best = of;
    bestScore = score;
  }
  return best;
}

/** Equal verdicts are one object: ledgers hold few kinds of them. */
function verdictsOf(classes: readonly string[]): (reckoning: Reckoning) => Verdict {
  const known = new Map<number, Verdict>();
  return ({ area, isNamed, margin, negative, decidedByName }) => {
    const named = isNamed ? area : NONE;
    const kind = (named + 1) * 64 + (negative + 1);
    const key = (kind * 2 + (decidedByName ? 1 : 0)) * 128 + Math.round(margin * 100);
    let verdict = known.get(key);
    if (!verdict) {
      verdict = {
        area: classes[named] ?? null,
        margin,
        negative: classes[negative] ?? null,
        decidedByName,
      };
      known.set(key, verdict);
    }
    return verdict;
  };
}

function judgementOf(reckoning: Reckoning): Judgement {
  return { area: areaOf(reckoning), negative: negativeOf(reckoning) };
}

function areaOf(reckoning: Reckoning): AreaJudgement {
  const { classes, area, next, margin, isNamed } = reckoning;
  if (area === NONE) return { is: null, by: [], margin: 0, next: null };
  return {
    is: isNamed ? (classes[area] ?? null) : null,
    by: decidingWords(reckoning, area, reckoning.content),
    margin,
    next: classes[next] ?? null,
  };
}

function negativeOf(reckoning: Reckoning): NegativeJudgement | null {
  const { classes, negative, decidedByName, content } = reckoning;
  if (negative === NONE) return null;
  return {
    class: classes[negative] ?? "",
    by: decidingWords(reckoning, negative, decidedByName ? null : content),
    decidedByName,
  };
}

function decidingWords({ name, contentShare }: Reckoning, of: number, content: Reading | null): readonly string[] {
  const deciding = new Map<string, number>();
  addWords(deciding, name, of, 1);
  if (content) addWords(deciding, content, of, contentShare);
  return [...deciding]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_DECIDING_WORDS)
    .map(([word]) => word);
}

/** A word that both texts hold counts where it counts most. */
function addWords(deciding: Map<string, number>, reading: Reading, of: number, factor: number): void {
  for (let piece = 0; piece < reading.pieces; piece++) {
    if (reading.of[piece] !== of) continue;
    const word = reading.text.slice(reading.start[piece], reading.end[piece]);
    const share = (reading.share[piece] ?? 0) * factor;
    deciding.set(word, Math.max(share, deciding.get(word) ?? 0));
  }
}
