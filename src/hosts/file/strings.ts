/** The shared strings of a workbook: their bytes gathered as UTF-16, made one string a large piece at a time and cut out of it. */
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
import type { Platform } from "./platform";
import { tags, textOf } from "./xml";

/** Characters made a string at once: so many that the call costs nothing, and that V8 never moves it. */
const PIECE = 1 << 17;

/** By number; `bytes` must be UTF-8. */
export function readSharedStrings(bytes: Uint8Array, platform: Platform): string[] {
  return new StringReader(bytes, platform).read();
}

/** What is gathered and not yet cut lives between two items. */
class StringReader {
  private readonly strings: string[] = [];
  private readonly view: DataView;
  private readonly units: Uint16Array;
  /** How many of `units` hold texts, and where each of these ends. */
  private gathered = 0;
  private readonly ends: number[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly platform: Platform,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.units = new Uint16Array(Math.min(PIECE, bytes.length));
  }

  read(): string[] {
    const { bytes } = this;
    for (let at = 0; at < bytes.length;) {
      if (bytes[at] !== MARK.lt) at++;
      else if (bytes[at + 1] === MARK.bang || bytes[at + 1] === MARK.question) at = skipMarkup(bytes, at, bytes.length);
      else if (isItem(bytes, localName(bytes, at + 1, bytes.length))) at = this.item(at);
      else at = tagEnd(bytes, at, bytes.length) + 1;
    }
    this.cut();
    return this.strings;
  }

  /** An item from its "<"; gives where it ends, or nearly. */
  private item(at: number): number {
    const { bytes } = this;
    const from = tagEnd(bytes, at, bytes.length) + 1;
    if (bytes[from - 2] === MARK.slash) return this.alone("", from);
    // Nearly always a single <t> and nothing else.
    if (bytes[from] === MARK.lt && bytes[from + 1] === LETTER.t && !isNameByte(bytes[from + 2])) {
      const start = behindTag(bytes, this.view, from);
      if (bytes[start - 2] !== MARK.slash) {
        const after = this.text(start);
        if (after > 0) return after;
      }
    }
    if (isRun(bytes, from)) {
      const after = this.runs(from);
      if (after > 0) return after;
    }
    const end = elementEnd(bytes, from, bytes.length);
    return this.alone(richText(this.platform.decode(bytes, from, end)), end);
  }

  /** The text of an item that holds no more; gives what is behind the item, 0 where it does hold more. */
  private text(start: number): number {
    const { bytes, ends, platform } = this;
    let end = this.gather(start);
    if (end < 0) {
      this.cut();
      end = this.gather(start);
    }
    if (end >= 0 && bytes[end] === MARK.lt && bytes[end + 1] === MARK.slash) {
      const after = itemEnd(bytes, end);
      if (after > 0) ends.push(this.gathered);
      else this.forget();
      return after;
    }
    this.forget();
    end = textEnd(bytes, start, bytes.length);
    const after = itemEnd(bytes, end);
    return after === 0 ? 0 : this.alone(plainText(bytes, start, end, platform), after);
  }

  /** The text of an item that is runs of one text each and no more; gives what is behind the item, 0 where there is more. */
  private runs(from: number): number {
    let after = this.gatherRuns(from);
    if (after < 0) {
      this.forget();
      this.cut();
      after = this.gatherRuns(from);
    }
    if (after > 0) this.ends.push(this.gathered);
    else this.forget();
    return Math.max(0, after);
  }

  /** As `gather`, run after run; gives what is behind the item, 0 where there is more than runs, -1 where there is no room. */
  private gatherRuns(from: number): number {
    const { bytes, view } = this;
    let at = from;
    while (isRun(bytes, at)) {
      const text = runText(bytes, view, at + RUN_LENGTH);
      if (text === 0) return 0;
      const end = this.gather(text);
      if (end < 0) return -1;
      if (!closesText(bytes, end) || !closesRun(bytes, end + CLOSING_LENGTH)) return 0;
      at = end + 2 * CLOSING_LENGTH;
    }
    return closingItem(bytes, at);
  }

