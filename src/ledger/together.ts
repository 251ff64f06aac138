/**
 * A project that the reserve of a workbook holds and a sheet beside it applies for has two rows, and is one project
 * (reserve/further.ts tells which rows those are); so is one whose steps or money stand on a sheet of their own. Whoever counts projects or lists them takes `projectsOnce`: the reserve's row,
 * with what the application alone says. Whoever counts applications, or lists them by channel, takes `applicationsOnce`: the
 * application's row, with what the reserve alone says; where nothing was applied for on another sheet, the row itself. Rules
 * judge every row as it is written.
 */
import type { FieldKey } from "./fields";
import { columnOf, type Ledger, type Project } from "./ledger";
import { currentProjects } from "./restated";

const onceIn = new WeakMap<Ledger, readonly Project[]>();

/** Each project of a file once, as its latest month states it, with all that is said of it. */
export function projectsOnce(ledger: Ledger): readonly Project[] {
  let once = onceIn.get(ledger);
  if (!once) {
    const projects = currentProjects(ledger);
    const own = ledger.further ? projects.filter((project) => !isFurther(ledger, project)) : projects;
    onceIn.set(ledger, (once = own.some(isTogether) ? own.map(whole) : own));
  }
  return once;
}

/** Each application once; of a project that nobody applied for elsewhere its own row. */
export function applicationsOnce(ledger: Ledger): readonly Project[] {
  const projects = currentProjects(ledger);
  if (!projects.some(isTogether)) return projects;
  return projects.filter(standsForApplication).map(whole);
}

/** Of a project that stands in the reserve and in an application, the row of the application. */
export function standsForApplication({ together }: Pick<Project, "together">): boolean {
  return together?.standsForApplication ?? true;
}

/** Whether the row's sheet only follows, under one aspect, what another one lists. */
export function followsAnother(ledger: Ledger, project: Project): boolean {
  return isFurther(ledger, project) && !standsForApplication(project);
}

const rowSets = new WeakMap<readonly number[], ReadonlySet<number>>();

/** Whether the row only says more of a project that another ledger of the file holds. */
export function isFurther({ further }: Pick<Ledger, "further">, { row }: Pick<Project, "row">): boolean {
  if (!further) return false;
  let rows = rowSets.get(further);
  if (!rows) rowSets.set(further, (rows = new Set(further)));
  return rows.has(row);
}

/** Whether anybody was asked for it: the ledger has a column, or the one that says more of the project. */
export function hasColumnFor(ledger: Ledger, { together }: Pick<Project, "together">, field: FieldKey): boolean {
  return columnOf(ledger, field) >= 0 || (together?.fields.includes(field) ?? false);
}

function isTogether({ together }: Project): boolean {
  return together !== undefined;
}

function whole(project: Project): Project {
  return project.together ? { ...project, values: project.together.values } : project;
}
