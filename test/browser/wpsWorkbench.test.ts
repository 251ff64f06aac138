/** The add-in for WPS over the workbench's own engine: its very pages in frames, a WPS with every known trap around them, the sheet on the page as its workbook. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { readNotes } from "../../src/hosts/file/additions";
import { openWorkbook } from "../../src/hosts/file/open";
import { Mark } from "../../src/sheet/cell";
import { launchBrowser } from "./browser";
import { cursorAt, openFramed, save, typeInto } from "./page";
import { onceIt } from "./patience";
import { builtWorkbench } from "./places";
import { serveFolder, type StaticServer } from "./server";

const LEDGER = "项目台账";

let browser: Browser;
let server: StaticServer;
let page: Page;
let pane: FrameLocator;
let requests: readonly string[] = [];
let complaints: readonly string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(builtWorkbench);
  ({ page, pane, requests, complaints } = await openFramed(browser, server.address, "wps"));
  await verdict(/报送/).waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

function verdict(hasText: RegExp | string) {
  return pane.getByRole("status").filter({ hasText }).first();
}

async function errors(): Promise<number> {
  return Number(/(\d+) 项错误/.exec((await verdict("报送").textContent()) ?? "")?.[1] ?? 0);
}

/** What the engine holds, as the saved file says it. */
async function cell(row: number, column: number) {
  const workbook = await openWorkbook(await save(page), { fileName: "台账.xlsx" });
  for (const block of workbook.sheets.find(({ name }) => name === LEDGER)?.blocks() ?? []) {
    for (const line of block) {
      if (line.row !== row) continue;
      return { value: line.cells[column] ?? null, isFormula: ((line.marks?.[column] ?? 0) & Mark.formula) !== 0 };
    }
  }
  return { value: null, isFormula: false };
}

async function answered(row: number, column: number) {
  return onceIt(
    () => cell(row, column),
    ({ value }) => value !== null && value !== "",
  );
}

test("the ribbon's page opens the pane, which finds what is wrong and asks nobody else for anything", async () => {
  expect(await verdict("报送").textContent()).toContain("暂不能报送");
  const asked = requests.map((address) => new URL(address).pathname);
  expect(asked).toEqual(expect.arrayContaining(["/wps/main.js", "/wps/taskpane.js"]));
  expect(asked.some((name) => name.endsWith("office.js"))).toBe(false);
  expect([...new Set(requests.map((address) => new URL(address).origin))]).toEqual([new URL(server.address).origin]);
  expect(complaints).toEqual([]);
});

test("a finding leads to its cell in the engine's sheet", async () => {
  await pane.getByRole("button", { name: /^H17 / }).click();
  await cursorAt(page, "H17");
  expect(await pane.getByRole("region", { name: "这一项" }).textContent()).toContain("待可研批复后确定");
});

test("what a person types in the sheet is judged again, and so is its undoing", async () => {
  const before = await errors();
  await typeInto(page, "H17", "1800");
  await verdict(`${String(before - 1)} 项错误`).waitFor();
  await page.locator('[data-u-command="univer.command.undo"]').first().click();
  await verdict(`${String(before)} 项错误`).waitFor();
});

test("a fix is written into the engine's cell, and taken back from the pane", async () => {
  const [row, column] = [11, 7];
  const was = await cell(row, column);
  expect(typeof was.value).toBe("string");

  await pane.getByRole("button", { name: /^H11 / }).click();
  const detail = pane.getByRole("region", { name: "这一项" });
  await detail.getByRole("button", { name: /^改为/ }).click();
  await pane.getByRole("button", { name: "撤销本次" }).waitFor();
  expect((await cell(row, column)).value).toBe(Number(String(was.value).normalize("NFKC").replace(/,/g, "")));

  await pane.getByRole("button", { name: "撤销本次" }).click();
  await pane
    .getByText(/已恢复/)
    .first()
    .waitFor();
  expect(await cell(row, column)).toEqual(was);
});

test("functions are calculated by what the ribbon's page has registered, once each, spilling where they spill", async () => {
  await typeInto(page, "AB9", '=XM.金额万元("约1.2亿元")');
  await typeInto(page, "AB10", '=XM.办理时限("施工许可")');
  await typeInto(page, "AB11", '=XM.工作日差("昨天","2025-06-30")');
  expect(await answered(9, 27)).toEqual({ value: 12000, isFormula: true });
  expect(typeof (await answered(10, 27)).value).toBe("number");
  expect((await answered(10, 28)).value).toMatch(/工作日|日/);
  // WPS knows no error of a function's own: its sentence stands in the cell.
  expect((await answered(11, 27)).value).toMatch(/应为日期/);
});

test("what is set aside is kept in the workbook where the file itself keeps it", async () => {
  await pane.getByRole("button", { name: /^H17 / }).click();
  const detail = pane.getByRole("region", { name: "这一项" });
  await detail.getByRole("button", { name: /暂不处理/ }).click();
  await pane.getByLabel("理由").fill("等可研批复");
  await pane.getByLabel("经办人").fill("王敏");
  await pane.getByRole("button", { name: "记下" }).click();
  const waivers = await onceIt(
    async () => readNotes(await save(page)).get("waivers") ?? "",
    (text) => text !== "",
  );
  expect(waivers).toContain("等可研批复");
});

test("while the pane is docked the ribbon does not answer; put away from within, it comes back by the ribbon", async () => {
  const check = page.getByRole("toolbar", { name: /WPS/ }).getByRole("button", { name: "目标" });
  await check.click();
  await page.getByText("功能区点不动").waitFor();
  await pane.getByRole("button", { name: "收起面板" }).click();
  await page.locator("iframe.workbench-frame").waitFor({ state: "hidden" });
  await check.click();
  await page.locator("iframe.workbench-frame").waitFor({ state: "visible" });
  await pane.getByRole("tab", { name: "目标", selected: true }).waitFor();
});
