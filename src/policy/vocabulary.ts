/** The words of a pack's areas and negative classes, ready to be looked for all at once. */
import { makeAutomaton, type Automaton } from "./automaton";
import type { Area, NegativeClass, Pack } from "./pack";

export interface Speaks {
  /** Place of the class in `classes`. */
  readonly of: number;
  readonly weight: number;
  /** Names a frame (a national strategy), not a thing: counts the same wherever it stands. */
  readonly anywhere: boolean;
  /** Counts only as the end of a proper name of at most so many characters. */
  readonly endsNameOf: number | null;
}

/** What is asked of every word that is found, by word and close together in memory; classes as bits, the lowest for the first class. */
export interface WordMarks {
  readonly speaksFor: Int32Array;
  /** Hides the words of these classes that it shares characters with. */
  readonly misleads: Int32Array;
  /** Lifts these classes. */
  readonly excepts: Int32Array;
  /** Of these only those which it lifts in all parts of a list. */
  readonly exceptsThroughout: Int32Array;
  /** Names these classes so firmly that an exception in another part of a list does not lift them. */
  readonly isFirmFor: Int32Array;
  /** Names what these classes are so firmly that no exception before it lifts them; of classes whose exceptions are what is built. */
  readonly outweighs: Int32Array;
  /** 1 for one that says what is built, not only what is done (治理, 硬化). */
  readonly canBeHead: Uint8Array;
  /** Where all it says holds only at the end of a proper name: the length of the longest such; 0 where it holds anywhere. */
  readonly onlyEndsNamesOf: Uint8Array;
}

export interface Vocabulary {
  readonly automaton: Automaton;
  /** By word: what it says, for each class that it speaks for. */
  readonly speaks: readonly (readonly Speaks[])[];
  readonly marks: WordMarks;
  /** Names of the areas, and behind them those of the negative classes. */
  readonly classes: readonly string[];
  /** How many of the classes are areas. */
  readonly areas: number;
  readonly margin: number;
}

/** Digits are all alike to the words: 「000千伏」 stands for 110千伏 and 220千伏. */
const ALIKE = "0123456789";
const DIGITS = /[1-9]/g;
const FIRST_DIGIT = /[1-9]/;
const LEAST_WEIGHT_OF_HEAD = 2.5;
/** Of a word that an exception may have to give way to. */
const LEAST_WEIGHT_OF_FIRM = 5;
/** What an exception that must be what is built gives way to. */
const LEAST_WEIGHT_OVER_EXCEPTION = 6;

export function makeVocabulary(pack: Pack): Vocabulary {
  const lists = [...pack.areas, ...pack.negatives];
  const most = lists.reduce((sum, list) => sum + wordsIn(list), 0);
  const marks: WordMarks = {
    speaksFor: new Int32Array(most),
    misleads: new Int32Array(most),
    excepts: new Int32Array(most),
    exceptsThroughout: new Int32Array(most),
    isFirmFor: new Int32Array(most),
    outweighs: new Int32Array(most),
    canBeHead: new Uint8Array(most),
    onlyEndsNamesOf: new Uint8Array(most),
  };
  const words: string[] = [];
  const speaks: (readonly Speaks[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (written: string): number => {
    const word = FIRST_DIGIT.test(written) ? written.replace(DIGITS, "0") : written;
    const known = places.get(word);
    if (known !== undefined) return known;
    const place = words.push(word) - 1;
    speaks.push(NOTHING);
    places.set(word, place);
    return place;
  };
  const mark = (of: number, marked: Int32Array, texts: readonly string[]): void => {
    for (const text of texts) {
      const place = placeOf(text);
      marked[place] = (marked[place] ?? 0) | (1 << of);
    }
  };

  const classes = lists.map(({ name }) => name);
  lists.forEach((list, of) => {
    const yields = "exceptionsAreBuilt" in list && list.exceptionsAreBuilt;
    for (const { weight, words: texts, anywhere, endsNameOf } of list.words) {
      const said: Speaks = { of, weight, anywhere, endsNameOf };
      // Nearly all words speak for one class, and those of one group share what they say.
      const alone = [said];
      for (const text of texts) {
        const place = placeOf(text);
        const before = speaks[place] ?? NOTHING;
        speaks[place] = before.length === 0 ? alone : [...before, said];
        marks.speaksFor[place] = (marks.speaksFor[place] ?? 0) | (1 << of);
        if (weight >= LEAST_WEIGHT_OF_HEAD) marks.canBeHead[place] = 1;
        if (!yields && weight >= LEAST_WEIGHT_OF_FIRM)
          marks.isFirmFor[place] = (marks.isFirmFor[place] ?? 0) | (1 << of);
        if (yields && weight >= LEAST_WEIGHT_OVER_EXCEPTION)
          marks.outweighs[place] = (marks.outweighs[place] ?? 0) | (1 << of);
      }
    }
    mark(of, marks.misleads, [...list.misleading, ...sourcedFor(list, "misleading")]);
    if (!("exceptions" in list)) return;
    const throughout = [...list.exceptions, ...sourcedFor(list, "exceptions")];
    mark(of, marks.excepts, throughout);
    mark(of, marks.exceptsThroughout, throughout);
    mark(of, marks.excepts, [...list.exceptionsApart, ...sourcedFor(list, "exceptionsApart")]);
  });
  markEndings(marks, speaks);
  return {
    automaton: makeAutomaton(words, ALIKE),
    speaks,
    marks,
    classes,
    areas: pack.areas.length,
    margin: pack.areaMargin,
  };
}

const NOTHING: readonly Speaks[] = [];

function wordsIn(list: Pack["areas"][number] | Pack["negatives"][number]): number {
  const more = "exceptions" in list ? list.exceptions.length + list.exceptionsApart.length : 0;
  return [...list.words, ...list.sourced].reduce((sum, { words }) => sum + words.length, list.misleading.length + more);
}

function sourcedFor({ sourced }: Area | NegativeClass, asked: NegativeClass["sourced"][number]["use"]): string[] {
  return sourced.flatMap(({ use, words }) => (use === asked ? words : []));
}

function markEndings({ misleads, excepts, onlyEndsNamesOf }: WordMarks, speaks: readonly (readonly Speaks[])[]): void {
  speaks.forEach((said, place) => {
    let longest = 0;
    for (const { endsNameOf } of said) {
      if (endsNameOf === null) return;
      if (endsNameOf > longest) longest = endsNameOf;
    }
    if (misleads[place] === 0 && excepts[place] === 0) onlyEndsNamesOf[place] = longest;
  });
}
