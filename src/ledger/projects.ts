/** The rows of a table → its projects, one after another; what total and section rows print besides. */
import { readAmount } from "../measure/amount";
import { moreDecimals } from "../measure/printed";
import { normaliseText } from "../measure/text";
import type { Amount, Interval, MoneyUnit } from "../measure/types";
import { SerialDay, type CellValue } from "../sheet/cell";
import type { Sheet, SheetRow } from "../sheet/sheet";
import { AssumedYear, NotRead, readerOf, type CellReader } from "./row/cells";
import { withLegend } from "./row/legend";
import { monthColumns, withMonth } from "./column/yearMonth";
import { fieldKind, procedureOf, type FieldKey } from "./fields";
import { isEmpty } from "./block/grid";
import { projectKey } from "./row/key";
import type { Column, Ledger, Procedure, Project, Skipped, SkipReason, Unread, Values } from "./ledger";
import { unitOfRow } from "./block/preamble";
import { rowSorter, type RowSort } from "./row/rows";
import { settle, type OpenRow } from "./row/settle";
import { startsTable } from "./block/tables";
import { totalsOfWholes } from "./parts";
import type { LedgerEvent, Printed } from "./row/totals";
import { filler, type Filler } from "./row/filler";
import { isRowOfNone, isTitleOfNone } from "./row/reportsNone";
import { emptyLedger, type Above, type Plan, type ReadLedgerOptions } from "./plan";
import { countOf, withoutOtherCounts } from "./row/printedCount";

/** So many blank rows in a run are not listed one by one. */
const LONGEST_GAP = 2000;

interface ColumnPlan {
  readonly column: number;
  readonly field: FieldKey;
  readonly read: CellReader;
  /** For a procedure's column: proc.KEY. */
  readonly procedure: string | null;
  /** Whether several columns make this procedure. */
  readonly shared: boolean;
  /** The procedure's own column rather than one of a part of it. */
  readonly isState: boolean;
  readonly fill: Filler | null;
  /** Of a column of amounts; grows while its numbers are read. */
  readonly decimals: { most: number } | null;
}

export interface ProjectReading {
  readonly take: (rows: readonly SheetRow[]) => void;
  /** Where another table begins, at which reading has stopped; null while none has. */
  readonly next: () => NextTable | null;
  readonly ledger: () => Ledger;
}

interface NextTable {
  /** 1-based row of its heading. */
  readonly row: number;
  readonly above: Pick<Above, "preamble" | "section">;
}

const NONE: readonly never[] = [];

