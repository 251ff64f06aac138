/** One sheet of an .xlsx: what stands before and after its rows, and the rows as blocks. */
import type { Merge, Sheet } from "../../sheet/sheet";
import { parseCellName } from "../../sheet/address";
import { ReadFailure } from "./failure";
import { isNameByte, localName, MARK, skipMarkup, tagEnd } from "./markup";
import { RowScanner, type Workshop } from "./rows";
import { attribute, isTrue, tags } from "./xml";

export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
}

const COLUMNS = 16384;

/** `bytes` is the unpacked part in UTF-8. */
export function xlsxSheet(head: SheetHead, bytes: Uint8Array, workshop: Workshop): Sheet {
  const data = findSheetData(bytes);
  const text = (from: number, to: number) => workshop.platform.decode(bytes, from, to);
  return {
    ...head,
    merges: readMerges(text(data.after, bytes.length)),
    hiddenColumns: readHiddenColumns(text(0, data.before)),
    untyped: false,
    rowCount: lastRow(bytes, data.from, data.to),
    *blocks(size = 1000) {
      const scanner = new RowScanner(bytes, data.from, data.to, workshop);
      for (;;) {
        const block = scanner.block(size);
        if (block.length === 0) return;
        yield block;
      }
    },
  };
}

/** The bytes of `<sheetData>`: before its tag, from and to its rows, after its end. */
export interface SheetData {
  readonly before: number;
  readonly from: number;
  readonly to: number;
  readonly after: number;
}

/** A part without any (a chart sheet's, say) has no rows; one that does not end is cut off. */
export function findSheetData(bytes: Uint8Array): SheetData {
  const end = bytes.length;
  for (let at = 0; at < end; at++) {
    if (bytes[at] !== MARK.lt) continue;
    if (bytes[at + 1] === MARK.bang || bytes[at + 1] === MARK.question) {
      at = skipMarkup(bytes, at, end) - 1;
      continue;
    }
    const close = tagEnd(bytes, at, end);
    if (isSheetData(bytes, localName(bytes, at + 1, end))) {
      const from = close + 1;
      if (bytes[close - 1] === MARK.slash) return { before: at, from, to: from, after: from };
      const to = findClosing(bytes, from);
      if (to < 0) throw new ReadFailure("truncated");
      return { before: at, from, to, after: tagEnd(bytes, to, end) + 1 };
    }
    at = close;
  }
  return { before: end, from: end, to: end, after: end };
}

const SHEET_DATA = [..."sheetData"].map((letter) => letter.charCodeAt(0));

function isSheetData(bytes: Uint8Array, name: number): boolean {
  for (let i = 0; i < SHEET_DATA.length; i++) if (bytes[name + i] !== SHEET_DATA[i]) return false;
  return !isNameByte(bytes[name + SHEET_DATA.length]);
}

/** The last `</sheetData>`, looked for from the end, so that the rows need not be read to know the merges. */
function findClosing(bytes: Uint8Array, from: number): number {
  for (let at = bytes.length - 1; at >= from; at--) {
    if (bytes[at] !== MARK.lt || bytes[at + 1] !== MARK.slash) continue;
    if (isSheetData(bytes, localName(bytes, at + 2, bytes.length))) return at;
  }
  return -1;
}

/** The number of the last `<row>` that carries one, looked for from the end; for progress only. */
function lastRow(bytes: Uint8Array, from: number, to: number): number | null {
  const row = [114, 111, 119, 32, 114, 61, 34]; // row r="
  for (let at = to - 1; at >= from; at--) {
    if (bytes[at] !== MARK.lt) continue;
    if (!row.every((byte, i) => bytes[at + 1 + i] === byte)) continue;
    let number = 0;
    for (let i = at + 8; i < to && bytes[i] !== MARK.quote; i++) number = number * 10 + (bytes[i] as number) - 48;
    return number;
  }
  return null;
}

function readMerges(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const tag of tags(xml)) {
    if (tag.name !== "mergeCell") continue;
    const [first = "", last = first] = (attribute(tag, "ref") ?? "").split(":");
    const start = parseCellName(first);
    const end = parseCellName(last);
    if (start && end) merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
  }
  return merges;
}

function readHiddenColumns(xml: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const tag of tags(xml)) {
    if (tag.name !== "col" || !isTrue(attribute(tag, "hidden"))) continue;
    const last = Math.min(Number(attribute(tag, "max")), COLUMNS);
    for (let column = Math.max(1, Number(attribute(tag, "min"))); column <= last; column++) hidden.add(column - 1);
  }
  return hidden;
}
