/**
 * Workbooks that are no .xlsx, through a library that is loaded only when one comes: .xls and .et (BIFF 2–8), .xlsb, .ods,
 * Excel's XML of 2003, and web pages with a table that call themselves .xls.
 *
 * Chosen by test between the two that read .xls at all: hucre is five times faster (60,000 rows: 1.6 s against 8.1 s) but
 * knows only BIFF 8, gives errors as text, dates without their serial, and reads neither XML nor web pages; an .xls ends
 * at 65,536 rows, so that what is right goes before what is fast. What SheetJS lacks, the builtin Chinese formats of
 * days, is put right before it reads.
 */
import * as library from "@e965/xlsx";
import { type CellValue, Mark } from "../../sheet/cell";
import { gridSheet } from "../../sheet/grid";
import type { Merge, Sheet, Workbook } from "../../sheet/sheet";
import { ReadFailure } from "./failure";
import { builtinKind, codeKind, isDayKind, Kind, markOfKind } from "./numberFormat";
import { cellError, Days } from "./values";

/** Any workbook that the library knows. */
export function readLegacy(bytes: Uint8Array): Workbook {
  const book = parse(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const days = new Days(date1904);
  const sheets: Sheet[] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    // Chart and macro sheets have no cells of their own.
    if (!sheet || (sheet["!type"] !== undefined && sheet["!type"] !== "sheet")) return;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push(legacySheet(name, sheet, hidden, days));
  });
  if (sheets.length === 0) throw new ReadFailure("no-sheets");
  return { sheets };
}

function parse(bytes: Uint8Array): library.WorkBook {
  // The library prints its doubts about number formats, which are no business of whoever checks a ledger.
  /* eslint-disable no-console -- silenced while the library reads, and given back */
  const { error: print } = console;
  console.error = () => undefined;
  try {
    return library.read(withKnownFormats(bytes), {
      type: "array",
      dense: true,
      // Serial numbers and their formats, not dates: what is a day is decided in one place for every kind of file.
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      cellFormula: true,
    });
  } catch (error) {
    const message = String(error);
    throw new ReadFailure(/password|encrypt/i.test(message) ? "password" : "corrupt");
  } finally {
    console.error = print;
  }
  /* eslint-enable no-console */
}

const OLE_START = 0xd0;
const RECORD = { endOfFile: 0x0a, format: 0xe0 } as const;
/** The builtin format of a plain day. */
const DAY = 14;
const MONTH = 17;

/** The library knows no builtin format beyond 49; cells of those that are days get the one of a plain day instead. */
function withKnownFormats(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== OLE_START) return bytes;
  const container = library.CFB.read(bytes, { type: "buffer" });
  const stream = library.CFB.find(container, "/Workbook") ?? library.CFB.find(container, "/Book");
  if (!stream) return bytes;
  const content = Uint8Array.from(stream.content as ArrayLike<number>);
  const view = new DataView(content.buffer);
  let changed = false;
  for (let at = 0; at + 4 <= content.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (type === RECORD.endOfFile) break;
    if (type !== RECORD.format || at + 8 > content.length) continue;
    const format = view.getUint16(at + 6, true);
    if (format <= 22 || format > 58 || !isDayKind(builtinKind(format)) || (format >= 45 && format <= 47)) continue;
    view.setUint16(at + 6, builtinKind(format) === Kind.month ? MONTH : DAY, true);
    changed = true;
  }
  if (!changed) return bytes;
  stream.content = content;
  return Uint8Array.from(library.CFB.write(container, { type: "array" }) as ArrayLike<number>);
}

function legacySheet(name: string, sheet: library.WorkSheet, hidden: boolean, days: Days): Sheet {
  const rows = (sheet as library.DenseWorkSheet)["!data"] ?? [];
  const cells: CellValue[][] = [];
  const marks = new Map<number, Uint8Array>();
  for (let index = 0; index < rows.length; index++) {
    const row = readRow(rows[index] ?? [], days);
    cells.push(row.cells);
    if (row.marks) marks.set(index + 1, row.marks);
  }
  while (cells[cells.length - 1]?.length === 0) cells.pop();
  return gridSheet(name, cells, {
    hidden,
    date1904: days.date1904,
    merges: (sheet["!merges"] ?? []).map(toMerge),
    hiddenRows: hiddenOf(sheet["!rows"], 1),
    hiddenColumns: hiddenOf(sheet["!cols"], 0),
    marks,
  });
}

function readRow(
  row: readonly (library.CellObject | undefined)[],
  days: Days,
): { cells: CellValue[]; marks: Uint8Array | null } {
  const cells: CellValue[] = [];
  let marks: Uint8Array | null = null;
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (!cell) continue;
    const kind = typeof cell.z === "string" ? codeKind(cell.z) : Kind.number;
    const value = cellValue(cell, kind, days);
    if (value === null && cell.f === undefined) continue;
    while (cells.length < column) cells.push(null);
    cells.push(value);
    const mark = (cell.f === undefined ? 0 : Mark.formula) | markOfKind(kind);
    if (mark === 0) continue;
    marks ??= new Uint8Array(row.length);
    marks[column] = mark;
  }
  return { cells, marks };
}

function cellValue(cell: library.CellObject, kind: number, days: Days): CellValue {
  if (cell.t === "e") return cellError(errorName(Number(cell.v)));
  if (typeof cell.v === "number") return isDayKind(kind) ? days.of(cell.v) : cell.v;
  if (typeof cell.v === "boolean") return cell.v;
  if (typeof cell.v !== "string" || (cell.v === "" && cell.f === undefined)) return null;
  return cell.v;
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

function errorName(code: number): string {
  return ERRORS[code] ?? "#VALUE!";
}

function toMerge({ s, e }: library.Range): Merge {
  return { top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c };
}

function hiddenOf(
  items: readonly ({ hidden?: boolean } | undefined)[] | undefined,
  first: number,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  items?.forEach((item, index) => {
    if (item?.hidden === true) hidden.add(index + first);
  });
  return hidden;
}
