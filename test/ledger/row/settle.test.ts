/** Rows of one label: what the sums and the rows around them say that they are. */
import { ledgerOf, skippedOf, type Rows } from "../ledgerOf";

type Row = Rows[number];
const HEAD: Row = ["序号", "项目名称", "责任单位", "总投资（万元）", "年度计划投资（万元）"];
const FIRST_IN_OFFICE: Row = ["责任单位", "项目名称", "建设地点", "总投资（万元）", "年度计划投资（万元）"];
const NAMES = ["云台路改建工程", "白石水库除险加固工程", "第六小学迁建项目", "县中医院门诊楼", "北区管网改造工程"];
const AMOUNTS = [1310, 2470, 860, 3190, 745];
const PLANS = [300, 900, 410, 1000, 255];
const sum = (figures: readonly number[]) => figures.reduce((whole, figure) => whole + figure, 0);

const numbered = (index: number, serial = index + 1): Row => [
  serial,
  NAMES[index] ?? "",
  "住建局",
  AMOUNTS[index] ?? 0,
  PLANS[index] ?? 0,
];
const named = (label: string): Row => [null, label, null, null, null];
const total = (label: string, place: number, from: number, to: number): Row => {
  const row: (string | number | null)[] = [null, null, null, sum(AMOUNTS.slice(from, to)), sum(PLANS.slice(from, to))];
  row[place] = label;
  return row;
};
const ALL = [0, 1, 2, 3, 4].map((index) => numbered(index));

describe("a total, whatever it is called", () => {
  const LABELS = [
    "汇总",
    "累计",
    "全县汇总",
    "全部项目",
    "总数",
    "共计",
    "总体情况",
    "Total",
    "面上情况",
    "5个项目合计",
  ];
  const PLACES = [
    ["under 序号", HEAD, 0],
    ["under the name", HEAD, 1],
    ["in a first column of departments", FIRST_IN_OFFICE, 0],
    ["under the name behind a first column of departments", FIRST_IN_OFFICE, 1],
  ] as const;
  const CASES = LABELS.flatMap((label) => PLACES.map(([where, head, place]) => [label, where, head, place] as const));

  const rowsUnder = (head: Row): Rows =>
    head === HEAD
      ? ALL
      : NAMES.map((name, index) => ["住建局", name, "城关镇", AMOUNTS[index] ?? 0, PLANS[index] ?? 0]);

  it.each(CASES)("%s %s, below its rows", (label, _, head, place) => {
    const ledger = ledgerOf([head, ...rowsUnder(head), total(label, place, 0, 5)]);
    expect(ledger.projects).toHaveLength(5);
    expect(skippedOf(ledger)).toEqual({ 7: "total" });
    expect(ledger.totals).toMatchObject([{ row: 7, scope: "grand", of: [2, 3, 4, 5, 6] }]);
  });

  it("is not asked how finely the projects are written", () => {
    const head: Row = [...HEAD, "申请资金（万元）"];
    const [row, ...others] = ALL.map((each): Row => [...each, 200]);
    const bottom: Row = [...total("面上情况", 1, 0, 5), 1000.25];
    expect(ledgerOf([head, row ?? [], ...others, bottom]).decimals).toEqual({ 3: 0, 4: 0, 5: 0 });
    expect(ledgerOf([head, [...(ALL[0] ?? []), 200.5], ...others, bottom]).decimals).toEqual({ 3: 0, 4: 0, 5: 1 });
  });

  it.each(CASES)("%s %s, above its rows", (label, _, head, place) => {
    const ledger = ledgerOf([head, total(label, place, 0, 5), ...rowsUnder(head)]);
    expect(ledger.projects).toHaveLength(5);
    expect(ledger.totals).toMatchObject([{ row: 2, of: [3, 4, 5, 6, 7] }]);
  });

  it("is one in a text file, whose figures are texts", () => {
    const rows = [HEAD, ...ALL, total("面上情况", 1, 0, 5)];
    const texts = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    const ledger = ledgerOf(texts, { untyped: true });
    expect(ledger.totals).toMatchObject([{ row: 7, scope: "grand" }]);
  });

  it("is one with a figure that is wrong beside those that are right", () => {
    const wrong: Row = [null, "面上情况", null, sum(AMOUNTS), sum(PLANS), 99];
    const ledger = ledgerOf([[...HEAD, "累计完成投资（万元）"], ...ALL.map((row) => [...row, 10]), wrong]);
    expect(ledger.totals).toMatchObject([{ row: 7, amounts: { completed: { wan: 99 } } }]);
  });

  it("may be numbered, with its department for a label", () => {
    const department = (serial: number, label: string, from: number, to: number): Row => [
      serial,
      label,
      null,
      sum(AMOUNTS.slice(from, to)),
      sum(PLANS.slice(from, to)),
    ];
    const project = (index: number): Row => [
      null,
      null,
      ...numbered(index).slice(1, 2),
      ...numbered(index).slice(3),
      "改造",
    ];
    const ledger = ledgerOf([
      ["序号", "责任单位", "项目名称", "总投资（万元）", "年度计划投资（万元）", "建设内容"],
      department(1, "住建局", 0, 2),
      project(0),
      project(1),
      department(2, "水利局", 2, 5),
      project(2),
      project(3),
      project(4),
    ]);
    expect(ledger.totals).toMatchObject([
      { row: 2, of: [3, 4] },
      { row: 5, of: [6, 7, 8] },
    ]);
  });

  it("is one with a round figure and the words of a project where the others are numbered", () => {
    const road = (serial: number | null, name: string, office: string | null, whole: number): Row => [
      serial,
      name,
      office,
      whole,
      null,
    ];
    const ledger = ledgerOf([
      HEAD,
      road(null, "道路建设", null, 300),
      road(1, "南路硬化工程", "交通局", 100),
      road(2, "北路硬化工程", "交通局", 200),
      road(null, "水利设施", null, 700),
      road(3, "东渠改造工程", "水利局", 300),
      road(4, "西坝加固工程", "水利局", 400),
    ]);
    expect(ledger.totals).toMatchObject([
      { row: 2, of: [3, 4] },
      { row: 5, of: [6, 7] },
    ]);
  });

  it("stands for the rows of its part, above or below them", () => {
    const above = ledgerOf([
      HEAD,
      total("云台片", 1, 0, 2),
      numbered(0),
      numbered(1),
      total("白石片", 1, 2, 5),
      numbered(2),
      numbered(3),
      numbered(4),
    ]);
    expect(above.totals).toMatchObject([
      { row: 2, scope: "part", of: [3, 4] },
      { row: 5, scope: "part", of: [6, 7, 8] },
    ]);
    const below = ledgerOf([
      HEAD,
      numbered(0),
      numbered(1),
      total("云台片", 1, 0, 2),
      numbered(2),
      numbered(3),
      numbered(4),
      total("白石片", 1, 2, 5),
    ]);
    expect(below.totals).toMatchObject([
      { row: 4, scope: "part", of: [2, 3] },
      { row: 8, scope: "part", of: [5, 6, 7] },
    ]);
  });
});

