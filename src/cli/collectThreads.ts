/** Threads of this machine at work on a collection. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Tinypool } from "tinypool";
import type { PartHead } from "../report/export/collect/part";
import type { Filed } from "./collectFile";
import type { CollectTask } from "./collectWorker";

/** Whoever reads the files: the part stands in its place before its head is given. */
export interface Crew {
  /** How many of them work at a time, so that memory does not grow with the folder. */
  readonly hands: number;
  /** Small files that one of them takes at once. */
  readonly atOnce: number;
  readonly collect: (files: readonly Filed[]) => Promise<readonly PartHead[]>;
  readonly close: () => Promise<void>;
}

export function threadCrew(settings: string, files: number): Crew {
  const threads = Math.min(files, Math.max(1, availableParallelism()));
  const { collect, close } = collectThreads(threads);
  return {
    hands: threads * 2,
    // To hand a thread its work costs about as much as to read a small file.
    atOnce: 8,
    collect: (filed) => collect({ filed, settings }),
    close,
  };
}

export interface CollectThreads {
  readonly collect: (task: CollectTask) => Promise<readonly PartHead[]>;
  readonly close: () => Promise<void>;
}

/**
 * Each thread compiles the same code for itself and is gone after seconds. V8 that waits about four times longer before it
 * compiles a function for good costs an eighth less over a thousand small files, and no more over a large one. The
 * second lets a thread free what a large file has left (collectWorker.ts); as many heaps as threads grow as V8 means them to.
 */
const ENGINE = ["--interrupt-budget=500000", "--expose-gc", "--heap-growing-percent=0"];

/** The same threads serve any run: each task names its settings. */
export function collectThreads(threads: number): CollectThreads {
  for (const flag of ENGINE) setFlagsFromString(flag);
  const pool = new Tinypool({
    filename: fileURLToPath(new URL("./collect-worker.mjs", import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    collect: async (task) => (await pool.run(task, { name: "collect" })) as readonly PartHead[],
    close: () => pool.destroy(),
  };
}
