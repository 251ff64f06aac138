/** Against the last collection: what came, what went, whose figure or stage has changed. */
import type { Ledger, Project } from "../../../ledger/ledger";

export interface State {
  readonly name: string;
  readonly stage: string | null;
  /** 万元. */
  readonly wan: number | null;
}

export interface Change {
  readonly kind: "新增" | "减少" | "阶段变动" | "投资变动";
  readonly name: string;
  readonly before: State | null;
  readonly now: State | null;
}

export function statesOf(ledgers: readonly Ledger[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of ledger.projects) if (!states.has(project.key)) states.set(project.key, stateOf(project));
  }
  return states;
}

function stateOf({ values }: Project): State {
  return { name: values.name ?? "", stage: values.stage ?? null, wan: values.totalInvestment?.wan ?? null };
}

/** A project without a code that was renamed or handed over counts as gone and come. */
export function changesSince(before: ReadonlyMap<string, State>, now: ReadonlyMap<string, State>): Change[] {
  const changes: Change[] = [];
  for (const [key, state] of now) {
    const old = before.get(key);
    if (!old) changes.push({ kind: "新增", name: state.name, before: null, now: state });
    else if (old.stage !== state.stage) changes.push({ kind: "阶段变动", name: state.name, before: old, now: state });
    else if (old.wan !== state.wan) changes.push({ kind: "投资变动", name: state.name, before: old, now: state });
  }
  for (const [key, old] of before)
    if (!now.has(key)) changes.push({ kind: "减少", name: old.name, before: old, now: null });
  return changes;
}
