/** The package for WPS as it is delivered, in a real browser that is as old as WPS's: from files and from a server, nothing from elsewhere, a pretended WPS around it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { FUNCTIONS } from "../../functions/table";
import { ADD_IN_FOLDER, ONLINE_FOLDER } from "../../taskpane/wps/addIn";
import { BUILDS, OLD, UOS, WINDOWS } from "../../workbench/wps/build";
import { stylesUnknown, UNKNOWN } from "../wps-package/chrome84";
import { launchBrowser } from "./browser";
import { patient } from "./patience";
import { project } from "./places";
import { hostScriptOf, SMALL_LEDGER } from "./pretended";
import { serveFolder, type StaticServer } from "./server";
import type { WpsHostSettings } from "./wpsHost";

const HERE: WpsHostSettings = { sheets: [SMALL_LEDGER], version: UOS.version, stored: {} };
const PLACES = ["file", "http"] as const;
type Place = (typeof PLACES)[number];

let folder = "";
let browser: Browser;
let server: StaticServer;
let hostScript = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "xm 台账-"));
  execFileSync("npm", ["run", "--silent", "package", "--", "--wps", "--out", folder], {
    cwd: project,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  hostScript = hostScriptOf("wpsHost.ts", {
    // WPS's own side is no page of Chrome 84.
    define: { "Object.hasOwn": "hasOwnOfWps" },
    banner: { js: "var hasOwnOfWps = (owner, name) => Object.prototype.hasOwnProperty.call(owner, name);" },
  });
  browser = await launchBrowser();
  server = await serveFolder(path.join(folder, "online"));
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

function addressOf(place: Place, name: string): string {
  if (place === "http") return `${server.address}${ONLINE_FOLDER}/${name}`;
  return pathToFileURL(path.join(folder, "offline", ADD_IN_FOLDER, name)).href;
}

async function open(place: Place, name: string, settings: WpsHostSettings | null = HERE): Promise<Opened> {
  const page = patient(await browser.newPage({ viewport: { width: 320, height: 700 } }));
  const elsewhere: string[] = [];
  const notFound: string[] = [];
  const complaints: string[] = [];
  const here = addressOf(place, "");
  page.on("request", (request) => {
    if (!request.url().startsWith(here) && !request.url().startsWith("data:")) elsewhere.push(request.url());
  });
  await page.route(/^https?:/, (route) => (route.request().url().startsWith(here) ? route.continue() : route.abort()));
  page.on("requestfailed", (request) => notFound.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) notFound.push(response.url());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  if (settings) {
    await page.addInitScript(`window.wpsHostSettings = ${JSON.stringify(settings)};`);
    await page.addInitScript(hostScript);
  }
  // The test's own driver asks elements whether they are seen.
  await page.addInitScript(
    beChrome84,
    UNKNOWN.places.filter((place) => !place.endsWith(".checkVisibility")),
  );
  await page.goto(addressOf(place, name));
  return { page, elsewhere, notFound, complaints };
}

/** Runs in the page: takes away what Chrome 84 does not have, and fails at the system's language as Linux builds do; notes every style. */
function beChrome84(places: readonly string[]): void {
  for (const place of places) {
    const names = place.split(".");
    const last = names.pop() ?? "";
    let owner: unknown = globalThis;
    for (const name of names) owner = (owner as Record<string, unknown> | undefined)?.[name];
    if (owner) Reflect.deleteProperty(owner as object, last);
  }
  Reflect.deleteProperty(globalThis, "structuredClone");
  Reflect.deleteProperty(globalThis, "WeakRef");
  for (const { prototype } of [Date, Number, Array, String] as { prototype: object }[]) {
    for (const name of Object.getOwnPropertyNames(prototype).filter((one) => one.startsWith("toLocale"))) {
      Object.defineProperty(prototype, name, {
        value: () => {
          throw new Error(`${name} fails here`);
        },
      });
    }
  }
  const styles: string[] = [];
  Object.assign(globalThis, { insertedStyles: styles });
  const { prototype } = CSSStyleSheet;
  const original = Object.getOwnPropertyDescriptor(prototype, "insertRule")?.value as (
    this: CSSStyleSheet,
    rule: string,
    index?: number,
  ) => number;
  prototype.insertRule = function (rule, index) {
    styles.push(rule);
    return original.call(this, rule, index);
  };
}

/** Where none comes, the page's own complaints say why. */
async function verdictOf({ page, complaints }: Opened): Promise<string> {
  const verdict = page.getByText(/暂不能报送|可以报送/).first();
  await verdict.waitFor().catch(async () => {
    throw new Error([await page.locator("body").innerText(), ...complaints].join("\n"));
  });
  return (await verdict.textContent()) ?? "";
}

