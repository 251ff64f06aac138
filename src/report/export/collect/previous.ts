/** Against the last collection: what came, what went, whose figure or stage has changed. */
import type { Ledger, Project } from "../../../ledger/ledger";
import { projectsOnce } from "../../../ledger/together";
import type { Pack } from "../../../policy/pack";
import { findStage } from "../../../policy/recognise";

export interface State {
  readonly name: string;
  readonly stage: string | null;
  /** 万元. */
  readonly wan: number | null;
}

export interface Change {
  readonly kind: "新增" | "减少" | "更名" | "阶段变动" | "投资变动" | "补填投资" | "投资漏填";
  readonly name: string;
  readonly before: State | null;
  readonly now: State | null;
  /** The project stands in both collections, in more rows of the one than of the other. */
  readonly again: boolean;
}

/** By key how every row stands, in their order: the sums count rows, and a project may stand in several. */
export type States = ReadonlyMap<string, readonly State[]>;

export function statesOf(ledgers: readonly Ledger[]): States {
  const states = new Map<string, State[]>();
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of projectsOnce(ledger)) addStates(states, project.key, [stateOf(project)]);
  }
  return states;
}

export function addStates(states: Map<string, State[]>, key: string, more: readonly State[]): void {
  const known = states.get(key);
  if (!known) states.set(key, [...more]);
  else for (const state of more) known.push(state);
}

function stateOf({ values }: Project): State {
  return { name: values.name ?? "", stage: values.stage ?? null, wan: values.totalInvestment?.wan ?? null };
}

/** A project without a code that was renamed or handed over counts as gone and come; stages bear the pack's names. */
export function changesSince(former: States, present: States, pack: Pack): Change[] {
  const [before, now] = [staged(former, pack), staged(present, pack)];
  const changes: Change[] = [];
  const gone: Change[] = [];
  for (const [key, states] of now) {
    const old = before.get(key) ?? [];
    const { pairs, came, left } = paired(old, states);
    for (const pair of pairs) changes.push(...changed(pair));
    for (const state of came)
      changes.push({ kind: "新增", name: state.name, before: null, now: state, again: old.length > 0 });
    for (const state of left) gone.push({ kind: "减少", name: state.name, before: state, now: null, again: true });
  }
  for (const [key, states] of before) {
    if (now.has(key)) continue;
    for (const state of states) gone.push({ kind: "减少", name: state.name, before: state, now: null, again: false });
  }
  return [...changes, ...gone];
}

/** 「在建」 then and 「施工」 now are one stage. */
function staged(states: States, pack: Pack): States {
  const names = new Map<string, string>();
  const nameOf = (written: string): string => {
    let name = names.get(written);
    if (name === undefined) names.set(written, (name = findStage(pack, written)?.name ?? written));
    return name;
  };
  return new Map(
    [...states].map(([key, list]) => [
      key,
      list.map((state) => ({ ...state, stage: state.stage === null ? null : nameOf(state.stage) })),
    ]),
  );
}

interface Pair {
  readonly before: State;
  readonly now: State;
}

/** Each kind of change is counted for itself: a project that moves on and grows is one of both. */
function changed({ before, now }: Pair): Change[] {
  const change = { name: now.name, before, now, again: false };
  return [
    ...(bare(before) === bare(now) ? [] : [{ ...change, kind: "更名" as const }]),
    ...(before.stage === now.stage ? [] : [{ ...change, kind: "阶段变动" as const }]),
    ...(before.wan === now.wan ? [] : [{ ...change, kind: moneyKind(before, now) }]),
  ];
}

/** What was not filled in before, or is not any more, has not changed by all of it. */
function moneyKind(before: State, now: State): Change["kind"] {
  if (before.wan === null) return "补填投资";
  return now.wan === null ? "投资漏填" : "投资变动";
}

/** A name without marks and blanks: 「★西沟水库（一期）」 is 「西沟水库(一期)」. */
function bare({ name }: State): string {
  return name.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

interface Paired {
  readonly pairs: readonly Pair[];
  readonly came: readonly State[];
  readonly left: readonly State[];
}

/** What two rows must share to be the same one, the most first; what is left over goes by its order. */
const LIKENESS: readonly ((state: State) => string)[] = [
  (state) => JSON.stringify([bare(state), state.stage, state.wan]),
  (state) => JSON.stringify([bare(state), state.stage]),
  (state) => JSON.stringify([bare(state), state.wan]),
  bare,
  ({ stage, wan }) => JSON.stringify([stage, wan]),
  ({ stage }) => stage ?? "",
  ({ wan }) => String(wan),
  () => "",
];

function paired(before: readonly State[], now: readonly State[]): Paired {
  let [left, came] = [before, now];
  const pairs: Pair[] = [];
  for (const likenessOf of LIKENESS) {
    if (left.length === 0 || came.length === 0) break;
    const waiting = new Map<string, State[]>();
    // The last first, so that the first is taken off the end.
    for (const old of [...left].reverse()) {
      const alike = waiting.get(likenessOf(old));
      if (alike) alike.push(old);
      else waiting.set(likenessOf(old), [old]);
    }
    const taken = new Set<State>();
    came = came.filter((state) => {
      const old = waiting.get(likenessOf(state))?.pop();
      if (!old) return true;
      taken.add(old);
      pairs.push({ before: old, now: state });
      return false;
    });
    left = left.filter((old) => !taken.has(old));
  }
  return { pairs, came, left };
}
