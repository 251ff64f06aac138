/** The worksheets of a pack, in the order in which they stand: which column holds which part of an entry. */
import { day, forms, json, list, number, term, termList, termOrText, text, words, yesNo } from "./cells";
import {
  CHANNEL_FACTS,
  channelBackingTable,
  channelProceduresTable,
  materialsTable,
  windowsTable,
} from "./channelTables";
import { BASIS, entryColumns, entryTable, ID, NOTE, type EntryTable } from "./entryTable";
import { holidayTable, HOLIDAYS } from "./holidayTable";
import { packTable } from "./packTable";
import { presetsTable, presetValuesTable } from "./presetTables";
import { ruleParametersTable, rulesTable } from "./ruleTables";
import type { ColumnSpec, Table } from "./table";
import { areaWordsTable, negativeWordsTable } from "./wordTables";

export { HOLIDAY_MARKS } from "./holidayTable";
export { HOLIDAYS };

const routes: ColumnSpec = { heading: "立项类型", path: ["routes"], kind: list, blank: [], width: 14 };
const severity = words({ 错误: "error", 提醒: "warning", 建议: "hint" });

const policies = entryTable({
  sheet: "政策台账",
  list: "policies",
  line: "一行一份政策文件。项目的政策依据在这里找得到，才算有据；过了截止日的不再算。",
  columns: entryColumns(
    { heading: "文号", path: ["number"], kind: text, width: 24 },
    { heading: "层级", path: ["level"], kind: text, width: 8 },
    { heading: "渠道", path: ["channel"], kind: termOrText(({ channels }) => channels), width: 20 },
    { heading: "申报截止", path: ["closes"], kind: day },
  ),
});

/** What former versions held as JSON in a cell has a row of its own on 渠道依据 now. */
const FORMER_BACKINGS: Readonly<Record<keyof typeof CHANNEL_FACTS, string>> = {
  投向领域: "领域依据",
  负面清单: "负面清单依据",
  覆盖倍数下限: "覆盖倍数依据",
  申请占比上限: "占比依据",
  不得重复的渠道: "重复依据",
  各阶段手续: "手续依据",
  申报材料: "材料依据",
};

const channels = entryTable({
  sheet: "资金渠道",
  list: "channels",
  line: "一行一个渠道。不知道的空着，不要填 0：空着的不查。窗口、材料、手续和各项的依据在后面几张表里。",
  elsewhere: ["windows", "materials", "procedures", ...Object.values(CHANNEL_FACTS)],
  columns: entryColumns(
    {
      heading: "投向领域",
      path: ["areas"],
      kind: termList(({ areaNames }) => areaNames),
      blank: null,
      note: "支持哪些领域，用顿号隔开。空着：不知道，不查；一个都不支持写“（无）”。",
      width: 40,
      look: "wrapped",
    },
    {
      heading: "负面清单",
      path: ["negative"],
      kind: termList(({ negatives }) => negatives),
      blank: [],
      note: "不支持哪些负面类别，用顿号隔开。",
      width: 32,
      look: "wrapped",
    },
    { heading: "须有收益", path: ["needsRevenue"], kind: yesNo, blank: null, width: 8 },
    { heading: "覆盖倍数下限", path: ["coverage"], kind: number, blank: null, width: 8 },
    {
      heading: "申请占比上限",
      path: ["capShare"],
      kind: number,
      blank: null,
      note: "最多申请总投资的几成，如 0.8 或 80%。",
      width: 10,
      look: "share",
    },
    { heading: "须有配套", path: ["matching"], kind: yesNo, blank: false, width: 8 },
    { heading: "上级资金", path: ["stateFunds"], kind: yesNo, blank: true, width: 8 },
    {
      heading: "不得重复的渠道",
      path: ["excludes"],
      kind: termList(({ channels: all }) => all),
      blank: [],
      width: 32,
      look: "wrapped",
    },
    { heading: "各阶段手续", path: ["procedures"], kind: json, past: true },
    { heading: "适合的项目", path: ["suits"], kind: text, blank: "", width: 28 },
    ...Object.entries(CHANNEL_FACTS).map(([fact, path]): ColumnSpec => ({
      heading: FORMER_BACKINGS[fact as keyof typeof CHANNEL_FACTS],
      path: [path],
      kind: json,
      past: true,
    })),
  ),
});

