/** The rows of a sheet in one pass over the bytes of its XML: no string per tag, no object per cell. */
import { type CellValue, Mark } from "../../sheet/cell";
import type { SheetRow } from "../../sheet/sheet";
import {
  asNumber,
  elementEnd,
  isNameByte,
  LETTER,
  localName,
  MARK,
  plainText,
  skipMarkup,
  tagEnd,
  textEnd,
} from "./markup";
import { isDayKind, Kind, markOfKind } from "./numberFormat";
import type { Platform } from "./platform";
import { richText } from "./strings";
import type { StyleKinds } from "./styles";
import { cellError, type Days } from "./values";

export interface Workshop {
  readonly strings: readonly string[];
  readonly kinds: StyleKinds;
  readonly days: Days;
  readonly platform: Platform;
}

const COLUMNS = 16384;
/** A cell further right than this from its left neighbour is far out … */
const FAR = 256;
/** … and costs that many blanks; a sheet may spend this many before such cells are left out. */
const FAR_BLANKS = 8_000_000;

/** What nearly every cell is written with: four characters are compared as one number. */
const CELL = asNumber("<c r");
const STYLE = asNumber('" s=');
const TYPED = asNumber('" t=');
const OPENED = asNumber('"><v');
const VALUE_CLOSED = asNumber("</v>");
const CELL_CLOSED = asNumber("</c>");
/** Two of them. */
const IS = asNumber('="');
const SHARED = asNumber('"s');
const NUMBER = asNumber('"n');
const EMPTY = asNumber("/>");
/** The length of "</t>". */
const T_CLOSED = 4;

const TYPE = { number: 0, shared: 1, text: 2, inline: 3, boolean: 4, error: 5, iso: 6 } as const;

const POINT = 46;
/** A number of so many digits is exact. */
const EXACT = 15;

/** 10^0 … 10^22, which a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${String(power)}`));

/** Walks the bytes between `<sheetData>` and `</sheetData>` once; the position is what lives between two blocks. */
export class RowScanner {
  private at: number;
  private readonly view: DataView;
  private lastRow = 0;
  private farBlanks = 0;
  /** Values of the row at hand as far as it is wide; beyond it those of rows before. */
  private readonly values: CellValue[] = [];
  private readonly marks = new Uint8Array(COLUMNS);
  /** Marks of the row before: rows that are marked alike share one array. */
  private markedAlike: Uint8Array = new Uint8Array(0);
  /** Columns of the row at hand up to the last with a value, and up to the last with a mark. */
  private width = 0;
  private marked = 0;
  /** Whether the row at hand holds anything but formulas that show nothing. */
  private filled = false;

