/** The ledgers of a workbook of another day: a former collection's reserve, else whatever it holds. */
import { tablesOf, type Ledger } from "../../../ledger/ledger";
import { readLedger } from "../../../ledger/read";
import { withLentYears } from "../../../ledger/lendYear";
import { withRestatedRows } from "../../../ledger/restated";
import type { Pack } from "../../../policy/pack";
import { withFurtherRows } from "../../../reserve/further";
import type { Sheet } from "../../../sheet/sheet";
import { ownSheets } from "../ownSheets";
import { RESERVE } from "./sheets/reserve";

/** `asOf` is the day of the run that they are compared with. */
export function formerLedgersOf(
  all: readonly Sheet[],
  path: string,
  { pack, asOf }: { readonly pack: Pack; readonly asOf: string },
): readonly Ledger[] {
  const reserve = all.filter(({ name }) => name === RESERVE);
  const sheets = reserve.length > 0 ? reserve : ownSheets(all).ledgers;
  const read = sheets.flatMap((sheet) => tablesOf(readLedger(sheet, { file: path })));
  // Counted as this day's are: a project once, whatever sheets state it.
  return withFurtherRows(withRestatedRows(withLentYears([read]), asOf), pack).flat();
}
