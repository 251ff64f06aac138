/** A workbook whose members carry Office.js names, over whatever store keeps the cells; as much of Excel's object model as the host uses. */
import { cellName, columnName } from "../../src/sheet/address";
import { parseAreas } from "../../src/hosts/excel/areas";
import type { Merge } from "../../src/sheet/sheet";
import { COLUMNS, ROWS, visibleAreas, type SheetStore, type WorkbookStore } from "../sheetStore";
import { OfficeFault } from "./protocol";

const TEXT = "@";

export class Workbook {
  readonly worksheets: WorksheetCollection;
  readonly customXmlParts: CustomXmlPartCollection;
  readonly application: Application;

  constructor(readonly store: WorkbookStore) {
    this.application = new Application(store);
    this.worksheets = new WorksheetCollection(this);
    this.customXmlParts = new CustomXmlPartCollection(store.xmlParts);
  }

  get name(): string {
    return this.store.name;
  }

  getSelectedRange(): Range {
    const { sheet, area } = this.store.selected;
    return new Range(this.worksheets.of(sheet), area);
  }

  getActiveCell(): Range {
    const { sheet, area } = this.store.selected;
    return new Range(this.worksheets.of(sheet), { ...area, bottom: area.top, right: area.left });
  }
}

export class Application {
  suspensions = 0;

  constructor(private readonly store: WorkbookStore) {}

  calculate(_type: string): void {
    this.store.calculate();
  }
  suspendScreenUpdatingUntilNextSync(): void {
    this.suspensions++;
  }
}

export class WorksheetCollection {
  private readonly known = new Map<string, Worksheet>();
  listening = new Set<string>();

  constructor(readonly workbook: Workbook) {}

  of(store: SheetStore): Worksheet {
    let sheet = this.known.get(store.id);
    if (!sheet) this.known.set(store.id, (sheet = new Worksheet(this.workbook, store)));
    return sheet;
  }

  get items(): readonly Worksheet[] {
    return this.workbook.store.sheets().map((store) => this.of(store));
  }

  getItemOrNullObject(key: string): Worksheet | null {
    return this.items.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  getItem(key: string): Worksheet {
    const found = this.getItemOrNullObject(key);
    if (!found) throw new OfficeFault("ItemNotFound", "The requested resource doesn't exist.", 404);
    return found;
  }

  getActiveWorksheet(): Worksheet {
    return this.of(this.workbook.store.active());
  }

  add(name: string): Worksheet {
    return this.of(this.workbook.store.add(name));
  }

  _RegisterDataChangedEvent(): void {
    this.listening.add("changed");
  }
  _UnregisterDataChangedEvent(): void {
    this.listening.delete("changed");
  }
  _RegisterActivatedEvent(): void {
    this.listening.add("activated");
  }
  _UnregisterActivatedEvent(): void {
    this.listening.delete("activated");
  }
}

export class Worksheet {
  readonly freezePanes = new WorksheetFreezePanes();
  readonly conditionalFormats: ConditionalFormatCollection;
  readonly protection: { readonly protected: boolean };

  constructor(
    readonly workbook: Workbook,
    readonly store: SheetStore,
  ) {
    this.conditionalFormats = new ConditionalFormatCollection();
    this.protection = new Protection(store);
  }

  get id(): string {
    return this.store.id;
  }
  get name(): string {
    return this.store.name;
  }
  get visibility(): string {
    return this.store.visibility;
  }

  activate(): void {
    this.workbook.store.activate(this.store);
  }

  getRange(address?: string | null): Range {
    const area =
      address === undefined || address === null
        ? { top: 1, left: 0, bottom: ROWS, right: COLUMNS - 1 }
        : areaOf(address);
    return new Range(this, area);
  }

  getRanges(address: string): RangeAreas {
    if (address.length > 255) throw new OfficeFault("InvalidArgument", "The address is too long.");
    return new RangeAreas(this, parseAreas(address));
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this, { top: row + 1, left: column, bottom: row + rows, right: column + columns - 1 });
  }

  getUsedRangeOrNullObject(_valuesOnly?: boolean): Range | null {
    const used = this.store.used();
    return used && new Range(this, used);
  }
}

