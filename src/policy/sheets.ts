/** A pack as worksheets that a bureau keeps in Excel or WPS, and back; every fault is named by sheet, cell and remedy. */
import { addressOf, day, isBlankCell, json, type Cell } from "./cells";
import { isRecord } from "./extend";
import type { JsonPath } from "./jsonLines";
import { loadPack } from "./load";
import type { Pack } from "./pack";
import { HOLIDAYS, HOLIDAY_MARKS, REST, TABLES, type ColumnSpec, type TableSpec } from "./tables";

export interface PackSheet {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
}

export interface SheetError {
  readonly sheet: string;
  /** A1; null where the sheet as a whole is meant. */
  readonly cell: string | null;
  readonly remedy: string;
  /** The whole sentence. */
  readonly message: string;
}

/** No cell of a worksheet holds more. */
const LONGEST_CELL = 30_000;

export function packToSheets(pack: Pack): PackSheet[] {
  return [...TABLES.map((table) => tableSheet(table, pack)), holidaySheet(pack), restSheet(pack)];
}

/** Parts that no sheet holds are the base pack's. Sheets of other names are left alone. */
export function packFromSheets(
  sheets: readonly PackSheet[],
  base: Pack | null,
): { readonly pack: Pack } | { readonly errors: readonly SheetError[] } {
  const reader = new SheetReader();
  const document: Record<string, unknown> = { ...(base ?? {}) };
  const sheetNamed = (name: string): PackSheet | undefined => sheets.find((sheet) => sheet.name.trim() === name);

  const rest = sheetNamed(REST);
  if (rest) Object.assign(document, reader.readRest(rest));
  for (const table of TABLES) {
    const sheet = sheetNamed(table.sheet);
    if (sheet) reader.readTable(table, sheet, document);
  }
  const holidays = sheetNamed(HOLIDAYS);
  if (holidays) Object.assign(document, reader.readHolidays(holidays));
  if (reader.errors.length > 0) return { errors: reader.errors };

  const loaded = loadPack(document);
  if ("pack" in loaded) return loaded;
  return { errors: loaded.errors.map(({ path, message, remedy }) => reader.placed(path, message, remedy)) };
}

/** Whether a workbook's sheets hold a pack or a part of one. */
export function isPackSheet(name: string): boolean {
  return [REST, HOLIDAYS, ...TABLES.map(({ sheet }) => sheet)].includes(name.trim());
}

function tableSheet(table: TableSpec, pack: Pack): PackSheet {
  const headings = table.columns.map(({ heading }) => heading);
  const items: unknown[] = table.child ? childrenOf(table.child, pack) : [...pack[table.list]];
  return {
    name: table.sheet,
    rows: [headings, ...items.map((item) => table.columns.map((column) => writeCell(column, item)))],
  };
}

/** Each child with its parent's id in front (a channel's windows, a channel's papers). */
function childrenOf({ field, parentId }: NonNullable<TableSpec["child"]>, pack: Pack): unknown[] {
  return pack.channels.flatMap((channel) => channel[field].map((child) => ({ ...child, [parentId]: channel.id })));
}

function writeCell(column: ColumnSpec, item: unknown): Cell {
  const value = valueAt(item, column.path);
  if (value === undefined || value === null || (column.blank !== undefined && same(value, column.blank))) return "";
  return column.kind.write(value);
}

function valueAt(item: unknown, path: readonly string[]): unknown {
  let here = item;
  for (const key of path) here = isRecord(here) ? here[key] : undefined;
  return here;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function holidaySheet(pack: Pack): PackSheet {
  const days = Object.entries(pack.workdays).map(([date, worked]) => [
    date,
    worked ? HOLIDAY_MARKS.worked : HOLIDAY_MARKS.free,
  ]);
  const through = pack.workdaysThrough === undefined ? [] : [[pack.workdaysThrough, HOLIDAY_MARKS.through]];
  return { name: HOLIDAYS, rows: [["日期", "安排"], ...days, ...through] };
}

/** What no table holds: a row a part, or a row an entry of a list, as JSON over as many cells as it takes. */
function restSheet(pack: Pack): PackSheet {
  const held = new Set<string>([...TABLES.map(({ list }) => list), "workdays", "workdaysThrough"]);
  const rows: Cell[][] = [["部分", "编号", "内容"]];
  for (const [part, value] of Object.entries(pack)) {
    if (held.has(part) || value === undefined) continue;
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => rows.push([part, `${String(index + 1)}`, ...cut(JSON.stringify(item))]));
      if (value.length === 0) rows.push([part, "0", ""]);
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) rows.push([part, key, ...cut(JSON.stringify(item))]);
      if (Object.keys(value).length === 0) rows.push([part, "", "{}"]);
    } else rows.push([part, "", ...cut(JSON.stringify(value))]);
  }
  return { name: REST, rows };
}

