/** Which projects a printed total stands for. */
import { ledgerOf, type Rows } from "./ledgerOf";

const HEAD = ["序号", "项目名称", "责任单位", "总投资（万元）"];
const p = (serial: number): Rows[number] => [serial, `某县${String(serial)}号路新建工程`, "交通局", 100];
const totals = (...rows: Rows) =>
  ledgerOf([HEAD, ...rows]).totals.map(({ row, scope, of, count }) => ({ row, scope, of: [...of], count }));

it("a total below its rows", () => {
  expect(totals(p(1), p(2), ["合计", null, null, 200])).toEqual([{ row: 4, scope: "grand", of: [2, 3], count: null }]);
});

it("a total directly under the heading", () => {
  expect(totals(["合计：2 个", null, null, 200], p(1), p(2))).toEqual([
    { row: 2, scope: "grand", of: [3, 4], count: 2 },
  ]);
});

it("subtotals below their rows and a grand total", () => {
  expect(
    totals(p(1), p(2), ["小计", null, null, 200], p(3), ["小计", null, null, 100], ["合计", null, null, 300]),
  ).toEqual([
    { row: 4, scope: "part", of: [2, 3], count: null },
    { row: 6, scope: "part", of: [5], count: null },
    { row: 7, scope: "grand", of: [2, 3, 5], count: null },
  ]);
});

it("subtotals above their rows", () => {
  expect(
    totals(
      ["总计", null, null, 300],
      ["交通局小计", null, null, 200],
      p(1),
      p(2),
      ["水利局小计", null, null, 100],
      p(3),
    ),
  ).toEqual([
    { row: 2, scope: "grand", of: [4, 5, 7], count: null },
    { row: 3, scope: "part", of: [4, 5], count: null },
    { row: 6, scope: "part", of: [7], count: null },
  ]);
});

it("sections of two levels with their counts", () => {
  expect(
    totals(
      ["一、续建项目（3个）"],
      ["（一）道路（2个）"],
      p(1),
      p(2),
      ["（二）桥梁（1个）"],
      p(3),
      ["二、新建项目（1个）"],
      p(4),
    ),
  ).toEqual([
    { row: 2, scope: "part", of: [4, 5, 7], count: 3 },
    { row: 3, scope: "part", of: [4, 5], count: 2 },
    { row: 6, scope: "part", of: [7], count: 1 },
    { row: 8, scope: "part", of: [9], count: 1 },
  ]);
});

it("a section whose count stands beside its name", () => {
  expect(totals(["一", "农林水利", "2个", 200], p(1), p(2))).toEqual([{ row: 2, scope: "part", of: [3, 4], count: 2 }]);
});

it("合计 that closes each section, before a 总计", () => {
  expect(
    totals(
      ["一、道路"],
      p(1),
      ["合计", null, null, 100],
      ["二、桥梁"],
      p(2),
      ["合计", null, null, 100],
      ["总计", null, null, 200],
    ),
  ).toEqual([
    { row: 4, scope: "part", of: [3], count: null },
    { row: 7, scope: "part", of: [6], count: null },
    { row: 8, scope: "grand", of: [3, 6], count: null },
  ]);
});

it("reads printed figures in the column's unit", () => {
  const { totals: found } = ledgerOf([
    ["序号", "项目名称", "责任单位", "总投资（亿元）"],
    p(1),
    ["合计", null, null, 1.5],
  ]);
  expect(found[0]?.amounts.totalInvestment).toEqual({ wan: 15000, approx: false });
});

it("a section without figures prints nothing to check", () => {
  expect(totals(["一、道路"], p(1))).toEqual([]);
});
