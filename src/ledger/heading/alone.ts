/** What a heading means by itself, without those above it: listed, open, a stand-in, by grammar, by the first of two things, by its last words. */
import { BARE, GRAMMAR, OPEN, PATTERN, PER_PLACE, SEEN, SHORTENED, STAND_IN, SURE, type Candidate } from "./candidate";
import { bareDay } from "./days";
import { fieldKind, type FieldKey } from "../fields";
import { byGrammar } from "./grammar";
import { headingIndex, openIndex, standInIndex } from "./known";
import type { HeadingText } from "./text";
import { isTotalInOtherWords } from "./money";
import { partOf, procedureOfWords, procedureWords } from "./procedures";
import { HIRED, tailsOf } from "./tails";

const WORK_DONE = /^(?:截至|累计|目前|实际)*[已实](?:完成?|干|做)(?:的)?(?:工程|工作|实物)?(?:量|产值)$/u;
const OUTPUT_DONE = /^(?:截至|累计|目前|实际|开工|以来|自|已)*完成(?:施工|工程|建安|总)?产值$/u;

/** 「完成计划%」「为年计划（%）」: what is done of the plan. */
const OF_PLAN = /^(?:占|为|达到?|完成)(?:本年)?(?:投资)?(?:计划|任务|目标)(?:投资)?的?$/u;

/** A heading of one row, or under parents that say nothing. */
export function alone(own: HeadingText): readonly Candidate[] {
  // 「项目规模（万元）」 is no text.
  if (own.unit !== null && /^(?:项目|建设|工程|资金|总)*规模$/u.test(own.full))
    return [{ field: "totalInvestment", score: STAND_IN, kind: "standIn" }];
  if (own.percent && OF_PLAN.test(own.bare)) return [{ field: "completionRate", score: GRAMMAR, kind: "sure" }];
  const step = stepInBracket(own);
  if (step !== null) return [{ field: step, score: SURE, kind: "sure" }];
  const found: Candidate[] = [];
  const look = (key: string, score: number) => {
    if (key === "") return;
    for (const { field, place } of headingIndex.get(key) ?? [])
      found.push({ field, score: score - place * PER_PLACE, kind: "sure" });
    const procedure = procedureOfWords(key);
    if (procedure) found.push({ field: procedure, score: score - 0.01, kind: "sure" });
  };
  look(own.full, SURE);
  if (own.bare !== own.full) look(own.bare, found.length > 0 ? 0 : BARE);
  const open = openIndex.get(own.full) ?? openIndex.get(own.bare);
  if (open) for (const field of open) found.push({ field, score: OPEN, kind: "open" });
  for (const key of new Set([own.full, own.bare])) {
    for (const { field, place } of standInIndex.get(key) ?? standInIndex.get(shortened(key) ?? "") ?? [])
      found.push({ field, score: STAND_IN - place * PER_PLACE, kind: "standIn" });
  }
  if (!found.some((candidate) => candidate.kind === "sure")) {
    for (const key of new Set([own.full, own.bare])) {
      const short = shortened(key);
      if (short) look(short, SHORTENED);
      // 「债券名称」 is no money.
      if (key.endsWith("名称"))
        found.splice(0, found.length, ...found.filter(({ field }) => fieldKind(field) !== "amount"));
      if (found.some((candidate) => candidate.kind === "sure")) break;
    }
  }
  if (!found.some((candidate) => candidate.kind === "sure")) {
    // 「开工时间（实际）」 is surer with its bracket than without.
    for (const key of new Set([own.full, own.bare])) {
      found.push(...byGrammar(key));
      if (found.some((candidate) => candidate.kind === "sure")) break;
    }
  }
  if (found.length === 0) found.push(...firstOfTwo(own));
  // 「累计完成产值」: what has been built, in money.
  if (!found.some(({ kind }) => kind === "sure") && OUTPUT_DONE.test(own.bare))
    found.push({ field: "completed", score: STAND_IN, kind: "standIn" });
  // 「已干工程量（万元）」
  if (found.length === 0 && own.unit !== null && WORK_DONE.test(own.bare))
    found.push({ field: "completed", score: STAND_IN, kind: "standIn" });
  if (found.every(({ kind }) => kind === "open") && isTotalInOtherWords(own.bare))
    found.push({ field: "totalInvestment", score: STAND_IN - 0.02, kind: "standIn" });
  if (!found.some((candidate) => candidate.kind === "sure"))
    found.push(...byTail(own).filter(({ field }) => !found.some((other) => other.field === field)));
  return found.filter((candidate) => candidate.score > 0);
}

