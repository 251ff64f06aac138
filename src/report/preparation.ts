/** 前期: where each project stands with its procedures, what lags, and its steps worked back from a deadline. */
import type { Ledger, Project } from "../ledger/ledger";
import { hasColumnFor, projectsOnce } from "../ledger/together";
import { withinCalendar } from "../measure/calendar";
import { PROCEDURE_KEYS, type ProcedureKey } from "../measure/procedures";
import type { Interval, ProcedureState } from "../measure/types";
import {
  dueDay,
  limitOf,
  procedureOn,
  scheduleBack,
  scheduleForward,
  type Forecast,
  type Goal,
  type Plan,
  type Progress,
  type Schedule,
} from "../policy/schedule";
import type { Department, Pack } from "../policy/pack";
import { departmentFinder, departmentWritten } from "../reserve/departments";
import { targetInForce } from "../reserve/place";
import { stageOf } from "../rules/lookups";
import {
  FIELD_OF,
  formOf,
  isOpen,
  isSettled,
  likelyRoute,
  progressOf,
  stepAsOf,
  stepsIn,
  textsOf,
} from "../rules/steps";
import type { Run } from "./run";

/** unknown: the ledger says nothing of it; absent: it has no column that could. */
export type StepState = ProcedureState | "unknown" | "absent";

/** overdue: its own time has passed; tooLate: it cannot be accepted in time for the deadline any more. */
export type LagKind = "overdue" | "tooLate";

export interface Lag {
  readonly key: ProcedureKey;
  readonly kind: LagKind;
  /** The day that has passed, YYYY-MM-DD. */
  readonly day: string;
  /** Working days since then. */
  readonly over: number;
}

export interface StepCell {
  readonly key: ProcedureKey;
  readonly state: StepState;
  /** Working days to its due day, for a step under way whose limit is known. */
  readonly left: number | null;
  readonly lag: LagKind | null;
}

export interface PreparationRow {
  readonly ledger: Ledger;
  readonly project: Project;
  readonly cells: readonly StepCell[];
  readonly lags: readonly Lag[];
  readonly person: string;
  readonly phone: string;
}

export interface Preparation {
  /** Steps for which any ledger has a column, in the order of work. */
  readonly keys: readonly ProcedureKey[];
  readonly rows: readonly PreparationRow[];
}

export interface Deadline {
  readonly goal: Goal;
  readonly day: string;
  /** asked: what somebody wants to know; due, start: the ledger's; target: the reserve's. */
  readonly by: "asked" | "due" | "start" | "target";
}

/** Rows between two yields. */
const STEP = 25;

/** `asked` is a deadline for all of them; null: each by its own. */
export function* preparationSteps(
  run: Run,
  asked: Pick<Deadline, "goal" | "day"> | null,
): Generator<undefined, Preparation> {
  const ledgers = run.ledgers.filter(({ role }) => role === "projects");
  const keys = PROCEDURE_KEYS.filter((key) => ledgers.some((ledger) => stepsIn(ledger).includes(key)));
  const rows: PreparationRow[] = [];
  for (const ledger of ledgers) {
    for (const project of projectsOnce(ledger)) {
      rows.push(preparationRow(run, ledger, project, keys, asked));
      if (rows.length % STEP === 0) yield;
    }
  }
  return { keys, rows };
}

function preparationRow(
  run: Run,
  ledger: Ledger,
  project: Project,
  keys: readonly ProcedureKey[],
  asked: Pick<Deadline, "goal" | "day"> | null,
): PreparationRow {
  const lags = lagsOf(run, ledger, project, asked);
  const { person = "", phone = "" } = project.values;
  const known = contactOf(run.options.pack, departmentWritten(project, ledger));
  return {
    ledger,
    project,
    cells: keys.map((key) => ({
      key,
      state: stepState(ledger, project, key, run.options.asOf),
      left: leftOf(run, ledger, project, key),
      lag: lags.find((lag) => lag.key === key)?.kind ?? null,
    })),
    lags,
    person: person === "" ? (known?.person ?? "") : person,
    phone: phone === "" ? (known?.phone ?? "") : phone,
  };
}

type Find = ReturnType<typeof departmentFinder>;
const finders = new WeakMap<Pack, Find>();

/** The roster's entry of a department, however the ledger writes it. */
function contactOf(pack: Pack, written: string | null): Department | undefined {
  let find = finders.get(pack);
  if (!find) finders.set(pack, (find = departmentFinder(pack.roster)));
  const name = written === null ? null : find(written);
  return name === null ? undefined : pack.roster.find((each) => each.name === name);
}

/** Of a project that is applied for on another sheet, the steps of that sheet too. */
export function isAsked(ledger: Ledger, project: Project, key: ProcedureKey): boolean {
  return hasColumnFor(ledger, project, FIELD_OF[key]);
}

function stepsFor(ledger: Ledger, project: Project): readonly ProcedureKey[] {
  return project.together ? PROCEDURE_KEYS.filter((key) => isAsked(ledger, project, key)) : stepsIn(ledger);
}

/** What the ledger says of a step on that day. */
export function stepState(ledger: Ledger, project: Project, key: ProcedureKey, asOf: string): StepState {
  const step = stepAsOf(project, key, asOf);
  if (!step) return isAsked(ledger, project, key) ? "unknown" : "absent";
  if (step.state !== undefined) return step.state;
  if (isSettled(project, key, asOf)) return "done";
  return step.accepted === undefined ? "unknown" : "doing";
}

