/** What holds whatever the ledger: order, blanks and place change addresses and nothing else. */
import fc from "fast-check";
import { tablesOf } from "../../src/ledger/ledger";
import { readLedger, readLedgerSteps } from "../../src/ledger/read";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { fieldsOf, ledgerOf, type Rows } from "./ledgerOf";

/** heading: its cells. */
const COLUMNS: readonly (readonly [string, readonly CellValue[]])[] = [
  ["序号", [1, 2, 3]],
  ["项目名称", ["甲县第一小学新建工程", "乙河综合治理项目", "丙镇道路改造工程"]],
  ["项目代码", ["2503-130981-04-01-573274", null, "2411-130202-89-01-637015"]],
  ["责任单位", ["教育局", "水利局", "交通局"]],
  ["责任领导", ["王某", "李某", "张某"]],
  ["总投资（万元）", [3000, 4500.5, "1.2亿元"]],
  ["年度计划投资（万元）", [1000, 2000, 3000]],
  ["累计完成投资（万元）", [null, 300, 50]],
  ["本年完成投资（万元）", [null, 200, 50]],
  ["计划开工时间", ["2025年3月", "2025-04-01", "6月底前"]],
  ["计划完工时间", ["2026年3月", "2026-04-01", "2026年6月底前"]],
  ["可研批复文号", ["某发改〔2024〕1号", null, "某发改〔2024〕3号"]],
  ["环评", ["已批复", "办理中", "未办理"]],
  ["联系电话", ["13800000001", null, "0391-6600000"]],
  ["备注", [null, "乙", null]],
];

const TITLE = "某县2025年重点项目台账";
const order = fc.shuffledSubarray(
  COLUMNS.map((_, index) => index),
  { minLength: COLUMNS.length },
);

function laidOut(indices: readonly number[], blanksBefore: readonly number[] = []): CellValue[][] {
  const rows: CellValue[][] = [[TITLE], [], [], [], []];
  indices.forEach((index, position) => {
    const [heading, cells] = COLUMNS[index] as (typeof COLUMNS)[number];
    for (let blank = 0; blank < (blanksBefore[position] ?? 0); blank++) rows.slice(1).forEach((row) => row.push(null));
    rows[1]?.push(heading);
    cells.forEach((value, row) => rows[row + 2]?.push(value));
  });
  return rows;
}
const plain = ledgerOf(laidOut(COLUMNS.map((_, index) => index)));

it("the columns may stand in any order", () => {
  fc.assert(
    fc.property(order, (indices) => {
      const ledger = ledgerOf(laidOut(indices));
      expect(fieldsOf(ledger)).toEqual(fieldsOf(plain));
      expect(ledger.projects.map(({ values, key }) => ({ values, key }))).toEqual(
        plain.projects.map(({ values, key }) => ({ values, key })),
      );
    }),
    { numRuns: 60 },
  );
});

it("blank columns and rows change addresses only", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(2), { maxLength: COLUMNS.length }),
      fc.nat(8),
      fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
      (columns, above, between) => {
        const rows = laidOut(
          COLUMNS.map((_, index) => index),
          columns,
        );
        const [title = [], heading = [], ...projects] = rows;
        const spaced: Rows = [
          title,
          ...Array.from({ length: above }, () => []),
          heading,
          ...projects.flatMap((row, index) => [...Array.from({ length: between[index] ?? 0 }, () => []), row]),
        ];
        const ledger = ledgerOf(spaced);
        expect(fieldsOf(ledger)).toEqual(fieldsOf(plain));
        expect(ledger.projects.map(({ values }) => values)).toEqual(plain.projects.map(({ values }) => values));
      },
    ),
    { numRuns: 60 },
  );
});

it("no field is given to two columns, and no column to two fields", () => {
  const heading = fc.constantFrom(
    ...COLUMNS.map(([text]) => text),
    "主管部门",
    "牵头单位",
    "计划总投资",
    "项目总投资",
    "联系人",
    "责任人",
    "项目类型",
    "开工时间",
    "竣工时间",
    "资金来源",
    "批复时间",
  );
  fc.assert(
    fc.property(fc.array(heading, { minLength: 3, maxLength: 24 }), (headings) => {
      const ledger = ledgerOf([
        ["项目名称", ...headings],
        ["甲县第一小学新建工程", ...headings.map(() => "2025年3月")],
      ]);
      const fields = ledger.columns.map(({ field }) => field);
      const columns = ledger.columns.map(({ column }) => column);
      expect(new Set(fields).size).toBe(fields.length);
      expect(new Set(columns).size).toBe(columns.length);
    }),
    { numRuns: 100 },
  );
});

it("every row that holds something is a project or listed", () => {
  const cell = fc.constantFrom<CellValue>(
    null,
    null,
    "",
    "合计",
    "一、续建项目",
    "甲县第一小学新建工程",
    "注：说明",
    "交通局",
    1,
    2,
    3000,
    "2025年3月",
    "序号",
    "—",
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 12 }), (body) => {
      const ledger = ledgerOf([
        ["序号", "项目名称", "责任单位", "总投资（万元）"],
        [1, "乙河综合治理项目", "水利局", 300],
        ...body,
      ]);
      const tables = tablesOf(ledger);
      const rows = tables.flatMap(({ projects, skipped, header }, table) => [
        ...[...projects, ...skipped].map(({ row }) => row),
        ...(table > 0 && header ? [header.top] : []),
      ]);
      const listed = new Set(rows);
      expect(listed.size).toBe(rows.length);
      const held = body.flatMap((row, index) =>
        row.some((value) => value !== null && value !== "") ? [index + 3] : [],
      );
      for (const row of held) if (ledger.header && row > ledger.header.bottom) expect(listed).toContain(row);
    }),
    { numRuns: 200 },
  );
});

it("reads in steps what it reads at once, and stops often", () => {
  const rows: CellValue[][] = [["序号", "项目名称", "责任单位", "总投资（万元）"]];
  for (let serial = 1; serial <= 2600; serial++)
    rows.push([serial, `甲县第${String(serial)}小学新建工程`, "教育局", serial]);
  const sheet = gridSheet("Sheet1", rows);
  const seen: number[] = [];
  const steps = readLedgerSteps(sheet, { file: "台账.xlsx" });
  let step = steps.next();
  while (step.done !== true) {
    seen.push(step.value.rows);
    step = steps.next();
  }
  expect(step.value).toEqual(readLedger(sheet, { file: "台账.xlsx" }));
  expect(step.value.projects).toHaveLength(2600);
  for (let index = 1; index < seen.length; index++)
    expect(Math.abs((seen[index] ?? 0) - (seen[index - 1] ?? 0))).toBeLessThanOrEqual(500);
});

it("a used range of a million blank rows costs nothing", () => {
  const rows: CellValue[][] = [
    ["项目名称", "责任单位", "总投资"],
    ["甲县第一小学新建工程", "教育局", 300],
  ];
  const sheet = gridSheet("Sheet1", rows);
  const far = {
    ...sheet,
    *blocks() {
      yield* sheet.blocks();
      yield [{ row: 1_048_576, hidden: false, cells: ["注：完"], marks: null }];
    },
  };
  const ledger = readLedger(far, { file: "台账.xlsx" });
  expect(ledger.projects).toHaveLength(1);
  expect(ledger.skipped).toEqual([{ row: 1_048_576, why: "note" }]);
});
