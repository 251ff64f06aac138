/** ledger-check verify: whether a file still says what its receipt was made of, and what has changed. */
import { fieldTerm, procedureOf, type FieldKey } from "../ledger/fields";
import { columnOf, tablesOf, type Ledger } from "../ledger/ledger";
import { readLedger } from "../ledger/read";
import { statedTogether } from "../ledger/stated";
import { columnsBeside } from "../report/export/besides";
import { ownSheets } from "../report/export/ownSheets";
import {
  compareWithReceipt,
  type ChangedRow,
  type ChangedTotal,
  type Comparison,
  type RewrittenRow,
} from "../report/export/compareReceipt";
import type { PlacedRow, Receipt, ReceiptRow } from "../report/export/receipt";
import { columnName } from "../sheet/address";
import { callComplaint, exportWords } from "../words/command";
import { figureText } from "../words/say";
import { readOne } from "./check";
import type { Terminal } from "./terminal";

/** Changes beyond this many are counted, not listed. */
const LISTED = 50;

/** Exit status: 0 they agree, 1 they do not, 2 one of them could not be read. */
export async function verify(
  path: string,
  receiptPath: string | null,
  maxSize: number | null,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const { file } = await readOne(path, maxSize, terminal);
  if (file.error) return 2;
  const { ledgers: sheets, receipt: own } = ownSheets(file.sheets);
  const receipt = receiptPath === null ? own : await receiptIn(receiptPath, maxSize, terminal);
  if (receipt === "unreadable") return 2;
  if (receipt === null) {
    terminal.error(callComplaint.noReceipt(receiptPath ?? path));
    return 2;
  }
  const read = sheets.flatMap((sheet) => {
    const choices = file.choices?.[sheet.name];
    return tablesOf(readLedger(sheet, { file: path, ...(choices ? { choices } : {}) }));
  });
  const ledgers = statedTogether([read], receipt.asOf).flat();
  const comparison = await compareWithReceipt(receipt, ledgers);
  for (const line of account(receipt, comparison)) await terminal.say(line);
  return comparison.same && comparison.sound ? 0 : 1;
}

async function receiptIn(
  path: string,
  maxSize: number | null,
  terminal: Terminal,
): Promise<Receipt | null | "unreadable"> {
  const { file } = await readOne(path, maxSize, terminal);
  return file.error ? "unreadable" : ownSheets(file.sheets).receipt;
}

function* account(receipt: Receipt, comparison: Comparison): Generator<string> {
  if (!comparison.sound) yield exportWords.unsound();
  if (comparison.same) {
    yield exportWords.same(receipt.count, receipt.asOf, receipt.code);
    yield comparison.isWhole ? exportWords.comparedWhole() : exportWords.comparedProjects();
    yield* listed(comparison.rewritten.map((row) => `  ${rewrittenText(row)}`));
    return;
  }
  yield exportWords.different(receipt.asOf, receipt.code);
  const { added, gone, changed } = exportWords.changes;
  const aboveTables = reportersChanged(comparison.changed);
  const lines = [
    ...comparison.added.map((row) => `  ${added} ${placeOf(row)} ${named(row)}`),
    ...comparison.gone.map((row) => `  ${gone} ${named(row)}`),
    ...aboveTables.map((ledger) => `  ${changed} ${exportWords.reporterAbove(ledger.sheet)}`),
    ...comparison.changed
      .filter((row) => !isOnlyReporter(row, aboveTables))
      .map((row) => `  ${changed} ${changedText(row, aboveTables)}`),
    ...comparison.totals.map((total) => `  ${totalText(total)}`),
    ...comparison.rewritten.map((row) => `  ${rewrittenText(row)}`),
  ];
  yield* listed(lines);
}

function* listed(lines: readonly string[]): Generator<string> {
  yield* lines.slice(0, LISTED);
  if (lines.length > LISTED) yield exportWords.more(lines.length - LISTED);
}

/** It says the same as before; whoever compares sees another text. */
function rewrittenText({ now, fields }: RewrittenRow): string {
  const said = fields.map((field) => columnText(now, field)).join("、");
  return `${exportWords.changes.rewritten} ${placeOf(now)} ${named(now)}：${said}`;
}

