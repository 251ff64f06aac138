/** Our worksheet functions in the runtime that Excel shares with the pane: they judge by the workbook's own policy where it has one. */
import { registerExcelFunctions } from "../../functions/excel";
import { excelRuntime } from "../../functions/excelLibrary";
import type { Host } from "../../src/sheet/host";
import { dayOfClock } from "../../src/words/paneFigures";
import { followPack } from "./functionContext";

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
  const followed = followPack({ host, today: () => dayOfClock(new Date()), blanks, onChange: recalculate });
  registerExcelFunctions(runtime, followed.context);
}
