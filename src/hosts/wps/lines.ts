/** Merged areas and hidden rows and columns of a sheet, asked of large areas first and of smaller ones only where they differ. */
import type { Merge } from "../../sheet/sheet";
import { hiddenLines, parseAreas } from "../excel/areas";
import { CellType } from "./constants";
import type { WpsWorksheet } from "./program";
import { heightOf, rangeOf, widthOf } from "./range";

export interface HiddenLines {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

export function hiddenIn(sheet: WpsWorksheet, box: Merge): HiddenLines {
  // Asked of a single cell, WPS would look for visible cells on the whole sheet.
  if (heightOf(box) * widthOf(box) === 1) return hiddenAround(sheet, box);
  return hiddenLines(box, visibleAreas(sheet, box));
}

function hiddenAround(sheet: WpsWorksheet, box: Merge): HiddenLines {
  const cell = rangeOf(sheet, box);
  return {
    rows: new Set(cell.EntireRow.Hidden === true ? [box.top] : []),
    columns: new Set(cell.EntireColumn.Hidden === true ? [box.left] : []),
  };
}

/** Area by area: the address of many areas at once is cut off. */
function visibleAreas(sheet: WpsWorksheet, box: Merge): Merge[] {
  let areas;
  try {
    areas = rangeOf(sheet, box).SpecialCells(CellType.visible).Areas;
  } catch {
    // WPS throws where there is none.
    return [];
  }
  const count = areas.Count;
  return Array.from({ length: count }, (_, index) => parseAreas(areas.Item(index + 1).Address(false, false))).flat();
}

export function mergesIn(sheet: WpsWorksheet, box: Merge): Merge[] {
  const merges = new Map<string, Merge>();
  const seek = (area: Merge): void => {
    if ([...merges.values()].some((known) => covers(known, area))) return;
    const range = rangeOf(sheet, area);
    if (range.MergeCells === false) return;
    const [height, width] = [heightOf(area), widthOf(area)];
    if (height === 1 && width === 1) {
      const address = range.MergeArea.Address(false, false);
      const [merge] = parseAreas(address);
      if (merge) merges.set(address, merge);
      return;
    }
    for (const half of halves(area, height, width)) seek(half);
  };
  seek(box);
  return [...merges.values()];
}

/** Rows before columns: most merges lie in few rows. */
function halves(area: Merge, height: number, width: number): readonly [Merge, Merge] {
  if (height > 1) {
    const middle = area.top + Math.floor(height / 2);
    return [
      { ...area, bottom: middle - 1 },
      { ...area, top: middle },
    ];
  }
  const middle = area.left + Math.floor(width / 2);
  return [
    { ...area, right: middle - 1 },
    { ...area, left: middle },
  ];
}

function covers(outer: Merge, inner: Merge): boolean {
  return (
    outer.top <= inner.top && outer.bottom >= inner.bottom && outer.left <= inner.left && outer.right >= inner.right
  );
}
