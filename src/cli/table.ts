/** The readable account of a run: what stops a submission first, every line with its cell. */
import type { Account, Comparison, FindingReport, ReserveReport, SheetAccount } from "../report/report";
import type { Severity } from "../rules/rule";
import { missingTerm } from "../words/terms";
import { summary } from "../words/command";
import { percentOf, yiOf } from "../words/paneFigures";
import { figureText } from "../words/say";
import { SEVERITY_SIGNS, SEVERITY_WORDS } from "../words/severity";
import { printable } from "./printable";

/** Wraps text in colour, or leaves it as it is where nobody sees colours. */
export type Paint = (severity: Severity | "quiet" | "strong", text: string) => string;

const CODES = { error: "31", warning: "33", hint: "36", quiet: "2", strong: "1" } as const;
export const colours: Paint = (kind, text) => `\u001b[${CODES[kind]}m${printable(text)}\u001b[0m`;
export const noColours: Paint = (_kind, text) => printable(text);

/** Findings of one code beyond this many are counted, not listed. */
const MOST_OF_A_CODE = 20;
/** Of what is only written badly a few say enough; the others are named by their cells. */
const MOST_OF_A_NOTATION = 3;
const MOST_TERMS = 6;
const ORDER: readonly Severity[] = ["error", "warning", "hint"];

/** Line by line, so that a long account is never one string. `compared` is the other pack as the call names it: a changed copy keeps its title. */
export function* accountLines(account: Account, paint: Paint, compared: string | null = null): Generator<string> {
  for (const file of account.files) {
    yield paint("strong", file.path);
    if (file.error) {
      // Why, and what to do, stands on standard error as soon as it is known.
      yield `  ${paint("error", SEVERITY_SIGNS.error)} ${summary.notRead()}`;
      continue;
    }
    for (const sheet of file.sheets) yield* sheetLines(named(sheet, file.sheets), paint);
    yield "";
  }
  if (account.findings.length > 0) {
    yield paint("strong", summary.run());
    for (const finding of account.findings)
      yield findingLine(finding.severity, finding.code, "", finding.message, finding.how, paint);
    yield "";
  }
  if (account.comparison) yield* comparisonLines(account.comparison, paint, compared);
  const reserve = account.reserve && reserveLine(account.reserve);
  if (reserve !== null) yield reserve;
  yield verdictLine(account, paint);
}

function* comparisonLines(
  { pack, appearing, going }: Comparison,
  paint: Paint,
  compared: string | null,
): Generator<string> {
  yield paint("strong", summary.comparison(pack.title, compared ?? pack.id, appearing.length, going.length));
  for (const [sign, list] of [
    ["＋", appearing],
    ["－", going],
  ] as const) {
    for (const { code, severity, cells, message } of list.slice(0, MOST_OF_A_CODE)) {
      yield `  ${sign} ${paint(severity, SEVERITY_WORDS[severity])} ${padded(cells[0] ?? "", 6)}${code}  ${printable(message)}`;
    }
    if (list.length > MOST_OF_A_CODE) yield paint("quiet", `    ${summary.more(list.length - MOST_OF_A_CODE)}`);
  }
  yield "";
}

function reserveLine({ added, target, gap, workdaysLeft, pace, fit }: ReserveReport): string | null {
  if (!target || !gap) return null;
  const yi = (wan: number): string => figureText(yiOf(wan));
  let line = summary.reserve(added.count, target.count, yi(added.wan), yi(target.wan));
  if (gap.count > 0 || gap.wan > 0) {
    line += summary.gap(
      gap.count,
      gap.wan > 0 ? yi(gap.wan) : null,
      workdaysLeft,
      pace && gap.count > 0 ? summary.pace(figureText(Math.ceil(pace.count * 10) / 10)) : "",
    );
  }
  if (fit) {
    const total = fit.share > 0 ? Math.round(fit.count / fit.share) : 0;
    if (total > 0) line += summary.fit(fit.count, total, `${figureText(percentOf(fit.share))}%`);
  }
  return line;
}

/** Where a sheet has several tables, one below the other, each is told by the row of its heading. */
function named(sheet: SheetAccount, sheets: readonly SheetAccount[]): SheetAccount {
  const tables = sheets.filter(({ name }) => name === sheet.name);
  return tables.length === 1 || !sheet.header
    ? sheet
    : { ...sheet, name: summary.tableOf(sheet.name, tables.indexOf(sheet) + 1, sheet.header.top) };
}

