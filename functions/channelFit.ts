/** CHANNELFIT: whether a channel suits a project, or why it does not; judged by the same rules as the ledger. */
import { checkLedgers } from "../src/findings/check";
import { findChannel } from "../src/policy/recognise";
import { RULES } from "../src/rules/index";
import { sentences } from "../src/words/finding";
import { dayOf, textsOf } from "./arguments";
import { FunctionFailure, type FunctionContext, type Outcome, type WorksheetFunction } from "./function";
import { FIRST_ROW, ledgerOf } from "./ledger";

/** Area, negative list, procedures, window: what channel, name, content and stage can be judged by. */
const CODES = new Set(["C201", "C203", "C208", "C210"]);

export const CHANNELFIT: WorksheetFunction = {
  id: "CHANNELFIT",
  name: "渠道匹配度",
  description: "项目走这条资金渠道是否合适：“符合”或不合适的原因，与逐行校核用同一套规则。没填渠道的为空。",
  parameters: [
    { name: "渠道", description: "资金渠道，如专项债券", type: "any", takes: "range" },
    { name: "名称", description: "项目名称", type: "any", takes: "range" },
    { name: "内容", description: "建设内容及规模", type: "any", optional: true, takes: "range" },
    { name: "阶段", description: "项目阶段，如储备、申报", type: "any", optional: true, takes: "range" },
    {
      name: "今天",
      description: "申报窗口按哪一天算，可填 TODAY()；省略则不看窗口",
      type: "any",
      optional: true,
      takes: "cell",
    },
  ],
  result: { type: "string", spills: false },
  example: { args: ["专项债券", "县人民医院综合楼建设项目"], gives: "符合" },
  help: "CHANNELFIT.md",
  run([channel, name, content, stage, today], context) {
    const asOf = dayOf(today, "今天");
    const ledger = ledgerOf({ channel, name, scale: content, stage });
    const rules = RULES.filter(({ code }) => CODES.has(code) && (asOf !== null || code !== "C210"));
    const { pack, calendar, judge } = context;
    const checked = checkLedgers([ledger], { pack, calendar, judge, rules, asOf: asOf ?? pack.from });
    const reasons = new Map<number, string[]>();
    for (const finding of checked.perLedger[0]?.findings ?? []) {
      const row = (finding.row ?? 0) - FIRST_ROW;
      reasons.set(row, [...(reasons.get(row) ?? []), sentences(finding, "zh").message]);
    }
    const names = textsOf(name);
    return textsOf(channel).map((written, row) => [
      verdict(written, names[row] ?? "", reasons.get(row) ?? [], context),
    ]);
  },
};

function verdict(written: string, name: string, reasons: readonly string[], { pack }: FunctionContext): Outcome {
  if (written === "") return "";
  if (name === "") return new FunctionFailure("value", "请填写“名称”");
  if (!findChannel(pack, written)) {
    return new FunctionFailure(
      "na",
      `认不出资金渠道“${written}”，可填：${pack.channels.map((each) => each.name).join("、")}`,
    );
  }
  return reasons.length === 0 ? "符合" : reasons.join("");
}
