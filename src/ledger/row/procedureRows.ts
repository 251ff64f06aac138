/** A ledger with one row a procedure (手续名称 · 受理时间 · 办结时间): the rows of a project read together, each value with its own cell. */
import { normaliseText } from "../../measure/text";
import type { CellValue } from "../../sheet/cell";
import type { Sheet, SheetRow } from "../../sheet/sheet";
import { AssumedYear, NotRead, readerOf, type CellReader } from "./cells";
import type { ColumnsRead } from "../column/columns";
import { procedureOf, type FieldKey, type ProcedurePart } from "../fields";
import { isEmpty } from "../block/grid";
import { repeatedRow, type Header } from "../block/header";
import { headingText, normaliseHeading } from "../heading/text";
import type { CellPlace, Column, Procedure, Project, Unread, Values } from "../ledger";
import { partOf, procedureNamed } from "../heading/procedures";
import { projectKey } from "./key";

export const PROCEDURE_ROWS = "读作手续台账：一行一个手续，同一项目的手续合在一起核对";

export interface ProcedureRows {
  readonly projects: readonly Project[];
  /** The project's own columns, then one entry a step and part for the columns that the steps share. */
  readonly columns: readonly Column[];
}

/** 0-based columns of what a row says of its step. */
interface StepColumns {
  readonly name: number;
  readonly parts: readonly { readonly part: ProcedurePart | ""; readonly column: number }[];
}

const STEP_NAME =
  /^(?:前期)?(?:手续|审批|事项|要件|审批事项|办理事项|手续事项|审批手续|前期手续|手续办理事项)(?:名称|事项|类别)?$/u;

/** Null where the heading tells no such ledger: it needs the step's name and something about its course. */
export function stepColumnsOf(header: Header): StepColumns | null {
  const words = header.columns.map(({ column, path }) => ({
    column,
    word: headingText(path[path.length - 1] ?? "", null).bare,
  }));
  const name = words.find(({ word }) => STEP_NAME.test(word) && /名称$|事项$/u.test(word));
  if (!name || !words.some(({ word }) => /受理|办结|办理/u.test(word))) return null;
  const parts: { part: ProcedurePart | ""; column: number }[] = [];
  for (const { column, word } of words) {
    const part = column === name.column ? null : partOf(normaliseHeading(word));
    if (part !== null && !parts.some((each) => each.part === part)) parts.push({ part, column });
  }
  // The column of the state comes last: it decides on the state.
  return parts.length === 0 ? null : { name: name.column, parts: parts.sort((a, b) => b.part.length - a.part.length) };
}

/** Reads all rows; these ledgers are small beside those of projects. */
export function readProcedureRows(
  sheet: Sheet,
  header: Header,
  read: ColumnsRead,
  steps: StepColumns,
  year: number | null,
): ProcedureRows {
  const own = ownColumns(read, steps);
  const readers = readerTable(sheet, own, year);
  const projects = new Map<string, Building>();
  const seen = new Set<FieldKey>();
  let carried: ReadonlyMap<FieldKey, CellPlace> = new Map();
  for (const row of rowsBelow(sheet, header)) {
    const text = row.cells[steps.name];
    const key = typeof text === "string" ? procedureNamed(text) : null;
    const said = ownCells(row, own);
    // 「项目名称」 stands once for the rows below it.
    carried = said.has("name") ? said : new Map([...carried, ...said]);
    if (key === null || !carried.has("name")) continue;
    const project = projectOf(projects, carried, row, own, readers);
    for (const { part, column } of steps.parts) {
      const field: FieldKey = part === "" ? `proc.${key}` : `proc.${key}.${part}`;
      const place: CellPlace = { row: row.row, column, cell: row.cells[column] ?? null };
      seen.add(field);
      project.places.set(field, place);
      take(project, field, place, readers, row);
    }
  }
  return { projects: [...projects.values()].map(built), columns: [...own, ...sharedColumns(seen, steps, header)] };
}

interface Building {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly CellValue[];
  readonly values: Record<string, unknown>;
  readonly unread: Unread[];
  readonly assumed: FieldKey[];
  readonly places: Map<FieldKey, CellPlace>;
}

