/** Holds what was read against what is true, count by count. */
import { fieldKind, type FieldKey } from "../../src/ledger/fields";
import type { Procedure } from "../../src/ledger/ledger";
import type { Amount, Interval, Period } from "../../src/measure/types";
import type { LedgerCase, TrueRow, TrueSheet, TrueValue } from "../ledgers/truth";
import type { Observed, ObservedFinding } from "./observed";

/** Right of expected; `extra` is what was claimed and is not so. */
export interface Count {
  right: number;
  expected: number;
  extra: number;
}

export const METRICS = [
  "role",
  "header",
  "sheetUnit",
  "columns",
  "columnUnits",
  "unmapped",
  "rows",
  "hidden",
  "skipped",
  "amounts",
  "days",
  "otherValues",
  "findings",
  "falseAlarms",
] as const;
export type Metric = (typeof METRICS)[number];

export interface Score {
  readonly counts: Readonly<Record<Metric, Count>>;
  readonly misses: readonly string[];
}

/** Codes of which an unplanned error or warning is a false alarm. The rest hang on texts that a made ledger does not vouch for. */
const VOUCHED = /^(F1\d\d|C20[1-6]|P302|P309|D601|K70[1236])$/;

export function scoreCase(ledger: LedgerCase, observed: readonly Observed[]): Score {
  const tally = new Tally(ledger.name);
  for (const truth of ledger.sheets) {
    const tables = ledger.sheets.filter(({ sheet }) => sheet === truth.sheet);
    // A sheet of several tables has as many ledgers, from the topmost down.
    const seen = observed.filter(({ sheet }) => sheet === truth.sheet)[tables.indexOf(truth)];
    // A sheet without a cell may be left out altogether.
    if (seen) compareSheet(tally.on(truth.sheet), truth, seen);
    else tally.on(truth.sheet).judge("role", truth.role === "other" && truth.rows.length === 0, "not read at all");
  }
  return tally.score();
}

export function sumScores(scores: readonly Score[]): Score {
  const tally = new Tally("");
  for (const score of scores) tally.add(score);
  return tally.score();
}

/** Of what was expected, how much is right; claims that are not so weigh as much as things missed. */
export function share(count: Count): number {
  const all = count.expected + count.extra;
  return all === 0 ? 1 : count.right / all;
}

export function precision(count: Count): number {
  const claimed = count.right + count.extra;
  return claimed === 0 ? 1 : count.right / claimed;
}

export function recall(count: Count): number {
  return count.expected === 0 ? 1 : count.right / count.expected;
}

