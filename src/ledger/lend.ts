/** What a ledger with one row a procedure does not say of its projects, the ledger of projects beside it does: stage and route. */
import { comparableName } from "../measure/name";
import type { FieldKey } from "./fields";
import { columnOf, type Ledger, type Project, type Values } from "./ledger";

const LENT = ["stage", "route"] as const satisfies readonly FieldKey[];
type Lent = Pick<Values, (typeof LENT)[number]>;

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
  for (const { projects } of ledgers) {
    for (const project of projects) {
      const { stage, route } = project.values;
      const lent: Lent = { ...(stage === undefined ? {} : { stage }), ...(route === undefined ? {} : { route }) };
      for (const sign of signsOf(project)) {
        const other = known.get(sign);
        const agrees = other === undefined || (other?.stage === stage && other?.route === route);
        known.set(sign, agrees ? lent : null);
      }
    }
  }
  return known;
}

function borrowed(ledger: Ledger, known: Known): Ledger {
  const lacking = LENT.filter((field) => columnOf(ledger, field) < 0);
  if (lacking.length === 0) return ledger;
  const projects = ledger.projects.map((project) => {
    const found = signsOf(project)
      .map((sign) => known.get(sign))
      .find((lent) => lent !== undefined);
    if (!found) return project;
    const lent = Object.fromEntries(
      lacking.flatMap((field) => (found[field] === undefined ? [] : [[field, found[field]]])),
    );
    return { ...project, values: { ...project.values, ...lent } };
  });
  return { ...ledger, projects, lent: lacking };
}

/** The code first; a name is compared as duplicates are. */
function signsOf({ values }: Project): readonly string[] {
  const { code, name } = values;
  return [...(code === undefined ? [] : [code]), ...(name === undefined ? [] : [comparableName(name)])];
}
