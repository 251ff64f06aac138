import { readProcedureCell } from "../../src/measure/procedureCell";
import { tickedOf } from "../../src/measure/ticked";

test.each([
  ["☑是 □否", "是"],
  ["□是 ☑否", "否"],
  ["□ 是　☑ 否", "否"],
  ["√是 □否", "是"],
  ["■已办 □在办 □未办", "已办"],
  ["●新建 ○改建", "新建"],
  ["是☑ 否□", "是"],
  ["是□否☑", "否"],
  ["是（√）否（ ）", "是"],
  ["是[ ] 否[√]", "否"],
  ["是否办理：☑是 □否", "是"],
  ["☑可研、☑环评、□能评", "可研、环评"],
  ["是否需要：是☑ 否□", "是"],
  ["是☑ 否□ 备注", "是"],
  ["已办理☑ 未办理□ 文号：云发改〔2025〕3号", "已办理"],
  ["是否办理 ☑是 □否", "是"],
])("%s says %s", (text, said) => {
  expect(tickedOf(text)).toBe(said);
});

test.each([
  "□是 □否",
  "☑",
  "□",
  "√",
  "○",
  "■新建",
  "已办结",
  "☑已办结",
  "",
  "（　）",
  "☑□",
  "已办☑未办□（2025年）",
  "是（√）否（ ）其他（ ）：无",
])(
  "%s stays as it is: it shows no choice, one that nobody has made, or boxes that may be either neighbour's",
  (text) => {
    expect(tickedOf(text)).toBe(text);
  },
);

test.each([
  ["☑是 □否", { state: "done" }],
  ["□是 ☑否", { state: "todo" }],
  ["□已办 ☑正在办理 □未办", { state: "doing" }],
  ["□需办理 ☑无需办理", { state: "exempt" }],
  ["☑已批复 □未批复", { state: "done" }],
  ["☑已批复（云发改审〔2025〕3号） □未批复", { state: "done", no: ["云发改审〔2025〕3号"] }],
  ["□未办 ☑预计2025年8月底前办结", { state: "todo" }],
])("a step's cell %s says %j", (text, said) => {
  expect(readProcedureCell(text)).toMatchObject(said);
});

test.each(["□已办", "□已办 □未办", "已办☑未办□（2025年）"])(
  "a step's cell %s leaves open which of its words hold",
  (text) => {
    expect(readProcedureCell(text)).toEqual({});
  },
);
