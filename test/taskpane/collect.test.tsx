/** The pane's 汇总: files of a picker become a workbook and the bureau's figures, here on the pane's own thread. */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { openWorkbook } from "../../src/hosts/file/open";
import { aWhile } from "../until";
import { CLEAN } from "./ledgers";
import { axeFaults, ledgerHost, mount, turnTo, unmountAll } from "./mounted";

afterEach(unmountAll);

type User = ReturnType<typeof userEvent.setup>;
const HEADING = "序号,项目名称,责任部门,总投资（万元）,项目阶段";

function picked(name: string, bytes: () => Promise<ArrayBuffer>): File {
  const file = new File([], name, { lastModified: Date.UTC(2025, 5, 18, 4) });
  // jsdom's files keep their bytes to themselves.
  Object.defineProperty(file, "arrayBuffer", { value: bytes });
  return file;
}

function csv(name: string, ...rows: string[]): File {
  return picked(name, () => Promise.resolve(new TextEncoder().encode([HEADING, ...rows].join("\n")).buffer));
}

/** A file that is read only when the test lets it, before or after it was asked for. */
function waiting(name: string, bytes: ArrayBuffer): { file: File; isRead: () => boolean; readOn: () => void } {
  let readOn: () => void = () => undefined;
  const read = new Promise<ArrayBuffer>((resolve) => (readOn = () => resolve(bytes)));
  const asked = jest.fn(() => read);
  return { file: picked(name, asked), isRead: () => asked.mock.calls.length > 0, readOn };
}

function broken(name: string): File {
  return picked(name, () => Promise.resolve(new Uint8Array([80, 75, 3, 4]).buffer));
}

/** jsdom's blobs are read by this reader alone. */
function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = reject;
    reader.readAsArrayBuffer(blob);
  });
}

async function opened(user: User): Promise<ReturnType<typeof ledgerHost>> {
  const host = mount(ledgerHost(CLEAN));
  await screen.findByText(/报送 · \d|^可以报送/);
  await turnTo(user, "导出");
  await screen.findByRole("button", { name: "选文件" });
  return host;
}

function choose(files: readonly File[]): void {
  fireEvent.change(screen.getByLabelText("选文件", { selector: "input" }), { target: { files } });
}

const DEPARTMENTS = [
  csv("水务局.csv", "1,西沟水库工程,水务局,5200,储备", "2,东沟水厂工程,水务局,900,储备"),
  csv("农业农村局.csv", "1,西沟水库工程,水务局,5600,储备", "2,北坡高标准农田项目,农业农村局,1800.5,储备"),
];

test("a bad file stops nothing: the figures, the table, and a workbook to save", async () => {
  const user = userEvent.setup();
  await opened(user);
  expect(await axeFaults()).toEqual([]);
  const kept: Blob[] = [];
  const saved: string[] = [];
  URL.createObjectURL = (blob) => `blob:${String(kept.push(blob as Blob))}`;
  URL.revokeObjectURL = () => undefined;
  const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  choose([...DEPARTMENTS, broken("坏.xlsx"), new File(["x"], "说明.txt"), new File(["x"], "~$水务局.xlsx")]);
  expect(await screen.findByText("3 份文件，在库项目 4 个，总投资 1.35 亿元。")).toBeTruthy();
  expect(screen.getByText(/^坏\.xlsx：/)).toBeTruthy();
  expect(screen.getByText(/数据冲突 1 处/)).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "水务局" }).closest("tr")?.textContent).toBe("水务局31.17");
  expect(await axeFaults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: /^保存 汇总2025-06-20\.xlsx$/ }));
  await user.click(screen.getByRole("button", { name: /^保存 通报2025-06-20\.docx$/ }));
  expect(saved).toEqual(["汇总2025-06-20.xlsx", "通报2025-06-20.docx"]);
  click.mockRestore();
  const [book] = kept;
  if (!book) throw new Error("nothing was saved");
  const bytes = await bytesOf(book);
  const { sheets } = await openWorkbook(bytes, { fileName: "汇总.xlsx" });
  expect(sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["汇总表", "目标进度", "文件清单", "项目储备库"]),
  );
});

