/**
 * WPS's spreadsheet object model as far as the host and its traps need it, over the same small store of cells as the
 * model of Excel. What is certain is done as it is; where builds differ or nobody has looked, the worst is done.
 */
import { parseAreas } from "../../src/hosts/excel/areas";
import { cellName } from "../../src/sheet/address";
import { numberOfError } from "../../src/sheet/errorNumber";
import type { Merge } from "../../src/sheet/sheet";
import type { SheetStore, WorkbookStore } from "../office/model";
import type { WpsBuild } from "./build";
import { typed, type Plain } from "./typed";

export interface BookOptions {
  readonly store: WorkbookStore;
  readonly build: WpsBuild;
  readonly fileFormat: number;
  readonly date1904: boolean;
  readonly tell: (event: string, ...payload: readonly unknown[]) => void;
  /** After each write: a store that gathers changes lets them go. */
  readonly onWritten: () => void;
}

/** Handing over more than this at once freezes the program for minutes: here it fails, so that nobody does it. */
const MOST_AT_ONCE = 200_000;
const ROWS = 1_048_576;
const COLUMNS = 16_384;

const VISIBLE = -1;
const OF_VISIBLE = 12;
const OF_FORMULAS = -4123;
const OF_CONSTANTS = 2;
const ERRORS_ONLY = 16;
/** Of Sort, behind key and order. */
const HEADER_ARGUMENT = 5;
const WITH_HEADER = 1;
const DESCENDING = 2;

export class Book {
  /** Calls that would have crossed into the other process. */
  calls = 0;
  screenUpdating = true;
  enableEvents = true;
  displayAlerts = true;
  readonly comments = new Map<string, Comment[]>();
  readonly formattedDownTo = new Map<string, Merge>();
  readonly frozenRows = new Map<string, number>();
  readonly lastSort = { order: 1, header: 2 };
  private readonly visibility = new Map<string, number>();
  private readonly deleted = new Set<string>();
  private readonly known = new Map<string, Worksheet>();
  private readonly unnamed: Worksheet[] = [];

  constructor(readonly options: BookOptions) {}

  get store(): WorkbookStore {
    return this.options.store;
  }

  sheets(): Worksheet[] {
    const named = this.store.sheets().filter(({ id }) => !this.deleted.has(id));
    return [...named.map((store) => this.of(store)), ...this.unnamed];
  }

  of(store: SheetStore): Worksheet {
    let sheet = this.known.get(store.id);
    if (!sheet) this.known.set(store.id, (sheet = new Worksheet(this, store)));
    return sheet;
  }

  active(): Worksheet {
    return this.activeUnnamed ?? this.of(this.store.active());
  }
  private activeUnnamed: Worksheet | null = null;

  activate(sheet: Worksheet): void {
    this.activeUnnamed = sheet.isNamed ? null : sheet;
    if (!sheet.isNamed) return;
    this.store.activate(sheet.store);
    this.tell("SheetActivate", sheet);
  }

  addUnnamed(): Worksheet {
    const sheet = new Worksheet(this, null);
    this.unnamed.push(sheet);
    this.activate(sheet);
    return sheet;
  }

  name(sheet: Worksheet, name: string): SheetStore {
    this.unnamed.splice(this.unnamed.indexOf(sheet), 1);
    const store = this.store.add(name);
    this.known.set(store.id, sheet);
    if (this.activeUnnamed === sheet) {
      this.activeUnnamed = null;
      this.store.activate(store);
    }
    return store;
  }

  remove(sheet: Worksheet): void {
    if (sheet.isNamed) this.deleted.add(sheet.store.id);
    else this.unnamed.splice(this.unnamed.indexOf(sheet), 1);
  }

  visibilityOf({ id, visibility }: SheetStore): number {
    return this.visibility.get(id) ?? (visibility === "Visible" ? VISIBLE : visibility === "Hidden" ? 0 : 2);
  }
  setVisibility({ id }: SheetStore, visibility: number): void {
    this.visibility.set(id, visibility);
  }

  /** As soon as it happens, while whoever wrote is still writing. */
  tell(event: string, ...payload: readonly unknown[]): void {
    if (this.enableEvents || this.options.build.tellsAllTheSame) this.options.tell(event, ...payload);
  }

