/** Writes what a command gives as one file: whole or not at all, and never over a file that was read. */
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { callComplaint } from "../words/command";

/** A complaint, or null where it was written. */
export function writeOutput(path: string, bytes: Uint8Array | string, read: readonly string[]): string | null {
  const clash = overwriting([path], read);
  if (clash !== null) return clash;
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

/** A complaint of the first that would be written over something that is read, or null. */
export function overwriting(written: readonly (string | null)[], read: readonly (string | null)[]): string | null {
  const places = new Set(read.flatMap((path) => (path === null ? [] : placesOf(path))));
  const clash = written.find((path) => path !== null && placesOf(path).some((place) => places.has(place))) ?? null;
  return clash === null ? null : callComplaint.wouldOverwrite(clash);
}

/** By name and, where it is there, by what the file system knows it by: 台账.XLSX is 台账.xlsx on most desks, and a link is what it leads to. */
function placesOf(path: string): readonly string[] {
  const file = statSync(path, { throwIfNoEntry: false, bigint: true });
  return file && file.ino > 0n ? [resolve(path), `${String(file.dev)} ${String(file.ino)}`] : [resolve(path)];
}
