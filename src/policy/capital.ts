/** The lowest share of capital that a project of an industry must have, and the verdict on a given share. */
import type { CapitalMinimum, Pack } from "./pack";

export type CapitalVerdict = "enough" | "reducible" | "short";

/** The entry whose industry one of the texts names; the longest word decides; else the one for all other projects. */
export function capitalMinimum(pack: Pack, texts: readonly string[]): CapitalMinimum | null {
  let best: { readonly entry: CapitalMinimum; readonly length: number } | null = null;
  for (const entry of pack.capitalMinimums) {
    for (const word of [entry.name, ...entry.industries, ...entry.aliases]) {
      if (word.length > (best?.length ?? 0) && texts.some((text) => text.includes(word)))
        best = { entry, length: word.length };
    }
  }
  return best?.entry ?? pack.capitalMinimums.find(({ industries }) => industries.length === 0) ?? null;
}

/** Half a unit of the last digit of a share printed as 20.00 %. */
const ROUNDING = 0.00005;

/** `reduction` is what the pack permits beyond the entry's own, to be explained. */
export function capitalVerdict(share: number, entry: CapitalMinimum, reduction = entry.reduction): CapitalVerdict {
  if (share >= entry.minimum - ROUNDING) return "enough";
  return share >= entry.minimum - Math.max(reduction, entry.reduction) - ROUNDING ? "reducible" : "short";
}
