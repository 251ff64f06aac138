/** The door to the workbench's spreadsheet engine, over its facade; only types come from the engine, so that no pane ever carries it. */
import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { cellName, parseCellName } from "../../sheet/address";
import { isBlankCell, Mark, SerialDay, CellError, type CellValue } from "../../sheet/cell";
import type { Edit } from "../../sheet/edit";
import { gridSheet } from "../../sheet/grid";
import type { Ability, CellPlace, Host, HostChange, NewSheet, WriteOutcome } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import type { Merge, Sheet } from "../../sheet/sheet";
import { fromExcel, markOfFormat } from "../excel/values";
import { sameValue } from "../sameValue";
import { freeSheetName } from "../sheetName";

type Spilled = Record<string, Nullable<Record<string, Nullable<IObjectMatrixPrimitiveType<Nullable<ICellData>>>>>>;

export interface UniverEngine {
  readonly api: FUniver;
  /** Results that array formulas have spilled: by workbook, sheet, row and column. */
  spilled(): Spilled;
}

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
const FILLS = { error: "#FFC7CE", warning: "#FFEB9C", hint: "#DDEBF7" } as const;
/** Changes that come together (a paste, a recalculation) are told once. */
const TOGETHER = 50;
/** Formulas that hang on a write of ours are computed within this time. */
const AFTERMATH = 400;

/** Mutations after which cells stand elsewhere or hold something else, besides changed values. */
const STRUCTURE =
  /^sheet\.mutation\.(insert-|remove-|move-|reorder-|add-worksheet-merge|remove-worksheet-merge|set-row-visible|set-row-hidden|set-col-visible|set-col-hidden)/;

