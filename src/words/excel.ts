/** What the Excel pane says before and beside the pane proper. */
import type { Locale } from "./say";

const zh = {
  opening: "正在打开…",
  noExcel: "这个页面要在 Excel 里打开：插入 → 我的加载项 → 台账校核。",
  noAnswer: "没有等到 Excel 的回应。请关闭面板再打开；仍不行时，请重新启动 Excel。",
  tooOld: (version: string) =>
    `这个版本的 Excel（${version}）太旧，台账校核需要 Excel 2021 或更新的版本。请用浏览器工作台校核同一份台账。`,
  workbench: "打开浏览器工作台",
};

const en: typeof zh = {
  opening: "Opening…",
  noExcel: "This page is opened in Excel: Insert → My Add-ins → 台账校核.",
  noAnswer: "Excel has not answered. Close the pane and open it again; if that does not help, restart Excel.",
  tooOld: (version) =>
    `This version of Excel (${version}) is too old: Excel 2021 or later is needed. The browser workbench checks the same ledgers.`,
  workbench: "Open the browser workbench",
};

export type ExcelWords = typeof zh;

export function excelWords(locale: Locale): ExcelWords {
  return locale === "zh" ? zh : en;
}
