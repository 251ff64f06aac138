/** What cells say, by field; what cannot be read is named and never guessed. */
import { amountsWithoutUnit } from "../../src/ledger/ledger";
import type { FieldKey } from "../../src/ledger/fields";
import { CellError, Mark, SerialDay, type CellValue } from "../../src/sheet/cell";
import { ledgerOf } from "./ledgerOf";

const LEAD = ["项目名称", "责任单位", "总投资（万元）"];
const PROJECT = ["某县青石河大桥新建工程", "交通局", 8600];

function read(heading: string, value: CellValue, above = "某县2025年项目台账", marks?: number) {
  const ledger = ledgerOf(
    [[above], [...LEAD, heading], [...PROJECT, value]],
    marks === undefined ? {} : { marks: new Map([[3, [0, 0, 0, marks]]]) },
  );
  const [project] = ledger.projects;
  if (!project) throw new Error(`no project was read under ${heading}: ${String(ledger.why)}`);
  return { ledger, project };
}
const valueOf = (heading: string, field: FieldKey, value: CellValue, above?: string, marks?: number) =>
  (read(heading, value, above, marks).project.values as Record<string, unknown>)[field];
const day = (on: string, by = false) => ({ from: on, to: on, precision: "day", by });
const month = (from: string, to: string) => ({ from, to, precision: "month", by: false });

const VALUES: readonly (readonly [heading: string, field: FieldKey, value: CellValue, is: unknown])[] = [
  ["项目代码", "code", "2503-130981-04-01-573274", "2503-130981-04-01-573274"],
  ["备注", "remark", "  ａｂｃ　１２３ ", "abc 123"],
  ["备注", "remark", 2025, "2025"],
  ["备注", "remark", 1, "1"],
  ["备注", "remark", true, "是"],
  ["备注", "remark", "—", undefined],
  ["备注", "remark", "暂无", undefined],
  ["备注", "remark", null, undefined],
  ["联系电话", "phone", 13800000001, "13800000001"],
  ["年度计划投资", "planThisYear", 3000, { wan: 3000, approx: false }],
  ["年度计划投资（亿元）", "planThisYear", 0.3, { wan: 3000, approx: false }],
  ["年度计划投资（元）", "planThisYear", 30000000, { wan: 3000, approx: false }],
  ["年度计划投资（亿元）", "planThisYear", "3000万元", { wan: 3000, approx: false }],
  ["年度计划投资", "planThisYear", "约1.2亿元", { wan: 12000, approx: true }],
  ["年度计划投资", "planThisYear", "１，２００", { wan: 1200, approx: false }],
  ["年度计划投资", "planThisYear", 0, { wan: 0, approx: false }],
  ["年度计划投资", "planThisYear", "/", undefined],
  ["计划开工时间", "startPlanned", new SerialDay(45717, false), day("2025-03-01")],
  ["计划开工时间", "startPlanned", "2025年3月", month("2025-03-01", "2025-03-31")],
  ["计划开工时间", "startPlanned", "2025年6月底前", day("2025-06-30", true)],
  ["计划开工时间", "startPlanned", "6月底", day("2025-06-30")],
  ["实际开工时间", "startActual", "未开工", undefined],
  ["实际竣工时间", "finishActual", "尚未完工", undefined],
  ["资金到位时间", "arrivedOn", "未到位", undefined],
  ["建设工期", "period", "24个月", undefined],
  ["建设周期", "period", "约2年", undefined],
  ["建设起止年限", "period", "18个月（2025.3-2026.9）", { from: "2025-03-01", to: "2026-09-30", precision: "month" }],
  ["建设工期（月）", "period", 18, undefined],
  ["计划开工时间", "startPlanned", "待定", undefined],
  ["建设起止年限", "period", "2024-2026", { from: "2024-01-01", to: "2026-12-31", precision: "year" }],
  ["投资完成率（%）", "completionRate", 60, 0.6],
  ["投资完成率", "completionRate", "60%", 0.6],
  ["本息覆盖倍数", "coverage", 1.25, 1.25],
  ["本息覆盖倍数", "coverage", "1.25倍", 1.25],
  ["本息覆盖倍数", "coverage", "≥1.25倍", 1.25],
  ["本息覆盖倍数", "coverage", "1.25以上", 1.25],
  ["可研", "proc.feasibility", "已批复", { state: "done" }],
  ["可研批复文号", "proc.feasibility", "某发改〔2024〕12号", { state: "done", no: ["某发改〔2024〕12号"] }],
  ["可研批复时间", "proc.feasibility", new SerialDay(45717, false), { state: "done", on: day("2025-03-01") }],
  ["环评", "proc.eia", "无需办理", { state: "exempt" }],
  ["环评", "proc.eia", new SerialDay(45717, false), { state: "done", on: day("2025-03-01") }],
  ["环评批复时间", "proc.eia", "未办理", { state: "todo" }],
  ["环评", "proc.eia", "12月底前", { state: "todo", due: day("2025-12-31", true) }],
  ["环评批复时间", "proc.eia", "预计8月", { state: "todo", due: month("2025-08-01", "2025-08-31") }],
  ["环评批复文号", "proc.eia", "9月底前取得", { state: "todo", due: day("2025-09-30", true) }],
  ["环评", "proc.eia", "批复中", { state: "doing" }],
  ["环评批复文号", "proc.eia", "2024.8.1", { state: "done", on: day("2024-08-01") }],
  ["施工许可证号", "proc.buildPermit", "130000202400012345", { state: "done", no: ["130000202400012345"] }],
  ["环评受理时间", "proc.eia", "2025-05-06", { accepted: day("2025-05-06") }],
  ["环评计划完成时间", "proc.eia", "2025年6月底前", { due: day("2025-06-30", true) }],
  ["环评暂停天数", "proc.eia", "5天", { paused: 5 }],
];

