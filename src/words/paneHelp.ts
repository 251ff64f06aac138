/** What the page 帮助 says: how to begin, what each page is for, keys, and where more is to be read. All of it is here, without a network. */
import type { Locale } from "./say";

interface HelpSection {
  readonly title: string;
  /** Steps are numbered. */
  readonly steps?: readonly string[];
  /** [what, what for] */
  readonly terms?: readonly (readonly [string, string])[];
  readonly text?: string;
}

const zh = {
  back: "返回“更多”",
  sections: [
    {
      title: "怎样开始",
      steps: [
        "打开项目台账，停在要查的那张表上。",
        "点“校核”。最上面一行说明能不能报送，还差几项。",
        "点一条问题，光标跳到那一格；下面写着是什么、为什么、怎么改。",
        "能自动改的，点“可自动改”，先看改前和改后，确认后才写；写错了点“撤销本次”。",
        "这次不改的，点“暂不处理”，填原因、姓名和期限，到期会再提示。",
      ],
    },
    {
      title: "每一页做什么",
      terms: [
        ["校核", "查出不能报送的地方，逐条说明改法。"],
        ["目标", "储备目标完成多少、还缺多少、剩余工作日里要多快。"],
        ["前期", "哪些手续没办、最迟哪天受理，倒排工期。"],
        ["导出", "标准表、通报、校核回执；记下这次报送。"],
        ["更多", "按哪一天判断、列对应、暂不处理的、政策依据、语言、自检。"],
      ],
    },
    {
      title: "快捷键",
      terms: [
        ["F8 / Shift+F8", "下一项 / 上一项"],
        ["Esc", "从说明回到列表，从列表回到表格"],
      ],
    },
    {
      title: "工作表函数",
      text: "“插入函数”页列出全部函数，可以搜索，也可以直接写进单元格。函数按工作簿自己的政策判断；没有自带政策的，按随附的政策，XM.当前政策包() 说明是哪一个。",
    },
    {
      title: "改了政策之后",
      text: "在“政策包”等表里改了政策，几秒后公式会自动重算。没有重算的，按 Ctrl+Alt+F9 全部重算。",
    },
    {
      title: "文档在哪里",
      text: "每条规则的依据在问题下面的“为什么”里，每个函数的写法在“插入函数”页。更全的说明随软件放在 docs 文件夹：docs/rules（规则）、docs/functions（函数）、docs/self-test.md（自检）。都不用联网。",
    },
    { title: "数据", text: "台账只在这台电脑上处理，不上传，不联网。" },
  ] as readonly HelpSection[],
};

export type HelpWords = typeof zh;

const en: HelpWords = {
  back: "Back to More",
  sections: [
    {
      title: "How to begin",
      steps: [
        "Open the ledger and stay on the sheet that you want checked.",
        "Open Check. The first line says whether it can be submitted and how much is missing.",
        "Choose a finding: the cursor goes to its cell, and below stands what it is, why, and how to mend it.",
        "What can be mended by itself is shown before and after; it is written when you agree, and can be taken back.",
        "What you will not mend now you put off with a reason, a name and a day; then it comes back.",
      ],
    },
    {
      title: "What each page is for",
      terms: [
        ["Check", "What keeps the ledger from being submitted, and what to do about each."],
        ["Targets", "How much of the reserve goals is done, what is missing, and the pace needed."],
        ["Steps", "Which procedures are missing, by which day they must be handed in, and a schedule backwards."],
        ["Export", "Standard sheets, bulletin and receipt; keeps what was submitted."],
        ["More", "Day of judgement, columns, what was put off, policy, language, self-test."],
      ],
    },
    {
      title: "Keys",
      terms: [
        ["F8 / Shift+F8", "Next / previous finding"],
        ["Esc", "From the detail to the list, from the list to the sheet"],
      ],
    },
    {
      title: "Worksheet functions",
      text: "The page Functions lists and searches them all and writes them into a cell. They judge by the workbook's own policy, else by the one that ships; =XM.当前政策包() says which.",
    },
    {
      title: "After a change of policy",
      text: "Formulas are calculated anew a few seconds after the policy's sheets change. Where they are not, press Ctrl+Alt+F9.",
    },
    {
      title: "Where to read more",
      text: "Each rule's clause stands under Why, each function on the page Functions. The folder docs that comes with the software has the whole: docs/rules, docs/functions, docs/self-test.md. No network is needed.",
    },
    { title: "Data", text: "The ledger is processed on this computer only; nothing is sent anywhere." },
  ],
};

const WORDS: Record<Locale, HelpWords> = { zh, en };

export function helpWords(locale: Locale): HelpWords {
  return WORDS[locale];
}
