/** What the pane itself says, Chinese first and English beside it. What findings say is in finding.ts. */
import { figureText, type Locale } from "./say";
import { SEVERITY_WORDS } from "./severity";

const zh = {
  lang: "zh-CN",
  title: "台账校核",
  pages: {
    check: "校核",
    targets: "目标",
    steps: "前期",
    export: "导出",
    more: "更多",
    functions: "插入函数",
    help: "帮助",
  },
  closePane: "收起面板",
  pageList: "页面",
  openingPage: "正在打开",
  severity: SEVERITY_WORDS,

  verdict: {
    unchecked: "还没有校核",
    checking: "正在校核",
    noLedger: "没有找到项目台账",
    noProjects: "还没有填项目",
    reportsNone: "零报告，可以报送",
    cannot: (errors: number) => `暂不能报送 · ${figureText(errors)} 项错误`,
    unsettled: (columns: number) => `没有错误 · 还有 ${figureText(columns)} 列待确认`,
    can: "可以报送",
    canWith: (others: number) => `可以报送 · 另有 ${figureText(others)} 条提醒和建议`,
    waived: (count: number) => `暂不处理 ${figureText(count)}`,
  },
  count: (severity: string, count: number) => `${severity} ${figureText(count)}`,
  filters: "按轻重筛选",
  onlyNew: (count: number) => `仅看新增 ${figureText(count)}`,
  fixable: (count: number) => `可自动改 ${figureText(count)}`,
  groupBy: { label: "分组", rule: "按规则", project: "按项目", column: "按列" },

  work: {
    reading: (sheet: string, rows: number, of: number | null) =>
      of === null
        ? `正在读“${sheet}”：${figureText(rows)} 行`
        : `正在读“${sheet}”：${figureText(rows)} / ${figureText(of)} 行`,
    preparing: "正在准备",
    checking: (rows: number, of: number | null) =>
      of === null ? `已查 ${figureText(rows)} 行` : `已查 ${figureText(rows)} / ${figureText(of)} 行`,
    cancel: "停止",
    found: (count: number) => `已发现 ${figureText(count)} 项，还在查：`,
  },

  empty: {
    first: {
      title: "从这里开始",
      does: [
        "读取工作簿里的项目台账，指出不能报送的格子、为什么、怎么改。",
        "算出离储备目标还差多少，哪些手续来不及。",
        "不用设置，不用登录，数据不离开这台电脑；没有您点头，不改一个格子。",
      ],
    },
    unchecked: "读取这个工作簿里的台账，找出不能报送的地方。数据不离开这台电脑。",
    start: "校核这份台账",
    fillIn: (sheet: string, row: number) =>
      `“${sheet}”的表头认出来了，下面还没有项目。从第 ${String(row)} 行填起，边填边查。`,
    goFillIn: "到那里去填",
    reportsNone: (sheet: string) => `“${sheet}”写明没有项目，按零报告报送。`,
    nothing: "没有发现问题",
    nothingReceipt: (day: string, pack: string, rows: number) =>
      `按 ${day} 的情形，用“${pack}”核对了 ${figureText(rows)} 个项目。`,
    filtered: "这个筛选下没有问题",
    clearFilter: "看全部",
  },

  starters: {
    example: { label: "打开一份示例台账", note: "在这个工作簿里加一张有错的表，试着改改；试完删去即可。" },
    template: { label: "新建标准台账", note: "加一张表头齐全、带一行示例的空表，照着填。" },
  },

  noLedger: {
    title: (sheet: string) => `“${sheet}”不像项目台账`,
    lookedFor: "需要一行表头，其中有“项目名称”，并有总投资、建设起止年限、责任单位、资金渠道等列。",
    header: "如果表头在别的行，请指出：",
    top: "表头首行",
    bottom: "表头末行",
    fromSelection: "用选中的行",
    use: "按这几行读",
    badHeader: "末行不能在首行之上，表头最多 5 行。",
  },

  question: {
    title: (column: string) => `${column} 列是什么？`,
    heading: (heading: string) => `表头：${heading}`,
    samples: (samples: readonly string[]) => `例如：${samples.join("、")}`,
    none: "都不是，不用这一列",
    later: "以后再说",
    left: (count: number) => `还有 ${figureText(count)} 列要确认`,
  },

  list: {
    label: "问题",
    wholeRun: "整份台账",
    noColumn: "不属于某一列",
    row: (row: number) => `第 ${String(row)} 行`,
    stale: "正在复查",
    size: (count: number) => figureText(count),
    fixAll: (count: number) => `全部改好（${figureText(count)}）`,
  },

  detail: {
    label: "这一项",
    why: "为什么",
    previous: "上一项",
    next: "下一项",
    position: (index: number, count: number) => `${figureText(index)}/${figureText(count)}`,
    close: "关闭",
    solved: "这一项已经没有了。",
    hidden: "这一行在表里隐藏着或被筛掉了，取消隐藏后才看得见。",
    waived: "已记为暂不处理，不再拦住报送。要撤回，到“更多”页。",
    fix: (value: string) => `改为 ${value}`,
    fixSeveral: (count: number) => `改好 ${figureText(count)} 格`,
    meant: (value: string, unit: string) => `${value}（按${unit}）`,
    chooseOne: "请选一项：",
    otherWays: (count: number) => `其他 ${figureText(count)} 项`,
    waive: "暂不处理…",
    whichColumn: "指定哪一列是它",
    blank: "（空白）",
    asText: (text: string) => `“${text}”（文本）`,
  },

  fixAll: {
    title: (rule: string) => `全部改好：${rule}`,
    titleOfAll: "全部改好：只改写法，不改意思",
    use: (count: number) => `改好 ${figureText(count)} 处`,
    cancel: "不改",
    change: (was: string, put: string) => `${was} → ${put}`,
    changes: (all: readonly string[]) => all.join("；"),
  },

  waive: {
    title: "暂不处理",
    ignorable: (when: string) => `什么时候可以不理会：${when}`,
    explanation: "不再拦住报送，但会连同理由列入报告；到期自动恢复。",
    reason: "理由",
    reasons: ["上级已同意", "正在补办", "政策另有规定", "数据待核实"],
    by: "经办人",
    until: "截止日",
    use: "记下",
    cancel: "不记了",
    missing: { reason: "请写理由。", by: "请写经办人姓名。", until: "截止日不能早于校核所按的日期。" },
  },

  notice: {
    failed: (message: string) => `没有完成：${message}。请点“重新检查”；仍不行，请保存后重新打开。`,
    cancelled: "已停止，结果没有更新。",
    written: (count: number) => `已改 ${figureText(count)} 格。`,
    undone: (count: number) => `已恢复 ${figureText(count)} 格。`,
    undo: "撤销本次",
    keep: "知道了",
    notWritten: {
      changed: (at: string | null) => `没有改：${at ?? "格子"}的内容已经变了，正在重新检查。`,
      protected: (at: string | null) => `没有改：${at ?? "工作表"}受保护。请先撤销工作表保护。`,
      busy: () => "没有改：有单元格正在编辑。请按回车结束编辑后再试。",
      silent: () =>
        "表格程序很久没有回应，不再等了。请关掉它的对话框、按回车结束编辑，再点“重新检查”看改了没有；它若又有回应，改了一半的会自动恢复。",
      failed: (at: string | null) => `没有改：${at ?? "表格程序"}不接受写入。请手工修改。`,
    },
    cannotGo: "没能跳到那一格。它可能在隐藏的工作表里。",
    endOfSheet: "本表已查完。",
    nextSheet: (sheet: string) => `看下一表：${sheet}`,
    collected: "汇总结束了，见“导出”页。",
    startOfSheet: "已到本表第一项。",
    notKept: "工作簿里的记录读写不了，本次的选择关闭后会丢失。",
    packNotInForce: (day: string, pack: string) => `${day} 没有生效的政策包，暂按“${pack}”判断，时限和目标请自行核对。`,
    ownPolicyUnused: (faults: number, pack: string) =>
      `本工作簿自己的政策有 ${figureText(faults)} 处写错，没有采用，暂按随附的“${pack}”判断；错处见“更多”里的“政策”。`,
    others: (count: number) => `${figureText(count)} 张表没有当作台账，见“更多”里的“列对应”。`,
    assumedUnit: (sheet: string, unit: string) => `“${sheet}”没有写金额单位，暂按${unit}读。`,
    assumedUnitOf: (sheet: string, headings: string, unit: string) =>
      `“${sheet}”的“${headings}”没有写金额单位，暂按${unit}读。`,
    sheetsAdded: (names: readonly string[]) => `已添加工作表${names.map((name) => `“${name}”`).join("、")}。`,
    policyAdded: (count: number) => `政策已写成 ${figureText(count)} 张工作表；改了表里的数，校核就按改后的判断。`,
    exampleAdded: (name: string) => `“${name}”已经打开并查过，点一条问题看看；试完可以删去这张表。`,
    templateAdded: (name: string) => `已添加“${name}”，从示例行下面填起，边填边查。`,
    goToSheet: "打开",
    submitted: (day: string, count: number) => `已标记为 ${day} 报送，记下 ${figureText(count)} 个问题。`,
    submissionForgotten: "已取消报送标记。",
    takeBack: "撤销",
    marked: (count: number) => `已标出 ${figureText(count)} 格。`,
    marksCleared: "已清除全部标记。",
  },

  facts: (count: number) => `判断的前提（${figureText(count)}）`,
  receipt: (time: string, rows: number, pack: string) => `${time} 已查 ${figureText(rows)} 行 · ${pack}`,
  recheck: "重新检查",
  broken: {
    text: "面板出错了，台账没有改动。",
    again: "重新打开",
  },
};

