/** CREDITCODE: whether a 统一社会信用代码 is right, or what is wrong with it. */
import { readCreditCode, type CreditCodeState } from "../src/measure/creditCode";
import { isBlank, textOf } from "./arguments";
import type { WorksheetFunction } from "./function";

const VERDICTS: Readonly<Record<CreditCodeState, string>> = {
  good: "正确",
  length: "位数不对，应为 18 位",
  characters: "含有不该有的字符：只用数字和大写字母，没有 I、O、S、V、Z，第 3 至 8 位是数字",
  check: "校验码不符，请核对是否录入错误",
  absent: "没有代码",
};

export const CREDITCODE: WorksheetFunction = {
  id: "CREDITCODE",
  name: "信用代码校验",
  description: "校验统一社会信用代码：无误为“正确”，否则说明原因。空白和 0 为空。",
  parameters: [{ name: "代码", description: "统一社会信用代码所在的单元格或区域", type: "any", takes: "cells" }],
  result: { type: "string", spills: false },
  example: { args: ["11370800004312263P"], gives: "正确" },
  help: "CREDITCODE.md",
  run([code]) {
    if (isBlank(code) || code === 0) return "";
    return VERDICTS[readCreditCode(typeof code === "number" ? code : textOf(code)).state];
  },
};
