/** Several tables on one sheet, one below the other, each read under its own heading. */
import { tablesOf, type Ledger } from "../../../src/ledger/ledger";
import { fieldsOf, ledgerOf, skippedOf, type Rows } from "../ledgerOf";

const HEAD = ["序号", "项目名称", "责任单位", "总投资（万元）", "年度计划投资（万元）"];
const FIRST: Rows = [
  ["某县2025年项目台账"],
  HEAD,
  [1, "云台路改建工程", "住建局", 1310, 300],
  [2, "白石水库除险加固工程", "水利局", 2470, 900],
];
/** The same columns in another order: read under the first heading the plan would be the total. */
const SWAPPED: Rows = [
  ["序号", "项目名称", "责任单位", "年度计划投资（万元）", "总投资（万元）"],
  [1, "第六小学迁建项目", "教育局", 410, 860],
  [2, "县中医院门诊楼", "卫健局", 1000, 3190],
];

function seen(ledger: Ledger) {
  return tablesOf(ledger).map(({ header, projects }) => ({
    header,
    rows: projects.map(({ row, values: { name, department, totalInvestment } }) => [
      row,
      name,
      department,
      totalInvestment?.wan,
    ]),
  }));
}

const UPPER = [
  [3, "云台路改建工程", "住建局", 1310],
  [4, "白石水库除险加固工程", "水利局", 2470],
];
const lower = (row: number) => [
  [row, "第六小学迁建项目", "教育局", 860],
  [row + 1, "县中医院门诊楼", "卫健局", 3190],
];

/** [what the lower heading is, it with its rows] */
const TABLES: readonly (readonly [string, Rows])[] = [
  ["in another order", SWAPPED],
  [
    "with names in another column",
    [
      ["责任单位", "项目名称", "总投资（万元）"],
      ["教育局", "第六小学迁建项目", 860],
      ["卫健局", "县中医院门诊楼", 3190],
    ],
  ],
  [
    "with another word for the name",
    [
      ["编号", "工程名称", "总投资（万元）", "主管部门", "建设地点"],
      [1, "第六小学迁建项目", 860, "教育局", "城关镇"],
      [2, "县中医院门诊楼", 3190, "卫健局", "城关镇"],
    ],
  ],
  [
    "without numbers, in tens of thousands of ten thousands",
    [
      ["工程名称", "牵头单位", "总投资（亿元）"],
      ["第六小学迁建项目", "教育局", 0.086],
      ["县中医院门诊楼", "卫健局", 0.319],
    ],
  ],
];

it.each(TABLES)("a further table %s is one of its own", (_, table) => {
  const ledger = ledgerOf([...FIRST, [null], ...table]);
  expect(seen(ledger)).toEqual([
    { header: { top: 2, bottom: 2 }, rows: UPPER },
    { header: { top: 6, bottom: 6 }, rows: lower(7) },
  ]);
  expect(ledger.below).toMatchObject({ sheet: ledger.sheet, role: "projects", title: "某县2025年项目台账" });
});

it("a heading of two rows is read whole", () => {
  const ledger = ledgerOf(
    [
      ...FIRST,
      ["序号", "项目名称", "总投资（万元）", "责任单位", "投资计划（万元）", null],
      [null, null, null, null, "2025年", "2026年"],
      [1, "第六小学迁建项目", 860, "教育局", 410, 200],
      [2, "县中医院门诊楼", 3190, "卫健局", 1000, 900],
    ],
    { merges: ["A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:F5"] },
  );
  expect(seen(ledger)[1]).toEqual({ header: { top: 5, bottom: 6 }, rows: lower(7) });
  expect(fieldsOf(ledger.below ?? ledger)).toMatchObject({ "投资计划（万元）·2026年": "planNextYear" });
});

it("the heading said again, on each page or in slightly other words, begins no further table", () => {
  const again = ["编号", "项目名称", "牵头责任单位", "总投资", "2025年度计划投资（万元）"];
  const ledger = ledgerOf([
    ...FIRST,
    HEAD,
    [3, "第六小学迁建项目", "教育局", 860, 410],
    again,
    [4, "县中医院门诊楼", "卫健局", 3190, 10],
  ]);
  expect(ledger.below).toBeUndefined();
  expect(ledger.projects).toHaveLength(4);
  expect(skippedOf(ledger)).toEqual({ 1: "title", 5: "repeated-header", 7: "repeated-header" });
});

