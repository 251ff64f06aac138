/** A reserve and, on a sheet of its own, what is applied for out of it: every figure counts the project once, and the application still tells what only it says. */
import { exportSheets } from "../../src/report/export";
import { compareWithReceipt } from "../../src/report/export/compareReceipt";
import { makeReceipt } from "../../src/report/export/makeReceipt";
import { preparationSteps } from "../../src/report/preparation";
import { bulletin } from "../../src/report/export/collect/bulletin";
import { collectionOfRun } from "../../src/report/export/collect/ofRun";
import { Gathering } from "../../src/report/export/collect/gather";
import { partOf } from "../../src/report/export/collect/part";
import { changesSince, statesOf } from "../../src/report/export/collect/previous";
import { reserveColumns } from "../../src/report/export/collect/sheets/reserve";
import { reserveViewSteps } from "../../taskpane/targets/view";
import { reportOf, runOf, type Rows } from "../report/sheets";

const HEAD = ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "入库时间", "投向领域"];
const RESERVE: Rows = [
  HEAD,
  ["黑水河治理工程", "水务局", 5100, "储备", "2025-05-10", "农林水利"],
  ["白水河治理工程", "水务局", 2000, "储备", "2025-05-12", "农林水利"],
  ["县医院门诊楼改造工程", "卫生健康局", 3000, "储备", "2024-05-12", "社会事业"],
];
const ASKED = ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "资金渠道", "申请资金（万元）"];
const asked = (...row: readonly (string | number)[]): Rows => [ASKED, row];
const BLACK = ["黑水河治理工程", "水务局", 5100, "申报", "中央预算内投资", 3000] as const;

interface Counted {
  readonly all: number;
  readonly wan: number;
}

/** Over departments, areas and channels the same projects: one figure stands for all of them. */
function countedIn(sheets: Readonly<Record<string, Rows>>): Counted {
  const { reserve } = reportOf(sheets);
  const groups = [reserve.byDepartment, reserve.byArea, reserve.byChannel, reserve.byStage, reserve.bySize];
  const sums = groups.map((group) => ({
    all: group.reduce((sum, { count }) => sum + count, 0),
    wan: group.reduce((sum, { wan }) => sum + wan, 0),
  }));
  expect(new Set(sums.map((sum) => JSON.stringify(sum))).size).toBe(1);
  return sums[0] ?? { all: 0, wan: 0 };
}

const ONCE: Counted = { all: 3, wan: 10_100 };

it.each<[string, Readonly<Record<string, Rows>>, Counted]>([
  ["written alike", { 储备库: RESERVE, 申报: asked(...BLACK) }, ONCE],
  ["whichever sheet stands first", { 申报: asked(...BLACK), 储备库: RESERVE }, ONCE],
  ["on a sheet that asks for money", { 储备库: RESERVE, 对上争取: asked(...BLACK) }, ONCE],
  ["beside a list that nobody calls a reserve", { 项目清单: RESERVE, 申报: asked(...BLACK) }, ONCE],
  ["under a name that says the same", { 储备库: RESERVE, 申报: asked("黑水河治理项目", ...BLACK.slice(1)) }, ONCE],
  ["of a department written short", { 储备库: RESERVE, 申报: asked(BLACK[0], "县水务局", ...BLACK.slice(2)) }, ONCE],
  ["of a department that is not written", { 储备库: RESERVE, 申报: asked(BLACK[0], "", ...BLACK.slice(2)) }, ONCE],
  ["with another total", { 储备库: RESERVE, 申报: asked(BLACK[0], "水务局", 5600, "申报") }, ONCE],
  ["applied for twice", { 储备库: RESERVE, 申报: [ASKED, BLACK, [...BLACK.slice(0, 4), "专项债券", 2000]] }, ONCE],
  [
    "which the reserve does not hold",
    { 储备库: RESERVE, 申报: asked("青水河治理工程", ...BLACK.slice(1)) },
    { all: 4, wan: 15_200 },
  ],
  [
    "of another department",
    { 储备库: RESERVE, 申报: asked(BLACK[0], "卫生健康局", ...BLACK.slice(2)) },
    { all: 4, wan: 15_200 },
  ],
  ["on a sheet that does not ask", { 储备库: RESERVE, 续建: asked(...BLACK) }, { all: 4, wan: 15_200 }],
])("a project %s is counted once, or what it is", (_, sheets, counted) => {
  expect(countedIn(sheets)).toEqual(counted);
});

