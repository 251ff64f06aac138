/** @jest-environment jsdom */
// The ribbon's tab and its callbacks, in a WPS that is none.
import { MemoryWorkbookStore } from "../office/store";
import { startWps, type FakeWps } from "../../workbench/wps/start";
import { BUILDS, OLD, UOS, WINDOWS, type WpsBuild } from "../../workbench/wps/build";
import { findWps } from "../../src/hosts/wps";
import { WPS_WORDS } from "../../src/words/wps";
import { hidePane, obeyOrders, showPane, type PaneOrder } from "../../taskpane/wps/paneDoor";
import { BUTTONS, CALLBACKS, iconFile, ICON_SIZES, ribbonCallbacks, ribbonXml } from "../../taskpane/wps/ribbon";
import { paneShell, type PaneShell } from "../../taskpane/wps/shell";

const XML = ribbonXml();
const PAGE = "http://x/wps/taskpane.html";

function start(build: WpsBuild = UOS): { wps: FakeWps; shell: PaneShell; page: Record<string, unknown> } {
  const page: Record<string, unknown> = {};
  const wps = startWps({ store: new MemoryWorkbookStore([{ name: "台账", cells: [["项目名称"]] }]), build, page });
  const program = findWps(wps.globals);
  if (!program) throw new Error("nothing was found of WPS");
  return { wps, shell: paneShell(program.shell), page };
}

function answers(ratio = 1): { said: string[]; callbacks: ReturnType<typeof ribbonCallbacks> } {
  const said: string[] = [];
  const callbacks = ribbonCallbacks(
    {
      loaded: () => void said.push("loaded"),
      show: (button, page) => void said.push(`show ${button} ${page}`),
      hide: () => void said.push("hide"),
    },
    () => ratio,
  );
  return { said, callbacks };
}

test("ribbon.xml is well-formed and begins with what WPS looks for", () => {
  expect(XML.startsWith("<customUI")).toBe(true);
  const parsed = new DOMParser().parseFromString(XML, "application/xml");
  expect(parsed.querySelector("parsererror")).toBeNull();
  const buttons = [...parsed.querySelectorAll("button")];
  expect(buttons.map((button) => button.getAttribute("label"))).toEqual([
    "检查本表",
    "导出",
    "目标",
    "插入函数",
    "帮助",
    "收起面板",
  ]);
  for (const button of buttons) expect(button.getAttribute("screentip")).toMatch(/[\u4e00-\u9fff]/);
});

test.each(BUILDS)("WPS $version shows the tab: every callback is there and none is asynchronous", (build) => {
  const { wps, page } = start(build);
  Object.assign(page, answers().callbacks);
  expect(wps.ribbon.isShown(XML)).toBe(true);
});

test("no button is dead: each says what it wants, by the id that WPS hands over", () => {
  const { said, callbacks } = answers();
  const { wps, page } = start();
  Object.assign(page, callbacks);
  expect(callbacks.XmOnLoad()).toBe(true);
  for (const id of Object.keys(BUTTONS)) expect(wps.ribbon.press(CALLBACKS.onAction, id)).toBe("answered");
  expect(said).toEqual([
    "loaded",
    "show checkSheet check",
    "show exportSheets export",
    "show reserveGoals targets",
    "show insertFunction functions",
    "show showHelp help",
    "hide",
  ]);
  callbacks.XmOnAction({ id: "checkSheet" });
  callbacks.XmOnAction({ Id: "somebody else's" });
  callbacks.XmOnAction({ Id: "toString" });
  expect(said).toHaveLength(8);
});

test.each([
  [1, 32],
  [1.25, 64],
  [2, 64],
])("at %d pixels to a point a button has its icon of %d", (ratio, size) => {
  const { callbacks } = answers(ratio);
  expect(callbacks.XmGetImage({ Id: "hidePane" })).toBe(iconFile("hide", size));
  expect(ICON_SIZES).toContain(size);
  expect(callbacks.XmGetImage({})).toBe("");
});

describe.each(BUILDS)("the pane in WPS $version", (build) => {
  const order = { button: "checkSheet", page: "check" };

  test("is made once, shown again, and hidden", () => {
    const { wps, shell } = start(build);
    expect(showPane(shell, PAGE, WPS_WORDS.addIn, order, 1)).toBe(true);
    expect(wps.panes.all).toMatchObject([{ url: PAGE, Visible: true, DockPosition: 2 }]);
    hidePane(shell);
    expect(wps.panes.all[0]?.Visible).toBe(false);
    showPane(shell, PAGE, WPS_WORDS.addIn, order, 2);
    expect(wps.panes.all).toMatchObject([{ Visible: true }]);
  });

  test("of another run is not taken for ours", () => {
    const { wps, shell } = start(build);
    showPane(shell, PAGE, WPS_WORDS.addIn, order, 1);
    wps.storage.restart();
    showPane(shell, PAGE, WPS_WORDS.addIn, order, 2);
    expect(wps.panes.all).toHaveLength(2);
  });
});

describe("orders from the ribbon's page to the pane's", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test("the one that opened it is obeyed at once, each later one once, the same one twice when it is given twice", () => {
    const { shell } = start();
    const obeyed: (PaneOrder & { opening: boolean })[] = [];
    showPane(shell, PAGE, "", { button: "reserveGoals", page: "targets" }, 1);
    const stop = obeyOrders(shell, (order, opening) => void obeyed.push({ ...order, opening }));
    jest.advanceTimersByTime(5000);
    for (const now of [2, 3]) {
      showPane(shell, PAGE, "", { button: "checkSheet", page: "check" }, now);
      jest.advanceTimersByTime(1000);
    }
    stop();
    showPane(shell, PAGE, "", { button: "exportSheets", page: "export" }, 4);
    jest.advanceTimersByTime(5000);
    expect(obeyed.map(({ page, opening }) => [page, opening])).toEqual([
      ["targets", true],
      ["check", false],
      ["check", false],
    ]);
  });

  test("a storage that holds something else is left alone", () => {
    const { shell, wps } = start();
    wps.storage.setItem("xm-ledger-check.et.order", "{not ours");
    const obey = jest.fn();
    const stop = obeyOrders(shell, obey);
    wps.storage.setItem("xm-ledger-check.et.order", '"a text"');
    jest.advanceTimersByTime(1000);
    stop();
    expect(obey).not.toHaveBeenCalled();
  });
});

test("while a docked pane freezes the ribbon, the pane's own button is the way out", () => {
  const { wps, shell, page } = start(WINDOWS);
  Object.assign(page, answers().callbacks);
  showPane(shell, PAGE, "", { button: "checkSheet", page: "check" }, 1);
  expect(wps.ribbon.press(CALLBACKS.onAction, "hidePane")).toBe("frozen");
  hidePane(shell);
  expect(wps.ribbon.press(CALLBACKS.onAction, "hidePane")).toBe("answered");
});

test("a WPS that gives no pane and no storage is answered by nothing, not by an exception", () => {
  const shell = paneShell(() => undefined);
  expect(showPane(shell, PAGE, "", { button: "checkSheet", page: "check" }, 1)).toBe(false);
  expect(() => hidePane(shell)).not.toThrow();
  const throwing = paneShell(() => () => {
    throw new Error("Canvas is null");
  });
  expect(showPane(throwing, PAGE, "", { button: "checkSheet", page: "check" }, 1)).toBe(false);
});

test("the oldest build known has a pane too", () => {
  const { shell } = start(OLD);
  expect(showPane(shell, PAGE, "", { button: "checkSheet", page: "check" }, 1)).toBe(true);
});
