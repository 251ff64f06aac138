import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { memoryHost } from "../../src/hosts/memory";
import { readLedger } from "../../src/ledger/read";
import { AMBIGUOUS, CLEAN, FAULTY } from "./ledgers";
import { axeFaults, ledgerHost, mount, unmountAll, turnTo } from "./mounted";

afterEach(unmountAll);

type User = ReturnType<typeof userEvent.setup>;
const press = (user: User, name: string | RegExp): Promise<void> => user.click(screen.getByRole("button", { name }));
const checked = (): Promise<HTMLElement> => screen.findByText(/报送 · \d|^可以报送/);

test("the standard table becomes a sheet that reads back as the same projects, and is no ledger of its own", async () => {
  const user = userEvent.setup();
  const host = mount(ledgerHost(CLEAN));
  await checked();
  await turnTo(user, "导出");
  expect(await axeFaults()).toEqual([]);
  await press(user, "标准项目表");
  expect(await screen.findByText("已添加工作表“标准项目表”。")).toBeTruthy();
  const [before, after] = await Promise.all(
    ["台账", "标准项目表"].map(async (sheet) => readLedger(await host.read(sheet), { file: "青河县台账.xlsx" })),
  );
  expect(after?.projects.map(({ values }) => values)).toEqual(before?.projects.map(({ values }) => values));
  await press(user, "打开");
  await waitFor(async () => expect(await host.activeSheet()).toBe("标准项目表"));
  await turnTo(user, "校核");
  await press(user, "重新检查");
  expect(await screen.findByText(/已查 2 行/)).toBeTruthy();
  expect(screen.getByText("可以报送")).toBeTruthy();
});

test("the check report becomes a sheet with the verdict and every finding", async () => {
  const user = userEvent.setup();
  const host = mount(ledgerHost(FAULTY));
  await checked();
  await turnTo(user, "导出");
  await press(user, "校核报告");
  await screen.findByText("已添加工作表“校核报告”。");
  const texts: string[] = [];
  for (const block of (await host.read("校核报告")).blocks()) {
    for (const { cells } of block) texts.push(cells.join("|"));
  }
  expect(texts.some((text) => /暂不能报送/.test(text))).toBe(true);
  expect(texts.filter((text) => /F3.*柳林镇/.test(text)).length).toBeGreaterThan(0);
});

test("a program that cannot add sheets is said, and no button is dead", async () => {
  const user = userEvent.setup();
  mount(ledgerHost(CLEAN, { cannot: ["addSheet", "mark"] }));
  await checked();
  await turnTo(user, "导出");
  expect(screen.getByText(/不能添加工作表/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "标准项目表" })).toBeNull();
  await turnTo(user, "更多");
  expect(screen.queryByRole("button", { name: "清除全部标记" })).toBeNull();
});

describe("after a submission", () => {
  async function submitted(user: User): Promise<ReturnType<typeof ledgerHost>> {
    const host = mount(ledgerHost(FAULTY));
    await checked();
    await turnTo(user, "导出");
    expect(screen.getByText("还没有标记过报送。")).toBeTruthy();
    await press(user, "标记为已报送");
    await screen.findByText(/^已标记为 2025-06-20 报送，记下 \d+ 个问题。$/);
    return host;
  }

  test("only what is new can be shown", async () => {
    const user = userEvent.setup();
    const host = await submitted(user);
    await turnTo(user, "校核");
    await press(user, "仅看新增 0");
    expect(screen.getByText("这个筛选下没有问题")).toBeTruthy();
    act(() => host.type("台账", "F4", "2027-09-15"));
    await screen.findByRole("button", { name: "仅看新增 1" });
    expect(screen.getByRole("button", { name: /^F4/ })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^F3/ })).toBeNull();
    await press(user, "仅看新增 1");
    expect(screen.getByRole("button", { name: /^F3/ })).toBeTruthy();
  });

  test("the mark is kept in the workbook and can be taken back at once", async () => {
    const user = userEvent.setup();
    const host = await submitted(user);
    expect(JSON.parse((await host.readNote("baseline")) ?? "{}")).toMatchObject({ asOf: "2025-06-20" });
    await press(user, "撤销");
    await waitFor(async () => expect(await host.readNote("baseline")).toBeNull());
    expect(await screen.findByText("还没有标记过报送。")).toBeTruthy();
  });

  test("the mark can be removed later, and that be taken back", async () => {
    const user = userEvent.setup();
    const host = await submitted(user);
    await press(user, "取消这次标记");
    await screen.findByText("已取消报送标记。");
    expect(await host.readNote("baseline")).toBeNull();
    await press(user, "撤销");
    await waitFor(async () => expect(await host.readNote("baseline")).not.toBeNull());
  });
});

