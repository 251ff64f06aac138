/** The shared strings of a workbook: their bytes gathered as UTF-16, made one string a large piece at a time and cut out of it. */
import { elementEnd, isNameByte, LETTER, localName, MARK, plainText, skipMarkup, tagEnd, textEnd } from "./markup";
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
  private readonly units: Uint16Array;
  /** How many of `units` hold texts, and where each of these ends. */
  private gathered = 0;
  private readonly ends: number[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly platform: Platform,
  ) {
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
      const start = tagEnd(bytes, from, bytes.length) + 1;
      if (bytes[start - 2] !== MARK.slash) {
        const after = this.text(start);
        if (after > 0) return after;
      }
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
      else this.gathered = ends.at(-1) ?? 0;
      return after;
    }
    this.gathered = ends.at(-1) ?? 0;
    end = textEnd(bytes, start, bytes.length);
    const after = itemEnd(bytes, end);
    return after === 0 ? 0 : this.alone(plainText(bytes, start, end, platform), after);
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
  if (bytes[at + 1] !== MARK.slash || bytes[at + 2] !== LETTER.t || bytes[at + 3] !== MARK.gt) return 0;
  let close = at + 4;
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
