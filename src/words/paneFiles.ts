/** What the section 存成文件 of page 导出 says, Chinese first and English beside it. */
import type { Locale } from "./say";

const zh = {
  title: "存成文件",
  note: "下载到这台电脑，不改动打开的这份。",
  workbook: "全部表格",
  workbookNote:
    "标准项目表、校核报告、缺件通知、材料清单、前期手续、倒排工期、分渠道申报表、错误信息副本和回执，合成一个工作簿。",
  bulletin: "月通报（文档）",
  bulletinText: "月通报（文字）",
  bulletinNote: "储备、倒计时、排名、亮灯和等次；每个数都注明口径，每个比例都带分子分母。",
  template: "标准台账模板",
  templateNote: "发给各部门填写的空白台账，下拉列表、填写说明和公式都在。",
  text: "月通报文字",
  copy: "复制",
  copied: "已复制。",
  selected: "已选中，请按键盘上的复制键。",
  making: "正在生成",
  saved: (name: string) => `已生成“${name}”。`,
  failed: (why: string) => `没有生成：${why}`,
  more: "更多表格",
};

export type FilesWords = typeof zh;

const en: FilesWords = {
  title: "Save as files",
  note: "Downloaded to this computer; the open workbook is not changed.",
  workbook: "All sheets",
  workbookNote:
    "Standard table, check report, what is missing, papers, procedures, back-schedule, applications by channel, the ledger with its findings, and the receipt, in one workbook.",
  bulletin: "Monthly bulletin (document)",
  bulletinText: "Monthly bulletin (text)",
  bulletinNote:
    "Reserve, countdown, ranks, lights and grades; every figure defined, every share with both of its figures.",
  template: "Ledger template",
  templateNote: "An empty ledger to hand out, with lists, notes and formulas in place.",
  text: "Text of the bulletin",
  copy: "Copy",
  copied: "Copied.",
  selected: "Selected; please press the keys for copying.",
  making: "Being made",
  saved: (name) => `“${name}” was made.`,
  failed: (why) => `It was not made: ${why}`,
  more: "More sheets",
};

export function filesWords(locale: Locale): FilesWords {
  return locale === "zh" ? zh : en;
}
