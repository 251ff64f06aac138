/** A row's steps worked back from its deadline, for the rules about days that have passed or are near. */
import { procedureOf, type FieldKey } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import { OutsideCalendar } from "../measure/calendar";
import { PROCEDURE_KEYS, type ProcedureKey } from "../measure/procedures";
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

const remembered = new WeakMap<RowContext["ledger"], Map<Project, readonly OpenStep[]>>();

/** Open steps that are not accepted yet, the most urgent first; none where nothing sets a deadline or the calendar has no data. */
export function openSteps(project: Project, context: RowContext): readonly OpenStep[] {
  if (!mayHaveDeadline(project, context.ledger)) return [];
  let known = remembered.get(context.ledger);
  if (!known) remembered.set(context.ledger, (known = new Map()));
  const found = known.get(project) ?? computed(project, context);
  known.set(project, found);
  return found;
}

function mayHaveDeadline({ values }: Project, ledger: Ledger): boolean {
  if (values.startActual) return false;
  if (values.startPlanned) return true;
  for (const key of stepsIn(ledger)) if (values[FIELD_OF[key]]?.due) return true;
  return false;
}

function computed(project: Project, context: RowContext): readonly OpenStep[] {
  const stage = stageOf(context.pack, project);
  if (stage && !stage.beforeStart) return [];
  const open = deadlinesOf(project).flatMap(({ goal, day, source }) => stepsFor(project, context, goal, day, source));
  const byKey = new Map<ProcedureKey, OpenStep>();
  for (const each of open) {
    const other = byKey.get(each.step.key);
    if (!other || (each.step.latestAcceptance ?? "") < (other.step.latestAcceptance ?? ""))
      byKey.set(each.step.key, each);
  }
  return [...byKey.values()].sort((a, b) =>
    (a.step.latestAcceptance ?? "") < (b.step.latestAcceptance ?? "") ? -1 : 1,
  );
}

/** The step's own 要求办结, and 计划开工 as far as the steps are on the sheet. */
function deadlinesOf({ values }: Project): { goal: Goal; day: string; source: FieldKey }[] {
  const deadlines: { goal: Goal; day: string; source: FieldKey }[] = [];
  for (const key of PROCEDURE_KEYS) {
    const due = values[`proc.${key}`]?.due;
    if (due) deadlines.push({ goal: key, day: due.to, source: `proc.${key}.due` });
  }
  if (values.startPlanned) deadlines.push({ goal: "start", day: values.startPlanned.to, source: "startPlanned" });
  return deadlines;
}

function stepsFor(project: Project, context: RowContext, goal: Goal, deadline: string, source: FieldKey): OpenStep[] {
  const { pack, calendar, asOf } = context;
  const plan = {
    pack,
    calendar,
    asOf,
    goal,
    route: likelyRoute(pack, project),
    progress: progressOf(project),
    text: textsOf(project),
  };
  try {
    return scheduleBack(plan, deadline)
      .steps.filter(({ key, accepted, latestAcceptance, state, limit }) => {
        const isKnown = context.has(`proc.${key}`) || goal === key;
        return (
          isKnown &&
          limit !== null &&
          state !== "done" &&
          accepted === null &&
          latestAcceptance !== null &&
          isOpen(project, key)
        );
      })
      .map((step) => ({ step, deadline, goal, source }));
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