/** `sectionAbove` is the section that goes on from a table above. */
export function projectReading(
  sheet: Sheet,
  options: ReadLedgerOptions,
  plan: Plan,
  sectionAbove: string | null,
): ProjectReading {
  const { header, preamble, year, read } = plan;
  const columns = read.columns;
  const plans = columnPlans(sheet, plan);
  const fills = plans.flatMap(({ fill }) => fill ?? []);
  const nameColumn = columns.find(({ field }) => field === "name")?.column ?? -1;
  const serialColumn = columns.find(({ field }) => field === "serial")?.column ?? -1;
  const codeColumn = columns.find(({ field }) => field === "code")?.column ?? -1;
  const hasKeyColumn = columns.some(({ field }) => field === "keyProject");
  const blank = blankValues(plans);
  const sorter = rowSorter(header, columns, preamble.title);
  const nameFill = filler(sheet.merges, nameColumn, header.bottom);
  const sectionFills = read.unmapped
    .filter(({ column }) => column < nameColumn)
    .flatMap(({ column }) => filler(sheet.merges, column, header.bottom) ?? [])
    .slice(0, 1);
  const amountColumns = columns.filter(({ field }) => fieldKind(field) === "amount");
  const months = monthColumns(read);
  const namesDepartments = columns.some(({ field }) => field === "department" || field === "reporter");

  const projects: Project[] = [];
  const skipped: Skipped[] = [];
  const events: LedgerEvent[] = [];
  const open: OpenRow[] = [];
  let section = sectionAbove;
  let reportsNone = false;
  /** The unit stated between two tables is that of the lower one. */
  let unitBelow: MoneyUnit | null = null;
  let next: NextTable | null = null;
  let pendingBlanks: number[] = [];
  let lastRow = header.bottom;
  let afterRepeated = false;

  const skip = (row: number, why: SkipReason) => {
    skipped.push({ row, why });
  };

  const flushBlanks = () => {
    if (pendingBlanks.length === 0) return;
    for (const row of pendingBlanks) skip(row, "blank");
    pendingBlanks = [];
  };

  const takeRow = (row: SheetRow) => {
    if (row.row <= header.bottom) {
      if (row.row < header.top && row.cells.some((value) => !isEmpty(value))) {
        skip(row.row, "title");
        reportsNone ||= isTitleOfNone(row.cells);
      }
      return;
    }
    const gap = row.row - lastRow - 1;
    if (gap > 0 && gap + pendingBlanks.length <= LONGEST_GAP)
      for (let blank = lastRow + 1; blank < row.row; blank++) pendingBlanks.push(blank);
    lastRow = row.row;
    let sorted = sorter.sort(row);
    if (sorted.kind === "repeated-header" && startsTable(row, { header, columns, year })) {
      next = { row: row.row, above: { preamble: { ...preamble, unit: unitBelow ?? preamble.unit }, section } };
      return;
    }
    if (afterRepeated && sorted.kind === "project" && header.rows.length + 1 < header.bottom - header.top + 1)
      sorted = { ...sorted, kind: "repeated-header" };
    for (const fill of fills) fill.pass(row);
    for (const fill of sectionFills) fill.pass(row);
    nameFill?.pass(row);
    if (sorted.kind === "project" && isEmpty(row.cells[nameColumn]) && nameFill?.covers(row.row) === true)
      sorted = { kind: "note", label: "", labelColumn: -1, open: false };
    afterRepeated = sorted.kind === "repeated-header";
    if (projects.length === 0 && isRowOfNone(row.cells, { name: nameColumn, serial: serialColumn })) {
      reportsNone = true;
      if (sorted.kind === "project") sorted = { kind: "note", label: "", labelColumn: -1, open: false };
    }
    if (sorted.kind === "blank") {
      if (row.cells.some((value) => !isEmpty(value))) {
        flushBlanks();
        skip(row.row, "blank");
      } else if (pendingBlanks.length < LONGEST_GAP) pendingBlanks.push(row.row);
      return;
    }
    flushBlanks();
    if (sorted.open) leaveOpen(row, sorted);
    if (sorted.kind === "project") {
      unitBelow = null;
      events.push(row.row);
      projects.push(projectOf(row));
      return;
    }
    skip(row.row, sorted.kind);
    // What stands nearest to the next heading holds.
    unitBelow = unitOfRow(row) ?? unitBelow;
    if (sorted.kind === "section") {
      section = sorted.label;
      events.push({ is: "section", row: row.row, label: sorted.label, printed: printedOf(row, sorted) });
    } else if (sorted.kind === "total") {
      events.push({ is: "total", row: row.row, label: sorted.label, printed: printedOf(row, sorted) });
    }
  };

  const leaveOpen = (row: SheetRow, sorted: RowSort) => {
    const { kind, label, labelColumn } = sorted;
    if (kind === "project" || kind === "section" || kind === "note")
      open.push({ row: row.row, kind, label, labelColumn, printed: printedOf(row, sorted) });
  };

  const projectOf = (row: SheetRow): Project => {
    const values = { ...blank };
    const { cells, marks } = row;
    let unread: Unread[] | null = null;
    let assumed: FieldKey[] | null = null;
    for (const plan of plans) {
      let value = cells[plan.column] ?? null;
      if (value === null) {
        if (plan.fill === null) continue;
        value = plan.fill.at(row.row);
        if (value === null) continue;
      }
      if (plan.decimals !== null && typeof value === "number")
        plan.decimals.most = moreDecimals(plan.decimals.most, value);
      let reading = plan.read(value, marks === null ? 0 : (marks[plan.column] ?? 0));
      if (reading === undefined) continue;
      if (reading instanceof NotRead) {
        (unread ??= []).push({
          field: plan.field,
          column: plan.column,
          reason: reading.reason,
          text: shownCell(value),
        });
        continue;
      }
      if (reading instanceof AssumedYear) {
        (assumed ??= []).push(plan.field);
        reading = reading.interval;
      }
      if (plan.procedure === null) values[plan.field] = reading;
      else if (!plan.shared) values[plan.procedure] = reading;
      else
        values[plan.procedure] = mergedProcedure(
          values[plan.procedure] as Procedure | undefined,
          reading as Procedure,
          plan.isState,
        );
    }
    for (const { field, column } of months)
      values[field] = withMonth(values[field] as Interval | undefined, cells[column] ?? null);
    const name = values["name"];
    if (typeof name === "string") takeMark(name, values, hasKeyColumn);
    return {
      row: row.row,
      key: projectKey(values, codeColumn >= 0),
      hidden: row.hidden,
      values: values as Values,
      unread: unread ?? NONE,
      cells,
      marks,
      section: sectionFills[0]?.textAt(row) ?? section,
      assumedYear: assumed ?? NONE,
    };
  };

  const printedOf = (row: SheetRow, sorted: RowSort): Printed => {
    const amounts: Partial<Record<FieldKey, Amount>> = {};
    for (const { column, field, unitInForce } of amountColumns) {
      const value = row.cells[column] ?? null;
      if (typeof value !== "number" && typeof value !== "string") continue;
      if (column === sorted.labelColumn || (typeof value === "string" && isEmpty(value))) continue;
      const reading = readAmount(value, unitInForce);
      if (reading) amounts[field] = reading.amount;
    }
    const { count, countColumn } = countOf(row, sorted, nameColumn, header);
    return { count, countColumn, amounts, cells: row.cells };
  };

  return {
    take: (rows) => {
      for (const row of rows) {
        if (next !== null) return;
        takeRow(row);
      }
    },
    next: () => next,
    ledger: () => {
      const settled = settle({ projects, skipped, events }, open, { nameColumn, serialColumn, merges: sheet.merges });
      return {
        ...emptyLedger(sheet, options, preamble, header, year),
        role: "projects",
        // Where a column names departments, a blank in it stays one.
        reporter: preamble.reporter ?? (namesDepartments ? null : preamble.owner),
        assumedUnit: assumedUnit(settled.projects, columns),
        columns,
        unmapped: read.unmapped.filter(({ column }) => !months.some((month) => month.column === column)),
        ...(months.length > 0 ? { completing: months } : {}),
        questions: read.questions,
        projects: settled.projects,
        ...(reportsNone && settled.projects.length === 0 ? { reportsNone } : {}),
        skipped: [...settled.skipped].sort((a, b) => a.row - b.row),
        decimals: decimalsOf(plans, settled.projects.length === projects.length ? null : settled.projects),
        totals: withoutOtherCounts(totalsOfWholes(settled.events, settled.projects, serialColumn), settled.projects),
        chosen: read.chosen,
        unmappedSources: read.unmappedSources,
        sourcesElsewhere: read.sourcesElsewhere,
        fundsIncomplete: read.fundsIncomplete,
      };
    },
  };
}

