/** TIMELIMIT: the limit of a procedure, its unit and its clause. */
import { clause } from "../src/words/clause";
import { neededText } from "./arguments";
import type { WorksheetFunction } from "./function";
import { limitOf, stepOf, unitWord } from "./procedure";

export const TIMELIMIT: WorksheetFunction = {
  id: "TIMELIMIT",
  name: "办理时限",
  description: "手续的办理时限：天数、单位（工作日、日、月，不互相换算）、依据、依据是否已核对原文。",
  parameters: [{ name: "事项", description: "手续名称，如可研、环评、施工许可", type: "string", takes: "cell" }],
  result: { type: "any", spills: true },
  example: { args: ["施工许可"], gives: [[7, "日", "依据：《中华人民共和国建筑法》第七条至第九条。", "已核对"]] },
  help: "TIMELIMIT.md",
  run([item], { pack }) {
    const step = stepOf(neededText(item, "事项"), pack);
    const limit = limitOf(step);
    const { basis, confidence } = step;
    const { document, number, article } = basis;
    const cited = { document, confidence, ...(number ? { number } : {}), ...(article ? { article } : {}) };
    const checked = confidence === "H" ? "已核对" : "待核";
    return [[limit.count, unitWord(limit), clause(cited, "zh"), checked]];
  },
};
