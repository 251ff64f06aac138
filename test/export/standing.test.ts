/** Ranks, lights, grades, calls and replacements as sheets of the bureau's workbook. */
import { rankingOf } from "../../src/report/export/collect/ranking";
import { contactsCalendar, replacementSheet, standingSheets } from "../../src/report/export/collect/sheets/standing";
import { NO_STANDING, mergeStanding, standingOf, type Standing } from "../../src/report/export/collect/standing";
import { collectionSheets } from "../../src/report/export/collect/sheets/index";
import { runThrough } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import type { ExportSheet } from "../../src/sheet/exportSheet";
import { gridSheet } from "../../src/sheet/grid";
import { AS_OF, collectionOf, PACK, RUNS } from "./collections";

const STANDING = RUNS.map(standingOf).reduce(mergeStanding, NO_STANDING);
const of = (standing: Standing = STANDING) => ({ standing, pack: PACK, asOf: AS_OF });

function bodyOf(sheet: ExportSheet | null | undefined): CellValue[][] {
  return (sheet?.cells ?? []).slice(sheet?.heading ?? 0).map((row) => [...row]);
}

function sheet(name: string): ExportSheet | undefined {
  return standingSheets(of()).find((each) => each.name === name);
}

it("all stand in the bureau's workbook", () => {
  const names = collectionSheets(collectionOf()).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      "部门排名",
      "亮红灯项目",
      "考核位次",
      "申报审核情况",
      "奖励扣减",
      "对接日历",
      "调出补进对照",
    ]),
  );
});

it("are left out where nothing was handed in", () => {
  expect(standingSheets(of(NO_STANDING))).toEqual([]);
});

it("merge to the same in any order", () => {
  const backwards = [...RUNS].reverse().map(standingOf).reduce(mergeStanding, NO_STANDING);
  expect(backwards).toEqual(STANDING);
});

it("departments rank by what they completed, equals share a rank and name each other", () => {
  expect(
    bodyOf(sheet("部门排名")).map(([rank, name, , , share, , , light, board, tied]) => [
      rank,
      name,
      share,
      light,
      board,
      tied,
    ]),
  ).toEqual([
    [1, "文化和旅游局", 0.675, "绿", "红榜", ""],
    [2, "教育局", 0.4564, "绿", null, ""],
    [3, "交通运输局", 0.3476, "黄", null, ""],
    [4, "民政局", 0.2395, "黄", "黑榜", "水务局"],
    [4, "水务局", 0.2395, "黄", "黑榜", "民政局"],
  ]);
});

it.each([
  ["alone", { 水务局: 40 }],
  ["of two", { 水务局: 40, 民政局: 10 }],
])("a department %s stands on no board", (_, shares) => {
  expect(rankedWith(shares).filter(({ board }) => board !== null)).toEqual([]);
});

it("a department whose light is green is not black, however few are behind it", () => {
  const order = rankedWith({ 水务局: 46, 民政局: 45, 教育局: 44, 交通运输局: 43 });
  expect(order.map(({ light, board }) => [light, board])).toEqual(order.map(() => ["green", null]));
});

function rankedWith(percents: Readonly<Record<string, number>>) {
  const completions = Object.fromEntries(
    Object.entries(percents).map(([name, percent]) => [name, { done: percent * 1e6, plan: 100e6 }]),
  );
  return rankingOf({ ...NO_STANDING, completions }, PACK, AS_OF);
}

it("red lights are those that the rule shows", () => {
  const found = RUNS.flatMap(({ result }) => result.perLedger.flatMap(({ findings }) => findings)).filter(
    ({ code }) => code === "A802",
  );
  expect(found.length).toBeGreaterThan(0);
  expect(bodyOf(sheet("亮红灯项目"))).toHaveLength(found.length);
});

it("a red light bears the department of its own half, where a ledger is set in two side by side", () => {
  const half = ["项目名称", "责任部门", "总投资（万元）", "计划开工时间", "实际开工时间"];
  const rows = [
    [...half, ...half],
    ["柳林镇污水管网改造工程", "水务局", 1200, "2024-03-01", "", "第六小学迁建项目", "教育局", 860, "2024-03-01", ""],
    ["三河镇集中供水工程", "水务局", 2300, "2024-03-01", "", "第七小学迁建项目", "教育局", 3190, "2024-03-01", ""],
  ];
  const run = runThrough([{ path: "两栏.xlsx", sheets: [gridSheet("台账", rows)] }], { pack: PACK, asOf: AS_OF });
  const lit = standingOf(run).red.map(({ project, department }) => [project, department]);
  expect([...lit].sort()).toEqual([
    ["三河镇集中供水工程", "水务局"],
    ["柳林镇污水管网改造工程", "水务局"],
    ["第七小学迁建项目", "教育局"],
    ["第六小学迁建项目", "教育局"],
  ]);
});

