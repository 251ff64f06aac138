/** What the section 汇总 of page 导出 says, Chinese first and English beside it. */
import { billionsOf, percentOf, yiOf } from "./paneFigures";
import { missingText } from "./missing";
import { figureText, type Locale } from "./say";

/** 亿元, to the million yuan. */
const yi = (wan: number): string => figureText(yiOf(wan));
const bn = (wan: number): string => figureText(billionsOf(yiOf(wan)));

const zh = {
  title: "汇总各部门台账",
  note: "选一批台账文件或一个文件夹，合成一个新工作簿；不改动打开的这份，文件不离开这台电脑。",
  files: "选文件",
  folder: "选文件夹",
  none: "选中的文件里没有台账（.xlsx、.xls、.et、.csv 等）。",
  stop: "停止",
  stopped: (done: number) => `已停止，读了 ${figureText(done)} 份，没有写出结果。`,
  failed: (why: string) => `汇总没有做成：${why}`,
  progress: (done: number, of: number) => `已读 ${figureText(done)} / ${figureText(of)} 份`,
  pace: (perSecond: string, seconds: number) => `每秒 ${perSecond} 份，还要约 ${figureText(seconds)} 秒`,
  finishing: "正在汇总、写表",
  leaving: "可以看别的页，汇总照常进行；关闭面板会停止。",
  beside: "更多：上次汇总、部门名录、截止日",
  previous: "选上次汇总",
  previousNote: "上次导出的汇总工作簿；结果里加一张“与上次比较”。",
  noProjectsBefore: (path: string) =>
    `上次汇总“${path}”里没有项目，无法比较。请换成上次导出的汇总工作簿，或点“去掉”后重新选文件。`,
  roster: "选部门名录",
  rosterNote: "一列部门名称即可；没有报送、没有项目的部门照它列出。",
  noDepartments: (path: string) =>
    `部门名录“${path}”里没有部门名称（项目台账不能当名录用）。请换成一列部门名称的文件，或点“去掉”后重新选文件。`,
  due: "报送截止日",
  dueNote: "文件修改时间都晚于这一天的部门，列为迟报；没有报送的，要有部门名录才列得出。",
  takeAway: "去掉",
  takeAwayOf: (what: string) => `${what.replace(/^选/, "")}：去掉`,
  done: (files: number, count: number, wan: number) =>
    `${figureText(files)} 份文件，在库项目 ${figureText(count)} 个，总投资 ${yi(wan)} 亿元。`,
  target: (name: string, by: string, count: number, wan: number) =>
    `${name}（${by} 前）：已新增 ${figureText(count)} 个、${yi(wan)} 亿元`,
  notDated: (name: string, by: string) =>
    `${name}（${by} 前）：台账里没有一个项目写明“入库时间”，新增多少说不出来，请各部门补填`,
  gap: (count: number, wan: number, workdays: number | null) =>
    `${missingText(count, wan > 0 ? yi(wan) : null)}${workdays === null ? "" : `，剩 ${figureText(workdays)} 个工作日`}`,
  reached: "目标已完成",
  targetLine: (target: string, state: string) => `${target}，${state}`,
  fitting: (count: number, of: number) =>
    of === 0
      ? ""
      : `符合资金支持方向 ${figureText(count)} 个，占 ${figureText(percentOf(count / of))}%（${figureText(count)}÷${figureText(of)}）。`,
  faults: (errors: number, doubles: number, conflicts: number) =>
    `各份台账里错误 ${figureText(errors)} 处；跨部门疑似重复或拆分 ${figureText(doubles)} 处，数据冲突 ${figureText(conflicts)} 处。`,
  without: (names: readonly string[]) =>
    `汇总里没有项目的部门，含没有报送的（${figureText(names.length)} 个）：${names.join("、")}。`,
  unread: (count: number) => `没有读成的文件（${figureText(count)} 份）`,
  department: "责任部门",
  count: "项目个数",
  amount: "总投资（亿元）",
  departments: "按责任部门",
  more: (count: number) => `其余 ${figureText(count)} 个部门见“汇总表”。`,
  amountOf: yi,
  save: "保存",
  saveNote: "这个程序不让下载时，用下面的按钮把各张表加进打开的工作簿。",
  add: "加进打开的工作簿",
  again: "重新选文件",
};

