/** A row's steps worked back from its deadline, for the rules about days that have passed or are near. */
import { procedureOf, type FieldKey } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import { withinCalendar, type Calendar } from "../measure/calendar";
import { addDays } from "../measure/dayNumber";
import type { ProcedureKey } from "../measure/procedures";
import type { Pack, Route } from "../policy/pack";
import {
  scheduleBack,
  type Goal,
  type Limit,
  type Plan,
  type Progress,
  type ScheduledStep,
  type StepProgress,
} from "../policy/schedule";
import { stageOf } from "./lookups";
import type { RowContext } from "./rule";
import { FIELD_OF, formOf, isOpen, likelyRoute, progressOf, stepAsOf, stepsIn, textsOf } from "./steps";

export interface OpenStep {
  readonly step: ScheduledStep;
  readonly deadline: string;
  readonly goal: Goal;
  /** Where the deadline stands. */
  readonly source: FieldKey;
}

/** What was worked out for one ledger under one pack, calendar and day; its rows ask for much that is the same. */
interface Known {
  readonly pack: Pack;
  readonly calendar: Calendar;
  readonly asOf: string;
  /** By goal, deadline and what the row has in hand. */
  readonly schedules: Map<string, readonly ScheduledStep[]>;
  /** By the day that a rule looks up to. */
  readonly horizons: Horizon[];
  /** Whether the sheet says for how long a clock stood still: a step is then longer than any schedule without it. */
  readonly stoodStill: boolean;
  /** The ledger's last row: the rules of one row ask one after the other. */
  last: Asked | null;
}

interface Asked {
  readonly project: Project;
  readonly deadlines: readonly Deadline[];
  /** Its route and what it has in hand, once asked for. */
  progress: string | null;
  /** All that its schedules depend on, once asked for. */
  mark: string | null;
  /** Worked out when a deadline is near enough for a rule to ask. */
  open: readonly OpenStep[] | null;
}

const knownOf = new WeakMap<Ledger, Known>();

/**
 * For the rows of a ledger: open steps that are not accepted yet, the most urgent first; none where nothing sets a
 * deadline or the calendar has no data. Complete where any step's last day lies before or on `until`; where none can, it
 * may be empty.
 */
export function openStepsUntil(until: string, context: RowContext): (project: Project) => readonly OpenStep[] {
  const known = knownIn(context);
  const horizon = horizonOf(known, until, context);
  const isPlainlyFar = plainlyFar(horizon, context);
  return (project) => {
    if (isPlainlyFar(project)) return NONE;
    let { last } = known;
    if (last?.project !== project) {
      const deadlines = waitedFor(project, context);
      known.last = last = { project, deadlines, progress: null, mark: null, open: null };
    }
    if (last.open) return last.open;
    for (const deadline of last.deadlines) {
      if (isFar(last, context, known, deadline, horizon)) continue;
      last.open = computed(last, context, known);
      return last.open;
    }
    return NONE;
  };
}

function knownIn({ ledger, pack, calendar, asOf }: RowContext): Known {
  let known = knownOf.get(ledger);
  if (known?.pack !== pack || known.calendar !== calendar || known.asOf !== asOf) {
    const stoodStill = ledger.columns.some(({ field }) => procedureOf(field)?.part === "paused");
    known = { pack, calendar, asOf, schedules: new Map(), horizons: [], stoodStill, last: null };
    knownOf.set(ledger, known);
  }
  return known;
}

/** Whether a row has no deadline, or only such as were found to be far for any row: most rows, at the cost of a look. */
function plainlyFar(horizon: Horizon, { asOf, ledger }: RowContext): (project: Project) => boolean {
  const ofStart = reachIn(horizon.ofAny, "start", horizon);
  const ofSteps = stepsIn(ledger).map((key) => ({ key, reach: reachIn(horizon.ofAny, key, horizon) }));
  return (project) => {
    const { startPlanned } = project.values;
    if (startPlanned && startPlanned.to < ofStart.far) return false;
    for (const { key, reach } of ofSteps) {
      const due = stepAsOf(project, key, asOf)?.due;
      if (due && due.to < reach.far) return false;
    }
    return true;
  };
}

