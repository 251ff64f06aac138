/** A workbook that was read, as a host in memory. */
import { memoryHost, type MemoryHost } from "../../src/hosts/memory";
import type { CellValue } from "../../src/sheet/cell";
import type { Sheet } from "../../src/sheet/sheet";

export function hostOf(fileName: string, sheets: readonly Sheet[]): MemoryHost {
  return memoryHost({
    fileName,
    sheets: sheets.map((sheet) => {
      const cells: CellValue[][] = [];
      for (const block of sheet.blocks()) {
        for (const { row, cells: values } of block) {
          while (cells.length < row) cells.push([]);
          cells[row - 1] = [...values];
        }
      }
      return { name: sheet.name, cells, merges: sheet.merges, date1904: sheet.date1904 };
    }),
  });
}
