/** A department whose file came is not listed as one without projects because its rows do not say whose they are. */
import type { Collection } from "../../src/report/export/collect/collection";
import { bulletin } from "../../src/report/export/collect/bulletin";
import { departmentsWithout, lateOnes, unreadOnes } from "../../src/report/export/collect/owing";
import { collectionSheets } from "../../src/report/export/collect/sheets/index";
import { partOf } from "../../src/report/export/collect/part";
import { merge, unreadable, type Summary } from "../../src/report/export/collect/summary";
import { calendarOf } from "../../src/policy/calendar";
import type { CellValue } from "../../src/sheet/cell";
import { AS_OF, PACK, runOf } from "./collections";

const BARE: readonly CellValue[][] = [
  ["序号", "项目名称", "总投资（万元）"],
  [1, "云溪县第一敬老院改扩建工程", 1200],
  [2, "云溪县第二敬老院改扩建工程", 800],
];

function summaryOf(path: string, cells: readonly (readonly CellValue[])[]): Summary {
  const run = runOf(path, { 台账: cells });
  return partOf(run, { path, receipt: "none", writtenOn: AS_OF }, "sheets").head.summary;
}

function collectionOf(summary: Summary): Collection {
  const calendar = calendarOf(PACK);
  return { summary, across: [], pack: PACK, calendar, asOf: AS_OF, due: AS_OF, changes: null, lastYear: null };
}

it.each([
  ["民政局.xlsx", BARE, "民政局"],
  ["6月/县民政局台账（定稿）.xlsx", BARE, "民政局"],
  // The roster knows it by its full name.
  ["2025年交通局台账.xlsx", BARE, "交通运输局"],
  ["台账.xlsx", [["云溪县民政局2025年项目台账"], ...BARE], "民政局"],
  ["水务局转来.xlsx", [["云溪县民政局2025年项目台账"], ...BARE], "民政局"],
  ["水务局和民政局.xlsx", BARE, "未填写"],
  ["台账.xlsx", BARE, "未填写"],
  ["民政局.xlsx", [["填报单位：教育局"], ...BARE], "教育局"],
])("%s is counted where its title or else its name says", (path, cells, department) => {
  const { byDepartment, all } = summaryOf(path, cells);
  expect(byDepartment).toEqual({ [department]: { count: 2, millionths: 2_000_000_000 } });
  expect(all.count).toBe(2);
});

const SECTIONS = BARE.map((row, index) => [
  ...row,
  index === 0 ? "责任科室" : index === 1 ? "工程建设科" : "社会事务科",
]);

it.each<[string, string, readonly (readonly CellValue[])[], string]>([
  ["the bureau that reports", "台账.xlsx", [["填报单位：民政局"], ...SECTIONS], "民政局"],
  [
    "the bureau of which one of its sections reports",
    "台账.xlsx",
    [["填报单位：县民政局规划科"], ...SECTIONS],
    "民政局",
  ],
  ["the bureau that the file is called by", "民政局.xlsx", SECTIONS, "民政局"],
  [
    "the bureau of whose sections one is its office",
    "民政局.xlsx",
    SECTIONS.map((row) => row.map((cell) => (cell === "工程建设科" ? "办公室" : cell))),
    "民政局",
  ],
  ["a bureau that no roster knows", "11_云溪县行政审批局_跟踪表.xlsx", SECTIONS, "行政审批局"],
  [
    "the bureau in front of them",
    "台账.xlsx",
    BARE.map((row, index) => [...row, index === 0 ? "责任科室" : "县民政局养老科"]),
    "民政局",
  ],
])("sections of a bureau are no departments: counted for %s", (_, path, cells, department) => {
  const { byDepartment } = summaryOf(path, cells);
  expect(byDepartment).toEqual({ [department]: { count: 2, millionths: 2_000_000_000 } });
});

it("a blank in the column of departments stays a blank", () => {
  const cells = BARE.map((row, index) => [...row, index === 0 ? "责任部门" : index === 1 ? "教育局" : null]);
  expect(Object.keys(summaryOf("民政局.xlsx", cells).byDepartment).sort()).toEqual(["教育局", "未填写"].sort());
});

it("the list of departments without a project agrees", () => {
  const sheets = collectionSheets(collectionOf(summaryOf("民政局.xlsx", BARE)));
  const listed = [...(sheets.find(({ name }) => name === "零项目部门")?.cells ?? [])].flat();
  expect(listed).toContain("教育局");
  expect(listed).not.toContain("民政局");
});

