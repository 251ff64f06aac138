/** What a collection has done so far, beside its output: a run that was cut off goes on where it stopped. */
import { closeSync, createReadStream, existsSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Collected } from "./collectWorker";

export interface JournalKey {
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

export type Kept = Pick<Collected, "summary" | "light">;

interface Place {
  readonly from: number;
  readonly length: number;
}

/** The rows themselves stay on disk until they are asked for again. */
export class Journal {
  private end = 0;
  private readonly places = new Map<string, Place>();

  private constructor(
    private readonly file: string,
    private readonly descriptor: number,
  ) {}

  /** `run` says what the results depend on; a journal of another run is begun anew. `known` hears of each file that is done. */
  static async open(file: string, run: string, known: (key: JournalKey, kept: Kept) => boolean): Promise<Journal> {
    const found = existsSync(file);
    const journal = new Journal(file, openSync(file, found ? "r+" : "w+"));
    if (found) await journal.replay(run, known);
    ftruncateSync(journal.descriptor, journal.end);
    if (journal.end === 0) journal.append(run);
    return journal;
  }

  add(key: JournalKey, { summary, light, rows }: Collected): void {
    this.append(JSON.stringify({ key, kept: { summary, light } }));
    this.places.set(key.path, this.append(JSON.stringify(rows)));
  }

  rows(path: string): Collected["rows"] {
    const place = this.places.get(path);
    if (!place) return [];
    const bytes = Buffer.allocUnsafe(place.length);
    readSync(this.descriptor, bytes, 0, place.length, place.from);
    return JSON.parse(bytes.toString("utf8")) as Collected["rows"];
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** The run is done: nothing is left to resume. */
  remove(): void {
    this.close();
    rmSync(this.file, { force: true });
  }

  private append(line: string): Place {
    const bytes = Buffer.from(line + "\n", "utf8");
    const from = this.end;
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.descriptor, bytes, written, bytes.length - written, from + written);
    }
    this.end += bytes.length;
    return { from, length: bytes.length - 1 };
  }

  /** Up to the last file that was written whole. */
  private async replay(run: string, known: (key: JournalKey, kept: Kept) => boolean): Promise<void> {
    const lines = createInterface({ input: createReadStream(this.file), crlfDelay: Infinity });
    let at = 0;
    let pending: { key: JournalKey; kept: Kept } | null = null;
    for await (const line of lines) {
      const length = Buffer.byteLength(line, "utf8");
      if (at === 0 && line !== run) break;
      if (at > 0 && pending === null) {
        const entry = parsed(line) as { key: JournalKey; kept: Kept } | null;
        if (entry === null) break;
        pending = entry;
      } else if (pending !== null) {
        if (parsed(line) === null) break;
        if (known(pending.key, pending.kept)) this.places.set(pending.key.path, { from: at, length });
        pending = null;
      }
      at += length + 1;
      if (pending === null) this.end = at;
    }
    lines.close();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
