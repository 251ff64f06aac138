/** What is said when the program that shows the sheet did not do what it was asked: without the last full stop, which the frame around it sets. */
import type { Locale } from "./say";

const zh = {
  tooLarge: (size: string) =>
    `工作表太大${size === "" ? "" : `（${size} 格）`}，读不了。请删去数据下方和右侧的空行空列，保存后再试`,
  noSheet: (name: string) => (name === "" ? "找不到这张工作表" : `找不到工作表“${name}”`),
  busy: () => "正在编辑单元格，请先按回车",
  silent: () => "表格程序很久没有回应。请关掉它弹出的对话框，按回车结束编辑，再试一次",
  protected: () => "工作表受保护，请先撤销保护",
  aborted: () => "已停止",
  unreliable: (at: string) => `表格程序读出的内容对不上单元格（${at}），没有校核，以免报错行`,
  failed: (detail: string) => `表格程序没有做成（${detail}）`,
};

type Sentences = Record<keyof typeof zh, (detail: string) => string>;

const en: Sentences = {
  tooLarge: (size) =>
    `The sheet is too large to read${size === "" ? "" : ` (${size} cells)`}: delete the empty rows below and columns beside the data, save and try again`,
  noSheet: (name) => (name === "" ? "The sheet is not there" : `There is no sheet “${name}”`),
  busy: () => "A cell is being edited: press Enter first",
  silent: () => "The program has not answered for long: close its dialogs, press Enter to leave a cell, and try again",
  protected: () => "The sheet is protected: unprotect it first",
  aborted: () => "stopped",
  unreliable: (at) => `What the program gives does not agree with its cells (${at}); nothing was judged`,
  failed: (detail) => `the program did not do it (${detail})`,
};

const WORDS: Record<Locale, Sentences> = { zh, en };

/** A failure by its code, as the sheet's door has them. */
export interface SaidFailure {
  readonly code: keyof Sentences;
  readonly detail: string;
}

export function hostFailureSentence({ code, detail }: SaidFailure, locale: Locale): string {
  return WORDS[locale][code](detail);
}
