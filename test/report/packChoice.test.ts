/** Which pack judges a workbook: its own where it holds one of ours, else the one that ships; and what is said of the choice. */
import { calendarOf } from "../../src/policy/calendar";
import type { PackSheet } from "../../src/policy/sheets";
import { ownSheets } from "../../src/report/export/ownSheets";
import { choosePack } from "../../src/report/packChoice";
import { SerialDay } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import type { Sheet } from "../../src/sheet/sheet";
import { sheetsOf } from "../policy/packSheets";
import { COUNTY } from "../rules/judge";

const ON = "2025-06-20";
const OURS = sheetsOf(COUNTY);

function sheetNamed(name: string, change: (rows: PackSheet["rows"]) => PackSheet["rows"] = (rows) => rows): Sheet {
  const sheet = OURS.find((each) => each.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return gridSheet(name, change(sheet.rows));
}

/** The first entry with another figure under a heading. */
function put(heading: string, value: string | number): (rows: PackSheet["rows"]) => PackSheet["rows"] {
  return ([headings = [], first = [], ...rest]) => [
    headings,
    first.map((cell, at) => (at === headings.indexOf(heading) ? value : cell)),
    ...rest,
  ];
}

const LEDGER = gridSheet("储备库", [
  ["项目名称", "责任部门", "总投资（万元）"],
  ["云溪县白河大桥新建工程", "交通运输局", 12000],
]);

test("a workbook without a pack is judged by the one that ships and is in force", () => {
  expect(choosePack([LEDGER], null, ON)).toEqual({ pack: COUNTY, from: "shipped", notices: [], faults: [] });
});

test("one sheet of ours changes its part, the rest is the shipped pack's, and that is said", () => {
  const choice = choosePack([LEDGER, sheetNamed("储备目标", put("个数", 45))], null, ON);
  expect(choice.from).toBe("workbook");
  expect(choice.pack.targets[0]?.count).toBe(45);
  expect(choice.pack.channels).toEqual(COUNTY.channels);
  expect(choice.notices).toEqual([expect.stringContaining("本工作簿自己的政策包")]);
});

test("every sheet of a pack comes back as the pack", () => {
  expect(
    choosePack(
      OURS.map(({ name, rows }) => gridSheet(name, rows)),
      null,
      ON,
    ).pack,
  ).toEqual(COUNTY);
});

test("the sheet 节假日 extends the calendar, days being days or text", () => {
  const holidays = gridSheet("节假日", [
    ["日期", "安排"],
    [new SerialDay(46388, false), "休"],
    ["2027-01-04", "休"],
    ["2027-12-31", "数据止"],
  ]);
  const { pack } = choosePack([LEDGER, holidays], null, ON);
  expect(() => calendarOf(COUNTY).between("2026-12-31", "2027-01-05")).toThrow();
  expect(calendarOf(pack).between("2026-12-31", "2027-01-05")).toBe(1);
});

test("a pack kept inside the workbook is used, and its sheets lie over it", () => {
  const kept = JSON.stringify({ ...COUNTY, id: "own", title: "本县政策包" });
  expect(choosePack([LEDGER], kept, ON)).toMatchObject({ from: "workbook", pack: { id: "own" } });
  const both = choosePack([sheetNamed("储备目标", put("个数", 45))], kept, ON).pack;
  expect([both.id, both.targets[0]?.count]).toEqual(["own", 45]);
});

test("a pack that is not in force on the day is used and said", () => {
  const kept = JSON.stringify({ ...COUNTY, id: "old", title: "旧政策包", from: "2020-01-01", to: "2020-12-31" });
  const { from, notices } = choosePack([LEDGER], kept, ON);
  expect(from).toBe("workbook");
  expect(notices[1]).toContain("没有生效");
});

test.each<[string, readonly Sheet[], string | null, string]>([
  ["a slip in a sheet, by its cell", [sheetNamed("储备目标", put("个数", "三十个"))], null, "「储备目标」"],
  ["text that is no pack", [], "{", "JSON"],
])("%s: the shipped pack is used and the fault said", (_, sheets, kept, says) => {
  const { pack, from, notices } = choosePack([LEDGER, ...sheets], kept, ON);
  expect([pack.id, from]).toEqual(["county-2025", "shipped"]);
  expect(notices[0]).toContain("没有采用");
  expect(notices[0]).toContain(says);
});

test.each<[string, readonly (readonly (string | number)[])[]]>([
  [
    "政策台账",
    [["政策研究台账"], ["序号", "政策名称", "文号", "发文单位"], [1, "某项办法", "某财建〔2024〕12号", "某省财政厅"]],
  ],
  [
    "政策台账",
    [
      ["编号", "政策名称", "文号"],
      [1, "某项办法", "某财建〔2024〕12号"],
    ],
  ],
  [
    "部门名录",
    [
      ["部门名称", "口", "对上争取专人", "联系电话"],
      ["交通运输局", "经济", "王芳", "0570-3021234"],
    ],
  ],
  [
    "储备目标",
    [
      ["单位", "个数"],
      ["交通运输局", 3],
    ],
  ],
])("a bureau's own %s in another form is a sheet like any other", (name, rows) => {
  expect(choosePack([LEDGER, gridSheet(name, rows)], null, ON)).toMatchObject({ from: "shipped", notices: [] });
});

test("a policy on sheets judges the workbook's ledgers and is none itself", () => {
  const policy = OURS.map(({ name, rows }) => gridSheet(name, rows));
  expect(ownSheets([...policy, LEDGER]).ledgers).toEqual([LEDGER]);
});
