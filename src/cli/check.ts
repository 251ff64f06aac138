/** ledger-check check: reads files, judges them, prints the account or the JSON report; a file that cannot be read never hides the others. */
import { openFileWithNotes, ReadFailure } from "../hosts/file/node";
import type { Waiver } from "../findings/result";
import type { Baseline } from "../ledger/baseline";
import { dayStated } from "../ledger/ownTime";
import { isInForce, packInForce } from "../policy/load";
import type { Pack } from "../policy/pack";
import { buildAccount, reportText, verdictOf } from "../report/build";
import { ownSheets } from "../report/export/ownSheets";
import { NOTE_KEYS, parseBaseline, parseChoices, parseMade, parseWaivers } from "../report/notes";
import { choosePack } from "../report/packChoice";
import { runSteps, type Run, type RunFile, type RunOptions } from "../report/run";
import { monthsBetween } from "../reserve/lights";
import { callComplaint, notice, progressWords, summary } from "../words/command";
import { failureSentence } from "../words/failure";
import type { CheckCall } from "./call";
import { readText } from "./json";
import { findPack } from "./packs";
import { filesMeant } from "./pattern";
import { accountLines, colours, noColours } from "./table";
import { loadTargets } from "./targets";
import type { Terminal } from "./terminal";
import { today } from "./today";

/** What the call asks for besides the ledgers. Complaints are whole sentences. */
interface Asked {
  readonly pack: Pack | null;
  readonly targets: Pack["targets"] | null;
  readonly baseline: Baseline | null;
  readonly compare: Pack | null;
}

export interface Opened {
  readonly file: RunFile;
  readonly waivers: readonly Waiver[];
  readonly keptPack: string | null;
}

/** Gives the exit status: 0 nothing stops a submission, 1 errors in the ledgers, 2 a file could not be read or the call is wrong. */
export async function check(call: CheckCall, terminal: Terminal): Promise<0 | 1 | 2> {
  const started = performance.now();
  const asOf = call.asOf ?? today();
  const asked = await whatIsAsked(call);
  if ("complaints" in asked) {
    for (const complaint of asked.complaints.slice(0, 5)) terminal.error(complaint);
    return 2;
  }

  const opened: Opened[] = [];
  for (const path of filesMeant(call.files)) opened.push(await readOne(path, call.maxSize, terminal));
  // A workbook of ours repeats its projects on several sheets: one of them is the ledger.
  const files = opened.map(({ file }) => ({ ...file, sheets: ownSheets(file.sheets).ledgers }));
  const options = optionsOf(asked, opened, asOf);
  const show = progressLine(terminal);
  const run = saysItsTime(drive(files, options, show), call);
  const other = asked.compare ? drive(files, { ...options, pack: asked.compare }, show) : null;
  for (const line of run.options.notices ?? []) terminal.error(line);

  if (call.output === "json") {
    for (const piece of reportText(run, other)) await terminal.out(piece);
  } else {
    const paint = terminal.isTerminal ? colours : noColours;
    for (const line of accountLines(buildAccount(run, other), paint, call.compare)) await terminal.out(line + "\n");
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const rows = run.ledgers.reduce((sum, ledger) => sum + ledger.projects.length, 0);
    await terminal.say(summary.read(files.length, rows, seconds, asOf, options.pack.id));
  }

  if (files.some((file) => file.error)) return 2;
  if (nothingWasThere(run)) {
    terminal.error(callComplaint.nothingThere(call.files));
    return 2;
  }
  return verdictOf(run).errors > 0 ? 1 : 0;
}

/** Whoever names no day has an old ledger judged by today, and may not know that another can be named. */
function saysItsTime(run: Run, call: Pick<CheckCall, "asOf">): Run {
  const { asOf, notices = [] } = run.options;
  const stated = call.asOf === null ? earlierTime(run.ledgers, asOf) : null;
  if (stated === null) return run;
  return { ...run, options: { ...run.options, notices: [...notices, notice.ofEarlierTime(stated, asOf)] } };
}

/** The latest day that the ledgers state; null where it is so near that they are handed in now: May's ledger comes in June. */
function earlierTime(ledgers: Run["ledgers"], asOf: string): string | null {
  const stated = ledgers.flatMap((ledger) => (ledger.projects.length > 0 ? (dayStated(ledger) ?? []) : []));
  const latest = stated.sort().at(-1);
  return latest !== undefined && monthsBetween(latest, asOf) > 1 ? latest : null;
}

