/** How headings name the steps of a project: a procedure by its word, and by what stands before or behind it the part that is asked. */
import { PROCEDURE_KEYS, procedureOf, type FieldKey, type ProcedureKey, type ProcedurePart } from "../fields";
import { PROCEDURE_PREFIXES, PROCEDURE_SUFFIXES, PROCEDURE_WORDS } from "./vocabulary";
import { split } from "./known";
import { headingText } from "./text";

interface ProcedureHeading {
  readonly key: ProcedureKey;
  readonly word: string;
}

const procedureHeadings = listProcedureHeadings();
const procedureHeadingsBy = headingsByFirst();

/** Words that name a procedure when they stand alone. */
export const procedureWords = procedureWordIndex();

const STEP_WORDS: readonly (readonly [string, ProcedureKey])[] = [...procedureWords]
  .filter(([word]) => word.length >= 2)
  .sort(([a], [b]) => b.length - a.length);

const DAY_NOUNS = ["时间", "日期", "年月", "时限", "审批时间", "批复时间", "手续时间", "节点", "证时间"];
const PROCEDURE_PARTS = (["", "no", "on", "accepted", "due", "paused"] as const).map((part) => ({
  part,
  suffixes: split(PROCEDURE_SUFFIXES[part]),
  prefixes: split(PROCEDURE_PREFIXES[part]),
}));

/** The step that a cell names (「可行性研究报告审批」「建设项目用地预审与选址意见书核发」); null where it names none. */
export function procedureNamed(text: string): ProcedureKey | null {
  const { bare } = headingText(text, null);
  const field = procedureOfWords(bare);
  if (field) return procedureOf(field)?.key ?? null;
  return STEP_WORDS.find(([word]) => bare.includes(word))?.[1] ?? null;
}

/** The field of a step that the whole heading names, alone or with its part. */
export function procedureOfWords(key: string): FieldKey | null {
  const whole = procedureWords.get(key);
  return whole ? `proc.${whole}` : (procedureHeading(key) ?? sameStepTwice(key));
}

/** 「农转用及征地办理情况」: two words for one step. */
function sameStepTwice(key: string): FieldKey | null {
  const [, first = "", second = ""] = /^(.{2,}?)(?:以及|及|和|与)(.{2,})$/u.exec(key) ?? [];
  const step = procedureWords.get(first);
  if (step === undefined) return null;
  if (procedureWords.get(second) === step) return `proc.${step}`;
  const field = procedureHeading(second);
  return field !== null && procedureOf(field)?.key === step ? field : null;
}

/** What a heading put together of a procedure's word and what stands before or behind it means: asked of few headings, whereas a list of all would be long. */
export function procedureHeading(heading: string): FieldKey | null {
  for (const { key, word } of procedureHeadingsIn(heading)) {
    for (const { part, suffixes, prefixes } of PROCEDURE_PARTS) {
      const field: FieldKey = part === "" ? `proc.${key}` : `proc.${key}.${part}`;
      if (suffixes.some((suffix) => heading === word + suffix)) return field;
      for (const prefix of prefixes) {
        if (!heading.startsWith(prefix + word)) continue;
        const noun = heading.slice(prefix.length + word.length);
        if (noun === "") return part === "on" ? `proc.${key}` : field;
        if (!DAY_NOUNS.includes(noun)) continue;
        // 「完成立项时间」 tells the day, 「完成立项时限」 the day by which it must be.
        if (part === "" || part === "on") return `proc.${key}.${/时限|节点/u.test(noun) ? "due" : "on"}`;
        return field;
      }
    }
  }
  return null;
}

/** Those whose word the heading holds, in the order of the list. */
function procedureHeadingsIn(heading: string): readonly ProcedureHeading[] {
  let held: ProcedureHeading[] | null = null;
  for (let at = 0; at < heading.length; at++) {
    for (const each of procedureHeadingsBy.get(heading.charAt(at)) ?? [])
      if (heading.startsWith(each.word, at)) (held ??= []).push(each);
  }
  if (held === null) return [];
  return held.length === 1 ? held : procedureHeadings.filter((each) => held.includes(each));
}

/** 可研批复情况 as a parent names the step itself. */
export function baseProcedure(words: string): ProcedureKey | null {
  const field = procedureHeading(words) ?? sameStepTwice(words);
  if (!field) return null;
  const procedure = procedureOf(field);
  return procedure && procedure.part === null ? procedure.key : null;
}

/** Which part of a procedure a bare child names: 文号, 时间, 状态 …; 「批复文号或办理状态」 is what the step's own column holds. Null where it names none. */
export function partOf(words: string): ProcedurePart | "" | null {
  const single = singlePartOf(words);
  if (single !== null) return single;
  const [, first = "", second = ""] = /^(.{2,}?)(?:或者|或|以及|及|和|与)(.{2,})$/u.exec(words) ?? [];
  const parts = [singlePartOf(first), singlePartOf(second)];
  return parts.includes("no") && parts.includes("") ? "" : null;
}

function singlePartOf(words: string): ProcedurePart | "" | null {
  for (const part of ["no", "due", "accepted", "on", "paused", ""] as const) {
    if (split(PROCEDURE_SUFFIXES[part]).includes(words)) return part;
  }
  return null;
}

/** Children that say enough only below the name of a step: 「环评」·「受理日」, 「可研」·「现状」. */
const UNDER_STEP: readonly (readonly [ProcedurePart | "", RegExp])[] = [
  ["accepted", /^(?:受理|收件|送审|报件|报审|申报|组卷|提交|报批|上报)(?:日|日子|日期|时间|年月)$/u],
  ["due", /^(?:要求|计划|拟|预计|最迟|限定|应|承诺)+(?:办结|批复|批准|完成|取得|办成|获批)(?:日|日期|时间|时限)?$/u],
  ["on", /^实际(?:办结|批复|批准|完成|取得|办成|获批)$|^(?:实际)?(?:办结|批复|批准|完成|取得|核发|发证|获批)日$/u],
  [
    "",
    /^(?:目前|当前|办理|办结|取得|批复|审批|登记|备案|办|批)*(?:现状|与否|否|结果)$|^(?:办结|登记|取得|批准)(?:或|及)?(?:批复|备案|情况)?$|^(?:批复|备案)(?:或|及)?(?:登记|批复|备案)$/u,
  ],
];

/** Which part of a procedure a child names that stands below the name of a step. */
export function partUnderStep(words: string): ProcedurePart | "" | null {
  return UNDER_STEP.find(([, children]) => children.test(words))?.[0] ?? null;
}

function listProcedureHeadings(): readonly ProcedureHeading[] {
  return PROCEDURE_KEYS.flatMap((key) => split(PROCEDURE_WORDS[key]).map((word) => ({ key, word })));
}

/** By the first character of their word, which few texts hold any of. */
function headingsByFirst(): ReadonlyMap<string, readonly ProcedureHeading[]> {
  const index = new Map<string, ProcedureHeading[]>();
  for (const heading of procedureHeadings) {
    const first = heading.word.charAt(0);
    const others = index.get(first);
    if (others) others.push(heading);
    else index.set(first, [heading]);
  }
  return index;
}

/** Words that name a procedure when they stand alone; the longest keys first where two share a word. */
function procedureWordIndex(): ReadonlyMap<string, ProcedureKey> {
  const index = new Map<string, ProcedureKey>();
  for (const key of PROCEDURE_KEYS)
    for (const word of split(PROCEDURE_WORDS[key])) if (!index.has(word)) index.set(word, key);
  return index;
}