function cut(whole: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < whole.length; at += LONGEST_CELL) pieces.push(whole.slice(at, at + LONGEST_CELL));
  return pieces;
}

/** Reads sheets into one document and remembers the cell of every path. */
class SheetReader {
  readonly errors: SheetError[] = [];
  private readonly cells = new Map<string, { readonly sheet: string; readonly cell: string }>();

  readTable(table: TableSpec, { rows }: PackSheet, document: Record<string, unknown>): void {
    const top = rows.findIndex((row) => row.some((cell) => cell === table.columns[0]?.heading));
    const heading = rows[top];
    if (!heading) {
      this.errors.push(
        sheetError(table.sheet, "A1", "找不到表头", `请保留表头行，首列为「${table.columns[0]?.heading ?? ""}」`),
      );
      return;
    }
    const places = table.columns.map(({ heading: name }) => heading.indexOf(name));
    const missing = table.columns.filter(({ required }, index) => required && places[index] === -1);
    for (const { heading: name } of missing)
      this.errors.push(sheetError(table.sheet, addressOf(top, heading.length), `缺少「${name}」列`, "请补上这一列"));
    if (missing.length > 0) return;

    const items: Record<string, unknown>[] = [];
    rows.forEach((row, index) => {
      if (index <= top || row.every(isBlankCell)) return;
      items.push(this.readItem(table, row, index, places, items.length));
    });
    if (table.child) this.hangChildren(table, table.child, items, document);
    else document[table.list] = items;
  }

  readHolidays({ name, rows }: PackSheet): Record<string, unknown> {
    const workdays: Record<string, boolean> = {};
    const found: Record<string, unknown> = { workdays };
    rows.forEach(([date, mark], index) => {
      if (index === 0 || (isBlankCell(date) && isBlankCell(mark))) return;
      const read = this.readCell(HOLIDAY_COLUMN, date ?? null, name, index, 0);
      if (typeof read !== "string") return;
      if (mark === HOLIDAY_MARKS.through) found["workdaysThrough"] = read;
      else if (mark === HOLIDAY_MARKS.worked || mark === HOLIDAY_MARKS.free)
        workdays[read] = mark === HOLIDAY_MARKS.worked;
      else
        this.errors.push(
          sheetError(
            name,
            addressOf(index, 1),
            "不认得这种安排",
            `请改为 ${Object.values(HOLIDAY_MARKS).join("、")} 之一`,
          ),
        );
    });
    return found;
  }

  readRest({ name, rows }: PackSheet): Record<string, unknown> {
    const document: Record<string, unknown> = {};
    rows.forEach(([part, key, ...pieces], index) => {
      if (index === 0 || isBlankCell(part)) return;
      const whole = pieces.filter((piece) => !isBlankCell(piece)).join("");
      const list = String(key ?? "");
      if (list === "0") document[String(part)] = [];
      else {
        const read = json.read(whole);
        if ("fault" in read)
          this.errors.push(sheetError(name, addressOf(index, 2), read.fault.says, read.fault.remedy));
        else this.putRest(document, String(part), list, read.value, { sheet: name, cell: addressOf(index, 2) });
      }
    });
    return document;
  }

  /** The error at a path of the document, by the cell that the path came from, or the nearest above it. */
  placed(path: string, message: string, remedy: string): SheetError {
    const parts = path.replaceAll("[", ".").replaceAll("]", "").split(".");
    for (let length = parts.length; length > 0; length--) {
      const found = this.cells.get(parts.slice(0, length).join("/"));
      if (found) return sheetError(found.sheet, found.cell, message, remedy, true);
    }
    return sheetError(REST, null, message, remedy, true);
  }

