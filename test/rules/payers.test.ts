/** Who pays, where no channel is named: the negative list is said only where money that refuses the class may be meant; and units above figures. */
import { checkLedgers } from "../../src/findings/check";
import { gridSheet } from "../../src/sheet/grid";
import { ledgerOf, optionsOn } from "./judge";

type Cells = readonly (string | number)[];

function codesOf(rows: readonly Cells[]): string[] {
  const { perLedger } = checkLedgers([ledgerOf(gridSheet("台账", rows))], optionsOn("2025-06-20"));
  return perLedger.flatMap(({ findings }) => findings.map(({ code }) => code));
}

const FACTORY = "汽车线束生产线建设项目";
const WORKS = "新建生产车间3200平方米";

describe("the negative list under headings that name the money", () => {
  it.each<[heading: string, listed: boolean]>([
    ["拟申请国债资金（万元）", false],
    ["拟申请超长期特别国债资金（万元）", false],
    ["其中：衔接资金（万元）", false],
    ["福建协作资金（万元）", false],
    ["补助资金（万元）", false],
    ["申请奖补资金（万元）", false],
    ["银行贷款（万元）", false],
    ["拟申请专项债券额度（万元）", true],
    ["专项债券（万元）", true],
    ["拟申请资金（万元）", true],
  ])("%s: %s", (heading, listed) => {
    const rows = [
      ["项目名称", "责任部门", "建设内容", "总投资（万元）", heading],
      [FACTORY, "工业和信息化局", WORKS, 9000, 4000],
    ];
    expect(codesOf(rows).includes("C203")).toBe(listed);
  });

  it("a source with nothing in it pays nothing", () => {
    const head = ["项目名称", "责任部门", "建设内容", "总投资（万元）", "专项债券（万元）", "企业自筹（万元）"];
    expect(codesOf([head, [FACTORY, "工业和信息化局", WORKS, 9000, 0, 9000]])).not.toContain("C203");
    expect(codesOf([head, [FACTORY, "工业和信息化局", WORKS, 9000, 4000, 5000]])).toContain("C203");
  });

  it.each<[owner: string, listed: boolean]>([
    ["云溪电子有限公司", false],
    ["云溪筑城建材有限公司", false],
    ["云溪县城市建设投资有限公司", true],
    ["云溪县城建集团", true],
    ["县农业农村局", true],
  ])("of %s, in a ledger that asks nobody for money: %s", (owner, listed) => {
    const rows = [
      ["项目名称", "建设单位", "责任部门", "建设内容", "总投资（万元）"],
      [FACTORY, owner, "工业和信息化局", WORKS, 9000],
    ];
    expect(codesOf(rows).includes("C203")).toBe(listed);
  });
});

it.each<[name: string, listed: boolean]>([
  ["杨集装备制造公司数控机床技改项目", false],
  ["云溪电子有限公司线路板生产线建设项目", false],
  ["云溪县文旅投资集团有限公司主题公园建设项目", true],
  ["黄土岭药业中药饮片生产线建设项目", false],
  ["柳河茶叶加工厂建设项目", true],
  ["云溪县第一中学教育集团商业综合体建设项目", true],
])("%s names whose works they are: on the list %s", (name, listed) => {
  const rows = [
    ["项目名称", "责任部门", "建设内容", "总投资（万元）"],
    [name, "工业和信息化局", WORKS, 9000],
  ];
  expect(codesOf(rows).includes("C203")).toBe(listed);
});

it.each<[title: string, listed: boolean]>([
  ["2024年结转衔接资金支出进度表", false],
  ["专项债券资金支出进度表", true],
  ["省级工业发展专项资金申报表", false],
  ["上级专项资金申报表", true],
  ["县级政府专项债券及配套补助资金申报表", true],
  ["重点项目支出进度表", true],
])("money that the title %s names: on the list %s", (title, listed) => {
  const rows = [[title], ["项目名称", "责任部门", "建设内容", "下达资金（万元）"], [FACTORY, "农业农村局", WORKS, 900]];
  expect(codesOf(rows).includes("C203")).toBe(listed);
});

