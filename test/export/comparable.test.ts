/** What cannot be compared or counted is said to be so: no entry day, another year's columns, other departments, a blank before. */
import { bulletin } from "../../src/report/export/collect/bulletin";
import { coverageOf } from "../../src/report/export/collect/coverage";
import { againstLastYear } from "../../src/report/export/collect/lastYear";
import { changesSince, statesOf } from "../../src/report/export/collect/previous";
import { collectionSheets } from "../../src/report/export/collect/sheets/index";
import type { Collection } from "../../src/report/export/collect/collection";
import type { CellValue } from "../../src/sheet/cell";
import { collectionOf, PACK, runOf } from "./collections";

type Grid = readonly (readonly CellValue[])[];

const NONE: Partial<Collection> = { changes: null, lastYear: null, due: null };
const collected = (cells: Grid, more: Partial<Collection> = {}): Collection =>
  collectionOf([runOf("台账.xlsx", { 台账: cells })], { ...NONE, ...more });
const rowsOf = (collection: Collection, name: string): readonly (readonly CellValue[])[] => {
  const sheet = collectionSheets(collection).find((each) => each.name === name);
  return sheet?.cells.slice(sheet.heading ?? 0) ?? [];
};

describe("projects that do not say when they entered", () => {
  const HEAD = ["项目名称", "责任部门", "总投资（万元）", "入库时间"];
  const BRIDGE = ["柳林镇大桥改建工程", "交通运输局", 1200, "2025-05-10"];
  const SCHOOL = ["柳林镇中心小学扩建工程", "教育局", 900, null];

  it("are not said to be none of them new", () => {
    const collection = collected([HEAD, SCHOOL]);
    const text = bulletin(collection);
    expect(text).toContain("没有一个项目写明“入库时间”，新增多少说不出来，请各部门补填。");
    expect(text).not.toMatch(/已新增\d|每个工作日需新增|本期新增0个/u);
    const [count, wan] = rowsOf(collection, "目标进度");
    expect([count?.slice(2, 5), wan?.slice(2, 5)]).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(count?.[5]).toContain("新增多少说不出来");
  });

  it("are counted beside those that do", () => {
    const collection = collected([HEAD, SCHOOL, BRIDGE]);
    const text = bulletin(collection);
    expect(text).toContain("已新增1个、0.12亿元");
    expect(text).toContain("1个项目没有写明“入库时间”，没有算作新增。");
    expect(text).toMatch(/教育局：.*本期新增—/u);
    expect(text).toMatch(/交通运输局：.*本期新增1个/u);
    expect(rowsOf(collection, "目标进度")[0]?.[5]).toContain("1个项目没有写明“入库时间”");
  });
});

describe("against last year", () => {
  const HEAD = ["项目名称", "责任部门", "总投资（万元）", "本年完成投资（万元）"];
  const now: Grid = [
    [...HEAD, "到位资金（万元）"],
    ["柳林镇大桥改建工程", "交通运输局", 1200, 300, 100],
    ["柳林镇中心小学扩建工程", "教育局", 900, 100, 50],
  ];
  const before = (cells: Grid): Partial<Collection> =>
    againstLastYear(runOf("去年.xlsx", { 台账: cells }).ledgers, collected(now).summary, PACK);

  it("a column that was not there is no 0", () => {
    const text = bulletin(collected(now, before([HEAD, ["柳林镇一段道路工程", "交通运输局", 800, 200]])));
    expect(text).toContain("到位资金150万元，去年同期的台账没有这一列，不作比较。");
    expect(text).toContain("本年完成投资400万元，去年同期200万元，同比增长100%");
    expect(text).not.toContain("去年同期0万元");
  });

  it("a column that is there no longer is no fall", () => {
    const last = [
      [...HEAD, "支付资金（万元）"],
      ["柳林镇一段道路工程", "交通运输局", 800, 200, 70],
    ];
    expect(bulletin(collected(now, before(last)))).toContain("去年同期支付资金70万元，本期台账没有这一列，不作比较。");
  });

  it.each<[string, string, string | null]>([
    [
      "other departments are named",
      "民政局",
      "去年有、本次没有项目的部门（1个）民政局；去年没有、本次才有项目的部门（1个）教育局",
    ],
    ["the same under another name are the same", "县教育局", null],
  ])("%s", (_, department, said) => {
    const last = [HEAD, ["柳林镇一段道路工程", "交通运输局", 800, 200], ["柳林镇一号工程", department, 800, 200]];
    const text = bulletin(collected(now, before(last)));
    if (said === null) expect(text).not.toContain("两次汇总的部门不一样");
    else expect(text).toContain(`两次汇总的部门不一样，增减里含这些部门的全部项目：${said}。`);
  });
});

describe("against the last collection", () => {
  const HEAD = ["项目名称", "责任部门", "总投资（万元）"];
  const against = (now: Grid, before: Grid): Collection => {
    const ledgers = [now, before].map((cells) => runOf("台账.xlsx", { 台账: cells }).ledgers);
    const [present = [], former = []] = ledgers;
    const collection = collected(now, { changes: changesSince(statesOf(former), statesOf(present), PACK) });
    return { ...collection, coverage: coverageOf(former, collection.summary, PACK) };
  };
  const [BLANK, FILLED] = [
    ["柳林镇大桥改建工程", "交通运输局", null],
    ["柳林镇大桥改建工程", "交通运输局", 1200],
  ];

  it("an amount that was blank has not grown by all of it", () => {
    const collection = against([HEAD, FILLED], [HEAD, BLANK]);
    expect(bulletin(collection)).toContain("投资变动0个，补填投资1个。");
    const [row] = rowsOf(collection, "与上次比较");
    expect([row?.[1], row?.[5], row?.[6], row?.[7]]).toEqual([
      "补填投资",
      null,
      1200,
      "上次没有填总投资，增减多少说不出来",
    ]);
    expect(bulletin(against([HEAD, BLANK], [HEAD, FILLED]))).toContain("投资变动0个，投资漏填1个。");
  });

  it("departments that only one of the two has are named, in the text and on the sheet", () => {
    const collection = against([HEAD, FILLED], [HEAD, FILLED, ["柳林镇中心小学扩建工程", "教育局", 900]]);
    expect(bulletin(collection)).toContain("上次有、本次没有项目的部门（1个）教育局");
    const sheet = collectionSheets(collection).find(({ name }) => name === "与上次比较");
    expect(sheet?.cells.flat().join("")).toContain("上次有、本次没有项目的部门（1个）教育局");
  });
});

it("stages stand as one leads to the next, without a rank", () => {
  const head = ["项目名称", "责任部门", "总投资（万元）", "项目阶段"];
  const stages = ["建设", "", "前期", "谋划", "想法阶段", "申报", "储备"];
  const cells = stages.map((stage, index) => [
    `柳林镇第${String(index + 1)}段道路工程`,
    "交通运输局",
    900 * (index + 1),
    stage,
  ]);
  const rows = rowsOf(collected([head, ...cells]), "汇总表").filter(([group]) => group === "项目阶段");
  expect(rows.map(([, name]) => name)).toEqual(["谋划", "储备", "申报", "建设", "前期", "想法阶段", "未填写"]);
  expect(rows.map((row) => row[6])).toEqual(rows.map(() => null));
});
