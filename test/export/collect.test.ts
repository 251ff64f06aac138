/** Summaries of files become one in any order, and say what reading everything at once would have said. */
import fc from "fast-check";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import { acrossFiles } from "../../src/report/export/collect/across";
import { bulletin } from "../../src/report/export/collect/bulletin";
import { Gathering } from "../../src/report/export/collect/gather";
import { partOf } from "../../src/report/export/collect/part";
import { changesSince, statesOf } from "../../src/report/export/collect/previous";
import type { Collection } from "../../src/report/export/collect/collection";
import { collectionSheets } from "../../src/report/export/collect/sheets/index";
import { EMPTY, merge, summarise, unreadable, type Summary } from "../../src/report/export/collect/summary";
import { runThrough, type Run } from "../../src/report/run";
import { reserveNumbers } from "../../src/reserve/reserve";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { sheetsOf } from "../ledgers/grid";
import { randomLedgers } from "../ledgers/random";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);
const calendar = calendarOf(pack);
const judge = makeJudge(pack);

function runOf(path: string, ...cells: readonly (readonly CellValue[])[]): Run {
  return runThrough([{ path, sheets: [gridSheet("台账", cells)] }], { pack, asOf });
}

function summaryOf(run: Run, path: string): Summary {
  return summarise(run, { path, receipt: "none", writtenOn: asOf });
}

const RUNS = randomLedgers(12, 7).map((ledger, index) =>
  runThrough([{ path: `${String(index)}.xlsx`, sheets: sheetsOf(ledger.workbook) }], { pack, asOf }),
);
const SUMMARIES = [
  ...RUNS.map((run, index) => summaryOf(run, `${String(index)}.xlsx`)),
  unreadable("坏.xlsx", "坏.xlsx：文件已损坏。", asOf),
];
const inOrder = SUMMARIES.reduce(merge, EMPTY);

it("merge in any order and any grouping", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(SUMMARIES, { minLength: SUMMARIES.length }),
      fc.nat(SUMMARIES.length),
      (some, cut) => {
        const [left, right] = [some.slice(0, cut), some.slice(cut)].map((part) => part.reduce(merge, EMPTY));
        expect(merge(left ?? EMPTY, right ?? EMPTY)).toEqual(inOrder);
      },
    ),
    { numRuns: 50 },
  );
});

it("give the numbers of the whole reserve", () => {
  const whole = reserveNumbers(
    RUNS.flatMap(({ ledgers }) => ledgers),
    { pack, asOf, calendar, verdict: ({ values: { name = "", scale } }) => judge.verdict(name, scale) },
  );
  const tally = (count: number, wan: number) => ({ count, millionths: Math.round(wan * 1e6) });
  expect(inOrder.added).toEqual(tally(whole.added.count, whole.added.wan));
  expect(inOrder.fitting).toBe(whole.fit?.count);
  for (const { area, count, wan } of whole.byArea)
    expect(inOrder.byArea[area] ?? tally(0, 0)).toEqual(tally(count, wan));
  for (const { stage, count, wan } of whole.byStage) expect(inOrder.byStage[stage]).toEqual(tally(count, wan));
  for (const { channel, count, wan } of whole.byChannel) expect(inOrder.byChannel[channel]).toEqual(tally(count, wan));
});

const HEADING = ["项目名称", "责任部门", "项目代码", "总投资（万元）", "项目阶段"];
const CODE = "2503-130981-04-01-573274";
const ONE = runOf(
  "水务局.xlsx",
  HEADING,
  ["西沟水库工程", "水务局", CODE, 5200, "储备"],
  ["东沟水厂工程", "水务局", null, 900, "储备"],
);
const OTHER = runOf(
  "农业局.xlsx",
  HEADING,
  ["西沟水库工程", "水务局", CODE, 5600, "申报"],
  ["东沟水厂项目", "水务局", null, 900, "储备"],
);

