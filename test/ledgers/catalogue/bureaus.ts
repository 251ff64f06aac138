/** Ledgers in the likeness of headings that real bureaus use. */
import { aside, blank, column, note, other, plant, project, projects, section, sum, type ColumnPlan } from "../build";
import { amountIs, day, dayIs, textCell, unread, wan, written } from "../specify";
import type { LedgerCase } from "../truth";
import { cleanCell, nameOf, totalOf } from "../county";
import { oldProjectCode, wrongProjectCode } from "../numbers";
import { ledgerCase, ledgerSheet, otherSheet, workbookCase } from "./case";

const FUNDS: readonly (readonly [string, ColumnPlan["field"]])[] = [
  ["中央财政资金", "fundsCentral"],
  ["省财政资金", "fundsProvince"],
  ["市财政资金", "fundsCity"],
  ["区(县)财政资金", "fundsCounty"],
  ["自有资金", "fundsSelf"],
  ["融资（含银行贷款）", "fundsLoan"],
  ["其他资金", "fundsOther"],
];

const blanks = (count: number): null[] => Array.from({ length: count }, () => null);

/** Three heading rows, the fund columns twice: once for the whole, once for the plan. */
const planTable = ledgerCase("政府投资项目基本情况表", {
  name: "附件2",
  above: [
    ["附件2：", null, null, { value: "2025年云溪县政府投资项目基本情况表", style: { bold: true, size: 18 } }],
    ["填报单位（盖章）：", ...blanks(28), "单位：万元"],
  ],
  unit: "万元",
  columns: [
    column("序  号", "serial"),
    column("项目名称", "name", { width: 34 }),
    column("建设规模", "scale"),
    column("建设起止年限", "period"),
    column("项目业主", "owner"),
    column("总投资", "totalInvestment"),
    ...FUNDS.map(([heading, field]) => column(["资金来源", heading], field)),
    column(["预计2024年底累计完成投资 ", "合计"], "completedBefore"),
    other(["预计2024年底累计完成投资 ", "其中：市财政资金"]),
    column(["2025年投资计划建议", "合计"], "planThisYear"),
    ...FUNDS.map(([heading]) => other(["2025年投资计划建议", "其中", ` ${heading} `], () => 100)),
    other(["2025年投资计划建议", "2025年度建设内容 "], () => "完成主体工程"),
    column("市财政资金安排渠道建议（注明资金来源类型或名称）", "channel", { either: true }),
    column("申报依据", "policyBasis"),
    other("项目建设管理（代建）单位"),
    column(" 项目主管单位 ", "department"),
    other("处理部门"),
    column(" 备注", "remark"),
  ],
  parents: "merged",
  body: [
    section("一、续建项目（3个）"),
    project({ period: written("2023-2025", { from: "2023-01-01", to: "2025-12-31", precision: "year" }) }),
    project({ fundsCounty: wan(10) }, plant("C206", "totalInvestment")),
    project({ totalInvestment: unread("以批复为准") }, plant("F102", "totalInvestment")),
    section("二、新开工项目（2个）", { code: "K702", at: [] }),
    ...projects(3),
    note("注：1、项目较多时，请自行增加行数。2、省重点项目请于项目名称前标注★。"),
  ],
});

/** Instructions inside the heading cells; amounts in 万元 by heading. */
const detailTable = ledgerCase("立项项目建设情况明细表", {
  name: "明细表",
  above: [
    ["XX区2025年立项项目建设情况明细表"],
    ["填报单位：云溪县发展和改革局", ...blanks(14), "填报日期：2025年6月10日"],
  ],
  reporterStated: true,
  columns: [
    column("名称", "name"),
    column("产业类别：现代产业类/基础设施类/社会民生类", "industry"),
    column("建设内容及规模", "scale"),
    column("建设起止年限（到年，中间用“-”隔开）", "period"),
    column("总投资（万元）", "totalInvestment", { unit: "万元" }),
    column("到2024年底累计完成投资（万元）", "completedBefore", { unit: "万元" }),
    column("2025年投资计划（万元）", "planThisYear", { unit: "万元" }),
    column("2025年以来完成投资（万元）", "completedThisYear", { unit: "万元" }),
    column("批复时间(到月，按格式如2014-03填写)", null, { fill: () => "2024-06" }),
    column("项目类型：审批/核准/备案", "route"),
    column("项目(法人)单位", "owner"),
    column("项目属地", "region"),
    column("项目联系人", "person"),
    column("联系电话", "phone"),
  ],
  body: [
    ...projects(3),
    project({ phone: "13800" }, plant("F116", "phone")),
    project({ phone: "13800001234, 0570-3021234" }),
    project({ name: "云溪县交通投资有限公司", scale: "改造农村公路18.6公里" }, plant("F114", "name")),
    project({ totalInvestment: null }, plant("F101", "totalInvestment")),
  ],
});

