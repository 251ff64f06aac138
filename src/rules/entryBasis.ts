/** The clause of a pack's entry, as a rule cites it. */
import type { Confidence, PackBasis } from "../policy/pack";
import type { Basis } from "./rule";

export function entryBasis({
  basis,
  confidence,
}: {
  readonly basis: PackBasis;
  readonly confidence: Confidence;
}): Basis {
  const { document, number, article, url } = basis;
  return {
    document,
    ...(number === undefined ? {} : { number }),
    ...(article === undefined ? {} : { article }),
    ...(url === undefined ? {} : { url }),
    confidence,
  };
}
