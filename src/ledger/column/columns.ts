/** Heading block → columns: each column at most one field, each field at most one column; what cannot be decided is asked. */
import { readAmount } from "../../measure/amount";
import { dayFromSerial } from "../../measure/day";
import type { MoneyUnit } from "../../measure/types";
import { SerialDay, type CellValue } from "../../sheet/cell";
import { candidatesOf } from "./candidates";
import { fundsBeside, sourcesElsewhere, totalOfSources, unmappedSources } from "./funds";
import { plannedOrActual } from "./tense";
import { othersAreInYi, staysWithinTotal, unitOfWhole } from "./unitBeside";
import { byValuesAlone, nameByValues, openHeadings } from "./values";
import { BELIEVABLE, DECIDED, LEAST_SEEN, take, unitOf, type ColumnOptions, type Work } from "./work";
import { doneOfPlan, rateOfPlan, sumOfMonths, withoutMonths } from "./year";
import { distinct, firms, looksLike, readable, samplesOf, seems, speakAgainst } from "./evidence";
import { fieldKind, procedureOf, type FieldKey, type ProcedureField } from "../fields";
import type { Header, HeadingColumn } from "../block/header";
import { headingText, laidPlain, moneyUnitOf, normaliseHeading } from "../heading/text";
import type { Column, Question, UnmappedSource } from "../ledger";
import type { Candidate } from "../heading/candidate";
import { partOf } from "../heading/procedures";

export interface ColumnsRead {
  readonly columns: readonly Column[];
  readonly unmapped: readonly { readonly column: number; readonly heading: string }[];
  readonly questions: readonly Question[];
  readonly chosen: readonly number[];
  /** Columns whose heading says per cent. */
  readonly percent: ReadonlySet<number>;
  /** Those of the unmapped ones that hold money of a source of funds. */
  readonly unmappedSources: readonly UnmappedSource[];
  /** Fields that are none of sources and hold one here. */
  readonly sourcesElsewhere: readonly FieldKey[];
  /** A source of funds stands in a column of another field or of none: those of sources need not add up. */
  readonly fundsIncomplete: boolean;
}

/** Below this share of readable values a heading is doubted, where there are enough values to say so. */
const DOUBTED = 0.2;

const ENOUGH = 5;

const TIE = 0.00005;

/** What a column that counts 「（个）」 never holds. */
const NAMES_SOMEBODY: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "name",
  "owner",
  "department",
  "cooperators",
  "reporter",
  "leader",
  "person",
  "phone",
]);

/** These are what a ledger is about; their headings are believed whatever the cells hold. */
const BELIEVED: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "name",
  "totalInvestment",
  "code",
  "department",
  "startPlanned",
  "finishPlanned",
]);

/** Columns on their way to their fields. */
interface Mapping {
  readonly works: readonly Work[];
  /** Those that the user has not settled. */
  readonly open: readonly Work[];
  readonly taken: Map<FieldKey, Work>;
  /** 0-based columns that the user has settled. */
  readonly chosen: ReadonlySet<number>;
  readonly options: ColumnOptions;
}

export function readColumns(header: Header, options: ColumnOptions): ColumnsRead {
  const mapping = mappingOf(header, options);
  bySureWords(mapping);
  byDoubtfulWords(mapping);
  byValues(mapping);
  return result(mapping);
}

function mappingOf(header: Header, options: ColumnOptions): Mapping {
  const headings = header.columns.map((column) => ({ ...column, path: column.path.map(laidPlain) }));
  const works = headings.map((heading): Work => ({
    heading,
    samples: samplesOf(options.rows, heading.column),
    otherMoney: isInOtherMoney(heading) || (options.otherMoney && unitOf(heading) === null),
    candidates: [],
    field: null,
    also: null,
    ask: [],
  }));
  const taken = new Map<FieldKey, Work>();
  const chosen = applyChoices(works, taken, options.choices);
  const open = works.filter((work) => !chosen.has(work.heading.column));
  for (const [index, work] of works.entries()) {
    if (!chosen.has(work.heading.column))
      work.candidates = possible(work, candidatesOf(works, index, options.year), options);
  }
  withoutMonths(open);
  return { works, open, taken, chosen, options };
}

