/** How the reserve is made up, from typed ledgers. */
import { reportOf, type Rows } from "../report/sheets";

const HEADINGS = [
  "项目名称",
  "责任部门",
  "总投资（万元）",
  "入库时间",
  "项目阶段",
  "年度计划投资（万元）",
  "本年完成投资（万元）",
];
const ROWS: Rows = [
  HEADINGS,
  ["西沟水库工程", "水务局", 5200, "2025-02-01", "储备", 1000, 900],
  ["东坪供水工程", "水务局", 4800.5, "2025年3月", "储备", 1000, 500],
  ["青石岭隧道工程", "交通运输局", 9000, "2025年二季度", "申报", 3000, 1500],
  ["沿河路改造工程", "住房和城乡建设局", 100, "2025年", "储备", null, null],
  ["退出的项目工程", "水务局", 700, "2025-02-11", "调出", null, null],
];
const { reserve } = reportOf({ 台账: ROWS });

test("what entered in each quarter, by department; what is known to the year only and what has left is in none", () => {
  expect(reserve.byQuarter).toEqual([
    {
      name: "2025年一季度",
      count: 2,
      wan: 10000.5,
      departments: [{ name: "水务局", count: 2, wan: 10000.5 }],
    },
    { name: "2025年二季度", count: 1, wan: 9000, departments: [{ name: "交通运输局", count: 1, wan: 9000 }] },
  ]);
});

test("sizes count what is in the reserve, not what has left it", () => {
  expect(reserve.bySize.map(({ name, count }) => [name, count])).toEqual([
    ["1000万元以下", 1],
    ["3000万元—5000万元", 1],
    ["5000万元—1亿元", 2],
  ]);
});

test("how much must still be completed for the rate of the first", () => {
  // 水务局 1400 of 2000 is 70 %; 交通运输局 needs 2100 of 3000.
  expect(reserve.ranking.map(({ department, rank, toFirst }) => [department, rank, toFirst])).toEqual([
    ["水务局", 1, 0],
    ["交通运输局", 2, 600],
  ]);
});
