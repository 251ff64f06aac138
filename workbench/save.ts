/** Saves by patching: finds the cells that differ from the file as it was opened, and changes nothing else. */
import type { IWorkbookData } from "@univerjs/core";
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
import type { Area, Look, SheetLook } from "./xlsx/look";
import { newWorkbook, type ShownSheet } from "./xlsx/newWorkbook";

/** What is shown now. Rows 1-based, columns 0-based. */
export interface SaveSource {
  readonly host: Pick<Host, "read">;
  /** Sheets in the order of their tabs; `id` says which of the file they were. */
  sheets(): readonly { readonly id: string; readonly name: string }[];
  /** With "="; "" where the cell holds none. */
  formula(sheet: string, row: number, column: number): string;
  /** The area that the formula of a cell fills, where it fills more than the cell. */
  fills(sheet: string, row: number, column: number): Area | null;
}

interface Before {
  readonly values: ReadonlyMap<string, CellValue>;
  readonly formulas: ReadonlyMap<string, string>;
  readonly arrays: readonly Area[];
}

interface Now {
  readonly put: CellValue;
  readonly formula: string;
  readonly fills: Area | null;
}

const NOTHING: Before = { values: new Map(), formulas: new Map(), arrays: [] };

/** The whole file with what was edited. */
export async function savedBytes(opened: Opened, source: SaveSource): Promise<Uint8Array> {
  const patches: CellPatch[] = [];
  let { bytes } = opened;
  for (const { id, name } of source.sheets()) {
    const before = opened.workbook.sheets.find((_, place) => sheetId(place) === id);
    const after = valuesOf(await source.host.read(name));
    if (!before) bytes = addSheetTo(bytes, { name, cells: [] });
    const old = before ? beforeOf(before, opened.look) : NOTHING;
    patches.push(...changes(before?.name ?? name, old, after, source, name));
  }
  const patched = patchWorkbook(bytes, patches);
  return sameNotes(opened) ? patched : withNotes(patched, opened.notes);
}

/** All that is shown, as a workbook of its own: where the file cannot be patched, since its rows or columns stand elsewhere now. */
export async function newWorkbookBytes(opened: Opened, source: SaveSource, data: IWorkbookData): Promise<Uint8Array> {
  const sheets: ShownSheet[] = [];
  for (const { id, name } of source.sheets()) {
    sheets.push({
      id,
      sheet: await source.host.read(name),
      formula: (row, column) => source.formula(name, row, column),
      fills: (row, column) => source.fills(name, row, column),
    });
  }
  const bytes = await newWorkbook(sheets, data);
  return opened.notes.size === 0 ? bytes : withNotes(bytes, opened.notes);
}

function beforeOf(sheet: Sheet, look: Look | null): Before {
  const own = look?.sheets.find((candidate) => candidate.name === sheet.name) ?? null;
  return { values: valuesOf(sheet), formulas: formulasOf(own), arrays: own?.arrays ?? [] };
}

/** `sheet` is the name in the file, `name` the one it has now. */
function changes(
  sheet: string,
  old: Before,
  after: ReadonlyMap<string, CellValue>,
  source: SaveSource,
  name: string,
): CellPatch[] {
  const patches: CellPatch[] = [];
  for (const at of new Set([...old.values.keys(), ...old.formulas.keys(), ...after.keys()])) {
    const [row, column] = at.split(" ").map(Number) as [number, number];
    const formula = source.formula(name, row, column);
    const fills = formula === "" ? null : source.fills(name, row, column);
    const change = changeOf(old, { put: after.get(at) ?? null, formula, fills }, at);
    if (change) patches.push({ ...change, sheet, at: cellName(row, column) });
  }
  return patches;
}

function changeOf(old: Before, { put, formula, fills }: Now, at: string): Omit<CellPatch, "sheet" | "at"> | null {
  const was = old.values.get(at) ?? null;
  const before = old.formulas.get(at) ?? "";
  const same = sameValue(was, put);
  if (before !== "" && isKept(before, formula, same) && isFilled(old, fills))
    return same ? null : { put, formula: "keep" };
  if (formula === "") return same && before === "" ? null : { put };
  return { put, formula: storedFormula(formula), ...(fills ? { fills: areaName(fills) } : {}) };
}

/** A formula that reaches into other workbooks is not shown as one; it stays as long as its value does. */
function isKept(before: string, formula: string, same: boolean): boolean {
  return formula === "" ? reachesOutside(before) && same : typedFormula(before) === formula;
}

function isFilled(old: Before, fills: Area | null): boolean {
  return !fills || old.arrays.some((area) => areaName(area) === areaName(fills));
}

function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
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

function sameNotes(opened: Opened): boolean {
  const { savedNotes, notes } = opened;
  return savedNotes.size === notes.size && [...notes].every(([key, text]) => savedNotes.get(key) === text);
}
