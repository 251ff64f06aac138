/** The Excel build of pane and functions over the workbench's own engine: genuine office.js, nothing between it and the cells but the bridge. */
import { unzipSync } from "fflate";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { openWorkbook } from "../../src/hosts/file/open";
import { Mark, type CellValue } from "../../src/sheet/cell";
import { launchBrowser } from "./browser";
import { cursorAt, exampleBytes, goTo, openFramed, save, typeInto } from "./page";
import { onceIt } from "./patience";
import { builtWorkbench } from "./places";
import { titleCell, withPolicy } from "./policy";
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
  ({ page, pane, requests, complaints } = await openFramed(browser, server.address, "excel"));
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

/** What the engine holds, as the saved file says it: value, and whether a formula gave it. */
async function cell(sheet: string, row: number, column: number) {
  const workbook = await openWorkbook(await save(page), { fileName: "台账.xlsx" });
  for (const block of workbook.sheets.find(({ name }) => name === sheet)?.blocks() ?? []) {
    for (const line of block) {
      if (line.row !== row) continue;
      return { value: line.cells[column] ?? null, isFormula: ((line.marks?.[column] ?? 0) & Mark.formula) !== 0 };
    }
  }
  return { value: null, isFormula: false };
}

/** Answers come when the runtime has them; then the engine shows them like any other value. */
async function cellOnceIt(holds: (value: CellValue) => boolean, sheet: string, row: number, column: number) {
  return onceIt(
    () => cell(sheet, row, column),
    ({ value }) => holds(value),
  );
}

function answered(sheet: string, row: number, column: number) {
  return cellOnceIt((value) => value !== null && value !== "", sheet, row, column);
}

test("the genuine library comes from the page's own address, and nothing is asked elsewhere", async () => {
  expect(await verdict("报送").textContent()).toContain("暂不能报送");
  const asked = requests.map((address) => new URL(address).pathname);
  expect(asked).toEqual(expect.arrayContaining(["/excel/office.js", "/excel/excel-win32-16.01.js"]));
  expect([...new Set(requests.map((address) => new URL(address).origin))]).toEqual([new URL(server.address).origin]);
  expect(complaints).toEqual([]);
});

test("a finding leads to its cell in the engine's sheet", async () => {
  await pane.getByRole("button", { name: /^H17 / }).click();
  await cursorAt(page, "H17");
  expect(await pane.getByRole("region", { name: "这一项" }).textContent()).toContain("待可研批复后确定");
});

test("what a person types in the sheet is judged again", async () => {
  const before = await errors();
  await typeInto(page, "H17", "1800");
  await verdict(`${String(before - 1)} 项错误`).waitFor();
  await page.locator('[data-u-command="univer.command.undo"]').first().click();
  await verdict(`${String(before)} 项错误`).waitFor();
});

test("a fix is written into the engine's cell, and taken back from the pane", async () => {
  const [row, column] = [11, 7];
  const was = await cell(LEDGER, row, column);
  expect(typeof was.value).toBe("string");

  await pane.getByRole("button", { name: /^H11 / }).click();
  const detail = pane.getByRole("region", { name: "这一项" });
  await detail.getByRole("button", { name: /^改为/ }).click();
  await pane.getByRole("button", { name: "撤销本次" }).waitFor();
  const put = await cell(LEDGER, row, column);
  expect(typeof put.value).toBe("number");
  expect(put.value).toBe(Number(String(was.value).normalize("NFKC").replace(/,/g, "")));

  await pane.getByRole("button", { name: "撤销本次" }).click();
  await pane
    .getByText(/已恢复/)
    .first()
    .waitFor();
  expect(await cell(LEDGER, row, column)).toEqual(was);
});

test("functions are calculated in cells by the genuine custom-functions runtime, spilling where they spill", async () => {
  await typeInto(page, "AB9", '=XM.金额万元("约1.2亿元")');
  await typeInto(page, "AB10", '=XM.AMOUNT("待定吧")');
  await typeInto(page, "AB11", '=XM.TIMELIMIT("施工许可")');
  await typeInto(page, "AB12", "=SUM(XM.AMOUNT(AB9),1)");
  expect(await answered(LEDGER, 9, 27)).toEqual({ value: 12000, isFormula: true });
  expect(await answered(LEDGER, 10, 27)).toMatchObject({ value: { code: "#N/A" } });
  expect(await answered(LEDGER, 12, 27)).toEqual({ value: 12001, isFormula: true });
  expect(typeof (await answered(LEDGER, 11, 27)).value).toBe("number");
  expect((await answered(LEDGER, 11, 28)).value).toMatch(/工作日|日/);
  const sheet = new TextDecoder().decode(unzipSync(await save(page))["xl/worksheets/sheet1.xml"]);
  expect(sheet).toContain("_xldudf_XM_AMOUNT(");
});

test("插入函数 writes a function into the cell in front, and asks before it writes over anything", async () => {
  await goTo(page, "AB16");
  await pane.getByRole("tab", { name: "更多" }).click();
  await pane.getByRole("button", { name: "插入函数" }).click();
  await pane.getByRole("searchbox").fill("金额万元");
  await pane.getByText("XM.金额万元", { exact: true }).click();
  const insert = pane.getByRole("button", { name: "把 XM.金额万元 插入到当前单元格" });
  await insert.click();
  await pane.getByText(/已写入 AB16/).waitFor();
  expect(await answered(LEDGER, 16, 27)).toEqual({ value: 12000, isFormula: true });

  await insert.click();
  await pane.getByText("AB16 已有内容，要覆盖吗？").waitFor();
  await pane.getByRole("button", { name: "不覆盖" }).click();
  await pane.getByRole("tab", { name: "校核" }).click();
});

test("functions judge by the workbook's own policy from when it is there, and by what it says then", async () => {
  const buffer = Buffer.from(withPolicy(exampleBytes("交通局项目台账.xlsx"), "2025-06-20"));
  await page.getByLabel("选择台账文件").setInputFiles({ name: "带政策的台账.xlsx", mimeType: "", buffer });
  await page.locator(".workbench-file", { hasText: /^带政策的台账.xlsx/ }).waitFor();
  await verdict(/报送/).waitFor();
  await typeInto(page, "AB9", "=XM.PACK()");
  expect((await answered(LEDGER, 9, 30)).value).toBe("本工作簿的政策包");
  await page.getByText("政策包", { exact: true }).click();
  await typeInto(page, titleCell("2025-06-20"), "本县自己的政策");
  // Nobody touches the formula: it is calculated anew because the policy changed.
  const own = "本县自己的政策";
  expect((await cellOnceIt((value) => value === own, LEDGER, 9, 28)).value).toBe(own);
});