const STEPS = ["项目名称", "责任部门", "用地预审", "环评"];
const steps = (name: string, department: string): Rows => [STEPS, [name, department, "已办结", "未办理"]];
const CAME: Rows = [
  ["项目名称", "批复资金（万元）", "到位资金（万元）"],
  ["黑水河治理工程", 1000, 800],
  ["白水河治理工程", 1200, 300],
];

it.each<[string, Readonly<Record<string, Rows>>, Counted]>([
  ["its steps", { 项目清单: RESERVE, 前期手续: steps("黑水河治理工程", "水务局") }, ONCE],
  ["its steps, of nobody", { 项目清单: RESERVE, 前期手续: steps("黑水河治理工程", "") }, ONCE],
  ["what others are to see to", { 项目清单: RESERVE, 要素保障: steps("黑水河治理工程", "自然资源局") }, ONCE],
  ["its money", { 项目清单: RESERVE, 资金到位: CAME }, ONCE],
  [
    "another year's steps",
    { "2025年项目清单": RESERVE, "2024年": steps("黑水河治理工程", "水务局") },
    { all: 4, wan: 10_100 },
  ],
  [
    "steps of projects most of which it does not hold",
    {
      项目清单: RESERVE,
      前期手续: [
        ...steps("黑水河治理工程", "水务局"),
        ["青水河治理工程", "水务局", "", ""],
        ["红水河治理工程", "水务局", "", ""],
      ],
    },
    { all: 6, wan: 10_100 },
  ],
])("a list beside which another sheet says %s counts its projects once, or what they are", (_, sheets, counted) => {
  expect(countedIn(sheets)).toEqual(counted);
});

it("a sheet that follows listed projects is asked for no column of the list, and repeats none of them", () => {
  const sheets = {
    项目清单: RESERVE,
    前期手续: [STEPS, ...RESERVE.slice(1).map(([name = "", of = ""]) => [name, of, "已办结", ""])],
  };
  const { files, reserve } = reportOf(sheets);
  const codes = files.flatMap(({ sheets: each }) => each.flatMap(({ findings }) => findings.map(({ code }) => code)));
  expect(codes.filter((code) => /^(?:F111|F117)$/u.test(code))).toEqual([]);
  expect(reserve.byStage.find(({ stage }) => stage === "未填写")?.count ?? 0).toBe(0);
});

it("money that came in on a sheet of its own is the project's, and nobody applies for it there", async () => {
  const sheets = { 项目清单: RESERVE, 资金到位: CAME };
  const arrived = reportOf(sheets).reserve.progress.rates.find(({ key }) => key === "arrival");
  expect([arrived?.numerator, arrived?.denominator]).toEqual([1100, 2200]);
  const run = runOf(sheets);
  const listed = (await exportSheets(run)).flatMap(({ name, cells }) =>
    name.includes("申报") ? cells.filter((row) => row.includes("黑水河治理工程")) : [],
  );
  expect(listed.length).toBeLessThan(2);
});

it("codes decide where both rows have one", () => {
  const coded = (code: string, row: readonly (string | number)[]): (string | number)[] => [code, ...row];
  const sheets = (code: string): Readonly<Record<string, Rows>> => ({
    储备库: [coded("项目代码", HEAD), coded("2503-130981-04-01-573274", [...(RESERVE[1] as string[])])],
    申报: [coded("项目代码", ASKED), coded(code, BLACK)],
  });
  expect(countedIn(sheets("2503-130981-04-01-573274")).all).toBe(1);
  expect(countedIn(sheets("")).all).toBe(1);
  expect(countedIn(sheets("2411-130202-89-01-637015")).all).toBe(2);
});