/** A total right under the heading that says how many there are; blank first row. */
const progressExport = ledgerCase("重点项目建设进度表", {
  name: "进度表",
  above: [
    null,
    [{ value: "云溪新城2025年重点项目建设进度表", style: { bold: true, size: 16 } }],
    ["报送部门：云溪新城管委会", ...blanks(13), "单位：万元"],
  ],
  aboveMerged: ["A1:R1", "A2:R2", "A3:N3", "O3:R3"],
  reporterStated: true,
  unit: "万元",
  columns: [
    column("序号", "serial"),
    column("项目名称", "name"),
    column("投资主体", "owner"),
    column("建设起止年限", "period"),
    column("总投资", "totalInvestment"),
    column("年计划投资", "planThisYear"),
    other("年计划形象进度", () => "完成主体"),
    column("月形象进度", "progress", { either: true }),
    other(""),
    column("月实际完成投资", "completedThisMonth"),
    column("自开始累积完成投资", "completed"),
    column("存在问题", "problems"),
    column("开工/计划开工时间", "startPlanned", { either: true }),
    other("土地征收情况及前期手续办理情况", () => "征收完成"),
    other(""),
    column("资金来源（企业自筹、政府投资、中省资金）", "channel", { either: true, fill: () => "政府投资" }),
    other("形象进度照片"),
    column("备注", "remark"),
  ],
  body: [
    sum("合计：6 个", {
      why: "total",
      of: "all",
      fields: ["totalInvestment", "planThisYear"],
      off: { planThisYear: 300 },
      plants: [{ code: "K702", at: ["serial"] }],
    }),
    ...projects(5),
  ],
});

/** Two heading rows; the same pair of words under two parents. */
const twoRowProgress = ledgerCase("形象进度表", {
  name: "6月",
  above: [["云溪县重点项目形象进度表（2025年6月）"]],
  columns: [
    column("序号", "serial"),
    column("项目名称", "name"),
    column("总投资(万元)", "totalInvestment", { unit: "万元" }),
    column("至2024年底完成投资(万元)", "completedBefore", { unit: "万元" }),
    column("年度计划投资(万元)", "planThisYear", { unit: "万元" }),
    column(["1～6月完成投资(万元)", "完成投资"], "completedThisYear", { unit: "万元" }),
    column(["1～6月完成投资(万元)", "占年度计划(%)"], "completionRate"),
    other(["1～6月完成投资(万元)", "到位资金(万元)"], () => 500),
    other(["1～6月完成投资(万元)", "占年度计划(%) "], () => 20),
    column(["开工累计", "完成投资"], "completed"),
    other(["开工累计", "占总投资(%)"], () => null),
    column(["开工累计", "到位资金"], "arrived"),
    other(["开工累计", "占总投资(%) "], () => null),
    column("年初至本月的主要形象进度", "progress"),
    other("开工、竣工投产时间、内容及新增生产能力"),
    column("项目推进中存在的问题及拟采取的措施和办法", "problems"),
    column("需要政府及有关部门协调解决的问题", "help"),
    other("下个月（季度）工作计划、安排"),
    column("责任单位", "department"),
    column("备注", "remark"),
  ],
  unitInForce: "万元",
  body: [
    sum("合计", { why: "total", of: "all", fields: ["totalInvestment", "planThisYear"] }),
    project({ completedThisYear: wan(900), completed: wan(1500), completionRate: written(50, 0.5) }),
    project(
      { completedThisYear: wan(800), completed: wan(1500), completionRate: written(99, 0.99) },
      plant("K703", "completionRate"),
    ),
    ...projects(4),
  ],
  tolerated: ["K703"],
});

