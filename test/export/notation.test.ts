/** Texts go out with the punctuation that they were typed with, and read back as the same. */
import { readDay } from "../../src/measure/day";
import { dayText } from "../../src/measure/dayText";
import { standardCell } from "../../src/report/export/notation";
import { runOf } from "./collections";

it.each([
  ["云溪县产业园（一期）工程", "云溪县产业园（一期）工程"],
  ["云溪县产业园(一期)工程", "云溪县产业园(一期)工程"],
  // Digits and letters are put right; the punctuation stays.
  ["云溪县Ｇ３０１线（一期）工程", "云溪县G301线（一期）工程"],
  ["全长3.2公里，双向四车道；桥２座", "全长3.2公里，双向四车道；桥2座"],
  ["柳林镇、西沟镇供水管网改造（二期）工程", "柳林镇、西沟镇供水管网改造（二期）工程"],
  // A blank beside it counts when names are compared, so it stays with the rest as it was read.
  ["云溪县产业园 （一期）工程", "云溪县产业园 (一期)工程"],
])("%s is written %s", (typed, written) => {
  const cells = [
    ["序号", "项目名称", "总投资（万元）"],
    [1, typed, 1200],
  ];
  const [project] = runOf("台账.xlsx", { 台账: cells }).ledgers[0]?.projects ?? [];
  expect(project && standardCell(project, "name", "2025-06-20")).toBe(written);
});

it.each(["2025年内", "2025年8-9月", "2025年8月上中旬", "2025年8月底前", "2025年三季度"])(
  "a day typed as %s is written so that it reads the same",
  (typed) => {
    const interval = readDay(typed)?.interval;
    expect(interval && readDay(dayText(interval))?.interval).toEqual(interval);
  },
);

it("what is to be done within a year is not written as before it", () => {
  expect(dayText({ from: "2025-01-01", to: "2025-12-31", precision: "year", by: true })).toBe("2025年内");
});

it.each([
  ["2025-09-10", "未办理"],
  ["2025-06-20", "已办结"],
])("a step with its day on %s is written as %s on 2025-06-20", (day, state) => {
  const cells = [
    ["项目名称", "责任部门", "总投资（万元）", "环评"],
    ["柳林镇污水管网工程", "住房和城乡建设局", 1200, day],
  ];
  const [project] = runOf("台账.xlsx", { 台账: cells }).ledgers[0]?.projects ?? [];
  expect(project && standardCell(project, "proc.eia", "2025-06-20")).toBe(state);
});
