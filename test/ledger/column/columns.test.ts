/** Columns that only their neighbours or their values can tell, and columns of which only one can be right. */
import type { CellValue } from "../../../src/sheet/cell";
import { fieldsOf, ledgerOf } from "../ledgerOf";

/** A ledger with name, department and total, and these columns behind them. */
function withColumns(
  columns: Readonly<Record<string, readonly CellValue[]>>,
  laid: Parameters<typeof ledgerOf>[1] = {},
) {
  const headings = Object.keys(columns);
  const length = Math.max(...Object.values(columns).map((values) => values.length));
  const rows = Array.from({ length }, (_, index) => [
    `某县第${String(index + 1)}小学新建工程`,
    "教育局",
    1000 + index,
    ...headings.map((heading) => columns[heading]?.[index] ?? null),
  ]);
  return ledgerOf(
    [["项目名称", "责任单位", "总投资（万元）", ...headings.map((heading) => heading.trimEnd())], ...rows],
    laid,
  );
}
const times = <T>(value: T, count = 6): T[] => Array.from({ length: count }, () => value);

describe("the values decide", () => {
  it.each([
    ["审批", "route"],
    ["新建", "nature"],
    ["谋划", "stage"],
    ["在建", "stage"],
  ])("项目类型 over %s is %s", (value, field) => {
    expect(fieldsOf(withColumns({ 项目类型: times(value) }))["项目类型"]).toBe(field);
  });

  it("项目类型 over words of no kind is nothing", () => {
    expect(fieldsOf(withColumns({ 项目类型: times("甲类") }))["项目类型"]).toBeUndefined();
  });

  it.each(["资金来源：下拉选择", "资金来源：单选", "资金来源—渠道名称"])(
    "%j asks for a channel, not for money",
    (heading) => {
      expect(fieldsOf(withColumns({ [heading]: times("专项债券") }))[heading]).toBe("channel");
    },
  );

  it("资金来源 is a channel where it names channels", () => {
    expect(fieldsOf(withColumns({ 资金来源: times("专项债券") }))["资金来源"]).toBe("channel");
    expect(fieldsOf(withColumns({ 资金来源: times("政府投资") }))["资金来源"]).toBeUndefined();
  });

  it("概算 is money over numbers and a procedure over states", () => {
    expect(fieldsOf(withColumns({ 概算批复: times(3200) }))["概算批复"]).toBe("budgetEstimate");
    expect(fieldsOf(withColumns({ 概算批复: times("已批复") }))["概算批复"]).toBe("proc.design");
  });

  it("编号 is a code where it holds codes", () => {
    const codes = ["2503-130981-04-01-573274", "2603-141124-89-05-346948", "2411-130202-89-01-637015"];
    expect(fieldsOf(withColumns({ 项目编号: codes }))["项目编号"]).toBe("code");
    expect(fieldsOf(withColumns({ 编号: [1, 2, 3] }))["编号"]).toBe("serial");
  });

  it("codes and telephones are known under any heading", () => {
    const found = fieldsOf(
      withColumns({
        平台: ["2503-130981-04-01-573274", "2603-141124-89-05-346948", "2411-130202-89-01-637015"],
        微信: ["13800000001", "13800000002", "0391-6600000"],
      }),
    );
    expect(found).toMatchObject({ 平台: "code", 微信: "phone" });
  });
});

describe("eight digits are no telephone number of themselves", () => {
  it.each([
    ["实施方案备案日期", [20250107, 20250213, 20250311]],
    ["图纸编号", [20250107, 20250213, 20250311]],
    ["养护面积（平方米）", [23450000, 34560000, 45670000]],
    ["邮政编码所辖人口", [23450000, 34560000, 45670000]],
    ["未署名的一列", [23450001, 34560002, 45670003]],
    ["合同编号", ["13800000001", "13800000002", "13800000003"]],
  ])("%s", (heading, values) => {
    expect(fieldsOf(withColumns({ [heading]: values }))[heading]).toBeUndefined();
  });

  it.each([
    ["值守", ["13800000001", "13800000002", "0391-6600000"]],
    ["微信同号", [13800000001, 13800000002, 13800000003]],
  ])("%s over whole numbers is the telephone", (heading, values) => {
    expect(fieldsOf(withColumns({ [heading]: values }))[heading]).toBe("phone");
  });
});

it.each([
  ["合同造价（万元）", ["totalInvestment"]],
  ["预算资金（万元）", ["totalInvestment"]],
  ["总投入（万元）", []],
])("%s that stands in for the total is read, and asked where it may be a part", (heading, asked) => {
  const ledger = ledgerOf([
    ["项目名称", "责任单位", heading],
    ["云台路改建工程", "住建局", 1310],
    ["白石水库除险加固工程", "水利局", 2470],
  ]);
  expect(fieldsOf(ledger)[heading]).toBe("totalInvestment");
  expect(ledger.questions.flatMap(({ candidates }) => candidates)).toEqual(asked);
});

