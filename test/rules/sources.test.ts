/** What a sheet shows of its list of sources: where nearly all rows add up without the owner's share, a row that does not is said. */
import { accountLines, noColours } from "../../src/cli/table";
import { buildAccount } from "../../src/report/build";
import { sentences } from "../../src/words/finding";
import { placesOf, reportOf, runOf, type Rows } from "../report/sheets";

const HEADINGS = ["项目名称", "责任部门", "总投资（万元）", "中央财政资金", "省财政资金", "县财政资金"];
const row = (name: string, total: number, central: number, province: number, county: number) => [
  `${name}管网改造工程`,
  "水务局",
  total,
  central,
  province,
  county,
];
const adding: Rows = [
  row("柳林镇", 1200, 600, 400, 200),
  row("白沙镇", 900, 500, 300, 100),
  row("东山镇", 2400, 1200, 800, 400),
];
const short = row("西河镇", 3000, 1500, 8, 400);

test.each<[string, Rows, number]>([
  ["three rows add up, the fourth is short", [...adding, short], 1],
  ["as many are short as add up", [...adding, short, short, short], 0],
  ["too few rows to say so", [...adding.slice(0, 2), short], 0],
])("%s", (_, rows, count) => {
  expect(placesOf(reportOf({ 台账: [HEADINGS, ...rows] }), "C206")).toHaveLength(count);
});

const under = (group: string, sum: string, ...rows: Rows[number][]): Rows => [
  ["项目名称", "责任部门", group, "", "", ""],
  ["", "", sum, "中央", "省", "县"],
  ...rows,
];

test.each<[string, Rows, number]>([
  ["a heading that divides a sum", under("总投资（万元）", "合计", short), 1],
  ["the same without a sum", [HEADINGS, short], 0],
])("%s", (_, rows, count) => {
  const filled = [...rows, row("南河镇", 1500, 800, 400, 300)];
  expect(placesOf(reportOf({ 台账: filled }), "C206")).toHaveLength(count);
});

const sources = (group: string, parts: readonly string[], ...rows: Rows[number][]): Rows => [
  ["项目名称", "责任部门", "总投资（万元）", group, ...parts.slice(1).map(() => "")],
  ["", "", "", ...parts],
  ...rows,
];
const COUNTY_TOO = ["中央", "省级", "县级"];

test.each<[string, Rows, number]>([
  ["a heading that names the sources, the county's among them", sources("资金来源", COUNTY_TOO, short), 1],
  ["the same beside a row that adds up", sources("资金构成（万元）", COUNTY_TOO, short, row("南河镇", 9, 2, 3, 4)), 1],
  ["only what comes from above", sources("资金来源", ["中央", "省级"], short.slice(0, 5)), 0],
  ["said to be only some of them", sources("资金来源", ["其中：中央", "其中：省级", "其中：县级"], short), 0],
  ["with others beside the known ones", sources("资金来源", [...COUNTY_TOO, "矿区复垦基金"], [...short, 70]), 0],
  ["a heading that no row bears out", sources("资金来源", COUNTY_TOO, short, short, short), 0],
  ["with a column for all others", [[...HEADINGS.slice(0, 5), "其他资金"], short], 1],
])("a shortfall under %s", (_, rows, count) => {
  expect(placesOf(reportOf({ 台账: rows }), "C206")).toHaveLength(count);
});

describe("the capital beside the debts", () => {
  const head: Rows[number] = ["项目名称", "责任部门", "总投资（万元）", "资本金", "专项债券", "银行贷款"];
  const apart: Rows = [
    row("柳林镇", 1200, 300, 600, 300),
    row("白沙镇", 900, 200, 400, 300),
    row("东山镇", 2400, 600, 1200, 600),
  ];
  const within: Rows = apart.map(([name, department, total = 0, capital = 0, bond = 0]) => [
    name ?? "",
    department ?? "",
    total,
    capital,
    bond,
    Number(total) - Number(bond),
  ]);
  const tooMuch = row("西河镇", 3000, 900, 1500, 900);

  it.each<[string, Rows, number]>([
    ["where it makes up the total in the other rows, too much is too much", [...apart, tooMuch], 1],
    ["where bonds and loans alone make up the total, it may be part of them", [...within, tooMuch], 0],
    ["one row says nothing of the others", [tooMuch], 0],
  ])("%s", (_, rows, count) => {
    expect(placesOf(reportOf({ 台账: [head, ...rows] }), "C206")).toHaveLength(count);
  });

  it("one debt is enough where it and the capital make up the total in the other rows", () => {
    const of = (name: string, ...sums: readonly [number, number, number]): Rows[number] => [
      `${name}污水处理厂扩建工程`,
      "住房和城乡建设局",
      ...sums,
    ];
    const whole: Rows = [of("柳林镇", 1200, 700, 500), of("白沙镇", 900, 300, 600), of("东山镇", 2400, 900, 1500)];
    const count = (last: Rows[number]) =>
      placesOf(reportOf({ 台账: [head.slice(0, 5), ...whole, last] }), "C206").length;
    expect(count(of("西河镇", 3000, 900, 1500))).toBe(1);
    expect(count(of("西河镇", 3000, 900, 2100))).toBe(0);
  });

  it.each([
    ["其他资金", 1],
    ["福彩公益金", 0],
  ])("%s among the sources promises that none is missing: %s", (other, count) => {
    const rows: Rows = [
      ["项目名称", "责任部门", "总投资（万元）", "中央资金", "县级资金", other],
      row("柳林镇", 1200, 600, 300, 100),
      row("白沙镇", 900, 500, 200, 100),
    ];
    expect(placesOf(reportOf({ 台账: rows }), "C206")).toHaveLength(count * 2);
  });

  it("what the county adds under the same heading is one of the sources", () => {
    const excess = row("西河镇", 3000, 1500, 1200, 900);
    const rows = sources("资金构成", ["中央资金", "省级资金", "县级配套资金"], ...adding, excess);
    expect(placesOf(reportOf({ 台账: rows }), "C206")).toHaveLength(1);
  });
});

