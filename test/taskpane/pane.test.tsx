import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { memoryHost, type MemoryHost, type MemoryOptions } from "../../src/hosts/memory";
import { mountPane, type PaneOptions } from "../../taskpane/mount";
import type { CellValue } from "../../src/sheet/cell";
import { holdTurns, type HeldTurns } from "./heldTurns";
import { turnTo } from "./mounted";
import { AMBIGUOUS, BADLY_WRITTEN, CLEAN, FAULTY, LETTER, longLedger } from "./ledgers";

const NOON = new Date(2025, 5, 20, 10, 32);
let unmount: (() => void) | null = null;
let turns: HeldTurns | null = null;

afterEach(() => {
  jest.useRealTimers();
  turns?.letAll();
  turns = null;
  act(() => unmount?.());
  unmount = null;
  document.body.innerHTML = "";
});

type Cells = readonly (readonly CellValue[])[];

function show(cells: Cells, options: Partial<PaneOptions> & Omit<Partial<MemoryOptions>, "sheets"> = {}): MemoryHost {
  const { fileName = "青河县台账.xlsx", notes = {}, cannot, ...pane } = options;
  const host = memoryHost({ fileName, notes, sheets: [{ name: "台账", cells }], ...(cannot ? { cannot } : {}) });
  mount(host, pane);
  return host;
}

function mount(host: MemoryHost, options: Partial<PaneOptions> = {}): void {
  const element = document.body.appendChild(document.createElement("div"));
  act(() => {
    unmount = mountPane(element, { host, clock: () => NOON, ...options });
  });
}

const verdict = (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text);
const detail = (): HTMLElement => screen.getByRole("region", { name: "这一项" });
const row = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

describe("the verdict", () => {
  test("stands in a status line and counts the errors", async () => {
    show(FAULTY);
    const line = await verdict(/暂不能报送 · \d+ 项错误/);
    expect(line.closest('[role="status"]')).not.toBeNull();
  });

  test("of a clean ledger keeps day, pack and rows, and a receipt", async () => {
    show(CLEAN);
    await verdict("可以报送");
    expect(screen.getByText(/按 2025-06-20 的情形，用“.+”核对了 2 个项目/)).toBeTruthy();
    expect(screen.getByText(/^10:32 已查 2 行 · county-2025$/)).toBeTruthy();
  });

  test("waits for the button where the page does not check at once", async () => {
    const user = userEvent.setup();
    show(CLEAN, { checkAtOnce: false });
    expect(await screen.findByText("还没有校核")).toBeTruthy();
    await user.click(row("校核这份台账"));
    await verdict("可以报送");
  });
});

test("the two halves of a ledger set side by side are two entries of the columns", async () => {
  const user = userEvent.setup();
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const half = ["项目名称", "责任部门", "总投资（万元）"];
  show([
    [...half, ...half],
    ["云台路改建工程", "住房和城乡建设局", 1310, "第六小学迁建项目", "教育局", 860],
    ["白石水库除险加固工程", "水务局", 2470, "县中医院门诊楼工程", "卫生健康局", 3190],
  ]);
  await screen.findByText(/10:32 已查 4 行/);
  await turnTo(user, "更多");
  expect(await screen.findAllByText(/台账（3\/3 列已识别）/)).toHaveLength(2);
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});

test("what stands around the pane is told of the language that the clerk chooses, and of nothing else", async () => {
  const user = userEvent.setup();
  const spoken: string[] = [];
  show(CLEAN, { onSpoken: (locale) => spoken.push(locale) });
  await verdict("可以报送");
  await turnTo(user, "更多");
  await user.selectOptions(screen.getByLabelText("语言"), "en");
  expect(await screen.findByRole("tab", { name: "More" })).toBeTruthy();
  expect(spoken).toEqual(["en"]);
});

describe("headings with no project below them", () => {
  test.each([
    ["zh", "还没有填项目", /从第 3 行填起/],
    ["en", "No project yet", /from row 3/],
  ] as const)("are no ledger to hand in (%s)", async (locale, said, where) => {
    show(CLEAN.slice(0, 2), { locale });
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.getByText(where)).toBeTruthy();
    expect(screen.queryByText(/可以报送|没有发现问题|Ready|Nothing found/)).toBeNull();
  });
});

