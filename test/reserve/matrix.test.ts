/** 政策—项目—资金, from typed ledgers. */
import fc from "fast-check";
import { matrixLines, plusEntry, underTitles, type MatrixEntry } from "../../src/reserve/matrix";
import { reportOf, type Rows } from "../report/sheets";

const HEADINGS = [
  "项目名称",
  "责任部门",
  "资金渠道",
  "政策依据",
  "总投资（万元）",
  "申请资金（万元）",
  "到位资金（万元）",
  "项目阶段",
];
const BOND = "国务院办公厅关于优化完善地方政府专项债券管理机制的意见";

const PROJECTS: Rows = [
  HEADINGS,
  ["西沟水库工程", "水务局", "地方政府专项债券", "国办发〔2024〕52号", 5200, 3000, 1000.5, "申报"],
  ["东坪供水工程", "水务局", "专项债券", BOND, 4800, 2000, null, "申报"],
  ["青石岭隧道工程", "交通运输局", "一般债券", "县里的办法", 9000, null, null, "储备"],
  ["沿河路改造工程", "住房和城乡建设局", "一般债券", null, 100, null, null, "储备"],
  ["退出的项目工程", "住房和城乡建设局", "一般债券", "县里的办法", 700, null, null, "调出"],
];

const POLICIES: Rows = [
  ["政策名称", "文号", "发文机关", "失效日期", "资金渠道"],
  ["供水管网改造支持办法", "川政办发〔2024〕3号", "县政府办", "2026-12-31", "一般债券"],
  ["老旧管网更新办法", "川政办发〔2020〕8号", "县政府办", "2024-12-31", "一般债券"],
];

describe("the matrix of policies, projects and money", () => {
  const { matrix } = reportOf({ 台账: PROJECTS, 政策台账: POLICIES }).reserve;

  it("gathers a policy under its name, cited by name or number, over the channel that is meant; what left does not count", () => {
    expect(matrix.lines).toEqual([
      { policy: BOND, channel: "专项债券", count: 2, wan: 10000, requested: 5000, approved: 0, arrived: 1000.5 },
      { policy: "县里的办法", channel: "一般债券", count: 1, wan: 9000, requested: 0, approved: 0, arrived: 0 },
      { policy: "未填写", channel: "一般债券", count: 1, wan: 100, requested: 0, approved: 0, arrived: 0 },
    ]);
  });

  it("names the policies in force that nobody answers, and none that has ended or opens no channel", () => {
    expect(matrix.policiesWithNone).toContain("供水管网改造支持办法");
    expect(matrix.policiesWithNone).not.toContain("老旧管网更新办法");
    expect(matrix.policiesWithNone).not.toContain(BOND);
    expect(matrix.policiesWithNone).not.toContain("企业投资项目核准和备案管理条例");
  });
});

it("a document that the pack and the county's own sheet call differently is one, by its number", () => {
  const own: Rows = [
    ["政策名称", "文号", "发文机关", "资金渠道"],
    ["关于优化完善地方政府专项债券管理机制的意见", "国办发〔2024〕52号", "国务院办公厅", "专项债券"],
    ["灌区改造办法", "川农发〔2023〕1号", "县农业农村局", "中央预算内投资"],
  ];
  const { matrix } = reportOf({ 台账: PROJECTS, 政策台账: own }).reserve;
  expect(matrix.lines[0]).toMatchObject({ policy: BOND, count: 2 });
  expect(matrix.policiesWithNone).toContain("灌区改造办法");
  expect(matrix.policiesWithNone).not.toContain("关于优化完善地方政府专项债券管理机制的意见");
});

it.each<[heading: string, also: string | null, requested: number]>([
  ["申请中央预算内投资（万元）", null, 600],
  ["拟申请特别国债（万元）", null, 600],
  ["拟争取省级资金（万元）", null, 600],
  ["中央预算内投资（万元）", null, 0],
  ["已争取中央预算内投资（万元）", null, 0],
  ["申请中央预算内投资（万元）", "拟申请资金（万元）", 450],
])("what a source is asked for counts where no column says the sum: %s beside %s", (heading, also, requested) => {
  const heads = ["序号", "项目名称", "责任部门", "总投资（万元）", heading, "县级配套资金（万元）"];
  const row = [1, "西沟水库工程", "水务局", 1000, 600, 400];
  const more = also === null ? [[], []] : [[also], [450]];
  const { reserve } = reportOf({
    台账: [
      [...heads, ...(more[0] ?? [])],
      [...row, ...(more[1] ?? [])],
    ],
  });
  expect(reserve.matrix.lines.map((line) => line.requested)).toEqual([requested]);
});

const entry = fc.record({
  policy: fc.constantFrom("甲", "乙"),
  channel: fc.constantFrom("丙", "丁"),
  count: fc.nat(9),
  total: fc.nat(),
  requested: fc.nat(),
  approved: fc.nat(),
  arrived: fc.nat(),
});

it("sums are the same in whatever order files come", () => {
  const together = (entries: readonly MatrixEntry[]): string => {
    const sums = new Map<string, MatrixEntry>();
    for (const each of entries) {
      const key = `${each.policy}${each.channel}`;
      const known = sums.get(key);
      sums.set(key, known ? plusEntry(known, each) : each);
    }
    return JSON.stringify(matrixLines(sums.values()));
  };
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      expect(together([...entries].reverse())).toBe(together(entries));
    }),
  );
});

it("what one file cites by number alone stands under the title that another knows", () => {
  const sums = { channel: "专项债券", count: 1, total: 1, requested: 1, approved: 0, arrived: 0 };
  const cited: MatrixEntry[] = [
    { ...sums, policy: "县发〔2025〕3号" },
    { ...sums, policy: "供水管网改造支持办法", number: "县发〔2025〕3号" },
    { ...sums, policy: "县里的办法" },
  ];
  const titles = (entries: readonly MatrixEntry[]) =>
    underTitles(entries)
      .map(({ policy, count }) => `${policy} ${String(count)}`)
      .sort();
  expect(titles(cited)).toEqual(["县里的办法 1", "供水管网改造支持办法 2"].sort());
  expect(titles([...cited].reverse())).toEqual(titles(cited));
});

describe("projects that name their plan", () => {
  it("are a share of the ledger that asks for it", () => {
    const rows: Rows = [
      ["项目名称", "责任部门", "总投资（万元）", "规划依据"],
      ["西沟水库工程", "水务局", 5200, "县水利发展规划"],
      ["东坪供水工程", "水务局", 4800, "无"],
    ];
    expect(reportOf({ 台账: rows }).reserve.planned).toEqual({
      key: "planned",
      numerator: 1,
      denominator: 2,
      share: 0.5,
    });
  });

  it("are not spoken of where no ledger has the column", () => {
    expect(reportOf({ 台账: PROJECTS }).reserve.planned).toBeNull();
  });
});