/** Four sheets, one for each batch; three heading rows; the total under the heading. */
const batches = workbookCase(
  "四个一批项目明细表",
  ["竣工投产", "加速开工", "加速报批", "加速签约"].map((batch, sheet) =>
    ledgerSheet({
      name: `${batch}一批`,
      above: [
        [`附件${sheet + 1}`],
        [`云溪县2025年“四个一批”（${batch}）项目明细表`],
        ["填报单位：", null, null, null, "单位：万元"],
      ],
      unit: "万元",
      columns: [
        column("序号", "serial"),
        column("项目名称", "name"),
        column(["项目概况", "建设规模及内容"], "scale"),
        column(["项目概况", "投资", "总投资"], "totalInvestment"),
        column(["项目概况", "投资", "年度计划投资"], "planThisYear"),
        column(["时间节点", "计划", "开工"], "startPlanned"),
        column(["时间节点", "计划", "竣工"], "finishPlanned"),
        column("责任单位", "department"),
        column("责任领导", "leader"),
        column("责任人", "person"),
      ],
      body: [
        sum("合计", {
          why: "total",
          of: "all",
          fields: ["totalInvestment", "planThisYear"],
          ...(sheet === 1 ? { off: { totalInvestment: -500 } } : {}),
        }),
        ...[0, 1, 2, 3].map((number) =>
          project(
            {
              name: nameOf(sheet * 12 + number),
              totalInvestment: wan(totalOf(sheet * 12 + number)),
              planThisYear: wan(totalOf(sheet * 12 + number) / 2),
              ...(sheet === 2 && number === 3 ? { finishPlanned: day("2024-11-20") } : {}),
            },
            ...(sheet === 2 && number === 3 ? [plant("F105", "startPlanned", "finishPlanned")] : []),
          ),
        ),
      ],
    }),
  ),
);

/** The bureau keeps the amount twice: as written, and as a figure. */
const twins = ledgerCase("重大项目清单_含单位与数值", {
  name: "2026年项目表",
  above: [["2026年度全市重大项目清单"]],
  columns: [
    column("发改项目名称", "name"),
    other("全生命项目名称", (index) => nameOf(index)),
    other("项目来源", () => "发改"),
    column("项目代码", "code"),
    other("备案证项目代码"),
    column("申请备案时间", "proc.record.accepted", { either: true, fill: () => "2024-02" }),
    column("建设规模", "scale"),
    column("建设起止年限", "period"),
    column("计划总投资(含单位)", "totalInvestment", { either: true, fill: (index) => `${totalOf(index)}万元` }),
    column("计划总投资(数值)", "totalInvestment", { either: "judged" }),
    column("从开工到2025年底预计完成投资", "completedBefore"),
    column("2026年计划投资(含单位)", "planThisYear", { either: true, fill: (index) => `${totalOf(index) / 2}万元` }),
    column("2026年计划投资(数值)", "planThisYear", { either: "judged" }),
    column("截至2025年底建设进度或前期工作进展情况", "progress"),
    other("2026年建设进度计划", () => "竣工"),
    other("是否新开工", () => "是"),
    column("(预计)开工时间", "startPlanned"),
    other("(预计)首次达产时间", () => "2027-03"),
    column("投资主体名称", "owner"),
    column("服务推进责任单位", "department"),
    column("项目所在园区、乡镇/街道", "region"),
    other("投资性质", () => "政府投资"),
  ],
  unitInForce: "万元",
  body: [
    ...projects(4),
    project({ code: wrongProjectCode("2403", 777) }, plant("F107", "code")),
    project({ code: oldProjectCode(2019, 1234) }),
  ],
});

/** Twelve pairs of months that are no field; brackets half and half. */
const dispatch = ledgerCase("项目调度表_按月", {
  name: "调度",
  above: [["2025年云溪县重点项目调度表"]],
  columns: [
    column("项目名称", "name"),
    column("总投资（万元）", "totalInvestment", { unit: "万元" }),
    column("年度计划投资（万元)", "planThisYear", { unit: "万元" }),
    ...Array.from({ length: 12 }, (_, month) => [
      other(`${month + 1}月计划投资`, () => 100),
      other(`${month + 1}月完成投资`, () => (month < 5 ? 90 : null)),
    ]).flat(),
    column("1-12月计划(累计)", "planThisYear", { either: true, fill: () => 1200 }),
    column("1-12月完成(累计)", "completedThisYear", { either: true, fill: () => 450 }),
    column("区级包抓领导", "leader"),
    column("责任单位", "department"),
    column("是否纳入统计", "inStatistics"),
    other("是否开复工", () => "是"),
    column("项目进展情况", "progress"),
  ],
  body: [
    ...projects(4),
    project(
      { totalInvestment: { kind: "written", put: textCell("8600"), is: { wan: 8600, approx: false } } },
      plant("F115", "totalInvestment"),
    ),
  ],
});

