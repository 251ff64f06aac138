/** 校核回执: what was checked, when and by which pack, with a checksum of the ledger's values; whoever has file and receipt can tell whether they still agree. A checksum, not a signature: it shows a change, never who made it. */
import type { Ledger, Project } from "../../ledger/ledger";
import { type MarkedFields } from "./fieldMarks";
import { sha256 } from "./sha256";

export const RECEIPT = "校核回执";

export interface ReceiptRow {
  readonly key: string;
  readonly name: string;
  /** 万元. */
  readonly wan: number | null;
  readonly digest: string;
  /** Two characters for each of the receipt's fields; blank on receipts of former versions. */
  readonly marks: string;
  /** As much for each of its columns beside the fields. */
  readonly besides: string;
  /** As much for each cell as it is written. */
  readonly writing: string;
}

/** A row that prints totals, as a receipt has it. */
export interface ReceiptTotal {
  readonly label: string;
  /** 万元. */
  readonly wan: number | null;
  readonly marks: string;
}

export interface Receipt {
  readonly tool: string;
  readonly asOf: string;
  readonly pack: string;
  readonly count: number;
  readonly wan: number;
  /** 错误 n · 提醒 n · 建议 n · 暂不处理 n, as printed. */
  readonly verdict: string;
  /** SHA-256 of all values, hexadecimal. */
  readonly digest: string;
  /** SHA-256 of the columns that mean no field and of the printed totals; blank on receipts of former versions. */
  readonly beside: string;
  /** What is read out on the telephone: covers all of the above. */
  readonly code: string;
  /** What the rows' marks stand for; none on receipts of former versions. */
  readonly fields: MarkedFields;
  /** Headings of the columns that mean no field. */
  readonly columns: readonly string[];
  /** The fields of the rows' writing. */
  readonly written: MarkedFields;
  readonly rows: readonly ReceiptRow[];
  readonly totals: readonly ReceiptTotal[];
}

/** A row of a ledger as a receipt has it, and where it stands. */
export interface PlacedRow extends ReceiptRow {
  readonly ledger: Ledger;
  readonly project: Project;
}

/** Of the facts that a receipt states, so that a figure changed on the sheet itself is seen. */
export function codeOf(facts: Omit<Receipt, "code" | "fields" | "columns" | "written" | "rows" | "totals">): string {
  const { tool, asOf, pack, count, wan, verdict, digest, beside } = facts;
  const hex = sha256([tool, asOf, pack, count, wan, verdict, digest, ...(beside === "" ? [] : [beside])].join("\n"));
  let code = "";
  for (let place = 0; place < 12; place++)
    code += LETTERS.charAt(parseInt(hex.slice(place * 2, place * 2 + 2), 16) % 32);
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** None that is taken for another when read aloud. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
