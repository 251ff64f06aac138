/** Five tasks of a clerk, done by mouse in the workbench, with their clicks counted: docs/usability.md says what was changed because of them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Locator } from "playwright-core";
import { launchBrowser } from "./browser";
import { cursorAt, openPage, type OpenedPage } from "./page";
import { builtWorkbench, project } from "./places";
import { serveFolder, type StaticServer } from "./server";

let browser: Browser;
let server: StaticServer;
let opened: OpenedPage | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(builtWorkbench);
});
afterEach(async () => {
  await opened?.close();
  opened = null;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Clerk {
  readonly at: OpenedPage;
  readonly click: (what: Locator) => Promise<void>;
  readonly clicks: () => number;
}

async function clerk(): Promise<Clerk> {
  const at = await openPage(browser, server.address, { query: "?asOf=2025-06-20" });
  opened = at;
  let clicks = 0;
  return {
    at,
    click: async (what) => {
      await what.click();
      clicks++;
    },
    clicks: () => clicks,
  };
}

/** Task → clicks, as the page for people says. */
const WRITTEN = new Map(
  [...readFileSync(path.join(project, "docs/usability.md"), "utf8").matchAll(/^\| (\d)[^|]*\|[^|]*\| (\d+) \|/gm)].map(
    ([, task, clicks]) => [Number(task), Number(clicks)],
  ),
);

test("1: why can it not be submitted", async () => {
  const { at, click, clicks } = await clerk();
  expect(await at.verdict.textContent()).toMatch(/暂不能报送 · \d+ 项错误/);
  await click(at.pane.getByRole("button", { name: /^H17 / }));
  await cursorAt(at.page, "H17");
  const detail = at.pane.getByRole("region", { name: "这一项" });
  expect(await detail.textContent()).toContain("读不成数");
  await click(detail.getByRole("button", { name: "为什么" }));
  await detail.getByText(/依据：/).waitFor();
  expect(clicks()).toBe(WRITTEN.get(1));
});

test("2: mend all notations", async () => {
  const { at, click, clicks } = await clerk();
  await click(at.pane.getByRole("button", { name: /可自动改/ }));
  await click(at.pane.getByRole("button", { name: /^改好 \d+ 处$/ }));
  await at.pane.getByText(/^已改 \d+ 格。$/).waitFor();
  await at.pane.getByRole("button", { name: /可自动改/ }).waitFor({ state: "hidden" });
  expect(clicks()).toBe(WRITTEN.get(2));
});

test("3: how far is the department from the target", async () => {
  const { at, click, clicks } = await clerk();
  await click(at.pane.getByRole("tab", { name: "目标" }));
  await at.pane.getByText("0 / 30 个").waitFor();
  await at.pane.getByText(/^目标是全县的，这份台账只有交通运输局的项目/).waitFor();
  await click(at.pane.getByRole("button", { name: /^交通运输局/ }));
  await at.pane.getByRole("region", { name: /^交通运输局（\d+）$/ }).waitFor();
  expect(clicks()).toBe(WRITTEN.get(3));
});

const LATE = `青河县前期工作台账（2025年）
序号,项目名称,责任部门,总投资（万元）,责任人,联系电话,可研批复,环评批复,环评要求办结时间,施工许可
1,柳林镇污水管网改造工程,水务局,1200,王某,13800000001,已批复,未办,2025-06-13,未办
2,三河镇集中供水工程,水务局,2300,李某,13800000002,未办,已批复,,未办
`;

test("4: who is late with the environmental approval, and whom to call", async () => {
  const { at, click, clicks } = await clerk();
  const file = { name: "前期工作台账.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${LATE}`) };
  await at.page.getByLabel("选择台账文件").setInputFiles(file);
  await at.page.locator(".workbench-file", { hasText: /^前期工作台账/ }).waitFor();
  await at.pane.getByText(/已查 2 行/).waitFor();
  await click(at.pane.getByRole("tab", { name: "前期" }));
  await click(at.pane.getByRole("button", { name: "滞后 1", exact: true }));
  const late = at.pane.getByRole("listitem").first();
  expect(await late.textContent()).toMatch(/柳林镇.*环评.*王某.*13800000001/);
  await click(late.getByRole("button"));
  await at.pane.getByRole("region", { name: /^倒排工期/ }).waitFor();
  expect(clicks()).toBe(WRITTEN.get(4));
});

test("5: hand in, and see later what is new", async () => {
  const { at, click, clicks } = await clerk();
  await click(at.pane.getByRole("tab", { name: "导出" }));
  await click(at.pane.getByRole("button", { name: "标记为已报送" }));
  await at.pane.getByText(/^已标记为 2025-06-20 报送/).waitFor();
  await click(at.pane.getByRole("tab", { name: "校核" }));
  await click(at.pane.getByRole("button", { name: "仅看新增 0" }));
  await at.pane.getByText("这个筛选下没有问题").waitFor();
  expect(clicks()).toBe(WRITTEN.get(5));
});
