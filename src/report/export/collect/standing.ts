/** Who stands where, file by file: what ranks, lights, boards, grades, visits and replacements of a bulletin are made of. */
import type { Finding } from "../../../findings/finding";
import { columnOf, type Ledger, type Project, type TableRow } from "../../../ledger/ledger";
import { applicationsCounted, countedOnce } from "../../../ledger/parts";
import { isFurther } from "../../../ledger/together";
import { comparableName } from "../../../measure/name";
import type { Amount, Interval } from "../../../measure/types";
import type { Pack } from "../../../policy/pack";
import { findChannel } from "../../../policy/recognise";
import { outcomeOf, reasonOf, type Outcome } from "../../../reserve/applications";
import { departmentCounted } from "../../../reserve/departments";
import { hasLeft } from "../../../reserve/left";
import { departmentNamer } from "../../../reserve/oneDepartment";
import { NOT_STATED } from "../../../reserve/place";
import type { Run } from "../../run";
import { mergeBy } from "./mergeBy";

/** Completed and planned this year, of rows that state both; in millionths of 万元, where sums are exact. */
export interface Completed {
  readonly done: number;
  readonly plan: number;
}

/** A project that a light of the pack shows red. */
export interface RedProject {
  readonly department: string;
  readonly project: string;
  readonly light: "start" | "progress" | "statistics";
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A row of a 目标责任书. */
export interface Indicator {
  readonly indicator: string;
  readonly department: string;
  readonly target: string;
  readonly actual: string;
  /** Null where no rank is given. */
  readonly rank: number | null;
  /** As written; blank where none is. */
  readonly grade: string;
  readonly file: string;
  readonly row: number;
}

/** A project that left the reserve, or one that was put in for another. */
export interface Replacement {
  readonly kind: "调出" | "补进";
  readonly project: string;
  readonly department: string;
  readonly stage: string;
  /** 万元; null where none is stated. */
  readonly wan: number | null;
  /** What the row says of its counterpart; blank where nothing. */
  readonly counterpart: string;
  readonly file: string;
  readonly row: number;
}

/** An application that did not pass. */
export interface Refused {
  readonly project: string;
  readonly department: string;
  readonly leader: string;
  readonly reason: string;
  readonly file: string;
  readonly row: number;
}

/** What became of applications, by group. */
export interface Applied {
  readonly applied: number;
  readonly passed: number;
  /** Refused for the reason. */
  readonly channel: number;
  readonly study: number;
  readonly other: number;
}

export const YEAR_FIGURES = ["totalInvestment", "completedThisYear", "approved", "arrived", "paid"] as const;
export type YearFigure = (typeof YEAR_FIGURES)[number];

/** What is compared with the same day of last year, in millionths of 万元. */
export type YearFigures = Readonly<Record<YearFigure, number>> & {
  readonly count: number;
  /** Figures that any ledger has a column for, in the order of their names: of the others nothing is known, which is no 0. */
  readonly stated: readonly YearFigure[];
};

export interface Standing {
  readonly completions: Readonly<Record<string, Completed>>;
  readonly red: readonly RedProject[];
  readonly indicators: readonly Indicator[];
  /** Calls on the province or city: by department, by month (YYYY-MM). */
  readonly visits: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly replacements: readonly Replacement[];
  readonly refused: readonly Refused[];
  readonly applicationsByDepartment: Readonly<Record<string, Applied>>;
  readonly applicationsByChannel: Readonly<Record<string, Applied>>;
  readonly year: YearFigures;
}

const NO_FIGURES: YearFigures = {
  count: 0,
  totalInvestment: 0,
  completedThisYear: 0,
  approved: 0,
  arrived: 0,
  paid: 0,
  stated: [],
};

export const NO_STANDING: Standing = {
  completions: {},
  red: [],
  indicators: [],
  visits: {},
  replacements: [],
  refused: [],
  applicationsByDepartment: {},
  applicationsByChannel: {},
  year: NO_FIGURES,
};

export function standingOf(run: Run): Standing {
  const { pack } = run.options;
  const nameOf = namerOf(pack);
  const completions = new Map<string, Completed>();
  const replacements: Replacement[] = [];
  const refused: Refused[] = [];
  const byDepartment = new Map<string, Applied>();
  const byChannel = new Map<string, Applied>();
  for (const placed of placedProjects(run, nameOf)) {
    const { project } = placed;
    const left = hasLeft(project, pack);
    if (left || project.values.replaces !== undefined) replacements.push(replacementOf(placed, left));
    if (!left) addCompleted(completions, placed);
  }
  for (const [ledger, project] of applicationsIn(run)) {
    const outcome = hasLeft(project, pack) ? null : outcomeOf(project);
    if (!outcome) continue;
    const department = nameOf(departmentCounted(project, ledger));
    const placed = { ledger, project, department };
    if (outcome === "refused") refused.push(refusedOf(placed));
    const applied = appliedOf(project, outcome);
    addApplied(byDepartment, department, applied);
    addApplied(byChannel, channelName(project, pack), applied);
  }
  replacements.push(...namedByOthers(run, nameOf, replacements));
  return {
    completions: Object.fromEntries(completions),
    red: sorted(redOf(run, nameOf)),
    indicators: sorted(tableRows(run, "targets").map(([ledger, row]) => indicatorOf(ledger, row, nameOf))),
    visits: visitsOf(run, nameOf),
    replacements: sorted(replacements),
    refused: sorted(refused),
    applicationsByDepartment: Object.fromEntries(byDepartment),
    applicationsByChannel: Object.fromEntries(byChannel),
    year: yearFigures(run.ledgers, pack),
  };
}

/** Commutative and associative, NO_STANDING being neutral: lists have an order of their own. */
export function mergeStanding(a: Standing, b: Standing): Standing {
  return {
    completions: mergeBy(a.completions, b.completions, plusCompleted),
    red: joined(a.red, b.red),
    indicators: joined(a.indicators, b.indicators),
    visits: mergeBy(a.visits, b.visits, plusVisits),
    replacements: joined(a.replacements, b.replacements),
    refused: joined(a.refused, b.refused),
    applicationsByDepartment: mergeBy(a.applicationsByDepartment, b.applicationsByDepartment, plusApplied),
    applicationsByChannel: mergeBy(a.applicationsByChannel, b.applicationsByChannel, plusApplied),
    year: plusFigures(a.year, b.year),
  };
}

export function plusCompleted(a: Completed, b: Completed): Completed {
  return { done: a.done + b.done, plan: a.plan + b.plan };
}

/** By month. */
export function plusVisits(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  return mergeBy(a, b, (one, other) => one + other);
}

/** Over all projects that have not left. */
export function yearFigures(ledgers: readonly Ledger[], pack: Pack): YearFigures {
  const sums = { ...NO_FIGURES };
  const stated = new Set<YearFigure>();
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const field of YEAR_FIGURES) if (columnOf(ledger, field) >= 0) stated.add(field);
    for (const project of countedOnce(ledger)) {
      if (hasLeft(project, pack)) continue;
      sums.count++;
      for (const field of YEAR_FIGURES) sums[field] += millionths(project.values[field]);
    }
  }
  return { ...sums, stated: [...stated].sort() };
}

