/** A form of ours: title, who reports and when, headings and rows, ready for whoever writes it. */
import type { CellValue } from "../../sheet/cell";
import type { ColumnFormat, ExportChart, ExportColumn, ExportSheet } from "../../sheet/exportSheet";
import { charactersOf } from "../../sheet/textWidth";

export interface FormColumn {
  readonly heading: string;
  readonly format: ColumnFormat;
  readonly width?: number;
  readonly hidden?: boolean;
  readonly choices?: readonly string[];
  readonly note?: string;
}

export interface Form {
  readonly name: string;
  readonly title: string;
  /** Who reports; left out where nobody is named. */
  readonly reporter?: string | null;
  /** The day of the form, YYYY-MM-DD. */
  readonly asOf?: string;
  /** Whether amounts stand on it, all in 万元. */
  readonly money?: boolean;
  /** Lines below the title: what the form counts, what it is not. */
  readonly lines?: readonly string[];
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Indexes of rows in bold. */
  readonly strong?: readonly number[];
  readonly paper?: "a3" | "a4";
  /** Up to 项目名称 where nothing else is said. */
  readonly frozenColumns?: number;
  readonly charts?: readonly FormChart[];
  readonly room?: number;
}

/** Rows by index, both included. */
export type FormChart = Omit<ExportChart, "from" | "to"> & { readonly first: number; readonly last: number };

const WIDTHS: Readonly<Record<ColumnFormat, number>> = {
  text: 16,
  wrapped: 32,
  code: 26,
  amount: 13,
  count: 8,
  day: 12,
  share: 10,
  figure: 11,
};
/** Above so many characters a sheet is too small to read on A4. */
const A4_CHARACTERS = 150;

export function formSheet(form: Form): ExportSheet {
  const { columns, rows } = form;
  const banner = [form.title, statement(form), ...(form.lines ?? [])].filter((line) => line !== "");
  const heading = banner.length + 1;
  const shown = columns.map((column, index) => fitted(exportColumn(column), rows, index));
  const characters = shown.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);
  const frozen = form.frozenColumns ?? columns.findIndex(({ heading: own }) => own === "项目名称") + 1;
  const below = (index: number): number => heading + 1 + index;
  return {
    name: form.name,
    cells: [...banner.map((line) => [line]), columns.map((column) => column.heading), ...rows],
    widths: shown.map(({ width }) => width),
    frozenRows: heading,
    columns: shown,
    heading,
    banner: banner.map((_, index) => index + 1),
    paper: form.paper ?? (characters > A4_CHARACTERS ? "a3" : "a4"),
    ...(form.strong ? { strong: form.strong.map(below) } : {}),
    ...(frozen > 0 ? { frozenColumns: frozen } : {}),
    ...(form.room ? { room: form.room } : {}),
    ...(form.charts
      ? { charts: form.charts.map(({ first, last, ...chart }) => ({ ...chart, from: below(first), to: below(last) })) }
      : {}),
  };
}

/** A short text that is a little longer than its column makes it wider, rather than being broken. */
const WIDEST_FIT = 26;
const MARGIN = 2;

function fitted(column: ExportColumn, rows: Form["rows"], index: number): ExportColumn {
  if (column.format !== "text" || column.width >= WIDEST_FIT) return column;
  let longest = 0;
  for (const row of rows) {
    const cell = row[index];
    if (typeof cell !== "string") continue;
    const needed = charactersOf(cell) + MARGIN;
    if (needed > longest && needed <= WIDEST_FIT) longest = needed;
  }
  return longest > column.width ? { ...column, width: longest } : column;
}

function statement({ reporter, asOf, money }: Form): string {
  return [
    reporter ? `填报单位：${reporter}` : "",
    asOf === undefined ? "" : `填报时间：${asOf}`,
    money ? "单位：万元" : "",
  ]
    .filter((part) => part !== "")
    .join("　　");
}

function exportColumn({ format, width, hidden, choices, note }: FormColumn): ExportColumn {
  return {
    width: width ?? WIDTHS[format],
    format,
    ...(hidden ? { hidden } : {}),
    ...(choices ? { choices } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
