/** Projects that are one: gathered in groups whose members a common value links, near-linear in their number. */
import type { Ledger, Project } from "../ledger/ledger";
import { currentProjects } from "../ledger/restated";
import { textNumber } from "../measure/textNumber";
import type { LedgerHit } from "./rule";
import type { FieldKey } from "../ledger/fields";

export interface Placed {
  readonly ledger: Ledger;
  readonly project: Project;
}

const placedIn = new WeakMap<Ledger, readonly Placed[]>();

/** Every project with its ledger, as the latest month states it; the pairs are made once, since a dozen rules go through them. */
export function everyProject(ledgers: readonly Ledger[]): readonly Placed[] {
  const [only] = ledgers;
  return only && ledgers.length === 1 ? projectsOf(only) : ledgers.flatMap(projectsOf);
}

function projectsOf(ledger: Ledger): readonly Placed[] {
  let placed = placedIn.get(ledger);
  if (!placed) placedIn.set(ledger, (placed = currentProjects(ledger).map((project) => ({ ledger, project }))));
  return placed;
}

/** Ledgers by the file that they came in: what one department's workbook says judges its own sheets, never another's. */
export function byFile(ledgers: readonly Ledger[]): ReadonlyMap<string, readonly Ledger[]> {
  const files = new Map<string, Ledger[]>();
  for (const ledger of ledgers) {
    const same = files.get(ledger.file);
    if (same) same.push(ledger);
    else files.set(ledger.file, [ledger]);
  }
  return files;
}

/** Groups of two or more that give the same key; what gives none is left out. In the order of files, sheets and rows. */
export function grouped(placed: readonly Placed[], keyOf: (each: Placed) => string | null): Placed[][] {
  const keys = placed.map(keyOf);
  const mayComeAgain = placed.length > FEW ? sameNumber(keys) : null;
  const groups = new Map<string, Placed[]>();
  placed.forEach((each, index) => {
    const key = keys[index] ?? null;
    if (key === null || mayComeAgain?.[index] === 0) return;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** So few are gathered by their texts at once. */
const FEW = 64;

/**
 * 1 for each key whose number another key has as well: few keys of a long ledger come twice, and to find them by numbers
 * costs a tenth of gathering all of them by their texts.
 */
function sameNumber(keys: readonly (string | null)[]): Uint8Array {
  const again = new Uint8Array(keys.length);
  const numbers = new Int32Array(keys.length);
  // At least twice as many places as keys, a power of two; 0 is a free place, else the key there is the one before it.
  const places = new Int32Array(2 << Math.ceil(Math.log2(keys.length)));
  const last = places.length - 1;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? null;
    if (key === null) continue;
    const number = (numbers[index] = numberOf(key));
    let place = number & last;
    for (;;) {
      const first = (places[place] ?? 0) - 1;
      if (first < 0) {
        places[place] = index + 1;
        break;
      }
      if (numbers[first] === number) {
        again[first] = again[index] = 1;
        break;
      }
      place = (place + 1) & last;
    }
  }
  return again;
}

/** The text's number, its high bits folded into the low ones. */
function numberOf(text: string): number {
  const number = textNumber(text);
  return number ^ (number >>> 15);
}

/** Members linked by any of the values that they share, directly or over another member. */
export function linked(group: readonly Placed[], linksOf: (each: Placed) => readonly string[]): Placed[][] {
  const parent = group.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  const firstWith = new Map<string, number>();
  group.forEach((each, index) => {
    for (const link of linksOf(each)) {
      const first = firstWith.get(link);
      if (first === undefined) firstWith.set(link, index);
      else parent[root(index)] = root(first);
    }
  });
  const sets = new Map<number, Placed[]>();
  group.forEach((each, index) => {
    const at = root(index);
    const set = sets.get(at);
    if (set) set.push(each);
    else sets.set(at, [each]);
  });
  return [...sets.values()].filter((set) => set.length > 1);
}

/** Others that a finding lists; a code typed a thousand times is no reason for a million addresses. */
const LISTED = 5;

/** One finding for each member but the first. What `args` holds in words tells the group from others, whatever the order of rows. */
export function* laterOnes(
  group: readonly Placed[],
  fields: readonly FieldKey[],
  args: LedgerHit["args"],
): Generator<LedgerHit> {
  const first = group.slice(0, LISTED + 1);
  for (const each of group.slice(1)) {
    const { ledger, project } = each;
    const others = first.filter((other) => other !== each).slice(0, LISTED);
    yield {
      ledger,
      project,
      row: project.row,
      fields,
      related: others.map((other) => ({ ledger: other.ledger, row: other.project.row, fields })),
      args: { ...args, count: group.length },
    };
  }
}

/** The project's well-formed code, which is its key then; null where it has none. */
export function validCodeOf({ key, values }: Project): string | null {
  return values.code === undefined || key.includes("|") ? null : key;
}

/** Different names of a group, in an order of their own. */
export function namesOf(group: readonly Placed[]): string[] {
  return [...new Set(group.map(({ project }) => project.values.name ?? ""))].sort().slice(0, LISTED);
}
