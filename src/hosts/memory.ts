/** A host that is nothing but memory: for tests, for what has no program to show it, and as the plainest example of a host. */
import { type CellValue, isBlankCell } from "../sheet/cell";
import { parseCellName } from "../sheet/address";
import type { Edit } from "../sheet/edit";
import { type GridOptions, gridSheet } from "../sheet/grid";
import type { Ability, CellPlace, Host, HostChange, WriteOutcome } from "../sheet/host";
import { HostFailure } from "../sheet/hostFailure";
import type { Sheet } from "../sheet/sheet";
import { sameValue } from "./sameValue";
import { freeSheetName } from "./sheetName";

export interface MemorySheet extends GridOptions {
  readonly name: string;
  /** `cells[0]` is sheet row 1; copied. */
  readonly cells: readonly (readonly CellValue[])[];
  /** Writes are refused. */
  readonly protected?: boolean;
}

export interface MemoryOptions {
  readonly fileName?: string | null;
  readonly sheets: readonly MemorySheet[];
  /** Texts kept inside the workbook from before. */
  readonly notes?: Readonly<Record<string, string>>;
  /** What this host says that it cannot do. */
  readonly cannot?: readonly Ability[];
}

export interface CellMark extends CellPlace {
  readonly severity: "error" | "warning" | "hint";
  readonly note: string;
}

/** What a person does at the program, and what a person would see there. */
export interface MemoryHost extends Host {
  /** Types into a cell as the user: watchers are told. */
  type(sheet: string, at: string, value: CellValue): void;
  /** Selects as the user; null for nothing. */
  select(place: CellPlace | null): void;
  value(sheet: string, at: string): CellValue;
  marks(): readonly CellMark[];
}

export function memoryHost(options: MemoryOptions): MemoryHost {
  const sheets = options.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((row) => [...row]) }));
  const cannot = new Set(options.cannot ?? ["functions", "closePane"]);
  const notes = new Map(Object.entries(options.notes ?? {}));
  const listeners = new Set<(change: HostChange) => void>();
  let marks: readonly CellMark[] = [];
  let active = sheets.find((sheet) => sheet.hidden !== true)?.name ?? sheets[0]?.name ?? "";
  let selected: CellPlace | null = null;

  const find = (name: string) => sheets.find((sheet) => sheet.name === name);
  const valueAt = (sheet: string, at: string): CellValue => {
    const place = parseCellName(at);
    return (place && find(sheet)?.cells[place.row - 1]?.[place.column]) ?? null;
  };
  const put = (sheet: string, at: string, value: CellValue) => {
    const place = parseCellName(at);
    const rows = find(sheet)?.cells;
    if (!place || !rows) return;
    while (rows.length < place.row) rows.push([]);
    const row = rows[place.row - 1] as CellValue[];
    while (row.length <= place.column) row.push(null);
    row[place.column] = isBlankCell(value) ? null : value;
  };
  const refusal = (edit: Edit): WriteOutcome | null => {
    const sheet = find(edit.sheet);
    if (!sheet || !parseCellName(edit.at)) return { written: false, reason: "failed", at: edit.at };
    if (sheet.protected === true) return { written: false, reason: "protected", at: edit.at };
    if (!sameValue(valueAt(edit.sheet, edit.at), edit.was)) return { written: false, reason: "changed", at: edit.at };
    return null;
  };

  return {
    can: (ability) => !cannot.has(ability),
    fileName: () => Promise.resolve(options.fileName ?? null),
    sheets: () => Promise.resolve(sheets.map(({ name, hidden }) => ({ name, hidden: hidden ?? false }))),
    activeSheet: () => Promise.resolve(active),

    read(name, readOptions) {
      const sheet = find(name);
      if (!sheet) return Promise.reject(new HostFailure("noSheet", name));
      if (readOptions?.signal?.aborted === true) return Promise.reject(new HostFailure("aborted", ""));
      readOptions?.onProgress?.(sheet.cells.length, sheet.cells.length);
      // A copy: what was read stays as it was when it was read.
      const copy: Sheet = gridSheet(
        name,
        sheet.cells.map((row) => [...row]),
        sheet,
      );
      return Promise.resolve(copy);
    },

    write(edits) {
      for (const edit of edits) {
        const refused = refusal(edit);
        if (refused) return Promise.resolve(refused);
      }
      for (const edit of edits) put(edit.sheet, edit.at, edit.put);
      return Promise.resolve({ written: true });
    },

    goTo(place) {
      if (!find(place.sheet)) return Promise.reject(new HostFailure("noSheet", place.sheet));
      active = place.sheet;
      selected = { sheet: place.sheet, at: place.at };
      return Promise.resolve();
    },
    selection: () => Promise.resolve(selected),

    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    addSheet(sheet) {
      const name = freeSheetName(
        sheet.name,
        sheets.map((other) => other.name),
      );
      sheets.push({ name, cells: sheet.cells.map((row) => [...row]) });
      return Promise.resolve(name);
    },

    mark(places) {
      marks = [...marks, ...places.map(({ sheet, at, severity, note }) => ({ sheet, at, severity, note }))];
      return Promise.resolve();
    },
    clearMarks() {
      marks = [];
      return Promise.resolve();
    },

    readNote: (key) => Promise.resolve(notes.get(key) ?? null),
    writeNote(key, text) {
      if (text === null) notes.delete(key);
      else notes.set(key, text);
      return Promise.resolve();
    },

    type(sheet, at, value) {
      put(sheet, at, value);
      for (const listener of [...listeners]) listener({ sheet, at });
    },
    select(place) {
      selected = place;
      if (place) active = place.sheet;
    },
    value: valueAt,
    marks: () => marks,
  };
}