describe("capital beside the owner's own money", () => {
  const head: Rows[number] = ["项目名称", "责任部门", "总投资（万元）", "资本金", "专项债券", "银行贷款", "自有资金"];
  const withOwn = (name: string, total: number, ...parts: readonly number[]): Rows[number] => [
    `${name}污水处理厂扩建工程`,
    "住房和城乡建设局",
    total,
    ...parts,
  ];
  const apart: Rows = [
    withOwn("柳林镇", 1200, 300, 500, 300, 100),
    withOwn("白沙镇", 900, 200, 400, 200, 100),
    withOwn("东山镇", 2400, 600, 1100, 600, 100),
    withOwn("北河镇", 1800, 400, 900, 400, 100),
  ];
  const findingsIn = (rows: Rows, code: string) =>
    runOf({ 台账: [head, ...rows] })
      .result.perLedger.flatMap(({ findings }) => findings)
      .filter((finding) => finding.code === code);

  it.each([
    ["too little", 3000, 2900],
    ["too much", 2000, 2900],
  ])("is in the sum that is named where the other rows say so: %s", (_, total, sum) => {
    const row = withOwn("西河镇", total, 800, 1200, 800, 100);
    expect(findingsIn([...apart, row], "C206")).toMatchObject([
      { args: { total, sum, difference: sum - total }, cells: ["C6", "D6", "E6", "F6", "G6"] },
    ]);
  });

  it.each([
    ["the total in 元", withOwn("西河镇", 29000000, 800, 1200, 800, 100)],
    ["the total in 亿元", withOwn("西河镇", 0.29, 800, 1200, 800, 100)],
    ["a source in 元", withOwn("西河镇", 2900, 800, 12000000, 800, 100)],
    ["the capital in 亿元", withOwn("西河镇", 2900, 0.08, 1200, 800, 100)],
  ])("a figure of another unit is one cause and one finding: %s", (_, row) => {
    const rows = [...apart, row];
    expect(findingsIn(rows, "F103")).toHaveLength(1);
    expect([...findingsIn(rows, "C206"), ...findingsIn(rows, "C204")]).toEqual([]);
  });

  it("a total out of scale hides no other row's shortfall, nor a part that fits in no unit", () => {
    const huge = withOwn("西河镇", 2900, 800, 15000000, 800, 100);
    expect(findingsIn([...apart, huge], "C206")).toHaveLength(1);
  });

  it("more capital is less of another source where the row adds up, and only there", () => {
    const thin = withOwn("西河镇", 2900, 100, 1900, 800, 100);
    const how = (row: Rows[number]) => findingsIn([...apart, row], "C204").map((each) => sentences(each, "zh").how);
    expect(how(thin)).toEqual(["增加资本金480万元，同时相应减少其他来源（有合计行的一并改），或说明适用下浮的依据。"]);
    expect(how(withOwn("西河镇", 2900, 100, 1500, 800, 100))).toEqual(["增加资本金480万元，或说明适用下浮的依据。"]);
  });
});

