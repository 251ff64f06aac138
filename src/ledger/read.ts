/** Sheet → ledger, in one pass over its rows and in steps, so that a pane stays alive between them. */
import { readAmount } from "../measure/amount";
import { normaliseText } from "../measure/text";
import type { Amount, Interval, MoneyUnit } from "../measure/types";
import { SerialDay, type CellValue } from "../sheet/cell";
import type { Merge, Sheet, SheetRow } from "../sheet/sheet";
import { AssumedYear, NotRead, readerOf, type CellReader } from "./cells";
import { legendIn, withLegend, type Legend } from "./legend";
import { monthColumns, withMonth } from "./yearMonth";
import { readColumns, type ColumnOptions, type ColumnsRead } from "./columns";
import { fieldKind, procedureOf, type FieldKey } from "./fields";
import { columnsOfTallCells, isEmpty, topRows } from "./grid";
import { findHeader, headerAt, headerFrom, type Header } from "./header";
import { normaliseHeading } from "./headingText";
import { projectKey } from "./key";
import type { Column, Ledger, Procedure, Project, Skipped, SkipReason, TotalRow, Unread, Values } from "./ledger";
import { ledgerYear, readPreamble, unitOfRow, type Preamble } from "./preamble";
import { isKnownHeading } from "./recognise";
import { PROCEDURE_ROWS, readProcedureRows, stepColumnsOf } from "./procedureRows";
import { roleOf, rosterOf } from "./roles";
import { readTable, ROSTER, whyOther } from "./others";
import { rowSorter, type RowSort } from "./rows";
import { namesProject, settle, type OpenRow } from "./settle";
import { rowsFrom, startsTable, withOwnTotals } from "./tables";
import { totalsOf, type LedgerEvent, type Printed } from "./totals";

/** What the user settled about a sheet. */
export interface SheetChoices {
  /** 1-based rows of the heading block. */
  readonly header?: { readonly top: number; readonly bottom: number };
  /** Heading → field, or null for 「不用」. */
  readonly columns?: Readonly<Record<string, FieldKey | null>>;
}

export interface ReadLedgerOptions {
  /** The file's path as given, or the workbook's name. */
  readonly file: string;
  readonly choices?: SheetChoices;
}

export interface ReadProgress {
  readonly rows: number;
}

/** Rows read between two yields. */
const STEP = 100;
/** Rows looked at before the columns are settled: the heading's and enough below it to see what the values look like. */
const LOOKED_AT = 260;
/** So many blank rows in a run are not listed one by one. */
const LONGEST_GAP = 2000;

