/** Pages 插入函数 and 帮助: every function is found, explained and written into the cell in front, and nothing there is lost. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ENGLISH } from "../../functions/english";
import { FUNCTIONS } from "../../functions/table";
import type { CellPlace, Host, WriteOutcome } from "../../src/sheet/host";
import { helpWords } from "../../src/words/paneHelp";
import type { Locale } from "../../src/words/say";
import { functionEntries, searched } from "../../taskpane/functions/list";
import { axeFaults, ledgerHost, mount, turnTo, unmountAll } from "./mounted";

afterEach(unmountAll);

interface Wrote {
  readonly place: CellPlace;
  readonly formula: string;
  readonly over: "blank" | "anything";
}

/** A host with a cell in front that holds something or nothing, and what was written into it. */
function hostWithCell(cell: "blank" | "full", refusal: WriteOutcome | null = null) {
  const wrote: Wrote[] = [];
  const plain = ledgerHost([["项目名称", "总投资（万元）"]]);
  const { can } = plain;
  const extra: Partial<Host> = {
    can: (ability) => ability === "functions" || ability === "selection" || can(ability),
    selection: () => Promise.resolve({ sheet: "台账", at: "D5" }),
    writeFormula: (place, formula, over) => {
      if (refusal) return Promise.resolve(refusal);
      if (cell === "full" && over === "blank")
        return Promise.resolve({ written: false, reason: "changed", at: place.at });
      wrote.push({ place, formula, over });
      return Promise.resolve({ written: true });
    },
  };
  return { host: Object.assign(plain, extra), wrote };
}

async function openFunctions(user: ReturnType<typeof userEvent.setup>, locale: Locale = "zh"): Promise<void> {
  await turnTo(user, locale === "zh" ? "更多" : "More");
  await user.click(await screen.findByRole("button", { name: locale === "zh" ? "插入函数" : "Functions" }));
  await screen.findByRole("searchbox");
}

test("all functions are listed, and a word finds those that it stands in", async () => {
  const user = userEvent.setup();
  mount(hostWithCell("blank").host);
  await openFunctions(user);
  expect(await screen.findByText(`${String(FUNCTIONS.length)} 个函数`)).toBeTruthy();
  await user.type(screen.getByRole("searchbox", { name: "搜索函数" }), "负面");
  expect(screen.getByText("XM.负面清单词")).toBeTruthy();
  expect(screen.queryByText("XM.金额万元")).toBeNull();
  await user.type(screen.getByRole("searchbox"), "没有这种函数");
  expect(screen.getByText(/没有找到/)).toBeTruthy();
});

test("a program without worksheet functions says so, and where the same results are", async () => {
  const user = userEvent.setup();
  mount(ledgerHost([["项目名称", "总投资（万元）"]]));
  await openFunctions(user);
  expect(await screen.findByText(/WPS 表格要 12\.1\.0\.20540 以上/)).toBeTruthy();
  unmountAll();
  mount(hostWithCell("blank").host);
  await openFunctions(user);
  expect(screen.queryByText(/WPS 表格要/)).toBeNull();
});

