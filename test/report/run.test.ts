/** A run from its sheets to its report: the roster, steps in rows, the last submission, waivers, the calendar. */
import { makeBaseline, readBaseline } from "../../src/findings/baseline";
import type { Waiver } from "../../src/findings/result";
import { accountLines } from "../../src/cli/table";
import { buildAccount, buildReport, reportText } from "../../src/report/build";
import { annotatedSheets } from "../../src/report/export/annotated";
import type { Department } from "../../src/policy/pack";
import { COUNTY } from "../rules/judge";
import { placesOf, reportOf, runOf, type Rows } from "./sheets";

const PROJECTS: Rows = [
  ["项目名称", "责任部门", "总投资（万元）"],
  ["云溪县白河大桥新建工程", "云溪县交通局", 12000],
  ["云溪县中心敬老院改扩建项目", "民政局", 3000],
];
const ROSTER: Rows = [
  ["部门名称", "口", "对上争取专人", "联系电话"],
  ["交通运输局", "经济", "王芳", "0570-3021234"],
  ["民政局", "社会", "李明", null],
  ["教育局", "社会", "张伟", "0570-3021236"],
];

describe("a list of departments beside the ledger", () => {
  const report = reportOf({ 储备库: PROJECTS, 部门名录: ROSTER });

  it("is the roster where the pack has none: who has no project, who has no telephone", () => {
    expect(report.findings.filter(({ code }) => code === "R508").map(({ message }) => message)).toEqual([
      "教育局一个项目也没有。",
    ]);
    expect(report.findings.filter(({ code }) => code === "D606").map(({ message }) => message)).toEqual([
      expect.stringContaining("民政局"),
    ]);
    expect(report.reserve.departmentsWithNone).toEqual(["教育局"]);
  });

  it("counts a department under its name of the roster, however a ledger shortens it", () => {
    expect(report.reserve.byDepartment).toEqual([
      { department: "交通运输局", count: 1, wan: 12000 },
      { department: "民政局", count: 1, wan: 3000 },
      { department: "教育局", count: 0, wan: 0 },
    ]);
    expect(report.reserve.byGroup).toEqual([
      { name: "经济", count: 1, wan: 12000 },
      { name: "社会", count: 1, wan: 3000 },
    ]);
  });

  it("is silent about persons where it has no column for them", () => {
    const names = ROSTER.map((row) => row.slice(0, 2));
    const codes = reportOf({ 储备库: PROJECTS, 部门名录: names }).findings.map(({ code }) => code);
    expect(codes).toContain("R508");
    expect(codes).not.toContain("D606");
  });

  it("gives way to the roster of the pack", () => {
    const water: Department = {
      id: "water",
      name: "水务局",
      aliases: [],
      from: "2025-01-01",
      basis: { document: "名录" },
      confidence: "H",
      group: "",
      person: "赵敏",
      phone: "0570-3021237",
    };
    const roster = [water];
    const { reserve } = reportOf({ 储备库: PROJECTS, 部门名录: ROSTER }, { pack: { ...COUNTY, roster } });
    expect(reserve.departmentsWithNone).toEqual(["水务局"]);
  });
});

const STEPS: Rows = [
  ["项目名称", "责任单位", "手续名称", "受理时间", "办结时间", "要求办结时间", "办理状态", "责任人"],
  ["云溪县白河大桥新建工程", "交通运输局", "项目建议书", "2025-01-06", "2025-01-20", null, "已办结", null],
  [null, null, "可行性研究报告审批", null, null, "2025年6月底前", "未办理", null],
  [null, null, "环境影响评价审批", "2025-02-10", null, null, "办理中", null],
  ["云溪县第三小学扩建工程", "教育局", "可行性研究报告审批", "2025-03-03", "2025-05-12", null, "已办结", "王芳"],
  [null, null, "初步设计审批", "2025-03-10", "2025-04-08", null, "已办结", null],
  [null, null, "环境影响评价审批", null, "看情况", null, null, null],
];