export type PaneWords = typeof zh;

/** Units of money as the sheet writes them. */
const YUAN: Readonly<Record<string, string>> = { 元: "yuan", 万元: "10,000 yuan", 亿元: "100 million yuan" };

const en: PaneWords = {
  lang: "en",
  title: "Ledger check",
  pages: {
    check: "Check",
    targets: "Targets",
    steps: "Steps",
    export: "Export",
    more: "More",
    functions: "Functions",
    help: "Help",
  },
  closePane: "Close pane",
  pageList: "Pages",
  openingPage: "Opening",
  severity: { error: "Errors", warning: "Warnings", hint: "Hints" },

  verdict: {
    unchecked: "Not checked yet",
    checking: "Checking",
    noLedger: "No project ledger found",
    noProjects: "No project yet",
    reportsNone: "Nothing to report: ready to submit",
    cannot: (errors) => `Not ready · ${figureText(errors)} ${errors === 1 ? "error" : "errors"}`,
    unsettled: (columns) => `No errors · ${figureText(columns)} ${columns === 1 ? "column" : "columns"} to settle`,
    can: "Ready to submit",
    canWith: (others) => `Ready · ${figureText(others)} other ${others === 1 ? "finding" : "findings"}`,
    waived: (count) => `${figureText(count)} put off`,
  },
  count: (severity, count) => `${severity} ${figureText(count)}`,
  filters: "Filter by severity",
  onlyNew: (count) => `Only new ${figureText(count)}`,
  fixable: (count) => `Fixable ${figureText(count)}`,
  groupBy: { label: "Group", rule: "By rule", project: "By project", column: "By column" },

  work: {
    reading: (sheet, rows, of) =>
      `Reading “${sheet}”: ${figureText(rows)}${of === null ? "" : ` of ${figureText(of)}`} rows`,
    preparing: "Getting ready",
    checking: (rows, of) => `Checked ${figureText(rows)}${of === null ? "" : ` of ${figureText(of)}`} rows`,
    cancel: "Stop",
    found: (count) => `${figureText(count)} found so far:`,
  },

  empty: {
    first: {
      title: "Start here",
      does: [
        "Reads the project ledgers of this workbook and shows which cells stop a submission, why, and what to do.",
        "Reckons how far the reserve is from its target and which procedures come too late.",
        "No settings, no account; nothing leaves this computer, and no cell is changed unless you say so.",
      ],
    },
    unchecked: "Reads the ledgers in this workbook and finds what stops a submission. Nothing leaves this computer.",
    start: "Check this ledger",
    fillIn: (sheet, row) =>
      `The headings of “${sheet}” are understood, and no project stands below them. Fill it in from row ${String(row)}; it is checked as you type.`,
    goFillIn: "Go there",
    reportsNone: (sheet) => `“${sheet}” says that there is no project: a report of nothing.`,
    nothing: "Nothing found",
    nothingReceipt: (day, pack, rows) => `Judged as of ${day} by “${pack}”: ${figureText(rows)} projects.`,
    filtered: "Nothing under this filter",
    clearFilter: "Show all",
  },

  starters: {
    example: { label: "Open an example", note: "Adds a sheet with mistakes to try on; delete it afterwards." },
    template: { label: "New standard ledger", note: "Adds a sheet with all headings and an example row to fill in." },
  },

  noLedger: {
    title: (sheet) => `“${sheet}” does not look like a project ledger`,
    lookedFor:
      "It needs a row of headings with the project name, and columns such as total investment, period, department or channel.",
    header: "If the headings stand on other rows, say which:",
    top: "First row of headings",
    bottom: "Last row of headings",
    fromSelection: "Use the selected row",
    use: "Read it so",
    badHeader: "The last row cannot be above the first; five rows at most.",
  },

  question: {
    title: (column) => `What is column ${column}?`,
    heading: (heading) => `Heading: ${heading}`,
    samples: (samples) => `For example: ${samples.join(", ")}`,
    none: "None of these; leave it out",
    later: "Later",
    left: (count) => `${figureText(count)} more to settle`,
  },

  list: {
    label: "Findings",
    wholeRun: "The ledger as a whole",
    noColumn: "Not about one column",
    row: (row) => `Row ${String(row)}`,
    stale: "Checking again",
    size: (count) => figureText(count),
    fixAll: (count) => `Mend all (${figureText(count)})`,
  },

  detail: {
    label: "This finding",
    why: "Why",
    previous: "Previous",
    next: "Next",
    position: (index, count) => `${figureText(index)}/${figureText(count)}`,
    close: "Close",
    solved: "This finding is gone.",
    hidden: "This row is hidden or filtered out: show it to see the cell.",
    waived: "Put off: it no longer holds the ledger back. Take it back on page More.",
    fix: (value) => `Change to ${value}`,
    fixSeveral: (count) => `Mend ${figureText(count)} cells`,
    meant: (value, unit) => `${value} (if ${YUAN[unit] ?? unit} was meant)`,
    chooseOne: "Choose one:",
    otherWays: (count) => `${figureText(count)} more`,
    waive: "Put off…",
    whichColumn: "Say which column it is",
    blank: "(blank)",
    asText: (text) => `“${text}” (text)`,
  },

  fixAll: {
    title: (rule) => `Mend all: ${rule}`,
    titleOfAll: "Mend all: notation only, nothing else",
    use: (count) => `Mend ${figureText(count)}`,
    cancel: "Leave",
    change: (was, put) => `${was} → ${put}`,
    changes: (all) => all.join("; "),
  },

  waive: {
    title: "Put off",
    ignorable: (when: string) => `When it may be ignored: ${when}`,
    explanation:
      "It no longer stops a submission, but is listed in the report with its reason, and comes back after the end day.",
    reason: "Reason",
    reasons: ["Agreed by the higher office", "Being made good", "Another policy applies", "Data being verified"],
    by: "Your name",
    until: "Until",
    use: "Put off",
    cancel: "Leave",
    missing: {
      reason: "Give a reason.",
      by: "Give your name.",
      until: "Choose an end day no earlier than the day judged on.",
    },
  },

  notice: {
    failed: (message) => `It failed: ${message}. Press “Check again”; if that does not help, save and open again.`,
    cancelled: "Stopped; the result is as it was.",
    written: (count) => `${figureText(count)} ${count === 1 ? "cell" : "cells"} changed.`,
    undone: (count) => `${figureText(count)} ${count === 1 ? "cell" : "cells"} restored.`,
    undo: "Take back",
    keep: "Fine",
    notWritten: {
      changed: (at) => `Not changed: ${at ?? "the cell"} holds something else now; checking again.`,
      protected: (at) => `Not changed: ${at ?? "the sheet"} is protected. Unprotect the sheet first.`,
      busy: () => "Not changed: a cell is being edited. Press Enter, then try again.",
      silent: () =>
        "The program has not answered for long and is waited for no longer. Close its dialogs, press Enter to leave a cell, then “Check again” to see what has changed; should it answer after all, what was half done is taken back.",
      failed: (at) => `Not changed: ${at ?? "the program"} refused. Please change it by hand.`,
    },
    cannotGo: "Could not go to that cell. Its sheet may be hidden.",
    endOfSheet: "That was the last on this sheet.",
    nextSheet: (sheet) => `Next sheet: ${sheet}`,
    collected: "The collection has ended; see page Export.",
    startOfSheet: "This is the first on this sheet.",
    notKept: "Notes in the workbook cannot be read or written; your choices will be lost when it is closed.",
    packNotInForce: (day, pack) =>
      `No policy is in force on ${day}; judged by “${pack}”. Please verify limits and targets yourself.`,
    ownPolicyUnused: (faults, pack) =>
      `This workbook's own policy has ${figureText(faults)} ${faults === 1 ? "fault" : "faults"} and is not used; judged by “${pack}”, which ships. See “Policy” under “More”.`,
    others: (count) =>
      `${figureText(count)} ${count === 1 ? "sheet" : "sheets"} not read as ledgers; see “Columns” under “More”.`,
    assumedUnit: (sheet, unit) => `“${sheet}” states no unit of money; read as ${YUAN[unit] ?? unit}.`,
    assumedUnitOf: (sheet, headings, unit) =>
      `“${sheet}” states no unit of money for “${headings}”; read as ${YUAN[unit] ?? unit}.`,
    sheetsAdded: (names) =>
      `${names.length > 1 ? "Sheets" : "Sheet"} ${names.map((name) => `“${name}”`).join(", ")} ${names.length > 1 ? "were" : "was"} added.`,
    policyAdded: (count) => `The policy stands on ${figureText(count)} sheets; what you change there is what judges.`,
    exampleAdded: (name) => `“${name}” is open and checked: press a finding. Delete the sheet when you are done.`,
    templateAdded: (name) => `“${name}” was added: fill it in below the example row; it is checked as you type.`,
    goToSheet: "Open",
    submitted: (day, count) =>
      `Marked as submitted on ${day}, with ${figureText(count)} ${count === 1 ? "finding" : "findings"}.`,
    submissionForgotten: "The mark of the submission is removed.",
    takeBack: "Take back",
    marked: (count) => `${figureText(count)} ${count === 1 ? "cell" : "cells"} marked.`,
    marksCleared: "All marks are removed.",
  },

  facts: (count) => `Assumptions (${figureText(count)})`,
  receipt: (time, rows, pack) => `${time} · ${figureText(rows)} rows · ${pack}`,
  recheck: "Check again",
  broken: {
    text: "The pane has failed; the ledger is untouched.",
    again: "Open again",
  },
};

const WORDS: Record<Locale, PaneWords> = { zh, en };

export function paneWords(locale: Locale): PaneWords {
  return WORDS[locale];
}