export function readLedger(sheet: Sheet, options: ReadLedgerOptions): Ledger {
  const steps = readLedgerSteps(sheet, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Yields after every few hundred rows; whoever drives it may stop at any yield. */
export function readLedgerSteps(sheet: Sheet, options: ReadLedgerOptions): Generator<ReadProgress, Ledger> {
  return readTableSteps(sheet, options, null);
}

/** What a table takes over from the one above it on the same sheet. */
interface Above {
  readonly preamble: Preamble;
  readonly year: number | null;
  readonly section: string | null;
}

/** One table of a sheet, and below it the next, which has its own columns. */
function* readTableSteps(
  sheet: Sheet,
  options: ReadLedgerOptions,
  above: Above | null,
): Generator<ReadProgress, Ledger> {
  const blocks = sheet.blocks(STEP)[Symbol.iterator]();
  const first: SheetRow[] = [];
  for (let block = blocks.next(); block.done !== true; block = blocks.next()) {
    first.push(...block.value);
    yield { rows: first.length };
    if (first.length >= LOOKED_AT) break;
  }
  const plan = planOf(sheet, first.slice(0, LOOKED_AT), options, above);
  if (plan.kind === "other") return plan.ledger;
  const reading = projectReading(sheet, options, plan, above?.section ?? null);
  let rows = 0;
  for (let start = 0; start < first.length && reading.next() === null; start += STEP) {
    const some = first.slice(start, start + STEP);
    reading.take(some);
    rows += some.length;
    yield { rows };
  }
  while (reading.next() === null) {
    const block = blocks.next();
    if (block.done === true) break;
    reading.take(block.value);
    rows += block.value.length;
    yield { rows };
  }
  const next = reading.next();
  if (next === null) return above === null ? reading.ledger() : withOwnTotals(reading.ledger());
  blocks.return?.();
  const below = yield* readTableSteps(rowsFrom(sheet, next.row), options, { ...plan, ...next.above });
  return { ...withOwnTotals(reading.ledger()), below };
}

interface Plan {
  readonly kind: "projects";
  readonly header: Header;
  readonly preamble: Preamble;
  readonly year: number | null;
  readonly read: ColumnsRead;
  readonly legend: Legend | null;
}

interface Other {
  readonly kind: "other";
  readonly ledger: Ledger;
}

/** Finds heading and columns in the first rows, or says why the sheet is no ledger of projects. */
function planOf(
  sheet: Sheet,
  rows: readonly SheetRow[],
  options: ReadLedgerOptions,
  above: Above | null,
): Plan | Other {
  const { header, preamble, year } = above === null ? topOf(sheet, rows, options) : topBelow(sheet, rows, above);
  const base = emptyLedger(sheet, options, preamble, header, year);
  if (!header) return other({ ...base, why: whyOther(rows, null, []) });
  const called = `${sheet.name} ${preamble.title ?? ""}`;
  const read = columnsUnder(
    header,
    rows,
    preamble,
    { year, called, tall: columnsOfTallCells(sheet.merges, header.bottom) },
    options,
  );
  const headings = header.columns.map(({ column, path }) => ({ column, text: path[path.length - 1] ?? "" }));
  const found: Found = { sheet, rows, options, header, preamble, year, read, headings, called, base };
  return asSteps(found) ?? asProjects(found) ?? asRole(found) ?? asRoster(found) ?? asUnknown(found);
}

interface Top {
  readonly header: Header | null;
  readonly preamble: Preamble;
  readonly year: number | null;
}

/** The heading of a sheet with what stands above it. */
function topOf(sheet: Sheet, rows: readonly SheetRow[], options: ReadLedgerOptions): Top {
  const top = topRows(rows, sheet.merges);
  const chosen = options.choices?.header;
  const header = chosen ? headerAt(top, chosen) : findHeader(top);
  const preamble = readPreamble(top, header?.top ?? 1);
  const year = ledgerYear({
    title: preamble.title,
    headings: header?.columns.map(({ heading }) => heading) ?? [],
    file: options.file,
    sheet: sheet.name,
    reportedYear: preamble.reportedYear,
  });
  return { header, preamble, year };
}

/** A further table begins with its heading; title, unit and year are those of the sheet. */
function topBelow(sheet: Sheet, rows: readonly SheetRow[], { preamble, year }: Above): Top {
  const header = headerFrom(topRows(rows, sheet.merges), rows[0]?.row ?? 1);
  return { header, preamble, year };
}

function columnsUnder(
  header: Header,
  rows: readonly SheetRow[],
  { unit, otherMoney }: Preamble,
  about: Pick<ColumnOptions, "year" | "called" | "tall">,
  { choices }: ReadLedgerOptions,
): ColumnsRead {
  const samples = rows
    .filter(({ row, cells }) => row > header.bottom && cells.filter((value) => !isEmpty(value)).length >= 2)
    .map(({ cells }) => cells);
  const settled = new Map(
    Object.entries(choices?.columns ?? {}).map(([heading, field]) => [normaliseHeading(heading), field]),
  );
  return readColumns(header, { ...about, sheetUnit: unit, otherMoney, rows: samples, choices: settled });
}

/** A heading with its columns, before it is settled what the sheet is. */
interface Found {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  readonly options: ReadLedgerOptions;
  readonly header: Header;
  readonly preamble: Preamble;
  readonly year: number | null;
  readonly read: ColumnsRead;
  /** The innermost heading of each column. */
  readonly headings: readonly { readonly column: number; readonly text: string }[];
  /** Title and name of the sheet. */
  readonly called: string;
  readonly base: Ledger;
}

function other(ledger: Ledger): Other {
  return { kind: "other", ledger };
}

/** One row a procedure: read as projects, the rows of one project would all be duplicates. */
function asSteps({ sheet, header, year, read, base }: Found): Other | null {
  const steps = read.columns.some(({ field }) => field === "name") ? stepColumnsOf(header) : null;
  if (!steps) return null;
  const projects = readProcedureRows(sheet, header, read, steps, year);
  return other({ ...base, unmapped: read.unmapped, why: PROCEDURE_ROWS, ...projects });
}

function asProjects({ rows, options, header, preamble, year, read, headings }: Found): Plan | null {
  const fields = new Set(read.columns.map(({ field }) => field));
  if (!fields.has("name")) return null;
  const known = [...fields].filter((field) => field !== "remark" && field !== "name").length;
  if (known === 0 || (known === 1 && !namesAreBuilt(rows, header, read))) return null;
  const role = roleOf(headings);
  if (role !== null && outweighs(role.role, role.columns.length, known + 1, read)) return null;
  if (options.choices?.header === undefined && whyForm(rows, header, read)) return null;
  return { kind: "projects", header, preamble, year, read, legend: legendIn(rows) };
}

function asRole({ sheet, header, year, read, headings, base }: Found): Other | null {
  const role = roleOf(headings);
  if (!role) return null;
  const table = readTable(role, header, sheet, year);
  return other({ ...base, role: role.role, unmapped: read.unmapped, table });
}

function asRoster({ sheet, header, year, read, headings, called, base }: Found): Other | null {
  const columns = rosterOf(headings, called);
  if (!columns) return null;
  const table = readTable({ role: "roster", columns }, header, sheet, year);
  return other({ ...base, unmapped: read.unmapped, why: ROSTER, table });
}

function asUnknown({ rows, header, read, base }: Found): Other {
  return other({
    ...base,
    unmapped: read.unmapped,
    columns: read.columns,
    // An answer makes it a ledger of projects.
    questions: read.questions.filter(({ candidates }) => candidates.includes("name")),
    why: whyOther(rows, header, read.columns),
  });
}

function outweighs(role: string, columns: number, fields: number, read: ColumnsRead): boolean {
  const name = read.columns.find(({ field }) => field === "name");
  if (!name) return true;
  // 「项目名称」 in so many words is a ledger of projects, unless the sheet is one of visits.
  if (/项目|工程/u.test(name.heading)) return role === "contacts" && columns > fields;
  return columns >= fields;
}

/** A form of one project: labels down the columns with their values beside them. */
function whyForm(rows: readonly SheetRow[], header: Header, read: ColumnsRead): boolean {
  if (header.columns.length <= 1) return true;
  if (read.columns.length >= MOST_OF_FORM || namesStandBelow(rows, header, read)) return false;
  return whyOther(rows, header, read.columns) === "一表一项目的申报表";
}

/** So many labels that stand side by side are the headings of columns. */
const MOST_OF_FORM = 6;
/** A form has its next labels right below. */
const NAMES_LOOKED_AT = 20;

/** Below 「项目名称」 a ledger has names, a form its next labels. */
function namesStandBelow(rows: readonly SheetRow[], header: Header, read: ColumnsRead): boolean {
  const below = namesBelow(rows, header, read);
  return below.length >= 2 && below.filter((value) => isKnownHeading(value)).length < below.length * 0.2;
}

/** In a sheet whose headings are hardly known, names of what is built tell that it is one of projects. */
function namesAreBuilt(rows: readonly SheetRow[], header: Header, read: ColumnsRead): boolean {
  const below = namesBelow(rows, header, read);
  return below.length >= 2 && below.filter((value) => namesProject(value)).length >= below.length * 0.6;
}

function namesBelow(rows: readonly SheetRow[], header: Header, read: ColumnsRead): readonly string[] {
  const name = read.columns.find(({ field }) => field === "name");
  if (!name) return [];
  return rows
    .filter(({ row }) => row > header.bottom)
    .map(({ cells }) => cells[name.column])
    .filter((value): value is string => typeof value === "string" && value.trim() !== "")
    .slice(0, NAMES_LOOKED_AT);
}

function emptyLedger(
  sheet: Sheet,
  options: ReadLedgerOptions,
  preamble: Preamble,
  header: Header | null,
  year: number | null,
): Ledger {
  return {
    file: options.file,
    sheet: sheet.name,
    role: "other",
    why: null,
    untyped: sheet.untyped,
    date1904: sheet.date1904,
    header: header ? { top: header.top, bottom: header.bottom } : null,
    title: preamble.title,
    reporter: preamble.reporter,
    unit: preamble.unit,
    assumedUnit: null,
    year,
    columns: [],
    unmapped: [],
    questions: [],
    projects: [],
    skipped: [],
    totals: [],
    chosen: [],
    fundsIncomplete: false,
    table: null,
  };
}

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
}

interface Reading {
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

function projectReading(sheet: Sheet, options: ReadLedgerOptions, plan: Plan, sectionAbove: string | null): Reading {
  const { header, preamble, year, read } = plan;
  const columns = read.columns;
  const plans = columnPlans(sheet, plan);
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
      if (row.row < header.top && row.cells.some((value) => !isEmpty(value))) skip(row.row, "title");
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
    for (const column of plans) column.fill?.pass(row);
    for (const fill of sectionFills) fill.pass(row);
    nameFill?.pass(row);
    if (sorted.kind === "project" && isEmpty(row.cells[nameColumn]) && nameFill?.covers(row.row) === true)
      sorted = { kind: "note", label: "", labelColumn: -1, open: false };
    afterRepeated = sorted.kind === "repeated-header";
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
    unitBelow ??= unitOfRow(row);
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
        skipped: [...settled.skipped].sort((a, b) => a.row - b.row),
        totals: withoutOtherCounts(totalsOf(settled.events), settled.projects),
        chosen: read.chosen,
        fundsIncomplete: read.fundsIncomplete,
      };
    },
  };
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

