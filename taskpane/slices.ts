/** Drives a generator in short slices, so that the program that shows the pane stays alive between them. */

/** Long tasks begin at 50 ms; a slice leaves room for what React and the host do in the same turn. */
const SLICE_MS = 12;

export interface SliceOptions<Progress> {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Thrown where the signal was given before the end. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

export async function runInSlices<Progress, Result>(
  steps: Generator<Progress, Result>,
  { signal, onProgress }: SliceOptions<Progress>,
): Promise<Result> {
  for (;;) {
    if (signal.aborted) throw new Cancelled();
    const end = performance.now() + SLICE_MS;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    await nextTurn();
  }
}

/** A new task of the event loop: input and painting come in between. setTimeout waits 4 ms once nested, a message does not. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === "undefined") {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
