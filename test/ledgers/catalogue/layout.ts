/** Ledgers that are hard to find on their sheet: depth, indents, empty stretches, other sheets, other encodings. */
import { aside, blank, column, note, plant, project, projects, section, hiddenProject, sum } from "../build";
import { nameOf } from "../county";
import { amountIs, day, textCell, unread, wan, written } from "../specify";
import type { LedgerCase } from "../truth";
import { ledgerCase, ledgerSheet, otherSheet, stackedCase, workbookCase } from "./case";

const lead = [column("序号", "serial"), column("项目名称", "name"), column("责任单位", "department")] as const;
const total = column("总投资（万元）", "totalInvestment", { unit: "万元" });

/** Thirteen rows of prose before the heading. */
const deepHeading = ledgerCase("表头在第十四行", {
  name: "附件",
  above: [
    ["附件3"],
    ["关于报送2025年度储备项目的说明"],
    ["一、请各部门按照要求认真填报，做到不重不漏。"],
    ["二、总投资、资金来源等金额一律以万元为单位。"],
    ["三、项目名称要规范，与批复文件一致。"],
    ["四、计划开工时间精确到月。"],
    ["五、填报时间：2025年6月20日前。"],
    null,
    null,
    ["联系人：王建明", null, "电话：0570-3020000"],
    null,
    [{ value: "云溪县2025年度储备项目表", style: { bold: true, size: 18, centre: true } }],
    ["填报单位：", null, null, null, "单位：万元"],
  ],
  unit: "万元",
  columns: [
    ...lead,
    column("总投资", "totalInvestment"),
    column("拟开工时间", "startPlanned"),
    column("计划竣工时间", "finishPlanned"),
  ],
  body: [
    ...projects(4),
    project(
      { startPlanned: day("2027-03-01"), finishPlanned: day("2026-03-01") },
      plant("F105", "startPlanned", "finishPlanned"),
    ),
  ],
});

/** The template's borders reach to column IQ, and 188 empty rows follow. */
const emptyStretches = ledgerCase("空列到IQ空行188", {
  name: "Sheet1",
  above: [["云溪县重点项目表"]],
  columns: [...lead, total, column("建设内容", "scale")],
  borderedTo: 250,
  trailingBlank: 188,
  body: [...projects(3), project({ totalInvestment: null }, plant("F101", "totalInvestment")), ...projects(1)],
});

/** Serials printed in advance, blank rows between, and more projects after them. */
const numberedBlanks = ledgerCase("预印序号的空行", {
  name: "填报表",
  columns: [...lead, total, column("备注", "remark")],
  body: [
    {
      kind: "example",
      cells: { serial: "示例", name: "XX县XX镇XX道路建设项目", department: "交通运输局", totalInvestment: wan(5000) },
    },
    ...projects(3),
    { kind: "numbered blank", serial: 4 },
    { kind: "numbered blank", serial: 5 },
    ...blank(3),
    project({ serial: 6 }),
    { kind: "numbered blank", serial: 7 },
  ],
});

/** The heading is printed again on every page. */
const repeated = ledgerCase("每页重复表头", {
  name: "打印版",
  above: [["云溪县2025年重点建设项目表"], ["单位：万元"]],
  unit: "万元",
  columns: [
    ...lead,
    column(["投资", "总投资"], "totalInvestment"),
    column(["投资", "年度计划"], "planThisYear"),
    column(["资金来源", "中央"], "fundsCentral"),
    column(["资金来源", "省级"], "fundsProvince"),
    column(["资金来源", "县级"], "fundsCounty"),
  ],
  body: [
    ...projects(4),
    { kind: "heading again" },
    ...projects(3),
    project(
      { fundsCentral: wan(9000), totalInvestment: wan(5000), fundsProvince: wan(1000), fundsCounty: wan(1000) },
      plant("C206", "totalInvestment"),
    ),
    { kind: "heading again" },
    ...projects(2),
    sum("合 计", { why: "total", of: "all", fields: ["totalInvestment", "planThisYear"] }),
  ],
});

/** Parents are written once, without merging; children stand right of them. */
const unmergedParents = ledgerCase("未合并的上级表头", {
  name: "统计",
  columns: [
    ...lead,
    column(["项目投资（万元）", "总投资"], "totalInvestment", { unit: "万元" }),
    column(["项目投资（万元）", "累计完成投资"], "completed", { unit: "万元" }),
    column(["开工时间", "计划"], "startPlanned"),
    column(["开工时间", "实际"], "startActual"),
    column(["竣工时间", "计划"], "finishPlanned"),
    column(["竣工时间", "实际"], "finishActual"),
  ],
  parents: "first only",
  unitInForce: "万元",
  body: [
    ...projects(3),
    project(
      { startActual: day("2025-01-20"), finishActual: day("2024-12-20") },
      plant("F105", "startActual", "finishActual"),
    ),
  ],
});

