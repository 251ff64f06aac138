/** What a sheet of a workbook does not say and the sheets beside it do. */
import type { Ledger } from "../../src/ledger/ledger";
import { packInForce } from "../../src/policy/load";
import { runThrough, type Run } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";

type Rows = readonly (readonly CellValue[])[];
const asOf = "2025-06-20";
const { pack } = packInForce(asOf);

function runOf(sheets: Readonly<Record<string, Rows>>): Run {
  const grids = Object.entries(sheets).map(([name, rows]) => gridSheet(name, rows));
  return runThrough([{ path: "台账.xlsx", sheets: grids }], { pack, asOf });
}

function sheetOf({ ledgers }: Run, name: string): Ledger | undefined {
  return ledgers.find(({ sheet }) => sheet === name);
}

const AHEAD: Rows = [
  ["项目名称", "责任部门", "总投资（万元）", "拟开工时间", "环评计划完成时间", "建设年限"],
  ["柳林镇污水管网工程", "住房和城乡建设局", 1200, "8月", "6月底前", "3月-10月"],
];

function underWay(title: string): Rows {
  return [
    [title],
    ["项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）"],
    ["北沟水库工程", "水务局", 900, 450],
  ];
}

const YEARS: readonly (readonly [string, Readonly<Record<string, Rows>>, string | undefined])[] = [
  ["the one year of the other sheets", { 在建: underWay("2025年在建项目"), 拟建: AHEAD }, "2025-08-01"],
  [
    "none where they are of two",
    { 去年: underWay("2024年在建项目"), 今年: underWay("2025年在建项目"), 拟建: AHEAD },
    undefined,
  ],
  ["none where they say none", { 在建: underWay("在建项目"), 拟建: AHEAD }, undefined],
];

it.each(YEARS)("a day without a year has %s", (_, sheets, from) => {
  const project = sheetOf(runOf(sheets), "拟建")?.projects[0];
  expect(project?.values.startPlanned?.from).toBe(from);
  expect(project?.values["proc.eia"]?.due?.to).toBe(from === undefined ? undefined : "2025-06-30");
  expect(project?.assumedYear.includes("startPlanned")).toBe(from !== undefined);
  expect(project?.unread.some(({ field }) => field === "startPlanned")).toBe(from === undefined);
});

const STEPS: Rows = [
  ["项目名称", "手续名称", "办理状态", "批复时间"],
  ["北沟水库工程", "施工许可", "已办结", "2024-05-15"],
];

const BEGUN: readonly (readonly [string, string, CellValue, number])[] = [
  ["has begun by its day", "实际开工时间", "2024-06-01", 0],
  ["has begun by what is spent on it", "累计完成投资（万元）", 450, 0],
  ["has yet to begin", "累计完成投资（万元）", 0, 1],
];

it.each(BEGUN)("an approval in a sheet of steps lapses only where the project %s", (_, heading, cell, lapsed) => {
  const run = runOf({
    项目: [
      ["项目名称", "责任部门", "总投资（万元）", heading],
      ["北沟水库工程", "水务局", 900, cell],
    ],
    手续: STEPS,
  });
  const found = run.result.perLedger.flatMap(({ findings }) => findings.filter(({ code }) => code === "P306"));
  expect(found).toHaveLength(lapsed);
});

it.each([
  ["two towns have a project of one name", ["柳林镇", "西坪镇"], 1],
  ["a third one comes after them", ["柳林镇", "西坪镇", "柳林镇"], 1],
  ["one department states it twice", ["柳林镇", "柳林镇"], 0],
])("whose works have begun is known where %s: %j lapsed %d", (_, towns, lapsed) => {
  const rows = towns.map((town, index): CellValue[] => ["北沟水库工程", town, 900, index === 1 ? null : 450]);
  const run = runOf({
    项目: [["项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）"], ...rows],
    手续: STEPS,
  });
  const found = run.result.perLedger.flatMap(({ findings }) => findings.filter(({ code }) => code === "P306"));
  expect(found).toHaveLength(lapsed);
});
