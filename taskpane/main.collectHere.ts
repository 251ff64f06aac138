/** Collects files with this page's own reader and writer; loaded only where a collection begins. */
import { openWorkbook, ReadFailure } from "../src/hosts/file/open";
import { writeWorkbook } from "../src/hosts/file/write";
import { writeDocument } from "../src/hosts/file/writeDocument";
import { collectFiles, type CollectAsk, type CollectOutcome, type CollectProgress } from "./collect/collectFiles";
import { Cancelled, nextTurn, runInSlices } from "./slices";

/** In slices: whoever shows the pane stays alive. */
export async function collectHere(
  ask: CollectAsk,
  show: (progress: CollectProgress) => void,
  signal: AbortSignal,
): Promise<CollectOutcome> {
  const steps = collectFiles(ask, {
    open: (bytes, fileName) => openWorkbook(bytes, { fileName }),
    isFailure: (error) => error instanceof ReadFailure,
    write: writeWorkbook,
    writeDocument,
    drive: (run) => runInSlices(run, { signal }),
  });
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
    show(step.value);
    await nextTurn();
    if (signal.aborted) throw new Cancelled();
  }
}
