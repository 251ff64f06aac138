/** A row's steps worked back from its deadline, for the rules about days that have passed or are near. */
import { procedureOf, type FieldKey } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import { OutsideCalendar } from "../measure/calendar";
import type { ProcedureKey } from "../measure/procedures";
import type { Pack, Route } from "../policy/pack";
import { scheduleBack, type Goal, type ScheduledStep } from "../policy/schedule";
import { stageOf } from "./lookups";
import type { RowContext } from "./rule";
import { FIELD_OF, isOpen, likelyRoute, progressOf, stepsIn, textsOf } from "./steps";

export interface OpenStep {
  readonly step: ScheduledStep;
  readonly deadline: string;
  readonly goal: Goal;
  /** Where the deadline stands. */
  readonly source: FieldKey;
}

interface Asked {
  readonly project: Project;
  readonly pack: Pack;
  readonly asOf: string;
  readonly open: readonly OpenStep[];
}

/** What was found of a ledger's last row: the rules of one row ask one after the other. */
const lastAsked = new WeakMap<Ledger, Asked>();

/** Open steps that are not accepted yet, the most urgent first; none where nothing sets a deadline or the calendar has no data. */
export function openSteps(project: Project, context: RowContext): readonly OpenStep[] {
  const { ledger, pack, asOf } = context;
  const last = lastAsked.get(ledger);
  if (last && last.project === project && last.pack === pack && last.asOf === asOf) return last.open;
  const open = computed(project, context);
  lastAsked.set(ledger, { project, pack, asOf, open });
  return open;
}

function computed(project: Project, context: RowContext): readonly OpenStep[] {
  const { values } = project;
  if (values.startActual || !hasOpenStep(project, context.ledger)) return NONE;
  const deadlines = deadlinesOf(project, context.ledger);
  if (deadlines.length === 0) return NONE;
  const stage = stageOf(context.pack, project);
  if (stage && !stage.beforeStart) return NONE;
  const byKey = new Map<ProcedureKey, OpenStep>();
  for (const { goal, day, source } of deadlines) {
    for (const step of scheduled(project, context, goal, day)) {
      if (!isOpen(project, step.key)) continue;
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

/** Most rows of a ledger have either every step in hand or no deadline. */
function hasOpenStep(project: Project, ledger: Ledger): boolean {
  for (const key of stepsIn(ledger)) if (isOpen(project, key)) return true;
  return false;
}

interface Deadline {
  readonly goal: Goal;
  readonly day: string;
  readonly source: FieldKey;
}

/** The step's own 要求办结, and 计划开工 as far as the steps are on the sheet. */
function deadlinesOf({ values }: Project, ledger: Ledger): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  for (const key of stepsIn(ledger)) {
    const due = values[FIELD_OF[key]]?.due;
    if (due) deadlines.push({ goal: key, day: due.to, source: `proc.${key}.due` });
  }
  if (values.startPlanned) deadlines.push({ goal: "start", day: values.startPlanned.to, source: "startPlanned" });
  return deadlines;
}

const schedules = new WeakMap<RowContext, Map<string, readonly ScheduledStep[]>>();
/** Schedules remembered a rule and ledger. */
const REMEMBERED = 20_000;

/** Steps to be accepted for the deadline to hold. Rows with the same deadline and the same steps in hand share a schedule. */
function scheduled(project: Project, context: RowContext, goal: Goal, deadline: string): readonly ScheduledStep[] {
  let known = schedules.get(context);
  if (!known) schedules.set(context, (known = new Map()));
  const route = likelyRoute(context.pack, project);
  const text = textsOf(project);
  const alike = `${goal},${deadline},${route},${progressMark(project, context)},${wordsMark(context.pack, text)}`;
  let steps = known.get(alike);
  if (!steps) {
    steps = workedBack(project, context, goal, deadline, route, text);
    if (known.size < REMEMBERED) known.set(alike, steps);
  }
  return steps;
}

/** What the schedule depends on of each step that has a column. */
function progressMark({ values }: Project, { ledger, asOf }: RowContext): string {
  let mark = "";
  for (const key of stepsIn(ledger)) {
    const step = values[FIELD_OF[key]];
    if (step) {
      const finished = step.on !== undefined && step.on.to <= asOf ? "finished" : "";
      mark += `${step.state ?? ""}/${step.accepted?.from ?? ""}/${finished}/${String(step.paused ?? "")}`;
    }
    mark += ";";
  }
  return mark;
}

/** Which of the steps that are due only where a text says so the text speaks of. */
function wordsMark({ procedures }: Pack, text: string): string {
  let mark = "";
  for (const { when } of procedures) if (when.some((word) => text.includes(word))) mark += when.join("|");
  return mark;
}

function workedBack(
  project: Project,
  context: RowContext,
  goal: Goal,
  deadline: string,
  route: Route,
  text: string,
): readonly ScheduledStep[] {
  const { pack, calendar, asOf } = context;
  try {
    return scheduleBack(
      { pack, calendar, asOf, goal, route, progress: progressOf(project), text },
      deadline,
    ).steps.filter(
      ({ key, accepted, latestAcceptance, state, limit }) =>
        (context.has(FIELD_OF[key]) || goal === key) &&
        limit !== null &&
        state !== "done" &&
        accepted === null &&
        latestAcceptance !== null,
    );
  } catch (error) {
    if (error instanceof OutsideCalendar) return [];
    throw error;
  }
}

/** The columns of a finding about a step: the step's own, then where the deadline stands. */
export function fieldsOfStep({ step, source }: OpenStep): readonly FieldKey[] {
  const whole: FieldKey = `proc.${step.key}`;
  return procedureOf(source)?.key === step.key ? [source, whole] : [whole, source];
}