describe("the neighbours decide", () => {
  it("开工时间 beside a plan is the fact", () => {
    const found = withColumns({ 计划开工时间: times("2025年3月"), 开工时间: times("2025年4月") });
    expect(fieldsOf(found)).toMatchObject({ 计划开工时间: "startPlanned", 开工时间: "startActual" });
    expect(found.questions).toEqual([]);
  });

  it("开工时间 of projects under way is the fact", () => {
    expect(fieldsOf(withColumns({ 项目阶段: times("在建"), 开工时间: times("2025年4月") }))["开工时间"]).toBe(
      "startActual",
    );
  });

  it("开工时间 of projects ahead is the plan", () => {
    expect(fieldsOf(withColumns({ 项目阶段: times("储备"), 开工时间: times("2025年4月") }))["开工时间"]).toBe(
      "startPlanned",
    );
  });

  it("开工时间 of which nothing tells is asked", () => {
    const ledger = withColumns({ 开工时间: times("2025年4月") });
    expect(ledger.questions).toMatchObject([{ heading: "开工时间", candidates: ["startPlanned", "startActual"] }]);
  });

  it.each([
    ["进场时间", "计划开工时间", "startPlanned"],
    ["进场时间", "实际开工时间", "startActual"],
    ["进场时间", "开工时间", "startPlanned"],
    ["交房时间", "竣工时间", "finishPlanned"],
    ["交房时间", "计划竣工时间", "finishPlanned"],
  ])("%s beside %s is neither the plan nor the fact, on whichever side it stands", (other, known, field) => {
    const days = { [other]: times("2025年4月"), [known]: times("2025年3月") };
    const turned = { [known]: times("2025年3月"), [other]: times("2025年4月") };
    for (const columns of [days, turned]) {
      const fields = fieldsOf(withColumns(columns));
      expect(fields[known]).toBe(field);
      expect(fields[other]).toBeUndefined();
    }
  });

  it("开工 over days beside a plan is the fact", () => {
    const found = withColumns({ 开工: times("2025年4月"), 计划开工时间: times("2025年3月") });
    expect(fieldsOf(found)).toMatchObject({ 计划开工时间: "startPlanned", 开工: "startActual" });
  });

  it("批复时间 belongs to the procedure on its left", () => {
    const found = fieldsOf(
      withColumns({
        立项批复文号: times("某发改〔2024〕1号"),
        批复单位: times("发改局"),
        "批复时间(到月，按格式如2014-03填写)": times("2024-03"),
      }),
    );
    expect(found["批复时间(到月，按格式如2014-03填写)"]).toBe("proc.proposal.on");
  });

  it("其中 is a part of the column before it", () => {
    const found = fieldsOf(
      withColumns({ "其中：中央资金": times(100), 累计完成投资: times(50), "其中：市级资金": times(5) }),
    );
    expect(found).toMatchObject({ "其中：中央资金": "fundsCentral", 累计完成投资: "completed" });
    expect(found["其中：市级资金"]).toBeUndefined();
  });

  it("bare names of sources stand beside the total", () => {
    expect(fieldsOf(withColumns({ 中央: times(100), 省级: times(50), 自筹: times(10) }))).toMatchObject({
      中央: "fundsCentral",
      省级: "fundsProvince",
      自筹: "fundsSelf",
    });
    expect(fieldsOf(withColumns({ 中央: times(100), 镇街自筹: times(50), 福彩公益金: times(10) }))).toMatchObject({
      镇街自筹: "fundsSelf",
      福彩公益金: "fundsOther",
    });
  });

  it.each(["资金落实", "资金盘子"])("under %s a bare name is a source where its neighbours are", (above) => {
    const ledger = ledgerOf(
      [
        ["项目名称", "总投资（万元）", above, null, null],
        [null, null, "中央", "省级资金", "县级自筹"],
        ["柳林镇污水管网工程", 1200, 600, 100, 500],
        ["三河镇供水管网工程", 2300, 1000, 0, 1300],
      ],
      { merges: ["C1:E1"] },
    );
    expect(ledger.columns.slice(2).map(({ field }) => field)).toEqual(["fundsCentral", "fundsProvince", "fundsCounty"]);
  });

  it("所需资金 is the total where no other column is", () => {
    const heading = "所需资金（元）";
    const alone = ledgerOf([
      ["项目名称", "责任单位", heading],
      ["某县第一小学新建工程", "教育局", 1_860_000],
    ]);
    expect(fieldsOf(alone)[heading]).toBe("totalInvestment");
    expect(fieldsOf(withColumns({ [heading]: [1_860_000, 2_450_000] }))[heading]).toBeUndefined();
  });

  it("估算投资 is the total where no other column is", () => {
    const ledger = ledgerOf([
      ["项目名称", "责任单位", "投资估算（万元）"],
      ["某县第一小学新建工程", "教育局", 3000],
    ]);
    expect(fieldsOf(ledger)["投资估算（万元）"]).toMatch(/^(?:totalInvestment|estimate)$/);
  });

  it("twelve columns a month are none of them this month", () => {
    const found = fieldsOf(withColumns({ "1月完成投资": times(1), "2月完成投资": times(2), "3月完成投资": times(3) }));
    expect(Object.values(found)).not.toContain("completedThisMonth");
  });
});

