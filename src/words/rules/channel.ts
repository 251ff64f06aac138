/** Group C: funding channels. */
import type { RuleWords } from "../ruleWords";

export const CHANNEL: Readonly<Record<string, RuleWords>> = {
  C201: {
    zh: {
      title: "领域不在该渠道投向内",
      condition: "资金渠道的投向领域清单里没有本项目的领域；领域以填写的为准，没有填写的按名称和内容判断。",
      message: (say) =>
        `${say.text("channel")}的投向领域里没有“${say.text("area")}”` +
        (say.has("by") ? `（从“${say.join("by")}”判断）。` : "。"),
      why: "不符合资金投向的申报会被退回。",
      how: "核对投向领域，改填正确的领域或换一条资金渠道。",
      ignore: "上级已书面同意按该渠道申报。",
    },
    en: {
      title: "Area outside the channel",
      condition:
        "The channel's list of areas does not hold the project's; stated areas count first, else name and content decide.",
      message: (say) =>
        `${say.text("channel")} does not pay for “${say.text("area")}”` +
        (say.has("by") ? ` (judged by ${say.join("by")}).` : "."),
      why: "Applications outside a channel's areas are refused.",
      how: "Correct the area, or choose another channel.",
      ignore: "The superior has agreed in writing.",
    },
  },
  C202: {
    zh: {
      title: "未填或认不出资金渠道",
      condition: "申报及以后阶段的项目没有填资金渠道，或填的不是政策包里的渠道。",
      message: (say) =>
        say.has("text") ? `认不出资金渠道“${say.text("text")}”。` : `已到${say.text("stage")}阶段，资金渠道还没有填。`,
      why: "不知道走哪条渠道，就没法分类报送和判断条件。",
      how: (say) => (say.has("choices") ? `从领域看可选：${say.join("choices")}。` : "从渠道清单里选填一条。"),
      ignore: "渠道正在会商，报送前补填。",
    },
    en: {
      title: "Channel blank or unknown",
      condition: "A project at stage 申报 or later names no channel, or none that the pack knows.",
      message: (say) =>
        say.has("text")
          ? `The channel “${say.text("text")}” is not known.`
          : `The stage is ${say.text("stage")} and no channel is given.`,
      why: "Without a channel no condition can be judged.",
      how: (say) =>
        say.has("choices") ? `By its area it could be: ${say.join("choices")}.` : "Choose a channel from the list.",
      ignore: "The channel is being discussed and follows before submission.",
    },
  },
  C203: {
    zh: {
      title: "负面清单",
      condition: "名称或建设内容出现负面清单的词语，且没有例外情形；名称本身就能认定的更重。",
      message: (say) =>
        `${say.number("decided") === 1 ? "属" : "疑似属"}负面清单“${say.text("class")}”，依据词语：${say.join("by")}。`,
      why: "列入负面清单的项目不得安排专项债券。",
      how: "换用其他资金渠道，或调整建设内容；认定有误的写明理由后暂不处理。",
      ignore: "词语只是地名或设施名称，项目本身不属于该类。",
    },
    en: {
      title: "Negative list",
      condition:
        "Name or content hold words of the negative list and no exception applies; heavier where the name decides.",
      message: (say) =>
        `${say.number("decided") === 1 ? "Belongs" : "Seems to belong"} to “${say.text("class")}” on the negative list, by the words ${say.join("by")}.`,
      why: "What stands on the negative list gets no special bonds.",
      how: "Choose another channel or change the content; where the judgement is wrong, set it aside with a reason.",
      ignore: "The word is a place name and the project is of another kind.",
    },
  },
  C204: {
    zh: {
      title: "资本金比例不足",
      condition: "项目资本金占总投资的比例低于本行业最低要求；在可下浮的幅度以内为提醒。",
      message: (say) =>
        `资本金占总投资${say.percent("ratio")}，低于${say.text("industry")}最低${say.percent("minimum")}` +
        (say.number("band") === 1 ? "，可能适用下浮，需说明。" : "。"),
      why: "资本金不足的项目不能开工，也难以通过申报。",
      how: (say) => `增加资本金${say.wan("short")}，或说明适用下浮的依据。`,
      ignore: "行业认定有误，或已批准下浮。",
    },
    en: {
      title: "Too little capital",
      condition:
        "The project's capital is below the industry's minimum share; inside the permitted reduction it is a warning.",
      message: (say) =>
        `Capital is ${say.percent("ratio")} of the total, below the minimum of ${say.percent("minimum")} for ${say.text("industry")}` +
        (say.number("band") === 1 ? "; a reduction may apply and needs explaining." : "."),
      why: "Works may not start on too little capital.",
      how: (say) => `Add ${say.wan("short")} of capital, or state the ground for a reduction.`,
      ignore: "The industry is another one, or a reduction was approved.",
    },
  },
  C205: {
    zh: {
      title: "申请额超过总投资",
      condition: "拟申请资金大于总投资，或超过该渠道可申请的比例。",
      message: (say) =>
        say.has("channel")
          ? `拟申请${say.wan("asked")}，超过${say.text("channel")}可申请的总投资${say.percent("cap")}。`
          : `拟申请${say.wan("asked")}，超过总投资${say.wan("total")}。`,
      why: "申请额不能超过项目的总投资和渠道的上限。",
      how: (say) => `核对单位和数字，申请额至少调减${say.wan("over")}。`,
      ignore: "没有可以不理会的情形。",
    },
    en: {
      title: "More asked than it costs",
      condition: "The funds requested exceed the total, or the channel's share of it.",
      message: (say) =>
        say.has("channel")
          ? `${say.wan("asked")} requested exceeds ${say.percent("cap")} of the total, the limit of ${say.text("channel")}.`
          : `${say.wan("asked")} requested exceeds the total of ${say.wan("total")}.`,
      why: "Nobody can ask for more than the project costs or the channel gives.",
      how: (say) => `Check unit and figure, and lower the request by at least ${say.wan("over")}.`,
      ignore: "There is no such case.",
    },
  },
  C206: {
    zh: {
      title: "来源合计与总投资不符",
      condition: "各项资金来源加起来与总投资不相等，已考虑四舍五入。",
      message: (say) => `各项来源合计${say.wan("sum")}，总投资${say.wan("total")}，相差${say.wan("difference")}。`,
      why: "资金来源必须与总投资平衡。",
      how: "逐项核对来源金额和单位，改到两边相等。",
      ignore: "有一部分来源按规定不在本表填列。",
    },
    en: {
      title: "Sources do not add up",
      condition: "The parts of the funds add up to something else than the total, beyond rounding.",
      message: (say) =>
        `The sources add up to ${say.wan("sum")}, the total is ${say.wan("total")}: ${say.wan("difference")} apart.`,
      why: "Sources and total must balance.",
      how: "Check each source and its unit until both sides agree.",
      ignore: "Some sources are not listed in this sheet by rule.",
    },
  },
};
