/** 交通局项目台账.xlsx: a bureau's ledger as it comes in, three heading rows and most of what can be wrong. */
import { aside, column, hiddenProject, note, plant, project, section, sum, type BodyRow, type Overrides, type Plant } from "../build";
import { ledgerCase } from "../catalogue/case";
import { cleanCell, personOf, phoneOf } from "../county";
import { projectCode, wrongProjectCode } from "../numbers";
import { amountIs, day, dayBy, dayIs, open, textCell, unread, wan, written, type Spec } from "../specify";
import type { FieldKey } from "../../../src/ledger/fields";
import type { Plain } from "../workbook";

/** Name, 万元, what is built; in the order of the sheet. */
const ROADS: readonly (readonly [string, number, string])[] = [
  ["云溪县柳河镇至白桥镇三级公路改建工程", 12000, "改建三级公路21.4公里，路基宽8.5米，沥青混凝土路面"],
  ["云溪县青石河大桥新建工程", 8600, "新建桥梁一座，全长426米，引道1.2公里"],
  ["云溪县双庙镇农村公路改造提升工程", 3800, "改造农村公路26公里，路面宽5.5米"],
  ["云溪县城北客运站迁建项目", 9400, "占地42亩，站房建筑面积6800平方米，发车位28个"],
  ["云溪县临泉镇过境公路工程", 15600, "新建二级公路9.8公里，路基宽12米"],
  ["云溪县南坡乡农村公路安全生命防护工程", 2100, "安装波形护栏38公里，标志标牌420块"],
  ["云溪县东岭隧道工程", 26800, "新建隧道一座，长1280米，双向两车道"],
  ["云溪县大槐镇公路养护中心建设项目", 1800, "建筑面积2600平方米，养护机械停放场8000平方米"],
  ["云溪县望仙镇至石门镇公路大修工程", 6400, "大修三级公路17.3公里"],
  ["云溪县松坪乡危桥改造工程", 1500, "改造危桥5座，总长212米"],
  ["云溪县沙岗镇公路改建工程", 5200, "改建四级公路13.5公里，路面宽6米"],
  ["云溪县石门镇公路服务站建设项目", 2300, "建筑面积3100平方米，停车位120个"],
  ["云溪县西环路公路改线工程", 18800, "新建一级公路7.6公里，路基宽24.5米"],
  ["云溪县柳河镇旅游公路工程", 7400, "新建四级公路16公里，观景台4处"],
  ["云溪县白桥镇码头改造工程", 3300, "改造泊位2个，岸线长180米"],
  ["云溪县城乡公交首末站建设项目", 4600, "新建首末站6座，停车位160个"],
  ["云溪县国道改线交通安全设施工程", 2900, "改造平交路口19处，信号灯12套"],
  ["云溪县青石镇农村公路桥梁新建工程", 3600, "新建桥梁4座，总长286米"],
  ["云溪县双庙镇资源路产业路工程", 4100, "新建产业路31公里，路面宽4.5米"],
  ["云溪县临泉镇农村公路改造工程一期", 2600, "改造农村公路14公里"],
  ["云溪县临泉镇农村公路改造工程二期", 2700, "改造农村公路15公里"],
  ["云溪县物流园区连接线公路工程", 8800, "新建二级公路5.4公里"],
  ["云溪县公路治超检测站建设项目", 1900, "建筑面积1800平方米，称重车道4条"],
  ["云溪县南坡乡至松坪乡公路改建工程", 9900, "改建三级公路18.2公里"],
  ["云溪县望仙镇农村公路改造提升工程", 3200, "改造农村公路22公里，路面宽5.5米"],
];

const ALL = (index: number): readonly [string, number, string] => ROADS[index % ROADS.length] as readonly [string, number, string];

/** One office reports for the bureau; half of the money is asked for from above. */
function roadCell(field: FieldKey, index: number): Spec | Plain {
  const [name, total, scale] = ALL(index);
  const table: Partial<Record<FieldKey, Spec | Plain>> = {
    name,
    scale,
    owner: "云溪县交通运输局",
    totalInvestment: wan(total),
    fundsCentral: wan(total * 0.5),
    fundsProvince: wan(total * 0.25),
    fundsCounty: wan(total * 0.25),
    requested: wan(total * 0.5),
    department: "交通运输局",
    channel: "中央预算内投资",
    startPlanned: dayIs("2025年9月", "2025-09-01", "2025-09-30", "month"),
    finishPlanned: dayIs("2026年11月", "2026-11-01", "2026-11-30", "month"),
    keyProject: null,
    code: projectCode("2404", 20011 + index * 7),
    leader: personOf(index + 4),
    taskForce: "交通项目推进专班",
    plan: "有",
    phone: phoneOf(index + 60),
    "proc.feasibility.no": written(`云发改审〔2024〕${index + 11}号`, { no: [`云发改审〔2024〕${index + 11}号`] }),
    remark: null,
    serial: index + 1,
  };
  return field in table ? (table[field] ?? null) : cleanCell(field, index);
}

const begun: Overrides = { stage: "建设", startActual: day("2025-02-18") };
const duplicate = (back: number, code: string, ...fields: readonly string[]): Plant => ({
  code,
  at: fields,
  alsoAt: fields.map((field) => [back, field] as const),
});