describe("a ledger of one row a procedure", () => {
  const report = reportOf({ 前期台账: STEPS }, { asOf: "2025-06-21" });

  it.each([
    ["P303", ["F3 G3"], "what can no longer be done in time, at its own row"],
    ["P305", ["D4 G4"], "what was accepted and stands beyond its limit"],
    ["P302", ["E6 E5"], "steps in the wrong order, with the cells of both rows"],
    ["P311", ["H2"], "a project that lags and that nobody follows"],
    ["F104", ["E7"], "a day that nobody can read"],
  ])("%s stands at %j: %s", (code, places) => {
    expect(placesOf(report, code)).toEqual(places);
  });

  it("is no ledger of projects: nothing else is asked of it, and no number counts it", () => {
    const [sheet] = report.files[0]?.sheets ?? [];
    expect(sheet).toMatchObject({ role: "other", why: expect.stringContaining("手续台账") as string });
    expect(new Set(sheet?.findings.map(({ code }) => code))).toEqual(new Set(["P303", "P305", "P302", "P311", "F104"]));
    expect(report.reserve.progress.rates[0]?.denominator).toBe(0);
  });

  it("keeps a finding's identity when its rows move", () => {
    const [heading = [], ...rows] = STEPS;
    const moved = reportOf({ 前期台账: [heading, ...rows.slice(3), ...rows.slice(0, 3)] }, { asOf: "2025-06-21" });
    const ids = ({ files }: typeof report): string[] =>
      (files[0]?.sheets[0]?.findings ?? []).map(({ id }) => id).sort();
    expect(ids(moved)).toEqual(ids(report));
    expect(placesOf(moved, "P303")).toEqual(["F6 G6"]);
  });
});

test("the speech's own case on a ledger's row: 6月底前完成立项, asked on 2025-06-21", () => {
  const rows: Rows = [
    ["项目名称", "责任部门", "总投资（万元）", "立项类型", "可研批复", "可研批复要求办结时间"],
    ["云溪县高铁片区路网工程", "住房和城乡建设局", 9100, "审批", "未办理", "2025年6月底前"],
  ];
  const finding = reportOf({ 台账: rows }, { asOf: "2025-06-21" }).files[0]?.sheets[0]?.findings.find(
    ({ code }) => code === "P303",
  );
  expect(finding).toMatchObject({ severity: "error", row: 2, cells: ["F2", "E2"] });
  expect(finding?.message).toContain("2025-05-30");
});

describe("against the last submission", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）", "项目阶段"];
  const before: Rows = [
    heading,
    ["云溪县白河大桥新建工程", "交通运输局", 12000, 4000, "建设"],
    ["云溪县中心敬老院改扩建项目", "民政局", 3000, 0, "谋划"],
    ["云溪县第三小学扩建工程", "教育局", "另行测算", 0, "储备"],
  ];
  const now: Rows = [
    heading,
    ["云溪县第三小学扩建工程", "教育局", "另行测算", 0, "储备"],
    ["云溪县中心敬老院改扩建项目", "民政局", 3000, 0, "申报"],
    ["云溪县白河大桥新建工程", "交通运输局", 12000, 3600, "建设"],
    ["云溪县东风渠改造工程", "水务局", "待测", 0, "储备"],
  ];
  const former: unknown = JSON.parse(JSON.stringify(reportOf({ 台账: before }, { asOf: "2025-05-20" })));
  const baseline = readBaseline(former);
  if (!baseline) throw new Error("A report is a baseline");
  const report = reportOf({ 台账: now }, { baseline });

  it("a stage that skipped one is R502, a figure that fell K705, each at the row where the project is now", () => {
    expect(report.files[0]?.sheets[0]?.findings.filter(({ code }) => code === "R502")).toMatchObject([{ row: 3 }]);
    expect(report.files[0]?.sheets[0]?.findings.filter(({ code }) => code === "K705")).toMatchObject([{ row: 4 }]);
  });

  it("what stood then is told from what is new, whatever the order of rows", () => {
    const unreadable = report.files[0]?.sheets[0]?.findings.filter(({ code }) => code === "F102");
    expect(unreadable?.map(({ row, isNew }) => [row, isNew])).toEqual([
      [2, false],
      [5, true],
    ]);
  });

  it("who changed the stage, and who came, is counted", () => {
    expect(report.reserve.moves).toEqual([
      { from: "谋划", to: "申报", count: 1 },
      { from: null, to: "储备", count: 1 },
    ]);
  });

  it("the workbook's own note holds the same as the report", () => {
    const run = runOf({ 台账: before }, { asOf: "2025-05-20" });
    const own = readBaseline(JSON.parse(JSON.stringify(makeBaseline(run.ledgers, run.result, "2025-05-20"))));
    expect(new Set(own?.findings)).toEqual(new Set(baseline.findings));
    expect(own?.projects).toEqual(baseline.projects);
  });

  it("without one nothing is new, and no rule compares", () => {
    const alone = reportOf({ 台账: now });
    const findings = alone.files[0]?.sheets[0]?.findings ?? [];
    expect(findings.every(({ isNew }) => isNew === undefined)).toBe(true);
    expect(findings.filter(({ code }) => code === "R502" || code === "K705")).toEqual([]);
  });
});

