/** What a ledger asks for in columns of its own, that no field is for, counts as said. */
import { checkLedgers } from "../../src/findings/check";
import { gridSheet } from "../../src/sheet/grid";
import { ledgerOf, optionsOn } from "./judge";

it.each<[heading: string, cell: string | number | null, asked: boolean]>([
  ["新增床位（张）", 120, false],
  ["新增床位（张）", "120张", false],
  ["新增床位（张）", null, true],
  ["新增床位（张）", 0, true],
  ["新增餐位（个）", 120, true],
  ["床位使用率", "95%", true],
  ["床位使用率（%）", 95, true],
])("beds of a house for old people under 「%s」 %s: asked for %s", (heading, cell, asked) => {
  const rows = [
    ["项目名称", "责任部门", "建设内容", heading, "总投资（万元）"],
    ["柳河镇敬老院改扩建项目", "民政局", "改扩建用房2400平方米", cell, 960],
  ];
  const { perLedger } = checkLedgers([ledgerOf(gridSheet("台账", rows))], optionsOn("2025-06-20"));
  const codes = perLedger.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect(codes.includes("S401")).toBe(asked);
});
