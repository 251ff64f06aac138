/** Ranges as a ledger: columns of cells under the fields that the formula names, each cell read as in a sheet. */
import { NotRead, readerOf, type CellReader, type ReaderOptions } from "../src/ledger/row/cells";
import { fieldKind, fieldTerm, type FieldKey } from "../src/ledger/fields";
import type { Ledger, Project, Unread } from "../src/ledger/ledger";
import { readLedger } from "../src/ledger/read";
import { gridSheet } from "../src/sheet/grid";
import { columnOf } from "./arguments";
import { FunctionFailure, isRange, type Argument, type CellInput, type Range } from "./function";

/** Sheet row on which the first cell of the ranges comes to stand. */
export const FIRST_ROW = 2;

/** Columns by field; those left out are not there. Rows that are blank at the end of whole columns cost nothing. */
export function ledgerOf(columns: Readonly<Partial<Record<FieldKey, Argument>>>): Ledger {
  const fields = (Object.keys(columns) as FieldKey[]).filter((field) => columns[field] !== undefined);
  const cells = fields.map((field) => columnOf(columns[field]).map((cell) => meant(field, cell)));
  const read = fields.map((field) => readerOf(field, READING));
  const projects: Project[] = [];
  const length = sameLength(fields, cells);
  for (let row = 0; row < length; row++) {
    const own = cells.map((column) => column[row] ?? null);
    const project = projectOf(row + FIRST_ROW, fields, own, read);
    if (project) projects.push(project);
  }
  return {
    ...HEADING_ONLY,
    role: "projects",
    why: null,
    columns: fields.map((field, column) => ({
      column,
      field,
      heading: fieldTerm(field),
      unit: null,
      unitInForce: "万元",
    })),
    projects,
  };
}

/** Bare amounts are in 万元, as everywhere in functions; a day must bring its year. */
const READING: ReaderOptions = { year: null, date1904: false, unit: "万元", percentHeading: false };

/** What a ledger is beside its columns and projects. */
const HEADING_ONLY = readLedger(gridSheet("区域", [["项目名称", "责任部门", "总投资"]], { untyped: true }), {
  file: "",
});

/** Totals that a range takes in with its rows. */
const TOTAL = /^(?:合计|总计|小计|共计|全县合计)/;

/** Null where the row is blank or a total. */
function projectOf(
  row: number,
  fields: readonly FieldKey[],
  cells: readonly CellInput[],
  read: readonly CellReader[],
): Project | null {
  const values: Record<string, unknown> = {};
  const unread: Unread[] = [];
  fields.forEach((field, column) => {
    const cell = cells[column] ?? null;
    const reading = read[column]?.(cell === "" ? null : cell, 0);
    if (reading instanceof NotRead) unread.push({ field, column, reason: reading.reason, text: String(cell) });
    else if (reading !== undefined) values[field] = reading;
  });
  const name = typeof values.name === "string" ? values.name : "";
  if (cells.every(isNothing) || TOTAL.test(name)) return null;
  return {
    row,
    key: `${name}|${String(row)}`,
    hidden: false,
    values,
    unread,
    cells,
    marks: null,
    section: null,
    assumedYear: [],
  };
}

/** Desktop Excel hands a blank cell over as 0; in a column of words or days 0 can be nothing else. */
function meant(field: FieldKey, cell: CellInput): CellInput {
  if (cell !== 0) return cell;
  const kind = fieldKind(field);
  return kind === "amount" || kind === "share" || kind === "number" ? 0 : null;
}

/** Ranges of one length, blanks at the end cut off. */
function sameLength(fields: readonly FieldKey[], cells: readonly (readonly CellInput[])[]): number {
  const sizes = new Set(cells.map((column) => column.length));
  if (sizes.size > 1) {
    throw new FunctionFailure("value", `${fields.map((field) => `“${fieldTerm(field)}”`).join("、")}各列的行数要一致`);
  }
  let length = cells[0]?.length ?? 0;
  while (length > 0 && cells.every((column) => isNothing(column[length - 1]))) length -= 1;
  return length;
}

function isNothing(cell: CellInput | undefined): boolean {
  return cell === undefined || cell === null || cell === "" || cell === 0;
}

/** The rows of a range without the blank ones at its end. */
export function withoutBlankEnd(argument: Argument): Range {
  const range = isRange(argument) ? argument : [[argument ?? null]];
  let length = range.length;
  while (length > 0 && range[length - 1]?.every(isNothing)) length -= 1;
  return range.slice(0, length);
}
