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
  const mayComeAgain = placed.length > FEW ? markedTwice(keys) : null;
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
/** Marks a key: so many that few keys share one by chance, so few that all of them stay near the processor. */
const MARKS_A_KEY = 16;

/**
 * 1 for each key whose mark another key has as well: few keys of a long ledger come twice, and to strike the others out
 * first costs a tenth of gathering all of them by their texts.
 */
function markedTwice(keys: readonly (string | null)[]): Uint8Array {
  // A power of two, and eight marks a byte.
  const last = (MARKS_A_KEY << Math.ceil(Math.log2(keys.length))) - 1;
  const seen = new Uint8Array((last + 1) >>> 3);
  const again = new Uint8Array((last + 1) >>> 3);
  const marks = new Int32Array(keys.length);
  keys.forEach((key, index) => {
    if (key === null) return;
    const mark = (marks[index] = numberOf(key) & last);
    const bit = 1 << (mark & 7);
    if (((seen[mark >>> 3] ?? 0) & bit) !== 0) again[mark >>> 3] = (again[mark >>> 3] ?? 0) | bit;
    else seen[mark >>> 3] = (seen[mark >>> 3] ?? 0) | bit;
  });
  const twice = new Uint8Array(keys.length);
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index] ?? 0;
    twice[index] = ((again[mark >>> 3] ?? 0) >>> (mark & 7)) & 1;
  }
  return twice;
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
