/** Small ledgers for the pane's tests, each with what a clerk of a county might have typed. Every name is made up. */
import type { CellValue } from "../../src/sheet/cell";

const HEADINGS = ["序号", "项目名称", "责任部门", "总投资（万元）", "资金渠道", "计划开工时间", "计划竣工时间"];

/** Nothing to say against it. */
export const CLEAN: readonly (readonly CellValue[])[] = [
  ["青河县重点项目储备台账（2025年）"],
  HEADINGS,
  [1, "柳林镇污水管网改造工程", "住房和城乡建设局", 1200, "专项债券", "2025-09-01", "2026-10-31"],
  [2, "三河镇集中供水工程", "水务局", 2300.5, "专项债券", "2025-09-15", "2026-12-31"],
];

/** Row 3 finishes before it starts; D4 holds no amount; D5 and D6 hold numbers as text. */
export const FAULTY: readonly (readonly CellValue[])[] = [
  ["青河县重点项目储备台账（2025年）"],
  HEADINGS,
  [1, "柳林镇污水管网改造工程", "住房和城乡建设局", 1200, "专项债券", "2026-10-01", "2025-03-31"],
  [2, "三河镇集中供水工程", "水务局", "待核实后再报", "专项债券", "2025-09-15", "2026-12-31"],
  [3, "南湖水库除险加固工程", "水务局", "4300", "专项债券", "2025-09-15", "2026-12-31"],
  [4, "青峰山林场管护站道路工程", "林业局", "600", "专项债券", "2025-09-15", "2026-12-31"],
];

/** No headings of a ledger anywhere. */
export const LETTER: readonly (readonly CellValue[])[] = [
  ["关于召开项目调度会的通知"],
  ["各乡镇、各部门："],
  ["定于下周一上午九时召开会议，请准时参加。"],
];

/** As many rows as wanted, each finishing before it starts. */
export function longLedger(rows: number): CellValue[][] {
  const head = FAULTY.slice(0, 2).map((row) => [...row]);
  for (let row = 1; row <= rows; row++) {
    head.push([
      row,
      `青河县第${String(row)}号农村公路改造工程`,
      "交通运输局",
      1000 + row,
      "专项债券",
      "2026-10-01",
      "2025-03-31",
    ]);
  }
  return head;
}

/** A start of works of which nothing says whether it is planned or past. */
export const AMBIGUOUS: readonly (readonly CellValue[])[] = [
  ["青河县重点项目储备台账（2025年）"],
  ["序号", "项目名称", "责任部门", "总投资（万元）", "开工时间", "资金渠道"],
  [1, "柳林镇污水管网改造工程", "住房和城乡建设局", 1200, "2025-09-01", "专项债券"],
  [2, "三河镇集中供水工程", "水务局", 2300.5, "2025-09-15", "专项债券"],
];

/** Written in ways that only have to be rewritten: a document number in D4, numbers as text in E4 and E5. */
export const BADLY_WRITTEN: readonly (readonly CellValue[])[] = [
  ["青河县重点项目储备台账（2025年）"],
  ["序号", "项目名称", "责任部门", "可研批复文号", "总投资（万元）", "资金渠道", "计划开工时间", "计划竣工时间"],
  [
    1,
    "柳林镇污水管网改造工程",
    "住房和城乡建设局",
    "青发改审〔2025〕12号",
    1200,
    "专项债券",
    "2025-09-01",
    "2026-10-31",
  ],
  [2, "三河镇集中供水工程", "水务局", "青发改审[2025]第013号", "2300", "专项债券", "2025-09-15", "2026-12-31"],
  [3, "南湖水库除险加固工程", "水务局", "青发改审〔2025〕14号", "4300", "专项债券", "2025-09-15", "2026-12-31"],
];
