/** The pane under Windows' four contrast themes: Chromium emulates a theme, and what it paints in a system colour is judged, and shown, in the colours of the four. */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { bareFolder } from "./barePage";
import { launchBrowser } from "./browser";
import { contrast, CONTRAST_THEMES, KEYWORDS, type ContrastTheme, type Keyword, type Palette } from "./contrastThemes";
import { patient } from "./patience";
import { project } from "./places";
import { seenColours, type Paint, type Seen, type SeenColours } from "./seenColours";
import { serveFolder, type StaticServer } from "./server";

const LEDGER = "县项目储备库.xlsx";
const APPLICATIONS = "2024年申报审核台账.xlsx";
const MESSY = "交通局项目台账.xlsx";
/** WCAG 1.4.3 and 1.4.11. */
const NEEDED = { text: 4.5, edge: 3, shape: 3 } as const;

interface View {
  readonly name: string;
  readonly ledger: string;
  readonly open: (page: Page) => Promise<void>;
}

async function turnTo(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name }).click();
  await page.getByText(/^(正在打开|正在统计)$/).waitFor({ state: "hidden" });
  await page.getByRole("tabpanel").locator("h2, summary, input").first().waitFor();
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).first().click();

/** Every page, with something of it opened and the ring of keyboard focus on something. */
const VIEWS: readonly View[] = [
  {
    name: "check",
    ledger: MESSY,
    open: async (page) => {
      await page.getByRole("listitem").nth(1).getByRole("button").click();
      await press(page, /^暂不处理/);
    },
  },
  {
    name: "fix-all",
    ledger: MESSY,
    open: (page) => press(page, /^可自动改/),
  },
  {
    name: "targets",
    ledger: LEDGER,
    open: async (page) => {
      await turnTo(page, "目标");
      for (const table of await page.getByText("数字表").all()) await table.click();
      await press(page, /^储备/);
    },
  },
  {
    name: "applications",
    ledger: APPLICATIONS,
    open: async (page) => {
      await turnTo(page, "目标");
      await press(page, /^可研质量不高/);
    },
  },
  {
    name: "steps",
    ledger: MESSY,
    open: async (page) => {
      await turnTo(page, "前期");
      await page.getByLabel("假如截止日是").fill("2025-07-01");
      await page.getByLabel("到截止日要").selectOption("start");
      await page.getByRole("listitem").first().getByRole("button").click();
      await page.getByText(/^倒排工期/).waitFor();
    },
  },
  {
    name: "export",
    ledger: MESSY,
    open: async (page) => {
      await turnTo(page, "导出");
      await page.getByText(/^更多：上次汇总/).click();
    },
  },
  {
    name: "more",
    ledger: MESSY,
    open: async (page) => {
      await turnTo(page, "更多");
      await page.locator("summary").first().click();
      await page.getByText(/^依据待核/).click();
      await page.getByText(/^这些条目没有核对到原文/).waitFor();
    },
  },
  {
    name: "functions",
    ledger: MESSY,
    open: async (page) => {
      await turnTo(page, "更多");
      await press(page, "函数");
      await page.getByText(/^\d+ 个函数$/).waitFor();
    },
  },
  {
    name: "help",
    ledger: MESSY,
    open: async (page) => {
      await turnTo(page, "更多");
      await press(page, "帮助");
      await page.getByRole("heading", { name: "怎样开始" }).waitFor();
    },
  },
];

let browser: Browser;
let server: StaticServer;
let folder = "";
let page: Page;
const pictures = path.join(project, "test/artifacts/contrast");

