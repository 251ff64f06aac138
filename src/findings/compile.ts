/** Decides, once a ledger, which rules apply to it, under which severity and clause, and what waits for a column. */
import { ALL_FIELDS, type FieldKey } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { fieldsOf } from "../rules/columns";
import type {
  Basis,
  LedgerContext,
  LedgerRule,
  Rule,
  RowCheck,
  RowContext,
  RowRule,
  RuleContext,
  Severity,
  Waiting,
} from "../rules/rule";
import type { CheckOptions } from "./result";
import type { Judged } from "./judged";

/** A rule as the pack sets it. */
export interface Setting {
  readonly code: string;
  readonly severity: Severity;
  /** The pack holds the rule to this severity, whatever the rule says of a case. */
  readonly fixedSeverity: boolean;
  readonly basis: Basis;
}

export interface CompiledRowRule extends Setting {
  readonly check: RowCheck;
  readonly context: RowContext;
  readonly judgesUnread: boolean;
  /** Fields without which the rule says nothing; of alternatives it reads what there is. */
  readonly reads: readonly FieldKey[];
}

export interface CompiledLedgerRule extends Setting {
  readonly rule: LedgerRule;
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
  const rules = options.rules.filter((rule) => !options.pack.rules[rule.code]?.off);
  const columns = new Map([...projects, ...steps].map((ledger) => [ledger, fieldsOf(ledger)]));
  const fits = (rule: Rule, ledger: Ledger): boolean => missing(rule, columns.get(ledger) ?? NO_FIELDS).length === 0;

  const rowRules = new Map<Ledger, readonly CompiledRowRule[]>();
  const waiting = new Map<Ledger, readonly Waiting[]>();
  for (const ledger of projects) {
    const fields = columns.get(ledger) ?? NO_FIELDS;
    waiting.set(ledger, waitingIn(rules, fields));
    rowRules.set(
      ledger,
      rules.flatMap((rule) =>
        rule.scope === "row" && fits(rule, ledger) ? [compileRow(rule, ledger, fields, options, judged)] : [],
      ),
    );
  }
  for (const ledger of steps) {
    const fields = columns.get(ledger) ?? NO_FIELDS;
    rowRules.set(
      ledger,
      rules.flatMap((rule) =>
        rule.scope === "row" && concernsSteps(rule) && fits(rule, ledger)
          ? [compileRow(rule, ledger, fields, options, judged)]
          : [],
      ),
    );
  }
  const ledgerRules = rules.flatMap((rule) => {
    if (rule.scope !== "ledger") return [];
    const ledgers = projects.filter((ledger) => fits(rule, ledger));
    if (rule.needs.length > 0 && ledgers.length === 0) return [];
    return [{ rule, ledgers, ...settingOf(rule, options.pack) }];
  });
  return { rowRules, ledgerRules, waiting };
}

export function ledgerContext(
  compiled: CompiledLedgerRule,
  ledgers: readonly Ledger[],
  plan: Plan,
  options: CheckOptions,
  judged: Judged,
): LedgerContext {
  return {
    ...ruleContext(compiled.code, options),
    ledgers: compiled.ledgers,
    others: ledgers.filter((ledger) => ledger.role !== "projects"),
    ...judged,
    baseline: options.baseline ?? null,
    waiting: (ledger) => plan.waiting.get(ledger) ?? [],
  };
}

/** Whether a field, or for a procedure any part of it, holds something that was not understood on this row. */
export function isUnread(project: Project, field: FieldKey): boolean {
  for (const unread of project.unread) {
    if (unread.field === field || unread.field.startsWith(field + ".") || field.startsWith(unread.field + "."))
      return true;
  }
  return false;
}

/** The rules of procedures, and those about cells that nobody can read. */
function concernsSteps(rule: RowRule): boolean {
  return rule.judgesUnread === true || rule.needs.flat().some((field) => field.startsWith("proc."));
}

const NO_FIELDS: ReadonlySet<FieldKey> = new Set();

/** Of each need that no column meets, the fields that would meet it. */
function missing(rule: Rule, fields: ReadonlySet<FieldKey>): (readonly FieldKey[])[] {
  return rule.needs
    .map((need) => (typeof need === "string" ? [need] : need))
    .filter((any) => any.length > 0 && !any.some((field) => fields.has(field)));
}

function waitingIn(rules: readonly Rule[], fields: ReadonlySet<FieldKey>): Waiting[] {
  const needs = new Map<string, { readonly any: readonly FieldKey[]; readonly codes: string[] }>();
  for (const rule of rules) {
    for (const any of missing(rule, fields)) {
      const key = any.join();
      const same = needs.get(key);
      if (same) same.codes.push(rule.code);
      else needs.set(key, { any, codes: [rule.code] });
    }
  }
  return [...needs.values()]
    .flatMap(({ any, codes }): Waiting[] => {
      const [field] = any;
      return field === undefined ? [] : [{ field, ...(any.length > 1 ? { anyOf: any } : {}), codes: codes.sort() }];
    })
    .sort((a, b) => ALL_FIELDS.indexOf(a.field) - ALL_FIELDS.indexOf(b.field));
}

function compileRow(
  rule: RowRule,
  ledger: Ledger,
  fields: ReadonlySet<FieldKey>,
  options: CheckOptions,
  judged: Judged,
): CompiledRowRule {
  const context: RowContext = {
    ...ruleContext(rule.code, options),
    ledger,
    has: (field) => fields.has(field),
    ...judged,
  };
  return {
    check: "prepare" in rule ? rule.prepare(context) : rule.check,
    context,
    judgesUnread: rule.judgesUnread === true,
    reads: rule.needs.flatMap((need) => (typeof need === "string" ? [need] : [])),
    ...settingOf(rule, options.pack),
  };
}

/** Severity and clause of a rule as the pack has them. */
export function settingOf(rule: Rule, pack: Pack): Setting {
  const set = pack.rules[rule.code];
  const basis: Basis = set?.basis
    ? { ...defined(set.basis), confidence: set.confidence ?? "D" }
    : { ...rule.basis, confidence: set?.confidence ?? rule.basis.confidence };
  return {
    code: rule.code,
    severity: set?.severity ?? rule.severity,
    fixedSeverity: set?.severity !== undefined,
    basis,
  };
}

/** Drops keys that zod leaves as undefined. */
function defined(basis: NonNullable<Pack["rules"][string]["basis"]>): Omit<Basis, "confidence"> {
  return {
    document: basis.document,
    ...(basis.number === undefined ? {} : { number: basis.number }),
    ...(basis.article === undefined ? {} : { article: basis.article }),
    ...(basis.url === undefined ? {} : { url: basis.url }),
  };
}

function ruleContext(code: string, { pack, asOf, calendar }: CheckOptions): RuleContext {
  const set = pack.rules[code];
  return {
    pack,
    asOf,
    calendar,
    parameter: (name) => {
      const value = set?.numbers[name];
      if (value === undefined)
        throw new Error(
          `Rule ${code} asks for the number "${name}". To fix, add it to rules.${code}.numbers of pack ${pack.id}.`,
        );
      return value;
    },
    textParameter: (name) => {
      const value = set?.texts[name];
      if (value === undefined)
        throw new Error(
          `Rule ${code} asks for the texts "${name}". To fix, add them to rules.${code}.texts of pack ${pack.id}.`,
        );
      return value;
    },
  };
}
