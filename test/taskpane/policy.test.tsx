/** Page 更多's policy: what is to be verified, a workbook's own policy with its faults, and what another would change. */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { MemoryHost } from "../../src/hosts/memory";
import { packInForce, shippedPacks } from "../../src/policy/load";
import { packSheets } from "../../src/report/packSheets";
import { RULES } from "../../src/rules/index";
import { unverifiedEntries } from "../../src/findings/unverified";
import { cellName } from "../../src/sheet/address";
import type { CellValue } from "../../src/sheet/cell";
import { axeFaults, ledgerHost, mount, turnTo, unmountAll } from "./mounted";

afterEach(unmountAll);

type User = ReturnType<typeof userEvent.setup>;
const ON = "2025-06-20";

/** Asks for three fifths of what it costs. */
const ASKING: readonly (readonly CellValue[])[] = [
  ["青河县重点项目储备台账（2025年）"],
  ["序号", "项目名称", "责任部门", "总投资（万元）", "申请资金（万元）", "资金渠道", "计划开工时间", "计划竣工时间"],
  [1, "柳林镇污水管网改造工程", "住房和城乡建设局", 1200, 720, "专项债券", "2025-09-01", "2026-10-31"],
  [2, "三河镇集中供水工程", "水务局", 2300.5, 1150, "专项债券", "2025-09-15", "2026-12-31"],
];

async function opened(user: User): Promise<MemoryHost> {
  const host = mount(ledgerHost(ASKING));
  await screen.findByText(/^可以报送/);
  await turnTo(user, "更多");
  return host;
}

/** The policy as sheets of the workbook's own, as one stroke makes them. */
async function withOwnPolicy(user: User): Promise<MemoryHost> {
  const host = await opened(user);
  await user.click(screen.getByRole("button", { name: "改成本工作簿自己的政策" }));
  await screen.findByText(/这个工作簿自己的政策包/);
  return host;
}

/** Where the entry of a name stands under a heading. */
function placeOf(sheet: string, name: string, heading: string): string {
  const own = packSheets(packInForce(ON).pack).find((one) => one.name === sheet);
  const row = own?.cells.findIndex((cells) => cells.includes(name)) ?? -1;
  const column = own?.cells[(own.heading ?? 0) - 1]?.indexOf(heading) ?? -1;
  if (row < 1 || column < 0) throw new Error(`${sheet} has no ${heading} of ${name}`);
  return cellName(row + 1, column);
}

const CAP = placeOf("资金渠道", "专项债券", "申请占比上限");

test("every entry whose primary text was not read is listed by its name, with the source to verify", async () => {
  const user = userEvent.setup();
  await opened(user);
  const entries = unverifiedEntries(packInForce(ON).pack, RULES);
  expect(new Set(entries.map(({ part }) => part))).toContain("rules");
  expect(entries.some(({ fact }) => fact !== null)).toBe(true);
  await user.click(screen.getByText(`依据待核（${String(entries.length)}）`));
  const list = await screen.findByRole("list", { name: "依据待核的条目" });
  const texts = within(list)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
  expect(texts).toHaveLength(entries.length);
  for (const [at, { part, name, basis }] of entries.entries()) {
    const cited = [`待核出处：《${basis.document}》`, basis.number, basis.article, basis.url].filter(Boolean).join(" ");
    // The order of two steps has an id alone.
    if (part === "edges") expect(texts[at]).toMatch(/ · \p{Script=Han}+先于\p{Script=Han}+/u);
    else expect(texts[at]).toContain(` · ${name}`);
    expect(texts[at]).toContain(cited);
  }
});

test("one cell of the workbook's own policy is edited: it is read back, and the verdict is another", async () => {
  const user = userEvent.setup();
  const host = await withOwnPolicy(user);
  await turnTo(user, "校核");
  expect(screen.getByText(/^可以报送/)).toBeTruthy();

  act(() => host.type("资金渠道", CAP, 0.5));
  expect(await screen.findByText(/^暂不能报送/)).toBeTruthy();
  expect(screen.getByRole("button", { name: /^E3/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^E4/ })).toBeNull();

  act(() => host.type("资金渠道", CAP, ""));
  expect(await screen.findByText(/^可以报送/)).toBeTruthy();
});

test("faults of the workbook's own policy are shown by sheet, cell and remedy; the shipped one judges meanwhile", async () => {
  const user = userEvent.setup();
  const host = await withOwnPolicy(user);
  act(() => host.type("资金渠道", CAP, 0.5));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  const count = placeOf("储备目标", "新增储备项目", "个数");
  act(() => {
    host.type("资金渠道", CAP, "一半");
    host.type("储备目标", count, "三十个");
  });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/2 处写错，没有采用，暂按上面这份随附的政策判断/);
  const faults = within(alert)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent ?? "");
  expect(faults).toHaveLength(2);
  for (const place of [`「资金渠道」${CAP}`, `「储备目标」${count}`]) {
    // What is wrong, and after it what to do.
    expect(faults.find((fault) => fault.startsWith(`${place}：`))).toMatch(/；请/);
  }
  expect(screen.getByText(/随工具附带/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "改成本工作簿自己的政策" })).toBeNull();
  expect(await axeFaults()).toEqual([]);

  await turnTo(user, "校核");
  expect(screen.getByText(/^可以报送/)).toBeTruthy();
  await user.click(screen.getByText(/^判断的前提/));
  expect(screen.getByText(/本工作簿自己的政策有 2 处写错，没有采用，暂按随附的“.+”判断/)).toBeTruthy();

  act(() => {
    host.type("资金渠道", CAP, 0.5);
    host.type("储备目标", count, 30);
  });
  expect(await screen.findByText(/^暂不能报送/)).toBeTruthy();
});

test("a workbook's own policy is compared with the one that it was made from: what would go is listed", async () => {
  const user = userEvent.setup();
  const host = await withOwnPolicy(user);
  act(() => host.type("资金渠道", CAP, 0.5));
  await turnTo(user, "校核");
  await screen.findByText(/^暂不能报送/);
  await turnTo(user, "更多");
  await user.selectOptions(screen.getByLabelText("换一份政策包会怎样"), packInForce(ON).pack.title);
  await user.click(await screen.findByText("会消失 1 项"));
  expect(screen.getByText(/^E3 柳林镇污水管网改造工程/)).toBeTruthy();
  expect(screen.getByText("会新增 0 项")).toBeTruthy();
});

test("a policy that asks for less is compared with the shipped one: what would be new is listed", async () => {
  const user = userEvent.setup();
  const loud = ASKING.map((row, at) => (at === 2 ? row.map((cell) => (cell === 720 ? 1300 : cell)) : row));
  const host = mount(ledgerHost(loud));
  await screen.findByText(/^暂不能报送/);
  await turnTo(user, "更多");
  const silent = packSheets({ ...packInForce(ON).pack, rules: { ...packInForce(ON).pack.rules, C205: OFF } });
  for (const sheet of silent) await host.addSheet(sheet);
  await turnTo(user, "校核");
  await user.click(screen.getByRole("button", { name: "重新检查" }));
  await screen.findByText(/^可以报送/);
  await turnTo(user, "更多");
  expect(within(screen.getByLabelText("换一份政策包会怎样")).getAllByRole("option")).toHaveLength(
    shippedPacks().length + 1,
  );
  await user.selectOptions(screen.getByLabelText("换一份政策包会怎样"), packInForce(ON).pack.title);
  await user.click(await screen.findByText("会新增 1 项"));
  expect(screen.getByText(/^E3 柳林镇污水管网改造工程/)).toBeTruthy();
});

const OFF = { off: true, numbers: {}, texts: {} };
