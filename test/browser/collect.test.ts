/** 汇总 in a real browser: forty files on a thread beside the pane, which stays alive; a workbook to save; nobody else is asked. */
import { readFileSync } from "node:fs";
import { openWorkbook } from "../../src/hosts/file/open";
import { axeFaults } from "./axe";
import { exampleBytes } from "./page";
import { builtWorkbench } from "./places";
import { browserSession } from "./session";

const FILES = 40;
const workbench = browserSession(builtWorkbench);

const mimeType = "application/octet-stream";
const FOLDER = [
  ...Array.from({ length: FILES }, (_, index) => ({
    name: `第${String(index)}局.csv`,
    mimeType,
    buffer: Buffer.from(
      `项目名称,责任部门,总投资（万元）\n云溪县第${String(index)}号供水工程,第${String(index % 5)}局,${String(1000 + index)}`,
    ),
  })),
  { name: "交通局项目台账.xlsx", mimeType, buffer: exampleBytes("交通局项目台账.xlsx") },
  { name: "坏.xlsx", mimeType, buffer: Buffer.from("not a workbook") },
];

it("collects on a thread of its own", async () => {
  const { page, pane, requests, complaints } = await workbench.open();
  const threads: string[] = [];
  page.on("worker", (worker) => threads.push(worker.url()));
  await pane.getByRole("tab", { name: "导出" }).click();
  await pane.getByRole("button", { name: "选文件", exact: true }).waitFor();
  await pane.locator('input[type="file"]').first().setInputFiles(FOLDER);
  await pane.getByText(`${String(FILES + 2)} 份文件，在库项目`).waitFor();
  expect(threads).toHaveLength(1);
  expect(await pane.getByText(/^坏\.xlsx：/).count()).toBe(1);
  expect(await pane.getByRole("rowheader", { name: "第0局" }).count()).toBe(1);
  expect(await axeFaults(page, ".workbench-pane")).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    pane.getByRole("button", { name: /^保存 汇总.*\.xlsx$/ }).click(),
  ]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const { sheets } = await openWorkbook(bytes, { fileName: "汇总.xlsx" });
  expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["汇总表", "文件清单", "项目储备库"]));
  expect(complaints).toEqual([]);
  const elsewhere = requests.filter((address) => !/^blob:/.test(address) && !address.startsWith(workbench.address()));
  expect(elsewhere).toEqual([]);
});

it("stops when it is told to, and begins again", async () => {
  const { pane } = await workbench.open();
  await pane.getByRole("tab", { name: "导出" }).click();
  const input = pane.locator('input[type="file"]').first();
  // Longer to read than anybody takes to press a button.
  const row = (index: number): string =>
    `云溪县第${String(index)}号供水工程,第${String(index % 5)}局,${String(1000 + index)}`;
  const rows = Array.from({ length: 300_000 }, (_, index) => row(index));
  const endless = Buffer.from(["项目名称,责任部门,总投资（万元）", ...rows].join("\n"));
  await input.setInputFiles([...FOLDER, { name: "全县.csv", mimeType, buffer: endless }]);
  await pane.getByRole("button", { name: "停止" }).click();
  await pane.getByText(/^已停止/).waitFor();
  await input.setInputFiles(FOLDER.slice(0, 3));
  await pane.getByText("3 份文件，在库项目 3 个").waitFor();
});
