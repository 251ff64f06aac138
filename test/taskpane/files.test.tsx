/** Section 存成文件 of page 导出: what is downloaded is what it says, and the bulletin's text can be taken away. */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { openWorkbook } from "../../src/hosts/file/open";
import { CLEAN, FAULTY } from "./ledgers";
import { axeFaults, ledgerHost, mount, turnTo, unmountAll } from "./mounted";

const kept: Blob[] = [];
const names: string[] = [];
beforeEach(() => {
  kept.length = 0;
  names.length = 0;
  URL.createObjectURL = (blob) => `blob:${String(kept.push(blob as Blob))}`;
  URL.revokeObjectURL = () => undefined;
  // A page under test goes nowhere; what would be downloaded is remembered.
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  unmountAll();
});

type User = ReturnType<typeof userEvent.setup>;
const press = (user: User, name: string): Promise<void> => user.click(screen.getByRole("button", { name }));

async function exportPage(ledger = CLEAN): Promise<User> {
  const user = userEvent.setup();
  mount(ledgerHost(ledger));
  await screen.findByText(/报送 · \d|^可以报送/);
  await turnTo(user, "导出");
  await screen.findByRole("heading", { name: "存成文件" });
  return user;
}

async function lastBytes(): Promise<Uint8Array> {
  const blob = kept.at(-1);
  if (!blob) throw new Error("nothing was downloaded");
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });
}

test("all sheets become one workbook", async () => {
  const user = await exportPage(FAULTY);
  await press(user, "全部表格");
  expect(await screen.findByText("已生成“校核结果2025-06-20.xlsx”。")).toBeTruthy();
  const { sheets } = await openWorkbook(await lastBytes(), { fileName: "a.xlsx" });
  expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["标准项目表", "校核报告", "校核回执"]));
  expect(names).toEqual(["校核结果2025-06-20.xlsx"]);
});

test("the template comes with its sheets", async () => {
  const user = await exportPage();
  await press(user, "标准台账模板");
  await screen.findByText("已生成“标准台账模板.xlsx”。");
  const { sheets } = await openWorkbook(await lastBytes(), { fileName: "a.xlsx" });
  expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["填写说明", "标准项目表", "部门名录"]));
});

test("the bulletin is a Word file, and a text to copy", async () => {
  const user = await exportPage();
  await press(user, "月通报（文档）");
  await screen.findByText("已生成“通报2025-06-20.docx”。");
  expect([...(await lastBytes()).slice(0, 2)]).toEqual([0x50, 0x4b]);
  await press(user, "月通报（文字）");
  const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "月通报文字" });
  expect(text.value).toContain("2025年6月项目谋划储备和推进情况通报");
  await press(user, "复制");
  expect(await screen.findByText("已复制。")).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(text.value);
  expect(await axeFaults()).toEqual([]);
});

test("where the clipboard is closed the text is selected for the keys", async () => {
  const user = await exportPage();
  await press(user, "月通报（文字）");
  const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "月通报文字" });
  jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
  await press(user, "复制");
  await screen.findByText(/已选中/);
  expect(text.selectionEnd - text.selectionStart).toBe(text.value.length);
});

test("further sheets are made when somebody looks, and become sheets of the workbook", async () => {
  const user = userEvent.setup();
  const host = mount(ledgerHost(FAULTY));
  await screen.findByText(/报送 · \d/);
  await turnTo(user, "导出");
  const more = (await screen.findByText("更多表格")).closest("details");
  if (!more) throw new Error("no further sheets");
  await user.click(within(more).getByText("更多表格"));
  await user.click(await within(more).findByRole("button", { name: "校核回执" }));
  expect(await screen.findByText("已添加工作表“校核回执”。")).toBeTruthy();
  expect((await host.sheets()).map(({ name }) => name)).toContain("校核回执");
  // Another check while it is open: the list comes again, without the two that have buttons above it.
  act(() => host.type("台账", "D3", "1300"));
  await waitFor(() => expect(within(more).queryByText("正在生成")).toBeTruthy());
  expect(await within(more).findByRole("button", { name: "专项债券申报表" })).toBeTruthy();
  expect(within(more).queryByRole("button", { name: "标准项目表" })).toBeNull();
  expect(within(more).queryByRole("button", { name: "校核报告" })).toBeNull();
});
