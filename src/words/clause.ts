/** A clause as people cite it: 《document》（number）article, and 依据待核 where the primary text was not read. */
import { OWN_CONVENTION, SELF_CONSISTENT } from "../rules/bases";
import type { Basis } from "../rules/rule";
import type { Locale } from "./say";

/** Below a heading that already says 依据. */
export function citation(basis: Basis): string {
  return clause(basis, "zh").replace(/^依据：/, "");
}

export function clause(basis: Basis, locale: Locale): string {
  const { document, number, article, confidence } = basis;
  // What a sheet says against itself, or this tool asks of all, rests on no paper, and gets no book marks.
  if (document === SELF_CONSISTENT.document) {
    return locale === "zh" ? `依据：${document}。` : "Basis: the sheet contradicts itself, as anyone can recompute.";
  }
  if (document === OWN_CONVENTION.document) {
    return locale === "zh"
      ? `依据：${document}${article ? `，${article}` : ""}。`
      : "Basis: a convention of this tool, so that all departments' ledgers can be summed up.";
  }
  const verified = confidence === "H";
  if (locale === "zh") {
    const cited = `《${document}》${number ? `（${number}）` : ""}${article ?? ""}`;
    return `依据：${cited}${verified ? "" : "（依据待核）"}。`;
  }
  const cited = [`《${document}》`, number, article].filter(Boolean).join(", ");
  return `Basis: ${cited}${verified ? "" : " (to be verified)"}.`;
}
