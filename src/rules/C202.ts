/** From 申报 on, a project names a channel that the pack knows. */
import { APPLYING, areaOf } from "./lookups";
import { DISPATCH_MEETING } from "./bases";
import { rowRule, type RowContext } from "./rule";
import { channelFor } from "./titleChannel";
import type { Project } from "../ledger/ledger";

export default rowRule({
  code: "C202",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "对照不同资金渠道的支持领域，分类梳理项目清单" },
  seed: ["B27"],
  needs: ["channel", "stage"],
  on: "2025-06-20",
  good: [
    {
      name: "县城老旧小区改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 5200,
      stage: "申报",
      scale: "改造小区12个、1860户",
      channel: "中央预算内投资",
    },
    { name: "县城老旧小区改造项目", department: "住房和城乡建设局", totalInvestment: 5200, stage: "谋划", channel: "" },
  ],
  bad: [
    {
      name: "县城老旧小区改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 5200,
      stage: "申报",
      scale: "改造小区12个、1860户",
      channel: "待定",
    },
    {
      name: "县城老旧小区改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 5200,
      stage: "申报",
      scale: "改造小区12个、1860户",
      channel: "找上面要",
    },
  ],
  prepareAt(context, stage) {
    if (!stage || stage.order < APPLYING) return null;
    return (project) => {
      if (channelFor(project, context)) return null;
      const area = areaOf(project, context);
      return {
        fields: ["channel"],
        args: {
          text: project.values.channel ?? "",
          stage: stage.name,
          area: area ?? "",
          choices: suggestions(project, context),
        },
      };
    };
  },
});

/** Channels that pay for the row's area, those with the fewest areas first: the more particular list is the better reason. */
function suggestions(project: Project, context: RowContext): string[] {
  const area = areaOf(project, context);
  if (area === null) return [];
  return context.pack.channels
    .filter((channel) => channel.stateFunds && (channel.areas?.includes(area) ?? false))
    .sort((a, b) => (a.areas?.length ?? 0) - (b.areas?.length ?? 0))
    .map(({ name }) => name);
}
