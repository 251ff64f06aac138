/** ledger-check collect: the files of a folder, read and checked in threads, as one workbook and one bulletin. */
import { createHash } from "node:crypto";
import { createWriteStream, readdirSync, statSync } from "node:fs";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import { writeWorkbook } from "../hosts/file/write";
import type { Ledger } from "../ledger/ledger";
import { readLedger } from "../ledger/read";
import { calendarOf } from "../policy/calendar";
import { makeJudge } from "../policy/classify";
import type { Pack } from "../policy/pack";
import { withRoster } from "../reserve/departments";
import { acrossFiles } from "../report/export/collect/across";
import { bulletin } from "../report/export/collect/bulletin";
import { changesSince, statesOf, type Change } from "../report/export/collect/previous";
import {
  collectionSheets,
  RESERVE,
  reserveColumns,
  reserveRow,
  reserveSheet,
  type Collection,
} from "../report/export/collect/sheets";
import { EMPTY, merge, type Summary } from "../report/export/collect/summary";
import { VERSION } from "../report/version";
import type { CellValue } from "../sheet/cell";
import { SerialDay } from "../sheet/cell";
import { dayFromSerial } from "../measure/day";
import { callComplaint, collectWords } from "../words/command";
import type { CheckCall } from "./call";
import { optionsOf, readOne, whatIsAsked, type Terminal } from "./check";
import type { Collected, CollectTask } from "./collectWorker";
import { Journal, type JournalKey } from "./journal";
import { today } from "./today";
import { writeOutput } from "./writeFile";

export interface CollectCall {
  readonly folder: string;
  readonly output: string;
  readonly roster: string | null;
  readonly previous: string | null;
  readonly due: string | null;
  readonly check: CheckCall;
}

const LEDGERS = /\.(xlsx|xlsm|xls|et|xlsb|ods|csv|tsv)$/i;
/** A sheet of more rows takes more memory to write than everything else together; it goes out as a text file beside. */
const LARGEST_SHEET = 20_000;
const PROGRESS_EVERY = 200;

interface Source extends JournalKey {
  readonly file: string;
  readonly writtenOn: string;
}

/** Exit status: 0 every file was read, 2 one was not (it is listed) or the call is wrong. */
export async function collect(call: CollectCall, terminal: Terminal): Promise<0 | 2> {
  const sources = filesIn(call);
  if (sources === null || sources.length === 0) {
    terminal.error(callComplaint.emptyFolder(call.folder));
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
  const before = call.previous === null ? null : await ledgersOf(call.previous, terminal);
  if (pack === null || (call.previous !== null && before === null)) return 2;

  const gathered = await gather(sources, { call, pack, asOf }, terminal);
  const light = sources.flatMap(({ path }) => gathered.light.get(path) ?? []);
  const calendar = calendarOf(pack);
  const collection: Collection = {
    summary: gathered.summary,
    across: acrossFiles(light, { pack, asOf, run: { judge: makeJudge(pack), calendar } }),
    pack,
    calendar,
    asOf,
    due: call.due,
    changes: before && changesOf(before, light),
  };
  const complaint = await writeAll(collection, call, gathered.journal, sources);
  if (complaint !== null) {
    terminal.error(complaint);
    gathered.journal.close();
    return 2;
  }
  gathered.journal.remove();
  const { summary } = collection;
  const unread = summary.files.filter(({ error }) => error !== null);
  for (const { error } of unread.slice(0, 20)) terminal.error(error ?? "");
  await terminal.out(collectWords.written(call.output, summary.files.length, summary.all.count, unread.length) + "\n");
  return unread.length > 0 ? 2 : 0;
}

function filesIn({ folder, output }: CollectCall): Source[] | null {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return null;
  }
  return names
    .filter((name) => LEDGERS.test(name) && !/(^|[\\/])[~.]/.test(name) && resolve(folder, name) !== resolve(output))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      const { size, mtimeMs, mtime } = statSync(file);
      const own = relative(resolve(folder), resolve(output.replace(/\.xlsx$/i, ""))) + `.${RESERVE}.csv`;
      return name === own ? [] : [{ file, path: name, size, changed: mtimeMs, writtenOn: localDay(mtime) }];
    });
}