describe("a field has one column, a column one field", () => {
  it("the more telling heading wins", () => {
    const found = fieldsOf(withColumns({ 主管部门: times("教育局"), 全生命项目名称: times("甲") }));
    expect(found).toMatchObject({ 项目名称: "name", 责任单位: "department" });
    expect(found["主管部门"]).toBeUndefined();
  });

  it("the same heading twice is asked", () => {
    const ledger = withColumns({ 联系电话: times("13800000001"), "联系电话 ": times("13800000002") });
    expect(ledger.columns.filter(({ field }) => field === "phone")).toHaveLength(1);
    expect(ledger.questions).toMatchObject([{ column: 4, candidates: ["phone"] }]);
  });

  it("a cell that says its unit beats a bare number of no stated unit", () => {
    const ledger = ledgerOf([
      ["发改项目名称", "责任单位", "计划总投资(含单位)", "计划总投资(数值)"],
      ["某县第一小学新建工程", "教育局", "1.2亿元", 12000],
      ["某县第二小学新建工程", "教育局", "3000万元", 3000],
    ]);
    expect(fieldsOf(ledger)).toMatchObject({ "计划总投资(含单位)": "totalInvestment" });
    expect(ledger.unmapped).toEqual([{ column: 3, heading: "计划总投资(数值)" }]);
    expect(ledger.projects.map(({ values }) => values.totalInvestment?.wan)).toEqual([12000, 3000]);
  });

  it("the user's choice beats every heading", () => {
    const ledger = withColumns(
      { 主管部门: times("教育局"), 项目代码: times("2503-130981-04-01-573274") },
      { choices: { columns: { 主管部门: "department", "总投资（万元）": null } } },
    );
    expect(fieldsOf(ledger)).toEqual({ 项目名称: "name", 主管部门: "department", 项目代码: "code" });
    expect(ledger.chosen).toEqual([2, 3]);
  });

  it.each([
    ["资金来源：中央（万元）", "fundsCentral"],
    ["资金来源-县级资金", "fundsCounty"],
    ["资金来源-县级", "fundsCounty"],
    ["资金来源：中央、省、自筹", null],
    ["资金构成：单位（万元）", null],
  ])("a source named in a heading of one row, %j, is %s", (heading, field) => {
    const ledger = ledgerOf([
      ["项目名称", "责任单位", "总投资（万元）", "备注", heading],
      ["某县第一小学新建工程", "教育局", 300, null, 200],
      ["某县第二小学新建工程", "教育局", 400, null, 300],
    ]);
    expect(ledger.columns.find(({ column }) => column === 4)?.field ?? null).toBe(field);
  });

  it("money of a source that has no field leaves the sources incomplete", () => {
    const head = [
      ["项目名称", "责任单位", "总投资（万元）", "资金来源", null, null],
      [null, null, null, "中央", "自筹", "矿区复垦基金"],
    ];
    const row = ["某县第一小学新建工程", "教育局", 300, 100, 100, 100];
    expect(ledgerOf([...head, row], { merges: ["D1:F1"] }).fundsIncomplete).toBe(true);
    expect(
      ledgerOf([...head.map((cells) => cells.slice(0, 5)), row.slice(0, 5)], { merges: ["D1:E1"] }).fundsIncomplete,
    ).toBe(false);
  });

  it("其中 as a group holds the parts of the total on its left", () => {
    const ledger = ledgerOf(
      [
        ["项目名称", "责任单位", "总投资（万元）", "其中", null],
        [null, null, null, "中央资金", "地方配套"],
        ["某县第一小学新建工程", "教育局", 300, 200, 100],
      ],
      { merges: ["D1:E1"] },
    );
    expect(ledger.columns.map(({ field }) => field)).toEqual([
      "name",
      "department",
      "totalInvestment",
      "fundsCentral",
      "fundsCounty",
    ]);
  });

  it("money in a group with sources leaves them incomplete, whatever the group is called", () => {
    const read = (heading: string) =>
      ledgerOf(
        [
          ["项目名称", "责任单位", "项目投资", null, null],
          [null, null, "总投资", "超长期特别国债", heading],
          ["某县第一小学新建工程", "教育局", 3000, 2400, 600],
        ],
        { merges: ["C1:E1", "A1:A2", "B1:B2"] },
      );
    expect(read("林场投入").fundsIncomplete).toBe(true);
    expect(read("旗本级财政").fundsIncomplete).toBe(false);
    expect(read("占地面积（亩）").fundsIncomplete).toBe(false);
    expect(read("带动就业人数").fundsIncomplete).toBe(false);
  });

  it.each([
    ["what they add up to is the total", [600, 400, 1000], "totalInvestment"],
    ["another sum is none", [600, 400, 3000], undefined],
  ] as const)("合计 beside the sources: %s", (_, [central, own, sum], field) => {
    const head = ["项目名称", "责任单位", "中央资金（万元）", "企业自筹（万元）", "合计"];
    const row = (name: string, times: number) => [name, "水利局", central * times, own * times, sum * times];
    const ledger = ledgerOf([head, row("甲河治理工程", 1), row("乙村供水工程", 2), row("丙渠改造工程", 3)]);
    expect(fieldsOf(ledger)["合计"]).toBe(field);
  });

  it("配套资金 among the sources leaves them incomplete", () => {
    expect(withColumns({ 中央资金: times(100), 地方配套资金: times(100) }).fundsIncomplete).toBe(true);
    expect(withColumns({ 中央资金: times(100), 备注: times("无"), 地方配套资金: times(100) }).fundsIncomplete).toBe(
      false,
    );
  });

  it("a source that the vocabulary does not know leaves them incomplete, a figure of another kind does not", () => {
    const stray = withColumns({ 中央资金: times(100), "其中：矿区复垦资金": times(100) });
    expect(stray.fundsIncomplete).toBe(true);
    expect(stray.unmapped).toEqual([{ column: 4, heading: "其中：矿区复垦资金" }]);
    expect(stray.unmappedSources).toEqual([{ column: 4, heading: "其中：矿区复垦资金", unitInForce: null }]);
    expect(withColumns({ 中央资金: times(100), 已发行债券: times(100) }).fundsIncomplete).toBe(false);
    expect(withColumns({ 中央资金: times(100), 受益人数: times(100) }).fundsIncomplete).toBe(false);
  });

  it("所属行业 that holds areas leaves its field to 国标行业", () => {
    expect(fieldsOf(withColumns({ 所属行业: times("交通"), 国标行业: times("E4813") }))).toMatchObject({
      所属行业: "area",
      国标行业: "industry",
    });
  });
});

