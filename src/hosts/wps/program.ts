/**
 * As much of WPS's object model as we use, typed by ourselves: its own declarations are extracted by a machine and
 * give numbers as strings and enumerations that do not exist at run time.
 * Everything is synchronous; every read of a member is a call into another process.
 */

/** Items are counted from 1. */
export interface WpsCollection<T> {
  readonly Count: number;
  Item(index: number): T;
}

export interface WpsComment {
  /** A note's text; with an argument it is replaced. */
  Text(text?: string): string;
  Delete(): void;
  readonly Parent: WpsRange;
}

export interface WpsLines {
  readonly Count: number;
  /** null where some are hidden and some are not. */
  Hidden: boolean | null;
  ColumnWidth: number;
}

/** What is said of several cells at once is null where they differ. `Value` is never touched: assigning it throws. */
export interface WpsRange {
  readonly Row: number;
  readonly Column: number;
  readonly Rows: WpsLines;
  readonly Columns: WpsLines;
  readonly EntireRow: WpsLines;
  readonly EntireColumn: WpsLines;
  readonly Areas: WpsCollection<WpsRange>;
  readonly Worksheet: WpsWorksheet;
  Value2: unknown;
  Formula: unknown;
  /** Absent where answers do not spill. */
  Formula2?: unknown;
  NumberFormat: unknown;
  /** Only of a single cell. */
  readonly Text: unknown;
  readonly HasFormula: unknown;
  readonly MergeCells: unknown;
  readonly MergeArea: WpsRange;
  readonly Comment: WpsComment | null;
  ColumnWidth: number;
  Address(rowAbsolute: boolean, columnAbsolute: boolean): string;
  /** Throws where there is none; asked of a single cell it looks at the whole sheet. */
  SpecialCells(type: number): WpsRange;
  AddComment(text: string): WpsComment | null;
  Select(): void;
}

export interface WpsWorksheet {
  Name: string;
  /** -1 visible, 0 hidden, 2 hidden so that only a program shows it. */
  Visible: number;
  readonly ProtectContents: boolean;
  readonly UsedRange: WpsRange;
  readonly Comments: WpsCollection<WpsComment>;
  Range(address: string): WpsRange;
  Activate(): void;
  Delete(): void;
}

export interface WpsWorksheets extends WpsCollection<WpsWorksheet> {
  Add(before?: WpsWorksheet, after?: WpsWorksheet): WpsWorksheet;
}

export interface WpsXmlPart {
  readonly XML: string;
  Delete(): void;
}

export interface WpsXmlParts extends WpsCollection<WpsXmlPart> {
  Add(xml: string): WpsXmlPart;
  SelectByNamespace(namespace: string): WpsCollection<WpsXmlPart>;
}

export interface WpsWorkbook {
  readonly Name: string;
  readonly Path: string;
  readonly FileFormat?: number;
  readonly Date1904: boolean;
  readonly Worksheets: WpsWorksheets;
  readonly ActiveSheet: WpsWorksheet;
  /** Absent on older builds. */
  readonly CustomXMLParts?: WpsXmlParts;
}

export interface WpsWindow {
  SplitColumn: number;
  SplitRow: number;
  FreezePanes: boolean;
}

export interface WpsApplication {
  readonly Workbooks: WpsCollection<WpsWorkbook>;
  readonly ActiveWorkbook: WpsWorkbook | null;
  readonly ActiveSheet: WpsWorksheet;
  readonly ActiveCell: WpsRange | null;
  readonly ActiveWindow: WpsWindow | null;
  readonly WorksheetFunction?: { CountA(range: WpsRange): number };
  /** Switches that a build may lack. */
  ScreenUpdating?: boolean;
  EnableEvents?: boolean;
  DisplayAlerts: boolean;
  CalculateFull?(): void;
}

export type WpsListener = (...payload: readonly unknown[]) => void;

export interface WpsEvents {
  AddApiEventListener(name: string, callback: WpsListener): void;
  RemoveApiEventListener(name: string, callback: WpsListener): void;
}

export interface WpsTaskPane {
  readonly ID: number;
  Visible: boolean;
  DockPosition: number;
  Width: number;
}

/** What an argument of a worksheet function is called and takes, as WPS wants to be told. */
export interface WpsFunctionMetadata {
  readonly description: string;
  readonly result: { readonly type: string };
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly description: string }[];
}

/** What the add-in shell lends besides the spreadsheet. */
export interface WpsShell {
  readonly ApiEvent?: WpsEvents;
  readonly AddCustomFunction?: (
    namespace: string,
    name: string,
    callback: (...given: readonly unknown[]) => unknown,
    metadata: WpsFunctionMetadata,
  ) => void;
  readonly CreateTaskPane?: (url: string, title?: string) => WpsTaskPane;
  readonly GetTaskPane?: (id: number) => WpsTaskPane | null;
  readonly PluginStorage?: {
    setItem(key: string, value: string | number | boolean): void;
    getItem(key: string): string | number | boolean | null | undefined;
  };
}

/** What WPS puts into a page. */
export interface WpsGlobals {
  readonly wps?: object;
  readonly Application?: object;
}

export interface WpsProgram {
  /** Asked anew each time: the program may not have a spreadsheet at first. */
  readonly application: () => WpsApplication;
  /** A member of the shell: on `wps` first, since a Mac build lacks some on `Application`. */
  readonly shell: <K extends keyof WpsShell>(name: K) => WpsShell[K];
}

/** Null outside WPS's spreadsheets. Known by its shape: the program's name is Excel's on some systems. */
export function findWps(globals: WpsGlobals = globalThis as WpsGlobals): WpsProgram | null {
  const roots = [globals.wps, globals.Application].filter((root) => isObject(root));
  const find = (): WpsApplication | undefined =>
    [...roots, ...roots.map(legacyApplication)].find((root) => hasMember(root, "Workbooks")) as
      WpsApplication | undefined;
  if (!isObject(globals.wps) || find() === undefined) return null;
  return {
    application() {
      const found = find();
      if (!found) throw new Error("WPS has no spreadsheet program here.");
      return found;
    },
    shell: (name) => shellMember(roots, name),
  };
}

/** Before there was a global Application it was the answer of a function. */
function legacyApplication(root: object): unknown {
  const member: unknown = Reflect.get(root, "EtApplication");
  try {
    return typeof member === "function" ? (member.call(root) as unknown) : member;
  } catch {
    return undefined;
  }
}

/** Some builds spell the last word of CreateTaskPane and GetTaskPane with a small p. */
function shellMember<K extends keyof WpsShell>(roots: readonly object[], name: K): WpsShell[K] {
  for (const spelling of [name, name.replace("TaskPane", "Taskpane")]) {
    for (const root of roots) {
      const member: unknown = Reflect.get(root, spelling);
      if (member === undefined || member === null) continue;
      // Its methods ask for their own object.
      return (typeof member === "function" ? member.bind(root) : member) as WpsShell[K];
    }
  }
  return undefined as WpsShell[K];
}

function hasMember(root: unknown, name: string): boolean {
  return isObject(root) && isObject(Reflect.get(root, name));
}

/** What WPS lends may be an object or a function that carries members. */
function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
