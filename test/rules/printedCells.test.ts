/** How finely a cell is printed: the numbers of a column alike, each text as it is written. */
import { columnOf } from "../../src/ledger/ledger";
import { printedAmountOf } from "../../src/rules/printedCells";
import { gridSheet } from "../../src/sheet/grid";
import type { CellValue } from "../../src/sheet/cell";
import { allFindings, judged, ledgerOf } from "./judge";

function sheetOf(unit: string, totals: readonly CellValue[]): ReturnType<typeof gridSheet> {
  const places = ["西河", "东河", "南河", "北河"];
  return gridSheet("台账", [
    ["序号", "项目名称", "责任部门", `总投资（${unit}）`],
    ...totals.map((total, index) =>
      index === totals.length - 1
        ? ["合计", null, null, total]
        : [index + 1, `${places[index] ?? ""}治理工程`, "水务局", total],
    ),
  ]);
}

/** Half of the last printed digit of each row's total, in 万元. */
function halvesOf(unit: string, totals: readonly CellValue[]): (number | undefined)[] {
  const ledger = ledgerOf(sheetOf(unit, [...totals, null]));
  expect(columnOf(ledger, "totalInvestment")).toBe(3);
  return ledger.projects.map((project) => printedAmountOf(ledger, project, "totalInvestment")?.half);
}

test.each<[string, string, readonly CellValue[], readonly number[]]>([
  ["a number as the finest one of its column", "亿元", [1.2, 2.35, 4], [50, 50, 50]],
  ["a number as itself where none is finer", "万元", [1200, 2300], [0.5, 0.5]],
  ["a text as it is written, whatever stands beside it", "亿元", ["1.2", 2.35, "4亿元"], [500, 50, 5000]],
  ["a number beside a finer text as the numbers are", "亿元", [1.2, "2.35"], [500, 50]],
  ["no finer than amounts are kept", "元", [12000000, 10000000 / 3], [0.5e-6, 0.5e-6]],
])("%s", (_, unit, totals, halves) => {
  expect(halvesOf(unit, totals)).toEqual(halves);
});

test.each<[string, string, readonly CellValue[], boolean]>([
  ["one digit of a total in 亿元 mistyped", "亿元", [1.2, 2.35, 1.45, 5.1], true],
  ["the sum as it is", "亿元", [1.2, 2.35, 1.45, 5], false],
  ["a total that seems whole 亿元 among hundredths", "亿元", [0.5, 0.25, 0.15, 1], true],
  ["a total rounded to hundredths of 亿元", "亿元", [1.2612, 2.3511, 1.4284, 5.04], false],
  ["a total rounded to whole 万元", "万元", [1200.4, 2300.4, 3501], false],
  ["texts, each of which was rounded", "亿元", ["1.2", "2.35", "1.45", "5.1"], false],
  ["thirds of a yuan, and their sum", "元", [10000000 / 3, 10000000 / 3, 10000000 / 3, 10000000], false],
])("a total is held against them: %s", (_, unit, totals, wrong) => {
  const codes = allFindings(judged([sheetOf(unit, totals)], "2025-06-20")).map(({ code }) => code);
  expect(codes.includes("K701")).toBe(wrong);
});
