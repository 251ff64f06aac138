/** Entries of a pack that rest on less than a primary text: 依据待核. */
import type { Confidence, Pack, PackBasis } from "./pack";

export const VERIFIABLE_PARTS = [
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
export type VerifiablePart = (typeof VERIFIABLE_PARTS)[number];

export interface UnverifiedEntry {
  readonly part: VerifiablePart;
  readonly id: string;
  readonly name: string;
  readonly basis: PackBasis;
  readonly confidence: Confidence;
  readonly note: string | null;
}

export function unverifiedEntries(pack: Pack): readonly UnverifiedEntry[] {
  return VERIFIABLE_PARTS.flatMap((part) =>
    pack[part]
      .filter(({ confidence }) => confidence !== "H")
      .map((entry) => ({
        part,
        id: entry.id,
        // An edge has no name but the steps that it joins.
        name: "name" in entry ? entry.name : entry.id,
        basis: entry.basis,
        confidence: entry.confidence,
        note: entry.note ?? null,
      })),
  );
}