describe("a waiver", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）"];
  const good = ["云溪县白河大桥新建工程", "交通运输局", 12000];
  const bad = ["云溪县第三小学扩建工程", "教育局", "另行测算"];
  const [found] = reportOf({ 台账: [heading, bad] }).files[0]?.sheets[0]?.findings ?? [];
  const waiver: Waiver = { id: found?.id ?? "", code: "F102", reason: "等批复", by: "李明", until: "2025-07-31" };

  it.each<[string, Rows]>([
    ["where the rows stay", [heading, bad, good]],
    ["when the sheet is sorted", [heading, good, bad]],
    ["when rows are put in above", [["云溪县项目台账"], heading, good, ["云溪县东风渠改造工程", "水务局", 900], bad]],
  ])("holds %s, and is listed with its reason, name and day", (_, rows) => {
    const report = reportOf({ 台账: rows }, { waivers: [waiver] });
    expect(report.waived).toEqual([{ ...waiver }]);
    expect(report.verdict).toMatchObject({ canSubmit: true, errors: 0, waived: 1 });
  });

  it("ends with its day, and does not cover another value", () => {
    expect(reportOf({ 台账: [heading, bad] }, { waivers: [waiver], asOf: "2025-08-01" }).verdict.errors).toBe(1);
    const other = [heading, ["云溪县第三小学扩建工程", "教育局", "见附件"]];
    expect(reportOf({ 台账: other }, { waivers: [waiver] }).verdict).toMatchObject({ errors: 1, waived: 0 });
  });
});

describe("days past the calendar's data", () => {
  const rows: Rows = [
    ["项目名称", "责任部门", "总投资（万元）", "可研批复", "可研批复要求办结时间"],
    ["云溪县高铁片区路网工程", "住房和城乡建设局", 9100, "未办理", "2027-01-29"],
  ];
  const asOf = "2026-12-31";

  it("are refused: no rule reckons with them, and the report says so once", () => {
    const report = reportOf({ 台账: rows }, { asOf });
    expect(placesOf(report, "P303")).toEqual([]);
    expect(report.notices.filter((line) => line.includes("节假日"))).toEqual([expect.stringContaining("2026-12-31")]);
  });

  it("are reckoned with as soon as the pack's 节假日 reach them", () => {
    const pack = { ...COUNTY, workdays: { "2027-01-01": false }, workdaysThrough: "2027-12-31" };
    const report = buildReport(runOf({ 台账: rows }, { asOf, pack }));
    expect(placesOf(report, "P303")).toEqual([]);
    expect(placesOf(report, "P304")).toEqual(["E2 D2"]);
    expect(report.notices.filter((line) => line.includes("节假日"))).toEqual([]);
  });
});

test("departments are ranked by what they completed of the year's plan, ties named, with light and board", () => {
  const done: readonly (readonly [string, number])[] = [
    ["交通运输局", 900],
    ["教育局", 600],
    ["水务局", 600],
    ["民政局", 400],
    ["商务局", 350],
    ["财政局", 0],
  ];
  const { reserve } = reportOf({
    台账: [
      ["项目名称", "责任部门", "总投资（万元）", "年度计划投资（万元）", "本年完成投资（万元）"],
      ...done.map(([department, wan], index) => [`第${String(index + 1)}供水工程`, department, 5000, 1000, wan]),
      ["第九供水工程", "统计局", 5000, null, 800],
    ],
  });
  expect(
    reserve.ranking.map(({ department, completion, rank, tied, light, board }) => [
      department,
      completion.numerator,
      completion.denominator,
      rank,
      tied,
      light,
      board,
    ]),
  ).toEqual([
    ["交通运输局", 900, 1000, 1, [], "green", "red"],
    ["教育局", 600, 1000, 2, ["水务局"], "green", "red"],
    ["水务局", 600, 1000, 2, ["教育局"], "green", "red"],
    ["民政局", 400, 1000, 4, [], "green", null],
    ["商务局", 350, 1000, 5, [], "yellow", "black"],
    ["财政局", 0, 1000, 6, [], "red", "black"],
  ]);
});

