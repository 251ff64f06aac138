/** Areas of a sheet as WPS addresses them, and what they hold in rows and columns whatever shape it comes in. */
import { cellName } from "../../sheet/address";
import { HostFailure } from "../../sheet/hostFailure";
import type { Merge } from "../../sheet/sheet";
import type { WpsRange, WpsWorksheet } from "./program";

export function areaName({ top, left, bottom, right }: Merge): string {
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}

export function rangeOf(sheet: WpsWorksheet, area: Merge): WpsRange {
  return sheet.Range(areaName(area));
}

export function heightOf({ top, bottom }: Merge): number {
  return bottom - top + 1;
}

export function widthOf({ left, right }: Merge): number {
  return right - left + 1;
}

/** Rows of cells: a single cell comes bare, a single row or column may come flattened. */
export function rowsOf(value: unknown, area: Merge): readonly (readonly unknown[])[] {
  const [height, width] = [heightOf(area), widthOf(area)];
  const rows = shaped(value, height, width);
  if (rows.length !== height || rows.some((row) => row.length !== width))
    throw new HostFailure("unreliable", areaName(area));
  return rows;
}

function shaped(value: unknown, height: number, width: number): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) return [[value]];
  const list = value as readonly unknown[];
  if (Array.isArray(list[0])) return list as readonly (readonly unknown[])[];
  return height === 1 && list.length === width ? [list] : list.map((cell) => [cell]);
}

export function valuesOf(sheet: WpsWorksheet, area: Merge): readonly (readonly unknown[])[] {
  return rowsOf(rangeOf(sheet, area).Value2, area);
}

/** Number formats of one column, asked of as many rows at a time as have the same; only where `asked` says that one matters. */
export function formatsOf(
  sheet: WpsWorksheet,
  column: number,
  rows: { readonly top: number; readonly bottom: number },
  asked: (row: number) => boolean,
): ReadonlyMap<number, string> {
  const formats = new Map<number, string>();
  const ask = (top: number, bottom: number): void => {
    while (top <= bottom && !asked(top)) top++;
    while (bottom >= top && !asked(bottom)) bottom--;
    if (top > bottom) return;
    const format = rangeOf(sheet, { top, bottom, left: column, right: column }).NumberFormat;
    if (typeof format === "string") {
      for (let row = top; row <= bottom; row++) formats.set(row, format);
      return;
    }
    if (top === bottom) return;
    const middle = Math.floor((top + bottom) / 2);
    ask(top, middle);
    ask(middle + 1, bottom);
  };
  ask(rows.top, rows.bottom);
  return formats;
}
