/**
 * Which of the areas a project belongs to, and whether it is on the negative list, from its name and content.
 *
 * A Chinese project name ends with what is built (「开发区污水处理厂扩建工程」 builds a 污水处理厂, not a 开发区), so a word counts
 * the more the later it stands in its clause; words inside longer words, in brackets, in a company's name and in the
 * names of roads and villages count little or not at all. Areas and negative classes compete with the same kind of words.
 */
import { normaliseText } from "../measure/text";
import type { AreaJudgement, Judge, Judgement, MakeJudge, NegativeJudgement } from "./judge";
import type { Pack } from "./pack";
import { readAsContent, readAsName, type Reading } from "./reading";
import { makeVocabulary, type Vocabulary, type WordClass } from "./vocabulary";

/** Share of the content's scores beside a name that speaks clearly (content lists much that is incidental), and beside one that says nothing. */
const CONTENT_SHARE = 0.3;
const CONTENT_SHARE_ALONE = 0.8;
/** A name whose strongest class reaches this speaks clearly. */
const CLEAR = 4;
/** A class that no stronger evidence speaks for is not named: a lone word of general sense decides nothing. */
const LEAST_FOR_AREA = 1;
const LEAST_FOR_NEGATIVE = 2.4;
const MOST_DECIDING_WORDS = 5;

export const makeJudge: MakeJudge = (pack: Pack): Judge => {
  const vocabulary = makeVocabulary(pack);
  return (name, content) => judge(vocabulary, normaliseText(name), content === undefined ? "" : normaliseText(content));
};

/** A name, what its row lists as content, and both together. */
interface Reckoning {
  readonly classes: readonly WordClass[];
  readonly name: Reading;
  readonly content: Reading | null;
  readonly contentShare: number;
  readonly scores: readonly number[];
}

function judge(vocabulary: Vocabulary, nameText: string, contentText: string): Judgement {
  const name = readAsName(vocabulary, nameText);
  const content = contentText === "" || contentText === nameText ? null : readAsContent(vocabulary, contentText);
  const contentShare = content === null ? 0 : shareOfContent(name.scores);
  const scores =
    content === null ? name.scores : name.scores.map((score, of) => score + contentShare * (content.scores[of] ?? 0));
  const reckoning: Reckoning = { classes: vocabulary.classes, name, content, contentShare, scores };

  const byName = negativeClass(vocabulary.classes, name.scores, name.excepted);
  const negative = byName ?? (content === null ? null : negativeClass(vocabulary.classes, scores, name.excepted));
  return {
    area: judgeArea(reckoning, vocabulary.margin),
    negative: negative === null ? null : judgeNegative(reckoning, negative, byName !== null),
  };
}

function shareOfContent(nameScores: readonly number[]): number {
  let best = 0;
  for (const score of nameScores) if (score > best) best = score;
  const clearness = Math.min(1, best / CLEAR);
  return CONTENT_SHARE_ALONE + (CONTENT_SHARE - CONTENT_SHARE_ALONE) * clearness;
}

function judgeArea(reckoning: Reckoning, least: number): AreaJudgement {
  const { classes, scores } = reckoning;
  const best = strongest(classes, scores, false, null);
  const bestScore = best === null ? 0 : (scores[best] ?? 0);
  if (best === null || bestScore < LEAST_FOR_AREA) return { is: null, by: [], margin: 0, next: null };
  const second = strongest(classes, scores, false, best);
  const nextScore = second === null ? 0 : (scores[second] ?? 0);
  const margin = Math.round(((bestScore - nextScore) / bestScore) * 100) / 100;
  return {
    is: margin < least ? null : (classes[best]?.name ?? null),
    by: decidingWords(reckoning, best, true),
    margin,
    next: second === null ? null : (classes[second]?.name ?? null),
  };
}

/** The negative class that outweighs every area, if any; classes that an exception lifts stand back. */
function negativeClass(classes: readonly WordClass[], scores: readonly number[], excepted: number): number | null {
  const open = excepted === 0 ? scores : scores.map((score, of) => (((excepted >> of) & 1) === 1 ? 0 : score));
  const negative = strongest(classes, open, true, null);
  if (negative === null) return null;
  const score = open[negative] ?? 0;
  if (score < LEAST_FOR_NEGATIVE) return null;
  const area = strongest(classes, scores, false, null);
  return area === null || score > (scores[area] ?? 0) ? negative : null;
}

function judgeNegative(reckoning: Reckoning, of: number, decidedByName: boolean): NegativeJudgement {
  return { class: reckoning.classes[of]?.name ?? "", by: decidingWords(reckoning, of, !decidedByName), decidedByName };
}

/** The class with the highest score among the areas or among the negative classes, `but` one left out; null where all are 0. */
function strongest(
  classes: readonly WordClass[],
  scores: readonly number[],
  negative: boolean,
  but: number | null,
): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (let of = 0; of < classes.length; of++) {
    const score = scores[of] ?? 0;
    if (of === but || score <= bestScore || classes[of]?.isNegative !== negative) continue;
    best = of;
    bestScore = score;
  }
  return best;
}

function decidingWords(
  { name, content, contentShare }: Reckoning,
  of: number,
  withContent: boolean,
): readonly string[] {
  const deciding: DecidingWord[] = [];
  addWords(deciding, name, of, 1);
  if (content && withContent) addWords(deciding, content, of, contentShare);
  if (deciding.length > 1) deciding.sort((a, b) => b.share - a.share);
  return deciding.slice(0, MOST_DECIDING_WORDS).map(({ word }) => word);
}

interface DecidingWord {
  readonly word: string;
  share: number;
}

/** A word that both texts hold counts where it counts most. The few words of a class are found quicker in a list than in a map. */
function addWords(deciding: DecidingWord[], { text, evidence }: Reading, of: number, factor: number): void {
  for (const piece of evidence) {
    if (piece.of !== of) continue;
    const word = text.slice(piece.start, piece.end);
    const share = piece.share * factor;
    const known = deciding.find((each) => each.word === word);
    if (!known) deciding.push({ word, share });
    else if (share > known.share) known.share = share;
  }
}
