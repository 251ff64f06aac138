/** The procedure graph against a day: back from a deadline (what must be accepted by when), and forward from today (when it would end). */
import type { Calendar } from "../measure/calendar";
import { addDays, addMonths } from "../measure/dayNumber";
import type { ProcedureKey } from "../measure/procedures";
import type { ProcedureState } from "../measure/types";
import { isInForce } from "./load";
import type { Pack, ProcedureStep, Route } from "./pack";

/** What is known of one step of a project; days as YYYY-MM-DD. */
export interface StepProgress {
  readonly state?: ProcedureState | undefined;
  readonly accepted?: string | undefined;
  readonly finished?: string | undefined;
  /** Days for which the clock stood still, in the unit of the limit. */
  readonly paused?: number | undefined;
  /** Which of the step's forms it takes (报告表), where the ledger says. */
  readonly form?: string | undefined;
}

export type Progress = Readonly<Partial<Record<ProcedureKey, StepProgress>>>;

/** What is to be reached: 立项 (the route's own steps), the start of works, or one step. */
export type Goal = "setUp" | "start" | ProcedureKey;

export interface Plan {
  readonly pack: Pack;
  readonly calendar: Calendar;
  readonly route: Route;
  readonly goal: Goal;
  readonly asOf: string;
  readonly progress?: Progress;
  /** The project's words, for steps that are due only where a text says so (危化 … for safety). */
  readonly text?: string;
}

export type Limit = NonNullable<ProcedureStep["limit"]>;

export interface ScheduledStep {
  readonly key: ProcedureKey;
  readonly name: string;
  readonly department: string;
  /** Null: not known; the step then counts as no time at all, which is too kind. */
  readonly limit: Limit | null;
  readonly state: "done" | "doing" | "todo";
  readonly accepted: string | null;
  /** Last day on which it may be accepted for the deadline to hold; for a step that is done, null. */
  readonly latestAcceptance: string | null;
  readonly latestFinish: string | null;
  /** Not accepted yet, and the day for it has passed. */
  readonly tooLate: boolean;
  /** What has to be in hand before it is accepted. */
  readonly after: readonly ProcedureKey[];
}

export interface Schedule {
  readonly deadline: string;
  /** In the order of work: what comes first stands first. */
  readonly steps: readonly ScheduledStep[];
  readonly tooLate: boolean;
  /** Working days left after asOf up to and including the deadline. */
  readonly workdaysLeft: number;
}

export interface ForecastStep {
  readonly key: ProcedureKey;
  readonly accepted: string;
  readonly finished: string;
}

export interface Forecast {
  readonly steps: readonly ForecastStep[];
  /** The day on which the last step would be done. */
  readonly ends: string;
}

/** The steps by which a project of each route is set up (立项). */
const SET_UP: Readonly<Record<Route, readonly ProcedureKey[]>> = {
  审批: ["proposal", "feasibility"],
  核准: ["approval"],
  备案: ["record"],
};

/** Works back from the deadline; steps on parallel branches run in parallel. Throws OutsideCalendar beyond the calendar's data. */
export function scheduleBack(plan: Plan, deadline: string): Schedule {
  const graph = graphOf(plan);
  const latestFinish = new Map<ProcedureKey, string>();
  for (const key of graph.ends) latestFinish.set(key, deadline);
  const steps: ScheduledStep[] = [];

  // From the last step to the first, so that every step knows what waits for it.
  for (const key of [...graph.order].reverse()) {
    const step = graph.step(key);
    const by = latestFinish.get(key) ?? deadline;
    const state = stateOf(plan, key);
    const accepted = plan.progress?.[key]?.accepted ?? null;
    const limit = limitOf(step, plan.progress?.[key]?.form);
    const latestAcceptance =
      state === "done" ? null : minusLimit(plan.calendar, by, limit, plan.progress?.[key]?.paused);
    const after = graph.before(key);
    if (latestAcceptance !== null) for (const before of after) bringForward(latestFinish, before, latestAcceptance);
    const tooLate = latestAcceptance !== null && accepted === null && latestAcceptance < plan.asOf;
    const { name, department } = step;
    steps.push({
      key,
      name,
      department,
      limit,
      state,
      accepted,
      latestAcceptance,
      latestFinish: state === "done" ? null : by,
      tooLate,
      after,
    });
  }
  steps.reverse();
  return {
    deadline,
    steps,
    tooLate: steps.some((step) => step.tooLate),
    workdaysLeft: plan.calendar.between(plan.asOf, deadline),
  };
}

