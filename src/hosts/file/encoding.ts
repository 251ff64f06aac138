/** Which characters the bytes of a text stand for: by its mark, by what an XML declaration says, by what they can be. */
import { ReadFailure } from "./failure";

/** An XML part in UTF-8 without a mark, whatever it was stored in. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const encoding = wideEncoding(bytes) ?? declaredEncoding(bytes);
  if (encoding === null) return bytes;
  try {
    return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
  } catch {
    throw new ReadFailure("corrupt");
  }
}

/** UTF-16 by its mark or by the zero beside the first "<"; null where it is neither. */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 60 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 60)) return "utf-16be";
  return null;
}

/** What `<?xml encoding="…"?>` says, where that is not UTF-8. */
function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] !== 60 || bytes[1] !== 63) return null;
  let declaration = "";
  for (let at = 0; at < 200 && at < bytes.length && bytes[at] !== 62; at++) {
    declaration += String.fromCharCode(bytes[at] as number);
  }
  const encoding = /encoding\s*=\s*["']([^"']+)["']/i.exec(declaration)?.[1]?.toLowerCase() ?? "utf-8";
  return /^(utf-?8|us-ascii|ascii|utf-?16.*)$/.test(encoding) ? null : encoding;
}

/** A text file: UTF-16 and UTF-8 by their marks, UTF-8 where it is valid, else GB18030, which Chinese programs write. */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
