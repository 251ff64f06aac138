/** 零报告: a ledger that says itself that it has no project. */
import { ledgerOf, type Rows } from "../ledgerOf";

const HEAD = ["序号", "项目名称", "责任单位", "总投资（万元）"];
const TITLE = ["水务局2025年6月项目台账"];

it.each<[string, Rows]>([
  ["under the name", [TITLE, HEAD, [1, "本月无新增项目", null, null]]],
  ["twice in one cell", [TITLE, HEAD, [1, "无新增项目，零报告", null, null]]],
  ["in one word", [TITLE, HEAD, [1, "无", "无", 0]]],
  ["as 零报告", [TITLE, HEAD, [null, "零报告", null, null]]],
  ["in a row of its own", [TITLE, HEAD, ["我局本月没有申报项目。", null, null, null]]],
  ["in the title", [["水务局2025年6月项目台账（零报告）"], HEAD]],
  ["above the heading", [TITLE, ["本月零报告"], HEAD]],
  ["above a total of nothing", [TITLE, HEAD, [1, "暂无", null, null], ["合计", null, null, 0]]],
])("it says so %s", (_, rows) => {
  const ledger = ledgerOf(rows);
  expect(ledger).toMatchObject({ role: "projects", projects: [], reportsNone: true });
});

it.each<[string, Rows]>([
  ["a heading alone", [TITLE, HEAD]],
  ["numbers that wait for names", [TITLE, HEAD, [1, null, null, null], [2, null, null, null]]],
  ["an instruction", [["没有项目的，请在项目名称栏填写零报告"], HEAD]],
  ["an instruction in few words", [["无项目单位须零报告"], ["无项目单位实行零报告"], HEAD]],
  ["a name that is missing beside a remark", [TITLE, [...HEAD, "备注"], [1, null, "水务局", 1200, "本月无新增项目"]]],
  ["a note below", [TITLE, HEAD, [null, null, null, null], ["注：没有项目的单位实行零报告。", null, null, null]]],
  ["a name that is missing beside its figure", [TITLE, HEAD, [1, "无", "水务局", 1200]]],
  ["a project below", [TITLE, HEAD, [1, "无", null, null], [2, "西沟水库工程", "水务局", 1200]]],
])("%s says nothing of the kind", (_, rows) => {
  expect(ledgerOf(rows).reportsNone).toBeUndefined();
});

it.each<[string, string]>([
  ["the remark of its last column", "本月无新增项目"],
  ["what is to replace it", "无储备项目"],
])("A project is read whatever %s says", (_, remark) => {
  const rows: Rows = [
    TITLE,
    [...HEAD, "备注"],
    [1, "西沟水库工程", "水务局", 1200, remark],
    [2, "东沟水库工程", "水务局", 900, remark],
  ];
  const { projects, reportsNone } = ledgerOf(rows);
  expect(projects.map(({ values }) => values.name)).toEqual(["西沟水库工程", "东沟水库工程"]);
  expect(reportsNone).toBeUndefined();
});
