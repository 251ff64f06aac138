/** Addresses as Excel lists them (「Sheet1!A1:B2,D4」) → areas and the other way round. */
import { columnIndex } from "../../sheet/address";
import type { Merge } from "../../sheet/sheet";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;

/** Sheet names in front are dropped; whole rows and columns are areas too. */
export function parseAreas(address: string): Merge[] {
  const areas: Merge[] = [];
  for (const part of withoutSheetNames(address).split(",")) {
    const match = /^\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/.exec(part.trim());
    if (!match) continue;
    const [, left = "", top = "", right = left, bottom = top] = match;
    areas.push({
      top: top === "" ? 1 : Number(top),
      bottom: bottom === "" ? LAST_ROW : Number(bottom),
      left: left === "" ? 0 : columnIndex(left),
      right: right === "" ? LAST_COLUMN : columnIndex(right),
    });
  }
  return areas;
}

/** 「'a,b'!A1,'a,b'!C3」 → 「A1,C3」: a name may itself hold commas. */
function withoutSheetNames(address: string): string {
  return address.replace(/('(?:[^']|'')*'|[^,!']+)!/g, "");
}

/** Without the sheet's name: 「Sheet1!$B$2」 → B2. */
export function plainAddress(address: string): string {
  return withoutSheetNames(address).replace(/\$/g, "");
}

/** Rows and columns of the box that no visible area covers. */
export function hiddenLines(box: Merge, visible: readonly Merge[]): { rows: Set<number>; columns: Set<number> } {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (let row = box.top; row <= box.bottom; row++) rows.add(row);
  for (let column = box.left; column <= box.right; column++) columns.add(column);
  for (const area of visible) {
    for (let row = Math.max(area.top, box.top); row <= Math.min(area.bottom, box.bottom); row++) rows.delete(row);
    for (let column = Math.max(area.left, box.left); column <= Math.min(area.right, box.right); column++)
      columns.delete(column);
  }
  return { rows, columns };
}
