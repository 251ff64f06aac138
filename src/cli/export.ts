/** ledger-check export: everything that leaves the ledgers, as one workbook. */
import { basename } from "node:path";
import { writeWorkbook } from "../hosts/file/write";
import { exportSheets } from "../report/export/index";
import { makeReceipt } from "../report/export/makeReceipt";
import { ownSheets } from "../report/export/ownSheets";
import type { Run } from "../report/run";
import { callComplaint, exportWords } from "../words/command";
import { collectionOfRun } from "../report/export/collect/ofRun";
import { standingOf } from "../report/export/collect/standing";
import type { Ledger } from "../ledger/ledger";
import { writeBulletin } from "./bulletinFile";
import { filesBeside, type CheckCall } from "./call";
import { formerLedgers } from "./formerLedgers";
import { filesMeant } from "./pattern";
import { drive, optionsOf, progressLine, readOne, whatIsAsked, type Opened } from "./check";
import type { Terminal } from "./terminal";
import { today } from "./today";
import { overwriting, writeOutput } from "./writeFile";

export interface ExportCall {
  readonly check: CheckCall;
  readonly output: string;
  readonly bulletin: string | null;
  readonly lastYear: string | null;
}

/** Exit status: 0 written, 2 a file could not be read or nothing could be written; what was read is written all the same, if it holds anything. */
export async function exportLedgers({ check, output, ...more }: ExportCall, terminal: Terminal): Promise<0 | 2> {
  const call = { ...check, files: filesMeant(check.files) };
  const clash = overwriting([output, more.bulletin], [...call.files, more.lastYear, ...filesBeside(call)]);
  if (clash !== null) {
    terminal.error(clash);
    return 2;
  }
  const asked = await whatIsAsked(call);
  if ("complaints" in asked) {
    for (const complaint of asked.complaints.slice(0, 5)) terminal.error(complaint);
    return 2;
  }
  const opened: Opened[] = [];
  for (const path of call.files) opened.push(await readOne(path, call.maxSize, terminal));
  const options = optionsOf(asked, opened, call.asOf ?? today());
  const { pack, asOf } = options;
  const before =
    more.lastYear === null ? null : await formerLedgers(more.lastYear, "--last-year", { pack, asOf, terminal });
  if (more.lastYear !== null && before === null) return 2;
  for (const line of options.notices ?? []) terminal.error(line);
  const files = opened.map(({ file }) => ({
    ...file,
    path: nameOutside(file.path, call.files),
    sheets: ownSheets(file.sheets).ledgers,
  }));
  const run = drive(files, options, progressLine(terminal));
  if (holdsNothing(run)) {
    const read = files.filter(({ error }) => !error).map(({ path }) => path);
    const isReport = run.ledgers.some(({ reportsNone }) => reportsNone);
    if (read.length > 0) terminal.error(callComplaint[isReport ? "reportOfNone" : "nothingToExport"](read, output));
    return 2;
  }
  const sheets = await exportSheets(run);
  const complaint =
    writeOutput(output, await writeWorkbook(sheets), call.files) ??
    (await writeAsked(run, { ...more, files: call.files, before }));
  if (complaint !== null) {
    terminal.error(complaint);
    return 2;
  }
  const { code } = await makeReceipt(run);
  await terminal.say(exportWords.written(output, sheets.length, code));
  if (more.bulletin !== null) await terminal.say(exportWords.bulletin(more.bulletin));
  return files.some((file) => file.error) ? 2 : 0;
}

/** What is written goes to other offices, which folders of this machine are no concern of; of files with one name the paths tell which. */
function nameOutside(path: string, paths: readonly string[]): string {
  const name = basename(path);
  return paths.some((other) => other !== path && basename(other) === name) ? path : name;
}

/** Where no ledger has a project, visits alone still make their calendar. */
function holdsNothing(run: Run): boolean {
  return run.ledgers.every(({ projects }) => projects.length === 0) && Object.keys(standingOf(run).visits).length === 0;
}

/** The bulletin, where one was asked for. A complaint, or null. */
async function writeAsked(
  run: Run,
  {
    bulletin,
    files,
    before,
  }: {
    readonly bulletin: string | null;
    readonly files: readonly string[];
    readonly before: readonly Ledger[] | null;
  },
): Promise<string | null> {
  if (bulletin === null) return null;
  return writeBulletin(bulletin, collectionOfRun(run, before), files);
}
