/** The policies that a project may cite: the pack's and those of a 政策台账 beside it, each with its names and the days of its force. */
import type { Ledger, TableRow } from "../ledger/ledger";
import { normaliseText } from "../measure/text";
import type { Interval } from "../measure/types";
import type { Pack } from "../policy/pack";
import { findChannel } from "../policy/recognise";

export interface KnownPolicy {
  readonly name: string;
  /** Its document number; null where none is known. */
  readonly number: string | null;
  /** Its name, aliases and document number, none so short that any text would hold it. */
  readonly names: readonly string[];
  /** YYYY-MM-DD; blank where nothing says. */
  readonly from: string;
  readonly to: string | null;
  /** A sheet only says that it is out of force. */
  readonly ended: boolean;
  /** What the days rest on; a sheet of the bureau's own is its own document. */
  readonly backing: Pick<Backed, "basis" | "confidence"> | null;
  /** The channel that it opens, by the pack's name; null where none is named. */
  readonly channel: string | null;
}

type Backed = Pack["policies"][number];

/** Shorter names would be found in any text. */
const SHORTEST = 4;

export function knownPolicies(pack: Pack, ledgers: readonly Ledger[]): readonly KnownPolicy[] {
  return [...policiesOfPack(pack), ...policiesOfSheets(pack, ledgers)];
}

/** In force on the day, as far as anything says. */
export function isPolicyInForce({ from, to, ended }: KnownPolicy, asOf: string): boolean {
  return !ended && from <= asOf && (to === null || to >= asOf);
}

export type CitedPolicy = Pick<KnownPolicy, "name" | "number">;

/** What a cell cites: the one policy that it names, else its text; asked for many rows with few texts. */
export function policyFinder(policies: readonly KnownPolicy[]): (cited: string) => CitedPolicy {
  const known = new Map<string, CitedPolicy>();
  return (cited) => {
    let policy = known.get(cited);
    if (!policy) known.set(cited, (policy = policyIn(cited, policies)));
    return policy;
  };
}

function policyIn(cited: string, policies: readonly KnownPolicy[]): CitedPolicy {
  const found = policies.filter(({ names }) => names.some((each) => cited.includes(each)));
  const [first] = found;
  if (!first || !found.every((each) => isSamePolicy(first, each))) return { name: normaliseText(cited), number: null };
  return { name: first.name, number: found.find(({ number }) => number !== null)?.number ?? null };
}

/** The pack and a bureau's own sheet may write the title of one document in two ways. */
function isSamePolicy(one: KnownPolicy, other: KnownPolicy): boolean {
  return one.name === other.name || (one.number !== null && one.number === other.number);
}

function policiesOfPack(pack: Pack): KnownPolicy[] {
  return pack.policies.map(({ name, number, aliases, from, to, channel, basis, confidence }) => ({
    name,
    number: number ?? null,
    names: longEnough([name, ...aliases, number]),
    from,
    to: to ?? null,
    ended: false,
    backing: { basis, confidence },
    channel: pack.channels.find(({ id }) => id === channel)?.name ?? null,
  }));
}

function policiesOfSheets(pack: Pack, ledgers: readonly Ledger[]): KnownPolicy[] {
  return ledgers.flatMap(({ role, table }) =>
    role === "policies" ? (table?.rows ?? []).flatMap((row) => policyOfRow(pack, row)) : [],
  );
}

function policyOfRow(pack: Pack, { values }: TableRow): KnownPolicy[] {
  const names = longEnough([values["name"], values["number"]]);
  const [number = null] = longEnough([values["number"]]);
  const [name] = names;
  if (name === undefined) return [];
  const channel = values["channel"];
  return [
    {
      name,
      number,
      names,
      from: dayIn(values["from"])?.from ?? "",
      to: dayIn(values["to"])?.to ?? null,
      ended: /失效|废止|停止执行|已终止/.test(String(values["state"] ?? "")),
      backing: null,
      channel: typeof channel === "string" ? (findChannel(pack, channel)?.name ?? null) : null,
    },
  ];
}

function longEnough(names: readonly unknown[]): string[] {
  return names.filter((name): name is string => typeof name === "string" && name.length >= SHORTEST);
}

function dayIn(value: string | number | Interval | undefined): Interval | null {
  return typeof value === "object" ? value : null;
}