function named({ name, key }: ReceiptRow): string {
  return name === "" ? key : name;
}

function placeOf({ ledger, project }: PlacedRow): string {
  return exportWords.row(ledger.sheet, project.row);
}

/** Tables whose lines above the heading say another 填报单位 now: it is said of all their projects, and written once. */
function reportersChanged(rows: readonly ChangedRow[]): readonly Ledger[] {
  const tables = rows
    .filter(({ now, fields }) => fields.includes("reporter") && columnOf(now.ledger, "reporter") < 0)
    .map(({ now }) => now.ledger);
  return [...new Set(tables)];
}

function isOnlyReporter({ now, fields, columns }: ChangedRow, aboveTables: readonly Ledger[]): boolean {
  return fields.length === 1 && fields[0] === "reporter" && columns.length === 0 && aboveTables.includes(now.ledger);
}

/** Which cells have changed, as far as the receipt tells; of the total what it was and is. */
function changedText({ before, now, fields, columns }: ChangedRow, aboveTables: readonly Ledger[]): string {
  const amount = amountChange(before, now);
  const said = fields
    .filter((field) => field !== "totalInvestment" || amount === null)
    .filter((field) => field !== "reporter" || !aboveTables.includes(now.ledger))
    .map((field) => columnText(now, field));
  const others = columns.map((name) => besideText(now.ledger, name));
  const changes = [...(amount === null ? [] : [amount]), ...said, ...others].join("、");
  return `${placeOf(now)} ${renamed(before, now)}${changes === "" ? "" : `：${changes}`}`;
}

/** A step's number or day may stand in the column of the step itself; what has no column may be said elsewhere. */
function columnText({ ledger, project }: Pick<PlacedRow, "ledger" | "project">, field: FieldKey): string {
  const step = procedureOf(field);
  const own = ledger.columns.find((each) => each.field === field);
  const column = own ?? ledger.columns.find((each) => step !== null && each.field === `proc.${step.key}`);
  if (column) return exportWords.column(columnName(column.column), column.heading);
  const isSaid = Object.entries(project.values).some(([said, value]) => said === field && value !== undefined);
  return isSaid ? exportWords.elsewhere(fieldTerm(field)) : exportWords.noColumn(fieldTerm(field));
}

/** A column that means no field, by its heading. */
function besideText(ledger: Ledger, name: string): string {
  const column = columnsBeside(ledger).find((each) => each.name === name);
  return column ? exportWords.column(columnName(column.column), name) : exportWords.noColumn(name);
}

function totalText({ before, now, said }: ChangedTotal): string {
  const { added, gone, changed } = exportWords.changes;
  if (now === null) return `${gone} ${exportWords.totalRow(before?.label ?? "")}`;
  const place = `${exportWords.row(now.ledger.sheet, now.row)} ${exportWords.totalRow(now.label)}`;
  if (before === null) return `${added} ${place}`;
  const amount = amountChange(before, now);
  const others = said
    .filter((name) => name !== "totalInvestment" || amount === null)
    .map((name) => totalCellText(now.ledger, name));
  return `${changed} ${place}：${[...(amount === null ? [] : [amount]), ...others].join("、")}`;
}

function totalCellText(ledger: Ledger, name: string): string {
  if (name === "count") return exportWords.count();
  const column = ledger.columns.find(({ field }) => field === name);
  return column ? exportWords.column(columnName(column.column), column.heading) : besideText(ledger, name);
}

/** A project known by its code may go by another name now: whoever compares looks for the one on paper. */
function renamed(before: ReceiptRow, now: ReceiptRow): string {
  return before.name === now.name ? named(now) : exportWords.renamed(named(before), named(now));
}

function amountChange(
  before: Pick<ReceiptRow, "wan">,
  now: { readonly wan: number | null; readonly ledger: Ledger },
): string | null {
  if (before.wan === now.wan) return null;
  const said = (wan: number | null): string => (wan === null ? "（空）" : figureText(wan));
  const figures = exportWords.total(said(before.wan), said(now.wan));
  const column = columnOf(now.ledger, "totalInvestment");
  return column < 0 ? figures : `${columnName(column)} 列${figures}`;
}
