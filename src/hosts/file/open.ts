/** Opens a workbook from its bytes, whatever kind of file it is; runs in the browser as well as in Node. */
import type { Workbook } from "../../sheet/sheet";
import { readCsv } from "./csv";
import { detect } from "./detect";
import { ReadFailure } from "./failure";
import { browserPlatform, type Platform } from "./platform";
import { mainPart, readXlsx } from "./xlsx";
import { openZip, type Zip } from "./zip";

export { ReadFailure } from "./failure";

export interface OpenOptions {
  /** For the kind of a text file and the name of its sheet. */
  readonly fileName: string;
  /** Bytes that the file may unpack to, instead of the usual limits. */
  readonly maxSize?: number | undefined;
}

export function openWorkbook(bytes: Uint8Array, options: OpenOptions): Promise<Workbook> {
  return openOn(browserPlatform, bytes, options);
}

/** `openWorkbook` for a platform that unpacks in its own way. */
export async function openOn(platform: Platform, bytes: Uint8Array, options: OpenOptions): Promise<Workbook> {
  if (bytes.length === 0) throw new ReadFailure("empty");
  const limit = options.maxSize ?? platform.unpackedLimit;
  if (bytes.length > limit) throw new ReadFailure("too-large", { bytes: bytes.length, limit });
  const found = detect(bytes, options.fileName);
  switch (found.kind) {
    case "zip":
      return openZipped(platform, bytes, options);
    case "csv":
      return readCsv(bytes, options.fileName);
    case "encrypted":
      throw new ReadFailure("password");
    case "xls":
    case "html":
    case "spreadsheetml":
      return (await import("./legacy")).readLegacy(bytes);
    case "other":
      throw new ReadFailure("not-a-workbook", { kind: found.what });
  }
}

async function openZipped(platform: Platform, bytes: Uint8Array, options: OpenOptions): Promise<Workbook> {
  const zip = openZip(bytes, platform, options.maxSize);
  const main = mainPart(zip, platform) ?? (zip.has("xl/workbook.xml") ? "xl/workbook.xml" : null);
  if (main !== null && /\.xml$/i.test(main) && !/^(word|ppt)\//i.test(main)) return readXlsx(zip, main, platform);
  const isBinary = main !== null && /\.bin$/i.test(main);
  if (isBinary || zip.has("content.xml")) {
    // The library trusts the sizes that a zip declares, so every part is unpacked once under our limit first.
    for (const name of zip.names) zip.read(name);
    return (await import("./legacy")).readLegacy(bytes);
  }
  throw new ReadFailure("not-a-workbook", { kind: zippedKind(zip, main) });
}

function zippedKind(zip: Zip, main: string | null): string {
  if (main !== null && /^word\//i.test(main)) return "word";
  if (main !== null && /^ppt\//i.test(main)) return "presentation";
  return zip.names.length === 0 ? "binary" : "archive";
}
