/** A workbook with a reserve and what is applied for out of it: which sheet is which, what stands on both, and lists of applications that keep no stages. */
import type { Finding } from "../../src/findings/finding";
import { runThrough } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { sentences } from "../../src/words/finding";
import { COUNTY } from "./judge";

type Rows = readonly (readonly CellValue[])[];

function findingsOf(path: string, sheets: Readonly<Record<string, Rows>>): Finding[] {
  const file = { path, sheets: Object.entries(sheets).map(([name, rows]) => gridSheet(name, rows)) };
  const { result } = runThrough([file], { pack: COUNTY, asOf: "2025-06-20" });
  return result.perLedger.flatMap(({ findings }) => findings);
}

function codesOf(path: string, sheets: Readonly<Record<string, Rows>>): string[] {
  return findingsOf(path, sheets).map(({ code }) => code);
}

const reserve = (...names: string[]): Rows => [
  ["项目名称", "责任部门", "总投资（万元）", "建设内容", "入库时间"],
  ...names.map((name) => [name, "水务局", 5100, "治理河道6.8公里", "2025-02-01"]),
];
const HEADINGS = ["项目名称", "责任部门", "总投资（万元）", "建设内容", "项目阶段", "资金渠道"];
const atStage = (stage: string, ...names: string[]): Rows => [
  HEADINGS,
  ...names.map((name) => [name, "水务局", 5100, "治理河道6.8公里", stage, "一般债券"]),
];
const applications = (...names: string[]): Rows => atStage("申报", ...names);

describe("a workbook named after both", () => {
  const path = "台账/县发改局_储备及申报项目汇总.xlsx";

  it("has its reserve on one sheet and its applications on the other", () => {
    const codes = codesOf(path, { 储备库: reserve("黑水河治理工程"), 申报: applications("白水河治理工程") });
    expect(codes).toContain("R506");
  });

  it("states a project twice by right, which is told and no more", () => {
    const findings = findingsOf(path, { 申报: applications("黑水河治理工程"), 储备库: reserve("黑水河治理工程") });
    expect(findings.filter(({ code }) => code === "R506")).toEqual([]);
    const told = findings.filter(({ code }) => code === "F111");
    expect(told.map(({ severity, sheet }) => [severity, sheet])).toEqual([["hint", "申报"]]);
    expect(told.map((finding) => sentences(finding, "zh").how)).toEqual([expect.stringContaining("不必删")]);
  });

  it("says of figures that differ that they differ", () => {
    const [head = [], row = []] = applications("黑水河治理工程");
    const other = row.map((cell) => (cell === 5100 ? 6200 : cell));
    const codes = codesOf(path, { 储备库: reserve("黑水河治理工程"), 申报: [head, other] });
    expect(codes).toContain("K704");
    expect(codes).not.toContain("F111");
  });

  it.each<[where: string, sheets: Readonly<Record<string, Rows>>]>([
    ["the reserve", { 储备库: reserve("黑水河治理工程", "黑水河治理项目"), 申报: applications("黑水河治理工程") }],
    ["the applications", { 储备库: reserve("黑水河治理工程"), 申报: applications("黑水河治理工程", "黑水河治理项目") }],
  ])("but what stands twice on %s is double", (_, sheets) => {
    const doubles = findingsOf(path, sheets).filter(({ code, severity }) => code === "F111" && severity === "warning");
    expect(doubles).toHaveLength(1);
  });

  it("nor is what is being built still in the reserve", () => {
    const codes = codesOf(path, { 储备库: reserve("黑水河治理工程"), 续建: atStage("在建", "黑水河治理工程") });
    expect(codes).toContain("F111");
  });

  it("two other lists with one project still say that it may be one", () => {
    const codes = codesOf("台账.xlsx", { 甲: applications("黑水河治理工程"), 乙: applications("黑水河治理工程") });
    expect(codes).toContain("F111");
  });
});

it.each<[title: string, sheet: string, asked: boolean]>([
  ["2025年中央预算内投资项目申报清单", "Sheet1", true],
  ["2025年拟申报中央预算内投资项目清单", "Sheet1", false],
  ["2025年项目储备（申报）清单", "Sheet1", false],
  ["2025年项目清单", "Sheet1", false],
  ["2025年中央预算内投资项目计划", "申报", true],
])("matching funds left blank in 「%s」 on 「%s」, which keeps no stages: asked for %s", (title, sheet, asked) => {
  const rows = [
    [title],
    ["项目名称", "责任部门", "总投资（万元）", "资金渠道", "申请资金（万元）", "地方配套（万元）"],
    ["县疾控中心实验室能力提升项目", "卫生健康局", 1280, "中央预算内投资", 1020, ""],
    ["县妇幼保健院改造项目", "卫生健康局", 1180, "中央预算内投资", 940, 240],
  ];
  expect(codesOf("申报.xlsx", { [sheet]: rows }).filter((code) => code === "C211")).toHaveLength(asked ? 1 : 0);
});

describe("an actual start beside a planned finish", () => {
  const severityOf = (headings: readonly string[], ...days: readonly string[]): string | undefined => {
    const rows = [
      ["项目名称", "责任部门", "总投资（万元）", ...headings],
      ["东渠改造工程", "水务局", 900, ...days],
    ];
    const sheets = [gridSheet("台账", rows)];
    const { result } = runThrough([{ path: "台账.xlsx", sheets }], { pack: COUNTY, asOf: "2025-06-20" });
    return result.perLedger.flatMap(({ findings }) => findings).find(({ code }) => code === "F105")?.severity;
  };

  it.each<[headings: string, days: string, severity: string | undefined]>([
    ["实际开工时间|计划竣工时间", "2024.8|2024.3", "error"],
    ["实际开工时间|计划竣工时间", "2024.3|2024.3", undefined],
    ["计划开工时间|实际开工时间|计划竣工时间", "2024.1|2024.8|2024.3", "warning"],
    ["计划开工时间|实际竣工时间", "2025.5|2025.3", "error"],
    ["实际开工时间|计划竣工时间|实际竣工时间", "2024.8|2024.3|2025.2", undefined],
  ])("%s: %s is %s", (headings, days, severity) => {
    expect(severityOf(headings.split("|"), ...days.split("|"))).toBe(severity);
  });
});
