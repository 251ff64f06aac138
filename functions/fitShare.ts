/** FITSHARE: the share of projects that lie in what state funds support. */
import { findChannel } from "../src/policy/recognise";
import { fitsSupport } from "../src/reserve/place";
import { roundShare } from "../src/reserve/rates";
import { FunctionFailure, type WorksheetFunction } from "./function";
import { ledgerOf } from "./ledger";

export const FITSHARE: WorksheetFunction = {
  id: "FITSHARE",
  name: "符合方向占比",
  description:
    "符合上级资金支持方向的占比、个数和项目总数；负面清单内的、渠道领域不符的、领域判断不出的不算符合。空白行不计。",
  parameters: [
    { name: "名称列", description: "项目名称，一列", type: "any", takes: "range" },
    { name: "渠道列", description: "资金渠道，一列；空白的看领域有没有渠道支持", type: "any", takes: "range" },
    { name: "内容列", description: "建设内容及规模，一列", type: "any", optional: true, takes: "range" },
  ],
  result: { type: "number", spills: true },
  example: {
    args: [
      [["县人民医院综合楼建设项目"], ["机关办公楼建设项目"]],
      [["专项债券"], ["专项债券"]],
    ],
    gives: [[0.5, 1, 2]],
  },
  help: "FITSHARE.md",
  run([names, channels, contents], { pack, judge }) {
    const { projects } = ledgerOf({ name: names, channel: channels, scale: contents });
    if (projects.length === 0) throw new FunctionFailure("na", "区域里没有项目");
    const fitting = projects.filter((project) => {
      const { name = "", scale, channel } = project.values;
      const verdict = judge.verdict(name, scale);
      return fitsSupport(project, channel === undefined ? null : findChannel(pack, channel), { pack, verdict });
    });
    return [[roundShare(fitting.length / projects.length), fitting.length, projects.length]];
  },
};
