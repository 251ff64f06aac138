/** Writes a .7z archive whose files are stored as they are: the form in which WPS takes an offline add-in. */
import { crc32 } from "../excel/crc32";

export interface ArchiveFile {
  /** With forward strokes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names of the format's properties, as its description numbers them. */
const ID = {
  end: 0x00,
  header: 0x01,
  mainStreams: 0x04,
  files: 0x05,
  packInfo: 0x06,
  unpackInfo: 0x07,
  subStreams: 0x08,
  size: 0x09,
  crc: 0x0a,
  folder: 0x0b,
  unpackSize: 0x0c,
  unpackStreams: 0x0d,
  names: 0x11,
} as const;

const SIGNATURE = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4];

/** One folder of the Copy method over all files, one after the other. Empty files would need a mark of their own and are refused. */
export function sevenZip(files: readonly ArchiveFile[]): Uint8Array {
  const empty = files.find(({ bytes }) => bytes.length === 0);
  if (empty) throw new Error(`an empty file cannot be stored: ${empty.name}`);
  const packed = concatenated(files.map(({ bytes }) => bytes));
  const header = Uint8Array.from(headerOf(files, packed.length));
  const start = concatenated([long(packed.length), long(header.length), word(crc32(header))]);
  return concatenated([Uint8Array.from(SIGNATURE), word(crc32(start)), start, packed, header]);
}

function headerOf(files: readonly ArchiveFile[], total: number): number[] {
  const names = files.flatMap(({ name }) => [...Buffer.from(`${name}\0`, "utf16le")]);
  return [
    ID.header,
    ID.mainStreams,
    ...[ID.packInfo, 0, 1, ID.size, ...number(total), ID.end],
    // One folder, here, of one coder without properties whose name is one byte: Copy.
    ...[ID.unpackInfo, ID.folder, 1, 0, 1, 0x01, 0x00, ID.unpackSize, ...number(total), ID.end],
    ...[ID.subStreams, ID.unpackStreams, ...number(files.length)],
    // The last size is what the others leave.
    ...(files.length > 1 ? [ID.size, ...files.slice(0, -1).flatMap(({ bytes }) => number(bytes.length))] : []),
    ...[ID.crc, 1, ...files.flatMap(({ bytes }) => [...word(crc32(bytes))]), ID.end],
    ID.end,
    ...[ID.files, ...number(files.length), ID.names, ...number(names.length + 1), 0, ...names, ID.end],
    ID.end,
  ];
}

/** The format's own numbers: as many leading ones in the first byte as bytes follow. */
function number(value: number): number[] {
  for (let following = 0; following < 4; following++) {
    const bits = 7 * (following + 1);
    if (value >= 2 ** bits) continue;
    const high = Math.floor(value / 2 ** (8 * following));
    const mark = (0xff << (8 - following)) & 0xff;
    return [mark | high, ...littleEnd(value, following)];
  }
  throw new Error("the archive is too large");
}

function littleEnd(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => Math.floor(value / 2 ** (8 * index)) & 0xff);
}

function word(value: number): Uint8Array {
  return Uint8Array.from(littleEnd(value, 4));
}

function long(value: number): Uint8Array {
  return Uint8Array.from([...littleEnd(value, 4), 0, 0, 0, 0]);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
