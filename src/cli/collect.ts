/** ledger-check collect: the files of a folder, read and checked by many hands, as one workbook and one bulletin. */
import { renameSync } from "node:fs";
import { writeWorkbook } from "../hosts/file/write";
import type { Ledger } from "../ledger/ledger";
import { calendarOf } from "../policy/calendar";
import { makeJudge } from "../policy/classify";
import type { Pack } from "../policy/pack";
import { acrossFiles } from "../report/export/collect/across";
import { csvText, LARGEST_SHEET } from "../report/export/collect/csv";
import { Gathering, type LinesOf } from "../report/export/collect/gather";
import { againstLastYear } from "../report/export/collect/lastYear";
import { coverageOf } from "../report/export/collect/coverage";
import { changesSince, statesOf } from "../report/export/collect/previous";
import { withOneNameEach, type NamedOnce } from "../report/export/collect/oneNameEach";
import type { Collection } from "../report/export/collect/collection";
import { reserveColumns, reserveSheet } from "../report/export/collect/sheets/reserve";
import { collectionSheets } from "../report/export/collect/sheets/index";
import { VERSION } from "../report/version";
import { callComplaint, collectWords } from "../words/command";
import { writeBulletin } from "./bulletinFile";
import { filesBeside, type CollectCall } from "./call";
import { optionsOf, whatIsAsked } from "./check";
import { settingsText, type Source } from "./collectFile";
import { reserveFile, sourcesIn } from "./collectSources";
import { formerLedgers } from "./formerLedgers";
import { threadCrew, type Crew } from "./collectThreads";
import { isMissingPackage, queueComplaint, withoutPassword } from "./queueComplaint";
import { openJournal, type Journal } from "./journal";
import { lockOutput } from "./journalLock";
import { writeTexts } from "./pieces";
import { packWithRoster } from "./rosterFile";
import type { Terminal } from "./terminal";
import { today } from "./today";
import { overwriting, writeOutput } from "./writeFile";

const PROGRESS_EVERY = 200;
/** Bytes: a ledger of some hundred rows. */
const SMALL = 100_000;

/** Exit status: 0 every file was read, 2 one was not (it is listed) or the call is wrong. */
export async function collect(call: CollectCall, terminal: Terminal): Promise<0 | 2> {
  try {
    return await collectFolder(call, terminal);
  } catch (error) {
    // A full disk, a folder without permission: what was read is kept.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    terminal.error(callComplaint.cannotWrite(call.output, error));
    return 2;
  }
}

async function collectFolder(call: CollectCall, terminal: Terminal): Promise<0 | 2> {
  const sources = sourcesIn(call.folder, call.output);
  if (sources === null || sources.length === 0) {
    terminal.error(callComplaint.emptyFolder(call.folder));
    return 2;
  }
  const read = [...sources.map(({ file }) => file), call.roster, call.previous, call.lastYear];
  const clash = overwriting([call.output, call.duckdb], [...read, ...filesBeside(call.check)]);
  if (clash !== null) {
    terminal.error(clash);
    return 2;
  }
  const asked = await whatIsAsked(call.check);
  if ("complaints" in asked) {
    for (const complaint of asked.complaints.slice(0, 5)) terminal.error(complaint);
    return 2;
  }
  const asOf = call.check.asOf ?? today();
  const options = optionsOf(asked, [], asOf);
  for (const line of options.notices ?? []) terminal.error(line);
  const pack = call.roster === null ? options.pack : await packWithRoster(options.pack, call.roster, terminal);
  if (call.due !== null && pack?.roster.length === 0) terminal.error(collectWords.dueWithoutRoster());
  if (pack === null) return 2;
  const reading = { pack, asOf, terminal };
  const before = call.previous === null ? null : await formerLedgers(call.previous, "--previous", reading);
  const lastYear = call.lastYear === null ? null : await formerLedgers(call.lastYear, "--last-year", reading);
  if ((call.previous !== null && before === null) || (call.lastYear !== null && lastYear === null)) return 2;

  const lock = lockOutput(`${call.output}.进度.lock`);
  if ("heldBy" in lock) {
    terminal.error(callComplaint.collectingAlready(call.output, lock.heldBy));
    return 2;
  }
  try {
    return await collectSources(call, { sources, pack, asOf, before, lastYear }, terminal);
  } finally {
    lock.release();
  }
}

interface Asked {
  readonly sources: readonly Source[];
  readonly pack: Pack;
  readonly asOf: string;
  readonly before: readonly Ledger[] | null;
  readonly lastYear: readonly Ledger[] | null;
}

async function collectSources(
  call: CollectCall,
  { sources, pack, asOf, before, lastYear }: Asked,
  terminal: Terminal,
): Promise<0 | 2> {
  const tables = call.parquet === null && call.duckdb === null ? "sheets" : "sheets and data";
  const settings = settingsText({ pack, asOf, maxSize: call.check.maxSize, tables }, VERSION);
  const gathering = new Gathering();
  const journal = openParts(`${call.output}.进度`, settings, sources, gathering);
  const left = sources.filter(({ path }) => !gathering.has(path));
  if (left.length < sources.length) terminal.error(collectWords.resumed(sources.length - left.length, left.length));
  if (left.length > 0) {
    const crew = await crewFor(call, { text: settings, file: journal.settings }, left.length);
    if ("complaint" in crew) {
      terminal.error(crew.complaint);
      return 2;
    }
    if (call.queue !== null) terminal.error(collectWords.waiting(left.length, withoutPassword(call.queue)));
    await gather(left, { crew, gathering, journal }, terminal);
  }

  const paths = sources.map(({ path }) => path);
  const named = withOneNameEach(gathering.summary(), pack);
  const { summary, writtenTwice } = named;
  const calendar = calendarOf(pack);
  const run = { judge: makeJudge(pack), calendar };
  const collection: Collection = {
    summary,
    writtenTwice,
    across: acrossFiles(gathering.compared(paths, journal.linesOf), { pack, asOf, run }),
    pack,
    calendar,
    asOf,
    due: call.due,
    changes: before && changesSince(statesOf(before), gathering.states(paths, journal.linesOf), pack),
    ...(before ? { coverage: coverageOf(before, summary, pack) } : {}),
    ...againstLastYear(lastYear, summary, pack),
  };
  const complaint =
    (await writeTables(named, paths, { call, linesOf: journal.linesOf })) ??
    (await writeAll(collection, { call, sources, gathering, linesOf: journal.linesOf }));
  if (complaint !== null) {
    terminal.error(complaint);
    return 2;
  }
  journal.remove();
  const unread = summary.files.filter(({ error }) => error !== null);
  for (const { error } of unread.slice(0, 20)) terminal.error(error ?? "");
  await terminal.say(collectWords.written(call.output, summary.files.length, summary.all.count, unread.length));
  return unread.length > 0 ? 2 : 0;
}

