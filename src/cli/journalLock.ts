/** One collection at a time writes to an output: two would take each other's parts. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

export interface Lock {
  readonly release: () => void;
}

/** The lock, or who holds it. A holder that has died on this machine holds nothing. Throws what the file system says where the file cannot be written. */
export function lockOutput(file: string): Lock | { readonly heldBy: Holder } {
  const own: Holder = { pid: process.pid, host: hostname() };
  for (;;) {
    if (create(file, own))
      return {
        release: () => {
          rmSync(file, { force: true });
        },
      };
    const holder = holderOf(file);
    if (holder && isAlive(holder)) return { heldBy: holder };
    rmSync(file, { force: true });
  }
}

/** False where the file is there already: only one of two that ask at once makes it. */
function create(file: string, holder: Holder): boolean {
  try {
    const descriptor = openSync(file, "wx");
    try {
      writeSync(descriptor, JSON.stringify(holder));
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Null where a power cut left less than a holder, or it has just let go. */
function holderOf(file: string): Holder | null {
  try {
    const { pid, host } = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof pid === "number" && typeof host === "string" ? { pid, host } : null;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Of another machine nobody here can say that it has died. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be asked, but it is there.
    return codeOf(error) === "EPERM";
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
