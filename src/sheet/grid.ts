/** A sheet made of arrays, for the memory host, tests and blocks that a program has handed over. */
import { type CellValue } from "./cell";
import type { Merge, Sheet, SheetRow } from "./sheet";

export interface GridOptions {
  readonly hidden?: boolean;
  readonly date1904?: boolean;
  readonly merges?: readonly Merge[];
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly untyped?: boolean;
  /** Mark bits by 1-based row, then by column. */
  readonly marks?: ReadonlyMap<number, ArrayLike<number>>;
}

const NONE: ReadonlySet<number> = new Set();

/** `cells[0]` is sheet row 1. The arrays are kept, not copied. */
export function gridSheet(name: string, cells: readonly (readonly CellValue[])[], options: GridOptions = {}): Sheet {
  const hiddenRows = options.hiddenRows ?? NONE;
  return {
    name,
    hidden: options.hidden ?? false,
    date1904: options.date1904 ?? false,
    merges: options.merges ?? [],
    hiddenColumns: options.hiddenColumns ?? NONE,
    untyped: options.untyped ?? false,
    rowCount: cells.length,
    *blocks(size = 1000) {
      let block: SheetRow[] = [];
      for (let index = 0; index < cells.length; index++) {
        const row = index + 1;
        block.push({
          row,
          hidden: hiddenRows.has(row),
          cells: cells[index] as readonly CellValue[],
          marks: options.marks?.get(row) ?? null,
        });
        if (block.length < size) continue;
        yield block;
        block = [];
      }
      if (block.length > 0) yield block;
    },
  };
}