describe.each(PLACES)("the pane from %s", (place) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(place, "taskpane.html");
  });
  afterAll(() => opened.page.close());

  test("checks the ledger and says whether it can be submitted", async () => {
    expect(await verdictOf(opened)).toContain("暂不能报送");
  });

  test("opens every page, asks nobody else for anything, and finds all that it asks for", async () => {
    const { page } = opened;
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await page.getByRole("tabpanel", { name: (await tab.textContent()) ?? "" }).waitFor();
    }
    await page.getByRole("tab", { name: "校核" }).click();
    expect(opened.elsewhere).toEqual([]);
    expect(opened.notFound.filter((address) => !address.endsWith("favicon.ico"))).toEqual([]);
    expect(opened.complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
  });

  test("may not connect to anybody by its own policy, its own server included", async () => {
    const outcome = await opened.page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "sent",
        () => "refused",
      ),
    );
    expect(outcome).toBe("refused");
    expect(opened.complaints.join("\n")).toContain("Content Security Policy");
  });

  test("uses no style that Chrome 84 passes over, but where it does not matter", async () => {
    const styles = await opened.page.evaluate(() =>
      (globalThis as unknown as { insertedStyles: string[] }).insertedStyles.join("\n"),
    );
    expect(styles.length).toBeGreaterThan(1000);
    // Fluent's colour of a button held down by a key: passed over, the button looks as it did.
    const seen = stylesUnknown(styles.replaceAll(":active:focus-visible", ":active"));
    // Fluent's colours in high contrast, which WPS's pane has not.
    expect(seen.filter((name) => name !== "forced-color-adjust")).toEqual([]);
  });

  test("goes to the cell of a finding", async () => {
    await opened.page.getByRole("button", { name: /^C3 / }).first().click();
    await opened.page.getByRole("region", { name: "这一项" }).waitFor();
    const at = await opened.page.evaluate(() => {
      const { ActiveCell } = window.Application as {
        ActiveCell: { Address: (row: boolean, column: boolean) => string };
      };
      return ActiveCell.Address(false, false);
    });
    expect(at).toBe("C3");
  });

  test("tests itself in WPS, and all that it tries holds", async () => {
    const { page } = opened;
    await page.getByRole("tab", { name: "更多" }).click();
    await page.getByRole("button", { name: "开始自检" }).click();
    await page.getByRole("button", { name: "复制结果" }).waitFor();
    const lines = await page
      .getByRole("status")
      .filter({ hasText: "列出工作表" })
      .getByRole("listitem")
      .allTextContents();
    expect(lines).toHaveLength(7);
    expect(lines.filter((line) => !line.includes("：正常"))).toEqual([]);
  });
});

test.each(BUILDS.map(({ version }) => version))("the pane comes to its verdict in WPS %s", async (version) => {
  const opened = await open("file", "taskpane.html", { ...HERE, version });
  expect(await verdictOf(opened)).toContain("暂不能报送");
  expect(opened.complaints).toEqual([]);
  await opened.page.close();
});

describe.each(PLACES)("the entry page from %s", (place) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(place, "index.html");
  });
  afterAll(() => opened.page.close());

  test("answers the ribbon that stands beside it", async () => {
    const ribbon = readFileSync(path.join(folder, "offline", ADD_IN_FOLDER, "ribbon.xml"), "utf8");
    expect(await opened.page.evaluate((xml) => window.wpsHost.ribbon.isShown(xml), ribbon)).toBe(true);
    const pressed = await opened.page.evaluate(() => {
      const { ribbon, panes } = window.wpsHost;
      return [ribbon.press("XmOnAction", "reserveGoals"), panes.all.map(({ url, Visible }) => [url, Visible])];
    });
    expect(pressed).toEqual(["answered", [[addressOf(place, "taskpane.html"), true]]]);
    expect([opened.elsewhere, opened.complaints.filter((text) => !text.includes("favicon"))]).toEqual([[], []]);
  });

  test("registers the worksheet functions, which answer", async () => {
    const [names, twice, value] = await opened.page.evaluate(() => {
      const { functions } = window.wpsHost;
      return [
        functions.all.map(({ name }) => name),
        functions.duplicates,
        functions.calculate("金额万元", ["约1.2亿元"]),
      ];
    });
    expect(names).toHaveLength(FUNCTIONS.length);
    expect(twice).toEqual([]);
    expect([value].flat(2)).toEqual([12000]);
  });
});

