/** How high the rows of a sheet must be for all of their text to be seen; programs do not find that out by themselves for merged rows, nor LibreOffice for any when it prints. */
import type { CellValue } from "../../sheet/cell";
import type { ExportSheet } from "../../sheet/exportSheet";
import { charactersOf } from "../../sheet/textWidth";

/** Points of a line of 10 point text, and of the room around it. */
const LINE = 13.5;
const ROOM = 3;
/** Excel's limit. */
const HIGHEST = 409;
const TITLE = 28;

/** By 0-based row, in points; rows of one line are left to the program. */
export function rowHeights(sheet: ExportSheet, bannerWidth: number): Map<number, number> {
  const { cells, columns, banner, heading } = sheet;
  const heights = new Map<number, number>();
  cells.forEach((row, index) => {
    const number = index + 1;
    if (number === banner[0]) return heights.set(index, TITLE);
    const lines = banner.includes(number)
      ? linesOf(row[0] ?? null, bannerWidth)
      : Math.max(
          1,
          ...row.map((cell, column) => (columns[column]?.hidden ? 1 : linesOf(cell, columns[column]?.width ?? 0))),
        );
    if (lines > 1 || number === heading)
      heights.set(index, Math.min(HIGHEST, lines * LINE + ROOM + (number === heading ? ROOM : 0)));
    return heights;
  });
  return heights;
}

function linesOf(cell: CellValue, width: number): number {
  if (typeof cell !== "string" || cell === "") return 1;
  // A program leaves a margin in the cell and breaks before a sign that does not fit.
  const room = Math.max(2, width - 2);
  return cell.split(/\r\n|\r|\n/).reduce((sum, line) => sum + Math.max(1, Math.ceil(charactersOf(line) / room)), 0);
}
