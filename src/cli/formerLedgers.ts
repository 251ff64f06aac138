/** The ledgers of a workbook of another day, by its path. */
import type { Ledger } from "../ledger/ledger";
import { formerLedgersOf } from "../report/export/collect/former";
import { readOne, type Terminal } from "./check";

/** Null where it could not be read; that has been said. */
export async function formerLedgers(path: string, terminal: Terminal): Promise<readonly Ledger[] | null> {
  const { file } = await readOne(path, null, terminal);
  return file.error ? null : formerLedgersOf(file.sheets, path);
}
