/** 县项目储备库.xlsx: the county's reserve as the speech of 2025-06-21 tells it: 150 projects, 200 亿元, 60 % fitting, 23 of 30 new ones. */
import { column, plant, project, sum, type BodyRow, type Plant } from "../build";
import { ledgerSheet, otherSheet, workbookCase } from "../catalogue/case";
import { cleanCell, COUNTY, kindOf, personOf, phoneOf, townOf } from "../county";
import { projectCode } from "../numbers";
import { day, wan } from "../specify";

/** What the speech says, and what its reserve therefore holds. */
export const SPEECH = {
  projects: 150,
  wan: 2_000_000,
  fitting: 90,
  added: { count: 23, wan: 312_000 },
} as const;

interface Entry {
  readonly name: string;
  readonly department: string;
  readonly area: string | null;
  readonly channel: string;
  readonly scale: string;
  readonly owner: string;
}

/** Business projects: the companies' own money, no state fund pays for them. */
const BUSINESS: readonly (readonly [name: string, scale: string, department: string])[] = [
  ["果蔬罐头加工项目", "建设生产线3条，年产罐头1.6万吨", "工业和信息化局"],
  ["农机配件生产项目", "建设厂房2.1万平方米，年产配件40万套", "工业和信息化局"],
  ["服装加工项目", "购置设备320台，年产服装180万件", "工业和信息化局"],
  ["商贸综合楼项目", "建筑面积3.4万平方米，商铺210间", "商务局"],
  ["新型墙材生产项目", "年产墙材24万立方米，新增就业160人", "工业和信息化局"],
  ["度假酒店项目", "建筑面积1.8万平方米，客房220间", "文化和旅游局"],
  ["木制家具生产项目", "建设厂房1.6万平方米，年产家具5万套", "工业和信息化局"],
];

/** Asked for from special bonds, which refuse them: four lie in no area of the list, four are on the negative list. */
const MISDIRECTED: readonly (readonly [name: string, area: string | null, scale: string, department: string])[] = [
  ["产业引导基金出资项目", "股权投资", "县级出资2亿元，带动社会出资3亿元", "财政局"],
  ["机关办公楼新建项目", null, "新建办公楼一栋，建筑面积9600平方米", "财政局"],
  ["招商展厅布展项目", "展览展示", "布展面积2600平方米", "商务局"],
  ["仿古城建设项目", null, "建设仿古街区3.6万平方米", "文化和旅游局"],
  ["债务置换项目", "债务偿还", "置换债务2.3亿元", "财政局"],
  ["主题公园建设项目", null, "占地260亩，游乐设施28套", "文化和旅游局"],
  ["人才引进安家补助项目", "人才补助", "补助人才160名", "财政局"],
  ["商品房开发项目", null, "建筑面积8.4万平方米，住宅620套", "住房和城乡建设局"],
];

const STAGES: readonly (readonly [string, number])[] = [
  ["谋划", 60],
  ["储备", 48],
  ["申报", 27],
  ["建设", 15],
];

const STAGE_OF_ROW = STAGES.flatMap(([stage, count]) => Array.from({ length: count }, () => stage));

function entryOf(index: number): Entry {
  // Three of every five fit: the other two are business, until the eight that ask the wrong channel.
  const turn = index % 5;
  const group = Math.floor(index / 5);
  if (turn < 3) return fitting(group * 3 + turn);
  const rest = group * 2 + (turn - 3);
  const wrong = rest < MISDIRECTED.length * 7 && rest % 7 === 6 ? MISDIRECTED[Math.floor(rest / 7)] : undefined;
  if (!wrong) return business(rest);
  const [name, area, scale, department] = wrong;
  return { name: COUNTY + name, area, scale, department, channel: "专项债券", owner: COUNTY + department };
}

function fitting(number: number): Entry {
  const kind = kindOf(number);
  const name = COUNTY + kind.name.replace("◎", townOf(number));
  return { name, department: kind.department, area: kind.area, channel: kind.revenue ? "专项债券" : "中央预算内投资", scale: kind.scale, owner: COUNTY + kind.department };
}

function business(number: number): Entry {
  const [name, scale, department] = BUSINESS[number % BUSINESS.length] as (typeof BUSINESS)[number];
  const town = townOf(number * 12 + Math.floor(number / BUSINESS.length));
  return { name: COUNTY + town + name, department, area: null, channel: "企业自筹", scale, owner: `${COUNTY}${town.slice(0, 2)}实业有限公司` };
}

/** Spread over small and large, and exactly the speech's sum. */
function spread(count: number, sum: number): number[] {
  const weights = Array.from({ length: count }, (_, index) => 4 + ((index * 7) % 13));
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const amounts = weights.map((weight) => Math.floor((sum * weight) / whole / 100) * 100);
  const rest = sum - amounts.reduce((total, amount) => total + amount, 0);
  return amounts.map((amount, index) => (index === count - 1 ? amount + rest : amount));
}