  constructor(
    private readonly bytes: Uint8Array,
    from: number,
    private readonly to: number,
    private readonly workshop: Workshop,
  ) {
    this.at = from;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The next rows that hold anything, at most `size`; none at the end. */
  block(size: number): SheetRow[] {
    const block: SheetRow[] = [];
    while (block.length < size) {
      const row = this.next();
      if (!row) break;
      block.push(row);
    }
    return block;
  }

  private next(): SheetRow | null {
    const { bytes, to } = this;
    while (this.at < to) {
      const at = this.at;
      if (bytes[at] !== MARK.lt) {
        this.at = at + 1;
        continue;
      }
      const next = bytes[at + 1];
      if (next === MARK.bang || next === MARK.question) {
        this.at = skipMarkup(bytes, at, to);
        continue;
      }
      const name = next === LETTER.r ? at + 1 : localName(bytes, at + 1, to);
      if (
        bytes[name] === LETTER.r &&
        bytes[name + 1] === LETTER.o &&
        bytes[name + 2] === LETTER.w &&
        !isNameByte(bytes[name + 3])
      ) {
        const row = this.row(name + 3);
        if (row) return row;
        continue;
      }
      this.at = tagEnd(bytes, at, to) + 1;
    }
    return null;
  }

  /** A row from after its tag's name; null where it holds nothing. */
  private row(from: number): SheetRow | null {
    const { bytes, to } = this;
    let number = this.lastRow + 1;
    let hidden = false;
    let at = from;
    for (;;) {
      at = skipSpace(bytes, at, to);
      const byte = bytes[at];
      if (at >= to || byte === MARK.gt || byte === MARK.slash) break;
      const value = valueStart(bytes, at, to);
      const end = quoteEnd(bytes, value, to);
      if (byte === LETTER.r && nameLength(bytes, at, value) === 1) number = wholeNumber(bytes, value, end);
      // hidden="1" or "true"; nothing else of a row begins with h and i.
      else if (byte === LETTER.h && bytes[at + 1] === LETTER.i) {
        hidden = bytes[value] === 49 || bytes[value] === LETTER.t;
      }
      at = end + 1;
    }
    this.lastRow = number;
    if (bytes[at] === MARK.slash) {
      this.at = tagEnd(bytes, at, to) + 1;
      return null;
    }
    this.cells(at + 1);
    return this.finished(number, hidden);
  }

  private finished(row: number, hidden: boolean): SheetRow | null {
    const { width, marked, filled } = this;
    const cells = filled ? this.values.slice(0, width) : null;
    const marks = filled && marked > 0 ? this.sharedMarks(marked) : null;
    if (marked > 0) this.marks.fill(0, 0, marked);
    this.width = 0;
    this.marked = 0;
    this.filled = false;
    return cells ? { row, hidden, cells, marks } : null;
  }

  private sharedMarks(length: number): Uint8Array {
    const { marks, markedAlike } = this;
    if (markedAlike.length === length) {
      let column = 0;
      while (column < length && markedAlike[column] === marks[column]) column++;
      if (column === length) return markedAlike;
    }
    this.markedAlike = marks.slice(0, length);
    return this.markedAlike;
  }

  /** The cells of a row from after its tag to after its end. */
  private cells(from: number): void {
    const { bytes, to } = this;
    let at = from;
    let column = -1;
    while (at < to) {
      column = this.plainCells(at, column);
      at = this.at;
      if (bytes[at] !== MARK.lt) {
        at++;
        continue;
      }
      const next = bytes[at + 1];
      if (next === MARK.bang || next === MARK.question) {
        at = skipMarkup(bytes, at, to);
        continue;
      }
      if (next === MARK.slash) {
        const name = localName(bytes, at + 2, to);
        at = tagEnd(bytes, at, to) + 1;
        if (bytes[name] === LETTER.r && bytes[name + 1] === LETTER.o) break;
        continue;
      }
      const name = next === LETTER.c ? at + 1 : localName(bytes, at + 1, to);
      if (bytes[name] !== LETTER.c || isNameByte(bytes[name + 1])) {
        at = tagEnd(bytes, at, to) + 1;
        continue;
      }
      column = this.cell(name + 1, column);
      at = this.at;
    }
    this.at = at;
  }

  /**
   * Cells as nearly all are written, `<c r="AB12" s="3" t="s"><v>45</v></c>` or `<c r="AB12" s="3"/>`, no byte looked at
   * twice: gives the column of the last and leaves `at` before the first that is written otherwise.
   */
  private plainCells(from: number, previous: number): number {
    const { bytes, view } = this;
    const { strings, kinds, days } = this.workshop;
    let last = previous;
    for (let at = from; ;) {
      this.at = at;
      if (view.getUint32(at) !== CELL || view.getUint16(at + 4) !== IS) return last;
      at += 6;
      let byte = bytes[at] as number;
      let column = 0;
      for (; byte >= 65 && byte <= 90; byte = bytes[++at] as number) column = column * 26 + byte - 64;
      if (column === 0 || column > COLUMNS) return last;
      while (byte >= 48 && byte <= 57) byte = bytes[++at] as number;
      let style = 0;
      if (view.getUint32(at) === STYLE && bytes[at + 4] === MARK.quote) {
        at += 5;
        byte = bytes[at] as number;
        for (; byte >= 48 && byte <= 57; byte = bytes[++at] as number) style = style * 10 + byte - 48;
      }
      let isShared = false;
      if (view.getUint32(at) === TYPED) {
        const type = view.getUint16(at + 4);
        if (type !== SHARED && type !== NUMBER) return last;
        isShared = type === SHARED;
        at += 6;
      }
      if (view.getUint32(at) !== OPENED) {
        if (bytes[at] !== MARK.quote || view.getUint16(at + 1) !== EMPTY) return last;
        last = column - 1;
        at += 3;
        continue;
      }
      if (bytes[at + 4] !== MARK.gt) return last;
      at += 5;
      const start = at;
      let number = 0;
      byte = bytes[at] as number;
      for (; byte >= 48 && byte <= 57; byte = bytes[++at] as number) number = number * 10 + byte - 48;
      let digits = at - start;
      if (byte === POINT && !isShared && digits > 0) {
        byte = bytes[++at] as number;
        const point = at;
        for (; byte >= 48 && byte <= 57; byte = bytes[++at] as number) number = number * 10 + byte - 48;
        const scale = at - point;
        digits += scale;
        // Up to 15 digits both parts are exact, so that one division rounds once.
        if (digits <= EXACT) number /= POWERS[scale] as number;
      }
      if (digits === 0 || digits > EXACT) return last;
      if (view.getUint32(at) !== VALUE_CLOSED || view.getUint32(at + 4) !== CELL_CLOSED) return last;
      at += 8;
      last = column - 1;
      const kind = kinds[style] ?? Kind.number;
      const value = isShared ? (strings[number] ?? null) : isDayKind(kind) ? days.of(number) : number;
      this.put(last, value, false, kind);
    }
  }

  /** A cell from after its tag's name; gives its column and leaves `at` behind it. */
  private cell(from: number, previous: number): number {
    const { bytes, to } = this;
    let column = previous + 1;
    let style = 0;
    let type: number = TYPE.number;
    let at = from;
    for (;;) {
      at = skipSpace(bytes, at, to);
      const byte = bytes[at];
      if (byte === MARK.gt || byte === MARK.slash || at >= to) break;
      const value = valueStart(bytes, at, to);
      const end = quoteEnd(bytes, value, to);
      if (nameLength(bytes, at, value) === 1) {
        if (byte === LETTER.r) column = columnOf(bytes, value, column);
        else if (byte === LETTER.s) style = wholeNumber(bytes, value, end);
        else if (byte === LETTER.t) type = typeOf(bytes, value);
      }
      at = end + 1;
    }
    if (bytes[at] === MARK.slash) {
      this.at = tagEnd(bytes, at, to) + 1;
      return column;
    }
    this.content(at + 1, column, type, this.workshop.kinds[style] ?? Kind.number);
    return column;
  }

  /** What stands between `<c>` and `</c>`. */
  private content(from: number, column: number, type: number, kind: number): void {
    const { bytes, to } = this;
    let value: CellValue = null;
    let formula = false;
    let at = from;
    while (at < to) {
      if (bytes[at] !== MARK.lt) {
        at++;
        continue;
      }
      const next = bytes[at + 1];
      if (next === MARK.slash) {
        const name = bytes[at + 2] === LETTER.c ? at + 2 : localName(bytes, at + 2, to);
        const isCell = bytes[name] === LETTER.c && !isNameByte(bytes[name + 1]);
        at = tagEnd(bytes, at, to) + 1;
        if (isCell) break;
        continue;
      }
      if (next === MARK.bang || next === MARK.question) {
        at = skipMarkup(bytes, at, to);
        continue;
      }
      const name = isNameByte(bytes[at + 2]) ? localName(bytes, at + 1, to) : at + 1;
      const end = tagEnd(bytes, at, to);
      const empty = bytes[end - 1] === MARK.slash;
      const letter = bytes[name];
      at = end + 1;
      if (letter === LETTER.f && !isNameByte(bytes[name + 1])) {
        formula = true;
        if (!empty) at = textEnd(bytes, at, to);
      } else if (empty) {
        continue;
      } else if (letter === LETTER.v && !isNameByte(bytes[name + 1])) {
        const close = textEnd(bytes, at, to);
        value = this.value(at, close, type, kind);
        at = close;
      } else if (letter === LETTER.i && bytes[name + 1] === LETTER.s && !isNameByte(bytes[name + 2])) {
        const close = elementEnd(bytes, at, to);
        value = this.inlineText(at, close);
        at = close;
      } else {
        // An extension may hold elements of the same names.
        at = elementEnd(bytes, at, to);
      }
    }
    this.at = at;
    if (column >= COLUMNS) return;
    this.put(column, value, formula, kind);
  }

  /** Nearly always a single `<t>`, which is decoded without being looked at as XML. */
  private inlineText(from: number, to: number): string {
    const { bytes } = this;
    const { platform } = this.workshop;
    if (bytes[from + 1] === LETTER.t && bytes[from + 2] === MARK.gt) {
      const end = textEnd(bytes, from + 3, to);
      if (end === to - T_CLOSED) return plainText(bytes, from + 3, end, platform);
    }
    return richText(platform.decode(bytes, from, to));
  }

  private value(from: number, to: number, type: number, kind: number): CellValue {
    const { bytes } = this;
    const { strings, days, platform } = this.workshop;
    switch (type) {
      case TYPE.shared: {
        const index = readIndex(bytes, from, to, platform);
        return index < 0 ? null : (strings[index] ?? null);
      }
      case TYPE.number: {
        const number = readNumber(bytes, from, to, platform);
        return number !== null && isDayKind(kind) ? days.of(number) : number;
      }
      case TYPE.boolean:
        return /^(1|true)$/.test(plainText(bytes, from, to, platform).trim());
      case TYPE.error:
        return cellError(plainText(bytes, from, to, platform).trim());
      case TYPE.iso: {
        const text = plainText(bytes, from, to, platform);
        return days.ofIso(text) ?? text;
      }
      default:
        return plainText(bytes, from, to, platform);
    }
  }

  private put(column: number, found: CellValue, formula: boolean, kind: number): void {
    // A formula that shows nothing is told from a cell that holds nothing.
    const value = found === "" && !formula ? null : found;
    if (value === null && !formula) return;
    if (column - this.width > FAR && !this.mayReach(column)) return;
    if (value !== null) {
      const { values } = this;
      for (let blank = this.width; blank < column; blank++) values[blank] = null;
      values[column] = value;
      if (column >= this.width) this.width = column + 1;
      if (value !== "") this.filled = true;
    }
    const mark = (formula ? Mark.formula : 0) | markOfKind(kind);
    if (mark === 0) return;
    this.marks[column] = mark;
    if (column >= this.marked) this.marked = column + 1;
  }

  /** Stray cells at the right edge of every row may not cost a million rows of blanks. */
  private mayReach(column: number): boolean {
    this.farBlanks += column - this.width;
    return this.farBlanks <= FAR_BLANKS;
  }
}

function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] as number) <= 32) at++;
  return at;
}

