/** The ledgers of a workbook of another day, by its path. */
import type { Ledger } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { formerLedgersOf } from "../report/export/collect/former";
import { callComplaint } from "../words/command";
import { readOne } from "./check";
import type { Terminal } from "./terminal";

/** Null where it could not be read or holds no project; that has been said, with the option that named it. */
export async function formerLedgers(
  path: string,
  option: "--previous" | "--last-year",
  { pack, asOf, terminal }: { readonly pack: Pack; readonly asOf: string; readonly terminal: Terminal },
): Promise<readonly Ledger[] | null> {
  const { file } = await readOne(path, null, terminal);
  if (file.error) return null;
  const ledgers = formerLedgersOf(file.sheets, path, { pack, asOf });
  if (ledgers.some(({ role }) => role === "projects")) return ledgers;
  terminal.error(callComplaint.noFormer(path, option));
  return null;
}
