/** Heading block → columns: each column at most one field, each field at most one column; what cannot be decided is asked. */
import { readAmount, saysSum } from "../measure/amount";
import { dayFromSerial, readDay } from "../measure/day";
import { SOURCE_HEADING_SET } from "./source";
import type { MoneyUnit } from "../measure/types";
import { SerialDay, type CellValue } from "../sheet/cell";
import { distinct, looksLike, readable, samplesOf, seems, wholePhoneShare, type Samples } from "./evidence";
import { fieldKind, FUND_FIELDS, procedureOf, type FieldKey, type PlainField, type ProcedureField } from "./fields";
import type { Header, HeadingColumn } from "./header";
import { UNDER } from "./headings";
import { headingText, moneyUnitOf, normaliseHeading } from "./headingText";
import type { Column, Question, StartOfWorks } from "./ledger";
import { partOf, recognise, type Candidate } from "./recognise";
import { OTHER_PHONE } from "./tails";
import { AHEAD, UNDER_WAY } from "./tense";

export interface ColumnsRead {
  readonly columns: readonly Column[];
  readonly unmapped: readonly { readonly column: number; readonly heading: string }[];
  readonly questions: readonly Question[];
  readonly chosen: readonly number[];
  /** Columns whose heading says per cent. */
  readonly percent: ReadonlySet<number>;
  /** A source of funds stands in a column that maps to no field: the mapped ones need not add up. */
  readonly fundsIncomplete: boolean;
}

export interface ColumnOptions {
  readonly year: number | null;
  readonly sheetUnit: MoneyUnit | null;
  /** The sheet states a currency or unit in which no amount is kept. */
  readonly otherMoney: boolean;
  /** Title and name of the sheet. */
  readonly called: string;
  /** Columns with a cell merged over several rows. */
  readonly tall: ReadonlySet<number>;
  /** Rows below the heading, to look at values. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Normalised heading → field, or null for none. */
  readonly choices: ReadonlyMap<string, FieldKey | null>;
}

interface Work {
  readonly heading: HeadingColumn;
  readonly samples: Samples;
  /** Money of a currency or unit in which no amount is kept: such a column is never read as one. */
  readonly otherMoney: boolean;
  candidates: readonly Candidate[];
  field: FieldKey | null;
  /** Of some rows it is this field. */
  also: StartOfWorks | null;
  /** Several readings of equal weight: the user is asked. */
  ask: readonly FieldKey[];
}

