/** What a clerk wrote for a stage, channel, nature, route or area → the pack's entry; and what could be meant where nothing fits. */
import { normaliseText } from "../measure/text";
import { tickedOf } from "../measure/ticked";
import type { Channel, Pack, Stage } from "./pack";

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The channel that a cell names; where it lists several (「专项债券、县级配套」), the first of the state's funds. */
export function findChannel(pack: Pack, text: string): Channel | null {
  const [first] = findChannels(pack, text);
  return first ?? null;
}

/** Every channel that a cell lists, the state's funds first; none where a part of the list is unknown. */
export function findChannels(pack: Pack, text: string): readonly Channel[] {
  const whole = oneChannel(pack, text);
  if (whole) return [whole];
  const found = new Set<Channel>();
  for (const part of normaliseText(text).split(LIST_MARKS)) {
    if (part.trim() === "") continue;
    const channel = oneChannel(pack, part);
    if (!channel) return [];
    found.add(channel);
  }
  return [...found].sort((a, b) => Number(b.stateFunds) - Number(a.stateFunds));
}

/** 「上级专项」 is short for 「上级专项补助」, where no other channel begins like that. */
function oneChannel({ channels }: Pack, text: string): Channel | null {
  const channel = findEntry(channels, text);
  const seen = comparable(text);
  if (channel || seen.length < SHORTEST_BEGINNING) return channel;
  // An alias is one way of many to say a channel: 「中央财政」 begins several that no list has. 「省级专项」 says whose it is.
  const [only = null, ...others] = channels.filter((entry) =>
    (OF_LEVEL.test(seen) ? namesOf(entry) : [entry.name]).some((name) => comparable(name).startsWith(seen)),
  );
  return others.length === 0 ? only : null;
}

/** 「政策性」 may be a loan as well as an instrument. */
const SHORTEST_BEGINNING = 4;
const OF_LEVEL = /级专项$/u;

/** The stage that a cell names; one that names nothing but steps before the start of works (「备案」「施工图审查」) says that it is not reached. */
export function findStage({ stages }: Pack, text: string): Stage | null {
  const seen = comparable(text);
  const rest = seen.replace(STEPS, "");
  if (rest === seen) return findEntry(stages, text);
  const exact = indexOf(stages).exact.get(seen);
  if (exact) return exact;
  // 「备案完成」 is not finished; 「已备案，正在施工」 says more than its step.
  if (SAID_OF_STEPS.test(rest) || (HANDED_IN.test(rest) && seen.endsWith(rest))) {
    return stages.find(({ order, beforeStart }) => order === 0 && beforeStart) ?? null;
  }
  return findEntry(stages, rest);
}

/** Behind the step: 「可研申报」「立项入库」 hand it in, 「申报（可研）」 hands in the project. */
const HANDED_IN = /^[已未待正在拟]*(?:申报|报审|入库|上报)[中]?$/u;

/** Whether a stage is told by steps before the start of works, and by none of a pack's stages. */
export function namesStep(text: string): boolean {
  return comparable(text).search(STEPS) >= 0;
}

const STEPS =
  /(?:项目)?建议书|可研|可行性研究|立项|备案|核准|初步设计|初设|施工图|图审|(?:实施|设计|建设)方案|勘察|概算|环评|能评|稳评|节能审查|水保|安评|选址|(?:建设)?用地|土地(?!储备)|(?:(?:建设)?工程)?规划许可|施工许可|(?:施工|监理)?招(?:投)?标|征地拆迁|征拆|财政评审|财评|设计/gu;
const SAID_OF_STEPS =
  /^(?:开展|工作|预审|许可|预算|公示|[已未待正在拟中完成办理结编制审批核查复报告上阶段手续项目文本件证等及和与、,的评进行取得])*$/u;

/** The name of the choice that a text means; null where none is. */
export function findChoice(choices: readonly Named[], text: string): string | null {
  return findEntry(choices, text)?.name ?? null;
}

/** A stated area → its official name. */
export function findArea(pack: Pack, text: string): string | null {
  return findEntry(pack.areas, text)?.name ?? null;
}

/**
 * The entry whose name or alias the text is; else the one whose name the text holds, where it is the only one, a longer
 * name hiding the shorter ones inside it (「地方政府专项债券资金」, but not 「专项债券或一般债券」).
 */
export function findEntry<T extends Named>(entries: readonly T[], text: string): T | null {
  const seen = comparable(text);
  if (seen === "") return null;
  const index = indexOf(entries);
  return index.exact.get(seen) ?? onlyContained(index, seen);
}

/** All entries, likeliest first: those that share the most consecutive characters with the text; what shares none is left out. */
export function suggestEntries<T extends Named>(entries: readonly T[], text: string): readonly T[] {
  const seen = comparable(text);
  return entries
    .map((entry) => ({ entry, alike: Math.max(...namesOf(entry).map((name) => sharedPairs(comparable(name), seen))) }))
    .filter(({ alike }) => alike > 0)
    .sort((a, b) => b.alike - a.alike)
    .map(({ entry }) => entry);
}

interface NameIndex<T> {
  readonly exact: ReadonlyMap<string, T>;
  /** Longest first. */
  readonly names: readonly (readonly [name: string, entry: T])[];
}

const indexes = new WeakMap<readonly Named[], NameIndex<Named>>();

function indexOf<T extends Named>(entries: readonly T[]): NameIndex<T> {
  const known = indexes.get(entries);
  // The map is keyed by the list itself, so its entries are of the list's own type.
  if (known) return known as NameIndex<T>;
  const exact = new Map<string, T>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const key = comparable(name);
      if (!exact.has(key)) exact.set(key, entry);
    }
  }
  const index = { exact, names: [...exact].sort((a, b) => b[0].length - a[0].length) };
  indexes.set(entries, index);
  return index;
}

/** Shorter names are too common to be looked for inside a text. */
const SHORTEST_CONTAINED = 2;
/** 「未列入储备」, 「不申报专项债」 and the like mean the opposite of what they hold. */
const DENIALS = /[未不非无]|或者?|及|和|与|、|\/|,|;/;

function onlyContained<T extends Named>({ names }: NameIndex<T>, seen: string): T | null {
  const found = new Set<T>();
  let rest = seen;
  for (const [name, entry] of names) {
    if (name.length < SHORTEST_CONTAINED || !rest.includes(name)) continue;
    found.add(entry);
    rest = rest.split(name).join("·");
  }
  const [only] = found;
  if (found.size !== 1 || only === undefined) return null;
  return DENIALS.test(rest) ? null : only;
}

function namesOf({ name, aliases }: Named): readonly string[] {
  return [name, ...aliases];
}

const MARKS = /[\s"'“”‘’「」《》()（）[\]【】〔〕·.。:：_-]/g;
const LIST_MARKS = /[、,;+/&\n]|及|和|与/;
/** 「1.储备」「（二）申报」 */
const NUMBERING = /^(?:\(?[0-9一二三四五六七八九十]+[.、)]\s*)+/;

function comparable(text: string): string {
  return normaliseText(tickedOf(text)).replace(NUMBERING, "").replace(MARKS, "").toLowerCase();
}

function sharedPairs(a: string, b: string): number {
  let shared = 0;
  for (let at = 0; at + 2 <= a.length; at++) if (b.includes(a.slice(at, at + 2))) shared++;
  return shared;
}