export type CollectWords = typeof zh;

const en: CollectWords = {
  title: "Collect the departments' ledgers",
  note: "Choose ledger files or a folder; they become a new workbook. The open one is not changed and no file leaves this computer.",
  files: "Choose files",
  folder: "Choose a folder",
  none: "There is no ledger among the chosen files (.xlsx, .xls, .et, .csv …).",
  stop: "Stop",
  stopped: (done) => `Stopped after ${figureText(done)} ${done === 1 ? "file" : "files"}; nothing was written.`,
  failed: (why) => `The collection failed: ${why}`,
  progress: (done, of) => `${figureText(done)} of ${figureText(of)} files read`,
  pace: (perSecond, seconds) => `${perSecond} files a second, about ${figureText(seconds)} s left`,
  finishing: "Summing up and writing",
  leaving: "It goes on while you look at other pages, and stops when the pane is closed.",
  beside: "More: last collection, roster, due day",
  previous: "Last collection",
  previousNote: "The workbook that was made then; the result gets a sheet of what has changed since.",
  noProjectsBefore: (path) =>
    `the last collection “${path}” holds no project to compare with. Choose the workbook that was made then, or take it away and choose the files again.`,
  roster: "Roster",
  rosterNote: "A column of departments will do: those without a file or a project are listed by it.",
  noDepartments: (path) =>
    `the roster “${path}” lists no department (a ledger is no roster). Choose a file with a column of departments, or take it away and choose the files again.`,
  due: "Due day",
  dueNote:
    "Departments whose files were all last changed after this day are listed as late; who sent none shows only beside a roster.",
  takeAway: "Take away",
  takeAwayOf: (what) => `${what}: take away`,
  done: (files, count, wan) =>
    `${figureText(files)} ${files === 1 ? "file" : "files"}, ${figureText(count)} projects in the reserve, ${bn(wan)} bn yuan.`,
  target: (name, by, count, wan) => `${name} (by ${by}): ${figureText(count)} added, ${bn(wan)} bn yuan`,
  notDated: (name, by) =>
    `${name} (by ${by}): no project says when it entered the reserve, so nobody can say how many are new; ask the departments for it`,
  gap: (count, wan, workdays) =>
    `${figureText(count)} and ${bn(wan)} bn yuan to go${workdays === null ? "" : `, ${figureText(workdays)} working days left`}`,
  reached: "target reached",
  targetLine: (target, state) => `${target}, ${state}`,
  fitting: (count, of) =>
    of === 0
      ? ""
      : `${figureText(count)} fit what funds support, ${figureText(percentOf(count / of))}% (${figureText(count)}÷${figureText(of)}).`,
  faults: (errors, doubles, conflicts) =>
    `${figureText(errors)} errors within the ledgers; across departments ${figureText(doubles)} possible doubles or splits and ${figureText(conflicts)} conflicts.`,
  without: (names) =>
    `Departments without a project, those that sent nothing included (${figureText(names.length)}): ${names.join(", ")}.`,
  unread: (count) => `Files that could not be read (${figureText(count)})`,
  department: "Department",
  count: "Projects",
  amount: "Total (bn yuan)",
  departments: "By department",
  more: (count) => `${figureText(count)} more on sheet 汇总表.`,
  amountOf: bn,
  save: "Save",
  saveNote: "Where this program allows no downloads, add the sheets to the open workbook instead.",
  add: "Add to the open workbook",
  again: "Choose again",
};

const WORDS: Record<Locale, CollectWords> = { zh, en };

export function collectWords(locale: Locale): CollectWords {
  return WORDS[locale];
}