it("three tables are three", () => {
  const third: Rows = [
    ["序号", "责任单位", "项目名称", "总投资（万元）"],
    [1, "交通局", "城北客运站", 745],
    [2, "交通局", "东渠改造工程", 260],
  ];
  expect(seen(ledgerOf([...FIRST, ...SWAPPED, ...third])).map(({ rows }) => rows.length)).toEqual([2, 2, 2]);
});

it("the unit between two tables is that of the lower one, else it is the sheet's", () => {
  const bare = (head: Rows[number]) =>
    head.map((cell) => (typeof cell === "string" ? cell.replace("（万元）", "") : cell));
  const rows = [["某县2025年项目台账"], ["单位：万元"], bare(HEAD), ...FIRST.slice(2)];
  const [swapped = [], ...body] = SWAPPED;
  const stated = ledgerOf([...rows, ["二、谋划项目"], ["单位：亿元"], bare(swapped), ...body]);
  expect([stated.unit, stated.below?.unit]).toEqual(["万元", "亿元"]);
  expect(stated.below?.projects[0]).toMatchObject({
    section: "二、谋划项目",
    values: { totalInvestment: { wan: 8_600_000 } },
  });
  const inherited = ledgerOf([...rows, bare(swapped), ...body]);
  expect([inherited.below?.unit, inherited.below?.assumedUnit]).toEqual(["万元", null]);
});

it("the unit behind the title of the lower table is that table's, whatever a total above it says", () => {
  const ledger = ledgerOf([
    ["2025年重点项目台账（万元）"],
    ["序号", "项目名称", "责任单位", "总投资"],
    [1, "云台路改建工程", "住建局", 1310],
    [null, "合计（万元）", null, 1310],
    ["2025年储备项目（亿元）"],
    ["序号", "责任单位", "项目名称", "总投资"],
    [1, "教育局", "第六小学迁建项目", 0.086],
  ]);
  expect(seen(ledger).map(({ rows }) => rows)).toEqual([
    [[3, "云台路改建工程", "住建局", 1310]],
    [[7, "第六小学迁建项目", "教育局", 860]],
  ]);
});

it("a small table above a larger one with more columns is none of its titles", () => {
  const ledger = ledgerOf([
    ["2025年项目（万元）"],
    ["序号", "项目名称", "总投资", "开工时间"],
    [1, "云台路改建工程", 1310, "2025-03-01"],
    [null],
    ["序号", "责任单位", "项目名称", "建设内容", "总投资", "项目阶段", "资金渠道", "建设地点"],
    [1, "教育局", "第六小学迁建项目", "新建教学楼3000平方米", 860, "储备", "专项债券", "城关镇"],
    [2, "卫健局", "县中医院门诊楼", "新建门诊楼4000平方米", 3190, "储备", "专项债券", "城关镇"],
  ]);
  expect(seen(ledger).map(({ header, rows }) => [header?.top, rows.length])).toEqual([
    [2, 1],
    [5, 2],
  ]);
});

it("a summary by kind above the ledger, or labels of a form, are no table of projects", () => {
  for (const above of [
    [
      ["类别", "项目个数", "总投资", "年度计划投资"],
      ["交通", 12, 3400, 900],
    ],
    [
      ["项目名称", "2025年重点项目"],
      ["责任单位", "发展和改革局", "总投资", 3400],
    ],
  ])
    expect(seen(ledgerOf([["某县2025年项目台账（万元）"], ...above, [null], ...FIRST.slice(1)])).length).toBe(1);
});

describe("a total of a sheet with several tables", () => {
  const total = (sum: number, plan: number) => ["合计", null, null, sum, plan];

  it("stands for its own table", () => {
    const { totals, below } = ledgerOf([...FIRST, total(3780, 1200), ...SWAPPED, total(1410, 4050)]);
    expect([totals, below?.totals]).toMatchObject([[{ row: 5, of: [3, 4] }], [{ row: 9, of: [7, 8] }]]);
  });

  it("is wrong where each table has just one and it does not fit all of them either", () => {
    const { totals, below } = ledgerOf([...FIRST, total(3790, 1201), ...SWAPPED, total(1411, 4051)]);
    expect([totals.length, below?.totals.length]).toEqual([1, 1]);
    const over = ledgerOf([...FIRST, total(3780, 1200), ...SWAPPED, total(2610, 7830)]);
    expect([over.totals.length, over.below?.totals.length]).toEqual([1, 0]);
  });

  it("that fits none of its figures is one over all tables, of which nothing is said", () => {
    const { below } = ledgerOf([...FIRST, ...SWAPPED, ["总计", null, null, 2610, 7830]]);
    expect(below?.totals).toEqual([]);
    expect(skippedOf(below ?? ledgerOf(FIRST))).toEqual({ 8: "total" });
  });
});

