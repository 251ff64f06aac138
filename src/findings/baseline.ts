/** The last submission, kept in the workbook or taken from a former report, and what is new against it. */
import * as z from "zod/mini";
import { baselineAmounts, baselineProjects, type Baseline } from "../ledger/baseline";
import type { Ledger, Values } from "../ledger/ledger";
import type { CheckResult } from "./result";
import type { Finding } from "./finding";

z.config({ jitless: true });

const kept = z.object({
  asOf: z.string(),
  findings: z.array(z.string()),
  projects: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      stage: z.nullable(z.string()),
      amounts: z.record(z.string(), z.number()),
    }),
  ),
});

/** Of a former report only what a comparison needs; its values were written by this tool. */
const formerReport = z.object({
  tool: z.object({ name: z.literal("ledger-check") }),
  asOf: z.string(),
  files: z.array(
    z.object({
      sheets: z.array(
        z.object({
          rows: z.array(
            z.object({
              key: z.string(),
              values: z.record(z.string(), z.unknown()),
              restated: z.optional(z.literal(true)),
            }),
          ),
          findings: z.array(z.object({ id: z.string() })),
        }),
      ),
    }),
  ),
  findings: z.array(z.object({ id: z.string() })),
});

export function makeBaseline(ledgers: readonly Ledger[], result: CheckResult, asOf: string): Baseline {
  const findings = [...result.perLedger.flatMap((each) => each.findings), ...result.run];
  return { asOf, findings: [...new Set(findings.map(({ id }) => id))], projects: baselineProjects(ledgers) };
}

/** From the workbook's own note or from a report of `check --json`; null where it is neither. */
export function readBaseline(json: unknown): Baseline | null {
  const own = kept.safeParse(json);
  if (own.success) return own.data;
  const report = formerReport.safeParse(json);
  if (!report.success) return null;
  const sheets = report.data.files.flatMap((file) => file.sheets);
  return {
    asOf: report.data.asOf,
    findings: [...sheets.flatMap((sheet) => sheet.findings), ...report.data.findings].map(({ id }) => id),
    projects: sheets.flatMap((sheet) =>
      sheet.rows.flatMap(({ key, values, restated }) => {
        if (restated) return [];
        const { name = "", stage = null } = values as Values;
        return [{ key, name, stage, amounts: baselineAmounts(values as Values) }];
      }),
    ),
  };
}

/** Findings that did not stand at the last submission. */
export function newSince(baseline: Baseline, findings: readonly Finding[]): readonly Finding[] {
  const known = new Set(baseline.findings);
  return findings.filter(({ id }) => !known.has(id));
}
