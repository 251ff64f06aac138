/** Our worksheet functions in the runtime that Excel shares with the pane: they judge by the workbook's own policy where it has one. */
import { registerExcelFunctions } from "../../functions/excel";
import { excelRuntime } from "../../functions/excelLibrary";
import type { FunctionContext } from "../../functions/function";
import type { Host } from "../../src/sheet/host";
import { dayOfClock } from "../../src/words/paneFigures";
import { judgesAlike, shippedContext, workbookContext } from "./functionContext";

/** A pack is edited cell by cell. */
const AFTER_EDITS_MS = 2000;

/** What of Excel the functions need. */
export interface FunctionPlace {
  readonly host: Host;
  readonly supports: (set: string, version: string) => boolean;
  /** Calculates every formula anew. */
  readonly recalculate: () => Promise<void>;
}

/** Functions answer at once by the shipped pack; where the workbook brings its own, formulas are calculated anew. */
export function startFunctions({ host, supports, recalculate }: FunctionPlace): void {
  const runtime = excelRuntime(supports);
  if (!runtime) return;
  const blanks = Office.context.platform === Office.PlatformType.OfficeOnline ? "told" : "zero";
  const today = (): string => dayOfClock(new Date());
  let context: FunctionContext = shippedContext(today(), blanks);
  registerExcelFunctions(runtime, () => context);

  const refresh = async (): Promise<void> => {
    const next = await workbookContext(host, today(), blanks);
    if (judgesAlike(context, next)) return;
    context = next;
    await recalculate();
  };
  // Where the workbook cannot be read just now, functions go on with what they have; the next change asks again.
  const quietly = (): void => void refresh().catch(() => undefined);
  quietly();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  if (host.can("watch"))
    host.watch(() => {
      clearTimeout(waiting);
      waiting = setTimeout(quietly, AFTER_EDITS_MS);
    });
}