const NEW_EVERY = Math.floor(SPEECH.projects / SPEECH.added.count);
const isNew = (index: number): boolean => index % NEW_EVERY === 2 && Math.floor(index / NEW_EVERY) < SPEECH.added.count;
const NEW_AMOUNTS = spread(SPEECH.added.count, SPEECH.added.wan);
const OLD_AMOUNTS = spread(SPEECH.projects - SPEECH.added.count, SPEECH.wan - SPEECH.added.wan);

/** A misdirected row is found by its area where it states one, else by the negative word in its name. */
function plantsOf({ channel, area, name }: Entry): Plant[] {
  const misdirected = channel === "专项债券" && MISDIRECTED.some(([wrong]) => name === COUNTY + wrong);
  if (!misdirected) return [];
  return [area === null ? plant("C203", "name") : plant("C201", "channel")];
}

function rows(): BodyRow[] {
  let added = 0;
  return Array.from({ length: SPEECH.projects }, (_, index) => {
    const entry = entryOf(index);
    const fresh = isNew(index);
    const amount = (fresh ? NEW_AMOUNTS[added] : OLD_AMOUNTS[index - added]) ?? 0;
    if (fresh) added++;
    const month = fresh ? (added % 6) + 1 : (index % 12) + 1;
    const entered = fresh ? `2025-${two(month)}-${two(3 + (added % 15))}` : `2024-${two(month)}-${two(5 + (index % 20))}`;
    return project(
      {
      ...entry,
      code: projectCode(fresh ? "2501" : "2401", 30000 + index * 17),
      stage: STAGE_OF_ROW[(index * 37) % SPEECH.projects] ?? "谋划",
      totalInvestment: wan(amount),
      requested: entry.channel === "企业自筹" ? null : wan(Math.round(amount * 0.6)),
      enteredOn: day(entered),
      person: personOf(index),
      phone: phoneOf(index),
    }, ...plantsOf(entry));
  });
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

const reserveSheet = ledgerSheet({
  name: "项目储备库",
  above: [[{ value: "云溪县项目储备库（2025年6月）", style: { bold: true, size: 20, centre: true } }], ["填报单位：云溪县发展和改革局", ...Array.from({ length: 11 }, () => null), "单位：万元"]],
  aboveMerged: ["A1:N1"],
  unit: "万元",
  columns: [
    column("序号", "serial", { width: 6 }),
    column("项目名称", "name", { width: 40 }),
    column("项目代码", "code", { width: 28 }),
    column("项目单位", "owner", { width: 24 }),
    column("责任部门", "department", { width: 18 }),
    column("建设性质", "nature"),
    column("建设内容及规模", "scale", { width: 46 }),
    column("投向领域", "area", { width: 24 }),
    column("资金渠道", "channel", { width: 18 }),
    column("项目阶段", "stage"),
    column("总投资", "totalInvestment", { width: 12 }),
    column("拟申请资金", "requested", { width: 12 }),
    column("入库时间", "enteredOn", { width: 14 }),
    column("责任人", "person"),
    column("联系电话", "phone", { width: 14 }),
  ],
  defaults: cleanCell,
  body: [...rows(), sum("合计：150 个", { why: "total", of: "all", fields: ["totalInvestment"] })],
});

/** Every department that owes projects; the last two have none. */
export const ROSTER: readonly (readonly [name: string, group: string])[] = [
  ["发展和改革局", "经济"],
  ["工业和信息化局", "经济"],
  ["商务局", "经济"],
  ["交通运输局", "经济"],
  ["住房和城乡建设局", "经济"],
  ["财政局", "经济"],
  ["农业农村局", "农口"],
  ["水务局", "农口"],
  ["生态环境局", "社会"],
  ["教育局", "社会"],
  ["卫生健康局", "社会"],
  ["民政局", "社会"],
  ["文化和旅游局", "社会"],
  ["科学技术局", "经济"],
  ["应急管理局", "社会"],
];

const roster = otherSheet("部门名录", [
  ["部门名称", "口", "对上争取专人", "联系电话"],
  ...ROSTER.map(([name, group], index) => [name, group, personOf(index + 30), phoneOf(index + 400)]),
]);

const refusals = otherSheet("2024年申报情况", [
  ["云溪县2024年专项债券项目申报情况"],
  ["审核结果", "个数", "占申报总数"],
  ["通过", 20, { value: 0.5, style: { format: 9 } }],
  ["退回：不符合资金投向", 8, { value: 0.2, style: { format: 9 } }],
  ["退回：可行性研究报告质量不高", 12, { value: 0.3, style: { format: 9 } }],
  ["申报总数", 40, { value: 1, style: { format: 9 } }],
]);

export const reserve = workbookCase("县项目储备库", [reserveSheet, roster, refusals]);
