/** An opened file: its bytes as they came, what the engine shows of it, and the notes kept with it. */
import type { IWorkbookData } from "@univerjs/core";
import { readNotes } from "../src/hosts/file/additions";
import { openWorkbook } from "../src/hosts/file/open";
import { openPackage } from "../src/hosts/file/patch";
import type { Workbook } from "../src/sheet/sheet";
import { workbookData } from "./xlsx/data";
import { readLook, type Look } from "./xlsx/look";

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

/** Throws ReadFailure. */
export async function openFile(bytes: Uint8Array, fileName: string, id: string): Promise<Opened> {
  const workbook = await openWorkbook(bytes, { fileName });
  const look = isPatchable(bytes) ? readLook(bytes) : null;
  const savedNotes = look ? readNotes(bytes) : new Map<string, string>();
  return {
    fileName,
    bytes,
    workbook,
    look,
    data: workbookData(workbook, look, id, fileName),
    notes: new Map(savedNotes),
    savedNotes,
  };
}

/** Of the zips only an .xlsx keeps its sheets as XML. */
function isPatchable(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const { main, tabs } = openPackage(bytes, {});
  return main.endsWith(".xml") && tabs.sheets.length > 0;
}
