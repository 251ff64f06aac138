import { call } from "../../functions/call";
import { FunctionFailure, type Argument, type WorksheetFunction } from "../../functions/function";
import { FUNCTIONS } from "../../functions/table";
import { CONTEXT } from "./context";

function named(id: string): WorksheetFunction {
  const fn = FUNCTIONS.find((each) => each.id === id);
  if (!fn) throw new Error(`No function ${id}`);
  return fn;
}

function asked(id: string, ...args: Argument[]) {
  const outcome = call(named(id), args, CONTEXT);
  return outcome instanceof FunctionFailure ? `#${outcome.code} ${outcome.sentence}` : outcome;
}

test.each<[string, Argument[], unknown]>([
  ["AMOUNT", ["3亿元（30000万元）"], 30000],
  ["AMOUNT", [5000, "总投资（元）"], 0.5],
  ["AMOUNT", [1.2, "亿元"], 12000],
  ["AMOUNT", [""], 0],
  ["AMOUNT", [0], 0],
  ["AMOUNT", ["待定"], ""],
  ["DAY", ["2025年6月"], 45809],
  ["DAY", ["2025年6月", null, 1], 45838],
  ["DAY", ["2025年6月底前"], 45838],
  ["DAY", [45838], 45838],
  ["DAY", [0], ""],
  ["WORKDAYS", [45828, 45838], 6],
  ["WORKDAYS", ["2025-06-30", "2025-06-21"], -6],
  ["WORKDAYADD", ["2025-06-23", 20], 45859],
  ["DAYSLEFT", ["2025-06-30", "2025-07-02"], -2],
  ["PROJECTCODE", ["25031309810401573274"], "缺少连字符，应为 2503-130981-04-01-573274"],
  ["PROJECTCODE", [0], ""],
  ["CREDITCODE", ["11370800004312263Q"], "校验码不符，请核对是否录入错误"],
  ["DOCNUMBER", ["柳发改[2013]15号、16号"], "柳发改〔2013〕15号、柳发改〔2013〕16号"],
])("%s of %j is %j", (id, args, expected) => {
  expect(asked(id, ...args)).toEqual(expected);
});

test.each<[string, Argument[], RegExp]>([
  ["AMOUNT", ["3000-5000万元"], /^#na .*唯一的金额/],
  ["AMOUNT", [3, "公里"], /^#value .*元、万元或亿元/],
  ["DAY", ["6月底"], /^#na .*年份/],
  ["WORKDAYS", ["", "2025-06-30"], /^#value 请填写“起”/],
  ["WORKDAYS", ["2026-12-01", "2027-02-08"], /^#na 工作日数据止于 2026-12-31，请在节假日表补录/],
  ["WORKDAYADD", ["2025-06-30", 1.5], /^#value .*整数/],
  ["DAYSLEFT", ["尽快", "2025-06-21"], /^#value .*应为日期/],
  ["DOCNUMBER", ["另行印发"], /^#na .*没有读到文号/],
])("%s of %j fails with a sentence", (id, args, sentence) => {
  expect(asked(id, ...args)).toMatch(sentence);
});

test("a range is answered cell by cell, a failure in its own cell only", () => {
  expect(asked("AMOUNT", [["1亿"], ["3000"], [null]])).toEqual([[10000], [3000], [0]]);
  const mixed = call(named("DAY"), [[["2025-06-30"], ["不详细"]]], CONTEXT) as readonly (readonly unknown[])[];
  expect(mixed[0]).toEqual([45838]);
  expect(mixed[1]?.[0]).toBeInstanceOf(FunctionFailure);
});

test("two ranges must be of one size, a single cell stands for all", () => {
  expect(asked("WORKDAYS", [["2025-06-20"], ["2025-06-23"]], "2025-06-30")).toEqual([[6], [5]]);
  expect(asked("WORKDAYS", [["2025-06-20"], ["2025-06-23"]], [["2025-06-30"], ["2025-06-30"], ["2025-06-30"]])).toMatch(
    /大小/,
  );
});

test("a 节假日表 corrects a day and carries the calendar on", () => {
  const table = [
    ["日期", "类型"],
    ["2025-06-24", "休"],
    [46425, "休"],
    ["2027-02-14", "班"],
  ];
  expect(asked("WORKDAYS", "2025-06-20", "2025-06-30", table)).toBe(5);
  expect(asked("WORKDAYS", "2027-02-05", "2027-02-14", table)).toBe(6);
  expect(asked("WORKDAYS", "2027-12-01", "2028-01-05", table)).toMatch(/2027-12-31/);
});
