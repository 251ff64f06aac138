/** What a row of one label is that its own cells leave open (a project with hardly anything filled in, a section, a total called by another word), told by its sums and by the rows around it. */
import { saysSum } from "../../measure/amount";
import { normaliseText } from "../../measure/text";
import type { Amount } from "../../measure/types";
import type { CellValue } from "../../sheet/cell";
import type { Merge } from "../../sheet/sheet";
import type { FieldKey } from "../fields";
import type { Project, Skipped } from "../ledger";
import type { LedgerEvent, MarkedRow, Printed, Stands } from "./totals";

export interface OpenRow {
  readonly row: number;
  /** As it was read for the time being. */
  readonly kind: "project" | "section" | "note";
  readonly label: string;
  readonly labelColumn: number;
  readonly printed: Printed;
}

/** What was read below a heading, in the order of its rows. */
export interface RowsRead {
  readonly projects: readonly Project[];
  readonly skipped: readonly Skipped[];
  readonly events: readonly LedgerEvent[];
}

export interface Laid {
  readonly nameColumn: number;
  readonly serialColumn: number;
  readonly merges: readonly Merge[];
}

type Settled = Pick<MarkedRow, "is"> & { readonly stands?: Stands };

/** Where more rows are open, a name and its figures are all that the sheet has of its projects. */
const MOST_OPEN = 0.5;

export function settle(read: RowsRead, open: readonly OpenRow[], laid: Laid): RowsRead {
  if (open.length === 0) return read;
  const openRows = new Map(open.map((each) => [each.row, each]));
  const firm = read.projects.filter(({ row }) => !openRows.has(row));
  if (firm.length < 2 || firm.length < (1 - MOST_OPEN) * read.projects.length) return read;
  const settled = new Map<number, Settled>();
  const sums = [sumsOf(firm), sumsOf(read.projects)];
  const bounds = [
    boundsOf(read.events, (event) => typeof event !== "number" || openRows.has(event), open),
    boundsOf(read.events, (event) => typeof event !== "number", []),
  ];
  const numbering = numberingOf(firm, laid.serialColumn);
  const totals = confirmed(
    open.flatMap((each) => {
      const stands = standsFor(each, sums, bounds, numbering);
      return stands ? [{ each, stands }] : [];
    }),
    numbering,
  );
  for (const { each, stands } of totals) settled.set(each.row, { is: "total", stands });
  const alone = open.filter(({ kind }) => kind === "project").map(({ row }) => row);
  for (const each of open)
    if (!settled.has(each.row) && headsRows(each, alone, numbering, laid)) settled.set(each.row, { is: "section" });
  return settled.size === 0 ? read : withSettled(read, openRows, settled);
}

interface Found {
  readonly each: OpenRow;
  readonly stands: Stands;
}

/** In a sheet without numbers one round figure is the sum of its neighbours by chance; two rows are not, one like the other. */
function confirmed(totals: readonly Found[], { serials }: Numbering): readonly Found[] {
  const isLikely = ({ each }: Found) => serials !== null || !printsOneRound(each);
  return totals.filter(
    (total) => isLikely(total) || totals.some((other) => other !== total && other.stands === total.stands),
  );
}

function printsOneRound({ printed }: OpenRow): boolean {
  const figures = new Set(Object.values(printed.amounts).flatMap(({ wan }) => (wan === 0 ? [] : [wan])));
  return figures.size === 1 && ![...figures].some(isExact);
}

/** Projects by row with what their amounts add up to. */
interface Sums {
  readonly rows: readonly number[];
  /** What the first n projects add up to, and how many of them hold something. */
  readonly upTo: (field: FieldKey) => { readonly wan: readonly number[]; readonly held: readonly number[] };
}

function sumsOf(projects: readonly Project[]): Sums {
  const known = new Map<FieldKey, { readonly wan: number[]; readonly held: number[] }>();
  return {
    rows: projects.map(({ row }) => row),
    upTo: (field) => {
      let sums = known.get(field);
      if (!sums) {
        known.set(field, (sums = { wan: [0], held: [0] }));
        let wan = 0;
        let held = 0;
        for (const { values } of projects) {
          const amount = (values as Readonly<Record<string, Amount | undefined>>)[field];
          if (amount !== undefined && amount.wan !== 0) {
            wan += amount.wan;
            held++;
          }
          sums.wan.push(wan);
          sums.held.push(held);
        }
      }
      return sums;
    },
  };
}

/** Rows that end what a total stands for, ascending. */
function boundsOf(
  events: readonly LedgerEvent[],
  ends: (event: LedgerEvent) => boolean,
  more: readonly OpenRow[],
): readonly number[] {
  const rows = events.filter(ends).map((event) => (typeof event === "number" ? event : event.row));
  return [...new Set([...rows, ...more.map(({ row }) => row)])].sort((a, b) => a - b);
}

