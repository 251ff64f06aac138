/** Collects the files of a picker, on whatever thread: a bad one is listed and stops nothing; of each only its part is kept. */
import type { Ledger } from "../../src/ledger/ledger";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import { acrossFiles } from "../../src/report/export/collect/across";
import { bulletinOf } from "../../src/report/export/collect/bulletin";
import { csvText, LARGEST_SHEET } from "../../src/report/export/collect/csv";
import { formerLedgersOf } from "../../src/report/export/collect/former";
import { Gathering } from "../../src/report/export/collect/gather";
import { partOf, unreadablePart, type Part } from "../../src/report/export/collect/part";
import { changesSince, statesOf } from "../../src/report/export/collect/previous";
import { withOneNameEach } from "../../src/report/export/collect/oneNameEach";
import { packWithRosterOf } from "../../src/report/export/collect/roster";
import { wan, type Collection } from "../../src/report/export/collect/collection";
import { coverageOf } from "../../src/report/export/collect/coverage";
import { departmentsWithout } from "../../src/report/export/collect/owing";
import { targetState } from "../../src/report/export/collect/progress";
import { reserveColumns, reserveSheet } from "../../src/report/export/collect/sheets/reserve";
import { collectionSheets } from "../../src/report/export/collect/sheets/index";
import type { ReceiptState, Summary } from "../../src/report/export/collect/summary";
import { ownSheets } from "../../src/report/export/ownSheets";
import { compareWithReceipt } from "../../src/report/export/compareReceipt";
import { runSteps, type Run, type RunProgress } from "../../src/report/run";
import type { ExportDocument } from "../../src/sheet/exportDocument";
import type { ExportSheet } from "../../src/sheet/exportSheet";
import type { Sheet, Workbook } from "../../src/sheet/sheet";
import { failureSentence, unexpected, type Failure } from "../../src/words/failure";
import { collectWords } from "../../src/words/paneCollect";
import { dayOfClock } from "../../src/words/paneFigures";
import type { Locale } from "../../src/words/say";
import { Cancelled } from "../slices";

/** A file that was chosen, by its path below the chosen folder. */
export interface Picked {
  readonly path: string;
  readonly file: Pick<File, "name" | "lastModified" | "arrayBuffer">;
}

export interface CollectAsk {
  readonly picked: readonly Picked[];
  /** Null for the one that is in force on the day. */
  readonly pack: Pack | null;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly locale: Locale;
  /** The last collection, against which this one is held. */
  readonly previous: Picked | null;
  /** The departments of the county, in place of the pack's. */
  readonly roster: Picked | null;
  /** YYYY-MM-DD, until which the files were to be handed in. */
  readonly due: string | null;
}

export interface CollectProgress {
  readonly done: number;
  readonly of: number;
  /** The file that comes next. */
  readonly path: string | null;
}

/** What the program that shows the pane does for it. */
export interface CollectDoors {
  readonly open: (bytes: Uint8Array, fileName: string) => Promise<Workbook>;
  readonly isFailure: (error: unknown) => error is Failure;
  readonly write: (sheets: readonly ExportSheet[]) => Promise<Uint8Array>;
  readonly writeDocument: (document: ExportDocument) => Promise<Uint8Array>;
  /** To the end, in one go or in slices. */
  readonly drive: (steps: Generator<RunProgress, Run>) => Promise<Run>;
}

export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Plain data, so that it may come from another thread. */
export interface CollectOutcome {
  readonly figures: CollectFigures;
  /** The workbook, the bulletin, and the reserve where it is too large for a sheet. */
  readonly made: readonly Made[];
  /** Those of the workbook but the reserve. */
  readonly sheets: readonly ExportSheet[];
}

export interface CollectFigures {
  readonly files: number;
  readonly count: number;
  readonly wan: number;
  readonly fitting: number;
  readonly errors: number;
  readonly doubles: number;
  readonly conflicts: number;
  readonly unread: readonly { readonly path: string; readonly why: string }[];
  readonly target: {
    readonly name: string;
    readonly by: string;
    readonly added: { readonly count: number; readonly wan: number };
    readonly gap: { readonly count: number; readonly wan: number };
    readonly workdaysLeft: number | null;
    /** False where no project says when it entered: then nobody can say how many are new. */
    readonly isTold: boolean;
  } | null;
  readonly departments: readonly { readonly name: string; readonly count: number; readonly wan: number }[];
  readonly without: readonly string[];
}

export async function* collectFiles(
  ask: CollectAsk,
  doors: CollectDoors,
): AsyncGenerator<CollectProgress, CollectOutcome> {
  const pack = await packOf(ask, doors);
  const before = await ledgersBefore(ask, pack, doors);
  const gathering = new Gathering();
  const lines = new Map<string, readonly string[]>();
  const { length: of } = ask.picked;
  for (const [done, { path, file }] of ask.picked.entries()) {
    yield { done, of, path };
    const part = await partOfFile({ path, file }, { ...ask, pack }, doors);
    if (gathering.add(path, part.head)) lines.set(path, [...part.lines]);
  }
  yield { done: of, of, path: null };
  return outcomeOf(gathering, lines, { pack, asOf: ask.asOf, due: ask.due, before }, doors);
}

/** Null where no last collection was chosen. */
async function ledgersBefore(
  { previous, locale, asOf }: CollectAsk,
  pack: Pack,
  doors: CollectDoors,
): Promise<readonly Ledger[] | null> {
  if (!previous) return null;
  const ledgers = formerLedgersOf(await besideSheets(previous, locale, doors), previous.path, { pack, asOf });
  if (ledgers.some(({ role }) => role === "projects")) return ledgers;
  throw new Error(collectWords(locale).noProjectsBefore(previous.path));
}

