/** The words of a pack's areas and negative classes, ready to be looked for all at once. */
import { makeAutomaton, type Automaton } from "./automaton";
import type { Pack, WordGroup } from "./pack";

export interface WordClass {
  readonly name: string;
  readonly isNegative: boolean;
}

export interface Speaks {
  /** Place of the class in `classes`. */
  readonly of: number;
  readonly weight: number;
  /** Names a frame (a national strategy), not a thing: counts the same wherever it stands. */
  readonly anywhere: boolean;
  /** Counts only as the end of a proper name of at most so many characters. */
  readonly endsNameOf: number | null;
}

/** What a word says; classes as bits, the lowest for the first class. */
export interface WordSenses {
  readonly speaks: Speaks[];
  speaksFor: number;
  /** Hides the words of these classes that it shares characters with. */
  misleads: number;
  /** Lifts these classes. */
  excepts: number;
  /** Where all it says holds only at the end of a proper name: the length of the longest such; else null. */
  onlyEndsNamesOf: number | null;
  /** Says what is built, not only what is done (治理, 硬化). */
  canBeHead: boolean;
}

export interface Vocabulary {
  readonly automaton: Automaton;
  /** By word. */
  readonly senses: readonly WordSenses[];
  readonly classes: readonly WordClass[];
  readonly margin: number;
}

/** Digits are all alike to the words: 「000千伏」 stands for 110千伏 and 220千伏. */
const ALIKE = "0123456789";
const DIGITS = /[1-9]/g;
const LEAST_WEIGHT_OF_HEAD = 2.5;

export function makeVocabulary(pack: Pack): Vocabulary {
  const classes: WordClass[] = [];
  const byWord = new Map<string, WordSenses>();
  const sensesOf = (written: string): WordSenses => {
    const word = written.replace(DIGITS, "0");
    const known = byWord.get(word);
    if (known) return known;
    const made: WordSenses = {
      speaks: [],
      speaksFor: 0,
      misleads: 0,
      excepts: 0,
      onlyEndsNamesOf: null,
      canBeHead: false,
    };
    byWord.set(word, made);
    return made;
  };
  const speak = (of: number, groups: readonly WordGroup[]): void => {
    for (const { weight, words, anywhere, endsNameOf } of groups) {
      for (const word of words) {
        const senses = sensesOf(word);
        senses.speaks.push({ of, weight, anywhere, endsNameOf });
        senses.speaksFor |= 1 << of;
        if (weight >= LEAST_WEIGHT_OF_HEAD) senses.canBeHead = true;
      }
    }
  };
  for (const { name, words, misleading } of pack.areas) {
    const of = classes.push({ name, isNegative: false }) - 1;
    speak(of, words);
    for (const word of misleading) sensesOf(word).misleads |= 1 << of;
  }
  for (const { name, words, misleading, exceptions } of pack.negatives) {
    const of = classes.push({ name, isNegative: true }) - 1;
    speak(of, words);
    for (const word of misleading) sensesOf(word).misleads |= 1 << of;
    for (const word of exceptions) sensesOf(word).excepts |= 1 << of;
  }
  for (const senses of byWord.values()) senses.onlyEndsNamesOf = longestNameOf(senses);
  return {
    automaton: makeAutomaton([...byWord.keys()], ALIKE),
    senses: [...byWord.values()],
    classes,
    margin: pack.areaMargin,
  };
}

function longestNameOf({ speaks, misleads, excepts }: WordSenses): number | null {
  if (speaks.length === 0 || misleads !== 0 || excepts !== 0) return null;
  const lengths = speaks.flatMap(({ endsNameOf }) => (endsNameOf === null ? [] : [endsNameOf]));
  return lengths.length < speaks.length ? null : Math.max(...lengths);
}