test("a page that is there before WPS registers its functions with the ribbon, and once", async () => {
  const { page } = await open("file", "index.html", null);
  await page.evaluate(`window.wpsHostSettings = ${JSON.stringify(HERE)};`);
  await page.evaluate(hostScript);
  const [before, after, twice] = await page.evaluate(() => {
    const { functions } = window.wpsHost;
    const { XmOnLoad } = window as unknown as { XmOnLoad: () => boolean };
    const counts = [functions.all.length];
    XmOnLoad();
    counts.push(functions.all.length);
    XmOnLoad();
    return [...counts, functions.duplicates.length];
  });
  expect([before, after, twice]).toEqual([0, FUNCTIONS.length, 0]);
  await page.close();
});

test("a button of the ribbon opens the pane at its page, and a later one leads it on", async () => {
  const entry = await open("file", "index.html");
  const stored = await entry.page.evaluate(() => {
    window.wpsHost.ribbon.press("XmOnAction", "reserveGoals");
    return Object.fromEntries(
      ["xm-ledger-check.et.pane", "xm-ledger-check.et.order"].map((key) => [
        key,
        String(window.wpsHost.storage.getItem(key)),
      ]),
    );
  });
  await entry.page.close();
  const { page } = await open("file", "taskpane.html", { ...HERE, stored });
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: "目标" }).waitFor();
  await page.evaluate(() =>
    window.wpsHost.storage.setItem(
      "xm-ledger-check.et.order",
      JSON.stringify({ button: "exportSheets", page: "export" }),
    ),
  );
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: "导出" }).waitFor();
  await page.close();
});

test("the pane's own button hides the pane while the ribbon is frozen", async () => {
  const { page } = await open("file", "taskpane.html", {
    ...HERE,
    version: WINDOWS.version,
    stored: { "xm-ledger-check.et.pane": "1" },
  });
  await page.evaluate(() => void (window.wpsHost.panes.create("here").Visible = true));
  await page.getByRole("button", { name: "收起面板" }).click();
  expect(await page.evaluate(() => window.wpsHost.panes.all.map(({ Visible }) => Visible))).toEqual([false]);
  await page.close();
});

test("outside WPS the page says where it belongs", async () => {
  const { page } = await open("file", "taskpane.html", null);
  await page.getByText("在 WPS 表格里打开").waitFor();
  await page.close();
});

test("a WPS without worksheet functions loads the entry page all the same", async () => {
  const { page, complaints } = await open("file", "index.html", { ...HERE, version: OLD.version });
  expect(await page.evaluate(() => window.wpsHost.ribbon.press("XmOnAction", "checkSheet"))).toBe("answered");
  expect(complaints).toEqual([]);
  await page.close();
});

describe("the publish page", () => {
  const SERVICE = "http://127.0.0.1:58890";

  test("asks WPS's service on this computer to install, and says what comes next", async () => {
    const page = patient(await browser.newPage());
    const asked: { path: string; body: string }[] = [];
    await page.route(/^https?:\/\/(127\.0\.0\.1|localhost):5889/, async (route) => {
      const request = route.request();
      asked.push({ path: request.url(), body: request.postData() ?? "" });
      const body = request.url().endsWith("/publishlist") ? "[]" : "OK";
      await route.fulfill({ status: 200, body, headers: { "access-control-allow-origin": "*" } });
    });
    await page.goto(`${server.address}publish.html`);
    await page.getByText("还没有安装").waitFor();
    await page.getByRole("button", { name: "安装" }).click();
    await page.getByText("已交给 WPS 安装").waitFor();
    const last = asked.at(-1);
    expect(last?.path).toBe(`${SERVICE}/deployaddons/runParams`);
    expect(JSON.parse(Buffer.from(last?.body ?? "", "base64").toString("utf8"))).toEqual({
      cmd: "enable",
      name: "xm-ledger-check",
      url: `${server.address}wps/`,
      addonType: "et",
      online: "true",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      customDomain: "",
    });
    await page.close();
  });

  test("from a folder it hands over the archive that lies beside it, and says so where WPS does not answer", async () => {
    const page = patient(await browser.newPage());
    const asked: string[] = [];
    await page.route(/^https?:/, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.goto(pathToFileURL(path.join(folder, "offline", "publish.html")).href);
    await page.getByText("WPS 没有应答。请先打开").waitFor();
    expect(asked).toEqual([
      `${SERVICE}/publishlist`,
      "http://localhost:58890/publishlist",
      "https://127.0.0.1:58891/publishlist",
    ]);
    await page.close();
  });
});
