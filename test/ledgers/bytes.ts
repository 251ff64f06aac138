/** A case as the file that a clerk would hand in. */
import type { LedgerCase } from "./truth";
import { writeCsv, writeWorkbook } from "./write";

export function fileNameOf(ledger: LedgerCase): string {
  return `${ledger.name}.${ledger.csv ? "csv" : "xlsx"}`;
}

export function bytesOf(ledger: LedgerCase): Uint8Array {
  const [first] = ledger.workbook.sheets;
  return ledger.csv && first ? writeCsv(first, ledger.csv) : writeWorkbook(ledger.workbook);
}
