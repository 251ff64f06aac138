/** Ledgers in the likeness of statistical forms and of what offices send on: column numbers, categories down the side, cells shared by two columns. */
import { aside, buildSheet, column, note, other, plant, project, projects, sum, type BuiltSheet } from "../build";
import { cleanCell, nameOf } from "../county";
import { aboutIs, amountIs, day, dayIs, unread, wan, written } from "../specify";
import type { LedgerCase } from "../truth";
import { ledgerCase, ledgerSheet, workbookCase } from "./case";

const lead = [column("序号", "serial"), column("项目名称", "name"), column("责任单位", "department")] as const;
const total = column("总投资（万元）", "totalInvestment", { unit: "万元" });

/** A row of column numbers under the heading; 其中 rows under the total. */
const numbered = ledgerCase("栏次行与其中行", {
  name: "统计表",
  above: [["固定资产投资项目情况表"], ["综合机关名称：云溪县统计局", null, "2025年1-5月", null, "计量单位：万元"]],
  unit: "万元",
  columns: [
    column("项目名称", "name"),
    column("主管部门", "department"),
    column("计划总投资", "totalInvestment"),
    column("自开始建设累计完成投资", "completed"),
    column("本年完成投资", "completedThisYear"),
  ],
  body: [
    aside("any", "甲", "乙", 1, 2, 3),
    aside("total", "总计", null, 99999),
    aside("any", "其中：续建", null, 50000),
    aside("any", "其中：新开工", null, 49999),
    ...projects(5),
    project({ totalInvestment: unread("保密") }, plant("F102", "totalInvestment")),
  ],
  tolerated: ["K701"],
});

/** The unit stands in the title. */
const unitInTitle = ledgerCase("标题中注明单位", {
  name: "项目表",
  above: [["云溪县2025年度重点项目投资计划表（单位：万元）"], null],
  unit: "万元",
  columns: [
    ...lead,
    column("总投资", "totalInvestment"),
    column("年度投资计划", "planThisYear"),
    column("资金筹措方案", null, { fill: () => null }),
  ],
  body: [
    ...projects(4),
    sum("合计", {
      why: "total",
      of: "all",
      fields: ["totalInvestment", "planThisYear"],
      off: { totalInvestment: 1000 },
    }),
  ],
});

/** Categories over merged cells down the left side, with sums between them. */
const categories = ledgerCase("左侧纵向分类", {
  name: "汇总",
  above: [["云溪县2025年项目分类汇总表"]],
  columns: [column("类别", "nature", { either: true, fill: (index) => (index < 3 ? "续建" : "新建") }), ...lead, total],
  body: [
    ...projects(3),
    { kind: "sum", label: "小计", sum: { why: "total", of: "since", fields: ["totalInvestment"] } },
    ...projects(3),
    {
      kind: "sum",
      label: "小计",
      sum: { why: "total", of: "since", fields: ["totalInvestment"], off: { totalInvestment: 200 } },
    },
  ],
});

/** The name's heading and its cells lie over two columns. */
function sharedCells(): BuiltSheet {
  const built = buildSheet({
    name: "目录",
    above: [["云溪县项目目录"]],
    columns: [column("序号", "serial"), column("项目名称", "name"), other(""), column("责任单位", "department"), total],
    body: projects(4),
    defaults: cleanCell,
  });
  return { ...built, made: { ...built.made, merges: ["A1:E1", "B2:C2", "B3:C3", "B4:C4", "B5:C5", "B6:C6"] } };
}
const shared = workbookCase("名称跨两列合并", [sharedCells()]);

/** Sources of funds once for the whole, once for the year, once for the month. */
const threeTimes = ledgerCase("资金到位三段并列", {
  name: "月报",
  above: [["云溪县重点项目资金到位月报（2025年5月）"], ["单位：万元"]],
  unit: "万元",
  columns: [
    ...lead,
    column("总投资", "totalInvestment"),
    column(["资金到位情况", "累计到位资金", "合计"], "arrived"),
    other(["资金到位情况", "累计到位资金", "政府"], () => 100),
    other(["资金到位情况", "累计到位资金", "银行"], () => 100),
    other(["资金到位情况", "当月到位资金", "合计"], () => 20),
    other(["资金到位情况", "当月到位资金", "政府"], () => 10),
    column(["投资完成情况", "累计完成投资"], "completed"),
    column(["投资完成情况", "本年完成投资"], "completedThisYear"),
    column(["投资完成情况", "本月完成投资"], "completedThisMonth"),
    column("形象进度", "progress"),
  ],
  body: [
    ...projects(4),
    project({ completed: wan(2000), completedThisYear: wan(800), completedThisMonth: wan(120) }),
    project({ arrived: unread("正在申请拨付") }, plant("F102", "arrived")),
  ],
});