  /** A text that is not gathered with the others; gives `after`. */
  private alone(text: string, after: number): number {
    this.cut();
    this.strings.push(text);
    return after;
  }

  /** Characters up to the first byte that is more than a character; gives where that is, -1 where there is no room for all. */
  private gather(from: number): number {
    const { bytes, units } = this;
    const room = units.length;
    let to = this.gathered;
    let at = from;
    while (to < room) {
      const byte = bytes[at] as number;
      if (byte < 0x80) {
        if (byte === MARK.lt || byte === MARK.ampersand || byte === MARK.carriageReturn) break;
        if (byte === MARK.underscore && bytes[at + 1] === LETTER.x) break;
        units[to++] = byte;
        at++;
        continue;
      }
      const next = bytes[at + 1] as number;
      const length = byte < 0xe0 ? 2 : 3;
      const unit = length === 2 ? ofTwoBytes(byte, next) : ofThreeBytes(byte, next, bytes[at + 2] as number);
      if (unit === 0) break;
      units[to++] = unit;
      at += length;
    }
    if (to === room) return -1;
    this.gathered = to;
    return at;
  }

  /** What was gathered of an item that is read in another way. */
  private forget(): void {
    this.gathered = this.ends.at(-1) ?? 0;
  }

  private cut(): void {
    const { ends, strings } = this;
    if (ends.length === 0) return;
    const piece = utf16.decode(this.units.subarray(0, this.gathered));
    let from = 0;
    for (const to of ends) {
      strings.push(piece.substring(from, to));
      from = to;
    }
    ends.length = 0;
    this.gathered = 0;
  }
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

function isItem(bytes: Uint8Array, name: number): boolean {
  return bytes[name] === LETTER.s && bytes[name + 1] === LETTER.i && !isNameByte(bytes[name + 2]);
}

/** A character's UTF-16; 0 where the bytes are none. */
function ofTwoBytes(first: number, second: number): number {
  return first >= 0xc2 && (second & 0xc0) === 0x80 ? ((first & 0x1f) << 6) | (second & 0x3f) : 0;
}

function ofThreeBytes(first: number, second: number, third: number): number {
  const unit = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  const isWhole = first < 0xf0 && (second & 0xc0) === 0x80 && (third & 0xc0) === 0x80;
  return isWhole && unit >= 0x800 && (unit & 0xf800) !== 0xd800 ? unit : 0;
}

/** After `</t></si>`, between which Chinese Excel says how it would be pronounced; 0 where there is more. */
function itemEnd(bytes: Uint8Array, at: number): number {
  return closesText(bytes, at) ? closingItem(bytes, at + CLOSING_LENGTH) : 0;
}

/** `</t>` and `</r>`. */
const CLOSING_LENGTH = 4;

function closesText(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === MARK.lt && bytes[at + 1] === MARK.slash && bytes[at + 2] === LETTER.t && bytes[at + 3] === MARK.gt
  );
}

function closesRun(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === MARK.lt && bytes[at + 1] === MARK.slash && bytes[at + 2] === LETTER.r && bytes[at + 3] === MARK.gt
  );
}

/** After `</si>`, or `<phoneticPr/></si>`; 0 where there is more. */
function closingItem(bytes: Uint8Array, at: number): number {
  let close = at;
  if (bytes[close + 1] === LETTER.p) {
    close = tagEnd(bytes, close, bytes.length) + 1;
    if (bytes[close - 2] !== MARK.slash) return 0;
  }
  const closes =
    bytes[close] === MARK.lt &&
    bytes[close + 1] === MARK.slash &&
    bytes[close + 2] === LETTER.s &&
    bytes[close + 3] === LETTER.i &&
    bytes[close + 4] === MARK.gt;
  return closes ? close + 5 : 0;
}