const reserveExport = ledgerCase("储备项目导出", {
  name: "储备项目",
  columns: [
    column("项目编号", "serial", { either: true, fill: (index) => `CB${2025000 + index}` }),
    column("项目名称", "name"),
    other("储备批次", () => "2025年第一批"),
    other("是否对上争取支持的在建项目", () => "否"),
    other("储备状态", () => "在库"),
    column("入库时间", "enteredOn"),
    column("储备阶段", "stage"),
    column("投资方式", "channel", { either: true, fill: () => "直接投资" }),
    other("项目用途", () => "公益"),
    column("下达资金", "approved"),
    column("行业规划名称", "planBasis", { either: true }),
    column("所属行业", "industry"),
    column("拟建设地点", "location"),
    column("匡算总投资", "totalInvestment"),
    column("建设必要性", "necessity"),
    column("拟建设内容", "scale"),
    column("目前工作进度", "progress"),
    column("工程咨询机构", "compiler"),
    other("本年底前达到的工作进度", () => "完成可研"),
    other("目前工作进度描述"),
    column("储备部门（报送单位）", "reporter"),
    column("报送时间", "updatedOn", { either: true }),
  ],
  unitInForce: "万元",
  body: [
    ...projects(3),
    project({ stage: "腾飞一批" }, plant("F113", "stage")),
    project({ enteredOn: unread("上周三") }, plant("F104", "enteredOn")),
  ],
});

/** Sums by month: no project stands on its rows. */
const monthly = workbookCase("公路建设月报", [
  otherSheet("月报", [
    [
      "上报月份",
      "上报时间",
      "本月完成垫层（公里）",
      "本月完成基层（公里）",
      "本月完成面层（公里）",
      "截至开工段落",
      "本月到位资金（万元）",
      null,
      null,
      null,
      null,
      null,
      null,
      "本月完成投资（万元）",
      "情况说明",
    ],
    [
      null,
      null,
      null,
      null,
      null,
      null,
      "中央车购税 ",
      "地方补助 ",
      "银行贷款",
      "国债",
      "省债",
      "省厅贴息",
      "其他资金",
    ],
    ["2025-01", "2025-02-03", 1.2, 0.8, 0.5, "K0-K3", 120, 30, 0, 0, 0, 0, 0, 150, "正常"],
    ["2025-02", "2025-03-04", 2.2, 1.8, 1.5, "K3-K6", 220, 30, 0, 0, 0, 0, 0, 250, "正常"],
  ]),
]);

/** Sums by source of funds: no project either. */
const fundStatistics = workbookCase("资金统计", [
  otherSheet("资金统计", [
    [
      "资金大类一级",
      "资金大类二级",
      "资金来源",
      "申报金额（万元）",
      "批复金额（万元）",
      "批复日期",
      "累计到位资金（万元）",
      "累计支付资金（万元）",
      "累计支付率",
      "备注",
    ],
    ["中央资金", "中央预算内", "国家发展改革委", 5000, 4200, "2025-03-01", 3000, 1200, "40%", null],
    ["地方资金", "省级补助", "省财政厅", 2600, 1800, "2025-04-11", 1000, 200, "20%", null],
  ]),
]);

