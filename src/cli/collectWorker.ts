/** One file of a collection, read, checked and summed up in a thread of its own; nothing that goes wrong in it leaves it. */
import { openFile, ReadFailure } from "../hosts/file/node";
import type { Ledger } from "../ledger/ledger";
import { loadPack } from "../policy/load";
import type { Pack } from "../policy/pack";
import { lightLedger } from "../report/export/collect/across";
import {
  collectedRows,
  summarise,
  unreadable,
  type CollectedRow,
  type ReceiptState,
  type Summary,
} from "../report/export/collect/summary";
import { ownSheets } from "../report/export/ownSheets";
import { compareWithReceipt } from "../report/export/receipt";
import { runThrough, type Run } from "../report/run";
import { failureSentence } from "../words/failure";

export interface CollectTask {
  /** Where the file is, and how the collection calls it. */
  readonly file: string;
  readonly path: string;
  readonly writtenOn: string;
  readonly maxSize: number | null;
  readonly asOf: string;
  /** The pack as JSON text: equal texts are parsed once a thread. */
  readonly pack: string;
}

export interface Collected {
  readonly summary: Summary;
  readonly rows: readonly CollectedRow[];
  readonly light: readonly Ledger[];
}

let known: { readonly text: string; readonly pack: Pack } | null = null;

export async function collectFile(task: CollectTask): Promise<Collected> {
  const { file, path, writtenOn, maxSize, asOf } = task;
  try {
    const { sheets } = await openFile(file, maxSize === null ? {} : { maxSize });
    const own = ownSheets(sheets);
    const run = runThrough([{ path, sheets: own.ledgers }], { pack: packOf(task.pack), asOf });
    const receipt = await receiptState(run, own.receipt);
    const ledgers = run.ledgers.filter(({ role }) => role === "projects");
    return {
      summary: summarise(run, { path, receipt, writtenOn }),
      rows: collectedRows(ledgers),
      light: ledgers.map(lightLedger),
    };
  } catch (failure) {
    // Whatever is wrong with one file must not cost the others: it is listed with what is known.
    const said =
      failure instanceof ReadFailure
        ? failureSentence(failure, path, "zh")
        : `${path}：读取时出错（${failure instanceof Error ? failure.message : String(failure)}）`;
    return { summary: unreadable(path, said, writtenOn), rows: [], light: [] };
  }
}

async function receiptState(run: Run, receipt: ReturnType<typeof ownSheets>["receipt"]): Promise<ReceiptState> {
  if (!receipt) return "none";
  const { same, sound } = await compareWithReceipt(receipt, run.ledgers);
  return same && sound ? "same" : "changed";
}

function packOf(text: string): Pack {
  if (known?.text === text) return known.pack;
  const loaded = loadPack(text);
  if ("errors" in loaded) throw new Error(loaded.errors[0]?.message ?? "pack");
  known = { text, pack: loaded.pack };
  return known.pack;
}
