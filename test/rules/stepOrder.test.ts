/** What is said of days in the wrong order names them as precisely as they were written. */
import { sentences } from "../../src/words/finding";
import { runOf } from "../report/sheets";

test.each([
  ["2025年3-4月", "2025-02-10", "开工（2025-02-10）早于环评（2025年3-4月）"],
  ["2025年一季度", "2024-11", "开工（2024-11）早于环评（2025年一季度）"],
  ["2025年3月下旬", "2024年", "开工（2024）早于环评（2025年3月下旬）"],
  ["2025年3月", "2024年下半年", "开工（2024年下半年）早于环评（2025-03）"],
])("an approval of %s after a start of %s", (approved, started, said) => {
  const rows = [
    ["项目名称", "责任部门", "总投资（万元）", "环评批复时间", "实际开工时间"],
    ["县医院迁建项目", "卫生健康局", 9000, approved, started],
  ];
  const [finding] = (runOf({ 台账: rows }).result.perLedger[0]?.findings ?? []).filter(({ code }) => code === "P302");
  expect(finding && sentences(finding, "zh").message).toContain(said);
});
