/** One row of the large ledger: a fictitious project that is right in everything, or in two rows of a hundred wrong in one thing. */
import { projectCode, wrongProjectCode } from "../ledgers/numbers";

export type Cell = string | number;
export type ColumnKind = "text" | "number" | "day";

/** Twenty columns: ten of text, seven of numbers, three of days. */
export const COLUMNS = {
  serial: ["序号", "number"],
  code: ["项目代码", "text"],
  name: ["项目名称", "text"],
  department: ["责任部门", "text"],
  owner: ["项目单位", "text"],
  scale: ["建设内容及规模", "text"],
  stage: ["项目阶段", "text"],
  channel: ["资金渠道", "text"],
  total: ["总投资（万元）", "number"],
  capital: ["项目资本金（万元）", "number"],
  central: ["中央资金（万元）", "number"],
  bond: ["专项债券资金（万元）", "number"],
  own: ["自有资金（万元）", "number"],
  completed: ["累计完成投资（万元）", "number"],
  document: ["可研批复文号", "text"],
  feasible: ["可研批复时间", "day"],
  assessed: ["环评批复时间", "day"],
  start: ["计划开工时间", "day"],
  person: ["责任人", "text"],
  phone: ["联系电话", "text"],
} as const satisfies Record<string, readonly [heading: string, kind: ColumnKind]>;

export type Row = Record<keyof typeof COLUMNS, Cell>;

/** One row in so many holds a fault; prime, so that faults meet every kind of project. */
const FAULTY = 47;

export function projectRow(row: number): Row {
  const right = rightRow(row);
  if (row % FAULTY !== FAULTY - 1) return right;
  const spoil = FAULTS[Math.floor(row / FAULTY) % FAULTS.length];
  spoil?.(right, row);
  return right;
}

interface Work {
  readonly object: string;
  readonly department: string;
  /** Content with its measures: N and M are figures. */
  readonly scale: string;
}

const TRANSPORT = "交通运输局";
const WATER = "水务局";
const HOUSING = "住房和城乡建设局";
const FARMING = "农业农村局";
const EDUCATION = "教育局";
const HEALTH = "卫生健康局";
const ECOLOGY = "生态环境局";
const COMMERCE = "商务局";

const WORKS: readonly Work[] = [
  ["农村公路", TRANSPORT, "改造农村公路N公里，路面宽6.5米，新建桥涵M座，完善排水边沟、护栏及标志标线等安全设施"],
  ["连村公路", TRANSPORT, "硬化连村公路N公里，加宽错车道M处，配套边沟、挡土墙及绿化"],
  ["公路桥", TRANSPORT, "改建桥梁M座、全长N米，桥面净宽9米，同步实施两端引道及照明设施"],
  ["客运站", TRANSPORT, "建设候车大厅及附属用房N平方米，停车场M个车位，配套供电、给排水和消防设施"],
  ["供水管网", WATER, "更换供水主管网N公里，安装智能水表M户，新建加压泵站1座，惠及群众八千余人"],
  ["灌区渠道", WATER, "衬砌干支渠N公里，改造渠系建筑物M座，恢复灌溉面积三千亩，配套计量设施"],
  ["河道治理", WATER, "治理河道N公里，新建堤防及护岸M处，清淤疏浚土方十二万立方米"],
  ["水库除险加固", WATER, "加固大坝N米，改建溢洪道和放水设施M处，完善雨水情测报和安全监测设施"],
  ["污水处理厂", ECOLOGY, "新建污水处理厂一座，日处理能力N吨，配套污水管网M公里及提升泵站2座"],
  ["垃圾转运站", HOUSING, "新建生活垃圾转运站M座，日转运能力N吨，购置转运设备，配套道路及围墙"],
  ["老旧小区", HOUSING, "改造老旧小区M个、居民N户，更新给排水、燃气和供热管线，加装电梯及适老化设施"],
  ["城镇排水管网", HOUSING, "新建雨污分流管网N公里，改造检查井M个，配套一体化泵站及路面恢复"],
  ["集中供热管网", HOUSING, "改造供热一级管网N公里，新建换热站M座，安装智能平衡阀和远传热量表"],
  ["高标准农田", FARMING, "建设高标准农田N亩，新建机井M眼，铺设灌溉管道，整修田间道路和防护林网"],
  ["冷链物流园", COMMERCE, "建设冷库N平方米，分拣加工车间M栋，配置制冷、检测及信息化设备"],
  ["中心小学教学楼", EDUCATION, "新建教学楼N平方米，新增学位M个，配套运动场地、食堂及消防设施"],
  ["初级中学宿舍楼", EDUCATION, "新建学生宿舍楼N平方米，提供床位M张，配套浴室、热水及安防设施"],
  ["中心幼儿园", EDUCATION, "新建幼儿园用房N平方米，新增学位M个，配套室外活动场地及厨房设备"],
  ["卫生院业务用房", HEALTH, "新建门诊及住院用房N平方米，设置床位M张，购置影像和检验设备"],
  ["养老服务中心", HEALTH, "建设养老服务用房N平方米，设置护理型床位M张，配套康复、助餐和消防设施"],
].map(([object = "", department = "", scale = ""]) => ({ object, department, scale }));

