/** A formula of ours calculated by the pane and written into blank cells as values, where the program's cells know no functions of ours. */
import { calculate, readFormula, referencesOf, type Formula, type Reference } from "../../functions/formula";
import { FunctionFailure, type CellInput, type Outcome, type Outcomes, type Range } from "../../functions/function";
import { cellName, parseCellName } from "../../src/sheet/address";
import { CellError, SerialDay, type CellValue } from "../../src/sheet/cell";
import type { Edit } from "../../src/sheet/edit";
import type { CellPlace, Host, WriteOutcome } from "../../src/sheet/host";
import type { Sheet } from "../../src/sheet/sheet";
import { workbookContext } from "../excel/functionContext";

export type ValuesOutcome =
  /** A sentence of the function's own: nothing was written. */
  | { readonly is: "said"; readonly sentence: string }
  | { readonly is: "noCell" }
  | {
      readonly is: "refused";
      readonly reason: (WriteOutcome & { written: false })["reason"];
      readonly at: string | null;
    }
  | { readonly is: "written"; readonly edits: readonly Edit[] };

/** From the cell in front on, downwards and to the right; only where everything is blank. */
export async function writeValues(host: Host, typed: string, asOf: string): Promise<ValuesOutcome> {
  const formula = attempt(() => readFormula(typed));
  if (formula instanceof FunctionFailure) return { is: "said", sentence: formula.sentence };
  const place = host.can("selection") ? await host.selection() : null;
  if (!place) return { is: "noCell" };
  const outcome = await calculated(host, formula, place, asOf);
  if (outcome instanceof FunctionFailure) return { is: "said", sentence: outcome.sentence };
  const edits = editsAt(place, Array.isArray(outcome) ? (outcome as Outcomes) : [[outcome as Outcome]]);
  const wrote = await host.write(edits);
  return wrote.written ? { is: "written", edits } : { is: "refused", reason: wrote.reason, at: wrote.at };
}

async function calculated(host: Host, formula: Formula, place: CellPlace, asOf: string): Promise<Outcome | Outcomes> {
  const sheets = new Map<string, readonly (readonly CellValue[])[]>();
  for (const { sheet } of referencesOf(formula)) {
    const name = sheet ?? place.sheet;
    if (!sheets.has(name)) sheets.set(name, rowsOf(await host.read(name)));
  }
  const cellsOf = ({ sheet, ...area }: Reference): Range => cellsIn(sheets.get(sheet ?? place.sheet) ?? [], area);
  return calculate(formula, cellsOf, asOf, await workbookContext(host, asOf, "told"));
}

function rowsOf(sheet: Sheet): readonly (readonly CellValue[])[] {
  const rows: (readonly CellValue[])[] = [];
  for (const block of sheet.blocks()) for (const { row, cells } of block) rows[row - 1] = cells;
  return rows;
}

/** More than a formula of ours is ever asked of; a whole sheet would not fit into memory. */
const MOST_CELLS = 1_000_000;

/** A whole column ends where the sheet does. */
function cellsIn(
  rows: readonly (readonly CellValue[])[],
  { top, left, bottom, right }: Omit<Reference, "sheet">,
): Range {
  const end = bottom ?? Math.max(top, rows.length);
  if ((end - top + 1) * (right - left + 1) > MOST_CELLS)
    throw new FunctionFailure("value", "选的区域太大，请只写有内容的行和列，如 C2:C20");
  return Array.from({ length: end - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_unused, column) => given(rows[top - 1 + row]?.[left + column] ?? null)),
  );
}

function given(value: CellValue): CellInput {
  if (value instanceof SerialDay) return value.serial;
  return value instanceof CellError ? value.code : value;
}

function editsAt({ sheet, at }: CellPlace, rows: Outcomes): Edit[] {
  const first = parseCellName(at.split(":")[0] ?? at);
  if (!first) return [];
  return rows.flatMap((row, down) =>
    row.map((outcome, right) => ({
      sheet,
      at: cellName(first.row + down, first.column + right),
      was: null,
      put: shown(outcome),
    })),
  );
}

function shown(outcome: Outcome): CellValue {
  const value = outcome instanceof FunctionFailure ? outcome.sentence : outcome;
  return value === "" ? null : value;
}

function attempt<T>(work: () => T): T | FunctionFailure {
  try {
    return work();
  } catch (error) {
    if (error instanceof FunctionFailure) return error;
    throw error;
  }
}
