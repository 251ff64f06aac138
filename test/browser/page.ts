/** A workbench in a real browser, and what a person does and sees there. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { patient } from "./patience";
import { project } from "./places";

export interface OpenedPage {
  readonly page: Page;
  readonly pane: Locator;
  readonly verdict: Locator;
  /** Every address that the page asked for. */
  readonly requests: readonly string[];
  /** Errors of the page, and refusals of its policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  /** Added to the address, with its "?". */
  readonly query?: string;
  readonly width?: number;
  readonly paneWidth?: number;
}

export async function openPage(browser: Browser, address: string, options: PageOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: 768 },
    locale: "zh-CN",
    acceptDownloads: true,
  });
  if (options.paneWidth !== undefined) await rememberPaneWidth(context, options.paneWidth);
  const page = patient(await context.newPage());
  const { requests, complaints } = watched(page);
  await page.goto(address + (options.query ?? ""));
  const pane = page.locator(".workbench-pane");
  const verdict = pane.getByRole("status").first();
  await verdict.filter({ hasText: /报送/ }).waitFor();
  return { page, pane, verdict, requests, complaints, close: () => context.close() };
}

export interface FramedPage {
  readonly page: Page;
  /** The add-in's own page in its frame. */
  readonly pane: FrameLocator;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** The pane's clock is that of the program around it; the example is judged on its own day. */
const ON_THE_DAY = `if (window !== window.top) {
  const Real = Date;
  const shift = new Real("2025-06-20T02:00:00Z").getTime() - Real.now();
  window.Date = class extends Real {
    constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + shift); }
    static now() { return Real.now() + shift; }
  };
}`;

/** The workbench playing a program, with the add-in in a frame as that program shows it. */
export async function openFramed(browser: Browser, address: string, program: "excel" | "wps"): Promise<FramedPage> {
  const page = patient(await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" }));
  const { requests, complaints } = watched(page);
  await page.addInitScript(ON_THE_DAY);
  await page.goto(`${address}?host=${program}&asOf=2025-06-20`);
  return { page, pane: page.frameLocator("iframe.workbench-frame"), requests, complaints };
}

function watched(page: Page): Pick<OpenedPage, "requests" | "complaints"> {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { requests, complaints };
}

async function rememberPaneWidth(context: BrowserContext, width: number): Promise<void> {
  await context.addInitScript((value) => localStorage.setItem("ledger-check pane width", value), String(width));
}

export function exampleBytes(file: string): Buffer {
  return readFileSync(path.join(project, "examples", file));
}

const NAME_BOX = '[data-u-comp="defined-name"] input';

/** Waits until the sheet's cursor stands there, as its name box says. */
export async function cursorAt(page: Page, at: string): Promise<void> {
  await page.waitForFunction(
    ([selector, cell]) => document.querySelector<HTMLInputElement>(selector ?? "")?.value === cell,
    [NAME_BOX, at],
  );
}

/** Goes to a cell by the name box. */
export async function goTo(page: Page, at: string): Promise<void> {
  const box = page.locator(NAME_BOX).first();
  await box.click();
  await box.fill(at);
  await box.press("Enter");
  await cursorAt(page, at);
}

/** Goes to a cell and types into it. */
export async function typeInto(page: Page, at: string, text: string): Promise<void> {
  await goTo(page, at);
  await page.keyboard.type(text);
  // The engine commits what its own event loop has taken in; an Enter on the heels of the last letter gets lost.
  await page.waitForTimeout(300);
  await idle(page);
  await page.keyboard.press("Enter");
}

/** Until the page has done what was asked of it and has nothing more to do. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}

export async function save(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存" }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

/** Where a row's number stands: the engine draws its sheet, so that there is nothing to ask for it by name, and rows are as high as their text. */
export async function selectRow(page: Page, row: number): Promise<{ readonly x: number; readonly y: number }> {
  const sheet = await page.locator(".workbench-sheet").boundingBox();
  const { x: left, y: top, height } = sheet ?? { x: 0, y: 0, height: 0 };
  const x = left + 23;
  for (let y = top + 110; y < top + height; y += 10) {
    await page.mouse.click(x, y);
    await page.waitForTimeout(200);
    await idle(page);
    if ((await page.locator(NAME_BOX).first().inputValue()) === `${String(row)}:${String(row)}`) return { x, y };
  }
  throw new Error(`no row ${String(row)} in sight`);
}

/** Drops a file onto the page as the system's file manager would. */
export async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      const data = Uint8Array.from(atob(content ?? ""), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([data], fileName ?? ""));
      const target = document.querySelector(".workbench-sheet");
      for (const type of ["dragenter", "dragover", "drop"]) {
        target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
      }
    },
    [name, bytes.toString("base64")],
  );
}
