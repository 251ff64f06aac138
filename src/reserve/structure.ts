/** How the reserve is made up: 口 (经济/社会 …), sizes, departments with nothing, areas of the focus list without a project. */
import type { Ledger, Project } from "../ledger/ledger";
import { countedOnce } from "../ledger/parts";
import { hasColumnFor } from "../ledger/together";
import { makeAutomaton, noOccurrences, type Automaton } from "../policy/automaton";
import type { Pack } from "../policy/pack";
import { roundWan, sumWan } from "../measure/amount";
import { bureauOf, departmentFinder, departmentCounted, namesIn } from "./departments";
import { departmentNamer } from "./oneDepartment";
import { hasLeft } from "./left";
import { NOT_STATED } from "./place";
import { rate, type Rate } from "./rates";

export interface Part {
  readonly name: string;
  readonly count: number;
  /** 万元. */
  readonly wan: number;
}

const NO_GROUP = "未归口";

/** By the roster's 口; departments that the roster does not know stand under 「未归口」. */
export function byGroup(ledgers: readonly Ledger[], pack: Pack): readonly Part[] {
  const groups = new Map(pack.roster.map(({ name, group }) => [name, group === "" ? NO_GROUP : group]));
  const find = departmentFinder(pack.roster);
  return parts(ledgers, pack, (project, ledger) => {
    const name = find(departmentCounted(project, ledger) ?? "");
    return (name === null ? undefined : groups.get(name)) ?? NO_GROUP;
  });
}

/** Lower bounds in 万元, ascending; a project of exactly a bound belongs to the class that begins there. */
export const SIZE_BOUNDS = [0, 1000, 3000, 5000, 10_000, 50_000, 100_000] as const;

export function bySize(ledgers: readonly Ledger[], pack: Pack): readonly Part[] {
  const named = parts(ledgers, pack, ({ values }) => {
    const wan = values.totalInvestment?.wan;
    return wan === undefined ? "未填写" : sizeName(wan);
  });
  return inOrderOfSize(named);
}

const SIZES = [...SIZE_BOUNDS.map((bound) => sizeName(bound)), "未填写"];

/** The smallest first. */
export function inOrderOfSize<T extends { readonly name: string }>(sizes: readonly T[]): T[] {
  return [...sizes].sort((a, b) => SIZES.indexOf(a.name) - SIZES.indexOf(b.name));
}

/** As the pack leads from stage to stage, then what stands beside that way, then what it does not know, what nobody wrote last. */
export function inOrderOfStage<T extends { readonly name: string }>(stages: readonly T[], pack: Pack): T[] {
  const known = pack.stages.map(({ name, order }, index) => ({ name, place: order > 0 ? order : 1000 + index }));
  const placeOf = ({ name }: T): number =>
    name === NOT_STATED ? Infinity : (known.find((each) => each.name === name)?.place ?? 1e6);
  return [...stages].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

function sizeName(wan: number): string {
  const reached = SIZE_BOUNDS.filter((bound) => wan >= bound).length;
  const from = SIZE_BOUNDS[Math.max(reached - 1, 0)] ?? 0;
  const next = SIZE_BOUNDS[Math.max(reached, 1)];
  if (next === undefined) return `${said(from)}及以上`;
  return from === 0 ? `${said(next)}以下` : `${said(from)}—${said(next)}`;
}

function said(wan: number): string {
  return wan >= 10_000 ? `${String(wan / 10_000)}亿元` : `${String(wan)}万元`;
}

/** Departments of the roster without a single project, in the roster's order. */
export function departmentsWithNone(ledgers: readonly Ledger[], pack: Pack): readonly string[] {
  if (pack.roster.length === 0) return [];
  const written = new Set<string>();
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    if (ledger.projects.length > 0 && ledger.reporter) written.add(ledger.reporter);
    for (const { values } of ledger.projects) {
      if (values.department) written.add(values.department);
      if (values.reporter) written.add(values.reporter);
    }
  }
  const find = departmentFinder(pack.roster);
  const seen = new Set(
    [...written].flatMap((each) => [each, ...namesIn(each)].map((name) => find(bureauOf(name, null)))),
  );
  return pack.roster.map(({ name }) => name).filter((name) => !seen.has(name));
}

/** Projects that say which plan they follow, of those in ledgers with a column for it; null where no ledger has one. */
export function planned(ledgers: readonly Ledger[]): Rate | null {
  const asked = (ledger: Ledger): boolean => ledger.columns.some(({ field }) => field === "planBasis");
  const own = ledgers.filter(({ role }) => role === "projects");
  if (!own.some(asked)) return null;
  const projects = own.flatMap((ledger) =>
    countedOnce(ledger).filter((project) => hasColumnFor(ledger, project, "planBasis")),
  );
  return rate("planned", projects.filter(({ values }) => values.planBasis !== undefined).length, projects.length);
}

