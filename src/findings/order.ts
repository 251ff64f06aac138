/** The order of findings, and names that tell equal ones apart whatever the order of rows. */
import type { Finding } from "./finding";
import { plainText, type Draft } from "./place";

/** By row, then column, then code; a finding about the heading comes before the rows. */
export function bySheetOrder(a: Draft, b: Draft): number {
  return (
    (a.finding.row ?? 0) - (b.finding.row ?? 0) ||
    a.column - b.column ||
    compare(a.finding.code, b.finding.code) ||
    compare(a.finding.id, b.finding.id)
  );
}

export function byText(a: Finding, b: Finding): number {
  return compare(a.code, b.code) || compare(a.id, b.id);
}

/** Findings that are alike in code, project and values get a running number, in an order that sorting the sheet cannot change: this month's before those of earlier months. */
export function nameDuplicates(drafts: readonly Draft[]): Draft[] {
  const byId = new Map<string, Draft | Draft[]>();
  for (const draft of drafts) {
    const alike = byId.get(draft.finding.id);
    if (!alike) byId.set(draft.finding.id, draft);
    else if (Array.isArray(alike)) alike.push(draft);
    else byId.set(draft.finding.id, [alike, draft]);
  }
  const named: Draft[] = [];
  for (const alike of byId.values()) {
    if (!Array.isArray(alike)) {
      named.push(alike);
      continue;
    }
    const sorted = alike.map((draft) => ({ draft, row: wholeRow(draft) })).sort((a, b) => compare(a.row, b.row));
    sorted.forEach(({ draft }, index) => named.push(index === 0 ? draft : numbered(draft, index + 1)));
  }
  return named;
}

function wholeRow({ row, finding }: Draft): string {
  const time = finding.earlierMonth ? "1" : "0";
  return time + (row ? row.cells.map(plainText).join("\u0001") : "");
}

function numbered(draft: Draft, number: number): Draft {
  return { ...draft, finding: { ...draft.finding, id: `${draft.finding.id}-${String(number)}` } };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
