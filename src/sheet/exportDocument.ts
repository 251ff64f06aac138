/** A document that leaves us: a title, sections of sentences and tables, and notes; whoever writes it. */

export interface DocumentTable {
  readonly headings: readonly string[];
  /** Parts of the page's width, one a column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

export interface DocumentSection {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly tables: readonly DocumentTable[];
}

export interface ExportDocument {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly DocumentSection[];
  /** What each figure counts, in small print. */
  readonly notes: readonly string[];
}