export function univerHost(engine: UniverEngine, options: UniverHostOptions): UniverHost {
  const { api } = engine;
  let ownWrites = 0;
  /** Until then the engine may still be telling of formulas that follow a write of ours. */
  let quietUntil = 0;
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
  const silently = <T>(work: () => T): T => {
    ownWrites++;
    try {
      return work();
    } finally {
      ownWrites--;
      quietUntil = performance.now() + AFTERMATH;
    }
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

    watch(listener) {
      let heard: HostChange | null = null;
      let timer: ReturnType<typeof setTimeout> | null = null;
      const tell = (change: HostChange): void => {
        heard = heard ? { sheet: heard.sheet === change.sheet ? change.sheet : null, at: null } : change;
        timer ??= setTimeout(() => {
          const told = heard;
          timer = heard = null;
          if (told) listener(told);
        }, TOGETHER);
      };
      const stops = [
        api.addEvent(api.Event.SheetValueChanged, ({ effectedRanges, payload }) => {
          if (ownWrites > 0 || (isResult(payload) && performance.now() < quietUntil)) return;
          const [first] = effectedRanges;
          const alone = effectedRanges.length === 1 ? (first?.getA1Notation() ?? null) : null;
          tell({ sheet: first?.getSheetName() ?? null, at: alone });
        }),
        api.addEvent(api.Event.ActiveSheetChanged, () => {
          if (ownWrites === 0) tell({ sheet: null, at: null });
        }),
        api.addEvent(api.Event.CommandExecuted, ({ id }) => {
          if (ownWrites === 0 && STRUCTURE.test(id)) tell({ sheet: null, at: null });
        }),
      ];
      return () => {
        if (timer !== null) clearTimeout(timer);
        for (const stop of stops) stop.dispose();
      };
    },

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

type FacadeSheet = NonNullable<ReturnType<NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>["getSheetByName"]>>;

const BOOLEAN = 3;

/** The engine writes the results of formulas by a mutation of its own, not by a command of the user's. */
export function isResult(payload: { readonly params?: unknown; readonly id: string }): boolean {
  const params = payload.params as { readonly trigger?: string } | undefined;
  return params?.trigger === undefined || params.trigger.includes("formula");
}

export interface ShownCell {
  readonly data: Nullable<ICellData>;
  readonly value: CellValue;
  /** Its number format. */
  readonly format: string | null;
}

/** What stands in a cell, be it its own or spilled into it. Row 1-based, column 0-based. */
export function shownCell(engine: UniverEngine, sheet: Worksheet, row: number, column: number): ShownCell {
  const own = sheet.getCellMatrix().getValue(row - 1, column);
  const spilled = engine.spilled()[sheet.getUnitId()]?.[sheet.getSheetId()]?.[row - 1]?.[column];
  const data = spilled && own?.f === undefined && own?.si === undefined ? { ...own, ...spilled } : own;
  const format = formatIn(engine, own);
  return { data, value: meant(data, format), format };
}

function formatIn(engine: UniverEngine, data: Nullable<ICellData>): string | null {
  if (!data?.s) return null;
  const styles = engine.api.getActiveWorkbook()?.getWorkbook().getStyles();
  return styles?.getStyleByCell(data)?.n?.pattern ?? null;
}

function meant(data: Nullable<ICellData>, format: string | null): CellValue {
  const value = data?.v;
  if (value === undefined || value === null || value === "") return richText(data);
  if (data?.t === BOOLEAN) return value === 1 || value === true || value === "TRUE";
  return fromExcel(value, format, false);
}

/** A cell that was typed with line breaks or styled pieces holds a small document. */
function richText(data: Nullable<ICellData>): CellValue {
  const text = data?.p?.body?.dataStream;
  if (text === undefined) return null;
  const plain = text.replace(/\r\n$/, "").replace(/\r/g, "\n").trim();
  return plain === "" ? null : plain;
}

function readGrid(
  name: string,
  sheet: Worksheet,
  spilled: IObjectMatrixPrimitiveType<Nullable<ICellData>>,
  formatOf: (data: Nullable<ICellData>) => string | null,
  options: Parameters<Host["read"]>[1],
): Sheet {
  const cells: CellValue[][] = [];
  const marks = new Map<number, Uint8Array>();
  const put = (row: number, column: number, data: Nullable<ICellData>, format: string | null): void => {
    const value = meant(data, format);
    const bits = (data?.f ?? data?.si) ? Mark.formula : 0;
    if (value === null && bits === 0) return;
    while (cells.length <= row) cells.push([]);
    const line = cells[row] as CellValue[];
    while (line.length <= column) line.push(null);
    line[column] = value;
    const shown = bits | (format === null ? 0 : markOfFormat(format));
    if (shown === 0) return;
    const old = marks.get(row + 1);
    const kept = old && old.length > column ? old : new Uint8Array(column + 16);
    if (old && kept !== old) kept.set(old);
    kept[column] = shown;
    marks.set(row + 1, kept);
  };
  sheet.getCellMatrix().forValue((row, column, data) => {
    put(row, column, data, formatOf(data));
  });
  for (const [row, line] of Object.entries(spilled)) {
    for (const [column, data] of Object.entries(line as Record<string, ICellData>)) {
      const anchor = sheet.getCellMatrix().getValue(Number(row), Number(column));
      if (anchor?.f === undefined) put(Number(row), Number(column), { ...data, f: "=" }, null);
    }
  }
  options?.onProgress?.(cells.length, cells.length);
  return gridSheet(name, cells, {
    hidden: sheet.isSheetHidden() === 1,
    marks,
    merges: sheet.getMergeData().map(mergeOf),
    hiddenRows: lines(sheet.getHiddenRows(), ({ startRow, endRow }) => [startRow + 1, endRow + 1]),
    hiddenColumns: lines(sheet.getHiddenCols(), ({ startColumn, endColumn }) => [startColumn, endColumn]),
  });
}

function mergeOf({ startRow, endRow, startColumn, endColumn }: IRange): Merge {
  return { top: startRow + 1, bottom: endRow + 1, left: startColumn, right: endColumn };
}

function lines(ranges: readonly IRange[], ends: (range: IRange) => [number, number]): Set<number> {
  const all = new Set<number>();
  for (const range of ranges) {
    const [from, to] = ends(range);
    for (let index = from; index <= to; index++) all.add(index);
  }
  return all;
}

function bySheet(edits: readonly Edit[]): Map<string, Edit[]> {
  const sheets = new Map<string, Edit[]>();
  for (const edit of edits) {
    const list = sheets.get(edit.sheet) ?? [];
    list.push(edit);
    sheets.set(edit.sheet, list);
  }
  return sheets;
}

/** One sparse write is one step of the engine's undo, and a thousand times faster than a write a cell. */
function writeCells(sheet: FacadeSheet, edits: readonly Edit[]): void {
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  const box = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { at, put } of edits) {
    const place = parseCellName(at);
    if (!place) continue;
    const [row, column] = [place.row - 1, place.column];
    (matrix[row] ??= {})[column] = cellFor(sheet, row, column, put);
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row);
    box.right = Math.max(box.right, column);
  }
  growTo(sheet, box.bottom + 1, box.right + 1);
  sheet.getRange(box.top, box.left, box.bottom - box.top + 1, box.right - box.left + 1).setValues(matrix);
}

