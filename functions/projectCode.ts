/** PROJECTCODE: whether a 投资项目统一代码 is right, or what is wrong with it. */
import { readProjectCode, type ProjectCodeReading } from "../src/measure/projectCode";
import { isBlank, textOf } from "./arguments";
import type { WorksheetFunction } from "./function";

export const PROJECTCODE: WorksheetFunction = {
  id: "PROJECTCODE",
  name: "项目代码校验",
  description: "校验投资项目统一代码：无误为“正确”，否则说明原因。空白和 0 为空。",
  parameters: [{ name: "代码", description: "项目代码所在的单元格或区域", type: "any", takes: "cells" }],
  result: { type: "string", spills: false },
  example: { args: ["2503-130981-04-01-573274"], gives: "正确" },
  help: "PROJECTCODE.md",
  run([code]) {
    if (isBlank(code) || code === 0) return "";
    return verdict(readProjectCode(typeof code === "number" ? code : textOf(code)));
  },
};

function verdict(reading: ProjectCodeReading): string {
  switch (reading.state) {
    case "wellFormed":
      if (reading.checkDigit === false) return "校验位不符，请核对是否录入错误";
      return reading.hyphenated ? "正确" : `缺少连字符，应为 ${reading.code ?? ""}`;
    case "mangled":
      return "代码已被表格当作数字、末几位丢失，请按批复重填，并先把单元格设为文本格式";
    case "partial":
      return "代码不完整，应为 20 位数字";
    case "malformed":
      return "格式不对：应为 20 位数字，前 4 位是赋码年月，如 2503-130981-04-01-573274";
    case "several":
      return `有 ${String(reading.codes.length)} 个代码，请一格一个`;
    case "absent":
      return "没有代码";
  }
}