/** The step's own columns belong to no field of the project, whatever their headings would mean in another ledger. */
function ownColumns(read: ColumnsRead, steps: StepColumns): readonly Column[] {
  const taken = new Set([steps.name, ...steps.parts.map(({ column }) => column)]);
  return read.columns.filter(({ column, field }) => !taken.has(column) && procedureOf(field) === null);
}

function* rowsBelow(sheet: Sheet, header: Header): Generator<SheetRow> {
  for (const block of sheet.blocks()) {
    for (const row of block) {
      if (row.row <= header.bottom) continue;
      const texts = new Map<number, string>();
      row.cells.forEach((value, column) => {
        if (typeof value === "string" && value.trim() !== "") texts.set(column, value);
      });
      if (texts.size >= 2 && repeatedRow(header, texts, -1) >= 0) continue;
      yield row;
    }
  }
}

function ownCells({ row, cells }: SheetRow, own: readonly Column[]): ReadonlyMap<FieldKey, CellPlace> {
  const said = new Map<FieldKey, CellPlace>();
  for (const { column, field } of own) {
    const cell = cells[column] ?? null;
    if (!isEmpty(cell)) said.set(field, { row, column, cell });
  }
  return said;
}

type Readers = (field: FieldKey) => CellReader;

function readerTable(sheet: Sheet, own: readonly Column[], year: number | null): Readers {
  const readers = new Map<FieldKey, CellReader>();
  return (field) => {
    let reader = readers.get(field);
    if (!reader) {
      const unit = own.find((column) => column.field === field)?.unitInForce ?? "万元";
      reader = readerOf(field, { year, date1904: sheet.date1904, unit, percentHeading: false });
      readers.set(field, reader);
    }
    return reader;
  };
}

function projectOf(
  projects: Map<string, Building>,
  said: ReadonlyMap<FieldKey, CellPlace>,
  row: SheetRow,
  own: readonly Column[],
  readers: Readers,
): Building {
  const identity = ["code", "name", "department"].map((field) => textOf(said.get(field as FieldKey)?.cell)).join("|");
  const known = projects.get(identity);
  if (known) return known;
  const building: Building = {
    row: row.row,
    hidden: row.hidden,
    cells: row.cells,
    values: {},
    unread: [],
    assumed: [],
    // What nobody filled in has its place too: that is where it is missing.
    places: new Map([
      ...own.map(({ field, column }): [FieldKey, CellPlace] => [field, { row: row.row, column, cell: null }]),
      ...said,
    ]),
  };
  for (const [field, place] of said) take(building, field, place, readers, row);
  projects.set(identity, building);
  return building;
}

function textOf(cell: CellValue | undefined): string {
  return typeof cell === "string" ? normaliseText(cell) : typeof cell === "number" ? String(cell) : "";
}

function take(project: Building, field: FieldKey, place: CellPlace, readers: Readers, { marks }: SheetRow): void {
  let reading = readers(field)(place.cell, marks?.[place.column] ?? 0);
  if (reading === undefined) return;
  if (reading instanceof NotRead) {
    const text = textOf(place.cell) || String(place.cell);
    project.unread.push({ field, column: place.column, reason: reading.reason, text });
    return;
  }
  if (reading instanceof AssumedYear) {
    project.assumed.push(field);
    reading = reading.interval;
  }
  const procedure = procedureOf(field);
  if (!procedure) project.values[field] = reading;
  else {
    const key = `proc.${procedure.key}`;
    project.values[key] = { ...(project.values[key] as Procedure | undefined), ...(reading as Procedure) };
  }
}

function built({ row, hidden, cells, values, unread, assumed, places }: Building): Project {
  return {
    row,
    key: projectKey(values, true),
    hidden,
    values: values as Values,
    unread,
    cells,
    marks: null,
    section: null,
    assumedYear: assumed,
    places,
  };
}

/** Of each step that some row names, one entry a part, all of them in the same few columns. */
function sharedColumns(seen: ReadonlySet<FieldKey>, steps: StepColumns, header: Header): readonly Column[] {
  const headings = new Map(header.columns.map(({ column, heading }) => [column, heading]));
  return [...seen].flatMap((field): Column[] => {
    const part = procedureOf(field)?.part ?? "";
    const column = steps.parts.find((each) => each.part === part)?.column;
    if (column === undefined) return [];
    return [{ column, heading: headings.get(column) ?? "", field, unit: null, unitInForce: null }];
  });
}
