/** A workbook with a sheet a month: each project counts once, as its latest month states it, and its history is no conflict. */
import { reportOf, type Rows } from "./sheets";

const HEAD = ["序号", "项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）"];
const month = (name: string, ...rows: Rows): Rows => [[`2025年${name}重点项目进度表`], HEAD, ...rows];
const bridge = (done: number) => [1, "北河大桥改建工程", "交通运输局", 8600, done];
const road = (done: number) => [2, "三河镇通村道路工程", "交通运输局", 900, done];

/** Codes of what is said of more than one row, the number and the total of the projects, and the shares of completion. */
function said(sheets: Readonly<Record<string, Rows>>): unknown {
  const { files, reserve } = reportOf(sheets);
  const codes = files.flatMap(({ sheets: each }) => each.flatMap(({ findings }) => findings.map(({ code }) => code)));
  const [department] = reserve.byDepartment.filter(({ count }) => count > 0);
  const completion = reserve.progress.rates.find(({ key }) => key === "totalCompletion");
  return [
    codes.filter((code) => /^(?:F111|K704|D603)$/.test(code)),
    department?.count,
    department?.wan,
    completion?.numerator,
  ];
}

test.each<[string, Readonly<Record<string, Rows>>, unknown]>([
  [
    "the latest month stands for what the earlier ones state too",
    {
      "4月": month("4月", bridge(1000), road(100)),
      "5月": month("5月", bridge(2000)),
      "6月": month("6月", bridge(2600)),
    },
    [[], 2, 9500, 2700],
  ],
  [
    "whatever the order of the sheets, and 1-6月 is June",
    { "1-6月": month("1-6月", bridge(2600)), "1-5月": month("1-5月", bridge(2000)) },
    [[], 1, 8600, 2600],
  ],
  [
    "other projects of another month are others",
    { "4月": month("4月", bridge(1000)), "5月": month("5月", road(100)) },
    [[], 2, 9500, 1100],
  ],
  [
    "sheets that say no month are no history",
    { 甲表: [HEAD, bridge(1000)], 乙表: [HEAD, bridge(2000)] },
    [["K704"], 2, 17200, 3000],
  ],
  [
    "a sheet without those amounts says nothing of them",
    { "4月": month("4月", bridge(1000)), "6月": [HEAD.slice(0, 4), bridge(0).slice(0, 4)] },
    [["F111"], 2, 17200, 1000],
  ],
])("%s", (_, sheets, expected) => {
  expect(said(sheets)).toEqual(expected);
});
