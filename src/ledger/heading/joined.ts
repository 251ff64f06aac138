/** A parent and its child read as one heading: 「计划」·「开工时间」, 「可研」·「批复文号」, 「批复文号」·「可研」. */
import { SURE, type Candidate } from "./candidate";
import { alone, isSureAmount } from "./alone";
import type { ProcedureKey } from "../fields";
import type { HeadingText } from "./text";
import { baseProcedure, partOf, partUnderStep, procedureHeading, procedureWords } from "./procedures";

/** What is done with money. */
const MOVED = /^(?:拟|已|本次|本批|累计|计划)*(?:申请|申报|争取|下达|到位|支付|拨付)$/u;

/** The first reading in which the two words make one sure heading; empty where they make none. */
export function together(parent: HeadingText, own: HeadingText): readonly Candidate[] {
  for (const p of new Set([parent.full, parent.bare])) {
    for (const c of new Set([own.full, own.bare])) {
      const procedure = procedureWords.get(p) ?? baseProcedure(p) ?? stepOfEstimate(p);
      if (procedure) {
        const part = partOf(c) ?? partUnderStep(c);
        if (part !== null)
          return [
            { field: part === "" ? `proc.${procedure}` : `proc.${procedure}.${part}`, score: SURE, kind: "sure" },
          ];
      }
      if (procedureWords.has(c) || procedureHeading(c) !== null) continue;
      const joined = alone({ ...own, full: p + c, bare: p + c });
      const sure = joined.filter((candidate) => candidate.kind === "sure");
      if (sure.length > 0) return sure;
    }
  }
  // 「专项债券」·「拟申请」: the verb stands below its object.
  if (!MOVED.test(own.bare)) return [];
  return alone({ ...own, full: own.bare + parent.bare, bare: own.bare + parent.bare }).filter(isSureAmount);
}

/** 「可研估算」·「批复文号」: the paper that the estimate stands in. */
function stepOfEstimate(words: string): ProcedureKey | null {
  const step = words.replace(/(?:总?投资)?[估概]算$/u, "");
  return step === words ? null : (procedureWords.get(step) ?? null);
}
