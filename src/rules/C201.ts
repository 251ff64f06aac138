/** A channel pays for the areas of its list and no others. */
import type { Project } from "../ledger/ledger";
import { entryBasis } from "./entryBasis";
import { statedArea } from "./lookups";
import { rowRule, type Hit, type RowContext } from "./rule";
import { asTitled, channelFor } from "./titleChannel";
import { DISPATCH_MEETING } from "./bases";

export default rowRule({
  code: "C201",
  severity: "error",
  basis: { ...DISPATCH_MEETING, article: "有8个因不符合资金投向而未通过审核" },
  seed: ["B9", "B10"],
  needs: ["channel", "name"],
  on: "2025-06-20",
  good: [
    { name: "城区污水处理厂提标改造工程", department: "生态环境局", totalInvestment: 9600, channel: "专项债券" },
    { name: "县文化馆戏曲汇演活动", department: "文化和旅游局", totalInvestment: 80, channel: "自筹" },
  ],
  bad: [
    {
      name: "青峰山林场管护用车购置项目",
      department: "林业局",
      totalInvestment: 600,
      area: "装备购置",
      channel: "专项债券",
    },
    {
      name: "县域产业引导基金出资项目",
      department: "财政局",
      totalInvestment: 30000,
      area: "股权投资",
      channel: "专项债券",
    },
  ],
  check(project, context) {
    const channel = channelFor(project, context);
    if (!channel?.areas) return null;
    const { negative } = context.verdict(project);
    // Where the negative list decides, it is C203 that speaks.
    if (negative !== null && refuses(channel.negative, negative, context.pack.negatives)) return null;
    const stated = project.values.area;
    const area = rowArea(project, context);
    if (area === null || channel.areas.includes(area.name)) return null;
    const hit: Hit = {
      fields: ["channel", stated === undefined ? "name" : "area"],
      args: {
        channel: channel.name,
        area: area.name,
        by: area.isStated ? [] : context.judge(project).area.by,
        areas: channel.areas,
      },
      severity: area.sure(channel.areas) ? "error" : "warning",
      ...(channel.areasBasis ? { basis: entryBasis(channel.areasBasis) } : {}),
    };
    return asTitled(hit, context, context.ledger);
  },
});

/** A judgement is clear when it lies this many times as far ahead as it must to be made at all. */
const CLEAR = 2;

interface RowArea {
  readonly name: string;
  readonly isStated: boolean;
  readonly sure: (areas: readonly string[]) => boolean;
}

/** The stated area, else the one that name and content speak for; a stated area that is no official one stands as written. */
function rowArea(project: Project, { pack, verdict }: RowContext): RowArea | null {
  const { area: is, margin } = verdict(project);
  const stated = project.values.area;
  if (stated === undefined)
    return is === null ? null : { name: is, isStated: false, sure: () => margin >= CLEAR * pack.areaMargin };
  const official = statedArea(pack, project);
  if (official !== null) return { name: official, isStated: true, sure: () => true };
  // Name and content may still fit where only the word for the area is unknown.
  return { name: stated, isStated: true, sure: (areas) => is === null || !areas.includes(is) };
}

function refuses(
  ids: readonly string[],
  name: string,
  classes: readonly { readonly id: string; readonly name: string }[],
): boolean {
  return classes.some((each) => each.name === name && ids.includes(each.id));
}
