/** Group F: how a ledger is filled in. */
import type { RuleWords } from "../ruleWords";

const CODE_FAULTS_ZH: Readonly<Record<string, string>> = {
  mangled: "被表格软件当成数字改坏了，后几位已经丢失",
  malformed: "不是项目代码的写法",
  hyphens: "缺少连接号",
  partial: "不完整",
};
const CODE_FAULTS_EN: Readonly<Record<string, string>> = {
  mangled: "was turned into a number by the spreadsheet and has lost its last digits",
  malformed: "does not have the form of a project code",
  hyphens: "lacks its hyphens",
  partial: "is incomplete",
};
/** What is wrong with a day, and what to do about just that. */
const DATE_FAULTS_ZH: Readonly<Record<string, readonly [said: string, how: string]>> = {
  date: ["读不成日期。", "改写成日期，如 2025-06-30、2025年6月或2025年6月底前；说明的话移到备注。"],
  year: ["没有年份，表里也看不出是哪一年。", "补上年份，如2025年9月底前；整张表同属一年的，也可以在标题里写明年份。"],
  noSuchDay: ["日历上没有这一天。", "对照原件核对年、月、日，写成 2025-06-30 这样。"],
  period: ["看不出从什么时候到什么时候。", "开始和结束都写上，如2025年3月至2027年9月。"],
  state: ["看不出是已办、在办还是未办。", "写已办结、正在办理、未办理或无需办理；已经办结的，填文号或办结日期。"],
};
const DATE_FAULTS_EN: Readonly<Record<string, readonly [said: string, how: string]>> = {
  date: ["which is no date.", "Type a date such as 2025-06-30 or 2025年6月, and move the words to the remarks."],
  year: [
    "which names no year, and neither does the sheet.",
    "Add the year, such as 2025年9月底前; where all rows share it, the title may name it.",
  ],
  noSuchDay: ["a day that no calendar has.", "Look year, month and day up in the original and type it as 2025-06-30."],
  period: ["which does not say from when until when.", "Give both ends, such as 2025年3月至2027年9月."],
  state: [
    "which does not say whether it is done, under way or to do.",
    "Type 已办结, 正在办理, 未办理 or 无需办理; for what is done, its number or its day.",
  ],
};
const DOCUMENT_FAULTS_ZH: Readonly<Record<string, string>> = {
  brackets: "年份应放在六角括号〔〕里",
  ordinal: "序号前不加“第”字",
  zero: "序号前不补零",
  suffix: "序号后应是“号”字",
  spaces: "中间不留空格，不用全角数字",
  year: "缺少四位年份",
  serial: "缺少序号",
  agency: "缺少机关代字",
  shortened: "省略了机关代字和年份",
};
const DOCUMENT_FAULTS_EN: Readonly<Record<string, string>> = {
  brackets: "the year belongs in 〔〕",
  ordinal: "no 第 before the serial number",
  zero: "no leading zero",
  suffix: "the serial number ends with 号",
  spaces: "no spaces or full-width digits",
  year: "the four-digit year is missing",
  serial: "the serial number is missing",
  agency: "the agency's abbreviation is missing",
  shortened: "agency and year are left out",
};
const CREDIT_FAULTS_ZH: Readonly<Record<string, string>> = {
  length: "不是18位",
  characters: "含有不该出现的字符",
  check: "最后一位校验码不符",
};
const CREDIT_FAULTS_EN: Readonly<Record<string, string>> = {
  length: "does not have 18 characters",
  characters: "has characters that do not occur in such codes",
  check: "has a check character that does not fit",
};

const OFFICE_NAMED_ZH: Readonly<Record<string, string>> = { title: "标题", sheet: "工作表名", file: "文件名" };
const OFFICE_NAMED_EN: Readonly<Record<string, string>> = {
  title: "the title",
  sheet: "the sheet's name",
  file: "the file's name",
};