function growTo(sheet: FacadeSheet, rows: number, columns: number): void {
  if (sheet.getMaxRows() < rows) sheet.setRowCount(rows);
  if (sheet.getMaxColumns() < columns) sheet.setColumnCount(columns);
}

/** A number that is put where text stood is to look like one: the text format would keep it to the left. */
function cellFor(sheet: FacadeSheet, row: number, column: number, put: CellValue): ICellData {
  const data = cellData(put);
  const pattern = typeof put === "number" ? sheet.getRange(row, column).getNumberFormat() : "";
  return pattern === "@" ? { ...data, s: { n: { pattern: "General" } } } : data;
}

const STRING = 1;
const NUMBER = 2;

function cellData(value: CellValue): ICellData {
  if (isBlankCell(value)) return { v: null, t: null, f: null, p: null };
  if (value instanceof SerialDay) return { v: value.serial, t: NUMBER, s: { n: { pattern: "yyyy-mm-dd" } } };
  if (value instanceof CellError) return { v: value.code, t: STRING };
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value, t: STRING, p: null };
}

function newSheetData(sheet: NewSheet) {
  const cellDatas: Record<number, Record<number, ICellData>> = {};
  sheet.cells.forEach((row, index) => {
    const line: Record<number, ICellData> = {};
    row.forEach((value, column) => {
      if (!isBlankCell(value)) line[column] = cellData(value);
    });
    cellDatas[index] = line;
  });
  const columnData: Record<number, { w: number }> = {};
  sheet.widths?.forEach((characters, column) => (columnData[column] = { w: Math.round(characters * 8 + 12) }));
  const frozen = sheet.frozenRows ?? 0;
  return {
    cellData: cellDatas,
    columnData,
    rowCount: Math.max(sheet.cells.length + 20, 100),
    ...(frozen > 0 ? { freeze: { xSplit: 0, ySplit: frozen, startRow: frozen, startColumn: -1 } } : {}),
  };
}

interface KeptMark {
  readonly sheet: string;
  readonly at: string;
  /** The fill that the user had given the cell. */
  readonly before: string | null;
}

function markCell(sheet: FacadeSheet, place: CellPlace & { severity: keyof typeof FILLS }): KeptMark {
  const range = sheet.getRange(place.at);
  const before = range.getCellStyle()?.background?.rgb ?? null;
  fill(sheet, place.at, FILLS[place.severity]);
  return { sheet: place.sheet, at: place.at, before };
}

function unmarkCell(sheet: FacadeSheet | null, { at, before }: KeptMark): void {
  if (sheet) fill(sheet, at, before);
}

/** Only the fill: whatever else the cell's style says stays. */
function fill(sheet: FacadeSheet, at: string, rgb: string | null): void {
  const place = parseCellName(at);
  if (!place) return;
  const data: ICellData = { s: { bg: rgb === null ? null : { rgb } } };
  sheet.getRange(at).setValues({ [place.row - 1]: { [place.column]: data } });
}
