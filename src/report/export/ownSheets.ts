/** Which sheets of a workbook that we wrote are a ledger: beside the standard table the others only repeat it, and a policy on sheets judges rather than being judged. */
import type { Sheet } from "../../sheet/sheet";
import { holdsPack } from "../packChoice";
import { RECEIPT, type Receipt } from "./receipt";
import { readReceipt } from "./receiptSheet";
import { isStandardTable } from "./standardTable";

export interface OwnSheets {
  readonly ledgers: readonly Sheet[];
  /** The receipt that came with them. */
  readonly receipt: Receipt | null;
}

export function ownSheets(all: readonly Sheet[]): OwnSheets {
  const sheets = all.filter((sheet) => !holdsPack(sheet));
  const written = sheets.find(({ name }) => name === RECEIPT);
  const receipt = written ? readReceipt(written) : null;
  if (!receipt) return { ledgers: sheets, receipt: null };
  const standard = sheets.filter(({ name }) => isStandardTable(name));
  return { ledgers: standard.length > 0 ? standard : sheets.filter((sheet) => sheet !== written), receipt };
}
