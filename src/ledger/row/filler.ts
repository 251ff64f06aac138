/** What a vertically merged cell says to the rows that it covers. */
import { normaliseText } from "../../measure/text";
import type { CellValue } from "../../sheet/cell";
import type { Merge, SheetRow } from "../../sheet/sheet";
import { isEmpty } from "../block/grid";

export interface Filler {
  /** To be called for each row in order, before `at`. */
  readonly pass: (row: SheetRow) => void;
  readonly covers: (row: number) => boolean;
  readonly at: (row: number) => CellValue;
  readonly textAt: (row: SheetRow) => string | null;
}

/** What a vertically merged cell says to the rows that it covers; null where the column has none. */
export function filler(merges: readonly Merge[], column: number, below: number): Filler | null {
  const own = merges
    .filter(({ top, left, bottom }) => left === column && bottom > top && bottom > below)
    .sort((a, b) => a.top - b.top);
  if (own.length === 0) return null;
  let index = 0;
  let value: CellValue = null;
  let from = 0;
  let to = 0;
  const covers = (row: number) => row > from && row <= to;
  return {
    pass: ({ row, cells }) => {
      while (index < own.length && (own[index] as Merge).top <= row) {
        const merge = own[index] as Merge;
        index++;
        from = merge.top;
        to = merge.bottom;
        value = merge.top === row ? (cells[column] ?? null) : null;
      }
    },
    covers,
    at: (row) => (covers(row) ? value : null),
    textAt: ({ row, cells }) => {
      const there = isEmpty(cells[column]) && covers(row) ? value : cells[column];
      return typeof there === "string" && there.trim() !== "" ? normaliseText(there) : null;
    },
  };
}
