/** The ledgers of a folder and its subfolders, by name. */
import { lstatSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isLedgerName } from "../report/export/collect/ledgerName";
import { RESERVE } from "../report/export/collect/sheets/reserve";
import type { Source } from "./collectFile";

/** Without what the collection itself writes there; null where there is no such folder. */
export function sourcesIn(folder: string, output: string): Source[] | null {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return null;
  }
  const own = new Set([output, reserveFile(output)].map((path) => relative(resolve(folder), resolve(path))));
  return names
    .filter((name) => isLedgerName(name) && !own.has(name))
    .sort()
    .flatMap((path) => {
      const file = join(folder, path);
      // A link that leads nowhere is listed as a file that cannot be read.
      const state = statSync(file, { throwIfNoEntry: false }) ?? lstatSync(file, { throwIfNoEntry: false });
      if (!state || state.isDirectory()) return [];
      const { size, mtimeMs, mtime } = state;
      return [{ file, path, size, changed: mtimeMs, writtenOn: localDay(mtime) }];
    });
}

/** Where the consolidated reserve goes when it is too large for a sheet. */
export function reserveFile(output: string): string {
  return `${output.replace(/\.xlsx$/i, "")}.${RESERVE}.csv`;
}

function localDay(time: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
