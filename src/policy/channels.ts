/** Which channels a project could try, why, and what stands against each: 能争必争, with reasons. */
import type { ProcedureKey } from "../measure/procedures";
import { isInForce } from "./load";
import type { Judgement } from "./judge";
import type { Channel, Confidence, Pack, PackBasis } from "./pack";

/** What is known of a project; what is absent is neither for nor against a channel. */
export interface ProjectFacts {
  readonly judgement: Judgement;
  /** Official name of the stated area; it goes before the judged one. */
  readonly area?: string | null;
  readonly stageId?: string | null;
  /** 本息覆盖倍数. */
  readonly coverage?: number | null;
  /** Whether the project earns anything. */
  readonly revenue?: boolean | null;
  /** Asked for ÷ total. */
  readonly share?: number | null;
  readonly done?: ReadonlySet<ProcedureKey>;
  /** Ids of channels that the project has or asks for. */
  readonly held?: readonly string[];
}

export type ReasonKind =
  | "area"
  | "areaOutside"
  | "areaUnknown"
  | "negative"
  | "revenue"
  | "noRevenue"
  | "coverageShort"
  | "overCap"
  | "procedureMissing"
  | "excludes"
  | "windowOpen"
  | "windowClosed"
  | "suits";

export interface Reason {
  readonly kind: ReasonKind;
  readonly speaks: "for" | "against";
  /** What the sentence needs: the area, the words, the figures. */
  readonly says: string;
  readonly basis: PackBasis;
  readonly confidence: Confidence;
}

export interface ChannelMatch {
  readonly channel: Channel;
  /** Nothing speaks against it. */
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
}

/** Every channel of the pack in force, likeliest first; own money comes after the state's. */
export function matchChannels(pack: Pack, facts: ProjectFacts, asOf: string): readonly ChannelMatch[] {
  return pack.channels
    .filter((channel) => isInForce(channel, asOf))
    .map((channel) => matchChannel(pack, channel, facts, asOf))
    .sort((a, b) => rankOf(b) - rankOf(a));
}

/** What speaks for and against one channel. */
export function matchChannel(pack: Pack, channel: Channel, facts: ProjectFacts, asOf: string): ChannelMatch {
  const reasons = [
    negativeReason(pack, channel, facts),
    areaReason(channel, facts),
    ...revenueReasons(channel, facts),
    capReason(channel, facts),
    ...procedureReasons(pack, channel, facts),
    exclusionReason(pack, channel, facts),
    windowReason(channel, asOf),
    suitsReason(channel),
  ].filter((reason) => reason !== null);
  return { channel, fits: reasons.every(({ speaks }) => speaks === "for"), reasons };
}

/** A fit outranks any misfit; the state's money comes before one's own; then by what speaks for it. */
function rankOf({ channel, fits, reasons }: ChannelMatch): number {
  const speaking = reasons.filter(({ kind, speaks }) => speaks === "for" && kind !== "suits").length;
  const against = reasons.filter(({ speaks }) => speaks === "against").length;
  return (fits ? 1000 : 0) + (channel.stateFunds ? 100 : 0) + speaking * 10 - against;
}

function negativeReason(pack: Pack, channel: Channel, { judgement }: ProjectFacts): Reason | null {
  const { negative } = judgement;
  if (!negative) return null;
  const found = pack.negatives.find(({ name }) => name === negative.class);
  if (!found || !channel.negative.includes(found.id)) return null;
  return against("negative", `${negative.class}（${negative.by.join("、")}）`, channel.negativeBasis ?? found);
}

function areaReason(channel: Channel, { judgement, area }: ProjectFacts): Reason | null {
  if (channel.areas === null) return null;
  const backing = channel.areasBasis ?? channel;
  const is = area ?? judgement.area.is;
  if (is === null) return against("areaUnknown", "投向领域未填，也判断不出", backing);
  const by = area ? "" : `（${judgement.area.by.join("、")}）`;
  return channel.areas.includes(is)
    ? { ...against("area", is + by, backing), speaks: "for" }
    : against("areaOutside", is + by, backing);
}

function revenueReasons(channel: Channel, { revenue, coverage }: ProjectFacts): (Reason | null)[] {
  if (channel.needsRevenue === null) return [];
  if (!channel.needsRevenue)
    return revenue === true ? [against("noRevenue", "项目有收益，此渠道面向无收益项目", channel)] : [];
  const backing = channel.coverageBasis ?? channel;
  if (coverage !== undefined && coverage !== null && channel.coverage !== null) {
    const figures = `${String(coverage)} 倍，下限 ${String(channel.coverage)} 倍`;
    return [
      coverage < channel.coverage
        ? against("coverageShort", figures, backing)
        : { ...against("revenue", figures, backing), speaks: "for" },
    ];
  }
  return revenue === false ? [against("noRevenue", "项目没有收益", channel)] : [];
}

function capReason(channel: Channel, { share }: ProjectFacts): Reason | null {
  if (share === undefined || share === null || channel.capShare === null || share <= channel.capShare) return null;
  return against(
    "overCap",
    `占总投资 ${percent(share)}，上限 ${percent(channel.capShare)}`,
    channel.capShareBasis ?? channel,
  );
}

function procedureReasons(pack: Pack, channel: Channel, { stageId, done }: ProjectFacts): Reason[] {
  const groups = stageId ? (channel.procedures[stageId] ?? []) : [];
  if (done === undefined) return [];
  return groups
    .map((group) => (typeof group === "string" ? [group] : group))
    .filter((group) => !group.some((key) => done.has(key)))
    .map((group) =>
      against("procedureMissing", group.map((key) => termOf(pack, key)).join("或"), channel.proceduresBasis ?? channel),
    );
}

function exclusionReason(pack: Pack, channel: Channel, { held = [] }: ProjectFacts): Reason | null {
  const clash = held.find((id) => channel.excludes.includes(id));
  if (clash === undefined) return null;
  return against(
    "excludes",
    pack.channels.find(({ id }) => id === clash)?.name ?? clash,
    channel.excludesBasis ?? channel,
  );
}

function windowReason({ windows }: Channel, asOf: string): Reason | null {
  const open = windows.find(({ opens, closes }) => opens <= asOf && asOf <= closes);
  if (open) return { ...against("windowOpen", open.closes, open), speaks: "for" };
  const last = windows.reduce<(typeof windows)[number] | null>(
    (a, b) => (a === null || b.closes > a.closes ? b : a),
    null,
  );
  return last && last.closes < asOf ? against("windowClosed", last.closes, last) : null;
}

function suitsReason(channel: Channel): Reason | null {
  return channel.suits === "" ? null : { ...against("suits", channel.suits, channel), speaks: "for" };
}

function against(
  kind: ReasonKind,
  says: string,
  { basis, confidence }: { readonly basis: PackBasis; readonly confidence: Confidence },
): Reason {
  return { kind, speaks: "against", says, basis, confidence };
}

function termOf(pack: Pack, key: ProcedureKey): string {
  return pack.procedures.find((step) => step.key === key)?.name ?? key;
}

function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)}%`;
}