test("an empty ledger behind another sheet is a button away", async () => {
  const user = userEvent.setup();
  const host = memoryHost({
    fileName: null,
    sheets: [
      { name: "填写说明", cells: LETTER },
      { name: "台账", cells: CLEAN.slice(0, 2) },
    ],
  });
  mount(host);
  await verdict("还没有填项目");
  await user.click(row("到那里去填"));
  await waitFor(async () => expect(await host.selection()).toMatchObject({ sheet: "台账", at: "B3" }));
});

test("a ledger that says itself that it has no project is ready", async () => {
  show([...CLEAN.slice(0, 2), [1, "本月无项目"]]);
  await verdict("零报告，可以报送");
  expect(screen.getByText("“台账”写明没有项目，按零报告报送。")).toBeTruthy();
  expect(screen.queryByText(/边填边查/)).toBeNull();
});

describe("a workbook without a ledger", () => {
  test("says what was looked for and takes the rows of the headings", async () => {
    const user = userEvent.setup();
    const host = show(LETTER);
    await verdict("没有找到项目台账");
    expect(screen.getByText(/“台账”不像项目台账/)).toBeTruthy();
    expect(screen.getByText(/需要一行表头，其中有“项目名称”/)).toBeTruthy();
    await user.clear(screen.getByLabelText("表头首行"));
    await user.type(screen.getByLabelText("表头首行"), "9");
    await user.click(row("按这几行读"));
    expect(screen.getByRole("alert").textContent).toBe("末行不能在首行之上，表头最多 5 行。");
    act(() => host.select({ sheet: "台账", at: "B2" }));
    await user.click(row("用选中的行"));
    await user.click(row("按这几行读"));
    await waitFor(async () => {
      expect(JSON.parse((await host.readNote("choices")) ?? "{}")).toEqual({ 台账: { header: { top: 2, bottom: 2 } } });
    });
  });
});

describe("the first time", () => {
  test("a new workbook gets one screen that says what this is, and nothing to set", async () => {
    show([]);
    await verdict("没有找到项目台账");
    expect(screen.getByRole("heading", { name: "从这里开始" })).toBeTruthy();
    expect(screen.queryByLabelText("表头首行")).toBeNull();
  });

  test("an example with mistakes can be tried at one stroke", async () => {
    const user = userEvent.setup();
    const host = show([]);
    await user.click(await screen.findByRole("button", { name: "打开一份示例台账" }));
    await verdict(/暂不能报送/);
    expect(await screen.findByText(/“示例台账”已经打开并查过/)).toBeTruthy();
    expect(await host.activeSheet()).toBe("示例台账");
    expect(row(/负面清单/)).toBeTruthy();
    expect(row(/^可自动改/)).toBeTruthy();
  });

  test("the standard ledger is added as a form, and what is filled in is judged", async () => {
    const user = userEvent.setup();
    const host = show([]);
    await user.click(await screen.findByRole("button", { name: "新建标准台账" }));
    expect(await screen.findByText(/^已添加“标准项目表”/)).toBeTruthy();
    expect(await host.activeSheet()).toBe("标准项目表");
    expect(screen.queryByText("没有找到项目台账")).toBeNull();
  });

  test("a program that cannot add sheets offers none", async () => {
    show([], { cannot: ["addSheet"] });
    await verdict("没有找到项目台账");
    expect(screen.queryByRole("button", { name: "新建标准台账" })).toBeNull();
  });
});

