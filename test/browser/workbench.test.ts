/** The workbench as it is delivered, in a real browser: what a newcomer sees and does. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { openWorkbook } from "../../src/hosts/file/open";
import { cellName } from "../../src/sheet/address";
import type { CellValue } from "../../src/sheet/cell";
import { axeFaults, overflowing } from "./axe";
import { cursorAt, drop, exampleBytes, save, selectRow, typeInto } from "./page";
import { onceIt } from "./patience";
import { builtWorkbench, pictureFolder } from "./places";
import { titleCell, withPolicy } from "./policy";
import { browserSession } from "./session";

const MESSY = "交通局项目台账.xlsx";
const CLEAN = "干净的储备台账.xlsx";

const { open: workbench, address } = browserSession(builtWorkbench);

async function cellsOf(bytes: Uint8Array, sheet: string): Promise<Record<string, CellValue>> {
  const workbook = await openWorkbook(bytes, { fileName: "台账.xlsx" });
  const cells: Record<string, CellValue> = {};
  for (const block of workbook.sheets.find(({ name }) => name === sheet)?.blocks() ?? []) {
    for (const { row, cells: values } of block) {
      values.forEach((value, column) => {
        if (value !== null && value !== "") cells[cellName(row, column)] = value;
      });
    }
  }
  return cells;
}

describe("the workbench", () => {
  it("opens with a messy ledger, says that it cannot be submitted, and asks nobody else for anything", async () => {
    const { page, pane, verdict, requests, complaints } = await workbench();
    expect(await verdict.textContent()).toContain("暂不能报送");
    expect(await page.locator(".workbench-file").textContent()).toBe(MESSY);
    expect(await pane.getByRole("listitem").count()).toBeGreaterThan(5);
    await pane.getByRole("tab", { name: "更多" }).click();
    await pane.getByRole("tab", { name: "校核" }).click();
    expect(requests.length).toBeGreaterThan(3);
    expect([...new Set(requests.map((request) => new URL(request).origin))]).toEqual([new URL(address()).origin]);
    expect(complaints).toEqual([]);
  });

  it("speaks English, bar and all, once the pane is asked to, also beside the next file", async () => {
    const { page, pane, verdict } = await workbench();
    await pane.getByRole("tab", { name: "更多" }).click();
    await pane.getByLabel("语言").selectOption("en");
    await page.getByRole("button", { name: "Open a ledger" }).waitFor();
    expect([await page.title(), await page.locator("html").getAttribute("lang")]).toEqual([
      "Ledger check · workbench",
      "en",
    ]);
    await page.getByLabel("Open an example").selectOption(CLEAN);
    await verdict.filter({ hasText: "Ready" }).waitFor();
    // The names of the files are the clerks' own.
    const bar = (await page.locator(".workbench-bar").innerText()).replaceAll(/\S+\.(?:xlsx|csv)/gu, "");
    expect(bar).not.toMatch(/\p{Script=Han}/u);
    expect(await page.getByRole("separator", { name: "Width of the pane" }).count()).toBe(1);
  });

  it("refuses, by its own policy, to speak to any other address", async () => {
    const { page, complaints } = await workbench();
    const outcome = await page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "sent",
        () => "refused",
      ),
    );
    expect(outcome).toBe("refused");
    expect(complaints.join("\n")).toContain("Content Security Policy");
  });

  it("jumps from a finding to its cell and says what is wrong there", async () => {
    const { page, pane } = await workbench();
    await pane.getByRole("button", { name: /^H17 / }).click();
    await cursorAt(page, "H17");
    const detail = pane.getByRole("region", { name: "这一项" });
    expect(await detail.textContent()).toContain("总投资写的是“待可研批复后确定”，读不成数");
    await detail.getByRole("button", { name: "下一项" }).click();
    await cursorAt(page, "O18");
  });

  it("judges again when a cell is edited, and takes the edit back on undo", async () => {
    const { page, pane, verdict } = await workbench();
    const before = errorsIn(await verdict.textContent());
    await typeInto(page, "H17", "1800");
    await verdict.filter({ hasText: `${String(before - 1)} 项错误` }).waitFor();
    expect(await pane.getByRole("button", { name: /^H17 / }).count()).toBe(0);
    expect(await page.locator(".workbench-file").textContent()).toContain("已修改");
    await page.keyboard.press("Control+z");
    await verdict.filter({ hasText: `${String(before)} 项错误` }).waitFor();
  });

  it("saves only what was edited: every other part of the file stays byte for byte", async () => {
    const { page, verdict } = await workbench();
    const before = errorsIn(await verdict.textContent());
    await page
      .getByLabel("选择台账文件")
      .setInputFiles({ name: "我的台账.xlsx", mimeType: "", buffer: exampleBytes(MESSY) });
    await page.locator(".workbench-file", { hasText: /^我的台账.xlsx/ }).waitFor();
    await verdict.filter({ hasText: "报送" }).waitFor();
    await typeInto(page, "H17", "1800");
    await verdict.filter({ hasText: `${String(before - 1)} 项错误` }).waitFor();
    const saved = await save(page);

    const [was, is] = [await cellsOf(exampleBytes(MESSY), "项目台账"), await cellsOf(saved, "项目台账")];
    expect(was["H17"]).toBe("待可研批复后确定");
    expect(is).toEqual({ ...was, H17: 1800 });
    const [old, now] = [unzipSync(exampleBytes(MESSY)), unzipSync(saved)];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    const changed = Object.keys(old).filter(
      (part) => !Buffer.from(old[part] ?? []).equals(Buffer.from(now[part] ?? [])),
    );
    // The workbook part only asks the next program to compute its formulas anew.
    expect(changed.sort()).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    expect(withoutCalculation(now["xl/workbook.xml"])).toBe(withoutCalculation(old["xl/workbook.xml"]));
  });

  it("saves an untouched file as the very bytes that were opened", async () => {
    const { page, verdict } = await workbench();
    await drop(page, "没动过.xlsx", exampleBytes(CLEAN));
    await page.locator(".workbench-file", { hasText: /^没动过.xlsx/ }).waitFor();
    await verdict.filter({ hasText: "可以报送" }).waitFor();
    expect(Buffer.from(await save(page)).equals(exampleBytes(CLEAN))).toBe(true);
  });

  it("says before saving that rows taken out no longer fit the file, and offers a workbook of its own", async () => {
    const { page, pane, verdict } = await workbench();
    await verdict.filter({ hasText: "报送" }).waitFor();
    const was = await cellsOf(exampleBytes(MESSY), "项目台账");
    const { x, y } = await selectRow(page, 9);
    await page.mouse.click(x, y, { button: "right" });
    await page.getByText("删除选中行").click();
    await page.locator(".workbench-edited").waitFor();
    await pane.getByRole("button", { name: /^H16 / }).waitFor();
    const asked = page.waitForEvent("dialog").then(async (dialog) => {
      await dialog.dismiss();
      return dialog.message();
    });
    await page.getByRole("button", { name: "保存" }).click();
    expect(await asked).toMatch(/插入或删除过行、列.*不能保存到原来的文件.*另存为一个新的工作簿/s);

    page.once("dialog", (dialog) => void dialog.accept());
    const saved = await save(page);
    const is = await cellsOf(saved, "项目台账");
    expect(is["B9"]).toBe(was["B10"]);
    expect(is["A7"]).toBe(was["A7"]);
    // And the row comes back: the file fits once more.
    await page.locator('[data-u-command="univer.command.undo"]').first().click();
    await pane.getByRole("button", { name: /^H17 / }).waitFor();
    // D33 holds a formula, which the engine has calculated anew meanwhile.
    expect(await cellsOf(await save(page), "项目台账")).toEqual({ ...was, D33: expect.anything() as CellValue });
  });

  it("opens what is dropped on it, whatever kind of file it is", async () => {
    const { page, verdict, pane } = await workbench();
    await drop(page, "部门台账.csv", exampleBytes("部门台账.csv"));
    await page.locator(".workbench-file", { hasText: /^部门台账.csv/ }).waitFor();
    await verdict.filter({ hasText: "报送" }).waitFor();
    await pane.getByText(/已查 \d+ 行/).waitFor();
    expect(await page.getByRole("button", { name: "保存" }).isDisabled()).toBe(true);
  });

  it("judges a .csv as the command line does: a number is a text there, and nobody's fault", async () => {
    const { page, verdict } = await workbench();
    const rows = ["项目名称,责任部门,总投资（万元）", "西沟水库工程,水务局,1200", '东坪供水工程,水务局,"1,350.50"'];
    await drop(page, "数字.csv", Buffer.from(`\uFEFF${rows.join("\n")}`));
    await page.locator(".workbench-file", { hasText: /^数字.csv/ }).waitFor();
    await verdict.filter({ hasText: /^可以报送$/ }).waitFor();
  });

  it("says in a sentence why a file cannot be opened, and keeps the one that is open", async () => {
    const { page, verdict } = await workbench();
    const before = await verdict.textContent();
    const name = `坏了的${"云溪县交通运输局项目台账".repeat(6)}.xlsx`;
    await drop(page, name, Buffer.from("PK\u0003\u0004 这不是工作簿"));
    const trouble = page.locator(".workbench-trouble");
    await trouble.waitFor();
    expect(await trouble.textContent()).toMatch(/^坏了的.+\.xlsx：.+。请.+。/);
    // Read whole: neither cut at its end nor over the sheet below.
    const isWhole = ([text, desk]: (DOMRect | undefined)[]): boolean => (text?.bottom ?? 1) <= (desk?.top ?? 0);
    const boxes = await page.evaluate(() =>
      [".workbench-trouble", ".workbench-desk"].map((part) => document.querySelector(part)?.getBoundingClientRect()),
    );
    expect(isWhole(boxes)).toBe(true);
    const cut = await page.locator(".workbench-file").evaluate((at) => at.scrollWidth > at.clientWidth);
    expect(cut).toBe(false);
    expect(await verdict.textContent()).toBe(before);
  });

  it("says that a file has gone since it was chosen, and that an example could not be fetched", async () => {
    const { page, verdict } = await workbench();
    const before = await verdict.textContent();
    await page.evaluate(() => {
      const file = new File(["a"], "拔走的优盘.xlsx");
      file.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
      const event = new DragEvent("drop", { bubbles: true });
      Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: { item: () => file } } });
      document.querySelector(".workbench")?.dispatchEvent(event);
    });
    const trouble = page.locator(".workbench-trouble");
    await trouble.filter({ hasText: /^拔走的优盘\.xlsx：系统不允许读取。/ }).waitFor();
    await page.route("**/*", (route) => route.abort());
    await page.getByLabel("打开示例").selectOption(CLEAN);
    await trouble.filter({ hasText: /^干净的储备台账\.xlsx：.+。请.+。/ }).waitFor();
    expect(await verdict.textContent()).toBe(before);
  });

  it("says that saving has failed, and still counts the changes as not saved", async () => {
    const { page } = await workbench();
    await typeInto(page, "B6", "云溪县白河大桥新建工程");
    await page.evaluate(() => {
      TextEncoder.prototype.encode = () => {
        throw new Error("no memory");
      };
    });
    await page.getByRole("button", { name: "保存" }).click();
    await page.locator(".workbench-trouble", { hasText: /没有保存，改动还在表里/ }).waitFor();
    const asked = page.waitForEvent("dialog");
    const chosen = page.getByLabel("打开示例").selectOption(CLEAN);
    const dialog = await asked;
    expect(dialog.message()).toContain("还没有保存");
    await dialog.dismiss();
    await chosen;
  });

  it("computes our functions in its cells, spilling where they spill", async () => {
    const { page } = await workbench({ query: "?asOf=2025-06-20" });
    await typeInto(page, "AG9", '=XM.WORKDAYS("2025-06-20","2025-06-30")');
    await typeInto(page, "AG10", '=XM.金额万元("约1.2亿元")');
    await typeInto(page, "AG11", '=XM.DAY("6月底前",2025)');
    await typeInto(page, "AG12", '=XM.AMOUNT("待定吧")');
    await page.getByText("函数演示").click();
    await page.getByText("正在复查").first().waitFor({ state: "hidden" });
    const saved = await onceIt(
      () => save(page),
      async (bytes) => {
        const [ledger, shown] = [await cellsOf(bytes, "项目台账"), await cellsOf(bytes, "函数演示")];
        return ledger["AG12"] !== undefined && shown["G16"] !== undefined;
      },
    );
    await takePicture(page, "functions");

    const ledger = await cellsOf(saved, "项目台账");
    expect([ledger["AG9"], ledger["AG10"], ledger["AG11"]]).toEqual([6, 12000, 45838]);
    expect(ledger["AG12"]).toEqual({ code: "#N/A" });
    expect(new TextDecoder().decode(unzipSync(saved)["xl/worksheets/sheet1.xml"])).toContain("_xldudf_XM_WORKDAYS(");

    const shown = await cellsOf(saved, "函数演示");
    expect([shown["B3"], shown["A7"], shown["B7"]]).toEqual([6, "云溪县东岭隧道工程", 26800]);
    const judged = Array.from({ length: 10 }, (_, row) => String(shown[`G${String(row + 7)}`]));
    expect(judged.filter((text) => text.startsWith("错误"))).not.toEqual([]);
    expect(judged.at(-1)).toBe("未发现问题");
  });
});

