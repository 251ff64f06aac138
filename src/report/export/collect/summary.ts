/** What a collection keeps of one file, and how two such summaries become one: in any order, with the same result. */
import type { Finding } from "../../../findings/finding";
import type { FieldKey } from "../../../ledger/fields";
import type { Ledger, Project } from "../../../ledger/ledger";
import { isOfAnotherYear, toldUntil } from "../../../ledger/ownTime";
import { countedOnce } from "../../../ledger/parts";
import { statedMonth } from "../../../ledger/statedMonth";
import { projectsOnce } from "../../../ledger/together";
import { matrixGatherer, plusEntry, type MatrixEntry } from "../../../reserve/matrix";
import { bureauOf } from "../../../reserve/departments";
import { departmentNamer } from "../../../reserve/oneDepartment";
import { departmentsWithNone, bySize } from "../../../reserve/structure";
import { reservePlacer, type ReservePlace } from "../../../reserve/place";
import { progress } from "../../../reserve/progress";
import type { RateKey } from "../../../reserve/rates";
import type { Severity } from "../../../rules/rule";
import type { Run } from "../../run";
import { standardFields } from "../standardTable";
import { withinFile } from "./across";
import { mergeBy } from "./mergeBy";
import { filedBy } from "./whose";
import { mergeStanding, NO_STANDING, standingOf, type Standing } from "./standing";

/** Sums in millionths of 万元, where they are exact. */
export interface Tally {
  readonly count: number;
  readonly millionths: number;
}
export type Tallies = Readonly<Record<string, Tally>>;

export type ReceiptState = "same" | "changed" | "none";

export interface FileEntry {
  readonly path: string;
  /** Why it could not be read; null for one that was. */
  readonly error: string | null;
  readonly sheets: readonly string[];
  readonly projects: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly receipt: ReceiptState;
  /** The day on which the file was last written, YYYY-MM-DD. */
  readonly writtenOn: string;
  /** Whose projects stand in it, and who handed it in. */
  readonly departments: readonly string[];
  /** Who handed it in, as far as its own lines say. */
  readonly filedBy: readonly string[];
  /** 零报告: it has no project and says so. */
  readonly reportsNone?: true;
  /** The month before that of the day, or the year before that of the day, of which its tables say that they tell: YYYY-MM or YYYY. */
  readonly tellsOf?: string;
}

export interface Summary {
  readonly files: readonly FileEntry[];
  readonly byDepartment: Tallies;
  readonly byStage: Tallies;
  readonly byArea: Tallies;
  readonly byChannel: Tallies;
  readonly bySize: Tallies;
  readonly added: Tally;
  readonly addedBy: Tallies;
  /** Of whom nobody wrote when they entered: whether they are new nobody can say. */
  readonly undatedBy: Tallies;
  readonly all: Tally;
  readonly fitting: number;
  readonly findings: Readonly<Record<string, { readonly severity: Severity; readonly count: number }>>;
  readonly rates: Readonly<Partial<Record<RateKey, { readonly above: number; readonly below: number }>>>;
  readonly matrix: Readonly<Record<string, MatrixEntry>>;
  /** Departments of the roster that have a project. */
  readonly present: readonly string[];
  readonly fields: readonly FieldKey[];
  readonly standing: Standing;
  /** One project standing several times in a file, or with figures that do not agree. */
  readonly within: readonly Finding[];
}

const NO_TALLY: Tally = { count: 0, millionths: 0 };

export const EMPTY: Summary = {
  files: [],
  byDepartment: {},
  byStage: {},
  byArea: {},
  byChannel: {},
  bySize: {},
  added: NO_TALLY,
  addedBy: {},
  undatedBy: {},
  all: NO_TALLY,
  fitting: 0,
  findings: {},
  rates: {},
  matrix: {},
  present: [],
  fields: [],
  standing: NO_STANDING,
  within: [],
};

