/** AMOUNT: what a cell says, as a number in 万元. */
import { readAmount } from "../src/measure/amount";
import { isBlankText } from "../src/measure/text";
import type { MoneyUnit } from "../src/measure/types";
import { isBlank, textOf } from "./arguments";
import { FunctionFailure, type Argument, type WorksheetFunction } from "./function";

export const AMOUNT: WorksheetFunction = {
  id: "AMOUNT",
  name: "金额万元",
  description: "把各种写法的金额读成以万元计的数字，如“约1.2亿元”为 12000。空白和 0 按 0 计，“—”“待定”等为空。",
  parameters: [
    { name: "内容", description: "金额所在的单元格或区域", type: "any", takes: "cells" },
    {
      name: "表头单位",
      description: "没写单位的数字按它换算：元、万元、亿元，也可给出表头，如“总投资（亿元）”；省略为万元",
      type: "string",
      optional: true,
      takes: "cell",
    },
  ],
  result: { type: "any", spills: false },
  example: { args: ["约1.2亿元"], gives: 12000 },
  help: "AMOUNT.md",
  run([content, unit]) {
    if (isBlank(content)) return 0;
    if (typeof content !== "number" && isBlankText(textOf(content))) return "";
    const reading = readAmount(typeof content === "number" ? content : textOf(content), unitOf(unit));
    if (!reading) throw new FunctionFailure("na", "读不出唯一的金额，请写成一个数并注明单位，如 3000万元");
    return reading.amount.wan;
  },
};

function unitOf(argument: Argument): MoneyUnit {
  const text = textOf(argument);
  if (text === "") return "万元";
  const unit = /亿元|万元|(?<![千百美欧])元/.exec(text)?.[0];
  if (unit === undefined) throw new FunctionFailure("value", "“表头单位”应为元、万元或亿元");
  return unit as MoneyUnit;
}