  /** What a person has changed at the sheet itself. */
  changed(id: string, address: string): void {
    const sheet = this.sheets().find(({ isNamed, store }) => isNamed && store.id === id);
    if (sheet) this.options.tell("SheetChange", sheet, new Range(sheet, parseAreas(address)));
  }
  /** What a person goes to. */
  activated(): void {
    this.options.tell("SheetActivate", this.active());
  }

  /** What a person types. */
  type(sheetName: string, at: string, value: Plain): void {
    const sheet = this.sheets().find(({ Name }) => Name === sheetName);
    const area = parseAreas(at)[0];
    if (!sheet || !area) throw new Error(`no ${sheetName}!${at}`);
    sheet.putAt(area.top, area.left, value);
    this.options.tell("SheetChange", sheet, new Range(sheet, [area]));
  }
}

export class Application {
  constructor(private readonly book: Book) {}

  get Name(): string {
    return this.book.options.build.name;
  }
  get Version(): string {
    return this.book.options.build.version;
  }
  get Workbooks(): Collection<Workbook> {
    return new Collection(() => [new Workbook(this.book)]);
  }
  get ActiveWorkbook(): Workbook {
    this.book.calls++;
    return new Workbook(this.book);
  }
  get ActiveSheet(): Worksheet {
    return this.book.active();
  }
  get ActiveCell(): Range {
    const { area } = this.book.store.selected;
    const at = { top: area.top, bottom: area.top, left: area.left, right: area.left };
    return new Range(this.book.active(), [at]);
  }
  get Selection(): Range {
    return new Range(this.book.active(), [this.book.store.selected.area]);
  }
  get ActiveWindow(): Window {
    return new Window(this.book);
  }
  get WorksheetFunction(): { CountA: (range: Range) => number } | undefined {
    if (this.book.options.build.lacks.includes("WorksheetFunction")) return undefined;
    return { CountA: (range) => range.countFilled() };
  }
  get ScreenUpdating(): boolean {
    return this.book.screenUpdating;
  }
  set ScreenUpdating(on: boolean) {
    this.book.screenUpdating = on;
  }
  get EnableEvents(): boolean | undefined {
    return this.book.options.build.lacks.includes("EnableEvents") ? undefined : this.book.enableEvents;
  }
  set EnableEvents(on: boolean) {
    if (this.book.options.build.lacks.includes("EnableEvents")) throw new Error("对象不支持该属性");
    this.book.enableEvents = on;
  }
  get DisplayAlerts(): boolean {
    return this.book.displayAlerts;
  }
  set DisplayAlerts(on: boolean) {
    this.book.displayAlerts = on;
  }
  CalculateFull(): void {
    this.book.store.calculate();
  }
  /** What an add-in has written is not among what it takes back; there is no Redo. */
  Undo(): boolean {
    return false;
  }
}

class Collection<T> {
  constructor(private readonly all: () => readonly T[]) {}
  get Count(): number {
    return this.all().length;
  }
  /** From 1. */
  Item(index: number): T {
    const item = Number.isInteger(index) ? this.all()[index - 1] : undefined;
    if (item === undefined) throw new Error("下标越界");
    return item;
  }
}

export class Workbook {
  constructor(private readonly book: Book) {}

  get Name(): string {
    return this.book.store.name;
  }
  get Path(): string {
    return "";
  }
  get FileFormat(): number {
    return this.book.options.fileFormat;
  }
  get Date1904(): boolean {
    return this.book.options.date1904;
  }
  get ActiveSheet(): Worksheet {
    return this.book.active();
  }
  get Worksheets(): Worksheets {
    return new Worksheets(this.book);
  }
  get Sheets(): Worksheets {
    return this.Worksheets;
  }
  get CustomXMLParts(): XmlParts | undefined {
    return this.book.options.build.lacks.includes("CustomXMLParts")
      ? undefined
      : new XmlParts(this.book.store.xmlParts);
  }
}

class Worksheets extends Collection<Worksheet> {
  constructor(private readonly book: Book) {
    super(() => book.sheets());
  }
  /** The new sheet is the active one from then on. */
  Add(before?: Worksheet, _after?: Worksheet): Worksheet {
    if (before === null) throw new Error("类型不匹配");
    return this.book.addUnnamed();
  }
}

