/** The same workbook as other programs read it, in one comparable form: by sheet, cells by address; blanks left out. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sheetjs from "@e965/xlsx";
import { dateToSerial, readXlsx as hucreRead } from "hucre";
import { codeKind, isDayKind } from "../../src/hosts/file/numberFormat";
import { openWorkbook } from "../../src/hosts/file/open";
import { cellName } from "../../src/sheet/address";
import { CellError, type CellValue, SerialDay } from "../../src/sheet/cell";

/** Days as "day:serial" to the millisecond, errors by their code. */
export type Comparable = string | number | boolean;
export type Cells = Readonly<Record<string, Comparable>>;
export type Book = readonly { readonly name: string; readonly cells: Cells }[];

export async function ours(bytes: Uint8Array, fileName = "a.xlsx"): Promise<Book> {
  const { sheets } = await openWorkbook(bytes, { fileName });
  return sheets.map((sheet) => {
    const cells: Record<string, Comparable> = {};
    for (const block of sheet.blocks()) {
      for (const row of block) row.cells.forEach((value, column) => set(cells, row.row, column, comparable(value)));
    }
    return { name: sheet.name, cells };
  });
}

function comparable(value: CellValue): Comparable | null {
  if (value instanceof SerialDay) return day(value.serial);
  if (value instanceof CellError) return `error:${value.code}`;
  return value;
}

function day(serial: number): string {
  return `day:${String(Math.round(serial * 86_400_000) / 86_400_000)}`;
}

function set(
  cells: Record<string, Comparable>,
  row: number,
  column: number,
  value: Comparable | null | undefined,
): void {
  if (value === null || value === undefined || value === "") return;
  cells[cellName(row, column)] = value;
}

export function sheetJs(bytes: Uint8Array): Book {
  const book = sheetjs.read(bytes, { dense: true, cellNF: true, cellText: false, cellHTML: false });
  return book.SheetNames.map((name) => {
    const cells: Record<string, Comparable> = {};
    const rows = (book.Sheets[name] as sheetjs.DenseWorkSheet | undefined)?.["!data"] ?? [];
    rows.forEach((row, index) => {
      row?.forEach((cell, column) => set(cells, index + 1, column, fromSheetJs(cell)));
    });
    return { name, cells };
  });
}

function fromSheetJs(cell: sheetjs.CellObject | undefined): Comparable | null {
  if (!cell || cell.v === undefined || cell.t === "z") return null;
  if (cell.t === "e") return `error:${ERRORS[Number(cell.v)] ?? String(cell.v)}`;
  if (cell.v instanceof Date) return day(cell.v.getTime() / 86_400_000 + 25569);
  if (typeof cell.v === "number" && typeof cell.z === "string" && isDayKind(codeKind(cell.z))) {
    return cell.v >= 0 && cell.v < 2958466 ? day(cell.v) : cell.v;
  }
  return cell.v;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

export async function hucre(bytes: Uint8Array): Promise<Book> {
  const book = await hucreRead(bytes);
  const date1904 = book.dateSystem === "1904";
  return book.sheets.map((sheet) => {
    const cells: Record<string, Comparable> = {};
    sheet.rows.forEach((row, index) => {
      row.forEach((value, column) => {
        set(
          cells,
          index + 1,
          column,
          value instanceof Date ? day(dateToSerial(value, date1904)) : (value as Comparable | null),
        );
      });
    });
    return { name: sheet.name, cells };
  });
}

/** Whether LibreOffice is here. */
export function hasOffice(): boolean {
  return spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;
}

/** What LibreOffice makes of files: each converted to another format; by file name, in the order given. */
export function converted(
  files: Readonly<Record<string, Uint8Array>>,
  from: string,
  to: string,
  filter: string,
): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "ledger-check-office-"));
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, `${name}.${from}`);
      writeFileSync(path, bytes);
      return path;
    });
    const out = join(folder, "out");
    spawnSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        filter,
        "--outdir",
        out,
        ...paths,
      ],
      { stdio: "ignore" },
    );
    const made = readdirSync(out).filter((name) => name.endsWith(`.${to}`));
    return Object.fromEntries(made.map((name) => [name.slice(0, -to.length - 1), readFileSync(join(out, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
