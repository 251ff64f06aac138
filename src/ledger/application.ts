/** Which ledgers of a workbook are its reserve by name, and which list what is applied for out of it. */
import { nameOfFile } from "./fileName";
import type { Ledger } from "./ledger";

/** A sheet that asks for money says so itself, also in a workbook named after both: 「储备及申报项目汇总」; what is to be asked for later is still in the reserve. */
const ASKS = /(?<!拟|待|计划|谋划)(?:申报|申请|争取)/u;

type Named = Pick<Ledger, "file" | "sheet" | "title">;

/** By its own name, or its file's: what can be told of ledgers of which few columns are kept. */
export function isCalledReserve(ledger: Named): boolean {
  if (ownName(ledger).includes("储备")) return true;
  return nameOfFile(ledger.file).includes("储备") && !isApplication(ledger);
}

/** By its title or its sheet's name. */
export function isApplication(ledger: Named): boolean {
  return ASKS.test(ownName(ledger));
}

/** Each on a line of its own: a title that ends with 「计划」 plans nothing of a sheet 「申报」. */
function ownName({ title, sheet }: Named): string {
  return `${title ?? ""}\n${sheet}`;
}