async function packOf({ pack: chosen, asOf, roster, locale }: CollectAsk, doors: CollectDoors): Promise<Pack> {
  const pack = chosen ?? packInForce(asOf).pack;
  if (!roster) return pack;
  const listed = packWithRosterOf(pack, await besideSheets(roster, locale, doors), roster.path);
  if (listed.roster.length > 0) return listed;
  throw new Error(collectWords(locale).noDepartments(roster.path));
}

/** Without it the figures would not be what was asked for: where it cannot be read, nothing is collected. */
async function besideSheets({ file, path }: Picked, locale: Locale, doors: CollectDoors): Promise<readonly Sheet[]> {
  try {
    const { sheets } = await doors.open(new Uint8Array(await file.arrayBuffer()), file.name);
    return sheets;
  } catch (error) {
    const failure = failureOf(error, doors);
    throw new Error(failureSentence(failure, path, locale));
  }
}

async function partOfFile(
  { path, file }: Picked,
  { pack, asOf, locale }: CollectAsk & { readonly pack: Pack },
  doors: CollectDoors,
): Promise<Part> {
  const writtenOn = dayOfClock(new Date(file.lastModified));
  try {
    const { sheets } = await doors.open(new Uint8Array(await file.arrayBuffer()), file.name);
    const own = ownSheets(sheets);
    const run = await doors.drive(runSteps([{ path, sheets: own.ledgers }], { pack, asOf }));
    return partOf(run, { path, receipt: await receiptState(run, own.receipt), writtenOn }, "sheets");
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    const failure = failureOf(error, doors);
    return unreadablePart(path, failureSentence(failure, path, locale), writtenOn);
  }
}

/** A browser that may not read a file says so in an exception of its own. */
function failureOf(error: unknown, doors: CollectDoors): Failure {
  if (doors.isFailure(error)) return error;
  return error instanceof DOMException ? { code: "unreadable", args: {} } : unexpected(error);
}

async function receiptState(run: Run, receipt: ReturnType<typeof ownSheets>["receipt"]): Promise<ReceiptState> {
  if (!receipt) return "none";
  const { same, sound } = await compareWithReceipt(receipt, run.ledgers);
  return same && sound ? "same" : "changed";
}

interface Against extends Pick<CollectAsk, "asOf" | "due"> {
  readonly pack: Pack;
  /** Null where there is no earlier collection. */
  readonly before: readonly Ledger[] | null;
}

async function outcomeOf(
  gathering: Gathering,
  lines: ReadonlyMap<string, readonly string[]>,
  { pack, asOf, due, before }: Against,
  doors: CollectDoors,
): Promise<CollectOutcome> {
  const paths = [...lines.keys()];
  const linesOf = (path: string): readonly string[] => lines.get(path) ?? [];
  const { summary, writtenTwice } = withOneNameEach(gathering.summary(), pack);
  const calendar = calendarOf(pack);
  const run = { judge: makeJudge(pack), calendar };
  const across = acrossFiles(gathering.compared(paths, linesOf), { pack, asOf, run });
  const changes = before && changesSince(statesOf(before), gathering.states(paths, linesOf), pack);
  const coverage = before ? { coverage: coverageOf(before, summary, pack) } : {};
  const collection: Collection = { summary, writtenTwice, across, pack, calendar, asOf, due, changes, ...coverage };
  const sheets = collectionSheets(collection);
  const { fields, columns } = reserveColumns(summary, pack);
  const rows = [...gathering.reserve(paths, fields, linesOf)];
  const made: Made[] = [];
  const reserve = rows.length <= LARGEST_SHEET ? [reserveSheet(rows, columns, asOf)] : [];
  made.push({ name: `汇总${asOf}.xlsx`, bytes: await doors.write([...sheets, ...reserve]) });
  made.push({ name: `通报${asOf}.docx`, bytes: await doors.writeDocument(bulletinOf(collection)) });
  if (reserve.length === 0) {
    const text = [...csvText([columns.map(({ heading }) => heading)], rows)].join("");
    made.push({ name: `项目储备库${asOf}.csv`, bytes: new TextEncoder().encode(text) });
  }
  return { figures: figuresOf(summary, collection), made, sheets };
}

function figuresOf(summary: Summary, collection: Collection): CollectFigures {
  const found = (...codes: readonly string[]): number =>
    collection.across.filter(({ code }) => codes.includes(code)).length;
  const target = targetState(collection);
  return {
    files: summary.files.length,
    count: summary.all.count,
    wan: wan(summary.all.millionths),
    fitting: summary.fitting,
    errors: summary.files.reduce((sum, { errors }) => sum + errors, 0),
    doubles: found("F111", "F112"),
    conflicts: found("K704"),
    unread: summary.files.flatMap(({ path, error }) => (error === null ? [] : [{ path, why: error }])),
    target: target && {
      name: target.target.name,
      by: target.target.by,
      added: target.added,
      gap: target.gap,
      workdaysLeft: target.workdaysLeft,
      isTold: target.isTold,
    },
    departments: Object.entries(summary.byDepartment)
      .map(([name, { count, millionths }]) => ({ name, count, wan: wan(millionths) }))
      .sort((a, b) => b.wan - a.wan || b.count - a.count),
    without: departmentsWithout(collection),
  };
}