describe("money that no amount is kept in", () => {
  const figures = [29, 31.5, 40, 12, 8];
  const read = (headings: readonly string[]) =>
    fieldsOf(
      ledgerOf([
        ["序号", "项目名称", "责任单位", ...headings],
        ...figures.map((figure, index) => [
          index + 1,
          `某县第${String(index + 1)}水厂`,
          "水利局",
          ...headings.map(() => figure),
        ]),
      ]),
    );

  it.each([
    "总投资（万美元）",
    "投资总额（亿美元）",
    "总投资（US$万）",
    "总投资（万欧元）",
    "总投资（千元）",
    "总投资/百万元",
    "总投资（单位：千万元）",
  ])("%s is no amount", (heading) => {
    expect(read([heading])[heading]).toBeUndefined();
  });

  it.each(["总投资（万元）", "总投资（人民币万元）", "总投资（亿元）", "总投资（5千万元以上）（万元）"])(
    "%s is the total",
    (heading) => {
      expect(read([heading])[heading]).toBe("totalInvestment");
    },
  );

  it("折合人民币 is what stands in other money on its left", () => {
    expect(read(["投资总额（万美元）", "折合人民币（万元）"])).toMatchObject({
      "折合人民币（万元）": "totalInvestment",
    });
    expect(read(["总投资（万美元）", "总投资折合人民币（万元）"])).toMatchObject({
      "总投资折合人民币（万元）": "totalInvestment",
    });
    expect(read(["折合人民币（万元）"])["折合人民币（万元）"]).toBeUndefined();
  });

  it("a choice by hand does not make dollars yuan", () => {
    const heading = "总投资（万美元）";
    const ledger = ledgerOf(
      [["项目名称", "责任单位", heading], ...figures.map((figure) => ["某县水厂", "水利局", figure])],
      {
        choices: { columns: { [heading]: "totalInvestment" } },
      },
    );
    expect(fieldsOf(ledger)[heading]).toBeUndefined();
  });

  it.each(["单位：万美元", "单位：千元", "金额单位：百万元", "金额：千元"])(
    "%s above the heading holds for bare headings",
    (unit) => {
      const ledger = ledgerOf([
        ["某县2025年重点项目表"],
        [unit],
        ["序号", "项目名称", "责任单位", "总投资", "年度计划投资（万元）"],
        ...figures.map((figure, index) => [index + 1, `某县第${String(index + 1)}水厂`, "水利局", figure, figure]),
      ]);
      expect(fieldsOf(ledger)["总投资"]).toBeUndefined();
      expect(fieldsOf(ledger)["年度计划投资（万元）"]).toBe("planThisYear");
    },
  );

  it("what counts kilometres is no money either", () => {
    const found = fieldsOf(withColumns({ "年度计划（公里）": [12, 14, 9], 年度计划: [120, 140, 90] }));
    expect(found["年度计划（公里）"]).toBeUndefined();
    expect(found["年度计划"]).toBe("planThisYear");
  });
});

it("a unit in a cell below the heading is the unit of the heading above it", () => {
  const rows = Array.from({ length: 4 }, (_, index) => [
    `某县第${String(index + 1)}水厂新建工程`,
    900 + index,
    300,
    "水利局",
  ]);
  const { columns } = ledgerOf(
    [["项目名称", "投入合计", "累计完成投资", "责任单位"], [null, "元", "万元", null], ...rows],
    {
      merges: ["A1:A2", "D1:D2"],
    },
  );
  expect(columns.map(({ field, unit }) => [field, unit])).toEqual([
    ["name", null],
    ["totalInvestment", "元"],
    ["completed", "万元"],
    ["department", null],
  ]);
});

describe("a figure beside the steps is no step", () => {
  it.each(["用地（亩）", "土地征收（公顷）", "施工许可（个）"])("%s is none", (heading) => {
    expect(fieldsOf(withColumns({ [heading]: [12, 30, 45, 8] }))[heading]).toBeUndefined();
  });

  it("完成比例 behind the steps is not that of the money", () => {
    const done = times("已办");
    expect(fieldsOf(withColumns({ 环评: done, 完成比例: times("80%") }))["完成比例"]).toBeUndefined();
    expect(fieldsOf(withColumns({ 环评: done, 水电报装: done, 完成比例: times("80%") }))["完成比例"]).toBeUndefined();
    expect(fieldsOf(withColumns({ 本年完成投资: times(300), 完成比例: times("80%") }))["完成比例"]).toBe(
      "completionRate",
    );
  });
});

