/** A bundle of projects beside the rows that take it apart: every figure of the reserve counts it once. */
import { definition } from "../../src/words/definitions";
import { reportOf, type Rows } from "../report/sheets";

const HEAD = ["序号", "项目名称", "责任部门", "总投资（万元）", "项目阶段", "入库时间"];
const IN_MAY = "2025-05-10";

const bundle = (whole: Rows[number], ...parts: Rows): Rows => bundleOf(1000, whole, ...parts);
const bundleOf = (wan: number, whole: Rows[number], ...parts: Rows): Rows => [
  HEAD,
  [1, "乡镇供水打捆项目", "水务局", wan, ...whole],
  ["1.1", "北沟供水工程", "水务局", 600, ...(parts[0] ?? [])],
  ["1.2", "南沟供水工程", "水务局", 400, ...(parts[1] ?? [])],
  [2, "东渠改造工程", "水务局", 300, "谋划", "2023-05-10"],
];

const [ALL, EARLIER] = [
  ["储备", IN_MAY],
  ["储备", "2024-05-10"],
] as const;

test.each<[string, Rows, number, number]>([
  ["its own row where that says all", bundle([...ALL], [...ALL], [...ALL]), 2, 1],
  ["its own row where the parts say less", bundle([...ALL], [], []), 2, 1],
  ["its parts where only they say when they entered", bundle(["储备"], [...ALL], [...EARLIER]), 3, 1],
  ["every row where the figures are no whole and parts", bundleOf(900, [...ALL], [...ALL], ["储备"]), 4, 2],
])("counts by %s", (_, rows, count, added) => {
  const { reserve, files } = reportOf({ 台账: rows });
  expect(files[0]?.sheets[0]?.rows).toHaveLength(4);
  const department = reserve.byDepartment.find(({ department: name }) => name === "水务局");
  const stages = reserve.byStage.reduce((sum, each) => sum + each.count, 0);
  const started = reserve.progress.rates.find(({ key }) => key === "started");
  expect([department?.count, stages, started?.denominator]).toEqual([count, count, count]);
  if (count < 4) expect(department?.wan).toBe(1300);
  expect(reserve.added.count).toBe(added);
});

test("the definition says how", () => {
  expect(definition("structure", "zh").counts).toContain("打捆项目与子项");
  expect(definition("structure", "en").counts).toContain("counts once");
});
