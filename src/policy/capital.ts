/** The lowest share of capital that a project of an industry must have, and the verdict on a given share. */
import { makeAutomaton, noOccurrences, type Automaton } from "./automaton";
import type { CapitalMinimum, Pack } from "./pack";

export type CapitalVerdict = "enough" | "reducible" | "short";

/** The entry whose industry one of the texts names; the longest word decides, of equally long ones the first; else the one for all other projects. */
export function capitalMinimum(pack: Pack, texts: readonly (string | undefined)[]): CapitalMinimum | null {
  const { automaton, entries, lengths, other } = industriesOf(pack);
  let best = NONE;
  let longest = 0;
  for (const text of texts) {
    if (text === undefined) continue;
    automaton.scan(text, found);
    for (let at = 0; at < found.count; at++) {
      const word = found.word[at] ?? 0;
      const length = lengths[word] ?? 0;
      if (length < longest || (length === longest && word >= best)) continue;
      best = word;
      longest = length;
    }
  }
  return best === NONE ? other : (entries[best] ?? null);
}

/** Half a unit of the last digit of a share printed as 20.00 %. */
const ROUNDING = 0.00005;

/** `reduction` is what the pack permits beyond the entry's own, to be explained. */
export function capitalVerdict(share: number, entry: CapitalMinimum, reduction = entry.reduction): CapitalVerdict {
  if (share >= entry.minimum - ROUNDING) return "enough";
  return share >= entry.minimum - Math.max(reduction, entry.reduction) - ROUNDING ? "reducible" : "short";
}

const NONE = -1;
const found = noOccurrences();

interface Industries {
  readonly automaton: Automaton;
  /** By word. */
  readonly entries: readonly CapitalMinimum[];
  readonly lengths: readonly number[];
  readonly other: CapitalMinimum | null;
}

const industries = new WeakMap<Pack, Industries>();

function industriesOf(pack: Pack): Industries {
  let known = industries.get(pack);
  if (!known) {
    const words = pack.capitalMinimums.flatMap((entry) =>
      [entry.name, ...entry.industries, ...entry.aliases].map((word) => ({ word, entry })),
    );
    known = {
      automaton: makeAutomaton(words.map(({ word }) => word)),
      entries: words.map(({ entry }) => entry),
      lengths: words.map(({ word }) => word.length),
      other:
        pack.capitalMinimums.find((entry) => entry.industries.length === 0 || entry.industries.includes("其他")) ??
        null,
    };
    industries.set(pack, known);
  }
  return known;
}
