/** A ledger that brings its own policy on sheets, as a bureau makes it from the shipped one. */
import { addSheetTo } from "../../src/hosts/file/additions";
import { packInForce } from "../../src/policy/load";
import { packToSheets } from "../../src/policy/sheets";
import { cellName } from "../../src/sheet/address";

const CONTENT = 2;

export function withPolicy(bytes: Uint8Array, asOf: string): Uint8Array {
  return packToSheets(packInForce(asOf).pack).reduce<Uint8Array>(
    (book, { name, rows }) => addSheetTo(book, { name, cells: rows }),
    bytes,
  );
}

/** Where on the sheet 政策包 the policy's title stands, as JSON. */
export function titleCell(asOf: string): string {
  const rest = packToSheets(packInForce(asOf).pack).find(({ name }) => name === "政策包");
  const row = rest?.rows.findIndex(([part]) => part === "title") ?? -1;
  if (row < 0) throw new Error("the policy has no title");
  return cellName(row + 1, CONTENT);
}