describe("cells that say what a heading leaves open", () => {
  const codes = ["2503-130981-04-01-573274", "2603-141124-89-05-346948", "2411-130202-89-01-637015"];
  const firms = ["青石机械有限公司", "白水新材料有限公司", "柳林食品厂"];

  it.each<[string, readonly CellValue[], string | undefined]>([
    ["备案号（项目代码）", codes, "code"],
    ["备案号（项目代码）", ["石发改备〔2025〕1号", "石发改备〔2025〕2号", "石发改备〔2025〕3号"], "proc.record.no"],
    ["单位名称", firms, "owner"],
    ["单位名称", ["水利局", "教育局", "住建局"], undefined],
    ["可研编制", firms, "compiler"],
    ["可研编制", times("已完成", 3), "proc.feasibility"],
    ["管理类型", times("备案", 3), "route"],
    ["所处储备层级", times("储备", 3), "stage"],
    ["所处储备层级", times("省级", 3), "libraryLevel"],
  ])("%s over %j is %s", (heading, values, field) => {
    expect(fieldsOf(withColumns({ [heading]: values }))[heading]).toBe(field);
  });

  it("进度 over figures that are what is done of the plan is their rate, over words what has been done", () => {
    const head = ["项目名称", "责任单位", "年度计划投资（万元）", "本年完成投资（万元）", "进度"];
    const read = (rates: readonly CellValue[]) =>
      fieldsOf(
        ledgerOf([
          head,
          ...rates.map((rate, index) => [
            `某县第${String(index + 1)}小学新建工程`,
            "教育局",
            1000,
            500 + index * 100,
            rate,
          ]),
        ]),
      )["进度"];
    expect(read([0.5, 0.6, 0.7])).toBe("completionRate");
    expect(read(["主体封顶", "基础施工", "装修"])).toBe("progress");
  });

  it("完成进度 is the rate of the plan where it says what is done of it, whatever of the works", () => {
    const rows = { 本年计划投资: [4000, 5000, 2500], 本年完成投资: [1000, 3000, 500] };
    const read = (rates: readonly CellValue[]) => fieldsOf(withColumns({ ...rows, 完成进度: rates }))["完成进度"];
    expect(read([0.25, 0.6, 0.2])).toBe("completionRate");
    expect(read([25, 60, 20])).toBe("completionRate");
    expect(read(["25%", "60%", "20.0%"])).toBe("completionRate");
    expect(read([0.9, 0.3, 0.75])).toBeUndefined();
  });

  it("the month's money stands beside the next month's works", () => {
    const columns = { "4月份完成": times(100), "4月工程进度": times("主体施工"), "5月工作计划": times("封顶") };
    expect(fieldsOf(withColumns(columns))["4月份完成"]).toBe("completedThisMonth");
  });

  it("谋划单位 beside who answers for the project is its owner, where no column names one", () => {
    const bureaus = times("某县水利局", 3);
    expect(fieldsOf(withColumns({ 谋划单位: bureaus }))["谋划单位"]).toBe("owner");
    expect(fieldsOf(withColumns({ 谋划单位: bureaus, 项目单位: bureaus }))["谋划单位"]).toBeUndefined();
  });

  it("项目经理 on the right of a firm is that firm's", () => {
    const people = ["王建军", "李敏", "赵海涛"];
    expect(fieldsOf(withColumns({ 项目经理: people }))["项目经理"]).toBe("person");
    const found = fieldsOf(withColumns({ 施工单位: firms, 项目经理: people, 项目办主任: people }));
    expect([found["项目经理"], found["项目办主任"]]).toEqual([undefined, "person"]);
  });

  it("其中 in a heading of one row takes the unit of its whole, where that is not 亿元", () => {
    const unitIn = (unit: string) => {
      const rows = [10, 20, 30].map((total, index) => [`第${String(index + 1)}水厂新建工程`, total, total / 2]);
      const { columns } = ledgerOf([["项目名称", `总投资（${unit}）`, "其中：自筹"], ...rows]);
      return columns.find(({ field }) => field === "fundsSelf")?.unitInForce;
    };
    expect([unitIn("万元"), unitIn("元")]).toEqual(["万元", "元"]);
  });

  it("估算总额 under 总投资 is the total where no other column is", () => {
    const rows = [10, 20, 30].map((total, index) => [`第${String(index + 1)}水厂新建工程`, total, total / 2, "水利局"]);
    const ledger = ledgerOf([["项目名称", "总投资", null, "责任单位"], [null, "估算总额", "资本金", null], ...rows], {
      merges: ["A1:A2", "B1:C1", "D1:D2"],
    });
    expect(ledger.columns.map(({ field }) => field)).toEqual(["name", "totalInvestment", "capital", "department"]);
  });
});

describe("the name of the project", () => {
  const works = ["东渠改造工程", "西坝加固工程", "南湖提升项目", "北桥新建工程", "城东水厂二期扩建项目"];
  const read = (heading: string, values: readonly CellValue[], money = "总投资（万元）") =>
    fieldsOf(
      ledgerOf([
        ["序号", heading, money, "责任单位", "建设年限"],
        ...values.map((value, index) => [index + 1, value, 1000 + index, "水利局", "2025-2026"]),
      ]),
    )[heading];

  it.each(["供水工程名称", "提质类项目名称", "灌区工程全称", "在库项目名称"])("%s names it", (heading) => {
    expect(read(heading, works)).toBe("name");
  });

  it.each(["落地项目", "水毁修复工程", "开工的项目", "无题的一列"])("%s names it where the cells do", (heading) => {
    expect(read(heading, works)).toBe("name");
    expect(read(heading, ["甲", "乙", "丙", "丁", "戊"])).toBeUndefined();
  });

  it.each(["重点项目", "县级重点项目", "重大项目"])("%s over names is the name, over marks a flag", (heading) => {
    expect(read(heading, works)).toBe("name");
    expect(fieldsOf(withColumns({ [heading]: times("是") }))[heading]).toBe("keyProject");
    expect(fieldsOf(withColumns({ [heading]: works }))[heading]).toBeUndefined();
  });

  it.each(["规划依据文件", "建设内容", "实施方案"])("%s does not, whatever stands below", (heading) => {
    expect(read(heading, works)).not.toBe("name");
  });

  it("a column of repeated words names none", () => {
    expect(read("所在分类", ["水利工程", "水利工程", "水利工程", "交通工程", "交通工程"])).toBeUndefined();
  });

  it("which of two columns names it is asked, and an answer settles it", () => {
    const rows = [
      ["序号", "甲列", "乙列", "总投资（万元）", "责任单位"],
      ...works.map((name, index) => [index + 1, name, `${name}（一期）`, 1000 + index, "水利局"]),
    ];
    const asked = ledgerOf(rows);
    expect(asked.role).toBe("other");
    expect(asked.questions.map(({ heading, candidates }) => [heading, candidates])).toEqual([
      ["甲列", ["name"]],
      ["乙列", ["name"]],
    ]);
    const settled = ledgerOf(rows, { choices: { columns: { 乙列: "name" } } });
    expect(settled.projects).toHaveLength(works.length);
    expect(settled.questions).toEqual([]);
    expect(ledgerOf(rows, { choices: { columns: { 甲列: null } } }).role).toBe("projects");
  });
});