function collectionOf(runs: readonly Run[], more: Partial<Collection> = {}): Collection {
  const gathering = new Gathering();
  const lines = new Map<string, readonly string[]>();
  const paths = runs.map((run) => {
    const path = run.files[0]?.path ?? "";
    const part = partOf(run, { path, receipt: "none", writtenOn: asOf }, "sheets");
    gathering.add(path, part.head);
    lines.set(path, [...part.lines]);
    return path;
  });
  const light = gathering.compared(paths, (path) => lines.get(path) ?? []);
  return {
    summary: gathering.summary(),
    across: acrossFiles(light, { pack, asOf, run: { judge, calendar } }),
    pack,
    calendar,
    asOf,
    due: null,
    changes: null,
    ...more,
  };
}

it("one project in two files, and figures that do not agree, are found from what is kept of them, at their own cells", () => {
  const { across } = collectionOf([ONE, OTHER]);
  const whole = runThrough(
    [ONE, OTHER].flatMap(({ files }) => files),
    { pack, asOf },
  );
  const expected = whole.result.perLedger
    .flatMap(({ findings }) => findings)
    .filter(
      ({ code, cells }) => ["F111", "F112", "K704"].includes(code) && cells.some((cell) => cell.startsWith("'[")),
    );
  expect(expected.map(({ code }) => code).sort()).toEqual(["F111", "K704"]);
  expect(across.map(({ code, cells, file }) => [code, file, ...cells]).sort()).toEqual(
    expected.map(({ code, cells, file }) => [code, file, ...cells]).sort(),
  );
});

it("against the last collection: stages that moved, figures that changed, what came and went", () => {
  const changes = changesSince(statesOf(ONE.ledgers), statesOf(OTHER.ledgers), pack);
  expect(changes.map(({ kind, name }) => [kind, name])).toEqual([
    ["阶段变动", "西沟水库工程"],
    ["投资变动", "西沟水库工程"],
    ["新增", "东沟水厂项目"],
    ["减少", "东沟水厂工程"],
  ]);
});

it.each<[string, string, Readonly<Record<string, number>>, number, string, string]>([
  [
    "with one total",
    "counts by its rows",
    { 甲: 5200, 乙: 5200 },
    2,
    "疑似重复与拆分",
    "疑似重复或拆分1处，数据冲突0处。重复的按行计数",
  ],
  [
    "with two totals",
    "counts by its rows",
    { 甲: 5200, 乙: 5600 },
    2,
    "数据冲突",
    "疑似重复或拆分0处，数据冲突1处。核对改正以前",
  ],
  [
    "that it is applied for on",
    "counts once",
    { 储备: 5200, 申报: 5600 },
    1,
    "数据冲突",
    "疑似重复或拆分0处，数据冲突1处。核对改正以前",
  ],
])(
  "a project on two sheets of one file %s %s, and what is wrong with it is told",
  (_, __, totals, count, name, said) => {
    const sheets = Object.entries(totals).map(([sheet, wan]) =>
      gridSheet(sheet, [HEADING, ["西沟水库工程", "水务局", CODE, wan, sheet === "申报" ? "申报" : "储备"]]),
    );
    const collection = collectionOf([runThrough([{ path: "水务局.xlsx", sheets }], { pack, asOf })]);
    expect(collection.summary.all.count).toBe(count);
    const list = collectionSheets(collection).find((sheet) => sheet.name === name);
    const rows = list?.cells.slice(list.heading ?? 0).map((row) => [row[1], row[4], row[5]]);
    expect(rows).toEqual([["水务局.xlsx", "西沟水库工程", "同一份文件"]]);
    expect(String(list?.cells[list.heading ?? 0]?.[6])).toMatch(/[甲乙储申]/);
    expect(bulletin(collection)).toContain(`同一份文件里${said}`);
  },
);