describe("a step's bare day", () => {
  const rows: Rows = [
    ["项目名称", "责任部门", "总投资（万元）", "环评", "可研批复"],
    ["云溪县白河大桥新建工程", "交通运输局", 12000, "2025-12-30", "2025-03-01"],
  ];
  const day = { from: "2025-12-30", to: "2025-12-30", precision: "day", by: false };
  const valuesOn = (asOf: string): unknown => {
    const report = reportOf({ 台账: rows }, { asOf });
    const run = runOf({ 台账: rows }, { asOf });
    // The stream says what the object says.
    expect(JSON.parse([...reportText(run)].join(""))).toEqual(JSON.parse(JSON.stringify(report)));
    return report.files[0]?.sheets[0]?.rows[0]?.values;
  };

  it("that is still to come is planned, as the rules and the pages take it", () => {
    const values = valuesOn("2025-06-20");
    expect(values).toMatchObject({ "proc.eia": { state: "todo", due: day }, "proc.feasibility": { state: "done" } });
    expect(values).not.toHaveProperty(["proc.eia", "on"]);
  });

  it("is the day on which it was done once it has come", () => {
    expect(valuesOn("2025-12-31")).toMatchObject({ "proc.eia": { state: "done", on: day } });
  });
});

describe("two tables on one sheet, the lower one with its columns in another order", () => {
  const TABLES: Rows = [
    ["项目名称", "责任部门", "总投资（万元）", "年度计划投资（万元）"],
    ["云溪县白河大桥新建工程", "交通局", 12000, 900],
    ["项目名称", "责任部门", "年度计划投资（万元）", "总投资（万元）"],
    ["云溪县中心敬老院改扩建项目", "民政局", 400, "一大笔钱"],
  ];
  const run = runOf({ 储备库: TABLES });
  const report = buildReport(run);

  it("are two sheets of the report, each under its own heading, and one in the reserve", () => {
    expect(report.files[0]?.sheets.map(({ name, header, rows }) => [name, header?.top, rows.length])).toEqual([
      ["储备库", 1, 1],
      ["储备库", 3, 1],
    ]);
    expect(report.reserve.byDepartment.map(({ department }) => department)).toEqual(["交通局", "民政局"]);
    expect(JSON.parse([...reportText(run)].join(""))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it("have their findings at the sheet's own cells, also in the copy with a column of messages", () => {
    const cells = report.files[0]?.sheets.map(({ findings }) =>
      findings.filter(({ code }) => code === "F102").flatMap((finding) => finding.cells),
    );
    expect(cells).toEqual([[], ["D4"]]);
    const [copy, ...more] = annotatedSheets(run);
    expect(more).toEqual([]);
    expect(copy?.cells.map((row) => String(row.at(-1) ?? "").includes("F102"))).toEqual([false, false, false, true]);
  });

  it("are told apart on the command line", () => {
    const paint = (_: string, text: string) => text;
    const lines = [...accountLines(buildAccount(run), paint)].filter((line) => line.includes("储备库"));
    expect(lines).toEqual([
      expect.stringContaining("第 1 张表（表头在第 1 行）"),
      expect.stringContaining("第 2 张表（表头在第 3 行）"),
    ]);
  });
});

test("a stage that asks for the planned start is content with one that has come, in a column of both", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "开工时间（未开工填计划）"];
  const row = (name: string, start: string) => [name, "交通运输局", 8600, "在建", start];
  const pack = {
    ...COUNTY,
    stages: COUNTY.stages.map((stage) => ({ ...stage, requires: [...stage.requires, "startPlanned"] })),
  };
  const rows = [row("北河大桥改建工程", "2025-02-10"), row("南河大桥改建工程", "看情况"), row("西河大桥改建工程", "")];
  const report = reportOf({ 台账: [heading, ...rows] }, { pack });
  const findings = report.files[0]?.sheets[0]?.findings ?? [];
  const said = findings.filter(({ cells }) => cells.some((cell) => cell.startsWith("E")));
  expect(said.map(({ code, cells }) => [code, ...cells])).toEqual([
    ["F104", "E3"],
    ["F101", "E4"],
  ]);
});