describe("the first findings", () => {
  const FOUND = /^已发现 [\d,]+ 项，还在查：$/;

  /** A check of many rows, stopped when it has told of what it found first. */
  async function halfChecked(): Promise<{ host: MemoryHost; held: HeldTurns }> {
    const held = holdTurns();
    turns = held;
    let seconds = 0;
    const host = show(longLedger(1200), { clock: () => new Date(NOON.getTime() + 1000 * seconds++) });
    await waitFor(
      () => {
        held.letOne();
        expect(screen.getByText(FOUND)).toBeTruthy();
      },
      { interval: 1 },
    );
    return { host, held };
  }

  const firstFound = (at: string): HTMLElement => row(new RegExp(`${at} ?起止时间颠倒`));

  test("stand there while the rest is still being checked, and lead to their cells", async () => {
    const user = userEvent.setup();
    const { host, held } = await halfChecked();
    await user.click(firstFound("F3"));
    await waitFor(async () => expect((await host.selection())?.at).toBe("F3"));
    expect(screen.getByText(FOUND)).toBeTruthy();
    held.letAll();
    await verdict(/暂不能报送/);
    expect(screen.queryByText(/还在查/)).toBeNull();
  });

  test("stay under the finger that presses one as the check ends, and the pressed one then stands open", async () => {
    const user = userEvent.setup();
    const { host, held } = await halfChecked();
    const pressed = firstFound("F4");
    await user.pointer({ keys: "[MouseLeft>]", target: pressed });
    await held.letEach();
    expect(pressed.isConnected).toBe(true);
    await user.pointer({ keys: "[/MouseLeft]", target: pressed });
    await verdict(/暂不能报送/);
    expect(screen.queryByText(/还在查/)).toBeNull();
    expect((await host.selection())?.at).toBe("F4");
    expect(row(/^F4/).getAttribute("aria-current")).toBe("true");
    expect(within(detail()).getByRole("heading").textContent).toMatch(/^F4/);
  });

  test("stay under the space bar", async () => {
    const user = userEvent.setup();
    const { host, held } = await halfChecked();
    const pressed = firstFound("F5");
    act(() => pressed.focus());
    await user.keyboard("[Space>]");
    await held.letEach();
    await user.keyboard("[/Space]");
    await verdict(/暂不能报送/);
    expect((await host.selection())?.at).toBe("F5");
  });
});

describe("filters", () => {
  test("are counts that can be pressed, and an empty one says so and can be cleared", async () => {
    const user = userEvent.setup();
    show(FAULTY);
    await verdict(/暂不能报送/);
    const filters = within(screen.getByRole("group", { name: "按轻重筛选" }));
    const error = filters.getByRole("button", { name: /错误/ });
    const rows = screen.getAllByRole("listitem").length;
    await user.click(error);
    expect(error.getAttribute("aria-pressed")).toBe("true");
    expect(screen.getAllByRole("listitem").length).toBeLessThan(rows);
    await user.click(error);
    const empty = filters.getAllByRole("button").find((button) => /\b0$/.test(button.textContent ?? ""));
    if (empty) {
      await user.click(empty);
      await user.click(row("看全部"));
    }
    expect(screen.getAllByRole("listitem").length).toBe(rows);
  });
});

