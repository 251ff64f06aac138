/** A thread that reads every cell of a file and does nothing else. */
import { openFile } from "../../src/hosts/file/node";

export async function read(file: string): Promise<number> {
  let cells = 0;
  for (const sheet of (await openFile(file)).sheets) {
    for (const block of sheet.blocks()) for (const row of block) cells += row.cells.length;
  }
  return cells;
}
