/** Reads and writes what the pane keeps inside the workbook. It is data from outside: what does not fit is dropped. */
import * as z from "zod/mini";
import { NOTE_KEYS, parseBaseline, parseChoices, parseJson, parseMade, parseWaivers } from "../../src/report/notes";
import type { Host } from "../../src/sheet/host";
import { NO_NOTES, type Notes } from "../notes";

const VIEW_KEY = "view";
const viewSchema = z.object({ groupBy: z.enum(["rule", "project", "column"]), waivedBy: z.string() });

export async function readNotes(host: Host): Promise<Notes> {
  if (!host.can("notes")) return NO_NOTES;
  const [choices, waivers, view, baseline, made] = await Promise.all([
    host.readNote(NOTE_KEYS.choices),
    host.readNote(NOTE_KEYS.waivers),
    host.readNote(VIEW_KEY),
    host.readNote(NOTE_KEYS.baseline),
    host.readNote(NOTE_KEYS.made),
  ]);
  const seen = viewSchema.safeParse(parseJson(view));
  return {
    choices: parseChoices(choices) ?? NO_NOTES.choices,
    waivers: parseWaivers(waivers) ?? NO_NOTES.waivers,
    groupBy: seen.success ? seen.data.groupBy : NO_NOTES.groupBy,
    waivedBy: seen.success ? seen.data.waivedBy : NO_NOTES.waivedBy,
    baseline: parseBaseline(baseline),
    made: parseMade(made),
  };
}

/** Writes the parts that differ from what the workbook holds. */
export async function writeNotes(host: Host, before: Notes, after: Notes): Promise<void> {
  if (!host.can("notes")) return;
  if (before.choices !== after.choices) await host.writeNote(NOTE_KEYS.choices, JSON.stringify(after.choices));
  if (before.waivers !== after.waivers) await host.writeNote(NOTE_KEYS.waivers, JSON.stringify(after.waivers));
  if (before.baseline !== after.baseline) {
    await host.writeNote(NOTE_KEYS.baseline, after.baseline && JSON.stringify(after.baseline));
  }
  if (before.made !== after.made) await host.writeNote(NOTE_KEYS.made, JSON.stringify(after.made));
  if (before.groupBy !== after.groupBy || before.waivedBy !== after.waivedBy) {
    await host.writeNote(VIEW_KEY, JSON.stringify({ groupBy: after.groupBy, waivedBy: after.waivedBy }));
  }
}
