/** The shared strings of a workbook: decoded a large piece at a time and cut out of it, each once. */
import { isNameByte, LETTER, localName, MARK } from "./markup";
import type { Platform } from "./platform";
import { type Tag, tags, textOf } from "./xml";

/** Bytes decoded at once: large enough that the call costs nothing, far below the longest string there may be. */
const PIECE = 1 << 20;

/** By number; `bytes` must be UTF-8. */
export function readSharedStrings(bytes: Uint8Array, platform: Platform): string[] {
  const strings: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = itemEnd(bytes, from + PIECE);
    const piece = platform.decode(bytes, from, to);
    // What looks like the end of an item may stand inside a comment or CDATA section: then only the whole will do.
    if (piece.includes("<!")) return carefully(platform.decode(bytes, 0, bytes.length));
    cutItems(piece, strings);
    from = to;
  }
  return strings;
}

/** After the first `</si>` or `<si/>` at or behind `at`, else the end. */
function itemEnd(bytes: Uint8Array, at: number): number {
  for (let i = at; i < bytes.length; i++) {
    if (bytes[i] !== MARK.lt || bytes[i + 1] !== MARK.slash) continue;
    const name = localName(bytes, i + 2, bytes.length);
    if (bytes[name] !== LETTER.s || bytes[name + 1] !== LETTER.i || isNameByte(bytes[name + 2])) continue;
    const end = bytes.indexOf(MARK.gt, name);
    return end < 0 ? bytes.length : end + 1;
  }
  return bytes.length;
}

const PLAIN_START = "<si><t";
const PLAIN_END = "</t></si>";

/** Items of a piece that holds only whole ones; nearly all are a single `<t>`. */
function cutItems(piece: string, strings: string[]): void {
  const plain = !/[&\r]|_x/.test(piece);
  let at = piece.indexOf("<");
  while (at >= 0) {
    if (!piece.startsWith(PLAIN_START, at)) {
      at = cutOther(piece, at, strings);
      continue;
    }
    const start = piece.indexOf(">", at + PLAIN_START.length) + 1;
    const end = piece.indexOf("<", start);
    if (start === 0 || end < 0 || piece[start - 2] === "/" || !piece.startsWith(PLAIN_END, end)) {
      at = cutOther(piece, at, strings);
      continue;
    }
    const text = piece.substring(start, end);
    strings.push(plain ? text : textOf(text));
    at = piece.indexOf("<", end + PLAIN_END.length);
  }
}

/** Rich text, empty items, prefixed names, and what stands around the items; gives where the next tag begins. */
function cutOther(piece: string, at: number, strings: string[]): number {
  const opening = /^<(\/?)((?:[^\s/>:]+:)?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/.exec(piece.slice(at, at + 1000));
  if (!opening) return piece.indexOf("<", at + 1);
  const [whole, slash, prefix = "", name, rest = ""] = opening;
  const from = at + whole.length;
  if (slash !== "" || name !== "si") return piece.indexOf("<", from);
  if (rest.endsWith("/")) {
    strings.push("");
    return piece.indexOf("<", from);
  }
  const end = piece.indexOf(`</${prefix}si`, from);
  strings.push(richText(piece.slice(from, end < 0 ? piece.length : end)));
  return end < 0 ? -1 : piece.indexOf("<", end + 1);
}

function carefully(xml: string): string[] {
  const strings: string[] = [];
  let item: Tag | null = null;
  for (const tag of tags(xml)) {
    if (tag.name !== "si") continue;
    if (tag.kind === "empty") strings.push("");
    if (tag.kind === "close" && item) strings.push(richText(xml.slice(item.end, tag.start)));
    item = tag.kind === "open" ? tag : null;
  }
  return strings;
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
