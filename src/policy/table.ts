/** What a worksheet of a pack is: its columns, the rows that a pack makes, and how rows that were read become parts of the pack again. */
import { addressOf, isBlankCell, type Cell, type CellKind } from "./cells";
import { isRecord } from "./extend";
import type { Terms } from "./glossary";
import type { JsonPath } from "./jsonLines";
import type { Pack } from "./pack";

export interface PackSheet {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
}

export interface ColumnSpec {
  readonly heading: string;
  /** Headings of former versions that are still read. */
  readonly formerly?: readonly string[];
  readonly path: readonly string[];
  readonly kind: CellKind;
  readonly required?: boolean;
  /** What a blank cell stands for; left out where undefined. */
  readonly blank?: unknown;
  /** Former versions had it: still read, no longer written. */
  readonly past?: boolean;
  /** Written only where a row needs it. */
  readonly seldom?: boolean;
  /** Said at the heading. */
  readonly note?: string;
  /** Characters. */
  readonly width?: number;
  readonly look?: "code" | "day" | "share" | "figure" | "wrapped" | "text";
}

export interface Table {
  readonly sheet: string;
  /** What the sheet is for, said above its headings. */
  readonly line: string;
  readonly columns: readonly ColumnSpec[];
  /** Headings by which a sheet of this name is known to be ours. */
  readonly marks: readonly string[];
  /** A whole pack does without the sheet. */
  readonly mayLack?: boolean;
  /** The table ends above a row that begins with it. */
  readonly end?: string;
  /** Parts of a row that are whole or null (a limit without its unit is none). */
  readonly wholeOrNull?: readonly string[];
  readonly rows: (pack: Pack, terms: Terms) => readonly unknown[];
  readonly put: (rows: readonly Row[], draft: Draft) => void;
}

/** Where something stands; no cell where the sheet as a whole is meant. */
export interface Place {
  readonly sheet: string;
  readonly cell: string | null;
}

/** A row as read. */
export interface Row {
  readonly item: Readonly<Record<string, unknown>>;
  /** The cell of a column by its path, else the row's first. */
  readonly at: (...path: readonly string[]) => Place;
  readonly columns: readonly ColumnSpec[];
}

/** The document that sheets make together. */
export interface Draft {
  readonly parts: Record<string, unknown>;
  readonly terms: Terms;
  readonly fault: (place: Place, says: string, remedy: string) => void;
  /** The cells of a row are where the value at a path of the document came from. */
  readonly locate: (path: JsonPath, row: Row) => void;
}

export function sheetOf(table: Table, pack: Pack, terms: Terms): PackSheet {
  const items = table.rows(pack, terms);
  const columns = columnsShown(table, items);
  const rows = items.map((item) => columns.map((column) => writeCell(column, item, terms)));
  return { name: table.sheet, rows: [columns.map(({ heading }) => heading), ...rows] };
}

export function columnsShown({ columns }: Table, items: readonly unknown[]): readonly ColumnSpec[] {
  return columns.filter(
    ({ past, seldom, path }) => !past && (!seldom || items.some((item) => valueAt(item, path) !== undefined)),
  );
}

/** Rows by their columns; what cannot be read is a fault by its cell. Null without headings. */
export function readTable(table: Table, { name, rows }: PackSheet, draft: Draft): Row[] | null {
  const [first] = table.columns;
  const top = headingRow(table, rows);
  const heading = rows[top]?.map((cell) => (typeof cell === "string" ? cell.trim() : cell));
  if (!heading) {
    draft.fault({ sheet: name, cell: "A1" }, "找不到表头", `请保留表头行，首列为「${first?.heading ?? ""}」`);
    return null;
  }
  const places = table.columns.map((column) => placeOf(column, heading));
  const missing = table.columns.filter(({ required }, index) => required && places[index] === -1);
  for (const { heading: lost } of missing)
    draft.fault({ sheet: name, cell: addressOf(top, heading.length) }, `缺少「${lost}」列`, "请补上这一列");
  if (missing.length > 0) return null;

  const read: Row[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= top || row.every(isBlankCell)) continue;
    if (table.end !== undefined && row[0] === table.end) break;
    read.push(readRow(table, places, row, (place) => ({ sheet: name, cell: addressOf(index, place) }), draft));
  }
  return read;
}

/** -1 where no row is one. */
export function headingRow(table: Table, rows: PackSheet["rows"]): number {
  const [first] = table.columns;
  if (!first) return -1;
  return rows.findIndex((row) =>
    row.some((cell) => typeof cell === "string" && [first.heading, ...(first.formerly ?? [])].includes(cell.trim())),
  );
}

function placeOf({ heading, formerly = [] }: ColumnSpec, headings: readonly (Cell | null)[]): number {
  return headings.findIndex((cell) => cell === heading || (typeof cell === "string" && formerly.includes(cell)));
}

function readRow(
  table: Table,
  places: readonly number[],
  cells: readonly (Cell | null)[],
  placeAt: (column: number) => Place,
  draft: Draft,
): Row {
  const item: Record<string, unknown> = {};
  const at = new Map<string, number>();
  table.columns.forEach((column, index) => {
    const place = places[index] ?? -1;
    // A column that is not there says nothing, which is not the same as a blank.
    if (place < 0 && column.past) return;
    if (place >= 0) at.set(column.path.join("/"), place);
    const value = place < 0 ? column.blank : readCell(column, cells[place] ?? null, placeAt(place), draft);
    if (value !== undefined || column.past) putAt(item, column.path, value);
  });
  for (const key of table.wholeOrNull ?? []) {
    const parts = table.columns.filter(({ path }) => path[0] === key);
    const lost = parts.find(({ path }) => valueAt(item, path) === undefined);
    if (lost && isRecord(item[key]))
      draft.fault(placeAt(at.get(lost.path.join("/")) ?? 0), `「${lost.heading}」未填`, togetherRemedy(parts));
    if (lost) item[key] = null;
  }
  const first = Math.max(0, places[0] ?? 0);
  return { item, at: (...path) => placeAt(at.get(path.join("/")) ?? first), columns: table.columns };
}

function readCell(column: ColumnSpec, cell: Cell | null, place: Place, { terms, fault }: Draft): unknown {
  if (isBlankCell(cell)) {
    if (column.required) fault(place, `「${column.heading}」未填`, "请补填；这一行不要了，就整行删去");
    return column.blank;
  }
  const read = column.kind.read(cell, terms);
  if ("value" in read) return read.value;
  const where = read.fault.says.startsWith("「") ? `「${column.heading}」里的` : `「${column.heading}」`;
  fault(place, where + read.fault.says, read.fault.remedy);
  return undefined;
}

function writeCell({ path, blank, kind }: ColumnSpec, item: unknown, terms: Terms): Cell {
  const value = valueAt(item, path);
  if (value === undefined || value === null || (blank !== undefined && isSame(value, blank))) return "";
  return kind.write(value, terms);
}

function valueAt(item: unknown, path: readonly string[]): unknown {
  let here = item;
  for (const key of path) here = isRecord(here) ? here[key] : undefined;
  return here;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function togetherRemedy(parts: readonly ColumnSpec[]): string {
  return `${parts.map(({ heading }) => `「${heading}」`).join("和")}请一起填，或一起空着`;
}

function putAt(item: Record<string, unknown>, path: JsonPath, value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    item[String(key)] = value;
    return;
  }
  const below = isRecord(item[String(key)]) ? (item[String(key)] as Record<string, unknown>) : {};
  putAt(below, rest, value);
  item[String(key)] = below;
}
