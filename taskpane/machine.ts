/** Holds the pane's one state outside React, so that effects read what has just been dispatched rather than what was last rendered. */
import { reduce, type Action, type PaneState } from "./state";

export interface Machine {
  readonly state: () => PaneState;
  readonly dispatch: (action: Action) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function startMachine(initial: PaneState): Machine {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(action) {
      state = reduce(state, action);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
