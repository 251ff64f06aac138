/** From a run to what the list shows: items in order, filtered, grouped, laid flat as rows of one height. Pure. */
import type { Finding } from "../src/findings/finding";
import type { Fix } from "../src/fixes/index";
import type { Ledger } from "../src/ledger/ledger";
import type { Run } from "../src/report/run";
import type { Severity } from "../src/rules/rule";
import { parseCellName } from "../src/sheet/address";
import type { CellPlace, HostChange } from "../src/sheet/host";
import { sentences } from "../src/words/finding";
import type { Locale } from "../src/words/say";
import type { GroupBy } from "./notes";

/** A finding with the ledger that it stands in; `key` is its own within a run, even where two rows are alike. */
export interface Item {
  readonly key: string;
  readonly finding: Finding;
  readonly ledger: Ledger | null;
  readonly fix: Fix | null;
  /** It did not stand at the last submission; false where there was none. */
  readonly isNew: boolean;
}

export type CellMark = CellPlace & { readonly severity: Severity; readonly note: string };

export interface Filter {
  /** None chosen: all are shown. */
  readonly severities: ReadonlySet<Severity>;
  readonly onlyNew: boolean;
}

export interface Group {
  readonly id: string;
  readonly severity: Severity;
  readonly items: readonly Item[];
}

export type Entry =
  | { readonly is: "group"; readonly group: Group; readonly open: boolean }
  | { readonly is: "fixAll"; readonly group: Group; readonly safe: readonly Item[] }
  | { readonly is: "item"; readonly group: Group; readonly item: Item };

export const SEVERITIES: readonly Severity[] = ["error", "warning", "hint"];
export const NO_FILTER: Filter = { severities: new Set(), onlyNew: false };

/** Few enough to be taken in at a glance: every group is open. */
const ALL_OPEN = 24;

export type FindFix = (finding: Finding, ledger: Ledger) => Fix | null;

/** Findings of the run first (they are about the whole), then sheet by sheet, from top to bottom. Yields, for fixes of thousands take their time. */
export function* itemSteps(run: Run, findFix: FindFix): Generator<void, Item[]> {
  const items: Item[] = [];
  const seen = new Map<string, number>();
  const { baseline } = run.options;
  const known = baseline && new Set(baseline.findings);
  const isNew = ({ id }: Finding): boolean => known !== undefined && !known.has(id);
  for (const finding of run.result.run) {
    items.push({ key: keyOf(finding, seen), finding, ledger: null, fix: null, isNew: isNew(finding) });
  }
  for (const { ledger, findings } of run.result.perLedger) {
    for (const finding of findings) {
      items.push({ key: keyOf(finding, seen), finding, ledger, fix: findFix(finding, ledger), isNew: isNew(finding) });
      if (items.length % 100 === 0) yield;
    }
  }
  return items;
}

/** What a check has found before its end, to be chosen like what it finds in all; nobody knows yet how each is mended. */
export function firstItems(findings: readonly Finding[]): Item[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => ({ key: keyOf(finding, seen), finding, ledger: null, fix: null, isNew: false }));
}

/**
 * What one write may mend at once: safe fixes, and of several that would put different things into one cell only the
 * first; the others are found again, or gone, when the sheet is checked after it.
 */
export function mendable(items: readonly Item[]): readonly Item[] {
  const taken = new Set<string>();
  return items.filter(({ fix }) => {
    if (fix?.kind !== "safe") return false;
    const cells = fix.edits.map(({ sheet, at }) => `${sheet}|${at}`);
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    return true;
  });
}

export function countBySeverity(items: readonly Item[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { finding } of items) counts[finding.severity]++;
  return counts;
}

export function filterItems(items: readonly Item[], { severities, onlyNew }: Filter): readonly Item[] {
  if (severities.size === 0 && !onlyNew) return items;
  return items.filter(
    (item) => (severities.size === 0 || severities.has(item.finding.severity)) && (!onlyNew || item.isNew),
  );
}

/** Groups and their items with the gravest first; groups of the same severity by the place of their first item (projects, columns) or by size (rules). */
export function groupItems(items: readonly Item[], by: GroupBy): Group[] {
  const byId = new Map<string, Item[]>();
  for (const item of items) {
    const id = groupIdOf(item, by);
    const group = byId.get(id);
    if (group) group.push(item);
    else byId.set(id, [item]);
  }
  // Array.prototype.sort is stable: what is equally grave stays in the order of the sheet.
  const groups = [...byId].map(([id, members]) => ({ id, severity: gravest(members), items: members.sort(byGravity) }));
  return groups.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (by === "rule" ? b.items.length - a.items.length : 0),
  );
}

/** A group is open when the user said so; else when it stops a submission, or when everything fits on a screen. */
export function isOpen(group: Group, toggled: ReadonlyMap<string, boolean>, itemCount: number): boolean {
  return toggled.get(group.id) ?? (group.severity === "error" || itemCount <= ALL_OPEN);
}