class XmlParts extends Collection<XmlPart> {
  constructor(
    private readonly kept: Map<string, string>,
    readonly NamespaceURI: string | null = null,
  ) {
    super(() =>
      [...kept]
        .filter(([, xml]) => NamespaceURI === null || xml.includes(`"${NamespaceURI}"`))
        .map(([id]) => new XmlPart(kept, id)),
    );
  }
  Add(xml: string): XmlPart {
    const id = `{${String(nextPart++)}}`;
    this.kept.set(id, xml);
    return new XmlPart(this.kept, id);
  }
  SelectByNamespace(namespace: string): XmlParts {
    return new XmlParts(this.kept, namespace);
  }
}

let nextPart = 1;

class XmlPart {
  constructor(
    private readonly kept: Map<string, string>,
    readonly Id: string,
  ) {}
  /** With a declaration, whoever put it there. */
  get XML(): string {
    return `<?xml version="1.0" standalone="yes"?>\n${this.kept.get(this.Id) ?? ""}`;
  }
  Delete(): void {
    this.kept.delete(this.Id);
  }
}

class Window {
  SplitColumn = 0;
  SplitRow = 0;
  constructor(private readonly book: Book) {}
  get FreezePanes(): boolean {
    return (this.book.frozenRows.get(this.book.active().Name) ?? 0) > 0;
  }
  set FreezePanes(on: boolean) {
    this.book.frozenRows.set(this.book.active().Name, on ? this.SplitRow : 0);
  }
}

export class Worksheet {
  AutoFilterMode = false;

  constructor(
    readonly book: Book,
    private own: SheetStore | null,
  ) {}

  /** A sheet that was added stands in the store under its name, which it is given afterwards. */
  get isNamed(): boolean {
    return this.own !== null;
  }
  get store(): SheetStore {
    this.own ??= this.book.name(this, this.Name);
    return this.own;
  }
  get Name(): string {
    return this.own?.name ?? `Sheet${String(this.book.sheets().length + 1)}`;
  }
  set Name(name: string) {
    if (/[\\/?*[\]:]/.test(name) || name.length > 31) throw new Error("工作表名称无效");
    if (this.book.sheets().some((other) => other !== this && other.Name.toLowerCase() === name.toLowerCase()))
      throw new Error("工作表名称重复");
    if (this.own) throw new Error("此存储不能改名");
    this.own = this.book.name(this, name);
  }
  get Visible(): number {
    return this.own ? this.book.visibilityOf(this.own) : VISIBLE;
  }
  set Visible(visibility: number) {
    this.book.setVisibility(this.store, visibility);
  }
  get ProtectContents(): boolean {
    return this.store.protected;
  }
  /** Formatted blanks count; an empty sheet says A1. */
  get UsedRange(): Range {
    const formatted = this.book.formattedDownTo.get(this.Name);
    const used = this.store.used();
    const corner = { top: 1, left: 0, bottom: 1, right: 0 };
    if (!formatted) return new Range(this, [used ?? corner]);
    return new Range(this, [
      {
        top: Math.min(formatted.top, used?.top ?? ROWS),
        left: Math.min(formatted.left, used?.left ?? COLUMNS),
        bottom: Math.max(formatted.bottom, used?.bottom ?? 1),
        right: Math.max(formatted.right, used?.right ?? 0),
      },
    ]);
  }
  get Cells(): { Item: (row: number, column: number) => Range } {
    return { Item: (row, column) => new Range(this, [{ top: row, bottom: row, left: column - 1, right: column - 1 }]) };
  }
  get Comments(): Collection<Comment> {
    return new Collection(() => this.comments);
  }
  get comments(): Comment[] {
    let list = this.book.comments.get(this.store.id);
    if (!list) this.book.comments.set(this.store.id, (list = []));
    return list;
  }
  Range(address: string): Range {
    this.book.calls++;
    const areas = parseAreas(address);
    if (areas.length === 0) throw new Error("应用程序定义或对象定义错误");
    return new Range(this, areas);
  }
  ShowAllData(): void {
    throw new Error("类 Worksheet 的 ShowAllData 方法无效");
  }
  Activate(): void {
    if (this.Visible !== VISIBLE) throw new Error("类 Worksheet 的 Activate 方法无效");
    this.book.activate(this);
  }
  /** Asks the user first, who is not there. */
  Delete(): void {
    if (!this.book.displayAlerts) this.book.remove(this);
  }

  valueAt(row: number, column: number): Plain | number | null {
    const value = this.store.value(row, column);
    if (value === "") return null;
    return (typeof value === "string" ? numberOfError(value) : null) ?? value;
  }
  putAt(row: number, column: number, value: unknown): void {
    if (this.store.protected) throw new Error("单元格受保护，不能更改");
    const made = typed(value, this.store.format(row, column));
    if (made.format !== undefined && this.store.format(row, column) === "General")
      this.store.putFormat(row, column, made.format);
    if (made.formula === undefined) this.store.put(row, column, made.value);
    else this.store.putFormula(row, column, made.formula);
  }
}