export function summarise(run: Run, file: Pick<FileEntry, "path" | "receipt" | "writtenOn">): Summary {
  const { pack, asOf } = run.options;
  const ledgers = run.ledgers.filter(({ role }) => role === "projects");
  const matrix = matrixGatherer(run.ledgers, pack);
  const counted = countedRows(run, ledgers, matrix.add);
  const absent = new Set(departmentsWithNone(ledgers, pack));
  const found = findingCounts(run);
  const projects = ledgers.reduce((sum, ledger) => sum + projectsOnce(ledger).length, 0);
  const nameOf = departmentNamer(pack, []);
  const reporters = ledgers.flatMap(({ reporter }) => (reporter === null ? [] : [nameOf(bureauOf(reporter, null))]));
  return {
    files: [
      {
        ...file,
        error: null,
        sheets: ledgers.map(({ sheet }) => sheet),
        projects,
        ...found.perSeverity,
        departments: [...new Set([...counted.byDepartment.names(), ...reporters])],
        filedBy: filedBy(ledgers, pack.roster),
        ...(projects === 0 && ledgers.some(({ reportsNone }) => reportsNone) ? { reportsNone: true as const } : {}),
        ...tellsOfEarlier(ledgers, asOf),
      },
    ],
    byDepartment: counted.byDepartment.tallies(),
    byStage: counted.byStage.tallies(),
    byArea: counted.byArea.tallies(),
    byChannel: counted.byChannel.tallies(),
    bySize: Object.fromEntries(
      bySize(ledgers, pack).map(({ name, count, wan }) => [name, { count, millionths: Math.round(wan * 1e6) }]),
    ),
    added: counted.added,
    addedBy: counted.addedBy.tallies(),
    undatedBy: counted.undatedBy.tallies(),
    all: counted.all,
    fitting: counted.fitting,
    findings: found.byCode,
    rates: Object.fromEntries(
      progress(ledgers, pack, asOf).rates.map(({ key, numerator, denominator }) => [
        key,
        { above: Math.round(numerator * 1e6), below: Math.round(denominator * 1e6) },
      ]),
    ),
    matrix: Object.fromEntries(matrix.entries),
    present: pack.roster.map(({ name }) => name).filter((name) => !absent.has(name)),
    fields: standardFields(ledgers),
    standing: standingOf(run),
    within: sortedBy(withinFile(run), placeOfFinding),
  };
}

/** Nothing where one of the tables may be of the day's month. */
function tellsOfEarlier(ledgers: readonly Ledger[], asOf: string): Pick<FileEntry, "tellsOf"> {
  const days = ledgers.map((ledger) => {
    const day = toldUntil(ledger, asOf);
    return isOfAnotherYear(ledger, asOf) && statedMonth(ledger) === null ? day.slice(0, 4) : day.slice(0, 7);
  });
  const latest = days.sort().at(-1);
  return latest === undefined || latest >= asOf.slice(0, 7) ? {} : { tellsOf: latest };
}

/** For a file that nobody could read. */
export function unreadable(path: string, error: string, writtenOn: string): Summary {
  const file = {
    path,
    error,
    sheets: [],
    projects: 0,
    errors: 0,
    warnings: 0,
    hints: 0,
    receipt: "none" as const,
    writtenOn,
    departments: [],
    filedBy: [],
  };
  return { ...EMPTY, files: [file] };
}

/** Commutative and associative, EMPTY being neutral: every list has an order of its own. */
export function merge(a: Summary, b: Summary): Summary {
  return {
    files: sortedBy([...a.files, ...b.files], ({ path }) => path),
    byDepartment: mergeBy(a.byDepartment, b.byDepartment, plusTally),
    byStage: mergeBy(a.byStage, b.byStage, plusTally),
    byArea: mergeBy(a.byArea, b.byArea, plusTally),
    byChannel: mergeBy(a.byChannel, b.byChannel, plusTally),
    bySize: mergeBy(a.bySize, b.bySize, plusTally),
    added: plusTally(a.added, b.added),
    addedBy: mergeBy(a.addedBy, b.addedBy, plusTally),
    undatedBy: mergeBy(a.undatedBy, b.undatedBy, plusTally),
    all: plusTally(a.all, b.all),
    fitting: a.fitting + b.fitting,
    findings: mergeBy(a.findings, b.findings, (one, other) => ({ ...one, count: one.count + other.count })),
    rates: mergeBy(a.rates, b.rates, (one, other) => ({
      above: one.above + other.above,
      below: one.below + other.below,
    })),
    matrix: mergeBy(a.matrix, b.matrix, plusEntry),
    present: sortedBy([...new Set([...a.present, ...b.present])], (name) => name),
    fields: sortedBy([...new Set([...a.fields, ...b.fields])], (field) => field),
    standing: mergeStanding(a.standing, b.standing),
    within: sortedBy([...a.within, ...b.within], placeOfFinding),
  };
}

