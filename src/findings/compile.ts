/** Decides, once a ledger, which rules apply to it, under which severity and clause, and what waits for a column. */
import type { FieldKey } from "../ledger/fields";
import type { Ledger } from "../ledger/ledger";
import { fieldsOf } from "../rules/columns";
import type { Pack, Stage } from "../policy/pack";
import { titleChannel } from "../rules/titleChannel";
import type { LedgerContext, LedgerRule, RowCheck, RowContext, RowRule, Waiting } from "../rules/rule";
import { isOfWhatIsWritten } from "./earlierMonth";
import { fittingOf, rulesInForce, type Parameters, type SetRule, type Setting } from "./fitting";
import type { Judged } from "./judged";
import type { CheckOptions } from "./result";

export interface CompiledRowRule extends Setting, Pick<SetRule<RowRule>, "reads"> {
  readonly check: RowCheck;
  readonly context: RowContext;
  readonly judgesUnread: RowRule["judgesUnread"] | null;
}

export interface ApplyingRules {
  /** Of rows whose every cell was understood. */
  readonly ofRead: readonly CompiledRowRule[];
  /** Of any row. */
  readonly all: readonly CompiledRowRule[];
}

/** The rules that may say something of a ledger's rows at one stage. */
export interface StageRules extends ApplyingRules {
  /** Those that speak of the history of a project, too. */
  readonly ofHistory: ApplyingRules;
}

export interface LedgerRowRules {
  readonly ledger: Ledger;
  readonly at: (stage: Stage | null) => StageRules;
}

export interface CompiledLedgerRule extends Setting {
  readonly rule: LedgerRule;
  readonly parameters: Parameters;
  readonly ledgers: readonly Ledger[];
}

export interface Plan {
  /** Projects first, then ledgers of steps. */
  readonly rowRules: readonly LedgerRowRules[];
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
  const rowRules: LedgerRowRules[] = [];
  const waiting = new Map<Ledger, readonly Waiting[]>();
  const having = new Map<LedgerRule, Ledger[]>();
  for (const ledger of projects) {
    const fitting = fittingOf(fieldsKnown(ledger, options.pack), rules);
    waiting.set(ledger, fitting.waiting);
    rowRules.push(rowRulesOf(ledger, fitting.rowRules, options, judged));
    for (const rule of fitting.ledgerRules) {
      const others = having.get(rule);
      if (others) others.push(ledger);
      else having.set(rule, [ledger]);
    }
  }
  for (const ledger of steps) {
    const concerned = fittingOf(fieldsOf(ledger), rules).rowRules.filter(({ rule }) => concernsSteps(rule));
    rowRules.push(rowRulesOf(ledger, concerned, options, judged));
  }
  const ledgerRules = rules.ledgerRules.flatMap(({ rule, setting, parameters }): CompiledLedgerRule[] => {
    const ledgers = having.get(rule) ?? [];
    return rule.needs.length > 0 && ledgers.length === 0 ? [] : [{ rule, parameters, ledgers, ...setting }];
  });
  return { rowRules, ledgerRules, waiting };
}

/** What has a column, and a channel that the title names. */
function fieldsKnown(ledger: Ledger, pack: Pack): ReadonlySet<FieldKey> {
  const fields = fieldsOf(ledger);
  return titleChannel(pack, ledger) ? new Set([...fields, "channel"]) : fields;
}

/** Every field by its name: spreading several objects into one costs more than most rules on a ledger of a hundred rows. */
export function ledgerContext(
  { ledgers: having, parameters: { parameter, textParameter } }: CompiledLedgerRule,
  others: readonly Ledger[],
  { waiting }: Plan,
  { pack, asOf, calendar, baseline }: CheckOptions,
  { judge, verdict }: Judged,
): LedgerContext {
  return {
    pack,
    asOf,
    calendar,
    parameter,
    textParameter,
    ledgers: having,
    others,
    verdict,
    judge,
    baseline: baseline ?? null,
    waiting: (ledger) => waiting.get(ledger) ?? [],
  };
}

/** The rules of procedures, and those about cells that nobody can read. */
function concernsSteps(rule: RowRule): boolean {
  return rule.judgesUnread !== undefined || rule.needs.flat().some((field) => field.startsWith("proc."));
}

/** What depends on the stage is prepared when the first row at it is judged. */
function rowRulesOf(
  ledger: Ledger,
  sets: readonly SetRule<RowRule>[],
  { pack, asOf, calendar }: CheckOptions,
  { judge, verdict }: Judged,
): LedgerRowRules {
  const fields = fieldsOf(ledger);
  const has = (field: FieldKey): boolean => fields.has(field);
  const ruleAts = sets.map((set) => {
    const { parameter, textParameter } = set.parameters;
    return ruleAt(set, { pack, asOf, calendar, parameter, textParameter, ledger, has, verdict, judge });
  });
  const known = new Map<Stage | null, StageRules>();
  return {
    ledger,
    at(stage) {
      let rules = known.get(stage);
      if (!rules) {
        const all = ruleAts.flatMap((at) => at(stage) ?? []);
        const ofHistory = all.filter(({ code }) => isOfWhatIsWritten(code));
        known.set(stage, (rules = { ...applying(all), ofHistory: applying(ofHistory) }));
      }
      return rules;
    },
  };
}

function applying(all: readonly CompiledRowRule[]): ApplyingRules {
  return { all, ofRead: all.filter(({ judgesUnread }) => judgesUnread !== "only") };
}

/** The rule as it judges rows at a stage; null where it says nothing of them. */
function ruleAt(
  { rule, setting, reads }: SetRule<RowRule>,
  context: RowContext,
): (stage: Stage | null) => CompiledRowRule | null {
  const compiled = (check: RowCheck): CompiledRowRule => ({
    check,
    context,
    judgesUnread: rule.judgesUnread ?? null,
    reads,
    ...setting,
  });
  if ("prepareAt" in rule)
    return (stage) => {
      const check = rule.prepareAt(context, stage);
      return check && compiled(check);
    };
  const everywhere = compiled("prepare" in rule ? rule.prepare(context) : rule.check);
  return () => everywhere;
}
