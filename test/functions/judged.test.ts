import { call } from "../../functions/call";
import { FunctionFailure, type Argument, type FunctionContext, type Outcome } from "../../functions/function";
import { FUNCTIONS } from "../../functions/table";
import { runThrough } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import { FAR_FROM_QUADRATIC, growth } from "../growth";
import { CONTEXT } from "./context";

function asked(id: string, args: readonly Argument[], context: FunctionContext = CONTEXT): unknown {
  const fn = FUNCTIONS.find((each) => each.id === id);
  if (!fn) throw new Error(`No function ${id}`);
  const said = (outcome: Outcome) =>
    outcome instanceof FunctionFailure ? `#${outcome.code} ${outcome.sentence}` : outcome;
  const outcome = call(fn, args, context);
  return Array.isArray(outcome) ? (outcome as Outcome[][]).map((row) => row.map(said)) : said(outcome as Outcome);
}

test("an area that nothing speaks for is not guessed, and its neighbour cell stays blank", () => {
  expect(asked("AREA", [[["县人民医院综合楼建设项目"], ["某某项目"]]])).toEqual([
    ["社会事业", "人民医院"],
    [expect.stringMatching(/^#na 依据不足/), ""],
  ]);
});

test.each<[string, Argument[], unknown]>([
  ["NEGATIVE", ["县人民医院综合楼建设项目"], ""],
  ["CHANNELFIT", ["专项债券", "机关办公楼建设项目"], expect.stringMatching(/楼堂馆所/)],
  ["CHANNELFIT", ["专项债券", "柳河镇政府办公楼及便民服务中心项目"], expect.stringMatching(/疑似属.*楼堂馆所/)],
  ["CHANNELFIT", ["专项债", "县人民医院综合楼建设项目"], "符合"],
  ["CHANNELFIT", ["", "县人民医院综合楼建设项目"], ""],
  [
    "CHANNELFIT",
    ["找上面要", "县人民医院综合楼建设项目"],
    expect.stringMatching(/^#na 认不出资金渠道“找上面要”，可填：专项债券/),
  ],
  ["CAPITAL", ["2000万元", "1亿元", "公路"], [[0.2, 0.2, "达到"]]],
  ["CAPITAL", [1000, 10000, "公路"], [[0.1, 0.2, "不足"]]],
  ["CAPITAL", [1000, 0, "公路"], expect.stringMatching(/^#na 总投资为 0/)],
  ["RATE", ["入库率", 1, 2], expect.stringMatching(/^#value “入库率”没有统一口径，可用：开工率/)],
  [
    "RATE",
    ["资金到位率", 10, 0],
    expect.stringMatching(/^#na 分母为 0，算不出资金到位率（累计到位资金 ÷ 累计下达资金）/),
  ],
  ["GROWTH", [5, 0], expect.stringMatching(/^#na 去年为 0/)],
  ["GROWTH", [5, ""], expect.stringMatching(/^#value 请填写“去年”/)],
  ["RATIOCHECK", [33, 50, "66%"], "相符"],
  ["RATIOCHECK", ["85.43", "42.96", 1.99], "相符"],
  ["LIGHT", ["2025-03-31", "", "开工", "2025-06-20"], "红"],
  ["LIGHT", ["2025-03-31", "2025-03-20", "开工", "2025-06-20"], "绿"],
  ["LIGHT", ["", "30%", "进度", "2025-06-30"], "黄"],
  ["LIGHT", ["80%", "40%", "进度", "2025-06-30"], "红"],
  ["LIGHT", ["50%", "45%", "支付", "2025-06-30"], "红"],
  ["LIGHT", ["2025-03-05", "否", "纳统", "2025-06-30"], "红"],
  ["LIGHT", ["2025-03-05", "", "产值", "2025-06-30"], expect.stringMatching(/^#value “指标”应为/)],
  ["TIMELIMIT", ["招标投标"], expect.stringMatching(/^#na 没有查到“招标投标”的法定时限/)],
  ["TIMELIMIT", ["盖章"], expect.stringMatching(/^#value 认不出手续“盖章”/)],
  ["LATEST", ["2025-06-30", "环评"], 45778],
  ["OVERDUE", ["2025-06-10", "可研", "2025-06-20"], 0],
  ["OVERDUE", ["2025-05-06", "可研", "2025-06-20", 5], 7],
  ["NOPROJECT", [[["水务局"]], [["临河县水务局、林业局"]]], "各部门都有项目"],
  ["SIMILAR", [[["柳林镇供水工程"], ["三河镇供水工程"]]], "没有疑似重复"],
  ["SIMILAR", [[["柳林路工程（一期）"], ["柳林路工程（二期）"]]], "没有疑似重复"],
  [
    "SIMILAR",
    [
      [["柳林路工程"], ["柳林路建设项目"]],
      [["甲局"], ["乙局"]],
      [[100], [200]],
    ],
    "没有疑似重复",
  ],
  [
    "SIMILAR",
    [
      [["柳林路工程"], ["柳林路建设项目"]],
      [["甲局"], ["乙局"]],
      [[100], ["100万元"]],
    ],
    [[1, 2, expect.stringMatching(/总投资相同$/)]],
  ],
  ["GRADE", [5, 3, "不合格"], "不合格"],
  ["GRADE", [5, 3, "甲等"], expect.stringMatching(/^#value “原等次”/)],
])("%s of %j is %j", (id, args, expected) => {
  const given = asked(id, args);
  const only =
    Array.isArray(given) && given.length === 1 && typeof expected === "string" ? (given as unknown[][])[0]?.[0] : given;
  expect(only).toEqual(expected);
});

test("the speech's target: 30 projects and 50 亿元 by 30 June, asked on 20 June", () => {
  const totals = Array.from({ length: 23 }, () => ["1.5亿元"]);
  const entered = Array.from({ length: 23 }, () => ["2025年3月"]);
  const table = asked("RESERVE", [
    totals,
    entered,
    30,
    500000,
    "2025-01-01",
    "2025-06-30",
    "2025-06-20",
  ]) as unknown[][];
  expect(table[1]).toEqual(["项目个数", 23, 30, 7, 0.7667, 6, 1.17]);
  expect(table[2]).toEqual(["总投资（万元）", 345000, 500000, 155000, 0.69, 6, 25833.33]);
});

test("columns of different lengths are refused, whole columns with blank ends are not", () => {
  const target = [30, 500000, "2025-01-01", "2025-06-30", "2025-06-20"];
  expect(asked("RESERVE", [[[100], [200]], [["2025-03-01"]], ...target])).toMatch(/^#value .*行数要一致/);
  const blanks = Array.from({ length: 5000 }, () => [0]);
  const table = asked("RESERVE", [[["1亿"], ...blanks], [["2025-03-01"], ...blanks], ...target]) as unknown[][];
  expect(table[1]?.slice(0, 3)).toEqual(["项目个数", 1, 30]);
});

const HEADER = [["序号", "项目名称", "责任部门", "总投资（万元）", "项目代码"]];
const ROWS = [
  [1, "县人民医院综合楼建设项目", "卫生健康委员会", 12000, "2503-130981-04-01-573274"],
  [2, "柳林镇污水管网工程", "住房和城乡建设局", "", "2.5031E+19"],
  ["合计", "", "", 12000, ""],
  ["", "", "", "", ""],
];

test("CHECKROWS answers every row: findings, none, and nothing for a total or a blank row", () => {
  const given = asked("CHECKROWS", [HEADER, ROWS, "2025-06-20"]) as string[][];
  expect(given).toHaveLength(3);
  expect(given[0]).toEqual(["未发现问题"]);
  expect(given[1]?.[0]).toMatch(/F101/);
  expect(given[1]?.[0]).toMatch(/F106/);
  expect(given[2]).toEqual([""]);
});

test("where blanks arrive as 0, words and codes left blank are no zeros", () => {
  const zero: FunctionContext = { ...CONTEXT, blanks: "zero" };
  const given = asked(
    "CHECKROWS",
    [HEADER, [[1, "县人民医院综合楼建设项目", 0, 12000, 0]], "2025-06-20"],
    zero,
  ) as string[][];
  expect(given[0]?.[0]).toMatch(/F101.*责任部门/);
  expect(given[0]?.[0]).not.toMatch(/F106/);
});

test("CHECKROWS says of a start that has come what the pane says", () => {
  const heading = [
    "项目名称",
    "责任部门",
    "总投资（万元）",
    "开工时间（未开工填计划）",
    "累计完成投资（万元）",
    "施工许可证",
    "纳统",
  ];
  const rows = [
    ["北河大桥改建工程", "交通运输局", 8600, "2025-02-10", 900, "未办理", "否"],
    ["三河镇通村道路工程", "交通运输局", 900, "2025-09-10", 0, "未办理", "否"],
  ];
  const run = runThrough([{ path: "台账.xlsx", sheets: [gridSheet("台账", [heading, ...rows])] }], {
    pack: CONTEXT.pack,
    asOf: "2025-06-20",
  });
  const given = asked("CHECKROWS", [[heading], rows, "2025-06-20"]) as string[][];
  const codes = given.map(([said = ""]) => said.match(/[A-Z]\d{3}(?=：)/g) ?? []);
  const inPane = rows.map((_, index) =>
    (run.result.perLedger[0]?.findings ?? []).filter(({ row }) => row === index + 2).map(({ code }) => code),
  );
  expect(codes).toEqual(inPane);
  expect(codes[0]).toContain("A802");
});

test("CHECKROWS says why it cannot judge", () => {
  expect(asked("CHECKROWS", [[["姓名", "年龄"]], [["甲", 3]], "2025-06-20"])).toMatch(/^#na 认不出表头/);
  expect(asked("CHECKROWS", [HEADER, [["只有一列"]], "2025-06-20"])).toMatch(/^#value .*列数要与“表头”相同/);
  expect(asked("CHECKROWS", [HEADER, ROWS, ""])).toMatch(/^#value 请填写“今天”/);
});

test("the pack that functions judge by is named", () => {
  expect(asked("PACK", [], { ...CONTEXT, packFrom: "workbook" })).toEqual([
    [CONTEXT.pack.id, CONTEXT.pack.title, expect.any(String), "本工作簿的政策包"],
  ]);
});

test.each([
  ["CHANNELFIT", (names: readonly string[][]) => [names.map(() => ["专项债券"]), names]],
  ["AREA", (names: readonly string[][]) => [names]],
  ["SIMILAR", (names: readonly string[][]) => [names]],
])("%s answers two thousand rows in one call, and as fast for each row as it answers few", (id, args) => {
  const names = (size: number) => Array.from({ length: size }, (_, row) => [`柳林${String(row)}号路改造工程`]);
  if (id !== "SIMILAR") expect(asked(id, args(names(2000)))).toHaveLength(2000);
  expect(growth((size) => void asked(id, args(names(size))), 250)).toBeLessThan(FAR_FROM_QUADRATIC);
});