function localDay(time: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

interface Gathered {
  readonly summary: Summary;
  readonly light: ReadonlyMap<string, readonly Ledger[]>;
  readonly journal: Journal;
}

interface Judged {
  readonly call: CollectCall;
  readonly pack: Pack;
  readonly asOf: string;
}

/** At most twice as many files as threads are under way, so that memory does not grow with the folder. */
async function gather(sources: readonly Source[], judged: Judged, terminal: Terminal): Promise<Gathered> {
  const { call, pack, asOf } = judged;
  const packText = JSON.stringify(pack);
  const run = JSON.stringify({ tool: VERSION, asOf, pack: createHash("sha256").update(packText).digest("hex") });
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const light = new Map<string, readonly Ledger[]>();
  let summary = EMPTY;
  const journal = await Journal.open(`${call.output}.进度.jsonl`, run, (key, kept) => {
    const source = byPath.get(key.path);
    if (!source || source.size !== key.size || source.changed !== key.changed || light.has(key.path)) return false;
    summary = merge(summary, kept.summary);
    light.set(key.path, kept.light);
    return true;
  });
  const left = sources.filter(({ path }) => !light.has(path));
  if (left.length < sources.length) terminal.error(collectWords.resumed(sources.length - left.length, left.length));
  if (left.length === 0) return { summary, light, journal };

  const threads = Math.min(left.length, Math.max(1, availableParallelism()));
  const pool = new Tinypool({
    filename: fileURLToPath(new URL("./collect-worker.mjs", import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
  });
  const show = progress(terminal, left.length);
  const queue = [...left];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let source = queue.shift(); source; source = queue.shift()) {
      const { file, path, writtenOn, size, changed } = source;
      const task: CollectTask = { file, path, writtenOn, maxSize: call.check.maxSize, asOf, pack: packText };
      const collected = (await pool.run(task, { name: "collectFile" })) as Collected;
      journal.add({ path, size, changed }, collected);
      summary = merge(summary, collected.summary);
      light.set(path, collected.light);
      show(++done);
    }
  };
  await Promise.all(Array.from({ length: threads * 2 }, work));
  await pool.destroy();
  return { summary, light, journal };
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
    process.stderr.write(`\r\u001b[K${line}${done === all ? "\n" : ""}`);
  };
}

async function writeAll(
  collection: Collection,
  { output, folder }: CollectCall,
  journal: Journal,
  sources: readonly Source[],
): Promise<string | null> {
  const { summary, pack, asOf } = collection;
  const { fields, columns } = reserveColumns(summary, pack);
  const rows = function* (): Generator<CellValue[]> {
    let number = 0;
    for (const { path } of sources) for (const row of journal.rows(path)) yield reserveRow(row, path, ++number, fields);
  };
  const sheets = collectionSheets(collection);
  const count = summary.files.reduce((sum, { projects }) => sum + projects, 0);
  const base = output.replace(/\.xlsx$/i, "");
  if (count <= LARGEST_SHEET) sheets.push(reserveSheet([...rows()], columns, asOf));
  else await writeText(`${base}.${RESERVE}.csv`, csv([columns.map(({ heading }) => heading)], rows()));
  const read = sources.map(({ file }) => file);
  return (
    writeOutput(output, await writeWorkbook(sheets), [...read, folder]) ??
    writeOutput(`${base}.通报.txt`, bulletin(collection), read)
  );
}

/** With the mark by which spreadsheet programs know UTF-8; a text that looks like a formula is kept from being one. */
function* csv(...parts: readonly Iterable<readonly CellValue[]>[]): Generator<string> {
  yield "\uFEFF";
  for (const rows of parts) for (const row of rows) yield row.map(csvField).join(",") + "\r\n";
}

function csvField(value: CellValue): string {
  if (value instanceof SerialDay) return dayFromSerial(value.serial, value.date1904) ?? "";
  if (typeof value !== "string") return value === null ? "" : String(value as number | boolean);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

async function writeText(path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < 65_536) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await once(stream, "finish");
}

/** The first reading of a project is the one that counts, as in the last collection. */
function changesOf(before: readonly Ledger[], now: readonly Ledger[]): Change[] {
  return changesSince(statesOf(before), statesOf(now));
}

async function ledgersOf(path: string, terminal: Terminal): Promise<readonly Ledger[] | null> {
  const { file } = await readOne(path, null, terminal);
  if (file.error) return null;
  const reserve = file.sheets.filter(({ name }) => name === RESERVE);
  return (reserve.length > 0 ? reserve : file.sheets).map((sheet) => readLedger(sheet, { file: path }));
}

/** The departments of a list: a 部门名录, or a plain column of names. */
async function packWithRoster(pack: Pack, path: string, terminal: Terminal): Promise<Pack | null> {
  const { file } = await readOne(path, null, terminal);
  if (file.error) return null;
  const bare = { ...pack, roster: [] };
  const listed = withRoster(
    bare,
    file.sheets.map((sheet) => readLedger(sheet, { file: path })),
  );
  if (listed.roster.length > 0) return listed;
  const names = file.sheets.flatMap((sheet) =>
    [...sheet.blocks()].flat().flatMap(({ cells }) => {
      const name = cells.find(
        (cell) =>
          typeof cell === "string" && cell.trim() !== "" && !/^(序号|部门|单位|部门名称|单位名称)$/.test(cell.trim()),
      );
      return typeof name === "string" ? [name.trim()] : [];
    }),
  );
  const { from } = pack;
  return {
    ...pack,
    roster: [...new Set(names)].map((name) => ({
      id: name,
      name,
      aliases: [],
      from,
      basis: { document: path },
      confidence: "H" as const,
      group: "",
      person: "",
      phone: "",
    })),
  };
}
