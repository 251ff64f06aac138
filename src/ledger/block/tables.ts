/** A sheet may hold several tables one below the other, each with its own heading: where the next begins, and what it is as a sheet of its own. */
import { saysSum } from "../../measure/amount";
import type { Amount } from "../../measure/types";
import type { Sheet, SheetRow } from "../../sheet/sheet";
import type { FieldKey } from "../fields";
import type { Header } from "./header";
import { headingText } from "../heading/text";
import type { Column, Ledger, Project, TotalRow } from "../ledger";
import { recognise } from "../heading/recognise";

interface Heading {
  readonly header: Header;
  readonly columns: readonly Column[];
  readonly year: number | null;
}

/** True where a heading row further down gives a column another meaning than the heading above it: its rows would be read wrongly under that. */
export function startsTable({ cells }: SheetRow, heading: Heading): boolean {
  return cells.some((value, column) => typeof value === "string" && meansOther(value, column, heading));
}

function meansOther(text: string, column: number, { header, columns, year }: Heading): boolean {
  const { full } = headingText(text, year);
  if (full === "") return false;
  const above = header.columns.find((each) => each.column === column);
  if (above?.path.some((each) => headingText(each, year).full === full)) return false;
  const fields = recognise([text], year).flatMap(({ field, or }) => (or === undefined ? [field] : [field, or]));
  const own = columns.find((each) => each.column === column)?.field;
  return own === undefined ? fields.length > 0 : !fields.includes(own);
}

/** Where the whole heading is said again on its own right: a narrow ledger set in two halves to fill the page. Null where it is not. */
export function besideColumn({ columns }: Header): number | null {
  const headings = columns.map(({ path }) => path.map((text) => headingText(text, null).full).join("·"));
  const half = headings.indexOf(headings[0] ?? "", FEWEST_BESIDE);
  if (half < 0 || !headings.every((heading, index) => index < half || heading === headings[index - half])) return null;
  const namesProjects = columns.slice(half).some(({ path }) => recognise(path, null)[0]?.field === "name");
  return namesProjects ? (columns[half]?.column ?? null) : null;
}

/** So many headings said again are no accident. */
const FEWEST_BESIDE = 2;

/** The columns of a sheet from one up to another; every cell keeps its address. */
export function withinColumns(sheet: Sheet, from: number, to: number): Sheet {
  return partOf(sheet, (row) => ({
    ...row,
    cells: row.cells.map((value, column) => (column >= from && column < to ? value : null)),
  }));
}

/** The rows of a sheet from one on. */
export function rowsFrom(sheet: Sheet, from: number): Sheet {
  return partOf(sheet, (row) => (row.row >= from ? row : null));
}

function partOf(sheet: Sheet, of: (row: SheetRow) => SheetRow | null): Sheet {
  const { name, hidden, date1904, merges, hiddenColumns, untyped, rowCount } = sheet;
  return {
    name,
    hidden,
    date1904,
    merges,
    hiddenColumns,
    untyped,
    rowCount,
    *blocks(size) {
      for (const block of sheet.blocks(size)) {
        const part = block.flatMap((row) => of(row) ?? []);
        if (part.length > 0) yield part;
      }
    },
  };
}

/**
 * Where a sheet has several tables, a grand total that fits no figure of its own table is one over all of them; where each
 * has just one and the outermost does not fit all of them either, it is its own and wrong.
 */
export function withOwnTotals(tables: readonly Ledger[]): readonly Ledger[] {
  const ledgers = tables.filter(({ role }) => role === "projects");
  const isOneEach = ledgers.every(({ totals }) => totals.filter(isGrand).length === 1);
  const all = ledgers.flatMap(({ projects }) => projects);
  const outermost = new Set([ledgers[0], ledgers.at(-1)]);
  return tables.map((ledger) => {
    const totals = ledger.totals.filter(
      (total) =>
        !isGrand(total) || fits(total, ledger.projects) || (isOneEach && !(outermost.has(ledger) && fits(total, all))),
    );
    return totals.length === ledger.totals.length ? ledger : { ...ledger, totals };
  });
}

function isGrand({ scope }: TotalRow): boolean {
  return scope === "grand";
}

function fits({ count, amounts }: TotalRow, projects: readonly Project[]): boolean {
  if (count === projects.length) return true;
  return (Object.entries(amounts) as [FieldKey, Amount][]).some(([field, { wan }]) => {
    const sum = projects.reduce((whole, { values }) => whole + wanOf(values, field), 0);
    return saysSum(wan, sum);
  });
}

function wanOf(values: Project["values"], field: FieldKey): number {
  return (values as Readonly<Record<string, Amount | undefined>>)[field]?.wan ?? 0;
}
