/** CHANNELS: the channels of state funds that a project could try, each with its reason. */
import { matchChannels, type ChannelMatch } from "../src/policy/channels";
import { findStage } from "../src/policy/recognise";
import type { Channel, Pack } from "../src/policy/pack";
import { dayOf, neededText, textOf } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";

export const CHANNELS: WorksheetFunction = {
  id: "CHANNELS",
  name: "可用资金渠道",
  description: "这个项目可以考虑的上级资金渠道和理由，一行一条；领域清单明确的在前，没有领域清单的由部门确认。",
  parameters: [
    { name: "名称", description: "项目名称", type: "any", takes: "cell" },
    { name: "内容", description: "建设内容及规模，可省略", type: "any", optional: true, takes: "cell" },
    {
      name: "阶段",
      description: "项目阶段；给出后列出该阶段这条渠道要求的手续",
      type: "any",
      optional: true,
      takes: "cell",
    },
    {
      name: "今天",
      description: "按哪一天有效的渠道，可填 TODAY()；省略则不看",
      type: "any",
      optional: true,
      takes: "cell",
    },
  ],
  result: { type: "string", spills: true },
  example: {
    args: ["机关办公楼建设项目"],
    gives: [
      ["一般债券", "没有领域清单，待确认"],
      ["上级专项补助", "没有领域清单，待确认"],
    ],
  },
  help: "CHANNELS.md",
  run([name, content, stage, today], { pack, judge }) {
    const asOf = dayOf(today, "今天");
    const facts = { judgement: judge(neededText(name, "名称"), textOf(content)) };
    const stageId = findStage(pack, textOf(stage))?.id;
    const fitting = matchChannels(pack, facts, asOf ?? pack.from).filter(({ channel, fits, reasons }) => {
      // Without a day, a window that is closed on the pack's first says nothing.
      return (
        channel.stateFunds &&
        (fits || (asOf === null && reasons.every(({ kind, speaks }) => speaks === "for" || kind === "windowClosed")))
      );
    });
    if (fitting.length === 0) throw new FunctionFailure("na", "没有合适的上级资金渠道，可考虑社会资本或自筹");
    return fitting.map((match) => [
      match.channel.name,
      reasonOf(match, asOf !== null) + required(match.channel, stageId, pack),
    ]);
  },
};

/** What the project itself decides; what a channel is for in general is no reason. */
function reasonOf({ channel, reasons }: ChannelMatch, withWindow: boolean): string {
  const said = reasons.flatMap(({ kind, says }) => {
    if (kind === "area") return [`投向领域内：${says}`];
    if (kind === "windowOpen") return withWindow ? [`申报窗口开到 ${says}`] : [];
    return [];
  });
  return [...(channel.areas === null ? ["没有领域清单，待确认"] : []), ...said].join("；");
}

function required(channel: Channel, stage: string | undefined, pack: Pack): string {
  const steps = stage === undefined ? [] : (channel.procedures[stage] ?? []);
  if (steps.length === 0) return "";
  const nameOf = (key: string) => pack.procedures.find((step) => step.key === key)?.name ?? key;
  const named = steps.map((step) => (typeof step === "string" ? nameOf(step) : step.map(nameOf).join("或")));
  return `；须已办${named.join("、")}`;
}
