/** A clause as people cite it: 《document》（number）article, and 依据待核 where the primary text was not read. */
import type { Basis } from "../rules/rule";
import type { Locale } from "./say";

export function clause(basis: Basis, locale: Locale): string {
  const { document, number, article, confidence } = basis;
  const verified = confidence === "H";
  if (locale === "zh") {
    const cited = `《${document}》${number ? `（${number}）` : ""}${article ?? ""}`;
    return `依据：${cited}${verified ? "" : "（依据待核）"}。`;
  }
  const cited = [`《${document}》`, number, article].filter(Boolean).join(", ");
  return `Basis: ${cited}${verified ? "" : " (to be verified)"}.`;
}
