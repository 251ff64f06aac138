/** Opens a workbook from a path, with Node's own zlib, which is about twice as fast as the one in JavaScript. */
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { inflateRawSync } from "node:zlib";
import type { Workbook } from "../../sheet/sheet";
import { readNotes } from "./additions";
import { ReadFailure } from "./failure";
import { openOn } from "./open";
import { boundedHint, type Platform } from "./platform";

export { ReadFailure } from "./failure";

const GIGABYTE = 1024 ** 3;

export const nodePlatform: Platform = {
  inflate(packed, hint, limit) {
    // A chunk of the right size at once saves joining thousands of small ones.
    const chunkSize = boundedHint(packed, hint, limit) + 1;
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit), chunkSize });
    } catch (error) {
      throw new ReadFailure(codeOf(error) === "ERR_BUFFER_TOO_LARGE" ? "expands" : "corrupt", { bytes: limit, limit });
    }
  },
  decode(bytes, from, to) {
    return asBuffer(bytes).toString("utf8", from, to);
  },
  unpackedLimit: 2 * GIGABYTE,
};

export async function openFile(
  path: string,
  options: { readonly maxSize?: number | undefined } = {},
): Promise<Workbook> {
  const bytes = await readBytes(path, options.maxSize ?? nodePlatform.unpackedLimit);
  return openOn(nodePlatform, bytes, { fileName: basename(path), maxSize: options.maxSize });
}

/** The workbook together with the texts kept inside it, from one look at the file; only an .xlsx keeps any. */
export async function openFileWithNotes(
  path: string,
  options: { readonly maxSize?: number | undefined } = {},
): Promise<{ readonly workbook: Workbook; readonly notes: ReadonlyMap<string, string> }> {
  const bytes = await readBytes(path, options.maxSize ?? nodePlatform.unpackedLimit);
  const workbook = await openOn(nodePlatform, bytes, { fileName: basename(path), maxSize: options.maxSize });
  return { workbook, notes: /\.xls[xm]$/i.test(path) ? notesIn(bytes, options.maxSize) : new Map() };
}

/** None in a file that only bears the name of an .xlsx. */
function notesIn(bytes: Uint8Array, maxSize: number | undefined): ReadonlyMap<string, string> {
  try {
    return readNotes(bytes, { platform: nodePlatform, maxSize });
  } catch (error) {
    if (error instanceof ReadFailure) return new Map();
    throw error;
  }
}

async function readBytes(path: string, limit: number): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new ReadFailure("directory");
    if (found.size > limit) throw new ReadFailure("too-large", { bytes: found.size, limit });
    return await readFile(path);
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    const reason = codeOf(error);
    throw new ReadFailure(reason === "ENOENT" || reason === "ENOTDIR" ? "missing" : "unreadable", { reason });
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
