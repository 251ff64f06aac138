/** What only shows when the files lie side by side: one project twice, one cut into parts, figures that do not agree. */
import { checkLedgers } from "../../../findings/check";
import type { Finding } from "../../../findings/finding";
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

/** A ledger with only what those rules look at: this is all that stays in memory of a file. */
export function lightLedger(ledger: Ledger): Ledger {
  const columns = ledger.columns.filter(({ field }) => KEPT.has(field));
  return {
    ...ledger,
    columns,
    unmapped: [],
    questions: [],
    skipped: [],
    totals: [],
    table: null,
    projects: ledger.projects.map((project) => lightProject(project, columns)),
  };
}

function lightProject({ row, key, values, cells }: Project, columns: Ledger["columns"]): Project {
  const kept = Object.fromEntries(
    FIELDS.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
  );
  const width = Math.max(0, ...columns.map(({ column }) => column + 1));
  const typed: Project["cells"][number][] = Array.from({ length: width }, () => null);
  for (const { column, field } of columns) {
    const cell = cells[column];
    // How a figure was printed decides whether another one differs from it.
    if (field !== "name" && (typeof cell === "number" || typeof cell === "string")) typed[column] = cell;
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