const DEEDS = ["改造提升工程", "建设项目", "扩建工程", "续建配套项目", "改扩建项目", "新建工程"];
const TOWNS =
  "柳林 西坪 南岭 北川 东河 青石 白塔 石桥 龙泉 马营 双河 金沟 云岭 大坪 小川 黑水 红崖 月亮 平安 永丰 太和 新安 古城 长宁"
    .split(" ")
    .map((town) => `${town}镇`);
const FIRST = [..."上下前后大小东西张王李赵刘陈杨黄周吴徐孙马朱胡郭何林"];
const SECOND = [..."庄沟湾坡岭塬坪河桥寨堡营店窑崖泉"];
const SURNAMES = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"];
const GIVEN = [..."建国志强海峰晓燕文静立新春华秋实明远思齐永康"];

const STAGES = ["谋划", "储备", "储备", "申报", "在建"] as const;
type StageName = (typeof STAGES)[number];
const CHANNELS = ["专项债券", "中央预算内投资", "专项债券", "中央预算内投资（投资补助）"];

/** Days as a sheet counts them: 45658 is 2025-01-01. */
const NEW_YEAR_2025 = 45658;

/** The same for the same row, whichever rows are made beside it. */
function rightRow(row: number): Row {
  const random = seeded(row);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const { town, village, work, deed } = placeAndWork(row);
  const stage = one(STAGES);
  const channel = one(CHANNELS);
  const total = between(300_000, 2_400_000);
  const capital = Math.round(total * (0.25 + random() * 0.3));
  const granted = Math.round(total * (0.3 + random() * 0.3));
  const byBond = channel === "专项债券";
  const { feasible, assessed, start } = daysOf(stage, between);
  return {
    serial: row,
    code: codeOf(row),
    name: `${town}${village}${work.object}${deed}`,
    department: work.department,
    owner: one([
      `${town}人民政府`,
      `${work.department}项目建设中心`,
      "县城市建设投资有限公司",
      "县乡村振兴发展有限公司",
    ]),
    scale: work.scale.replace("N", String(between(12, 960))).replace("M", String(between(2, 48))),
    stage,
    channel,
    total: total / 100,
    capital: capital / 100,
    central: byBond ? 0 : granted / 100,
    bond: byBond ? granted / 100 : 0,
    own: (total - granted) / 100,
    completed: stage === "在建" ? Math.round(total * random() * 0.9) / 100 : 0,
    document: feasible === "" ? "" : `云发改审〔2024〕${String(between(1, 480))}号`,
    feasible,
    assessed,
    start,
    person: one(SURNAMES) + one(GIVEN) + one(GIVEN),
    phone: `13${String(between(100_000_000, 999_999_999))}`,
  };
}

