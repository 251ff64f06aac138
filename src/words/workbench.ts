/** What the page around sheet and pane says, Chinese first and English beside it. */
import type { Locale } from "./say";

const zh = {
  lang: "zh-CN",
  title: "项目台账校核",
  pageTitle: "项目台账校核 · 工作台",
  open: "打开台账",
  choose: "选择台账文件",
  example: "打开示例",
  exampleFirst: "打开示例…",
  save: "保存",
  saves: "只改动编辑过的单元格，其余原样不动",
  viewOnly: "这类文件只能查看；请先另存为 .xlsx",
  opening: (file: string) => `正在打开${file}…`,
  notSaved: (file: string) => `${file}：没有保存，改动还在表里。请再试一次；还不行，就把改动复制到别的表格软件里。`,
  edited: "（已修改，未保存）",
  onlyChecked: "（这类文件只能查看和校核，要保存请先另存为 .xlsx）",
  dropHint: "也可以把文件拖到这里",
  drop: "松开鼠标，打开这份台账",
  paneWidth: "面板宽度",
  unsaved: "当前台账有修改还没有保存，打开别的文件会丢掉这些修改。仍要打开吗？",
  moved: [
    "插入或删除过行、列，或者改过合并单元格、工作表名，不能保存到原来的文件里：原文件的格式跟不过来。",
    "可以另存为一个新的工作簿：数值、公式、合并单元格、行高列宽、字体、填充、边框都在；批注、图片、图表、下拉列表、条件格式和打印设置不在。原文件不受影响。",
    "要另存为新的工作簿吗？",
  ],
  anew: "（另存）",
};

export type WorkbenchWords = typeof zh;

const en: WorkbenchWords = {
  lang: "en",
  title: "Ledger check",
  pageTitle: "Ledger check · workbench",
  open: "Open a ledger",
  choose: "Choose a ledger's file",
  example: "Open an example",
  exampleFirst: "Open an example…",
  save: "Save",
  saves: "Changes the edited cells and leaves all else as it is",
  viewOnly: "Such files can only be viewed; save it as .xlsx first",
  opening: (file) => `Opening ${file}…`,
  notSaved: (file) =>
    `${file}: not saved; the changes are still in the sheet. Try again, or copy them into another program.`,
  edited: " (edited, not saved)",
  onlyChecked: " (can be viewed and checked; to save, make it an .xlsx first)",
  dropHint: "or drop a file here",
  drop: "Drop it to open this ledger",
  paneWidth: "Width of the pane",
  unsaved: "This ledger has changes that are not saved; opening another file loses them. Open it all the same?",
  moved: [
    "Rows or columns were inserted or deleted, or merged cells or names of sheets changed: this cannot be saved into the file as it was, since the file's formats do not move along.",
    "It can be saved as a new workbook, with values, formulas, merged cells, heights and widths, fonts, fills and borders; without comments, pictures, charts, drop-down lists, conditional formats and print settings. The file that you opened stays as it is.",
    "Save it as a new workbook?",
  ],
  anew: " (new)",
};

const WORDS: Record<Locale, WorkbenchWords> = { zh, en };

export function workbenchWords(locale: Locale): WorkbenchWords {
  return WORDS[locale];
}
