/** Runs the rules of a pack over ledgers, in steps, so that a pane stays alive between them. */
import type { Ledger, Project } from "../ledger/ledger";
import { isHistory } from "../ledger/restated";
import type { Pack } from "../policy/pack";
import type { Hit } from "../rules/rule";
import { isUnread } from "../rules/columns";
import { stageOf } from "../rules/lookups";
import { compile, ledgerContext, type ApplyingRules, type LedgerRowRules, type Plan } from "./compile";
import { bySheetOrder, byText, nameDuplicates } from "./order";
import { placeLedgerHit, placeRowHit, type Draft } from "./place";
import { judgedProjects } from "./judged";
import type { CheckOptions, CheckProgress, CheckResult } from "./result";
import { splitWaived } from "./waived";

export type { CheckOptions, CheckProgress, CheckResult, LedgerFindings, Waiver } from "./result";

/** Rows between two yields, at the most. */
const STEP = 100;
/** Until so many rows are judged, whose words and deadlines are all met for the first time, the yields are closer. */
const WARM = 300;
const FIRST_STEP = 20;
/** Findings that are shown before the check has come to its end. */
const FIRST = 8;

export function* checkSteps(ledgers: readonly Ledger[], options: CheckOptions): Generator<CheckProgress, CheckResult> {
  const projects = ledgers.filter((ledger) => ledger.role === "projects");
  // Of a ledger with one row a procedure only the steps are judged: its projects are those of another.
  const steps = ledgers.filter((ledger) => ledger.role !== "projects" && ledger.projects.length > 0);
  const everyRow = ([] as Project[]).concat(...[...projects, ...steps].map((ledger) => ledger.projects));
  const judged = judgedProjects(options.judge, everyRow);
  const plan = compile(projects, steps, options, judged);
  const of = everyRow.length;

  const drafts: Draft[] = [];
  let rows = 0;
  const progress = (): CheckProgress => ({
    rows,
    of,
    found: drafts.length,
    first: drafts.slice(0, FIRST).map(({ finding }) => finding),
  });
  yield progress();
  for (const ofLedger of plan.rowRules) {
    const { length } = ofLedger.ledger.projects;
    for (let from = 0; from < length;) {
      const to = Math.min(length, from + (rows < WARM ? FIRST_STEP : STEP));
      checkRows(ofLedger, options.pack, from, to, drafts);
      rows += to - from;
      from = to;
      yield progress();
    }
  }
  const others = ledgers.filter((ledger) => ledger.role !== "projects");
  for (const compiled of plan.ledgerRules) {
    yield progress();
    const context = ledgerContext(compiled, others, plan, options, judged);
    for (const hit of compiled.rule.check(context)) drafts.push(placeLedgerHit(hit, compiled));
  }
  return { ...arrange(ledgers, plan, drafts, options), verdict: judged.verdict };
}

/** The same, in one go. */
export function checkLedgers(ledgers: readonly Ledger[], options: CheckOptions): CheckResult {
  const steps = checkSteps(ledgers, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** From one row to before another: the loop over all rows runs once, too seldom for an engine to make it fast. */
function checkRows({ ledger, at }: LedgerRowRules, pack: Pack, from: number, to: number, drafts: Draft[]): void {
  for (let index = from; index < to; index++) {
    const project = ledger.projects[index];
    if (!project) return;
    const rules = at(stageOf(pack, project));
    checkRow(ledger, project, isHistory(ledger, project) ? rules.ofHistory : rules, drafts);
  }
}

/** No function is made in this loop: it runs for every rule of every row. */
function checkRow(ledger: Ledger, project: Project, rules: ApplyingRules, drafts: Draft[]): void {
  if (project.unread.length > 0) return checkUnread(ledger, project, rules, drafts);
  for (const compiled of rules.ofRead) {
    const { check, context } = compiled;
    const said = check(project, context);
    if (said !== null) for (const hit of listOf(said)) drafts.push(placeRowHit(hit, ledger, project, compiled));
  }
}

/** One cause, one finding: what could not be read is said once, by the rule about reading it. */
function checkUnread(ledger: Ledger, project: Project, rules: ApplyingRules, drafts: Draft[]): void {
  for (const compiled of rules.all) {
    const isAboutIt = compiled.judgesUnread !== null;
    if (!isAboutIt && compiled.reads.some((field) => isUnread(project, field))) continue;
    const { check, context } = compiled;
    const said = check(project, context);
    if (said === null) continue;
    for (const hit of listOf(said)) {
      if (!isAboutIt && hit.fields.some((field) => isUnread(project, field))) continue;
      drafts.push(placeRowHit(hit, ledger, project, compiled));
    }
  }
}

function listOf(said: Hit | readonly Hit[]): readonly Hit[] {
  return Array.isArray(said) ? (said as readonly Hit[]) : [said as Hit];
}

function arrange(
  ledgers: readonly Ledger[],
  plan: Plan,
  drafts: Draft[],
  options: CheckOptions,
): Omit<CheckResult, "verdict"> {
  const { standing, waived } = splitWaived(nameDuplicates(drafts), options.waivers ?? [], options.asOf);
  const byLedger = new Map<Ledger | null, Draft[]>();
  for (const draft of standing) {
    const others = byLedger.get(draft.ledger);
    if (others) others.push(draft);
    else byLedger.set(draft.ledger, [draft]);
  }
  return {
    perLedger: ledgers.map((ledger) => ({
      ledger,
      findings: (byLedger.get(ledger) ?? []).sort(bySheetOrder).map((draft) => draft.finding),
      waiting: plan.waiting.get(ledger) ?? [],
    })),
    run: (byLedger.get(null) ?? []).map((draft) => draft.finding).sort(byText),
    waived,
  };
}
