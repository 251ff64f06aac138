/** What LibreOffice makes of a workbook of ours: every sheet's cells as it shows or reckons them, its printed pages, pictures of them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasOffice } from "../hosts/otherReaders";

export type TextTable = readonly (readonly string[])[];

/** Reckons formulas anew when a file is opened, so that what a program would show is seen and not what we wrote down. */
const RECKON = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Raw values, days as YYYY-MM-DD, every sheet a file of its own. */
const EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** By sheet name; null where LibreOffice is not here. */
export function officeSheets(workbook: Uint8Array): Readonly<Record<string, TextTable>> | null {
  return inFolder((folder) => {
    convert(folder, EVERY_SHEET, workbook, "xlsx");
    const out = join(folder, "out");
    const made = readdirSync(out).filter((name) => name.endsWith(".csv"));
    return Object.fromEntries(
      made.map((name) => [name.slice("a-".length, -".csv".length), csvRows(readFileSync(join(out, name), "utf8"))]),
    );
  });
}

/** As PDF; null where LibreOffice is not here. */
export function officePages(file: Uint8Array, kind: "xlsx" | "docx"): Uint8Array | null {
  return inFolder((folder) => {
    convert(folder, kind === "xlsx" ? "pdf:calc_pdf_Export" : "pdf:writer_pdf_Export", file, kind);
    return readFileSync(join(folder, "out", "a.pdf"));
  });
}

function inFolder<T>(work: (folder: string) => T): T | null {
  if (!hasOffice()) return null;
  const folder = mkdtempSync(join(tmpdir(), "ledger-check-office-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(folder: string, filter: string, bytes: Uint8Array, kind: string): void {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), RECKON);
  writeFileSync(join(folder, `a.${kind}`), bytes);
  spawnSync(
    "soffice",
    [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      filter,
      "--outdir",
      join(folder, "out"),
      join(folder, `a.${kind}`),
    ],
    { stdio: "ignore" },
  );
  if (!existsSync(join(folder, "out"))) throw new Error(`LibreOffice made nothing of a .${kind}`);
}

function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(index + 1) === '"') {
        field += '"';
        index++;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "," || sign === "\n") {
      rows.at(-1)?.push(field);
      field = "";
      if (sign === "\n") rows.push([]);
    } else if (sign !== "\r") field += sign;
  }
  if (field !== "" || (rows.at(-1)?.length ?? 0) > 0) rows.at(-1)?.push(field);
  else rows.pop();
  return rows;
}