/** Whose sums the row prints, once with and once without the other open rows among the projects; null where nobody's. */
function standsFor(
  each: OpenRow,
  sums: readonly Sums[],
  bounds: readonly (readonly number[])[],
  numbering: Numbering,
): Stands | null {
  if (Object.keys(each.printed.amounts).length === 0) return null;
  for (const [index, some] of sums.entries()) {
    const ends = bounds[index] ?? [];
    const own = indexOf(some.rows, each.row);
    const past = some.rows[own] === each.row ? own + 1 : own;
    const since = indexOf(some.rows, lastBelow(ends, each.row));
    const until = indexOf(some.rows, firstAbove(ends, each.row));
    const whole = [
      [0, own],
      [past, some.rows.length],
    ] as const;
    const prints = (ranges: Ranges) => printsSum(each, some, ranges, numbering);
    const sumsAfter = prints([[past, until]]);
    // A section's figures are those of its rows.
    if (each.kind === "section" && sumsAfter) return null;
    if (prints(whole)) return "all";
    if (prints([[since, own]])) return "before";
    if (sumsAfter) return "after";
  }
  return null;
}

function indexOf(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastBelow(rows: readonly number[], row: number): number {
  return rows[indexOf(rows, row) - 1] ?? 0;
}

function firstAbove(rows: readonly number[], row: number): number {
  return rows[indexOf(rows, row + 1)] ?? Number.POSITIVE_INFINITY;
}

/** Places in a list of projects, the ends exclusive. */
type Ranges = readonly (readonly [from: number, to: number])[];

/** Most of its figures are the sums of these projects; one that is wrong among them is for K701 to say. */
function printsSum(each: OpenRow, sums: Sums, ranges: Ranges, { serials }: Numbering): boolean {
  const printedSums: number[] = [];
  let figures = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [field, printed] of Object.entries(each.printed.amounts) as [FieldKey, Amount][]) {
    if (printed.wan === 0) continue;
    figures++;
    const { wan, held } = sums.upTo(field);
    let sum = 0;
    let count = 0;
    for (const [from, to] of ranges) {
      sum += (wan[to] ?? 0) - (wan[from] ?? 0);
      count += (held[to] ?? 0) - (held[from] ?? 0);
    }
    if (count < 2 || !saysSum(printed.wan, sum)) continue;
    printedSums.push(printed.wan);
    fewest = Math.min(fewest, count);
  }
  if (printedSums.length === 0 || printedSums.length * 2 <= figures) return false;
  // The same figure in two columns says nothing twice.
  if (new Set(printedSums).size > 1) return true;
  const words = wordsOf(each.label);
  if (words > 0) return true;
  // Against a name that says what is built one figure is no proof where it is the sum of two others; nor where it is
  // round, unless the sheet numbers its projects and not this row.
  return (serials !== null || printedSums.some(isExact)) && (words === 0 || fewest > 2);
}

/** Three digits that count or more: 300 is the sum of others by chance, 3 640 hardly. */
function isExact(wan: number): boolean {
  return String(Math.round(Math.abs(wan) * 10_000)).replace(/0+$/u, "").length >= 3;
}

interface Numbering {
  readonly rows: readonly number[];
  /** Null where the sheet does not number its projects. */
  readonly serials: readonly (number | null)[] | null;
}

/** So many projects must have a number for the sheet to be a numbered one. */
const NUMBERED_SHARE = 0.8;

function numberingOf(firm: readonly Project[], serialColumn: number): Numbering {
  const rows = firm.map(({ row }) => row);
  if (serialColumn < 0) return { rows, serials: null };
  const serials = firm.map(({ cells }) => serialOf(cells[serialColumn]));
  const numbered = serials.filter((serial) => serial !== null).length;
  return { rows, serials: numbered < NUMBERED_SHARE * firm.length ? null : serials };
}

function serialOf(cell: CellValue | undefined): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return null;
  const digits = /^\(?(\d{1,5})\)?[、.]?$/u.exec(normaliseText(cell))?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Whether a name alone heads the rows below it. Several signs decide together, since a clerk may also have filled in nothing yet but a project's name.
 */
