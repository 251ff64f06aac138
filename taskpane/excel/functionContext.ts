/** What worksheet functions judge by in Excel: the workbook's own pack where it has one, else the shipped one in force. */
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

/** Whether formulas have to be calculated anew. */
export function judgesAlike(one: FunctionContext, other: FunctionContext): boolean {
  return one.packFrom === other.packFrom && JSON.stringify(one.pack) === JSON.stringify(other.pack);
}

function contextOf({ pack, from }: PackChoice, blanks: Blanks): FunctionContext {
  return { pack, packFrom: from, calendar: calendarOf(pack), judge: makeJudge(pack), blanks };
}
