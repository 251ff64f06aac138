/** The cells of a sheet that hold anything: WPS's used range counts formatted blanks too, down to the sheet's last row. */
import { HostFailure } from "../../sheet/hostFailure";
import type { Merge } from "../../sheet/sheet";
import type { WpsApplication, WpsWorksheet } from "./program";
import { heightOf, rangeOf, widthOf } from "./range";

/** More than this would keep WPS busy for minutes. */
const MOST_CELLS = 5_000_000;
/** Below it reading blanks costs less than looking for them. */
const FEW_CELLS = 50_000;

/** Null for an empty sheet; refuses what is too large to read. */
export function filledArea(application: WpsApplication, sheet: WpsWorksheet): Merge | null {
  const used = usedArea(sheet);
  if (used.top === used.bottom && used.left === used.right) {
    // An empty sheet says that A1 is used.
    return isNothing(rangeOf(sheet, used).Value2) ? null : used;
  }
  if (cells(used) <= FEW_CELLS) return used;
  const filled = withoutBlankEnds(application, sheet, used);
  if (filled && cells(filled) > MOST_CELLS)
    throw new HostFailure("tooLarge", `${String(heightOf(filled))} × ${String(widthOf(filled))}`);
  return filled;
}

function usedArea(sheet: WpsWorksheet): Merge {
  const used = sheet.UsedRange;
  const [top, left] = [used.Row, used.Column - 1];
  return { top, left, bottom: top + used.Rows.Count - 1, right: left + used.Columns.Count - 1 };
}

/** By counting what stands below and to the right, halving each time: WPS counts in its own process, hidden rows too. */
function withoutBlankEnds(application: WpsApplication, sheet: WpsWorksheet, used: Merge): Merge | null {
  const count = counter(application, sheet);
  if (!count) return used;
  const bottom = last(used.top, used.bottom, (row) => count({ ...used, top: row + 1 }));
  if (bottom === used.top && count({ ...used, bottom }) === 0) return null;
  const rows = { ...used, bottom };
  const right = last(used.left, used.right, (column) => count({ ...rows, left: column + 1 }));
  return { ...rows, right };
}

/** The first line beyond which nothing stands. */
function last(first: number, end: number, countBeyond: (line: number) => number): number {
  let [from, to] = [first, end];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (countBeyond(middle) === 0) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Null where this build does not count. */
function counter(application: WpsApplication, sheet: WpsWorksheet): ((area: Merge) => number) | null {
  const functions = application.WorksheetFunction;
  if (!functions || typeof functions.CountA !== "function") return null;
  const count = (area: Merge): number => (cells(area) <= 0 ? 0 : functions.CountA(rangeOf(sheet, area)));
  try {
    return typeof count(usedArea(sheet)) === "number" ? count : null;
  } catch {
    return null;
  }
}

function cells(area: Merge): number {
  return heightOf(area) * widthOf(area);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}