it.each(VALUES)("%s · %s · %p", (heading, field, value, is) => {
  expect(valueOf(heading, field, value)).toEqual(is);
});

it.each([
  ["实际开工时间", "未开工"],
  ["资金到位时间", "未到位"],
  ["建设工期", "24个月"],
  ["建设工期（月）", 18],
  ["批复资金（万元）", "未批"],
  ["到位资金（万元）", "尚未到位"],
  ["下达资金（万元）", "暂未下达资金"],
])("%s %p says that there is nothing yet, and is no fault", (heading, value) => {
  expect(read(heading, value).project.unread).toEqual([]);
});

it("money of a source that has not come is a figure that is missing", () => {
  expect(read("中央资金（万元）", "未下达").project.unread).toMatchObject([
    { field: "fundsCentral", reason: "amount" },
  ]);
});

it("reads a share by how the cell shows it", () => {
  expect(valueOf("投资完成率", "completionRate", 0.6, undefined, Mark.percent)).toBe(0.6);
});

it("reads a day as exactly as the cell shows it", () => {
  const may = new SerialDay(45413, false);
  expect(valueOf("计划开工时间", "startPlanned", may, undefined, Mark.month)).toEqual(
    month("2024-05-01", "2024-05-31"),
  );
  expect(valueOf("环评", "proc.eia", may, undefined, Mark.month)).toEqual({
    state: "done",
    on: month("2024-05-01", "2024-05-31"),
  });
  expect(valueOf("计划开工时间", "startPlanned", may)).toEqual(day("2024-05-01"));
  const later = new SerialDay(45429, false);
  expect(valueOf("计划开工时间", "startPlanned", later, undefined, Mark.month)).toEqual(day("2024-05-17"));
});

const UNREAD: readonly (readonly [heading: string, value: CellValue, field: FieldKey, reason: string])[] = [
  ["年度计划投资", "视资金情况确定", "planThisYear", "amount"],
  ["年度计划投资", new CellError("#REF!"), "planThisYear", "error"],
  ["计划开工时间", "未开工", "startPlanned", "day"],
  ["计划开工时间", "视资金落实情况", "startPlanned", "day"],
  ["计划开工时间", new CellError("#N/A"), "startPlanned", "error"],
  ["建设起止年限", "长期", "period", "period"],
  ["项目单位", new CellError("#N/A"), "owner", "error"],
  ["投资完成率", "过半", "completionRate", "share"],
  ["建设起止年限", "2025年起", "period", "period"],
  ["环评", "△", "proc.eia", "state"],
  ["环评", "良好", "proc.eia", "state"],
  ["环评", 1, "proc.eia", "state"],
  ["环评", "2025年", "proc.eia", "state"],
  ["环评批复文号", "○", "proc.eia.no", "state"],
];

it.each(UNREAD)("%s over %p is not read", (heading, value, field, reason) => {
  const { project } = read(heading, value);
  expect((project.values as Readonly<Record<string, unknown>>)[field]).toBeUndefined();
  expect(project.unread).toMatchObject([{ field, column: 3, reason }]);
});