it.each<[title: string, owner: string | null, listed: boolean]>([
  ["经开区在谈招商项目跟踪表", null, false],
  ["2025年招商引资项目台账", "浙江客商王某", false],
  ["经开区在谈项目跟踪表", "云溪县产投集团", true],
  ["备案类项目清单", null, false],
  ["重点项目清单", null, true],
])("%s with works of %s: on the list %s", (title, owner, listed) => {
  const rows = [[title], ["项目名称", "建设单位", "建设内容", "总投资（万元）"], [FACTORY, owner ?? "", WORKS, 9000]];
  expect(codesOf(rows).includes("C203")).toBe(listed);
});

it.each<[name: string, listed: boolean]>([
  ["特种设备检验站迁建项目", false],
  ["基层执法装备配置项目", false],
  ["雪亮工程前端设备补点项目", false],
  ["馆藏档案数字化加工项目", false],
  ["城南污泥处置站技术改造项目", false],
  ["检验检测中心仪器设备购置项目", false],
  ["特种设备制造项目", true],
  ["环保装备制造项目", true],
  ["茶叶加工项目", true],
  ["精密铸造技术改造项目", true],
])("what a public body buys, or improves for the public, is no industry: %s on the list %s", (name, listed) => {
  const rows = [
    ["项目名称", "责任部门", "总投资（万元）"],
    [name, "市场监督管理局", 900],
  ];
  expect(codesOf(rows).includes("C203")).toBe(listed);
});

it.each<[sheet: string, stage: string, finished: string, listed: boolean]>([
  ["台账", "竣工", "", false],
  ["台账", "退出", "", false],
  ["台账", "", "2024-11", false],
  ["台账", "", "2026-11", true],
  ["竣工一批", "", "", false],
  ["拟竣工", "", "", true],
  ["台账", "谋划", "", true],
])(
  "nobody is to pay for what is finished: on 「%s」 at 「%s」, finished %s: on the list %s",
  (sheet, stage, day, listed) => {
    const rows = [
      ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "实际竣工时间"],
      [FACTORY, "工业和信息化局", 9000, stage, day],
    ];
    const { perLedger } = checkLedgers([ledgerOf(gridSheet(sheet, rows))], optionsOn("2025-06-20"));
    const codes = perLedger.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes.includes("C203")).toBe(listed);
  },
);

it.each<[step: string, listed: boolean]>([
  ["备案证号", false],
  ["可研批复文号", true],
])("a ledger whose projects have a %s: on the list %s", (step, listed) => {
  const rows = [
    ["项目名称", step, "建设内容", "总投资（万元）"],
    [FACTORY, "2024-11-20", WORKS, 9000],
  ];
  expect(codesOf(rows).includes("C203")).toBe(listed);
});

it("a quarter of a town that is called after a mill is no mill", () => {
  const head = ["项目名称", "责任部门", "建设内容", "总投资（万元）"];
  const rows = ["棉纺新村改造项目", "钢铁厂家属院改造项目"].map((name) => [name, "住建局", "改造楼栋20栋、460户", 900]);
  expect(codesOf([head, ...rows])).not.toContain("C203");
});

describe("figures below a heading that states their unit", () => {
  it.each<[heading: string, scale: string | number, asked: boolean]>([
    ["建设规模（万千瓦）", 29, false],
    ["建设规模（公里）", "约18.5", false],
    ["建设规模（万千瓦）", "光伏电站", true],
    ["建设规模", 29, true],
  ])("%s over %s: asked for more %s", (heading, scale, asked) => {
    const rows = [
      ["项目名称", "责任部门", heading, "总投资（万元）"],
      ["河口镇光伏电站项目", "能源局", scale, 9000],
    ];
    expect(codesOf(rows).includes("S402")).toBe(asked);
  });

  it.each<[scale: string, asked: boolean]>([
    ["微站60个", false],
    ["打井3眼", false],
    ["60个微站", false],
    ["管网两处", false],
    ["新建3公里", true],
    ["面积90亩", true],
    ["60个", true],
  ])("a few characters that tell what and how much, 「%s」: asked for more %s", (scale, asked) => {
    const rows = [
      ["项目名称", "责任部门", "建设内容", "总投资（万元）"],
      ["河口镇便民服务项目", "民政局", scale, 90],
    ];
    expect(codesOf(rows).includes("S402")).toBe(asked);
  });
});