const areas = entryTable({
  sheet: "投向领域",
  list: "areas",
  line: "一行一个领域。判断领域的用词在“领域用词”里。",
  elsewhere: ["words", "misleading", "sourced"],
  columns: entryColumns(
    { heading: "二级领域", path: ["second"], kind: list, blank: [], width: 40, look: "wrapped" },
    {
      heading: "效益指标",
      path: ["indicators"],
      kind: list,
      blank: [],
      note: "可研应当量化的效益，用顿号隔开。",
      width: 40,
      look: "wrapped",
    },
  ),
});

const areaSets = entryTable({
  sheet: "领域组合",
  mayLack: true,
  list: "areaSets",
  line: "文件或讲话里合起来说的几个领域，如“九大领域”。",
  columns: entryColumns({
    heading: "投向领域",
    path: ["areas"],
    kind: termList(({ areaNames }) => areaNames),
    blank: [],
    width: 60,
    look: "wrapped",
  }),
});

const focus = entryTable({
  sheet: "争取重点",
  list: "focus",
  line: "本县要重点争取的方向；项目名称里有这些用词的，提示可以去争取。",
  columns: entryColumns({
    heading: "用词",
    path: ["words"],
    kind: list,
    blank: [],
    note: "用顿号隔开。",
    width: 48,
    look: "wrapped",
  }),
});

const negatives = entryTable({
  sheet: "负面清单",
  list: "negatives",
  line: "一行一类不支持的项目。判断的用词和除外情形在“负面用词”里；哪个渠道不支持哪几类，在“资金渠道”里。",
  elsewhere: ["words", "misleading", "exceptions", "exceptionsApart", "sourced"],
  columns: entryColumns({
    heading: "除外情形须为所建",
    path: ["exceptionsAreBuilt"],
    kind: yesNo,
    blank: false,
    note: "是：除外的词要是建的东西（学校、冷库）才算除外，“学校课桌椅加工厂”不算。",
    width: 10,
  }),
});

const capitalMinimums = entryTable({
  sheet: "最低资本金",
  list: "capitalMinimums",
  line: "一行一类行业。行业空着的那一行管其他所有项目。比例写 0.2 或 20%。",
  columns: entryColumns(
    { heading: "行业", path: ["industries"], kind: list, blank: [], width: 40, look: "wrapped" },
    { heading: "最低比例", path: ["minimum"], kind: number, required: true, width: 10, look: "share" },
    { heading: "可下浮幅度", path: ["reduction"], kind: number, blank: 0, width: 10, look: "share" },
  ),
});

const procedures = entryTable({
  sheet: "手续时限",
  list: "procedures",
  line: "一行一项手续。时限按文件写的单位填，工作日、日、月不换算；时限和单位一起填，不知道的都空着。",
  wholeOrNull: ["limit", "validity"],
  columns: entryColumns(
    { heading: "手续", path: ["key"], kind: term((terms) => terms.procedures), required: true, width: 24 },
    { heading: "办理部门", path: ["department"], kind: text, blank: "", width: 18 },
    { heading: "时限", path: ["limit", "count"], kind: number, width: 8 },
    {
      heading: "时限单位",
      path: ["limit", "unit"],
      kind: words({ 工作日: "workday", 日: "day", 月: "month" }),
      width: 10,
    },
    { heading: "有效期", path: ["validity", "count"], kind: number, width: 8 },
    {
      heading: "有效期单位",
      path: ["validity", "unit"],
      kind: words({ 月: "month", 年: "year" }),
      width: 10,
    },
    {
      heading: "分类时限",
      path: ["forms"],
      kind: forms,
      blank: [],
      note: "写成 报告书60日；报告表30日；登记表备案 这样。",
      width: 32,
      look: "wrapped",
    },
    routes,
    {
      heading: "涉及时才办",
      path: ["when"],
      kind: list,
      blank: [],
      note: "项目里有这些字样才要办，用顿号隔开。空着：都要办。",
      width: 28,
      look: "wrapped",
    },
  ),
});

const edges: EntryTable = entryTable({
  sheet: "手续先后",
  list: "edges",
  line: "一行一条先后：先办的没有办结，后办的就不该办结。“开工”也可以是后办的。",
  columns: [
    ID,
    { heading: "先办", path: ["before"], kind: term((terms) => terms.procedures), required: true, width: 24 },
    { heading: "后办", path: ["after"], kind: term((terms) => terms.steps), required: true, width: 24 },
    { ...routes, note: "哪些立项类型适用，用顿号隔开。" },
    { heading: "轻重", path: ["severity"], kind: severity, required: true, width: 8 },
    ...BASIS,
    NOTE,
  ],
});