class Protection {
  constructor(private readonly store: SheetStore) {}
  get protected(): boolean {
    return this.store.protected;
  }
}

export class WorksheetFreezePanes {
  rows = 0;
  freezeRows(count: number): void {
    this.rows = count;
  }
}

export class Range {
  readonly format: RangeFormat;

  constructor(
    readonly worksheet: Worksheet,
    readonly area: Merge,
  ) {
    this.format = new RangeFormat();
  }

  get rowIndex(): number {
    return this.area.top - 1;
  }
  get columnIndex(): number {
    return this.area.left;
  }
  get rowCount(): number {
    return this.area.bottom - this.area.top + 1;
  }
  get columnCount(): number {
    return this.area.right - this.area.left + 1;
  }
  get address(): string {
    return `${quoted(this.worksheet.name)}!${areaName(this.area)}`;
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return this.worksheet.conditionalFormats;
  }

  get values(): unknown[][] | null {
    // Above five million cells Excel gives null, without an error.
    if (this.rowCount * this.columnCount > 5_000_000) return null;
    return this.map((row, column) => this.worksheet.store.value(row, column));
  }
  set values(values: unknown) {
    const { store } = this.worksheet;
    this.write(values, (row, column, value) => {
      // In a cell formatted as text whatever is put becomes text, numbers too.
      const typed = asTyped(value);
      store.put(row, column, store.format(row, column) === TEXT ? String(typed) : typed);
    });
  }

  get formulas(): unknown[][] {
    return this.map(
      (row, column) => this.worksheet.store.formula(row, column) || this.worksheet.store.value(row, column),
    );
  }

  set formulas(formulas: unknown) {
    this.write(formulas, (row, column, formula) => this.worksheet.store.putFormula(row, column, String(formula)));
  }

  get numberFormat(): unknown[][] {
    return this.map((row, column) => this.worksheet.store.format(row, column));
  }
  set numberFormat(formats: unknown) {
    this.write(formats, (row, column, format) => this.worksheet.store.putFormat(row, column, String(format)));
  }

  select(): void {
    const { store } = this.worksheet.workbook;
    // What real Excel does: a range of another sheet than the active one is not selected.
    if (store.active() !== this.worksheet.store) throw new OfficeFault("InvalidOperation", "The sheet is not active.");
    store.selected = { sheet: this.worksheet.store, area: this.area };
  }

  /** office.js cuts large writes into rows by these. */
  getRow(row: number): Range {
    return new Range(this.worksheet, { ...this.area, top: this.area.top + row, bottom: this.area.top + row });
  }
  getBoundingRect(other: Range | string): Range {
    const area = typeof other === "string" ? areaOf(other) : other.area;
    return new Range(this.worksheet, {
      top: Math.min(this.area.top, area.top),
      left: Math.min(this.area.left, area.left),
      bottom: Math.max(this.area.bottom, area.bottom),
      right: Math.max(this.area.right, area.right),
    });
  }
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw wrongShape();
  }

  getSpecialCellsOrNullObject(type: string): RangeAreas | null {
    const areas = type === "Visible" ? visibleAreas(this.worksheet.store, this.area) : this.formulaAreas();
    return areas.length === 0 ? null : new RangeAreas(this.worksheet, areas);
  }

  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.worksheet.store.merges();
    return merges.length === 0 ? null : new RangeAreas(this.worksheet, merges);
  }

  private formulaAreas(): Merge[] {
    const { top, left, bottom, right } = this.area;
    return this.worksheet.store
      .formulaCells()
      .filter(({ row, column }) => row >= top && row <= bottom && column >= left && column <= right)
      .map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
  }

  private map<T>(cell: (row: number, column: number) => T): T[][] {
    return Array.from({ length: this.rowCount }, (_r, row) =>
      Array.from({ length: this.columnCount }, (_c, column) => cell(this.area.top + row, this.area.left + column)),
    );
  }

  private write(values: unknown, put: (row: number, column: number, value: unknown) => void): void {
    if (this.worksheet.store.protected) throw new OfficeFault("AccessDenied", "The sheet is protected.", 403);
    const rows = Array.isArray(values) ? (values as unknown[][]) : null;
    if (rows && (rows.length !== this.rowCount || rows.some((row) => row.length !== this.columnCount)))
      throw wrongShape();
    this.map((row, column) => {
      const value: unknown = rows ? rows[row - this.area.top]?.[column - this.area.left] : values;
      // null leaves a cell as it is.
      if (value !== null) put(row, column, value);
    });
  }
}

