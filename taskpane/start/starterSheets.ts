/** What somebody without a ledger may begin with: one to try, full of what clerks get wrong, and the standard one to fill in. */
import { packInForce } from "../../src/policy/load";
import { STANDARD_TABLE } from "../../src/report/export/standardTable";
import { templateSheets } from "../../src/report/export/template";
import type { CellValue } from "../../src/sheet/cell";
import type { NewSheet } from "../../src/sheet/host";
import type { Starter } from "../state";

export function starterSheet(starter: Starter, asOf: string): NewSheet {
  return starter === "example" ? exampleSheet(asOf) : templateSheet(asOf);
}

function templateSheet(asOf: string): NewSheet {
  const { pack } = packInForce(asOf);
  const sheet = templateSheets({ pack, asOf }).find(({ name }) => name === STANDARD_TABLE);
  if (!sheet) throw new Error(`the template has no sheet ${STANDARD_TABLE}`);
  return sheet;
}

/** Judged on any day the same faults show: an amount as text, an unreadable one, days in the wrong order, a number half written. */
function exampleSheet(asOf: string): NewSheet {
  const year = Number(asOf.slice(0, 4));
  const day = (years: number, rest: string): string => `${String(year + years)}-${rest}`;
  const number = (serial: string): string => `云发改审〔${String(year)}〕${serial}号`;
  const rows: readonly (readonly CellValue[])[] = [
    [
      1,
      "云溪县柳河镇污水管网改造工程",
      "住房和城乡建设局",
      "储备",
      "8600",
      "专项债券",
      number("12"),
      day(0, "09-30"),
      day(1, "12-31"),
    ],
    [
      2,
      "云溪县青石水库除险加固工程",
      "水务局",
      "储备",
      "待可研批复后确定",
      "中央预算内投资",
      "",
      day(0, "10-15"),
      day(1, "11-30"),
    ],
    [
      3,
      "云溪县城南商业综合体项目",
      "商务局",
      "储备",
      15200,
      "专项债券",
      number("15"),
      day(0, "10-01"),
      day(2, "06-30"),
    ],
    [
      4,
      "云溪县望仙镇卫生院门诊楼建设项目",
      "卫生健康局",
      "储备",
      3200,
      "专项债券",
      `云发改审[${String(year)}]第018号`,
      day(1, "12-31"),
      day(0, "09-30"),
    ],
    [
      5,
      "云溪县东岭至白桥公路改建工程",
      "交通运输局",
      "储备",
      12000,
      "专项债券",
      number("20"),
      day(0, "11-01"),
      day(2, "10-31"),
    ],
  ];
  return {
    name: "示例台账",
    cells: [
      [`云溪县项目储备台账（${String(year)}年）`],
      [
        "序号",
        "项目名称",
        "责任部门",
        "项目阶段",
        "总投资（万元）",
        "资金渠道",
        "可研批复文号",
        "计划开工时间",
        "计划竣工时间",
      ],
      ...rows,
    ],
    widths: [6, 34, 20, 10, 18, 16, 24, 14, 14],
    frozenRows: 2,
  };
}