describe("a project of which a clerk filled in little", () => {
  it("stays one where its figures are nobody's sum", () => {
    const ledger = ledgerOf([HEAD, ...ALL, [null, "南山公园", null, 640, 200]]);
    expect(ledger.projects.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it("stays one where one figure is by chance the sum of two", () => {
    const ledger = ledgerOf([
      HEAD,
      numbered(0),
      numbered(1),
      [null, "南山公园二期建设项目", null, (AMOUNTS[0] ?? 0) + (AMOUNTS[1] ?? 0), null],
      ["小计", null, null, null, null],
      numbered(2),
      numbered(3),
      numbered(4),
    ]);
    expect(ledger.projects.map(({ row }) => row)).toContain(4);
  });

  /** [what, total of each project before it, name of the poor one] */
  const ROUND: readonly (readonly [string, readonly number[], string])[] = [
    ["three round others", [100, 100, 100], "南山公园二期建设项目"],
    ["two others, its name being short", [100, 200], "南路改建"],
  ];

  it.each(ROUND)("stays one where its round figure is the sum of %s", (_, before, name) => {
    const road = (total: number, index: number): Row => [
      null,
      `第${String(index + 1)}条路硬化工程`,
      "交通局",
      total,
      total,
    ];
    const whole = sum(before);
    const ledger = ledgerOf([
      HEAD,
      ...before.map(road),
      [null, name, null, whole, whole],
      ["小计", null, null, null, null],
      ...[740, 911, 320].map(road),
    ]);
    expect(ledger.projects.map(({ values }) => values.name)).toContain(name);
  });

  /** [what the row shows, its label and figure, the figures of the others] */
  const BY_CHANCE: readonly (readonly [string, string, number, readonly number[]])[] = [
    ["a kind of works", "冷链物流", 200, [120, 80, 350, 460]],
    ["a round figure of three others", "智慧养老", 500, [120, 80, 300, 460]],
    ["the figure of all others", "智慧养老", 1000, [120, 80, 300, 500]],
  ];
  it.each(BY_CHANCE)("stays one in a sheet without numbers: %s", (_, label, figure, others) => {
    const rows = others.map((other, index): Row => [NAMES[index] ?? "", "住建局", "城关镇", other]);
    const ledger = ledgerOf([
      ["项目名称", "责任单位", "建设地点", "总投资（万元）"],
      ...rows.slice(0, 3),
      [label, null, null, figure],
      ...rows.slice(3),
    ]);
    expect(ledger.projects).toHaveLength(5);
    expect(ledger.skipped).toEqual([]);
  });

  it("is one of several totals where others of the sheet confirm it", () => {
    const road = (name: string, whole: number): Row => [name, "交通局", "城关镇", whole];
    const ledger = ledgerOf([
      ["项目名称", "责任单位", "建设地点", "总投资（万元）"],
      ["交通", null, null, 300],
      road("南路硬化工程", 100),
      road("北路硬化工程", 200),
      ["水利", null, null, 700],
      road("东渠改造工程", 300),
      road("西坝加固工程", 400),
    ]);
    expect(ledger.totals).toMatchObject([
      { row: 2, of: [3, 4] },
      { row: 5, of: [6, 7] },
    ]);
  });

  it.each([
    ["between", 1],
    ["behind the second", 2],
  ])("two of them without anything but short names stay two where none stands above all rows: %s", (_, from) => {
    const rows = [
      ...ALL.slice(0, from),
      named("冷链物流"),
      ...ALL.slice(from, from + 1),
      named("智慧养老"),
      ...ALL.slice(from + 1),
    ];
    const ledger = ledgerOf([HEAD, ...rows].map((row) => row.slice(1)));
    expect(ledger.skipped).toEqual([]);
    expect(ledger.projects).toHaveLength(7);
  });

  it("stays one in a sheet where all rows are names and figures", () => {
    const rows = [100, 200, 300, 600].map((figure, index): Row => [NAMES[index] ?? "", figure, figure]);
    const ledger = ledgerOf([["项目名称", "总投资（万元）", "年度计划投资（万元）"], ...rows]);
    expect(ledger.projects).toHaveLength(4);
  });

  /** [what the row between shows, it, the serial of the row before and of the one behind; null for none] */
  const NAMES_ALONE: readonly (readonly [string, string, number | null, number | null])[] = [
    ["says what is built", "云台河综合治理", 2, 3],
    ["says what is built, in front of all", "某县殡仪馆改造提升项目", null, 1],
    ["names one thing", "白石水库", 2, 3],
    ["says in which town it is", "柳林镇智慧养老", 2, 3],
    ["names a centre, as an office would be named", "县养老服务中心", 2, 3],
    ["is left out by the numbers", "城乡供水", 2, 4],
    ["stands behind all", "城乡供水", 5, null],
  ];
  it.each(NAMES_ALONE)("stays one where its name %s: %s", (_, name, before, after) => {
    const rows = [
      ...(before === null ? [] : [numbered(0, before - 1), numbered(1, before)]),
      named(name),
      ...(after === null ? [] : [numbered(2, after), numbered(3, after + 1)]),
    ];
    const ledger = ledgerOf([HEAD, ...rows]);
    expect(ledger.skipped).toEqual([]);
    expect(ledger.projects).toHaveLength(rows.length);
  });
});

describe("a section's label under the names", () => {
  const LABELS = [
    "【水利】",
    "水利类：",
    "B类项目",
    "②水利",
    "（2）村内道路",
    "县水利局",
    "柳林镇",
    "水利基础设施",
    "社会民生",
    "2、产业发展",
    "续建项目",
  ];
  it.each(LABELS)("%s in front of all rows", (label) => {
    const ledger = ledgerOf([HEAD, named(label), numbered(0), numbered(1)]);
    expect(skippedOf(ledger)).toEqual({ 2: "section" });
    expect(ledger.totals).toEqual([]);
  });

  it.each(LABELS)("%s between rows whose numbers go on", (label) => {
    const ledger = ledgerOf([HEAD, numbered(0), numbered(1), named(label), numbered(2), numbered(3)]);
    expect(skippedOf(ledger)).toEqual({ 4: "section" });
  });

  it.each([...LABELS, "老旧小区改造"])("%s where the numbers begin anew", (label) => {
    const ledger = ledgerOf([HEAD, numbered(0, 1), numbered(1, 2), named(label), numbered(2, 1), numbered(3, 2)]);
    expect(skippedOf(ledger)).toEqual({ 4: "section" });
  });

  it.each([
    ["several, each over rows of its own", "县直单位", "各乡镇", { 2: "section", 5: "section" }],
    ["but not what says what is built", "白石水库", "各乡镇", { 5: "section" }],
  ])("in a sheet without numbers: %s", (_, first, second, skipped) => {
    const rows = [named(first), numbered(0), numbered(1), named(second), numbered(2), numbered(3)];
    const ledger = ledgerOf([HEAD, ...rows].map((row) => row.slice(1)));
    expect(skippedOf(ledger)).toEqual(skipped);
  });

  it("is none where it stands alone in a sheet without numbers", () => {
    const rows = [numbered(0), numbered(1), named("城乡供水"), numbered(2), numbered(3)];
    expect(ledgerOf([HEAD, ...rows].map((row) => row.slice(1))).skipped).toEqual([]);
  });

  it("that is merged over the row", () => {
    const ledger = ledgerOf([HEAD, numbered(0), numbered(1), named("农村道路建设工程"), numbered(2), numbered(3)], {
      merges: ["B4:E4"],
    });
    expect(skippedOf(ledger)).toEqual({ 4: "section" });
  });

  it("is the section of the rows below it, up to the next", () => {
    const ledger = ledgerOf([
      HEAD,
      named("水利基础设施"),
      numbered(0),
      named("社会民生"),
      numbered(1),
      ["三、产业"],
      numbered(2),
    ]);
    expect(ledger.projects.map(({ section }) => section)).toEqual(["水利基础设施", "社会民生", "三、产业"]);
  });
});
