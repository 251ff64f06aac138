/** A column on its way to its field: its heading, its cells, and what it could be. */
import type { MoneyUnit } from "../../measure/types";
import type { CellValue } from "../../sheet/cell";
import type { Samples } from "./evidence";
import type { FieldKey } from "../fields";
import type { HeadingColumn } from "../block/header";
import { headingText, moneyUnitOf } from "../heading/text";
import type { StartOfWorks } from "../ledger";
import type { Candidate } from "../heading/candidate";

export interface ColumnOptions {
  readonly year: number | null;
  readonly sheetUnit: MoneyUnit | null;
  /** The sheet states a currency or unit in which no amount is kept. */
  readonly otherMoney: boolean;
  /** Title and name of the sheet. */
  readonly called: string;
  /** Columns with a cell merged over several rows. */
  readonly tall: ReadonlySet<number>;
  /** Rows below the heading, to look at values. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Normalised heading → field, or null for none. */
  readonly choices: ReadonlyMap<string, FieldKey | null>;
}

export interface Work {
  readonly heading: HeadingColumn;
  readonly samples: Samples;
  /** Money of a currency or unit in which no amount is kept: such a column is never read as one. */
  readonly otherMoney: boolean;
  candidates: readonly Candidate[];
  field: FieldKey | null;
  /** Of some rows it is this field. */
  also: StartOfWorks | null;
  /** Several readings of equal weight: the user is asked. */
  ask: readonly FieldKey[];
}

/** From this share of values on an open heading is decided. */
export const DECIDED = 0.6;

/** From this share of cells on the last words of a heading are believed. */
export const BELIEVABLE = 0.7;

/** One cell is no evidence. */
export const LEAST_SEEN = 2;

export function take(work: Work, field: FieldKey, taken: Map<FieldKey, Work>): void {
  work.field = field;
  taken.set(field, work);
}

export function unitOf(heading: HeadingColumn): MoneyUnit | null {
  const own = heading.unitText === null ? null : moneyUnitOf(heading.unitText.replace(/^[（(]|[)）]$/gu, ""));
  if (own) return own;
  for (const text of [...heading.path].reverse()) {
    const unit = headingText(text, null).unit ?? moneyUnitOf(text);
    if (unit) return unit;
  }
  return null;
}