it("a file that cannot be read is its department's under a short name too", () => {
  const broken = unreadable("交通局.xlsx", "交通局.xlsx：文件已损坏。", AS_OF);
  const collection = collectionOf(merge(summaryOf("民政局.xlsx", BARE), broken));
  expect(unreadOnes(collection)).toEqual([{ name: "交通运输局", is: "unread", why: "报来了但读不了：交通局.xlsx" }]);
  expect(departmentsWithout(collection)).not.toContain("交通运输局");
  const late = lateOnes(collection).map(({ name }) => name);
  for (const name of ["民政局", "交通运输局"]) expect(late).not.toContain(name);
});

/** With a column of departments; the day on which the file was written. */
function fileOf(path: string, department: string, writtenOn: string, title = ""): Summary {
  const cells = [
    ...(title === "" ? [] : [[title]]),
    ["序号", "项目名称", "责任部门", "总投资（万元）"],
    [1, `云溪县${department}一号工程`, department, 1200],
  ];
  return partOf(runOf(path, { 台账: cells }), { path, receipt: "none", writtenOn }, "sheets").head.summary;
}

const [DUE, AFTER] = ["2025-06-10", "2025-06-15"];

it.each<[string, readonly Summary[], Readonly<Record<string, string>>]>([
  [
    "its own late file counts, though another's names its project in time",
    [fileOf("民政局.xlsx", "民政局", AFTER), fileOf("07_云溪县重点项目服务中心_月报.xlsx", "民政局", DUE)],
    { 民政局: "late" },
  ],
  ["rows in another's file are no hand-in", [fileOf("水务局.xlsx", "民政局", DUE)], { 民政局: "elsewhere" }],
  [
    "nor where a title says whose it is",
    [fileOf("六月.xlsx", "民政局", DUE, "云溪县水务局2025年项目台账")],
    {
      民政局: "elsewhere",
    },
  ],
  [
    "a file of which nothing says whose it is, is theirs whose projects it has",
    [fileOf("六月.xlsx", "民政局", DUE)],
    {
      民政局: "in time",
    },
  ],
  [
    "part of a longer name is no name",
    [fileOf("05_云溪县农林和民政局_表.xlsx", "水务局", AFTER)],
    { 民政局: "absent" },
  ],
  ["other words in front are none", [fileOf("2025年重点项目民政局.xlsx", "水务局", AFTER)], { 民政局: "late" }],
  ["several may hand in one", [fileOf("教育局和民政局.xlsx", "水务局", AFTER)], { 民政局: "late", 教育局: "late" }],
])("who handed in: %s", (_, files, expected) => {
  const [first, ...rest] = files;
  if (!first) throw new Error("A case without files.");
  const owing = lateOnes({ ...collectionOf(rest.reduce(merge, first)), due: DUE });
  const states = Object.keys(expected).map((name) => [name, owing.find((each) => each.name === name)?.is ?? "in time"]);
  expect(Object.fromEntries(states)).toEqual(expected);
});

it("without a roster late files are listed by who handed them in, and the sheet says what it cannot list", () => {
  const summary = [
    fileOf("01_云溪县民政局_台账.xlsx", "民政局", AFTER),
    fileOf("六月.xlsx", "教育局", AFTER),
    fileOf("水务局.xlsx", "水务局", DUE),
  ].reduce(merge);
  const collection = { ...collectionOf(summary), pack: { ...PACK, roster: [] }, due: DUE };
  expect(lateOnes(collection).map(({ name, is }) => [name, is])).toEqual([
    ["云溪县民政局", "late"],
    ["六月.xlsx", "late"],
  ]);
  const sheet = collectionSheets(collection).find(({ name }) => name === "迟报名单");
  expect(sheet?.cells.flat().join("\n")).toContain("没有部门名录，谁没有报送列不出来");
  expect(collectionSheets({ ...collection, due: null }).map(({ name }) => name)).not.toContain("迟报名单");
});

it("a file answers for its own rows, not for the county's target or for other departments", () => {
  const [file] = summaryOf("民政局.xlsx", BARE).files;
  const run = runOf("民政局.xlsx", { 台账: BARE });
  const own = run.result.perLedger.flatMap(({ findings }) => findings);
  expect(run.result.run.length).toBeGreaterThan(0);
  expect([file?.errors, file?.warnings, file?.hints]).toEqual(
    ["error", "warning", "hint"].map((level) => own.filter(({ severity }) => severity === level).length),
  );
});