describe("days of a sheet of finished projects", () => {
  const head = ["序号", "项目名称", "总投资（万元）", "开工时间", "竣工时间"];
  const rows = [
    [1, "云台路改建工程", 1310, "2023.2", "2025.2"],
    [2, "白石水库除险加固工程", 2470, "2023.3", "2025.3"],
  ];
  const fields = (title: string) => {
    const ledger = ledgerOf([[title], head, ...rows]);
    return [fieldsOf(ledger)["开工时间"], fieldsOf(ledger)["竣工时间"], ledger.questions.length];
  };

  it.each(["已竣工农业项目一览表", "高新区竣工项目表", "2024年建成投产的重点项目"])("%s: both have come", (title) => {
    expect(fields(title)).toEqual(["startActual", "finishActual", 0]);
  });

  it.each(["2025年计划竣工项目表", "续建竣工项目表", "2025年重点项目表"])("%s: the end is planned", (title) => {
    expect(fields(title).slice(1)).toEqual(["finishPlanned", expect.any(Number)]);
  });

  it.each([
    ["已完工，正在办理决算", "finishActual"],
    ["已通过竣工验收并投入使用", "finishActual"],
    ["主体已完工，正在装修", "finishPlanned"],
  ])("%s in every row says what the end is", (said, end) => {
    const ledger = ledgerOf([[...head, "投用情况"], ...rows.map((row) => [...row, said])]);
    expect(fieldsOf(ledger)["竣工时间"]).toBe(end);
  });

  it("the acceptance is a day of its own beside the end of works, and the end where nothing else is", () => {
    const accepted = rows.map((row) => [...row, "2025.4"]);
    const beside = fieldsOf(ledgerOf([["完工项目台账"], [...head, "竣工验收日期"], ...accepted]));
    expect([beside["竣工时间"], beside["竣工验收日期"]]).toEqual(["finishActual", undefined]);
    const alone = fieldsOf(
      ledgerOf([
        ["项目名称", "总投资（万元）", "竣工验收日期"],
        ...rows.map((row) => [row[1] ?? "", row[2] ?? 0, "2025.4"]),
      ]),
    );
    expect(alone["竣工验收日期"]).toBe("finishActual");
  });

  it("stages that say so", () => {
    const ledger = ledgerOf([[...head, "项目状态"], ...rows.map((row) => [...row, "已竣工"])]);
    expect([fieldsOf(ledger)["开工时间"], fieldsOf(ledger)["竣工时间"]]).toEqual(["startActual", "finishActual"]);
  });
});

it.each([
  ["到5月底完成", [1740, 410, 485], "completedThisYear"],
  ["截至目前已完成投资", [1740, 410, 485], "completedThisYear"],
  ["到5月底完成", [9000, 1500, 3000], "completed"],
  ["截至5月底累计完成", [1740, 410, 485], "completed"],
])("%s behind the year's plan, %j of it, is %s", (heading, done, field) => {
  const ledger = ledgerOf([
    ["项目名称", "责任单位", "总投资（万元）", "2025年度计划完成（万元）", heading],
    ["公共实训基地建设项目", "人社局", 9200, 3680, done[0] ?? 0],
    ["零工市场建设项目", "人社局", 1600, 800, done[1] ?? 0],
    ["产业园改造项目", "人社局", 3400, 1020, done[2] ?? 0],
  ]);
  expect(fieldsOf(ledger)[heading]).toBe(field);
});

it("tells how a project is permitted by what its column holds", () => {
  const rows = (cells: readonly string[]) => [
    ["项目名称", "责任单位", "总投资（万元）", "审批、核准或备案"],
    ...cells.map((cell, index) => [`第${String(index + 1)}条路硬化工程`, "交通局", 300, cell]),
  ];
  expect(fieldsOf(ledgerOf(rows(["核准", "审批", "备案"])))).toMatchObject({ "审批、核准或备案": "route" });
  expect(fieldsOf(ledgerOf(rows(["2024年3月", "正在办理", "已完成"])))).not.toMatchObject({
    "审批、核准或备案": "route",
  });
});

describe("a sum behind a column a month", () => {
  const ledger = (sums: readonly number[]) =>
    ledgerOf([
      ["项目名称", "责任单位", "总投资（万元）", "年度计划（万元）", "1月", "2月", "3月", "累计"],
      ["A路改建工程", "交通局", 1000, 500, 10, 20, 30, sums[0] ?? 0],
      ["B桥改建工程", "交通局", 2000, 600, 15, 25, null, sums[1] ?? 0],
    ]);

  it("is what was done this year", () => {
    expect(fieldsOf(ledger([60, 40]))).toMatchObject({ 累计: "completedThisYear" });
  });

  it("is not where the months do not add up to it", () => {
    expect(fieldsOf(ledger([360, 940]))).not.toHaveProperty("累计", "completedThisYear");
  });
});

