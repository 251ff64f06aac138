/** Projects told from everything else that stands below a heading. */
import { Mark } from "../../../src/sheet/cell";
import { ledgerOf, skippedOf, type Rows } from "../ledgerOf";

const HEAD = ["序号", "项目名称", "责任单位", "建设内容", "总投资（万元）", "备注"];
const road = (
  serial: number | string | null,
  name = `某县第${String(serial)}小学新建工程`,
  department: string | null = "教育局",
) => [serial, name, department, "新建教学楼6000平方米", 1200, null];

/** What a row between two projects is; null for a project. */
const KINDS: readonly (readonly [string, Rows[number], string | null])[] = [
  ["合计", ["合计", null, null, null, 2400, null], "total"],
  ["合 计", ["合  计", null, null, null, 2400, null], "total"],
  ["总计 in the name's column", [null, "总计", null, null, 2400, null], "total"],
  ["小计", ["小计", null, null, null, 1200, null], "total"],
  ["全县合计", ["全县合计", null, null, null, 2400, null], "total"],
  ["合计：2 个", ["合计：2 个", null, null, null, 2400, null], "total"],
  ["合计(2617)", ["合计(2617)", null, null, null, 2400, null], "total"],
  ["共2个项目", [null, "共2个项目", null, null, 2400, null], "total"],
  ["交通局小计", ["交通局小计", null, null, null, 1200, null], "total"],
  ["合计 far from the names", [null, null, null, "合计", 2400, null], "total"],
  ["项目个数", ["项目个数", 2, null, null, 2400, null], "total"],
  ["其中 and the name beside it", ["其中", "续建项目", null, null, 1200, null], "total"],
  ["a sum without words", [null, null, null, null, 2400, null], "total"],
  ["一、", ["一、交通基础设施（5个）", null, null, null, null, null], "section"],
  ["一 and the name beside it", ["一", "交通基础设施", null, null, null, null], "section"],
  ["一 with a sum", ["一", "农林水利", null, null, 5000, null], "section"],
  ["A and the name beside it", ["A", "农林水利", null, null, 5000, null], "section"],
  ["a department's sum", [null, "县水利局", null, null, 5000, null], "section"],
  ["以下为…", [null, "以下为新增项目", null, null, null, null], "section"],
  ["（一）", ["（一）续建项目", null, null, null, null, null], "section"],
  ["（二） in the name's column", [null, "（二）新开工项目", null, null, null, null], "section"],
  ["a section that prints its sum", ["二、社会事业（3个）", null, null, null, 3600, null], "section"],
  ["续建项目(597个)", ["续建项目(597个)", null, null, null, null, null], "section"],
  ["城镇（含园区）基础设施类（52）", ["城镇（含园区）基础设施类（52）", null, null, null, null, null], "section"],
  ["1、合肥市(915个)", ["1、合肥市(915个)", null, null, null, null, null], "section"],
  ["第一部分", ["第一部分 在建项目", null, null, null, null, null], "section"],
  ["a word alone under 序号", ["教育局", null, null, null, null, null], "section"],
  ["续建项目 under the name", [null, "续建项目", null, null, null, null], "section"],
  ["注：", ["注：1、项目较多时，请自行增加行数。", null, null, null, null, null], "note"],
  ["备注：", ["备注：表中数据截至6月底。", null, null, null, null, null], "note"],
  ["填表人", ["填表人：王某", null, "审核人：李某", null, "联系电话：0391-6600000", null], "note"],
  [
    "prose",
    ["2025年续建项目共85个，总投资338亿元，年度计划投资45亿元，截至目前完成投资20亿元。", null, null, null, null, null],
    "note",
  ],
  ["what to do with the table", ["（此表于6月20日前报县发改局）", null, null, null, null, null], "note"],
  ["a legend", ["图例：√已办结，○正在办理", null, null, null, null, null], "note"],
  ["a legend that is not called so", [null, "√已办结  ○正在办理  △未办理", null, null, null, null], "note"],
  ["a legend in several cells", ["图例", "√已办结", "○正在办理", null, null, null], "note"],
  ["who has drawn it up, and when", ["青石镇人民政府   2025年6月19日", null, null, null, null, null], "note"],
  ["a short sentence", ["以上均为初步匡算。", null, null, null, null, null], "note"],
  ["labels to sign at", ["单位负责人：", null, "填表人：", null, "联系电话：", null], "note"],
  ["a line to sign", ["主管领导：", null, null, "制表：张某", null, null], "note"],
  ["an office to sign at, with a day", ["镇长：", null, null, "2025年6月16日", null, null], "note"],
  ["a chief's hand", ["局长（签字）：____", null, null, null, null, null], "note"],
  ["the unit alone", ["单位：万元", null, null, null, null, null], "note"],
  ["a mark of the page", ["（续上表）", null, null, null, null, null], "note"],
  ["a page's number", [null, "第2页 共3页", null, null, null, null], "note"],
  ["a report of none", [1, "本月无项目", null, null, null, null], "note"],
  ["a report of none in other words", [1, "我局2025年第二季度暂无新增储备项目", "司法局", null, 0, null], "note"],
  ["a report of none without a number", ["无", "零报告", null, null, null, null], "note"],
  ["a project of what there is none of", [3, "全县无电地区电网建设项目", "能源局", "新建", 3000, null], null],
  ["a project with 零 in its name", [3, "零碳产业园项目", "工信局", "新建", 3000, null], null],
  ["示例", ["示例", "XX县XX镇XX道路工程", "交通局", "新建道路10公里", 5000, null], "example"],
  ["例", ["例", "XX县XX工程", "交通局", "新建道路", 5000, null], "example"],
  ["（示例）in the name", [9, "XX县道路工程（示例）", "交通局", "新建道路", 5000, null], "example"],
  ["a total with a number in front", [3, "全县汇总", null, null, 3600, null], "total"],
  ["a project with a number in front that is called a headquarters", [3, "总部基地", null, null, 3600, null], null],
  ["an average", [null, "平均", null, null, 1800, null], "total"],
  ["last year's figures", ["上年同期", null, null, null, 1800, null], "total"],
  ["the heading again", HEAD, "repeated-header"],
  [
    "the heading again in slightly other words",
    ["编号", "项目名称", "牵头责任单位", "主要建设内容", "总投资", "备注"],
    "repeated-header",
  ],
  ["nothing", [null, null, null, null, null, null], "blank"],
  ["spaces", ["  ", "　", null, null, null, null], "blank"],
  ["a row struck through", ["/", "/", "/", "/", "/", "/"], "blank"],
  ["a row of 无 behind a serial", ["3", "无", "无", "无", null, null], "blank"],
  ["a pre-printed serial", [3, null, null, null, null, null], "blank"],
  ["a project", road(3), null],
  ["a project with a serial of two levels", road("2-1"), null],
  ["a project without a serial", road(null, "某县青石河综合治理工程"), null],
  ["a project of few cells", [3, "某县青石河综合治理工程", null, null, null, null], null],
  ["a project whose name is missing", [3, null, "水利局", "治理河道12公里", 3000, null], null],
  ["a project for the whole county", ["2-1", "某县农路管护", "全县", null, 3000, null], null],
  ["a project without a name for the whole county", [3, null, null, "全县", 3000, null], null],
  ["a project whose name holds 计", [3, "某县设计小镇建设项目", "住建局", "新建", 3000, null], null],
  ["a project that is a demonstration", [3, "某县数字乡村示范工程", "农业农村局", "新建", 3000, null], null],
  ["a project of a section's kind", [3, "重点项目", "住建局", "新建", 3000, null], null],
  ["a project with text for a serial", ["3", "某县一、二号桥新建工程", "交通局", "新建", 3000, null], null],
];

