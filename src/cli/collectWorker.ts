/** A thread of a collection: reads one file after another and puts its part where the run keeps it. */
import { readFileSync } from "node:fs";
import type { PartHead } from "../report/export/collect/part";
import { collectFile, parseSettings, type Settings, type Source } from "./collectFile";
import { writePart } from "./journal";

export interface CollectTask {
  readonly source: Source;
  /** The file with the run's settings: read once a thread. */
  readonly settings: string;
  /** Where the part goes. */
  readonly part: string;
}

let known: { readonly file: string; readonly settings: Settings } | null = null;

export async function collect({ source, settings: file, part }: CollectTask): Promise<PartHead> {
  if (known?.file !== file) known = { file, settings: parseSettings(readFileSync(file, "utf8")) };
  const { head, lines } = await collectFile(source, known.settings);
  writePart(part, source, { head, lines });
  return head;
}
