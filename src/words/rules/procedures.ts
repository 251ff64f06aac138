/** Group P: procedures before works start. */
import { PROCEDURE_TERMS, type ProcedureKey } from "../../measure/procedures";
import type { RuleWords } from "../ruleWords";
import { englishProcedure } from "../terms";

/** A step's name; "start" is the start of works. */
function step(key: string): string {
  return key === "start" ? "开工" : PROCEDURE_TERMS[key as ProcedureKey];
}

function englishStep(key: string): string {
  return key === "start" ? "start of works" : englishProcedure(key as ProcedureKey);
}

export const PROCEDURES: Readonly<Record<string, RuleWords>> = {
  P302: {
    zh: {
      title: "手续先后颠倒",
      condition: "两项手续的办结日期，或手续与开工日期，与规定的先后相反。",
      message: (say) =>
        `${step(say.text("after"))}（${say.text("afterDay")}）早于${step(say.text("before"))}（${say.text("beforeDay")}）。`,
      why: (say) =>
        `应先办${step(say.text("before"))}，再${say.text("after") === "start" ? "开工" : `办${step(say.text("after"))}`}。`,
      how: "核对两个日期；确属先后颠倒的，补办并说明原因。",
      ignore: "按规定简化或合并了审批程序，并有依据。",
    },
    en: {
      title: "Steps in the wrong order",
      condition: "The days of two steps, or of a step and the start of works, contradict their order.",
      message: (say) =>
        `The ${englishStep(say.text("after"))} (${say.text("afterDay")}) came before the ${englishStep(say.text("before"))} (${say.text("beforeDay")}).`,
      why: (say) => `The ${englishStep(say.text("before"))} comes first.`,
      how: "Check both days; where the order was really broken, mend it and explain.",
      ignore: "The procedure was simplified or joined by rule.",
    },
  },
  P309: {
    zh: {
      title: "未开工却有完成投资",
      condition: "项目还在谋划、储备、申报或前期阶段，累计完成投资却大于零。",
      message: (say) => `阶段是“${say.text("stage")}”，却已完成投资${say.wan("completed")}。`,
      why: "不具备开工条件的不得开工，没有开工就没有完成投资。",
      how: "已开工的改正阶段；没有开工的把完成投资改为零。",
      ignore: "完成的是征地拆迁等按规定可计入的前期费用。",
    },
    en: {
      title: "Completed before it started",
      condition: "The stage lies before the start of works, yet investment is completed.",
      message: (say) => `The stage is “${say.text("stage")}”, yet ${say.wan("completed")} is completed.`,
      why: "Works that have not started have completed nothing.",
      how: "Correct the stage, or set the completed investment to zero.",
      ignore: "It is land acquisition that may be counted.",
    },
  },
};
