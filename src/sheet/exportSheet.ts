/** A sheet that leaves us: a new sheet's cells with what makes it a form to print and fill in, whoever writes it. */
import type { NewSheet } from "./host";

/** How a column's cells are shown; amounts are 万元, shares 0.35 for 35 %. */
export type ColumnFormat = "text" | "wrapped" | "code" | "amount" | "count" | "day" | "share" | "figure";

export interface ExportColumn {
  /** Characters. */
  readonly width: number;
  readonly format: ColumnFormat;
  readonly hidden?: boolean;
  /** What the cells below the heading may be chosen from; anything else is asked about, not refused. */
  readonly choices?: readonly string[];
  /** Shown at the heading. */
  readonly note?: string;
}

export interface ExportChart {
  readonly title: string;
  readonly kind: "column" | "bar" | "pie";
  /** 0-based columns of names and figures. */
  readonly names: number;
  readonly figures: number;
  /** 1-based rows, both included. */
  readonly from: number;
  readonly to: number;
}

/** A formula of ours: where it stands, what it says without its =, and what it gives. */
export interface ExportFormula {
  /** 1-based row, 0-based column. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly gives: string | number;
}

export interface ExportSheet extends NewSheet {
  readonly columns: readonly ExportColumn[];
  /** 1-based row of the headings, repeated on every page; null where the sheet is no table. */
  readonly heading: number | null;
  /** Rows above it that run over the whole width: the first is the title. */
  readonly banner: readonly number[];
  readonly paper: "a3" | "a4";
  /** How many columns stay in sight and stand on every page of a sheet too wide for one. */
  readonly frozenColumns?: number;
  /** 1-based rows set in bold: totals, sections. */
  readonly strong?: readonly number[];
  readonly charts?: readonly ExportChart[];
  readonly formulas?: readonly ExportFormula[];
  /** Empty rows below the last that the lists still cover, for a form to fill in. */
  readonly room?: number;
}
