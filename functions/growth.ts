/** GROWTH: this year against the last, as a share. */
import { growth } from "../src/reserve/rates";
import { neededNumber } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";

export const GROWTH: WorksheetFunction = {
  id: "GROWTH",
  name: "同比增长",
  description: "（今年 − 去年）÷ 去年；去年为 0 则没有同比。",
  parameters: [
    { name: "今年", description: "今年的数", type: "any", takes: "cells" },
    { name: "去年", description: "去年同期的数", type: "any", takes: "cells" },
  ],
  result: { type: "number", spills: false },
  example: { args: [130, 100], gives: 0.3 },
  help: "GROWTH.md",
  run([now, before]) {
    const share = growth(neededNumber(now, "今年"), neededNumber(before, "去年"));
    if (share === null) throw new FunctionFailure("na", "去年为 0，没有同比，请改写净增额");
    return share;
  },
};
