/** A project's name as it is compared, and the projects whose names are alike but for the mark of a part. */
import type { Ledger, Project } from "../ledger/ledger";
import { comparableName, projectStem } from "../measure/name";
import { everyProject, grouped, type Placed } from "./alike";

/** Equal for names that say the same project; the mark of a part counts. */
export function comparableNameOf({ values }: Project): string {
  return values.name === undefined ? "" : comparableName(values.name);
}

interface Gathered {
  readonly ledgers: readonly Ledger[];
  readonly groups: readonly (readonly Placed[])[];
}

/** By the first of the ledgers. */
const gathered = new WeakMap<Ledger, Gathered>();

/**
 * Groups of two or more with one stem, in the order of files, sheets and rows. Names alike share their stem, and few
 * share one at all: three rules look through these groups, and every name is taken apart once for them.
 */
export function sameStem(ledgers: readonly Ledger[]): readonly (readonly Placed[])[] {
  const [first] = ledgers;
  if (!first) return [];
  const known = gathered.get(first);
  if (known && areSame(known.ledgers, ledgers)) return known.groups;
  const groups = grouped(everyProject(ledgers), ({ project: { values } }) =>
    values.name === undefined ? null : projectStem(values.name),
  );
  gathered.set(first, { ledgers, groups });
  return groups;
}

function areSame(some: readonly Ledger[], others: readonly Ledger[]): boolean {
  return some.length === others.length && some.every((ledger, index) => ledger === others[index]);
}