type Cell = readonly [row: number, column: number];

export class Range {
  constructor(
    private readonly sheet: Worksheet,
    private readonly list: readonly Merge[],
  ) {}

  get Worksheet(): Worksheet {
    return this.sheet;
  }
  get Parent(): Worksheet {
    return this.sheet;
  }
  get Row(): number {
    return this.area.top;
  }
  get Column(): number {
    return this.area.left + 1;
  }
  get Rows(): Lines {
    return new Lines(this.sheet, this.area, "rows");
  }
  get Columns(): Lines {
    return new Lines(this.sheet, this.area, "columns");
  }
  get EntireRow(): Lines {
    return this.Rows;
  }
  get EntireColumn(): Lines {
    return this.Columns;
  }
  get Count(): number {
    return this.height * this.width;
  }
  get Areas(): Collection<Range> {
    return new Collection(() => this.list.map((area) => new Range(this.sheet, [area])));
  }
  /** A method; a property of that name cannot be assigned. */
  get Value(): () => unknown {
    return () => this.Value2;
  }
  set Value(_value: unknown) {
    throw new TypeError("Cannot redefine property: Value");
  }
  get Value2(): unknown {
    this.sheet.book.calls++;
    return this.block((row, column) => this.sheet.valueAt(row, column));
  }
  set Value2(value: unknown) {
    this.sheet.book.calls++;
    const { top, left } = this.area;
    if (Array.isArray(value)) this.checkShape(value as readonly unknown[]);
    this.each((row, column) => {
      this.sheet.putAt(row, column, Array.isArray(value) ? (value as unknown[][])[row - top]?.[column - left] : value);
    });
    this.sheet.book.options.onWritten();
    this.sheet.book.tell("SheetChange", this.sheet, this);
  }
  get Formula(): unknown {
    this.sheet.book.calls++;
    const { store } = this.sheet;
    return this.block((row, column) => {
      const formula = store.formula(row, column);
      return formula === "" ? String(store.value(row, column)) : formula;
    });
  }
  set Formula(value: unknown) {
    this.Value2 = value;
  }
  get Formula2(): unknown {
    return this.sheet.book.options.build.lacks.includes("Formula2") ? undefined : this.Formula;
  }
  set Formula2(value: unknown) {
    this.Value2 = value;
  }
  /** null where cells differ. */
  get NumberFormat(): string | null {
    this.sheet.book.calls++;
    return this.common((row, column) => this.sheet.store.format(row, column));
  }
  set NumberFormat(format: unknown) {
    this.sheet.book.calls++;
    this.each((row, column) => this.sheet.store.putFormat(row, column, String(format)));
    this.sheet.book.options.onWritten();
  }
  get HasFormula(): boolean | null {
    this.sheet.book.calls++;
    return this.common((row, column) => this.sheet.store.formula(row, column) !== "");
  }
  get MergeCells(): boolean | null {
    this.sheet.book.calls++;
    return this.common((row, column) => this.mergeAt(row, column) !== null);
  }
  get MergeArea(): Range {
    const { top, left } = this.area;
    return new Range(this.sheet, [this.mergeAt(top, left) ?? { top, left, bottom: top, right: left }]);
  }
  /** Of one cell only. */
  get Text(): string | null {
    if (this.Count > 1) return null;
    return String(this.sheet.store.value(this.area.top, this.area.left));
  }
  get Comment(): Comment | null {
    return this.sheet.comments.find(({ at }) => at === this.Address(false, false)) ?? null;
  }
  get ColumnWidth(): number {
    return 8.38;
  }
  set ColumnWidth(_characters: number) {
    // Widths are not kept: nothing of ours reads them.
  }
  /** Colours are blue, green, red, from the highest byte down. */
  get Interior(): Interior {
    return interiorOf(this.sheet, this.Address(false, false));
  }