test("cells are marked on request only, one mark a cell, and all marks go at one stroke", async () => {
  const user = userEvent.setup();
  const host = mount(ledgerHost(FAULTY));
  await checked();
  expect(host.marks()).toEqual([]);
  await turnTo(user, "更多");
  await press(user, /^标出 \d+ 格$/);
  await screen.findByText(/^已标出 \d+ 格。$/);
  const places = host.marks().map(({ at }) => at);
  expect(new Set(places).size).toBe(places.length);
  expect(host.marks().find(({ at }) => at === "F3")).toMatchObject({ severity: "error" });
  await press(user, "清除全部标记");
  await waitFor(() => expect(host.marks()).toEqual([]));
});

test("the pane can be closed where the program offers it", async () => {
  const user = userEvent.setup();
  const host = memoryHost({ fileName: null, sheets: [{ name: "台账", cells: CLEAN }], cannot: [] });
  const closePane = jest.fn(() => Promise.resolve());
  mount(Object.assign(host, { closePane }));
  await checked();
  await press(user, "收起面板");
  expect(closePane).toHaveBeenCalledTimes(1);
});

test("the first screen says what it does and starts it", async () => {
  const user = userEvent.setup();
  mount(ledgerHost(CLEAN), { checkAtOnce: false });
  expect(await screen.findByRole("heading", { name: "从这里开始" })).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
  await press(user, "校核这份台账");
  await checked();
});

test("the policy says since when it holds, what is to be verified and where, and what another would change", async () => {
  const user = userEvent.setup();
  mount(ledgerHost(AMBIGUOUS));
  await screen.findByText(/没有错误|报送/);
  await turnTo(user, "更多");
  expect(screen.getByText(/2025-01-01.*适用 · 随工具附带/)).toBeTruthy();
  await user.click(screen.getByText(/^依据待核（\d+）$/));
  expect(await screen.findByText(/手续时限 · 社会稳定风险评估/)).toBeTruthy();
  expect(screen.getAllByText(/^待核出处：《/).length).toBeGreaterThan(5);
  const compare = screen.getByLabelText("换一份政策包会怎样");
  const [, other] = within(compare).getAllByRole("option");
  if (!other) throw new Error("no other pack ships");
  await user.selectOptions(compare, other);
  await screen.findByText(/^没有差别|^会新增/);
  expect(await axeFaults()).toEqual([]);
});

test("a ledger that was just handed in has nothing new, though a project stands in it twice", async () => {
  const user = userEvent.setup();
  const [title, headings, first] = CLEAN;
  const changed = first?.map((cell) => (cell === 1200 ? 1500 : cell));
  mount(ledgerHost([title ?? [], headings ?? [], first ?? [], changed ?? []]));
  await checked();
  await turnTo(user, "导出");
  await press(user, "标记为已报送");
  await screen.findByText(/^已标记为 2025-06-20 报送/);
  await turnTo(user, "校核");
  expect(screen.getByRole("button", { name: "仅看新增 0" })).toBeTruthy();
});

test("the policy becomes sheets of the workbook's own, and what they say then is what judges", async () => {
  const user = userEvent.setup();
  const host = mount(ledgerHost(CLEAN));
  await checked();
  await turnTo(user, "更多");
  expect(screen.getByText(/随工具附带/)).toBeTruthy();
  await press(user, "改成本工作簿自己的政策");
  await screen.findByText(/^政策已写成 \d+ 张工作表/);
  expect(await screen.findByText(/这个工作簿自己的政策包/)).toBeTruthy();
  expect((await host.sheets()).map(({ name }) => name)).toContain("政策包");
});
