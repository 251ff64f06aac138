/** 干净的储备台账.xlsx, 2024年申报审核台账.xlsx and 部门台账.csv: nothing wrong; what became of forty applications; a csv from an old system. */
import { blank, column, plant, project, projects, sum } from "../build";
import { ledgerCase } from "../catalogue/case";
import { aboutIs, dayIs, unread, wan } from "../specify";
import { totalOf } from "../county";

export const clean = ledgerCase("干净的储备台账", {
  name: "储备台账",
  above: [[{ value: "云溪县2025年重点项目储备台账", style: { bold: true, size: 18, centre: true } }], ["填报单位：云溪县发展和改革局", ...Array.from({ length: 16 }, () => null), "单位：万元"]],
  aboveMerged: ["A1:S1"],
  unit: "万元",
  columns: [
    column("序号", "serial", { width: 6 }),
    column("项目名称", "name", { width: 38 }),
    column("项目代码", "code", { width: 28 }),
    column("项目单位", "owner", { width: 22 }),
    column("责任部门", "department", { width: 18 }),
    column("建设地点", "location"),
    column("建设性质", "nature"),
    column("建设内容及规模", "scale", { width: 46 }),
    column("投向领域", "area", { width: 24 }),
    column("资金渠道", "channel", { width: 18 }),
    column("项目阶段", "stage"),
    column("总投资", "totalInvestment", { width: 12 }),
    column("项目资本金", "capital", { width: 12 }),
    column("拟申请资金", "requested", { width: 12 }),
    column("计划开工时间", "startPlanned", { width: 14 }),
    column("计划竣工时间", "finishPlanned", { width: 14 }),
    column("入库时间", "enteredOn", { width: 14 }),
    column("责任人", "person"),
    column("联系电话", "phone", { width: 14 }),
  ],
  body: [...projects(24), sum("合计", { why: "total", of: "all", fields: ["totalInvestment", "capital", "requested"] })],
});

/** 40 applications: 8 refused for their area, 12 for the study, 20 passed. */
function outcomeOf(index: number): { outcome: string; refusal: string | null } {
  if (index % 5 === 2) return { outcome: "未通过", refusal: "不符合资金投向" };
  const rest = index - Math.floor((index + 3) / 5);
  if (rest % 8 < 3) return { outcome: "未通过", refusal: "可行性研究报告质量不高" };
  return { outcome: "通过", refusal: null };
}

export const applications = ledgerCase("2024年申报审核台账", {
  name: "申报审核",
  above: [[{ value: "云溪县2024年专项债券项目申报审核台账", style: { bold: true, size: 18, centre: true } }]],
  aboveMerged: ["A1:H1"],
  columns: [
    column("序号", "serial", { width: 6 }),
    column("项目名称", "name", { width: 38 }),
    column("申报单位", "owner", { width: 24 }),
    column("主管部门", "department", { width: 18 }),
    column("总投资（万元）", "totalInvestment", { unit: "万元", width: 14 }),
    column("申报金额（万元）", "requested", { unit: "万元", width: 14 }),
    column("审核结果", "outcome"),
    column("退回原因", "refusal", { width: 26 }),
  ],
  body: Array.from({ length: 40 }, (_, index) => project({ ...outcomeOf(index) })),
});

export const department = ledgerCase(
  "部门台账",
  {
    columns: [
      column("序号", "serial"),
      column("项目名称", "name"),
      column("责任单位", "department"),
      column("总投资（万元）", "totalInvestment", { unit: "万元" }),
      column("计划开工时间", "startPlanned"),
      column("建设地点", "location"),
      column("联系电话", "phone"),
      column("备注", "remark"),
    ],
    body: [
      ...Array.from({ length: 5 }, (_, index) => project({ totalInvestment: wan(totalOf(index)), startPlanned: "2025-09-10" })),
      project({
        totalInvestment: aboutIs("约1.2亿元", 12000),
        startPlanned: dayIs("2025年10月", "2025-10-01", "2025-10-31", "month"),
      }),
      ...blank(),
      project({ totalInvestment: unread("另行测算"), startPlanned: "2025-09-10" }, plant("F102", "totalInvestment")),
      project({ startPlanned: unread("资金到位后"), phone: "0570-3021234" }, plant("F104", "startPlanned")),
    ],
  },
  { csv: "gb18030" },
);
