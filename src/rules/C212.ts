/** One project does not ask for two grants that exclude each other. */
import type { Channel, Pack } from "../policy/pack";
import { grouped, laterOnes, namesOf, type Placed } from "./alike";
import { entryBasis } from "./entryBasis";
import { channelOf } from "./lookups";
import { comparableNameOf, sameStem } from "./names";
import { ledgerRule } from "./rule";
import { byStatedYear } from "./statedTime";

export default ledgerRule({
  code: "C212",
  severity: "warning",
  basis: { document: "中央预算内投资项目申报要求", article: "同一项目不重复申报同一专项", confidence: "D" },
  needs: ["channel", "name"],
  on: "2025-06-20",
  good: [
    [row("中央预算内投资（投资补助）"), { ...row("中央预算内投资（贷款贴息）"), name: "北川县粮食仓储设施二期项目" }],
    [row("中央预算内投资（投资补助）"), { ...row("社会资本/自筹"), totalInvestment: 3300, department: "发展和改革局" }],
  ],
  bad: [
    [row("中央预算内投资（投资补助）"), row("中央预算内投资（贷款贴息）")],
    [
      row("中央预算内投资（贷款贴息）"),
      { ...row("中央预算内投资（投资补助）"), totalInvestment: 3300, department: "发展和改革局" },
    ],
  ],
  *check({ ledgers, pack, asOf }) {
    const excluding = channelsThatExclude(pack);
    if (excluding.size === 0) return;
    const sameName = (stem: readonly Placed[]) =>
      grouped(stem, ({ project }) => {
        const channel = channelOf(pack, project);
        return channel && excluding.has(channel) ? comparableNameOf(project) || null : null;
      });
    for (const group of byStatedYear(ledgers, asOf).flatMap(sameStem).flatMap(sameName)) {
      const channels = new Set(
        group.map(({ project }) => channelOf(pack, project)).filter((channel) => channel !== null),
      );
      const clash = clashIn([...channels]);
      if (!clash) continue;
      const asking = group.filter(
        ({ project }) => clash.includes(channelOf(pack, project) ?? clash[0]) && channelOf(pack, project) !== null,
      );
      const names = clash.map(({ name }) => name).sort();
      for (const hit of laterOnes(asking, ["channel", "name"], { channels: names, names: namesOf(asking) })) {
        yield { ...hit, basis: entryBasis(clash[0].excludesBasis ?? clash[0]) };
      }
    }
  },
});

/** The channels that exclude another one or are excluded by one. */
function channelsThatExclude({ channels }: Pack): ReadonlySet<Channel> {
  return new Set(
    channels.filter(({ id, excludes }) => excludes.length > 0 || channels.some((other) => other.excludes.includes(id))),
  );
}

function clashIn(channels: readonly Channel[]): readonly [Channel, Channel] | null {
  for (const channel of channels) {
    const other = channels.find(({ id }) => channel.excludes.includes(id));
    if (other) return [channel, other];
  }
  return null;
}

function row(channel: string): Record<string, string | number> {
  return { name: "北川县粮食仓储设施项目", department: "粮食和物资储备局", totalInvestment: 3200, channel };
}
