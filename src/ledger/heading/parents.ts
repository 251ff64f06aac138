/** What the headings above make of the one below them: a group, a time, a tense, a step, or one heading read together. */
import { BARE, GRAMMAR, STAND_IN, SURE, type Candidate } from "./candidate";
import { dayHeading } from "./days";
import { fieldKind, type FieldKey, type ProcedurePart } from "../fields";
import { alone, isSureAmount } from "./alone";
import { groupOf, under } from "./groups";
import { together } from "./joined";
import type { Group } from "./vocabulary";
import { ASKED_OR_MOVED, isNamedSource, underSources } from "./sources";
import type { HeadingText } from "./text";
import { OWN_TIME } from "./year";
import { moneyByTime, type Timed } from "./money";
import { baseProcedure, procedureWords } from "./procedures";

const ITSELF = /^(?:金额|额度|数额|总额|合计|数|规模)$/u;

const FUND_GROUPS: ReadonlySet<Group> = new Set<Group>(["funds", "total"]);
/** Groups whose columns are parts of one figure that the vocabulary keeps whole: what they do not name means nothing else either. */
const CLOSED: ReadonlySet<Group> = new Set<Group>([
  "arrived",
  "paid",
  "requested",
  "approved",
  "completed",
  "completedThisYear",
  "completedThisMonth",
]);

/** What the groups of steps ask of each step below them. */
const ASKED_OF_STEPS: Readonly<Partial<Record<Group, ProcedurePart | "">>> = {
  procedures: "",
  numbers: "no",
  days: "on",
  dues: "due",
};

/** What the innermost heading means below its parents, innermost first. */
export function withParents(own: HeadingText, parents: readonly HeadingText[]): readonly Candidate[] {
  const [parent, ...further] = parents;
  if (!parent) return alone(own);
  // 「其中」 alone lends what stands above it, as parts.
  if (/^(?:其中|其中项|分项)$/u.test(parent.full)) return withParents({ ...own, part: true }, further);
  if (parent.full === "" || parent.full === own.full) return withParents(own, further);
  const [above] = further;
  // 「2026年」·「投资计划」·「合计」: the year belongs to the plan.
  const isPlanOfYear = groupOf(parent) === null || /计划$/u.test(parent.full);
  if (above && /^(?:本年|明年|上年|某年)$/u.test(above.full) && isPlanOfYear && !OWN_TIME.test(parent.full))
    return withParents(own, [
      { ...parent, full: above.full + parent.full, bare: above.full + parent.bare },
      ...further.slice(1),
    ]);
  const group = groupOf(parent);
  if (WHO_DOES.test(own.bare) && isStep(parent)) return [];
  if (group === null && isFlowOfPeriod(parent.bare)) return [];
  if (group === null) {
    const timed = moneyByTime(parent.full) ?? moneyByTime(parent.bare);
    if (timed !== null) return underTimed(timed, own);
    const joined = together(parent, own);
    if (joined.length > 0) return joined;
    // 「资本金」·「额度」, 「形象进度」·「截至5月底」: the parent says of what.
    const whole = ITSELF.test(own.bare) ? alone(parent).filter(isSureAmount) : [];
    const told = own.full === "目前" ? alone(parent).filter(({ field }) => field === "progress") : [];
    if (whole.length > 0 || told.length > 0) return whole.length > 0 ? whole : told;
    // 「累计已下达投资」·「中央预算内投资」 is no source of the total.
    return (own.part || isNamedSource(own)) && isAskedOrMoved(parent) ? [] : withParents(own, further);
  }
  return underGroup(group, parent, own, further);
}

/** 「环评」·「责任单位」: who sees to that step, not to the project. */
const WHO_DOES = /^(?:责任|牵头|办理|审批|承办|负责|主管|经办)(?:部门|单位|科室|股室|人|领导)$/u;

function isStep({ full, bare }: HeadingText): boolean {
  return procedureWords.has(full) || procedureWords.has(bare);
}

/** 「本次下达投资计划」: its parts are those of the money that has moved. */
function isAskedOrMoved(parent: HeadingText): boolean {
  return alone(parent).some(({ field, kind }) => kind === "sure" && ASKED_OR_MOVED.has(field));
}

/** 「本月到位资金」「2025年支付资金」: money that moved within a period; the vocabulary keeps only what has moved in all. */
function isFlowOfPeriod(words: string): boolean {
  return /本月|本年|年初至今|上年|某年|明年/u.test(words) && /到位|支付|拨付|下达|支出/u.test(words);
}

function underTimed(timed: Timed, own: HeadingText): readonly Candidate[] {
  if (own.part) return doneWithin(timed, own);
  const look = (group: Group) => under(group, own);
  const total = /^(?:合计|小计|总计|总额|投资额?|金额|完成投资额?|计划投资额?|总投资|投资总额|额度|数额)$/u.test(
    own.bare,
  );
  if (timed === "none") return [];
  if (total) return [{ field: timed, score: SURE - 0.01, kind: "sure" }];
  if (timed === "completed" || timed === "completedThisYear" || timed === "completedThisMonth") {
    const named = look(timed);
    // 「本年实际完成」·「占年计划比重」
    return named.length > 0 ? named : alone(own).filter(({ field }) => field === "completionRate");
  }
  // 「年度投资计划」·「2025年」「2026年」, 「分年度投资」·「2025年计划」: the plan of each year.
  if (timed === "planThisYear" && /^(?:本年|明年)(?:(?:计划|安排)(?:投资)?)?$/u.test(own.bare))
    return [{ field: own.bare.startsWith("本年") ? "planThisYear" : "planNextYear", score: SURE - 0.01, kind: "sure" }];
  // 「2025年投资计划」·「1-5月完成」
  const ownTime = moneyByTime(own.full);
  if (timed === "planThisYear" && ownTime?.startsWith("completed") === true)
    return [{ field: ownTime as FieldKey, score: GRAMMAR, kind: "sure" }];
  if (timed === "planThisYear" && /^(?:完成率|完成比例)$/u.test(own.bare))
    return [{ field: "completionRate", score: BARE, kind: "sure" }];
  return [];
}