  Address(rowAbsolute = true, columnAbsolute = true): string {
    const name = (row: number, column: number): string =>
      cellName(row, column).replace(/^([A-Z]+)(\d+)$/, `${columnAbsolute ? "$$" : ""}$1${rowAbsolute ? "$$" : ""}$2`);
    const all = this.list.map(({ top, left, bottom, right }) =>
      top === bottom && left === right ? name(top, left) : `${name(top, left)}:${name(bottom, right)}`,
    );
    // Long ones are cut off, wherever that is.
    return all.join(",").slice(0, 255);
  }
  Resize(rows: number, columns: number): Range {
    const { top, left } = this.area;
    return new Range(this.sheet, [{ top, left, bottom: top + rows - 1, right: left + columns - 1 }]);
  }
  Offset(rows: number, columns: number): Range {
    const { top, left, bottom, right } = this.area;
    return new Range(this.sheet, [
      { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns },
    ]);
  }
  Select(): void {
    if (this.sheet.book.active() !== this.sheet) throw new Error("类 Range 的 Select 方法无效");
    this.sheet.book.store.selected = { sheet: this.sheet.store, area: this.area };
  }
  AddComment(text = ""): Comment {
    if (this.Comment) throw new Error("类 Range 的 AddComment 方法无效");
    const comment = new Comment(this.sheet, this.Address(false, false), text);
    this.sheet.comments.push(comment);
    return comment;
  }
  /** A single cell stands for the whole sheet; none found is an exception. */
  SpecialCells(type: number, value?: number): Range {
    this.sheet.book.calls++;
    const whole = this.Count === 1 ? this.sheet.UsedRange.area : this.area;
    const areas = type === OF_VISIBLE ? visibleAreas(this.sheet.store, whole) : this.special(whole, type, value);
    if (areas.length === 0) throw new Error("找不到单元格");
    return new Range(this.sheet, areas);
  }

  /** Header, order and orientation stay as they were last said, for whoever does not say them. */
  Sort(key: Range, order?: number, ...rest: readonly unknown[]): void {
    const sort = this.sheet.book.lastSort;
    sort.order = order ?? sort.order;
    sort.header = typeof rest[HEADER_ARGUMENT] === "number" ? rest[HEADER_ARGUMENT] : sort.header;
    const { left, right, bottom } = this.area;
    const top = this.area.top + (sort.header === WITH_HEADER ? 1 : 0);
    const { store } = this.sheet;
    const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_unused, column) => store.value(top + row, left + column)),
    );
    const at = key.Column - 1 - left;
    const direction = sort.order === DESCENDING ? -1 : 1;
    rows.sort((one, other) => direction * compare(one[at] ?? "", other[at] ?? ""));
    rows.forEach((row, index) => row.forEach((value, column) => store.put(top + index, left + column, value)));
  }
  /** A toggle that fails where a filter stands; AutoFilterMode takes that one away. */
  AutoFilter(): void {
    if (this.sheet.AutoFilterMode) throw new Error("类 Range 的 AutoFilter 方法无效");
    this.sheet.AutoFilterMode = true;
  }

  countFilled(): number {
    this.sheet.book.calls++;
    const used = this.sheet.store.used();
    if (!used) return 0;
    const { top, left, bottom, right } = this.area;
    let count = 0;
    for (let row = Math.max(top, used.top); row <= Math.min(bottom, used.bottom); row++) {
      for (let column = Math.max(left, used.left); column <= Math.min(right, used.right); column++)
        if (this.sheet.store.value(row, column) !== "") count++;
    }
    return count;
  }

  private get area(): Merge {
    return this.list[0] ?? { top: 1, left: 0, bottom: 1, right: 0 };
  }
  private get height(): number {
    return this.area.bottom - this.area.top + 1;
  }
  private get width(): number {
    return this.area.right - this.area.left + 1;
  }

  private block(of: (row: number, column: number) => unknown): unknown {
    if (this.Count > MOST_AT_ONCE) throw new Error("WPS 表格没有响应");
    const { top, left } = this.area;
    if (this.Count === 1) return of(top, left);
    const rows = Array.from({ length: this.height }, (_, row) =>
      Array.from({ length: this.width }, (_unused, column) => of(top + row, left + column)),
    );
    return this.sheet.book.options.build.flattens && (this.height === 1 || this.width === 1) ? rows.flat() : rows;
  }

  private checkShape(value: readonly unknown[]): void {
    const fits = value.length === this.height && value.every((row) => Array.isArray(row) && row.length === this.width);
    if (!fits) throw new Error("数组与区域大小不一致");
  }

  private each(work: (row: number, column: number) => void): void {
    for (const { top, left, bottom, right } of this.list) {
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) work(row, column);
    }
  }

  private common<T extends string | boolean>(of: (row: number, column: number) => T): T | null {
    const { top, left, bottom, right } = this.within(this.area);
    const first = of(top, left);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) if (of(row, column) !== first) return null;
    }
    return first;
  }

  /** Beyond what is used every cell is like the next: one row and one column of them are looked at. */
  private within(area: Merge): Merge {
    if (this.Count <= MOST_AT_ONCE) return area;
    const { top, left, bottom, right } = area;
    const used = this.sheet.UsedRange;
    const end = used.Row + used.Rows.Count;
    const last = used.Column - 1 + used.Columns.Count;
    return { top, left, bottom: Math.max(top, Math.min(bottom, end)), right: Math.max(left, Math.min(right, last)) };
  }

  private mergeAt(row: number, column: number): Merge | null {
    const covers = ({ top, left, bottom, right }: Merge): boolean =>
      row >= top && row <= bottom && column >= left && column <= right;
    return this.sheet.store.merges().find(covers) ?? null;
  }

  private special(whole: Merge, type: number, value: number | undefined): Merge[] {
    const areas: Merge[] = [];
    const wanted = ([row, column]: Cell): boolean => {
      const isFormula = this.sheet.store.formula(row, column) !== "";
      const cell = this.sheet.store.value(row, column);
      if (type === OF_FORMULAS ? !isFormula : type !== OF_CONSTANTS || isFormula || cell === "") return false;
      return value !== ERRORS_ONLY || (typeof cell === "string" && numberOfError(cell) !== null);
    };
    new Range(this.sheet, [whole]).each((row, column) => {
      if (wanted([row, column])) areas.push({ top: row, bottom: row, left: column, right: column });
    });
    return areas;
  }
}

