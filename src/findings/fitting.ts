/** What a pack makes of the rules for a set of columns. Kept, because hundreds of ledgers have the same columns. */
import { ALL_FIELDS, type FieldKey } from "../ledger/fields";
import type { Pack } from "../policy/pack";
import type { Basis, LedgerRule, Rule, RowRule, RuleContext, Severity, Waiting } from "../rules/rule";

/** A rule as the pack sets it. */
export interface Setting {
  readonly code: string;
  readonly severity: Severity;
  /** The pack holds the rule to this severity, whatever the rule says of a case. */
  readonly fixedSeverity: boolean;
  readonly basis: Basis;
}

export type Parameters = Pick<RuleContext, "parameter" | "textParameter">;

export interface SetRule<R extends Rule> {
  readonly rule: R;
  readonly setting: Setting;
  readonly parameters: Parameters;
  /** Fields without which the rule says nothing; of alternatives it reads what there is. */
  readonly reads: readonly FieldKey[];
}

export interface Fitting {
  readonly rowRules: readonly SetRule<RowRule>[];
  readonly ledgerRules: ReadonlySet<LedgerRule>;
  readonly waiting: readonly Waiting[];
}

/** The rules that a pack does not switch off. */
export interface RulesInForce {
  /** All that there are. */
  readonly rules: readonly Rule[];
  readonly set: readonly SetRule<Rule>[];
  readonly rowRules: readonly SetRule<RowRule>[];
  readonly ledgerRules: readonly SetRule<LedgerRule>[];
  /** By the columns' fields. */
  readonly fittings: Map<string, Fitting>;
}

const inForce = new WeakMap<Pack, RulesInForce>();

export function rulesInForce(rules: readonly Rule[], pack: Pack): RulesInForce {
  let known = inForce.get(pack);
  if (known?.rules !== rules) {
    const set = rules
      .filter((rule) => !pack.rules[rule.code]?.off)
      .map((rule): SetRule<Rule> => ({
        rule,
        setting: settingOf(rule, pack),
        parameters: parametersOf(rule.code, pack),
        reads: rule.needs.flatMap((need) => (typeof need === "string" ? [need] : [])),
      }));
    known = {
      rules,
      set,
      rowRules: set.filter((each): each is SetRule<RowRule> => each.rule.scope === "row"),
      ledgerRules: set.filter((each): each is SetRule<LedgerRule> => each.rule.scope === "ledger"),
      fittings: new Map(),
    };
    inForce.set(pack, known);
  }
  return known;
}

/** Columns of different ledgers that are remembered. */
const REMEMBERED = 500;

export function fittingOf(fields: ReadonlySet<FieldKey>, rules: RulesInForce): Fitting {
  const { set, rowRules, ledgerRules, fittings } = rules;
  const key = [...fields].join();
  let fitting = fittings.get(key);
  if (!fitting) {
    const fits = ({ rule }: SetRule<Rule>): boolean => missing(rule, fields).length === 0;
    fitting = {
      rowRules: rowRules.filter(fits),
      ledgerRules: new Set(ledgerRules.filter(fits).map(({ rule }) => rule)),
      waiting: waitingIn(set, fields),
    };
    if (fittings.size < REMEMBERED) fittings.set(key, fitting);
  }
  return fitting;
}

/** Of each need that no column meets, the fields that would meet it. */
function missing(rule: Rule, fields: ReadonlySet<FieldKey>): (readonly FieldKey[])[] {
  return rule.needs
    .map((need) => (typeof need === "string" ? [need] : need))
    .filter((any) => any.length > 0 && !any.some((field) => fields.has(field)));
}

function waitingIn(rules: readonly SetRule<Rule>[], fields: ReadonlySet<FieldKey>): Waiting[] {
  const needs = new Map<string, { readonly any: readonly FieldKey[]; readonly codes: string[] }>();
  for (const { rule } of rules) {
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

function parametersOf(code: string, pack: Pack): Parameters {
  const set = pack.rules[code];
  return {
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
