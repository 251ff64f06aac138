/** Tables stacked on one sheet: however many, none is lost, each row is taken once, and a half with two tables keeps both. */
import { tablesOf } from "../../../src/ledger/ledger";
import { readLedgerSteps } from "../../../src/ledger/read";
import { gridSheet } from "../../../src/sheet/grid";
import type { Sheet } from "../../../src/sheet/sheet";
import { ledgerOf, type Rows } from "../ledgerOf";

const HEAD = ["序号", "项目名称", "责任单位", "总投资（万元）", "年度计划投资（万元）"];
const SWAPPED = ["序号", "项目名称", "责任单位", "年度计划投资（万元）", "总投资（万元）"];

function stacked(tables: number, rowsEach: number): Rows {
  return Array.from({ length: tables }, (_, table) => [
    table % 2 === 0 ? HEAD : SWAPPED,
    ...Array.from({ length: rowsEach }, (__, row) => [
      row + 1,
      `第${String(table)}中学${String(row)}号楼新建工程`,
      "教育局",
      ...(table % 2 === 0 ? [900, 300] : [300, 900]),
    ]),
  ]).flat();
}

test.each([
  [1, 700],
  [3, 259],
  [7, 100],
  [40, 9],
  [700, 1],
])("%i tables of %i rows", (tables, rowsEach) => {
  const ledgers = tablesOf(ledgerOf(stacked(tables, rowsEach)));
  expect(ledgers).toHaveLength(tables);
  expect(ledgers.flatMap(({ projects }) => projects).map(({ values }) => values.totalInvestment?.wan)).toEqual(
    Array.from({ length: tables * rowsEach }, () => 900),
  );
});

it("goes through the sheet once", () => {
  const rows = stacked(30, 20);
  const sheet = gridSheet("台账", rows);
  let given = 0;
  const counted: Sheet = {
    ...sheet,
    *blocks(size) {
      for (const block of sheet.blocks(size)) {
        given += block.length;
        yield block;
      }
    },
  };
  const said = [...readLedgerSteps(counted, { file: "台账.xlsx" })].map((step) => step.rows);
  expect(given).toBe(rows.length);
  expect(Math.max(...said)).toBe(rows.length);
});

it("reads what stands below either half of a ledger set in two halves", () => {
  const half = ["项目名称", "责任单位", "总投资（万元）"];
  const below = ["项目名称", "总投资（万元）", "建设地点"];
  const ledger = ledgerOf([
    [...half, ...half],
    ["云台路改建工程", "住建局", 1310, "第六小学迁建项目", "教育局", 860],
    ["白石水库除险加固工程", "水利局", 2470, "县中医院门诊楼工程", "卫健局", 3190],
    [...below, ...below],
    ["城关桥改建工程", 560, "城关镇", "文昌路新建工程", 710, "文昌镇"],
    ["河湾桥改建工程", 430, "河湾镇", "学府路新建工程", 820, "城关镇"],
  ]);
  const names = tablesOf(ledger).flatMap(({ projects }) => projects.map(({ values }) => values.name));
  expect([...names].sort()).toEqual(
    [
      "云台路改建工程",
      "城关桥改建工程",
      "学府路新建工程",
      "文昌路新建工程",
      "河湾桥改建工程",
      "白石水库除险加固工程",
      "第六小学迁建项目",
      "县中医院门诊楼工程",
    ].sort(),
  );
});
