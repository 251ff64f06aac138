/** What only shows when the files lie side by side: one project twice, one cut into parts, figures that do not agree. */
import { checkLedgers } from "../../../findings/check";
import type { Finding } from "../../../findings/finding";
import { fieldKind } from "../../../ledger/fields";
import type { Ledger, Project, Values } from "../../../ledger/ledger";
import type { Pack } from "../../../policy/pack";
import { RULES } from "../../../rules/index";
import type { Run } from "../../run";

/** Rules that compare rows of several ledgers. */
const COMPARING: ReadonlySet<string> = new Set(["F111", "F112", "K704"]);
const FIELDS = [
  "name",
  "code",
  "department",
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
const KEPT: ReadonlySet<string> = new Set(FIELDS);

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

/** Of a project what those rules look at, with the columns of its light ledger. */
export function lightProject({ row, key, values, cells }: Project, columns: Ledger["columns"]): Project {
  const kept: Record<string, unknown> = {};
  for (const field of FIELDS) if (values[field] !== undefined) kept[field] = values[field];
  const typed: Project["cells"][number][] = [];
  for (const { column, field } of columns) {
    const cell = cells[column];
    // How a figure was printed decides whether another one differs from it.
    if (fieldKind(field) !== "amount" || (typeof cell !== "number" && typeof cell !== "string")) continue;
    while (typed.length < column) typed.push(null);
    typed[column] = cell;
  }
  return {
    row,
    key,
    hidden: false,
    values: kept as Values,
    unread: [],
    cells: typed,
    marks: null,
    section: null,
    assumedYear: [],
  };
}

/** Findings that concern more than one file. */
export function acrossFiles(
  ledgers: readonly Ledger[],
  { pack, asOf, run }: { readonly pack: Pack; readonly asOf: string; readonly run: Pick<Run, "judge" | "calendar"> },
): readonly Finding[] {
  const rules = RULES.filter(({ code }) => COMPARING.has(code));
  const result = checkLedgers(ledgers, { pack, asOf, rules, calendar: run.calendar, judge: run.judge });
  return result.perLedger
    .flatMap(({ findings }) => findings)
    .filter(({ cells }) => cells.some((cell) => cell.startsWith("'[")));
}