describe("the list", () => {
  test("folds and opens a group", async () => {
    const user = userEvent.setup();
    show(FAULTY);
    await verdict(/暂不能报送/);
    const head = row(/起止时间颠倒/);
    expect(head.getAttribute("aria-expanded")).toBe("true");
    await user.click(head);
    expect(head.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByRole("button", { name: /^F3/ })).toBeNull();
  });

  test("can be grouped by project, which the workbook remembers", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    await user.selectOptions(screen.getByLabelText("分组"), "按项目");
    expect(row(/柳林镇污水管网改造工程/).getAttribute("aria-expanded")).toBe("true");
    await waitFor(async () => expect(await host.readNote("view")).toContain('"project"'));
  });

  test("is walked with the arrow keys and has one tab stop", async () => {
    const user = userEvent.setup();
    show(FAULTY);
    await verdict(/暂不能报送/);
    const stops = (): Element[] => [...document.querySelectorAll('[role="listitem"] button[tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    act(() => (stops()[0] as HTMLElement).focus());
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(stops()[0]);
    expect(document.activeElement?.closest("[aria-posinset]")?.getAttribute("aria-posinset")).toBe("2");
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(document.activeElement?.getAttribute("aria-expanded")).toBe("false");
  });

  test("holds only what is in sight of 300 findings, and says how many there are", async () => {
    show(longLedger(300));
    await verdict(/暂不能报送/);
    const items = screen.getAllByRole("listitem");
    expect(items.length).toBeLessThan(100);
    expect(Number(items[0]?.getAttribute("aria-setsize"))).toBeGreaterThan(300);
  });
});

describe("a finding", () => {
  test("opens below the list and goes to its cell", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    expect(within(detail()).getByRole("heading").textContent).toMatch(/^F3 · 柳林镇污水管网改造工程/);
    await waitFor(async () => expect(await host.selection()).toEqual({ sheet: "台账", at: "F3" }));
    expect(document.activeElement).toBe(row(/^F3/));
  });

  test("gives the reason with its clause at one stroke", async () => {
    const user = userEvent.setup();
    show(FAULTY);
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    const why = within(detail()).getByRole("button", { name: /为什么/ });
    expect(why.getAttribute("aria-expanded")).toBe("false");
    await user.click(why);
    expect(within(detail()).getByText(/依据：《/)).toBeTruthy();
  });

  test("leads to the next from the active cell, and Esc leads back to the list and to the grid", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    await user.keyboard("{F8}");
    await waitFor(async () => expect((await host.selection())?.at).not.toBe("F3"));
    await user.keyboard("{Shift>}{F8}{/Shift}");
    await waitFor(async () => expect((await host.selection())?.at).toBe("F3"));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "这一项" })).toBeNull();
    const goTo = jest.spyOn(host, "goTo");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(goTo).toHaveBeenCalledWith({ sheet: "台账", at: "F3" }));
  });

  test("at the end of the sheet says so and offers the next one", async () => {
    const user = userEvent.setup();
    const host = memoryHost({
      fileName: "两张.xlsx",
      sheets: [
        { name: "上半年", cells: FAULTY.slice(0, 3) },
        { name: "下半年", cells: longLedger(2) },
      ],
    });
    mount(host);
    await verdict(/暂不能报送/);
    host.select({ sheet: "上半年", at: "Z99" });
    act(() => row(/起止时间颠倒/).focus());
    await user.keyboard("{F8}");
    await user.click(await screen.findByRole("button", { name: "看下一表：下半年" }));
    await waitFor(async () => expect((await host.selection())?.sheet).toBe("下半年"));
  });

  test("to a hidden row says why no cell is to be seen", async () => {
    const user = userEvent.setup();
    const host = memoryHost({
      fileName: "青河县台账.xlsx",
      sheets: [{ name: "台账", cells: FAULTY, hiddenRows: new Set([3]) }],
    });
    mount(host);
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    expect(await within(detail()).findByText(/这一行在表里隐藏着或被筛掉了/)).toBeTruthy();
    await user.click(row(/^D4/));
    await waitFor(() => expect(within(detail()).queryByText(/隐藏着/)).toBeNull());
  });

  test("says where the host did not arrive", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    const goTo = jest.spyOn(host, "goTo").mockRejectedValue(new Error("hidden"));
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    expect(await screen.findByText(/没能跳到那一格/)).toBeTruthy();
    expect(goTo).toHaveBeenCalledTimes(2);
  });
});

describe("while the clerk types", () => {
  test("a changed finding is dimmed at once, and judged again after a pause", async () => {
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    act(() => host.type("台账", "F3", "2025-01-01"));
    expect(row(/^F3.*正在复查/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("button", { name: /^F3/ })).toBeNull());
  });

  test("a finding that is being pressed stays in its place until it is let go, and is then said to be gone", async () => {
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    // A press is held for some seconds only: on a busy machine its clock must not run while the test works.
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: (milliseconds) => jest.advanceTimersByTime(milliseconds) });
    const pressed = row(/^F3/);
    await user.pointer({ keys: "[MouseLeft>]", target: pressed });
    act(() => host.type("台账", "F3", "2025-01-01"));
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(pressed.isConnected).toBe(true);
    await user.pointer({ keys: "[/MouseLeft]", target: pressed });
    await waitFor(() => expect(screen.queryByRole("button", { name: /^F3/ })).toBeNull());
    expect(within(detail()).getByText("这一项已经没有了。")).toBeTruthy();
  });

  test("the chosen finding says that it is gone, and the way on stays", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    act(() => host.type("台账", "F3", "2025-01-01"));
    expect(await within(detail()).findByText("这一项已经没有了。")).toBeTruthy();
    expect(within(detail()).getByRole("button", { name: "下一项" })).toBeTruthy();
  });

  test("when the last finding is mended the ledger is said to be clean, no filter to be at fault", async () => {
    const user = userEvent.setup();
    show(CLEAN.map((cells, index) => (index === 3 ? cells.map((cell, at) => (at === 3 ? "2300.5" : cell)) : cells)));
    await user.click(await screen.findByRole("button", { name: /^D4/ }));
    await user.click(within(detail()).getByRole("button", { name: "改为 2300.5" }));
    expect(await within(detail()).findByText("这一项已经没有了。")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "没有发现问题" })).toBeTruthy();
    expect(screen.queryByText("这个筛选下没有问题")).toBeNull();
  });

  test("what the program does not tell is found by checking again", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY, { cannot: ["watch"] });
    await verdict(/暂不能报送/);
    host.type("台账", "F3", "2025-01-01");
    await user.click(row("重新检查"));
    await waitFor(() => expect(screen.queryByRole("button", { name: /^F3/ })).toBeNull());
  });
});

