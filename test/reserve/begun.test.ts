/** What the start rate counts: whoever has spent money or stands under a roof has begun, and of whom nothing is said nobody knows. */
import { reportOf } from "../report/sheets";

const DAY = "2025-06-20";

/** A heading and its cell beside name, department and total; started, not started, or in no denominator. */
it.each<[heading: string, cell: string | number | null, of: "started" | "not started" | "nothing"]>([
  ["累计完成投资（万元）", 3012, "started"],
  ["累计完成投资（万元）", 0, "not started"],
  ["截至2024年底完成投资（万元）", 40, "started"],
  ["本年完成投资（万元）", 120, "started"],
  ["实际开工", "2025-03-01", "started"],
  ["实际开工", "2025-09-01", "not started"],
  ["实际开工", null, "not started"],
  ["计划开工", "2025-09", "not started"],
  ["计划开工", "2025-03", "nothing"],
  ["项目阶段", "在建", "started"],
  ["项目阶段", "储备", "not started"],
  ["项目阶段", "停工", "not started"],
  ["项目阶段", "调出", "nothing"],
  ["形象进度", "主体封顶，正在内外装修", "started"],
  ["形象进度", "主体封顶，计划年底投用", "started"],
  ["形象进度", "正在打桩", "started"],
  ["形象进度", "设备安装调试阶段", "started"],
  ["形象进度", "正在办理前期手续，计划6月主体施工", "not started"],
  ["形象进度", "尚未进场施工", "not started"],
  ["形象进度", "完成场地平整和地质勘察", "nothing"],
  ["备注", "无", "nothing"],
])("%s %s: %s", (heading, cell, of) => {
  const row = ["西沟水库工程", "水务局", 5200, cell, "第二行也有这一列"];
  const { reserve } = reportOf(
    { 台账: [["项目名称", "责任部门", "总投资（万元）", heading, "备注说明"], row] },
    { asOf: DAY },
  );
  const rate = reserve.progress.rates.find(({ key }) => key === "started");
  const expected = { started: [1, 1], "not started": [0, 1], nothing: [0, 0] }[of];
  expect([rate?.numerator, rate?.denominator]).toEqual(expected);
});
