/** A rule that several causes bring says of each what is to be done about just that. */
import type { Finding } from "../../src/findings/finding";
import type { CellValue } from "../../src/sheet/cell";
import { clause } from "../../src/words/clause";
import { sentences } from "../../src/words/finding";
import { runOf, type Rows } from "../report/sheets";

const LEAD = ["项目名称", "责任部门", "总投资（万元）"];
const PROJECT = ["北河大桥改建工程", "交通运输局", 8600];

function saidOf(code: string, rows: Rows): { zh: string; en: string }[] {
  const findings = runOf({ 台账: rows }).result.perLedger.flatMap((part) => part.findings);
  return findings
    .filter((finding) => finding.code === code)
    .map((finding) => ({ zh: sentences(finding, "zh").how, en: sentences(finding, "en").how }));
}

test.each<[string, string, CellValue, RegExp, RegExp]>([
  ["words instead of a day", "计划开工时间", "视资金情况", /改写成日期.*备注/, /^Type a date/],
  ["a day without its year", "计划开工时间", "9月底前", /^补上年份/, /^Add the year/],
  ["a day that no calendar has", "计划竣工时间", "2025-13-40", /^对照原件核对/, /^Look/],
  ["30 February", "计划竣工时间", "2025年2月30日", /^对照原件核对/, /^Look/],
  ["one end of a period", "建设起止年限", "2025年起", /^开始和结束都写上/, /^Give both ends/],
  ["a sign that is no state", "环评", "△", /^写已办结、正在办理/, /^Type 已办结/],
])("an unreadable day: %s", (_, heading, cell, zh, en) => {
  const said = saidOf("F104", [
    [...LEAD, heading],
    [...PROJECT, cell],
  ]);
  expect(said).toEqual([{ zh: expect.stringMatching(zh) as string, en: expect.stringMatching(en) as string }]);
});

test.each([
  ["F102", "总投资（万元）", "约1，2，3亿元（含征拆）"],
  ["F104", "计划开工时间", "视资金，情况（待定）后"],
])("%s quotes the cell as it is written", (code, heading, cell) => {
  const headings = ["项目名称", "责任部门", heading];
  const findings = runOf({ 台账: [headings, ["北河大桥改建工程", "交通运输局", cell]] }).result.perLedger;
  const said = findings.flatMap((part) => part.findings).filter((finding) => finding.code === code);
  expect(said.map((finding) => sentences(finding, "zh").message)).toEqual([expect.stringContaining(`“${cell}”`)]);
});

describe("a form's boxes", () => {
  const rows: Rows = [
    [...LEAD, "环评", "建设性质", "项目阶段", "重点项目", "入库层级"],
    [...PROJECT, "☑是 □否", "□新建 ☑改建", "☑谋划 □储备 □申报", "□是 ☑否", ""],
  ];

  test("are read as what is ticked, by whatever asks", () => {
    for (const code of ["F104", "F113", "D607"]) expect(saidOf(code, rows)).toEqual([]);
  });

  test("that nobody has ticked are asked about", () => {
    expect(
      saidOf("F104", [
        [...LEAD, "环评"],
        [...PROJECT, "□是 □否"],
      ]),
    ).toHaveLength(1);
    expect(
      saidOf("F113", [
        [...LEAD, "建设性质"],
        [...PROJECT, "□新建 □改建"],
      ]),
    ).toHaveLength(1);
  });
});

describe("words that no list holds", () => {
  test.each([
    ["项目状态", "新建", 0],
    ["项目状态", "大概快了", 1],
    ["资金来源", "上级补助资金、县级配套", 0],
    ["资金渠道", "上级补助资金、县级配套", 1],
  ])("%s: %s is said %s times", (heading, cell, count) => {
    const known = heading === "项目状态" ? "前期" : "专项债券";
    const rows = [known, known, known, cell].map((each) => [...PROJECT, each]);
    expect(saidOf("F113", [[...LEAD, heading], ...rows])).toHaveLength(count);
  });

  test.each([
    ["备案", []],
    ["施工图审查", []],
    ["环评公示期，等县里定", ["hint"]],
    ["大概快了", ["error"]],
  ])("a stage 「%s」: %j", (cell, severities) => {
    const rows = ["前期", "储备", "申报", cell].map((each) => [...PROJECT, each]);
    const findings = runOf({ 台账: [[...LEAD, "项目阶段"], ...rows] }).result.perLedger.flatMap(
      (part) => part.findings,
    );
    const said = findings.filter(({ code }) => code === "F113");
    expect(said.map(({ severity }) => severity)).toEqual(severities);
    for (const finding of said) {
      expect(sentences(finding, "zh").how).toMatch(/^改为可选项之一：/);
      expect(clause(finding.basis, "zh")).toBe("依据：本工具的统一口径，各部门用同一套选项才能汇总。");
    }
  });
});

describe("what is to be done follows from what is wrong", () => {
  const FACTS: Partial<Record<string, readonly Finding["args"][]>> = {
    A802: [
      { kind: "start", planned: "2025-03-01" },
      { kind: "progress", rate: 0.1, points: 0.3 },
      { kind: "statistics", started: "2025-03-01" },
    ],
    C207: [{ channel: "专项债券", coverage: 1, wanted: 1.2 }, { channel: "专项债券" }],
    C209: [
      { policy: "甲办法", state: "coming", day: "2026-01-01" },
      { policy: "甲办法", state: "ended", day: "2024-01-01" },
    ],
    D605: [{ indicator: "争取资金", leads: ["水务局", "教育局"] }, { indicator: "争取资金" }],
  };

  test.each(Object.entries(FACTS))("%s has a remedy for each of its causes, in both languages", (code, causes = []) => {
    for (const locale of ["zh", "en"] as const) {
      const said = causes.map((args) => sentences({ ...findingOf(code), args }, locale).how);
      expect(new Set(said).size).toBe(causes.length);
      expect(said.filter((how) => how === "")).toEqual([]);
    }
  });

  function findingOf(code: string): Finding {
    const basis = { document: "名录", confidence: "H" } as const;
    const place = { file: null, sheet: null, row: null, cells: [], field: null, fields: [], project: null, files: [] };
    return { id: "x", code, severity: "warning", args: {}, basis, ...place };
  }
});
