/** What of a policy rests on less than a primary text (依据待核): the pack's entries, single facts of theirs, and the rules as the pack sets them. */
import type { Confidence, Pack, PackBasis } from "../policy/pack";
import type { Rule } from "../rules/rule";
import { settingOf } from "./fitting";

const PARTS = [
  "channels",
  "areas",
  "negatives",
  "capitalMinimums",
  "procedures",
  "edges",
  "stages",
  "targets",
  "policies",
] as const;
/** Facts of a channel that may have a source of their own. */
const FACTS = [
  "areasBasis",
  "negativeBasis",
  "coverageBasis",
  "capShareBasis",
  "excludesBasis",
  "proceduresBasis",
  "materialsBasis",
] as const;

export type UnverifiedPart = (typeof PARTS)[number] | "rules";
export type UnverifiedFact = (typeof FACTS)[number];

export interface UnverifiedEntry {
  readonly part: UnverifiedPart;
  readonly id: string;
  /** Of a rule its code, of an edge, which has no name, the steps that it joins. */
  readonly name: string;
  /** Where the entry itself is sure and one fact of it is not. */
  readonly fact: UnverifiedFact | null;
  readonly basis: PackBasis;
  readonly confidence: Confidence;
  readonly note: string | null;
}

export function unverifiedEntries(pack: Pack, rules: readonly Rule[]): readonly UnverifiedEntry[] {
  return [...entriesIn(pack), ...factsIn(pack), ...rulesIn(pack, rules)].filter(({ confidence }) => confidence !== "H");
}

function entriesIn(pack: Pack): UnverifiedEntry[] {
  return PARTS.flatMap((part) =>
    pack[part].map((entry) => ({
      part,
      id: entry.id,
      name: "name" in entry ? entry.name : entry.id,
      fact: null,
      basis: entry.basis,
      confidence: entry.confidence,
      note: entry.note ?? null,
    })),
  );
}

function factsIn({ channels }: Pack): UnverifiedEntry[] {
  return channels.flatMap((channel) =>
    FACTS.flatMap((fact): UnverifiedEntry[] => {
      const backing = channel[fact];
      if (!backing) return [];
      const { basis, confidence, note } = backing;
      return [{ part: "channels", id: channel.id, name: channel.name, fact, basis, confidence, note: note ?? null }];
    }),
  );
}

function rulesIn(pack: Pack, rules: readonly Rule[]): UnverifiedEntry[] {
  return rules
    .filter(({ code }) => !pack.rules[code]?.off)
    .map((rule) => {
      const { confidence, ...basis } = settingOf(rule, pack).basis;
      const note = pack.rules[rule.code]?.note ?? null;
      return { part: "rules", id: rule.code, name: rule.code, fact: null, basis, confidence, note };
    });
}
