/** Texts on their way to a disk, in large pieces: each by itself would take many times as long. */
import { closeSync, openSync, writeSync } from "node:fs";

/** Units of text. */
const PIECE = 1 << 18;

/** One behind the other; the file is there from the first on, whole only at the end. */
export function writeTexts(file: string, texts: Iterable<string>): void {
  const descriptor = openSync(file, "w");
  try {
    let piece = "";
    for (const text of texts) {
      piece += text;
      if (piece.length < PIECE) continue;
      writeText(descriptor, piece);
      piece = "";
    }
    writeText(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

export function* onLines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield text + "\n";
}

const encoder = new TextEncoder();
/** UTF-8 takes at most three bytes for a unit of text. */
const encoded = new Uint8Array(PIECE * 3);

/** Into the same bytes again and again: to have new ones for each piece costs more than to write them. */
function writeText(descriptor: number, text: string): void {
  for (let from = 0; from < text.length;) {
    const { read, written } = encoder.encodeInto(from === 0 ? text : text.slice(from), encoded);
    writeAll(descriptor, encoded.subarray(0, written));
    from += read;
  }
}

export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}
