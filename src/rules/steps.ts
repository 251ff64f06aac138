/** What a row says of its procedures, for rules that look at several of them. */
import { procedureOf } from "../ledger/fields";
import type { Ledger, Procedure, Project } from "../ledger/ledger";
import { PROCEDURE_KEYS, type ProcedureKey } from "../measure/procedures";
import type { ProcedureState } from "../measure/types";
import type { Pack, ProcedureStep, Route } from "../policy/pack";
import { formIn, procedureOn, type Progress, type StepProgress } from "../policy/schedule";
import { fieldsOf, isBlank, isUnread } from "./columns";
import { routeOf } from "./lookups";

type StepField = `proc.${ProcedureKey}`;

/** The name of a step's column; made once, since rules ask for it on every row. */
export const FIELD_OF = Object.fromEntries(PROCEDURE_KEYS.map((key) => [key, `proc.${key}`])) as Readonly<
  Record<ProcedureKey, StepField>
>;

const stepsOf = new WeakMap<Ledger, readonly ProcedureKey[]>();

/** The steps that a ledger has columns for. */
export function stepsIn(ledger: Ledger): readonly ProcedureKey[] {
  let steps = stepsOf.get(ledger);
  if (!steps) {
    const fields = fieldsOf(ledger);
    stepsOf.set(ledger, (steps = PROCEDURE_KEYS.filter((key) => fields.has(FIELD_OF[key]))));
  }
  return steps;
}

/** A day that is still to come is planned, whatever the column is called: the step is to be done by it. */
export function stepAsOf({ values }: Project, key: ProcedureKey, asOf: string): Procedure | undefined {
  const step = values[FIELD_OF[key]];
  if (step?.on === undefined || step.on.from <= asOf) return step;
  const { on, ...rest } = step;
  return { ...rest, state: plannedState(step), due: step.due ?? on };
}

/** What is known of a step's state on that day. */
export function stateAsOf(step: Procedure, asOf: string): ProcedureState | undefined {
  return step.on === undefined || step.on.from <= asOf ? step.state : plannedState(step);
}

/** What is planned for a day still to come is under way at most. */
function plannedState({ state }: Procedure): ProcedureState {
  return state === "doing" ? "doing" : "todo";
}

/** Finished, or not needed. */
export function isSettled(project: Project, key: ProcedureKey, asOf: string): boolean {
  const step = stepAsOf(project, key, asOf);
  if (!step) return false;
  if (step.state !== undefined) return step.state === "done" || step.state === "exempt";
  return step.on !== undefined || (step.no?.length ?? 0) > 0;
}

/** Nothing says that it is settled, and nothing there was unreadable. */
export function isOpen(project: Project, key: ProcedureKey, asOf: string): boolean {
  if (isSettled(project, key, asOf)) return false;
  if (project.unread.length === 0) return true;
  return !isUnread(project, FIELD_OF[key]);
}

/** As stated; else as the procedures say that are filled in; else 审批, the way of public money. */
export function likelyRoute(pack: Pack, project: Project): Route {
  const stated = routeOf(pack, project);
  if (stated !== null) return stated;
  if (!isBlank(project, "proc.record")) return "备案";
  return isBlank(project, "proc.approval") ? "审批" : "核准";
}

/** Where a row says which form a step takes. */
interface FormPlace {
  readonly ledger: Ledger;
  readonly pack: Pack;
}

/** For the back-schedule: each step's state and days, the last day of an interval where only a month is known. */
export function progressOf(project: Project, asOf: string, where?: FormPlace): Progress {
  const progress: Partial<Record<ProcedureKey, StepProgress>> = {};
  for (const key of PROCEDURE_KEYS) {
    const step = stepAsOf(project, key, asOf);
    const form = where && formOf(project, where.ledger, procedureOn(where.pack, key, asOf));
    if (!step && form === undefined) continue;
    progress[key] = {
      state: step?.state,
      accepted: step?.accepted?.from,
      finished: step?.on?.to,
      paused: step?.paused,
      form,
    };
  }
  return progress;
}

/** 报告书 or 报告表, as the step's own cells and headings say, or a column of the kind beside them (环评类别). */
export function formOf(project: Project, ledger: Ledger, step: ProcedureStep | null): string | undefined {
  if (!step || step.forms.length === 0) return undefined;
  const own = formColumns(ledger, step).map(({ column, heading }) => `${heading} ${cellText(project.cells[column])}`);
  return formIn(step, own.join("　"));
}

interface NamedColumn {
  readonly column: number;
  readonly heading: string;
}

const columnsOfStep = new WeakMap<Ledger, Map<ProcedureStep, readonly NamedColumn[]>>();

function formColumns(ledger: Ledger, step: ProcedureStep): readonly NamedColumn[] {
  let bySteps = columnsOfStep.get(ledger);
  if (!bySteps) columnsOfStep.set(ledger, (bySteps = new Map()));
  let columns = bySteps.get(step);
  if (!columns) {
    const names = [step.name, ...step.aliases];
    columns = [
      ...ledger.columns.filter(({ field }) => procedureOf(field)?.key === step.key),
      ...ledger.unmapped.filter(({ heading }) => names.some((name) => heading.includes(name))),
    ];
    bySteps.set(step, columns);
  }
  return columns;
}

function cellText(cell: unknown): string {
  return typeof cell === "string" ? cell : "";
}

/** Name, content and industry together, for words that decide whether a step is due. */
export function textsOf({ values }: Project): string {
  return [values.name, values.scale, values.industry].filter((text) => text !== undefined).join("　");
}
