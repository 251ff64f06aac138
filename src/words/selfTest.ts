/** The self-test of the host, in words: what is tried, and the report to send back. */
import type { Locale } from "./say";

const zh = {
  title: "自检",
  about: "在一张新增的“自检”表上试读、试写、试定位，不动你的表。做完请把结果复制给维护人员，“自检”表可以删除。",
  run: "开始自检",
  running: "正在自检…",
  copy: "复制结果",
  copied: "已复制",
  passed: "正常",
  failed: "不正常",
  unable: "这个程序不支持",
  line: (test: string, outcome: string, detail: string) => `${test}：${outcome}${detail && `（${detail}）`}`,
  tests: {
    listSheets: "列出工作表",
    addSheet: "新增工作表",
    read: "读单元格",
    write: "写单元格",
    refuseChanged: "内容已变时不写",
    goTo: "定位到单元格",
    notes: "在工作簿里保存设置",
  },
};

const en: typeof zh = {
  title: "Self-test",
  about:
    "Reads, writes and jumps on a new sheet 自检; your own sheets are not touched. Copy the result for whoever maintains this; the sheet may be deleted.",
  run: "Run the self-test",
  running: "Running…",
  copy: "Copy the result",
  copied: "Copied",
  passed: "passed",
  failed: "failed",
  unable: "not offered by this program",
  line: (test, outcome, detail) => `${test}: ${outcome}${detail && ` (${detail})`}`,
  tests: {
    listSheets: "Lists sheets",
    addSheet: "Adds a sheet",
    read: "Reads cells",
    write: "Writes cells",
    refuseChanged: "Refuses to write over changed cells",
    goTo: "Goes to a cell",
    notes: "Keeps settings in the workbook",
  },
};

export type SelfTestWords = typeof zh;

export function selfTestWords(locale: Locale): SelfTestWords {
  return locale === "zh" ? zh : en;
}
