/** A channel that lives on revenue asks for enough of it. */
import type { Project } from "../ledger/ledger";
import { entryBasis } from "./entryBasis";
import { isBlank } from "./columns";
import { channelIsJudgedAt, stageOf } from "./lookups";
import { rowRule, type RowContext, type Hit } from "./rule";
import { asTitled, channelFor } from "./titleChannel";

export default rowRule({
  code: "C207",
  severity: "warning",
  basis: { document: "各省专项债券申报要求（省级参数）", confidence: "D" },
  needs: ["channel", "coverage"],
  on: "2025-06-20",
  good: [
    {
      name: "城区停车场建设项目",
      department: "住房和城乡建设局",
      totalInvestment: 8200,
      channel: "专项债券",
      coverage: 1.32,
    },
    { name: "村道维修项目", department: "交通运输局", totalInvestment: 820, channel: "一般债券", coverage: "" },
  ],
  bad: [
    {
      name: "城区停车场建设项目",
      department: "住房和城乡建设局",
      totalInvestment: 8200,
      channel: "专项债券",
      coverage: 0.95,
    },
    {
      name: "城区停车场建设项目",
      department: "住房和城乡建设局",
      totalInvestment: 8200,
      stage: "申报",
      scale: "停车位860个",
      channel: "专项债券",
      coverage: "",
    },
  ],
  check(project, context) {
    const hit = shortfall(project, context);
    return hit && asTitled(hit, context, context.ledger);
  },
});

function shortfall(project: Project, context: RowContext): Hit | null {
  const { pack } = context;
  const channel = channelFor(project, context);
  if (!channel?.needsRevenue || channel.coverage === null) return null;
  const { coverage } = project.values;
  const basis = entryBasis(channel.coverageBasis ?? channel);
  const args = { channel: channel.name, wanted: channel.coverage };
  if (coverage !== undefined)
    return coverage >= channel.coverage ? null : { fields: ["coverage"], args: { ...args, coverage }, basis };
  if (!isBlank(project, "coverage") || !channelIsJudgedAt(stageOf(pack, project))) return null;
  return { fields: ["coverage"], args, basis };
}
