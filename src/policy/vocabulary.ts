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

/** What is asked of every word that is found, by word and close together in memory. */
export interface WordMarks {
  readonly speaksFor: Int32Array;
  readonly misleads: Int32Array;
  readonly excepts: Int32Array;
  readonly canBeHead: Uint8Array;
  /** 0 where what it says holds anywhere. */
  readonly onlyEndsNamesOf: Uint8Array;
}

export interface Vocabulary {
  readonly automaton: Automaton;
  /** By word. */
  readonly senses: readonly WordSenses[];
  readonly marks: WordMarks;
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
  const senses = [...byWord.values()];
  return {
    automaton: makeAutomaton([...byWord.keys()], ALIKE),
    senses,
    marks: {
      speaksFor: Int32Array.from(senses, ({ speaksFor }) => speaksFor),
      misleads: Int32Array.from(senses, ({ misleads }) => misleads),
      excepts: Int32Array.from(senses, ({ excepts }) => excepts),
      canBeHead: Uint8Array.from(senses, ({ canBeHead }) => (canBeHead ? 1 : 0)),
      onlyEndsNamesOf: Uint8Array.from(senses, ({ onlyEndsNamesOf }) => onlyEndsNamesOf ?? 0),
    },
    classes,
    margin: pack.areaMargin,
  };
}

function longestNameOf({ speaks, misleads, excepts }: WordSenses): number | null {
  if (speaks.length === 0 || misleads !== 0 || excepts !== 0) return null;
  const lengths = speaks.flatMap(({ endsNameOf }) => (endsNameOf === null ? [] : [endsNameOf]));
  return lengths.length < speaks.length ? null : Math.max(...lengths);
}
