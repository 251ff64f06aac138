/** Which ledgers of a workbook are its reserve: the list from which projects are applied for. */
import { isCalledReserve } from "../ledger/application";
import type { Ledger } from "../ledger/ledger";
import { fieldsOf } from "./columns";

export function isReserve(ledger: Ledger): boolean {
  return isCalledReserve(ledger) || fieldsOf(ledger).has("enteredOn");
}
