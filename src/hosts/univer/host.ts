/** The door to the workbench's spreadsheet engine, over its facade; only types come from the engine, so that no pane ever carries it. */
import type { ICellData, Nullable } from "@univerjs/core";
import { cellName, parseCellName } from "../../sheet/address";
import type { Edit } from "../../sheet/edit";
import type { Ability, Host, WriteOutcome } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import { sameValue } from "../sameValue";
import { freeSheetName } from "../sheetName";
import { formatIn, shownCell } from "./cells";
import type { UniverEngine } from "./engine";
import { markCell, unmarkCell, type KeptMark } from "./marks";
import { readGrid } from "./read";
import { quietly, watch } from "./watch";
import { bySheet, newSheetData, writeCells } from "./write";

export interface UniverHostOptions {
  readonly fileName: () => string | null;
  /** Notes of the open file, by the keys under which the file keeps them; whoever saves it writes them into it. */
  readonly notes: Map<string, string>;
  /** A note has changed: the file is to be saved. */
  readonly onNote?: () => void;
  /** The open file knows texts only (.csv): a number that is one is nobody's fault. */
  readonly untyped?: boolean;
}

export interface EngineCell {
  /** With "="; "" where the cell holds none. */
  readonly formula: string;
  /** An array formula elsewhere fills this cell. */
  readonly spilled: boolean;
}

export interface UniverHost extends Host {
  /** What stands in a cell besides its value. Rows 1-based, columns 0-based. */
  cell(sheet: string, row: number, column: number): EngineCell;
}

const ABILITIES: ReadonlySet<Ability> = new Set([
  "watch",
  "goTo",
  "mark",
  "addSheet",
  "notes",
  "functions",
  "selection",
]);

export function univerHost(engine: UniverEngine, options: UniverHostOptions): UniverHost {
  const { api } = engine;
  const quiet = quietly();
  const { silently } = quiet;
  let marks: KeptMark[] = [];

  const book = () => {
    const workbook = api.getActiveWorkbook();
    if (!workbook) throw new HostFailure("failed", "no workbook is open");
    return workbook;
  };
  const find = (name: string) => book().getSheetByName(name);
  const need = (name: string) => {
    const sheet = find(name);
    if (!sheet) throw new HostFailure("noSheet", name);
    return sheet;
  };

  const formatOf = (data: Nullable<ICellData>): string | null => formatIn(engine, data);

  const refusal = (edit: Edit): WriteOutcome | null => {
    const place = parseCellName(edit.at);
    const sheet = find(edit.sheet);
    if (!place || !sheet) return { written: false, reason: "failed", at: edit.at };
    const { data, value } = shownCell(engine, sheet.getSheet(), place.row, place.column);
    const holdsFormula = Boolean(data?.f ?? data?.si);
    if (holdsFormula || !sameValue(value, edit.was)) {
      return { written: false, reason: "changed", at: edit.at };
    }
    return null;
  };

  return {
    can: (ability) => ABILITIES.has(ability),
    fileName: () => Promise.resolve(options.fileName()),
    sheets: () =>
      Promise.resolve(
        book()
          .getSheets()
          .map((sheet) => ({ name: sheet.getSheetName(), hidden: sheet.isSheetHidden() })),
      ),
    activeSheet: () => Promise.resolve(book().getActiveSheet().getSheetName()),

    async read(name, readOptions) {
      const sheet = need(name).getSheet();
      if (readOptions?.signal?.aborted === true) throw new HostFailure("aborted", "");
      const formats = new Map<string, string | null>();
      const styled = (data: Nullable<ICellData>): string | null => {
        if (!data?.s) return null;
        if (typeof data.s !== "string") return formatOf(data);
        let format = formats.get(data.s);
        if (format === undefined) formats.set(data.s, (format = formatOf(data)));
        return format;
      };
      const spilled = engine.spilled()[sheet.getUnitId()]?.[sheet.getSheetId()] ?? {};
      const grid = readGrid(name, sheet, spilled, styled, readOptions);
      return options.untyped === true ? { ...grid, untyped: true } : grid;
    },

    write(edits) {
      for (const edit of edits) {
        const refused = refusal(edit);
        if (refused) return Promise.resolve(refused);
      }
      silently(() => {
        for (const [name, wanted] of bySheet(edits)) writeCells(need(name), wanted);
      });
      return Promise.resolve({ written: true });
    },

    writeFormula({ sheet, at }, formula, over) {
      const place = parseCellName(at);
      const target = find(sheet);
      if (!place || !target) return Promise.resolve({ written: false, reason: "failed", at });
      const { data, value } = shownCell(engine, target.getSheet(), place.row, place.column);
      const isBlank = value === null && data?.f === undefined && data?.si === undefined;
      if (over === "blank" && !isBlank) return Promise.resolve({ written: false, reason: "changed", at });
      // Unlike a fix, its result is seen by the next check only because somebody asks: it is told like typing.
      target.getRange(place.row - 1, place.column).setValue({ f: formula, v: null, p: null });
      return Promise.resolve({ written: true });
    },

    goTo({ sheet, at }) {
      const place = parseCellName(at);
      if (!place) return Promise.reject(new Error(`no cell ${at}`));
      const target = need(sheet);
      silently(() => {
        if (book().getActiveSheet().getSheetName() !== sheet) book().setActiveSheet(target);
        target.getRange(place.row - 1, place.column).activate();
        // A little above and to the left, so that what belongs to the cell is in sight.
        target.scrollToCell(Math.max(0, place.row - 6), Math.max(0, place.column - 3));
      });
      return Promise.resolve();
    },
    selection() {
      const range = book().getActiveSheet().getActiveRange();
      if (!range) return Promise.resolve(null);
      return Promise.resolve({
        sheet: book().getActiveSheet().getSheetName(),
        at: cellName(range.getRow() + 1, range.getColumn()),
      });
    },

    watch: (listener) => watch(api, listener, quiet),

    addSheet(sheet) {
      const taken = book()
        .getSheets()
        .map((other) => other.getSheetName());
      const name = freeSheetName(sheet.name, taken);
      silently(() => {
        const active = book().getActiveSheet();
        book().insertSheet(name, { sheet: newSheetData(sheet) });
        book().setActiveSheet(active);
      });
      return Promise.resolve(name);
    },

    mark(places) {
      silently(() => {
        marks = [...marks, ...places.map((place) => markCell(need(place.sheet), place))];
      });
      return Promise.resolve();
    },
    clearMarks() {
      silently(() => {
        // Backwards, so that a cell that was marked twice gets its first fill again.
        for (const mark of [...marks].reverse()) unmarkCell(find(mark.sheet), mark);
      });
      marks = [];
      return Promise.resolve();
    },

    readNote: (key) => Promise.resolve(options.notes.get(key) ?? null),
    writeNote(key, text) {
      if (text === null) options.notes.delete(key);
      else options.notes.set(key, text);
      options.onNote?.();
      return Promise.resolve();
    },

    cell(name, row, column) {
      const sheet = need(name);
      const anchor = sheet
        .getSheet()
        .getCellMatrix()
        .getValue(row - 1, column);
      const own = Boolean(anchor?.f ?? anchor?.si);
      const { data } = shownCell(engine, sheet.getSheet(), row, column);
      return { formula: own ? sheet.getRange(row - 1, column).getFormula() : "", spilled: !own && data !== anchor };
    },
  };
}
