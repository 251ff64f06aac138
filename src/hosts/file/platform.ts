/** What Node and the browser do differently for us: unpack bytes and decode text. */
import { Inflate } from "fflate";
import { ReadFailure } from "./failure";

export interface Platform {
  /**
   * Unpacks raw deflate. `hint` is a size to try first and is never trusted;
   * throws "expands" past `limit`, "corrupt" where the data are none.
   */
  inflate(packed: Uint8Array, hint: number, limit: number): Uint8Array;
  /** UTF-8 between two offsets; what is no UTF-8 becomes U+FFFD. */
  decode(bytes: Uint8Array, from: number, to: number): string;
  /** Bytes that a workbook may unpack to when nobody said otherwise. */
  readonly unpackedLimit: number;
}

const MEGABYTE = 1024 * 1024;
/** Deflate cannot pack better than this. */
const BEST_RATIO = 1032;
const STEP = 64 * 1024;

/** A first guess of the unpacked size: never more than deflate could produce from these bytes. */
export function boundedHint(packed: Uint8Array, hint: number, limit: number): number {
  return Math.max(64, Math.min(hint, packed.length * BEST_RATIO + 64, limit));
}

export const browserPlatform: Platform = {
  inflate(packed, hint, limit) {
    let out = new Uint8Array(boundedHint(packed, hint, limit));
    let length = 0;
    const inflate = new Inflate((chunk) => {
      if (length + chunk.length > limit) throw new ReadFailure("expands", { bytes: length + chunk.length, limit });
      if (length + chunk.length > out.length) out = grown(out, length + chunk.length, limit);
      out.set(chunk, length);
      length += chunk.length;
    });
    try {
      // In steps, so that a bomb is stopped after one of them and not after all.
      for (let from = 0; from < packed.length; from += STEP) {
        inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
      }
    } catch (error) {
      if (error instanceof ReadFailure) throw error;
      throw new ReadFailure("corrupt");
    }
    return out.subarray(0, length);
  },
  decode(bytes, from, to) {
    return utf8.decode(bytes.subarray(from, to));
  },
  unpackedLimit: 512 * MEGABYTE,
};

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

function grown(out: Uint8Array<ArrayBuffer>, needed: number, limit: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, Math.min(limit, out.length * 2)));
  larger.set(out);
  return larger;
}
