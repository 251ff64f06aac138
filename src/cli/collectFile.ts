/** One file of a collection, read, checked and summed up; nothing that goes wrong in it leaves it. */
import { openFile, ReadFailure } from "../hosts/file/node";
import { loadPack } from "../policy/load";
import type { Pack } from "../policy/pack";
import { partOf, unreadablePart, type Part, type PartTables } from "../report/export/collect/part";
import type { ReceiptState } from "../report/export/collect/summary";
import { ownSheets } from "../report/export/ownSheets";
import { compareWithReceipt } from "../report/export/receipt";
import { runThrough, type Run } from "../report/run";
import { failureSentence } from "../words/failure";

export interface Source {
  /** Where the file is, and how the collection calls it. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
  /** Milliseconds, as the file system keeps them. */
  readonly changed: number;
  /** The same as a day, YYYY-MM-DD. */
  readonly writtenOn: string;
}

/** A file and where its part goes. */
export interface Filed {
  readonly source: Source;
  readonly part: string;
}

/** What every file of a run is judged by. */
export interface Settings {
  readonly pack: Pack;
  readonly asOf: string;
  readonly maxSize: number | null;
  readonly tables: PartTables;
}

/** As text for threads and other machines: two runs with equal texts come to equal parts. */
export function settingsText(settings: Settings, tool: string): string {
  return JSON.stringify({ tool, ...settings, pack: JSON.stringify(settings.pack) });
}

export function parseSettings(text: string): Settings {
  const kept = JSON.parse(text) as Omit<Settings, "pack"> & { readonly pack: string };
  const loaded = loadPack(kept.pack);
  if ("errors" in loaded) throw new Error(loaded.errors[0]?.message ?? "pack");
  return { ...kept, pack: loaded.pack };
}

export async function collectFile(source: Source, { pack, asOf, maxSize, tables }: Settings): Promise<Part> {
  const { file, path, writtenOn } = source;
  try {
    const { sheets } = await openFile(file, maxSize === null ? {} : { maxSize });
    const own = ownSheets(sheets);
    const run = runThrough([{ path, sheets: own.ledgers }], { pack, asOf });
    return partOf(run, { path, receipt: await receiptState(run, own.receipt), writtenOn }, tables);
  } catch (failure) {
    // Whatever is wrong with one file must not cost the others: it is listed with what is known.
    const said =
      failure instanceof ReadFailure
        ? failureSentence(failure, path, "zh")
        : `${path}：读取时出错（${failure instanceof Error ? failure.message : String(failure)}）`;
    return unreadablePart(path, said, writtenOn);
  }
}

async function receiptState(run: Run, receipt: ReturnType<typeof ownSheets>["receipt"]): Promise<ReceiptState> {
  if (!receipt) return "none";
  const { same, sound } = await compareWithReceipt(receipt, run.ledgers);
  return same && sound ? "same" : "changed";
}
