import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { memoryHost } from "../../src/hosts/memory";
import { CLEAN, LETTER } from "./ledgers";
import { axeFaults, exampleHost, ledgerHost, mount, unmountAll, turnTo } from "./mounted";

afterEach(unmountAll);

async function showTargets(): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  await screen.findAllByText(/报送 · |^可以报送|^没有找到|^没有错误/);
  await turnTo(user, "目标");
  return user;
}

test("the reserve of a county: 23 of 30 projects, 31.2 of 50 亿元, six working days, pace and forecast", async () => {
  mount(await exampleHost("县项目储备库.xlsx"));
  const user = await showTargets();
  expect(await screen.findByText("23 / 30 个")).toBeTruthy();
  expect(screen.getByText("31.2 / 50 亿元")).toBeTruthy();
  expect(screen.getByText("7 个，18.8 亿元")).toBeTruthy();
  expect(screen.getByText("6 天（到 2025-06-30）")).toBeTruthy();
  expect(screen.getByText("1.17 个，3.14 亿元")).toBeTruthy();
  expect(screen.getByText(/按现在的速度达不到/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "90 / 150，60%" })).toBeTruthy();
  await user.click(screen.getByText("剩余工作日"));
  expect(screen.getByText(/今天之后到截止日（含）的工作日/)).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
});

test("a bar opens its projects, and a project leads to its cell", async () => {
  const host = mount(await exampleHost("县项目储备库.xlsx"));
  const user = await showTargets();
  const departments = within(await screen.findByRole("region", { name: "各部门" }));
  const [first] = departments.getAllByRole("button", { name: /\d 个，/ });
  if (!first) throw new Error("no bar");
  const [, name = "", count = ""] = /^(.+)：(\d+) 个/.exec(first.textContent ?? "") ?? [];
  await user.click(first);
  const list = screen.getByRole("region", { name: `${name}（${count}）` });
  expect(document.activeElement).toBe(list);
  const rows = within(list).getAllByRole("listitem");
  expect(rows).toHaveLength(Number(count));
  await user.click(within(rows[0] as HTMLElement).getByRole("button"));
  const at = rows[0]?.querySelector("span")?.textContent;
  await waitFor(async () => expect((await host.selection())?.at).toBe(at));
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(first);
  expect(screen.queryByRole("region", { name: `${name}（${count}）` })).toBeNull();
});

