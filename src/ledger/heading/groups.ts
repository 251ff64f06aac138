/** Headings that open a group, and what the group lists for those below it. */
import { SURE, PER_PLACE, type Candidate } from "./candidate";
import { GROUPS, UNDER, type Group } from "./vocabulary";
import { indexOf, split, type Index } from "./known";
import type { HeadingText } from "./text";

const groupIndex = groupWords();
const underIndex = underWords();

/** The group that a heading opens; null where it opens none. */
export function groupOf(heading: HeadingText): Group | null {
  const listed = groupIndex.get(heading.full) ?? groupIndex.get(heading.bare);
  if (listed !== undefined) return listed;
  if (SOURCES.test(heading.bare)) return "funds";
  return STEPS.test(heading.bare) ? "procedures" : null;
}

/** 「总投资及来源」「概算总投资和资金筹措」: how much, and by whom it is given. */
const SOURCES =
  /^(?:项目|工程|建设|计划|概算|估算|匡算|批复|预计)*(?:总?投资|总?投入|总?资金|预算)(?:估算|概算|匡算|额度?|总额|规模)?(?:及|和|与|以及)(?:其|建设)?(?:资金|投资|经费)?(?:来源|筹措|构成|组成|筹集)(?:渠道|方式|方案|情况|计划|明细|构成)*$/u;

/** 「要件办理进度」「项目审批手续完成情况」 */
const STEPS =
  /^(?:项目|工程|建设|主要|前期|开工|审批|报批|各项)*(?:要件|手续)(?:办理|审批|报批|完成|办结|落实|取得)*(?:情况|进度|进展|状态|阶段)*$/u;

/** What the list of the group says of a heading below it. */
export function under(group: Group, own: HeadingText): readonly Candidate[] {
  const index = underIndex.get(group);
  const entries = index?.get(own.full) ?? index?.get(own.bare) ?? [];
  return entries.map(({ field, place }) => ({ field, score: SURE - place * PER_PLACE, kind: "sure" }));
}

function groupWords(): ReadonlyMap<string, Group> {
  const index = new Map<string, Group>();
  for (const group of Object.keys(GROUPS) as Group[])
    for (const word of split(GROUPS[group])) if (!index.has(word)) index.set(word, group);
  return index;
}

function underWords(): ReadonlyMap<Group, Index> {
  const index = new Map<Group, Index>();
  for (const [group, table] of Object.entries(UNDER)) index.set(group as Group, indexOf(table));
  return index;
}
