/** Ledgers whose cells are written in many ways: days, amounts, codes, document numbers. */
import { column, note, other, plant, project, projects, section, sum } from "../build";
import { AMOUNTS, DAYS, PERIODS } from "../notations";
import { oldProjectCode, projectCode } from "../numbers";
import {
  aboutIs,
  amountIs,
  day,
  dayBy,
  dayIs,
  open,
  percentCell,
  textCell,
  unread,
  wan,
  written,
  wholeDay,
} from "../specify";
import type { LedgerCase } from "../truth";
import { ledgerCase } from "./case";

const basics = [column("序号", "serial"), column("项目名称", "name"), column("责任单位", "department")] as const;
const total = column("总投资（万元）", "totalInvestment", { unit: "万元" });

/** Every notation of a day has a row: the planned start in it, the finish far later. */
const allDays = ledgerCase("各种日期写法", {
  name: "日期",
  above: [["2025年云溪县项目开工计划表"]],
  columns: [...basics, total, column("计划开工时间", "startPlanned"), column("计划竣工时间", "finishPlanned")],
  body: [
    ...DAYS.map((notation) =>
      project({ startPlanned: notation.write("2025-08-16", false), finishPlanned: "2027-12-20" }),
    ),
    project({ startPlanned: unread("待资金落实后"), finishPlanned: "2027-12-20" }, plant("F104", "startPlanned")),
    project(
      { startPlanned: "2026-05-10", finishPlanned: "2026-03-10" },
      plant("F105", "startPlanned", "finishPlanned"),
    ),
  ],
});

const days1904 = ledgerCase(
  "1904日期系统",
  {
    name: "台账",
    date1904: true,
    columns: [
      ...basics,
      total,
      column("拟开工时间", "startPlanned"),
      column("计划完工时间", "finishPlanned"),
      column("实际开工时间", "startActual"),
    ],
    body: [
      ...projects(3),
      project({ startActual: day("2025-02-11", 'yyyy"年"m"月"d"日"') }),
      project(
        { startPlanned: day("2025-02-11", 57), finishPlanned: day("2025-01-11", 31) },
        plant("F105", "startPlanned", "finishPlanned"),
      ),
    ],
  },
  { date1904: true },
);

/** The year stands in the title only; serials without a day format; numbers that are years and eight digits. */
const bareDays = ledgerCase("无年份与裸序列号日期", {
  name: "调度表",
  above: [["云溪县2026年重点项目调度表"], ["单位：万元"]],
  unit: "万元",
  columns: [
    ...basics,
    column("总投资", "totalInvestment"),
    column("计划开工", "startPlanned"),
    column("计划竣工", "finishPlanned"),
    column("开工时间（实际）", "startActual"),
  ],
  body: [
    project({
      startPlanned: dayIs("3月", "2026-03-01", "2026-03-31", "month"),
      finishPlanned: dayBy("11月底前", "2026-11-30"),
    }),
    project({ startPlanned: dayIs("6月底", "2026-06-30"), finishPlanned: dayIs("12月20日", "2026-12-20") }),
    project({ startPlanned: day("2026-03-18", null), finishPlanned: day("2026-09-18", null) }),
    project({
      startPlanned: dayIs(20260318, "2026-03-18"),
      finishPlanned: dayIs(2027, "2027-01-01", "2027-12-31", "year"),
    }),
    project({
      startPlanned: dayIs("二季度", "2026-04-01", "2026-06-30", "quarter"),
      finishPlanned: dayIs("年底", "2026-12-31"),
    }),
    project({
      startPlanned: dayIs("上半年", "2026-01-01", "2026-06-30", "half"),
      finishPlanned: dayBy("2026年年底前", "2026-12-31"),
    }),
    project({
      startPlanned: dayIs("2026.03.18", "2026-03-18"),
      finishPlanned: dayBy("2026年10月底之前", "2026-10-31"),
    }),
  ],
});

const allPeriods = ledgerCase("各种起止年限", {
  name: "年限",
  columns: [...basics, total, column("建设起止年限", "period")],
  body: [
    ...PERIODS.map((notation) => project({ period: notation.write(2024, 2026) })),
    project({ period: open("2026-2024") }, plant("F105", "period")),
    project({ period: null }),
  ],
});

/** Every notation of an amount in one column of 万元. */
const allAmounts = ledgerCase("各种金额写法", {
  name: "金额",
  columns: [...basics, total, column("拟申请资金（万元）", "requested", { unit: "万元" })],
  body: [
    ...AMOUNTS.map((notation) =>
      project(
        { totalInvestment: notation.write(8600, "万元") },
        ...(notation.textTyped ? [plant("F115", "totalInvestment")] : []),
      ),
    ),
    project({ totalInvestment: unread("详见可研") }, plant("F102", "totalInvestment")),
    project({ totalInvestment: amountIs("捌仟陆佰万元整", 8600) }),
    project({ totalInvestment: amountIs("壹亿贰仟万元", 12000), requested: aboutIs("7000万元左右", 7000) }),
    project({ totalInvestment: amountIs("8600.5万元", 8600.5) }),
  ],
});

