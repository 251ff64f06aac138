/** The day that a ledger itself says it is of: its month's last, else that of its 填报时间. */
import { dayStated } from "../../src/ledger/ownTime";
import { readLedger } from "../../src/ledger/read";
import { serialFromDay } from "../../src/measure/day";
import { SerialDay, type CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";

function stated(above: readonly (readonly CellValue[])[], sheet = "Sheet1"): string | null {
  const rows = [
    ["序号", "项目名称", "责任部门", "总投资（万元）"],
    [1, "北河大桥改建工程", "交通运输局", 8600],
    [2, "西沟水库除险加固工程", "水务局", 5200],
  ];
  return dayStated(readLedger(gridSheet(sheet, [...above, ...rows]), { file: "台账.xlsx" }));
}

test.each<[above: readonly (readonly CellValue[])[], day: string | null]>([
  [[["2025年5月重点项目台账"]], "2025-05-31"],
  [[["重点项目台账"], ["填报时间：2025年5月"]], "2025-05-31"],
  [[["重点项目台账"], ["填报单位：水务局", "", "填报时间：2025年6月12日"]], "2025-06-12"],
  [[["重点项目台账"], ["填报日期：", "2025.6.12"]], "2025-06-12"],
  [[["重点项目台账"], ["制表时间：", new SerialDay(serialFromDay("2025-06-12"), false)]], "2025-06-12"],
  [[["2025年重点项目台账"], ["更新时间：2025年2月"]], "2025-02-28"],
  [[["重点项目台账"], ["填报时间：2025年2月30日"]], null],
  [[["2025年重点项目台账"]], null],
  [[["重点项目台账"], ["报送截止时间：2025年6月20日"]], null],
  [[["重点项目台账"], ["会议时间：2025年6月20日"]], null],
  [[], null],
])("%j: %s", (above, day) => {
  expect(stated(above)).toBe(day);
});

test("a sheet that names its month and year", () => {
  expect(stated([["2025年重点项目台账"]], "5月")).toBe("2025-05-31");
});
