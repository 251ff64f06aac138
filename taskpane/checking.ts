/** Checks the workbook: one check at a time, the last one counts, and how far it is is shown only where it takes long. */
import type { Host } from "../src/sheet/host";
import type * as Engine from "./engine/engine";
import { failureMessage } from "./failureMessage";
import type { Hand } from "./hand";
import type { Machine } from "./machine";
import { Cancelled } from "./slices";
import type { Notice, Work } from "./state";

/** After a change; long enough for the next key of a clerk who types on. */
const QUIET_MS = 300;
/** A short re-check shows no progress at all: what flickers disturbs. */
const SHOW_PROGRESS_AFTER_MS = 150;
const PROGRESS_EVERY_MS = 100;
export const NOT_BEGUN: Work = { is: "checking", rows: 0, of: null, found: null };

export interface Checking {
  readonly check: () => Promise<void>;
  /** When typing pauses. */
  readonly checkSoon: () => void;
  readonly isChecking: () => boolean;
  readonly cancel: () => void;
  /** For good: whatever is still under way is not heard of again. */
  readonly end: () => void;
}

export interface CheckingTools {
  readonly clock: () => Date;
  readonly engine: () => Promise<typeof Engine>;
  readonly hand: Hand;
}

export function checking(host: Host, { state, dispatch }: Machine, { clock, engine, hand }: CheckingTools): Checking {
  let running: AbortController | null = null;
  let quiet: ReturnType<typeof setTimeout> | null = null;
  let hasEnded = false;

  async function check(): Promise<void> {
    if (hasEnded) return;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    if (state().checked === null) dispatch({ do: "work", work: NOT_BEGUN });
    const showProgress = progressTeller(clock, (work) => {
      if (running === controller && !hand.isBusy()) dispatch({ do: "work", work });
    });
    try {
      const { checkWorkbook } = await engine();
      const { asOf, notes } = state();
      const asked = { asOf, notes, clock, signal: controller.signal, showProgress };
      const checked = await checkWorkbook(host, asked);
      // The rows of the list are others now: not under a hand that is pressing one.
      await hand.rests();
      if (controller.signal.aborted) throw new Cancelled();
      if (running === controller) dispatch({ do: "checked", checked });
    } catch (error) {
      if (!controller.signal.aborted) await hand.rests();
      // Whoever started anew tells how it went.
      if (running === controller) {
        const isCancelled = controller.signal.aborted || error instanceof Cancelled;
        const notice: Notice = isCancelled
          ? { is: "cancelled" }
          : { is: "failed", message: failureMessage(error, state().locale) };
        dispatch({ do: "stopped", notice });
      }
    } finally {
      if (running === controller) running = null;
    }
  }

  return {
    check,
    checkSoon() {
      if (quiet !== null) clearTimeout(quiet);
      if (!hasEnded) quiet = setTimeout(() => void check(), QUIET_MS);
    },
    isChecking: () => running !== null,
    cancel: () => running?.abort(),
    end() {
      hasEnded = true;
      if (quiet !== null) clearTimeout(quiet);
      running?.abort();
      running = null;
    },
  };
}

function progressTeller(clock: () => Date, show: (work: Work) => void): (work: Work) => void {
  let next = clock().getTime() + SHOW_PROGRESS_AFTER_MS;
  return (work) => {
    const now = clock().getTime();
    if (now < next) return;
    next = now + PROGRESS_EVERY_MS;
    show(work);
  };
}
