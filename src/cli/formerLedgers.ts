/** The ledgers of a workbook of another day: a former collection's reserve, else whatever it holds. */
import type { Ledger } from "../ledger/ledger";
import { readLedger } from "../ledger/read";
import { ownSheets } from "../report/export/ownSheets";
import { RESERVE } from "../report/export/collect/sheets";
import { readOne, type Terminal } from "./check";

/** Null where it could not be read; that has been said. */
export async function formerLedgers(path: string, terminal: Terminal): Promise<readonly Ledger[] | null> {
  const { file } = await readOne(path, null, terminal);
  if (file.error) return null;
  const reserve = file.sheets.filter(({ name }) => name === RESERVE);
  const sheets = reserve.length > 0 ? reserve : ownSheets(file.sheets).ledgers;
  return sheets.map((sheet) => readLedger(sheet, { file: path }));
}
