/** ledger-check export: everything that leaves the ledgers, as one workbook. */
import { writeWorkbook } from "../hosts/file/write";
import { exportSheets } from "../report/export/index";
import { makeReceipt } from "../report/export/receipt";
import { ownSheets } from "../report/export/ownSheets";
import type { Run } from "../report/run";
import { exportWords } from "../words/command";
import { collectionOfRun } from "../report/export/collect/ofRun";
import { yearFigures } from "../report/export/collect/standing";
import type { Ledger } from "../ledger/ledger";
import { writeBulletin } from "./bulletinFile";
import type { CheckCall } from "./call";
import { formerLedgers } from "./formerLedgers";
import { drive, optionsOf, progressLine, readOne, whatIsAsked, type Opened, type Terminal } from "./check";
import { today } from "./today";
import { writeOutput } from "./writeFile";

export interface ExportCall {
  readonly check: CheckCall;
  readonly output: string;
  readonly bulletin: string | null;
  readonly lastYear: string | null;
}

/** Exit status: 0 written, 2 a file could not be read or nothing could be written; what was read is written all the same. */
export async function exportLedgers({ check: call, output, ...more }: ExportCall, terminal: Terminal): Promise<0 | 2> {
  const asked = await whatIsAsked(call);
  if ("complaints" in asked) {
    for (const complaint of asked.complaints.slice(0, 5)) terminal.error(complaint);
    return 2;
  }
  const before = more.lastYear === null ? null : await formerLedgers(more.lastYear, "--last-year", terminal);
  if (more.lastYear !== null && before === null) return 2;
  const opened: Opened[] = [];
  for (const path of call.files) opened.push(await readOne(path, call.maxSize, terminal));
  const options = optionsOf(asked, opened, call.asOf ?? today());
  for (const line of options.notices ?? []) terminal.error(line);
  const files = opened.map(({ file }) => ({ ...file, sheets: ownSheets(file.sheets).ledgers }));
  const run = drive(files, options, progressLine(terminal));
  const sheets = await exportSheets(run);
  const complaint =
    writeOutput(output, await writeWorkbook(sheets), call.files) ??
    (await writeAsked(run, { ...more, files: call.files, before }));
  if (complaint !== null) {
    terminal.error(complaint);
    return 2;
  }
  const { code } = await makeReceipt(run);
  await terminal.out(exportWords.written(output, sheets.length, code) + "\n");
  if (more.bulletin !== null) await terminal.out(exportWords.bulletin(more.bulletin) + "\n");
  return files.some((file) => file.error) ? 2 : 0;
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
  return writeBulletin(bulletin, collectionOfRun(run, before && yearFigures(before, run.options.pack)), files);
}
