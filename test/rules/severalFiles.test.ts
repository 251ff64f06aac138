/** Several files in one run: what one department's workbook says of reserve and policies judges its own sheets, as it does when each is checked alone. */
import { runThrough, type RunFile } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import type { CellValue } from "../../src/sheet/cell";
import { sentences } from "../../src/words/finding";
import { COUNTY } from "./judge";

type Rows = readonly (readonly CellValue[])[];

const APPLYING: Rows = [
  ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "政策依据"],
  ["黑水河治理工程", "水务局", 5100, "申报", "川政办发〔2024〕3号"],
];
const RESERVE: Rows = [
  ["项目名称", "责任部门", "总投资（万元）", "入库时间"],
  ["白水河治理工程", "水务局", 5100, "2025-02-01"],
];
const POLICIES: Rows = [
  ["政策名称", "文号", "发文机关", "失效日期"],
  ["供水管网改造支持办法", "川政办发〔2024〕3号", "县政府办", "2024-12-31"],
];
const file = (path: string, sheets: Readonly<Record<string, Rows>>): RunFile => ({
  path,
  sheets: Object.entries(sheets).map(([name, rows]) => gridSheet(name, rows)),
});
const saidIn = (...files: RunFile[]): string[] =>
  runThrough(files, { pack: COUNTY, asOf: "2025-06-20" })
    .result.perLedger.flatMap(({ findings }) => findings)
    .filter(({ code }) => code === "R506" || code === "C209")
    .map((finding) => `${finding.code} ${sentences(finding, "zh").message}`);

test("in one workbook the applying row is looked for in its reserve, and the reserve is named", () => {
  const together = saidIn(file("甲.xlsx", { 争取: APPLYING, 项目储备: RESERVE, 政策台账: POLICIES }));
  expect(together).toHaveLength(2);
  expect(together).toContain("R506 储备库（表“项目储备”）里没有这个申报项目。");
});

test("another file's reserve and policies say nothing of it", () => {
  const [own, others] = [
    file("甲.xlsx", { 争取: APPLYING }),
    file("乙.xlsx", { 项目储备: RESERVE, 政策台账: POLICIES }),
  ];
  expect([...saidIn(own), ...saidIn(others)]).toEqual([]);
  expect(saidIn(own, others)).toEqual([]);
});