/** What a run that was cut off has done counts, where the file is still the same. */
function openParts(folder: string, settings: string, sources: readonly Source[], gathering: Gathering): Journal {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return openJournal(folder, settings, (key, head) => {
    const source = byPath.get(key.path);
    if (source?.size === key.size && source.changed === key.changed) gathering.add(key.path, head);
  });
}

/** The queue's library is loaded by nobody else. */
async function crewFor(
  call: CollectCall,
  settings: { readonly text: string; readonly file: string },
  files: number,
): Promise<Crew | { readonly complaint: string }> {
  const { queue, output } = call;
  if (queue === null) return threadCrew(settings.file, files);
  try {
    return await (await import("./collectCrew")).queueCrew(queue, settings.text, output);
  } catch (error) {
    return { complaint: queueComplaint(queue, error) };
  }
}

interface Gathered {
  readonly crew: Crew;
  readonly gathering: Gathering;
  readonly journal: Journal;
}

async function gather(left: readonly Source[], { crew, gathering, journal }: Gathered, terminal: Terminal) {
  const show = progress(terminal, left.length);
  const waiting = handfuls(left, crew.atOnce);
  let done = 0;
  const work = async (): Promise<void> => {
    for (const sources of waiting) {
      const filed = sources.map((source) => ({ source, part: journal.partOf(source.path) }));
      const heads = await crew.collect(filed);
      for (const [index, head] of heads.entries()) gathering.add(sources[index]?.path ?? "", head);
      done += sources.length;
      show(done);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(crew.hands, left.length) }, work));
  } finally {
    await crew.close();
  }
}

/** Small files together, a large one alone. */
function* handfuls(sources: readonly Source[], atOnce: number): Generator<readonly Source[]> {
  let handful: Source[] = [];
  for (const source of sources) {
    if (source.size > SMALL) {
      yield [source];
      continue;
    }
    handful.push(source);
    if (handful.length < atOnce) continue;
    yield handful;
    handful = [];
  }
  if (handful.length > 0) yield handful;
}

function progress(terminal: Terminal, all: number): (done: number) => void {
  const started = performance.now();
  let last = 0;
  return (done) => {
    const now = performance.now();
    if (!terminal.errorIsTerminal || (now - last < PROGRESS_EVERY && done < all)) return;
    last = now;
    const perSecond = done / ((now - started) / 1000);
    const line = collectWords.progress(done, all, perSecond.toFixed(1), Math.ceil((all - done) / perSecond));
    terminal.status(done === all ? "" : line);
  };
}

/** DuckDB is loaded by nobody else. A complaint, or null where all was written. */
async function writeTables(
  named: NamedOnce,
  paths: readonly string[],
  { call, linesOf }: Pick<Written, "call" | "linesOf">,
): Promise<string | null> {
  const { parquet, duckdb } = call;
  if (parquet === null && duckdb === null) return null;
  const lines = function* (): Generator<string> {
    for (const path of paths) yield* linesOf(path);
  };
  try {
    await (await import("./collectData")).writeData(named, lines(), { parquet, duckdb });
    return null;
  } catch (error) {
    if (isMissingPackage(error)) return callComplaint.noDuckdb();
    return callComplaint.cannotWrite(parquet ?? duckdb ?? "", error);
  }
}

interface Written {
  readonly call: CollectCall;
  readonly sources: readonly Source[];
  readonly gathering: Gathering;
  readonly linesOf: LinesOf;
}

async function writeAll(
  collection: Collection,
  { call, sources, gathering, linesOf }: Written,
): Promise<string | null> {
  const { output, folder } = call;
  const { summary, pack, asOf } = collection;
  const { fields, columns } = reserveColumns(summary, pack);
  const paths = sources.map(({ path }) => path);
  const rows = gathering.reserve(paths, fields, linesOf);
  const sheets = collectionSheets(collection);
  const count = summary.files.reduce((sum, { projects }) => sum + projects, 0);
  if (count <= LARGEST_SHEET) sheets.push(reserveSheet([...rows], columns, asOf));
  else writeReserve(reserveFile(output), csvText([columns.map(({ heading }) => heading)], rows));
  const read = sources.map(({ file }) => file);
  const base = output.replace(/\.xlsx$/i, "");
  return (
    writeOutput(output, await writeWorkbook(sheets), [...read, folder]) ??
    (await writeBulletin(`${base}.通报.txt`, collection, read)) ??
    (await writeBulletin(`${base}.通报.docx`, collection, read))
  );
}

/** Whole or not at all. */
function writeReserve(path: string, pieces: Iterable<string>): void {
  const half = `${path}.part`;
  writeTexts(half, pieces);
  renameSync(half, path);
}