interface PlacedProject {
  readonly ledger: Ledger;
  readonly project: Project;
  readonly department: string;
}

type NameDepartment = (written: string | null) => string;

/** One after another: a province's rows are not held a second time. */
function* placedProjects(run: Run, nameOf: NameDepartment): Generator<PlacedProject> {
  for (const ledger of run.ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of countedOnce(ledger))
      yield { ledger, project, department: nameOf(departmentCounted(project, ledger)) };
  }
}

function* applicationsIn(run: Run): Generator<readonly [Ledger, Project]> {
  for (const ledger of run.ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of applicationsCounted(ledger)) yield [ledger, project];
  }
}

function namerOf(pack: Pack): NameDepartment {
  const nameOf = departmentNamer(pack, []);
  return (written) => (written === null ? NOT_STATED : nameOf(written));
}

function addCompleted(sums: Map<string, Completed>, { department, project }: PlacedProject): void {
  const { completedThisYear: done, planThisYear: plan } = project.values;
  if (!done || !plan || department === NOT_STATED) return;
  const before = sums.get(department) ?? { done: 0, plan: 0 };
  sums.set(department, { done: before.done + millionths(done), plan: before.plan + millionths(plan) });
}

/** The rule about lights has judged them already. */
function redOf(run: Run, nameOf: NameDepartment): RedProject[] {
  const red = withoutAgain(
    run.result.perLedger.flatMap(({ ledger, findings }) =>
      findings.filter(({ code }) => code === "A802").map((finding) => ({ ledger, finding })),
    ),
  );
  const departments = red.length === 0 ? null : departmentsByPlace(run, nameOf);
  return red.map(({ ledger, finding }) => ({
    department: departments?.get(ledger)?.get(finding.row ?? 0) ?? NOT_STATED,
    project: finding.project ?? "",
    light: finding.args["kind"] as RedProject["light"],
    file: ledger.file,
    sheet: ledger.sheet,
    cell: finding.cells[0] ?? "",
  }));
}