/** Without what the unit of the column or its cells rule out. */
function possible(work: Work, candidates: readonly Candidate[], options: ColumnOptions): readonly Candidate[] {
  return byLook(work, candidates).filter(
    ({ field, kind }) =>
      (kind !== "seen" || isSeen(field, work, options)) &&
      !(work.otherMoney && fieldKind(field) === "amount") &&
      !(countsOther(work.heading) && (fieldKind(field) === "amount" || NAMES_SOMEBODY.has(field))) &&
      !(measures(work.heading) && procedureOf(field) !== null),
  );
}

/** Headings that say in so many words what they are, and those that say it with their neighbours. */
function bySureWords({ works, open, taken, chosen, options }: Mapping): void {
  assign(open, taken, "sure", options.year);
  neighbouring(works, taken, chosen);
  doneOfPlan(works, taken, options);
  plannedOrActual(open, taken, options);
  estimateForTotal(taken);
}

/** Headings that serve where nothing better does, or of which the cells must tell. */
function byDoubtfulWords({ works, open, taken, chosen, options }: Mapping): void {
  assign(open, taken, "standIn", options.year);
  doubtfulTotal(taken);
  openHeadings(open, taken);
  // 「所属行业」 whose values are areas leaves 所属行业 to 「国标行业」.
  assign(open, taken, "sure", options.year);
  fundsBeside(works, taken, chosen);
  assign(open, taken, "seen", options.year);
  sumOfMonths(open, taken, options);
  totalOfSources(open, taken, options);
  rateOfPlan(open, taken, options);
}

/** Cells that tell their field under any heading. */
function byValues({ open, taken }: Mapping): void {
  nameByValues(open, taken);
  byValuesAlone(open, taken);
}

/** 投资估算 alone is what the project costs; beside 总投资 or 初设概算 it is the figure of the study. */
function estimateForTotal(taken: Map<FieldKey, Work>): void {
  const held = (["estimate", "budgetEstimate"] as const).filter((field) => taken.has(field));
  const [field] = held;
  if (taken.has("totalInvestment") || field === undefined || held.length > 1) return;
  const work = taken.get(field);
  if (!work?.candidates.some((other) => other.kind === "standIn" && other.field === "totalInvestment")) return;
  taken.delete(field);
  work.field = null;
}

/** 「合同造价」 may be that of the works alone, 「预算资金」 that of one year: where nothing else states the total, it is asked. */
const DOUBTFUL_TOTAL = /合同|预算/u;

function doubtfulTotal(taken: ReadonlyMap<FieldKey, Work>): void {
  const work = taken.get("totalInvestment");
  const candidate = work?.candidates.find(({ field }) => field === "totalInvestment");
  if (work && candidate?.kind === "standIn" && DOUBTFUL_TOTAL.test(work.heading.heading))
    work.ask = ["totalInvestment"];
}

function applyChoices(
  works: readonly Work[],
  taken: Map<FieldKey, Work>,
  choices: ReadonlyMap<string, FieldKey | null>,
): ReadonlySet<number> {
  const chosen = new Set<number>();
  if (choices.size === 0) return chosen;
  for (const work of works) {
    const field = choices.get(normaliseHeading(work.heading.heading));
    if (field === undefined) continue;
    if (field !== null && (taken.has(field) || (work.otherMoney && fieldKind(field) === "amount"))) continue;
    chosen.add(work.heading.column);
    if (field !== null) take(work, field, taken);
  }
  return chosen;
}

/** 「拟申报政策资金」 over names of funds is the channel; 「项目选址」 over places is no procedure. */
function byLook(work: Work, candidates: readonly Candidate[]): readonly Candidate[] {
  const { samples, heading } = work;
  if (samples.values.length < LEAST_SEEN) return candidates;
  const left = candidates.filter(({ field }) => BELIEVED.has(field) || !speakAgainst(field, samples));
  if (left.length < candidates.length) return left;
  const has = (field: FieldKey) => candidates.some((candidate) => candidate.field === field);
  if (has("requested") && readable("requested", samples, null) < DOUBTED && looksLike("channel", samples) >= DECIDED)
    return [{ field: "channel", score: 0.45, kind: "seen" }];
  if (has("proc.site") && has("location") && seems("location", samples, null) >= BELIEVABLE)
    return candidates.filter(({ field }) => field !== "proc.site");
  const own = heading.path[heading.path.length - 1] ?? "";
  const step = candidates.find(({ field }) => procedureOf(field) !== null);
  // 「备案号（项目代码）」「立项赋码」 over codes, 「可研编制」 over those who write it.
  if (step && /代码|赋码/u.test(own) && looksLike("code", samples) >= DECIDED)
    return [{ ...step, field: "code" }, ...candidates.map((each) => ({ ...each, score: each.score - LESS_LIKELY }))];
  if (step?.field === "proc.feasibility" && /编/u.test(own) && seems("owner", samples, null) >= BELIEVABLE)
    return [{ ...step, field: "compiler" }];
  // 「单位名称」 over firms is who builds, over offices who answers.
  if (has("department") && /^(?:单位|单位名称)$/u.test(own) && firms(samples) >= DECIDED)
    return candidates.map((each) => (each.field === "department" ? { ...each, field: "owner" } : each));
  // 「重点项目」 over names is no flag: it is the name where no other column is.
  if (has("keyProject") && looksLike("keyProject", samples) < DOUBTED && seems("name", samples, null) >= BELIEVABLE)
    return [{ field: "name", score: 0.45, kind: "seen" }];
  return candidates;
}

