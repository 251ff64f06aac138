/** Threads of this machine at work on a collection. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { PartHead } from "../report/export/collect/part";
import type { Source } from "./collectFile";
import type { CollectTask } from "./collectWorker";

/** Whoever reads the files: the part stands in its place before its head is given. */
export interface Crew {
  /** Files that may be under way at a time, so that memory does not grow with the folder. */
  readonly hands: number;
  readonly collect: (source: Source, part: string) => Promise<PartHead>;
  readonly close: () => Promise<void>;
}

export function threadCrew(settings: string, files: number): Crew {
  const threads = Math.min(files, Math.max(1, availableParallelism()));
  const pool = new Tinypool({
    filename: fileURLToPath(new URL("./collect-worker.mjs", import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    hands: threads * 2,
    collect: async (source, part) => {
      const task: CollectTask = { source, settings, part };
      return (await pool.run(task, { name: "collect" })) as PartHead;
    },
    close: () => pool.destroy(),
  };
}
