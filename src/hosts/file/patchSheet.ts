/** One sheet's XML with some cells changed; every byte that is not of a changed cell stays as it was. */
import { cellName, parseCellName } from "../../sheet/address";
import { isBlankCell } from "../../sheet/cell";
import { isNameByte, LETTER, localName, MARK, skipMarkup, tagEnd } from "./markup";
import type { ColumnStyle, Master, PatchContext, PlacedPatch } from "./patchContext";
import { patchRow, plainFormulas } from "./patchRow";
import type { StyleBook } from "./patchStyles";
import { findSheetData, type SheetData } from "./sheet";
import { attribute, tags } from "./xml";

export interface PatchedSheet {
  readonly bytes: Uint8Array;
  /** The calculation chain names cells that hold no formula any more. */
  readonly formulaLost: boolean;
}

/** `bytes` in UTF-8. */
export function patchSheet(
  bytes: Uint8Array,
  patches: readonly PlacedPatch[],
  styles: StyleBook,
  date1904: boolean,
): PatchedSheet {
  const data = findSheetData(bytes);
  const head = decode(bytes.subarray(0, data.before));
  const context: PatchContext = {
    styles,
    date1904,
    prefix: /<([^\s<>/!?:]+:)worksheet[\s>]/.exec(head)?.[1] ?? "",
    columnStyles: readColumnStyles(head),
    lostMasters: new Map(),
    formulaLost: false,
  };
  const byRow = grouped(patches);
  const rows = patchRows(bytes, data, byRow, context);
  const widened = encode(withDimension(head, patches));
  const { prefix } = context;
  const opening = isSelfClosed(data) ? encode(`<${prefix}sheetData>`) : bytes.subarray(data.before, data.from);
  const closing = isSelfClosed(data) ? encode(`</${prefix}sheetData>`) : EMPTY;
  const patched = joined([widened, opening, ...rows, closing, bytes.subarray(data.to)]);
  return {
    bytes: context.lostMasters.size > 0 ? spelledOut(patched, context.lostMasters) : patched,
    formulaLost: context.formulaLost,
  };
}

const EMPTY = new Uint8Array(0);

function isSelfClosed(data: SheetData): boolean {
  return data.to === data.after;
}

function grouped(patches: readonly PlacedPatch[]): Map<number, PlacedPatch[]> {
  const byRow = new Map<number, PlacedPatch[]>();
  for (const patch of patches) {
    const row = byRow.get(patch.row);
    if (row) row.push(patch);
    else byRow.set(patch.row, [patch]);
  }
  return byRow;
}

/** The pieces of which the rows are made afterwards: old bytes between the rows that changed or were added. */
function patchRows(
  bytes: Uint8Array,
  data: SheetData,
  byRow: ReadonlyMap<number, readonly PlacedPatch[]>,
  context: PatchContext,
): Uint8Array[] {
  const waiting = [...byRow.keys()].sort((one, other) => other - one);
  const pieces: Uint8Array[] = [];
  const addBefore = (row: number) => {
    for (let next = waiting.at(-1); next !== undefined && next < row; next = waiting.at(-1)) {
      waiting.pop();
      const empty = `<${context.prefix}row r="${String(next)}"></${context.prefix}row>`;
      const added = patchRow(empty, next, byRow.get(next) ?? [], context);
      if (added !== empty) pieces.push(encode(added));
    }
  };
  let copied = data.from;
  for (const span of rowSpans(bytes, data.from, data.to)) {
    const next = waiting.at(-1);
    if (next === undefined) break;
    if (next > span.row) continue;
    pieces.push(bytes.subarray(copied, span.start));
    copied = span.start;
    addBefore(span.row);
    if (waiting.at(-1) !== span.row) continue;
    waiting.pop();
    pieces.push(
      encode(patchRow(decode(bytes.subarray(span.start, span.end)), span.row, byRow.get(span.row) ?? [], context)),
    );
    copied = span.end;
  }
  pieces.push(bytes.subarray(copied, data.to));
  addBefore(Infinity);
  return pieces;
}

/** Cells that shared a formula whose first cell is gone get it in full. */
function spelledOut(bytes: Uint8Array, masters: ReadonlyMap<string, Master>): Uint8Array {
  const data = findSheetData(bytes);
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (const span of rowSpans(bytes, data.from, data.to)) {
    const xml = decode(bytes.subarray(span.start, span.end));
    const plain = plainFormulas(xml, span.row, masters);
    if (plain === xml) continue;
    pieces.push(bytes.subarray(copied, span.start), encode(plain));
    copied = span.end;
  }
  return joined([...pieces, bytes.subarray(copied)]);
}

interface RowSpan {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

/** Where each `<row>` begins and ends. */
function* rowSpans(bytes: Uint8Array, from: number, to: number): Generator<RowSpan> {
  let row = 0;
  let start = -1;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== MARK.lt) continue;
    if (bytes[at + 1] === MARK.bang || bytes[at + 1] === MARK.question) {
      at = skipMarkup(bytes, at, to) - 1;
      continue;
    }
    const closing = bytes[at + 1] === MARK.slash;
    const name = localName(bytes, closing ? at + 2 : at + 1, to);
    const end = tagEnd(bytes, at, to);
    if (isRow(bytes, name)) {
      if (!closing) {
        start = at;
        const stated = /\sr\s*=\s*["'](\d+)["']/.exec(decode(bytes.subarray(at, end)))?.[1];
        row = stated === undefined ? row + 1 : Number(stated);
      }
      if (closing || bytes[end - 1] === MARK.slash) yield { row, start, end: end + 1 };
    }
    at = end;
  }
}

function isRow(bytes: Uint8Array, name: number): boolean {
  return (
    bytes[name] === LETTER.r &&
    bytes[name + 1] === LETTER.o &&
    bytes[name + 2] === LETTER.w &&
    !isNameByte(bytes[name + 3])
  );
}

function readColumnStyles(head: string): ColumnStyle[] {
  const styles: ColumnStyle[] = [];
  for (const tag of tags(head)) {
    const style = tag.name === "col" ? attribute(tag, "style") : undefined;
    if (style === undefined) continue;
    styles.push({
      first: Number(attribute(tag, "min")) - 1,
      last: Number(attribute(tag, "max")) - 1,
      style: Number(style),
    });
  }
  return styles;
}

/** The stated dimension made to hold what was put, since some readers believe it. */
function withDimension(head: string, patches: readonly PlacedPatch[]): string {
  return head.replace(
    /(<(?:[^\s<>/!?:]+:)?dimension\s[^>]*?ref=")([A-Z]+\d+)(?::([A-Z]+\d+))?(")/,
    (whole, before: string, first: string, last: string | undefined, after: string) => {
      const start = parseCellName(first);
      const end = parseCellName(last ?? first);
      if (!start || !end) return whole as string;
      let { row: top, column: left } = start;
      let { row: bottom, column: right } = end;
      for (const { row, column, put } of patches) {
        if (isBlankCell(put)) continue;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }
      const area = [cellName(top, left), cellName(bottom, right)];
      return before + (area[0] === area[1] ? area[0] : area.join(":")) + after;
    },
  );
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
