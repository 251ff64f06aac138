/** A sheet typed as rows of cells, read as a ledger. */
import type { Ledger } from "../../src/ledger/ledger";
import type { ReadLedgerOptions } from "../../src/ledger/plan";
import { readLedger } from "../../src/ledger/read";
import { parseCellName } from "../../src/sheet/address";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet, type GridOptions } from "../../src/sheet/grid";
import type { Merge } from "../../src/sheet/sheet";

export type Rows = readonly (readonly CellValue[])[];

export interface Laid extends Omit<GridOptions, "merges"> {
  /** "A1:C1" … */
  readonly merges?: readonly string[];
  readonly file?: string;
  /** Of the sheet. */
  readonly name?: string;
  readonly choices?: ReadLedgerOptions["choices"];
}

export function ledgerOf(rows: Rows, laid: Laid = {}): Ledger {
  const { merges = [], file = "台账.xlsx", name = "Sheet1", choices, ...grid } = laid;
  const sheet = gridSheet(name, rows, { ...grid, merges: merges.map(asMerge) });
  return readLedger(sheet, { file, ...(choices ? { choices } : {}) });
}

function asMerge(area: string): Merge {
  const [from, to] = area.split(":").map((name) => parseCellName(name));
  if (!from || !to) throw new Error(`Not an area: ${area}`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** heading → field, in the order of the columns. */
export function fieldsOf(ledger: Ledger): Record<string, string> {
  return Object.fromEntries(ledger.columns.map(({ heading, field }) => [heading, field]));
}

/** row → what it was skipped as. */
export function skippedOf(ledger: Ledger): Record<number, string> {
  return Object.fromEntries(ledger.skipped.map(({ row, why }) => [row, why]));
}
