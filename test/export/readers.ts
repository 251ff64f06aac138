/** openpyxl, asked as a program of its own: what it reads of a workbook of ours. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface PythonSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, string | number | boolean>>;
  readonly formulas: readonly string[];
  readonly titles: { readonly rows: string | null; readonly columns: string | null };
  readonly area: string | readonly string[] | null;
  readonly filter: string | null;
  readonly frozen: string | null;
  readonly orientation: string;
  /** 8 is A3, 9 is A4. */
  readonly paper: number;
  readonly fitToWidth: number;
  readonly lists: number;
  readonly notes: number;
}

/** The system's own Python first: a version manager's seldom has the library. */
const PYTHON = ["/usr/bin/python3", "python3"].find(
  (program) => spawnSync(program, ["-c", "import openpyxl"], { stdio: "ignore" }).status === 0,
);

/** Null where it is not installed; on the machine that decides it must be. */
export function openpyxl(workbook: Uint8Array): readonly PythonSheet[] | null {
  if (PYTHON === undefined) {
    if (process.env["CI_REQUIRES_OFFICE"] === "1") throw new Error("openpyxl is not installed, and must be here.");
    process.stderr.write(
      "openpyxl is not installed (python3-openpyxl): what it reads of our files was not looked at.\n",
    );
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), "ledger-check-openpyxl-"));
  try {
    const path = join(folder, "a.xlsx");
    writeFileSync(path, workbook);
    const { status, stdout, stderr } = spawnSync(PYTHON, ["test/export/readWorkbook.py", path], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, PYTHONIOENCODING: "utf-8" },
    });
    if (status !== 0) throw new Error(`openpyxl complains: ${stderr}`);
    return JSON.parse(stdout) as PythonSheet[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
