/** An invented county, 云溪县, and its projects: everything that a clean ledger could say of each of them. */
import type { FieldKey } from "../../src/ledger/fields";
import { procedureOf } from "../../src/ledger/fields";
import { creditCode, projectCode } from "./numbers";
import { day, wan, written, type Spec } from "./specify";
import type { Plain } from "./workbook";

export interface ProjectKind {
  /** ◎ is the town. */
  readonly name: string;
  readonly area: string;
  readonly department: string;
  readonly industry: string;
  readonly scale: string;
  /** Has fees of its own: may be paid by special bonds. */
  readonly revenue: boolean;
}

export const COUNTY = "云溪县";
export const TOWNS = [
  "柳河镇",
  "青石镇",
  "白桥镇",
  "双庙镇",
  "临泉镇",
  "南坡乡",
  "东岭乡",
  "大槐镇",
  "望仙镇",
  "松坪乡",
  "沙岗镇",
  "石门镇",
] as const;

export const KINDS: readonly ProjectKind[] = [
  {
    name: "◎农村公路改造提升工程",
    area: "交通基础设施",
    department: "交通运输局",
    industry: "道路运输业",
    scale: "改造农村公路18.6公里，路基宽6.5米，路面宽5.5米，沥青混凝土路面",
    revenue: false,
  },
  {
    name: "◎高标准农田建设项目",
    area: "农林水利",
    department: "农业农村局",
    industry: "农业",
    scale: "建设高标准农田1.2万亩，新打机井46眼，铺设管道38公里",
    revenue: false,
  },
  {
    name: "◎污水处理厂提标改造工程",
    area: "生态环保",
    department: "生态环境局",
    industry: "生态保护和环境治理业",
    scale: "日处理污水1.5万吨，配套污水管网12公里，出水达到一级A标准",
    revenue: true,
  },
  {
    name: "◎中心卫生院迁建项目",
    area: "社会事业",
    department: "卫生健康局",
    industry: "卫生",
    scale: "总建筑面积8600平方米，新增床位99张，年门诊量6万人次，年住院3200人次",
    revenue: true,
  },
  {
    name: "◎供水管网改造工程",
    area: "市政和产业园区基础设施",
    department: "住房和城乡建设局",
    industry: "水的生产和供应业",
    scale: "改造供水管网26公里，更换水表4200块，新建加压泵站2座",
    revenue: true,
  },
  {
    name: "◎农产品冷链物流中心项目",
    area: "城乡冷链等物流基础设施",
    department: "商务局",
    industry: "装卸搬运和仓储业",
    scale: "建设冷库2.4万立方米、分拣车间6000平方米，年周转果蔬5万吨",
    revenue: true,
  },
  {
    name: "◎中型灌区续建配套与节水改造工程",
    area: "农林水利",
    department: "水务局",
    industry: "水利管理业",
    scale: "衬砌渠道31公里，改造渠系建筑物128座，改善灌溉面积3.6万亩",
    revenue: false,
  },
  {
    name: "◎中心小学教学楼建设项目",
    area: "社会事业",
    department: "教育局",
    industry: "教育",
    scale: "建筑面积5200平方米，新增学位900个",
    revenue: false,
  },
  {
    name: "◎老旧小区改造项目",
    area: "保障性安居工程",
    department: "住房和城乡建设局",
    industry: "房屋建筑业",
    scale: "改造老旧小区14个，涉及居民1860户，建筑面积16.2万平方米",
    revenue: false,
  },
  {
    name: "◎综合养老服务中心项目",
    area: "社会事业",
    department: "民政局",
    industry: "社会工作",
    scale: "建筑面积7400平方米，设养老床位220张，带动就业65人",
    revenue: true,
  },
  {
    name: "◎分布式光伏发电项目",
    area: "新能源",
    department: "发展和改革局",
    industry: "电力、热力生产和供应业",
    scale: "屋顶分布式光伏装机24兆瓦，年发电2600万千瓦时",
    revenue: true,
  },
  {
    name: "◎天然气管网延伸工程",
    area: "能源",
    department: "发展和改革局",
    industry: "燃气生产和供应业",
    scale: "铺设中压燃气管道42公里，建设调压站3座，覆盖居民6800户",
    revenue: true,
  },
];

/** The town's turn comes after every kind has had one, so that 144 names are distinct. */
export function kindOf(index: number): ProjectKind {
  return KINDS[index % KINDS.length] as ProjectKind;
}

export function townOf(index: number): string {
  return TOWNS[Math.floor(index / KINDS.length + index) % TOWNS.length] as string;
}

export function nameOf(index: number): string {
  return COUNTY + kindOf(index).name.replace("◎", townOf(index));
}