/** When each open step would be done if everything that can begin today began today, each taking its whole limit. */
export function scheduleForward(plan: Plan): Forecast {
  const graph = graphOf(plan);
  const finished = new Map<ProcedureKey, string>();
  const steps: ForecastStep[] = [];
  for (const key of graph.order) {
    const progress = plan.progress?.[key];
    if (stateOf(plan, key) === "done") {
      finished.set(key, progress?.finished ?? plan.asOf);
      continue;
    }
    const ready = latest([plan.asOf, ...graph.before(key).map((before) => finished.get(before) ?? plan.asOf)]);
    const accepted = progress?.accepted ?? ready;
    const limit = limitOf(graph.step(key), progress?.form);
    const end = latest([plan.asOf, plusLimit(plan.calendar, accepted, limit, progress?.paused)]);
    finished.set(key, end);
    steps.push({ key, accepted, finished: end });
  }
  return { steps, ends: latest([plan.asOf, ...graph.ends.map((key) => finished.get(key) ?? plan.asOf)]) };
}

/** The pack's entry for a step on a day; where an old and a new one stand side by side, the one in force. */
export function procedureOn(pack: Pack, key: ProcedureKey, asOf: string): ProcedureStep | null {
  const entries = pack.procedures.filter((step) => step.key === key);
  return entries.find((step) => isInForce(step, asOf)) ?? entries[0] ?? null;
}

/** The time that a step takes in one of its forms; without one, or in one that the pack does not know, its own. */
export function limitOf({ forms, limit }: ProcedureStep, form?: string): Limit | null {
  const known = forms.find(({ name }) => name === form);
  return known ? known.limit : limit;
}

/** The form that a text names; undefined where it names none or several. */
export function formIn({ forms }: ProcedureStep, text: string): string | undefined {
  const named = forms.filter(({ name }) => text.includes(name));
  return named.length === 1 ? named[0]?.name : undefined;
}

/** Last day for a step that was accepted on a day; null where its limit is not known. */
export function dueDay(calendar: Calendar, accepted: string, limit: Limit | null, paused = 0): string | null {
  return limit === null ? null : plusLimit(calendar, accepted, limit, paused);
}

interface Graph {
  /** Every step that the goal needs, what comes before standing before. */
  readonly order: readonly ProcedureKey[];
  readonly ends: readonly ProcedureKey[];
  readonly before: (key: ProcedureKey) => readonly ProcedureKey[];
  readonly step: (key: ProcedureKey) => ProcedureStep;
}

function graphOf(plan: Plan): Graph {
  const steps = new Map<ProcedureKey, ProcedureStep>();
  for (const { key } of plan.pack.procedures) {
    const step = procedureOn(plan.pack, key, plan.asOf);
    if (step && applies(step, plan)) steps.set(key, step);
  }
  const edges = plan.pack.edges.filter(({ routes }) => routes.includes(plan.route));
  const before = (key: ProcedureKey | "start"): ProcedureKey[] =>
    edges.filter((edge) => edge.after === key && steps.has(edge.before)).map((edge) => edge.before);
  const ends = endsOf(plan, before).filter((key) => steps.has(key));

  const order: ProcedureKey[] = [];
  const visit = (key: ProcedureKey): void => {
    if (order.includes(key)) return;
    // What a step that is done once waited for no longer matters.
    if (stateOf(plan, key) !== "done") before(key).forEach(visit);
    order.push(key);
  };
  ends.forEach(visit);
  return {
    order,
    ends,
    before: (key) => before(key).filter((each) => order.includes(each)),
    step(key) {
      const step = steps.get(key);
      if (!step) throw new Error(`Step ${key} is not in the graph of route ${plan.route}.`);
      return step;
    },
  };
}

function endsOf({ goal, route }: Plan, before: (key: "start") => ProcedureKey[]): readonly ProcedureKey[] {
  if (goal === "setUp") return SET_UP[route];
  return goal === "start" ? before("start") : [goal];
}

function applies(step: ProcedureStep, { route, text = "", progress }: Plan): boolean {
  if (!step.routes.includes(route) || progress?.[step.key]?.state === "exempt") return false;
  return step.when.length === 0 || step.when.some((word) => text.includes(word));
}

function stateOf({ progress, asOf }: Plan, key: ProcedureKey): ScheduledStep["state"] {
  const known = progress?.[key];
  if (known?.state === "done" || (known?.finished !== undefined && known.finished <= asOf)) return "done";
  return known?.state === "doing" || known?.accepted !== undefined ? "doing" : "todo";
}

function bringForward(days: Map<ProcedureKey, string>, key: ProcedureKey, day: string): void {
  const known = days.get(key);
  if (known === undefined || day < known) days.set(key, day);
}

function latest(days: readonly string[]): string {
  return days.reduce((a, b) => (a > b ? a : b));
}

function plusLimit(calendar: Calendar, from: string, limit: Limit | null, paused = 0): string {
  return limit === null ? from : shift(calendar, from, limit.unit, limit.count + paused);
}

function minusLimit(calendar: Calendar, from: string, limit: Limit | null, paused = 0): string {
  return limit === null ? from : shift(calendar, from, limit.unit, -(limit.count + paused));
}

/** Working days by the calendar; days and months as they are written, never converted. */
function shift(calendar: Calendar, from: string, unit: Limit["unit"], count: number): string {
  if (unit === "workday") return calendar.add(from, count);
  return unit === "day" ? addDays(from, count) : addMonths(from, count);
}
