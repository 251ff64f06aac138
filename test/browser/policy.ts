/** A ledger that brings its own policy on sheets, as a bureau makes it from the shipped one. */
import { addSheetTo } from "../../src/hosts/file/additions";
import { packInForce } from "../../src/policy/load";
import { packSheets } from "../../src/report/packSheets";
import { cellName } from "../../src/sheet/address";

const CONTENT = 1;

export function withPolicy(bytes: Uint8Array, asOf: string): Uint8Array {
  return packSheets(packInForce(asOf).pack).reduce<Uint8Array>((book, sheet) => addSheetTo(book, sheet), bytes);
}

/** Where on the sheet 政策包 the policy's title stands. */
export function titleCell(asOf: string): string {
  const sheet = packSheets(packInForce(asOf).pack).find(({ name }) => name === "政策包");
  const row = sheet?.cells.findIndex(([fact]) => fact === "名称") ?? -1;
  if (row < 0) throw new Error("the policy has no title");
  return cellName(row + 1, CONTENT);
}