/** Entries of the focus list that no project's name, contents, area or industry speaks of. */
export function focusWithNone(ledgers: readonly Ledger[], pack: Pack): readonly string[] {
  const { automaton, spokenBy } = focusWordsOf(pack);
  const missing = new Set(pack.focus.map(({ name }) => name));
  for (const { role, projects } of ledgers) {
    if (role !== "projects") continue;
    for (const { values } of projects) {
      for (const text of [values.name, values.scale, values.area, values.industry]) {
        if (text === undefined) continue;
        automaton.scan(text, found);
        for (let at = 0; at < found.count; at++)
          for (const name of spokenBy[found.word[at] ?? 0] ?? []) missing.delete(name);
      }
      if (missing.size === 0) return [];
    }
  }
  return [...missing];
}

const found = noOccurrences();

interface FocusWords {
  readonly automaton: Automaton;
  /** By word: the entries that it speaks of. */
  readonly spokenBy: readonly (readonly string[])[];
}

const focusWords = new WeakMap<Pack, FocusWords>();

function focusWordsOf(pack: Pack): FocusWords {
  let known = focusWords.get(pack);
  if (!known) {
    const entries = new Map<string, string[]>();
    for (const { name, words } of pack.focus)
      for (const word of [name, ...words]) entries.set(word, [...(entries.get(word) ?? []), name]);
    known = { automaton: makeAutomaton([...entries.keys()]), spokenBy: [...entries.values()] };
    focusWords.set(pack, known);
  }
  return known;
}

/** What entered the reserve in a quarter, and by whom. */
export interface QuarterPart extends Part {
  /** 2025年一季度. */
  readonly name: string;
  readonly departments: readonly Part[];
}

/** By the quarter of 入库时间, the earliest first; a day known to the year only belongs to none. */
export function byQuarter(ledgers: readonly Ledger[], pack: Pack): readonly QuarterPart[] {
  const nameOf = departmentNamer(pack, ledgers);
  const departmentOf = (project: Project, ledger: Ledger): string => {
    const written = departmentCounted(project, ledger);
    return written === null ? "未填写" : nameOf(written);
  };
  // One pass over the rows: quarter and department together are the name of a part.
  const both = parts(ledgers, pack, (project, ledger) => {
    const quarter = quarterOf(project);
    return quarter === null ? null : `${quarter}|${departmentOf(project, ledger)}`;
  });
  const quarters = new Map<string, Part[]>();
  for (const { name, ...sums } of both) {
    const [quarter = "", department = ""] = cutAtFirst(name);
    const departments = quarters.get(quarter) ?? [];
    quarters.set(quarter, [...departments, { name: department, ...sums }]);
  }
  return [...quarters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, departments]) => ({
      name: quarterName(quarter),
      count: departments.reduce((sum, { count }) => sum + count, 0),
      wan: sumWan(departments.map(({ wan }) => wan)),
      departments,
    }));
}

function cutAtFirst(name: string): readonly [string, string] {
  const at = name.indexOf("|");
  return [name.slice(0, at), name.slice(at + 1)];
}

/** 2025-1; null where nothing says, or no single quarter. */
function quarterOf({ values: { enteredOn } }: Project): string | null {
  if (!enteredOn) return null;
  const [from, to] = [enteredOn.from, enteredOn.to].map(
    (day) => `${day.slice(0, 4)}-${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`,
  );
  return from === to ? (from ?? null) : null;
}

function quarterName(quarter: string): string {
  const [year = "", number = ""] = quarter.split("-");
  return `${year}年${"一二三四".charAt(Number(number) - 1)}季度`;
}

/** Projects that have left the reserve are not counted, nor those without a name of their part. */
function parts(
  ledgers: readonly Ledger[],
  pack: Pack,
  nameOf: (project: Project, ledger: Ledger) => string | null,
): readonly Part[] {
  const sums = new Map<string, { count: number; wan: number }>();
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of countedOnce(ledger)) {
      const name = nameOf(project, ledger);
      if (name === null || hasLeft(project, pack)) continue;
      const sum = sums.get(name) ?? { count: 0, wan: 0 };
      sums.set(name, { count: sum.count + 1, wan: sum.wan + (project.values.totalInvestment?.wan ?? 0) });
    }
  }
  return [...sums].map(([name, { count, wan }]) => ({ name, count, wan: roundWan(wan) }));
}
