/** Which pack judges a workbook: its own, on sheets or kept inside it, else the one that ships and is in force on the day. */
import { dayFromSerial } from "../measure/day";
import { packInForce, loadPack, isInForce } from "../policy/load";
import type { Pack } from "../policy/pack";
import { isHeadedAsPack, isPackSheet, type PackSheet } from "../policy/sheets";
import { CellError, SerialDay, type CellValue } from "../sheet/cell";
import type { Sheet, SheetRow } from "../sheet/sheet";
import { notice } from "../words/command";
import { readPackSheets } from "./packSheets";

export interface PackChoice {
  readonly pack: Pack;
  readonly from: "workbook" | "shipped";
  /** What is to be said of the choice: not in force, faults of the workbook's own. */
  readonly notices: readonly string[];
  /** All that is wrong with the workbook's own, each by sheet, cell and remedy; with any of them it is not used. */
  readonly faults: readonly string[];
}

/** `kept` is the pack that was stored inside the workbook, as JSON text. */
export function choosePack(sheets: readonly Sheet[], kept: string | null, asOf: string): PackChoice {
  const shipped = shippedChoice(asOf);
  const base = kept === null ? null : loadPack(kept);
  if (base && "errors" in base) {
    return withFaults(shipped, base.errors);
  }
  const own = sheets.filter(holdsPack).map(packSheet);
  if (own.length === 0) return base ? inWorkbook(base.pack, asOf) : shipped;
  const read = readPackSheets(own, base?.pack ?? shipped.pack);
  if ("pack" in read) return inWorkbook(read.pack, asOf);
  return withFaults(shipped, read.errors);
}

function withFaults(shipped: PackChoice, errors: readonly { readonly message: string }[]): PackChoice {
  const faults = errors.map(({ message }) => message);
  const said = faults.slice(0, 3).map((fault) => notice.ownPackFault(fault));
  return { ...shipped, notices: [...shipped.notices, ...said], faults };
}

function shippedChoice(asOf: string): PackChoice {
  const { pack, inForce } = packInForce(asOf);
  return { pack, from: "shipped", notices: inForce ? [] : [notice.packNotInForce(pack.title, asOf)], faults: [] };
}

function inWorkbook(pack: Pack, asOf: string): PackChoice {
  const notices = isInForce(pack, asOf) ? [] : [notice.packNotInForce(pack.title, asOf)];
  return { pack, from: "workbook", notices: [notice.ownPack(pack.title), ...notices], faults: [] };
}

/** Rows among which the headings of a sheet of ours stand. */
const FIRST_ROWS = 10;

/** A sheet of ours is known by its name and by our headings. */
export function holdsPack(sheet: Sheet): boolean {
  if (!isPackSheet(sheet.name)) return false;
  for (const block of sheet.blocks(FIRST_ROWS)) return isHeadedAsPack({ name: sheet.name, rows: rowsOf([block]) });
  return false;
}

export function packSheet(sheet: Sheet): PackSheet {
  return { name: sheet.name, rows: rowsOf(sheet.blocks()) };
}

function rowsOf(blocks: Iterable<readonly SheetRow[]>): PackSheet["rows"] {
  const rows: (string | number | null)[][] = [];
  for (const block of blocks) {
    for (const { row, cells } of block) {
      while (rows.length < row - 1) rows.push([]);
      rows.push(cells.map(plain));
    }
  }
  return rows;
}

function plain(value: CellValue): string | number | null {
  if (value instanceof SerialDay) return dayFromSerial(value.serial, value.date1904);
  if (value instanceof CellError) return value.code;
  if (typeof value === "boolean") return value ? "是" : "否";
  return value;
}
