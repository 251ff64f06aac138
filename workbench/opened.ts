/** An opened file: its bytes as they came, what the engine shows of it, and the notes kept with it. */
import type { IWorkbookData } from "@univerjs/core";
import { readNotes } from "../src/hosts/file/additions";
import { openOn } from "../src/hosts/file/open";
import { openPackage, type Package } from "../src/hosts/file/patch";
import type { Platform } from "../src/hosts/file/platform";
import type { Workbook } from "../src/sheet/sheet";
import { runInSlices } from "../taskpane/slices";
import { unpackedAhead } from "./unpacked";
import { workbookSteps } from "./xlsx/data";
import { lookSteps, type Look } from "./xlsx/look";

export interface Opened {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  /** null where the file is none that can be patched: it is shown, and cannot be saved as it was. */
  readonly look: Look | null;
  readonly data: IWorkbookData;
  readonly notes: Map<string, string>;
  /** The notes that the file itself holds. */
  readonly savedNotes: ReadonlyMap<string, string>;
}

/** Throws ReadFailure. In slices: a file of ten thousand rows would stop the page for a second. */
export async function openFile(bytes: Uint8Array, fileName: string, id: string): Promise<Opened> {
  const { platform, forget } = await unpackedAhead(bytes);
  const workbook = await openOn(platform, bytes, { fileName });
  const book = patchable(bytes, platform);
  const never = new AbortController().signal;
  const opened = await runInSlices(openSteps({ bytes, fileName, workbook, book }, id), { signal: never });
  forget();
  return opened;
}

interface Read extends Pick<Opened, "bytes" | "fileName" | "workbook"> {
  readonly book: Package | null;
}

function* openSteps({ bytes, fileName, workbook, book }: Read, id: string): Generator<undefined, Opened> {
  const look = book && (yield* lookSteps(book));
  const savedNotes = book ? readNotes(bytes, { platform: book.platform }) : new Map<string, string>();
  const data = yield* workbookSteps(workbook, look, { id, name: fileName });
  return { fileName, bytes, workbook, look, data, notes: new Map(savedNotes), savedNotes };
}

/** Of the zips only an .xlsx keeps its sheets as XML. */
function patchable(bytes: Uint8Array, platform: Platform): Package | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const book = openPackage(bytes, { platform });
  return book.main.endsWith(".xml") && book.tabs.sheets.length > 0 ? book : null;
}
