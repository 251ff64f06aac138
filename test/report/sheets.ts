/** Sheets typed as rows of cells, judged as a run with the pack of 2025. */
import { buildReport } from "../../src/report/build";
import type { Report } from "../../src/report/report";
import { runThrough, type Run, type RunOptions } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { COUNTY } from "../rules/judge";

export type Rows = readonly (readonly CellValue[])[];

export function runOf(sheets: Readonly<Record<string, Rows>>, options: Partial<RunOptions> = {}): Run {
  const file = { path: "台账.xlsx", sheets: Object.entries(sheets).map(([name, rows]) => gridSheet(name, rows)) };
  return runThrough([file], { pack: COUNTY, asOf: "2025-06-20", ...options });
}

export function reportOf(sheets: Readonly<Record<string, Rows>>, options: Partial<RunOptions> = {}): Report {
  return buildReport(runOf(sheets, options));
}

/** 「P303 E3 F3」 of one sheet, in order. */
export function placesOf(report: Report, code: string, sheet = 0): string[] {
  const findings = report.files[0]?.sheets[sheet]?.findings ?? [];
  return findings.filter((finding) => finding.code === code).map(({ cells }) => cells.join(" "));
}
