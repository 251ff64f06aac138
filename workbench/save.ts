/** Saves by patching: finds the cells that differ from the file as it was opened, and changes nothing else. */
import { addSheetTo, withNotes } from "../src/hosts/file/additions";
import { patchWorkbook, type CellPatch } from "../src/hosts/file/patch";
import { sameValue } from "../src/hosts/sameValue";
import { cellName } from "../src/sheet/address";
import { SerialDay, type CellValue } from "../src/sheet/cell";
import type { Host } from "../src/sheet/host";
import type { Sheet } from "../src/sheet/sheet";
import type { Opened } from "./opened";
import { DAYS_1904, sheetId } from "./xlsx/data";
import { reachesOutside, storedFormula, typedFormula } from "./xlsx/functionNames";
import type { SheetLook } from "./xlsx/look";

/** A cell as it stands in the engine. Rows 1-based, columns 0-based. */
export interface EngineCell {
  /** With "="; "" where the cell holds none. */
  readonly formula: string;
  /** A formula elsewhere fills this cell. */
  readonly spilled: boolean;
}

export interface SaveSource {
  readonly host: Pick<Host, "read">;
  /** Sheets in the order of their tabs; `id` says which of the file they were. */
  sheets(): readonly { readonly id: string; readonly name: string }[];
  cell(sheet: string, row: number, column: number): EngineCell;
}

interface Grid {
  readonly values: ReadonlyMap<string, CellValue>;
  readonly formulas: ReadonlyMap<string, string>;
}

/** The whole file with what was edited. */
export async function savedBytes(opened: Opened, source: SaveSource): Promise<Uint8Array> {
  const patches: CellPatch[] = [];
  const added: Sheet[] = [];
  for (const { id, name } of source.sheets()) {
    const index = opened.workbook.sheets.findIndex((_, place) => sheetId(place) === id);
    const before = opened.workbook.sheets[index];
    const after = await source.host.read(name);
    if (!before) added.push(after);
    else
      patches.push(
        ...changes(before, lookOf(opened, before.name), after, (row, column) => source.cell(name, row, column)),
      );
  }
  let bytes = patchWorkbook(opened.bytes, patches);
  for (const sheet of added) bytes = addSheetTo(bytes, { name: sheet.name, cells: rowsOf(sheet) });
  return sameNotes(opened) ? bytes : withNotes(bytes, opened.notes);
}

function lookOf(opened: Opened, name: string): SheetLook | null {
  return opened.look?.sheets.find((sheet) => sheet.name === name) ?? null;
}

function changes(
  before: Sheet,
  look: SheetLook | null,
  after: Sheet,
  cellAt: (row: number, column: number) => EngineCell,
): CellPatch[] {
  const old: Grid = { values: valuesOf(before), formulas: formulasOf(look) };
  const now = valuesOf(after);
  const patches: CellPatch[] = [];
  const places = new Set([...old.values.keys(), ...old.formulas.keys(), ...now.keys()]);
  for (const at of places) {
    const [row, column] = at.split(" ").map(Number) as [number, number];
    const patch = changeOf(old, now.get(at) ?? null, at, cellAt(row, column), isSpillOfFile(look, row, column));
    if (patch) patches.push({ ...patch, sheet: before.name, at: cellName(row, column) });
  }
  return patches;
}

function changeOf(
  old: Grid,
  put: CellValue,
  at: string,
  cell: EngineCell,
  spillOfFile: boolean,
): Pick<CellPatch, "put" | "formula"> | null {
  // What a formula fills belongs to the formula, unless the file keeps its results too.
  if (cell.spilled && !spillOfFile) return null;
  const was = old.values.get(at) ?? null;
  const before = old.formulas.get(at) ?? "";
  const keptFormula =
    before !== "" &&
    (cell.formula === "" ? reachesOutside(before) && sameValue(was, put) : typedFormula(before) === cell.formula);
  if (keptFormula) return sameValue(was, put) ? null : { put, formula: "keep" };
  if (cell.formula !== "") return { put, formula: storedFormula(cell.formula) };
  return before === "" && sameValue(was, put) ? null : { put };
}

/** By "row column"; days in the 1900 system, as the engine counts them. */
function valuesOf(sheet: Sheet): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const block of sheet.blocks()) {
    for (const { row, cells } of block) {
      cells.forEach((value, column) => {
        if (value !== null && value !== "") values.set(`${String(row)} ${String(column)}`, in1900(value));
      });
    }
  }
  return values;
}

function in1900(value: CellValue): CellValue {
  return value instanceof SerialDay && value.date1904 ? new SerialDay(value.serial + DAYS_1904, false) : value;
}

function formulasOf(look: SheetLook | null): Map<string, string> {
  const formulas = new Map<string, string>();
  for (const { row, cells } of look?.rows ?? []) {
    for (const { column, formula } of cells)
      if (formula !== null) formulas.set(`${String(row)} ${String(column)}`, formula);
  }
  return formulas;
}

function isSpillOfFile(look: SheetLook | null, row: number, column: number): boolean {
  return (look?.arrays ?? []).some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}

function rowsOf(sheet: Sheet): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const block of sheet.blocks()) {
    for (const { row, cells } of block) {
      while (rows.length < row) rows.push([]);
      rows[row - 1] = [...cells];
    }
  }
  return rows;
}

function sameNotes(opened: Opened): boolean {
  const { savedNotes, notes } = opened;
  return savedNotes.size === notes.size && [...notes].every(([key, text]) => savedNotes.get(key) === text);
}