beforeAll(async () => {
  folder = await bareFolder(
    project,
    [LEDGER, APPLICATIONS, MESSY].map((file) => path.join(project, "examples", file)),
  );
  server = await serveFolder(folder);
  browser = await launchBrowser();
  page = patient(await browser.newPage({ viewport: { width: 320, height: 900 }, locale: "zh-CN" }));
  mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function look({ ledger, open }: View): Promise<SeenColours> {
  await page.goto(`${server.address}?ledger=${encodeURIComponent(ledger)}`);
  await page.getByRole("status").filter({ hasText: /报送/ }).first().waitFor();
  // Half of the way from one colour to another is no colour of a theme.
  await page.addStyleTag({
    content: "*, ::before, ::after { transition: none !important; animation: none !important }",
  });
  await open(page);
  await page.keyboard.press("Tab");
  return page.evaluate(seenColours, ["#pane", KEYWORDS] as const);
}

describe.each(["light", "dark"] as const)("over Fluent's %s theme", (colorScheme) => {
  beforeAll(() => page.emulateMedia({ forcedColors: "active", colorScheme }));

  it.each(VIEWS)("$name is seen in all four contrast themes", async (view) => {
    const { seen, foreign } = await look(view);
    expect(foreign).toEqual([]);
    expect(seen.length).toBeGreaterThan(8);
    expect(CONTRAST_THEMES.flatMap((theme) => faultsOf(seen, theme))).toEqual([]);
    if (colorScheme === "dark") await picturesOf(view.name);
  });
});

test("the look sees what it should: colours of no theme, and colours of the theme that do not go together", async () => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.setContent(`<div id="pane">
    <p style="forced-color-adjust: none; color: #777">hard</p>
    <svg><rect style="fill: #369" width="9" height="9" /></svg>
    <p style="color: GrayText; background-color: Highlight">grey</p>
    <button>fine</button>
    <input placeholder="faint" style="forced-color-adjust: none; border: 0; color: CanvasText; background-color: Canvas" />
  </div>`);
  const { seen, foreign } = await page.evaluate(seenColours, ["#pane", KEYWORDS] as const);
  expect(foreign).toEqual([
    "<p> hard color: rgb(119, 119, 119)",
    "<rect>  fill: rgb(51, 102, 153)",
    "<input> ::placeholder color: rgb(117, 117, 117)",
  ]);
  const dusk = CONTRAST_THEMES.find(({ name }) => name === "dusk");
  expect(dusk && faultsOf(seen, dusk)).toEqual(["dusk: text GrayText on Highlight: 1.28 at <p> grey"]);
});

/** One of a kind: the same fault on every row is one. */
function faultsOf(seen: readonly Seen[], theme: ContrastTheme): string[] {
  const faults = new Map<string, string>();
  for (const { what, inks, grounds, where } of seen) {
    const best = Math.max(...inks.map((ink) => worst(ink, grounds, theme)));
    const pair = `${theme.name}: ${what} ${inks.join(" or ")} on ${grounds.join("/")}: ${best.toFixed(2)}`;
    if (best < NEEDED[what] && !faults.has(pair)) faults.set(pair, `${pair} at ${where}`);
  }
  return [...faults.values()];
}

/** In the worst of the colours that may be meant. */
function worst(inks: readonly Keyword[], grounds: readonly Keyword[], theme: ContrastTheme): number {
  const coloursOf = (keyword: Keyword): string[] => [
    theme.palette[keyword],
    theme.also[keyword] ?? theme.palette[keyword],
  ];
  return Math.min(
    ...inks.flatMap(coloursOf).flatMap((ink) => grounds.flatMap(coloursOf).map((ground) => contrast(ink, ground))),
  );
}

/** The same page with each system colour put in by hand, as the theme has it. */
async function picturesOf(name: string): Promise<void> {
  for (const { name: theme, palette } of CONTRAST_THEMES) {
    await page.evaluate(paintAll, palette);
    await page.screenshot({ path: path.join(pictures, `${name}-${theme}.png`) });
  }
}

/** Runs in the page. */
function paintAll(palette: Palette): void {
  const { paints } = window as unknown as { readonly paints: readonly Paint[] };
  const rules: string[] = [];
  const elements = new Map(
    [...document.querySelectorAll<HTMLElement | SVGElement>("[data-seen]")].map((one) => [one.dataset["seen"], one]),
  );
  for (const { style } of elements.values()) {
    style.setProperty("forced-color-adjust", "none", "important");
    style.setProperty("box-shadow", "none", "important");
  }
  for (const { id, pseudo, property, keyword } of paints) {
    const colour = keyword ? palette[keyword] : "transparent";
    if (pseudo === "") elements.get(id)?.style.setProperty(property, colour, "important");
    else rules.push(`[data-seen="${id}"]${pseudo}{${property}:${colour}!important}`);
  }
  const sheet = document.getElementById("painted") ?? document.head.appendChild(document.createElement("style"));
  sheet.id = "painted";
  sheet.textContent = rules.join("\n");
}
