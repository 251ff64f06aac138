/** A receipt beside the ledgers as they are now: whether they agree, and what came, went or changed. */
import type { FieldKey } from "../../ledger/fields";
import type { Ledger } from "../../ledger/ledger";
import { besideValues, writtenValues, type PrintedTotal } from "./besides";
import { fieldsApart, marksBeside, marksOf, saidApart } from "./fieldMarks";
import { isStandardTable } from "./standardTable";
import { codeOf, type Receipt, type ReceiptRow, type ReceiptTotal, type PlacedRow } from "./receipt";
import { type Content, inTotals, contentOf, valuesOf } from "./receiptContent";

export interface Comparison {
  /** The receipt's own facts still fit its code. */
  readonly sound: boolean;
  readonly same: boolean;
  /** Columns that mean no field and printed totals were compared too: by receipts that know them, with a ledger that has them. */
  readonly isWhole: boolean;
  readonly added: readonly PlacedRow[];
  readonly gone: readonly ReceiptRow[];
  readonly changed: readonly ChangedRow[];
  readonly totals: readonly ChangedTotal[];
  /** Rows that say the same in other words or another notation. */
  readonly rewritten: readonly RewrittenRow[];
}

export interface RewrittenRow {
  readonly now: PlacedRow;
  readonly fields: readonly FieldKey[];
}

export interface ChangedRow {
  readonly before: ReceiptRow;
  readonly now: PlacedRow;
  /** What has changed in it; none where the receipt does not tell. */
  readonly fields: readonly FieldKey[];
  /** Headings of columns that mean no field, in which something else stands now. */
  readonly columns: readonly string[];
}

/** A row of totals that came, went, or prints something else; one of the two is never null. */
export interface ChangedTotal {
  readonly before: ReceiptTotal | null;
  readonly now: PrintedTotal | null;
  /** A field, "count", or the heading of a column that means no field. */
  readonly said: readonly string[];
}

export async function compareWithReceipt(receipt: Receipt, ledgers: readonly Ledger[]): Promise<Comparison> {
  // A former version marked no fields, and took a planned day for a day on which something was done.
  const asOf = receipt.fields.length === 0 ? null : receipt.asOf;
  const now = contentOf(ledgers, asOf);
  const isWhole = receipt.beside !== "" && !areStandardTables(ledgers);
  const rows = pairedRows(receipt, now, asOf, isWhole);
  const places = new Map(now.rows.map((row, index) => [row, index]));
  rows.pairs.sort(([, a], [, b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return {
    sound: codeOf(receipt) === receipt.code,
    same: now.digest === receipt.digest && (!isWhole || now.beside === receipt.beside),
    isWhole,
    added: rows.added,
    gone: rows.gone,
    changed: rows.pairs.map(([before, row]) => ({
      before,
      now: row,
      fields: fieldsApart(before.marks, valuesOf(row.project, row.ledger, asOf), receipt.fields),
      columns: isWhole ? saidApart(before.besides, besideValues(row.project, row.ledger), receipt.columns) : [],
    })),
    totals: isWhole ? changedTotals(receipt, now.totals) : [],
    rewritten: rows.rewritten,
  };
}

/** Our own standard table has the fields only, one project after another: the rest of the ledger that it was made of is not in it. */
function areStandardTables(ledgers: readonly Ledger[]): boolean {
  return ledgers.every(({ role, sheet }) => role !== "projects" || isStandardTable(sheet));
}

interface PairedRows {
  /** Of a project that says something else now: what it was, and what it is. */
  readonly pairs: (readonly [before: ReceiptRow, now: PlacedRow])[];
  readonly added: readonly PlacedRow[];
  readonly gone: readonly ReceiptRow[];
  readonly rewritten: readonly RewrittenRow[];
}

function pairedRows(receipt: Receipt, now: Content, asOf: string | null, isWhole: boolean): PairedRows {
  const pairs: (readonly [ReceiptRow, PlacedRow])[] = [];
  const rewritten: RewrittenRow[] = [];
  const left = new Left(receipt.rows, ({ key }) => key);
  const open = now.rows.filter((row) => {
    const isSame = ({ digest }: ReceiptRow): boolean => digest === row.digest;
    if (!isWhole) return left.take(row.key, isSame) === null;
    const said = besideValues(row.project, row.ledger);
    const isWhollySame = (before: ReceiptRow): boolean =>
      isSame(before) && saidApart(before.besides, said, receipt.columns).length === 0;
    const writing = writtenValues(row.project, row.ledger);
    const wordsApart = (before: ReceiptRow): FieldKey[] => fieldsApart(before.writing, writing, receipt.written);
    if (left.take(row.key, (before) => isWhollySame(before) && wordsApart(before).length === 0)) return false;
    const reworded = left.take(row.key, isWhollySame);
    if (reworded) {
      rewritten.push({ now: row, fields: wordsApart(reworded) });
      return false;
    }
    const before = left.take(row.key, isSame);
    if (before) pairs.push([before, row]);
    return before === null;
  });
  const pairing =
    (before: (row: PlacedRow) => ReceiptRow | null) =>
    (row: PlacedRow): boolean => {
      const found = before(row);
      if (found) pairs.push([found, row]);
      return found === null;
    };
  const unknown = open.filter(pairing((row) => left.take(row.key)));
  // A code that was mended, a name or a department that was: each changes what a project is known by.
  const leftByName = new Left(left.rows(), ({ name }) => (name === "" ? null : name));
  const renamed = unknown.filter(pairing(({ name }) => leftByName.take(name)));
  const restOf = (marks: string): string | null => marksBeside(NAMING, marks, receipt.fields);
  const leftByRest = new Left(leftByName.rows(), ({ marks }) => restOf(marks));
  const added = renamed.filter(
    pairing(({ project, ledger }) => leftByRest.take(restOf(marksOf(valuesOf(project, ledger, asOf), receipt.fields)))),
  );
  return { pairs, added, gone: leftByRest.rows(), rewritten };
}

/** What a project is known by. */
const NAMING: ReadonlySet<FieldKey> = new Set(["name", "department", "code"]);

function changedTotals(receipt: Receipt, now: readonly PrintedTotal[]): ChangedTotal[] {
  const names = inTotals(receipt);
  const left = new Left(receipt.totals, ({ label }) => label);
  const apart = (before: ReceiptTotal, { said }: PrintedTotal): string[] => saidApart(before.marks, said, names);
  const open = now.filter((total) => left.take(total.label, (before) => apart(before, total).length === 0) === null);
  const changed = open.map((total): ChangedTotal => {
    const before = left.take(total.label);
    return { before, now: total, said: before ? apart(before, total) : [] };
  });
  return [...changed, ...left.rows().map((before): ChangedTotal => ({ before, now: null, said: [] }))];
}

/** Rows that nothing has been found for yet, by what they are known by. */
class Left<Row> {
  private readonly waiting = new Map<string | null, Row[]>();

  /** What is known by nothing, null, is never found. */
  constructor(rows: readonly Row[], keyOf: (row: Row) => string | null) {
    for (const row of rows) {
      const key = keyOf(row);
      const same = this.waiting.get(key);
      if (same) same.push(row);
      else this.waiting.set(key, [row]);
    }
  }

  take(key: string | null, fits: (row: Row) => boolean = () => true): Row | null {
    const rows = key === null ? [] : (this.waiting.get(key) ?? []);
    const index = rows.findIndex(fits);
    return index < 0 ? null : (rows.splice(index, 1)[0] ?? null);
  }

  rows(): Row[] {
    return [...this.waiting.values()].flat();
  }
}