  private putRest(
    document: Record<string, unknown>,
    part: string,
    key: string,
    value: unknown,
    at: { sheet: string; cell: string },
  ): void {
    if (key === "") document[part] = value;
    else if (/^\d+$/.test(key)) {
      const list = Array.isArray(document[part]) ? (document[part] as unknown[]) : [];
      this.cells.set(`${part}/${String(list.length)}`, at);
      document[part] = [...list, value];
      return;
    } else document[part] = { ...(isRecord(document[part]) ? document[part] : {}), [key]: value };
    this.cells.set(key === "" ? part : `${part}/${key}`, at);
  }

  private readItem(
    table: TableSpec,
    row: PackSheet["rows"][number],
    index: number,
    places: readonly number[],
    count: number,
  ): Record<string, unknown> {
    const item: Record<string, unknown> = {};
    const root = rootOf(table);
    table.columns.forEach((column, at) => {
      const place = places[at] ?? -1;
      const value = place < 0 ? undefined : this.readCell(column, row[place] ?? null, table.sheet, index, place);
      const path = [root, count, ...column.path];
      this.cells.set(path.join("/"), { sheet: table.sheet, cell: addressOf(index, Math.max(0, place)) });
      if (value !== undefined) put(item, column.path, value);
    });
    this.cells.set(`${root}/${String(count)}`, {
      sheet: table.sheet,
      cell: addressOf(index, Math.max(0, places[0] ?? 0)),
    });
    for (const key of table.wholeOrNull ?? []) if (!isWhole(item[key])) item[key] = null;
    return item;
  }

  private readCell(column: ColumnSpec, cell: Cell | null, sheet: string, row: number, place: number): unknown {
    if (isBlankCell(cell)) {
      if (column.required)
        this.errors.push(sheetError(sheet, addressOf(row, place), `「${column.heading}」未填`, "请补填"));
      return column.blank;
    }
    const read = column.kind.read(cell);
    if ("value" in read) return read.value;
    this.errors.push(
      sheetError(sheet, addressOf(row, place), `「${column.heading}」${read.fault.says}`, read.fault.remedy),
    );
    return undefined;
  }

  private hangChildren(
    table: TableSpec,
    { field, parentId }: NonNullable<TableSpec["child"]>,
    items: readonly Record<string, unknown>[],
    document: Record<string, unknown>,
  ): void {
    const given = Array.isArray(document["channels"]) ? (document["channels"] as Record<string, unknown>[]) : [];
    const channels = given.map((channel) => ({ ...channel, [field]: [] as unknown[] }));
    document["channels"] = channels;
    items.forEach((item, index) => {
      const { [parentId]: id, ...child } = item;
      const from = `${rootOf(table)}/${String(index)}`;
      const parent = channels.findIndex((each: Record<string, unknown>) => each["id"] === id);
      const children = channels[parent]?.[field] as unknown[] | undefined;
      if (!children) {
        const cell = this.cells.get(`${from}/${parentId}`)?.cell ?? null;
        const says = `没有编号为「${String(id)}」的渠道`;
        this.errors.push(sheetError(table.sheet, cell, says, "请先在 资金渠道 中加上它，或改正编号"));
        return;
      }
      this.movePlaces(from, `channels/${String(parent)}/${field}/${String(children.length)}`);
      children.push(child);
    });
  }

  /** What is wrong with a child is said by the cell that it came from, wherever it hangs. */
  private movePlaces(from: string, to: string): void {
    for (const [path, place] of [...this.cells])
      if (path === from || path.startsWith(`${from}/`)) this.cells.set(to + path.slice(from.length), place);
  }
}

/** Children have places of their own: the third window is not the third channel. */
function rootOf({ list, child }: TableSpec): string {
  return child ? `${list}.${child.field}` : list;
}

const HOLIDAY_COLUMN: ColumnSpec = { heading: "日期", path: [], kind: day, required: true };

function isWhole(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((part) => part !== undefined && part !== null);
}

function put(item: Record<string, unknown>, path: JsonPath, value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    item[String(key)] = value;
    return;
  }
  const below = isRecord(item[String(key)]) ? (item[String(key)] as Record<string, unknown>) : {};
  put(below, rest, value);
  item[String(key)] = below;
}

function sheetError(sheet: string, cell: string | null, says: string, remedy: string, whole = false): SheetError {
  const where = cell === null ? `「${sheet}」` : `「${sheet}」${cell}`;
  return { sheet, cell, remedy, message: whole ? `${where}：${says}` : `${where}：${says}；${remedy}` };
}
