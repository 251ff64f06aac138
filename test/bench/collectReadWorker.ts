/** A thread that reads a file and does nothing else: every cell of it, or its rows as projects. */
import { openFile } from "../../src/hosts/file/node";
import { readLedgerSteps } from "../../src/ledger/read";

export async function cells(file: string): Promise<number> {
  let cells = 0;
  for (const sheet of (await openFile(file)).sheets) {
    for (const block of sheet.blocks()) for (const row of block) cells += row.cells.length;
  }
  return cells;
}

export async function projects(file: string): Promise<number> {
  let projects = 0;
  for (const sheet of (await openFile(file)).sheets) {
    const steps = readLedgerSteps(sheet, { file });
    let step = steps.next();
    while (!step.done) step = steps.next();
    projects += step.value.projects.length;
  }
  return projects;
}
