/** What worksheet functions judge by: the workbook's own pack where it has one, else the shipped one in force. */
import type { FunctionContext } from "../../functions/function";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { isPackSheet } from "../../src/policy/sheets";
import { NOTE_KEYS } from "../../src/report/notes";
import { choosePack, type PackChoice } from "../../src/report/packChoice";
import type { Host } from "../../src/sheet/host";

type Blanks = FunctionContext["blanks"];

export function shippedContext(asOf: string, blanks: Blanks): FunctionContext {
  return contextOf(choosePack([], null, asOf), blanks);
}

/** Reads only the sheets that may hold a pack. */
export async function workbookContext(host: Host, asOf: string, blanks: Blanks): Promise<FunctionContext> {
  const kept = host.can("notes") ? await host.readNote(NOTE_KEYS.pack) : null;
  const names = (await host.sheets()).map(({ name }) => name).filter(isPackSheet);
  const sheets = [];
  for (const name of names) sheets.push(await host.read(name));
  return contextOf(choosePack(sheets, kept, asOf), blanks);
}

/** A pack is edited cell by cell. */
const AFTER_EDITS_MS = 2000;

export interface FollowedPack {
  readonly host: Host;
  /** YYYY-MM-DD, asked at every look. */
  readonly today: () => string;
  readonly blanks: Blanks;
  /** Another policy judges from now on: formulas are to be calculated anew. */
  readonly onChange: () => Promise<void>;
}

/** Begins with the shipped pack, looks into the workbook at once and a while after each change. */
export function followPack({ host, today, blanks, onChange }: FollowedPack) {
  let context = shippedContext(today(), blanks);
  let isStopped = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refresh = async (): Promise<void> => {
    const next = await workbookContext(host, today(), blanks);
    if (isStopped || judgesAlike(context, next)) return;
    context = next;
    await onChange();
  };
  // Where the workbook cannot be read just now, functions go on with what they have; the next change asks again.
  const quietly = (): void => void refresh().catch(() => undefined);
  const stopWatching = host.can("watch")
    ? host.watch(() => {
        clearTimeout(waiting);
        waiting = setTimeout(quietly, AFTER_EDITS_MS);
      })
    : () => undefined;
  quietly();
  return {
    context: (): FunctionContext => context,
    stop: (): void => {
      isStopped = true;
      clearTimeout(waiting);
      stopWatching();
    },
  };
}

/** Whether formulas have to be calculated anew. */
function judgesAlike(one: FunctionContext, other: FunctionContext): boolean {
  return one.packFrom === other.packFrom && JSON.stringify(one.pack) === JSON.stringify(other.pack);
}

function contextOf({ pack, from }: PackChoice, blanks: Blanks): FunctionContext {
  return { pack, packFrom: from, calendar: calendarOf(pack), judge: makeJudge(pack), blanks };
}
