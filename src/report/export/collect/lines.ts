/** A project as a line of text that waits on a disk: its row of the consolidated reserve, and what the comparing rules want to know beyond it. */
import { fieldKind, type FieldKey } from "../../../ledger/fields";
import type { Ledger, Project, Values } from "../../../ledger/ledger";
import { isRestated } from "../../../ledger/restated";
import { isFurther } from "../../../ledger/together";
import type { Amount } from "../../../measure/types";
import { SerialDay, type CellValue } from "../../../sheet/cell";
import { valueWriter, type ValueWriter } from "../notation";
import { COMPARED_FIELDS, lightLedger } from "./across";

/** What the lines of a file are written and read by. */
export interface LineHead {
  /** The file's ledgers without their projects. */
  readonly ledgers: readonly Ledger[];
  /** The columns of its lines. */
  readonly fields: readonly FieldKey[];
}

/** JSON writes tabs as \t, so that one can part what a line holds. */
export const TAB = "\t";

/** A day as its serial in brackets. */
type PackedCell = string | number | boolean | null | readonly [serial: number];

/** Which ledger of the file, which row of it, and the cells of the row by field. */
type PackedRow = readonly [ledger: number, row: number, ...cells: PackedCell[]];
const FIRST_CELL = 2;

/** What a row does not say of its project by itself. */
interface Beside {
  /** Where it is neither the code nor name and department. */
  readonly key?: string;
  /** Values that are not what the row's cell says; null for none. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Of a project that is applied for on another sheet, what the row itself says otherwise; null for nothing. */
  readonly own?: Readonly<Record<string, unknown>>;
  /** Amounts that were typed otherwise than the row's cell says, by column; null for none. */
  readonly typed?: readonly (readonly [column: number, cell: string | number | null])[];
}

/** Where the compared fields and the columns of amounts stand among the cells of a row; below 0 where they do not. */
interface Places {
  readonly values: readonly { readonly field: FieldKey; readonly at: number; readonly isAmount: boolean }[];
  readonly typed: readonly { readonly column: number; readonly at: number }[];
}

function placesOf(fields: readonly FieldKey[], columns: Ledger["columns"]): Places {
  const placeOf = (field: FieldKey): number => {
    const at = fields.indexOf(field);
    return at < 0 ? at : at + FIRST_CELL;
  };
  const isAmount = (field: FieldKey): boolean => fieldKind(field) === "amount";
  return {
    values: COMPARED_FIELDS.map((field) => ({ field, at: placeOf(field), isAmount: isAmount(field) })),
    typed: columns.filter(({ field }) => isAmount(field)).map(({ column, field }) => ({ column, at: placeOf(field) })),
  };
}

/** One for each project of the ledgers, made when it is asked for. */
export function* writtenLines(
  ledgers: readonly Ledger[],
  { fields, asOf }: { readonly fields: readonly FieldKey[]; readonly asOf: string },
): Generator<string> {
  const writers = fields.map((field) => ({ field, write: valueWriter(field) }));
  for (const [index, ledger] of ledgers.entries()) {
    const places = placesOf(fields, lightLedger(ledger).columns);
    for (const project of ledger.projects) {
      const row = rowOf(index, project, { writers, asOf });
      yield JSON.stringify(row) + TAB + besideOf(project, row, places);
    }
  }
}

interface FieldWriter {
  readonly field: FieldKey;
  readonly write: ValueWriter;
}

function rowOf(
  ledger: number,
  project: Project,
  { writers, asOf }: { readonly writers: readonly FieldWriter[]; readonly asOf: string },
): PackedRow {
  const { row, cells, unread } = project;
  const values = listedValues(project);
  const packedRow: [number, number, ...PackedCell[]] = [ledger, row];
  for (const { field, write } of writers) {
    // What was not understood goes on as the text that was shown.
    const shown = unread.length === 0 ? undefined : unread.find((each) => each.field === field)?.text;
    packedRow.push(shown ?? packed(write(values, cells, asOf)));
  }
  return packedRow;
}

function packed(value: CellValue): PackedCell {
  if (typeof value !== "object") return value;
  return value instanceof SerialDay ? [value.serial] : null;
}

/** The consolidated reserve says of a project what its file says of it altogether. */
function listedValues({ values, together }: Project): Values {
  return together?.values ?? values;
}

/** Nothing for most projects. */
function besideOf(project: Project, row: PackedRow, places: Places): string {
  const { key, cells } = project;
  const known: Readonly<Record<string, unknown>> = listedValues(project);
  let otherValues: Record<string, unknown> | null = null;
  for (const { field, at, isAmount } of places.values) {
    const value = known[field];
    if (!saysSame(row[at] ?? null, value, isAmount)) (otherValues ??= {})[field] = value ?? null;
  }
  const otherTyped: [number, string | number | null][] = [];
  for (const { column, at } of places.typed) {
    const cell = row[at];
    const said = typeof cell === "number" ? cell : null;
    const raw = cells[column];
    // How a figure was printed decides whether another one differs from it.
    const typed = typeof raw === "number" || typeof raw === "string" ? raw : null;
    if (typed !== said) otherTyped.push([column, typed]);
  }
  const own = project.together ? ownValues(project, places) : null;
  const isOwnKey = project.together === undefined && key === keyIn(project.values);
  if (isOwnKey && otherValues === null && own === null && otherTyped.length === 0) return "";
  const beside: Beside = {
    ...(isOwnKey ? {} : { key }),
    ...(otherValues === null ? {} : { values: otherValues }),
    ...(own === null ? {} : { own }),
    ...(otherTyped.length === 0 ? {} : { typed: otherTyped }),
  };
  return JSON.stringify(beside);
}