/** Typed by hand over the years: nothing is written the same way twice. */
const handTyped = ledgerCase("手工台账各写各的", {
  name: "Sheet1",
  above: [[null, null, "云溪县水务局2025年争取项目台帐"], null, ["报送单位:云溪县水务局", null, null, "2025.6.18"]],
  reporterStated: true,
  columns: [
    column("编号", "serial"),
    column("项目", "name", { either: "judged" }),
    column("投资（万元）", "totalInvestment"),
    column("争取资金（万元）", "requested", { unit: "万元" }),
    column("开工", "startPlanned", { either: true }),
    column("完工时间", "finishPlanned", { either: true }),
    column("手机", "phone"),
    column("备　注", "remark"),
  ].map((each) => (each.field === "totalInvestment" ? { ...each, unit: "万元" as const } : each)),
  body: [
    project({ serial: "①", totalInvestment: aboutIs("5600左右", 5600), phone: "13800001111" }),
    project({ serial: "2、", totalInvestment: amountIs("0.86亿", 8600) }),
    project(
      { serial: "3．", totalInvestment: amountIs("4200.0", 4200), requested: aboutIs("2000多万", 2000) },
      plant("F115", "totalInvestment"),
    ),
    project({ serial: "（4）", totalInvestment: amountIs("三千六百万元", 3600), requested: wan(1500) }),
    project({ serial: "5", phone: "见通讯录" }, plant("F116", "phone")),
  ],
});

/** Names of sheets that say nothing, a ledger on the third, and the same project on two with the same figures. */
const lateSheet = workbookCase("台账在第三张表", [
  { made: { name: "Sheet1", rows: [] }, truth: emptyTruth("Sheet1") },
  { made: { name: "Sheet2", rows: [[null, null], [], [null]] }, truth: emptyTruth("Sheet2") },
  ledgerSheet({
    name: "Sheet3",
    above: [null, ["2025年储备项目"]],
    indent: 1,
    columns: [...lead, total, column("入库时间", "enteredOn"), column("更新时间", "updatedOn")],
    body: [
      ...projects(2),
      project({
        enteredOn: dayIs("2025年5月", "2025-05-01", "2025-05-31", "month"),
        updatedOn: day("2025-06-18", "m/d/yy"),
      }),
      project({ name: nameOf(60), enteredOn: unread("建库时") }, plant("F104", "enteredOn")),
      note("注:本表每月更新"),
    ],
  }),
]);

function emptyTruth(sheet: string): BuiltSheet["truth"] {
  return {
    sheet,
    role: "other",
    header: null,
    unit: null,
    columns: [],
    unmapped: [],
    either: [],
    rows: [],
    skipped: [],
    planned: [],
    tolerated: [],
  };
}

/** Approvals on the record route, written as a state, a number and a day in one cell. */
const records = ledgerCase("企业备案类项目", {
  name: "产业项目",
  above: [["云溪县2025年产业项目前期手续台账"]],
  columns: [
    ...lead,
    column("审批/核准/备案", "route"),
    total,
    column("备案证", "proc.record"),
    column("用地", "proc.land"),
    column("环评", "proc.eia"),
    column("能评", "proc.energy"),
    column("安评", "proc.safety"),
    column("施工许可", "proc.buildPermit"),
  ],
  body: [
    project({ route: "备案", "proc.safety": written("无需办理", { state: "exempt" }) }),
    project({
      route: "备案",
      "proc.eia": written("已完成（云环审〔2024〕15号）", { state: "done", no: ["云环审〔2024〕15号"] }),
    }),
    project({
      route: "备案",
      "proc.eia": written("正在编制", { state: "doing" }),
      "proc.buildPermit": written("未办理", { state: "todo" }),
    }),
    project({
      route: "核准",
      "proc.record": null,
      "proc.energy": written("2024年5月15日已批复", {
        state: "done",
        on: { from: "2024-05-15", to: "2024-05-15", precision: "day", by: false },
      }),
    }),
    project({ route: "走流程" }, plant("F113", "route")),
  ],
});

export const forms: readonly LedgerCase[] = [
  numbered,
  unitInTitle,
  categories,
  shared,
  threeTimes,
  handTyped,
  lateSheet,
  records,
];