describe("a long check", () => {
  test("tells the rows and can be stopped, and then nothing has been decided", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY, { checkAtOnce: false });
    jest.spyOn(host, "read").mockImplementation(
      (sheet, options) =>
        new Promise((_, reject) => {
          options?.onProgress?.(3200, 10000);
          options?.signal?.addEventListener("abort", () => reject(new Error(`stopped at ${sheet}`)));
        }),
    );
    await user.click(await screen.findByRole("button", { name: "校核这份台账" }));
    await user.click(await screen.findByRole("button", { name: "停止" }));
    expect(await screen.findByText("已停止，结果没有更新。")).toBeTruthy();
    expect(screen.getByText("还没有校核")).toBeTruthy();
  });

  test("that fails says why and what to do", async () => {
    const host = show(FAULTY, { checkAtOnce: false });
    jest.spyOn(host, "read").mockRejectedValue(new Error("连接已断开"));
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "校核这份台账" }));
    expect(await screen.findByText(/没有完成：连接已断开/)).toBeTruthy();
  });
});

describe("a fix", () => {
  test("is shown before and after, written at one stroke, and taken back", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    await user.click(row(/^D5/));
    expect(within(detail()).getByRole("listitem").textContent).toMatch(/^D5.“4300”（文本） → 4300$/);
    await user.click(within(detail()).getByRole("button", { name: "改为 4300" }));
    await waitFor(() => expect(host.value("台账", "D5")).toBe(4300));
    expect(await within(detail()).findByText("这一项已经没有了。")).toBeTruthy();
    await user.click(row("撤销本次"));
    await waitFor(() => expect(host.value("台账", "D5")).toBe("4300"));
    expect(await screen.findByText("已恢复 1 格。")).toBeTruthy();
  });

  test("of all of a kind is previewed, what is left out stays, and one undo brings all back", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    const write = jest.spyOn(host, "write");
    await verdict(/暂不能报送/);
    await user.click(row("全部改好（2）"));
    const boxes = screen.getAllByRole("checkbox");
    expect(boxes).toHaveLength(2);
    await user.click(boxes[0] as HTMLElement);
    expect(row("改好 1 处")).toBeTruthy();
    await user.click(screen.getAllByRole("checkbox")[0] as HTMLElement);
    await user.click(row("改好 2 处"));
    await waitFor(() => expect([host.value("台账", "D5"), host.value("台账", "D6")]).toEqual([4300, 600]));
    expect(write).toHaveBeenCalledTimes(1);
    await user.click(await screen.findByRole("button", { name: "撤销本次" }));
    await waitFor(() => expect([host.value("台账", "D5"), host.value("台账", "D6")]).toEqual(["4300", "600"]));
  });

  test("of every rule is previewed at once, with the rule that wants it, and is one write", async () => {
    const user = userEvent.setup();
    const host = show(BADLY_WRITTEN);
    const write = jest.spyOn(host, "write");
    await verdict(/报送/);
    await user.click(row(/^可自动改 3/));
    const preview = within(screen.getByRole("region", { name: /^全部改好/ }));
    expect(preview.getByRole("checkbox", { name: /D4 .+ → 青发改审〔2025〕13号/ })).toBeTruthy();
    await user.click(preview.getByRole("checkbox", { name: /E5/ }));
    await user.click(preview.getByRole("button", { name: "改好 2 处" }));
    await waitFor(() => expect(host.value("台账", "D4")).toBe("青发改审〔2025〕13号"));
    expect([host.value("台账", "E4"), host.value("台账", "E5")]).toEqual([2300, "4300"]);
    expect(write).toHaveBeenCalledTimes(1);
    await user.click(await screen.findByRole("button", { name: "撤销本次" }));
    await waitFor(() => expect(host.value("台账", "D4")).toBe("青发改审[2025]第013号"));
    expect(host.value("台账", "E4")).toBe("2300");
  });

  test("can be left alone with Esc, which leads back to the button that offered it", async () => {
    const user = userEvent.setup();
    const host = show(BADLY_WRITTEN);
    await verdict(/报送/);
    await user.click(row(/^可自动改/));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: /^全部改好/ })).toBeNull();
    expect(document.activeElement).toBe(row(/^可自动改/));
    expect(host.value("台账", "E4")).toBe("2300");
  });

  test("that the program refuses is said with the remedy", async () => {
    const user = userEvent.setup();
    const host = memoryHost({ fileName: null, sheets: [{ name: "台账", cells: FAULTY, protected: true }] });
    mount(host);
    await verdict(/暂不能报送/);
    await user.click(row(/^D5/));
    await user.click(within(detail()).getByRole("button", { name: "改为 4300" }));
    expect(await screen.findByText("没有改：D5受保护。请先撤销工作表保护。")).toBeTruthy();
  });
});

