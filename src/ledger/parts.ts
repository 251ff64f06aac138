/** Rows that take a project apart (1 → 1.1, 1.2 or (1), (2)): what they cost is contained in the project above, so that no total adds them up again. */
import { saysSum } from "../measure/amount";
import { normaliseText } from "../measure/text";
import type { Amount } from "../measure/types";
import type { CellValue } from "../sheet/cell";
import type { Project, TotalRow } from "./ledger";
import { totalsOf, type LedgerEvent } from "./totals";

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

/** Rows of the parts whose figures make up those of the project that they stand below. */
function partRows(projects: readonly Project[], serialColumn: number): ReadonlySet<number> {
  const rows = new Set<number>();
  let whole: Whole | null = null;
  const close = () => {
    if (whole && whole.parts.length >= FEWEST_PARTS && makeUp(whole)) for (const { row } of whole.parts) rows.add(row);
    whole = null;
  };
  for (const project of projects) {
    const serial = serialText(project.cells[serialColumn]);
    if (whole && isPartOf(serial, whole.serial)) whole.parts.push(project);
    else {
      close();
      whole = /^\d{1,4}$/u.test(serial) ? { serial, project, parts: [] } : null;
    }
  }
  close();
  return rows;
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