it.each<[string, (readonly [string, number])[], (readonly [string, number])[], string[]]>([
  [
    "a stage and a total that both moved are counted for both",
    [["储备", 3000]],
    [["申报", 3600]],
    ["阶段变动", "投资变动"],
  ],
  [
    "rows that stay are no change",
    [
      ["储备", 3000],
      ["申报", 3000],
    ],
    [
      ["申报", 3000],
      ["储备", 3000],
    ],
    [],
  ],
  [
    "a second row that went is one fewer",
    [
      ["储备", 3000],
      ["申报", 3000],
    ],
    [["申报", 3600]],
    ["投资变动", "减少"],
  ],
  [
    "a second row that came is one more",
    [["储备", 3000]],
    [
      ["储备", 3000],
      ["申报", 3000],
    ],
    ["新增"],
  ],
])("against the last collection: %s", (_, before, now, kinds) => {
  const statesIn = (rows: readonly (readonly [string, number])[]) =>
    statesOf(
      runOf("水务局.xlsx", HEADING, ...rows.map(([stage, wan]) => ["西沟水库工程", "水务局", CODE, wan, stage]))
        .ledgers,
    );
  expect(changesSince(statesIn(before), statesIn(now), pack).map(({ kind }) => kind)).toEqual(kinds);
});

it("a project that bears another name under its code is told as renamed, a stage in other words is none that moved", () => {
  const ledgers = (name: string, stage: string) =>
    runOf("水务局.xlsx", HEADING, [name, "水务局", CODE, 3000, stage]).ledgers;
  const since = (before: [string, string], now: [string, string]) =>
    changesSince(statesOf(ledgers(...before)), statesOf(ledgers(...now)), pack);
  const renamed = since(["西沟水库工程", "未开工"], ["西沟水库(一期)工程", "在建"]);
  expect(renamed.map(({ kind, name, before, now }) => [kind, name, before?.stage, now?.stage])).toEqual([
    ["更名", "西沟水库(一期)工程", "前期", "建设"],
    ["阶段变动", "西沟水库(一期)工程", "前期", "建设"],
  ]);
  expect(since(["★西沟水库 （一期）工程", "在建"], ["西沟水库(一期)工程", "施工"])).toEqual([]);
  const sheets = collectionSheets(collectionOf([ONE], { changes: renamed }));
  const told = sheets.find(({ name }) => name === "与上次比较");
  expect(told?.cells[told.heading ?? 0]?.at(-1)).toBe("原名：西沟水库工程");
  expect(bulletin(collectionOf([ONE], { changes: renamed }))).toContain("阶段变动1个，投资变动0个，更名1个。");
});

it("sizes stand in their own order, and no size has a rank", () => {
  const amounts = [60_000, 500, 2000].map((wan, index) => [`第${String(index)}供水工程`, "水务局", null, wan, "储备"]);
  const totals = collectionSheets(collectionOf([runOf("水务局.xlsx", HEADING, ...amounts)])).find(
    ({ name }) => name === "汇总表",
  );
  const sizes = (totals?.cells ?? []).filter(([group]) => group === "投资规模").map((row) => [row[1], row[6]]);
  expect(sizes).toEqual([
    ["1000万元以下", null],
    ["1000万元—3000万元", null],
    ["5亿元—10亿元", null],
  ]);
});

it("what came less what went is by how much the count of the reserve differs", () => {
  const row = fc.tuple(
    fc.constantFrom("甲沟水库工程", "乙沟水库工程"),
    fc.constantFrom("储备", "申报"),
    fc.constantFrom(900, 1200),
  );
  const rows = fc.array(row, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, rows, (before, now) => {
      const [then, today] = [before, now].map((list) =>
        runOf("水务局.xlsx", HEADING, ...list.map(([name, stage, wan]) => [name, "水务局", null, wan, stage])),
      );
      if (!then || !today) throw new Error("two runs");
      const changes = changesSince(statesOf(then.ledgers), statesOf(today.ledgers), pack);
      const count = (wanted: string) => changes.filter(({ kind }) => kind === wanted).length;
      const all = (run: Run) => summaryOf(run, "水务局.xlsx").all.count;
      expect(count("新增") - count("减少")).toBe(all(today) - all(then));
    }),
    { numRuns: 30 },
  );
});