/** Another code for every row: 100,000 a month, and another county when the year's are used up. */
function codeOf(row: number): string {
  const month = `24${String((row % 12) + 1).padStart(2, "0")}`;
  return projectCode(month, Math.floor(row / 12) % 100_000, String(139_926 + Math.floor(row / 1_200_000)));
}

/** Another name for every row up to two and a half million. */
function placeAndWork(row: number): { town: string; village: string; work: Work; deed: string } {
  let rest = (row * 7_919) % (TOWNS.length * FIRST.length * SECOND.length * WORKS.length * DEEDS.length);
  const next = <T>(items: readonly T[]): T => {
    const item = items[rest % items.length] as T;
    rest = Math.floor(rest / items.length);
    return item;
  };
  const work = next(WORKS);
  const town = next(TOWNS);
  const deed = next(DEEDS);
  return { town, village: `${next(FIRST)}${next(SECOND)}村`, work, deed };
}

/** What is not yet applied for has nothing approved and years until it starts. */
function daysOf(
  stage: StageName,
  between: (low: number, high: number) => number,
): { feasible: Cell; assessed: Cell; start: Cell } {
  if (stage === "谋划" || stage === "储备")
    return { feasible: "", assessed: "", start: NEW_YEAR_2025 + between(540, 900) };
  const feasible = NEW_YEAR_2025 - between(120, 330);
  const start = NEW_YEAR_2025 + (stage === "在建" ? between(0, 120) : between(240, 420));
  return { feasible, assessed: feasible + between(10, 90), start };
}

const PARTS = [..."ABCDEFGH"];
const SMALL = {
  total: 2100,
  capital: 600,
  central: 0,
  bond: 0,
  own: 2100,
  completed: 0,
  document: "",
  feasible: "",
  assessed: "",
  start: NEW_YEAR_2025 + 700,
};

/** What clerks get wrong; each spoils one thing of a right row. */
const FAULTS: readonly ((row: Row, number: number) => void)[] = [
  (row, number) => (row.code = wrongProjectCode("2405", number % 100_000)),
  (row) => (row.code = String(row.code).replaceAll("-", "")),
  (row, number) => (row.code = rightRow(number - 1).code),
  (row) => (row.total = `${String(row.total)} `),
  (row) => (row.total = "待批复后确定"),
  (row) => (row.total = Number(row.total) * 10_000),
  (row) => (row.own = Number(row.own) + 86.4),
  (row) => (row.capital = Math.round(Number(row.total) * 5) / 100),
  (row) => (row.start = "视资金到位情况"),
  (row) => (row.start = "2025-13-40"),
  (row) => Object.assign(row, { stage: "储备", completed: 120 }),
  (row) => Object.assign(row, { stage: "申报", channel: "向上级要" }),
  (row) => Object.assign(row, { stage: "在建", document: "", feasible: "", start: NEW_YEAR_2025 + 90 }),
  (row) => (row.stage = "第三类"),
  (row) => (row.department = ""),
  (row) => (row.phone = "139123"),
  (row) => Object.assign(row, { stage: "在建", document: "云发改审(2024)第12号", feasible: NEW_YEAR_2025 - 200 }),
  (row) => (row.scale = "按上级要求抓好落实"),
  (row) => Object.assign(row, { name: `${String(row.name).slice(0, 5)}党政机关办公楼建设项目`, channel: "专项债券" }),
  (row) => (row.name = `${String(row.name).slice(0, 3)}人民政府`),
  (row, number) => {
    const { name, department } = rightRow(number - 1);
    Object.assign(row, { name, department, code: "" });
  },
  (row, number) => {
    const name = `${String(row.name).slice(0, 3)}产业园标准厂房${PARTS[number % PARTS.length] ?? ""}区建设项目`;
    Object.assign(row, { name, owner: "县产业发展有限公司", stage: "谋划", ...SMALL });
  },
  (row) => (row.person = ""),
];

/** Numbers from 0 to 1 that differ from row to row. */
function seeded(row: number): () => number {
  let state = Math.imul(row, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
