/** WPS's Range over the store of cells: values as it gives and takes them, areas, sorting, comments. What is doubtful is done at its worst. */
import { cellName } from "../../src/sheet/address";
import { numberOfError } from "../../src/sheet/errorNumber";
import type { Merge } from "../../src/sheet/sheet";
import { visibleAreas, type SheetStore, type WorkbookStore } from "../sheetStore";
import type { WpsBuild } from "./build";
import { Collection } from "./collection";
import { interiorOf, type Interior } from "./interior";
import { Lines } from "./lines";
import type { Plain } from "./typed";

/** Handing over more than this at once freezes the program for minutes: here it fails, so that nobody does it. */
const MOST_AT_ONCE = 200_000;

const OF_VISIBLE = 12;
const OF_FORMULAS = -4123;
const OF_CONSTANTS = 2;
const ERRORS_ONLY = 16;
/** Of Sort, behind key and order. */
const HEADER_ARGUMENT = 5;
const WITH_HEADER = 1;
const DESCENDING = 2;

/** What a range asks of the sheet that it stands on. */
export interface RangeSheet {
  readonly book: RangeBook;
  readonly store: SheetStore;
  readonly comments: Comment[];
  readonly Name: string;
  readonly UsedRange: Range;
  AutoFilterMode: boolean;
  Range(address: string): Range;
  ShowAllData(): void;
  valueAt(row: number, column: number): Plain | number | null;
  putAt(row: number, column: number, value: unknown): void;
}

/** And of the book. */
export interface RangeBook {
  /** Calls that would have crossed into the other process. */
  calls: number;
  readonly options: { readonly build: WpsBuild; readonly onWritten: () => void };
  readonly store: WorkbookStore;
  readonly lastSort: { order: number; header: number };
  active(): RangeSheet;
  tell(event: string, ...payload: readonly unknown[]): void;
}

type Cell = readonly [row: number, column: number];

export class Range {
  constructor(
    private readonly sheet: RangeSheet,
    private readonly list: readonly Merge[],
  ) {}

  get Worksheet(): RangeSheet {
    return this.sheet;
  }
  get Parent(): RangeSheet {
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

export class Comment {
  Visible = false;
  constructor(
    private readonly sheet: RangeSheet,
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

function compare(one: Plain, other: Plain): number {
  return typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1;
}
