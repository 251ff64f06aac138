/** Ledgers of two years in one call: what goes on from last year is neither double nor told in two ways. */
import { runThrough } from "../../src/report/run";
import type { Rows } from "../report/sheets";
import { gridSheet } from "../../src/sheet/grid";
import { COUNTY } from "./judge";

const CODE = "2503-130981-04-01-573274";
const LEADERS = ["李明", "李明", "李明", "李明"];
const HEAD = ["项目名称", "责任部门", "总投资（万元）", "项目代码", "项目单位", "包联领导", "本年完成投资（万元）"];
const NAMES = ["西沟水库除险加固工程", "城南环线道路工程", "柳河镇供水管网改造工程"];

/** A year's ledger: the totals have grown, one project has another name under its code, one more part is named. */
function ofYear(year: 2024 | 2025): Rows {
  const later = year - 2024;
  const rows = NAMES.map((name, index) => [
    index === 0 && later > 0 ? "西沟水库综合治理工程" : name,
    "水务局",
    5200 + 100 * index * later,
    index === 0 ? CODE : "",
    "水务局",
    LEADERS[index] ?? "",
    400 + 100 * later,
  ]);
  const part = `城北标准厂房${later > 0 ? "B" : "A"}区项目`;
  const same = ["北河大桥改建工程", "水务局", 8600, "", "水务局", "", 0];
  return [HEAD, ...rows, same, [part, "工信局", 2000, "", "县产业公司", "李明", 300]];
}

interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly title?: string;
}

function said(last: Place, current: Place): string[] {
  const sheetAt = ({ sheet = "Sheet1", title }: Place, rows: Rows) =>
    gridSheet(sheet, title === undefined ? rows : [[title], ...rows]);
  const [before, now] = [sheetAt(last, ofYear(2024)), sheetAt(current, ofYear(2025))];
  const files =
    last.file === current.file
      ? [{ path: last.file, sheets: [before, now] }]
      : [
          { path: current.file, sheets: [now] },
          { path: last.file, sheets: [before] },
        ];
  const { result } = runThrough(files, { pack: COUNTY, asOf: "2025-06-20" });
  const codes = [...result.perLedger.flatMap(({ findings }) => findings), ...result.run].map(({ code }) => code);
  return [...new Set(codes)].filter((code) => /^(?:K704|F108|F111|F112|D603)$/u.test(code)).sort();
}

test.each<[string, Place, Place]>([
  ["titles", { file: "甲.xlsx", title: "2024年重点项目台账" }, { file: "乙.xlsx", title: "2025年重点项目台账" }],
  ["names of files", { file: "2024年台账.xlsx" }, { file: "2025年台账.xlsx" }],
  ["names of sheets", { file: "两年台账.xlsx", sheet: "2024年" }, { file: "两年台账.xlsx", sheet: "2025年" }],
  [
    "names of sheets in a file of one year",
    { file: "2025台账.xlsx", sheet: "2024" },
    { file: "2025台账.xlsx", sheet: "2025" },
  ],
  ["words for the years", { file: "去年.xlsx" }, { file: "今年.xlsx" }],
])("nothing is compared where %s say two years", (_, last, current) => {
  expect(said(last, current)).toEqual([]);
});

const COMPARED = ["D603", "F108", "F111", "F112", "K704"];

test.each<[string, Place, Place]>([
  ["nobody says a year", { file: "甲.xlsx" }, { file: "乙.xlsx" }],
  ["both are of one", { file: "2025年甲.xlsx" }, { file: "2025年乙.xlsx" }],
  ["only one says its year", { file: "甲.xlsx" }, { file: "2025年台账.xlsx" }],
  [
    "the years say what the projects are",
    { file: "项目.xlsx", sheet: "2024年结转" },
    { file: "项目.xlsx", sheet: "2025年新建" },
  ],
  ["one is of several years", { file: "2024—2026年滚动计划.xlsx" }, { file: "2025年台账.xlsx" }],
  ["the year is a letter's", { file: "附件（〔2024〕3号）.xlsx" }, { file: "2025年台账.xlsx" }],
])("they are compared where %s", (_, last, current) => {
  expect(said(last, current)).toEqual(COMPARED);
});
