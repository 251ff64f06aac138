/** What page 导出 and the sections 标出 and 政策 of page 更多 say, Chinese first and English beside it. */
import { figureText, type Locale } from "./say";

const zh = {
  unchecked: "校核之后，这里可以导出表格、标记为已报送。",
  sheets: "导出为新工作表",
  sheetsNote:
    "新表加在这个工作簿里，不改动原来的表；再次校核时不会把它们当作台账。新表没有版式，要打印上报的用下面的“存成文件”。",
  cannotAdd: "这个程序不能添加工作表，导出用不了。",
  standard: "标准项目表",
  standardNote: "统一的列名和单位（万元），一行一个项目，注明原工作表和行号。",
  report: "校核报告",
  reportNote: "结论、政策包、判断日期、全部问题和暂不处理的理由。",
  submit: "报送",
  submitNote: "报送之后点一下，记下现在的问题；以后可以只看新增的。",
  mark: "标记为已报送",
  markAgain: "重新标记为已报送",
  submittedOn: (day: string, count: number) => `上次报送：${day}，记下 ${figureText(count)} 个问题。`,
  noSubmission: "还没有标记过报送。",
  forget: "取消这次标记",
  marks: "在表上标出",
  marksNote: "给有问题的格子加底色和批注，只在您点了之后才加；可以全部清除。",
  markAll: (count: number) => `标出 ${figureText(count)} 格`,
  clearMarks: "清除全部标记",
  pack: {
    fromWorkbook: "这个工作簿自己的政策包",
    shipped: "随工具附带",
    since: (from: string, to: string | null) => (to === null ? `自 ${from} 起适用` : `${from} 至 ${to} 适用`),
    faults: (count: number) =>
      `✕ 这个工作簿自己的政策有 ${figureText(count)} 处写错，没有采用，暂按上面这份随附的政策判断。照下面改好，会自动重新校核。`,
    faultList: "政策表里的错处",
    unverified: (count: number) => `依据待核（${figureText(count)}）`,
    unverifiedList: "依据待核的条目",
    unverifiedNote: "这些条目没有核对到原文，请对照所列出处核实。",
    source: (cited: string) => `待核出处：${cited}`,
    edit: "改成本工作簿自己的政策",
    editNote: "把政策写成工作表，可以照着本地文件改；删去这些表就恢复随附的政策。",
    compare: "换一份政策包会怎样",
    choose: "不比较",
    comparing: "正在比较",
    appearing: (count: number) => `会新增 ${figureText(count)} 项`,
    going: (count: number) => `会消失 ${figureText(count)} 项`,
    same: "没有差别。",
  },
};

export type ExportWords = typeof zh;

const en: ExportWords = {
  unchecked: "After a check you can export sheets here and mark the ledger as submitted.",
  sheets: "Export as a new sheet",
  sheetsNote:
    "New sheets are added to this workbook; nothing else is changed, and they are not taken for ledgers. They are plain: to print and hand in, save as files below.",
  cannotAdd: "This program cannot add sheets, so there is no export.",
  standard: "Standard table",
  standardNote: "Standard columns and units, one row a project, with its sheet and row.",
  report: "Check report",
  reportNote: "Verdict, policy, day, every finding, and the reasons of what is put off.",
  submit: "Submission",
  submitNote: "Press after you have submitted: today's findings are kept, and later you can see only the new ones.",
  mark: "Mark as submitted",
  markAgain: "Mark as submitted again",
  submittedOn: (day, count) =>
    `Last submission: ${day}, with ${figureText(count)} ${count === 1 ? "finding" : "findings"}.`,
  noSubmission: "Not marked as submitted yet.",
  forget: "Remove this mark",
  marks: "Marks on the sheet",
  marksNote: "Colours and notes at the cells concerned, set only when you ask, and all removable.",
  markAll: (count) => `Mark ${figureText(count)} ${count === 1 ? "cell" : "cells"}`,
  clearMarks: "Remove all marks",
  pack: {
    fromWorkbook: "this workbook's own policy pack",
    shipped: "comes with the tool",
    since: (from, to) => (to === null ? `in force since ${from}` : `in force ${from} to ${to}`),
    faults: (count) =>
      `✕ This workbook's own policy has ${figureText(count)} ${count === 1 ? "fault" : "faults"} and is not used; the shipped one above judges until they are mended. The check then runs again by itself.`,
    faultList: "Faults of the policy sheets",
    unverified: (count) => `To be verified (${figureText(count)})`,
    unverifiedList: "Entries to be verified",
    unverifiedNote: "The primary texts of these entries were not read; please verify them at the sources named.",
    source: (cited) => `Source to verify: ${cited}`,
    edit: "Make it this workbook's own",
    editNote: "Writes the policy as sheets that you can edit; delete them to return to the one that ships.",
    compare: "What another policy would change",
    choose: "No comparison",
    comparing: "Comparing",
    appearing: (count) => `${figureText(count)} would appear`,
    going: (count) => `${figureText(count)} would go`,
    same: "No difference.",
  },
};

const WORDS: Record<Locale, ExportWords> = { zh, en };

export function exportWords(locale: Locale): ExportWords {
  return WORDS[locale];
}