/** Times that are parts of a longer one and have fields of their own. */
const WITHIN: Readonly<Partial<Record<Group | Timed, ReadonlySet<FieldKey>>>> = {
  completed: new Set<FieldKey>(["completedBefore", "completedThisYear", "completedThisMonth"]),
  completedThisYear: new Set<FieldKey>(["completedThisMonth"]),
};

/** 「累计完成投资」·「其中：今年完成」: of all parts of what is done, those of a time alone say what. */
function doneWithin(whole: Group | Timed, own: HeadingText): readonly Candidate[] {
  const narrower = WITHIN[whole];
  if (!narrower) return [];
  const timed = moneyByTime(own.full);
  const said: readonly Candidate[] =
    timed === null || timed === "none" ? under(whole as Group, own) : [{ field: timed, score: GRAMMAR, kind: "sure" }];
  return said.filter(({ field }) => narrower.has(field));
}

function underGroup(
  group: Group,
  parent: HeadingText,
  own: HeadingText,
  further: readonly HeadingText[],
): readonly Candidate[] {
  if (FUND_GROUPS.has(group)) return underSources(group, parent, own, further[0]);
  const part = ASKED_OF_STEPS[group];
  if (part !== undefined) return underSteps(part, own);
  if (group === "planned" || group === "actual") return underTense(group, parent, own, further);
  const named = under(group, own).filter((candidate) => !(own.part && candidate.field === group));
  // 「开工时间」·「计划」 is sure; 「建设期限」·「开工」 is no more than planned.
  if (named.length > 0 && !own.part) return named;
  if (CLOSED.has(group)) return underClosed(group, parent, own);
  const joined = together(parent, own).filter((candidate) => candidate.score >= GRAMMAR);
  return joined.length > 0 ? joined : withParents(own, further);
}

/** 「前期手续」·「环评」, 「批复文号」·「可研」 */
function underSteps(part: ProcedurePart | "", own: HeadingText): readonly Candidate[] {
  const key =
    procedureWords.get(own.full) ?? baseProcedure(own.full) ?? procedureWords.get(own.bare) ?? baseProcedure(own.bare);
  if (key) return [{ field: part === "" ? `proc.${key}` : `proc.${key}.${part}`, score: SURE, kind: "sure" }];
  // How many steps are done says nothing of the money.
  return alone(own).filter(({ field }) => field !== "completionRate");
}

/** 「计划」·「开工」, 「实际」·「环评」 */
function underTense(
  group: "planned" | "actual",
  parent: HeadingText,
  own: HeadingText,
  further: readonly HeadingText[],
): readonly Candidate[] {
  const word = group === "planned" ? "计划" : "实际";
  const day =
    dayHeading(word + own.bare) ??
    dayHeading(`${word}${own.bare}时间`) ??
    (group === "planned" ? dayHeading(own.bare) : null);
  if (day) return [{ ...day, score: SURE }];
  const joined = together(parent, own);
  if (joined.length > 0) return joined;
  const key = procedureWords.get(own.bare) ?? baseProcedure(own.bare);
  if (key) return [{ field: `proc.${key}.${group === "planned" ? "due" : "on"}`, score: GRAMMAR, kind: "sure" }];
  // What is no day and no money is not planned: 「倒排工期」·「责任人」.
  return withParents(own, further).filter(({ field, kind }) => kind === "sure" && fieldKind(field) !== "amount");
}

/** 「到位资金」·「年初至今」: parts of one figure that the vocabulary keeps whole. */
function underClosed(group: Group, parent: HeadingText, own: HeadingText): readonly Candidate[] {
  if (own.part) return doneWithin(group, own);
  // 「拟申请资金」·「省级资金」: one source's part of what is asked for.
  if (isNamedSource(own)) return [];
  // 「专项债券需求」·「2025年」: where no column states the whole need, this year's is what is asked for.
  if (group === "requested" && /^本年(?:需求|申请)?(?:额度?|金额)?$/u.test(own.bare))
    return [{ field: "requested", score: STAND_IN, kind: "standIn" }];
  const joined = together(parent, own);
  if (joined.length > 0) return joined;
  const timed = moneyByTime(own.full);
  if (timed !== null && timed !== "none") return [{ field: timed, score: GRAMMAR, kind: "sure" }];
  // 「资金申请」·「占总投资比重」 is no share of what is done.
  const isOfDone = group.startsWith("completed");
  return alone(own).filter(
    ({ field, kind }) =>
      kind === "sure" &&
      !field.startsWith("funds") &&
      field !== "totalInvestment" &&
      (isOfDone || field !== "completionRate"),
  );
}
