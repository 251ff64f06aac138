/** Whether an EIA is a report, a form or a mere filing, as ledgers say it: its days follow. */
import type { CellValue } from "../../src/sheet/cell";
import { placesOf, reportOf, runOf, type Rows } from "../report/sheets";
import { preparationSteps } from "../../src/report/preparation";

const LEAD = ["项目名称", "责任部门", "总投资（万元）"];
const PROJECT = ["柳林镇污水管网工程", "水务局", 1200];
/** Accepted on 1 May, 50 days before the day of judgement: beyond 30 days, within 60. */
const ACCEPTED = "2025-05-01";

const sheet = (headings: readonly string[], cells: readonly CellValue[]): Rows => [
  [...LEAD, ...headings],
  [...PROJECT, ...cells],
];

test.each<[string, Rows, boolean]>([
  ["in the cell: 报告表", sheet(["环评", "环评受理时间"], ["报告表，办理中", ACCEPTED]), true],
  ["in the cell: 报告书", sheet(["环评", "环评受理时间"], ["报告书，办理中", ACCEPTED]), false],
  ["in the heading", sheet(["环评报告表批复", "环评受理时间"], ["办理中", ACCEPTED]), true],
  ["in a column beside it", sheet(["环评", "环评受理时间", "环评类别"], ["办理中", ACCEPTED, "报告表"]), true],
  [
    "a filing has no time to overrun",
    sheet(["环评", "环评受理时间", "环评类别"], ["办理中", ACCEPTED, "登记表"]),
    false,
  ],
  ["nowhere: the longest", sheet(["环评", "环评受理时间"], ["办理中", ACCEPTED]), false],
])("%s", (_, rows, isOverdue) => {
  expect(placesOf(reportOf({ 台账: rows }), "P305").length > 0).toBe(isOverdue);
});

test.each<[string, string, boolean]>([
  ["a form, to be done in forty days", "报告表", false],
  ["a report, to be done in forty days", "报告书", true],
])("the back-schedule of %s", (_, kind, isTooLate) => {
  const rows = sheet(["环评", "环评类别", "环评要求办结时间"], ["未办理", kind, "2025-07-30"]);
  expect(placesOf(reportOf({ 台账: rows }), "P303").length > 0).toBe(isTooLate);
});

test("the person of a department is found however the ledger writes the department", () => {
  const roster: Rows = [
    ["部门名称", "口", "对接专人", "联系电话"],
    ["交通运输局", "经济", "王某", "13800000001"],
  ];
  const rows: Rows = [
    [...LEAD, "环评"],
    ["青石河大桥新建工程", "县交通局", 8600, "未办"],
  ];
  const steps = preparationSteps(runOf({ 台账: rows, 部门名录: roster }), null);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    expect(step.value.rows[0]).toMatchObject({ person: "王某", phone: "13800000001" });
    break;
  }
});

test.each<[string, string, string]>([
  ["primary text: an error", "国务院令第712号", "2019-06-01"],
  ["a day that nobody has verified: a question", "水利部令第53号", "2023-02-01"],
])("a policy not in force by %s", (_, policyBasis, asOf) => {
  const rows: Rows = [
    [...LEAD, "政策依据"],
    [...PROJECT, policyBasis],
  ];
  const [finding] = (reportOf({ 台账: rows }, { asOf }).files[0]?.sheets[0]?.findings ?? []).filter(
    ({ code }) => code === "C209",
  );
  const isSure = policyBasis === "国务院令第712号";
  expect(finding).toMatchObject({ severity: isSure ? "error" : "warning", basis: { confidence: isSure ? "H" : "L" } });
});

test("rows that differ in nothing but the form are each scheduled by their own", () => {
  const headings = [...LEAD, "环评", "环评类别", "环评要求办结时间"];
  const row = (name: string, kind: string): CellValue[] => [name, "水务局", 1200, "未办理", kind, "2025-07-30"];
  const rows = [row("柳林镇污水管网工程", "报告表"), row("石桥镇污水管网工程", "报告书")];
  const found = (...given: CellValue[][]) => placesOf(reportOf({ 台账: [headings, ...given] }), "P303").length;
  expect(found(...rows)).toBe(1);
  expect(found(...[...rows].reverse())).toBe(1);
});