describe("a table of an earlier month, handed in again", () => {
  const monthly = (path: string, title: string, writtenOn = DUE): Summary =>
    fileOf(path, path.slice(0, -5), writtenOn, title);
  const [JUNE, MAY] = ["云溪县2025年6月项目台账", "云溪县2025年5月项目台账"];
  const collected = (...files: readonly Summary[]): Collection => ({
    ...collectionOf(files.reduce(merge)),
    due: DUE,
  });
  const toldOf = (collection: Collection, name: string): string | undefined =>
    lateOnes(collection).find((each) => each.name === name)?.why;

  it.each<[string, readonly Summary[], string | undefined]>([
    [
      "is told beside tables of this month",
      [monthly("民政局.xlsx", MAY), monthly("水务局.xlsx", JUNE)],
      "报的是5月的表，请核对是不是把上次的表又报了一遍",
    ],
    [
      "is told beside tables that say no month",
      [monthly("民政局.xlsx", MAY), monthly("水务局.xlsx", ""), monthly("教育局.xlsx", "")],
      "报的是5月的表，请核对是不是把上次的表又报了一遍",
    ],
    [
      "is late as well where it is",
      [monthly("民政局.xlsx", MAY, AFTER), monthly("水务局.xlsx", JUNE)],
      "迟报：文件改于 2025-06-15；报的是5月的表，请核对是不是把上次的表又报了一遍",
    ],
    [
      "of a year ago says its year",
      [monthly("民政局.xlsx", "云溪县2024年12月项目台账"), monthly("水务局.xlsx", JUNE)],
      "报的是2024年12月的表，请核对是不是把上次的表又报了一遍",
    ],
    [
      "is what was asked for where most are of that month",
      [monthly("民政局.xlsx", MAY), monthly("水务局.xlsx", MAY), monthly("教育局.xlsx", JUNE)],
      undefined,
    ],
    [
      "is none where it says the year alone that the others' month is in",
      [
        monthly("民政局.xlsx", "云溪县2024年项目台账"),
        monthly("水务局.xlsx", "云溪县2024年12月项目台账"),
        monthly("教育局.xlsx", "云溪县2024年12月项目台账"),
      ],
      undefined,
    ],
    [
      "is no matter where this month's came too",
      [monthly("民政局.xlsx", MAY), fileOf("民政局6月.xlsx", "民政局", DUE, JUNE), monthly("水务局.xlsx", JUNE)],
      undefined,
    ],
  ])("%s", (_, files, why) => {
    expect(toldOf(collected(...files), "民政局")).toBe(why);
  });

  it("is told in the list of files, in the list of who owes and in the bulletin", () => {
    const collection = collected(monthly("民政局.xlsx", MAY), monthly("水务局.xlsx", JUNE));
    const texts = (name: string): string =>
      [...(collectionSheets(collection).find((sheet) => sheet.name === name)?.cells ?? [])].flat().join("\n");
    expect(texts("文件清单")).toContain("报的是5月的表");
    expect(texts("迟报名单")).toContain("报的是5月的表");
    expect(bulletin(collection)).toContain("报的是以前月份的表，没有报本期的（1个）：民政局。");
  });
});

it("who sent nothing has not reported that there is none", () => {
  const none = [["云溪县民政局2025年项目台账"], ["序号", "项目名称", "责任部门", "总投资（万元）"], ["本月无项目"]];
  const empty = [["填报单位：教育局"], ["序号", "项目名称", "责任部门", "总投资（万元）"]];
  const collection = collectionOf(
    [fileOf("水务局.xlsx", "水务局", DUE), summaryOf("民政局.xlsx", none), summaryOf("教育局.xlsx", empty)].reduce(
      merge,
    ),
  );
  const sheet = collectionSheets(collection).find(({ name }) => name === "零项目部门");
  expect(sheet?.cells.slice(sheet.heading ?? 0).map(([, name, why]) => [name, why])).toEqual([
    ["交通运输局", "未报送"],
    ["教育局", "报了，但没有以它为责任部门的项目：教育局.xlsx"],
    ["民政局", "零报告：写明没有项目"],
    ["文化和旅游局", "未报送"],
    ["农业农村局", "未报送"],
  ]);
  const text = bulletin(collection);
  expect(text).toContain("零报告的部门（1个）：民政局。");
  expect(text).toContain("报了台账但没有项目的部门（1个）：教育局。");
  expect(text).toContain("未报送（3个）：交通运输局、文化和旅游局、农业农村局。");
  expect(text).not.toContain("没有项目的部门（5个）");
});
