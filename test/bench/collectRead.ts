/** Reads every cell of every file of a folder and does nothing else: what a collection is measured against. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openFile } from "../../src/hosts/file/node";

const folder = process.argv[2] ?? ".";
let cells = 0;
for (const name of readdirSync(folder)) {
  for (const sheet of (await openFile(join(folder, name))).sheets) {
    for (const block of sheet.blocks()) for (const row of block) cells += row.cells.length;
  }
}
console.log(cells);
