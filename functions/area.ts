/** AREA: the investment area that a project's name and content speak for, and the words that decided. */
import { neededText, textOf } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";
import { CONTENT, NAME } from "./parameters";

export const AREA: WorksheetFunction = {
  id: "AREA",
  name: "投向领域",
  description: "从项目名称和建设内容判断投向领域，右边一格是作出判断的词语；依据不足的为 #N/A，请人工确定。",
  parameters: [NAME, CONTENT],
  result: { type: "any", spills: true },
  example: { args: ["县人民医院综合楼建设项目"], gives: [["社会事业", "人民医院"]] },
  help: "AREA.md",
  run([name, content], { judge }) {
    const { area } = judge(neededText(name, "名称"), textOf(content));
    if (area.is !== null) return [[area.is, area.by.join("、")]];
    const nearest = area.next === null ? "" : `，最接近“${area.next}”`;
    return [[new FunctionFailure("na", `依据不足，判断不出投向领域${nearest}，请人工确定`), ""]];
  },
};
