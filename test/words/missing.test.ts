/** What a target lacks is said of what it lacks. */
import { missingText } from "../../src/words/missing";
import { targetsWords } from "../../src/words/paneTargets";
import { reportOf } from "../report/sheets";

test.each([
  [7, "31.55", "还差 7 个、31.55 亿元"],
  [0, "31.55", "个数已完成，还差 31.55 亿元"],
  [7, null, "总投资已完成，还差 7 个"],
])("of %s projects and %s", (count, yi, said) => {
  expect(missingText(count, yi)).toBe(said);
  expect(targetsWords("zh").gapOf(count, Number(yi))).not.toMatch(/(^|\D)0 [个亿]/);
});

test("nor does the finding ask for 0 projects a week", () => {
  const rows = Array.from({ length: 30 }, (_, index) => [
    `第${String(index + 1)}供水工程`,
    index % 2 === 0 ? "水务局" : "教育局",
    600,
    "2025-05-08",
  ]);
  const report = reportOf({ 储备库: [["项目名称", "责任部门", "总投资（万元）", "入库时间"], ...rows] });
  const [said] = report.findings.filter(({ code }) => code === "R501");
  expect(said?.message).toMatch(/个数已完成，总投资距目标差[\d.]+亿元，到2025-06-30还有6个工作日。$/);
});
