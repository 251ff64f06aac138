/** Writes what a command gives as one file: whole or not at all, and never over a ledger that was read. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { callComplaint } from "../words/command";

/** A complaint, or null where it was written. */
export function writeOutput(path: string, bytes: Uint8Array | string, read: readonly string[]): string | null {
  if (read.some((each) => resolve(each) === resolve(path))) return callComplaint.wouldOverwrite(path);
  const half = `${path}.part`;
  try {
    writeFileSync(half, bytes);
    renameSync(half, path);
    return null;
  } catch (error) {
    rmSync(half, { force: true });
    return callComplaint.cannotWrite(path, error);
  }
}
