/** Rows that take a project apart (1 → 1.1, 1.2 or (1), (2)): what they cost is contained in the project above, so that nothing adds them up again. */
import { saysSum } from "../measure/amount";
import { normaliseText } from "../measure/text";
import type { Amount } from "../measure/types";
import type { CellValue } from "../sheet/cell";
import type { PlainField } from "./fields";
import { columnOf, type Ledger, type Project, type TotalRow } from "./ledger";
import { totalsOf, type LedgerEvent } from "./row/totals";
import { applicationsOnce, projectsOnce, standsForApplication } from "./together";

interface Whole {
  readonly serial: string;
  readonly project: Project;
  readonly parts: Project[];
}

/** The printed totals of a sheet, none of which stands for a part beside its whole. */
export function totalsOfWholes(
  events: readonly LedgerEvent[],
  projects: readonly Project[],
  serialColumn: number,
): readonly TotalRow[] {
  const all = totalsOf(events);
  if (all.length === 0 || serialColumn < 0) return all;
  const parts = partRows(projects, serialColumn);
  if (parts.size === 0) return all;
  const counted = new Map(all.map(({ row, of }) => [row, of.length]));
  return totalsOf(events.filter((event) => typeof event !== "number" || !parts.has(event))).map((total) =>
    // Whether the parts are counted as projects is for the clerk to say.
    total.count !== null && total.count === counted.get(total.row)
      ? { ...total, count: null, countColumn: null }
      : total,
  );
}

const countedIn = new WeakMap<Ledger, readonly Project[]>();

/** The projects of a ledger for whoever counts and adds up: each whole once, not its parts beside it; as the latest month states it; and not again where it is applied for. */
export function countedOnce(ledger: Ledger): readonly Project[] {
  let counted = countedIn.get(ledger);
  if (!counted) countedIn.set(ledger, (counted = withoutDoubles(ledger, projectsOnce(ledger))));
  return counted;
}

/** The same for whoever counts applications: a project that was applied for through two channels is two of them. */
export function applicationsCounted(ledger: Ledger): readonly Project[] {
  if (ledger.further) return withoutDoubles(ledger, applicationsOnce(ledger));
  return countedOnce(ledger).filter(standsForApplication);
}

/** Where the parts say what their whole does not, when they entered the reserve for one, they are counted and not it. */
function withoutDoubles(ledger: Ledger, projects: readonly Project[]): readonly Project[] {
  const serialColumn = columnOf(ledger, "serial");
  const wholes = serialColumn < 0 ? [] : wholesIn(projects, serialColumn);
  if (wholes.length === 0) return projects;
  const left = new Set(wholes.flatMap((whole) => (saysAll(whole) ? whole.parts : [whole.project])));
  return projects.filter((project) => !left.has(project));
}

/** What projects are counted by, and what of them is added up. */
const COUNTED_BY = [
  "department",
  "area",
  "stage",
  "channel",
  "enteredOn",
  "startActual",
  "outcome",
  "planThisYear",
  "completedThisYear",
  "completed",
  "requested",
  "approved",
  "arrived",
  "paid",
] as const satisfies readonly PlainField[];

function saysAll({ project, parts }: Whole): boolean {
  return COUNTED_BY.every(
    (field) => project.values[field] !== undefined || parts.every(({ values }) => values[field] === undefined),
  );
}

function partRows(projects: readonly Project[], serialColumn: number): ReadonlySet<number> {
  return new Set(wholesIn(projects, serialColumn).flatMap(({ parts }) => parts.map(({ row }) => row)));
}

/** Projects with the parts below them whose figures make up theirs. */
function wholesIn(projects: readonly Project[], serialColumn: number): readonly Whole[] {
  const wholes: Whole[] = [];
  let whole: Whole | null = null;
  // Most rows have nothing but their number, and no parts: only what stands above a part is looked at.
  let above: Project | null = null;
  const close = () => {
    if (whole && whole.parts.length >= FEWEST_PARTS && makeUp(whole)) wholes.push(whole);
    whole = null;
  };
  projects.forEach((project) => {
    const cell = project.cells[serialColumn];
    if (typeof cell === "number" && Number.isInteger(cell)) {
      close();
      above = project;
      return;
    }
    const serial = serialText(cell);
    whole ??= above && { serial: serialText(above.cells[serialColumn]), project: above, parts: [] };
    above = null;
    if (whole && isPartOf(serial, whole.serial)) whole.parts.push(project);
    else {
      close();
      whole = /^\d{1,4}$/u.test(serial) ? { serial, project, parts: [] } : null;
    }
  });
  close();
  return wholes;
}

/** One row alone takes nothing apart. */
const FEWEST_PARTS = 2;

/** ① reads as 1 once it is normalised, and is told before. */
function serialText(cell: CellValue | undefined): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell !== "string") return "";
  const text = cell.trim();
  return /^[①-⑳]$/u.test(text) ? `(${normaliseText(text)})` : normaliseText(text).replace(/[、.]$/u, "");
}

function isPartOf(serial: string, whole: string): boolean {
  if (/^\(\d{1,2}\)$/u.test(serial)) return true;
  const [first, second, ...more] = serial.split(/[.\-–—]/u);
  return first === whole && /^\d{1,2}$/u.test(second ?? "") && more.length === 0;
}

function makeUp({ project, parts }: Whole): boolean {
  const amount = ({ values }: Project): Amount | undefined => values.totalInvestment ?? values.planThisYear;
  const whole = amount(project)?.wan;
  if (whole === undefined || whole === 0) return false;
  const sum = parts.reduce((all, part) => all + (amount(part)?.wan ?? 0), 0);
  return saysSum(sum, whole);
}