export function f1(count: Count): number {
  const [p, r] = [precision(count), recall(count)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function compareSheet(tally: Tally, truth: TrueSheet, seen: Observed): void {
  tally.judge("role", seen.role === truth.role, `role ${seen.role}, is ${truth.role}`);
  if (truth.role !== "projects") {
    for (const { row } of seen.rows) tally.extra("rows", `row ${row} is no project`);
    return;
  }
  const sameHeader = seen.header?.top === truth.header?.top && bottomsOf(truth).includes(seen.header?.bottom ?? 0);
  tally.judge("header", sameHeader, `header ${show(seen.header)}, is ${show(truth.header)}`);
  tally.judge("sheetUnit", seen.unit === truth.unit, `unit ${show(seen.unit)}, is ${show(truth.unit)}`);
  compareColumns(tally, truth, seen);
  compareRows(tally, truth, seen);
  compareSkipped(tally, truth, seen);
  if (seen.findings) compareFindings(tally, truth, seen.findings);
}

/** A row of column numbers under the heading may be counted to it. */
function bottomsOf({ header, skipped }: TrueSheet): number[] {
  const bottom = header?.bottom ?? 0;
  return skipped.some(({ row, why }) => row === bottom + 1 && why === "any") ? [bottom, bottom + 1] : [bottom];
}

function compareColumns(tally: Tally, truth: TrueSheet, seen: Observed): void {
  for (const column of truth.columns) {
    const found = seen.columns.find((candidate) => candidate.column === column.column);
    tally.judge(
      "columns",
      found?.field === column.field,
      `column ${column.column} ${show(column.heading)} is ${column.field}, read ${found?.field ?? "nothing"}`,
    );
    if (fieldKind(column.field) !== "amount" || found?.field !== column.field) continue;
    tally.judge(
      "columnUnits",
      found.unit === column.unit,
      `column ${column.column} ${show(column.heading)} states ${show(column.unit)}, read ${show(found.unit)}`,
    );
  }
  for (const found of seen.columns) {
    const known = truth.columns.some(({ column }) => column === found.column);
    const allowed = truth.either.some(({ column, field }) => column === found.column && field === found.field);
    if (!known && !allowed) tally.extra("columns", `column ${found.column} is nothing, read ${found.field}`);
  }
  for (const column of truth.unmapped) {
    const mapped = seen.columns.some((found) => found.column === column);
    if (!mapped) tally.judge("unmapped", seen.unmapped.includes(column), `column ${column} is not listed as unmapped`);
  }
}

function compareRows(tally: Tally, truth: TrueSheet, seen: Observed): void {
  const mapped = new Set(truth.columns.map(({ field }) => field));
  for (const row of truth.rows) {
    const found = seen.rows.find((candidate) => candidate.row === row.row);
    tally.judge(
      "rows",
      found !== undefined,
      `row ${row.row} is a project, skipped as ${seen.skipped.find((skip) => skip.row === row.row)?.why ?? "nothing"}`,
    );
    if (!found) continue;
    tally.judge("hidden", found.hidden === row.hidden, `row ${row.row} hidden: ${found.hidden}`);
    compareValues(tally, row, found.values, mapped);
  }
  for (const { row } of seen.rows) {
    if (!truth.rows.some((known) => known.row === row)) tally.extra("rows", `row ${row} is no project`);
  }
}

function compareValues(
  tally: Tally,
  truth: TrueRow,
  seen: Observed["rows"][number]["values"],
  mapped: ReadonlySet<FieldKey>,
): void {
  const fields = new Set([...mapped].map(wholeField).concat(Object.keys(truth.values) as FieldKey[]));
  for (const field of fields) {
    if (truth.open.map(wholeField).includes(field)) continue;
    const [is, got] = [truth.values[field], seen[field]];
    const metric = metricOf(field);
    if (is !== undefined)
      tally.judge(metric, sameValue(field, is, got), `row ${truth.row} ${field} is ${show(is)}, read ${show(got)}`);
    else if (got !== undefined) tally.extra(metric, `row ${truth.row} ${field} is nothing, read ${show(got)}`);
  }
}

function metricOf(field: FieldKey): Metric {
  const kind = fieldKind(field);
  if (kind === "amount") return "amounts";
  return kind === "day" || kind === "period" ? "days" : "otherValues";
}

/** proc.eia.on is kept in proc.eia. */
function wholeField(field: FieldKey): FieldKey {
  return field.startsWith("proc.") ? (field.split(".").slice(0, 2).join(".") as FieldKey) : field;
}

function compareSkipped(tally: Tally, truth: TrueSheet, seen: Observed): void {
  const projects = new Set(seen.rows.map(({ row }) => row));
  for (const { row, why } of truth.skipped) {
    const found = seen.skipped.find((skip) => skip.row === row);
    // A reader may leave out rows without a cell: then they are in no list.
    if (!found && why === "blank" && !projects.has(row)) continue;
    if (why === "any") {
      tally.judge("skipped", !projects.has(row), `row ${row} is no project, read as one`);
      continue;
    }
    tally.judge(
      "skipped",
      found?.why === why,
      `row ${row} is ${why}, read ${found?.why ?? (projects.has(row) ? "project" : "nothing")}`,
    );
  }
}

function compareFindings(tally: Tally, truth: TrueSheet, seen: readonly ObservedFinding[]): void {
  const unused = new Set(seen);
  for (const planned of truth.planned) {
    const hit = [...unused].find(
      ({ code, row, cells }) =>
        code === planned.code && row === planned.row && planned.cells.every((cell) => cells.includes(cell)),
    );
    tally.judge(
      "findings",
      hit !== undefined,
      `${planned.code} on row ${show(planned.row)} (${planned.cells.join(" ")}) was not found; there: ${listed(seen, planned.row)}`,
    );
    if (hit) unused.delete(hit);
  }
  for (const { code, severity, row, cells } of unused) {
    if (severity === "hint" || !VOUCHED.test(code) || truth.tolerated.includes(code)) continue;
    if (truth.planned.some((planned) => planned.code === code && planned.row === row)) continue;
    tally.extra("falseAlarms", `${code} ${severity} on row ${show(row)} (${cells.join(" ")}) was not planned`);
  }
}

function listed(findings: readonly ObservedFinding[], row: number | null): string {
  const there = findings
    .filter((finding) => finding.row === row)
    .map(({ code, cells }) => `${code} ${cells.join(" ")}`);
  return there.join("; ") || "nothing";
}

export function sameValue(field: FieldKey, is: TrueValue, got: unknown): boolean {
  if (got === undefined || got === null) return false;
  // Marks and words by which a project is a key project vary; that it is one does not.
  if (field === "keyProject") return true;
  switch (fieldKind(field)) {
    case "amount":
      return sameAmount(is as Amount, got as Amount);
    case "day":
      return sameParts(is, got, ["from", "to", "precision", "by"]);
    case "period":
      return sameParts(is, got, ["from", "to", "precision"]);
    case "procedure":
      return sameProcedure(is as Procedure, got as Procedure);
    case "share":
    case "number":
      return typeof got === "number" && Math.abs(got - Number(is)) < 1e-9;
    case "code":
      return String(got).replaceAll("-", "") === String(is).replaceAll("-", "");
    case "text":
    case "creditCode":
    case "phone":
    case "documents":
      return got === is;
  }
}

function sameAmount(is: Amount, got: Amount): boolean {
  return typeof got.wan === "number" && Math.abs(got.wan - is.wan) < 5e-7 && got.approx === is.approx;
}

function sameParts(is: unknown, got: unknown, parts: readonly (keyof Interval | keyof Period)[]): boolean {
  const [one, two] = [is, got] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  return parts.every((part) => one[part] === two[part]);
}

function sameProcedure(is: Procedure, got: Procedure): boolean {
  if (is.state !== undefined && got.state !== is.state) return false;
  // A document number or a day says that the step is done, whether the cell says so or not.
  if (is.state === undefined && got.state !== undefined && got.state !== "done") return false;
  if (
    is.no &&
    (is.no.length !== got.no?.length || is.no.some((number, index) => bare(number) !== bare(got.no?.[index] ?? "")))
  )
    return false;
  return (["on", "accepted", "due"] as const).every(
    (part) =>
      is[part] === undefined ||
      (got[part] !== undefined && sameParts(is[part], got[part], ["from", "to", "precision", "by"])),
  );
}

/** Whether brackets are put right on reading or by a fix is not the reader's score. */
function bare(number: string): string {
  return number.normalize("NFKC").replace(/[[\]()〔〕【】]/g, "|");
}

function show(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}

class Tally {
  private readonly counts: Record<Metric, Count>;
  private readonly misses: string[];

  constructor(
    private readonly where: string,
    shared?: Tally,
  ) {
    this.counts =
      shared?.counts ??
      (Object.fromEntries(METRICS.map((metric) => [metric, { right: 0, expected: 0, extra: 0 }])) as Record<
        Metric,
        Count
      >);
    this.misses = shared?.misses ?? [];
  }

  on(sheet: string): Tally {
    return new Tally(`${this.where} › ${sheet}`, this);
  }

  judge(metric: Metric, right: boolean, miss: string): void {
    this.counts[metric].expected++;
    if (right) this.counts[metric].right++;
    else this.misses.push(`${this.where}: ${miss}`);
  }

  extra(metric: Metric, miss: string): void {
    this.counts[metric].extra++;
    this.misses.push(`${this.where}: ${miss}`);
  }

  add(score: Score): void {
    for (const metric of METRICS) {
      for (const part of ["right", "expected", "extra"] as const)
        this.counts[metric][part] += score.counts[metric][part];
    }
    this.misses.push(...score.misses);
  }

  score(): Score {
    return { counts: this.counts, misses: this.misses };
  }
}