/** As if typed: what begins with an apostrophe is text, digits are a number. */
function asTyped(value: unknown): string | number | boolean {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value);
  if (text.startsWith("'")) return text.slice(1);
  const bare = text.trim();
  if (bare !== "" && /^[-+]?[\d,]*\.?\d+(e[-+]?\d+)?$/i.test(bare)) return Number(bare.replace(/,/g, ""));
  return text;
}

export class RangeFormat {
  columnWidth = 64;
}

export class RangeAreas {
  constructor(
    readonly worksheet: Worksheet,
    private readonly list: readonly Merge[],
  ) {}

  get address(): string {
    return this.list.map((area) => `${quoted(this.worksheet.name)}!${areaName(area)}`).join(",");
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return this.worksheet.conditionalFormats.over(this.list);
  }
}

export class ConditionalFormatCollection {
  constructor(
    private readonly all: ConditionalFormat[] = [],
    private readonly areas: readonly Merge[] = [],
  ) {}

  over(areas: readonly Merge[]): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.all, areas);
  }
  get items(): readonly ConditionalFormat[] {
    return this.all;
  }
  add(_type: string): ConditionalFormat {
    const format = new ConditionalFormat(this.all, this.areas);
    this.all.push(format);
    return format;
  }
  getItem(id: string): ConditionalFormat {
    const found = this.getItemOrNullObject(id);
    if (!found) throw new OfficeFault("ItemNotFound", "The requested resource doesn't exist.", 404);
    return found;
  }
  getItemOrNullObject(id: string): ConditionalFormat | null {
    return this.all.find((format) => format.id === id) ?? null;
  }
}

let nextFormat = 1;

export class ConditionalFormat {
  readonly id = `{cf-${String(nextFormat++)}}`;
  readonly custom = new CustomConditionalFormat();

  constructor(
    private readonly all: ConditionalFormat[],
    readonly areas: readonly Merge[],
  ) {}

  delete(): void {
    this.all.splice(this.all.indexOf(this), 1);
  }
}

export class CustomConditionalFormat {
  readonly rule = { formula: "" };
  readonly format = { fill: { color: "" } };
}

export class CustomXmlPartCollection {
  constructor(
    private readonly kept: Map<string, string>,
    private readonly namespace: string | null = null,
  ) {}

  get items(): readonly CustomXmlPart[] {
    return [...this.kept]
      .filter(([, xml]) => this.namespace === null || xml.includes(`"${this.namespace}"`))
      .map(([id]) => new CustomXmlPart(this.kept, id));
  }
  getByNamespace(namespace: string): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.kept, namespace);
  }
  getItem(id: string): CustomXmlPart {
    if (!this.kept.has(id)) throw new OfficeFault("ItemNotFound", "The requested resource doesn't exist.", 404);
    return new CustomXmlPart(this.kept, id);
  }
  add(xml: string): CustomXmlPart {
    const id = `{part-${String(nextPart++)}}`;
    this.kept.set(id, xml);
    return new CustomXmlPart(this.kept, id);
  }
}

let nextPart = 1;

export class CustomXmlPart {
  constructor(
    private readonly kept: Map<string, string>,
    readonly id: string,
  ) {}
  getXml(): string {
    return this.kept.get(this.id) ?? "";
  }
  setXml(xml: string): void {
    this.kept.set(this.id, xml);
  }
  delete(): void {
    this.kept.delete(this.id);
  }
}

function areaOf(address: string): Merge {
  const [area] = parseAreas(address);
  if (area) return area;
  throw new OfficeFault("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
}

function areaName({ top, left, bottom, right }: Merge): string {
  if (bottom === ROWS && top === 1) return `${columnName(left)}:${columnName(right)}`;
  return top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
}

function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

function wrongShape(): OfficeFault {
  return new OfficeFault("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
}