it("a rank beyond the first three costs a grade and a report", () => {
  expect(bodyOf(sheet("考核位次")).map((row) => [row[1], row[5], row[7]])).toEqual([
    ["争取到位资金", 2, "不降"],
    ["新开工项目数", 4, "降低1个等次，专题汇报"],
    ["固定资产投资增速", 5, "优秀降为良好，专题汇报"],
  ]);
});

it("grades are left out where no rank was handed in", () => {
  const indicators = STANDING.indicators.map((indicator) => ({ ...indicator, rank: null }));
  expect(standingSheets(of({ ...STANDING, indicators })).map(({ name }) => name)).not.toContain("考核位次");
});

it("applications stand with what became of them, over the same denominator", () => {
  const body = bodyOf(sheet("申报审核情况"));
  expect(body[0]).toEqual(["合计", "全部申报", 7, 5, 0.7143, 2, 0.2857, 0, 0, 0, 0]);
  expect(body.find(([, name]) => name === "水务局")).toEqual(["责任部门", "水务局", 2, 1, 0.5, 1, 0.5, 0, 0, 0, 0]);
});

it("who did not pass stands with the leader whose reward is cut", () => {
  expect(bodyOf(sheet("奖励扣减")).map((row) => [row[1], row[3], row[4]])).toEqual([
    ["云溪县民政储备项目", "李副县长", "不符合资金投向"],
    ["云溪县水务储备项目", "李副县长", "不符合资金投向"],
  ]);
});

it("calls stand by department and month, and months without one are named", () => {
  const body = bodyOf(contactsCalendar(of()));
  expect(body.find(([name]) => name === "水务局")).toEqual(["水务局", 1, 2, 3, ""]);
  expect(body.find(([name]) => name === "教育局")).toEqual(["教育局", 1, 0, 1, "2025年6月"]);
  expect(body.find(([name]) => name === "农业农村局")).toEqual(["农业农村局", 0, 0, 0, "2025年5月、2025年6月"]);
  expect(body.at(-1)).toEqual(["合计", 2, 2, 4, ""]);
});

it("a mistyped year makes no endless calendar", () => {
  const calendar = contactsCalendar(of({ ...NO_STANDING, visits: { 水务局: { "0025-05": 1 } } }));
  expect(calendar?.columns.length).toBeLessThan(100);
});

it("who left stands beside who came, or beside nobody", () => {
  expect(bodyOf(replacementSheet(of())).map((row) => [row[1], row[4], row[7], row[8]])).toEqual([
    ["石板沟水库工程", "青龙沟水库工程", 600, "已补进"],
    ["黄家湾灌区工程", null, null, "未补进"],
  ]);
});

it("a replacement that nobody finds is said as it was written", () => {
  const lone = { project: "甲工程", department: "水务局", stage: "", wan: null, file: "a", row: 2 };
  const found = replacementSheet(
    of({
      ...NO_STANDING,
      replacements: [
        { ...lone, kind: "调出", counterpart: "补进乙工程" },
        { ...lone, kind: "补进", project: "丙工程", counterpart: "替换丁工程" },
        { ...lone, kind: "补进", project: "戊工程", counterpart: "" },
      ],
    }),
  );
  expect(bodyOf(found).map((row) => row[8])).toEqual([
    "写的是“补进乙工程”，台账里没有这个项目",
    "写的是“替换丁工程”，没有对上调出的项目",
    "没有写替换哪个项目",
  ]);
});

it("what came is found where only the row of what left names it", () => {
  const rows: CellValue[][] = [
    ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "补进项目"],
    ["石板沟水库工程", "水务局", 1800, "退出", "补进：青龙沟水库工程"],
    ["青龙沟水库工程", "水务局", 2400, "储备", null],
    ["白鹿原灌区工程", "水务局", 3600, "储备", null],
  ];
  const sheets = [gridSheet("储备库", rows)];
  const run = runThrough([{ path: "水务局.xlsx", sheets }], { pack: PACK, asOf: AS_OF });
  expect(bodyOf(replacementSheet(of(standingOf(run)))).map((row) => [row[1], row[4], row[7], row[8]])).toEqual([
    ["石板沟水库工程", "青龙沟水库工程", 600, "已补进"],
  ]);
});