describe("the project is what both rows say of it", () => {
  const { reserve } = reportOf({ 储备库: RESERVE, 申报: asked(...BLACK) });

  it.each<[string, unknown, unknown]>([
    ["its entry is the reserve's", reserve.added.count, 2],
    [
      "its stage is the one that is further on",
      reserve.byStage.map(({ stage, count }) => [stage, count]),
      expect.arrayContaining([
        ["储备", 2],
        ["申报", 1],
      ]),
    ],
    [
      "its channel is the application's",
      reserve.byChannel.find(({ channel }) => channel === "中央预算内投资"),
      { channel: "中央预算内投资", count: 1, wan: 5100 },
    ],
    [
      "and so is what it asks for",
      reserve.matrix.lines.map(({ channel, count, requested }) => [channel, count, requested]),
      expect.arrayContaining([["中央预算内投资", 1, 3000]]),
    ],
  ])("%s", (_, is, expected) => {
    expect(is).toEqual(expected);
  });

  it("works under way are no application any more", () => {
    const building = RESERVE.map((row, index) => (index === 1 ? [...row.slice(0, 3), "建设", ...row.slice(4)] : row));
    const { byStage } = reportOf({ 储备库: building, 申报: asked(...BLACK) }).reserve;
    expect(byStage.filter(({ count }) => count > 0).map(({ stage }) => stage)).not.toContain("申报");
  });

  it("a project that has left is not brought back by its application", () => {
    const left = RESERVE.map((row, index) => (index === 1 ? [...row.slice(0, 3), "调出", ...row.slice(4)] : row));
    const { byDepartment } = reportOf({ 储备库: left, 申报: asked(...BLACK) }).reserve;
    expect(byDepartment.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it("two applications ask for what both ask for, and each has its outcome", () => {
    const head = [...ASKED, "审核结果", "退回原因"];
    const sheets = {
      储备库: RESERVE,
      申报: [
        head,
        [...BLACK, "通过", ""],
        [...BLACK.slice(0, 4), "专项债券", 2000, "未通过", "可研质量不高"],
        ["白水河治理工程", "水务局", 2000, "申报", "专项债券", 900, "通过", ""],
      ],
    };
    const { applications, matrix } = reportOf(sheets).reserve;
    expect(applications).toMatchObject({ applied: 3, passed: 2, refused: 1 });
    expect(applications?.byChannel.map(({ channel, success }) => [channel, success.denominator])).toEqual([
      ["中央预算内投资", 1],
      ["专项债券", 2],
    ]);
    expect(matrix.lines.reduce((sum, { requested }) => sum + requested, 0)).toBe(5900);
    const { standing } = collectionOfRun(runOf(sheets)).summary;
    expect(standing.applicationsByChannel).toMatchObject({
      中央预算内投资: { applied: 1, passed: 1 },
      专项债券: { applied: 2, passed: 1, study: 1 },
    });
    expect(standing.refused).toHaveLength(1);
  });

  it("an outcome that only the reserve states is the application's, once", () => {
    const stating = RESERVE.map((row, index) => [...row, index === 0 ? "审核结果" : index === 1 ? "通过" : ""]);
    expect(reportOf({ 储备库: stating, 申报: asked(...BLACK) }).reserve.applications).toMatchObject({ applied: 1 });
  });

  it("the same application on two sheets asks once", () => {
    const { matrix } = reportOf({ 储备库: RESERVE, 申报: asked(...BLACK), 争取资金: asked(...BLACK) }).reserve;
    expect(matrix.lines.reduce((sum, { requested }) => sum + requested, 0)).toBe(3000);
  });
});

describe("a collection", () => {
  const sheets = { 储备库: RESERVE, 申报: asked(...BLACK) };
  const run = runOf(sheets);
  const collection = collectionOfRun(run);

  it("counts the project once in all its sums", () => {
    const { all, byDepartment, byStage, byChannel, bySize, files, standing } = collection.summary;
    const count = (tallies: Readonly<Record<string, { readonly count: number }>>): number =>
      Object.values(tallies).reduce((sum, each) => sum + each.count, 0);
    expect([byDepartment, byStage, byChannel, bySize].map(count)).toEqual([3, 3, 3, 3]);
    expect(all).toEqual({ count: 3, millionths: 10_100 * 1e6 });
    expect(files.map(({ projects }) => projects)).toEqual([3]);
    expect(standing.year.count).toBe(3);
  });

  it("says nothing of doubles", () => {
    expect(collection.summary.within).toEqual([]);
    const text = bulletin(collection);
    expect(text).toContain("在库项目3个，总投资1.01亿元");
    expect(text).not.toContain("同一份文件里");
  });

  it("lists it once, with what the application says of it", () => {
    const gathering = new Gathering();
    const { head, lines } = partOf(run, { path: "台账.xlsx", receipt: "none", writtenOn: "2025-06-20" }, "sheets");
    gathering.add("台账.xlsx", head);
    const { fields } = reserveColumns(gathering.summary(), run.options.pack);
    const waiting = [...lines];
    const rows = [...gathering.reserve(["台账.xlsx"], fields, () => waiting)];
    const shown = (["name", "stage", "channel"] as const).map((field) => fields.indexOf(field));
    expect(rows.map((row) => [...shown.map((at) => row[at]), row.at(-2)])).toEqual([
      ["黑水河治理工程", "申报", "中央预算内投资", "储备库"],
      ["白水河治理工程", "储备", null, "储备库"],
      ["县医院门诊楼改造工程", "储备", null, "储备库"],
    ]);
  });

  it("keeps of its rows what each says, and of the project what both say", () => {
    const { head, lines } = partOf(run, { path: "台账.xlsx", receipt: "none", writtenOn: "2025-06-20" }, "sheets");
    const gathering = new Gathering();
    // As from a disk or another machine; a second file with the same projects has their rows compared.
    const stored = JSON.parse(JSON.stringify(head)) as typeof head;
    gathering.add("台账.xlsx", stored);
    gathering.add("另一份.xlsx", stored);
    const waiting = [...lines];
    const [first, second] = gathering.compared(["台账.xlsx", "另一份.xlsx"], () => waiting);
    const said = [first, second].map((ledger) => ledger?.projects.map(({ key, values }) => [key, values.stage]));
    expect(said).toEqual(run.ledgers.map(({ projects }) => projects.map(({ key, values }) => [key, values.stage])));
    expect(gathering.states(["台账.xlsx"], () => waiting)).toEqual(statesOf(run.ledgers));
  });

  it("finds it neither come nor gone when it is applied for", () => {
    const { ledgers, options } = run;
    const kinds = changesSince(statesOf(runOf({ 储备库: RESERVE }).ledgers), statesOf(ledgers), options.pack);
    expect(kinds.map(({ kind, name }) => [kind, name])).toEqual([["阶段变动", "黑水河治理工程"]]);
  });
});

it("the receipt states the project once, and notices a change of either row", async () => {
  const receipt = await makeReceipt(runOf({ 储备库: RESERVE, 申报: asked(...BLACK) }));
  expect([receipt.count, receipt.wan, receipt.rows.length]).toEqual([3, 10_100, 4]);
  const changed = runOf({ 储备库: RESERVE, 申报: asked(...BLACK.slice(0, 5), 2500) });
  expect(await compareWithReceipt(receipt, changed.ledgers)).toMatchObject({ same: false, changed: [{}] });
});

it("the clerk's lists name the project once: its application by channel, its reserve elsewhere", async () => {
  const head = [...ASKED, "可研批复", "明年计划投资（万元）"];
  const sheets = await exportSheets(runOf({ 储备库: RESERVE, 申报: [head, [...BLACK, "已批复", 900]] }));
  const rowsOf = (name: string): readonly unknown[] => {
    const found = sheets.find((sheet) => sheet.name === name);
    const headings = found?.cells[(found.heading ?? 0) - 1] ?? [];
    const [title, channel] = [headings.indexOf("项目名称"), headings.indexOf("拟申请资金（万元）")];
    return (found?.cells ?? [])
      .filter((row) => row[title] === BLACK[0])
      .map((row) => (channel < 0 ? row[0] : row[channel]));
  };
  expect(rowsOf("中央预算内投资申报表")).toEqual([3000]);
  expect(rowsOf("前期手续台账")).toEqual([1]);
  expect(rowsOf("明年计划表")).toEqual([3000]);
});

it("its steps stand in one row, though only the application has a column for them", () => {
  const steps = preparationSteps(
    runOf({
      储备库: RESERVE,
      申报: [
        [...ASKED, "可研批复"],
        [...BLACK, "办理中"],
      ],
    }),
    null,
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect(step.value.rows.map(({ project, cells }) => [project.values.name, cells.map(({ state }) => state)])).toEqual([
    ["黑水河治理工程", ["doing"]],
    ["白水河治理工程", ["absent"]],
    ["县医院门诊楼改造工程", ["absent"]],
  ]);
});

it("the pane counts what the report counts", () => {
  const steps = reserveViewSteps(runOf({ 储备库: RESERVE, 申报: asked(...BLACK) }));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect([step.value.total, step.value.rows.length]).toEqual([3, 3]);
});
