/** The report of a run: as one object for whoever looks at it, or as a stream of text where it is large. */
import { sentences } from "../words/finding";
import { assumedUnits } from "../words/assumedUnit";
import { notice } from "../words/command";
import type { Baseline } from "../ledger/baseline";
import { comparisonOf } from "./compare";
import type { LedgerFindings } from "../findings/check";
import type { Finding } from "../findings/finding";
import { fixOf } from "../fixes/index";
import { procedureOf } from "../ledger/fields";
import type { Ledger, Project, Values } from "../ledger/ledger";
import { isRestated } from "../ledger/restated";
import { sharedStart, underItsField } from "../ledger/tense";
import { stageMoves } from "../reserve/moves";
import { departmentRanking } from "../reserve/ranking";
import { reserveNumbers } from "../reserve/reserve";
import { sourcesLeftOut } from "../rules/C206";
import { FIELD_OF, stepAsOf, stepsIn } from "../rules/steps";
import { columnName } from "../sheet/address";
import { fixReport } from "./fix";
import type {
  Account,
  FileReport,
  FindingReport,
  Report,
  RowReport,
  RunFindingReport,
  SheetReport,
  Verdict,
} from "./report";
import type { Run } from "./run";
import { VERSION } from "./version";

/** `other` is the same ledgers judged by another pack. */
export function buildReport(run: Run, other: Run | null = null): Report {
  return {
    ...head(run),
    files: filesOf(run, (ledger) => ({
      ...sheetHead(ledger),
      rows: ledger.projects.map((project) => rowReport(run, ledger, project)),
      ...sheetTail(run, ledger),
    })),
    ...tail(run, other),
  };
}

/** The report without its rows and, where no ledger says when its projects entered the reserve, without its sums: what a reader is told. */
export function buildAccount(run: Run, other: Run | null = null): Account {
  const isDated = run.ledgers.some(({ columns }) => columns.some(({ field }) => field === "enteredOn"));
  return {
    files: filesOf(run, (ledger) => ({
      ...sheetHead(ledger),
      projects: ledger.projects.length,
      ...sheetTail(run, ledger),
    })),
    reserve: isDated ? reserveReport(run) : null,
    ...found(run, other),
  };
}

function filesOf<Sheet>(run: Run, sheetOf: (ledger: Ledger) => Sheet) {
  return run.files.map((file, index) => ({
    path: file.path,
    error: file.error ?? null,
    sheets: (run.ledgersOf[index] ?? []).map(sheetOf),
  }));
}

/** The same document as pieces of JSON text, a row at a time, so that no string grows with the ledger. */
export function* reportText(run: Run, other: Run | null = null): Generator<string> {
  yield JSON.stringify(head(run)).slice(0, -1) + ',"files":[';
  for (const [index, file] of run.files.entries()) {
    yield `${index > 0 ? "," : ""}\n{"path":${JSON.stringify(file.path)},"error":${JSON.stringify(file.error ?? null)},"sheets":[`;
    for (const [position, ledger] of (run.ledgersOf[index] ?? []).entries()) {
      yield `${position > 0 ? "," : ""}\n${JSON.stringify(sheetHead(ledger)).slice(0, -1)},"rows":[`;
      yield* listText(ledger.projects, (project) => rowReport(run, ledger, project));
      yield "]," + JSON.stringify(sheetTail(run, ledger)).slice(1);
    }
    yield "]}";
  }
  yield "],\n" + JSON.stringify(tail(run, other)).slice(1) + "\n";
}

