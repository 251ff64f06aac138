/** Which projects a printed total stands for: the sheet's, its section's, or those since the last subtotal, whether it stands below them or above. */
import type { Amount } from "../../measure/types";
import type { CellValue } from "../../sheet/cell";
import type { FieldKey } from "../fields";
import type { TotalRow } from "../ledger";

/** What happened below the heading, in the order of the rows; a number is the row of a project, of which there are many. */
export type LedgerEvent = number | MarkedRow;

/** A section or total row with what it prints. */
export interface MarkedRow {
  readonly is: "section" | "total";
  readonly row: number;
  readonly label: string;
  readonly printed: Printed;
  /** Whose sums its figures are, where they told so (settle.ts); otherwise its place and its words tell. */
  readonly stands?: Stands;
}

/** For every project, or for those between it and the section or total before it or after it. */
export type Stands = "all" | "before" | "after";

export interface Printed {
  readonly count: number | null;
  readonly countColumn: number | null;
  readonly amounts: Readonly<Partial<Record<FieldKey, Amount>>>;
  readonly cells: readonly CellValue[];
}

const GRAND =
  /^(?:[一二三四五六七八九十]+[、.])?(?:全[县市区省州旗镇乡]|全部|所有|以上|上述|本[县市区]|项目|工程|总|投资|资金|累计|\d+(?:个|项))*(?:总计|总合计|合计|共计|总数|总额|总量|汇总|累计|全[县市区省州旗镇乡]|(?:全部|所有)(?:项目|工程)?|个数|项目数量?|total|sum)(?![\p{Script=Han}])/iu;
const SURELY_GRAND = /总计|总合计|^全|^共\d/u;

export function totalsOf(events: readonly LedgerEvent[]): readonly TotalRow[] {
  // Most large sheets print no total and have no sections.
  if (events.every((event) => typeof event === "number")) return [];
  const all = events.filter((event) => typeof event === "number");
  if (all.length === 0) return [];
  return [...sectionTotals(events), ...printedTotals(events, all)].sort((a, b) => a.row - b.row);
}

/** What kind of number leads a section: 一、 over （一） over 1、; their order in a sheet is that of first appearance. */
function enumeration(label: string): string {
  const text = label.normalize("NFKC").trim();
  if (/^第/u.test(text)) return "第";
  if (/^[一二三四五六七八九十]+[、.,:\s]/u.test(text)) return "一、";
  if (/^\([一二三四五六七八九十]+\)/u.test(text)) return "(一)";
  if (/^\d{1,2}[、.]/u.test(text)) return "1、";
  if (/^\(\d{1,2}\)/u.test(text)) return "(1)";
  return "";
}

/** 一、 （一） 1、 and the like, or no number at all. */
function isFirst(label: string): boolean {
  const numeral = /[一二三四五六七八九十\d]+/u.exec(label.normalize("NFKC"))?.[0];
  return numeral === undefined || numeral === "一" || numeral === "1";
}

function sectionTotals(events: readonly LedgerEvent[]): TotalRow[] {
  const open: { kind: string; row: number; of: number[]; printed: Printed }[] = [];
  const found: TotalRow[] = [];
  const close = (from: number) => {
    for (const { row, of, printed } of open.splice(from)) {
      if (printed.count === null && Object.keys(printed.amounts).length === 0) continue;
      found.push({ row, scope: "part", of, ...printed });
    }
  };
  for (const event of events) {
    if (typeof event === "number") {
      for (const section of open) section.of.push(event);
    } else if (event.is === "section") {
      const kind = enumeration(event.label);
      const same = open.findIndex((section) => section.kind === kind);
      if (same >= 0) close(same);
      // 二、 behind a section without a number goes on with it: the first of its kind was that one.
      else if (kind !== "" && !isFirst(event.label) && open[open.length - 1]?.kind === "") close(open.length - 1);
      open.push({ kind, row: event.row, of: [], printed: event.printed });
    }
  }
  close(0);
  return found;
}

/** A total row with what stands around it. */
interface Standing {
  readonly event: MarkedRow;
  /** Projects between it and the section or subtotal before it, and behind it up to the next. */
  readonly before: number[];
  readonly after: number[];
  /** Nothing but other totals stands between it and the heading. */
  readonly first: boolean;
  /** No project comes after it. */
  last: boolean;
}

function printedTotals(events: readonly LedgerEvent[], all: readonly number[]): TotalRow[] {
  const totals = standings(events);
  const grand = new Set(totals.filter((total) => isGrand(total, totals)));
  const parts = totals.filter((total) => !grand.has(total) && total.event.stands === undefined);
  // Where the first subtotal has no projects before it, a sheet's subtotals stand above theirs.
  const above = parts[0]?.before.length === 0;
  const found: TotalRow[] = [];
  for (const total of totals) {
    const { stands } = total.event;
    const of = grand.has(total)
      ? all
      : (stands === undefined ? above : stands === "after")
        ? total.after
        : total.before;
    if (of.length === 0) continue;
    found.push({ row: total.event.row, scope: grand.has(total) ? "grand" : "part", of, ...total.event.printed });
  }
  return found;
}

/** Sums without words and 其中 rows stand for nothing that can be told. */
function standings(events: readonly LedgerEvent[]): Standing[] {
  const totals: Standing[] = [];
  let since: number[] = [];
  let first = true;
  for (const event of events) {
    if (typeof event === "number") {
      since.push(event);
      for (const total of totals.slice(-1)) total.last = false;
      first = false;
      continue;
    }
    if (event.is === "section") {
      since = [];
      first = false;
      continue;
    }
    if (event.label === "" || event.label.startsWith("其中")) continue;
    const after: number[] = [];
    totals.push({ event, before: since, after, first, last: true });
    since = after;
  }
  // What comes after a later total comes after every earlier one.
  let last = true;
  for (const total of [...totals].reverse()) total.last = last = last && total.last;
  return totals;
}

function isGrand({ event, before, first, last }: Standing, totals: readonly Standing[]): boolean {
  if (event.stands !== undefined) return event.stands === "all";
  if (event.label.includes("小计") || !GRAND.test(event.label)) return false;
  if (SURELY_GRAND.test(event.label) || totals.length === 1 || first) return true;
  if (totals.some((total) => SURELY_GRAND.test(total.event.label)) || !last) return false;
  // The last 合计 is of everything, unless it closes a section as those before it did.
  const others = totals.some(
    (total) => total.event !== event && !total.event.label.includes("小计") && GRAND.test(total.event.label),
  );
  return before.length === 0 || !others;
}
