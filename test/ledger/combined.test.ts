/** What stands in several places: a month beside its year, the meaning of a sign in a note, a project's stage on another sheet. */
import type { CellValue } from "../../src/sheet/cell";
import { columnOf } from "../../src/ledger/ledger";
import { placesOf, reportOf, type Rows } from "../report/sheets";
import { ledgerOf } from "./ledgerOf";

describe("a year with its month in the next column", () => {
  const started = (headings: readonly string[], year: CellValue, month: CellValue): unknown =>
    ledgerOf([
      ["项目名称", "责任单位", "总投资（万元）", ...headings],
      ["青石河大桥新建工程", "交通局", 8600, year, month],
    ]).projects[0]?.values.startPlanned;
  const month = (from: string, to: string) => ({ from, to, precision: "month", by: false });
  const year = { from: "2025-01-01", to: "2025-12-31", precision: "year", by: false };

  it.each<[string, CellValue, CellValue, unknown]>([
    ["numbers", 2025, 9, month("2025-09-01", "2025-09-30")],
    ["texts", "2024年", "02月", month("2024-02-01", "2024-02-29")],
    ["no month", 2025, null, year],
    ["no such month", 2025, 13, year],
    [
      "a day in the year's cell, which says more",
      "2025-03-15",
      9,
      { from: "2025-03-15", to: "2025-03-15", precision: "day", by: false },
    ],
    ["no year, and a month says nothing", null, 9, undefined],
  ])("%s", (_, of, at, is) => {
    expect(started(["拟开工年份", "拟开工月份"], of, at)).toEqual(is);
  });

  it("another event's month is not taken", () => {
    expect(started(["拟开工年份", "拟建成月份"], 2025, 9)).toEqual(year);
  });

  it("the month's column is one that was understood; another's is not", () => {
    const headings = ["项目名称", "责任单位", "总投资（万元）", "拟开工月份", "拟开工年份", "照片"];
    const ledger = ledgerOf([headings, ["青石河大桥新建工程", "交通局", 8600, 9, 2025, null]]);
    expect(ledger.unmapped).toEqual([{ column: 5, heading: "照片" }]);
    expect(ledger.completing).toEqual([{ column: 3, heading: "拟开工月份", field: "startPlanned" }]);
    // Findings about the day stand on the year's.
    expect(columnOf(ledger, "startPlanned")).toBe(4);
  });
});

describe("signs that the sheet defines", () => {
  const HEADINGS = ["项目名称", "责任单位", "总投资（万元）", "可研", "环评", "用地手续"];
  const ROW = ["青石河大桥新建工程", "交通局", 8600, "√", "○", "△"];
  const statesOf = (rows: Rows) => {
    const values = ledgerOf(rows).projects[0]?.values;
    return [values?.["proc.feasibility"]?.state, values?.["proc.eia"]?.state, values?.["proc.land"]?.state];
  };

  it.each<[string, Rows]>([
    ["above the heading", [["注：√已办结，○正在办理，△未办理"], HEADINGS, ROW]],
    ["below the rows", [HEADINGS, ROW, ["注：“√”表示已办结；“○”表示正在办理；“△”表示未办理。"]]],
    ["a cell each", [["图例", "√ 已办结", "○ 办理中", "△ 未办"], HEADINGS, ROW]],
    ["the meaning first", [["已办结的打√，正在办理的打○，未办理的打△"], HEADINGS, ROW]],
    ["with nothing between", [["√已办 ○在办 △未办"], HEADINGS, ROW]],
  ])("%s", (_, rows) => {
    expect(statesOf(rows)).toEqual(["done", "doing", "todo"]);
  });

  it("otherwise than is usual", () => {
    expect(statesOf([["注：△已办结，○未办理，√正在办理"], HEADINGS, ROW])).toEqual(["doing", "todo", "done"]);
  });

  it("takes a stroke for a sign only where it stands apart", () => {
    const row = [...ROW.slice(0, 3), "√", "-", "/"];
    const [, ...plain] = statesOf([["2025年项目台账"], HEADINGS, row]) ?? [];
    const [, ...between] = statesOf([["2024-2025年已批复项目，完成/未完成情况"], HEADINGS, row]) ?? [];
    expect(between).toEqual(plain);
    expect(statesOf([["注：√已办结，用-表示正在办理，/为未办理"], HEADINGS, row])).toEqual(["done", "doing", "todo"]);
  });

  it("where nothing defines them, only what everybody writes is understood", () => {
    expect(statesOf([HEADINGS, ROW])).toEqual(["done", undefined, undefined]);
    expect(statesOf([["★为省重点项目，■为市重点项目"], HEADINGS, ROW])).toEqual(["done", undefined, undefined]);
  });
});

describe("a ledger with one row a procedure", () => {
  const steps: Rows = [
    ["项目名称", "手续名称", "受理时间", "办结时间", "办理状态"],
    ["青石河大桥新建项目", "可研批复", "2025-03-01", "2025-03-20", "已办结"],
    ["青石河大桥新建项目", "环评批复", null, null, "未办理"],
  ];
  const projects = (...stages: readonly string[]): Rows => [
    ["项目名称", "责任单位", "总投资（万元）", "项目阶段"],
    ...stages.map((stage, index) => [
      "青石河大桥新建工程",
      ["交通局", "住建局"][index] ?? "",
      8600 + index * 900,
      stage,
    ]),
  ];

  it("takes the stage of its projects from the ledger beside it", () => {
    expect(placesOf(reportOf({ 项目: projects("在建"), 手续: steps }), "P301", 1)).toHaveLength(1);
    expect(placesOf(reportOf({ 项目: projects("谋划"), 手续: steps }), "P301", 1)).toEqual([]);
  });

  it("and takes none where none is known, or two rows of that name disagree", () => {
    expect(placesOf(reportOf({ 手续: steps }), "P301")).toEqual([]);
    expect(placesOf(reportOf({ 项目: projects("在建", "谋划"), 手续: steps }), "P301", 1)).toEqual([]);
  });
});
