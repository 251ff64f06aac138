/** The workbench's own engine as the workbook behind office.js: what the add-in asks is asked of the sheet that stands on the page. */
import type { ICellData, IObjectMatrixPrimitiveType, IRange } from "@univerjs/core";
import { shownCell } from "../../src/hosts/univer/cells";
import { CellError, SerialDay } from "../../src/sheet/cell";
import type { Merge } from "../../src/sheet/sheet";
import type { Engine } from "../engine";
import type { SheetStore, WorkbookStore } from "../sheetStore";

type Plain = string | number | boolean;
type FacadeBook = NonNullable<ReturnType<Engine["api"]["getActiveWorkbook"]>>;
type FacadeSheet = ReturnType<FacadeBook["getActiveSheet"]>;

const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;

export interface EngineBookOptions {
  readonly engine: Engine;
  readonly fileName: string;
  /** XML parts of the workbook by their ids. */
  readonly xmlParts: Map<string, string>;
  /** Runs a change of the add-in's own. */
  readonly silently: (change: () => void) => void;
}

export class EngineBook implements WorkbookStore {
  readonly name: string;
  readonly xmlParts: Map<string, string>;
  private readonly known = new Map<string, EngineSheet>();

  constructor(private readonly options: EngineBookOptions) {
    this.name = options.fileName;
    this.xmlParts = options.xmlParts;
  }

  sheets(): readonly EngineSheet[] {
    return this.book.getSheets().map((sheet) => this.of(sheet));
  }

  active(): EngineSheet {
    return this.of(this.book.getActiveSheet());
  }

  activate(sheet: SheetStore): void {
    const target = this.book.getSheetBySheetId(sheet.id);
    if (target && this.active() !== sheet) this.change(() => this.book.setActiveSheet(target));
  }

  add(name: string): EngineSheet {
    const before = this.book.getActiveSheet();
    let added: FacadeSheet = before;
    this.change(() => {
      added = this.book.insertSheet(name);
      // Excel adds a sheet without going to it.
      this.book.setActiveSheet(before);
    });
    return this.of(added);
  }

  get selected(): { sheet: SheetStore; area: Merge } {
    const sheet = this.book.getActiveSheet();
    const range = sheet.getActiveRange();
    return {
      sheet: this.of(sheet),
      area: range ? mergeOf(range.getRange()) : { top: 1, left: 0, bottom: 1, right: 0 },
    };
  }
  set selected({ sheet, area }: { sheet: SheetStore; area: Merge }) {
    const target = this.book.getSheetBySheetId(sheet.id);
    if (!target) return;
    this.change(() => {
      target.getRange(area.top - 1, area.left, area.bottom - area.top + 1, area.right - area.left + 1).activate();
      target.scrollToCell(Math.max(0, area.top - 6), Math.max(0, area.left - 3));
    });
  }

  calculate(): void {
    this.options.engine.recalculate();
  }

  /** What was put since is given to the engine: one write a sheet is one step of its undo. */
  flush(): void {
    for (const sheet of this.known.values()) sheet.flush();
  }

  private get book(): FacadeBook {
    const book = this.options.engine.api.getActiveWorkbook();
    if (!book) throw new Error("no workbook is open");
    return book;
  }

  private of(facade: FacadeSheet): EngineSheet {
    const id = facade.getSheetId();
    let sheet = this.known.get(id);
    if (!sheet) this.known.set(id, (sheet = new EngineSheet(this.options, facade)));
    return sheet;
  }

  private change(work: () => void): void {
    this.flush();
    this.options.silently(work);
  }
}

class EngineSheet implements SheetStore {
  readonly protected = false;
  private waiting: IObjectMatrixPrimitiveType<ICellData> = {};
  private isWaiting = false;

  constructor(
    private readonly options: EngineBookOptions,
    private readonly facade: FacadeSheet,
  ) {}

  get id(): string {
    return this.facade.getSheetId();
  }
  get name(): string {
    return this.facade.getSheetName();
  }
  get visibility(): "Visible" | "Hidden" {
    return this.facade.isSheetHidden() ? "Hidden" : "Visible";
  }

  value(row: number, column: number): Plain {
    const { value } = this.shown(row, column);
    if (value === null) return "";
    if (value instanceof SerialDay) return value.serial;
    return value instanceof CellError ? value.code : value;
  }

  formula(row: number, column: number): string {
    this.flush();
    return this.facade.getRange(row - 1, column).getFormula();
  }

  format(row: number, column: number): string {
    return this.shown(row, column).format ?? "General";
  }

  put(row: number, column: number, value: Plain): void {
    this.later(row, column, { ...cellData(value), f: null, si: null, p: null });
  }

  putFormula(row: number, column: number, formula: string): void {
    this.later(row, column, { f: formula, v: null, p: null });
  }

  putFormat(row: number, column: number, format: string): void {
    this.later(row, column, { s: { n: { pattern: format } } });
  }

  used(): Merge | null {
    let box: Merge | null = null;
    const take = (row: number, column: number): void => {
      if (this.value(row, column) === "") return;
      box = {
        top: Math.min(box?.top ?? row, row),
        left: Math.min(box?.left ?? column, column),
        bottom: Math.max(box?.bottom ?? row, row),
        right: Math.max(box?.right ?? column, column),
      };
    };
    this.flush();
    this.facade
      .getSheet()
      .getCellMatrix()
      .forValue((row, column) => take(row + 1, column));
    const spilled = this.options.engine.spilled()[this.facade.getSheet().getUnitId()]?.[this.id] ?? {};
    for (const [row, line] of Object.entries(spilled))
      for (const column of Object.keys(line ?? {})) take(Number(row) + 1, Number(column));
    return box;
  }

  merges(): readonly Merge[] {
    return this.facade.getSheet().getMergeData().map(mergeOf);
  }

  formulaCells(): readonly { row: number; column: number }[] {
    this.flush();
    const found: { row: number; column: number }[] = [];
    this.facade
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, data) => {
        if (data?.f ?? data?.si) found.push({ row: row + 1, column });
      });
    return found;
  }

  isRowHidden(row: number): boolean {
    return !this.facade.getSheet().getRowVisible(row - 1);
  }
  isColumnHidden(column: number): boolean {
    return !this.facade.getSheet().getColVisible(column);
  }

  flush(): void {
    if (!this.isWaiting) return;
    const cells = this.waiting;
    this.waiting = {};
    this.isWaiting = false;
    const rows = Object.keys(cells).map(Number);
    const columns = Object.values(cells).flatMap((line) => Object.keys(line).map(Number));
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    this.options.silently(() => {
      if (this.facade.getMaxRows() <= bottom) this.facade.setRowCount(bottom + 1);
      if (this.facade.getMaxColumns() <= right) this.facade.setColumnCount(right + 1);
      this.facade.getRange(top, left, bottom - top + 1, right - left + 1).setValues(cells);
    });
  }

  private shown(row: number, column: number): ReturnType<typeof shownCell> {
    this.flush();
    return shownCell(this.options.engine, this.facade.getSheet(), row, column);
  }

  /** A format and a value that are put into the same cell are one change of it. */
  private later(row: number, column: number, data: ICellData): void {
    const line = (this.waiting[row - 1] ??= {});
    line[column] = { ...line[column], ...data };
    this.isWaiting = true;
  }
}

function cellData(value: Plain): ICellData {
  if (value === "") return { v: null, t: null };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value, t: typeof value === "number" ? NUMBER : STRING };
}

function mergeOf({ startRow, endRow, startColumn, endColumn }: IRange): Merge {
  return { top: startRow + 1, bottom: endRow + 1, left: startColumn, right: endColumn };
}
