/** What the pack makes of a row's words: stage, channel, area, route; each text is looked up once a pack. */
import type { Project } from "../ledger/ledger";
import { tickedOf } from "../measure/ticked";
import type { Channel, Pack, Route, Stage } from "../policy/pack";
import { findArea, findChannel, findChoice, findStage } from "../policy/recognise";
import type { RowContext } from "./rule";

export function stageOf(pack: Pack, project: Project): Stage | null {
  const text = project.values.stage;
  return text === undefined ? null : stages(pack, text);
}

export function channelOf(pack: Pack, project: Project): Channel | null {
  const text = project.values.channel;
  return text === undefined ? null : channels(pack, text);
}

export function routeOf(pack: Pack, project: Project): Route | null {
  const text = project.values.route;
  return text === undefined ? null : routes(pack, text);
}

/** The official area that the row states; null where it states none, or one that is unknown. */
export function statedArea(pack: Pack, project: Project): string | null {
  const text = project.values.area;
  return text === undefined ? null : areas(pack, text);
}

/** The area that the row states, else the one that its texts speak for. */
export function areaOf(project: Project, { pack, verdict }: Pick<RowContext, "pack" | "verdict">): string | null {
  return statedArea(pack, project) ?? verdict(project).area;
}

/** Stage order of 申报: from here on a project asks for money. */
export const APPLYING = 3;
/** Stage order of 竣工: from here on nobody is asked for money any more. */
export const FINISHED = 5;

/** Where an unfilled or unknown channel is C202's to say. */
export function channelIsJudgedAt(stage: Stage | null): boolean {
  return stage !== null && stage.order >= APPLYING;
}

const stages = remembered(findStage);
const channels = remembered(findChannel);
const areas = remembered(findArea);
const routes = remembered((pack, text): Route | null => {
  const found = findChoice(pack.routes, text);
  return found === "审批" || found === "核准" || found === "备案" ? found : null;
});

/** A dozen rules ask of one row, one after the other: the answer before this one is often the answer. */
function remembered<T>(find: (pack: Pack, text: string) => T): (pack: Pack, text: string) => T {
  const byPack = new WeakMap<Pack, Map<string, { found: T }>>();
  let lastPack: Pack | null = null;
  let lastText = "";
  let last: { readonly found: T } | null = null;
  return (pack, text) => {
    if (last !== null && lastText === text && lastPack === pack) return last.found;
    last = entryOf(pack, text);
    lastText = text;
    lastPack = pack;
    return last.found;
  };

  function entryOf(pack: Pack, text: string): { found: T } {
    let known = byPack.get(pack);
    if (!known) {
      known = new Map();
      byPack.set(pack, known);
    }
    let entry = known.get(text);
    if (!entry) known.set(text, (entry = { found: find(pack, text) }));
    return entry;
  }
}

/** 否, 不是 and their like; blanks are absent anyway. */
export function saysNo(text: string): boolean {
  return /^(否|不是|非|不|不属于|不涉及|N|NO|×|✗)$/i.test(tickedOf(text));
}