/** Starts in column C, under three empty rows; columns and rows hidden. */
const indented = ledgerCase("缩进与隐藏行列", {
  name: "台账",
  above: [null, null, null],
  indent: 2,
  columns: [
    ...lead,
    column("配合部门", "cooperators", { hidden: true }),
    total,
    column("项目负责人", "person"),
    column("联系方式", "phone"),
  ],
  body: [
    project(),
    hiddenProject(),
    project(),
    hiddenProject({ totalInvestment: amountIs("8500万元", 8500) }),
    project({ phone: "无此号" }, plant("F116", "phone")),
  ],
});

/** A cover, a chart, two empty sheets and a list of choices beside two ledgers. */
const manySheets = workbookCase("封面图表与多个台账", [
  otherSheet("封面", [
    [null],
    [null, { value: "云溪县重点项目台账", style: { size: 28, bold: true } }],
    [null, "二〇二五年六月"],
  ]),
  ledgerSheet({ name: "续建项目", columns: [...lead, total], body: projects(4) }),
  { made: { name: "图表1", rows: [], chart: true }, truth: otherSheet("图表1", []).truth },
  ledgerSheet({
    name: "重点预备（打印）",
    above: [["重点预备项目"]],
    columns: [...lead, total, column("投资进度要求", null, { fill: () => "年内开工" })],
    body: [0, 1, 2].map((number) => project({ name: nameOf(30 + number) })),
  }),
  otherSheet("Sheet3", []),
  otherSheet("Sheet4", [], "other", { hidden: true }),
  otherSheet(
    "下拉选项",
    [
      ["建设性质", "项目阶段"],
      ["新建", "谋划"],
      ["扩建", "储备"],
      ["改建", "申报"],
    ],
    "other",
    { hidden: true },
  ),
]);

/** One project on a sheet: a form. */
const form = workbookCase("一表一项目申报表", [
  otherSheet("申报表", [
    ["专项债券项目申报表"],
    ["项目名称", "云溪县柳河镇冷链物流园区项目", "项目单位", "云溪县商务局"],
    ["建设地点", "柳河镇", "建设性质", "新建"],
    ["总投资（万元）", 12000, "资本金（万元）", 3600],
    ["建设内容及规模", "冷库2.4万立方米"],
    ["计划开工时间", "2025年9月", "计划竣工时间", "2026年12月"],
    ["项目联系人", "王建明", "联系电话", "13800001234"],
  ]),
]);

/** Text in the cells themselves, not in the shared table. */
const inlineText = ledgerCase(
  "内联文本",
  {
    name: "导出",
    columns: [
      ...lead,
      total,
      column("资金渠道", "channel"),
      column("投向领域", "area"),
      column("项目资本金（万元）", "capital", { unit: "万元" }),
    ],
    body: [...projects(4), project({ capital: wan(200) }, plant("C204", "capital", "totalInvestment"))],
  },
  { inlineText: true },
);

const csvColumns = [
  ...lead,
  total,
  column("计划开工时间", "startPlanned"),
  column("建设地点", "location"),
  column("联系电话", "phone"),
];
const csvBody = [
  project({ serial: "1", totalInvestment: amountIs("3600", 3600), startPlanned: "2025-09-10" }),
  project({
    serial: "2",
    totalInvestment: amountIs("12,000", 12000),
    startPlanned: "2025-09-10",
    location: written("柳河镇,南坡乡", "柳河镇,南坡乡"),
  }),
  ...blank(2),
  project(
    { serial: "3", totalInvestment: unread("另行测算"), startPlanned: "2025-09-10" },
    plant("F102", "totalInvestment"),
  ),
  project(
    {
      serial: "4",
      totalInvestment: amountIs("１２００", 1200),
      startPlanned: "2025-09-10",
      location: written("柳河镇\n白桥镇", "柳河镇\n白桥镇"),
    },
    plant("F115", "totalInvestment"),
  ),
];

const csvGb = ledgerCase("部门台账_GB18030", { columns: csvColumns, body: csvBody }, { csv: "gb18030" });
const csvBom = ledgerCase(
  "部门台账_带BOM",
  { above: [["云溪县部门项目台账"]], columns: csvColumns, body: csvBody },
  { csv: "utf-8-bom" },
);
const csvPlain = ledgerCase("部门台账_UTF8", { columns: csvColumns, body: csvBody }, { csv: "utf-8" });

