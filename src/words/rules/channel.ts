/** Group C: funding channels. */
import { PROCEDURE_TERMS, type ProcedureKey } from "../../measure/procedures";
import type { RuleWords } from "../ruleWords";
import { englishProcedure } from "../terms";

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
      condition:
        "名称或建设内容出现负面清单的词语，且没有例外情形；名称里并列几项的，例外只管它那一项；名称本身就能认定的更重。没有写渠道的，看钱从哪里来（列、表名）：不受清单约束的资金，企业自己投资、不向财政要钱的，以及已经完工或退出的，不提示。",
      message: (say) =>
        `${say.number("decided") === 1 ? "属" : "疑似属"}负面清单“${say.text("class")}”，依据词语：${say.join("by")}。`,
      why: "列入负面清单的项目不得安排专项债券。",
      how: "换用其他资金渠道，或调整建设内容；认定有误的写明理由后暂不处理。",
      ignore: "词语只是地名或设施名称，项目本身不属于该类。",
    },
    en: {
      title: "Negative list",
      condition:
        "Name or content hold words of the negative list and no exception applies (in a list of things, to the thing itself); heavier where the name decides. Where no channel is named, money that the list does not bind, by its column or the title, and an enterprise's own works in a ledger that asks nobody for money, and what is finished or given up are passed over.",
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
      how: (say) =>
        `增加资本金${say.wan("short")}${say.number("balanced") === 1 ? "，同时相应减少其他来源（有合计行的一并改）" : ""}，或说明适用下浮的依据。`,
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
      how: (say) =>
        `Add ${say.wan("short")} of capital${say.number("balanced") === 1 ? " and take as much off another source" : ""}, or state the ground for a reduction.`,
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
      condition: "各项资金来源加起来与总投资不相等，已考虑四舍五入；表里只列了一部分来源的，少了不算。",
      message: (say) => `各项来源合计${say.wan("sum")}，总投资${say.wan("total")}，相差${say.wan("difference")}。`,
      why: "资金来源必须与总投资平衡。",
      how: "逐项核对来源金额和单位，改到两边相等。",
      ignore: "有一部分来源按规定不在本表填列。",
    },
    en: {
      title: "Sources do not add up",
      condition:
        "The parts of the funds add up to something else than the total, beyond rounding; too little is no fault where only some sources are listed.",
      message: (say) =>
        `The sources add up to ${say.wan("sum")}, the total is ${say.wan("total")}: ${say.wan("difference")} apart.`,
      why: "Sources and total must balance.",
      how: "Check each source and its unit until both sides agree.",
      ignore: "Some sources are not listed in this sheet by rule.",
    },
  },
  C207: {
    zh: {
      title: "收益自平衡不足",
      condition: "渠道要求项目有收益，本息覆盖倍数却低于政策包的下限，或到申报阶段还没有填写。",
      message: (say) =>
        say.has("coverage")
          ? `本息覆盖倍数${say.figure("coverage")}，低于${say.text("channel")}的下限${say.figure("wanted")}。`
          : `${say.text("channel")}要求收益自平衡，本息覆盖倍数没有填。`,
      why: "收益覆盖不了本息的项目，评审通不过。",
      how: (say) =>
        say.has("coverage")
          ? "复核收益和融资测算，或改走不要求收益的渠道。"
          : "按收益和融资测算补填本息覆盖倍数；没有收益的，改走不要求收益的渠道。",
      ignore: "本省规定的下限不同；请改政策包里的参数。",
    },
    en: {
      title: "Revenue does not cover debt",
      condition:
        "The channel lives on revenue, and debt service coverage is below the pack's figure or not stated at 申报.",
      message: (say) =>
        say.has("coverage")
          ? `Coverage is ${say.figure("coverage")}, below ${say.figure("wanted")} for ${say.text("channel")}.`
          : `${say.text("channel")} lives on revenue, and no coverage is stated.`,
      why: "Revenue that does not cover the debt fails the review.",
      how: (say) =>
        say.has("coverage")
          ? "Check the calculation, or choose a channel without revenue."
          : "State the coverage by your calculation; without revenue, choose a channel that asks for none.",
      ignore: "The province sets another figure; change it in the pack.",
    },
  },
  C208: {
    zh: {
      title: "渠道要求的手续未办",
      condition: "本阶段所走渠道要求先办好的手续，表里填的是未办、在办或空白。",
      message: (say) => `${say.text("channel")}到${say.text("stage")}阶段要求先办好：${steps(say.list("steps"))}。`,
      why: "手续不齐，申报会被退回。",
      how: "先办结这些手续，或补填批复文号和日期。",
      ignore: "按规定免办，已填“无需办理”。",
    },
    en: {
      title: "Procedure the channel needs",
      condition: "A procedure that the channel asks for at this stage is open, doing or blank.",
      message: (say) =>
        `At stage ${say.text("stage")}, ${say.text("channel")} asks for: ${englishSteps(say.list("steps"))}.`,
      why: "Applications without it are refused.",
      how: "Finish these first, or fill in number and day.",
      ignore: "It is not needed by rule, and 无需办理 is filled in.",
    },
  },
  C209: {
    zh: {
      title: "政策已失效或未生效",
      condition: "政策依据引用的文件，在政策包或政策台账里已经失效，或还没有施行。",
      message: (say) =>
        say.text("state") === "coming"
          ? `“${say.text("policy")}”自${say.text("day")}起施行，现在还没有生效。`
          : `“${say.text("policy")}”已${say.has("day") ? `于${say.text("day")}` : ""}失效。`,
      why: "失效或未生效的文件不能作申报依据。",
      how: (say) =>
        say.text("state") === "coming"
          ? "先引用现行文件，等它施行后再换；施行日期不对的，更正政策台账。"
          : "换用现行文件，并更新政策台账。",
      ignore: "项目按旧政策已获批准，并有过渡规定。",
    },
    en: {
      title: "Policy not in force",
      condition: "The cited policy has ended or not begun, by the pack or the sheet of policies.",
      message: (say) =>
        say.text("state") === "coming"
          ? `“${say.text("policy")}” begins on ${say.text("day")}.`
          : `“${say.text("policy")}” has ended${say.has("day") ? ` on ${say.text("day")}` : ""}.`,
      why: "A policy that is not in force supports no application.",
      how: (say) =>
        say.text("state") === "coming"
          ? "Cite the one in force until then; where the day is wrong, correct the sheet of policies."
          : "Cite the present one and update the sheet of policies.",
      ignore: "It was approved under the old policy with a transition rule.",
    },
  },
  C210: {
    zh: {
      title: "申报窗口将关或已关",
      condition: "所走渠道的申报截止日就在近几个工作日，或已经过去。",
      message: (say) =>
        say.number("closed") === 1
          ? `${say.text("channel")}申报已于${say.text("closes")}截止。`
          : `${say.text("channel")}申报${say.text("closes")}截止，还有${say.figure("days")}个工作日。`,
      why: "错过窗口只能等下一批。",
      how: (say) => (say.number("closed") === 1 ? "转入下一批次，或换一条渠道。" : "抓紧补齐材料并上报。"),
      ignore: "已经上报，只是台账阶段还没有更新。",
    },
    en: {
      title: "Window closes or has closed",
      condition: "The channel's closing day lies within the pack's working days, or has passed.",
      message: (say) =>
        say.number("closed") === 1
          ? `${say.text("channel")} closed on ${say.text("closes")}.`
          : `${say.text("channel")} closes on ${say.text("closes")}, in ${say.figure("days")} working days.`,
      why: "What misses the window waits for the next.",
      how: (say) =>
        say.number("closed") === 1
          ? "Move it to the next batch or another channel."
          : "Complete the papers and submit.",
      ignore: "It was submitted and only the stage is old.",
    },
  },
  C211: {
    zh: {
      title: "配套资金未落实",
      condition:
        "渠道要求地方配套，申报阶段（没有阶段一列的，看表名是否写明申报）的项目既没有配套金额，也没有写落实办法。",
      message: (say) => `${say.text("channel")}要求配套，配套资金没有金额，也没有落实办法。`,
      why: "涉及配套资金的，要拿出专门办法。",
      how: "填写配套金额，或在备注写明配套资金怎么解决。",
      ignore: "上级文件明确本项目免于配套。",
    },
    en: {
      title: "Matching funds not settled",
      condition:
        "The channel asks for matching funds; an applying project (without a column for stages, one of a ledger titled as an application) states neither amount nor way.",
      message: (say) => `${say.text("channel")} asks for matching funds; neither amount nor way is stated.`,
      why: "Matching funds need a plan of their own.",
      how: "State the amount, or in the remarks where it comes from.",
      ignore: "The superior's document exempts the project.",
    },
  },
  C212: {
    zh: {
      title: "多渠道重复申报",
      condition: "同一项目在几行里申报了政策包标明不能同时享受的两种资金。",
      message: (say) => `与${say.elsewhere}同一项目，不能同时申报${say.join("channels")}。`,
      why: "同一项目重复申报，两边都可能被退回。",
      how: "只保留一条渠道。",
      ignore: "确属两个项目，或批复允许同时安排。",
    },
    en: {
      title: "Grants that exclude each other",
      condition: "One project asks for two grants that the pack marks as exclusive.",
      message: (say) => `The same project as ${say.elsewhere}; it cannot ask for both ${say.join("channels")}.`,
      why: "Both applications may be refused.",
      how: "Keep one channel.",
      ignore: "They are two projects, or both were allowed.",
    },
  },
  C213: {
    zh: {
      title: "还可争取的渠道",
      condition: "按已填的领域、收益和阶段，项目还符合别的上级资金渠道的条件。",
      message: (say) => `按领域和收益，还可争取：${say.join("channels")}。`,
      why: "能争必争，不漏掉可享受的政策。",
      how: "与主管部门核对条件，符合的一并争取。",
      ignore: "已研究过，确不适用。",
    },
    en: {
      title: "Another channel may fit",
      condition: "By area, revenue and stage the project meets the conditions of other channels.",
      message: (say) => `By area and revenue it could also try: ${say.join("channels")}.`,
      why: "What can be won should be tried.",
      how: "Check the conditions with the department and apply.",
      ignore: "It was considered and does not apply.",
    },
  },
  C214: {
    zh: {
      title: "申报材料缺件",
      condition: "申报阶段的项目，材料栏里渠道要求的材料是空白或未备。",
      message: (say) => `${say.text("channel")}申报还缺：${say.join("papers")}。`,
      why: "材料不齐，受理时会被退回。",
      how: (say) => `补齐${say.join("papers")}。`,
      ignore: "材料已备齐，只是台账没有更新。",
    },
    en: {
      title: "Papers are missing",
      condition: "At 申报, a paper that the channel needs is blank or not there in its column.",
      message: (say) => `For ${say.text("channel")} these are missing: ${say.join("papers")}.`,
      why: "Incomplete applications are turned back.",
      how: (say) => `Add: ${say.join("papers")}.`,
      ignore: "They are there and only the ledger is old.",
    },
  },
};

/** 「可研批复或核准」: each group of alternatives joined by its own word. */
function steps(groups: readonly string[]): string {
  return groups
    .map((any) =>
      any
        .split("|")
        .map((key) => PROCEDURE_TERMS[key as ProcedureKey])
        .join("或"),
    )
    .join("、");
}

function englishSteps(groups: readonly string[]): string {
  return groups
    .map((any) =>
      any
        .split("|")
        .map((key) => englishProcedure(key as ProcedureKey))
        .join(" or "),
    )
    .join(", ");
}
