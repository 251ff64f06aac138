/** A workbook store that is nothing but memory, for running the genuine office.js without Excel. */
import type { SheetStore, WorkbookStore } from "../../workbench/sheetStore";
import { CellError, SerialDay, type CellValue } from "../../src/sheet/cell";
import { parseCellName } from "../../src/sheet/address";
import type { Merge } from "../../src/sheet/sheet";

export interface StoredSheet {
  readonly name: string;
  readonly hidden?: boolean;
  protected?: boolean;
  readonly cells: readonly (readonly CellValue[])[];
  readonly merges?: readonly Merge[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** A1 → formula; the value beside it is its cached result. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly formats?: Readonly<Record<string, string>>;
}

type Plain = string | number | boolean;

export class MemorySheetStore implements SheetStore {
  private readonly values: Plain[][];
  private readonly formulas = new Map<string, string>();
  private readonly formats = new Map<string, string>();
  protected: boolean;

  constructor(
    readonly id: string,
    private readonly sheet: StoredSheet,
  ) {
    this.protected = sheet.protected ?? false;
    this.values = sheet.cells.map((row) => row.map(plain));
    sheet.cells.forEach((row, index) =>
      row.forEach((value, column) => {
        if (value instanceof SerialDay) this.formats.set(key(index + 1, column), "yyyy/m/d");
      }),
    );
    for (const [at, formula] of Object.entries(sheet.formulas ?? {})) this.formulas.set(keyOf(at), formula);
    for (const [at, format] of Object.entries(sheet.formats ?? {})) this.formats.set(keyOf(at), format);
  }

  get name(): string {
    return this.sheet.name;
  }
  get visibility(): "Visible" | "Hidden" {
    return this.sheet.hidden ? "Hidden" : "Visible";
  }
  value(row: number, column: number): Plain {
    return this.values[row - 1]?.[column] ?? "";
  }
  formula(row: number, column: number): string {
    return this.formulas.get(key(row, column)) ?? "";
  }
  format(row: number, column: number): string {
    return this.formats.get(key(row, column)) ?? "General";
  }
  put(row: number, column: number, value: Plain): void {
    while (this.values.length < row) this.values.push([]);
    const line = this.values[row - 1] as Plain[];
    while (line.length <= column) line.push("");
    line[column] = value;
    this.formulas.delete(key(row, column));
  }
  putFormula(row: number, column: number, formula: string): void {
    this.put(row, column, 0);
    this.formulas.set(key(row, column), formula);
  }
  putFormat(row: number, column: number, format: string): void {
    this.formats.set(key(row, column), format);
  }
  used(): Merge | null {
    let box: Merge | null = null;
    this.values.forEach((line, index) =>
      line.forEach((value, column) => {
        if (value === "") return;
        const row = index + 1;
        box = box
          ? {
              top: Math.min(box.top, row),
              left: Math.min(box.left, column),
              bottom: row,
              right: Math.max(box.right, column),
            }
          : { top: row, left: column, bottom: row, right: column };
      }),
    );
    return box;
  }
  merges(): readonly Merge[] {
    return this.sheet.merges ?? [];
  }
  formulaCells(): readonly { row: number; column: number }[] {
    return [...this.formulas.keys()].map((at) => {
      const [row = 0, column = 0] = at.split(" ").map(Number);
      return { row, column };
    });
  }
  isRowHidden(row: number): boolean {
    return this.sheet.hiddenRows?.includes(row) ?? false;
  }
  isColumnHidden(column: number): boolean {
    return this.sheet.hiddenColumns?.includes(column) ?? false;
  }
}

export class MemoryWorkbookStore implements WorkbookStore {
  readonly name = "台账.xlsx";
  readonly xmlParts = new Map<string, string>();
  calculations = 0;
  readonly list: MemorySheetStore[];
  selected: { sheet: SheetStore; area: Merge };
  private current: SheetStore;

  constructor(sheets: readonly StoredSheet[]) {
    this.list = sheets.map((sheet, index) => new MemorySheetStore(`{sheet-${String(index + 1)}}`, sheet));
    this.current = this.list[0] as MemorySheetStore;
    this.selected = { sheet: this.current, area: { top: 1, left: 0, bottom: 1, right: 0 } };
  }

  sheets(): readonly MemorySheetStore[] {
    return this.list;
  }
  active(): SheetStore {
    return this.current;
  }
  activate(sheet: SheetStore): void {
    this.current = sheet;
  }
  calculate(): void {
    this.calculations++;
  }
  add(name: string): SheetStore {
    const sheet = new MemorySheetStore(`{sheet-${String(this.list.length + 1)}}`, { name, cells: [] });
    this.list.push(sheet);
    return sheet;
  }
}

function plain(value: CellValue): Plain {
  if (value === null) return "";
  if (value instanceof SerialDay) return value.serial;
  return value instanceof CellError ? value.code : value;
}

function key(row: number, column: number): string {
  return `${String(row)} ${String(column)}`;
}

function keyOf(at: string): string {
  const place = parseCellName(at);
  return place ? key(place.row, place.column) : at;
}
