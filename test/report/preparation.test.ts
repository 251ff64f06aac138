import { shippedPacks } from "../../src/policy/load";
import { deadlineOf, planBack, preparationSteps, type Preparation } from "../../src/report/preparation";
import { runThrough, type Run } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";

const HEADINGS = [
  "序号",
  "项目名称",
  "责任部门",
  "总投资（万元）",
  "立项类型",
  "计划开工时间",
  "责任人",
  "联系电话",
  "可研批复",
  "可研受理时间",
  "环评批复",
  "环评要求办结时间",
  "施工许可",
];

function runOf(rows: readonly (readonly CellValue[])[], asOf = "2025-06-20"): Run {
  const [pack] = shippedPacks();
  if (!pack) throw new Error("no pack ships");
  const cells = [["青河县前期工作台账（2025年）"], HEADINGS, ...rows];
  return runThrough([{ path: "前期.xlsx", sheets: [gridSheet("前期", cells)] }], { pack, asOf });
}

function through(run: Run, asked: Parameters<typeof preparationSteps>[1] = null): Preparation {
  const steps = preparationSteps(run, asked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const project = (...cells: CellValue[]): CellValue[] => [1, "柳林镇污水管网工程", "水务局", 1200, "审批", ...cells];

test("each step has its state, and a step under way the working days that its limit leaves", () => {
  const run = runOf([project("", "王某", "", "办理中", "2025-06-16", "已批复", "", "无需办理")]);
  const { keys, rows } = through(run);
  expect(keys).toEqual(["feasibility", "eia", "buildPermit"]);
  // Twenty working days after 16 June end on 14 July; sixteen of them are left on 20 June.
  expect(rows[0]?.cells).toEqual([
    { key: "feasibility", state: "doing", left: 16, lag: null },
    { key: "eia", state: "done", left: null, lag: null },
    { key: "buildPermit", state: "exempt", left: null, lag: null },
  ]);
  expect(rows[0]).toMatchObject({ person: "王某", phone: "", lags: [] });
});

test("a step that only another sheet has a column for is not left open by this one", () => {
  const [pack] = shippedPacks();
  if (!pack) throw new Error("no pack ships");
  const sheets = [
    gridSheet("前期", [HEADINGS, project("", "", "", "", "", "已批复", "", "")]),
    gridSheet("在建", [
      ["项目名称", "责任部门", "总投资（万元）", "环评批复"],
      ["三河镇集中供水工程", "水务局", 2300, ""],
      ["南湖水库除险加固工程", "水务局", 900, "已批复"],
    ]),
  ];
  const run = runThrough([{ path: "前期.xlsx", sheets }], { pack, asOf: "2025-06-20" });
  expect(through(run).rows.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
    ["unknown", "done", "unknown"],
    ["absent", "unknown", "absent"],
    ["absent", "done", "absent"],
  ]);
});

test.each([
  [
    "its limit has passed",
    project("", "", "", "办理中", "2025-04-01", "已批复", "", ""),
    "feasibility",
    "overdue",
    "2025-04-29",
  ],
  [
    "its due day has passed",
    project("", "", "", "已批复", "", "未办", "2025-06-13", ""),
    "eia",
    "overdue",
    "2025-06-13",
  ],
])("a step lags where %s", (_, row, key, kind, day) => {
  expect(through(runOf([row])).rows[0]?.lags).toEqual([expect.objectContaining({ key, kind, day })]);
});

test.each([
  ["2025-12-31", "todo"],
  ["2025-06-13", "done"],
])("a step dated %s is %s on 20 June", (day, state) => {
  const run = runOf([project("", "", "", "已批复", "", day, "", "")]);
  expect(through(run).rows[0]?.cells[1]).toMatchObject({ key: "eia", state });
});

test("a deadline that is asked about makes a step late that its own deadline does not", () => {
  const run = runOf([project("", "", "", "未办", "", "已批复", "", "")]);
  expect(through(run).rows[0]?.lags).toEqual([]);
  // 立项 by 30 June: the study had to be accepted by 30 May, fourteen working days ago.
  expect(through(run, { goal: "setUp", day: "2025-06-30" }).rows[0]?.lags).toEqual([
    { key: "feasibility", kind: "tooLate", day: "2025-05-30", over: 14 },
  ]);
  expect(through(run, { goal: "setUp", day: "2025-12-31" }).rows[0]?.lags).toEqual([]);
});

test("a project whose works have begun does not lag", () => {
  const run = runOf([project("", "", "", "未办", "", "未办", "2025-06-13", "")]);
  const ledger = run.ledgers[0];
  const begun = ledger?.projects.map((each) => ({
    ...each,
    values: {
      ...each.values,
      startActual: { from: "2025-05-01", to: "2025-05-01", precision: "day" as const, by: false },
    },
  }));
  const ledgers = ledger && begun ? [{ ...ledger, projects: begun }] : [];
  expect(through({ ...run, ledgers }).rows[0]?.lags).toEqual([]);
});

test("without a deadline of its own a project is worked back from the day of the reserve's target", () => {
  const run = runOf([project("", "", "", "未办", "", "未办", "", "")]);
  const [ledger] = run.ledgers;
  const [first] = ledger?.projects ?? [];
  if (!ledger || !first) throw new Error("no project");
  const deadline = deadlineOf(run, ledger, first);
  expect(deadline).toEqual({ goal: "setUp", day: "2025-06-30", by: "target" });
  const schedule = deadline && planBack(run, first, deadline);
  expect(schedule?.steps.find(({ key }) => key === "feasibility")).toMatchObject({
    latestAcceptance: "2025-05-30",
    tooLate: true,
  });
  expect(schedule?.workdaysLeft).toBe(6);
});

test("beyond the published holidays nothing is worked back", () => {
  const run = runOf([project("2027-03-01", "", "", "未办", "", "未办", "", "")]);
  const [ledger] = run.ledgers;
  const [first] = ledger?.projects ?? [];
  if (!ledger || !first) throw new Error("no project");
  const deadline = deadlineOf(run, ledger, first);
  expect(deadline).toMatchObject({ goal: "start", by: "start" });
  expect(deadline && planBack(run, first, deadline)).toBeNull();
  expect(through(run).rows[0]?.lags).toEqual([]);
});
