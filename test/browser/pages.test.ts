/** Every page of the pane, alone in a browser: in both languages, in every theme, at every width. */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { paneWords } from "../../src/words/pane";
import { RULES } from "../../src/rules/index";
import { ruleTitle } from "../../src/words/finding";
import type { Locale } from "../../src/words/say";
import { axeFaults, overflowing } from "./axe";
import { bareFolder } from "./barePage";
import { launchBrowser } from "./browser";
import { patient } from "./patience";
import { project } from "./places";
import { serveFolder, type StaticServer } from "./server";

const MESSY = "交通局项目台账.xlsx";
const RESERVE = "县项目储备库.xlsx";
const EXAMPLES = [MESSY, RESERVE, "2024年申报审核台账.xlsx"].map((file) => path.join(project, "examples", file));
const PAGES = ["check", "targets", "steps", "export", "more"] as const;
const WIDTHS = [270, 320, 500];
const LOCALES: readonly Locale[] = ["zh", "en"];
/** Chromium emulates one contrast theme on light and one on dark; contrast.test.ts judges the colours of Windows' four. */
const THEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "contrast-white": { colorScheme: "light", forcedColors: "active" },
  "contrast-black": { colorScheme: "dark", forcedColors: "active" },
} as const;

let browser: Browser;
let server: StaticServer;
let folder = "";
let page: Page;

beforeAll(async () => {
  folder = await bareFolder(project, EXAMPLES);
  server = await serveFolder(folder);
  browser = await launchBrowser();
  page = patient(await browser.newPage({ viewport: { width: 320, height: 720 }, locale: "zh-CN" }));
  mkdirSync(path.join(project, "test/artifacts/pages"), { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(ledger: string, locale: Locale = "zh"): Promise<void> {
  await page.goto(`${server.address}?ledger=${encodeURIComponent(ledger)}&locale=${locale}`);
  await page
    .getByRole("status")
    .filter({ hasText: /报送 · |^Not ready|^Ready/ })
    .first()
    .waitFor();
}

async function turnTo(name: (typeof PAGES)[number], locale: Locale): Promise<void> {
  await page.getByRole("tab", { name: paneWords(locale).pages[name] }).click();
  await page.getByText(/^(正在打开|正在统计|Opening|Counting)$/).waitFor({ state: "hidden" });
  await page.getByRole("tabpanel").locator("h2, p, button").first().waitFor();
}

/** What each page shows once something of it is opened. */
const OPENED: Readonly<Record<(typeof PAGES)[number], () => Promise<void>>> = {
  check: () => page.getByRole("listitem").nth(1).getByRole("button").click(),
  targets: () => page.getByRole("tabpanel").getByRole("listitem").first().getByRole("button").click(),
  steps: () => page.getByRole("listitem").first().getByRole("button").click(),
  export: () => page.getByText(/^更多：上次汇总|^More: last/).click(),
  more: () => page.locator("summary").first().click(),
};

describe.each(Object.keys(THEMES) as (keyof typeof THEMES)[])("in theme %s", (theme) => {
  beforeAll(() => page.emulateMedia(THEMES[theme]));

  it.each(LOCALES)("axe finds nothing on any page, in language %s", async (locale) => {
    await page.setViewportSize({ width: 320, height: 720 });
    const faults: string[] = [];
    for (const [ledger, pages] of [
      [MESSY, PAGES],
      [RESERVE, ["targets"] as const],
    ] as const) {
      await open(ledger, locale);
      for (const name of pages) {
        await turnTo(name, locale);
        const kind = `${ledger === MESSY ? "" : "reserve-"}${name}-${locale}-${theme}`;
        faults.push(...(await axeFaults(page, "#pane")).map((fault) => `${kind}: ${fault}`));
        await OPENED[name]();
        faults.push(...(await axeFaults(page, "#pane")).map((fault) => `${kind} opened: ${fault}`));
        await picture(`${kind}-320`);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe.each(WIDTHS)("at %d px", (width) => {
  beforeAll(() => page.emulateMedia(THEMES.light));

  it.each(LOCALES)("nothing needs scrolling sideways, in language %s", async (locale) => {
    await page.setViewportSize({ width, height: 720 });
    const wide: string[] = [];
    for (const [ledger, pages] of [
      [MESSY, PAGES],
      [RESERVE, ["targets"] as const],
    ] as const) {
      await open(ledger, locale);
      for (const name of pages) {
        await turnTo(name, locale);
        const kind = `${ledger === MESSY ? "" : "reserve-"}${name}-${locale}-${String(width)}`;
        wide.push(...(await overflowing(page, "#pane")).map((fault) => `${kind}: ${fault}`));
        await picture(kind);
        await OPENED[name]();
        wide.push(...(await overflowing(page, "#pane")).map((fault) => `${kind} opened: ${fault}`));
        await picture(`${kind}-opened`);
      }
    }
    expect(wide).toEqual([]);
  });
});

it.each(LOCALES)("no title of a rule is cut in the narrowest pane, in language %s", async (locale) => {
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 720 });
  await open(MESSY, locale);
  const titles = RULES.map(({ code }) => ruleTitle(code, locale));
  const cut = await page.evaluate((said) => {
    const group = document.querySelector('[role="tabpanel"] h2 button[aria-expanded]');
    const title = [...(group?.querySelectorAll("span") ?? [])].find(
      (span) => span.textContent === group?.getAttribute("title"),
    );
    if (!title) return ["no group of findings"];
    return said.filter((text) => {
      title.textContent = text;
      return title.scrollHeight > title.clientHeight || title.scrollWidth > title.clientWidth;
    });
  }, titles);
  expect(cut).toEqual([]);
});

it("names of projects on page 前期 are read whole in the narrowest pane: phases differ at their end", async () => {
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 720 });
  await open(MESSY);
  await turnTo("steps", "zh");
  const cut = await page
    .getByRole("listitem")
    .locator("button[title]")
    .evaluateAll((buttons) =>
      buttons.flatMap((button) =>
        [...button.querySelectorAll("span")]
          .filter((span) => span.textContent === button.getAttribute("title"))
          .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
          .map(({ textContent }) => textContent),
      ),
    );
  expect(cut).toEqual([]);
});

it("of a finding with many ways to mend it, what is wrong and the way onward stay in sight", async () => {
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 640 });
  await open(MESSY);
  await page.getByRole("button", { name: /^F24 / }).click();
  const detail = page.getByRole("region", { name: "这一项" });
  await detail.getByRole("button", { name: /^其他 \d+ 项$/ }).click();
  await detail.getByRole("button", { name: "谋划" }).waitFor();
  const box = async (what: Locator) => (await what.boundingBox()) ?? { y: 0, height: Infinity };
  const frame = await box(detail);
  for (const shown of [detail.getByText(/“飞速推进”/), detail.getByRole("button", { name: "暂不处理…" })]) {
    const { y, height } = await box(shown);
    expect(y).toBeGreaterThanOrEqual(frame.y);
    expect(y + height).toBeLessThanOrEqual(Math.min(640, frame.y + frame.height));
    // Nothing lies over it.
    expect(
      await shown.evaluate((element) => {
        const { left, top, width, height: tall } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + width / 2, top + tall / 2));
      }),
    ).toBe(true);
  }
});

async function picture(name: string): Promise<void> {
  await page.screenshot({ path: path.join(project, "test/artifacts/pages", `${name}.png`) });
}