test("the example is written into a blank cell, and the cell is named", async () => {
  const user = userEvent.setup();
  const { host, wrote } = hostWithCell("blank");
  mount(host);
  await openFunctions(user);
  await user.click(screen.getByText("XM.金额万元"));
  await user.click(screen.getByRole("button", { name: "把 XM.金额万元 插入到当前单元格" }));
  expect(await screen.findByText(/已写入 D5/)).toBeTruthy();
  expect(wrote).toEqual([
    { place: { sheet: "台账", at: "D5" }, formula: expect.stringMatching(/^=XM\.金额万元\(/), over: "blank" },
  ]);
});

test("what stands in the cell stays until a person says otherwise", async () => {
  const user = userEvent.setup();
  const { host, wrote } = hostWithCell("full");
  mount(host);
  await openFunctions(user);
  await user.click(screen.getByText("XM.工作日差"));
  await user.click(screen.getByRole("button", { name: "把 XM.工作日差 插入到当前单元格" }));
  expect(await screen.findByText("D5 已有内容，要覆盖吗？")).toBeTruthy();
  expect(wrote).toEqual([]);
  await user.click(screen.getByRole("button", { name: "不覆盖" }));
  expect(screen.queryByText("D5 已有内容，要覆盖吗？")).toBeNull();
  await user.click(screen.getByRole("button", { name: "把 XM.工作日差 插入到当前单元格" }));
  await user.click(await screen.findByRole("button", { name: "覆盖" }));
  expect(await screen.findByText(/已写入 D5/)).toBeTruthy();
  expect(wrote.map(({ over }) => over)).toEqual(["anything"]);
});

test.each([
  ["protected", /受保护/],
  ["busy", /正在编辑/],
  ["failed", /没有写入/],
] as const)("a cell that cannot be written (%s) is said in a sentence", async (reason, sentence) => {
  const user = userEvent.setup();
  mount(hostWithCell("blank", { written: false, reason, at: "D5" }).host);
  await openFunctions(user);
  await user.click(screen.getByText("XM.金额万元"));
  await user.click(screen.getByRole("button", { name: "把 XM.金额万元 插入到当前单元格" }));
  expect(await screen.findByText(sentence)).toBeTruthy();
});

test("where formulas cannot be written the formula can be copied", async () => {
  const user = userEvent.setup();
  mount(ledgerHost([["项目名称"]]));
  await openFunctions(user);
  await user.click(screen.getByText("XM.金额万元"));
  expect(screen.queryByRole("button", { name: /插入到当前单元格/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "复制 XM.金额万元 的公式" }));
  expect(await screen.findByText("已复制，请粘贴到单元格。")).toBeTruthy();
  expect(await navigator.clipboard.readText()).toMatch(/^=XM\.金额万元\(/);
});

test("English has every description and argument in English", () => {
  for (const entry of functionEntries("en")) {
    expect(entry.description).toBe(ENGLISH[entry.id]?.description);
    expect(entry.parameters.map(({ name }) => name).join(" ")).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test("several words must all be found, in any width and case", () => {
  const found = searched(functionEntries("zh"), "ａｍｏｕｎｔ 万元");
  expect(found.map(({ id }) => id)).toEqual(["AMOUNT"]);
});

test.each(["zh", "en"] as const)("help says how to begin and leads back, in %s", async (locale) => {
  const user = userEvent.setup();
  mount(ledgerHost([["项目名称"]]), { locale });
  await turnTo(user, locale === "zh" ? "更多" : "More");
  await user.click(await screen.findByRole("button", { name: locale === "zh" ? "帮助" : "Help" }));
  const words = helpWords(locale);
  for (const { title } of words.sections) expect(await screen.findByRole("heading", { name: title })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: words.back }));
  expect(within(screen.getByRole("tabpanel")).queryByRole("button", { name: words.back })).toBeNull();
});

test.each(["zh", "en"] as const)("axe finds nothing on either page, in %s", async (locale) => {
  const user = userEvent.setup();
  mount(hostWithCell("blank").host, { locale });
  await openFunctions(user, locale);
  await user.click(screen.getByText("XM.渠道匹配度"));
  expect(await axeFaults()).toEqual([]);
  await user.click(screen.getByRole("tab", { name: locale === "zh" ? "更多" : "More" }));
  await user.click(await screen.findByRole("button", { name: locale === "zh" ? "帮助" : "Help" }));
  await screen.findByRole("heading", { name: locale === "zh" ? "怎样开始" : "How to begin" });
  expect(await axeFaults()).toEqual([]);
});

test("where a program knows ids alone, the page says so, lists and inserts them, and still finds the Chinese names", async () => {
  const user = userEvent.setup();
  const { host, wrote } = hostWithCell("blank");
  const ids = new Set(FUNCTIONS.map(({ id }) => id));
  mount(host, { functionNames: () => ids });
  await openFunctions(user);
  expect(screen.getByText(/不认中文函数名/)).toBeTruthy();
  await user.type(screen.getByRole("searchbox"), "金额万元");
  await user.click(screen.getByText("XM.AMOUNT"));
  await user.click(screen.getByRole("button", { name: "把 XM.AMOUNT 插入到当前单元格" }));
  await screen.findByText(/已写入 D5/);
  expect(wrote.map(({ formula }) => formula)).toEqual(['=XM.AMOUNT("约1.2亿元")']);
});
