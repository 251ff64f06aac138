/** Decides, once a ledger, which rules apply to it, under which severity and clause, and what waits for a column. */
import type { FieldKey } from "../ledger/fields";
import type { Ledger } from "../ledger/ledger";
import { fieldsOf } from "../rules/columns";
import type { LedgerContext, LedgerRule, RowCheck, RowContext, RowRule, RuleContext, Waiting } from "../rules/rule";
import { fittingOf, rulesInForce, type Parameters, type SetRule, type Setting } from "./fitting";
import type { Judged } from "./judged";
import type { CheckOptions } from "./result";

export interface CompiledRowRule extends Setting, Pick<SetRule<RowRule>, "reads"> {
  readonly check: RowCheck;
  readonly context: RowContext;
  readonly judgesUnread: boolean;
}

export interface CompiledLedgerRule extends Setting {
  readonly rule: LedgerRule;
  readonly parameters: Parameters;
  readonly ledgers: readonly Ledger[];
}

export interface Plan {
  readonly rowRules: ReadonlyMap<Ledger, readonly CompiledRowRule[]>;
  readonly ledgerRules: readonly CompiledLedgerRule[];
  readonly waiting: ReadonlyMap<Ledger, readonly Waiting[]>;
}

export function compile(
  projects: readonly Ledger[],
  steps: readonly Ledger[],
  options: CheckOptions,
  judged: Judged,
): Plan {
  const rules = rulesInForce(options.rules, options.pack);
  const rowRules = new Map<Ledger, readonly CompiledRowRule[]>();
  const waiting = new Map<Ledger, readonly Waiting[]>();
  const having = new Map<LedgerRule, Ledger[]>();
  for (const ledger of projects) {
    const fields = fieldsOf(ledger);
    const fitting = fittingOf(fields, rules);
    waiting.set(ledger, fitting.waiting);
    rowRules.set(
      ledger,
      fitting.rowRules.map((set) => compileRow(set, ledger, fields, options, judged)),
    );
    for (const rule of fitting.ledgerRules) {
      const others = having.get(rule);
      if (others) others.push(ledger);
      else having.set(rule, [ledger]);
    }
  }
  for (const ledger of steps) {
    const fields = fieldsOf(ledger);
    rowRules.set(
      ledger,
      fittingOf(fields, rules)
        .rowRules.filter(({ rule }) => concernsSteps(rule))
        .map((set) => compileRow(set, ledger, fields, options, judged)),
    );
  }
  const ledgerRules = rules.ledgerRules.flatMap(({ rule, setting, parameters }): CompiledLedgerRule[] => {
    const ledgers = having.get(rule) ?? [];
    return rule.needs.length > 0 && ledgers.length === 0 ? [] : [{ rule, parameters, ledgers, ...setting }];
  });
  return { rowRules, ledgerRules, waiting };
}

export function ledgerContext(
  { ledgers: having, parameters }: CompiledLedgerRule,
  ledgers: readonly Ledger[],
  plan: Plan,
  options: CheckOptions,
  judged: Judged,
): LedgerContext {
  return {
    ...ruleContext(parameters, options),
    ledgers: having,
    others: ledgers.filter((ledger) => ledger.role !== "projects"),
    ...judged,
    baseline: options.baseline ?? null,
    waiting: (ledger) => plan.waiting.get(ledger) ?? [],
  };
}

/** The rules of procedures, and those about cells that nobody can read. */
function concernsSteps(rule: RowRule): boolean {
  return rule.judgesUnread === true || rule.needs.flat().some((field) => field.startsWith("proc."));
}

function compileRow(
  { rule, setting, parameters, reads }: SetRule<RowRule>,
  ledger: Ledger,
  fields: ReadonlySet<FieldKey>,
  options: CheckOptions,
  judged: Judged,
): CompiledRowRule {
  const context: RowContext = {
    ...ruleContext(parameters, options),
    ledger,
    has: (field) => fields.has(field),
    ...judged,
  };
  return {
    check: "prepare" in rule ? rule.prepare(context) : rule.check,
    context,
    judgesUnread: rule.judgesUnread === true,
    reads,
    ...setting,
  };
}

function ruleContext(parameters: Parameters, { pack, asOf, calendar }: CheckOptions): RuleContext {
  return { pack, asOf, calendar, ...parameters };
}