test("the table behind a chart says what its bars say, and areas without a project are bars of nothing", async () => {
  mount(await exampleHost("县项目储备库.xlsx"));
  await showTargets();
  const area = await screen.findByRole("region", { name: "投向领域" });
  const rows = within(within(area).getByRole("table", { hidden: true })).getAllByRole("row", { hidden: true });
  const counts = rows.slice(1).map((row) => Number(row.querySelector("td")?.textContent));
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(150);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test("stages are a funnel in the order of the policy, whatever the order of the rows, and stages nobody knows come last", async () => {
  const stages = ["建设", "谋划", "想法阶段", "申报", "谋划", "储备", "谋划"];
  mount(
    ledgerHost([
      ["序号", "项目名称", "责任部门", "总投资（万元）", "项目阶段"],
      ...stages.map((stage, at) => [at + 1, `柳林镇第${String(at + 1)}段道路工程`, "交通运输局", 1200 + at, stage]),
    ]),
  );
  const user = await showTargets();
  const funnel = within(await screen.findByRole("region", { name: "储备阶段" }));
  const texts = funnel.getAllByRole("button", { name: /个，/ }).map(({ textContent }) => textContent);
  expect(texts.map((text) => text?.split("：")[0])).toEqual(["谋划", "储备", "申报", "建设", "想法阶段"]);
  const widths = [...document.querySelectorAll("polygon")].map((part) =>
    (part.getAttribute("points") ?? "").split(/[ ,]+/).map(Number),
  );
  expect(widths).toHaveLength(5);
  // Three of 谋划 are the whole width, and narrow to the one of 储备.
  expect(widths[0]?.[0]).toBeCloseTo(0);
  expect(widths[0]?.[2]).toBeCloseTo(100);
  expect((widths[0]?.[4] ?? 0) - (widths[0]?.[6] ?? 0)).toBeCloseTo(100 / 3, 0);
  await user.click(funnel.getByRole("button", { name: /^谋划/ }));
  expect(screen.getByRole("region", { name: "谋划（3）" })).toBeTruthy();
});

test("a bar of nothing is drawn without a bar, and nothing can be pressed there", async () => {
  mount(await exampleHost("县项目储备库.xlsx"));
  const user = await showTargets();
  const departments = within(await screen.findByRole("region", { name: "各部门" }));
  await user.click(departments.getByRole("button", { name: /^另外 7 个$/ }));
  const rows = departments.getAllByRole("listitem");
  const empty = rows.filter((row) => row.textContent?.includes("没有项目"));
  expect(empty.map((row) => row.textContent)).toEqual(["科学技术局：没有项目", "应急管理局：没有项目"]);
  expect(rows.slice(-2)).toEqual(empty);
  for (const row of rows) {
    const isEmpty = empty.includes(row);
    expect(within(row).queryAllByRole("button")).toHaveLength(isEmpty ? 0 : 1);
    // The ground, and the bar upon it.
    expect(row.querySelectorAll("rect")).toHaveLength(isEmpty ? 1 : 2);
  }
});

test("refusals: 8 and 12 of the same 40 applications, the denominator named, the rows behind them", async () => {
  mount(await exampleHost("2024年申报审核台账.xlsx"));
  const user = await showTargets();
  const outcomes = within(await screen.findByRole("region", { name: "申报结果" }));
  expect(outcomes.getByText("8 个，占申报总数 40 个的 20%")).toBeTruthy();
  expect(outcomes.getByText("12 个，占申报总数 40 个的 30%")).toBeTruthy();
  const table = outcomes.getByRole("table", { name: "申报结果", hidden: true });
  expect(
    [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
  ).toEqual([
    ["不符合资金投向", "8", "20%"],
    ["可研质量不高", "12", "30%"],
  ]);
  await user.click(outcomes.getByRole("button", { name: /^可研质量不高/ }));
  expect(screen.getByRole("region", { name: "可研质量不高（12）" })).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
});

test("without projects says what to do", async () => {
  mount(ledgerHost(LETTER));
  await showTargets();
  expect(screen.getByText(/还没有可以统计的项目/)).toBeTruthy();
});

test("in English, and with a policy in which no target is set for the day", async () => {
  mount(ledgerHost(CLEAN), { locale: "en", asOf: "2024-03-01" });
  const user = userEvent.setup();
  await screen.findByText(/^Ready|^Not ready|^No errors/);
  await turnTo(user, "Targets");
  expect(await screen.findByText("The policy pack has no reserve target for 2024-03-01.")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Departments" })).toBeTruthy();
});

test("the county's target beside one bureau's ledger is said to be the county's", async () => {
  mount(await exampleHost("交通局项目台账.xlsx"));
  await showTargets();
  expect(await screen.findByText(/^目标是全县的，这份台账只有交通运输局的项目/)).toBeTruthy();
  unmountAll();
  mount(await exampleHost("县项目储备库.xlsx"));
  await showTargets();
  await screen.findByText("23 / 30 个");
  expect(screen.queryByText(/^目标是全县的/)).toBeNull();
});

test("what entered by quarter, and which policy and channel how many projects answer, each with its definition", async () => {
  mount(
    ledgerHost([
      ["青河县重点项目储备台账（2025年）"],
      [
        "序号",
        "项目名称",
        "责任部门",
        "总投资（万元）",
        "资金渠道",
        "政策依据",
        "累计到位资金（万元）",
        "入库时间",
      ].concat(["申请资金（万元）", "批复资金（万元）"]),
      [
        1,
        "柳林镇污水管网改造工程",
        "住房和城乡建设局",
        12000,
        "专项债券",
        "某省城镇排水行动方案",
        3000,
        "2025-02-11",
        8000,
        5000,
      ],
      [2, "三河镇集中供水工程", "水务局", 23000, "专项债券", "某省城镇排水行动方案", 500, "2025-03-05", 4000],
      [3, "南湖水库除险加固工程", "水务局", 43000, "中央预算内投资", "某省防洪提升方案", "", "2025-05-20"],
      [4, "青峰山林场管护站道路工程", "林业局", 6000, "专项债券", "", "", "2025"],
    ]),
  );
  const user = await showTargets();
  const rowsOf = (region: HTMLElement): (string | null)[][] =>
    within(region)
      .getAllByRole("row")
      .map((row) => [...row.children].map(({ textContent }) => textContent));
  const quarters = await screen.findByRole("region", { name: "各季度入库" });
  expect(rowsOf(quarters)).toEqual([
    ["季度", "个数", "总投资（亿元）", "部门数"],
    ["2025年一季度", "2", "3.5", "2"],
    ["2025年二季度", "1", "4.3", "1"],
  ]);
  const matrix = screen.getByRole("region", { name: "政策—项目—资金" });
  expect(rowsOf(matrix)).toEqual([
    ["政策 / 渠道", "个数", "总投资（亿元）", "到位（亿元）"],
    ["某省防洪提升方案中央预算内投资", "1", "4.3", "0"],
    ["某省城镇排水行动方案专项债券申请 1.2 亿元批复 0.5 亿元", "2", "3.5", "0.35"],
    ["未填写专项债券", "1", "0.6", "0"],
  ]);
  expect(within(matrix).getByText(/^没有项目对接的政策（\d+）$/)).toBeTruthy();
  await user.click(within(quarters).getByRole("button", { name: /各季度入库/ }));
  expect(within(quarters).getByText(/哪个季度都不算/)).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
});

test("a ledger without days of entry and policies has neither table", async () => {
  mount(ledgerHost(CLEAN));
  await showTargets();
  await screen.findByRole("region", { name: "各部门" });
  expect(screen.queryByRole("region", { name: "各季度入库" })).toBeNull();
  expect(screen.queryByRole("region", { name: "政策—项目—资金" })).toBeNull();
});

describe("departments without a project", () => {
  const LEDGER = { name: "台账", cells: CLEAN };
  const ROSTER = {
    name: "部门名录",
    cells: [
      ["部门", "联系人", "联系电话"],
      ["水务局", "王某", "13800000000"],
      ["教育局", "李某", "13800000001"],
    ],
  };

  test("are unknown where there is no roster, and that is said instead of none", async () => {
    mount(memoryHost({ fileName: "青河县台账.xlsx", sheets: [LEDGER] }));
    await showTargets();
    expect(await screen.findByRole("heading", { name: "没有项目的部门：没有名录" })).toBeTruthy();
    expect(screen.getByText(/在工作簿里加一张“部门名录”表/)).toBeTruthy();
  });

  test("are listed by the workbook's own", async () => {
    mount(memoryHost({ fileName: "青河县台账.xlsx", sheets: [LEDGER, ROSTER] }));
    await showTargets();
    expect(await screen.findByRole("heading", { name: "没有项目的部门（1）" })).toBeTruthy();
    expect(screen.getAllByText("教育局").length).toBeGreaterThan(0);
  });
});

test("a ledger that names neither department nor day of entry says why nothing counts, and calls no blank a department", async () => {
  mount(
    ledgerHost([
      ["序号", "项目名称", "总投资（万元）"],
      [1, "柳林镇一段道路工程", 1200],
      [2, "柳林镇二段道路工程", 1300],
    ]),
  );
  await showTargets();
  expect(await screen.findByText("2 个项目没有写明“入库时间”，没有算作新增。")).toBeTruthy();
  expect(screen.queryByText(/这份台账只有/)).toBeNull();
});

test("that nothing counts as new for want of a day of entry is said where the policy has no target, too", async () => {
  mount(ledgerHost(CLEAN), { clock: () => new Date(2026, 5, 20, 10, 0) });
  await showTargets();
  expect(await screen.findByText("政策包里没有 2026-06-20 适用的储备目标。")).toBeTruthy();
  expect(screen.getByText("2 个项目没有写明“入库时间”，没有算作新增。")).toBeTruthy();
});