function* listText<T>(items: readonly T[], shape: (item: T) => unknown): Generator<string> {
  let text = "";
  for (let index = 0; index < items.length; index++) {
    text += (index > 0 ? ",\n" : "\n") + JSON.stringify(shape(items[index] as T));
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  yield text;
}

function head(run: Run): Pick<Report, "tool" | "asOf" | "pack" | "notices"> {
  const { pack, asOf } = run.options;
  return {
    tool: { name: "ledger-check", version: VERSION },
    asOf,
    pack: { id: pack.id, version: pack.version, title: pack.title },
    notices: [...(run.options.notices ?? []), ...assumedUnits(run.ledgers, notice), ...beyondCalendar(run)],
  };
}

/** Days that no working day can be reckoned from are refused; that is said once, with what to do. */
function beyondCalendar({ ledgers, calendar: { through } }: Run): string[] {
  const later = ledgers.some(({ projects, columns }) => {
    const steps = columns.flatMap(({ field }) => procedureOf(field)?.key ?? []);
    const keys = [...new Set(steps)].map((key) => `proc.${key}` as const);
    const isLater = ({ values }: Project): boolean =>
      (values.startPlanned?.to ?? "") > through || keys.some((key) => (values[key]?.due?.to ?? "") > through);
    return keys.length > 0 && projects.some(isLater);
  });
  return later ? [notice.daysBeyondData(through)] : [];
}

type SheetTail = Pick<SheetReport, "skipped" | "findings" | "waiting" | "sourcesLeftOut">;
type SheetHead = Omit<SheetReport, "rows" | keyof SheetTail>;

function sheetHead(ledger: Ledger): SheetHead {
  return {
    name: ledger.sheet,
    role: ledger.role,
    why: ledger.why,
    header: ledger.header,
    unit: ledger.unit,
    assumedUnit: ledger.assumedUnit,
    ...(ledger.reportsNone ? { reportsNone: true as const } : {}),
    columns: ledger.columns
      // Where steps share their columns, each stands for as many fields as there are steps.
      .filter(({ field }) => ledger.role === "projects" || procedureOf(field) === null)
      .map(({ column, heading, field, unit }) => ({ column: columnName(column), heading, field, unit })),
    unmapped: ledger.unmapped.map(inReport),
    questions: ledger.questions.map((question) => ({ ...question, column: columnName(question.column) })),
  };
}

function inReport({ column, heading }: Ledger["unmapped"][number]): SheetReport["unmapped"][number] {
  return { column: columnName(column), heading };
}

function sheetTail(run: Run, ledger: Ledger): SheetTail {
  const own = findingsOf(run, ledger);
  const leftOut = sourcesLeftOut(ledger, run.options.pack);
  return {
    skipped: ledger.skipped,
    findings: (own?.findings ?? []).map((finding) => findingReport(run, finding, ledger)),
    waiting: own?.waiting ?? [],
    ...(leftOut.length > 0 ? { sourcesLeftOut: leftOut.map(inReport) } : {}),
  };
}

const byLedger = new WeakMap<Run, Map<Ledger, LedgerFindings>>();

function findingsOf(run: Run, ledger: Ledger): LedgerFindings | undefined {
  let known = byLedger.get(run);
  if (!known) {
    known = new Map(run.result.perLedger.map((each) => [each.ledger, each]));
    byLedger.set(run, known);
  }
  return known.get(ledger);
}

function rowReport(run: Run, ledger: Ledger, project: Project): RowReport {
  const { name = "", scale } = project.values;
  const { area, negative } = run.judge(name, scale);
  return {
    row: project.row,
    key: project.key,
    ...(project.hidden ? { hidden: true as const } : {}),
    ...(isRestated(ledger, project) ? { restated: true as const } : {}),
    values: underColumns(ledger, valuesAsOf(ledger, project, run.options.asOf)),
    judged: { area, negative: negative && { class: negative.class, by: negative.by } },
  };
}

/** As rules and pages take them: a step's day that is still to come is planned, whatever the cell alone seems to say. */
function valuesAsOf(ledger: Ledger, project: Project, asOf: string): Values {
  const planned = stepsIn(ledger).filter((key) => (project.values[FIELD_OF[key]]?.on?.from ?? "") > asOf);
  if (planned.length === 0) return project.values;
  return {
    ...project.values,
    ...Object.fromEntries(planned.map((key) => [FIELD_OF[key], stepAsOf(project, key, asOf)])),
  };
}

/** In the report a column has one field, under which all its days stand; which of them have come is for the rules. */
function underColumns(ledger: Ledger, values: Values): Values {
  const shared = sharedStart(ledger);
  return shared === null ? values : underItsField(values, shared);
}

export function findingReport(run: Run, finding: Finding, ledger: Ledger): FindingReport {
  const said = sentences(finding, "zh");
  const fix = fixOf(finding, ledger, run.options.pack);
  return {
    id: finding.id,
    code: finding.code,
    severity: finding.severity,
    row: finding.row,
    cells: finding.cells,
    field: finding.field,
    message: said.message,
    why: said.why,
    how: said.how,
    basis: finding.basis,
    fix: fix && fixReport(fix),
    ...newness(run, finding),
  };
}

function runFindingReport(run: Run, finding: Finding): RunFindingReport {
  const { message, why, how } = sentences(finding, "zh");
  const { id, code, severity, field, basis, files } = finding;
  return { id, code, severity, field, message, why, how, basis, fix: null, ...newness(run, finding), files };
}

const known = new WeakMap<Baseline, ReadonlySet<string>>();

function newness(run: Run, { id }: Finding): { isNew?: boolean } {
  const { baseline } = run.options;
  if (!baseline) return {};
  let ids = known.get(baseline);
  if (!ids) known.set(baseline, (ids = new Set(baseline.findings)));
  return { isNew: !ids.has(id) };
}

function tail(run: Run, other: Run | null): Pick<Report, "reserve"> & Found {
  return { reserve: reserveReport(run), ...found(run, other) };
}

function reserveReport(run: Run): Report["reserve"] {
  const { pack, asOf, baseline } = run.options;
  return {
    ...reserveNumbers(run.ledgers, { pack, asOf, calendar: run.calendar, verdict: run.result.verdict }),
    ranking: departmentRanking(run.ledgers, pack, asOf),
    ...(baseline ? { moves: stageMoves(run.ledgers, pack, baseline) } : {}),
  };
}

type Found = Pick<Report, "findings" | "waived" | "verdict" | "comparison">;

function found(run: Run, other: Run | null): Found {
  return {
    findings: run.result.run.map((finding) => runFindingReport(run, finding)),
    waived: run.result.waived.map(({ finding, waiver }) => ({
      id: finding.id,
      code: finding.code,
      reason: waiver.reason,
      by: waiver.by,
      until: waiver.until,
    })),
    verdict: verdictOf(run),
    ...(other ? { comparison: comparisonOf(run, other) } : {}),
  };
}

export function verdictOf(run: Run): Verdict {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { findings } of run.result.perLedger) for (const finding of findings) counts[finding.severity]++;
  for (const finding of run.result.run) counts[finding.severity]++;
  const unreadable = run.files.some((file) => file.error);
  const saysAnything = run.ledgers.some(
    ({ role, projects, reportsNone }) => role === "projects" && (projects.length > 0 || reportsNone),
  );
  return {
    // A file that nobody could read, or headings alone, are nothing to hand in; whoever writes that there is no project reports.
    canSubmit: counts.error === 0 && !unreadable && saysAnything,
    errors: counts.error,
    warnings: counts.warning,
    hints: counts.hint,
    waived: run.result.waived.length,
  };
}

export type { FileReport };