/** 万元, a multiple of 100 so that 亿元 shows it in two decimals. */
export function totalOf(index: number): number {
  return 3600 + ((index * 1700) % 9400);
}

const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫";
const GIVEN = ["建明", "海燕", "志强", "丽萍", "文斌", "晓峰", "永刚", "秀英"];

export function personOf(index: number): string {
  return (SURNAMES[(index * 5) % SURNAMES.length] ?? "") + (GIVEN[(index * 3) % GIVEN.length] ?? "");
}

export function phoneOf(index: number): string {
  return `1380000${String(1000 + ((index * 37) % 9000))}`;
}

/** Days by which a project's papers were settled, each before what builds on it. */
const PAPERS: Readonly<Record<string, string>> = {
  proposal: "2024-03-12",
  site: "2024-04-18",
  stability: "2024-04-26",
  energy: "2024-05-15",
  feasibility: "2024-06-20",
  record: "2024-06-20",
  approval: "2024-06-20",
  design: "2024-08-16",
  landPermit: "2024-09-10",
  land: "2024-09-20",
  planPermit: "2024-10-22",
  drawings: "2024-11-15",
  eia: "2024-09-05",
  soilWater: "2024-09-12",
  safety: "2024-09-19",
  bidding: "2024-12-18",
  buildPermit: "2025-01-16",
};

export function paperDay(key: string): string {
  return PAPERS[key] ?? "2024-06-20";
}

/** What a clean ledger says under a field; amounts in 万元, days as serials. */
export function cleanCell(field: FieldKey, index: number): Spec | Plain {
  const procedure = procedureOf(field);
  if (procedure) return procedureCell(procedure.key, procedure.part, index);
  const total = totalOf(index);
  const kind = kindOf(index);
  const table: Partial<Record<FieldKey, Spec | Plain>> = {
    serial: index + 1,
    name: nameOf(index),
    code: projectCode("2403", 10021 + index * 13),
    owner: `${COUNTY}${kind.department}`,
    ownerCreditCode: creditCode(12340 + index),
    department: kind.department,
    cooperators: "财政局",
    reporter: kind.department,
    region: COUNTY,
    location: townOf(index),
    nature: "新建",
    route: "审批",
    area: kind.area,
    industry: kind.industry,
    scale: kind.scale,
    necessity: "现有设施不能满足当地2.3万群众的需要，项目建设十分必要",
    economy: "项目建成后年节约运行费用80万元，经济上可行",
    compiler: "云溪工程咨询有限公司",
    benefit: "项目建成后惠及群众2.3万人，带动就业120人",
    stage: "储备",
    enteredOn: day("2025-03-14"),
    updatedOn: day("2025-06-12"),
    totalInvestment: wan(total),
    completed: wan(0),
    completedBefore: wan(0),
    completedThisYear: wan(0),
    completedThisMonth: wan(0),
    completionRate: null,
    planThisYear: wan(total / 2),
    planNextYear: wan(total / 2),
    requested: wan(total * 0.6),
    estimate: wan(total),
    budgetEstimate: wan(total),
    outcome: "通过",
    approved: wan(total * 0.5),
    arrived: wan(total * 0.25),
    paid: wan(total * 0.25),
    capital: wan(total * 0.4),
    matching: wan(total * 0.2),
    fundsCentral: wan(total * 0.5),
    fundsProvince: wan(total * 0.25),
    fundsCity: wan(0),
    fundsCounty: wan(total * 0.25),
    fundsBond: wan(0),
    fundsLoan: wan(0),
    fundsSelf: wan(0),
    fundsOther: wan(0),
    channel: kind.revenue ? "专项债券" : "中央预算内投资",
    policyBasis: "《云溪县“十四五”规划纲要》",
    planBasis: "云溪县国土空间总体规划",
    coverage: 1.35,
    period: written("2025-2026", { from: "2025-01-01", to: "2026-12-31", precision: "year" }),
    startPlanned: day("2025-09-10"),
    finishPlanned: day("2026-11-20"),
    landQuota: "已落实",
    leader: personOf(index + 3),
    taskForce: `${kind.department}项目专班`,
    plan: "一项目一方案",
    person: personOf(index),
    phone: phoneOf(index),
    progress: "正在开展前期工作",
    inStatistics: "否",
  };
  return table[field] ?? null;
}

function procedureCell(key: string, part: string | null, index: number): Spec | Plain {
  const done = paperDay(key);
  const number = `云发改审批〔2024〕${index + 3}号`;
  switch (part) {
    case null:
      return written("已完成", { state: "done" });
    case "no":
      return written(number, { no: [number] });
    case "on":
      return day(done);
    case "accepted":
      return null;
    default:
      return null;
  }
}