const due = (route: string): ColumnSpec => ({
  heading: `应办手续 · ${route}`,
  path: ["procedures", route],
  kind: termList((terms) => terms.procedures),
  note: `${route}类项目到了这个阶段应当办结的手续，用顿号隔开。`,
  width: 36,
  look: "wrapped",
});

const stages = entryTable({
  sheet: "项目阶段",
  list: "stages",
  line: "一行一个阶段。次序：1 谋划、2 储备、3 申报、4 建设、5 竣工；不在这个次序里的（前期、调出）写 0。",
  columns: entryColumns(
    { heading: "次序", path: ["order"], kind: number, required: true, width: 6 },
    {
      heading: "必填项",
      path: ["requires"],
      kind: termList(({ fields }) => fields),
      blank: [],
      note: "到了这个阶段必须填的字段，用顿号隔开，名称同标准项目表的表头。",
      width: 36,
      look: "wrapped",
    },
    due("审批"),
    due("核准"),
    due("备案"),
    { heading: "已离开储备库", path: ["left"], kind: yesNo, blank: false, width: 8 },
    { heading: "尚未开工", path: ["beforeStart"], kind: yesNo, blank: false, width: 8 },
  ),
});

const natures = choiceTable("建设性质", "natures");
const approvalRoutes = choiceTable("立项类型", "routes");

/** What a column of the ledger's own may say. */
function choiceTable(sheet: string, part: "natures" | "routes"): EntryTable {
  return entryTable({
    sheet,
    list: part,
    line: `台账“${sheet}”一列认得的写法，别名用顿号隔开。`,
    marks: ["名称", "别名"],
    columns: [
      { heading: "名称", path: ["name"], kind: text, required: true, width: 20 },
      { heading: "别名", path: ["aliases"], kind: list, blank: [], width: 80, look: "wrapped" },
    ],
  });
}

const targets = entryTable({
  sheet: "储备目标",
  list: "targets",
  line: "一行一个目标。全县的目标，部门空着；没有定个数或金额的空着。",
  columns: entryColumns(
    { heading: "个数", path: ["count"], kind: number, blank: null, width: 8 },
    { heading: "金额（万元）", path: ["wan"], kind: number, blank: null, width: 14 },
    { heading: "起算日", path: ["countedFrom"], kind: day, required: true },
    { heading: "完成期限", path: ["by"], kind: day, required: true },
    { heading: "部门", path: ["department"], kind: text, blank: null, width: 18 },
  ),
});

const roster = entryTable({
  sheet: "部门名录",
  list: "roster",
  line: "一行一个部门。填了名录，才能列出没有项目的部门。",
  columns: entryColumns(
    { heading: "口", path: ["group"], kind: text, blank: "", note: "经济、社会、农口等。", width: 8 },
    { heading: "对接专人", path: ["person"], kind: text, blank: "", width: 12 },
    { heading: "电话", path: ["phone"], kind: text, blank: "", width: 16, look: "code" },
  ),
});

const priorities = entryTable({
  sheet: "数据优先次序",
  list: "priorities",
  line: "两处数字不一样时以谁为准，排在前面的优先。",
  columns: entryColumns(
    { heading: "来源", path: ["source"], kind: text, required: true, width: 16 },
    { heading: "管哪些数据", path: ["covers"], kind: text, required: true, width: 20 },
  ),
});

/** Those whose rows are entries of the pack's lists. */
export const ENTRY_TABLES: readonly EntryTable[] = [
  policies,
  channels,
  areas,
  areaSets,
  focus,
  negatives,
  capitalMinimums,
  procedures,
  edges,
  stages,
  natures,
  approvalRoutes,
  targets,
  roster,
  priorities,
];

/** What hangs on an entry comes after it. */
const TOLD: readonly Table[] = [
  targets,
  rulesTable,
  ruleParametersTable,
  channels,
  windowsTable,
  materialsTable,
  channelProceduresTable,
  channelBackingTable,
  policies,
  procedures,
  edges,
  stages,
  negatives,
  negativeWordsTable,
  areas,
  areaWordsTable,
  areaSets,
  focus,
  capitalMinimums,
  roster,
  holidayTable,
  presetsTable,
  presetValuesTable,
  priorities,
  natures,
  approvalRoutes,
];

export const TABLES: readonly Table[] = [packTable(TOLD), ...TOLD];
