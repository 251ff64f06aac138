/**
 * WPS's spreadsheet object model as far as the host and its traps need it, over the same small store of cells as the
 * model of Excel: the book and its sheets here, its ranges and the application beside. What is certain is done as it
 * is; where builds differ or nobody has looked, the worst is done.
 */
import { parseAreas } from "../../src/hosts/excel/areas";
import { numberOfError } from "../../src/sheet/errorNumber";
import type { Merge } from "../../src/sheet/sheet";
import { COLUMNS, ROWS, type SheetStore, type WorkbookStore } from "../sheetStore";
import type { WpsBuild } from "./build";
import { Collection } from "./collection";
import { Range, type Comment } from "./range";
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

const VISIBLE = -1;

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