test("of many ways to mend a cell a few are shown and none is proposed; the rest come on demand", async () => {
  const user = userEvent.setup();
  const host = show(
    FAULTY.map((row, at) => row.map((value, column) => (at === 2 && column === 4 ? "上面拨的款" : value))),
  );
  await verdict(/暂不能报送/);
  await user.click(row(/^E3/));
  const said = within(detail());
  expect(said.getByText(/资金渠道“上面拨的款”/)).toBeTruthy();
  expect(said.getByText("请选一项：")).toBeTruthy();
  const wayOnward = ["关闭", "为什么", "暂不处理…", "上一项", "下一项"];
  const ways = (): (string | null)[] =>
    said
      .getAllByRole("button")
      .map((button) => button.getAttribute("aria-label") ?? button.textContent?.trim() ?? null)
      .filter((name) => name !== null && !wayOnward.includes(name));
  expect(ways()).toHaveLength(4);
  await user.click(said.getByRole("button", { name: /^其他 \d+ 项$/ }));
  expect(ways().length).toBeGreaterThan(10);
  await user.click(said.getByRole("button", { name: "上级专项补助" }));
  await waitFor(() => expect(host.value("台账", "E3")).toBe("上级专项补助"));
});

test.each([
  ["empty sheets are no premise of the judgement", [{ name: "Sheet2", cells: [] }], null],
  [
    "a sheet that holds something and is no ledger is",
    [
      { name: "Sheet2", cells: [] },
      { name: "通知", cells: LETTER },
    ],
    "1",
  ],
])("%s", async (_, others, count) => {
  mount(memoryHost({ fileName: null, sheets: [{ name: "台账", cells: CLEAN }, ...others] }));
  await verdict("可以报送");
  const said = screen.queryByText(/张表没有当作台账/);
  expect(said?.textContent?.charAt(0) ?? null).toBe(count);
});

describe("putting off", () => {
  test("needs a reason, a name and an end day; is counted, kept in the workbook and can be withdrawn", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    await user.click(row("暂不处理…"));
    const form = within(screen.getByRole("form", { name: "暂不处理" }));
    await user.click(form.getByRole("button", { name: "记下" }));
    expect(form.getByRole("alert").textContent).toBe("请写理由。");
    // Beside the buttons, which stay in sight where the form is longer than the pane.
    expect(form.getByRole("alert").parentElement).toBe(form.getByRole("button", { name: "记下" }).parentElement);
    await user.click(form.getByRole("button", { name: "正在补办" }));
    await user.click(form.getByRole("button", { name: "记下" }));
    expect(form.getByRole("alert").textContent).toBe("请写经办人姓名。");
    await user.type(form.getByLabelText("经办人"), "王某");
    await user.click(form.getByRole("button", { name: "记下" }));
    expect(await screen.findByText("暂不处理 1")).toBeTruthy();
    expect(within(detail()).getByText(/^已记为暂不处理/)).toBeTruthy();
    expect(JSON.parse((await host.readNote("waivers")) ?? "[]")).toEqual([
      expect.objectContaining({ reason: "正在补办", by: "王某", until: "2025-07-20" }),
    ]);
    await turnTo(user, "更多");
    // Several projects may have been put off for one rule: each is named with its cell.
    expect(screen.getByText(/^F3 柳林镇污水管网改造工程$/)).toBeTruthy();
    await user.click(row(/^撤回 F105 F3 柳林镇/));
    await waitFor(() => expect(screen.getByText("没有暂不处理的问题。")).toBeTruthy());
    await turnTo(user, "校核");
    expect(await screen.findByRole("button", { name: /^F3/ })).toBeTruthy();
  });

  test("counts its days from the day judged on, whatever today is", async () => {
    const user = userEvent.setup();
    show(FAULTY, { asOf: "2024-03-01" });
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    await user.click(row("暂不处理…"));
    const until = screen.getByLabelText<HTMLInputElement>("截止日");
    expect([until.value, until.min]).toEqual(["2024-03-31", "2024-03-01"]);
    await user.click(row("上级已同意"));
    await user.type(screen.getByLabelText("经办人"), "王某");
    await user.click(row("记下"));
    await screen.findByText("暂不处理 1");
    await turnTo(user, "更多");
    expect(screen.queryByText(/已到期/)).toBeNull();
  });

  test("ends with its day", async () => {
    const user = userEvent.setup();
    const host = show(FAULTY);
    await verdict(/暂不能报送/);
    await user.click(row(/^F3/));
    await user.click(row("暂不处理…"));
    await user.click(row("上级已同意"));
    await user.type(screen.getByLabelText("经办人"), "王某");
    await user.click(row("记下"));
    await screen.findByText("暂不处理 1");
    const waivers = (await host.readNote("waivers")) ?? "";
    act(() => unmount?.());
    show(FAULTY, { notes: { waivers }, asOf: "2025-07-21" });
    await verdict(/暂不能报送/);
    expect(screen.queryByText("暂不处理 1")).toBeNull();
    expect(row(/^F3/)).toBeTruthy();
  });
});

