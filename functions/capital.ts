/** CAPITAL: the ratio of capital, the minimum of the industry, and whether it is met. */
import { readAmount } from "../src/measure/amount";
import { capitalMinimum, capitalVerdict, type CapitalVerdict } from "../src/policy/capital";
import { neededText } from "./arguments";
import { FunctionFailure, type Argument, type WorksheetFunction } from "./function";

const VERDICTS: Readonly<Record<CapitalVerdict, string>> = {
  enough: "达到",
  reducible: "低于最低比例，可能适用下浮，需说明",
  short: "不足",
};

export const CAPITAL: WorksheetFunction = {
  id: "CAPITAL",
  name: "资本金校验",
  description: "资本金占总投资的比例、行业最低比例和结论：“达到”“低于最低比例，可能适用下浮，需说明”或“不足”。",
  parameters: [
    { name: "资本金", description: "项目资本金，没写单位按万元", type: "any", takes: "cell" },
    { name: "总投资", description: "项目总投资，没写单位按万元", type: "any", takes: "cell" },
    { name: "行业", description: "所属行业、投向领域或项目名称", type: "any", takes: "cell" },
  ],
  result: { type: "any", spills: true },
  example: { args: [1700, 10000, "公路"], gives: [[0.17, 0.2, "低于最低比例，可能适用下浮，需说明"]] },
  help: "CAPITAL.md",
  run([capital, total, industry], { pack }) {
    const whole = wanOf(total, "总投资");
    if (whole <= 0) throw new FunctionFailure("na", "总投资为 0，算不出比例");
    const minimum = capitalMinimum(pack, [neededText(industry, "行业")]);
    if (!minimum) throw new FunctionFailure("na", "政策包里没有这个行业的最低资本金比例");
    const ratio = Math.round((wanOf(capital, "资本金") / whole) * 1e4) / 1e4;
    return [[ratio, minimum.minimum, VERDICTS[capitalVerdict(ratio, minimum, pack.rules.C204?.numbers.reduction)]]];
  },
};

function wanOf(argument: Argument, name: string): number {
  const content = typeof argument === "number" ? argument : neededText(argument, name);
  const reading = readAmount(content, "万元");
  if (!reading) throw new FunctionFailure("value", `“${name}”应为金额，如 3000 或 1.2亿元`);
  return reading.amount.wan;
}