/** Without a 项目 in front or a 名称/情况 behind that adds nothing. */
function shortened(key: string): string | null {
  const short = key
    .replace(/^(?:该?项目|本项目|工程)(?=.{2})/u, "")
    .replace(/(?<=.{2})(?:名称|情况|说明|一览|信息|填写)$/u, "");
  return short === key || short.length < 2 || short === "单位" || short === "名称" ? null : short;
}

/** 「存在问题及需协调事项」「主管科室及责任人」: a column of two things in words is that of the first. */
function firstOfTwo({ bare, either }: HeadingText): readonly Candidate[] {
  const parts = either.length === 2 ? either : /^(.{2,}?)(?:以及|及其?|和|与|或)(.{2,})$/u.exec(bare)?.slice(1);
  if (!parts) return [];
  const [first, second] = parts.map((words) =>
    [
      ...(headingIndex.get(words) ?? []).map(({ field }) => field),
      ...byGrammar(words).map(({ field }) => field),
    ].filter((field) => fieldKind(field) === "text"),
  );
  const [field] = first ?? [];
  return field !== undefined && (second?.length ?? 0) > 0 ? [{ field, score: PATTERN - 0.1, kind: "sure" }] : [];
}

/** What only its last words suggest; the cells have the last say. */
function byTail(own: HeadingText): readonly Candidate[] {
  const day = bareDay(own.bare);
  if (day) return [day];
  const found = new Set([...tailsOf(own.full), ...tailsOf(own.bare), ...explained(own)]);
  return [...found].map((field, place): Candidate => {
    const score = SEEN - place * PER_PLACE;
    const or = field === "startPlanned" ? "startActual" : field === "finishPlanned" ? "finishActual" : null;
    if (or === null || /计划|拟|预计/u.test(own.full)) return { field, score, kind: "seen" };
    return /实际|已/u.test(own.full) ? { field: or, score, kind: "seen" } : { field, or, score, kind: "seen" };
  });
}

/** What a bracket at the end of the heading holds. */
function inBracket({ full, bare }: HeadingText): string {
  return full.startsWith(bare) ? full.slice(bare.length) : "";
}

/** 「审批文号（立项）」: the number of that step. */
function stepInBracket(own: HeadingText): FieldKey | null {
  const step = procedureWords.get(inBracket(own));
  const part = step === undefined ? null : partOf(own.bare);
  return part === null || part === "" ? null : (`proc.${String(step)}.${part}` as FieldKey);
}

/** People's own words, which say little to others. */
const COLLOQUIAL = /[啥谁哪咋怎干]|什么|多少/u;
const OF_HIRED = new RegExp(HIRED, "u");
/** 「整改（责任人）」「会议（地点）」 have others of their own; a project has but one owner. */
const NAMED_IN_BRACKET: ReadonlySet<FieldKey> = new Set<FieldKey>(["owner", "inStatistics"]);
/** What is said of the heading in its bracket and is no other name for it. */
const ASIDE = /是否|时间|日期|年月|情况|可|如/u;

/** 「要干啥（内容、规模）」「委托单位（业主）」: what the bracket explains. */
function explained(own: HeadingText): readonly FieldKey[] {
  const inside = inBracket(own);
  if (inside === "") return [];
  const sure = [...(headingIndex.get(inside) ?? []), ...byGrammar(inside)].map(({ field }) => field);
  if (COLLOQUIAL.test(own.bare)) return [...sure, ...tailsOf(inside)];
  if (OF_HIRED.test(own.bare) || ASIDE.test(inside)) return [];
  return sure.filter((field) => NAMED_IN_BRACKET.has(field));
}

/** Sums of money among the readings. */
export function isSureAmount({ field, kind }: Candidate): boolean {
  return kind === "sure" && fieldKind(field) === "amount";
}
