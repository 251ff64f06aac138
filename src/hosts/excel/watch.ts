/** Changes that are not our own, coalesced; handlers live with the pane, so whoever watches may also ask again by hand. */
import type { HostChange } from "../../sheet/host";
import { plainAddress } from "./areas";
import type { MergeMemory } from "./read";

/** Our own writes that Excel has not told us about yet: while one runs, and a moment after it. */
let ownWrites = 0;
const AFTERWARDS = 150;

export async function silently<T>(work: () => Promise<T>): Promise<T> {
  ownWrites++;
  try {
    return await work();
  } finally {
    setTimeout(() => ownWrites--, AFTERWARDS);
  }
}

export function watch(listener: (change: HostChange) => void, merges: MergeMemory): () => void {
  let stopped = false;
  const handlers: { remove: () => void; context: OfficeExtension.ClientRequestContext }[] = [];

  const onChanged = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    // Rows or columns have moved: what we remember of merges stands elsewhere now.
    if (event.changeType !== "RangeEdited") merges.clear();
    const own = String(event.triggerSource) === "ThisLocalAddin" || ownWrites > 0;
    if (!stopped && !own) listener({ sheet: null, at: plainAddress(event.address) });
    return Promise.resolve();
  };
  const onActivated = (): Promise<void> => {
    if (!stopped) listener({ sheet: null, at: null });
    return Promise.resolve();
  };

  void Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    handlers.push(worksheets.onChanged.add(onChanged), worksheets.onActivated.add(onActivated));
    await context.sync();
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
