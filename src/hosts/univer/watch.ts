/** Changes that are not our own, told once where several come together. */
import type { FUniver } from "@univerjs/core/facade";
import type { HostChange } from "../../sheet/host";

/** Changes that come together (a paste, a recalculation) are told once. */
const TOGETHER = 50;

/** Mutations after which cells stand elsewhere or hold something else, besides changed values. */
const STRUCTURE =
  /^sheet\.mutation\.(insert-|remove-|move-|reorder-|add-worksheet-merge|remove-worksheet-merge|set-row-visible|set-row-hidden|set-col-visible|set-col-hidden)/;

/** Formulas that hang on a write of ours are computed within this time. */
const AFTERMATH = 400;

/** Our own writes, while they run and as long as the engine may still tell of what follows from them. */
export interface Quiet {
  readonly silently: <T>(work: () => T) => T;
  readonly isOwn: () => boolean;
  readonly isAftermath: () => boolean;
}

export function quietly(): Quiet {
  let ownWrites = 0;
  let quietUntil = 0;
  return {
    silently(work) {
      ownWrites++;
      try {
        return work();
      } finally {
        ownWrites--;
        quietUntil = performance.now() + AFTERMATH;
      }
    },
    isOwn: () => ownWrites > 0,
    isAftermath: () => performance.now() < quietUntil,
  };
}

export function watch(api: FUniver, listener: (change: HostChange) => void, quiet: Quiet): () => void {
  let heard: HostChange | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (change: HostChange): void => {
    heard = heard ? { sheet: heard.sheet === change.sheet ? change.sheet : null, at: null } : change;
    timer ??= setTimeout(() => {
      const told = heard;
      timer = heard = null;
      if (told) listener(told);
    }, TOGETHER);
  };
  const stops = [
    api.addEvent(api.Event.SheetValueChanged, ({ effectedRanges, payload }) => {
      if (quiet.isOwn() || (isResult(payload) && quiet.isAftermath())) return;
      const [first] = effectedRanges;
      const alone = effectedRanges.length === 1 ? (first?.getA1Notation() ?? null) : null;
      tell({ sheet: first?.getSheetName() ?? null, at: alone });
    }),
    api.addEvent(api.Event.ActiveSheetChanged, () => {
      if (!quiet.isOwn()) tell({ sheet: null, at: null });
    }),
    api.addEvent(api.Event.CommandExecuted, ({ id }) => {
      if (!quiet.isOwn() && STRUCTURE.test(id)) tell({ sheet: null, at: null });
    }),
  ];
  return () => {
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop.dispose();
  };
}

/** The engine writes the results of formulas by a mutation of its own, not by a command of the user's. */
export function isResult(payload: { readonly params?: unknown; readonly id: string }): boolean {
  const params = payload.params as { readonly trigger?: string } | undefined;
  return params?.trigger === undefined || params.trigger.includes("formula");
}
