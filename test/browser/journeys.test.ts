/** Open → find → jump → mend → undo → put off → mark as submitted → only what is new: once by mouse, once by keyboard alone. */
import type { Locator, Page } from "playwright-core";
import { cursorAt, typeInto, type OpenedPage } from "./page";
import { builtWorkbench } from "./places";
import { browserSession } from "./session";

const workbench = browserSession(builtWorkbench);

function open(): Promise<OpenedPage> {
  return workbench.open({ query: "?asOf=2025-06-20" });
}

async function errors(verdict: Locator): Promise<number> {
  return Number(/(\d+) 项错误/.exec((await verdict.textContent()) ?? "")?.[1] ?? 0);
}

const detail = (pane: Locator): Locator => pane.getByRole("region", { name: "这一项" });

/** The engine takes the focus while it moves its cursor, and the pane takes it back. */
async function focusInPane(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('[role="tabpanel"]') != null);
}

test("by mouse", async () => {
  const { page, pane, verdict } = await open();
  const before = await errors(verdict);

  // Find, and go there.
  await pane.getByRole("button", { name: /错误 \d/ }).click();
  await pane.getByRole("button", { name: /^H17 / }).click();
  await cursorAt(page, "H17");

  // Mend all that only has to be rewritten, and take it back.
  await pane.getByRole("button", { name: /可自动改/ }).click();
  const preview = pane.getByRole("region", { name: /^全部改好/ });
  const many = await preview.getByRole("checkbox").count();
  expect(many).toBeGreaterThan(1);
  // Nobody agrees to what an ellipsis hides: what a cell becomes stands at the end of its line.
  const hidden = await preview.locator("label span").evaluateAll(
    (spans) =>
      spans.filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => {
        return scrollWidth > clientWidth || scrollHeight > clientHeight;
      }).length,
  );
  expect(hidden).toBe(0);
  await preview.getByRole("checkbox").first().uncheck();
  await preview.getByRole("button", { name: `改好 ${String(many - 1)} 处` }).click();
  await pane.getByRole("button", { name: "撤销本次" }).click();
  await pane.getByText(`已恢复 ${String(many - 1)} 格。`).waitFor();
  await pane.getByRole("button", { name: /可自动改 2/ }).waitFor();

  // Put one off.
  await pane.getByRole("button", { name: /^H17 / }).click();
  await detail(pane).getByRole("button", { name: "暂不处理…" }).click();
  await pane.getByRole("button", { name: "数据待核实" }).click();
  await pane.getByLabel("经办人").fill("王某");
  await pane.getByRole("button", { name: "记下" }).click();
  await verdict.filter({ hasText: `${String(before - 1)} 项错误 暂不处理 1` }).waitFor();

  // Hand in; from then on only what is new.
  await pane.getByRole("tab", { name: "导出" }).click();
  await pane.getByRole("button", { name: "标记为已报送" }).click();
  await pane.getByText(/^已标记为 2025-06-20 报送/).waitFor();
  await pane.getByRole("tab", { name: "校核" }).click();
  await pane.getByRole("button", { name: "仅看新增 0" }).click();
  await typeInto(page, "H18", "金额再报");
  await pane.getByRole("button", { name: /仅看新增 [1-9]/ }).waitFor();
  await pane.getByRole("button", { name: /^H18 / }).waitFor();
  expect(await pane.getByRole("button", { name: /^H19 / }).count()).toBe(0);
});

test("by keyboard alone", async () => {
  const { page, pane, verdict } = await open();
  const before = await errors(verdict);
  const { keyboard } = page;

  // The pane is where a host puts the focus; from here on no mouse.
  await pane.getByRole("tab", { name: "校核" }).focus();

  // Find with the arrows, go there with Enter, walk with F8.
  await tabTo(page, pane.getByRole("listitem").getByRole("button").first());
  await arrowTo(page, pane.getByRole("button", { name: /^H17 / }), "ArrowDown");
  await keyboard.press("Enter");
  await cursorAt(page, "H17");
  await focusInPane(page);
  await keyboard.press("F8");
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value !== "H17",
  );
  await focusInPane(page);
  await keyboard.press("Shift+F8");
  await cursorAt(page, "H17");

  // Put it off.
  await tabTo(page, detail(pane).getByRole("button", { name: "暂不处理…" }));
  await keyboard.press("Enter");
  await tabTo(page, pane.getByRole("button", { name: "数据待核实" }));
  await keyboard.press("Space");
  await tabTo(page, pane.getByLabel("经办人"));
  await keyboard.type("王某");
  await keyboard.press("Enter");
  await verdict.filter({ hasText: `${String(before - 1)} 项错误 暂不处理 1` }).waitFor();

  // Esc leads out of the detail; mend all, and take it back.
  await keyboard.press("Escape");
  await tabTo(page, pane.getByRole("button", { name: /可自动改/ }));
  await keyboard.press("Enter");
  const preview = pane.getByRole("region", { name: /^全部改好/ });
  await preview.waitFor();
  await tabTo(page, preview.getByRole("checkbox").first());
  await keyboard.press("Space");
  await tabTo(page, preview.getByRole("button", { name: /^改好 \d+ 处$/ }));
  await keyboard.press("Enter");
  await pane.getByText("已改 1 格。").waitFor();
  await tabTo(page, pane.getByRole("button", { name: "撤销本次" }));
  await keyboard.press("Enter");
  await pane.getByText("已恢复 1 格。").waitFor();

  // Hand in, and see only what is new.
  await tabTo(page, pane.getByRole("tab", { name: "校核" }));
  await arrowTo(page, pane.getByRole("tab", { name: "导出" }), "ArrowRight");
  await tabTo(page, pane.getByRole("button", { name: "标记为已报送" }));
  await keyboard.press("Enter");
  await pane.getByText(/^已标记为 2025-06-20 报送/).waitFor();
  await tabTo(page, pane.getByRole("tab", { name: "导出" }));
  await arrowTo(page, pane.getByRole("tab", { name: "校核" }), "ArrowLeft");
  const onlyNew = pane.getByRole("button", { name: "仅看新增 0" });
  await tabTo(page, onlyNew);
  await keyboard.press("Space");
  await pane.getByText("这个筛选下没有问题").waitFor();
  expect(await onlyNew.getAttribute("aria-pressed")).toBe("true");
});

/** Presses Tab, or Shift and Tab where the goal lies before the focus, until it is there. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  const isBehind = await goal.first().evaluate((element) => {
    const { activeElement } = document;
    return (
      activeElement !== null && (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) > 0
    );
  });
  await press(page, goal, isBehind ? "Shift+Tab" : "Tab", 60);
}

async function arrowTo(page: Page, goal: Locator, key: "ArrowDown" | "ArrowRight" | "ArrowLeft"): Promise<void> {
  await press(page, goal, key, 200);
}

async function press(page: Page, goal: Locator, key: string, most: number): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await isFocused(goal)) return;
    await page.keyboard.press(key);
  }
  if (!(await isFocused(goal))) throw new Error(`${key} does not lead to ${goal.toString()}`);
}

async function isFocused(goal: Locator): Promise<boolean> {
  return (await goal.count()) > 0 && goal.first().evaluate((element) => element === document.activeElement);
}