interface RedFinding {
  readonly ledger: Ledger;
  readonly finding: Finding;
}

/** What an application says of a project that its reserve says too is no second light. */
function withoutAgain(red: readonly RedFinding[]): readonly RedFinding[] {
  const isAgain = ({ ledger, finding }: RedFinding): boolean => isFurther(ledger, { row: finding.row ?? 0 });
  const lightOf = ({ ledger, finding }: RedFinding): string =>
    JSON.stringify([ledger.file, finding.args["kind"], comparableName(finding.project ?? "")]);
  if (!red.some(isAgain)) return red;
  const shown = new Set(red.filter((each) => !isAgain(each)).map(lightOf));
  return red.filter((each) => !isAgain(each) || !shown.has(lightOf(each)));
}

type ByPlace = ReadonlyMap<Ledger, ReadonlyMap<number, string>>;

/** By ledger and row: two tables of a sheet may stand side by side. */
function departmentsByPlace(run: Run, nameOf: NameDepartment): ByPlace {
  const places = new Map<Ledger, Map<number, string>>();
  for (const ledger of run.ledgers) {
    const rows = new Map<number, string>();
    for (const project of ledger.projects) rows.set(project.row, nameOf(departmentCounted(project, ledger)));
    places.set(ledger, rows);
  }
  return places;
}

function tableRows(run: Run, role: "targets" | "contacts"): [Ledger, TableRow][] {
  return run.ledgers
    .filter((ledger) => ledger.role === role)
    .flatMap((ledger) => (ledger.table?.rows ?? []).map((row): [Ledger, TableRow] => [ledger, row]));
}

function indicatorOf({ file }: Ledger, { row, values }: TableRow, nameOf: (written: string) => string): Indicator {
  const text = (key: string): string => textOf(values[key]);
  const department = text("department");
  return {
    indicator: text("indicator"),
    department: department === "" ? NOT_STATED : nameOf(department),
    target: text("target"),
    actual: text("actual"),
    rank: rankIn(values["rank"]),
    grade: text("grade"),
    file,
    row,
  };
}

function textOf(value: string | number | Interval | undefined): string {
  if (value === undefined) return "";
  return typeof value === "object" ? value.to : String(value);
}

/** 「第4名」「并列3」 or a number. */
function rankIn(value: string | number | Interval | undefined): number | null {
  if (typeof value === "number") return value;
  const digits = typeof value === "string" ? /\d+/.exec(value.normalize("NFKC"))?.[0] : undefined;
  return digits === undefined ? null : Number(digits);
}

function visitsOf(run: Run, nameOf: (written: string) => string): Record<string, Record<string, number>> {
  const visits = new Map<string, Map<string, number>>();
  for (const [, { values }] of tableRows(run, "contacts")) {
    const { department: written, on } = values;
    if (typeof written !== "string" || typeof on !== "object") continue;
    const department = nameOf(written);
    const months = visits.get(department) ?? new Map<string, number>();
    const month = on.from.slice(0, 7);
    visits.set(department, months.set(month, (months.get(month) ?? 0) + 1));
  }
  return Object.fromEntries([...visits].map(([name, months]) => [name, Object.fromEntries(months)]));
}

