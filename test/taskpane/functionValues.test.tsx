/** Where cells know no functions of ours the pane calculates a formula and writes its values. */
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { functionValuesWords } from "../../src/words/functionValues";
import { writeValues } from "../../taskpane/functions/values";
import { axeFaults, ledgerHost, mount, turnTo, unmountAll } from "./mounted";

afterEach(unmountAll);

const DAY = "2025-06-20";
const CELLS = [
  ["项目名称", "总投资（万元）"],
  ["柳林镇污水管网工程", "1.2亿元"],
  ["县人民医院综合楼建设项目", "800万元"],
  ["幸福路", "待定"],
];

function ledger(selected: string | null = "D2") {
  const host = ledgerHost(CELLS);
  host.select(selected === null ? null : { sheet: "台账", at: selected });
  return host;
}

test("values stand from the cell in front on", async () => {
  const host = ledger();
  expect(await writeValues(host, "=XM.金额万元(B2:B4)", DAY)).toMatchObject({ is: "written" });
  expect(["D2", "D3", "D4"].map((at) => host.value("台账", at))).toEqual([12000, 800, null]);
});

test("a whole column ends where the sheet does, and another sheet is found by its name", async () => {
  const host = ledger("D1");
  const outcome = await writeValues(host, "=XM.金额万元(台账!B:B)", DAY);
  expect(outcome).toMatchObject({ is: "written" });
  expect(host.value("台账", "D2")).toBe(12000);
  expect(host.value("台账", "D5")).toBeNull();
});

test.each([
  ["where something stands in the way", "=XM.金额万元(B2:B4)", "A2", { is: "refused", reason: "changed", at: "A2" }],
  ["without a cell in front", "=XM.金额万元(B2)", null, { is: "noCell" }],
  ["for what is no formula of ours", "=SUM(B2)", "D2", { is: "said" }],
  ["for a whole sheet", "=XM.金额万元(A1:XFD1048576)", "D2", { is: "said" }],
  ["for a row that no sheet has", "=XM.金额万元(B0)", "D2", { is: "said" }],
  ["where the function has no answer", "=XM.同比增长(5,0)", "D2", { is: "said" }],
] as const)("nothing is written %s", async (_, formula, at, expected) => {
  const host = ledger(at);
  expect(await writeValues(host, formula, DAY)).toMatchObject(expected);
  expect(["D2", "D3", "A2"].map((cell) => host.value("台账", cell))).toEqual([null, null, "柳林镇污水管网工程"]);
});

/** Two amounts, put into the cells from page 更多. */
async function amountsWritten() {
  const user = userEvent.setup();
  const host = mount(ledger());
  const words = functionValuesWords("zh");
  await turnTo(user, "更多");
  await user.click(await screen.findByRole("button", { name: "插入函数" }));
  await user.type(await screen.findByRole("textbox", { name: words.formula }), "=XM.金额万元(B2:B3)");
  await user.click(screen.getByRole("button", { name: words.write }));
  return { user, host, words };
}

test("the page offers it only where cells know no functions, says what was written, and takes it back", async () => {
  const { user, host, words } = await amountsWritten();
  expect(await screen.findByText(words.written("D2", 2))).toBeTruthy();
  expect(host.value("台账", "D3")).toBe(800);
  expect(await axeFaults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: words.undo }));
  expect(await screen.findByText(words.undone)).toBeTruthy();
  expect(host.value("台账", "D3")).toBeNull();
});

test("what was refused can be taken back once nothing stands in the way", async () => {
  const { user, host, words } = await amountsWritten();
  await screen.findByText(words.written("D2", 2));
  act(() => host.type("台账", "D3", "改了"));
  await user.click(screen.getByRole("button", { name: words.undo }));
  expect(await screen.findByText(words.refused.changed("D3"))).toBeTruthy();
  expect(host.value("台账", "D2")).toBe(12000);
  act(() => host.type("台账", "D3", 800));
  await user.click(screen.getByRole("button", { name: words.undo }));
  expect(await screen.findByText(words.undone)).toBeTruthy();
  expect(host.value("台账", "D2")).toBeNull();
});
