/** A whole check of the open workbook: reads its sheets, chooses the policy, judges, and finds what can be mended. */
import type { Finding } from "../../src/findings/finding";
import { fixOf } from "../../src/fixes/index";
import { isInForce } from "../../src/policy/load";
import { NOTE_KEYS } from "../../src/report/notes";
import { choosePack, holdsPack } from "../../src/report/packChoice";
import { runSteps, type RunFile, type RunOptions } from "../../src/report/run";
import type { Host } from "../../src/sheet/host";
import type { Sheet } from "../../src/sheet/sheet";
import { timeOfClock } from "../../src/words/paneFigures";
import { itemSteps } from "../items";
import type { Notes } from "../notes";
import { Cancelled, runInSlices } from "../slices";
import type { Checked, FirstFound, Work } from "../state";

export interface Asked {
  readonly asOf: string;
  readonly notes: Notes;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly showProgress: (work: Work) => void;
}

export async function checkWorkbook(host: Host, { asOf, notes, clock, signal, showProgress }: Asked): Promise<Checked> {
  const [fileName, activeSheet] = await Promise.all([host.fileName(), host.activeSheet()]);
  const sheets = await readSheets(host, new Set(notes.made), signal, showProgress);
  const kept = host.can("notes") ? await host.readNote(NOTE_KEYS.pack).catch(() => null) : null;
  const { pack, from, notices, faults } = choosePack(sheets, kept, asOf);
  // A policy on sheets judges; read as a ledger it would have faults of its own.
  const file: RunFile = { path: fileName ?? "", sheets: sheets.filter((sheet) => !holdsPack(sheet)) };
  const options: RunOptions = {
    pack,
    asOf,
    waivers: notes.waivers,
    choices: notes.choices,
    notices,
    ...(notes.baseline ? { baseline: notes.baseline } : {}),
  };
  const run = await runInSlices(runSteps([file], options), {
    signal,
    onProgress: ({ rows, of, found }) =>
      showProgress({ is: "checking", rows, of, found: found && firstFound(found, notes.waivers) }),
  });
  const items = await runInSlices(
    itemSteps(run, (finding, ledger) => fixOf(finding, ledger, pack)),
    { signal },
  );
  const rows = run.ledgers.reduce((sum, ledger) => sum + ledger.projects.length, 0);
  return {
    run,
    items,
    rows,
    activeSheet,
    at: timeOfClock(clock()),
    packIsInForce: isInForce(pack, asOf),
    packFrom: from,
    packFaults: faults,
  };
}

/** What was put off is not shown as found. */
function firstFound(
  { found, first }: { found: number; first: readonly Finding[] },
  waivers: Notes["waivers"],
): FirstFound {
  const waived = new Set(waivers.map(({ id }) => id));
  return { count: found, first: first.filter(({ id }) => !waived.has(id)) };
}

async function readSheets(
  host: Host,
  made: ReadonlySet<string>,
  signal: AbortSignal,
  showProgress: (work: Work) => void,
): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { name } of await host.sheets()) {
    if (signal.aborted) throw new Cancelled();
    if (made.has(name)) continue;
    const onProgress = (rows: number, of: number): void => showProgress({ is: "reading", sheet: name, rows, of });
    sheets.push(await host.read(name, { signal, onProgress }));
  }
  return sheets;
}
