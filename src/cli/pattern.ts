/** 台账/*.xlsx as typed where no shell expands it (Windows, quotes): the files of one folder, by name. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A name without a star, or that exists as it is, stays; a pattern that fits nothing stays too, and is then missed by name. */
export function expandPattern(path: string): readonly string[] {
  const pattern = basename(path);
  const folder = dirname(path);
  if (!/[*?]/.test(pattern) || existsSync(path) || !existsSync(folder)) return [path];
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  const fits = new RegExp(`^${source}$`, "i");
  // ~$ is what Excel leaves beside an open file.
  const found = readdirSync(folder).filter((name) => fits.test(name) && !name.startsWith("~$"));
  return found.length === 0 ? [path] : found.sort().map((name) => join(folder, name));
}
