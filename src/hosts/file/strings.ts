/** The shared strings of a workbook: found in one pass, each decoded once and only when a cell asks for it. */
import { isNameByte, LETTER, localName, MARK, plainText, skipMarkup, tagEnd, textEnd } from "./markup";
import type { Platform } from "./platform";

export interface SharedStrings {
  /** Empty where there is no string of this number. */
  get(index: number): string;
}

export const noStrings: SharedStrings = { get: () => "" };

/** Finds the `<si>` items; `bytes` must be UTF-8. */
export function readSharedStrings(bytes: Uint8Array, platform: Platform): SharedStrings {
  const bounds = findItems(bytes);
  const count = bounds.length / 2;
  const known: (string | undefined)[] = [];
  for (let index = 0; index < count; index++) known.push(undefined);
  return {
    get(index) {
      const text = known[index];
      if (text !== undefined) return text;
      if (!(index >= 0 && index < count)) return "";
      const decoded = richText(bytes, bounds[index * 2] as number, bounds[index * 2 + 1] as number, platform);
      known[index] = decoded;
      return decoded;
    },
  };
}

/** Start and end of every item's content. */
function findItems(bytes: Uint8Array): Int32Array {
  const end = bytes.length;
  let bounds = new Int32Array(1024);
  let length = 0;
  let start = -1;
  for (let at = 0; at < end; at++) {
    if (bytes[at] !== MARK.lt) continue;
    const next = bytes[at + 1];
    if (next === MARK.bang || next === MARK.question) {
      at = skipMarkup(bytes, at, end) - 1;
      continue;
    }
    const closing = next === MARK.slash;
    const name = localName(bytes, closing ? at + 2 : at + 1, end);
    if (bytes[name] !== LETTER.s || bytes[name + 1] !== LETTER.i || isNameByte(bytes[name + 2])) continue;
    if (closing) {
      if (start < 0) continue;
      if (length + 2 > bounds.length) bounds = doubled(bounds);
      bounds[length++] = start;
      bounds[length++] = at;
      start = -1;
      continue;
    }
    at = tagEnd(bytes, at, end);
    if (bytes[at - 1] !== MARK.slash) {
      start = at + 1;
      continue;
    }
    if (length + 2 > bounds.length) bounds = doubled(bounds);
    bounds[length++] = at;
    bounds[length++] = at;
  }
  return bounds.subarray(0, length);
}

function doubled(bounds: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(bounds.length * 2);
  larger.set(bounds);
  return larger;
}

/** The text of an `<si>` or `<is>`: its `<t>` and those of its runs joined, phonetic runs left out. */
export function richText(bytes: Uint8Array, from: number, to: number, platform: Platform): string {
  let text = "";
  let phonetic = false;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== MARK.lt) continue;
    const next = bytes[at + 1];
    if (next === MARK.bang || next === MARK.question) {
      at = skipMarkup(bytes, at, to) - 1;
      continue;
    }
    const closing = next === MARK.slash;
    const name = localName(bytes, closing ? at + 2 : at + 1, to);
    const end = tagEnd(bytes, at, to);
    // rPh: the reading aid of a run, no part of the text.
    if (bytes[name] === LETTER.r && bytes[name + 1] === LETTER.P && bytes[name + 2] === LETTER.h) {
      phonetic = !closing && bytes[end - 1] !== MARK.slash;
    }
    at = end;
    if (phonetic || closing || bytes[name] !== LETTER.t || isNameByte(bytes[name + 1]) || bytes[end - 1] === MARK.slash)
      continue;
    const close = textEnd(bytes, end + 1, to);
    text += plainText(bytes, end + 1, close, platform);
    at = close - 1;
  }
  return text;
}