/** Below this share of readable values a heading is doubted, where there are enough values to say so. */
const DOUBTED = 0.2;
const ENOUGH = 5;
/** From this share of values on an open heading is decided. */
const DECIDED = 0.6;
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
  const works = header.columns.map((heading): Work => ({
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
  const { samples } = work;
  if (samples.values.length < LEAST_SEEN) return candidates;
  const has = (field: FieldKey) => candidates.some((candidate) => candidate.field === field);
  if (has("requested") && readable("requested", samples, null) < DOUBTED && looksLike("channel", samples) >= DECIDED)
    return [{ field: "channel", score: 0.45, kind: "seen" }];
  if (has("proc.site") && has("location") && seems("location", samples, null) >= BELIEVABLE)
    return candidates.filter(({ field }) => field !== "proc.site");
  // 「重点项目」 over names is no flag: it is the name where no other column is.
  if (has("keyProject") && looksLike("keyProject", samples) < DOUBTED && seems("name", samples, null) >= BELIEVABLE)
    return [{ field: "name", score: 0.45, kind: "seen" }];
  return candidates;
}

/** From this share of cells on the last words of a heading are believed. */
const BELIEVABLE = 0.7;
/** One cell is no evidence. */
const LEAST_SEEN = 2;

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

const IN_OUR_MONEY = /[(（]?(?:折(?:合|算)?(?:成|为)?人民币|^人民币(?=$|[(（]))[)）]?/u;

/** 「折合人民币」 says again in our money what its heading, the heading above it or the column on its left says in another. */
function inOurMoney(works: readonly Work[], index: number): readonly string[] | null {
  const path = works[index]?.heading.path ?? [];
  const own = path[path.length - 1] ?? "";
  if (!IN_OUR_MONEY.test(own)) return null;
  const rest = own.replace(IN_OUR_MONEY, "");
  if (headingText(rest, null).full !== "") return [...path.slice(0, -1), rest];
  if (path.length > 1) return path.slice(0, -1);
  const left = works[index - 1];
  return left?.otherMoney === true ? left.heading.path : null;
}

/** 「其中：…」 in a heading of one row is a part of the column before it. */
function candidatesOf(works: readonly Work[], index: number, year: number | null): readonly Candidate[] {
  const work = works[index];
  if (!work) return [];
  const path = inOurMoney(works, index) ?? work.heading.path;
  if (isRateOfOther(works, index)) return [];
  // A group that is called no more than 「其中」 holds the parts of the column on its left.
  if (path.length === 2 && /^其中[:：]?$/u.test((path[0] ?? "").trim())) {
    const whole = works
      .slice(0, index)
      .reverse()
      .find(({ heading }) => heading.path[0] !== path[0])?.heading.path;
    if (whole?.length === 1) return recognise([whole[0] ?? "", ...path], year);
  }
  if (path.length === 2 && isOnlyChild(works, index)) {
    const sure = recognise(path, year);
    return sure.length > 0 ? sure : wholeOfOnlyChild(path, year);
  }
  if (path.length !== 1 || !headingText(path[0] ?? "", year).part) return recognise(path, year);
  for (let left = index - 1; left >= 0; left--) {
    const before = works[left]?.heading.path;
    if (!before) break;
    if (before.length === 1 && headingText(before[0] ?? "", year).part) continue;
    return recognise([before[before.length - 1] ?? "", path[0] ?? ""], year);
  }
  return recognise(path, year);
}

/** 「到位资金」 over nothing but 「上级资金」: what has moved is the whole of that. */
const HAS_MOVED: ReadonlySet<FieldKey> = new Set<FieldKey>(["approved", "arrived", "paid"]);

function wholeOfOnlyChild([above = ""]: readonly string[], year: number | null): readonly Candidate[] {
  return recognise([above], year)
    .filter(({ field, kind }) => kind === "sure" && HAS_MOVED.has(field))
    .map((candidate) => ({ ...candidate, score: candidate.score - LESS_THAN_WORDS }));
}

/** A heading that says so itself goes before. */
const LESS_THAN_WORDS = 0.2;

function isOnlyChild(works: readonly Work[], index: number): boolean {
  const [above] = works[index]?.heading.path ?? [];
  return [index - 1, index + 1].every((beside) => works[beside]?.heading.path[0] !== above);
}

const NUMBERED_MONTH = /^(?:20\d\d年)?\d{1,2}月(?:份)?(?![底末])/u;

/** 1月完成投资, 2月完成投资 …: a column a month; none of them is this month. */
function withoutMonths(works: readonly Work[]): void {
  const months = works.filter(({ heading }) => heading.path.some((text) => NUMBERED_MONTH.test(text.trim())));
  if (months.length < 2) return;
  for (const work of months) work.candidates = work.candidates.filter(({ field }) => field !== "completedThisMonth");
}

/** 「1月」「2月」 … 「累计」: what the months before it add up to in most rows is done of the year. */
function sumOfMonths(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  if (taken.has("completedThisYear")) return;
  const sum = works.find(
    ({ field, otherMoney, heading: { path } }) =>
      field === null && !otherMoney && SUM_OF_MONTHS.test((path[path.length - 1] ?? "").trim()),
  );
  const months = works.filter(
    ({ field, heading: { path } }) => field === null && ONE_MONTH.test((path[path.length - 1] ?? "").trim()),
  );
  if (!sum || months.length < 2 || sum.heading.path.some((text) => /计划|目标/u.test(text))) return;
  const figure = (cells: readonly CellValue[], { heading }: Work): number => {
    const value = cells[heading.column];
    return typeof value === "number" ? value : 0;
  };
  const held = rows.filter((cells) => figure(cells, sum) !== 0);
  const fits = held.filter((cells) => {
    const whole = months.reduce((all, month) => all + figure(cells, month), 0);
    return saysSum(figure(cells, sum), whole);
  });
  if (held.length >= LEAST_SEEN && fits.length >= held.length * DECIDED) take(sum, "completedThisYear", taken);
}

const ONE_MONTH = /^\d{1,2}月份?(?:完成(?:投资)?额?)?(?:[(（]万?元[)）])?$/u;
const SUM_OF_MONTHS = /^(?:年度)?(?:累计|合计|小计|总计)(?:完成(?:投资)?额?)?(?:[(（]万?元[)）])?$/u;

/** 「占年度计划(%)」 behind 到位资金 and 「完成比例」 behind the steps are no rate of completed investment. */
function isRateOfOther(works: readonly Work[], index: number): boolean {
  const own = works[index]?.heading.path ?? [];
  const left = works[index - 1]?.heading.path ?? [];
  if (own.length === 1 && /^完成(?:率|比例|百分比|占比)/u.test((own[0] ?? "").trim()))
    return isBehindSteps(works, index);
  return (
    own.length > 0 &&
    left.length > 0 &&
    /占|比例|率/u.test(own[own.length - 1] ?? "") &&
    /^占|^比例/u.test(own[own.length - 1] ?? "") &&
    /到位|支付|拨付|下达/u.test(left[left.length - 1] ?? "")
  );
}

/** True where the nearest column on the left that is understood is a step's. */
function isBehindSteps(works: readonly Work[], index: number): boolean {
  for (let left = index - 1; left >= 0; left--) {
    const sure = recognise(works[left]?.heading.path ?? [], null).find(({ kind }) => kind === "sure");
    if (sure) return procedureOf(sure.field) !== null;
  }
  return false;
}

function take(work: Work, field: FieldKey, taken: Map<FieldKey, Work>): void {
  work.field = field;
  taken.set(field, work);
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

/** What is said to be done so far right behind a year's plan, and stays within it, is done of that plan. */
function doneOfPlan(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  const done = taken.get("completed");
  const plan = works[works.findIndex((work) => work === done) - 1];
  if (!done || plan?.field !== "planThisYear" || taken.has("completedThisYear")) return;
  if (SINCE_START.test(done.heading.heading)) return;
  const pairs = rows.flatMap((cells) => {
    const [planned, actual] = [cells[plan.heading.column], cells[done.heading.column]];
    return typeof planned === "number" && typeof actual === "number" ? [actual <= planned * WITHIN_PLAN] : [];
  });
  if (pairs.length < LEAST_SEEN || pairs.filter(Boolean).length < pairs.length * BELIEVABLE) return;
  taken.delete("completed");
  take(done, "completedThisYear", taken);
}

/** Money since the start of the works, in so many words. */
const SINCE_START = /累[计积]|开工|开始|开建|以来|总/u;
/** A year's plan may be exceeded a little. */
const WITHIN_PLAN = 1.2;

const STARTS_OR_FINISHES = /开工|动工|开建|竣工|完工|建成|投产/u;
const FINISHED_STAGE = /^(?:已|全部|全面)?(?:竣工|完工|建成|投产|投用|投运|交付)/u;
const OF_FINISHED = /(?:竣工|完工|建成|投产|投用|投运)(?:投产|投用|使用|验收|的)*.{0,6}(?:项目|工程)/u;
/** 「开工/计划开工时间」「开工时间（已开工填实际）」: a column of both, in so many words. */
const OF_BOTH =
  /[/或及].{0,4}(?:计划|拟|预计)|[已未]开工的?(?:请|则)?[填写为]|(?:计划|拟|预计).{0,2}[已实].{0,2}(?:开|动|时)|[已实]际?.{0,2}(?:计划|拟|预计)/u;

/** 「开工时间」 alone: what stands beside it tells whether it is a plan or a fact; where nothing does, it is asked. */
function plannedOrActual(works: readonly Work[], taken: Map<FieldKey, Work>, options: ColumnOptions): void {
  for (const { work, candidate, actual } of daysOfEither(works)) {
    const planned = candidate.field;
    if (taken.has(planned) && taken.has(actual)) continue;
    // 「进场时间」 beside 「计划开工时间」 is a day of its own, not the actual start.
    if (
      candidate.kind === "seen" &&
      !STARTS_OR_FINISHES.test(work.heading.heading) &&
      (taken.has(planned) || taken.has(actual))
    )
      continue;
    if (taken.has(planned)) {
      take(work, actual, taken);
      continue;
    }
    // A column of both; a plan is the lesser claim.
    const mixed = OF_BOTH.test(work.heading.heading);
    const isFinished =
      !mixed &&
      !taken.has(actual) &&
      (isOfFinished(options.called) || stageSays(taken, options.rows, FINISHED_STAGE) || rowsSayFinished(works));
    const said =
      mixed || taken.has(actual)
        ? "planned"
        : isFinished
          ? "actual"
          : (tenseOfStages(taken, options.rows) ?? (planned === "startPlanned" ? moneySays(taken) : "planned"));
    take(work, said === "actual" && (planned === "startPlanned" || isFinished) ? actual : planned, taken);
    const isOfBoth = mixed || (said === "actual" && !isFinished) || straddles(work, options.year);
    if (planned === "startPlanned" && isOfBoth && !taken.has(otherOf(work.field))) work.also = otherOf(work.field);
    else if (said === null || mixed) work.ask = [planned, actual];
  }
}

function otherOf(field: FieldKey | null): StartOfWorks {
  return field === "startPlanned" ? "startActual" : "startPlanned";
}

/** Days of years gone and of years to come: some rows tell what was, others what is to be. */
function straddles({ samples: { values } }: Work, year: number | null): boolean {
  if (year === null) return false;
  const years = values.flatMap((value) => {
    const day =
      value instanceof SerialDay
        ? dayFromSerial(value.serial, value.date1904)
        : isWritten(value)
          ? readDay(value, { year })?.interval.from
          : null;
    return day === null || day === undefined ? [] : [Number(day.slice(0, 4))];
  });
  return years.some((each) => each < year) && years.some((each) => each > year);
}

function isWritten(value: CellValue): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

interface DayOfEither {
  readonly work: Work;
  readonly candidate: Candidate;
  readonly actual: FieldKey;
}

/** In the order of their columns, but those whose last words alone say so behind the others. */
function daysOfEither(works: readonly Work[]): readonly DayOfEither[] {
  const days = works.flatMap((work): readonly DayOfEither[] => {
    const candidate = work.field === null ? work.candidates.find(({ or }) => or !== undefined) : undefined;
    return candidate?.or ? [{ work, candidate, actual: candidate.or }] : [];
  });
  const isSeen = ({ candidate }: DayOfEither) => candidate.kind === "seen";
  return [...days.filter((day) => !isSeen(day)), ...days.filter(isSeen)];
}

function tenseOfStages(
  taken: ReadonlyMap<FieldKey, Work>,
  rows: readonly (readonly CellValue[])[],
): "planned" | "actual" | null {
  if (stageSays(taken, rows, UNDER_WAY)) return "actual";
  return stageSays(taken, rows, AHEAD) ? "planned" : null;
}

/** True where most rows are in such a stage. */
function stageSays(
  taken: ReadonlyMap<FieldKey, Work>,
  rows: readonly (readonly CellValue[])[],
  words: RegExp,
): boolean {
  const work = taken.get("stage") ?? taken.get("nature");
  if (!work) return false;
  const { values } = samplesOf(rows, work.heading.column);
  const said = values.filter((value) => typeof value === "string" && words.test(value.trim())).length;
  return said > values.length * 0.6;
}

/** 「已通过竣工验收并投入使用」 in most rows of a column, whatever it is called; 「主体已完工」 is no end. */
const SAYS_FINISHED =
  /^(?:项目|工程)?(?:目前|现|均)?已(?:全部|全面|正式|按期|如期)?(?:竣工|完工|建成|投产|投用|投运|交付|投入使用|通过.{0,4}验收)/u;

function rowsSayFinished(works: readonly Work[]): boolean {
  return works.some(({ samples: { values } }) => {
    const said = values.filter((value) => typeof value === "string" && SAYS_FINISHED.test(value.trim())).length;
    return said >= LEAST_SEEN && said > values.length * 0.6;
  });
}

/** 「已竣工项目一览表」: both days of its projects have come. */
function isOfFinished(called: string): boolean {
  return OF_FINISHED.test(called) && !/计划|拟|预计|目标|任务|未|续建|在建/u.test(called);
}

function moneySays(taken: ReadonlyMap<FieldKey, Work>): "actual" | null {
  const spent: readonly FieldKey[] = ["completed", "completedThisYear", "completedThisMonth", "paid", "completionRate"];
  return spent.some((field) => taken.has(field)) ? "actual" : null;
}

/** 项目类型, 编号 …: the values decide or nobody does. */
function openHeadings(works: readonly Work[], taken: Map<FieldKey, Work>): void {
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

/** 总投资 | 中央 | 省级 | 自筹 in a heading of one row: bare names of sources beside the total or another source. */
function fundsBeside(works: readonly Work[], taken: Map<FieldKey, Work>, chosen: ReadonlySet<number>): void {
  const words = UNDER.funds ?? {};
  for (const [index, work] of works.entries()) {
    if (work.field !== null || chosen.has(work.heading.column) || work.heading.path.length !== 1) continue;
    if (work.otherMoney) continue;
    const left = works[index - 1]?.field;
    if (
      !left ||
      !(left === "totalInvestment" || left === "capital" || (FUND_FIELDS as readonly FieldKey[]).includes(left))
    )
      continue;
    if (work.samples.values.length > 0 && readable("totalInvestment", work.samples, null) < 0.5) continue;
    const { bare } = headingText(work.heading.path[0] ?? "", null);
    for (const field of FUND_FIELDS) {
      if (taken.has(field) || !(words[field] ?? "").split(/\s+/u).includes(bare)) continue;
      take(work, field, taken);
      break;
    }
  }
}

/** What tells of projects without naming them. */
const NO_NAME =
  /内容|依据|规划|备注|问题|进展|情况|来源|政策|说明|单位|部门|措施|文件|方案|渠道|方向|领域|类|规模|任务|支持|涉及|对接|补进|替换|原|是否|意见|建议|成果|成效/u;

/** Where no heading says 项目名称: the one column of texts that end like names of projects, beside money and serial numbers. */
function nameByValues(works: readonly Work[], taken: Map<FieldKey, Work>): void {
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
function byValuesAlone(works: readonly Work[], taken: Map<FieldKey, Work>): void {
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

function unitOf(heading: HeadingColumn): MoneyUnit | null {
  const own = heading.unitText === null ? null : moneyUnitOf(heading.unitText.replace(/^[（(]|[)）]$/gu, ""));
  if (own) return own;
  for (const text of [...heading.path].reverse()) {
    const unit = headingText(text, null).unit ?? moneyUnitOf(text);
    if (unit) return unit;
  }
  return null;
}

function result({ works, taken, chosen, options: { sheetUnit } }: Mapping): ColumnsRead {
  const columns: Column[] = [];
  const unmapped: { column: number; heading: string }[] = [];
  const questions: Question[] = [];
  const percent = new Set<number>();
  let fundsIncomplete = false;
  const hasFunds = FUND_FIELDS.some((field) => taken.has(field));
  for (const work of works) {
    const { column, heading, path } = work.heading;
    if (path.some((text) => headingText(text, null).percent)) percent.add(column);
    const unit = unitOf(work.heading);
    if (work.field !== null)
      columns.push({
        column,
        heading,
        field: work.field,
        ...(work.also === null ? {} : { also: work.also }),
        unit,
        unitInForce: unit ?? sheetUnit,
      });
    else unmapped.push({ column, heading });
    if (work.ask.length > 0 && !chosen.has(column)) {
      questions.push({ column, heading, candidates: work.ask, samples: work.samples.values.slice(0, 5).map(shown) });
    }
    if (work.field === null && hasFunds && (isStraySource(work) || isSourceBeside(works, work))) fundsIncomplete = true;
    const isPart = work.field === "matching" || (work.field === "requested" && isPartOfTotal(work));
    if (isPart && hasFunds && isAmongSources(works, work)) fundsIncomplete = true;
  }
  return { columns, unmapped, questions, chosen: [...chosen].sort((a, b) => a - b), percent, fundsIncomplete };
}

/** 「其中：拟申请上级资金」 */
function isPartOfTotal({ heading: { path } }: Work): boolean {
  return headingText(path[path.length - 1] ?? "", null).part;
}

/** 配套资金 between the sources is one of them, and the vocabulary keeps it apart. */
function isAmongSources(works: readonly Work[], work: Work): boolean {
  const index = works.indexOf(work);
  return [works[index - 1]?.field, works[index + 1]?.field].some((field) =>
    (FUND_FIELDS as readonly (FieldKey | null | undefined)[]).includes(field),
  );
}

/** An unmapped column of money within a group of sources. */
function isStraySource(work: Work): boolean {
  if (work.heading.path.length < 2 || work.samples.values.length === 0) return false;
  const group = headingText(work.heading.path[0] ?? "", null).bare;
  if (!/资金|来源|构成|总投资/u.test(group)) return false;
  const own = headingText(work.heading.path[work.heading.path.length - 1] ?? "", null);
  return !own.percent && !/合计|小计|总计|率/u.test(own.bare) && readable("totalInvestment", work.samples, null) > 0.5;
}

const NO_SOURCE =
  /合计|小计|总计|完成|到位|支付|下达|计划|需求|申请|申报|缺口|发行|批复|年|月|[个户人亩]数|面积|长度|里程|收入|收益|率|%/u;

/** 「其中：帮扶协作资金」 between the sources of a heading of one row: money of a source that the vocabulary does not know. */
function isSourceBeside(works: readonly Work[], work: Work): boolean {
  if (work.heading.path.length !== 1 || work.samples.values.length === 0) return false;
  const heading = headingText(work.heading.path[0] ?? "", null);
  if (NO_SOURCE.test(heading.full) || readable("totalInvestment", work.samples, null) <= 0.5) return false;
  const index = works.indexOf(work);
  const isFund = (at: number) => (FUND_FIELDS as readonly (FieldKey | null | undefined)[]).includes(works[at]?.field);
  return (heading.part || /资金|投资|补助|投入|债|款/u.test(heading.full)) && (isFund(index - 1) || isFund(index + 1));
}

function shown(value: CellValue): string {
  if (value instanceof SerialDay) return dayFromSerial(value.serial, value.date1904) ?? String(value.serial);
  return typeof value === "object" ? "" : String(value).slice(0, 60);
}
