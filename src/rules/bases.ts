/** Clauses that several rules rest on. */
import type { Basis } from "./rule";

/** What can be recomputed on the spot needs no clause: a day is a day and a sum is a sum. */
export const SELF_CONSISTENT: Basis = { document: "表内数据自相矛盾，可当场复核", confidence: "H" };

/** What rests on no paper but on this tool's own lists, so that the ledgers of all departments can be summed up. */
export const OWN_CONVENTION: Basis = { document: "本工具的统一口径", confidence: "H" };

/** What can be recomputed, and what this tool asks of all, stands in no document. */
export function standsOnPaper({ document }: Pick<Basis, "document">): boolean {
  return document !== SELF_CONSISTENT.document && document !== OWN_CONVENTION.document;
}

export const ONE_SOURCE: Basis = {
  document: "在全县向上争取项目推进会上的讲话",
  article: "综合数据以统计部门为准，数出一门",
  confidence: "H",
};

export const PROJECT_CODE: Basis = {
  document: "全国固定资产投资项目代码编码规范",
  number: "GB/T 40058-2021",
  article: "第4章",
  confidence: "H",
};

export const DISPATCH_MEETING: Basis = {
  document: "在全县项目谋划培训暨对上争取调度会议上的讲话（2025-06-21）",
  confidence: "H",
};