/** Headings with spaces, line breaks, （必填）, stars and instructions. */
const instructed = ledgerCase("表头带填写说明", {
  name: "填报模板",
  above: [["填报说明：带*为必填项"]],
  columns: [
    column("序　号", "serial"),
    column("*项 目 名 称\n（必填，与批复一致）", "name"),
    column("项目代码\n（24位，含连字符）", "code"),
    column("责任部门（必填）", "department"),
    column("总 投 资\n（单位：万元，保留两位小数）", "totalInvestment", { unit: "万元" }),
    column("建设性质（新建/改建/扩建）", "nature"),
    column("计划开工时间\n（格式：2025-03）", "startPlanned"),
    column("计划竣工时间（年/月）", "finishPlanned"),
    column("联系人及电话", "phone", { either: true, orElse: "person" }),
    column("备  注（选填）", "remark"),
  ],
  body: [
    ...projects(3),
    project({ nature: "拆旧换新" }, plant("F113", "nature")),
    project({ department: "/" }, plant("F101", "department")),
    note("备注：填报完成后请加盖公章。"),
  ],
});

/** Near-twins side by side. */
const nearTwins = ledgerCase("近义列名并列", {
  name: "全字段",
  above: [["云溪县2025年项目全周期台账", ...Array.from({ length: 6 }, () => null), "单位：万元"]],
  unit: "万元",
  columns: [
    ...lead,
    column("责任领导", "leader"),
    column("责任人", "person"),
    column("配合单位", "cooperators"),
    column("建设单位", "owner"),
    column("填报单位", "reporter"),
    column("总投资", "totalInvestment"),
    column("年度投资计划", "planThisYear"),
    column("2026年计划投资", "planNextYear"),
    column("本年完成投资", "completedThisYear"),
    column("本月完成投资", "completedThisMonth"),
    column("累计完成投资", "completed"),
    column("截至2024年底累计完成投资", "completedBefore"),
    column("批复资金", "approved"),
    column("到位资金", "arrived"),
    column("支付资金", "paid"),
    column("计划开工", "startPlanned"),
    column("计划完工", "finishPlanned"),
    column("实际开工", "startActual"),
    column("实际完工", "finishActual"),
    column("入库时间", "enteredOn"),
    column("是否纳统", "inStatistics"),
    column("存在问题", "problems"),
    column("需县级协调事项", "help"),
  ],
  body: [
    ...projects(4),
    project({ finishPlanned: day("2025-01-05") }, plant("F105", "startPlanned", "finishPlanned")),
    ...projects(1),
  ],
});

/** Prose rows between projects, and sections numbered in three ways. */
const prose = ledgerCase("分类说明行与多级序号", {
  name: "项目清单",
  above: [["云溪县2025年省市重点项目清单"]],
  columns: [...lead, total, column("年度计划投资（万元）", "planThisYear", { unit: "万元" })],
  body: [
    aside("note", "2025年续建项目共5个，总投资3.8亿元，年度计划投资1.9亿元。"),
    section("一、续建项目（5个）"),
    section("（一）基础设施类（3个）"),
    ...projects(3),
    section("（二）社会民生类(2个)"),
    ...projects(2),
    section("二、新开工项目（4项）", { code: "K702", at: [] }),
    ...projects(2),
    project({ serial: "2-1" }),
    aside("note", "制表人：李海燕　　审核人：王建明　　联系电话：0570-3021234"),
  ],
});

/** Section rows that print their own sums above their projects. */
const sectionSums = ledgerCase("小计在上", {
  name: "计划",
  above: [["2025年云溪县政府投资计划"], ["单位：亿元"]],
  unit: "亿元",
  columns: [...lead, column("总投资", "totalInvestment"), column("2025年计划投资", "planThisYear")],
  body: [
    sum("总计（6个）", { why: "total", of: "all", fields: ["totalInvestment"] }),
    sum("一、交通类（3个）", { why: "section", of: "since", fields: ["totalInvestment", "planThisYear"] }),
    ...projects(3),
    sum("二、教育类（3个）", {
      why: "section",
      of: "since",
      fields: ["totalInvestment"],
      off: { totalInvestment: 5000 },
    }),
    ...projects(3),
  ],
});