function ownValues({ values, together }: Project, places: Places): Record<string, unknown> | null {
  const own: Readonly<Record<string, unknown>> = values;
  const all: Readonly<Record<string, unknown>> = together?.values ?? values;
  const apart = places.values.flatMap(({ field }) =>
    JSON.stringify(own[field]) === JSON.stringify(all[field]) ? [] : [[field, own[field] ?? null] as const],
  );
  return apart.length === 0 ? null : Object.fromEntries(apart);
}

function saysSame(cell: PackedCell, value: unknown, isAmount: boolean): boolean {
  if (value === undefined) return typeof cell !== (isAmount ? "number" : "string");
  if (!isAmount) return cell === value;
  const { wan, approx } = value as Amount;
  return cell === wan && !approx;
}

function keyIn({ code, name = "", department = "" }: Pick<Values, "code" | "name" | "department">): string {
  return code ?? `${name}|${department}`;
}

/** A project with only what is compared, and which of the file's ledgers it stands in. */
export interface ComparedLine {
  readonly ledger: number;
  readonly project: Project;
}

/** Reads lines of one file as rows of the consolidated reserve: its columns, then file, sheet and row; null for the history of a project that a later month states, and for its application. */
export function reserveReader(
  path: string,
  { ledgers, fields: own }: LineHead,
  fields: readonly FieldKey[],
): (line: string, number: number) => CellValue[] | null {
  const places = fields.map((field) => own.indexOf(field));
  const [serialAt, reporterAt] = [fields.indexOf("serial"), fields.indexOf("reporter")];
  return (line, number) => {
    const row = JSON.parse(line.slice(0, line.indexOf(TAB))) as PackedRow;
    const ledger = ledgers[row[0]];
    if (ledger && (isRestated(ledger, { row: row[1] }) || isFurther(ledger, { row: row[1] }))) return null;
    const { sheet = "", reporter = null } = ledger ?? {};
    const cells: CellValue[] = [];
    for (const at of places) cells.push(at < 0 ? null : unpacked(row[at + FIRST_CELL] ?? null));
    cells[serialAt] = number;
    cells[reporterAt] ??= reporter;
    cells.push(path, sheet, row[1]);
    return cells;
  };
}

function unpacked(value: PackedCell): CellValue {
  return typeof value === "object" && value !== null ? new SerialDay(value[0], false) : value;
}

/** Reads the lines of one file as its rows are written, to be compared row by row. */
export function comparedReader(head: LineHead): (line: string) => ComparedLine {
  return lineReader(head, ({ values = {}, own = {} }) => ({ ...values, ...own }));
}

/** The same with what an application on another sheet says of a project: as it is listed. */
export function listedReader(head: LineHead): (line: string) => ComparedLine {
  return lineReader(head, ({ values = {} }) => values);
}

type Others = Readonly<Record<string, unknown>>;

function lineReader(
  { ledgers, fields }: LineHead,
  othersIn: (beside: Beside) => Others,
): (line: string) => ComparedLine {
  const places = ledgers.map(({ columns }) => placesOf(fields, columns));
  return (line) => {
    const [text = "", more = ""] = line.split(TAB, 2);
    const row = JSON.parse(text) as PackedRow;
    const beside = more === "" ? {} : (JSON.parse(more) as Beside);
    return {
      ledger: row[0],
      project: projectIn(row, { ...beside, values: othersIn(beside) }, places[row[0]] ?? { values: [], typed: [] }),
    };
  };
}

function projectIn(
  row: PackedRow,
  { key, values: others = {}, typed: otherTyped = [] }: Beside,
  places: Places,
): Project {
  const values: Record<string, unknown> = {};
  for (const { field, at, isAmount } of places.values) {
    const value = field in others ? others[field] : valueIn(row[at] ?? null, isAmount);
    if (value !== undefined && value !== null) values[field] = value;
  }
  const cells: CellValue[] = [];
  for (const { column, at } of places.typed) {
    const other = otherTyped.find((each) => each[0] === column);
    const said = row[at];
    const cell = other ? other[1] : typeof said === "number" ? said : null;
    if (cell === null) continue;
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }
  return {
    row: row[1],
    key: key ?? keyIn(values),
    hidden: false,
    values: values as Values,
    unread: [],
    cells,
    marks: null,
    section: null,
    assumedYear: [],
  };
}

function valueIn(cell: PackedCell, isAmount: boolean): unknown {
  if (isAmount) return typeof cell === "number" ? { wan: cell, approx: false } : null;
  return typeof cell === "string" ? cell : null;
}

/** The line of the analysts' table, as JSON; empty where none was asked for. */
export function dataLine(line: string): string {
  return line.split(TAB, 3)[2] ?? "";
}