class Lines {
  constructor(
    private readonly sheet: Worksheet,
    private readonly area: Merge,
    private readonly which: "rows" | "columns",
  ) {}
  get Count(): number {
    return this.which === "rows" ? this.area.bottom - this.area.top + 1 : this.area.right - this.area.left + 1;
  }
  get Hidden(): boolean | null {
    const { store } = this.sheet;
    const { top, bottom, left, right } = this.area;
    const [from, to] = this.which === "rows" ? [top, bottom] : [left, right];
    const isHidden = (line: number): boolean =>
      this.which === "rows" ? store.isRowHidden(line) : store.isColumnHidden(line);
    const first = isHidden(from);
    for (let line = from; line <= to; line++) if (isHidden(line) !== first) return null;
    return first;
  }
}

export class Comment {
  Visible = false;
  constructor(
    private readonly sheet: Worksheet,
    readonly at: string,
    private text: string,
  ) {}
  get Parent(): Range {
    return this.sheet.Range(this.at);
  }
  Text(text?: string): string {
    if (text !== undefined) this.text = text;
    return this.text;
  }
  Delete(): void {
    this.sheet.comments.splice(this.sheet.comments.indexOf(this), 1);
  }
}

interface Interior {
  Color: number;
}

const interiors = new WeakMap<Worksheet, Map<string, Interior>>();

function interiorOf(sheet: Worksheet, address: string): Interior {
  const own = interiors.get(sheet) ?? new Map<string, Interior>();
  interiors.set(sheet, own);
  const interior = own.get(address) ?? { Color: 0xffffff };
  own.set(address, interior);
  return interior;
}

/** What a colour looks like: #RRGGBB. */
export function colourOf(interior: Interior): string {
  const [red, green, blue] = [interior.Color & 0xff, (interior.Color >> 8) & 0xff, (interior.Color >> 16) & 0xff];
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

function compare(one: Plain, other: Plain): number {
  return typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1;
}

/** Rows in sight, run by run, by columns in sight, run by run. */
function visibleAreas(store: SheetStore, { top, left, bottom, right }: Merge): Merge[] {
  const rows = runs(top, bottom, (row) => !store.isRowHidden(row));
  const columns = runs(left, right, (column) => !store.isColumnHidden(column));
  return rows.flatMap(([from, to]) =>
    columns.map(([first, last]) => ({ top: from, bottom: to, left: first, right: last })),
  );
}

function runs(from: number, to: number, isIn: (line: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let line = from; line <= to; line++) {
    if (!isIn(line)) continue;
    const open = found.at(-1);
    if (open?.[1] === line - 1) open[1] = line;
    else found.push([line, line]);
  }
  return found;
}