it("says where a day took its year from the ledger", () => {
  expect(read("计划开工时间", "6月底").project.assumedYear).toEqual(["startPlanned"]);
  expect(read("计划开工时间", "2025年6月底").project.assumedYear).toEqual([]);
});

describe("units", () => {
  const total = (heading: string, above: string, value: CellValue = 1.5) => {
    const ledger = ledgerOf([[above], ["项目名称", "责任单位", heading], ["某县青石河大桥新建工程", "交通局", value]]);
    return {
      wan: ledger.projects[0]?.values.totalInvestment?.wan,
      unit: ledger.columns[2]?.unit,
      sheet: ledger.unit,
      assumed: ledger.assumedUnit,
    };
  };

  it("the cell's before the heading's before the sheet's", () => {
    expect(total("总投资（亿元）", "单位：元", "1.5万元").wan).toBe(1.5);
    expect(total("总投资（亿元）", "单位：元")).toEqual({ wan: 15000, unit: "亿元", sheet: "元", assumed: null });
    expect(total("总投资", "单位：亿元")).toEqual({ wan: 15000, unit: null, sheet: "亿元", assumed: null });
  });

  it.each([
    ["某县2025年谋划储备项目表（单位：亿元）", "某县2025年谋划储备项目表"],
    ["某县2025年谋划储备项目表 单位：亿元", "某县2025年谋划储备项目表"],
    ["某县2025年重点项目清单（金额单位：亿元）", "某县2025年重点项目清单"],
  ])("stands behind the title in its own cell: %s", (above, title) => {
    const ledger = ledgerOf([[above], [...LEAD, "计划开工时间"], [...PROJECT, "三季度"]]);
    expect(ledger).toMatchObject({ title, year: 2025, unit: "亿元" });
    expect(ledger.projects[0]?.values.startPlanned?.from).toBe("2025-07-01");
  });

  it("over some columns only: the others are named, and none where none has one", () => {
    const named = (...headings: string[]) =>
      amountsWithoutUnit(
        ledgerOf([["台账"], ["项目名称", "责任单位", ...headings], ["某县青石河大桥新建工程", "交通局", 800, 600]]),
      );
    expect(named("总投资（万元）", "年度计划投资")).toEqual(["年度计划投资"]);
    expect(named("总投资（万元）", "年度计划投资（万元）")).toEqual([]);
    expect(named("总投资", "年度计划投资")).toBeNull();
  });

  it("of none stated 万元, and that is said", () => {
    expect(total("总投资", "项目台账")).toEqual({ wan: 1.5, unit: null, sheet: null, assumed: "万元" });
    expect(total("总投资", "项目台账", "1.5亿元").assumed).toBeNull();
  });
});

describe("marks before a name", () => {
  const names: readonly (readonly [string, string, string | undefined])[] = [
    ["★某县青石河大桥", "某县青石河大桥", "★"],
    ["■ 某县青石河大桥", "某县青石河大桥", "■"],
    ["某县青石河大桥★", "某县青石河大桥", "★"],
    ["某县青石河大桥", "某县青石河大桥", undefined],
  ];
  it.each(names)("%s", (written, name, keyProject) => {
    const { values } = ledgerOf([LEAD, [written, "交通局", 1]]).projects[0] ?? { values: {} };
    expect(values).toMatchObject({ name });
    expect((values as { keyProject?: string }).keyProject).toBe(keyProject);
  });

  it("leave a column of key projects its say", () => {
    const [project] = ledgerOf([
      [...LEAD, "重点项目类型"],
      ["★某县青石河大桥", "交通局", 1, "省重点"],
    ]).projects;
    expect(project?.values).toMatchObject({ name: "某县青石河大桥", keyProject: "省重点" });
  });
});

it("joins a procedure's columns, the state's own column deciding on the state", () => {
  const [project] = ledgerOf([
    [...LEAD, "环评办理情况", "环评批复文号", "环评批复时间", "环评受理时间"],
    [...PROJECT, "办理中", null, null, "2025-05-06"],
  ]).projects;
  expect(project?.values["proc.eia"]).toEqual({ state: "doing", accepted: day("2025-05-06") });
});

it("takes the code for the key where it is well-formed, else name and department", () => {
  const { projects } = ledgerOf([
    [...LEAD, "项目代码"],
    [...PROJECT, "2503-130981-04-01-573274"],
    [...PROJECT, "待赋码"],
  ]);
  expect(projects.map(({ key }) => key)).toEqual(["2503-130981-04-01-573274", "某县青石河大桥新建工程|交通局"]);
});