test("its sheets go into the open workbook where the program can add them", async () => {
  const user = userEvent.setup();
  const host = await opened(user);
  choose(DEPARTMENTS);
  await screen.findByText(/^2 份文件/);
  await user.click(screen.getByText("加进打开的工作簿"));
  await user.click(screen.getByRole("button", { name: "汇总表" }));
  await screen.findByText("已添加工作表“汇总表”。");
  expect((await host.sheets()).map(({ name }) => name)).toEqual(["台账", "汇总表"]);
});

test("it can be stopped, and says how far it came", async () => {
  const user = userEvent.setup();
  await opened(user);
  const waits = waiting("教育局.csv", new ArrayBuffer(0));
  choose([...DEPARTMENTS, waits.file]);
  expect(await screen.findByText("教育局.csv")).toBeTruthy();
  expect(screen.getByRole("progressbar", { name: "汇总各部门台账" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "停止" }));
  await act(async () => {
    waits.readOn();
    await Promise.resolve();
  });
  expect(await screen.findByText(/^已停止，读了 \d 份，没有写出结果。$/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "选文件" })).toBeTruthy();
});

/** What a save would hand over, by its name. */
async function savedSheets(user: User, button: RegExp): Promise<ReadonlyMap<string, string>> {
  const kept: Blob[] = [];
  URL.createObjectURL = (blob) => `blob:${String(kept.push(blob as Blob))}`;
  URL.revokeObjectURL = () => undefined;
  const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  await user.click(screen.getByRole("button", { name: button }));
  click.mockRestore();
  const [book] = kept;
  if (!book) throw new Error("nothing was saved");
  const { sheets } = await openWorkbook(await bytesOf(book), { fileName: "汇总.xlsx" });
  return new Map(
    sheets.map((sheet) => [
      sheet.name,
      [...sheet.blocks()]
        .flat()
        .map(({ cells }) => cells.join("|"))
        .join("\n"),
    ]),
  );
}

test("it goes on while another page is in front, which says when it has ended; the result is still there", async () => {
  const user = userEvent.setup();
  await opened(user);
  const text = new TextEncoder().encode([HEADING, "1,第三中学教学楼工程,教育局,2000,储备"].join("\n"));
  const waits = waiting("教育局.csv", text.buffer);
  choose([...DEPARTMENTS, waits.file]);
  expect(await screen.findByText("教育局.csv")).toBeTruthy();
  await turnTo(user, "目标");
  expect(screen.queryByText("教育局.csv")).toBeNull();
  await turnTo(user, "导出");
  expect(await screen.findByText("教育局.csv")).toBeTruthy();
  expect(screen.getByText("可以看别的页，汇总照常进行；关闭面板会停止。")).toBeTruthy();
  await turnTo(user, "目标");
  act(() => waits.readOn());
  expect(await screen.findByText("汇总结束了，见“导出”页。")).toBeTruthy();
  await turnTo(user, "导出");
  expect(await screen.findByText(/^3 份文件，在库项目 5 个/)).toBeTruthy();
});

test("it ends with its pane", async () => {
  const user = userEvent.setup();
  await opened(user);
  const opens = jest.fn(() => Promise.resolve(new ArrayBuffer(0)));
  const waits = waiting("1局.csv", new ArrayBuffer(0));
  choose([waits.file, picked("2局.csv", opens)]);
  expect(await screen.findByText("1局.csv")).toBeTruthy();
  await waitFor(() => expect(waits.isRead()).toBe(true));
  unmountAll();
  waits.readOn();
  await aWhile(300);
  expect(opens).not.toHaveBeenCalled();
});

