/** What every list of projects says of a project first, so that the lists can be laid side by side. */
import type { FieldKey } from "../../ledger/fields";
import type { Ledger, Project } from "../../ledger/ledger";
import { applicationsOnce, projectsOnce } from "../../ledger/together";
import type { CellValue } from "../../sheet/cell";
import type { Run } from "../run";
import type { FormColumn } from "./form";
import { standardCell } from "./notation";
import { standardColumn } from "./standardTable";

export interface PlacedProject {
  readonly ledger: Ledger;
  readonly project: Project;
}

/** Each once. */
export function projectsOf(run: Run): PlacedProject[] {
  return placedIn(run, projectsOnce);
}

/** What is applied for, or could be: of a project with an application on another sheet that application. */
export function applicationsOf(run: Run): PlacedProject[] {
  return placedIn(run, applicationsOnce);
}

function placedIn(run: Run, projectsIn: (ledger: Ledger) => readonly Project[]): PlacedProject[] {
  return run.ledgers
    .filter(({ role }) => role === "projects")
    .flatMap((ledger) => projectsIn(ledger).map((project) => ({ ledger, project })));
}

export const NUMBER_COLUMN: FormColumn = { heading: "序号", format: "count", width: 6 };

export function fieldColumns(fields: readonly FieldKey[], run: Run): FormColumn[] {
  // A list for reading is chosen from by nobody.
  return fields.map((field) => {
    const { heading, format, width } = standardColumn(field, run.options.pack);
    return { heading, format, ...(width === undefined ? {} : { width }) };
  });
}

export function fieldCells(
  { project, ledger }: PlacedProject,
  fields: readonly FieldKey[],
  { options: { asOf } }: Pick<Run, "options">,
): CellValue[] {
  const cellOf = (field: FieldKey): CellValue => standardCell(project, field, asOf);
  return fields.map((field) =>
    field === "department" ? (cellOf("department") ?? cellOf("reporter") ?? ledger.reporter) : cellOf(field),
  );
}
