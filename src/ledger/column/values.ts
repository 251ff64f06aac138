/** Columns of which the cells decide: headings that say little, or nothing of what stands below them. */
import { BELIEVABLE, DECIDED, take, type Work } from "./work";
import { distinct, looksLike, seems, wholePhoneShare } from "./evidence";
import { fieldKind, type FieldKey, type PlainField } from "../fields";
import { SOURCE_HEADING_SET } from "../source";
import { OTHER_PHONE } from "../heading/tails";

/** 项目类型, 编号 …: the values decide or nobody does. */
export function openHeadings(works: readonly Work[], taken: Map<FieldKey, Work>): void {
  for (const work of works) {
    if (
      work.field !== null &&
      !(
        work.field === "serial" ||
        work.field === "industry" ||
        work.field === "keyProject" ||
        work.field === "libraryLevel" ||
        work.field === "stage"
      )
    )
      continue;
    let best: { field: PlainField; share: number } | null = null;
    for (const candidate of work.candidates) {
      if (candidate.kind !== "open") continue;
      const field = candidate.field as PlainField;
      if (field === work.field) continue;
      if (taken.has(field)) continue;
      const share = looksLike(field, work.samples);
      if (share >= DECIDED && (!best || share > best.share)) best = { field, share };
    }
    if (!best) continue;
    if (work.field !== null && looksLike(work.field as PlainField, work.samples) >= best.share) continue;
    if (work.field !== null) taken.delete(work.field);
    take(work, best.field, taken);
  }
}

/** What tells of projects without naming them. */
const NO_NAME =
  /内容|依据|规划|备注|问题|进展|情况|来源|政策|说明|单位|部门|措施|文件|方案|渠道|方向|领域|类|规模|任务|支持|涉及|对接|补进|替换|原|是否|意见|建议|成果|成效/u;

/** Where no heading says 项目名称: the one column of texts that end like names of projects, beside money and serial numbers. */
export function nameByValues(works: readonly Work[], taken: Map<FieldKey, Work>): void {
  if (taken.has("name") || ![...taken.keys()].some((field) => fieldKind(field) === "amount")) return;
  const named = works.filter(
    ({ field, heading, samples }) =>
      field === null &&
      samples.values.length >= 3 &&
      !NO_NAME.test(heading.heading) &&
      distinct(samples) >= 0.9 &&
      seems("name", samples, null) >= BELIEVABLE,
  );
  const [only] = named;
  if (only && named.length === 1) take(only, "name", taken);
  // Which of several is meant is asked.
  else for (const work of named) work.ask = ["name"];
}

/** What holds other figures than telephone numbers, however they look. */
const NO_PHONE =
  /时间|日期|年月|编号|编码|代码|[证文账帐卡案图批车户]号|面积|人口|[人户个项]数|邮编|邮政|传真|规模|里程|长度|数量|金额|资金|投资|额度|产值|收入|元|[吨亩米]/u;

/** Codes and whole telephone numbers are known under any heading that does not name another thing. */
export function byValuesAlone(works: readonly Work[], taken: Map<FieldKey, Work>): void {
  for (const work of works) {
    if (work.field !== null || work.samples.values.length < 3 || SOURCE_HEADING_SET.has(work.heading.heading)) continue;
    for (const field of ["code", "ownerCreditCode", "phone"] as const) {
      if (taken.has(field)) continue;
      if (field === "phone" && (NO_PHONE.test(work.heading.heading) || OTHER_PHONE.test(work.heading.heading)))
        continue;
      const likeness = field === "phone" ? wholePhoneShare(work.samples) : looksLike(field, work.samples);
      if (likeness < 0.9) continue;
      take(work, field, taken);
      break;
    }
  }
}
