/** Which projects a printed total stands for. */
import { ledgerOf, type Rows } from "../ledgerOf";

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

it("a section without a number, which the second of its kind goes on with", () => {
  expect(totals(["续建项目（2个）"], p(1), p(2), ["二、新建项目（1个）"], p(3))).toEqual([
    { row: 2, scope: "part", of: [3, 4], count: 2 },
    { row: 5, scope: "part", of: [6], count: 1 },
  ]);
});

it("a section without a number over the first of others", () => {
  expect(totals(["续建项目（2个）"], ["一、道路（1个）"], p(1), ["二、桥梁（1个）"], p(2))).toEqual([
    { row: 2, scope: "part", of: [4, 6], count: 2 },
    { row: 3, scope: "part", of: [4], count: 1 },
    { row: 5, scope: "part", of: [6], count: 1 },
  ]);
});

it("departments above their rows, one of whose sums is wrong", () => {
  expect(
    totals([null, "县交通局", null, 200], p(1), p(2), [null, "县水利局", null, 999], p(3)).map(({ of }) => of),
  ).toEqual([[3, 4], [6]]);
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

describe("a printed count", () => {
  const COUNTS: readonly (readonly [string, Rows[number], number | null])[] = [
    ["with 个", ["合计：12个", null, null, 200], 12],
    ["in brackets", ["合计（12）", null, null, 200], 12],
    ["behind the word", ["合计 12", null, null, 200], 12],
    ["among more in brackets", ["一、道路（共12个，总投资3亿元）"], 12],
    ["beside the label, with 个", ["合计", "12个", null, 200], 12],
    ["under the names", ["合计", 12, null, 200], 12],
    ["under a heading that counts", ["合计", null, null, 200, 12], 12],
    ["is no section's own number", ["（1）县乡道"], null],
    ["is no section's own number, but the one behind it", ["（1）县乡道（12个）"], 12],
    ["is no money", ["一、道路（3500万元）"], null],
    ["is no year", ["续建项目（2025）"], null],
    ["is no duration", ["一、工期12个月的"], null],
    ["is no figure under another heading", ["合计", null, 365, 200], null],
  ];
  it.each(COUNTS)("%s", (_, row, count) => {
    const { totals: found } = ledgerOf([[...HEAD, "子项目个数"], row, p(1), p(2)]);
    expect(found[0]?.count ?? null).toBe(count);
  });

  it("is none where the column counts something else in every row", () => {
    const { totals: found } = ledgerOf([
      [...HEAD, "子项目个数"],
      [...p(1), 5],
      [...p(2), 7],
      ["合计", null, null, 200, 12],
    ]);
    expect(found).toMatchObject([{ count: null, countColumn: null }]);
  });

  it("is none under an unknown heading of money", () => {
    const rows: Rows = [["序号", "项目名称", "盘子", "总投资（万元）"], ["合计", null, 36500, 200], p(1), p(2)];
    expect(ledgerOf(rows).totals).toMatchObject([{ count: null }]);
  });
});