const body: readonly BodyRow[] = [
  sum("合计：25 个", {
    why: "total",
    of: "all",
    fields: ["fundsProvince"],
    off: { fundsProvince: 300 },
  }),
  section("一、续建项目（6个）"),
  project({ ...begun, completed: amountIs("5600万元", 5600), name: written("★云溪县柳河镇至白桥镇三级公路改建工程", ALL(0)[0]), keyProject: "省重点" }),
  project({ ...begun, completed: wan(3000), startActual: day("2024-07-22") }, plant("P302", "startActual")),
  project({ ...begun, completed: wan(2600), totalInvestment: written(textCell("３８００"), { wan: 3800, approx: false }) }, plant("F115", "totalInvestment")),
  project({ ...begun, completed: wan(4100), phone: "1380000" }, plant("F116", "phone")),
  project({ ...begun, completed: wan(7000), keyProject: "市重点", taskForce: "—", plan: null }, plant("D601", "taskForce", "plan")),
  project({ ...begun, completed: wan(900), "proc.feasibility.no": written("云发改审[2024]第016号", { no: ["云发改审〔2024〕16号"] }) }, plant("F110", "proc.feasibility.no")),
  section("二、储备项目（9个）", { code: "K702", at: [] }),
  project({ completed: wan(1200) }, plant("P309", "completed")),
  project({ totalInvestment: unread("待可研批复后确定"), requested: null }, plant("F102", "totalInvestment")),
  project({ startPlanned: unread("视资金落实情况") }, plant("F104", "startPlanned")),
  project({ startPlanned: "2026-05-10", finishPlanned: "2026-03-31" }, plant("F105", "startPlanned", "finishPlanned")),
  project({ code: wrongProjectCode("2404", 20081) }, plant("F107", "code")),
  project({ code: open("9924-139926-04-01-200917") }, plant("F106", "code")),
  project({ fundsCounty: wan(9000) }, plant("C206", "totalInvestment")),
  project({ totalInvestment: null, requested: null }, plant("F101", "totalInvestment")),
  project({ stage: "飞速推进" }, plant("F113", "stage")),
  project({ startPlanned: dayBy("2025年6月底前", "2025-06-30") }),
  section("三、申报项目（9个）"),
  project({ stage: "申报", channel: null }, plant("C202", "channel")),
  project({ stage: "申报", requested: wan(6900) }, plant("C205", "requested", "totalInvestment")),
  project({ stage: "申报", name: "云溪县仿古城步行街建设项目", scale: "建设仿古商业街区3.2万平方米", channel: "专项债券" }, plant("C203", "name")),
  project({ stage: "申报", code: projectCode("2404", 20011 + 16 * 7) }, duplicate(3, "F108", "code")),
  project({ stage: "申报", owner: "云溪县交通建设投资有限公司", name: ALL(19)[0], totalInvestment: wan(2600), fundsCentral: wan(1300), fundsProvince: wan(650), fundsCounty: wan(650), requested: wan(1300) }),
  project({ stage: "申报", owner: "云溪县交通建设投资有限公司", name: ALL(20)[0], totalInvestment: wan(2700), fundsCentral: wan(1350), fundsProvince: wan(675), fundsCounty: wan(675), requested: wan(1350) }, duplicate(1, "F112", "name")),
  project({ stage: "申报", owner: unread({ value: "#N/A", error: true, formula: "VLOOKUP(C30,单位表!A:B,2,0)" }) }, plant("F118", "owner")),
  project({ stage: "申报", name: "云溪县公路事业发展中心" }, plant("F114", "name")),
  hiddenProject({ stage: "申报", totalInvestment: amountIs("3200万元", 3200) }),
  aside("note", "填表人：王建明", null, "审核人：李海燕", null, null, "填报日期：2025年6月18日"),
  note("注：1.投资额单位为万元；2.省重点项目名称前标注★，市重点项目标注■。"),
];

export const transport = ledgerCase("交通局项目台账", {
  name: "项目台账",
  above: [["附件2"], [{ value: "云溪县交通运输局2025年项目台账", style: { bold: true, size: 18, centre: true } }], ["填报单位（盖章）：云溪县交通运输局", ...Array.from({ length: 16 }, () => null), "单位：万元"]],
  aboveMerged: ["A2:Y2"],
  unit: "万元",
  columns: [
    column("序号", "serial", { width: 6 }),
    column("项目名称", "name", { width: 36 }),
    column("项目代码", "code", { width: 28 }),
    column("项目单位", "owner", { width: 20 }),
    column("责任部门", "department", { width: 14 }),
    column("项目\n阶段", "stage"),
    column("建设内容及规模", "scale", { width: 40 }),
    column(["投资及资金来源", "总投资"], "totalInvestment", { width: 14 }),
    column(["投资及资金来源", "资金来源", "中央"], "fundsCentral"),
    column(["投资及资金来源", "资金来源", "省级"], "fundsProvince"),
    column(["投资及资金来源", "资金来源", "县级"], "fundsCounty"),
    column("拟申请\n资金", "requested"),
    column("资金渠道", "channel", { width: 16 }),
    column("累计完成投资", "completed"),
    column(["时间节点", "计划", "开工"], "startPlanned", { width: 14 }),
    column(["时间节点", "计划", "竣工"], "finishPlanned", { width: 14 }),
    column(["时间节点", "实际", "开工"], "startActual", { width: 14 }),
    column(["前期手续", "可研批复", "文号"], "proc.feasibility.no", { width: 22 }),
    column(["前期手续", "可研批复", "时间"], "proc.feasibility.on", { width: 14 }),
    column(["前期手续", "环评批复", "时间"], "proc.eia.on", { width: 14 }),
    column("重点项目\n类型", "keyProject"),
    column("包抓领导", "leader"),
    column("工作专班", "taskForce", { width: 18 }),
    column("推进方案", "plan"),
    column("责任人", "person"),
    column("联系电话", "phone", { width: 14 }),
    column("备注", "remark"),
  ],
  defaults: roadCell,
  body,
});