/** As seen while reading, or counted again where rows that were read as projects are none. */
function decimalsOf(plans: readonly ColumnPlan[], anew: readonly Project[] | null): Readonly<Record<number, number>> {
  return Object.fromEntries(
    plans.flatMap(({ column, decimals }) =>
      decimals === null ? [] : [[column, anew === null ? decimals.most : mostDecimals(anew, column)]],
    ),
  );
}

function mostDecimals(projects: readonly Project[], column: number): number {
  return projects.reduce((most, { cells }) => {
    const cell = cells[column];
    return typeof cell === "number" ? moreDecimals(most, cell) : most;
  }, 0);
}

function columnPlans(sheet: Sheet, { header, year, read, legend }: Plan): ColumnPlan[] {
  const perProcedure = new Map<string, number>();
  for (const { field } of read.columns) {
    const procedure = procedureOf(field);
    if (procedure) perProcedure.set(procedure.key, (perProcedure.get(procedure.key) ?? 0) + 1);
  }
  return read.columns.map(({ column, field, unitInForce }) => {
    const procedure = procedureOf(field);
    const kind = fieldKind(field);
    const fills =
      (kind === "text" && field !== "name" && field !== "serial") ||
      kind === "phone" ||
      kind === "day" ||
      kind === "period";
    const reader = readerOf(field, {
      year,
      date1904: sheet.date1904,
      unit: unitInForce ?? "万元",
      percentHeading: read.percent.has(column),
    });
    return {
      column,
      field,
      read: procedure?.part === null ? withLegend(reader, legend) : reader,
      procedure: procedure ? `proc.${procedure.key}` : null,
      isState: procedure?.part === null,
      shared: procedure !== null && (perProcedure.get(procedure.key) ?? 0) > 1,
      fill: fills ? filler(sheet.merges, column, header.bottom) : null,
      decimals: kind === "amount" ? { most: 0 } : null,
    };
  });
}

