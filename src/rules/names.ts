/** A project's name taken apart, once a project. */
import type { Project } from "../ledger/ledger";
import { nameParts, type NameParts } from "../measure/name";

const known = new WeakMap<Project, NameParts>();

export function namePartsOf(project: Project): NameParts {
  let parts = known.get(project);
  if (!parts) known.set(project, (parts = nameParts(project.values.name ?? "")));
  return parts;
}

/** Equal for names that say the same project; the mark of a part counts. */
export function comparableNameOf(project: Project): string {
  const { stem, mark } = namePartsOf(project);
  return mark === null ? stem : `${stem}#${mark}`;
}