describe("a row between two projects", () => {
  it.each(KINDS)("%s", (_, row, why) => {
    const ledger = ledgerOf([HEAD, road(1), row, road(2)]);
    expect(skippedOf(ledger)[3] ?? null).toBe(why);
    expect(ledger.projects.map((project) => project.row)).toEqual(why === null ? [2, 3, 4] : [2, 4]);
  });
});

it("lists titles, and blank rows between projects but not behind them", () => {
  const ledger = ledgerOf([
    ["附件2"],
    ["某县2025年项目台账"],
    [null],
    HEAD,
    road(1),
    [null],
    [null],
    road(2),
    [null],
    [null],
  ]);
  expect(skippedOf(ledger)).toEqual({ 1: "title", 2: "title", 6: "blank", 7: "blank" });
});

it("lists pre-printed serials behind the last project, whose rows hold something", () => {
  const ledger = ledgerOf([HEAD, road(1), [2], [3]]);
  expect(skippedOf(ledger)).toEqual({ 3: "blank", 4: "blank" });
});

it("takes a pre-printed row of formulas that add up nothing for blank", () => {
  const marks = new Map([[3, [0, 0, 0, 0, Mark.formula, 0]]]);
  const ledger = ledgerOf([HEAD, road(1), [2, null, null, null, 0, null], road(3)], { marks });
  expect(skippedOf(ledger)).toEqual({ 3: "blank" });
});