/** Behind what the cells speak for. */
const LESS_LIKELY = 0.05;

/** True where the cells bear out what the last words of the heading suggest. */
function isSeen(field: FieldKey, work: Work, options: ColumnOptions): boolean {
  const { column } = work.heading;
  if (work.samples.values.length < (options.tall.has(column) ? 1 : LEAST_SEEN)) return false;
  if (fieldKind(field) === "amount" && unitOf(work.heading) === null && options.sheetUnit === null) return false;
  if (field === "name" && distinct(work.samples) < BELIEVABLE) return false;
  return seems(field, work.samples, options.year) >= BELIEVABLE;
}

/** The innermost words that state a unit decide. */
function isInOtherMoney({ unitText, path }: HeadingColumn): boolean {
  for (const text of [...(unitText === null ? [] : [unitText]), ...[...path].reverse()]) {
    const { unit, otherMoney } = headingText(text, null);
    if (otherMoney) return true;
    if (unit !== null || moneyUnitOf(text) !== null) return false;
  }
  return false;
}

/** 「年度计划（公里）」 is no money, nor what stands below it; the innermost words that state a unit decide. */
function countsOther({ path }: HeadingColumn): boolean {
  for (const text of [...path].reverse()) {
    const { unit, counted } = headingText(text, null);
    if (unit !== null || counted) return counted;
  }
  return false;
}

/** 「用地（亩）」 is an area, 「施工许可（个）」 a count: neither is a step. */
function measures({ path }: HeadingColumn): boolean {
  return /[(（](?:单位[:：]?)?(?:亩|公顷|平方米|万平方米|㎡|m2|公里|千米|km|米|个|项|处|户|人|%|‰)[)）]\s*$/iu.test(
    path[path.length - 1] ?? "",
  );
}

interface Claim {
  readonly work: Work;
  readonly candidate: Candidate;
  readonly score: number;
}

/** The surest heading takes a field first; what the values contradict comes last. */
function assign(
  works: readonly Work[],
  taken: Map<FieldKey, Work>,
  kind: "sure" | "standIn" | "seen",
  year: number | null,
): void {
  const claims: Claim[] = [];
  for (const work of works) {
    if (work.field !== null) continue;
    for (const candidate of work.candidates) {
      if (candidate.kind !== kind || candidate.or !== undefined) continue;
      const score = candidate.score - doubt(candidate.field, work, year, kind) + tieBreak(candidate.field, work);
      if (score > 0) claims.push({ work, candidate, score });
    }
  }
  claims.sort(
    (a, b) =>
      b.score - a.score ||
      b.work.samples.filled - a.work.samples.filled ||
      a.work.heading.column - b.work.heading.column,
  );
  for (const { work, candidate, score } of claims) {
    if (work.field !== null) continue;
    const holder = taken.get(candidate.field);
    if (!holder) {
      take(work, candidate.field, taken);
      continue;
    }
    // The same words twice, with the same evidence: which of the two is meant is asked.
    const held = holder.candidates.find((other) => other.field === candidate.field);
    const equal =
      held !== undefined &&
      Math.abs(held.score + tieBreak(candidate.field, holder) - score) < TIE &&
      kind !== "standIn";
    if (equal && work.samples.values.length > 0 && candidate.field !== "remark" && candidate.field !== "serial")
      work.ask = [candidate.field];
  }
}