/** Two heading rows of which the lower one only holds units. */
const unitRow = ledgerCase("表头下一行是单位", {
  name: "调度",
  columns: [
    column("序号", "serial"),
    column("项目名称", "name"),
    column("牵头部门", "department"),
    column(["总投资", "（万元）"], "totalInvestment", { unit: "万元" }),
    column(["本年完成投资", "（万元）"], "completedThisYear", { unit: "万元" }),
    column(["完成率", "（%）"], "completionRate"),
    column(["年度计划投资", "（万元）"], "planThisYear", { unit: "万元" }),
  ],
  body: [
    project({
      totalInvestment: wan(3600),
      planThisYear: wan(1800),
      completedThisYear: wan(900),
      completionRate: written(50, 0.5),
    }),
    project({
      totalInvestment: wan(5200),
      planThisYear: wan(2000),
      completedThisYear: wan(700),
      completionRate: written(35, 0.35),
    }),
    project(
      {
        totalInvestment: wan(4800),
        planThisYear: wan(2000),
        completedThisYear: wan(700),
        completionRate: written(53, 0.53),
      },
      plant("K703", "completionRate"),
    ),
    project(
      { totalInvestment: written(textCell("３６００"), { wan: 3600, approx: false }), planThisYear: wan(1200) },
      plant("F115", "totalInvestment"),
    ),
    project({ totalInvestment: wan(900), planThisYear: wan(1900) }, plant("K706", "planThisYear", "totalInvestment")),
    project({ totalInvestment: wan(-900) }, plant("K706", "totalInvestment")),
  ],
});

/** A ledger without the column that says who answers for it, and one without totals. */
const missing = workbookCase("缺列", [
  ledgerSheet({
    name: "缺责任部门",
    columns: [column("序号", "serial"), column("项目名称", "name"), total],
    body: projects(3),
  }),
  ledgerSheet({
    name: "缺总投资",
    columns: [...lead, column("建设地点", "location")],
    body: [0, 1, 2].map((number) => project({ name: nameOf(40 + number) })),
  }),
]);

/** 政策台账, 对接台账, 指标: sheets with another role. */
const otherRoles = workbookCase("政策对接与指标台账", [
  otherSheet(
    "政策台账",
    [
      ["政策名称", "文号", "发文机关", "发布日期", "支持领域", "资金渠道", "申报截止时间"],
      [
        "关于做好项目储备工作的通知",
        "云政办发〔2025〕6号",
        "云溪县人民政府办公室",
        "2025-02-18",
        "社会事业",
        "中央预算内投资",
        "2025-07-31",
      ],
    ],
    "policies",
  ),
  otherSheet(
    "对接台账",
    [
      ["序号", "部门", "对接时间", "对接单位", "对接层级", "对接人", "对接事项"],
      [1, "教育局", "2025-03-12", "省教育厅", "省", "王建明", "汇报教育强国项目"],
      [2, "水务局", "2025-04-02", "市水务局", "市", "李海燕", "对接灌区项目"],
    ],
    "contacts",
  ),
  otherSheet(
    "责任指标",
    [
      ["序号", "指标名称", "目标值", "完成值", "责任部门", "配合部门", "全市排名"],
      [1, "固定资产投资增速", "8%", "7.2%", "发展和改革局", "统计局", 4],
      [2, "向上争取资金", "12亿元", "8.4亿元", "财政局", "发展和改革局", 2],
    ],
    "targets",
  ),
]);

/** The lower table has the same columns in another order, and one that the upper has not. */
const stacked = stackedCase("一张表上下三种表头", [
  {
    above: [["云溪县2025年重点项目表"], [null, null, null, "单位：万元"]],
    unit: "万元",
    columns: [...lead, column("总投资", "totalInvestment"), column("2025年度计划投资", "planThisYear")],
    body: [...projects(3), sum("合计", { why: "total", of: "all", fields: ["totalInvestment", "planThisYear"] })],
  },
  {
    above: [null, ["二、谋划项目"]],
    unit: "万元",
    columns: [
      ...lead,
      column("年度计划投资", "planThisYear"),
      column("总投资", "totalInvestment"),
      column("建设内容", "scale"),
    ],
    body: [...projects(3), project({ totalInvestment: null }, plant("F101", "totalInvestment"))],
  },
  {
    above: [["三、竣工项目"]],
    unit: "万元",
    columns: [
      column("责任单位", "department"),
      column("工程名称", "name"),
      column("投资（亿元）", "totalInvestment", { unit: "亿元" }),
      column("备注", "remark"),
    ],
    body: projects(2),
  },
]);

export const layout: readonly LedgerCase[] = [
  deepHeading,
  emptyStretches,
  numberedBlanks,
  repeated,
  unmergedParents,
  indented,
  manySheets,
  form,
  inlineText,
  csvGb,
  csvBom,
  csvPlain,
  instructed,
  nearTwins,
  prose,
  sectionSums,
  unitRow,
  missing,
  otherRoles,
  stacked,
];
