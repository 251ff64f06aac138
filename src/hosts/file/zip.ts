/** The directory of a zip file and the unpacking of its parts, trusting no size that the file declares. */
import { ReadFailure } from "./failure";
import type { Platform } from "./platform";

export interface ZipEntry {
  /** As stored. */
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  /** Time and date of last change, as stored. */
  readonly time: number;
  readonly crc: number;
  readonly packedSize: number;
  /** What the file says; a hint and no more. */
  readonly statedSize: number;
  /** Where the local header stands. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

/** Unpacking beyond this many times the packed size is suspicious … */
const SUSPICIOUS_RATIO = 100;
/** … once it yields more than this. */
const UNSUSPICIOUS_BYTES = 100 * 1024 * 1024;

/** A zip file's entries in the order of its directory. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new ReadFailure("truncated");
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR64) {
    const end64 = findEnd64(view, end - 20);
    count = Number(view.getBigUint64(end64 + 32, true));
    size = Number(view.getBigUint64(end64 + 40, true));
    start = Number(view.getBigUint64(end64 + 48, true));
    directoryEnd = end64;
  }
  // Bytes before the zip shift every offset; the directory itself ends where its end record begins.
  const shift = directoryEnd - size - start;
  if (shift < 0 || start + shift < 0) throw new ReadFailure("corrupt");
  return readEntries(view, bytes, start + shift, count, shift);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function findEnd64(view: DataView, locator: number): number {
  const stated = Number(view.getBigUint64(locator + 8, true));
  for (const at of [stated, locator - 56]) {
    if (at >= 0 && at + 56 <= locator && view.getUint32(at, true) === END64) return at;
  }
  throw new ReadFailure("corrupt");
}

function readEntries(view: DataView, bytes: Uint8Array, start: number, count: number, shift: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new ReadFailure("corrupt");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength > view.byteLength) throw new ReadFailure("corrupt");
    const sizes = {
      stated: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    readZip64Extra(view, nameEnd, nameEnd + extraLength, sizes);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      flags: view.getUint16(at + 8, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      packedSize: sizes.packed,
      statedSize: sizes.stated,
      offset: sizes.offset + shift,
    });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

/** Sizes of 0xffffffff stand in the zip64 extra field instead, in this order, each only where needed. */
function readZip64Extra(
  view: DataView,
  from: number,
  to: number,
  sizes: { stated: number; packed: number; offset: number },
): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ["stated", "packed", "offset"] as const) {
      if (sizes[key] !== 0xffffffff || field + 8 > to) continue;
      sizes[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
}

/** The packed bytes of an entry, as they stand in the file. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const start = dataStart(bytes, entry);
  const end = start + entry.packedSize;
  if (end > bytes.length) throw new ReadFailure("truncated");
  return bytes.subarray(start, end);
}

function dataStart(bytes: Uint8Array, entry: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) throw new ReadFailure("truncated");
  if (view.getUint32(entry.offset, true) !== LOCAL) throw new ReadFailure("corrupt");
  return entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
}

export interface Zip {
  /** Part names, "/"-separated, without a leading "/". */
  readonly names: readonly string[];
  has(part: string): boolean;
  /** A part unpacked, or null where there is none of this name (letter case does not matter). */
  read(part: string): Uint8Array | null;
}

/** Opens a zip; what its parts unpack to is counted together and refused past the limit. */
export function openZip(bytes: Uint8Array, platform: Platform, maxSize: number | undefined): Zip {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readZipDirectory(bytes)) entries.set(partKey(entry.name), entry);
  const limit = unpackedLimit(bytes.length, platform, maxSize);
  let unpacked = 0;
  const counted = new Set<ZipEntry>();
  return {
    names: [...entries.values()].map((entry) => entry.name.replaceAll("\\", "/").replace(/^\//, "")),
    has: (part) => entries.has(partKey(part)),
    read(part) {
      const entry = entries.get(partKey(part));
      if (!entry) return null;
      const left = counted.has(entry) ? limit : limit - unpacked;
      const content = unpackEntry(bytes, entry, platform, left, limit, part);
      if (!counted.has(entry)) unpacked += content.length;
      counted.add(entry);
      return content;
    },
  };
}

/** Some writers store "xl\\workbook.xml", some other letter case; part names are compared without either. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

/** A limit that someone stated is the only one; without it the ratio counts as well. */
function unpackedLimit(packed: number, platform: Platform, maxSize: number | undefined): number {
  if (maxSize !== undefined) return maxSize;
  return Math.min(platform.unpackedLimit, Math.max(UNSUSPICIOUS_BYTES, packed * SUSPICIOUS_RATIO));
}

function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  platform: Platform,
  left: number,
  limit: number,
  part: string,
): Uint8Array {
  if ((entry.flags & ENCRYPTED) !== 0) throw new ReadFailure("password");
  const packed = packedBytes(bytes, entry);
  const tooMuch = (seen: number) =>
    new ReadFailure("expands", { bytes: Math.max(seen, entry.statedSize), limit, packed: bytes.length });
  if (entry.method === 0) {
    if (packed.length > left) throw tooMuch(limit - left + packed.length);
    return packed;
  }
  if (entry.method !== 8) throw new ReadFailure("corrupt", { part });
  try {
    return platform.inflate(packed, entry.statedSize, left);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    if (error.code === "expands") throw tooMuch(limit - left + Number(error.args["bytes"] ?? 0));
    throw new ReadFailure(error.code, { part });
  }
}