describe("functions in the workbench", () => {
  it("judge by the policy that the workbook brings, and by what it says after an edit", async () => {
    const { page, verdict } = await workbench({ query: "?asOf=2025-06-20" });
    await drop(page, "带政策的台账.xlsx", Buffer.from(withPolicy(exampleBytes(MESSY), "2025-06-20")));
    await page.locator(".workbench-file", { hasText: /^带政策的台账.xlsx/ }).waitFor();
    await verdict.filter({ hasText: "报送" }).waitFor();
    await typeInto(page, "AB9", "=XM.PACK()");
    const saved = async (at: string) => (await cellsOf(await save(page), "项目台账"))[at];
    const origin = await onceIt(
      () => saved("AE9"),
      (value) => value !== undefined,
    );
    expect(origin).toBe("本工作簿的政策包");

    await page.getByText("政策包", { exact: true }).click();
    await typeInto(page, titleCell("2025-06-20"), "本县自己的政策");
    const title = await onceIt(
      () => saved("AC9"),
      (value) => value === "本县自己的政策",
    );
    expect(title).toBe("本县自己的政策");
  });
});

describe("the pane beside the sheet", () => {
  it.each([270, 320, 500])("at %d px nothing needs scrolling sideways, with a finding open", async (paneWidth) => {
    const { page, pane } = await workbench({ paneWidth });
    await pane.getByRole("button", { name: /^H17 / }).click();
    await pane.getByRole("region", { name: "这一项" }).waitFor();
    await pane.getByText("正在复查").first().waitFor({ state: "hidden" });
    const box = await pane.boundingBox();
    expect(box?.width).toBe(paneWidth);
    expect(await overflowing(page, ".workbench-pane")).toEqual([]);
    if (paneWidth < 500) await takePicture(pane, `pane-${String(paneWidth)}`);
    if (paneWidth === 320) await takePicture(page, "workbench");
  });

  it("is made narrower and wider by the arrow keys, within its bounds", async () => {
    const { page, pane } = await workbench();
    const line = page.getByRole("separator", { name: "面板宽度" });
    await line.focus();
    for (let press = 0; press < 10; press++) await line.press("ArrowRight");
    expect((await pane.boundingBox())?.width).toBe(270);
    await line.press("ArrowLeft");
    expect((await pane.boundingBox())?.width).toBe(280);
  });

  it("leaves axe nothing to find", async () => {
    const { page, pane } = await workbench();
    expect(await axeFaults(page, ".workbench-pane")).toEqual([]);
    await pane.getByRole("button", { name: /^H17 / }).click();
    await pane.getByRole("region", { name: "这一项" }).waitFor();
    expect(await axeFaults(page, ".workbench-pane")).toEqual([]);
    await pane.getByRole("tab", { name: "更多" }).click();
    expect(await axeFaults(page, ".workbench-pane")).toEqual([]);
  });
});

function errorsIn(verdict: string | null): number {
  return Number(/(\d+) 项错误/.exec(verdict ?? "")?.[1] ?? 0);
}

function withoutCalculation(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part).replace(/<calcPr[^>]*>/, "");
}

async function takePicture(what: Page | Locator, name: string): Promise<void> {
  mkdirSync(pictureFolder, { recursive: true });
  await what.screenshot({ path: path.join(pictureFolder, `${name}.png`) });
}
