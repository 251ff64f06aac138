/** A collection in which every department has one name, though no roster says which: what files write in several ways is counted together. */
import type { Pack } from "../../../policy/pack";
import {
  departmentsWrittenTwice,
  oneNameEach,
  type DepartmentNamer,
  type OneDepartment,
} from "../../../reserve/oneDepartment";
import { mergeBy } from "./mergeBy";
import { plusApplied, plusCompleted, plusVisits, type Standing } from "./standing";
import { plusTally, type Summary } from "./summary";

export interface NamedOnce {
  readonly summary: Summary;
  readonly writtenTwice: readonly OneDepartment[];
}

/** With a roster the departments bear its names already. */
export function withOneNameEach(summary: Summary, { roster }: Pack): NamedOnce {
  const writtenTwice = roster.length > 0 ? [] : departmentsWrittenTwice(departmentsIn(summary));
  if (writtenTwice.length === 0) return { summary, writtenTwice };
  const nameOf = oneNameEach(writtenTwice);
  return {
    summary: {
      ...summary,
      files: summary.files.map((file) => ({
        ...file,
        departments: [...new Set(file.departments.map(nameOf))],
        filedBy: [...new Set(file.filedBy.map(nameOf))],
      })),
      byDepartment: renamed(summary.byDepartment, nameOf, plusTally),
      addedBy: renamed(summary.addedBy, nameOf, plusTally),
      undatedBy: renamed(summary.undatedBy, nameOf, plusTally),
      standing: standingNamed(summary.standing, nameOf),
    },
    writtenTwice,
  };
}

/** What has left the reserve is in no sum, and named all the same. */
function* departmentsIn({ byDepartment, standing }: Summary): Generator<string> {
  yield* Object.keys(byDepartment);
  yield* Object.keys(standing.visits);
  yield* Object.keys(standing.completions);
  yield* Object.keys(standing.applicationsByDepartment);
  for (const { department } of [...standing.indicators, ...standing.replacements, ...standing.refused])
    yield department;
}

function standingNamed(standing: Standing, nameOf: DepartmentNamer): Standing {
  const named = <T extends { readonly department: string }>(items: readonly T[]): readonly T[] =>
    items.map((item) => ({ ...item, department: nameOf(item.department) }));
  return {
    ...standing,
    completions: renamed(standing.completions, nameOf, plusCompleted),
    red: named(standing.red),
    indicators: named(standing.indicators),
    visits: renamed(standing.visits, nameOf, plusVisits),
    replacements: named(standing.replacements),
    refused: named(standing.refused),
    applicationsByDepartment: renamed(standing.applicationsByDepartment, nameOf, plusApplied),
  };
}

function renamed<T>(
  items: Readonly<Record<string, T>>,
  nameOf: DepartmentNamer,
  plus: (one: T, other: T) => T,
): Record<string, T> {
  const all = new Map<string, T>();
  for (const [written, item] of Object.entries(items)) {
    const name = nameOf(written);
    const known = all.get(name);
    all.set(name, known === undefined ? item : plus(known, item));
  }
  return mergeBy({}, Object.fromEntries(all), plus);
}
