/** A value as the standard sheet writes it: one way for each kind, chosen so that it reads back as the same value. */
import { fieldKind, procedureOf, type FieldKey, type ProcedurePart, type ValueKind } from "../../ledger/fields";
import type { Procedure, Project, Values } from "../../ledger/ledger";
import { readPeriod, serialFromDay } from "../../measure/day";
import { dayText } from "../../measure/dayText";
import { normaliseText } from "../../measure/text";
import type { Amount, Interval, Period, ProcedureState } from "../../measure/types";
import { stateAsOf } from "../../rules/steps";
import { SerialDay, type CellValue } from "../../sheet/cell";

export const STATE_WORDS: Readonly<Record<ProcedureState, string>> = {
  done: "已办结",
  doing: "办理中",
  todo: "未办理",
  exempt: "无需办理",
};

const HALF_WIDTH = /[,:;?!()]/;
const FULL_WIDTH = /([，：；？！（）])/u;

/** Null where the project says nothing of the field; what was not understood stays as it was typed. */
export function standardCell(project: Project, field: FieldKey, asOf: string): CellValue {
  const unread = project.unread.find((each) => each.field === field);
  if (unread) return project.cells[unread.column] ?? unread.text;
  return valueWriter(field)(project.values, project.cells, asOf);
}

/** Writes what was understood of a project; in its cells the punctuation is found that a text was typed with. */
export type ValueWriter = (values: Values, cells: Project["cells"], asOf: string) => CellValue;

const writers = new Map<FieldKey, ValueWriter>();

/** What a field's kind decides is decided once for all projects. */
export function valueWriter(field: FieldKey): ValueWriter {
  let writer = writers.get(field);
  if (!writer) writers.set(field, (writer = writerFor(field)));
  return writer;
}

function writerFor(field: FieldKey): ValueWriter {
  const procedure = procedureOf(field);
  if (procedure) {
    const { key, part } = procedure;
    return (values, _cells, asOf) => {
      const value = values[`proc.${key}`];
      return value ? procedureCell(value, part, asOf) : null;
    };
  }
  const write = WRITERS[fieldKind(field)] ?? plainCell;
  return (values, cells) => {
    const value: unknown = (values as Readonly<Record<string, unknown>>)[field];
    return value === undefined ? null : write(value, cells);
  };
}

const WRITERS: Readonly<Partial<Record<ValueKind, (value: unknown, cells: Project["cells"]) => CellValue>>> = {
  amount: (value) => amountCell(value as Amount),
  day: (value) => dayCell(value as Interval),
  period: (value) => periodText(value as Period),
  text: (value, cells) => (typeof value === "number" ? value : asPunctuated(String(value as string), cells)),
};

function plainCell(value: unknown): CellValue {
  return typeof value === "number" ? value : String(value as string);
}

/** Ledgers compare texts in half width; a document goes out with the punctuation that was typed: 「（一期）」, not 「(一期)」. */
function asPunctuated(text: string, cells: Project["cells"]): string {
  if (!HALF_WIDTH.test(text)) return text;
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    if (differsInMarksOnly(cell, text)) return cell;
    if (mayBegin(cell, text) && normaliseText(cell) === text) return withTypedMarks(cell, text);
  }
  return text;
}

/** True only where each character but a mark is one that comparing leaves as it is. */
function differsInMarksOnly(cell: string, text: string): boolean {
  if (cell.length !== text.length) return false;
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    const isOrdinary =
      (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || code === 0x3001 || code === 0x3002;
    if ((isOrdinary ? code : halfOf(code)) !== text.charCodeAt(at)) return false;
  }
  return true;
}

/** Of a full-width mark; 0 of anything else. */
function halfOf(code: number): number {
  return FULL_WIDTH.test(String.fromCharCode(code)) ? code - 0xfee0 : 0;
}

function withTypedMarks(typed: string, text: string): string {
  const parts = typed.split(FULL_WIDTH).map((part) => (FULL_WIDTH.test(part) ? part : normaliseText(part)));
  const punctuated = parts.join("");
  return normaliseText(punctuated) === text ? punctuated : text;
}

/** A common Han character stays the first whatever becomes of the rest: most cells are told apart by it. */
function mayBegin(cell: string, text: string): boolean {
  const first = cell.charCodeAt(0);
  return first === text.charCodeAt(0) || !(first >= 0x4e00 && first <= 0x9fff);
}

/** 万元. */
export function amountCell({ wan, approx }: Amount): CellValue {
  return approx ? `约${String(wan)}` : wan;
}

/** A whole day as a day; what is known only to the month or the quarter in words. */
export function dayCell(interval: Interval): CellValue {
  if (interval.precision === "day" && interval.from === interval.to && !interval.by) return isoDay(interval.from);
  return dayText(interval);
}

export function isoDay(day: string): SerialDay {
  return new SerialDay(serialFromDay(day), false);
}

export function periodText(period: Period): string {
  const written = periodNotations(period).find((text) => {
    const read = readPeriod(text);
    return read?.from === period.from && read.to === period.to && read.precision === period.precision;
  });
  return written ?? `${period.from}至${period.to}`;
}

/** From the roughest way of writing to the exact one; the first that says the same is taken. */
function periodNotations({ from, to }: Period): string[] {
  const [start, end] = [from.slice(0, 4), to.slice(0, 4)];
  const monthOf = (day: string): string => `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月`;
  const quarterOf = (day: string): string =>
    `${day.slice(0, 4)}年${"一二三四"[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? ""}季度`;
  const halfOf = (day: string): string => `${day.slice(0, 4)}年${day.slice(5, 7) <= "06" ? "上" : "下"}半年`;
  return [
    `${start}年`,
    `${start}-${end}`,
    halfOf(from),
    `${halfOf(from)}-${halfOf(to)}`,
    quarterOf(from),
    `${quarterOf(from)}-${quarterOf(to)}`,
    monthOf(from),
    `${monthOf(from)}-${monthOf(to)}`,
    from,
    `${from}至${to}`,
    // Two ends of different precision read as the rougher of the two.
    ...[`${start}年`, halfOf(from), quarterOf(from), monthOf(from)].map((first) => `${first}-${monthOf(to)}`),
    ...[`${end}年`, halfOf(to), quarterOf(to)].map((last) => `${monthOf(from)}-${last}`),
    ...[`${start}年`, halfOf(from), quarterOf(from), monthOf(from)].map((first) => `${first}至${to}`),
    ...[`${end}年`, halfOf(to), quarterOf(to), monthOf(to)].map((last) => `${from}至${last}`),
  ];
}

/** A day still to come is planned: beside it nothing is said to be done. */
function procedureCell(procedure: Procedure, part: ProcedurePart | null, asOf: string): CellValue {
  if (part === null) {
    const state = procedure.state && stateAsOf(procedure, asOf);
    return state === undefined ? null : STATE_WORDS[state];
  }
  if (part === "no") return procedure.no?.join("、") ?? null;
  if (part === "paused") return procedure.paused ?? null;
  const day = procedure[part];
  return day ? dayCell(day) : null;
}
