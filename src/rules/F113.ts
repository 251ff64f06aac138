/** Stage, nature, route and channel come from the pack's lists. */
import type { FieldKey } from "../ledger/fields";
import type { Ledger } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { findChoice, namesStep } from "../policy/recognise";
import { OWN_CONVENTION } from "./bases";
import { channelIsJudgedAt, channelOf, routeOf, stageOf } from "./lookups";
import { rowRule, type Hit } from "./rule";

export default rowRule({
  code: "F113",
  severity: "error",
  basis: { ...OWN_CONVENTION, article: "各部门用同一套选项才能汇总" },
  needs: [["stage", "nature", "route", "channel"]],
  on: "2025-06-20",
  good: [
    { name: "东岭风电场配套道路工程", department: "交通运输局", totalInvestment: 5200, nature: "新建", route: "审批" },
    {
      name: "东岭风电场配套道路工程",
      department: "交通运输局",
      totalInvestment: 5200,
      nature: "改扩建",
      route: "备案制",
    },
  ],
  bad: [
    { name: "东岭风电场配套道路工程", department: "交通运输局", totalInvestment: 5200, nature: "大概是新的" },
    { name: "东岭风电场配套道路工程", department: "交通运输局", totalInvestment: 5200, route: "走绿色通道" },
  ],
  check(project, { pack, ledger }) {
    const { stage, nature, route, channel } = project.values;
    const found = stageOf(pack, project);
    let hits: Hit[] | null = null;
    // 「项目状态」: 续建, 新建, 前期. Such a column says both.
    if (stage !== undefined && !found && (nature !== undefined || findChoice(pack.natures, stage) === null))
      (hits ??= []).push(stageOutside(stage, pack));
    if (nature !== undefined && findChoice(pack.natures, nature) === null)
      (hits ??= []).push(outside("nature", nature, pack.natures));
    if (route !== undefined && !routeOf(pack, project)) (hits ??= []).push(outside("route", route, pack.routes));
    // From 申报 on, an unknown channel is C202's to say.
    if (channel !== undefined && !channelIsJudgedAt(found) && !channelOf(pack, project) && !tellsInOwnWords(ledger)) {
      (hits ??= []).push(outside("channel", channel, pack.channels));
    }
    return hits;
  },
});

/** 「资金来源」 is told in one's own words; 「资金渠道」 is chosen from a list. */
function tellsInOwnWords({ columns }: Ledger): boolean {
  for (const { field, heading } of columns) if (field === "channel") return SOURCES.test(heading);
  return false;
}

const SOURCES = /来源(?!渠道|类[型别])|筹措(?!渠道)/u;

/** 「环评公示，正在招标」 tells how far the preparation has come, in words of its own. */
function stageOutside(stage: string, pack: Pack): Hit {
  const hit = outside("stage", stage, pack.stages);
  return namesStep(stage) ? { ...hit, severity: "hint", args: { ...hit.args, kind: "step" } } : hit;
}

function outside(field: FieldKey, text: string, choices: readonly { readonly name: string }[]): Hit {
  return { fields: [field], args: { text, choices: choices.map(({ name }) => name) } };
}