/** The day on which a step that was accepted has to be done; null where that is not known. */
function stepDueDay({ options, calendar }: Run, ledger: Ledger, project: Project, key: ProcedureKey): string | null {
  const step = project.values[FIELD_OF[key]];
  if (!step?.accepted || !isOpen(project, key, options.asOf)) return null;
  const asked = procedureOn(options.pack, key, options.asOf);
  const limit = asked && limitOf(asked, formOf(project, ledger, asked));
  return withinCalendar(() => dueDay(calendar, step.accepted?.to ?? "", limit, step.paused)) ?? null;
}

function leftOf(run: Run, ledger: Ledger, project: Project, key: ProcedureKey): number | null {
  const due = stepDueDay(run, ledger, project, key);
  return due === null ? null : withinCalendar(() => run.calendar.between(run.options.asOf, due));
}

/** One lag a step: what has passed by itself counts before what a deadline would have needed. */
function lagsOf(
  run: Run,
  ledger: Ledger,
  project: Project,
  asked: Pick<Deadline, "goal" | "day"> | null,
): readonly Lag[] {
  const { asOf } = run.options;
  if (hasBegun(run, project)) return [];
  const lags = new Map<ProcedureKey, Lag>();
  const add = (key: ProcedureKey, kind: LagKind, day: string): void => {
    if (day >= asOf || lags.has(key)) return;
    const over = withinCalendar(() => run.calendar.between(day, asOf));
    if (over !== null) lags.set(key, { key, kind, day, over });
  };
  for (const key of stepsFor(ledger, project)) {
    if (!isOpen(project, key, asOf)) continue;
    const day = earliest([stepDueDay(run, ledger, project, key), stepAsOf(project, key, asOf)?.due?.to ?? null]);
    if (day !== null) add(key, "overdue", day);
  }
  const deadline = asked ? { ...asked, by: "asked" as const } : ownDeadline(ledger, project, asOf);
  const schedule = deadline && planBack(run, project, deadline);
  for (const { key, tooLate, latestAcceptance } of schedule?.steps ?? []) {
    // A step without a column is not known to be open.
    if (tooLate && latestAcceptance !== null && isAsked(ledger, project, key) && isOpen(project, key, asOf)) {
      add(key, "tooLate", latestAcceptance);
    }
  }
  return [...lags.values()];
}

function hasBegun({ options }: Run, project: Project): boolean {
  const stage = stageOf(options.pack, project);
  return project.values.startActual !== undefined || (stage !== null && !stage.beforeStart);
}

/** begun: works have; target: the ledger itself sets no deadline; unknown: no column, or a cell that was not understood. */
export type Uncounted = "begun" | "target" | "unknown";

/** Why steps that a schedule finds too late are not among the row's lags; null where all of them are. */
export function uncountedBecause(
  run: Run,
  { project, lags }: Pick<PreparationRow, "project" | "lags">,
  { by }: Deadline,
  { steps }: Schedule,
): Uncounted | null {
  const counted = new Set(lags.map(({ key }) => key));
  if (!steps.some(({ key, tooLate }) => tooLate && !counted.has(key))) return null;
  if (hasBegun(run, project)) return "begun";
  return by === "target" ? "target" : "unknown";
}

/** What the ledger itself sets: the earliest 要求办结 of an open step, else 计划开工. */
export function ownDeadline(ledger: Ledger, project: Project, asOf: string): Deadline | null {
  const { values } = project;
  const dues = stepsFor(ledger, project)
    .filter((key) => isOpen(project, key, asOf))
    .flatMap((key): Deadline[] => {
      const due = stepAsOf(project, key, asOf)?.due;
      return due ? [{ goal: key, day: due.to, by: "due" }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  if (dues[0]) return dues[0];
  return values.startPlanned ? { goal: "start", day: values.startPlanned.to, by: "start" } : null;
}

/** Of a step that is not done yet: the day still to come that stands where the day of its end belongs. */
export function plannedDay({ values }: Project, key: ProcedureKey, asOf: string): Interval | null {
  const on = values[FIELD_OF[key]]?.on;
  return on !== undefined && on.from > asOf ? on : null;
}

/** For a project whose ledger sets none: 立项 by the day of the reserve's target. */
export function deadlineOf(run: Run, ledger: Ledger, project: Project): Deadline | null {
  const own = ownDeadline(ledger, project, run.options.asOf);
  if (own) return own;
  const target = targetInForce(run.options.pack, run.options.asOf);
  return target && target.by >= run.options.asOf ? { goal: "setUp", day: target.by, by: "target" } : null;
}

/** Null where the calendar has no data for the days. */
export function planBack(run: Run, project: Project, { goal, day }: Deadline): Schedule | null {
  return withinCalendar(() => scheduleBack(planOf(run, project, goal), day));
}

export function planForward(run: Run, project: Project, goal: Goal): Forecast | null {
  return withinCalendar(() => scheduleForward(planOf(run, project, goal)));
}

function planOf(run: Run, project: Project, goal: Goal): Plan {
  const { pack, asOf } = run.options;
  return {
    pack,
    calendar: run.calendar,
    route: likelyRoute(pack, project),
    goal,
    asOf,
    progress: progressIn(run, project),
    text: textsOf(project),
  };
}

const ledgersOfRuns = new WeakMap<Run, ReadonlyMap<Project, Ledger>>();

function progressIn(run: Run, project: Project): Progress {
  let ledgers = ledgersOfRuns.get(run);
  if (!ledgers) {
    ledgers = new Map(
      run.ledgers.flatMap((ledger) =>
        [...ledger.projects, ...projectsOnce(ledger)].map((each) => [each, ledger] as const),
      ),
    );
    ledgersOfRuns.set(run, ledgers);
  }
  const ledger = ledgers.get(project);
  return progressOf(project, run.options.asOf, ledger && { ledger, pack: run.options.pack });
}

function earliest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : known.reduce((a, b) => (a < b ? a : b));
}
