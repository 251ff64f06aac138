/** What is said where the pane calculates a formula itself and writes its values, because the cells cannot. */
import { figureText, type Locale } from "./say";

const zh = {
  title: "由面板算好，写成数值",
  about: "在下面填公式，再在表里点一个空格子。面板算出结果，从那一格起写成数值；以后数据变了不会跟着变，要重算一次。",
  formula: "公式",
  example: "=XM.金额万元(C2:C20)",
  write: "算好写入",
  working: "正在计算…",
  written: (at: string, cells: number) => `已从 ${at} 起写了 ${figureText(cells)} 格数值。`,
  undo: "撤销本次",
  undone: "已撤销，恢复为空格子。",
  noCell: "先在表里点一个空格子，再写入。",
  failed: (sentence: string) => `没有写：${sentence}。`,
  refused: {
    changed: (at: string) => `没有写：${at} 已有内容。请点一处够放结果的空格子。`,
    protected: () => "没有写：工作表受保护，请先撤销保护。",
    busy: () => "没有写：正在编辑单元格，请先按回车。",
    silent: () =>
      "表格程序很久没有回应，不再等了。请关掉它的对话框、按回车结束编辑，看一看写了没有；写了一半的会自动恢复。",
    failed: () => "没有写：表格程序不接受。请换一处空格子再试。",
  },
};

export type FunctionValuesWords = typeof zh;

const en: FunctionValuesWords = {
  title: "Let the pane calculate and write values",
  about:
    "Type a formula below, then choose an empty cell in the sheet. The result is written from there on as values; they do not follow later changes of the data.",
  formula: "Formula",
  example: "=XM.金额万元(C2:C20)",
  write: "Calculate and write",
  working: "Calculating…",
  written: (at, cells) => `Written from ${at} on: ${figureText(cells)} cells.`,
  undo: "Undo this",
  undone: "Undone: the cells are empty again.",
  noCell: "Choose an empty cell in the sheet first.",
  failed: (sentence) => `Nothing was written: ${sentence}.`,
  refused: {
    changed: (at) => `Nothing was written: ${at} is not empty. Choose a place with room for the result.`,
    protected: () => "Nothing was written: the sheet is protected. Unprotect it first.",
    busy: () => "Nothing was written: a cell is being edited. Press Enter first.",
    silent: () =>
      "The program has not answered for long. Close its dialogs, press Enter to leave a cell, and look; what was half done is taken back.",
    failed: () => "Nothing was written: the program refused. Try another empty cell.",
  },
};

const WORDS: Record<Locale, FunctionValuesWords> = { zh, en };

export function functionValuesWords(locale: Locale): FunctionValuesWords {
  return WORDS[locale];
}