/** The deadlines of a project that has not started and has a step in hand. */
function waitedFor(project: Project, { asOf, pack, ledger }: RowContext): readonly Deadline[] {
  if (project.values.startActual || stageOf(pack, project)?.beforeStart === false) return NONE;
  return hasOpenStep(project, ledger, asOf) ? deadlinesOf(project, ledger, asOf) : NONE;
}

/**
 * Whether no step can have its last day up to the horizon: at first of any row, were nothing in hand and every step due;
 * then of the rows that have the same in hand, whatever their texts say; then of those that are scheduled as this one.
 */
function isFar(asked: Asked, context: RowContext, known: Known, deadline: Deadline, horizon: Horizon): boolean {
  const { goal, day } = deadline;
  const ofAny = reachIn(horizon.ofAny, goal, horizon);
  const isFarForAny = known.stoodStill ? false : stands(ofAny, day);
  if (isFarForAny ?? settled(ofAny, horizon, day, earliestOfAny(goal, day, context))) return true;

  const ofProgress = reachIn(horizon.ofProgress, `${goal},${progressOfRow(asked, context)}`, horizon);
  const isFarForProgress = stands(ofProgress, day);
  if (isFarForProgress ?? settled(ofProgress, horizon, day, earliestOfProgress(asked.project, goal, day, context)))
    return true;

  const ofAlike = reachIn(horizon.ofAlike, `${goal},${markOf(asked, context)}`, horizon);
  const isFarForAlike = stands(ofAlike, day);
  return isFarForAlike ?? settled(ofAlike, horizon, day, earliestIn(scheduled(asked, context, known, goal, day), day));
}

/** Deadlines from `far` on leave every step a last day behind the horizon; up to `near` they do not. */
interface Reach {
  far: string;
  near: string;
}

interface Horizon {
  readonly until: string;
  /** The first day for which the calendar has no data: nothing is worked back from there. */
  readonly beyond: string;
  readonly ofAny: Map<string, Reach>;
  /** By goal, route and what a row has in hand. */
  readonly ofProgress: Map<string, Reach>;
  /** By goal and all that a schedule depends on. */
  readonly ofAlike: Map<string, Reach>;
}

function horizonOf({ horizons, stoodStill }: Known, until: string, context: RowContext): Horizon {
  for (const known of horizons) if (known.until === until) return known;
  const horizon = {
    until,
    beyond: addDays(context.calendar.through, 1),
    // Where clocks stood still, a step may take longer than in any other ledger.
    ofAny: stoodStill ? new Map<string, Reach>() : reachesOfAny(context, until),
    ofProgress: new Map<string, Reach>(),
    ofAlike: new Map<string, Reach>(),
  };
  horizons.push(horizon);
  return horizon;
}

interface ReachesOfAny {
  readonly calendar: Calendar;
  /** By the day of the check and the day that is looked up to. */
  readonly byDays: Map<string, Map<string, Reach>>;
}

const reachesUnder = new WeakMap<Pack, ReachesOfAny>();

/** What holds for any row holds for every ledger under the pack: hundreds of files ask for it. */
function reachesOfAny({ pack, calendar, asOf }: RowContext, until: string): Map<string, Reach> {
  let known = reachesUnder.get(pack);
  if (known?.calendar !== calendar) reachesUnder.set(pack, (known = { calendar, byDays: new Map() }));
  const days = `${asOf} ${until}`;
  let reaches = known.byDays.get(days);
  if (!reaches) known.byDays.set(days, (reaches = new Map<string, Reach>()));
  return reaches;
}

function reachIn(reaches: Map<string, Reach>, of: string, { beyond }: Horizon): Reach {
  let reach = reaches.get(of);
  if (!reach) reaches.set(of, (reach = { far: beyond, near: "" }));
  return reach;
}

/** The later the deadline, the later each step: few of many deadlines need to be worked back. Null where this one does. */
function stands({ far, near }: Reach, deadline: string): boolean | null {
  if (deadline >= far) return true;
  return deadline <= near ? false : null;
}

