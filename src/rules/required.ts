/** Which fields a row must hold at its stage. */
import type { FieldKey } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import { followsAnother } from "../ledger/together";
import { sharedStart } from "../ledger/tense";
import type { Pack, Stage } from "../policy/pack";
import { isUnread } from "./columns";

/** What every row must hold, and what its stage asks for besides; a ledger without stages is asked for the first only. */
export function requiredFields(pack: Pack, stage: Stage | null): readonly FieldKey[] {
  const fields = new Set<string>(pack.rules["F101"]?.texts["always"]);
  for (const field of stage?.requires ?? []) fields.add(field);
  return [...fields] as FieldKey[];
}

/**
 * A stated reporting unit stands for the department, a start that has come for the one that was planned; a column that another
 * sheet of the workbook has stands for one here, where that sheet fills it in for every project of this ledger.
 */
export function isGivenElsewhere(field: FieldKey, ledger: Ledger, project: Project | null): boolean {
  if (project === null && (followsItsList(ledger) || isGivenBesides(field, ledger))) return true;
  if (field === "department") return ledger.reporter !== null || project?.values.reporter !== undefined;
  return project !== null && isGivenAsOtherStart(field, ledger, project);
}

/** 「前期手续」「资金到位」 of listed projects: whose they are, and what they cost, the list says, and is asked for it. */
function followsItsList(ledger: Ledger): boolean {
  return ledger.projects.length > 0 && ledger.projects.every((project) => followsAnother(ledger, project));
}

/** 「申报」 without totals, of projects that the reserve of the same workbook holds with theirs. */
function isGivenBesides(field: FieldKey, { projects }: Ledger): boolean {
  return (
    projects.length > 0 &&
    projects.every(({ together }) => together?.values[field as keyof Project["values"]] !== undefined)
  );
}

/** In a column of both; what nobody could read there is said of the cell, once. */
function isGivenAsOtherStart(field: FieldKey, ledger: Ledger, project: Project): boolean {
  const both = sharedStart(ledger);
  if (both === null || (field !== both.field && field !== both.also)) return false;
  return (field === "startPlanned" && project.values.startActual !== undefined) || isUnread(project, both.field);
}
