/** A column that a ledger must have, where another sheet of the workbook has it, and how the command line names the place. */
import { accountLines, noColours } from "../../src/cli/table";
import { buildAccount, buildReport } from "../../src/report/build";
import { runThrough, type Run } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import { runOf, type Rows } from "../report/sheets";
import { COUNTY } from "./judge";

const RESERVE: Rows = [
  ["项目名称", "责任部门", "总投资（万元）", "项目阶段"],
  ["黑水河治理工程", "水务局", 5100, "储备"],
  ["县医院门诊楼改造工程", "卫生健康局", 3000, "储备"],
];
const applying = (...names: readonly string[]): Rows => [
  ["对上争取项目申报表", "", "", ""],
  ["项目名称", "责任部门", "申报渠道", "拟申请资金（万元）"],
  ...names.map((name) => [name, name.includes("医院") ? "卫生健康局" : "水务局", "中央预算内投资", 900]),
];

function severitiesOf(run: Run): string[] {
  const sheets = buildReport(run).files.flatMap((file) => file.sheets);
  return sheets.flatMap(({ findings }) => findings.flatMap(({ code, severity }) => (code === "F117" ? severity : [])));
}

test.each<[string, Readonly<Record<string, Rows>>, readonly string[]]>([
  [
    "whose totals the reserve states",
    { 储备库: RESERVE, 申报: applying("黑水河治理工程", "县医院门诊楼改造工程") },
    [],
  ],
  [
    "one of whose projects the reserve does not hold",
    { 储备库: RESERVE, 申报: applying("黑水河治理工程", "青水河治理工程") },
    ["warning"],
  ],
  ["alone", { 申报: applying("黑水河治理工程") }, ["warning"]],
  [
    "that asks for no sum",
    { 申报: applying("黑水河治理工程").map((cells, at) => (at === 1 ? [...cells.slice(0, 3), "备注"] : cells)) },
    ["error"],
  ],
  ["that is a reserve", { 储备: applying("黑水河治理工程").slice(1) }, ["error"]],
])("an application without totals %s", (_, sheets, severities) => {
  expect(severitiesOf(runOf(sheets))).toEqual(severities);
});

test("an application may be called so by its file alone", () => {
  const sheet = gridSheet("Sheet1", applying("黑水河治理工程").slice(1));
  const run = runThrough([{ path: "水务局对上争取项目.xlsx", sheets: [sheet] }], { pack: COUNTY, asOf: "2025-06-20" });
  expect(severitiesOf(run)).toEqual(["warning"]);
});

test("the command line says that it is the heading", () => {
  const lines = [...accountLines(buildAccount(runOf({ 申报: applying("黑水河治理工程") })), noColours)];
  expect(lines.filter((line) => line.includes("F117"))).toEqual([expect.stringContaining("第 2 行表头 F117")]);
});