it("one cell merged over many rows is evidence enough", () => {
  const row = (index: number, office: string | null) => [`第${String(index)}条路硬化工程`, office, 300 + index];
  const rows = [["项目名称", "行业主管", "总投资（万元）"], row(1, "县交通运输局"), row(2, null), row(3, null)];
  expect(fieldsOf(ledgerOf(rows, { merges: ["B2:B4"] }))).toMatchObject({ 行业主管: "department" });
  expect(fieldsOf(ledgerOf(rows))).not.toHaveProperty("行业主管");
});

it("work done, in money, stands in for what is completed", () => {
  const rows = [
    ["项目名称", "责任单位", "总投资（万元）", "已干工程量（万元）"],
    ["冷库新建工程", "供销社", 3200, 3000],
    ["配送中心改造工程", "供销社", 2600, 2000],
  ];
  expect(fieldsOf(ledgerOf(rows))).toMatchObject({ "已干工程量（万元）": "completed" });
});

it("what is asked for as a part of the total is one of its sources: those beside it need not add up", () => {
  const rows = (asked: string) => [
    ["项目名称", "责任单位", "投资规模（万元）", asked, "其中：自筹资金（万元）"],
    ["冷库新建工程", "供销社", 3000, 1200, 1800],
    ["配送中心改造工程", "供销社", 2600, 1000, 1600],
  ];
  const part = ledgerOf(rows("其中：拟申请上级资金（万元）"));
  expect(part.columns.map(({ field }) => field).slice(2)).toEqual(["totalInvestment", "requested", "fundsSelf"]);
  expect(part.fundsIncomplete).toBe(true);
  expect(ledgerOf(rows("拟申请上级资金（万元）")).fundsIncomplete).toBe(false);
});

describe("a heading misleads where all its cells say another thing", () => {
  it.each<[heading: string, cells: readonly CellValue[], field: string | undefined]>([
    ["申请补助", ["是", "否", "否"], undefined],
    ["到位资金", ["已到位", "未到位", "正在申请"], undefined],
    ["指标额度", ["10亩", "8亩", "20.5亩"], undefined],
    ["下达投资计划", ["发改投资〔2025〕1号", "未下达", "未下达"], undefined],
    ["到位资金", [300, "未到位", "未到位"], "arrived"],
    ["到位资金", ["约1.2亿元", "未到位", "300万"], "arrived"],
    ["执行状态", ["正常", "滞后", "正常"], undefined],
    ["执行状态", ["正常", "在建", "谋划"], "stage"],
    ["当前状态", ["待审核", "已退回修改", "审核通过"], undefined],
    ["当前状态", ["待审核", "在建", "谋划"], "stage"],
  ])("%s over %j: %s", (heading, cells, field) => {
    expect(fieldsOf(withColumns({ [heading]: cells }))[heading]).toBe(field);
  });
});

describe("what has moved, over one source alone", () => {
  const row = ["罗城镇给水厂改扩建工程", 6910, 2760, 1380];
  const rows = [row, ["新界埠镇危桥改造工程", 4550, 1450, 720]];
  const under = (top: readonly string[], below: readonly string[]) => fieldsOf(ledgerOf([top, below, ...rows]));

  it("is the whole of it", () => {
    const fields = under(
      ["项目名称", "总投资（万元）", "下达资金（万元）", "到位资金（万元）"],
      ["", "", "上级资金", "中央资金"],
    );
    expect(fields).toMatchObject({ "下达资金（万元）·上级资金": "approved", "到位资金（万元）·中央资金": "arrived" });
  });

  it.each([
    ["资金需求（万元）", "上级资金", "requested"],
    ["申报资金（万元）", "专项债券", "requested"],
    ["资金申请（万元）", "已批复", undefined],
    ["申请资金（万元）", "申请时间", undefined],
    ["到位资金（万元）", "衔接资金", "arrived"],
    ["到位资金（万元）", "是否到位", undefined],
    ["下达资金（万元）", "文号", undefined],
  ])("as is what is asked for, where it is money: %s, %s", (asked, source, field) => {
    const heading = [
      ["项目名称", "总投资（万元）", asked, "备注"],
      ["", "", source, ""],
    ];
    const ledger = ledgerOf([...heading, ...rows], { merges: ["A1:A2", "B1:B2", "D1:D2"] });
    expect(fieldsOf(ledger)[`${asked}·${source}`]).toBe(field);
  });

  it("is none where words stand below it", () => {
    const uses = [
      ["罗城镇给水厂改扩建工程", "设备购置"],
      ["新界埠镇危桥改造工程", "土建"],
    ];
    expect(fieldsOf(ledgerOf([["项目名称", "申请资金"], ["", "用途"], ...uses]))["申请资金·用途"]).toBeUndefined();
  });

  it("is a part where another source stands beside it, and no source of the total", () => {
    const fields = under(
      ["项目名称", "总投资（万元）", "累计已下达投资（万元）", ""],
      ["", "", "中央预算内投资", "省级资金"],
    );
    expect(Object.values(fields)).toEqual(["name", "totalInvestment"]);
  });
});