it("goes on with a note over the lines that stand alone", () => {
  const ledger = ledgerOf([
    HEAD,
    road(1),
    ["注：1、金额单位为万元"],
    ["2、省重点项目请于名称前标注★"],
    ["3、每月5日前报送"],
  ]);
  expect(skippedOf(ledger)).toEqual({ 3: "note", 4: "note", 5: "note" });
});

it("keeps hidden rows and says so", () => {
  const ledger = ledgerOf([HEAD, road(1), road(2)], { hiddenRows: new Set([3]) });
  expect(ledger.projects.map(({ hidden }) => hidden)).toEqual([false, true]);
});

describe("vertically merged cells", () => {
  const rows: Rows = [
    HEAD,
    [1, "甲河治理工程", "水利局", "河道", 100, null],
    [2, "乙河治理工程", null, "河道", 100, null],
    [3, "丙路新建工程", null, "道路", 100, null],
  ];

  it("speak for every row that they cover", () => {
    const ledger = ledgerOf(rows, { merges: ["C2:C3"] });
    expect(ledger.projects.map(({ values }) => values.department)).toEqual(["水利局", "水利局", undefined]);
  });

  it("are filled into values, never into cells", () => {
    const ledger = ledgerOf(rows, { merges: ["C2:C4"] });
    expect(ledger.projects[1]?.values.department).toBe("水利局");
    expect(ledger.projects[1]?.cells[2]).toBeNull();
  });

  it("of money count once", () => {
    const ledger = ledgerOf([HEAD, [1, "甲", "水利局", "河道", 100, null], [2, "乙", "水利局", "河道", null, null]], {
      merges: ["E2:E3"],
    });
    expect(ledger.projects.map(({ values }) => values.totalInvestment?.wan)).toEqual([100, undefined]);
  });

  it("left of the name are the sections of their rows", () => {
    const ledger = ledgerOf(
      [
        ["大类", ...HEAD],
        ["交通类", 1, "甲路工程", "交通局", "道路", 100, null],
        [null, 2, "乙路工程", "交通局", "道路", 100, null],
      ],
      { merges: ["A2:A3"] },
    );
    expect(ledger.projects.map(({ section }) => section)).toEqual(["交通类", "交通类"]);
  });
});

it("names the section above a row", () => {
  const ledger = ledgerOf([
    HEAD,
    ["一", "交通基础设施", null, null, null, null],
    road(1),
    ["二、社会事业（1个）"],
    road(2),
  ]);
  expect(ledger.projects.map(({ section }) => section)).toEqual(["一、交通基础设施", "二、社会事业(1个)"]);
});

