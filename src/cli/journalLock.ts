/** One collection at a time writes to an output: two would take each other's parts. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
    discard(file);
  }
}

/** Two may find the same dead holder at once: the second would move the first one's new lock away, and puts it back. */
function discard(file: string): void {
  const aside = `${privateName(file)}.old`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved && isAlive(moved)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

/** Beside the lock, so that it can take its name; of this process alone, also where machines share the folder. */
function privateName(file: string): string {
  return `${file}.${hostname()}.${String(process.pid)}`;
}

/**
 * False where the file is there already: only one of two that ask at once makes it. It gets its name with its holder in
 * it; an empty one would look as if nobody held it.
 */
function create(file: string, holder: Holder): boolean {
  const own = privateName(file);
  writeFileSync(own, JSON.stringify(holder));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!HAS_NO_LINKS.has(codeOf(error))) throw error;
    return createWithoutLinks(file, holder);
  } finally {
    rmSync(own, { force: true });
  }
}

/** What a memory stick or a share says that gives a file no second name. */
const HAS_NO_LINKS: ReadonlySet<unknown> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EISDIR", "UNKNOWN"]);

function createWithoutLinks(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx" });
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