describe("columns", () => {
  test("that may be several things are asked about one at a time, with what they hold, and remembered", async () => {
    const user = userEvent.setup();
    const host = show(AMBIGUOUS);
    const card = within(await screen.findByRole("region", { name: /列是什么？$/ }));
    expect(screen.getByText("没有错误 · 还有 1 列待确认")).toBeTruthy();
    expect(card.getByText(/^例如：/)).toBeTruthy();
    const answers = card.getAllByRole("button").map((button) => button.textContent);
    expect(answers.slice(-2)).toEqual(["都不是，不用这一列", "以后再说"]);
    await user.click(card.getAllByRole("button")[0] as HTMLElement);
    await waitFor(async () => {
      const { 台账 } = JSON.parse((await host.readNote("choices")) ?? "{}") as Record<string, { columns: object }>;
      expect(Object.values(台账?.columns ?? {})).toHaveLength(1);
    });
    await verdict("可以报送");
  });

  test("of a source of funds that is not known are told, with what was not judged, until somebody says what they are", async () => {
    const user = userEvent.setup();
    show([
      ["项目名称", "责任部门", "总投资（万元）", "资金来源", "", ""],
      ["", "", "", "中央资金", "自筹资金", "矿区复垦基金"],
      ["云台路改建工程", "住房和城乡建设局", 1310, 800, 310, 100],
    ]);
    await screen.findByText(/10:32 已查 1 行/);
    await turnTo(user, "更多");
    await user.click(await screen.findByText(/^台账（/));
    const told = /“资金来源·矿区复垦基金”像是资金来源/;
    expect(screen.getByText(told)).toBeTruthy();
    await user.selectOptions(screen.getByLabelText(/矿区复垦基金：改成/), "fundsOther");
    await waitFor(() => expect(screen.queryByText(told)).toBeNull());
  });

  test("are listed with what they were taken for, can be changed, and changed back", async () => {
    const user = userEvent.setup();
    const host = show(CLEAN);
    await verdict("可以报送");
    await turnTo(user, "更多");
    await user.click(screen.getByText("台账（7/7 列已识别）"));
    const channel = await screen.findByLabelText("资金渠道：改成");
    expect((channel as HTMLSelectElement).value).toBe("channel");
    await user.selectOptions(channel, "remark");
    await waitFor(async () => {
      expect(JSON.parse((await host.readNote("choices")) ?? "{}")).toEqual({
        台账: { columns: { 资金渠道: "remark" } },
      });
    });
    await waitFor(() => expect((screen.getByLabelText("资金渠道：改成") as HTMLSelectElement).value).toBe("remark"));
    await user.click(screen.getByRole("button", { name: "资金渠道：恢复自动识别" }));
    await waitFor(() => expect((screen.getByLabelText("资金渠道：改成") as HTMLSelectElement).value).toBe("channel"));
  });

  test("are a button away where the finding is that one is missing", async () => {
    const user = userEvent.setup();
    const missing = CLEAN.slice(1).map((cells) => cells.map((cell) => (cell === "责任部门" ? "归属" : cell)));
    show([["重点项目储备台账（2025年）"], ...missing]);
    await verdict(/报送 · /);
    await user.click(screen.getAllByRole("button", { name: /责任部门/ })[0] as HTMLElement);
    await user.click(within(detail()).getByRole("button", { name: "指定哪一列是它" }));
    expect(await screen.findByLabelText("归属：改成")).toBeTruthy();
  });

  test("count a month that completes its year as known, and list it with what it completes", async () => {
    const user = userEvent.setup();
    show([
      ["项目名称", "责任部门", "总投资（万元）", "拟开工年份", "拟开工月份", "照片"],
      ["柳林镇污水管网改造工程", "住房和城乡建设局", 1200, 2025, 9, null],
    ]);
    await verdict("可以报送");
    await turnTo(user, "更多");
    await user.click(screen.getByText("台账（5/6 列已识别）"));
    const month = await screen.findByLabelText("拟开工月份：改成");
    expect((month as HTMLSelectElement).value).toBe("startPlanned");
    expect((screen.getByLabelText("照片：改成") as HTMLSelectElement).value).toBe("");
  });
});

