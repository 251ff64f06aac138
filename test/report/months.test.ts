/** A workbook with a sheet a month: each project counts once, as its latest month states it, and its history is no conflict. */
import { makeBaseline, readBaseline } from "../../src/findings/baseline";
import { missingSheet } from "../../src/report/export/checkReport";
import { Gathering } from "../../src/report/export/collect/gather";
import { partOf } from "../../src/report/export/collect/part";
import { reserveColumns } from "../../src/report/export/collect/sheets/reserve";
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

describe("12月 before 1月", () => {
  const completedIn = (names: readonly string[], asOf: string): unknown => {
    const sheets = Object.fromEntries(names.map((name, index) => [name, [HEAD, bridge((index + 1) * 100)]]));
    const { progress } = reportOf(sheets, { asOf }).reserve;
    const completed = progress.rates.find(({ key }) => key === "totalCompletion")?.numerator;
    return names[(completed ?? 0) / 100 - 1];
  };

  test.each<[string, readonly string[], string, string]>([
    ["is the December before where the sheets follow each other", ["12月", "1月", "2月"], "2025-12-20", "2月"],
    ["and where the newest stands first", ["2月", "1月", "12月", "11月"], "2025-12-20", "2月"],
    ["where the year's December has not come", ["12月", "1月"], "2025-01-20", "1月"],
    ["as with months left out", ["10月", "11月", "2月"], "2025-03-05", "2月"],
    ["where its year is written", ["2024年12月", "1月", "2月"], "2025-03-05", "2月"],
    ["whatever else says a year", ["24年12月", "25年1月"], "2025-12-20", "25年1月"],
    ["is this year's where it may have come and nothing tells", ["12月", "1月"], "2025-12-20", "12月"],
    ["is this year's where it is written so", ["2025年12月", "2025年1月", "2025年2月"], "2025-12-20", "2025年12月"],
    ["is prepared where all months stand in their order", ["1月", "2月", "12月"], "2025-06-20", "12月"],
    ["newest first is no new year", ["6月", "5月"], "2025-05-20", "6月"],
    ["in no order says nothing", ["1月", "12月", "2月"], "2025-06-20", "12月"],
  ])("%s: %j on %s", (_, names, asOf, latest) => {
    expect(completedIn(names, asOf)).toBe(latest);
  });
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
    expect(codesOf({ "3月": sheet([...PLAN, "备注"], 100), "6月": sheet(PLAN, 500) })).toEqual([["A801"], []]);
  });
});

describe("what is wrong with the sheet of an earlier month", () => {
  const stating = (name: string, amount: number | string, total?: number): Rows =>
    month(name, [...bridge(0).slice(0, 3), amount, 10], ...(total === undefined ? [] : [["", "合计", "", total, 10]]));
  const weights = (sheets: Readonly<Record<string, Rows>>): unknown => {
    const { files, verdict } = reportOf(sheets);
    const all = files[0]?.sheets.map(({ findings }) => findings.map(({ code, severity }) => `${code} ${severity}`));
    return [verdict.canSubmit, all];
  };

  test.each<[string, Readonly<Record<string, Rows>>, unknown]>([
    ["a cell", { "5月": stating("5月", "另行测算"), "6月": stating("6月", 8600) }, [true, [["F102 hint"], []]]],
    ["a blank", { "5月": stating("5月", ""), "6月": stating("6月", 8600) }, [true, [["F101 hint"], []]]],
    ["a total", { "5月": stating("5月", 8600, 9000), "6月": stating("6月", 8600) }, [true, [["K701 hint"], []]]],
  ])("%s stops nothing, and is seen", (_, sheets, expected) => {
    expect(weights(sheets)).toEqual(expected);
  });

  test.each<[string, Readonly<Record<string, Rows>>, unknown]>([
    ["of this month", { "5月": stating("5月", 8600), "6月": stating("6月", "待测") }, [false, [[], ["F102 error"]]]],
    [
      "of a project that no later sheet states",
      { "5月": stating("5月", "待测"), "6月": month("6月", road(100)) },
      [false, [["F102 error"], []]],
    ],
    [
      "of this month beside the same a month ago",
      { "5月": stating("5月", "待测"), "6月": stating("6月", "待测") },
      [false, [["F102 hint"], ["F102 error"]]],
    ],
  ])("one %s stops it", (_, sheets, expected) => {
    expect(weights(sheets)).toEqual(expected);
  });

  it("says so, and takes no identity from the same fault of this month", () => {
    const ids = (sheets: Readonly<Record<string, Rows>>): unknown =>
      reportOf(sheets).files[0]?.sheets.flatMap(({ name, findings }) =>
        (name === "6月" ? findings : []).map(({ id }) => id),
      );
    const both = { "5月": stating("5月", "待测"), "6月": stating("6月", "待测") };
    expect(ids(both)).toEqual(ids({ "6月": stating("6月", "待测") }));
    const [may, june] = reportOf(both).files[0]?.sheets ?? [];
    expect(may?.findings[0]?.message).toMatch(/较早月份的表.*不影响本次报送/u);
    expect(june?.findings[0]?.message).not.toContain("较早月份");
  });

  it("is asked of no department again", () => {
    const asked = (sheets: Readonly<Record<string, Rows>>): unknown =>
      missingSheet(runOf(sheets))?.cells.flatMap((row) => (row.includes("交通运输局") ? [row[3]] : []));
    expect(asked({ "5月": stating("5月", ""), "6月": stating("6月", "") })).toEqual(["6月"]);
    expect(asked({ "5月": stating("5月", ""), "6月": stating("6月", 8600) })).toBeUndefined();
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

  test("a report of it holds what the workbook's own note holds", () => {
    const sheets = { "5月": may, "4月": april };
    const then = runOf(sheets);
    const own = makeBaseline(then.ledgers, then.result, "2025-06-20");
    expect(own.projects).toMatchObject([{ amounts: { completed: 2000 } }]);
    expect(readBaseline(JSON.parse(JSON.stringify(reportOf(sheets))))?.projects).toEqual(own.projects);
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
