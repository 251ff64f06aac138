/** RATE: a rate whose name fixes its denominator. */
import { rate, type RateKey } from "../src/reserve/rates";
import { neededNumber, neededText } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";

/** Name → key and what is divided by what. */
const RATES: Readonly<Record<string, readonly [RateKey, string]>> = {
  开工率: ["started", "已开工个数 ÷ 项目总个数"],
  年度投资完成率: ["yearCompletion", "本年完成投资 ÷ 年度计划投资"],
  总投资完成率: ["totalCompletion", "累计完成投资 ÷ 总投资"],
  投资完成率: ["totalCompletion", "累计完成投资 ÷ 总投资"],
  资金到位率: ["arrival", "累计到位资金 ÷ 累计下达资金"],
  到位率: ["arrival", "累计到位资金 ÷ 累计下达资金"],
  支付率: ["payment", "支付资金 ÷ 完成投资"],
  资金支付率: ["payment", "支付资金 ÷ 完成投资"],
  配套落实率: ["matching", "到位配套 ÷ 下达配套"],
  配套资金落实率: ["matching", "到位配套 ÷ 下达配套"],
};

export const RATE: WorksheetFunction = {
  id: "RATE",
  name: "指标完成率",
  description: "按指标名的法定口径算比例：开工率、年度投资完成率、总投资完成率、资金到位率、支付率、配套落实率。",
  parameters: [
    { name: "指标名", description: "指标名，定下分子和分母各是什么", type: "string", takes: "cell" },
    { name: "分子", description: "已完成的数", type: "any", takes: "cells" },
    { name: "分母", description: "作比较的数，空白或 0 则算不出", type: "any", takes: "cells" },
  ],
  result: { type: "number", spills: false },
  example: { args: ["开工率", 33, 50], gives: 0.66 },
  help: "RATE.md",
  run([name, numerator, denominator]) {
    const text = neededText(name, "指标名");
    const found = RATES[text];
    if (!found) {
      const known = ["开工率", "年度投资完成率", "总投资完成率", "资金到位率", "支付率", "配套落实率"].join("、");
      throw new FunctionFailure("value", `“${text}”没有统一口径，可用：${known}`);
    }
    const [key, definition] = found;
    const { share } = rate(key, neededNumber(numerator, "分子"), neededNumber(denominator, "分母"));
    if (share === null) throw new FunctionFailure("na", `分母为 0，算不出${text}（${definition}）`);
    return share;
  },
};
