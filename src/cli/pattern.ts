/** The files that a call means: 台账/*.xlsx as typed where no shell expands it (Windows, quotes), and none of them twice. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** In the order of the call; a file that is named twice, as by a pattern and by its name, would count twice. */
export function filesMeant(paths: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return paths.flatMap(expandPattern).filter((path) => {
    const place = resolve(path);
    return !seen.has(place) && seen.add(place);
  });
}

/** The files of one folder, by name. A name without a star, or that exists as it is, stays; a pattern that fits nothing stays too, and is then missed by name. */
function expandPattern(path: string): readonly string[] {
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