/** How much the values speak against a field. */
function doubt(field: FieldKey, work: Work, year: number | null, kind: Candidate["kind"]): number {
  const { values } = work.samples;
  if (values.length === 0) return 0;
  const fits = readable(field, work.samples, year);
  if (fits >= 0.5) return 0;
  const several = work.candidates.filter((candidate) => candidate.kind !== "open").length > 1;
  if (several && fits < DOUBTED) return 0.6;
  if (kind === "standIn" && fits < DOUBTED) return 1;
  if (
    values.length >= ENOUGH &&
    fits < DOUBTED &&
    !BELIEVED.has(field) &&
    fieldKind(field) !== "procedure" &&
    fieldKind(field) !== "documents"
  )
    return 0.6;
  return 0;
}

/** 计划总投资(含单位) beside 计划总投资(数值): a cell that says its own unit beats a bare number whose unit nobody states. */
function tieBreak(field: FieldKey, work: Work): number {
  if (fieldKind(field) !== "amount" || work.samples.values.length === 0) return 0;
  const stated = unitOf(work.heading) !== null;
  if (stated) return 0.00002;
  const own = work.samples.values.filter(
    (value) => typeof value === "string" && (readAmount(value, null)?.ownUnit ?? null) !== null,
  ).length;
  return own >= work.samples.values.length * 0.8 ? 0.02 : 0;
}

/** 批复文号, 批复时间, 受理时间 standing alone belong to the procedure on their left. */
function neighbouring(works: readonly Work[], taken: Map<FieldKey, Work>, chosen: ReadonlySet<number>): void {
  const REACH = 3;
  const GENERIC =
    /^(?:批复|审批|批准|办理|办结|取得|完成|受理|计划完成|计划办结|要求办结|暂停|许可)?(?:文号|时间|日期|文件号|证号|天数|时限|批复时间|批复日期)$|^批文(?:号)?$/u;
  let last: { field: FieldKey; index: number } | null = null;
  for (const [index, work] of works.entries()) {
    const path = work.heading.path;
    const { bare } = headingText(path[path.length - 1] ?? "", null);
    const procedure = last ? procedureOf(last.field) : null;
    const mayBe =
      path.length === 1 && !chosen.has(work.heading.column) && (work.field === null || work.field === "issuedOn");
    if (mayBe && procedure && last && index - last.index <= REACH && GENERIC.test(bare)) {
      const part = partOf(bare);
      const field = part ? (`proc.${procedure.key}.${part}` as ProcedureField) : null;
      if (field && !taken.has(field)) {
        if (work.field) taken.delete(work.field);
        take(work, field, taken);
        continue;
      }
    }
    if (work.field !== null && procedureOf(work.field)) last = { field: work.field, index };
  }
}

function result({ works, taken, chosen, options }: Mapping): ColumnsRead {
  const { sheetUnit } = options;
  const mayBeYi = sheetUnit === null && othersAreInYi(works);
  const unitInForce = (work: Work): MoneyUnit | null =>
    unitOf(work.heading) ??
    sheetUnit ??
    unitOfWhole(work, works) ??
    (mayBeYi && staysWithinTotal(work, works, options) ? "亿元" : null);
  const columns: Column[] = [];
  const unmapped: { column: number; heading: string }[] = [];
  const questions: Question[] = [];
  const percent = new Set<number>();
  for (const work of works) {
    const { column, heading, path } = work.heading;
    if (path.some((text) => headingText(text, null).percent)) percent.add(column);
    if (work.field !== null)
      columns.push({
        column,
        heading,
        field: work.field,
        ...(work.also === null ? {} : { also: work.also }),
        unit: unitOf(work.heading),
        unitInForce: unitInForce(work),
      });
    else unmapped.push({ column, heading });
    if (work.ask.length > 0 && !chosen.has(column)) {
      questions.push({ column, heading, candidates: work.ask, samples: work.samples.values.slice(0, 5).map(shown) });
    }
  }
  const strays = unmappedSources(works, taken).map((work) => ({
    column: work.heading.column,
    heading: work.heading.heading,
    unitInForce: unitInForce(work),
  }));
  const elsewhere = sourcesElsewhere(works, taken);
  return {
    columns,
    unmapped,
    questions,
    chosen: [...chosen].sort((a, b) => a - b),
    percent,
    unmappedSources: strays,
    sourcesElsewhere: elsewhere,
    fundsIncomplete: strays.length > 0 || elsewhere.length > 0,
  };
}

function shown(value: CellValue): string {
  if (value instanceof SerialDay) return dayFromSerial(value.serial, value.date1904) ?? String(value.serial);
  return typeof value === "object" ? "" : String(value).slice(0, 60);
}
