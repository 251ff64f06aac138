/** A collection without a roster: what the files write in several ways is one department in its sheets and its bulletin. */
import { bulletinOf } from "../../src/report/export/collect/bulletin";
import { withOneNameEach } from "../../src/report/export/collect/oneNameEach";
import type { Collection } from "../../src/report/export/collect/collection";
import { collectionSheets } from "../../src/report/export/collect/sheets/index";
import { EMPTY, merge, summarise } from "../../src/report/export/collect/summary";
import { runThrough, type Run } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { AS_OF, collectionOf, PACK } from "./collections";

const HEADING = ["项目名称", "责任部门", "总投资（万元）", "年度计划投资（万元）", "本年完成投资（万元）"];
const WITHOUT_ROSTER = { ...PACK, roster: [] };
const runOf = (path: string, rows: readonly (readonly CellValue[])[]): Run =>
  runThrough([{ path, sheets: [gridSheet("台账", rows)] }], { pack: WITHOUT_ROSTER, asOf: AS_OF });

const RUNS = [
  runOf("甲.xlsx", [HEADING, ["西沟水库工程", "县水务局", 5200, 1000, 400]]),
  runOf("乙.xlsx", [HEADING, ["东坪供水工程", "水务局", 4800, 1000, 700]]),
  runOf("丙.xlsx", [
    HEADING,
    ["沿河路改造工程", "住建局", 100, 50, 10],
    ["滨河路改造工程", "住房和城乡建设局", 300, 50, 10],
  ]),
];
const merged = RUNS.map((run) =>
  summarise(run, { path: run.files[0]?.path ?? "", receipt: "none", writtenOn: AS_OF }),
).reduce(merge, EMPTY);

function collected(): Collection {
  return { ...collectionOf([], { pack: WITHOUT_ROSTER }), ...withOneNameEach(merged, WITHOUT_ROSTER) };
}

it("sums, completions and the files' own lists bear one name", () => {
  const { summary, writtenTwice } = withOneNameEach(merged, WITHOUT_ROSTER);
  expect(summary.byDepartment).toEqual({
    住房和城乡建设局: { count: 2, millionths: 400e6 },
    水务局: { count: 2, millionths: 10_000e6 },
  });
  expect(summary.standing.completions["水务局"]).toEqual({ done: 1100e6, plan: 2000e6 });
  expect(summary.files.map(({ departments }) => departments)).toEqual([["住房和城乡建设局"], ["水务局"], ["水务局"]]);
  expect(writtenTwice).toEqual([
    { name: "住房和城乡建设局", alsoWritten: ["住建局"] },
    { name: "水务局", alsoWritten: ["县水务局"] },
  ]);
});

it("a department of which every project has left bears the same name", () => {
  const left = runOf("丁.xlsx", [
    [...HEADING, "项目阶段"],
    ["城西水厂工程", "县水务局", 900, 100, 0, "调出"],
  ]);
  const alone = summarise(left, { path: "丁.xlsx", receipt: "none", writtenOn: AS_OF });
  const other = runOf("甲.xlsx", [HEADING, ["东坪供水工程", "水务局", 4800, 1000, 700]]);
  const both = merge(alone, summarise(other, { path: "甲.xlsx", receipt: "none", writtenOn: AS_OF }));
  expect(Object.keys(both.byDepartment)).toEqual(["水务局"]);
  const { standing } = withOneNameEach(both, WITHOUT_ROSTER).summary;
  expect(standing.replacements.map(({ department }) => department)).toEqual(["水务局"]);
});

it("with a roster nothing is renamed but by it", () => {
  expect(withOneNameEach(merged, PACK)).toEqual({ summary: merged, writtenTwice: [] });
});

it("the totals show the other ways of writing beside the name", () => {
  const [totals] = collectionSheets(collected());
  const heading = totals?.cells.findIndex((row) => row[0] === "分组") ?? -1;
  const at = totals?.cells[heading]?.indexOf("台账里的其他写法") ?? -1;
  const beside = (name: string) => totals?.cells.find((row) => row[1] === name)?.[at];
  expect([beside("水务局"), beside("住房和城乡建设局")]).toEqual(["县水务局", "住建局"]);
});

it("the bulletin ranks two departments, not four", () => {
  const section = bulletinOf(collected()).sections.find(({ heading }) => heading.includes("部门储备位次"));
  expect(section?.tables[0]?.rows.map(([rank, name]) => [rank, name])).toEqual([
    ["1", "水务局"],
    ["2", "住房和城乡建设局"],
  ]);
});