const debt = ledgerCase("债务管理系统项目表", {
  name: "项目查询",
  columns: [
    other("申报批次", () => "2025年第二批"),
    other("申报日期", () => "2025-04-08"),
    column("经办人", "person", { either: true }),
    other("立项年度", () => 2024),
    column("项目名称", "name"),
    column("建设性质", "nature"),
    column("资金投向领域", "area"),
    column("项目总概算(万元)", "totalInvestment", { unit: "万元" }),
    column("计划开工日期", "startPlanned"),
    column("计划竣工日期", "finishPlanned"),
    column("实际开工日期", "startActual"),
    column("实际竣工日期", "finishActual"),
    column("上报审核意见", "outcome"),
    column("主管部门", "department"),
    column("备注", "remark"),
  ],
  body: [
    project({ startActual: day("2025-03-10"), startPlanned: day("2025-03-01") }),
    project(
      { startActual: day("2024-05-10"), finishActual: day("2024-03-10") },
      plant("F105", "startActual", "finishActual"),
    ),
    ...projects(3),
    project({
      startPlanned: dayIs("2025年二季度", "2025-04-01", "2025-06-30", "quarter"),
      finishPlanned: dayIs("2026年", "2026-01-01", "2026-12-31", "year"),
    }),
  ],
});

const majorLibrary = ledgerCase("国家重大建设项目库导出", {
  name: "基本信息",
  columns: [
    other("申报日期", () => "2025-04-08"),
    other("审核目录"),
    column("重大库编号", "libraryLevel", { either: true, fill: (index) => `ZD${1000 + index}` }),
    column("审批监管平台代码", "code"),
    column("项目名称", "name"),
    column("项目类型", "route", { either: true }),
    column("建设性质", "nature"),
    other("国别", () => "中国"),
    column("建设地点", "location"),
    other("建设地点详情", () => "云溪县城东"),
    column("国标行业", "industry", { either: true }),
    column("所属行业", "industry", { either: true }),
    column("总投资（万元）", "totalInvestment", { unit: "万元" }),
    column("拟开工年份", "startPlanned", { either: true, fill: () => 2025 }),
    column("拟开工月份", "startPlanned", { either: true, fill: () => 9 }),
    column("拟建成年份", "finishPlanned", { either: true, fill: () => 2026 }),
    column("主要建设规模", "scale", { either: true }),
    other("量化建设规模(类别)", () => "公里"),
    other("量化建设规模(数值)", () => 12),
    other("（年度）主要建设内容", () => "路基"),
    other("符合产业政策", () => "是"),
    column("符合规划", "planBasis"),
    other("是否PPP", () => "否"),
    other("专项建设基金", () => "否"),
    column("项目（法人）单位", "owner"),
    other("证照类型", () => "统一社会信用代码"),
    column("证照号码", "ownerCreditCode"),
  ],
  body: [
    ...projects(3),
    project({ code: "9913-139926-04-01-123456" }, plant("F106", "code")),
    project({ ownerCreditCode: "11139926000123457A" }, plant("F109", "ownerCreditCode")),
  ],
  tolerated: ["F107"],
});

/** Five heading rows. */
const fiveRows = ledgerCase("市直政府性投资项目计划表", {
  name: "计划表",
  above: [["2025年市直政府性投资项目计划表"], [...blanks(11), "单位：万元"]],
  unit: "万元",
  columns: [
    column("序号", "serial"),
    column("项目名称", "name"),
    column("建设内容及规模", "scale"),
    column("建设年限", "period"),
    column("总投资", "totalInvestment"),
    column("截至2024年底累计完成投资", "completedBefore"),
    column(["2025年投资计划", "合计"], "planThisYear"),
    other(["2025年投资计划", "资金来源", "财政资金", "上级", "中央"], () => 100),
    other(["2025年投资计划", "资金来源", "财政资金", "上级", "省"], () => 50),
    other(["2025年投资计划", "资金来源", "财政资金", "本级", "市"], () => 20),
    other(["2025年投资计划", "资金来源", "自筹"], () => 10),
    column("责任单位", "department"),
  ],
  body: [
    aside("section", "一", "基础设施类"),
    ...projects(3),
    aside("section", "二", "社会事业类"),
    ...projects(2),
    ...blank(),
    aside("note", "备注：表中投资计划以县人大批准数为准。"),
  ],
});

