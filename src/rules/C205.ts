/** Nobody asks for more than the project costs, nor for more than the channel's share of it. */
import { entryBasis } from "./entryBasis";
import { SELF_CONSISTENT } from "./bases";
import { rowRule, type Hit } from "./rule";
import { asTitled, channelFor } from "./titleChannel";

export default rowRule({
  code: "C205",
  severity: "error",
  basis: { ...SELF_CONSISTENT, article: "申请额不超过总投资" },
  needs: ["requested", "totalInvestment"],
  on: "2025-06-20",
  good: [
    { name: "桃源灌区节水改造工程", department: "水务局", totalInvestment: 10000, requested: 6000 },
    { name: "桃源灌区节水改造工程", department: "水务局", totalInvestment: "1.2亿元", requested: 12000 },
  ],
  bad: [
    { name: "桃源灌区节水改造工程", department: "水务局", totalInvestment: 10000, requested: 12000 },
    { name: "桃源灌区节水改造工程", department: "水务局", totalInvestment: "0.8亿元", requested: 8200 },
  ],
  check(project, context) {
    const { requested, totalInvestment } = project.values;
    if (!requested || !totalInvestment || requested.wan <= 0) return null;
    const { wan: asked } = requested;
    const { wan: total } = totalInvestment;
    if (asked > total) {
      return {
        fields: ["requested", "totalInvestment"],
        args: { asked, total, over: asked - total, cap: 1, channel: "" },
      };
    }
    const channel = channelFor(project, context);
    if (!channel || channel.capShare === null || asked <= total * channel.capShare + 1e-6) return null;
    const hit: Hit = {
      fields: ["requested", "totalInvestment", "channel"],
      args: { asked, total, over: asked - total * channel.capShare, cap: channel.capShare, channel: channel.name },
      basis: entryBasis(channel.capShareBasis ?? channel),
    };
    return asTitled(hit, context, context.ledger);
  },
});
