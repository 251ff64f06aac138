/** A pack as worksheets that a bureau keeps in Excel or WPS, and back; every fault is named by sheet, cell and remedy. */
import { isBlankCell } from "./cells";
import { isRecord } from "./extend";
import { isFormerRest, readFormerRest } from "./formerRest";
import { termsOf, unquoted, type Named, type NamedList, type OutsideTerms, type Terms } from "./glossary";
import type { JsonPath } from "./jsonLines";
import { loadPack } from "./load";
import type { Pack } from "./pack";
import { PACK } from "./packTable";
import { isOfPart, isPreset, presetsTable } from "./presetTables";
import { headingRow, readTable, sheetOf, type Draft, type PackSheet, type Place, type Row, type Table } from "./table";
import { ENTRY_TABLES, TABLES } from "./tables";

export type { PackSheet } from "./table";

export interface SheetError {
  readonly sheet: string;
  /** A1; null where the sheet as a whole is meant. */
  readonly cell: string | null;
  readonly remedy: string;
  /** The whole sentence. */
  readonly message: string;
}

/** Headings stand below a title and what is said under it. */
const LAST_HEADING_ROW = 10;

export function packToSheets(pack: Pack, outside: OutsideTerms): PackSheet[] {
  const terms = packTerms(pack, outside);
  return TABLES.map((table) => sheetOf(table, pack, terms));
}

export function packTerms(pack: Pack, outside: OutsideTerms): Terms {
  return termsOf((list) => pack[list], outside);
}

/** Parts that no sheet holds are the base pack's. Sheets of other names are left alone. */
export function packFromSheets(
  sheets: readonly PackSheet[],
  base: Pack | null,
  outside: OutsideTerms,
): { readonly pack: Pack } | { readonly errors: readonly SheetError[] } {
  const read = documentFromSheets(sheets, base, outside);
  if (read.errors.length > 0) return { errors: read.errors };
  const loaded = loadPack(read.document);
  if ("pack" in loaded) return loaded;
  return {
    errors: loaded.errors.map(({ path, says, remedy }) => {
      const place = read.placeOf(path);
      // A part that no cell holds is told by its own name.
      return sheetError(place, place.cell === null ? `${path} ${says}` : says, remedy);
    }),
  };
}

export interface SheetDocument {
  /** As JSON would hold it, not yet judged by the schema. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly errors: readonly SheetError[];
  /** The cell that a path (targets[0].by) came from, or the nearest above it. */
  readonly placeOf: (path: string) => Place;
}

export function documentFromSheets(
  sheets: readonly PackSheet[],
  base: Pack | null,
  outside: OutsideTerms,
): SheetDocument {
  const errors: SheetError[] = [];
  const places = new Map<string, Place>();
  const fault = (place: Place, says: string, remedy: string): void => void errors.push(sheetError(place, says, remedy));
  const locateAt = (path: JsonPath, place: Place): void => void places.set(path.join("/"), place);
  const parts: Record<string, unknown> = { ...(base ?? {}) };

  const own = TABLES.flatMap((table) => {
    const sheet = sheetFor(table, sheets);
    return sheet ? [{ table, sheet }] : [];
  });
  const rest = own.find(({ table, sheet }) => table.sheet === PACK && isFormerRest(sheet));
  if (rest) readFormerRest(rest.sheet, { parts, fault, locateAt });
  const draft: Draft = {
    parts,
    terms: termsOf((list) => namedIn(list, own, parts), outside),
    fault,
    locate: (path, row) => {
      for (const { path: inner } of row.columns) locateAt([...path, ...inner], row.at(...inner));
      locateAt(path, row.at());
    },
  };
  for (const { table, sheet } of own) {
    if (sheet === rest?.sheet) continue;
    const rows: Row[] | null = readTable(table, sheet, draft);
    if (rows) table.put(rows, draft);
  }
  const lost =
    base || rest ? [] : TABLES.filter((table) => !table.mayLack && own.every((each) => each.table !== table));
  for (const { sheet } of lost)
    fault({ sheet, cell: null }, "没有这张表", "请从 ledger-check pack init 写出的工作簿里复制过来");
  return { document: parts, errors, placeOf: (path) => nearest(path, places) };
}