/** Mending all of a kind is offered where the group is of one kind. */
export function layFlat(groups: readonly Group[], by: GroupBy, toggled: ReadonlyMap<string, boolean>): Entry[] {
  const itemCount = groups.reduce((sum, group) => sum + group.items.length, 0);
  const entries: Entry[] = [];
  for (const group of groups) {
    const open = isOpen(group, toggled, itemCount);
    entries.push({ is: "group", group, open });
    if (!open) continue;
    for (const item of group.items) entries.push({ is: "item", group, item });
    const safe = by === "rule" ? mendable(group.items) : [];
    if (safe.length > 1) entries.push({ is: "fixAll", group, safe });
  }
  return entries;
}

/** The items of one sheet in the order in which the list shows them: what next and previous walk. */
export function walkOf(groups: readonly Group[], sheet: string | null): Item[] {
  return groups.flatMap((group) => group.items.filter((item) => item.finding.sheet === sheet));
}

/** A heading that lacks a column may have it under another name: which one it is, page 更多 asks of each. */
export function asksForColumn({ finding }: Item): boolean {
  return finding.code === "F117";
}

/**
 * Where next or previous leads. From the chosen item while the active cell is still on it, else from the active cell;
 * null at the end of the sheet.
 */
export function stepFrom(
  walk: readonly Item[],
  step: 1 | -1,
  chosen: Item | null,
  active: CellPlace | null,
): Item | null {
  const at = chosen ? walk.findIndex((item) => item.key === chosen.key) : -1;
  const isOnChosen = chosen !== null && (active === null || placeOf(chosen)?.at === active.at);
  if (at >= 0 && isOnChosen) return walk[at + step] ?? null;
  if (active === null) return (step === 1 ? walk[0] : walk[walk.length - 1]) ?? null;
  const inOrder = [...walk].sort((a, b) => comparePlaces(placeOf(a)?.at, placeOf(b)?.at));
  if (step === 1) return inOrder.find((item) => comparePlaces(placeOf(item)?.at, active.at) >= 0) ?? null;
  return inOrder.reverse().find((item) => comparePlaces(placeOf(item)?.at, active.at) <= 0) ?? null;
}

/** The cell to go to; a finding about a heading has none of its own. */
export function placeOf({ finding }: Item): CellPlace | null {
  const at = finding.cells[0] ?? (finding.row === null ? null : `A${finding.row}`);
  return finding.sheet === null || at === null ? null : { sheet: finding.sheet, at };
}

/** One mark a cell, with the gravest of its findings first in its note. */
export function markPlaces(items: readonly Item[], locale: Locale): CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const item of [...items].sort(byGravity)) {
    const place = placeOf(item);
    if (!place) continue;
    const key = `${place.sheet}|${place.at}`;
    const said = `${item.finding.code} ${sentences(item.finding, locale).message}`;
    const known = marks.get(key);
    marks.set(
      key,
      known ? { ...known, note: `${known.note}\n${said}` } : { ...place, severity: item.finding.severity, note: said },
    );
  }
  return [...marks.values()];
}

/** Whether a change touches a cell on which the finding rests. */
export function isTouched({ finding }: Item, changes: readonly HostChange[]): boolean {
  return changes.some((change) => {
    if (finding.sheet === null || change.sheet === null || change.sheet === finding.sheet) {
      return (
        finding.cells.length === 0 || finding.sheet === null || finding.cells.some((at) => isWithin(at, change.at))
      );
    }
    return false;
  });
}

function keyOf(finding: Finding, seen: Map<string, number>): string {
  const name = [finding.id, finding.sheet ?? "", finding.cells[0] ?? ""].join("|");
  const count = seen.get(name) ?? 0;
  seen.set(name, count + 1);
  return count === 0 ? name : `${name}|${String(count)}`;
}

export function groupIdOf({ finding }: Item, by: GroupBy): string {
  switch (by) {
    case "rule":
      return finding.code;
    case "project":
      return finding.row === null ? "" : [finding.file ?? "", finding.sheet ?? "", finding.row].join("|");
    case "column":
      return finding.field ?? "";
  }
}

function byGravity(a: Item, b: Item): number {
  return SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity);
}

function gravest(items: readonly Item[]): Severity {
  return SEVERITIES.find((severity) => items.some((item) => item.finding.severity === severity)) ?? "hint";
}

function comparePlaces(a: string | undefined, b: string | undefined): number {
  const left = a === undefined ? null : parseCellName(a);
  const right = b === undefined ? null : parseCellName(b);
  if (!left || !right) return Number(right !== null) - Number(left !== null);
  return left.row - right.row || left.column - right.column;
}

/** What is no plain A1 or A1:B2 (whole rows, several areas, nothing said) may be anything: it counts as within. */
function isWithin(at: string, area: string | null): boolean {
  if (area === null) return true;
  const cell = parseCellName(at);
  const [first, last = first] = area.split(":");
  const from = parseCellName(first ?? "");
  const to = parseCellName(last ?? "");
  if (!cell || !from || !to) return true;
  return cell.row >= from.row && cell.row <= to.row && cell.column >= from.column && cell.column <= to.column;
}