describe("a narrow ledger whose channels read like headings", () => {
  const channels = ["专项债券", "中央预算内投资", "国债资金", "银行贷款", "自有资金", "其他资金"];
  const rows: Rows = [
    ["项目名称", "总投资（万元）", "资金渠道", "责任单位"],
    ...channels.map((channel, index) => [`某县第${String(index)}小学新建工程`, 1200, channel, "教育局"]),
  ];

  it("is no form of one project", () => {
    expect(ledgerOf(rows).projects).toHaveLength(channels.length);
  });

  it("is one least of all where the user named its heading", () => {
    const ledger = ledgerOf(rows, { choices: { header: { top: 1, bottom: 1 } } });
    expect(ledger.projects).toHaveLength(channels.length);
  });
});

describe("a village's list in its own words", () => {
  const rows: Rows = [
    ["项目", "总投资", "啥时候动工", "弄到哪步了", "卡在哪里", "找谁"],
    ["石门村到柳林二级路改建工程", 2850, "8月", "刚进场", "缺钱", "王某"],
    ["白石河危桥改造工程", "九百来万", "明年", "弄了一半", null, "李某"],
    ["东沟村供水管网提升项目", 310, "9月", "刚进场", "缺钱", "赵某"],
    ["南山村冷链仓储建设项目", 460, "年底", "没动", "缺地", "孙某"],
  ];

  it("is one of projects, since its names say what is built", () => {
    const ledger = ledgerOf(rows);
    expect(ledger.role).toBe("projects");
    expect(ledger.projects).toHaveLength(4);
  });

  it("is no form of one project where not even its figures are called by a known word", () => {
    const ledger = ledgerOf([["项目", "要多少钱", "啥时候动工", "弄到哪步了", "卡在哪里", "找谁"], ...rows.slice(1)]);
    expect(ledger.why ?? "").not.toContain("申报表");
  });

  it("but a table of items and figures is none", () => {
    const ledger = ledgerOf([
      ["项目", "总投资", "占比"],
      ["工业", 1200, "60%"],
      ["农业", 800, "40%"],
    ]);
    expect(ledger.role).toBe("other");
  });
});

describe("a second page's title", () => {
  const TITLE = "某县2025年城市更新项目清单";
  it.each([TITLE, `${TITLE}（续）`, `${TITLE}(续表)`, `${TITLE}（续二）`, `${TITLE}续表2`])("%s", (again) => {
    const ledger = ledgerOf([[TITLE], HEAD, road(1), [again], HEAD, road(2)]);
    expect(skippedOf(ledger)).toEqual({ 1: "title", 4: "title", 5: "repeated-header" });
  });
});

it("a place in front of a project's name is no total", () => {
  const ledger = ledgerOf([
    ["县区", "项目名称", "责任单位", "总投资（万元）"],
    ["全县", "农村公路养护工程", "交通局", 2300],
    ["城关镇", "第二小学改建工程", "教育局", 800],
    ["全县", null, null, 3100],
  ]);
  expect(ledger.projects.map(({ row }) => row)).toEqual([2, 3]);
  expect(skippedOf(ledger)).toEqual({ 4: "total" });
});

it("a mark in front of a name beside figures marks the project; the same mark before a sentence begins a note", () => {
  const ledger = ledgerOf([
    ["项目名称", "总投资（万元）", "责任单位"],
    ["★清河县城区至柳林镇快速通道工程", 3200, "交通局"],
    ["清河县第二水厂新建工程", 1800, "水利局"],
    ["★为省级重点项目，请各单位于每月25日前更新进展", null, null],
  ]);
  expect(ledger.projects.map(({ row }) => row)).toEqual([2, 3]);
  expect(skippedOf(ledger)[4]).toBe("note");
});
