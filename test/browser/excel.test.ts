/** The package for Excel as it is delivered, in a real browser: genuine office.js, our own origin only, a workbook in memory behind it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { ROSTER } from "../../src/ledger/others";
import { PANE_BUDGET } from "../../taskpane/excel/budget";
import { launchBrowser } from "./browser";
import type { ExcelHostSettings } from "./excelHost";
import { patient } from "./patience";
import { project } from "./places";
import { hostScriptOf, SMALL_LEDGER } from "./pretended";
import { serveFolder, type StaticServer } from "./server";
import { fetchedBy } from "./weights";

const LTSC_2021 = { ExcelApi: "1.14", CustomFunctionsRuntime: "1.3", SharedRuntime: "1.1", RichApiRuntime: "1.1" };
const HERE: ExcelHostSettings = {
  sheets: [SMALL_LEDGER],
  levels: LTSC_2021,
  version: "16.0.14332.20011",
  locale: "zh-CN",
};
const INTERNET_EXPLORER = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko";

let folder = "";
let browser: Browser;
let server: StaticServer;
let hostScript = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "xm-excel-"));
  // What is tested is what is delivered; the workbench inside the package has tests of its own.
  execFileSync("npm", ["run", "--silent", "package", "--", "--without-workbench", "--out", folder], {
    cwd: project,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  hostScript = hostScriptOf("excelHost.ts");
  browser = await launchBrowser();
  server = await serveFolder(folder);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly elsewhere: string[];
  readonly notFound: string[];
  readonly complaints: string[];
}

async function openPane(settings: ExcelHostSettings | null, userAgent?: string): Promise<Opened> {
  const page = patient(
    await browser.newPage({ viewport: { width: 320, height: 700 }, ...(userAgent ? { userAgent } : {}) }),
  );
  const elsewhere: string[] = [];
  const notFound: string[] = [];
  const complaints: string[] = [];
  await page.route("**/*", (route) => {
    const address = route.request().url();
    // Internet Explorer's engine stops at the first line of the pane's script.
    if (userAgent === INTERNET_EXPLORER && address.endsWith("/taskpane.js")) return route.abort();
    if (address.startsWith(server.address)) return route.continue();
    elsewhere.push(address);
    return route.abort();
  });
  page.on("response", (response) => {
    if (response.status() >= 400) notFound.push(response.url());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  if (settings) {
    await page.addInitScript(`window.excelHostSettings = ${JSON.stringify(settings)};`);
    await page.addInitScript(hostScript);
  }
  await page.goto(`${server.address}taskpane.html`);
  return { page, elsewhere, notFound, complaints };
}

test("the pane's first page weighs no more than its budget, and brings no other page with it", () => {
  const first = fetchedBy(folder, "taskpane.js");
  expect([...first.values()].reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(PANE_BUDGET);
  expect([...first.keys()].filter((name) => /Page|engine/i.test(name))).toEqual([]);
});

test("the pane's first page brings no part of the reader with it: a constant borrowed from there would", () => {
  const withReader = [...fetchedBy(folder, "taskpane.js").keys()].filter((name) =>
    readFileSync(path.join(folder, name), "utf8").includes(ROSTER),
  );
  expect(withReader).toEqual([]);
});

describe("the pane in Excel LTSC 2021", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openPane(HERE);
    await opened.page.getByRole("status").first().waitFor();
  });
  afterAll(() => opened.page.close());

  test("checks the ledger and says whether it can be submitted", async () => {
    const verdict = opened.page.getByText(/暂不能报送|可以报送/).first();
    await verdict.waitFor();
    expect(await verdict.textContent()).toMatch(/暂不能报送/);
  });

  test("asks its own address only, and finds all that it asks for", () => {
    expect(opened.elsewhere).toEqual([]);
    expect(opened.notFound.filter((address) => !address.endsWith("favicon.ico"))).toEqual([]);
    expect(opened.complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
  });

  test("calculates worksheet functions in the same page", async () => {
    const value = await opened.page.evaluate(() => window.excelHost.calculate("AMOUNT", [[["约1.2亿元"]], null]));
    expect(value).toEqual([[12000]]);
  });

  test.each([
    ["EXPORTSHEETS", "导出", "heading", null],
    ["RESERVEGOALS", "目标", "heading", null],
    ["INSERTFUNCTION", "更多", "searchbox", "搜索函数"],
    ["SHOWHELP", "更多", "heading", "怎样开始"],
    ["CHECKSHEET", "校核", "status", null],
  ] as const)(
    "answers the ribbon's %s with its page and tells Excel that it is done",
    async (button, tab, role, name) => {
      const done = await opened.page.evaluate(
        (action) =>
          new Promise<boolean>((resolve) => {
            const { actions } = window.Office as unknown as {
              actions: { _association: { mappings: Record<string, (event: object) => void> } };
            };
            actions._association.mappings[action]?.({ completed: () => resolve(true) });
          }),
        button,
      );
      expect(done).toBe(true);
      expect(await opened.page.getByRole("tab", { name: tab }).getAttribute("aria-selected")).toBe("true");
      await opened.page
        .getByRole(role, name === null ? {} : { name })
        .first()
        .waitFor();
    },
  );

  test.each(["INSERTFUNCTION", "SHOWHELP"])("needs no scrolling sideways at 270 px after %s", async (button) => {
    await opened.page.setViewportSize({ width: 270, height: 700 });
    await opened.page.evaluate((action) => {
      const { actions } = window.Office as unknown as {
        actions: { _association: { mappings: Record<string, (event: object) => void> } };
      };
      actions._association.mappings[action]?.({ completed: () => undefined });
    }, button);
    await opened.page.getByRole("button", { name: "返回“更多”" }).waitFor();
    for (const summary of (await opened.page.locator("summary").all()).slice(0, 3)) await summary.click();
    const wide = await opened.page.evaluate(() =>
      [...document.querySelectorAll("#pane *")]
        .filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 0)
        .filter((element) => getComputedStyle(element).overflowX !== "visible")
        .map((element) => `${element.tagName} ${element.className}`),
    );
    expect(wide).toEqual([]);
    await opened.page.setViewportSize({ width: 320, height: 700 });
  });
});

test("an Excel without blocks of cells is told so, and where the same check is to be had", async () => {
  const { page } = await openPane({ ...HERE, levels: { ExcelApi: "1.7" }, version: "16.0.10730.20102" });
  const sentence = page.getByRole("alert");
  await sentence.waitFor();
  expect(await sentence.textContent()).toContain("太旧");
  expect(await page.getByRole("link", { name: "打开浏览器工作台" }).getAttribute("href")).toBe("workbench/index.html");
  await page.close();
});

test("an English Excel gets an English pane", async () => {
  const { page } = await openPane({ ...HERE, locale: "en-US" });
  await page.getByRole("tab", { name: "More" }).waitFor();
  await page.close();
});

test("outside Excel the page says where it belongs", async () => {
  const { page } = await openPane(null);
  await page.getByText(/在 Excel 里打开|没有等到 Excel/).waitFor();
  await page.close();
});

test("Internet Explorer's engine is told where the same check is to be had", async () => {
  const { page } = await openPane(null, INTERNET_EXPLORER);
  expect(await page.locator("#pane input").inputValue()).toBe(`${server.address}workbench/index.html`);
  await page.close();
});