/** No row of a ledger or of a table beside it anywhere: empty sheets, or headings with nothing below them, as in a template. */
function nothingWasThere({ ledgers }: Run): boolean {
  if (ledgers.some(({ projects, table }) => projects.length > 0 || (table !== null && table.rows.length > 0)))
    return false;
  if (ledgers.some(({ reportsNone }) => reportsNone)) return false;
  return ledgers.some(({ role }) => role === "projects") || ledgers.every(({ skipped }) => skipped.length === 0);
}

export async function whatIsAsked(call: CheckCall): Promise<Asked | { complaints: readonly string[] }> {
  const pack = call.pack === null ? null : await findPack(call.pack);
  if (pack && "complaints" in pack) return pack;
  const compare = call.compare === null ? null : await findPack(call.compare);
  if (compare && "complaints" in compare) return compare;
  const targets = call.targets === null ? null : loadTargets(call.targets);
  if (targets && "complaint" in targets) return { complaints: [targets.complaint] };
  const baseline = call.since === null ? null : loadBaseline(call.since);
  if (baseline && "complaint" in baseline) return { complaints: [baseline.complaint] };
  return {
    pack: pack?.pack ?? null,
    compare: compare?.pack ?? null,
    targets: targets?.targets ?? null,
    baseline: baseline?.baseline ?? null,
  };
}

function loadBaseline(path: string): { baseline: Baseline } | { complaint: string } {
  const read = readText(path);
  if ("complaint" in read) return read;
  const baseline = parseBaseline(read.text);
  return baseline ? { baseline } : { complaint: callComplaint.notBaseline(path) };
}

/** A pack that was named wins over a workbook's own, and that over the one that ships. */
export function optionsOf(asked: Asked, opened: readonly Opened[], asOf: string): RunOptions {
  const { pack, notices } = asked.pack ? named(asked.pack, asOf) : ownOrShipped(opened, asOf);
  return {
    pack: asked.targets ? { ...pack, targets: asked.targets } : pack,
    asOf,
    waivers: opened.flatMap(({ waivers }) => waivers),
    notices,
    ...(asked.baseline ? { baseline: asked.baseline } : {}),
  };
}

function named(pack: Pack, asOf: string): { pack: Pack; notices: readonly string[] } {
  return { pack, notices: isInForce(pack, asOf) ? [] : [notice.packNotInForce(pack.title, asOf)] };
}

function ownOrShipped(opened: readonly Opened[], asOf: string): { pack: Pack; notices: readonly string[] } {
  for (const { file, keptPack } of opened) {
    const choice = choosePack(file.sheets, keptPack, asOf);
    if (choice.from === "workbook" || choice.notices.length > 0) return choice;
  }
  const { pack, inForce } = packInForce(asOf);
  return { pack, notices: inForce ? [] : [notice.packNotInForce(pack.title, asOf)] };
}

export async function readOne(path: string, maxSize: number | null, terminal: Terminal): Promise<Opened> {
  const options = maxSize === null ? {} : { maxSize };
  try {
    const { workbook, notes } = await openFileWithNotes(path, options);
    const choices = parseChoices(notes.get(NOTE_KEYS.choices) ?? null);
    const made = new Set(parseMade(notes.get(NOTE_KEYS.made) ?? null));
    return {
      file: { path, sheets: workbook.sheets.filter(({ name }) => !made.has(name)), ...(choices ? { choices } : {}) },
      waivers: parseWaivers(notes.get(NOTE_KEYS.waivers) ?? null) ?? [],
      keptPack: notes.get(NOTE_KEYS.pack) ?? null,
    };
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure;
    const message = failureSentence(failure, path, "zh");
    terminal.error(message);
    return { file: { path, sheets: [], error: { code: failure.code, message } }, waivers: [], keptPack: null };
  }
}

export function drive(files: readonly RunFile[], options: RunOptions, show: Show): Run {
  const steps = runSteps(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      show("");
      return step.value;
    }
    const { phase, path, rows, of } = step.value;
    show(phase === "read" ? progressWords.reading(path, rows) : progressWords.checking(rows, of ?? rows));
  }
}

export type Show = (text: string) => void;

/** One line that rewrites itself, at most ten times a second; nothing where nobody watches. */
export function progressLine(terminal: Terminal): Show {
  if (!terminal.errorIsTerminal) return () => undefined;
  let last = 0;
  return (text) => {
    const now = performance.now();
    if (text !== "" && now - last < 100) return;
    last = now;
    terminal.status(text);
  };
}
