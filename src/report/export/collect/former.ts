/** The ledgers of a workbook of another day: a former collection's reserve, else whatever it holds. */
import { tablesOf, type Ledger } from "../../../ledger/ledger";
import { readLedger } from "../../../ledger/read";
import type { Sheet } from "../../../sheet/sheet";
import { ownSheets } from "../ownSheets";
import { RESERVE } from "./sheets/reserve";

export function formerLedgersOf(all: readonly Sheet[], path: string): readonly Ledger[] {
  const reserve = all.filter(({ name }) => name === RESERVE);
  const sheets = reserve.length > 0 ? reserve : ownSheets(all).ledgers;
  return sheets.flatMap((sheet) => tablesOf(readLedger(sheet, { file: path })));
}
