/** Group R: the reserve as a whole. */
import type { RuleWords } from "../ruleWords";
import { figureText } from "../say";

export const RESERVE: Readonly<Record<string, RuleWords>> = {
  R501: {
    zh: {
      title: "储备目标未完成",
      condition: "从目标起算日起新增的储备项目，个数或总投资没有达到目标；过了期限为错误，之前为提醒。",
      message: (say) =>
        `${say.has("department") ? say.text("department") : "全县"}新增${say.figure("count")}个、${yi(say.number("wan"))}，` +
        `差${say.figure("missingCount")}个、${yi(say.number("missingWan"))}` +
        (say.number("passed") === 1
          ? `，期限${say.text("by")}已过。`
          : say.number("workdays") < 0
            ? `，期限${say.text("by")}。`
            : `，到${say.text("by")}还有${say.figure("workdays")}个工作日，每周需增${say.figure("perWeek")}个。`),
      why: (say) =>
        `目标是${say.text("by")}前新增不少于${say.figure("wantedCount")}个、${yi(say.number("wantedWan"))}。`,
      how: "抓紧谋划补充项目，并核对已有项目的入库时间是否漏填。",
      ignore: "目标已由县里调整；请更新政策包里的目标。",
    },
    en: {
      title: "Reserve target not reached",
      condition:
        "New reserve projects since the target's first day miss its number or amount; an error after the day, a warning before.",
      message: (say) =>
        `${say.has("department") ? say.text("department") : "The county"} added ${say.figure("count")} projects, ${say.wan("wan")}; ` +
        `${say.figure("missingCount")} and ${say.wan("missingWan")} are missing` +
        (say.number("passed") === 1
          ? `, and ${say.text("by")} has passed.`
          : say.number("workdays") < 0
            ? ` by ${say.text("by")}.`
            : `, with ${say.figure("workdays")} working days to ${say.text("by")}: ${say.figure("perWeek")} a week.`),
      why: (say) =>
        `The target is ${say.figure("wantedCount")} projects and ${say.wan("wantedWan")} by ${say.text("by")}.`,
      how: "Plan more projects, and check whether entry dates were left out.",
      ignore: "The target was changed; update it in the pack.",
    },
  },
};

/** Targets are set in 亿元. */
function yi(wan: number): string {
  return `${figureText(wan / 10000)}亿元`;
}