/** Departments over merged cells, a section's count, mixed units in one column. */
const contested = ledgerCase("对上争取项目台账", {
  name: "对上争取",
  above: [
    ["附件1"],
    [{ value: "云溪县2025年对上争取项目资金台账", style: { bold: true, size: 20 } }],
    ["填报单位（盖章）：云溪县发展和改革局", ...blanks(8), "2025年6月20日"],
  ],
  reporterStated: true,
  columns: [
    column("序号", "serial"),
    column("牵头\n部门", "department"),
    column("项目名称", "name"),
    column("主要建设内容", "scale"),
    column("总投资\n（万元）", "totalInvestment", { unit: "万元" }),
    column("拟申请额度（万元）", "requested", { unit: "万元" }),
    column("争取渠道", "channel"),
    column("争取到位额度（万元）", "approved", { unit: "万元" }),
    column("计划\n开工\n时间", "startPlanned"),
    column("计划完工时间", "finishPlanned"),
    column("责任领导", "leader"),
    column("联系人", "person"),
    column("联系方式", "phone"),
  ],
  mergedDown: ["department"],
  body: [
    section("一、交通水利类（3个）"),
    project({
      department: "交通运输局",
      totalInvestment: amountIs("1.2亿元", 12000),
      requested: amountIs("6000万元", 6000),
    }),
    project({
      department: "交通运输局",
      name: written("★云溪县青石河大桥新建工程", "云溪县青石河大桥新建工程"),
      totalInvestment: { kind: "written", put: "约5300万元", is: { wan: 5300, approx: true } },
    }),
    project({ department: "水务局", totalInvestment: amountIs("53、04亿元", 530400), requested: amountIs(8000, 8000) }),
    section("二、社会事业类（2个）"),
    project({ department: "教育局" }),
    project({ department: "教育局", requested: wan(99000) }, plant("C205", "requested", "totalInvestment")),
    ...blank(2),
    aside("note", "填表人：王建明", null, null, null, "审核人：李海燕", null, null, "单位负责人："),
  ],
});

/** A town's own words: its sections, its villages, what has come from above and been paid for works, a step that is filed. */
const townPayments = ledgerCase("镇里的工程款台账", {
  name: "工程款",
  above: [["东坪镇2025年项目资金支付台账", null, null, null, null, null, null, null, null, null, "单位：万元"]],
  unit: "万元",
  columns: [
    column("编号", "serial"),
    column("责任科室", "department"),
    column("乡镇", "region"),
    column("村（社区）", "location"),
    column("项目名称", "name", { width: 34 }),
    column("改造设备内容及数量", "scale"),
    column("总投资", "totalInvestment"),
    column(["下达资金", "上级资金"], "approved"),
    column(["到位资金", "上级资金"], "arrived"),
    column("累计支付工程款", "paid"),
    column("环评备案", "proc.eia"),
    column("对应政策文号", "policyBasis"),
    column("管线迁改进展", "progress"),
    column("开工时限", "startPlanned"),
    column("并网时间（预计）", "finishPlanned"),
  ],
  parents: "merged",
  body: [
    ...projects(4),
    project({ paid: unread("面议") }, plant("F102", "paid")),
    project({ startPlanned: unread("视情况") }, plant("F104", "startPlanned")),
    ...blank(1),
    aside("note", "镇长：", null, null, null, "2025年6月16日"),
  ],
});

/** Money of prefectures under its own names; a bank's list of what is wanted. */
const wantedLoans = ledgerCase("州里的融资需求表", {
  name: "融资需求",
  columns: [
    column("序号", "serial"),
    column("实施子公司", "owner"),
    column("项目名称", "name", { width: 34 }),
    column("主管部门", "department"),
    column("总投资（万元）", "totalInvestment", { unit: "万元" }),
    column(["资金来源（万元）", "州市财政资金"], "fundsCity", { unit: "万元" }),
    column(["资金来源（万元）", "县级专项资金"], "fundsCounty", { unit: "万元" }),
    column("融资需求（万元）", "fundsLoan", { unit: "万元" }),
  ],
  parents: "merged",
  defaults: (field, index) => (field === "fundsLoan" ? wan(totalOf(index) * 0.75) : cleanCell(field, index)),
  body: [...projects(3), project({ fundsCity: wan(90000) }, plant("C206", "totalInvestment"))],
});

export const bureaus: readonly LedgerCase[] = [
  planTable,
  detailTable,
  progressExport,
  twoRowProgress,
  batches,
  twins,
  dispatch,
  reserveExport,
  monthly,
  fundStatistics,
  debt,
  majorLibrary,
  fiveRows,
  contested,
  townPayments,
  wantedLoans,
];
