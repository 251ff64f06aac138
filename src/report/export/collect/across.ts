/** What only shows when the files lie side by side: one project twice, one cut into parts, figures that do not agree. */
import { checkLedgers } from "../../../findings/check";
import type { Finding } from "../../../findings/finding";
import type { Ledger } from "../../../ledger/ledger";
import type { Pack } from "../../../policy/pack";
import { RULES } from "../../../rules/index";
import type { Run } from "../../run";

/** Rules that compare rows of several ledgers. */
const COMPARING: ReadonlySet<string> = new Set(["F111", "F112", "K704"]);
/** What those rules look at of a project. */
export const COMPARED_FIELDS = [
  "name",
  "code",
  "department",
  "reporter",
  "owner",
  "stage",
  "totalInvestment",
  "completed",
  "completedThisYear",
  "planThisYear",
  "approved",
  "arrived",
  "paid",
] as const;
const KEPT: ReadonlySet<string> = new Set(COMPARED_FIELDS);

/** A ledger without its projects, with only the columns that those rules look at: this is all that stays in memory of a file. */
export function lightLedger(ledger: Ledger): Ledger {
  return {
    ...ledger,
    columns: ledger.columns.filter(({ field }) => KEPT.has(field)),
    unmapped: [],
    questions: [],
    skipped: [],
    totals: [],
    table: null,
    projects: [],
  };
}

/** Findings that concern more than one file. */
export function acrossFiles(
  ledgers: readonly Ledger[],
  { pack, asOf, run }: { readonly pack: Pack; readonly asOf: string; readonly run: Pick<Run, "judge" | "calendar"> },
): readonly Finding[] {
  const rules = RULES.filter(({ code }) => COMPARING.has(code));
  const result = checkLedgers(ledgers, { pack, asOf, rules, calendar: run.calendar, judge: run.judge });
  return result.perLedger.flatMap(({ findings }) => findings).filter(isAcrossFiles);
}

/** Rows of one file that may be listed: beyond them nobody looks through a list. */
const LISTED = 1000;

/** The same within one file: one project on two of its sheets, or twice on one; not where it is applied for, and counts once. */
export function withinFile(run: Run): readonly Finding[] {
  return run.result.perLedger
    .flatMap(({ findings }) => findings)
    .filter((finding) => COMPARING.has(finding.code) && finding.args["steps"] === undefined && !isAcrossFiles(finding))
    .slice(0, LISTED);
}

export function isAcrossFiles({ cells }: Finding): boolean {
  return cells.some((cell) => cell.startsWith("'["));
}
