/** A pane's one collection: what it was told, how far it is, what came of it. It goes on while other pages are in front and ends with its pane. */
import { isLedgerName } from "../../src/report/export/collect/ledgerName";
import { Cancelled } from "../slices";
import type { CollectAsk, CollectOutcome, CollectProgress, Picked } from "./collectFiles";
import { startCollecting, type Collecting } from "./crew";

export type Work =
  | { readonly is: "none" }
  | { readonly is: "nothing" }
  | { readonly is: "reading"; readonly progress: CollectProgress; readonly seconds: number }
  | { readonly is: "stopped"; readonly done: number }
  | { readonly is: "failed"; readonly why: string }
  | { readonly is: "done"; readonly outcome: CollectOutcome };

/** What the command line knows as --previous, --roster and --due. */
export interface Beside {
  readonly previous: File | null;
  readonly roster: File | null;
  /** YYYY-MM-DD. */
  readonly due: string | null;
}

export interface Desk {
  readonly work: Work;
  readonly beside: Beside;
}

export interface CollectDesk {
  readonly now: () => Desk;
  readonly subscribe: (listener: () => void) => () => void;
  readonly put: (beside: Partial<Beside>) => void;
  /** `unseen` hears of an end that no page was there to show. */
  readonly begin: (
    files: readonly File[],
    ask: Pick<CollectAsk, "pack" | "asOf" | "locale">,
    unseen: () => void,
  ) => void;
  readonly stop: () => void;
}

const desks = new WeakMap<AbortSignal, CollectDesk>();

/** The desk of the pane whose life this is. */
export function collectDesk(life: AbortSignal): CollectDesk {
  let desk = desks.get(life);
  if (!desk) desks.set(life, (desk = newDesk(life)));
  return desk;
}

function newDesk(life: AbortSignal): CollectDesk {
  const listeners = new Set<() => void>();
  let desk: Desk = { work: { is: "none" }, beside: { previous: null, roster: null, due: null } };
  let collecting: Collecting | null = null;
  const set = (change: Partial<Desk>): void => {
    desk = { ...desk, ...change };
    for (const listener of listeners) listener();
  };
  life.addEventListener("abort", () => collecting?.stop());
  return {
    now: () => desk,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put: (beside) => set({ beside: { ...desk.beside, ...beside } }),
    stop: () => collecting?.stop(),
    begin(files, ask, unseen) {
      const picked = pickedOf(files);
      if (picked.length === 0) {
        set({ work: { is: "nothing" } });
        return;
      }
      const since = performance.now();
      let progress: CollectProgress = { done: 0, of: picked.length, path: null };
      set({ work: { is: "reading", progress, seconds: 0 } });
      collecting = startCollecting({ ...ask, ...besideOf(desk.beside), picked }, (next) => {
        progress = next;
        set({ work: { is: "reading", progress, seconds: (performance.now() - since) / 1000 } });
      });
      const end = (work: Work): void => {
        set({ work });
        if (listeners.size === 0 && !life.aborted) unseen();
      };
      collecting.outcome.then(
        (outcome) => end({ is: "done", outcome }),
        (error: unknown) => end(endOf(error, progress.done)),
      );
    },
  };
}

function endOf(error: unknown, done: number): Work {
  if (error instanceof Cancelled) return { is: "stopped", done };
  return { is: "failed", why: error instanceof Error ? error.message : String(error) };
}

function besideOf({ previous, roster, due }: Beside): Pick<CollectAsk, "previous" | "roster" | "due"> {
  const picked = (file: File | null): Picked | null => file && { path: file.name, file };
  return { previous: picked(previous), roster: picked(roster), due };
}

/** Ledgers only, in the order of their paths. */
function pickedOf(files: readonly File[]): Picked[] {
  return files
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => isLedgerName(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
