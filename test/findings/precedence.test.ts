/** Where one cause could carry several codes: which of them says it. A test for each sentence of that rule book's section. */
import { CellError, type CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import type { ExampleRow } from "../../src/rules/rule";
import { allFindings, judged } from "../rules/judge";
import { layOut } from "../rules/layOut";

const ON = "2025-06-20";
const PLAIN: ExampleRow = { name: "南湖水库除险加固工程", department: "水务局", totalInvestment: 4300 };
const CONTENT = "加固大坝，库容120万立方米";

function codesOf(...rows: readonly ExampleRow[]): string[] {
  return allFindings(judged([layOut(rows)], ON))
    .map(({ code }) => code)
    .sort();
}

describe("C203 before C201 when the negative class is what decides", () => {
  test("a negative name under a bond is C203 alone", () => {
    const codes = codesOf({ ...PLAIN, name: "云溪县机关办公楼新建项目", stage: "储备", channel: "专项债券" });
    expect(codes).toContain("C203");
    expect(codes).not.toContain("C201");
  });
  test("an area outside the channel's list is C201 alone", () => {
    const codes = codesOf({
      ...PLAIN,
      name: "产业引导基金出资项目",
      area: "股权投资",
      stage: "储备",
      channel: "专项债券",
    });
    expect(codes).toContain("C201");
    expect(codes).not.toContain("C203");
  });
});

describe("an unfilled or unrecognised channel", () => {
  test.each([
    ["unfilled at 申报", "申报", "待定", ["C202"]],
    ["unrecognised at 申报", "申报", "找人要", ["C202"]],
    ["unrecognised before it", "储备", "找人要", ["F113"]],
    ["blank before it", "谋划", "", []],
  ])("%s", (_, stage, channel, expected) => {
    // A second row keeps the column where the first one is blank.
    const codes = codesOf(
      { ...PLAIN, stage, scale: CONTENT, channel },
      { ...PLAIN, name: "东风渠改造工程", totalInvestment: 5200, stage: "储备", scale: CONTENT, channel: "专项债券" },
    );
    expect(codes.filter((code) => ["C202", "F101", "F113"].includes(code))).toEqual(expected);
  });
});

describe("F118 before F101, F102 and F104", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）", "计划开工时间"];
  test.each<[string, CellValue[]]>([
    ["in a required cell", ["南湖水库除险加固工程", new CellError("#N/A"), 4300, "2025-09"]],
    ["in an amount", ["南湖水库除险加固工程", "水务局", new CellError("#REF!"), "2025-09"]],
    ["in a day", ["南湖水库除险加固工程", "水务局", 4300, new CellError("#VALUE!")]],
  ])("an error value %s", (_, row) => {
    const findings = allFindings(judged([gridSheet("台账", [heading, row])], ON));
    expect(findings.map(({ code }) => code)).toEqual(["F118"]);
  });
});

describe("F102 and F104 before whatever reads the value", () => {
  test.each<[string, ExampleRow, string[]]>([
    ["an amount", { ...PLAIN, totalInvestment: "见附件", requested: 9000, capital: 10 }, ["F102"]],
    ["a part of a sum", { ...PLAIN, fundsCentral: "若干", fundsSelf: 10 }, ["F102"]],
    ["a day", { ...PLAIN, startPlanned: "看情况", finishPlanned: "2020-01" }, ["F104"]],
    ["the day of a step", { ...PLAIN, "proc.eia.on": "看情况", startActual: "2019-01" }, ["F104"]],
  ])("%s", (_, row, expected) => {
    expect(codesOf(row)).toEqual(expected);
  });
});

test("F108 before F111: one code under two names of one project", () => {
  const code = "2503-130981-04-01-573274";
  expect(codesOf({ ...PLAIN, code }, { ...PLAIN, code, name: "南湖水库除险加固（新建）工程" })).toEqual(["F108"]);
});

describe("F112 only where F111 does not hold", () => {
  const part = (name: string, totalInvestment: number): ExampleRow => ({
    name,
    owner: "云溪县水务局",
    department: "水务局",
    totalInvestment,
  });
  test("the same part twice is one project written twice", () => {
    const codes = codesOf(part("南湖水库加固工程（一期）", 1900), part("南湖水库加固工程(一期)", 1900));
    expect(codes).toEqual(["F111"]);
  });
  test("two parts of one project are a split", () => {
    const codes = codesOf(part("南湖水库加固工程（一期）", 1900), part("南湖水库加固工程（二期）", 2100));
    expect(codes).toEqual(["F112"]);
  });
});

describe("without a column for the stage", () => {
  const blank: ExampleRow = {
    name: "南湖水库除险加固工程",
    department: "",
    totalInvestment: "",
    scale: "",
    startPlanned: "",
    channel: "",
  };
  const full: ExampleRow = {
    name: "东风渠改造工程",
    department: "水务局",
    totalInvestment: 5200,
    scale: CONTENT,
    startPlanned: "2025-09",
    channel: "专项债券",
  };

  test("F101 asks for name, department and total only", () => {
    const fields = allFindings(judged([layOut([blank, full])], ON))
      .filter(({ code }) => code === "F101")
      .flatMap(({ fields: asked }) => asked);
    expect([...fields].sort()).toEqual(["department", "totalInvestment"]);
  });

  test("a stated 填报单位 stands for the department", () => {
    const sheet = gridSheet("台账", [
      ["填报单位：云溪县水务局", null, null],
      ["项目名称", "总投资（万元）", "建设内容"],
      ["南湖水库除险加固工程", 4300, CONTENT],
    ]);
    expect(allFindings(judged([sheet], ON)).map(({ code }) => code)).toEqual([]);
  });

  test("what hangs on a stage waits", () => {
    const [ledger] = judged([layOut([full])], ON).perLedger;
    const waiting = ledger?.waiting.find(({ field }) => field === "stage")?.codes ?? [];
    expect(waiting).toEqual(expect.arrayContaining(["C202", "C208", "P301", "R502", "S404"]));
    expect(ledger?.findings.map(({ code }) => code).filter((code) => waiting.includes(code))).toEqual([]);
  });
});

describe("K704 before F111, where one project stands on two sheets", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）"];
  const codesOn = (...sheets: readonly CellValue[][][]): string[] =>
    allFindings(
      judged(
        sheets.map((rows, index) => gridSheet(`表${String(index + 1)}`, [heading, ...rows])),
        ON,
      ),
    )
      .map(({ code }) => code)
      .sort();

  test("with different figures", () => {
    expect(codesOn([["南湖水库除险加固工程", "水务局", 4300]], [["南湖水库除险加固项目", "水务局", 4100]])).toEqual([
      "K704",
    ]);
  });
  test("with the same figures it is double, not in conflict", () => {
    expect(codesOn([["南湖水库除险加固工程", "水务局", 4300]], [["南湖水库除险加固项目", "水务局", 4300]])).toEqual([
      "F111",
    ]);
  });
  test("twice on the sheet that loses: the conflict of each, and the double", () => {
    const twice = [
      ["南湖水库除险加固工程", "水务局", 4100],
      ["南湖水库除险加固项目", "水务局", 4100],
    ];
    expect(codesOn([["南湖水库除险加固工程", "水务局", 4300]], twice)).toEqual(["F111", "K704", "K704"]);
  });
});
