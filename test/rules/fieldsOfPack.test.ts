/** What fields a rule asks for is the pack's to say. */
import { checkLedgers } from "../../src/findings/check";
import { gridSheet } from "../../src/sheet/grid";
import { allFindings, COUNTY, ledgerOf, optionsOn } from "./judge";

const LEDGER = gridSheet("重点项目", [
  ["项目名称", "责任部门", "总投资（万元）", "重点项目", "包抓领导", "工作专班", "联系电话"],
  ["黄河故道生态修复项目", "自然资源局", 26000, "省级", "", "", ""],
]);

const setting = { off: false, numbers: {}, texts: {} };

test.each<[what: string, texts: Record<string, string[]>, cells: string[]]>([
  ["the leader alone", { fields: ["leader"] }, ["E2"]],
  ["the task force and the telephone", { fields: ["taskForce", "phone"] }, ["F2", "G2"]],
  ["nothing that is known", { fields: ["newer"] }, []],
  ["what the rule itself names, where the pack names nothing", {}, ["E2", "F2"]],
])("a key project must have %s", (_, texts, cells) => {
  const pack = { ...COUNTY, rules: { ...COUNTY.rules, D601: { ...setting, texts } } };
  const found = allFindings(checkLedgers([ledgerOf(LEDGER)], { ...optionsOn("2025-06-20"), pack }));
  expect(found.filter(({ code }) => code === "D601").flatMap((finding) => finding.cells)).toEqual(cells);
});