function* sheetLines(sheet: SheetAccount, paint: Paint): Generator<string> {
  if (sheet.role !== "projects") {
    if (sheet.role === "other") yield paint("quiet", `  ${summary.other(sheet.name, sheet.why ?? "")}`);
    else if (sheet.findings.length > 0) yield `  ${printable(sheet.name)}`;
    for (const severity of ORDER) yield* severityLines(sheet, severity, paint);
    return;
  }
  yield `  ${printable(summary.sheet(sheet.name, sheet.projects))}`;
  const known = sheet.findings.filter(({ isNew }) => isNew === false).length;
  if (known > 0) yield `    ${summary.since(sheet.findings.length - known, known)}`;
  if (sheet.projects === 0) yield `    ${sheet.reportsNone ? summary.reportsNone() : summary.noProjects()}`;
  else if (sheet.findings.length === 0) yield `    ${summary.nothing()}`;
  for (const severity of ORDER) yield* severityLines(sheet, severity, paint);
  if (sheet.waiting.length > 0) yield paint("quiet", `    ${waitingLine(sheet)}`);
  for (const { column, heading } of sheet.sourcesLeftOut ?? [])
    yield paint("quiet", `    ${summary.sourceLeftOut(column, heading)}`);
}

/** Which columns a ledger lacks is worth one line; which rules wait for each stands in the report. */
function waitingLine({ waiting }: SheetAccount): string {
  const codes = new Set(waiting.flatMap((each) => each.codes));
  const terms = waiting.map(({ field, anyOf }) => missingTerm(field, anyOf, "zh"));
  return summary.waiting(terms.slice(0, MOST_TERMS), terms.length, codes.size);
}

function* severityLines(sheet: SheetAccount, severity: Severity, paint: Paint): Generator<string> {
  const byCode = new Map<string, FindingReport[]>();
  for (const finding of sheet.findings) {
    if (finding.severity !== severity || finding.isNew === false) continue;
    const same = byCode.get(finding.code);
    if (same) same.push(finding);
    else byCode.set(finding.code, [finding]);
  }
  for (const findings of byCode.values()) {
    const isNotation = findings.every(({ fix }) => fix?.kind === "safe");
    const shown = findings.slice(0, isNotation ? MOST_OF_A_NOTATION : MOST_OF_A_CODE);
    for (const finding of shown) {
      yield "  " + findingLine(severity, finding.code, place(finding, sheet), finding.message, finding.how, paint);
    }
    const rest = findings.slice(shown.length);
    if (rest.length === 0) continue;
    const more = isNotation
      ? summary.moreNotation(
          rest.length,
          rest.slice(0, MOST_OF_A_CODE).map((each) => place(each, sheet)),
        )
      : summary.more(rest.length);
    yield paint("quiet", `      ${more}`);
  }
}

/** A finding without a cell stands on its row, or on the heading. */
function place({ cells: [cell], row }: FindingReport, { header }: SheetAccount): string {
  if (cell !== undefined || row === null) return cell ?? "";
  return header?.bottom === row ? summary.headingRow(row) : summary.row(row);
}

function findingLine(
  severity: Severity,
  code: string,
  where: string,
  message: string,
  how: string,
  paint: Paint,
): string {
  const sign = paint(severity, `${SEVERITY_SIGNS[severity]} ${SEVERITY_WORDS[severity]}`);
  return `  ${sign} ${padded(where, 6)}${code}  ${printable(message)}${how === "" ? "" : paint("quiet", ` → ${how}`)}`;
}

function padded(text: string, width: number): string {
  return text === "" ? "" : text + " ".repeat(Math.max(1, width - text.length));
}

export function verdictLine(account: Account, paint: Paint): string {
  const { verdict } = account;
  const unreadable = account.files.filter((file) => file.error !== null).length;
  const ledgers = account.files.flatMap(({ sheets }) => sheets.filter(({ role }) => role === "projects"));
  const projects = ledgers.reduce((sum, each) => sum + each.projects, 0);
  const reportsNone = ledgers.some((each) => each.reportsNone);
  const said = summary.verdict({ errors: verdict.errors, unreadable, ledgers: ledgers.length, projects, reportsNone });
  const parts = [
    verdict.errors > 0 || unreadable > 0 ? paint("error", said) : said,
    summary.counts(verdict.warnings, verdict.hints, verdict.waived),
  ];
  if (unreadable > 0) parts.push(paint("error", summary.unreadable(unreadable)));
  return parts.join("，");
}
