/** What a ledger with one row a procedure does not say of its projects, the ledger of projects beside it does: stage and route, and whether works have begun. */
import { comparableName } from "../measure/name";
import type { FieldKey } from "./fields";
import { columnOf, type Ledger, type Project, type Values } from "./ledger";

const LENT = ["stage", "route"] as const satisfies readonly FieldKey[];
/** What says that works have begun, without being asked of the procedures: an approval does not lapse after that. */
const OF_WORKS = [
  "startActual",
  "completed",
  "completedBefore",
  "completedThisYear",
] as const satisfies readonly FieldKey[];
type Lent = Pick<Values, (typeof LENT)[number] | (typeof OF_WORKS)[number]>;

/** The same ledgers, those of procedures with what the others know of their projects. */
export function withLentStages(ledgersOf: readonly (readonly Ledger[])[]): Ledger[][] {
  const ledgers = ledgersOf.flat();
  if (!ledgers.some(isStepLedger)) return ledgersOf.map((each) => [...each]);
  const known = knownOf(ledgers.filter(({ role }) => role === "projects"));
  return ledgersOf.map((each) => each.map((ledger) => (isStepLedger(ledger) ? borrowed(ledger, known) : ledger)));
}

function isStepLedger({ role, projects }: Ledger): boolean {
  return role !== "projects" && projects.length > 0;
}

/** By code and by name; null where two rows of one name say different things. */
type Known = ReadonlyMap<string, Lent | null>;

function knownOf(ledgers: readonly Ledger[]): Known {
  const known = new Map<string, Lent | null>();
  const departments = new Map<string, string>();
  // Two towns build under one name: whose works have begun nobody knows.
  const apart = new Set<string>();
  for (const { projects } of ledgers) {
    for (const project of projects) {
      const { stage, route, code, department } = project.values;
      const lent: Lent = pick(project.values, [...LENT, ...OF_WORKS]);
      for (const sign of signsOf(project)) {
        const other = known.get(sign);
        if (other === null) continue;
        const agrees = other === undefined || (other.stage === stage && other.route === route);
        const before = departments.get(sign) ?? department;
        if (sign !== code && before !== department && department !== undefined) apart.add(sign);
        if (before !== undefined) departments.set(sign, before);
        const both = { ...other, ...lent };
        known.set(sign, agrees ? (apart.has(sign) ? pick(both, LENT) : both) : null);
      }
    }
  }
  return known;
}

function pick(values: Values, fields: readonly (keyof Lent)[]): Lent {
  return Object.fromEntries(fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
}

function borrowed(ledger: Ledger, known: Known): Ledger {
  const lacking = LENT.filter((field) => columnOf(ledger, field) < 0);
  const unknown = OF_WORKS.filter((field) => columnOf(ledger, field) < 0);
  if (lacking.length + unknown.length === 0) return ledger;
  const projects = ledger.projects.map((project) => {
    const found = signsOf(project)
      .map((sign) => known.get(sign))
      .find((lent) => lent !== undefined);
    if (!found) return project;
    const lent = pick(found, [...lacking, ...unknown]);
    return { ...project, values: { ...project.values, ...lent } };
  });
  return { ...ledger, projects, lent: lacking };
}

/** The code first; a name is compared as duplicates are. */
function signsOf({ values }: Project): readonly string[] {
  const { code, name } = values;
  return [...(code === undefined ? [] : [code]), ...(name === undefined ? [] : [comparableName(name)])];
}
