/** RATIOCHECK: whether a printed ratio can come from the printed figures. */
import { couldBe, printedFigure, ratioBounds, type Printed } from "../src/measure/printed";
import { isBlank, textOf } from "./arguments";
import { FunctionFailure, type Argument, type WorksheetFunction } from "./function";

export const RATIOCHECK: WorksheetFunction = {
  id: "RATIOCHECK",
  name: "比例核对",
  description: "通报里印出的比例能不能由印出的分子、分母得出（每个数按末位四舍五入）：“相符”或应在的范围。",
  parameters: [
    { name: "分子", description: '印出的分子；末位是 0 的请用文本，如 "85.40"', type: "any", takes: "cells" },
    { name: "分母", description: "印出的分母", type: "any", takes: "cells" },
    { name: "印出值", description: "印出的比例，如 24.25%", type: "any", takes: "cells" },
  ],
  result: { type: "string", spills: false },
  example: { args: [4.28, 17.68, "24.25%"], gives: "应为 24.17%～24.24%" },
  help: "RATIOCHECK.md",
  run([numerator, denominator, stated]) {
    const ratio = figureOf(stated, "印出值");
    const bounds = ratioBounds(figureOf(numerator, "分子"), figureOf(denominator, "分母"));
    if (!bounds) throw new FunctionFailure("na", "分母可能为 0，无法核对");
    if (couldBe(ratio, bounds)) return "相符";
    return `应为 ${percent(Math.min(bounds.low, bounds.high))}～${percent(bounds.high)}`;
  },
};

function figureOf(argument: Argument, name: string): Printed {
  if (isBlank(argument)) throw new FunctionFailure("value", `请填写“${name}”`);
  const figure = typeof argument === "number" ? printedFigure(argument) : printedFigure(textOf(argument));
  if (!figure) throw new FunctionFailure("value", `“${name}”应为数字或百分数`);
  return figure;
}

function percent(share: number): string {
  return `${String(Math.round(share * 1e4) / 100)}%`;
}