const yuan = ledgerCase("以元为单位", {
  name: "资金",
  above: [["云溪县专项资金项目表"], [null, null, null, "金额单位：元"]],
  unit: "元",
  columns: [
    ...basics,
    column("总投资", "totalInvestment"),
    column("批复资金", "approved"),
    column("累计到位资金", "arrived"),
    column("累计支付资金", "paid"),
  ],
  body: [
    ...projects(5),
    project({ totalInvestment: amountIs(86000000.55, 8600.000055) }),
    sum("合计", { why: "total", of: "all", fields: ["approved", "arrived", "paid"], off: { arrived: 100 } }),
  ],
});

/** 亿元 in one heading beside 万元 in the next; the sheet says 万元. */
const twoUnits = ledgerCase("亿元与万元并列", {
  name: "台账",
  above: [["云溪县2025年重大项目表"], [null, null, null, null, "（单位：万元）"]],
  unit: "万元",
  columns: [
    ...basics,
    column("总投资（亿元）", "totalInvestment", { unit: "亿元" }),
    column("年度计划投资（万元)", "planThisYear", { unit: "万元" }),
    column("本年完成投资", "completedThisYear"),
    column("完成率", "completionRate"),
  ],
  body: [
    ...projects(3),
    project({ planThisYear: wan(2000), completedThisYear: wan(700), completionRate: percentCell(0.35) }),
    project({ planThisYear: wan(2000), completedThisYear: wan(700), completionRate: written("35%", 0.35) }),
    project(
      { planThisYear: wan(2000), completedThisYear: wan(700), completionRate: percentCell(0.63) },
      plant("K703", "completionRate"),
    ),
    project({ totalInvestment: amountIs(5600, 56000000) }, plant("F103", "totalInvestment")),
  ],
});

/** Both forms of the project code, with and without hyphens, as a number, twice, masked. */
const codes = ledgerCase("项目代码各种样子", {
  name: "代码",
  columns: [...basics, total, column("审批监管平台代码", "code"), column("统一社会信用代码", "ownerCreditCode")],
  body: [
    ...projects(2),
    project({ code: oldProjectCode(2018, 55) }),
    project(
      { code: written(projectCode("2503", 555).replaceAll("-", ""), projectCode("2503", 555)) },
      plant("F106", "code"),
    ),
    project({ code: open({ value: 2.503139926040119e19 }) }, plant("F106", "code")),
    project({ code: open("2503-1399**-04-01-******") }),
    project({ code: projectCode("2503", 77777) }),
    project({ code: projectCode("2503", 77777) }, { code: "F108", at: ["code"], alsoAt: [[1, "code"]] }),
    project({ code: written(` ${projectCode("2504", 31)} `, projectCode("2504", 31)) }),
    project({ ownerCreditCode: open("12345") }, plant("F109", "ownerCreditCode")),
  ],
});

/** Procedures: states, document numbers and dates, apart and at once; several numbers in a cell. */
const procedures = ledgerCase("前期手续台账", {
  name: "前期",
  above: [["云溪县2025年重点项目前期手续办理情况台账"]],
  columns: [
    ...basics,
    total,
    column(["立项", "可研批复文号"], "proc.feasibility.no"),
    column(["立项", "可研批复时间"], "proc.feasibility.on"),
    column(["环评", "办理状态"], "proc.eia"),
    column(["环评", "批复文号"], "proc.eia.no"),
    column(["环评", "批复时间"], "proc.eia.on"),
    column("节能审查", "proc.energy"),
    column("施工许可证", "proc.buildPermit"),
    column("用地预审与选址意见书", "proc.site"),
    column("实际开工时间", "startActual"),
    column("累计完成投资（万元）", "completed", { unit: "万元" }),
  ],
  body: [
    project({ startActual: day("2025-02-20"), "proc.buildPermit": written("已完成", { state: "done" }) }),
    project({
      "proc.energy": written("无需办理", { state: "exempt" }),
      "proc.site": written("正在办理", { state: "doing" }),
    }),
    project({
      "proc.energy": written("不涉及", { state: "exempt" }),
      "proc.site": written("未办理", { state: "todo" }),
    }),
    project({
      "proc.site": written("云自然资预〔2024〕18号", { no: ["云自然资预〔2024〕18号"] }),
      "proc.buildPermit": written("2025年1月16日", { on: wholeDay("2025-01-16") }),
    }),
    project({
      "proc.feasibility.no": written("云发改审〔2024〕12号、云发改审〔2024〕13号", {
        no: ["云发改审〔2024〕12号", "云发改审〔2024〕13号"],
      }),
    }),
    project({ "proc.eia.no": written("云环审[2024]7号", { no: ["云环审〔2024〕7号"] }) }, plant("F110", "proc.eia.no")),
    project({ startActual: day("2024-07-10") }, plant("P302", "startActual")),
    project({ "proc.energy": written("√", { state: "done" }), "proc.site": written("×", { state: "todo" }) }),
    project({
      "proc.site": written("已批复（云自然资预〔2024〕21号，2024年4月18日）", {
        state: "done",
        no: ["云自然资预〔2024〕21号"],
        on: wholeDay("2024-04-18"),
      }),
    }),
  ],
});

