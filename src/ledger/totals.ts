/** Which projects a printed total stands for: the sheet's, its section's, or those since the last subtotal, whether it stands below them or above. */
import type { Amount } from "../measure/types";
import type { CellValue } from "../sheet/cell";
import type { FieldKey } from "./fields";
import type { TotalRow } from "./ledger";

/** What happened below the heading, in the order of the rows. */
export type LedgerEvent =
  | { readonly is: "project"; readonly row: number }
  | { readonly is: "section"; readonly row: number; readonly label: string; readonly printed: Printed }
  | { readonly is: "total"; readonly row: number; readonly label: string; readonly printed: Printed };

export interface Printed {
  readonly count: number | null;
  readonly countColumn: number | null;
  readonly amounts: Readonly<Partial<Record<FieldKey, Amount>>>;
  readonly cells: readonly CellValue[];
}

const GRAND =
  /^(?:[一二三四五六七八九十]+[、.])?(?:全[县市区省州旗镇乡]|全部|本[县市区]|项目|总|投资|累计)*(?:总计|总合计|合计|共计|总数|总额)(?![\p{Script=Han}])/u;
const SURELY_GRAND = /总计|总合计|^全|^共\d/u;

export function totalsOf(events: readonly LedgerEvent[]): readonly TotalRow[] {
  const all = events.filter(({ is }) => is === "project").map(({ row }) => row);
  const totals = [...sectionTotals(events), ...printedTotals(events, all)];
  return all.length === 0 ? [] : totals.sort((a, b) => a.row - b.row);
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

function sectionTotals(events: readonly LedgerEvent[]): TotalRow[] {
  const open: { kind: string; row: number; of: number[]; printed: Printed }[] = [];
  const found: TotalRow[] = [];
  const close = (from: number) => {
    for (const section of open.splice(from)) {
      if (section.printed.count === null && Object.keys(section.printed.amounts).length === 0) continue;
      found.push({ row: section.row, scope: "part", of: section.of, ...section.printed });
    }
  };
  for (const event of events) {
    if (event.is === "project") for (const section of open) section.of.push(event.row);
    if (event.is !== "section") continue;
    const kind = enumeration(event.label);
    const same = open.findIndex((section) => section.kind === kind);
    if (same >= 0) close(same);
    open.push({ kind, row: event.row, of: [], printed: event.printed });
  }
  close(0);
  return found;
}

function printedTotals(events: readonly LedgerEvent[], all: readonly number[]): TotalRow[] {
  const scopes = scopesOf(events);
  const above = standAbove(events, scopes);
  const found: TotalRow[] = [];
  /** Projects since the last section or part total. */
  let since: number[] = [];
  for (const [index, event] of events.entries()) {
    if (event.is === "project") since.push(event.row);
    if (event.is === "section") since = [];
    if (event.is !== "total") continue;
    const scope = scopes.get(event);
    if (!scope) continue;
    if (scope === "grand") {
      found.push({ row: event.row, scope, of: all, ...event.printed });
      continue;
    }
    const of = above ? following(events, index) : since;
    since = [];
    if (of.length > 0) found.push({ row: event.row, scope, of, ...event.printed });
  }
  return found;
}

/** Sums without words and 其中 rows stand for nothing that can be told. */
function scopesOf(events: readonly LedgerEvent[]): ReadonlyMap<LedgerEvent, "grand" | "part"> {
  const count = events.filter(({ is }) => is === "total").length;
  const surelyGrand = events.some((event) => event.is === "total" && SURELY_GRAND.test(event.label));
  const scopes = new Map<LedgerEvent, "grand" | "part">();
  let since = 0;
  for (const [index, event] of events.entries()) {
    if (event.is === "project") since++;
    if (event.is === "section") since = 0;
    if (event.is !== "total" || event.label === "" || event.label.startsWith("其中")) continue;
    const grand = isGrand(event, events, index, count, surelyGrand, since);
    scopes.set(event, grand ? "grand" : "part");
    if (!grand) since = 0;
  }
  return scopes;
}

/** Where the first subtotal has no projects before it, a sheet's subtotals stand above theirs. */
function standAbove(events: readonly LedgerEvent[], scopes: ReadonlyMap<LedgerEvent, "grand" | "part">): boolean {
  let since = 0;
  for (const event of events) {
    if (event.is === "project") since++;
    if (event.is === "section") since = 0;
    if (scopes.get(event) === "part") return since === 0;
  }
  return false;
}

function isGrand(
  event: LedgerEvent & { readonly is: "total" },
  events: readonly LedgerEvent[],
  index: number,
  count: number,
  surelyGrand: boolean,
  sinceLast: number,
): boolean {
  if (event.label.includes("小计") || !GRAND.test(event.label)) return false;
  if (SURELY_GRAND.test(event.label)) return true;
  if (count === 1) return true;
  const before = events.slice(0, index);
  // Directly under the heading.
  if (before.every(({ is }) => is !== "project") && before.every(({ is }) => is !== "section")) return true;
  if (surelyGrand) return false;
  const after = events.slice(index + 1);
  const last = after.every(({ is }) => is !== "project");
  if (!last) return false;
  // The last 合计: of everything, unless it closes a section as those before it did.
  const others = before.filter(
    (other) => other.is === "total" && !other.label.includes("小计") && GRAND.test(other.label),
  );
  return sinceLast === 0 || others.length === 0;
}

/** A subtotal that stands above its projects. */
function following(events: readonly LedgerEvent[], index: number): number[] {
  const of: number[] = [];
  for (const event of events.slice(index + 1)) {
    if (event.is !== "project") break;
    of.push(event.row);
  }
  return of;
}