it("a summary below, which names no projects, is none of them", () => {
  const summary: Rows = [
    ["序号", "责任单位", "总投资（万元）", "年度计划投资（万元）", "备注"],
    [1, "住建局", 1310, 300, null],
    [2, "水利局", 2470, 900, null],
  ];
  const ledger = ledgerOf([...FIRST, [null], ...summary]);
  expect(ledger.projects.map(({ row }) => row)).toEqual([3, 4]);
  expect(ledger.below).toMatchObject({ role: "other", why: expect.stringContaining("缺少“项目名称”"), projects: [] });
});

it("a summary of counts and shares below is none either", () => {
  const summary: Rows = [["附：分领域汇总"], ["领域", "项目个数", "总投资（万元）", "占比"], ["交通", 5, 515, "100%"]];
  const ledger = ledgerOf([...FIRST, ["合计", null, null, 3780, 1200], [null], ...summary]);
  expect(ledger.projects.map(({ row }) => row)).toEqual([3, 4]);
  expect(ledger.below?.role).toBe("other");
});

/** [what, its heading, a row of it, its role] */
const OTHERS: readonly (readonly [string, Rows[number], Rows[number], string])[] = [
  [
    "policies",
    ["序号", "政策名称", "文号", "发文单位", "发文日期"],
    [1, "关于支持农村公路的意见", "国办发〔2019〕45号", "国务院办公厅", "2019-09-05"],
    "policies",
  ],
  ["explanations", ["序号", "指标", "说明", null, null], ["1", "总投资", "指项目全部投资", null, null], "other"],
];
it.each(OTHERS)("a table of %s below is none of projects either", (_, head, row, role) => {
  const ledger = ledgerOf([...FIRST, [null], head, row]);
  expect(ledger.projects).toHaveLength(2);
  expect(ledger.below).toMatchObject({ role, projects: [] });
});

it.each([
  ["a project whose cells are words of headings", [null, "环评办理中心", "审批", "备案", null]],
  ["a project of that name", [null, "备案", "住建局", null, null]],
])("%s begins no table", (_, row) => {
  const ledger = ledgerOf([...FIRST, row, [3, "第六小学迁建项目", "教育局", 860, 410]]);
  expect([ledger.projects.length, ledger.below]).toEqual([4, undefined]);
});

it("a table of something else below is none of projects", () => {
  const { below } = ledgerOf([
    ...FIRST,
    ["对接时间", "对接单位", "对接事项", "责任单位", "项目名称"],
    ["2025-03-01", "省发改委", "汇报资金", "发改局", "云台路改建工程"],
    ["2025-03-02", "省水利厅", "汇报进度", "水利局", "白石水库除险加固工程"],
  ]);
  expect(below).toMatchObject({ role: "contacts", projects: [] });
});

describe("a narrow ledger set in two halves side by side", () => {
  const HALVES: Rows = [
    ["某县项目表"],
    ["序号", "项目名称", "总投资（万元）", null, "序号", "项目名称", "总投资（万元）"],
    [1, "云台路改建工程", 1310, null, 3, "第六小学迁建项目", 860],
    [2, "白石水库除险加固工程", 2470, null, 4, "县中医院门诊楼", 3190],
  ];

  it("is read in both, each value at its own cell", () => {
    const tables = tablesOf(ledgerOf(HALVES));
    expect(tables.map(({ projects }) => projects.map(({ values }) => values.name))).toEqual([
      ["云台路改建工程", "白石水库除险加固工程"],
      ["第六小学迁建项目", "县中医院门诊楼"],
    ]);
    expect(tables.map(({ columns }) => columns.map(({ column }) => column))).toEqual([
      [0, 1, 2],
      [4, 5, 6],
    ]);
    expect(tables[1]?.projects[0]?.cells[6]).toBe(860);
  });

  it.each([
    ["a column said twice", ["序号", "项目名称", "总投资", "序号", "责任单位", "备注"]],
    ["pairs of days", ["项目名称", "受理时间", "办结时间", "受理时间", "办结时间", "备注"]],
  ])("%s makes no halves", (_, head) => {
    const ledger = ledgerOf([head, ...[1, 2].map((each) => [each, `第${String(each)}条路硬化工程`, 300, 1, 2, 3])]);
    expect(ledger.below).toBeUndefined();
  });
});
