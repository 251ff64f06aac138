/** An amount is not negative, a total is not nothing, and no part is more than its whole. */
import { FUND_FIELDS, fieldKind, type FieldKey, type PLAIN_FIELDS, type PlainField } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import { boundsOf } from "../measure/printed";
import { SELF_CONSISTENT } from "./bases";
import { fundsJudge } from "./C206";
import { straysOf } from "./F103";
import { roundedAmountOf } from "./printedCells";
import { rowRule, type Hit, type RowContext } from "./rule";

type AmountField = {
  [F in PlainField]: (typeof PLAIN_FIELDS)[F][1] extends "amount" ? F : never;
}[PlainField];

type Pair = readonly [part: AmountField, whole: AmountField];

const PAIRS: readonly Pair[] = [
  ["completed", "totalInvestment"],
  ["completedThisYear", "completed"],
  ["planThisYear", "totalInvestment"],
  ["arrived", "totalInvestment"],
  ["completedBefore", "totalInvestment"],
  ["paid", "arrived"],
];

/** What C206 holds together. */
const ADDED_UP: readonly FieldKey[] = ["totalInvestment", ...FUND_FIELDS];

const BASE = { name: "张庄河清淤工程", department: "水务局", totalInvestment: 3200 };

export default rowRule({
  code: "K706",
  severity: "warning",
  basis: { ...SELF_CONSISTENT, article: "金额不为负，部分不大于整体" },
  needs: [],
  on: "2025-06-20",
  good: [
    { ...BASE, completed: 3200, completedThisYear: 1200, planThisYear: 1200, arrived: 3200 },
    // Both may be the same 3199.6.
    { ...BASE, totalInvestment: 3199.6, completed: "3200" },
    { ...BASE, totalInvestment: "约3200", completed: 3230 },
    { ...BASE, completed: 0, completedThisYear: 0 },
    { ...BASE, completedBefore: 3200, arrived: 900, paid: 900 },
    // Which of them is wrong C205 says.
    { ...BASE, totalInvestment: 320, requested: 2000, completed: 1500 },
  ],
  bad: [
    { ...BASE, totalInvestment: -320 },
    { ...BASE, totalInvestment: 0 },
    { ...BASE, arrived: "-50万元" },
    { ...BASE, completed: 3900 },
    { ...BASE, completedBefore: 3900 },
    { ...BASE, arrived: 900, paid: 1000 },
    { ...BASE, completed: 800, completedThisYear: 1000 },
    { ...BASE, planThisYear: "0.5亿元" },
    { ...BASE, totalInvestment: "约3200", arrived: 3300 },
  ],
  prepare(context) {
    const { ledger } = context;
    const fields = ledger.columns.map(({ field }) => field);
    const amounts = fields.filter((field): field is AmountField => fieldKind(field) === "amount");
    const pairs = PAIRS.filter(([part, whole]) => amounts.includes(part) && amounts.includes(whole));
    const said = saidAlready(context);
    return (project) => {
      if (!isDoubtful(project, amounts, pairs)) return null;
      const hits = [...impossibleAlone(project, amounts, said), ...exceeding(project, ledger, pairs, said)];
      return hits.length > 0 ? hits : null;
    };
  },
});

/** Nearly every row is not, and nothing is made for it. */
function isDoubtful({ values }: Project, amounts: readonly AmountField[], pairs: readonly Pair[]): boolean {
  if (values.totalInvestment?.wan === 0) return true;
  for (const field of amounts) if ((values[field]?.wan ?? 0) < 0) return true;
  for (const pair of pairs) if ((values[pair[0]]?.wan ?? 0) > (values[pair[1]]?.wan ?? Infinity)) return true;
  return false;
}

function* impossibleAlone(project: Project, amounts: readonly AmountField[], said: Said): Generator<Hit> {
  const { values } = project;
  for (const field of amounts) {
    const wan = values[field]?.wan;
    if (wan === undefined || wan > 0 || (wan === 0 && field !== "totalInvestment")) continue;
    if (field === "totalInvestment" && said.mostAgainstTotal(project) > wan) continue;
    if (ADDED_UP.includes(field) && said.ofFunds(project)) continue;
    yield { fields: [field], args: { kind: wan === 0 ? "zero" : "negative", wan } };
  }
}

function* exceeding(project: Project, ledger: Ledger, pairs: readonly Pair[], said: Said): Generator<Hit> {
  for (const [part, whole] of pairs) {
    const more = roundedAmountOf(ledger, project, part);
    const less = roundedAmountOf(ledger, project, whole);
    // A whole that is itself impossible is the cause.
    if (!more || !less || less.value < 0 || (less.value === 0 && whole === "totalInvestment")) continue;
    if (boundsOf(more).low <= boundsOf(less).high + 1e-6) continue;
    if (whole === "totalInvestment" && more.value <= said.mostAgainstTotal(project)) continue;
    if (said.isStray(project, part) || said.isStray(project, whole)) continue;
    const over = Math.round((more.value - less.value) * 1e6) / 1e6;
    yield { fields: [part, whole], args: { kind: "over", part: more.value, than: whole, whole: less.value, over } };
  }
}

/** What other rules say of a row's figures, so that no cause is named twice; asked only for rows in doubt. */
interface Said {
  readonly ofFunds: (project: Project) => boolean;
  /** The most that speaks against the total by C205 or C206; what fits into that has the same cause. */
  readonly mostAgainstTotal: (project: Project) => number;
  /** F103: most likely in another unit. */
  readonly isStray: (project: Project, field: FieldKey) => boolean;
}

function saidAlready(context: RowContext): Said {
  const funds = fundsJudge(context);
  return {
    ofFunds: (project) => funds(project) !== null,
    mostAgainstTotal(project) {
      const total = project.values.totalInvestment?.wan ?? 0;
      const asked = project.values.requested?.wan ?? 0;
      const sum = Number(funds(project)?.args["sum"] ?? 0);
      const most = Math.max(asked, sum);
      return most > total && most > 0 ? most : -Infinity;
    },
    isStray: (project, field) => straysOf(context.ledger, context.pack).get(project)?.includes(field) ?? false,
  };
}