function replacementOf({ ledger, project, department }: PlacedProject, left: boolean): Replacement {
  const { name = "", stage, totalInvestment, replaces } = project.values;
  return {
    kind: left ? "调出" : "补进",
    project: name,
    department,
    stage: stage ?? "",
    wan: totalInvestment?.wan ?? null,
    counterpart: replaces ?? "",
    file: ledger.file,
    row: project.row,
  };
}

/** What came for another where only the row of that which left says so. */
function namedByOthers(run: Run, nameOf: NameDepartment, replacements: readonly Replacement[]): Replacement[] {
  const named = replacements.filter(({ kind, counterpart }) => kind === "调出" && counterpart !== "");
  if (named.length === 0) return [];
  const came: Replacement[] = [];
  for (const placed of placedProjects(run, nameOf)) {
    const { name = "", replaces } = placed.project.values;
    if (name.length < SHORTEST_NAME || replaces !== undefined || hasLeft(placed.project, run.options.pack)) continue;
    if (named.some(({ counterpart }) => counterpart.includes(name))) came.push(replacementOf(placed, false));
  }
  return came;
}

/** A shorter one may stand in another's name. */
const SHORTEST_NAME = 4;

function refusedOf({ ledger, project, department }: PlacedProject): Refused {
  const { name = "", leader = "", refusal, outcome = "" } = project.values;
  return { project: name, department, leader, reason: refusal ?? outcome, file: ledger.file, row: project.row };
}

function channelName({ values }: Project, pack: Pack): string {
  return values.channel === undefined ? NOT_STATED : (findChannel(pack, values.channel)?.name ?? values.channel);
}

export const NONE_APPLIED: Applied = { applied: 0, passed: 0, channel: 0, study: 0, other: 0 };

function appliedOf(project: Project, outcome: Outcome): Applied {
  return {
    ...NONE_APPLIED,
    applied: 1,
    passed: outcome === "passed" ? 1 : 0,
    ...(outcome === "refused" ? { [reasonOf(project)]: 1 } : {}),
  };
}

function addApplied(groups: Map<string, Applied>, group: string, one: Applied): void {
  groups.set(group, plusApplied(groups.get(group) ?? NONE_APPLIED, one));
}

export function plusApplied(a: Applied, b: Applied): Applied {
  return {
    applied: a.applied + b.applied,
    passed: a.passed + b.passed,
    channel: a.channel + b.channel,
    study: a.study + b.study,
    other: a.other + b.other,
  };
}

function millionths(amount: Amount | undefined): number {
  return amount ? Math.round(amount.wan * 1e6) : 0;
}

function plusFigures(a: YearFigures, b: YearFigures): YearFigures {
  const sums = { ...a, count: a.count + b.count, stated: [...new Set([...a.stated, ...b.stated])].sort() };
  for (const field of YEAR_FIGURES) sums[field] += b[field];
  return sums;
}

/** Where an item stands; what two items of one cell say decides only between them. */
function compare(a: Placed, b: Placed): number {
  return (
    text(a.file, b.file) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    text(a.sheet ?? "", b.sheet ?? "") ||
    text(a.cell ?? "", b.cell ?? "") ||
    text(JSON.stringify(a), JSON.stringify(b))
  );
}

interface Placed {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly cell?: string;
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted<T extends Placed>(items: readonly T[]): readonly T[] {
  return [...items].sort(compare);
}

/** Two lists in order as one. */
function joined<T extends Placed>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const all: T[] = [];
  let [left, right] = [0, 0];
  for (let one = a[left], other = b[right]; one && other; one = a[left], other = b[right]) {
    const takesLeft = compare(one, other) <= 0;
    all.push(takesLeft ? one : other);
    if (takesLeft) left++;
    else right++;
  }
  return [...all, ...a.slice(left), ...b.slice(right)];
}
