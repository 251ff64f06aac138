/** A project of a ledger with the cell that leads to it. */
import { columnOf, type Ledger, type Project } from "../src/ledger/ledger";
import { cellName } from "../src/sheet/address";
import type { CellPlace } from "../src/sheet/host";

export interface ProjectRow {
  readonly ledger: Ledger;
  readonly project: Project;
  /** The cell of its name, else the row's first. */
  readonly at: CellPlace;
}

export function projectRow(project: Project, ledger: Ledger): ProjectRow {
  const column = Math.max(0, columnOf(ledger, "name"));
  return { ledger, project, at: { sheet: ledger.sheet, at: cellName(project.row, column) } };
}