function settled(reach: Reach, { until }: Horizon, deadline: string, earliest: string): boolean {
  const isFar = earliest > until;
  if (isFar) reach.far = deadline;
  else reach.near = deadline;
  return isFar;
}

function earliestIn(steps: readonly ScheduledStep[], deadline: string): string {
  let earliest = deadline;
  for (const { latestAcceptance } of steps)
    if (latestAcceptance !== null && latestAcceptance < earliest) earliest = latestAcceptance;
  return earliest;
}

/** Calendar days that a unit of a limit may come to at most, for telling which of a step's forms takes longest. */
const MOST_DAYS = { day: 1, workday: 2, month: 31 } as const;

/** Every step in the form that takes longest. */
function longestForms({ procedures }: Pack): Progress {
  const progress: Partial<Record<ProcedureKey, StepProgress>> = {};
  for (const { key, limit, forms } of procedures) {
    let longest = mostDays(limit);
    for (const form of forms) {
      if (mostDays(form.limit) <= longest) continue;
      longest = mostDays(form.limit);
      progress[key] = { form: form.name };
    }
  }
  return progress;
}

function mostDays(limit: Limit | null): number {
  return limit === null ? 0 : limit.count * MOST_DAYS[limit.unit];
}

function earliestOfAny(goal: Goal, deadline: string, context: RowContext): string {
  const progress = longestForms(context.pack);
  return ROUTES.map((route) => earliestOf({ goal, route, progress }, deadline, context)).reduce((one, other) =>
    one < other ? one : other,
  );
}

/** With the row's own progress, were each step of the longest form and every step due that depends on the texts. */
function earliestOfProgress(project: Project, goal: Goal, deadline: string, context: RowContext): string {
  const progress: Partial<Record<ProcedureKey, StepProgress>> = { ...longestForms(context.pack) };
  for (const [key, own] of Object.entries(progressOf(project, context.asOf)) as [ProcedureKey, StepProgress][])
    progress[key] = { ...own, form: progress[key]?.form };
  return earliestOf({ goal, route: likelyRoute(context.pack, project), progress }, deadline, context);
}

/** The earliest last day of any step, were every step due that depends on a text. */
function earliestOf(plan: Pick<Plan, "goal" | "route" | "progress">, deadline: string, context: RowContext): string {
  const { pack, calendar, asOf } = context;
  const text = pack.procedures.flatMap(({ when }) => when).join("　");
  const schedule = withinCalendar(() => scheduleBack({ ...plan, pack, calendar, asOf, text }, deadline));
  // Beyond the calendar's data nothing is known to be far.
  return schedule === null ? "" : earliestIn(schedule.steps, deadline);
}

function computed(asked: Asked, context: RowContext, known: Known): readonly OpenStep[] {
  const byKey = new Map<ProcedureKey, OpenStep>();
  for (const { goal, day, source } of asked.deadlines) {
    for (const step of scheduled(asked, context, known, goal, day)) {
      if (!isOpen(asked.project, step.key, context.asOf)) continue;
      const other = byKey.get(step.key);
      if (!other || (step.latestAcceptance ?? "") < (other.step.latestAcceptance ?? ""))
        byKey.set(step.key, { step, deadline: day, goal, source });
    }
  }
  return [...byKey.values()].sort((a, b) =>
    (a.step.latestAcceptance ?? "") < (b.step.latestAcceptance ?? "") ? -1 : 1,
  );
}

const NONE: readonly never[] = [];
const ROUTES: readonly Route[] = ["审批", "核准", "备案"];

/** Most rows of a ledger have either every step in hand or no deadline. */
function hasOpenStep(project: Project, ledger: Ledger, asOf: string): boolean {
  for (const key of stepsIn(ledger)) if (isOpen(project, key, asOf)) return true;
  return false;
}

interface Deadline {
  readonly goal: Goal;
  readonly day: string;
  readonly source: FieldKey;
}