/** One place has one finding of a code; rows as texts of one length, so that they sort as numbers. */
export function placeOfFinding({ file, sheet, row, code }: Finding): string {
  return [file, sheet, String(row).padStart(8, "0"), code].join("\u0001");
}

export function plusTally(a: Tally, b: Tally): Tally {
  return { count: a.count + b.count, millionths: a.millionths + b.millionths };
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function millionths(amount: { readonly wan: number } | undefined): number {
  return amount ? Math.round(amount.wan * 1e6) : 0;
}

/** What concerns the county as a whole, its target or the departments without a project, is no fault of one file. */
function findingCounts({ result }: Run): {
  perSeverity: Pick<FileEntry, "errors" | "warnings" | "hints">;
  byCode: Summary["findings"];
} {
  const counts = { error: 0, warning: 0, hint: 0 };
  const byCode: Record<string, { severity: Severity; count: number }> = {};
  for (const { code, severity } of result.perLedger.flatMap(({ findings }) => findings)) {
    counts[severity]++;
    const known = byCode[code];
    byCode[code] = { severity, count: (known?.count ?? 0) + 1 };
  }
  return { perSeverity: { errors: counts.error, warnings: counts.warning, hints: counts.hint }, byCode };
}

interface Counter {
  count: number;
  millionths: number;
}

function count(counter: Counter, own: number): void {
  counter.count++;
  counter.millionths += own;
}

/** What is counted row by row. */
class Counted {
  readonly byDepartment = new Groups();
  readonly byStage = new Groups();
  readonly byArea = new Groups();
  readonly byChannel = new Groups();
  readonly addedBy = new Groups();
  readonly undatedBy = new Groups();
  readonly all: Counter = { ...NO_TALLY };
  readonly added: Counter = { ...NO_TALLY };
  fitting = 0;

  /** Of a project that has left only the stage counts. */
  add(place: ReservePlace, { own, isDated }: { readonly own: number; readonly isDated: boolean }): void {
    this.byStage.add(place.stage, own);
    if (place.left) return;
    this.byDepartment.add(place.department, own);
    this.byArea.add(place.area, own);
    this.byChannel.add(place.channel, own);
    count(this.all, own);
    if (place.fits) this.fitting++;
    if (!isDated) this.undatedBy.add(place.department, own);
    if (!place.added) return;
    count(this.added, own);
    this.addedBy.add(place.department, own);
  }
}

function countedRows(
  { options: { pack, asOf }, result: { verdict } }: Run,
  ledgers: readonly Ledger[],
  addToMatrix: (project: Project, ledger: Ledger, channel: string) => void,
): Counted {
  const placeOf = reservePlacer({ pack, asOf, verdict });
  const counted = new Counted();
  for (const ledger of ledgers) {
    for (const project of countedOnce(ledger)) {
      const place = placeOf(project, ledger);
      const { totalInvestment, enteredOn } = project.values;
      counted.add(place, { own: millionths(totalInvestment), isDated: enteredOn !== undefined });
      if (!place.left) addToMatrix(project, ledger, place.channel);
    }
  }
  return counted;
}

class Groups {
  private readonly sums = new Map<string, Counter>();

  add(name: string, own: number): void {
    let sum = this.sums.get(name);
    if (!sum) this.sums.set(name, (sum = { ...NO_TALLY }));
    count(sum, own);
  }

  names(): string[] {
    return [...this.sums.keys()];
  }

  tallies(): Tallies {
    return Object.fromEntries(this.sums);
  }
}
