/** A finding → the edits that would mend it; nothing is written here, and no formula is ever replaced. */
import type { Finding } from "../findings/finding";
import { columnOf, type Ledger, type Project } from "../ledger/ledger";
import { isFormulaCell, isPercentCell } from "../ledger/raw";
import type { Pack } from "../policy/pack";
import { cellName } from "../sheet/address";
import type { CellValue } from "../sheet/cell";
import type { Edit } from "../sheet/edit";
import type { Fix } from "./fix";
import { FIXERS } from "./fixers";

export type { Choice, Fix } from "./fix";

export function fixOf(finding: Finding, ledger: Ledger, pack: Pack): Fix | null {
  const fixer = FIXERS[finding.code];
  if (!fixer || finding.row === null || finding.field === null) return null;
  const project = projectAt(ledger, finding.row);
  const column = columnOf(ledger, finding.field);
  if (!project || column < 0 || isFormulaCell(project, column)) return null;
  const was = project.cells[column] ?? null;
  const proposal = fixer({ finding, ledger, project, pack, field: finding.field, column, was });
  if (!proposal) return null;
  const shown = isPercentCell(project, column) ? ({ isPercent: true } as const) : {};
  const edit = (put: CellValue): Edit => ({
    sheet: ledger.sheet,
    at: cellName(project.row, column),
    was,
    put,
    ...shown,
  });
  if (proposal.kind === "safe") return proposal.put === was ? null : { kind: "safe", edits: [edit(proposal.put)] };
  const choices = proposal.puts
    .filter(({ put }) => put !== was)
    .map(({ put, ...choice }) => ({ ...choice, edits: [edit(put)] }));
  return choices.length === 0 ? null : { kind: "choice", choices };
}

const rowsOf = new WeakMap<Ledger, Map<number, Project>>();

function projectAt(ledger: Ledger, row: number): Project | null {
  let rows = rowsOf.get(ledger);
  if (!rows) {
    rows = new Map(ledger.projects.map((project) => [project.row, project]));
    rowsOf.set(ledger, rows);
  }
  return rows.get(row) ?? null;
}
