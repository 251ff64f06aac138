/** Unpacks the large parts of a zip before they are read, by the browser's own threads: unpacked on the page's, a large file would stop it. */
import { browserPlatform, type Platform } from "../src/hosts/file/platform";
import { packedBytes, readZipDirectory, type ZipEntry } from "../src/hosts/file/zip";

export interface Unpacked {
  /** Gives what was unpacked; everything else, and whatever is suspicious, it unpacks as ever, under the usual limits. */
  readonly platform: Platform;
  /** What was unpacked is needed no more. */
  readonly forget: () => void;
}

const DEFLATED = 8;
/** Bytes; below this a part takes no time worth saving. */
const LARGE = 32 * 1024;
/** A file that states more than this is left to the reader, which counts what it unpacks. */
const MOST = 100 * 1024 * 1024;

export async function unpackedAhead(bytes: Uint8Array): Promise<Unpacked> {
  const ready = new Map<number, Uint8Array>();
  for (const entry of largeEntries(bytes)) {
    const packed = packedBytes(bytes, entry);
    const content = await inflated(packed, entry.statedSize).catch(() => null);
    if (content) ready.set(packed.byteOffset, content);
  }
  return {
    platform: {
      ...browserPlatform,
      inflate(packed, hint, limit) {
        // A part of another file may stand at the same place.
        const content = packed.buffer === bytes.buffer ? ready.get(packed.byteOffset) : undefined;
        return content && content.length <= limit ? content : browserPlatform.inflate(packed, hint, limit);
      },
    },
    forget: () => ready.clear(),
  };
}

/** None where it is no zip, is damaged, or states too much: the reader has the sentence for that. */
function largeEntries(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    const entries = readZipDirectory(bytes).filter(
      ({ method, packedSize }) => method === DEFLATED && packedSize >= LARGE,
    );
    return entries.reduce((sum, { statedSize }) => sum + statedSize, 0) <= MOST ? entries : [];
  } catch {
    return [];
  }
}

/** Null where it unpacks to more than the file states. */
async function inflated(packed: Uint8Array, statedSize: number): Promise<Uint8Array | null> {
  const inflate = new DecompressionStream("deflate-raw");
  const reader = new Blob([packed.slice()]).stream().pipeThrough(inflate).getReader();
  const content = new Uint8Array(statedSize);
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return content.subarray(0, length);
    if (length + value.length > statedSize) {
      await reader.cancel();
      return null;
    }
    content.set(value, length);
    length += value.length;
  }
}