/** `<r>`, which has no attributes. */
const RUN_LENGTH = 3;

function isRun(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === MARK.lt && bytes[at + 1] === LETTER.r && bytes[at + 2] === MARK.gt;
}

/** Where the text of a run begins whose content begins at `from`: behind how it looks and `<t>`; 0 where it is not these. */
function runText(bytes: Uint8Array, view: DataView, from: number): number {
  const at = bytes[from + 1] === LETTER.r ? behindLooks(bytes, view, from) : from;
  if (at === 0 || bytes[at] !== MARK.lt || bytes[at + 1] !== LETTER.t || isNameByte(bytes[at + 2])) return 0;
  const text = behindTag(bytes, view, at);
  return bytes[text - 2] === MARK.slash ? 0 : text;
}

/** `<t xml:space="preserve">` */
const PRESERVED = ["<t x", "ml:s", "pace", '="pr', "eser", 've">'].map(asNumber);
const PRESERVED_LENGTH = 4 * PRESERVED.length;

/** Behind the `<t>` or `<t xml:space="preserve">` that begins at `at`, or whatever tag it is. */
function behindTag(bytes: Uint8Array, view: DataView, at: number): number {
  if (bytes[at + 2] === MARK.gt) return at + 3;
  return isPreserved(view, at) ? at + PRESERVED_LENGTH : tagEnd(bytes, at, bytes.length) + 1;
}

function isPreserved(view: DataView, at: number): boolean {
  if (at + PRESERVED_LENGTH > view.byteLength) return false;
  for (let place = 0; place < PRESERVED.length; place++)
    if (view.getUint32(at + 4 * place) !== PRESERVED[place]) return false;
  return true;
}

/** Whether one of four bytes is "<": taken from 60 it is 0, and only below 0 does a byte borrow from its high bit. */
function holdsOpening(four: number): boolean {
  const from60 = four ^ 0x3c3c3c3c;
  return ((from60 - 0x01010101) & ~from60 & 0x80808080) !== 0;
}

/** `<rPr`, and `</rPr>` in two pieces. */
const LOOKS = asNumber("<rPr");
const LOOKS_CLOSED = asNumber("</rP");
const CLOSED = asNumber("r>");
const NO_LOOKS = asNumber("/>");

/** Behind `<rPr>…</rPr>` or `<rPr/>`; 0 where it is another element, or these are written in another way. */
function behindLooks(bytes: Uint8Array, view: DataView, from: number): number {
  const last = bytes.length - 6;
  if (from > last || view.getUint32(from) !== LOOKS) return 0;
  if (view.getUint16(from + 4) === NO_LOOKS) return from + 6;
  if (bytes[from + 4] !== MARK.gt) return 0;
  // In values of attributes no "<" may stand.
  for (let at = from + 5; at <= last; at++) {
    if (!holdsOpening(view.getInt32(at))) {
      at += 3;
      continue;
    }
    if (bytes[at] !== MARK.lt) continue;
    const next = bytes[at + 1];
    if (next === MARK.bang || next === MARK.question) return 0;
    if (next === MARK.slash && view.getUint32(at) === LOOKS_CLOSED)
      return view.getUint16(at + 4) === CLOSED ? at + 6 : 0;
  }
  return 0;
}

/** The text of an `<si>` or `<is>`: its `<t>` and those of its runs joined, phonetic runs left out. */
export function richText(xml: string): string {
  let text = "";
  let phonetic = false;
  let start = -1;
  for (const tag of tags(xml)) {
    if (tag.name === "rPh") phonetic = tag.kind === "open";
    if (tag.name !== "t") continue;
    if (tag.kind === "close" && start >= 0 && !phonetic) text += textOf(xml.slice(start, tag.start));
    start = tag.kind === "open" ? tag.end : -1;
  }
  return text;
}
