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
      condition: "项目还没有开工（谋划、储备、申报、前期、未开工），累计、以前年度、本年或当月完成投资却大于零。",
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
  P301: {
    zh: {
      title: "本阶段手续缺项",
      condition: "到了本阶段应当办好的手续，表里填的是未办、在办或空白；“无需办理”不算缺。",
      message: (say) => `到${say.text("stage")}阶段还缺：${say.list("steps").map(step).join("、")}。`,
      why: "前期手续不全，项目落不了地，也争取不来资金。",
      how: "抓紧办理，已办的补填文号和日期，不需要办的填“无需办理”。",
      ignore: "手续已办，只是台账还没有更新。",
    },
    en: {
      title: "Procedures missing at stage",
      condition: "What is due at the stage is open, doing or blank; 无需办理 counts as settled.",
      message: (say) =>
        `At stage ${say.text("stage")} these are missing: ${say.list("steps").map(englishStep).join(", ")}.`,
      why: "Without them the project neither starts nor gets money.",
      how: "Get them done; fill in number and day, or 无需办理.",
      ignore: "They are done and only the ledger is old.",
    },
  },
  P303: {
    zh: {
      title: "倒排工期已来不及",
      condition: "从要求办结日或计划开工日按规定时限倒排，还没受理的手续，最迟受理日已经过去。",
      message: (say) =>
        `要赶在${say.text("deadline")}（要求办结或计划开工）之前，${step(say.text("step"))}最迟${say.text("latest")}就应受理` +
        (say.has("others") ? `，另有${say.size("others")}项也已来不及。` : "。"),
      why: (say) =>
        `${step(say.text("step"))}时限${say.figure("limit")}${UNITS[say.text("unit")] ?? ""}，照章办理已经赶不上。`,
      how: "马上报批并申请压缩时限、容缺受理，或调整要求办结、计划开工的日期。",
      ignore: "审批部门已书面承诺压缩时限。",
    },
    en: {
      title: "Too late by the back-schedule",
      condition: "Worked back from the deadline with the limits, the latest acceptance day of an open step has passed.",
      message: (say) =>
        `To be done by ${say.text("deadline")}, the ${englishStep(say.text("step"))} had to be accepted by ${say.text("latest")}` +
        (say.has("others") ? `; ${say.size("others")} more are too late.` : "."),
      why: (say) => `Its limit is ${say.figure("limit")} ${ENGLISH_UNITS[say.text("unit")] ?? ""}.`,
      how: "Submit at once and ask for a shorter limit, or move the day.",
      ignore: "The authority has promised a shorter limit in writing.",
    },
  },
  P304: {
    zh: {
      title: "临近最迟受理日",
      condition: "倒排出的最迟受理日就在近几个工作日，手续还没有受理。",
      message: (say) =>
        `${step(say.text("step"))}最迟${say.text("latest")}受理，才能赶上${say.text("deadline")}，还有${say.figure("days")}个工作日。`,
      why: "错过这一天，后面的日期都要顺延。",
      how: "本周内备齐材料送件受理。",
      ignore: "已经送件，只是受理日期还没有填。",
    },
    en: {
      title: "Latest acceptance day is near",
      condition: "The latest acceptance day of an open step lies within the pack's working days.",
      message: (say) =>
        `The ${englishStep(say.text("step"))} must be accepted by ${say.text("latest")} to hold ${say.text("deadline")}: ${say.figure("days")} working days.`,
      why: "After that day everything behind it moves.",
      how: "Hand the papers in this week.",
      ignore: "They were handed in and the day is not filled in yet.",
    },
  },
  P305: {
    zh: {
      title: "办理超期",
      condition: "已经受理的手续，扣除暂停天数后超过规定时限还没有办结。",
      message: (say) => `${step(say.text("step"))}${say.text("accepted")}受理，应在${say.text("due")}前办结，已超期。`,
      why: (say) => `规定时限是${say.figure("limit")}${UNITS[say.text("unit")] ?? ""}。`,
      how: "催办并问清原因；评审、公示等不计入的天数填到暂停天数。",
      ignore: "已办结，只是没有填办结日期。",
    },
    en: {
      title: "Beyond its limit",
      condition: "An accepted step is not finished and its limit has passed, paused days left out.",
      message: (say) =>
        `The ${englishStep(say.text("step"))} was accepted on ${say.text("accepted")} and due by ${say.text("due")}.`,
      why: (say) => `The limit is ${say.figure("limit")} ${ENGLISH_UNITS[say.text("unit")] ?? ""}.`,
      how: "Ask why; enter days that do not count as paused.",
      ignore: "It is finished and only the day is missing.",
    },
  },
  P306: {
    zh: {
      title: "批复可能过期",
      condition: "批复有有效期，期满时项目还没有开工。",
      message: (say) =>
        `${step(say.text("step"))}${say.text("on")}办结，有效期${say.figure("count")}${UNITS[say.text("unit")] ?? ""}，已于${say.text("ended")}到期。`,
      why: "过期的批复要重新审核或办理延期，否则不能开工。",
      how: "核对批复有效期，办理延期或重新报批。",
      ignore: "已办延期，或实际已开工而未填开工日期。",
    },
    en: {
      title: "Approval may have lapsed",
      condition: "The validity of an approval has run out and works have not started.",
      message: (say) =>
        `The ${englishStep(say.text("step"))} of ${say.text("on")} was valid until ${say.text("ended")}.`,
      why: "A lapsed approval must be renewed before works start.",
      how: "Check its validity; extend it or apply again.",
      ignore: "It was extended, or works started and the day is missing.",
    },
  },
  P307: {
    zh: {
      title: "用地指标未落实",
      condition: "用地指标一栏写明还没有落实。",
      message: (say) => `用地指标：“${say.text("text")}”。`,
      why: "没有用地指标，项目办不了用地手续。",
      how: "与自然资源部门对接，争取纳入重点清单解决指标。",
      ignore: "已改用存量土地，只是台账没有更新。",
    },
    en: {
      title: "Land quota not secured",
      condition: "The column for the land quota says that it is not secured.",
      message: (say) => `Land quota: “${say.text("text")}”.`,
      why: "Without it the land formalities cannot be done.",
      how: "See the natural resources bureau and ask for the priority list.",
      ignore: "Existing land is used and only the ledger is old.",
    },
  },
  P308: {
    zh: {
      title: "需办安评未见",
      condition: "名称、内容或行业涉及危化、矿山、金属冶炼等，安评一栏没有办结。",
      message: (say) => `涉及“${say.text("word")}”，安评没有办结。`,
      why: "这类项目应当做安全评价和安全设施设计审查。",
      how: "与应急管理部门核实，办理安评；不需要办的填“无需办理”。",
      ignore: "词语只出现在地名里，项目不涉及。",
    },
    en: {
      title: "Safety assessment missing",
      condition: "Name, content or industry speak of dangerous goods, mines or smelting, and the assessment is open.",
      message: (say) => `It speaks of “${say.text("word")}” and the safety assessment is open.`,
      why: "Such works must be assessed for safety.",
      how: "Ask the emergency bureau and get it done, or enter 无需办理.",
      ignore: "The word is only a place name.",
    },
  },
  P310: {
    zh: {
      title: "概算超估算",
      condition: "初步设计概算超过可研估算一成以上。",
      message: (say) => `概算${say.wan("design")}，比估算${say.wan("estimate")}高${say.percent("over")}。`,
      why: (say) => `概算超估算${say.percent("permitted")}的，应当报告，可能要重报可研。`,
      how: "向批准可研的部门报告，或优化设计压减概算。",
      ignore: "已重新报批可研，估算一栏没有更新。",
    },
    en: {
      title: "Design above the estimate",
      condition: "The design estimate is more than a tenth above the feasibility estimate.",
      message: (say) => `${say.wan("design")} is ${say.percent("over")} above ${say.wan("estimate")}.`,
      why: (say) =>
        `Above ${say.percent("permitted")} it must be reported, and the study may have to be approved again.`,
      how: "Report it, or bring the design down.",
      ignore: "The study was approved again and the column is old.",
    },
  },
  P311: {
    zh: {
      title: "滞后项目未列专人",
      condition: "前期已经来不及或超期的项目，没有填责任人。",
      message: () => "项目已经滞后，没有明确跟踪的责任人。",
      why: "对进度滞后的项目，要实行一对一跟踪服务。",
      how: "明确一名责任人，填上姓名和电话。",
      ignore: "专人在别的台账里登记。",
    },
    en: {
      title: "Lagging without a person",
      condition: "A project that is too late or beyond a limit names no person.",
      message: () => "The project lags and nobody is named to follow it.",
      why: "Lagging projects are followed one to one.",
      how: "Name a person with a telephone number.",
      ignore: "The person stands in another ledger.",
    },
  },
  P312: {
    zh: {
      title: "评审下达到位不顺",
      condition: "评审、下达、到位的日期先后颠倒，或停在一个环节超过政策包规定的工作日。",
      message: (say) =>
        say.text("kind") === "order"
          ? `${say.termOf("after")}${say.text("afterDay")}早于${say.termOf("before")}${say.text("beforeDay")}。`
          : `${say.termOf("before")}${say.text("since")}之后，已${say.figure("days")}个工作日没有下一步。`,
      why: "项目评审、资金下达等关键环节要全程盯紧。",
      how: (say) => (say.text("kind") === "order" ? "核对日期，改正写反的。" : "查明停在哪里，向上级对口部门催办。"),
      ignore: "资金按规定分批下达，尚未轮到。",
    },
    en: {
      title: "Review, issue, arrival",
      condition: "The days contradict their order, or one stage stands longer than the pack's working days.",
      message: (say) =>
        say.text("kind") === "order"
          ? `${say.termOf("after")} ${say.text("afterDay")} lies before ${say.termOf("before")} ${say.text("beforeDay")}.`
          : `${say.termOf("before")} was ${say.text("since")}; nothing has followed for ${say.figure("days")} working days.`,
      why: "These steps are to be watched all the way.",
      how: (say) => (say.text("kind") === "order" ? "Correct the days." : "Find out where it stands and press for it."),
      ignore: "The money comes in batches and its turn is later.",
    },
  },
};

const UNITS: Readonly<Record<string, string>> = { workday: "个工作日", day: "日", month: "个月", year: "年" };
const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  workday: "working days",
  day: "days",
  month: "months",
  year: "years",
};
