/** Other channels whose conditions the row is known to meet. */
import { matchChannels } from "../policy/channels";
import { APPLYING, stageOf, statedArea } from "./lookups";
import { rowRule } from "./rule";
import { channelFor } from "./titleChannel";

export default rowRule({
  code: "C213",
  severity: "hint",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "能争必争，力争政策都享受到", confidence: "H" },
  seed: ["A8", "A18"],
  needs: ["channel", "coverage"],
  on: "2025-06-20",
  good: [
    {
      name: "城区集中供热管网工程",
      department: "住房和城乡建设局",
      totalInvestment: 9300,
      channel: "专项债券",
      coverage: 1.4,
    },
    {
      name: "城区集中供热管网工程",
      department: "住房和城乡建设局",
      totalInvestment: 9300,
      channel: "社会资本/自筹",
      coverage: "",
    },
  ],
  bad: [
    {
      name: "城区集中供热管网工程",
      department: "住房和城乡建设局",
      totalInvestment: 9300,
      channel: "社会资本/自筹",
      coverage: 1.4,
    },
    { name: "县城第二水厂供水工程", department: "水务局", totalInvestment: 7400, channel: "", coverage: 1.25 },
  ],
  check(project, context) {
    const { pack, asOf } = context;
    const { coverage } = project.values;
    const own = channelFor(project, context);
    const stage = stageOf(pack, project);
    // What has a channel of the state's, or its money already, needs no hint; nor does what earns nothing.
    if (coverage === undefined || own?.stateFunds || (stage && (stage.left || stage.order > APPLYING))) return null;
    const facts = { judgement: context.judge(project), area: statedArea(pack, project), coverage };
    const met = matchChannels(pack, facts, asOf).filter(
      ({ channel, fits, reasons }) =>
        fits && channel.stateFunds && channel.needsRevenue === true && reasons.some(({ kind }) => kind === "area"),
    );
    if (met.length === 0) return null;
    return { fields: ["channel"], args: { channels: met.map(({ channel }) => channel.name) } };
  },
});