function departmentNamed(name: string) {
  return {
    id: name,
    name,
    aliases: [],
    from: "2025-01-01",
    basis: { document: "名录" },
    confidence: "H" as const,
    group: "",
    person: "",
    phone: "",
  };
}

it("departments without a project, without a file, and late ones are named", () => {
  const roster = { ...pack, roster: ["水务局", "教育局"].map(departmentNamed) };
  const run = runThrough(ONE.files, { pack: roster, asOf });
  const collection = collectionOf([run], { pack: roster, due: "2025-06-10" });
  const sheets = new Map(
    collectionSheets(collection).map((sheet) => [sheet.name, sheet.cells.slice(sheet.heading ?? 0)]),
  );
  expect(sheets.get("零项目部门")).toEqual([[1, "教育局", "未报送"]]);
  expect(sheets.get("迟报名单")).toEqual([
    [1, "水务局", `迟报：文件改于 ${asOf}`],
    [2, "教育局", "未报送"],
  ]);
  // Who owes and who is late are told apart, the reason once; nobody is blamed by a file's time without a warning.
  const said = bulletin(collection).split("\n");
  expect(said).toEqual(
    expect.arrayContaining([
      "未报送（1个）：教育局。",
      "迟报（1个）：水务局。",
      expect.stringMatching(/^\d+\. 迟报按文件的修改时间判断；.*请对照收文登记。$/),
    ]),
  );
  expect(bulletin({ ...collection, due: null })).not.toContain("收文登记");
  // What counts as a double is said beside their number.
  expect(bulletin(collection)).toMatch(/\n\d+\. 疑似重复：.*名称相同.*责任部门或总投资相同.*。\n/);
});

it("amounts of which no ledger has a column are left blank, and an empty list says that it was looked for", () => {
  const matrixOf = (...cells: CellValue[][]) => {
    const sheets = collectionSheets(collectionOf([runOf("水务局.xlsx", ...cells)]));
    const found = sheets.find(({ name }) => name === "对接矩阵");
    return found?.cells[found.heading ?? 0]?.slice(-4);
  };
  const row = ["西沟水库工程", "水务局", 5200];
  expect(matrixOf(["项目名称", "责任部门", "总投资（万元）"], row)).toEqual([5200, null, null, null]);
  expect(matrixOf(["项目名称", "责任部门", "总投资（万元）", "拟申请资金（万元）"], [...row, 0])).toEqual([
    5200,
    0,
    null,
    null,
  ]);
  const lists = (runs: readonly Run[]) =>
    new Map(collectionSheets(collectionOf(runs)).map(({ name, cells }) => [name, cells.flat().join("\n")]));
  expect(lists([ONE]).get("疑似重复与拆分")).toContain("比过了，没有发现");
  expect(lists([ONE]).get("数据冲突")).toContain("比过了，没有发现");
  expect(lists([ONE, OTHER]).get("数据冲突")).not.toContain("没有发现");
});

it("a department that reports that it has no project has handed in, and is among those without", () => {
  const roster = { ...pack, roster: ["水务局", "文化广电和旅游局", "教育局"].map(departmentNamed) };
  const none = runThrough(
    [
      {
        path: "6月.xlsx",
        sheets: [
          gridSheet("台账", [["填报单位：县文广旅局"], ["序号", "项目名称", "总投资（万元）"], [1, "本月无项目"]]),
        ],
      },
    ],
    { pack: roster, asOf },
  );
  const runs = [runThrough(ONE.files, { pack: roster, asOf }), none];
  const sheets = new Map(
    collectionSheets(collectionOf(runs, { pack: roster, due: "2025-06-10" })).map((sheet) => [
      sheet.name,
      sheet.cells.slice(sheet.heading ?? 0),
    ]),
  );
  expect(sheets.get("零项目部门")?.map(([, name]) => name)).toEqual(["文化广电和旅游局", "教育局"]);
  expect(sheets.get("迟报名单")?.filter(([, , why]) => why === "未报送")).toEqual([[3, "教育局", "未报送"]]);
  expect(
    sheets
      .get("文件清单")
      ?.find(([, path]) => path === "6月.xlsx")
      ?.at(-1),
  ).toBe("零报告：写明没有项目");
});

