import type { Finding } from "../../src/findings/finding";
import { clause } from "../../src/words/clause";
import { sentences } from "../../src/words/finding";
import { summary } from "../../src/words/command";
import { figureText, percentText, shortened, wanText } from "../../src/words/say";
import { missingTerm } from "../../src/words/terms";

const SOURCES = ["fundsCentral", "fundsProvince", "fundsCity", "fundsCounty"] as const;

const FINDING: Finding = {
  id: "x",
  code: "F108",
  severity: "error",
  file: "甲.xlsx",
  sheet: "台账",
  row: 9,
  cells: ["C9", "B9", "C4", "B4", "'水利'!C7", "'水利'!B7", "'[乙.xlsx]汇总'!C3"],
  field: "code",
  fields: ["code", "name"],
  args: { code: "2503-130981-04-01-573274", names: ["东庄供水工程", "西岭学校工程"], count: 4 },
  basis: { document: "全国固定资产投资项目代码编码规范", number: "GB/T 40058-2021", article: "第4章", confidence: "H" },
  project: "西岭学校工程",
  files: [],
};

test("a finding about several rows names one cell of each, with its sheet and file where they are others", () => {
  expect(sentences(FINDING, "zh").message).toBe(
    "项目代码与C4、“水利”C7、“乙.xlsx”“汇总”C3相同，名称却不同：东庄供水工程、西岭学校工程。",
  );
});

test("of a very long text a sentence quotes both ends", () => {
  const long = `云溪县${"城乡供水一体化".repeat(30)}工程二期`;
  const { message } = sentences({ ...FINDING, args: { names: [long, "西岭学校工程"] } }, "zh");
  expect(message).toMatch(/：云溪县城乡供水一体化.{20,40}…[^…]{11}工程二期、西岭学校工程。$/u);
  expect(message.length).toBeLessThan(140);
  expect(shortened("工".repeat(60))).toBe("工".repeat(60));
});

test("why ends with the clause", () => {
  expect(sentences(FINDING, "zh").why).toMatch(
    /依据：《全国固定资产投资项目代码编码规范》（GB\/T 40058-2021）第4章。$/,
  );
});

test("a clause whose text was not read says so", () => {
  expect(clause({ ...FINDING.basis, confidence: "M" }, "zh")).toContain("依据待核");
  expect(clause({ ...FINDING.basis, confidence: "M" }, "en")).toContain("to be verified");
});

test("a sentence with a hole fails loudly, telling its author what to do", () => {
  expect(() => sentences({ ...FINDING, args: {} }, "zh")).toThrow("To fix");
});

test.each([
  [1234567.5, "1,234,567.5"],
  [0.1 + 0.2, "0.3"],
  [-4300, "-4,300"],
  [12, "12"],
])("%d is written %s", (value, text) => {
  expect(figureText(value)).toBe(text);
});

test("amounts and shares are written as clerks write them", () => {
  expect(wanText(31200, "zh")).toBe("31,200万元");
  expect(percentText(0.6)).toBe("60%");
});

test("columns that rules wait for are counted once, however many would do for one of them", () => {
  expect(summary.waiting(["项目代码", missingTerm("fundsCentral", SOURCES, "zh")], 8, 12)).toBe(
    "12 条规则没有判断：表里没有 8 列，如项目代码、中央财政资金或省财政资金或市财政资金等（--json 看全部）",
  );
  expect(summary.waiting(["项目代码"], 1, 2)).toBe("2 条规则没有判断：表里没有项目代码列（--json 看全部）");
});

test("a row is named by its number as the sheet's margin shows it", () => {
  expect(summary.tableOf("台账", 2, 12345)).toBe("台账 第 2 张表（表头在第 12345 行）");
});