interface Filler {
  /** To be called for each row in order, before `at`. */
  readonly pass: (row: SheetRow) => void;
  readonly covers: (row: number) => boolean;
  readonly at: (row: number) => CellValue;
  readonly textAt: (row: SheetRow) => string | null;
}

/** What a vertically merged cell says to the rows that it covers; null where the column has none. */
function filler(merges: readonly Merge[], column: number, below: number): Filler | null {
  const own = merges
    .filter(({ top, left, bottom }) => left === column && bottom > top && bottom > below)
    .sort((a, b) => a.top - b.top);
  if (own.length === 0) return null;
  let index = 0;
  let value: CellValue = null;
  let from = 0;
  let to = 0;
  const covers = (row: number) => row > from && row <= to;
  return {
    pass: ({ row, cells }) => {
      while (index < own.length && (own[index] as Merge).top <= row) {
        const merge = own[index] as Merge;
        index++;
        from = merge.top;
        to = merge.bottom;
        value = merge.top === row ? (cells[column] ?? null) : null;
      }
    },
    covers,
    at: (row) => (covers(row) ? value : null),
    textAt: ({ row, cells }) => {
      const there = isEmpty(cells[column]) && covers(row) ? value : cells[column];
      return typeof there === "string" && there.trim() !== "" ? normaliseText(there) : null;
    },
  };
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

/** 12 个, (5), 合计：12: a number beside the words for projects, or alone behind a bracket or a total's word. */
const COUNT_IN_LABEL =
  /(?<![\d.,])(\d+)\s*(?:个(?!月)|项)|[(]\s*(?:共计?|合计|总计|计)?\s*(\d+)\s*[)]$|(?:[:：]|合计|总计|小计|共计?)\s*(?:共计?)?\s*(\d+)$/u;
/** （1） in front is the section's own number. */
const OWN_NUMBER = /^\(\d{1,2}\)(?=.)/u;
const COUNT_HEADING = /个数|项目数|项目总数|项数|项目数量/u;

/** 「合计：12 个」「交通基础设施（5个）」, or the count in a cell beside the label that can be nothing else. */
function countOf(
  row: SheetRow,
  { label, labelColumn }: RowSort,
  nameColumn: number,
  header: Header,
): { count: number | null; countColumn: number | null } {
  const inLabel = COUNT_IN_LABEL.exec(label.normalize("NFKC").replace(OWN_NUMBER, ""));
  const digits = inLabel?.[1] ?? inLabel?.[2] ?? inLabel?.[3];
  if (digits !== undefined && (inLabel?.[1] !== undefined || !isYear(digits)))
    return { count: Number(digits), countColumn: labelColumn };
  const counting = header.columns.find(({ heading }) => COUNT_HEADING.test(heading))?.column ?? -1;
  for (const column of [nameColumn, nameColumn + 1, labelColumn + 1, counting]) {
    if (column === labelColumn || column < 0) continue;
    const value = row.cells[column] ?? null;
    if (typeof value === "number" && isCountOf(value) && (column === nameColumn || column === counting))
      return { count: value, countColumn: column };
    if (typeof value !== "string") continue;
    const counted = /^共?\s*(\d+)\s*(?:个|项)(?:项目)?$/u.exec(normaliseText(value));
    if (counted) return { count: Number(counted[1]), countColumn: column };
  }
  return { count: null, countColumn: null };
}

function isYear(digits: string): boolean {
  return /^20\d\d$/u.test(digits);
}

function isCountOf(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 100_000;
}

/** Where a column says of each project how many parts it has, what a total prints there is no count of projects. */
function withoutOtherCounts(totals: readonly TotalRow[], projects: readonly Project[]): readonly TotalRow[] {
  const others = new Map<number, boolean>();
  const countsOther = (column: number) => {
    let known = others.get(column);
    if (known === undefined)
      others.set(
        column,
        (known = projects.some(({ cells }) => typeof cells[column] === "number" && cells[column] !== 1)),
      );
    return known;
  };
  return totals.map((total) =>
    total.countColumn !== null && typeof total.cells[total.countColumn] === "number" && countsOther(total.countColumn)
      ? { ...total, count: null, countColumn: null }
      : total,
  );
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