/** The step's own 要求办结, and 计划开工 as far as the steps are on the sheet. */
function deadlinesOf(project: Project, ledger: Ledger, asOf: string): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  for (const key of stepsIn(ledger)) {
    const due = stepAsOf(project, key, asOf)?.due;
    if (due) deadlines.push({ goal: key, day: due.to, source: `proc.${key}.due` });
  }
  const { startPlanned } = project.values;
  if (startPlanned) deadlines.push({ goal: "start", day: startPlanned.to, source: "startPlanned" });
  return deadlines;
}

/** Schedules remembered a ledger. */
const REMEMBERED = 20_000;

/** Steps to be accepted for the deadline to hold. Rows with the same deadline and the same steps in hand share a schedule. */
function scheduled(
  asked: Asked,
  context: RowContext,
  { schedules }: Known,
  goal: Goal,
  deadline: string,
): readonly ScheduledStep[] {
  const alike = `${goal},${deadline},${markOf(asked, context)}`;
  let steps = schedules.get(alike);
  if (!steps) {
    steps = workedBack(asked.project, context, goal, deadline);
    if (schedules.size < REMEMBERED) schedules.set(alike, steps);
  }
  return steps;
}

/** Rows with the same mark have the same schedule for the same deadline. */
function markOf(asked: Asked, context: RowContext): string {
  asked.mark ??= `${progressOfRow(asked, context)}${String(wordsMark(asked.project, context.pack))}${formsMark(asked.project, context)}`;
  return asked.mark;
}

function progressOfRow(asked: Asked, context: RowContext): string {
  asked.progress ??= `${likelyRoute(context.pack, asked.project)}${progressMark(asked.project, context)};`;
  return asked.progress;
}

/** What the schedule depends on of each step that has a column. */
function progressMark(project: Project, { ledger, asOf }: RowContext): string {
  let mark = "";
  for (const key of stepsIn(ledger)) {
    const step = stepAsOf(project, key, asOf);
    mark += ";";
    if (!step) continue;
    if (step.state !== undefined) mark += step.state;
    if (step.on !== undefined && step.on.to <= asOf) mark += "finished";
    if (step.accepted !== undefined) mark += step.accepted.from;
    if (step.paused !== undefined) mark += `/${String(step.paused)}`;
  }
  return mark;
}

/** Which form each step takes that has several: its days differ. */
function formsMark(project: Project, { pack, ledger }: RowContext): string {
  let mark = "";
  for (const step of pack.procedures) if (step.forms.length > 0) mark += `,${formOf(project, ledger, step) ?? ""}`;
  return mark;
}

/** Which of the steps that are due only where a text says so the row's texts speak of; one bit each. */
function wordsMark({ values }: Project, { procedures }: Pack): number {
  let mark = 0;
  let bit = 1;
  for (const { when } of procedures) {
    if (when.length === 0) continue;
    if (speaksOf(values.name, when) || speaksOf(values.scale, when) || speaksOf(values.industry, when)) mark += bit;
    bit *= 2;
  }
  return mark;
}

function speaksOf(text: string | undefined, words: readonly string[]): boolean {
  if (text === undefined) return false;
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

function workedBack(project: Project, context: RowContext, goal: Goal, deadline: string): readonly ScheduledStep[] {
  const { pack, calendar, asOf } = context;
  const route = likelyRoute(pack, project);
  const text = textsOf(project);
  const progress = progressOf(project, asOf, { ledger: context.ledger, pack });
  const schedule = withinCalendar(() => scheduleBack({ pack, calendar, asOf, goal, route, progress, text }, deadline));
  if (schedule === null) return [];
  return schedule.steps.filter(
    ({ key, accepted, latestAcceptance, state, limit }) =>
      (context.has(FIELD_OF[key]) || goal === key) &&
      limit !== null &&
      state !== "done" &&
      accepted === null &&
      latestAcceptance !== null,
  );
}

/** The columns of a finding about a step: the step's own, then where the deadline stands. */
export function fieldsOfStep({ step, source }: OpenStep): readonly FieldKey[] {
  const whole: FieldKey = `proc.${step.key}`;
  return procedureOf(source)?.key === step.key ? [source, whole] : [whole, source];
}
