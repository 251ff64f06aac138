/** Ledgers whose faults are of judgement: channels, money, stages, duty. */
import { column, other, plant, project, projects, sum } from "../build";
import { day, wan, written } from "../specify";
import type { LedgerCase } from "../truth";
import { ledgerCase } from "./case";

const lead = [column("序号", "serial"), column("项目名称", "name"), column("责任部门", "department")] as const;
const total = column("总投资（万元）", "totalInvestment", { unit: "万元" });

const channels = ledgerCase("渠道与领域", {
  name: "申报清单",
  above: [["云溪县2025年拟申报项目清单"]],
  columns: [
    ...lead,
    column("建设内容及规模", "scale"),
    column("投向领域", "area"),
    column("拟申报渠道", "channel"),
    total,
    column("拟申请资金（万元）", "requested", { unit: "万元" }),
    column("项目资本金（万元）", "capital", { unit: "万元" }),
  ],
  body: [
    ...projects(4),
    project(
      { name: "云溪县委办公楼建设项目", scale: "新建办公楼一栋，建筑面积8000平方米", area: null, channel: "专项债券" },
      plant("C203", "name"),
    ),
    project(
      { name: "云溪县青石仿古城建设项目", scale: "建设仿古街区3万平方米", area: null, channel: "专项债券" },
      plant("C203", "name"),
    ),
    project({ requested: wan(99000) }, plant("C205", "requested", "totalInvestment")),
    project({ capital: wan(300) }, plant("C204", "capital", "totalInvestment")),
    project({ channel: "天降资金" }, plant("F113", "channel")),
  ],
});

const applying = ledgerCase("申报阶段未填渠道", {
  name: "申报",
  columns: [
    ...lead,
    column("项目阶段", "stage"),
    column("立项类型", "route"),
    column("投向领域", "area"),
    column("资金渠道", "channel"),
    total,
    column("累计完成投资（万元）", "completed", { unit: "万元" }),
    column("建设内容及规模", "scale"),
    column("项目单位", "owner"),
    column("建设地点", "location"),
    column("建设性质", "nature"),
    column("拟申请资金（万元）", "requested", { unit: "万元" }),
    column("计划开工时间", "startPlanned"),
    column("计划竣工时间", "finishPlanned"),
    column("联系人", "person"),
    column("联系电话", "phone"),
    column("项目代码", "code"),
    column("入库时间", "enteredOn"),
  ],
  body: [
    ...projects(3),
    project({ stage: "申报", channel: null }, plant("C202", "channel")),
    project({ stage: "申报", channel: "待上级明确" }, plant("C202", "channel")),
    project({ stage: "储备", completed: wan(500) }, plant("P309", "completed")),
    project({ stage: "谋划", completed: wan(1200) }, plant("P309", "completed")),
    project({ stage: "建设", completed: wan(1200) }),
  ],
});

const sources = ledgerCase("资金来源合计", {
  name: "资金",
  above: [["云溪县项目资金来源表"], ["单位：万元"]],
  unit: "万元",
  columns: [
    ...lead,
    column("总投资", "totalInvestment"),
    column(["资金来源", "中央财政资金"], "fundsCentral"),
    column(["资金来源", "省财政资金"], "fundsProvince"),
    column(["资金来源", "市财政资金"], "fundsCity"),
    column(["资金来源", "县财政资金"], "fundsCounty"),
    column(["资金来源", "专项债券"], "fundsBond"),
    column(["资金来源", "银行贷款"], "fundsLoan"),
    column(["资金来源", "自筹资金"], "fundsSelf"),
    column(["资金来源", "其他"], "fundsOther"),
  ],
  body: [
    sum("合计", {
      why: "total",
      of: "all",
      fields: ["totalInvestment", "fundsCentral", "fundsProvince"],
      off: { fundsProvince: 77 },
    }),
    ...projects(4),
    project(
      { fundsCentral: wan(100), fundsProvince: wan(100), fundsCounty: wan(100) },
      plant("C206", "totalInvestment"),
    ),
    project({
      totalInvestment: wan(10000),
      fundsCentral: wan(4000),
      fundsProvince: wan(1000),
      fundsCounty: wan(500),
      fundsBond: wan(3000),
      fundsLoan: wan(1000),
      fundsSelf: wan(500),
    }),
    project(
      {
        totalInvestment: wan(10000),
        fundsCentral: wan(4000),
        fundsProvince: wan(1000),
        fundsCounty: wan(500),
        fundsBond: wan(3000),
        fundsLoan: wan(1000),
        fundsSelf: wan(600),
      },
      plant("C206", "totalInvestment"),
    ),
  ],
});

const duty = ledgerCase("重点项目四个一", {
  name: "重点项目",
  above: [["云溪县省市重点项目跟踪服务台账"]],
  columns: [
    ...lead,
    column("重点项目类型", "keyProject"),
    column("包抓领导", "leader"),
    column("工作专班", "taskForce"),
    column("推进方案", "plan"),
    column("责任人", "person"),
    column("联系电话", "phone"),
    total,
  ],
  body: [
    project({ keyProject: "省重点" }),
    project({ keyProject: "市重点", taskForce: null }, plant("D601", "taskForce")),
    project({ keyProject: "省重点", leader: "待定", plan: "—" }, plant("D601", "leader", "plan")),
    project({ keyProject: null, plan: null }),
    project({ keyProject: "市重点" }),
  ],
});

const order = ledgerCase("手续先后与未批先建", {
  name: "手续",
  columns: [
    ...lead,
    total,
    column("项目建议书批复时间", "proc.proposal.on"),
    column("可研批复时间", "proc.feasibility.on"),
    column("初步设计批复时间", "proc.design.on"),
    column("环评批复时间", "proc.eia.on"),
    column("施工许可证时间", "proc.buildPermit.on"),
    column("实际开工时间", "startActual"),
  ],
  body: [
    project({ startActual: day("2025-02-01") }),
    project({ "proc.design.on": day("2024-05-01") }, plant("P302", "proc.design.on")),
    project({ "proc.eia.on": day("2025-04-10"), startActual: day("2025-02-10") }, plant("P302", "startActual")),
    project({ startActual: null }),
    project({
      "proc.feasibility.on": written("2024年6月", {
        from: "2024-06-01",
        to: "2024-06-30",
        precision: "month",
        by: false,
      }),
      "proc.design.on": written("2024年6月", { from: "2024-06-01", to: "2024-06-30", precision: "month", by: false }),
    }),
  ],
});

/** Nothing whatever is wrong here. */
const clean = ledgerCase("干净的台账", {
  name: "储备库",
  above: [
    [{ value: "云溪县2025年项目储备台账", style: { bold: true, size: 18 } }],
    ["填报单位：云溪县发展和改革局", null, null, null, null, "单位：万元"],
  ],
  reporterStated: true,
  unit: "万元",
  columns: [
    ...lead,
    column("建设内容及规模", "scale"),
    column("建设性质", "nature"),
    column("投向领域", "area"),
    column("资金渠道", "channel"),
    column("总投资", "totalInvestment"),
    column("项目资本金", "capital"),
    column("拟申请资金", "requested"),
    column("计划开工时间", "startPlanned"),
    column("计划竣工时间", "finishPlanned"),
    column("责任人", "person"),
    column("联系电话", "phone"),
    other("照片"),
  ],
  body: [
    ...projects(12),
    sum("合计", { why: "total", of: "all", fields: ["totalInvestment", "capital", "requested"] }),
  ],
});

export const judged: readonly LedgerCase[] = [channels, applying, sources, duty, order, clean];
