/** A press in a real browser, begun on a row that the end of the check is about to exchange. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { longLedger } from "../taskpane/ledgers";
import { axeFaults, overflowing } from "./axe";
import { bareFolder } from "./barePage";
import { launchBrowser } from "./browser";
import { patient } from "./patience";
import { project } from "./places";
import { serveFolder, type StaticServer } from "./server";

/** Enough for a check that shows what it found first, few enough to end while a button is held down. */
const ROWS = 6000;
/** A press is waited for no longer than a few seconds; on a machine that takes longer the check ends after the click. */
const PRESSED_MS = 2000;

/** From the first findings on the check stands still, until it is let go on. */
const HOLD_AT_FIRST_FOUND = `
  window.held = [];
  let isHeld = false;
  window.letGo = () => {
    isHeld = null;
    for (const post of window.held.splice(0)) post();
  };
  // Whatever works in slices asks for its next turn with a channel of its own.
  window.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      if (!isHeld) return;
      const post = this.port2.postMessage.bind(this.port2);
      this.port2.postMessage = (message) => (isHeld ? window.held.push(() => post(message)) : post(message));
    }
  };
  new MutationObserver(() => {
    if (isHeld === false && document.querySelector('[role="tabpanel"] li button')) isHeld = true;
  }).observe(document, { subtree: true, childList: true });
`;

let browser: Browser;
let server: StaticServer;
let folder = "";
let files = "";

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), "xm-press-"));
  const ledger = path.join(files, "青河县台账.csv");
  const lines = longLedger(ROWS).map((row) => row.map((cell) => String(cell ?? "")).join(","));
  writeFileSync(ledger, `\uFEFF${lines.join("\n")}\n`);
  folder = await bareFolder(project, [ledger]);
  server = await serveFolder(folder);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  for (const made of [files, folder]) rmSync(made, { recursive: true, force: true });
});

async function halfChecked(): Promise<{ page: Page; first: Locator }> {
  const page = patient(await browser.newPage({ viewport: { width: 270, height: 600 }, locale: "zh-CN" }));
  await page.addInitScript(HOLD_AT_FIRST_FOUND);
  await page.goto(`${server.address}?ledger=${encodeURIComponent("青河县台账.csv")}`);
  await page.waitForFunction("window.held.length > 0");
  return { page, first: page.getByRole("button", { name: /^错误 ?F4/ }) };
}

const letGo = (page: Page): Promise<void> => page.evaluate("window.letGo()");
const isChecked = (page: Page): Promise<boolean> => page.getByText(/已查 [\d,]+ 行 ·/).isVisible();
const selected = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => (await window.memory.selection())?.at);

async function standsOpen(page: Page): Promise<void> {
  await page.getByText(/已查 [\d,]+ 行 ·/).waitFor();
  await page.getByRole("region", { name: "这一项" }).getByRole("heading", { name: /^F4 / }).waitFor();
  await page.locator('[aria-current="true"]', { hasText: "F4" }).waitFor();
  expect(await selected(page)).toBe("F4");
}

test("ends as a click on that row, which then stands open among all that was found", async () => {
  const { page, first } = await halfChecked();
  await first.hover();
  await page.mouse.down();
  await letGo(page);
  await page.waitForTimeout(PRESSED_MS);
  expect(await isChecked(page)).toBe(false);
  await page.mouse.up();
  await standsOpen(page);
  await page.close();
});

test("and let go beside it goes nowhere, while the list follows", async () => {
  const { page, first } = await halfChecked();
  await first.hover();
  await page.mouse.down();
  await letGo(page);
  await page.mouse.move(135, 590);
  await page.mouse.up();
  await page.getByText(/已查 [\d,]+ 行 ·/).waitFor();
  expect(await page.locator('[aria-current="true"]').count()).toBe(0);
  await page.close();
});

test("on a first finding shows which one is chosen, in a pane that axe and 270 px have nothing against", async () => {
  const { page, first } = await halfChecked();
  await first.click();
  await page.locator('[aria-current="true"]', { hasText: "F4" }).waitFor();
  expect(await axeFaults(page, "#pane")).toEqual([]);
  expect(await overflowing(page, "#pane")).toEqual([]);
  await letGo(page);
  await standsOpen(page);
  await page.close();
});