export const FORM: Readonly<Record<string, RuleWords>> = {
  F101: {
    zh: {
      title: "必填项为空",
      condition: "政策包要求本阶段填写的项目是空的；“—”“/”“无”“待定”“暂无”都算没有填。",
      message: (say) => `${say.term}没有填。`,
      why: "缺了这一项，汇总和审核都无法进行。",
      how: (say) => `补填${say.term}。`,
      ignore: "该行不是项目，或将在报送前删去。",
    },
    en: {
      title: "Required cell is blank",
      condition:
        "A field that the pack requires at the row's stage is blank; dashes, 无, 待定 and 暂无 count as blank.",
      message: (say) => `The ${say.term} is blank.`,
      why: "Without it the row can be neither summed nor reviewed.",
      how: (say) => `Fill in the ${say.term}.`,
      ignore: "The row is no project, or goes before submission.",
    },
  },
  F102: {
    zh: {
      title: "金额读不懂",
      condition: "金额、比率或数量一栏里的文字读不成数。",
      message: (say) => `${say.term}写的是“${say.text("text")}”，读不成数。`,
      why: "读不成数的单元格不会计入任何合计。",
      how: "改成数字，说明文字移到备注，如 1200 或 1.2亿元。",
      ignore: "该栏确实没有金额可填，且本行不参与汇总。",
    },
    en: {
      title: "Amount cannot be read",
      condition: "A cell for money, a rate or a number holds text that is none.",
      message: (say) => `The ${say.term} reads “${say.text("text")}”, which is no number.`,
      why: "Such a cell is left out of every sum.",
      how: "Type a number and move the words to the remarks.",
      ignore: "There is no figure to give and the row is not summed.",
    },
  },
  F103: {
    zh: {
      title: "金额数量级可疑",
      condition: "金额是本列中位数的一千倍以上或千分之一以下（本列至少五个数），多半是元、万元、亿元混用。",
      message: (say) =>
        `${say.term}为${say.wan("wan")}，与本列中位数${say.wan("median")}相差${say.figure("times")}倍。`,
      why: "多半是元、万元、亿元混用，会使合计差出成千上万倍。",
      how: "核对单位，按正确的单位改写。",
      ignore: "项目规模确实与同列其他项目相差千倍。",
    },
    en: {
      title: "Amount of a doubtful order",
      condition: "An amount is a thousand times the column's median or a thousandth of it, over at least five rows.",
      message: (say) =>
        `The ${say.term} is ${say.wan("wan")}, ${say.figure("times")} times off the column's median of ${say.wan("median")}.`,
      why: "Most likely 元, 万元 and 亿元 were mixed, which spoils every sum.",
      how: "Check the unit and write the amount in the right one.",
      ignore: "The project really differs a thousandfold from the others.",
    },
  },
  F104: {
    zh: {
      title: "日期或办理状态读不懂",
      condition:
        "日期一栏里的文字读不成日期；手续栏里的“已完成”之类按办理状态读，不算日期，看不出办理状态、文号或日期的提示核对。",
      message: (say) => `${say.term}写的是“${say.text("text")}”，${DATE_FAULTS_ZH[say.text("kind")]?.[0] ?? ""}`,
      why: "读不成日期、看不出办理状态，就无法判断时限和先后。",
      how: (say) => DATE_FAULTS_ZH[say.text("kind")]?.[1] ?? "",
      ignore: "该日期确实还没有定，且本阶段不要求填写。",
    },
    en: {
      title: "Date cannot be read",
      condition:
        "A date cell holds text that is no date; a state such as 已完成 in a procedure's column is read as a state, and what is neither state, number nor date is asked about.",
      message: (say) => `The ${say.term} reads “${say.text("text")}”, ${DATE_FAULTS_EN[say.text("kind")]?.[0] ?? ""}`,
      why: "Without a date or a state neither limits nor order can be judged.",
      how: (say) => DATE_FAULTS_EN[say.text("kind")]?.[1] ?? "",
      ignore: "The day is not settled yet and the stage does not ask for it.",
    },
  },
  F105: {
    zh: {
      title: "起止时间颠倒",
      condition:
        "建设起止年限、计划开竣工或实际开竣工的开始晚于结束；表里只有一头是计划、一头是实际的，也比这一对，另有同类日期可对照的只作提醒。",
      message: (say) => `开始${say.text("start")}晚于结束${say.text("finish")}。`,
      why: "开工只能早于竣工。",
      how: "核对两个日期，把写反、写错的改过来；工期确已推迟的，更新计划竣工时间。",
      ignore: "没有可以不理会的情形。",
    },
    en: {
      title: "Start after finish",
      condition:
        "The construction period, the planned or the actual pair starts after it ends; where a row has a planned and an actual day only, that pair is compared too, as a warning where the ledger keeps others.",
      message: (say) => `The start ${say.text("start")} lies after the finish ${say.text("finish")}.`,
      why: "Works can only finish after they start.",
      how: "Check both dates and correct what was mixed up; where works are late, renew the planned finish.",
      ignore: "There is no such case.",
    },
  },
  F106: {
    zh: {
      title: "项目代码格式不对",
      condition: "满20位的代码不合现行或2015—2020年的写法；被表格软件变成了数字；缺连接号；只写了一部分。",
      message: (say) => `项目代码“${say.text("text")}”${CODE_FAULTS_ZH[say.text("fault")] ?? ""}。`,
      why: "项目代码是项目全过程的唯一身份，写错就与平台对不上。",
      how: (say) =>
        say.text("fault") === "hyphens"
          ? `改写为 ${say.text("code")}。`
          : say.text("fault") === "mangled"
            ? "先把单元格设为文本格式，再从在线平台复制代码重新填写。"
            : "到投资项目在线审批监管平台核对后重新填写。",
      ignore: "代码尚未赋码，或公开材料中有意隐去了几位。",
    },
    en: {
      title: "Project code malformed",
      condition:
        "A code of full length fits neither the present nor the 2015–2020 form, became a number, lacks hyphens, or is partial.",
      message: (say) => `The project code “${say.text("text")}” ${CODE_FAULTS_EN[say.text("fault")] ?? ""}.`,
      why: "The code is the project's only identity with the approval platform.",
      how: (say) =>
        say.text("fault") === "hyphens"
          ? `Write ${say.text("code")}.`
          : say.text("fault") === "mangled"
            ? "Format the cell as text, then copy the code from the platform again."
            : "Look the code up on the approval platform and type it again.",
      ignore: "No code has been given yet, or digits were masked on purpose.",
    },
  },
  F107: {
    zh: {
      title: "项目代码校验位不符",
      condition: "现行20位项目代码的最后一位与前19位算出的校验码不同。",
      message: (say) => `项目代码“${say.text("code")}”末位是${say.text("digit")}，按前19位应为${say.text("wanted")}。`,
      why: "校验位不符，多半是抄错了某一位数字。",
      how: "与在线平台逐位核对，改正抄错的数字。",
      ignore: "已与在线平台逐位核对无误。",
    },
    en: {
      title: "Check digit does not fit",
      condition: "The last digit of a present project code differs from the one that the nineteen before it demand.",
      message: (say) =>
        `The project code “${say.text("code")}” ends in ${say.text("digit")}; the digits before it demand ${say.text("wanted")}.`,
      why: "Most likely one digit was copied wrongly.",
      how: "Compare the code with the platform digit by digit.",
      ignore: "The code was compared with the platform and agrees.",
    },
  },
  F108: {
    zh: {
      title: "项目代码重复",
      condition: "同一个项目代码写在名称不同的几行上。",
      message: (say) => `项目代码与${say.elsewhere}相同，名称却不同：${say.join("names")}。`,
      why: "一个项目只有一个代码，一个代码只对应一个项目。",
      how: "核对是哪一行抄错了代码，或把重复的行合并。",
      ignore: "打捆项目经批准共用一个代码。",
    },
    en: {
      title: "Project code used twice",
      condition: "One project code stands on rows whose names differ.",
      message: (say) => `The project code is that of ${say.elsewhere}, yet the names differ: ${say.join("names")}.`,
      why: "A code stands for one project, and a project has one code.",
      how: "Find the row with the wrong code, or join the rows.",
      ignore: "Bundled projects were approved under one code.",
    },
  },
  F109: {
    zh: {
      title: "统一社会信用代码有误",
      condition: "统一社会信用代码位数、字符或校验码不合国家标准。",
      message: (say) => `统一社会信用代码“${say.text("text")}”${CREDIT_FAULTS_ZH[say.text("fault")] ?? ""}。`,
      why: "代码有误，与登记信息对不上。",
      how: "对照营业执照或法人证书改正。",
      ignore: "单位尚未办理统一社会信用代码。",
    },
    en: {
      title: "Credit code is wrong",
      condition: "Length, characters or check character of the unified social credit code do not fit the standard.",
      message: (say) => `The credit code “${say.text("text")}” ${CREDIT_FAULTS_EN[say.text("fault")] ?? ""}.`,
      why: "A wrong code cannot be matched with the register.",
      how: "Correct it from the licence.",
      ignore: "The unit has no credit code yet.",
    },
  },
  F110: {
    zh: {
      title: "文号不规范",
      condition: "文号不是“机关代字〔年份〕序号号”的写法。",
      message: (say) =>
        `文号“${say.text("written")}”${DOCUMENT_FAULTS_ZH[say.text("fault")] ?? "写法不规范"}` +
        (say.number("count") > 1 ? `，本格共${say.figure("count")}处。` : "。"),
      why: "文号填写不规范是申报被退回的常见原因。",
      how: (say) => (say.has("number") ? `改写为“${say.text("number")}”。` : "对照批复原件补全。"),
      ignore: "批复原件上就是这样印的。",
    },
    en: {
      title: "Document number malformed",
      condition: "A document number is not written as agency〔year〕serial号.",
      message: (say) =>
        `“${say.text("written")}”: ${DOCUMENT_FAULTS_EN[say.text("fault")] ?? "not in the standard form"}` +
        (say.number("count") > 1 ? ` (${say.figure("count")} in this cell).` : "."),
      why: "Malformed numbers are a usual reason for refusal.",
      how: (say) => (say.has("number") ? `Write “${say.text("number")}”.` : "Complete it from the original."),
      ignore: "The original is printed that way.",
    },
  },
  F111: {
    zh: {
      title: "疑似重复项目",
      condition:
        "去掉县名、括号和“项目、工程、建设”等字后名称相同，且责任部门或总投资相同；名称有十二个字以上、写得一字不差的，总投资相差一成以内也算；名称里有自己的地名（某某镇、某某水库、第二中学）的，部门和总投资都不同也提示核对。期次、标段、片区不同或各有代码的不算；同一份工作簿里在储备表和申报表各列一次的不是差错，只作提示，计一个项目。",
      message: (say) =>
        say.has("steps")
          ? `在${say.elsewhere}也列着，是同一个项目，个数和总投资只计一次。`
          : `与${say.elsewhere}疑似同一项目：${say.join("names")}` +
            (say.has("most") ? `；总投资却不同，最低${say.wan("least")}，最高${say.wan("most")}。` : "。"),
      why: "同一项目重复计数会虚增个数和投资。",
      how: (say) =>
        say.has("steps")
          ? "两张表各列一次是对的，不必删；报数时两张表不要相加。"
          : say.has("place")
            ? "只凭名称看不出是不是同一项目，请两个部门核对：是的，商定由谁报、总投资是多少；不是的，在名称中写明区别。"
            : say.has("most")
              ? "请两个部门核对：是同一项目的，定下由谁报、总投资是多少，只保留一行；确属两个项目的，在名称中写明区别。"
              : "核实后只保留一行；确属两个项目的，在名称中写明区别。",
      ignore: "确属两个项目，只是名称相近。",
    },
    en: {
      title: "Probably the same project",
      condition:
        "Names are equal but for county, brackets and general words, and department or amount agree; of names of twelve characters or more, written alike to the letter, amounts within a tenth will do; of names with a place of their own (a town, a reservoir, a numbered school) neither department nor amount need agree, and a hint asks to check. Different phases or codes rule it out; standing once in the reserve and once among the applications of one workbook is no mistake: it is told, and counts once.",
      message: (say) =>
        say.has("steps")
          ? `Also in ${say.elsewhere}: it is one project and counts once.`
          : `Probably the same project as ${say.elsewhere}: ${say.join("names")}` +
            (say.has("most") ? `; yet its totals differ, from ${say.wan("least")} to ${say.wan("most")}.` : "."),
      why: "A project counted twice inflates number and investment.",
      how: (say) =>
        say.has("steps")
          ? "Both rows are right; do not add the two sheets together."
          : say.has("place")
            ? "The name alone does not tell: ask both departments. If it is one project, agree on who reports it and its total; else say in the names how they differ."
            : say.has("most")
              ? "Let the two departments agree on who reports it and on its total, and keep one row; or say in the names how they differ."
              : "Keep one row, or say in the names how they differ.",
      ignore: "They are two projects with similar names.",
    },
  },
  F112: {
    zh: {
      title: "疑似拆分项目",
      condition: "同一单位、同一主体名称，按期次或片区拆成几项，每项都不到政策包规定的规模。",
      message: (say) =>
        `与${say.elsewhere}疑似同一项目拆分，合计${say.wan("together")}，单项均不足${say.wan("size")}。`,
      why: "把一个项目拆成小项目申报，常被退回。",
      how: "合并为一个项目申报，或说明分开立项的理由。",
      ignore: "各期分别立项、分别批复。",
    },
    en: {
      title: "Probably a split project",
      condition: "One owner, one stem, parts by phase or district, each below the pack's size.",
      message: (say) =>
        `Probably split from one project with ${say.elsewhere}: ${say.wan("together")} together, each below ${say.wan("size")}.`,
      why: "Projects cut into small ones are often refused.",
      how: "Apply as one project, or explain the separate approval.",
      ignore: "The phases were approved separately.",
    },
  },
  F113: {
    zh: {
      title: "不在可选范围",
      condition:
        "项目阶段、建设性质、立项类型或资金渠道写的不是政策包里的选项，也不是选项的别名。只写办到哪一步手续的阶段（备案、施工图审查）按前期计；手续与别的话写在一起、看不出阶段的，只作提示。",
      message: (say) =>
        say.has("kind")
          ? `${say.term}“${say.text("text")}”说的是办到哪一步手续，看不出在哪个阶段。`
          : `${say.term}“${say.text("text")}”不在可选范围内。`,
      why: "各部门写法不一，就没法分类汇总。",
      how: (say) =>
        `改为可选项之一：${say.join("choices")}。${say.has("kind") ? "手续办到哪一步，写在手续列或进展情况里。" : ""}`,
      ignore: "政策包还没有收录本地的说法；请让管理员加为别名。",
    },
    en: {
      title: "Not among the choices",
      condition:
        "Stage, nature, route or channel is neither an entry of the pack's list nor an alias of one. A stage that names but a step before the start of works counts as preparation; one that says more in words of its own is only told.",
      message: (say) =>
        say.has("kind")
          ? `The ${say.term} “${say.text("text")}” tells a step, not a stage.`
          : `The ${say.term} “${say.text("text")}” is not among the choices.`,
      why: "Different words for one thing cannot be grouped.",
      how: (say) =>
        `Choose one of: ${say.join("choices")}.${say.has("kind") ? " Write the step into its own column or the progress." : ""}`,
      ignore: "The pack lacks a local word; have it added as an alias.",
    },
  },
  F114: {
    zh: {
      title: "名称不像项目名称",
      condition: "名称以公司、局、中心等单位名结尾而没有“项目、工程、建设”等字，或少于五个字。",
      message: (say) =>
        say.has("organisation")
          ? `“${say.text("name")}”像单位名称，不像项目名称。`
          : `“${say.text("name")}”只有${say.figure("length")}个字，看不出建设什么。`,
      why: "名称应写明在哪里、建什么，否则审核和比对都认不出。",
      how: "写出地点、建设内容，以“项目”或“工程”结尾。",
      ignore: "批复文件上的项目名称就是这样。",
    },
    en: {
      title: "Name is no project's name",
      condition: "The name ends like an organisation without a word for works, or has fewer than five characters.",
      message: (say) =>
        say.has("organisation")
          ? `“${say.text("name")}” is the name of an organisation.`
          : `“${say.text("name")}” has only ${say.figure("length")} characters.`,
      why: "A name should say where and what is built.",
      how: "Name the place and the works, ending in 项目 or 工程.",
      ignore: "The approval carries this very name.",
    },
  },
  F115: {
    zh: {
      title: "数字存成了文本",
      condition: "数字栏的单元格是文本，内容只有一个数字（含全角、千分位和空格）。",
      message: (say) => `${say.term}“${say.text("text")}”是文本，不是数字。`,
      why: "文本数字不参与表格软件的求和，合计会偏小而不报错。",
      how: "改存为数字。",
      ignore: "该列不需要求和。",
    },
    en: {
      title: "Number stored as text",
      condition: "The cell of a numeric column is text that holds nothing but a number.",
      message: (say) => `The ${say.term} “${say.text("text")}” is text, not a number.`,
      why: "The spreadsheet leaves text out of sums without a word.",
      how: "Store it as a number.",
      ignore: "The column is never summed.",
    },
  },
  F116: {
    zh: {
      title: "联系电话有误",
      condition: "联系电话一格里没有一个能拨通的手机或座机号码，或者手机号多一位、少一两位。",
      message: (say) =>
        say.has("mobile")
          ? `${say.term}里的“${say.text("mobile")}”是 ${say.figure("digits")} 位，手机号应是 11 位。`
          : `联系电话“${say.text("text")}”里没有完整的号码。`,
      why: "联系不上人，退回和补正都会耽误。",
      how: "填写手机号，或带区号的座机号。",
      ignore: "填的是单位内部短号，且上级认可。",
    },
    en: {
      title: "Telephone number is wrong",
      condition:
        "The cell holds no Chinese mobile or landline number, or a mobile with a digit too many or one or two too few.",
      message: (say) =>
        say.has("mobile")
          ? `“${say.text("mobile")}” has ${say.figure("digits")} digits; a mobile number has 11.`
          : `“${say.text("text")}” holds no complete telephone number.`,
      why: "Refusals and corrections wait where nobody can be reached.",
      how: "Give a mobile number, or a landline with its area code.",
      ignore: "It is an internal short number that the superior accepts.",
    },
  },
  F117: {
    zh: {
      title: "缺少必需的列",
      condition:
        "整张表没有政策包要求的列；每缺一列说一次。只跟踪手续、用地、支付等一个方面、不写项目概况的表，作为提醒；写了申请额、没有总投资的申报表也是。同一份工作簿的储备表已经写明每个项目这一项的，不算缺。",
      message: (say) =>
        `表头里没有“${say.term}”一列` +
        (say.has("office") ? `，只有${OFFICE_NAMED_ZH[say.text("where")] ?? ""}写着“${say.text("office")}”` : "") +
        (say.has("codes") ? `，另有${say.size("codes")}项检查因此没有做。` : "。"),
      why: "缺了这一列，整张表都无法汇总上报。",
      how: (say) =>
        say.has("office")
          ? `都是${say.text("office")}的项目，在表头上方写一行“填报单位：${say.text("office")}”；分属几个部门的，补上“${say.term}”列。`
          : say.has("likely")
            ? `指定“${say.join("likely")}”是不是${say.term}，不是的话补上这一列。`
            : `补上“${say.term}”列，或指定哪一列是它${say.about("department") ? "；整张表都是一个单位的，在表头上方写明“填报单位”也行" : ""}。`,
      ignore: "这张表不用于汇总上报。",
    },
    en: {
      title: "Required column is missing",
      condition:
        "The sheet has no column that the pack requires; said once a column. A table that follows projects under one aspect only (their steps, their land, what is paid) is warned, and so is an application with sums asked for and no totals. What the reserve of the same workbook states of every project is not missing.",
      message: (say) =>
        `There is no column for the ${say.term}` +
        (say.has("office") ? `; only ${OFFICE_NAMED_EN[say.text("where")] ?? ""} says “${say.text("office")}”` : "") +
        (say.has("codes") ? `; ${say.size("codes")} checks wait for it.` : "."),
      why: "Without it the sheet cannot be summed or submitted.",
      how: (say) =>
        say.has("office")
          ? `Where all projects are its own, write “填报单位：${say.text("office")}” above the headings; else add the column.`
          : say.has("likely")
            ? `Say whether “${say.join("likely")}” is it, or add the column.`
            : `Add the column, or say which one it is${say.about("department") ? "; where all is one office's, stating 填报单位 above the headings will do" : ""}.`,
      ignore: "The sheet is not meant for submission.",
    },
  },
  F118: {
    zh: {
      title: "单元格是错误值",
      condition: "已识别的列里有“#REF!”“#DIV/0!”“#N/A”之类的公式错误值。",
      message: (say) => `${say.term}是公式错误值“${say.text("text")}”。`,
      why: "错误值不是数据，引用它的合计也会一起出错。",
      how: "修好公式，或直接填写正确的数值。",
      ignore: "没有可以不理会的情形。",
    },
    en: {
      title: "Cell is an error value",
      condition: "A known column holds an error value such as #REF!, #DIV/0! or #N/A.",
      message: (say) => `The ${say.term} is the error value “${say.text("text")}”.`,
      why: "It is no datum, and sums that refer to it fail with it.",
      how: "Mend the formula, or type the value.",
      ignore: "There is no such case.",
    },
  },
};