it("a village is the district where no column names one, else the place", () => {
  const rows = [
    ["玉洪乡", "平洪村", "平洪村晒谷坪建设项目", 30],
    ["同乐镇", "弄坛村", "弄坛村公厕改造项目", 17],
  ];
  expect(fieldsOf(ledgerOf([["乡镇", "村（社区）", "项目名称", "总投资（万元）"], ...rows]))).toMatchObject({
    乡镇: "region",
    "村（社区）": "location",
  });
  const villages = rows.map(([, ...row]) => row);
  expect(fieldsOf(ledgerOf([["实施村", "项目名称", "总投资（万元）"], ...villages]))["实施村"]).toBe("region");
});

it("the company founded here is the project's own, whoever invests", () => {
  const rows = [
    ["年产2700吨石墨负极材料生产线项目", "深圳某生物科技有限公司", "桐峰某生物科技有限公司", 19400],
    ["轴承套圈智能化仓储项目", "上海某生物科技有限公司", "桐峰某装备制造有限公司", 12700],
  ];
  const fields = fieldsOf(ledgerOf([["项目名称", "投资方", "本地注册公司", "协议投资额（万元）"], ...rows]));
  expect([fields["投资方"], fields["本地注册公司"]]).toEqual([undefined, "owner"]);
});

describe("a part of what is done that is the part of a time", () => {
  it.each([
    ["累计完成投资（万元）", "其中：今年完成（万元）", "completedThisYear"],
    ["累计完成投资", "其中：本年度", "completedThisYear"],
    ["自开工累计完成投资", "其中：1-5月完成", "completedThisYear"],
    ["截至目前累计完成投资", "其中：本月完成", "completedThisMonth"],
    ["累计完成投资", "其中：截至上年底完成", "completedBefore"],
    ["本年完成投资", "其中：本月完成", "completedThisMonth"],
    ["累计完成投资", "其中：建安投资", undefined],
    ["累计完成投资", "其中：中央投资", undefined],
    ["累计完成投资", "其中：本年计划", undefined],
    ["累计到位资金", "其中：今年到位", undefined],
    ["年度计划投资", "其中：本年完成", undefined],
  ])("%s, %s: %s", (whole, part, field) => {
    expect(fieldsOf(withColumns({ [whole]: times(500), [part]: times(200) }))[part]).toBe(field);
  });

  it("under the heading of the whole as beside it", () => {
    const rows = [
      ["项目名称", "责任单位", "总投资（万元）", "累计完成投资（万元）", null],
      [null, null, null, "小计", "其中：今年完成"],
      ["某县第一小学新建工程", "教育局", 1000, 500, 200],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"];
    expect(fieldsOf(ledgerOf(rows, { merges }))).toMatchObject({
      "累计完成投资（万元）·小计": "completed",
      "累计完成投资（万元）·其中：今年完成": "completedThisYear",
    });
  });
});

describe("money without a unit beside columns in 亿元", () => {
  const rows = (heading: string, done: readonly number[]) => [
    ["项目名称", "责任单位", heading, "累计完成投资"],
    ["青石河大桥新建工程", "交通局", 5.8, done[0] ?? null],
    ["柳河水厂扩建工程", "水务局", 3.2, done[1] ?? null],
    ["城东学校新建工程", "教育局", 1.6, done[2] ?? null],
  ];
  const unitOfDone = (heading: string, done: readonly number[]) =>
    ledgerOf(rows(heading, done)).columns.find(({ field }) => field === "completed")?.unitInForce;

  it.each<[string, string, readonly number[], string | null]>([
    ["figures within the totals are in 亿元 too", "总投资（亿元）", [2.1, 0.9, 0], "亿元"],
    ["figures far beyond the totals are not", "总投资（亿元）", [21000, 9000, 400], null],
    ["a total in 元 says nothing of small figures", "总投资（元）", [300, 90, 20], null],
    ["one figure is no evidence", "总投资（亿元）", [2.1], null],
  ])("%s", (_, heading, done, unit) => {
    expect(unitOfDone(heading, done)).toBe(unit);
  });
});

describe("a year of a period of five years", () => {
  const below = (rows: readonly (readonly (string | null)[])[], merges: readonly string[] = []): object =>
    fieldsOf(
      ledgerOf(
        [
          ["2026年项目台账"],
          ...rows,
          ["甲县第一小学新建工程", 1000, 800, 200, 100],
          ["北河大桥改建工程", 3000, 1600, 400, 300],
        ],
        { merges },
      ),
    );

  it.each(["“十五五”期间投资（万元）", "十五五规划投资", "“十五五”期间计划总投资"])(
    "is that year's plan beside 「%s」, which is no total",
    (period) => {
      const fields = below([["项目名称", "总投资（万元）", period, "其中：2026年", "其中：2027年"]]);
      expect(Object.values(fields)).toEqual(["name", "totalInvestment", "planThisYear", "planNextYear"]);
    },
  );

  it("is that year's plan below its heading", () => {
    const fields = below(
      [
        ["项目名称", "总投资（万元）", "“十五五”期间投资（万元）", null, null],
        [null, null, "小计", "2026年", "2027年"],
      ],
      ["A2:A3", "B2:B3", "C2:E2"],
    );
    expect(Object.values(fields)).toEqual(["name", "totalInvestment", "planThisYear", "planNextYear"]);
  });

  it("is none of what has been done in that period", () => {
    const fields = below([["项目名称", "总投资（万元）", "“十五五”期间完成投资（万元）", "其中：2026年", "备注"]]);
    expect(Object.values(fields)).not.toContain("planThisYear");
  });
});
