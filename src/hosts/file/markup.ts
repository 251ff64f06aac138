/** XML as bytes: where tags, names and character data begin and end, for parts too large to be one string. */
import type { Platform } from "./platform";
import { textOf } from "./xml";

export const MARK = {
  lt: 60,
  gt: 62,
  slash: 47,
  bang: 33,
  question: 63,
  colon: 58,
  quote: 34,
  apostrophe: 39,
  equals: 61,
  ampersand: 38,
  underscore: 95,
  carriageReturn: 13,
} as const;

/** Letters of the few names that count, as bytes. */
export const LETTER = {
  P: 80,
  b: 98,
  c: 99,
  d: 100,
  e: 101,
  f: 102,
  h: 104,
  i: 105,
  n: 110,
  o: 111,
  p: 112,
  r: 114,
  s: 115,
  t: 116,
  v: 118,
  w: 119,
  x: 120,
} as const;

/** Four characters, or two, as `DataView` reads them. */
export function asNumber(characters: string): number {
  return [...characters].reduce((number, character) => number * 256 + character.charCodeAt(0), 0);
}

/** Where character data end: the next "<" that begins no CDATA section or comment. */
export function textEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    if (bytes[at] !== MARK.lt) at++;
    else if (bytes[at + 1] === MARK.bang) at = skipMarkup(bytes, at, to);
    else return at;
  }
  return to;
}

/** Character data between two offsets: decoded, entities and CDATA resolved, lines ended by \n as XML demands. */
export function plainText(bytes: Uint8Array, from: number, to: number, platform: Platform): string {
  let special = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    // & < _ \r are what may need a second look.
    if (byte === MARK.ampersand || byte === MARK.lt || byte === MARK.underscore || byte === MARK.carriageReturn) {
      special = true;
      break;
    }
  }
  const text = platform.decode(bytes, from, to);
  return special ? textOf(text) : text;
}

/** After a comment, CDATA section, instruction or declaration that begins at `at`. */
export function skipMarkup(bytes: Uint8Array, at: number, end: number): number {
  const third = bytes[at + 2];
  // "<!--" ends with "-->", "<![CDATA[" with "]]>", "<?" with "?>".
  const closing = bytes[at + 1] === MARK.question ? MARK.question : third === 45 ? 45 : third === 91 ? 93 : MARK.gt;
  let from = at + (closing === 45 ? 4 : closing === 93 ? 9 : 2);
  for (; from < end; from++) {
    if (bytes[from] !== MARK.gt) continue;
    if (closing === MARK.gt) return from + 1;
    if (closing === MARK.question && bytes[from - 1] === MARK.question) return from + 1;
    if (bytes[from - 1] === closing && bytes[from - 2] === closing) return from + 1;
  }
  return end;
}

/** The ">" of the tag that begins at `at`, quoted ones passed over; `end` where it has none. */
export function tagEnd(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i];
    if (byte === MARK.gt) return i;
    if (byte !== MARK.quote && byte !== MARK.apostrophe) continue;
    i++;
    while (i < end && bytes[i] !== byte) i++;
  }
  return end;
}

/** The end tag of the element whose content begins at `from`. */
export function elementEnd(bytes: Uint8Array, from: number, to: number): number {
  let depth = 1;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== MARK.lt) continue;
    const next = bytes[at + 1];
    if (next === MARK.bang || next === MARK.question) {
      at = skipMarkup(bytes, at, to) - 1;
      continue;
    }
    const end = tagEnd(bytes, at, to);
    if (next === MARK.slash) {
      if (--depth === 0) return at;
    } else if (bytes[end - 1] !== MARK.slash) {
      depth++;
    }
    at = end;
  }
  return to;
}

/** Where the local name begins whose (perhaps prefixed) name begins at `at`. */
export function localName(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at; i < end && isNameByte(bytes[i]); i++) {
    if (bytes[i] === MARK.colon) return i + 1;
  }
  return at;
}

/** Anything but white space, "/", ">" and the end. */
export function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && byte > 32 && byte !== MARK.slash && byte !== MARK.gt;
}
