/** 「开工时间」, 「竣工时间」 without a word for plan or fact: what stands beside them tells which, where anything does. */
import { dayFromSerial, readDay } from "../../measure/day";
import { SerialDay, type CellValue } from "../../sheet/cell";
import { LEAST_SEEN, take, type ColumnOptions, type Work } from "./work";
import { samplesOf } from "./evidence";
import type { FieldKey } from "../fields";
import type { StartOfWorks } from "../ledger";
import type { Candidate } from "../heading/candidate";
import { AHEAD, UNDER_WAY } from "../tense";

const STARTS_OR_FINISHES = /开工|动工|开建|竣工|完工|建成|投产/u;

const FINISHED_STAGE = /^(?:已|全部|全面)?(?:竣工|完工|建成|投产|投用|投运|交付)/u;

const OF_FINISHED = /(?:竣工|完工|建成|投产|投用|投运)(?:投产|投用|使用|验收|的)*.{0,6}(?:项目|工程)/u;

/** 「开工/计划开工时间」「开工时间（已开工填实际）」: a column of both, in so many words. */
const OF_BOTH =
  /[/或及].{0,4}(?:计划|拟|预计)|[已未]开工的?(?:请|则)?[填写为]|(?:计划|拟|预计).{0,2}[已实].{0,2}(?:开|动|时)|[已实]际?.{0,2}(?:计划|拟|预计)/u;

/** 「开工时间」 alone: what stands beside it tells whether it is a plan or a fact; where nothing does, it is asked. */
export function plannedOrActual(works: readonly Work[], taken: Map<FieldKey, Work>, options: ColumnOptions): void {
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
          : (tenseOfStages(taken, options.rows) ??
            (planned === "startPlanned" ? startSays(work, taken, options) : "planned"));
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
  const years = yearsOf(values, year);
  return years.some((each) => each < year) && years.some((each) => each > year);
}

/** Where every day is of a year to come it is a plan, where every one is of a year gone by a fact. */
function yearsSay({ samples: { values } }: Work, year: number | null): "planned" | "actual" | null {
  if (year === null) return null;
  const years = yearsOf(values, year);
  if (years.length < LEAST_SEEN) return null;
  if (years.every((each) => each > year)) return "planned";
  return years.every((each) => each < year) ? "actual" : null;
}

function yearsOf(values: readonly CellValue[], year: number): readonly number[] {
  return values.flatMap((value) => {
    const day =
      value instanceof SerialDay
        ? dayFromSerial(value.serial, value.date1904)
        : isWritten(value)
          ? readDay(value, { year })?.interval.from
          : null;
    return day === null || day === undefined ? [] : [Number(day.slice(0, 4))];
  });
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

/** What stands beside 「开工时间」, surest first. */
function startSays(
  work: Work,
  taken: ReadonlyMap<FieldKey, Work>,
  options: ColumnOptions,
): "planned" | "actual" | null {
  if (moneySays(taken) !== null || isOfBegun(options.called) || permitsSay(taken)) return "actual";
  return yearsSay(work, options.year);
}

/** 「在建项目一览表」 holds none that has not begun. */
function isOfBegun(called: string): boolean {
  return /在建|续建/u.test(called) && !/拟|新建|新开工|前期|储备|谋划|计划|未开工|待建/u.test(called);
}

const PERMITTED = /^(?:已(?:取得|办|批|领|发|核发)|取得|办结|是$|有$|√)|20\d\d/u;

/** Where most rows have their permit to build, the day on which they began is no plan any more. */
function permitsSay(taken: ReadonlyMap<FieldKey, Work>): boolean {
  return PERMIT_FIELDS.some((field) => {
    const values = taken.get(field)?.samples.values ?? [];
    const had = values.filter(
      (value) => isDayCell(value) || (typeof value === "string" && PERMITTED.test(value.trim())),
    );
    return had.length >= LEAST_SEEN && had.length > values.length * 0.6;
  });
}

const PERMIT_FIELDS: readonly FieldKey[] = ["proc.buildPermit", "proc.buildPermit.on", "proc.buildPermit.no"];

function isDayCell(value: CellValue): boolean {
  return value instanceof SerialDay || (typeof value === "number" && readDay(value) !== null);
}

function moneySays(taken: ReadonlyMap<FieldKey, Work>): "actual" | null {
  const spent: readonly FieldKey[] = ["completed", "completedThisYear", "completedThisMonth", "paid", "completionRate"];
  return spent.some((field) => taken.has(field)) ? "actual" : null;
}
