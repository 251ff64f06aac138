/** What a ledger's table says beside its projects' values: columns that mean none of the fields, and the rows that print totals. */
import type { Ledger, Project, TotalRow } from "../../ledger/ledger";
import { currentProjects } from "../../ledger/restated";
import { dayFromSerial } from "../../measure/day";
import { normaliseText } from "../../measure/text";
import { CellError, SerialDay, type CellValue } from "../../sheet/cell";

/** A column by its heading, a field of a total by its key, each with what stands there. */
export type Said = ReadonlyMap<string, unknown>;

export interface PrintedTotal {
  readonly ledger: Ledger;
  readonly row: number;
  /** As printed, without the count that it may print: what a total is known by. */
  readonly label: string;
  readonly wan: number | null;
  readonly said: Said;
}

/** The columns that nobody could name, as a receipt lists them: no heading twice, none with the list's own comma. */
export function columnsBeside({ unmapped }: Ledger): readonly { readonly column: number; readonly name: string }[] {
  const times = new Map<string, number>();
  return unmapped.map(({ column, heading }) => {
    const written = normaliseText(heading).replaceAll("、", "，");
    const nth = (times.get(written) ?? 0) + 1;
    times.set(written, nth);
    return { column, name: nth === 1 ? written : `${written}（${String(nth)}）` };
  });
}

/** Cells of a project that no field holds; blank ones say nothing. */
export function besideValues({ cells }: Pick<Project, "cells">, ledger: Ledger): Said {
  const said = new Map<string, unknown>();
  if (ledger.unmapped.length === 0) return said;
  for (const { column, name } of columnsBeside(ledger)) {
    const text = writtenIn(cells[column]);
    if (text !== "") said.set(name, text);
  }
  return said;
}

/** A project's cells by their fields as they are written: what a value leaves out of them, and how it was put. */
export function writtenValues({ cells, places }: Project, { columns }: Ledger): Said {
  const said = new Map<string, unknown>();
  for (const { column, field } of columns) {
    const text = field === "serial" ? "" : writtenIn(places?.get(field)?.cell ?? cells[column]);
    if (text !== "") said.set(field, [...((said.get(field) as string[] | undefined) ?? []), text]);
  }
  return said;
}

/** A sheet that a later month states again is history, its totals with it. */
export function printedTotals(ledgers: readonly Ledger[]): PrintedTotal[] {
  return ledgers
    .filter((ledger) => ledger.role === "projects" && currentProjects(ledger).length > 0)
    .flatMap((ledger) => ledger.totals.map((total) => printedTotal(ledger, total)));
}

function printedTotal(ledger: Ledger, { row, count, countColumn, amounts, cells }: TotalRow): PrintedTotal {
  const said = new Map<string, unknown>();
  if (count !== null) said.set("count", count);
  for (const [field, amount] of Object.entries(amounts)) said.set(field, Math.round(amount.wan * 1e6) / 1e6);
  const labelled = cells.findIndex((cell) => typeof cell === "string" && cell.trim() !== "");
  for (const { column, name } of columnsBeside(ledger)) {
    const text = column === labelled || column === countColumn ? "" : writtenIn(cells[column]);
    if (text !== "") said.set(name, text);
  }
  const label = writtenIn(cells[labelled]).replace(/[(（]?[共计合]{0,2}[:：]?\s*\d+\s*[个项][)）]?$/u, "");
  return { ledger, row, label, wan: amounts.totalInvestment?.wan ?? null, said };
}

function writtenIn(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof SerialDay) return dayFromSerial(cell.serial, cell.date1904) ?? String(cell.serial);
  if (cell instanceof CellError) return cell.code;
  // The last digits of a sum depend on the program that worked it out.
  if (typeof cell === "number") return String(Number(cell.toPrecision(12)));
  return typeof cell === "boolean" ? String(cell) : normaliseText(cell);
}
