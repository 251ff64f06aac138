/** What a collection has done so far, in a folder beside its output, a file for each ledger: a run that was cut off goes on where it stopped. */
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Part, PartHead } from "../report/export/collect/part";
import type { Source } from "./collectFile";
import { onLines, writeTexts } from "./pieces";

export type PartKey = Pick<Source, "path" | "size" | "changed">;

const SETTINGS = "settings.json";
/** Bytes read at a time. */
const PIECE = 1 << 18;

export interface Journal {
  /** The file with what the parts depend on. */
  readonly settings: string;
  readonly partOf: (path: string) => string;
  readonly linesOf: (path: string) => Generator<string>;
  /** The run is done: nothing is left to resume. */
  readonly remove: () => void;
}

/** A journal of other settings is begun anew. `known` hears of each part that is there whole. */
export function openJournal(folder: string, settings: string, known: (key: PartKey, head: PartHead) => void): Journal {
  const settingsFile = join(folder, SETTINGS);
  const partOf = (path: string): string => join(folder, `${digest(path)}.part`);
  if (!existsSync(settingsFile) || readFileSync(settingsFile, "utf8") !== settings) {
    removeOwn(folder);
    mkdirSync(folder, { recursive: true });
    writeWhole(settingsFile, settings);
  }
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".part")) continue;
    const part = wholePart(join(folder, name));
    if (part && name === `${digest(part.key.path)}.part`) known(part.key, part.head);
  }
  return {
    settings: settingsFile,
    partOf,
    linesOf: (path) => partLines(partOf(path)),
    remove: () => {
      removeOwn(folder);
    },
  };
}

const OWN = /^(?:settings\.json|[0-9a-f]+\.part)(?:\.half)?$/;

/** Whatever somebody else has put there stays. */
function removeOwn(folder: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  const own = names.filter((name) => OWN.test(name));
  for (const name of own) rmSync(join(folder, name), { force: true });
  if (own.length === names.length) rmdirSync(folder);
}

/** Null where a power cut has left less than a part. */
function wholePart(file: string): ReturnType<typeof readPart> | null {
  try {
    return readPart(file);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function digest(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 32);
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.half`, text);
  renameSync(`${file}.half`, file);
}

/** Whole or not at all: it gets its name when the last line stands. */
export function writePart(file: string, { path, size, changed }: PartKey, part: Part): void {
  const half = `${file}.half`;
  writeTexts(half, onLines(partTexts({ path, size, changed }, part)));
  renameSync(half, file);
}

function* partTexts(key: PartKey, { head, lines }: Part): Generator<string> {
  yield JSON.stringify({ key, head });
  yield* lines;
}

export function readPart(file: string): { readonly key: PartKey; readonly head: PartHead } {
  const lines = linesIn(file);
  const { value } = lines.next();
  lines.return(undefined);
  return JSON.parse(value ?? "") as { key: PartKey; head: PartHead };
}

function partLines(file: string): Generator<string, undefined> {
  const lines = linesIn(file);
  lines.next();
  return lines;
}

/** Line by line, whatever the file's size. */
function* linesIn(file: string): Generator<string, undefined> {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.allocUnsafe(PIECE);
    const decoder = new TextDecoder();
    let rest = "";
    for (let read = readSync(descriptor, bytes); read > 0; read = readSync(descriptor, bytes)) {
      const text = rest + decoder.decode(bytes.subarray(0, read), { stream: true });
      let from = 0;
      for (let to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
        yield text.slice(from, to);
        from = to + 1;
      }
      rest = text.slice(from);
    }
  } finally {
    closeSync(descriptor);
  }
  return undefined;
}