/** After the quote that opens the value of the attribute at `at`. */
function valueStart(bytes: Uint8Array, at: number, to: number): number {
  let i = at;
  while (i < to && bytes[i] !== MARK.quote && bytes[i] !== MARK.apostrophe && bytes[i] !== MARK.gt) i++;
  return i + 1;
}

/** The quote that closes the value which begins at `value`. */
function quoteEnd(bytes: Uint8Array, value: number, to: number): number {
  const quote = bytes[value - 1];
  let at = value;
  while (at < to && bytes[at] !== quote) at++;
  return at;
}

function nameLength(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  while (end < value && isNameByte(bytes[end]) && bytes[end] !== MARK.equals) end++;
  return end - at;
}

function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  return number;
}

/** The column that an address such as "AB12" names; the given one where it names none. */
function columnOf(bytes: Uint8Array, from: number, otherwise: number): number {
  let column = 0;
  for (let at = from; ; at++) {
    // Lower case is folded: 65–90 and 97–122 differ in one bit.
    const letter = (bytes[at] as number) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? otherwise : column - 1;
}

function typeOf(bytes: Uint8Array, at: number): number {
  switch (bytes[at]) {
    case LETTER.s:
      return bytes[at + 1] === LETTER.t ? TYPE.text : TYPE.shared;
    case LETTER.i:
      return TYPE.inline;
    case LETTER.b:
      return TYPE.boolean;
    case LETTER.e:
      return TYPE.error;
    case LETTER.d:
      return TYPE.iso;
    case undefined:
    default:
      return TYPE.number;
  }
}

/** A shared string's number; -1 where there is none. */
function readIndex(bytes: Uint8Array, from: number, to: number, platform: Platform): number {
  let index = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return slowNumber(bytes, from, to, platform) ?? -1;
    index = index * 10 + digit;
  }
  return from === to ? -1 : index;
}

/** A number from its bytes, rounded as `Number` rounds; null where there is none. */
function readNumber(bytes: Uint8Array, from: number, to: number, platform: Platform): number | null {
  let at = from;
  const negative = bytes[at] === 45;
  if (negative) at++;
  let digits = 0;
  let mantissa = 0;
  let scale = 0;
  let point = false;
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + byte - 48;
      if (mantissa > 0) digits++;
      if (point) scale++;
    } else if (byte === 46 && !point) {
      point = true;
    } else {
      return slowNumber(bytes, from, to, platform);
    }
  }
  // Up to 15 digits and 10^22 both parts are exact, so that one division rounds once.
  if (digits > 15 || scale > 22 || at === from) return slowNumber(bytes, from, to, platform);
  const number = scale === 0 ? mantissa : mantissa / (POWERS[scale] as number);
  return negative ? -number : number;
}

function slowNumber(bytes: Uint8Array, from: number, to: number, platform: Platform): number | null {
  const text = plainText(bytes, from, to, platform).trim();
  const number = Number(text);
  return text === "" || Number.isNaN(number) ? null : number;
}
