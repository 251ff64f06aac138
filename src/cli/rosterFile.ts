/** The departments of a county as a file lists them, by its path. */
import type { Pack } from "../policy/pack";
import { packWithRosterOf } from "../report/export/collect/roster";
import { readOne, type Terminal } from "./check";

/** Null where the file cannot be read, which was said. */
export async function packWithRoster(pack: Pack, path: string, terminal: Terminal): Promise<Pack | null> {
  const { file } = await readOne(path, null, terminal);
  return file.error ? null : packWithRosterOf(pack, file.sheets, path);
}
