/** The projects of the last submission by their keys; of two that share one nobody can say which is which, so neither is compared. */
import type { BaselineProject } from "../ledger/baseline";

export function projectsBefore(projects: readonly BaselineProject[]): ReadonlyMap<string, BaselineProject> {
  const before = new Map<string, BaselineProject>();
  const shared = new Set<string>();
  for (const project of projects) {
    if (before.has(project.key)) shared.add(project.key);
    before.set(project.key, project);
  }
  for (const key of shared) before.delete(key);
  return before;
}