/** Whether a workbook's sheets hold a pack or a part of one. */
export function isPackSheet(name: string): boolean {
  return tableNamed(name) !== undefined;
}

/**
 * Whether a sheet of such a name is ours by its first rows: a bureau's own 政策台账 or 部门名录 in another form is a
 * ledger like any other.
 */
export function isHeadedAsPack({ name, rows }: PackSheet): boolean {
  const table = tableNamed(name);
  if (!table) return false;
  const first = rows.slice(0, LAST_HEADING_ROW);
  if (table.sheet === PACK && isFormerRest({ name, rows: first })) return true;
  const heading = first[headingRow(table, first)] ?? [];
  const headings = heading.map((cell) => (typeof cell === "string" ? cell.trim() : ""));
  return table.marks.every((mark) =>
    [mark, ...(table.columns.find((column) => column.heading === mark)?.formerly ?? [])].some((each) =>
      headings.includes(each),
    ),
  );
}

/** A workbook that has a sheet of that name already gets ours under 「负面清单 (2)」. */
function tableNamed(name: string): Table | undefined {
  const plain = name.trim();
  const unnumbered = plain.replace(/ ?\(\d+\)$/, "");
  return TABLES.find(({ sheet }) => sheet === plain) ?? TABLES.find(({ sheet }) => sheet === unnumbered);
}

function sheetFor(table: Table, sheets: readonly PackSheet[]): PackSheet | undefined {
  const exact = sheets.find(({ name }) => name.trim() === table.sheet);
  if (exact && isHeadedAsPack(exact)) return exact;
  return sheets.find((sheet) => tableNamed(sheet.name) === table && isHeadedAsPack(sheet)) ?? exact;
}

/** Entries by which others are named: those that the workbook lists, else those that are there already. */
function namedIn(
  list: NamedList,
  own: readonly { readonly table: Table; readonly sheet: PackSheet }[],
  parts: Readonly<Record<string, unknown>>,
): readonly Named[] {
  const held = own.find(({ table }) => table === listing(list));
  if (held) return identities(list, held.table, held.sheet);
  const given = parts[list];
  return Array.isArray(given) ? given.filter(isNamed) : [];
}

/** The worksheet on which the entries of a list stand. */
function listing(list: NamedList): Table | undefined {
  return isPreset(list) ? presetsTable : ENTRY_TABLES.find((table) => table.list === list);
}

function identities(list: NamedList, table: Table, { rows }: PackSheet): readonly Named[] {
  const top = headingRow(table, rows);
  const columnOf = (heading: string): number => rows[top]?.indexOf(heading) ?? -1;
  const [id, name, kind] = [columnOf("编号"), columnOf("名称"), columnOf("类别")];
  return rows.slice(top + 1).flatMap((row) => {
    const key = row[id];
    if (isBlankCell(key) || (isPreset(list) && !isOfPart(list, row[kind]))) return [];
    const [entry, word] = [key, row[name] ?? ""].map((cell) => unquoted(String(cell)) ?? String(cell));
    return entry === undefined || word === undefined ? [] : [{ id: entry, name: word }];
  });
}

function isNamed(entry: unknown): entry is Named {
  return isRecord(entry) && typeof entry["id"] === "string" && typeof entry["name"] === "string";
}

function nearest(path: string, places: ReadonlyMap<string, Place>): Place {
  const parts = path.replaceAll("[", ".").replaceAll("]", "").split(".");
  for (let length = parts.length; length > 0; length--) {
    const found = places.get(parts.slice(0, length).join("/"));
    if (found) return found;
  }
  return { sheet: PACK, cell: null };
}

function sheetError({ sheet, cell }: Place, says: string, remedy: string): SheetError {
  const where = cell === null ? `「${sheet}」` : `「${sheet}」${cell}`;
  return { sheet, cell, remedy, message: `${where}：${says}；${remedy}` };
}