/**
 * A row of which nothing is known yet: every project of a ledger is a copy of it, so that all have their fields in the
 * same places. JSON.parse makes room for them in the object itself.
 */
function blankValues(plans: readonly ColumnPlan[]): Record<string, unknown> {
  const fields = new Set(plans.map(({ field, procedure }) => procedure ?? field));
  const blank = JSON.parse(JSON.stringify(Object.fromEntries([...fields].map((field) => [field, null])))) as Record<
    string,
    unknown
  >;
  for (const field of fields) blank[field] = undefined;
  return blank;
}

/** State, number and days from several columns of one procedure; the column of the state itself decides on the state. */
function mergedProcedure(known: Procedure | undefined, more: Procedure, isState: boolean): Procedure {
  if (!known) return more;
  const merged: { -readonly [Part in keyof Procedure]: Procedure[Part] } = {};
  const state = isState ? (more.state ?? known.state) : (known.state ?? more.state);
  if (state !== undefined) merged.state = state;
  const no = more.no ?? known.no;
  if (no !== undefined) merged.no = no;
  const on = more.on ?? known.on;
  if (on !== undefined) merged.on = on;
  const accepted = more.accepted ?? known.accepted;
  if (accepted !== undefined) merged.accepted = accepted;
  const due = more.due ?? known.due;
  if (due !== undefined) merged.due = due;
  const paused = more.paused ?? known.paused;
  if (paused !== undefined) merged.paused = paused;
  return merged;
}

const MARKS = /^[★☆■□▲△◆◇●○※*◎▇\s]+|[★☆■□▲△◆◇●※*]+$/gu;

/** ★ and ■ in front of a name say that the project is a key project of the province or city. */
function takeMark(name: string, values: Record<string, unknown>, hasKeyColumn: boolean): void {
  const first = name.charCodeAt(0);
  const last = name.charCodeAt(name.length - 1);
  if (!isMark(first) && !isMark(last)) return;
  const plain = name.replace(MARKS, "").trim();
  if (plain === "") return;
  values["name"] = plain;
  if (hasKeyColumn && values["keyProject"] !== undefined) return;
  const mark = /[★☆■□▲△◆◇●○※*◎▇]/u.exec(name)?.[0];
  if (mark !== undefined) values["keyProject"] = mark;
}

function isMark(code: number): boolean {
  return code === 0x2a || code === 0x203b || (code >= 0x25a0 && code <= 0x2606);
}

/** 万元 where a bare amount was read and nothing states a unit. */
function assumedUnit(projects: readonly Project[], columns: readonly Column[]): MoneyUnit | null {
  const bare = columns.filter(({ field, unitInForce }) => fieldKind(field) === "amount" && unitInForce === null);
  if (bare.length === 0) return null;
  for (const { cells } of projects) {
    for (const { column } of bare) if (typeof cells[column] === "number") return "万元";
  }
  for (const { cells } of projects) {
    for (const { column } of bare) {
      const value = cells[column];
      if (typeof value !== "string") continue;
      const reading = readAmount(value, null);
      if (reading && reading.ownUnit === null) return "万元";
    }
  }
  return null;
}

function shownCell(value: CellValue): string {
  if (value instanceof SerialDay) return String(value.serial);
  if (typeof value === "object" && value !== null) return value.code;
  return value === null ? "" : normaliseText(String(value)).slice(0, 200);
}
