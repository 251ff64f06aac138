/** Changes that are not our own, coalesced; handlers live with the pane, so whoever watches may also ask again by hand. */
import type { HostChange } from "../../sheet/host";
import { plainAddress } from "./areas";
import type { MergeMemory } from "./read";

/** Excel tells of a write or a jump of ours a moment after it. */
const AFTERWARDS_MS = 150;

/** Our own writes, or jumps, that Excel has not told us about yet. */
export interface OwnActs {
  readonly silently: <T>(work: () => Promise<T>) => Promise<T>;
  readonly areExpected: () => boolean;
}

export function ownActs(): OwnActs {
  let expected = 0;
  return {
    async silently(work) {
      expected++;
      try {
        return await work();
      } finally {
        setTimeout(() => expected--, AFTERWARDS_MS);
      }
    },
    areExpected: () => expected > 0,
  };
}

export interface WatchTools {
  readonly merges: MergeMemory;
  readonly writes: OwnActs;
  readonly jumps: OwnActs;
}

export function watch(listener: (change: HostChange) => void, { merges, writes, jumps }: WatchTools): () => void {
  let stopped = false;
  const handlers: { remove: () => void; context: OfficeExtension.ClientRequestContext }[] = [];

  const onChanged = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    // Rows or columns have moved: what we remember of merges stands elsewhere now.
    if (event.changeType !== "RangeEdited") merges.clear();
    const own = String(event.triggerSource) === "ThisLocalAddin" || writes.areExpected();
    if (!stopped && !own) listener({ sheet: null, at: plainAddress(event.address) });
    return Promise.resolve();
  };
  const onActivated = (): Promise<void> => {
    // Where we went ourselves nothing has changed: what was found stands, and a check under way goes on.
    if (!stopped && !jumps.areExpected()) listener({ sheet: null, at: null });
    return Promise.resolve();
  };

  void Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    handlers.push(worksheets.onChanged.add(onChanged), worksheets.onActivated.add(onActivated));
    await context.sync();
    // What moved before was not told.
    merges.clear();
    if (stopped) await removeAll(handlers);
  }).catch(() => undefined); // Without events there is still 「重新检查」.

  return () => {
    stopped = true;
    void removeAll(handlers).catch(() => undefined);
  };
}

async function removeAll(
  handlers: { remove: () => void; context: OfficeExtension.ClientRequestContext }[],
): Promise<void> {
  const first = handlers[0];
  if (!first) return;
  const own = handlers.splice(0);
  await Excel.run(first.context as Excel.RequestContext, async (context) => {
    for (const handler of own) handler.remove();
    await context.sync();
  });
}