test("it is held against the last collection, the roster and the day on which files were due", async () => {
  const user = userEvent.setup();
  await opened(user);
  await user.click(screen.getByText("更多：上次汇总、部门名录、截止日"));
  const put = (label: string, file: File): void => {
    fireEvent.change(screen.getByLabelText(label, { selector: "input" }), { target: { files: [file] } });
  };
  put("选上次汇总", csv("上次.csv", "1,西沟水库工程,水务局,5000,谋划", "2,老城道路工程,住建局,700,储备"));
  const names = ["部门", "水务局", "农业农村局", "教育局"].join("\n");
  put(
    "选部门名录",
    picked("部门.csv", () => Promise.resolve(new TextEncoder().encode(names).buffer)),
  );
  fireEvent.change(screen.getByLabelText("报送截止日"), { target: { value: "2025-06-17" } });
  expect(screen.getByText("上次.csv")).toBeTruthy();
  expect(await axeFaults()).toEqual([]);

  choose(DEPARTMENTS);
  await screen.findByText(/^2 份文件/);
  expect(screen.getByText("汇总里没有项目的部门，含没有报送的（1 个）：教育局。")).toBeTruthy();
  // What was chosen is still there for the next one.
  expect(screen.getByText("部门.csv")).toBeTruthy();
  const sheets = await savedSheets(user, /^保存 汇总2025-06-20\.xlsx$/);
  expect(sheets.get("与上次比较")).toMatch(/减少.*老城道路工程|老城道路工程.*减少/);
  expect(sheets.get("与上次比较")).toMatch(/北坡高标准农田项目/);
  expect(sheets.get("迟报名单")).toMatch(/报送截止 2025-06-17/);
  expect(sheets.get("迟报名单")).toMatch(/水务局\|迟报：文件改于 2025-06-18/);
  expect(sheets.get("迟报名单")).toMatch(/教育局\|未报送/);

  await user.click(screen.getByRole("button", { name: "上次汇总：去掉" }));
  choose(DEPARTMENTS);
  await screen.findByText(/^2 份文件/);
  expect([...(await savedSheets(user, /^保存 汇总/)).keys()]).not.toContain("与上次比较");
});

test("a last collection that cannot be read is said, and nothing is made without it", async () => {
  const user = userEvent.setup();
  await opened(user);
  await user.click(screen.getByText("更多：上次汇总、部门名录、截止日"));
  fireEvent.change(screen.getByLabelText("选上次汇总", { selector: "input" }), {
    target: { files: [broken("上次.xlsx")] },
  });
  choose(DEPARTMENTS);
  expect(await screen.findByText(/^汇总没有做成：上次\.xlsx：/)).toBeTruthy();
});

const NAMES = picked("名单.csv", () => Promise.resolve(new TextEncoder().encode("部门\n水务局\n教育局").buffer));
const NOTHING = picked("空白.csv", () => Promise.resolve(new TextEncoder().encode("\n\n").buffer));

test.each([
  ["选上次汇总", NAMES, /^汇总没有做成：上次汇总“名单\.csv”里没有项目.*请换成上次导出的汇总工作簿/],
  [
    "选部门名录",
    csv("台账.csv", "1,西沟水库工程,水务局,5000,谋划"),
    /^汇总没有做成：部门名录“台账\.csv”里没有部门名称/,
  ],
  ["选部门名录", NOTHING, /^汇总没有做成：.*空白\.csv.*。请/],
])("what was chosen by %s and is something else is said, and nothing is made", async (label, file, sentence) => {
  const user = userEvent.setup();
  await opened(user);
  await user.click(screen.getByText("更多：上次汇总、部门名录、截止日"));
  fireEvent.change(screen.getByLabelText(label, { selector: "input" }), { target: { files: [file] } });
  choose(DEPARTMENTS);
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^保存/ })).toBeNull();
});

test("files of which none is a ledger are said", async () => {
  const user = userEvent.setup();
  await opened(user);
  choose([new File(["x"], "说明.txt")]);
  expect(await screen.findByText(/选中的文件里没有台账/)).toBeTruthy();
});
