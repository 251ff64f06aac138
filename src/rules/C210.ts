/** A channel's window closes soon, or has closed. */
import type { Ledger } from "../ledger/ledger";
import { isHistory } from "../ledger/restated";
import type { Channel, Pack } from "../policy/pack";
import { findChannel } from "../policy/recognise";
import { workdaysLeft } from "../measure/calendar";
import { byFile } from "./alike";
import { DISPATCH_MEETING } from "./bases";
import { APPLYING, stageOf } from "./lookups";
import { ledgerRule, type LedgerContext } from "./rule";
import { asTitled, channelFor } from "./titleChannel";

const POLICIES = ["政策名称", "文号", "资金渠道", "申报截止"] as const;

export default ledgerRule({
  code: "C210",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "把握申报时间节点" },
  seed: ["B23"],
  needs: ["channel"],
  on: "2025-06-20",
  good: [
    {
      rows: [example("中央预算内投资")],
      sheets: [[POLICIES, ["2025年中央预算内投资申报通知", "川发改〔2025〕8号", "中央预算内投资", "2025-09-30"]]],
    },
    {
      rows: [example("社会资本/自筹")],
      sheets: [[POLICIES, ["2025年中央预算内投资申报通知", "川发改〔2025〕8号", "中央预算内投资", "2025-06-25"]]],
    },
  ],
  bad: [
    {
      rows: [example("中央预算内投资")],
      sheets: [[POLICIES, ["2025年中央预算内投资申报通知", "川发改〔2025〕8号", "中央预算内投资", "2025-06-25"]]],
    },
    {
      rows: [example("中央预算内投资")],
      sheets: [[POLICIES, ["2025年中央预算内投资申报通知", "川发改〔2025〕8号", "中央预算内投资", "2025-05-31"]]],
    },
  ],
  *check(context) {
    const soon = context.parameter("workdays");
    const lists = byFile(context.others);
    for (const ledger of context.ledgers) {
      const closing = closingDays(context, lists.get(ledger.file) ?? []);
      if (closing.size === 0) continue;
      for (const project of ledger.projects) {
        if (isHistory(ledger, project)) continue;
        const stage = stageOf(context.pack, project);
        // What is already being built has its money.
        if (stage && (stage.left || stage.order > APPLYING)) continue;
        const channel = channelFor(project, { pack: context.pack, ledger });
        const closes = channel ? closing.get(channel.id) : undefined;
        if (!channel || closes === undefined) continue;
        const days = workdaysLeft(context.calendar, context.asOf, closes);
        if (days === null || days > soon) continue;
        const args = { channel: channel.name, closes, days, closed: closes < context.asOf ? 1 : 0 };
        yield asTitled({ ledger, project, row: project.row, fields: ["channel"], args }, context, ledger);
      }
    }
  },
});

/** The next day on which each channel closes, else the last on which it did; from the pack and from sheets of policies. */
function closingDays({ pack, asOf }: LedgerContext, others: readonly Ledger[]): ReadonlyMap<string, string> {
  const days = new Map<string, string[]>();
  const add = (channel: Channel | null, day: string): void => {
    if (channel) days.set(channel.id, [...(days.get(channel.id) ?? []), day]);
  };
  for (const channel of pack.channels)
    for (const { opens, closes } of channel.windows) if (opens <= asOf) add(channel, closes);
  for (const { channel, closes } of pack.policies)
    if (channel !== undefined && closes !== undefined) add(named(pack, channel), closes);
  for (const { role, table } of others) {
    if (role !== "policies") continue;
    for (const { values } of table?.rows ?? []) {
      const { channel, deadline } = values;
      if (typeof channel === "string" && typeof deadline === "object") add(named(pack, channel), deadline.to);
    }
  }
  return new Map([...days].map(([id, closes]) => [id, nextOf(closes, asOf)]));
}

function nextOf(days: readonly string[], asOf: string): string {
  const sorted = [...days].sort();
  return sorted.find((day) => day >= asOf) ?? sorted[sorted.length - 1] ?? asOf;
}

function named(pack: Pack, text: string): Channel | null {
  return pack.channels.find(({ id }) => id === text) ?? findChannel(pack, text);
}

function example(channel: string): Record<string, string | number> {
  return { name: "县城污水管网改造工程", department: "住房和城乡建设局", totalInvestment: 6100, channel };
}
