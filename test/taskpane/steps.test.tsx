import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { CellValue } from "../../src/sheet/cell";
import { CLEAN } from "./ledgers";
import { axeFaults, ledgerHost, mount, unmountAll, turnTo } from "./mounted";

afterEach(unmountAll);

const STEPS: readonly (readonly CellValue[])[] = [
  ["青河县前期工作台账（2025年）"],
  [
    "序号",
    "项目名称",
    "责任部门",
    "总投资（万元）",
    "责任人",
    "联系电话",
    "可研批复",
    "环评批复",
    "环评要求办结时间",
    "施工许可",
  ],
  [1, "柳林镇污水管网改造工程", "水务局", 1200, "王某", "0310-5550001", "已批复", "未办", "2025-06-13", "未办"],
  [2, "三河镇集中供水工程", "水务局", 2300, "李某", "0310-5550002", "未办", "已批复", "", "未办"],
];

async function showSteps(): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  await screen.findByText(/报送 · |^可以报送|^没有错误/);
  await turnTo(user, "前期");
  return user;
}

test("shows each project's steps in signs and in words, and who lags with person and phone", async () => {
  mount(ledgerHost(STEPS));
  const user = await showSteps();
  const late = await screen.findByRole("button", {
    name: /柳林镇.*滞后 1 项.*可行性研究报告批复 已办, 环评 未办 逾, 施工许可 未办/,
  });
  expect(late).toBeTruthy();
  expect(screen.getByRole("button", { name: /三河镇.*已办 1\/3/ })).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "滞后 1" }));
  expect(screen.getByRole("button", { name: /柳林镇.*环评.*王某 0310-5550001/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /三河镇/ })).toBeNull();
});

test("a project is worked back from its deadline: last days of acceptance, what is late in words, the forecast", async () => {
  const host = mount(ledgerHost(STEPS));
  const user = await showSteps();
  await user.click(await screen.findByRole("button", { name: /三河镇/ }));
  const plan = screen.getByRole("region", { name: "倒排工期：三河镇集中供水工程" });
  expect(document.activeElement).toBe(plan);
  expect(within(plan).getByText(/按储备目标的截止日 2025-06-30 前完成立项 · 还剩 6 个工作日/)).toBeTruthy();
  const study = within(within(plan).getByText("可行性研究报告批复").closest("li") ?? plan);
  expect(study.getByText("最迟 2025-05-30 受理")).toBeTruthy();
  expect(study.getByText("✕ 已晚 14 个工作日")).toBeTruthy();
  expect(within(plan).getByText(/要到 2025-\d\d-\d\d 办完/)).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
  await user.click(within(plan).getByRole("button", { name: "到这一行" }));
  await waitFor(async () => expect(await host.selection()).toEqual({ sheet: "台账", at: "B4" }));
  await user.click(within(plan).getByRole("button", { name: "关闭" }));
  expect(screen.queryByRole("region", { name: /倒排工期/ })).toBeNull();
});

test("of a ledger set in two halves the project that is chosen is worked back, not the one beside it", async () => {
  const half = ["项目名称", "责任部门", "总投资（万元）", "环评批复"];
  const rows = [
    [...half, ...half],
    ["柳林镇污水管网改造工程", "水务局", 1200, "未办", "第六小学迁建项目", "教育局", 860, "未办"],
    ["三河镇集中供水工程", "水务局", 2300, "未办", "县中医院门诊楼工程", "卫生健康局", 3190, "未办"],
  ];
  mount(ledgerHost(rows));
  const user = await showSteps();
  await user.click(await screen.findByRole("button", { name: /第六小学/ }));
  expect(screen.getByRole("region", { name: "倒排工期：第六小学迁建项目" })).toBeTruthy();
});

test("says why what is late in a project's schedule does not stand under 滞后", async () => {
  const [title = [], headings = []] = STEPS;
  const rows: CellValue[][] = [
    ["没有写期限的供水工程", "", ""],
    ["已经开工的供水工程", "2025-07-20", "2025-03-01"],
    ["缺列的供水工程", "2025-06-27", ""],
  ].map(([name = "", planned = "", begun = ""], index) => [
    ...[index + 1, name, "水务局", 2300, "李某", "0310-5550002", "未办", index === 2 ? "已批复" : "未办", "", "已批复"],
    planned,
    begun,
  ]);
  mount(ledgerHost([title, [...headings, "计划开工时间", "实际开工时间"], ...rows]));
  const user = await showSteps();
  for (const [name, said] of [
    ["没有写期限", "这个期限不是台账写的，下面来不及的不计入“滞后”。"],
    ["已经开工", "项目已经开工，下面来不及的不计入“滞后”。"],
    ["缺列", "台账没有列的、没有读懂的手续按未办推算，来不及的不计入“滞后”。"],
  ] as const) {
    await user.click(await screen.findByRole("button", { name: new RegExp(name) }));
    const plan = within(await screen.findByRole("region", { name: new RegExp(`倒排工期：${name}`) }));
    expect(plan.getAllByText(/^✕ 已晚/).length).toBeGreaterThan(0);
    expect(plan.getByText(/不计入“滞后”/).textContent).toBe(said);
  }
});

test("asks what another deadline would mean, and goes back to the projects' own", async () => {
  mount(ledgerHost(STEPS));
  const user = await showSteps();
  fireEvent.change(await screen.findByLabelText("假如截止日是"), { target: { value: "2025-06-30" } });
  expect(await screen.findByText("假如 2025-06-30 前要完成立项，1 个项目来不及。")).toBeTruthy();
  expect(await screen.findByRole("button", { name: "滞后 2" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "按各项目自己的" }));
  expect(await screen.findByRole("button", { name: "滞后 1" })).toBeTruthy();
});

test("many projects are listed as far as they are in sight", async () => {
  const many = Array.from({ length: 300 }, (_, index) => [
    index + 1,
    `青河县第${String(index + 1)}号农村公路改造工程`,
    "交通运输局",
    1000 + index,
    "王某",
    "0310-5550001",
    "已批复",
    "未办",
    "",
    "未办",
  ]);
  mount(ledgerHost([...STEPS.slice(0, 2), ...many]));
  await showSteps();
  await screen.findByText("手续进度 300");
  expect(screen.getAllByRole("listitem").length).toBeLessThan(60);
  expect(screen.getAllByRole("listitem")[0]?.getAttribute("aria-setsize")).toBe("300");
});

test("a ledger without procedures says so", async () => {
  mount(ledgerHost(CLEAN));
  await showSteps();
  expect(await screen.findByText(/没有手续的列/)).toBeTruthy();
});
