/** NEGATIVE: the negative-list class that a project falls into, with the words hit. */
import { neededText, textOf } from "./arguments";
import type { WorksheetFunction } from "./function";
import { CONTENT, NAME } from "./parameters";

export const NEGATIVE: WorksheetFunction = {
  id: "NEGATIVE",
  name: "负面清单词",
  description: "名称或内容里的负面清单类别和词语，没有为空；名称本身不能认定的前面有“疑似”。",
  parameters: [NAME, CONTENT],
  result: { type: "string", spills: false },
  example: { args: ["机关办公楼建设项目"], gives: "楼堂馆所：机关办公楼" },
  help: "NEGATIVE.md",
  run([name, content], { judge }) {
    const { negative } = judge(neededText(name, "名称"), textOf(content));
    if (!negative) return "";
    return `${negative.decidedByName ? "" : "疑似"}${negative.class}：${negative.by.join("、")}`;
  },
};