function headsRows(
  each: OpenRow,
  alone: readonly number[],
  { rows, serials }: Numbering,
  { nameColumn, merges }: Laid,
): boolean {
  if (each.kind !== "project" || each.labelColumn !== nameColumn || Object.keys(each.printed.amounts).length > 0)
    return false;
  const next = indexOf(rows, each.row);
  // Behind the last project there is nothing to head.
  if (next >= rows.length) return false;
  const between = indexOf(alone, rows[next] ?? 0) - indexOf(alone, rows[next - 1] ?? 0);
  const across = merges.some(
    ({ top, bottom, left, right }) =>
      top === each.row && bottom === top && left <= each.labelColumn && right > each.labelColumn,
  );
  const words = wordsOf(each.label);
  // Without numbers only a merge tells, or several short labels, each over rows of its own, that begin above all rows.
  if (!serials) {
    const isFirstAbove = (alone[0] ?? Infinity) < (rows[0] ?? 0);
    const several = between === 1 && alone.length > between && isFirstAbove;
    return across || (words > 0 && each.label.length <= LONG_NAME && several);
  }
  const before = serials[next - 1] ?? null;
  const after = serials[next] ?? null;
  let signs = words;
  if (next === 0 || (before !== null && after === before + 1)) signs += 1;
  else if (before !== null && after === 1) signs += 3;
  // The numbers leave out exactly the rows between: they are counted, only not numbered.
  else if (before !== null && after === before + 1 + between) return false;
  if (between > 1) signs -= 1;
  if (alone.length > between) signs += 1;
  if (across) signs += 3;
  return signs >= HEADS;
}

const HEADS = 2;

/** （1） 1、 and ①, which reads as 1 by now; 「3号桥」 is a name. */
const NUMBERED = /^(?:\(\d{1,2}\)|\d{1,2}[、.](?!\d)|\d{1,2}(?=\p{Script=Han})(?![年月日号期个万亿千百层座条所级户]))/u;
const WORK =
  /新建|改建|扩建|改造|治理|建设|修复|整治|提升|加固|硬化|修缮|迁建|安装|购置|开发|保护|配套|维修|拓宽|升级|铺设/u;
/** What stands at the end of the name of one thing that is built. */
const THING =
  /(?:项目|工程|[路桥库校院厂站园馆所场塔渠闸坝井楼区港线]|小学|中学|大学|中心|码头|基地|小镇|管网|泵房|枢纽|一期|二期|三期)$/u;
/** Of kinds of projects nobody says in which town they are. */
const PLACE = /^.{2,4}[县市镇乡区]/u;
/** A project's name is longer than what only says of what kind projects are. */
const LONG_NAME = 6;

/** What the words say for a section (above 0) or for the name of a project (below it). */
function wordsOf(label: string): number {
  const text = label.trim();
  const plain = text.replace(NUMBERED, "");
  const long = plain.length > LONG_NAME;
  const lead = plain.length === text.length ? 0 : long ? 2 : 3;
  if (long && (WORK.test(plain) || THING.test(plain))) return lead - 2;
  if (WORK.test(plain)) return lead;
  if (THING.test(plain)) return lead - 2;
  return plain.length >= LONG_NAME && PLACE.test(plain) ? lead - 1 : lead + 1;
}

/** A long name that says what is built. */
export function namesProject(text: string): boolean {
  const name = normaliseText(text);
  return name.length > LONG_NAME && wordsOf(name) < 0;
}

function withSettled(
  read: RowsRead,
  open: ReadonlyMap<number, OpenRow>,
  settled: ReadonlyMap<number, Settled>,
): RowsRead {
  const marked = [...settled].flatMap(([row, as]): readonly MarkedRow[] => {
    const from = open.get(row);
    return from ? [{ ...as, row, label: from.label, printed: from.printed }] : [];
  });
  const events = [...read.events.filter((event) => !settled.has(rowOf(event))), ...marked].sort(
    (a, b) => rowOf(a) - rowOf(b),
  );
  const headed = headedRows(events, settled);
  return {
    projects: read.projects
      .filter(({ row }) => !settled.has(row))
      .map((project) => {
        const under = headed.get(project.row);
        return under && project.section === under.until ? { ...project, section: under.section } : project;
      }),
    skipped: [
      ...read.skipped.filter(({ row }) => !settled.has(row)),
      ...marked.map(({ row, is }) => ({ row, why: is })),
    ],
    events,
  };
}

function rowOf(event: LedgerEvent): number {
  return typeof event === "number" ? event : event.row;
}

/** The projects that stand under a section found only now, with the section that they had until then. */
function headedRows(
  events: readonly LedgerEvent[],
  settled: ReadonlyMap<number, Settled>,
): ReadonlyMap<number, { readonly until: string | null; readonly section: string }> {
  const headed = new Map<number, { until: string | null; section: string }>();
  let until: string | null = null;
  let section: string | null = null;
  for (const event of events) {
    if (typeof event === "number") {
      if (section !== null) headed.set(event, { until, section });
    } else if (event.is === "section") {
      const found = settled.has(event.row);
      section = found ? event.label : null;
      if (!found) until = event.label;
    }
  }
  return headed;
}
