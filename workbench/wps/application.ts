/** WPS's Application and Workbook over the book of the stand-in: what a build has of them, and what it lacks. */
import { Collection, XmlParts } from "./collection";
import type { Book, Worksheet } from "./model";
import { Range } from "./range";

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