/** Marks before names, text in full width, spaces, numbers in text fields, line breaks inside cells. */
const messyText = ledgerCase("名称标记与全角空格", {
  name: "台账",
  above: [["云溪县项目台账（★省重点 ■市重点）"]],
  columns: [
    ...basics,
    total,
    column("建设地点", "location"),
    column("联系人", "person"),
    column("联系电话", "phone"),
    column("备注", "remark"),
  ],
  body: [
    project({ name: written("★云溪县青石水库除险加固工程", "云溪县青石水库除险加固工程") }),
    project({ name: written("■ 云溪县白桥小学扩建工程", "云溪县白桥小学扩建工程") }),
    project({ name: written("　云溪县城区供水管网改造工程（二标段）　", "云溪县城区供水管网改造工程(二标段)") }),
    project({ name: written({ value: "云溪县临泉镇敬老院改扩建项目", runs: true }, "云溪县临泉镇敬老院改扩建项目") }),
    project({ person: written("王 明", "王 明"), phone: written("１３８００００１２３４", "13800001234") }),
    project({ remark: "无", location: "—" }),
    project({ remark: "资金已下达，\n正在招标" }),
    project({ phone: written(13800005678, "13800005678") }),
    project({ phone: "1380000" }, plant("F116", "phone")),
    project({ name: "绿化" }, plant("F114", "name")),
  ],
});

/** The same project twice, a project cut in parts, an organisation as name. */
const doubles = ledgerCase("疑似重复与拆分", {
  name: "储备",
  columns: [...basics, column("建设单位", "owner"), total],
  body: [
    ...projects(4),
    project({ name: "云溪县柳河镇集镇停车场建设项目", totalInvestment: wan(3100), department: "住房和城乡建设局" }),
    project(
      { name: "柳河镇集镇停车场", totalInvestment: wan(3100), department: "住房和城乡建设局" },
      { code: "F111", at: ["name"], alsoAt: [[1, "name"]] },
    ),
    project({
      name: "云溪县东岭乡产业园标准化厂房一期工程",
      owner: "云溪县产业投资有限公司",
      totalInvestment: wan(2600),
    }),
    project(
      { name: "云溪县东岭乡产业园标准化厂房二期工程", owner: "云溪县产业投资有限公司", totalInvestment: wan(2700) },
      { code: "F112", at: ["name"], alsoAt: [[1, "name"]] },
    ),
    note("说明：本表由各乡镇填报。"),
  ],
});

/** Formulas with cached values, and cells whose formula failed. */
const errors = ledgerCase("公式与错误值", {
  name: "汇总",
  columns: [
    ...basics,
    total,
    column("项目单位", "owner"),
    column("累计完成投资（万元）", "completed", { unit: "万元" }),
    other("核对", () => ({ value: true, formula: "D2>0" })),
  ],
  body: [
    project({ totalInvestment: written({ value: 8600, formula: "E2*2" }, { wan: 8600, approx: false }) }),
    project({ owner: written({ value: "云溪县教育局", formula: "VLOOKUP(B3,Sheet2!A:B,2,0)" }, "云溪县教育局") }),
    project(
      { totalInvestment: unread({ value: "#REF!", error: true, formula: "#REF!*2" }) },
      plant("F118", "totalInvestment"),
    ),
    project({ completed: unread({ value: "#DIV/0!", error: true, formula: "D5/0" }) }, plant("F118", "completed")),
    project({ owner: unread({ value: "#N/A", error: true }) }, plant("F118", "owner")),
    project(
      { serial: 6, totalInvestment: written(textCell("9,300"), { wan: 9300, approx: false }) },
      plant("F115", "totalInvestment"),
    ),
  ],
});

const sectionsWithSums = ledgerCase("分部门小计", {
  name: "汇总表",
  above: [["云溪县2025年项目资金需求汇总表"], ["单位：万元"]],
  unit: "万元",
  columns: [
    ...basics,
    column("项目总投资", "totalInvestment"),
    column("申请资金", "requested"),
    column("地方配套资金", "matching"),
  ],
  body: [
    section("一、交通运输局（2个）"),
    ...projects(2),
    sum("小计", { why: "total", of: "since", fields: ["totalInvestment", "requested"] }),
    section("二、教育局（3个）"),
    ...projects(3),
    sum("小计", { why: "total", of: "since", fields: ["totalInvestment", "requested"], off: { requested: 60 } }),
    sum("总计", { why: "total", of: "all", fields: ["totalInvestment"] }),
  ],
});

export const writing: readonly LedgerCase[] = [
  allDays,
  days1904,
  bareDays,
  allPeriods,
  allAmounts,
  yuan,
  twoUnits,
  codes,
  procedures,
  messyText,
  doubles,
  errors,
  sectionsWithSums,
];
