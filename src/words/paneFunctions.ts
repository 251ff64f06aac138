/** What the page 插入函数 says around the functions themselves, whose words stand in their one table. */
import { figureText, type Locale } from "./say";

const zh = {
  about: "在单元格里输入 =XM. 也能从列表选取。一次给一整列，比逐格填公式快得多。",
  noFunctions:
    "这个程序的版本太低，单元格里用不了下面的函数（WPS 表格要 12.1.0.20540 以上）。可以由面板算好、写成数值；校核、目标、前期、导出各页照常。",
  underId: "这个程序不认中文函数名，公式里用英文名；中文名写在旁边，也能搜到。",
  search: "搜索函数",
  searchHint: "如 资金、工作日、负面清单",
  found: (count: number) => `${figureText(count)} 个函数`,
  none: "没有找到。换一个词试试，如“时限”“渠道”。",
  parameters: "参数",
  noParameters: "不用填参数。",
  optional: "（可省略）",
  example: "例子",
  gives: (value: string) => `得到：${value}`,
  insert: "插入到当前单元格",
  insertOf: (name: string) => `把 ${name} 插入到当前单元格`,
  copy: "复制公式",
  copyOf: (name: string) => `复制 ${name} 的公式`,
  copied: "已复制，请粘贴到单元格。",
  cannotCopy: "不能复制，请选中上面的公式，按 Ctrl+C。",
  inserted: (at: string) => `已写入 ${at}。请把引号里的例子换成您的单元格或区域。`,
  noCell: "先在表里点一个单元格，再插入。",
  occupied: (at: string) => `${at} 已有内容，要覆盖吗？`,
  over: "覆盖",
  leave: "不覆盖",
  notWritten: {
    changed: (at: string) => `${at} 已有内容，没有写。`,
    protected: (at: string) => `${at} 所在的表受保护，请先撤销工作表保护。`,
    busy: (at: string) => `正在编辑单元格，没有写入 ${at}。请按回车结束编辑，再插入。`,
    silent: (at: string) =>
      `表格程序很久没有回应，不知道 ${at} 写成没有。请关掉它的对话框、按回车结束编辑，看一看 ${at}。`,
    failed: (at: string) => `没有写入 ${at}。请换一个单元格再试，或复制公式自己粘贴。`,
  },
  back: "返回“更多”",
};

export type FunctionPageWords = typeof zh;

const en: FunctionPageWords = {
  about: "Typing =XM. in a cell lists them too. One formula over a whole column is much faster than one in each cell.",
  noFunctions:
    "This version of the program knows no functions of ours in cells (WPS needs 12.1.0.20540). The pane can calculate them and write values; all its other pages work as ever.",
  underId: "This program takes no Chinese names of functions: formulas use the English ids.",
  search: "Search functions",
  searchHint: "such as amount, working days, negative",
  found: (count) => (count === 1 ? "1 function" : `${figureText(count)} functions`),
  none: "Nothing found. Try another word, such as limit or channel.",
  parameters: "Arguments",
  noParameters: "Takes no arguments.",
  optional: " (may be left out)",
  example: "Example",
  gives: (value) => `Gives: ${value}`,
  insert: "Insert into this cell",
  insertOf: (name) => `Insert ${name} into the current cell`,
  copy: "Copy the formula",
  copyOf: (name) => `Copy the formula of ${name}`,
  copied: "Copied: paste it into a cell.",
  cannotCopy: "Copying is not allowed here: select the formula above and press Ctrl+C.",
  inserted: (at) => `Written into ${at}. Put your own cells or ranges in place of the quoted example.`,
  noCell: "Choose a cell in the sheet first.",
  occupied: (at) => `${at} is not empty. Write over it?`,
  over: "Write over it",
  leave: "Leave it",
  notWritten: {
    changed: (at) => `${at} is not empty; nothing was written.`,
    protected: (at) => `The sheet of ${at} is protected: unprotect it first.`,
    busy: (at) => `A cell is being edited, so ${at} was not written. Press Enter, then insert again.`,
    silent: (at) =>
      `The program has not answered for long, so ${at} may or may not be written. Close its dialogs, press Enter to leave a cell, and look.`,
    failed: (at) => `${at} was not written. Try another cell, or copy the formula and paste it.`,
  },
  back: "Back to More",
};

const WORDS: Record<Locale, FunctionPageWords> = { zh, en };

export function functionPageWords(locale: Locale): FunctionPageWords {
  return WORDS[locale];
}
