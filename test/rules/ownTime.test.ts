/** A ledger is measured by the time that it tells of: no plan, light or visit of an earlier month or year is judged by the day of the run. */
import type { Finding } from "../../src/findings/finding";
import { runThrough } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import { sentences } from "../../src/words/finding";
import { COUNTY } from "./judge";
import type { Rows } from "../report/sheets";

const HEAD = ["序号", "项目名称", "责任部门", "总投资（万元）"];
const BRIDGE = [1, "北河大桥改建工程", "交通运输局", 8600];

/** What is said of a sheet by some rules on 20 June 2025. */
function said(codes: RegExp, title: string, rows: Rows, place = { file: "台账.xlsx", sheet: "Sheet1" }): Finding[] {
  const sheet = gridSheet(place.sheet, title === "" ? rows : [[title], ...rows]);
  return runThrough([{ path: place.file, sheets: [sheet] }], { pack: COUNTY, asOf: "2025-06-20" })
    .result.perLedger.flatMap(({ findings }) => findings)
    .filter(({ code }) => codes.test(code));
}

const messages = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => `${finding.code} ${sentences(finding, "zh").message}`);

describe("what is done of the year's plan", () => {
  const done = (share: number, heading = "本年完成投资（万元）"): Rows => [
    [...HEAD, "年度计划投资（万元）", heading],
    [...BRIDGE, 1000, share * 1000],
  ];
  const ofPlan = (title: string, rows: Rows, place?: { file: string; sheet: string }): string[] =>
    messages(said(/A80[12]/, title, rows, place));

  test.each<[string, Rows]>([
    ["2025年4月前期项目进度表", done(0.3)],
    ["2025年4月重点项目进度表", done(0.3)],
    ["2025年1-4月重点项目进度表", done(0.3)],
    ["2025年一季度重点项目进度表", done(0.2)],
    ["2025年重点项目进度表", done(0.3, "1-4月完成投资（万元）")],
    ["2025年重点项目进度表", done(0.3, "本年完成投资（截至4月底）（万元）")],
    ["2024年重点项目进度表", done(0.3)],
    ["2024年12月重点项目进度表", done(0.3)],
  ])("is not behind on 20 June in 「%s」: %j", (title, rows) => {
    expect(ofPlan(title, rows)).toEqual([]);
  });

  test.each<[string, Rows, string]>([
    [
      "2025年4月重点项目进度表",
      done(0.2),
      "A801 年度计划完成20%，台账写到2025-04-30，时间已过33.33%，落后13.3个百分点。",
    ],
    ["2025年4月重点项目进度表", done(0.01), "A802 年度计划完成1%，台账写到2025-04-30，落后时间进度32.3个百分点。"],
    ["2025年重点项目进度表", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
    ["2025年6月重点项目进度表", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
    ["2025年全年重点项目计划表（12月前完成）", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
    ["2025年一季度集中开工项目台账", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
    ["2025年1-4月开工项目台账", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
    ["2025年一季度新开工项目台账", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
    ["2025年4月拟竣工项目台账", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
    ["重点项目进度表", done(0.3), "A801 年度计划完成30%，时间已过47.22%，落后17.2个百分点。"],
  ])("is measured by the time that 「%s」 is of: %j", (title, rows, message) => {
    expect(ofPlan(title, rows)).toEqual([message]);
  });

  test.each<[stage: string, planned: string, actual: string, done: number, isBehind: boolean]>([
    ["储备", "2025-10", "", 0, false],
    ["前期", "2025年四季度", "", 0, false],
    ["未开工", "2025-06-30", "", 0, false],
    ["前期", "2025-03", "2025-10", 0, false],
    ["储备", "2025-05", "", 0, true],
    ["储备", "2025年", "", 0, true],
    ["储备", "2025年上半年", "", 0, true],
    ["储备", "2025年下半年", "", 0, false],
    ["储备", "待定", "", 0, true],
    ["在建", "2025-10", "", 0, true],
    ["前期", "2025-10", "2025-04-02", 0, true],
    ["前期", "2025-10", "", 10, true],
  ])(
    "of a project %s, to start %s, started 「%s」, with %d done: behind is %s",
    (stage, planned, actual, wan, behind) => {
      const heading = [...HEAD, "项目阶段", "计划开工", "实际开工", "年度计划投资（万元）", "本年完成投资（万元）"];
      const found = ofPlan("2025年重点项目进度表", [heading, [...BRIDGE, stage, planned, actual, 1000, wan]]);
      expect(found.some((message) => message.includes("落后"))).toBe(behind);
    },
  );

  test.each([
    ["截至2025年4月底", ""],
    ["数据截止时间：1-4月", ""],
    ["截至2025年4月30日", ""],
    ["（截至4月30日）", ""],
    ["数据截止时间：2025-04-30", ""],
    ["数据截止时间：", "2025年4月30日"],
  ])("is measured by the line 「%s」 %s above the heading", (line, beside) => {
    const [title, rows] = ["2025年重点项目进度表", (share: number): Rows => [[line, beside], ...done(share)]];
    expect(ofPlan(title, rows(0.3))).toEqual([]);
    expect(ofPlan(title, rows(0.2))).toEqual([
      "A801 年度计划完成20%，台账写到2025-04-30，时间已过33.33%，落后13.3个百分点。",
    ]);
  });

  test.each(["报送截止时间：2025年4月30日", "填报日期：2025年4月30日", "截至2024年4月底", "截至4月底前完成立项"])(
    "is not by 「%s」, which says when to report, when it was written, or what is due",
    (line) => {
      expect(ofPlan("2025年重点项目进度表", [[line], ...done(0.3)])).toHaveLength(1);
    },
  );

  test.each(["截至2025年4月底", "数据截止时间：1-4月"])(
    "is measured by the line 「%s」 where nothing else says a year",
    (line) => {
      const rows = (share: number): Rows => [[line], ...done(share)];
      expect(ofPlan("重点项目进度表", rows(0.3))).toEqual([]);
      expect(ofPlan("重点项目进度表", rows(0.2))).toHaveLength(1);
    },
  );

  it("is not by the day of the run where that line is of another year", () => {
    expect(ofPlan("重点项目进度表", [["截至2024年10月底"], ...done(0.3)])).toEqual([]);
  });

  it("is measured by the month of its sheet", () => {
    const place = { file: "2025年进度.xlsx", sheet: "4月" };
    expect(ofPlan("", done(0.3), place)).toEqual([]);
    expect(ofPlan("", done(0.2), place)).toHaveLength(1);
  });
});

describe("a project that should have begun, or should be in the statistics", () => {
  const rows = (planned: string, actual: string): Rows => [
    [...HEAD, "计划开工时间", "实际开工时间", "是否纳统"],
    [...BRIDGE, planned, actual, "否"],
  ];
  const lights = (title: string, [planned, actual]: readonly [string, string], file = "台账.xlsx"): string[] =>
    messages(said(/A802/, title, rows(planned, actual), { file, sheet: "Sheet1" }));

  test.each<[string, readonly [string, string]]>([
    ["2024年重点项目台账", ["2024年3月", ""]],
    ["2024年重点项目台账", ["", "2024年3月"]],
    ["2023-2024年重点项目台账", ["2024年3月", ""]],
    ["2025年4月重点项目台账", ["2025年3月", ""]],
    ["2025年4月重点项目台账", ["", "2025年3月"]],
  ])("shows no red light in 「%s」: %j", (title, days) => {
    expect(lights(title, days)).toEqual([]);
  });

  test.each<[string, readonly [string, string], string]>([
    ["2025年重点项目台账", ["2025年3月", ""], "A802 计划2025-03-31前开工，至今没有开工。"],
    ["2025年重点项目台账", ["", "2025年3月"], "A802 2025-03-31前已开工，至今没有纳统。"],
    ["重点项目台账", ["2024年3月", ""], "A802 计划2024-03-31前开工，至今没有开工。"],
    ["2024—2026年重点项目台账", ["2025年3月", ""], "A802 计划2025-03-31前开工，至今没有开工。"],
    ["2025年4月重点项目台账", ["2025年1月", ""], "A802 计划2025-01-31前开工，台账写到2025-04-30，没有开工。"],
    ["2025年4月重点项目台账", ["", "2025年1月"], "A802 2025-01-31前已开工，台账写到2025-04-30，没有纳统。"],
  ])("shows it in 「%s」 by the time of the ledger: %j", (title, days, message) => {
    expect(lights(title, days)).toEqual([message]);
  });

  it("is last year's where only the file says so", () => {
    expect(lights("", ["2024年3月", ""], "2024年台账.xlsx")).toEqual([]);
  });
});

describe("visits", () => {
  const VISITS: Rows = [
    ["对接单位", "对接时间", "责任部门", "对接事项"],
    ["省水利厅", "2024-10-12", "水务局", "灌区项目"],
    ["市水利局", "2024-12-10", "水务局", "灌区项目"],
  ];

  test.each([
    ["2024年对上对接台账", ["2024-11"]],
    ["对上对接台账", ["2024-11", "2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"]],
  ])("are missed in 「%s」 as far as it tells", (title, months) => {
    expect(said(/D604/, title, VISITS).map(({ args }) => args["months"])).toEqual([months]);
  });
});
