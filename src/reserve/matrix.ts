/** 政策—项目—资金: over which channel how many projects answer a policy, and what was asked for, granted and received; and the policies that nobody answers. */
import type { Ledger, Project } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import type { Amount } from "../measure/types";
import { askedFor, askedSources } from "./asked";
import { NOT_STATED } from "./place";
import { isPolicyInForce, knownPolicies, policyFinder } from "./policies";

/** Sums in millionths of 万元, where they are exact: the order of rows and files changes nothing. */
export interface MatrixEntry {
  readonly policy: string;
  /** Its document number, where one is known. */
  readonly number?: string;
  readonly channel: string;
  readonly count: number;
  readonly total: number;
  readonly requested: number;
  readonly approved: number;
  readonly arrived: number;
}

/** The same in 万元, to be shown. */
export interface MatrixLine {
  readonly policy: string;
  readonly channel: string;
  readonly count: number;
  /** Total investment. */
  readonly wan: number;
  readonly requested: number;
  readonly approved: number;
  readonly arrived: number;
}

export interface PolicyMatrix {
  /** The largest investment first. */
  readonly lines: readonly MatrixLine[];
  /** Policies in force that open a channel or stand in the bureau's 政策台账, and that no project cites. */
  readonly policiesWithNone: readonly string[];
}

export type MatrixEntries = Map<string, MatrixEntry>;

/** What gathers the entries of a run, project by project, each with the channel that the statistics give it. */
export function matrixGatherer(
  ledgers: readonly Ledger[],
  pack: Pack,
): {
  readonly entries: MatrixEntries;
  readonly add: (project: Project, ledger: Pick<Ledger, "columns">, channel: string) => void;
} {
  const find = policyFinder(knownPolicies(pack, ledgers));
  const sourcesOf = remembered(askedSources);
  const entries: MatrixEntries = new Map();
  const sums = new Map<string, Map<string, Sum>>();
  const sumOf = (policy: string, channel: string): Sum => {
    let ofPolicy = sums.get(policy);
    if (!ofPolicy) sums.set(policy, (ofPolicy = new Map()));
    let sum = ofPolicy.get(channel);
    if (!sum) {
      ofPolicy.set(channel, (sum = { policy, channel, ...NOTHING_YET }));
      entries.set(`${policy}\u0001${channel}`, sum);
    }
    return sum;
  };
  return {
    entries,
    add({ values }, { columns }, channel) {
      const { name, number } = values.policyBasis === undefined ? NO_POLICY : find(values.policyBasis);
      const sum = sumOf(name, channel);
      if (number !== null && (sum.number === undefined || number < sum.number)) sum.number = number;
      sum.count++;
      sum.total += millionths(values.totalInvestment);
      sum.requested += askedFor(values, sourcesOf(columns));
      sum.approved += millionths(values.approved);
      sum.arrived += millionths(values.arrived);
    },
  };
}

/** An entry that still grows: a new one for each row would cost more than the sums. */
type Sum = { -readonly [Part in keyof MatrixEntry]: MatrixEntry[Part] };
const NOTHING_YET = { count: 0, total: 0, requested: 0, approved: 0, arrived: 0 };

const NO_POLICY = { name: NOT_STATED, number: null };

function remembered<K extends object, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = find(key)));
    return value;
  };
}

export function plusEntry(a: MatrixEntry, b: MatrixEntry): MatrixEntry {
  const [number] = [a.number, b.number].filter((each) => each !== undefined).sort();
  return {
    ...a,
    ...(number === undefined ? {} : { number }),
    count: a.count + b.count,
    total: a.total + b.total,
    requested: a.requested + b.requested,
    approved: a.approved + b.approved,
    arrived: a.arrived + b.arrived,
  };
}

/** What one file cites by its number alone goes by the title that another file knows for it. */
export function underTitles(entries: Iterable<MatrixEntry>): readonly MatrixEntry[] {
  const all = [...entries].sort((a, b) => byText(a.policy, b.policy));
  const titles = new Map(
    all.flatMap(({ policy, number }) => (number === undefined ? [] : [[number, { policy, number }] as const])),
  );
  const merged = new Map<string, MatrixEntry>();
  for (const entry of all) {
    const titled = { ...entry, ...titles.get(entry.number ?? entry.policy) };
    const key = `${titled.policy}\u0001${titled.channel}`;
    const known = merged.get(key);
    merged.set(key, known ? plusEntry(known, titled) : titled);
  }
  return [...merged.values()];
}

/** In 万元, the largest investment first; equal ones by name, so that the order of files changes nothing. */
export function matrixLines(entries: Iterable<MatrixEntry>): readonly MatrixLine[] {
  return [...entries]
    .sort((a, b) => b.total - a.total || byText(a.policy, b.policy) || byText(a.channel, b.channel))
    .map(({ policy, channel, count, total, requested, approved, arrived }) => ({
      policy,
      channel,
      count,
      wan: total / 1e6,
      requested: requested / 1e6,
      approved: approved / 1e6,
      arrived: arrived / 1e6,
    }));
}

export function policyMatrix(
  entries: MatrixEntries,
  ledgers: readonly Ledger[],
  { pack, asOf }: { readonly pack: Pack; readonly asOf: string },
): PolicyMatrix {
  const lines = matrixLines(entries.values());
  const cited = new Set(lines.map(({ policy }) => policy));
  const citedTexts = [...cited].join("\n");
  const expected = knownPolicies(pack, ledgers).filter(
    (policy) =>
      isPolicyInForce(policy, asOf) &&
      (policy.channel !== null || !pack.policies.some(({ name }) => name === policy.name)),
  );
  return {
    lines,
    policiesWithNone: [
      ...new Set(
        expected
          .filter(({ name, names }) => !cited.has(name) && !names.some((each) => citedTexts.includes(each)))
          .map(({ name }) => name),
      ),
    ],
  };
}

function millionths(amount: Amount | undefined): number {
  return amount ? Math.round(amount.wan * 1e6) : 0;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
