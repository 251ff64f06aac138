/** Where one project stands in the reserve: its stage, department, area and channel, as the statistics name them. */
import type { Ledger, Project } from "../ledger/ledger";
import type { Verdict } from "../policy/judge";
import type { Channel, Pack, Target } from "../policy/pack";
import { findArea, findChannel, findStage } from "../policy/recognise";
import { departmentCounted } from "./departments";
import { departmentNamer } from "./oneDepartment";

export const NOT_STATED = "未填写";

export interface PlaceOptions {
  readonly pack: Pack;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly verdict: (project: Project) => Verdict;
}

export interface ReservePlace {
  readonly stage: string;
  /** It has left the reserve (调出): only the stages count it. */
  readonly left: boolean;
  readonly department: string;
  readonly area: string;
  readonly channel: string;
  readonly fits: boolean;
  readonly added: boolean;
}

/**
 * Asked for many projects one after another: what the pack says of a name is looked up once. Without a roster a department
 * is named as the `beside` ledgers name it most fully.
 */
export function reservePlacer(
  options: PlaceOptions,
  beside: readonly Ledger[] = [],
): (project: Project, ledger: Ledger) => ReservePlace {
  const { pack, asOf } = options;
  const target = targetInForce(pack, asOf);
  const departmentName = departmentNamer(pack, beside);
  const stageOf = remembered((text) => findStage(pack, text));
  const channelOf = remembered((text) => findChannel(pack, text));
  return (project, ledger) => {
    const { values } = project;
    const looking = { pack, verdict: options.verdict(project) };
    const stage = values.stage === undefined ? null : stageOf(values.stage);
    const channel = values.channel === undefined ? null : channelOf(values.channel);
    const written = departmentCounted(project, ledger);
    return {
      stage: stage?.name ?? values.stage ?? NOT_STATED,
      left: stage?.left ?? false,
      department: written ? departmentName(written) : NOT_STATED,
      area: areaOf(project, looking) ?? NOT_STATED,
      channel: channel?.name ?? values.channel ?? NOT_STATED,
      fits: fitsSupport(project, channel, looking),
      added: target !== null && countsAsAdded(project, target, asOf),
    };
  };
}

/** The county's target whose day comes next, else the one that passed last. */
export function targetInForce(pack: Pack, asOf: string): Target | null {
  const county = pack.targets.filter((target) => target.department === null && target.countedFrom <= asOf);
  const coming = county.filter((target) => target.by >= asOf).sort((a, b) => (a.by < b.by ? -1 : 1));
  if (coming[0]) return coming[0];
  return [...county].sort((a, b) => (a.by > b.by ? -1 : 1))[0] ?? null;
}

/** Entered between the target's first day and asOf; a month counts as soon as it has begun. */
export function countsAsAdded(project: Project, target: Pick<Target, "countedFrom" | "by">, asOf: string): boolean {
  const entered = project.values.enteredOn;
  if (!entered) return false;
  return entered.from >= target.countedFrom && entered.from <= asOf && entered.from <= target.by;
}

/** What the pack's judge concludes of a project's texts. */
interface Concluded {
  readonly pack: Pack;
  readonly verdict: Verdict;
}

/** The stated area, else the classified one; null where neither is known. */
export function areaOf({ values: { area } }: Project, { pack, verdict }: Concluded): string | null {
  const stated = area === undefined ? null : findArea(pack, area);
  return stated ?? verdict.area;
}

/**
 * Whether the project lies in what the state's funds support: no negative class, a known area, and, where the row
 * names a channel, an area of that channel. Money of the county's own or of companies is no state fund.
 */
export function fitsSupport(project: Project, channel: Channel | null, concluded: Concluded): boolean {
  const stated = project.values.channel;
  if (concluded.verdict.negative !== null) return false;
  const area = areaOf(project, concluded);
  if (area === null) return false;
  if (stated === undefined) return concluded.pack.channels.some((each) => each.areas?.includes(area) ?? false);
  if (!channel?.stateFunds) return false;
  return channel.areas === null || channel.areas.includes(area);
}

function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly found: T }>();
  return (text) => {
    let entry = known.get(text);
    if (!entry) known.set(text, (entry = { found: find(text) }));
    return entry.found;
  };
}
