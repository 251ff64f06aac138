/** A thread of a collection: reads one file after another and puts their parts where the run keeps it. */
import { readFileSync } from "node:fs";
import type { PartHead } from "../report/export/collect/part";
import { collectFile, parseSettings, type Filed, type Settings } from "./collectFile";
import { writePart } from "./journal";

export interface CollectTask {
  readonly filed: readonly Filed[];
  /** The file with the run's settings: read once a thread. */
  readonly settings: string;
}

let known: { readonly file: string; readonly settings: Settings } | null = null;

export async function collect({ filed, settings: file }: CollectTask): Promise<readonly PartHead[]> {
  if (known?.file !== file) known = { file, settings: parseSettings(readFileSync(file, "utf8")) };
  const heads: PartHead[] = [];
  for (const { source, part } of filed) {
    const made = await collectFile(source, known.settings);
    writePart(part, source, made);
    heads.push(made.head);
  }
  return heads;
}
