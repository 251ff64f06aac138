/** One file of a collection, read, checked and summed up; nothing that goes wrong in it leaves it. */
import { openFile, ReadFailure } from "../hosts/file/node";
import { loadPack } from "../policy/load";
import type { Pack } from "../policy/pack";
import { partOf, unreadablePart, type Part, type PartTables } from "../report/export/collect/part";
import type { ReceiptState } from "../report/export/collect/summary";
import { ownSheets } from "../report/export/ownSheets";
import { compareWithReceipt } from "../report/export/compareReceipt";
import type { Receipt } from "../report/export/receipt";
import { runSteps, type Run, type RunOptions } from "../report/run";
import type { Sheet } from "../sheet/sheet";
import { failureSentence, unexpected } from "../words/failure";

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
    const { receipt, lent } = await openLent(file, maxSize);
    const sweep = source.size > LARGE ? freeMemory : () => undefined;
    sweep();
    const run = runLent(path, lent, { pack, asOf }, sweep);
    return partOf(run, { path, receipt: await receiptState(run, receipt), writtenOn }, tables);
  } catch (failure) {
    // Whatever is wrong with one file must not cost the others: it is listed with what is known.
    const known = failure instanceof ReadFailure ? failure : unexpected(failure);
    return unreadablePart(path, failureSentence(known, path, "zh"), writtenOn);
  }
}

/** Sheets that are taken back when their rows have been read: the bytes of a large one weigh as much as its projects. */
interface Lent {
  readonly sheets: readonly Sheet[];
  readonly takeBack: () => void;
}

/** Nobody but the loan knows the sheets when this has ended. */
async function openLent(
  file: string,
  maxSize: number | null,
): Promise<{ readonly receipt: Receipt | null; readonly lent: Lent }> {
  const { sheets } = await openFile(file, maxSize === null ? {} : { maxSize });
  const { ledgers, receipt } = ownSheets(sheets);
  return { receipt, lent: lend(ledgers) };
}

function lend(own: readonly Sheet[]): Lent {
  const held: (Sheet | null)[] = [...own];
  return {
    sheets: own.map((sheet, index) => ({ ...sheet, blocks: (size) => held[index]?.blocks(size) ?? [] })),
    takeBack: () => held.fill(null),
  };
}

function runLent(path: string, { sheets, takeBack }: Lent, options: RunOptions, sweep: () => void): Run {
  const steps = runSteps([{ path, sheets }], options);
  for (let phase = "read"; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value.phase === phase) continue;
    phase = step.value.phase;
    takeBack();
    sweep();
  }
}

/** Bytes: a ledger of a hundred thousand rows. */
const LARGE = 10_000_000;

/** What was unpacked is freed at once: by itself V8 lets hundreds of megabytes of bytes lie until the file is done. */
function freeMemory(): void {
  globalThis.gc?.();
}

async function receiptState(run: Run, receipt: Receipt | null): Promise<ReceiptState> {
  if (!receipt) return "none";
  const { same, sound } = await compareWithReceipt(receipt, run.ledgers);
  return same && sound ? "same" : "changed";
}
