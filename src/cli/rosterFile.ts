/** The departments of a county as a file lists them, by its path. */
import type { Pack } from "../policy/pack";
import { packWithRosterOf } from "../report/export/collect/roster";
import { callComplaint } from "../words/command";
import { readOne } from "./check";
import type { Terminal } from "./terminal";

/** Null where the file cannot be read or lists none, which was said. */
export async function packWithRoster(pack: Pack, path: string, terminal: Terminal): Promise<Pack | null> {
  const { file } = await readOne(path, null, terminal);
  if (file.error) return null;
  const listed = packWithRosterOf(pack, file.sheets, path);
  if (listed.roster.length > 0) return listed;
  terminal.error(callComplaint.noRoster(path));
  return null;
}