describe("what is asked for, beside what the owner gives", () => {
  const of = (total: number, ...parts: readonly (number | string)[]): Rows[number] => [
    `第${String(total)}号管网改造工程`,
    "水务局",
    total,
    ...parts,
  ];
  const whole: Rows = [of(1200, 900, 300), of(900, 600, 300), of(2400, 2000, 400)];
  const short = of(3000, 2000, 400);
  const head: Rows[number] = ["项目名称", "责任部门", "总投资（万元）", "争取资金（万元）", "自筹资金（万元）"];

  it.each<[string, Rows, readonly string[]]>([
    ["under 资金来源", sources("资金来源", ["争取资金", "自筹资金"], short), ["C3 D3 E3"]],
    ["under 资金来源, with a unit", sources("资金来源", ["拟争取（万元）", "自筹"], short), ["C3 D3 E3"]],
    ["in a heading of one row, where it makes up the total in the others", [head, ...whole, short], ["C5 E5 D5"]],
    ["in a heading of one row that no row bears out", [head, short, of(900, 10, 300)], []],
    ["more than the total is C205's to say", [head, ...whole, of(2000, 2100, 300)], []],
  ])("%s", (_, rows, places) => {
    expect(placesOf(reportOf({ 台账: rows }), "C206")).toEqual(places);
  });

  it("closes the gap of a row where too few rows say that it is a source", () => {
    const rows = [
      ["项目名称", "责任部门", "总投资（万元）", "中央资金", "争取资金", "自筹资金"],
      of(1200, 600, 300, 300),
      of(900, 600, 100, 100),
    ];
    expect(placesOf(reportOf({ 台账: rows }), "C206")).toEqual(["C3 D3 F3"]);
  });

  it("is still what is asked for in a heading of one row", () => {
    const { columns } = reportOf({ 台账: [head, ...whole] }).files[0]?.sheets[0] ?? {};
    expect(columns?.map(({ field }) => field)).toContain("requested");
  });
});

describe("a source that the vocabulary does not know", () => {
  const of = (total: number, ...parts: readonly (number | string)[]): Rows[number] => [
    `第${String(total)}号管网改造工程`,
    "水务局",
    total,
    ...parts,
  ];
  const STRAY = ["中央资金", "自筹资金", "矿区复垦基金"];
  const whole: Rows = [of(1200, 800, 300, 100), of(900, 500, 200, 200)];

  it.each<[string, Rows, readonly string[], readonly string[]]>([
    ["is counted where it makes up the total in most rows", [...whole, of(3000, 2000, 400, 100)], ["C5 D5 E5 F5"], []],
    ["too much is too much", [...whole, of(2000, 1700, 400, 100)], ["C5 D5 E5 F5"], []],
    ["what it does not make up says nothing, and is told", [of(3000, 2000, 400, 100)], [], ["F 资金来源·矿区复垦基金"]],
    ["without it too much is too much", [of(3000, 2000, 1400, 100)], ["C3 D3 E3"], ["F 资金来源·矿区复垦基金"]],
    [
      "a row that has nothing there is judged by the others",
      [of(2000, 1000, 400, 100), of(3000, 2000, 400, ""), of(2500, 1000, 400, "/")],
      ["C4 D4 E4", "C5 D5 E5"],
      ["F 资金来源·矿区复垦基金"],
    ],
    [
      "a part of the others is no further one",
      [of(1200, 900, 300, 100), of(900, 600, 300, 200), of(3000, 2000, 400, 100)],
      ["C5 D5 E5"],
      [],
    ],
    ["nobody can read it", [...whole, of(3000, 2000, 400, "待定金额若干")], [], []],
  ])("%s", (_, rows, places, leftOut) => {
    const report = reportOf({ 台账: sources("资金来源", STRAY, ...rows) });
    expect(placesOf(report, "C206")).toEqual(places);
    const told = report.files[0]?.sheets[0]?.sourcesLeftOut ?? [];
    expect(told.map(({ column, heading }) => `${column} ${heading}`)).toEqual(leftOut);
  });

  it("in 元 is counted in its own unit", () => {
    const rows = sources(
      "资金来源",
      ["中央资金（万元）", "自筹资金（万元）", "矿区复垦基金（元）"],
      ["柳林镇管网改造工程", "水务局", 1200, 800, 300, 1000000],
    );
    const report = reportOf({ 台账: rows });
    expect(placesOf(report, "C206")).toEqual([]);
    expect(report.files[0]?.sheets[0]).not.toHaveProperty("sourcesLeftOut");
  });

  it("is told on the command line with its column", () => {
    const run = runOf({ 台账: sources("资金来源", STRAY, of(3000, 2000, 400, 100)) });
    const told = [...accountLines(buildAccount(run), noColours)].filter((line) => line.includes("矿区复垦基金"));
    expect(told).toEqual([expect.stringMatching(/F 列“资金来源·矿区复垦基金”.*没有判断来源是否少于总投资（C206）/u)]);
  });

  it("between two sources needs no word for money", () => {
    const head: Rows[number] = ["项目名称", "责任部门", "总投资（万元）", "中央资金", "对口支援", "自筹资金"];
    const rows = (...short: Rows) => [head, of(1200, 800, 100, 300), of(900, 600, 100, 200), ...short];
    expect(placesOf(reportOf({ 台账: rows() }), "C206")).toEqual([]);
    expect(placesOf(reportOf({ 台账: rows(of(3000, 2000, 100, 400)) }), "C206")).toEqual(["C4 D4 F4 E4"]);
  });
});