describe("to a screen reader and a keyboard", () => {
  const faults = async (): Promise<string[]> => {
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  };

  test("no state of the pane is at fault", async () => {
    const user = userEvent.setup();
    show(FAULTY);
    await verdict(/暂不能报送/);
    expect(await faults()).toEqual([]);
    await user.click(row(/^D5/));
    await user.click(row(/为什么/));
    expect(await faults()).toEqual([]);
    await user.click(row("暂不处理…"));
    expect(await faults()).toEqual([]);
    await user.click(row("不记了"));
    await user.click(row("全部改好（2）"));
    expect(await faults()).toEqual([]);
    await turnTo(user, "更多");
    expect(await faults()).toEqual([]);
  });

  test("the pages are reached with the arrow keys", async () => {
    const user = userEvent.setup();
    show(CLEAN);
    await verdict("可以报送");
    act(() => screen.getByRole("tab", { name: "校核" }).focus());
    for (const name of screen
      .getAllByRole("tab")
      .slice(1)
      .map((tab) => tab.textContent ?? "")) {
      await user.keyboard("{ArrowRight}");
      expect(document.activeElement).toBe(screen.getByRole("tab", { name }));
      expect(screen.getByRole("tabpanel", { name })).toBeTruthy();
    }
  });
});

test("what the workbook holds under our keys and does not fit is left aside", async () => {
  show(CLEAN, { notes: { choices: "{", waivers: '[{"id":1}]', view: '{"groupBy":"mood"}' } });
  await verdict("可以报送");
});

test("notes that the workbook refuses are said, and the ledger is checked all the same", async () => {
  const user = userEvent.setup();
  const host = memoryHost({ fileName: null, sheets: [{ name: "台账", cells: FAULTY }] });
  jest.spyOn(host, "readNote").mockRejectedValue(new Error("refused"));
  jest.spyOn(host, "writeNote").mockRejectedValue(new Error("refused"));
  mount(host);
  await verdict(/暂不能报送/);
  await user.click(within(screen.getByText(/记录读写不了/).parentElement as HTMLElement).getByRole("button"));
  expect(screen.queryByText(/记录读写不了/)).toBeNull();
  await user.selectOptions(screen.getByLabelText("分组"), "按列");
  expect(await screen.findByText(/记录读写不了/)).toBeTruthy();
});

test("speaks English at one stroke", async () => {
  const user = userEvent.setup();
  show(FAULTY);
  await verdict(/暂不能报送/);
  await turnTo(user, "更多");
  await user.selectOptions(screen.getByLabelText("语言"), "English");
  await turnTo(user, "Check");
  expect(screen.getByText(/^Not ready · \d+ errors?$/)).toBeTruthy();
  expect(document.querySelector('[lang="en"]')).not.toBeNull();
});

test("is judged on the day that is chosen", async () => {
  const user = userEvent.setup();
  show(CLEAN);
  await verdict("可以报送");
  await turnTo(user, "更多");
  const day = screen.getByLabelText("按哪一天判断");
  await user.clear(day);
  await user.type(day, "2025-07-01");
  await turnTo(user, "校核");
  expect(await screen.findByText(/按 2025-07-01 的情形/)).toBeTruthy();
});