it.each<[string, string, string[]]>([
  ["its full name", "文化广电和旅游局(打不开).xlsx", []],
  ["its short name", "文旅局(打不开).xlsx", []],
  ["its short name, beside a file without projects", "文旅局6月.xlsx", ["文旅局零报告.xlsx"]],
])("a department whose file could not be read, known by %s, is not among those without projects", (_, path, empty) => {
  const roster = { ...pack, roster: ["水务局", "文化广电和旅游局", "教育局"].map(departmentNamed) };
  const runs = [runThrough(ONE.files, { pack: roster, asOf })];
  const summary = [
    ...runs.map((run) => summarise(run, { path: "甲.xlsx", receipt: "none", writtenOn: asOf })),
    unreadable(path, `${path}：打不开`, asOf),
    ...empty.map((each) => summaryOf(runOf(each, ["本月无项目"]), each)),
  ].reduce(merge, EMPTY);
  const collection = { ...collectionOf(runs, { pack: roster, due: "2025-06-10" }), summary };
  const sheets = new Map(
    collectionSheets(collection).map((sheet) => [sheet.name, sheet.cells.slice(sheet.heading ?? 0)]),
  );
  expect(sheets.get("零项目部门")).toEqual([[1, "教育局", "未报送"]]);
  expect(sheets.get("迟报名单")?.slice(1)).toEqual([
    [2, "教育局", "未报送"],
    [3, "文化广电和旅游局", `报来了但读不了：${path}`],
  ]);
  const said = bulletin(collection);
  expect(said).toContain("未报送（1个）：教育局。");
  expect(said).toContain("报来了但读不了，有没有项目还不知道（1个）：文化广电和旅游局。");
  for (const line of said.split("\n").filter((each) => /^(未报送|迟报)（/.test(each)))
    expect(line).not.toContain("文化广电和旅游局");
});

it("the bulletin's shares are those of its own figures", () => {
  const text = bulletin(collectionOf(RUNS));
  const shares = [...text.matchAll(/([\d.]+)%（([\d,.]+)÷([\d,.]+)(?:个|万元)）/g)];
  expect(shares.length).toBeGreaterThan(0);
  for (const [, printed, above = "", below = ""] of shares) {
    const figure = (written: string): number => Number(written.replaceAll(",", ""));
    expect(Number(printed)).toBeCloseTo((figure(above) / figure(below)) * 100, 1);
  }
});

it("a chart of many departments shows the first of them, and says so", () => {
  const rows = Array.from({ length: 20 }, (_, at) => [
    `第${String(at)}所学校改扩建工程`,
    `第${String(at)}部门`,
    null,
    1000 + at,
    "储备",
  ]);
  const totals = collectionSheets(collectionOf([runOf("全县.xlsx", HEADING, ...rows)])).find(
    ({ name }) => name === "汇总表",
  );
  const [chart] = totals?.charts ?? [];
  expect(chart?.title).toBe("按责任部门：总投资（万元），前 15 个");
  expect(chart && chart.to - chart.from + 1).toBe(15);
  expect(totals?.cells[(chart?.from ?? 1) - 1]?.[3]).toBe(1019);
  expect(totals?.charts?.slice(1).every(({ title }) => !title.includes("前"))).toBe(true);
});
