/** Who does the collecting: a thread beside the pane where the host has one, else the pane's own in short slices. */
import { SerialDay, type CellValue } from "../../src/sheet/cell";
import type { ExportSheet } from "../../src/sheet/exportSheet";
import { Cancelled } from "../slices";
import type { CollectAsk, CollectOutcome, CollectProgress } from "./collectFiles";
import { startThread } from "./thread";

/** What the thread says. */
export type Said =
  | { readonly is: "progress"; readonly progress: CollectProgress }
  | { readonly is: "done"; readonly outcome: CollectOutcome }
  | { readonly is: "failed"; readonly message: string };

export interface Collecting {
  /** Ends with Cancelled where it was stopped. */
  readonly outcome: Promise<CollectOutcome>;
  readonly stop: () => void;
}

export function startCollecting(ask: CollectAsk, show: (progress: CollectProgress) => void): Collecting {
  const stopping = new AbortController();
  const { signal } = stopping;
  const outcome = beside(ask, show, signal).catch((error: unknown) => {
    if (!(error instanceof NoThread)) throw error;
    return here(ask, show, signal);
  });
  return { outcome, stop: () => stopping.abort() };
}

/** The host lets no thread begin: an old one, or a page that runs from a file. */
class NoThread extends Error {}

function beside(ask: CollectAsk, show: (progress: CollectProgress) => void, signal: AbortSignal) {
  return new Promise<CollectOutcome>((resolve, reject) => {
    let worker: Worker;
    try {
      worker = startThread();
    } catch {
      reject(new NoThread());
      return;
    }
    let hasBegun = false;
    const end = (): void => worker.terminate();
    signal.addEventListener("abort", () => {
      end();
      reject(new Cancelled());
    });
    worker.onerror = (event) => {
      event.preventDefault();
      end();
      reject(hasBegun ? new Error(event.message) : new NoThread());
    };
    worker.onmessage = ({ data: said }: MessageEvent<Said>) => {
      hasBegun = true;
      if (said.is === "progress") {
        show(said.progress);
        return;
      }
      end();
      if (said.is === "failed") reject(new Error(said.message));
      else resolve({ ...said.outcome, sheets: said.outcome.sheets.map(revived) });
    };
    worker.postMessage(ask);
  });
}

async function here(ask: CollectAsk, show: (progress: CollectProgress) => void, signal: AbortSignal) {
  const { collectHere } = await import("../main.collectHere");
  return collectHere(ask, show, signal);
}

/** Between threads a day loses its class. */
function revived(sheet: ExportSheet): ExportSheet {
  const cell = (value: CellValue): CellValue =>
    typeof value === "object" && value !== null && "serial" in value
      ? new SerialDay(value.serial, value.date1904)
      : value;
  return { ...sheet, cells: sheet.cells.map((row) => row.map(cell)) };
}
