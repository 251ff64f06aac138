/** A workbook with a sheet a month: each project counts once, as its latest month states it, and its history is no conflict. */
import { makeBaseline } from "../../src/findings/baseline";
import { Gathering } from "../../src/report/export/collect/gather";
import { partOf } from "../../src/report/export/collect/part";
import { reserveColumns } from "../../src/report/export/collect/sheets";
import { reportOf, runOf, type Rows } from "./sheets";

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

describe("how a project stands today", () => {
  const PLAN = ["年度计划投资（万元）", "本年完成投资（万元）"];
  const sheet = (heading: Rows[number], done: number): Rows => [
    [...HEAD, ...heading],
    [...bridge(1000 + done), 1000, done, "见附件"].slice(0, HEAD.length + heading.length),
  ];
  const codesOf = (sheets: Readonly<Record<string, Rows>>): unknown =>
    reportOf(sheets).files.flatMap(({ sheets: each }) =>
      each.map(({ findings }) => findings.map(({ code }) => code).filter((code) => /^(?:A80[12]|F104)$/.test(code))),
    );

  it("is not what the sheet of an earlier month says", () => {
    expect(codesOf({ "3月": sheet(PLAN, 100), "6月": sheet(PLAN, 500) })).toEqual([[], []]);
    expect(codesOf({ "3月": sheet(PLAN, 100), "6月": sheet(PLAN, 200) })).toEqual([[], ["A801"]]);
  });

  it("nor is what is typed there read by nobody", () => {
    const more = [...PLAN, "计划开工时间"];
    expect(codesOf({ "3月": sheet(more, 100), "6月": sheet(more, 500) })).toEqual([["F104"], ["F104"]]);
  });

  it("is asked of the earlier sheet where the later one has no column for it", () => {
    expect(codesOf({ "3月": sheet([...PLAN, "备注"], 100), "6月": sheet(PLAN, 500) })).toEqual([["A802"], []]);
  });
});

describe("against the last submission", () => {
  const HEADING = [...HEAD, "项目阶段", "补进项目"];
  const sheet = (name: string, ...rows: Rows): Rows => [[`2025年${name}重点项目进度表`], HEADING, ...rows];
  const stands = (done: number, stage: string, replaced = ""): Rows[number] => [...bridge(done), stage, replaced];
  const april = sheet("4月", stands(1000, "储备"));
  const may = sheet("5月", stands(2000, "申报"));
  const codesOf = (sheets: Readonly<Record<string, Rows>>, before: Readonly<Record<string, Rows>>): unknown => {
    const then = runOf(before);
    const baseline = makeBaseline(then.ledgers, then.result, "2025-05-20");
    const { files, reserve } = reportOf(sheets, { baseline });
    const codes = files.flatMap(({ sheets: each }) => each.flatMap(({ findings }) => findings.map(({ code }) => code)));
    return [codes.filter((code) => /^(?:R502|R505|K705)$/.test(code)), reserve.moves];
  };

  test.each<[string, Rows, unknown]>([
    ["history neither falls nor goes back", sheet("6月", stands(2600, "申报")), [[], []]],
    [
      "the latest month is compared with the latest month",
      sheet("6月", stands(1500, "储备")),
      [["K705", "R502"], [{ from: "申报", to: "储备", count: 1 }]],
    ],
  ])("%s", (_, june, expected) => {
    expect(codesOf({ "6月": june, "5月": may, "4月": april }, { "5月": may, "4月": april })).toEqual(expected);
  });

  test("whoever was replaced since is replaced in all months", () => {
    const sheets = {
      "5月": sheet("5月", stands(0, "调出")),
      "6月": sheet("6月", stands(0, "调出", "补进：三河镇通村道路工程")),
    };
    expect(codesOf(sheets, {})).toMatchObject([[], expect.anything()]);
  });
});

test("a collection lists each project once, and none that stood once comes anew", () => {
  const run = runOf({ "4月": month("4月", bridge(1000), road(100)), "5月": month("5月", bridge(2000)) });
  const { head, lines } = partOf(run, { path: "台账.xlsx", receipt: "none", writtenOn: "2025-06-20" }, "sheets");
  const gathering = new Gathering();
  gathering.add("台账.xlsx", head);
  const waiting = [...lines];
  const { fields } = reserveColumns(gathering.summary(), run.options.pack);
  const listed = [...gathering.reserve(["台账.xlsx"], fields, () => waiting)];
  expect(listed.map((row) => [row[fields.indexOf("serial")], row[fields.indexOf("completed")]])).toEqual([
    [1, 100],
    [2, 2000],
  ]);
  const states = gathering.states(["台账.xlsx"], () => waiting);
  expect([...states.values()].map(({ length }) => length)).toEqual([1, 1]);
});
