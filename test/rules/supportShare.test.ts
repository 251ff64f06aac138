/** Whose share R503 tells: the reserve's, not that of whatever works a ledger reports. */
import { runOf, type Rows } from "../report/sheets";

const HEAD = ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "资金渠道"];

/** A dozen companies' own works at these stages, in turn. */
const works = (title: string, ...stages: readonly string[]): Rows => [
  [title],
  HEAD,
  ...Array.from({ length: 12 }, (_, index) => [
    `第${String(index + 1)}农产品加工生产线项目`,
    `第${String((index % 3) + 1)}镇`,
    3000 + index,
    stages[index % stages.length] ?? "",
    "社会资本/自筹",
  ]),
];
const counted = (rows: Rows, sheet = "Sheet1"): unknown[] =>
  runOf({ [sheet]: rows })
    .result.run.filter(({ code }) => code === "R503")
    .map(({ args }) => args["count"]);

test.each<[string, Rows]>([
  ["under way", works("2025年6月重点项目建设进度月报", "在建")],
  ["under way and finished", works("2025年重点项目建设进度表", "在建", "竣工")],
  ["of which a few are still to come", works("2025年重点项目调度表", "在建", "在建", "在建", "储备")],
  ["in preparation, of which nobody says that they were reserved", works("2025年重点项目前期工作台账", "前期")],
  ["that stand still", works("2025年重点项目停缓建情况表", "停缓建")],
])("a report of works %s is no reserve", (_, rows) => {
  expect(counted(rows)).toEqual([]);
});

test.each<[string, Rows, number]>([
  ["planned, reserved and applied for", works("2025年重点项目台账", "谋划", "储备", "申报"), 12],
  ["but for those under way", works("2025年重点项目台账", "谋划", "储备", "储备", "申报", "申报", "在建"), 10],
  ["all that a reserve holds, also what has begun since", works("2025年项目储备库", "储备", "在建"), 12],
])("the reserve's projects are those %s", (_, rows, count) => {
  expect(counted(rows)).toEqual([count]);
});

test("a sheet called after the reserve is one", () => {
  expect(counted(works("2025年项目台账", "在建"), "储备库")).toEqual([12]);
});
