/** What a file is by what it holds; its name decides only between kinds of text. */
import { decodeText, wideEncoding } from "./encoding";

export type FileKind =
  | { readonly kind: "zip" | "xls" | "csv" | "html" | "spreadsheetml" | "encrypted" }
  | {
      readonly kind: "other";
      readonly what: "text" | "html" | "xml" | "pdf" | "word" | "presentation" | "image" | "archive" | "binary";
    };

const SIGNATURES: readonly (readonly [readonly number[], "pdf" | "image" | "archive"])[] = [
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [[0x47, 0x49, 0x46, 0x38], "image"],
  [[0x42, 0x4d], "image"],
  [[0x52, 0x61, 0x72, 0x21], "archive"],
  [[0x37, 0x7a, 0xbc, 0xaf], "archive"],
  [[0x1f, 0x8b], "archive"],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function detect(bytes: Uint8Array, fileName: string): FileKind {
  if (begins(bytes, [0x50, 0x4b, 3, 4]) || begins(bytes, [0x50, 0x4b, 5, 6])) return { kind: "zip" };
  if (begins(bytes, OLE)) return oleKind(bytes);
  // BIFF 2 to 5 without a container: a BOF record and its length.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && bytes[3] === 0) return { kind: "xls" };
  for (const [signature, what] of SIGNATURES) if (begins(bytes, signature)) return { kind: "other", what };
  return textKind(bytes, fileName);
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** By the names in the container's directory: entries of 128 bytes, names in UTF-16 with their length at 64. */
function oleKind(bytes: Uint8Array): FileKind {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] as number) | ((bytes[at + 65] as number) << 8);
    const type = bytes[at + 66] as number;
    if (length < 4 || length > 64 || (type !== 1 && type !== 2 && type !== 5)) continue;
    names.add(utf16(bytes, at, length - 2));
  }
  if (names.has("EncryptedPackage")) return { kind: "encrypted" };
  if (names.has("Workbook") || names.has("Book")) return { kind: "xls" };
  if (names.has("WordDocument")) return { kind: "other", what: "word" };
  if (names.has("PowerPoint Document")) return { kind: "other", what: "presentation" };
  // Perhaps cut off before its directory: let the reader of such files say so.
  return { kind: "xls" };
}

function utf16(bytes: Uint8Array, at: number, length: number): string {
  let text = "";
  for (let i = 0; i < length; i += 2)
    text += String.fromCharCode((bytes[at + i] as number) | ((bytes[at + i + 1] as number) << 8));
  return text;
}

function textKind(bytes: Uint8Array, fileName: string): FileKind {
  const sample = bytes.subarray(0, 4096);
  if (!wideEncoding(sample) && sample.includes(0)) return { kind: "other", what: "binary" };
  const text = decodeText(sample)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (/^<\?xml[\s\S]*(schemas-microsoft-com:office:spreadsheet|mso-application\s+progid="Excel)/i.test(text))
    return { kind: "spreadsheetml" };
  if (/<(html|table|!doctype html)\b/i.test(text) && text.startsWith("<")) return { kind: "html" };
  if (text.startsWith("<?xml")) return { kind: "other", what: "xml" };
  if (/\.(csv|tsv|txt)$/i.test(fileName)) return { kind: "csv" };
  // Many systems export tab-separated text under the name of a workbook; prose has no tabs.
  const lines = text.split(/\r\n?|\n/, 4).filter((line) => line.trim() !== "");
  if (lines.length > 1 && lines.every((line) => line.includes("\t"))) return { kind: "csv" };
  return { kind: "other", what: "text" };
}
