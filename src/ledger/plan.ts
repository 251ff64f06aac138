/** What a sheet is: a table of projects with its heading and columns, or why it is none. */
import type { CellValue } from "../sheet/cell";
import type { Sheet, SheetRow } from "../sheet/sheet";
import { legendIn, type Legend } from "./row/legend";
import { readColumns, type ColumnsRead } from "./column/columns";
import type { ColumnOptions } from "./column/work";
import type { FieldKey } from "./fields";
import { columnsOfTallCells, headingCell, isEmpty, topRows } from "./block/grid";
import { findHeader, headerAt, headerFrom, type Header } from "./block/header";
import { normaliseHeading } from "./heading/text";
import type { Ledger } from "./ledger";
import { ledgerYear, readPreamble, type Preamble } from "./block/preamble";
import { isKnownHeading } from "./heading/recognise";
import { PROCEDURE_ROWS, readProcedureRows, stepColumnsOf } from "./row/procedureRows";
import { roleOf, rosterOf } from "./heading/roles";
import { readTable, ROSTER, whyOther } from "./others";
import { namesProject } from "./row/settle";

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

/** What a table takes over from the one above it on the same sheet. */
export interface Above {
  readonly preamble: Preamble;
  readonly year: number | null;
  readonly section: string | null;
}

export interface Plan {
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
export function planOf(
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
    toldYear: preamble.told?.year ?? null,
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
    .filter(({ cells }) => !saysHeadingAgain(header, cells))
    .map(({ cells }) => cells);
  const settled = new Map(
    Object.entries(choices?.columns ?? {}).map(([heading, field]) => [normaliseHeading(heading), field]),
  );
  return readColumns(header, { ...about, sheetUnit: unit, otherMoney, rows: samples, choices: settled });
}

/** The heading of another page: its words say nothing of what the cells hold. */
function saysHeadingAgain({ rows }: Header, cells: readonly CellValue[]): boolean {
  return rows.some((texts) => {
    let same = 0;
    for (const [column, text] of texts) if (headingCell(cells[column] ?? null) === text) same++;
    return same >= 2 && same * 2 > texts.size;
  });
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

export function emptyLedger(
  sheet: Sheet,
  options: ReadLedgerOptions,
  preamble: Preamble,
  header: Header | null,
  year: number | null,
): Ledger {
  const { told } = preamble;
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
    ...(told !== null && (told.year ?? year) === year ? { toldMonth: told.month } : {}),
    ...(preamble.reportedOn === null ? {} : { reportedOn: preamble.reportedOn }),
    columns: [],
    unmapped: [],
    questions: [],
    projects: [],
    skipped: [],
    totals: [],
    decimals: {},
    chosen: [],
    unmappedSources: [],
    sourcesElsewhere: [],
    fundsIncomplete: false,
    table: null,
  };
}
