/** A standard sheet that we wrote says the same as the ledger that it was made of: every value, and every finding but those about notation. */
import fc from "fast-check";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import type { Ledger } from "../../src/ledger/ledger";
import { packInForce } from "../../src/policy/load";
import { STANDARD_TABLE, standardTable } from "../../src/report/export/standardTable";
import { runThrough, type Run } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { bytesOf, fileNameOf } from "../ledgers/bytes";
import { CATALOGUE } from "../ledgers/catalogue";
import { randomLedger } from "../ledgers/random";
import type { LedgerCase } from "../ledgers/truth";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);

/** What a standard sheet settles by being one: brackets of document numbers, numbers typed as text; and totals, which it does not have. */
const ABOUT_NOTATION = new Set(["F110", "F115", "K701", "K702", "K703"]);

async function judged(bytes: Uint8Array, fileName: string): Promise<Run> {
  const { sheets } = await openWorkbook(bytes, { fileName });
  return runThrough([{ path: fileName, sheets }], { pack, asOf });
}

async function standardOf(run: Run, name: string): Promise<Run> {
  const bytes = await writeWorkbook([standardTable(run.ledgers, { pack, asOf })]);
  return judged(bytes, `${name}.xlsx`);
}

function projectsOf(run: Run): Ledger[] {
  return run.ledgers.filter(({ role }) => role === "projects");
}

function valuesOf(run: Run): unknown[] {
  return projectsOf(run).flatMap(({ projects }) =>
    projects.map(({ values, unread }) => ({
      values: { ...values, serial: undefined },
      unread: unread.map(({ field, text }) => [field, text]).sort(),
    })),
  );
}

function findingsOf(run: Run): string[] {
  return run.result.perLedger
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => !ABOUT_NOTATION.has(code))
    .map(({ code, project, field }) => [code, project, field].join(" "))
    .sort();
}

async function check(ledger: LedgerCase): Promise<void> {
  const run = await judged(bytesOf(ledger), fileNameOf(ledger));
  if (projectsOf(run).length !== 1) return;
  const standard = await standardOf(run, ledger.name);
  expect(standard.ledgers.map(({ sheet, role }) => [sheet, role])).toContainEqual([STANDARD_TABLE, "projects"]);
  expect(valuesOf(standard)).toEqual(valuesOf(run));
  expect(findingsOf(standard)).toEqual(findingsOf(run));
}

const CLERKS: readonly (readonly [string, readonly (readonly CellValue[])[]])[] = [
  [
    "numbers that are no days",
    [
      ["项目名称", "责任部门", "总投资（万元）", "计划开工", "下达时间"],
      ["柳林镇污水管网工程", "住房和城乡建设局", 1200, 2025.1, 202413],
      ["三河镇供水管网工程", "水务局", 2300, "2025-09-01", null],
    ],
  ],
  [
    "sources that one heading names",
    [
      ["项目名称", "责任部门", "总投资（万元）", "资金来源", null, null],
      [null, null, null, "中央", "省级", "县级"],
      ["柳林镇污水管网工程", "住房和城乡建设局", 1200, 600, 100, 200],
      ["三河镇供水管网工程", "水务局", 2300, 1000, 1000, 300],
    ],
  ],
  [
    "a step planned for a day still to come",
    [
      ["项目名称", "责任部门", "总投资（万元）", "环评", "计划开工"],
      ["柳林镇污水管网工程", "住房和城乡建设局", 1200, "2025-09-10", "2025-08-01"],
      ["三河镇供水管网工程", "水务局", 2300, "已办结", "2025-10"],
    ],
  ],
];

/** Judged by the time that it is of, in its standard sheet too. */
const MONTHLY: readonly (readonly [string, string, string, string])[] = [
  ["its column", "台账", "2025年重点项目进度表", "1-4月完成投资（万元）"],
  ["its title", "台账", "2025年4月重点项目进度表", "本年完成投资（万元）"],
  ["its sheet", "4月", "2025年重点项目进度表", "本年完成投资（万元）"],
  ["a line above its heading", "台账", "2025年重点项目进度表\n截至2025年4月底", "本年完成投资（万元）"],
];

it.each(MONTHLY)("of a month's ledger, told by %s", async (_, name, title, done) => {
  const rows: CellValue[][] = [
    ...title.split("\n").map((line) => [line]),
    ["项目名称", "责任部门", "总投资（万元）", "年度计划投资（万元）", done, "计划开工时间", "实际开工时间"],
    ["柳林镇污水管网工程", "住房和城乡建设局", 2200, 1000, 300, "2025年3月", null],
    ["三河镇供水管网工程", "水务局", 2300, 1000, 200, "2025年1月", "2025年2月"],
    ["东渠改造工程", "水务局", 2400, 1000, null, "2025年1月", null],
  ];
  const run = runThrough([{ path: "台账.xlsx", sheets: [gridSheet(name, rows)] }], { pack, asOf });
  const standard = await standardOf(run, "标准");
  const lights = findingsOf(run).filter((each) => /^A80[12]/.test(each));
  expect(lights).toContain("A801 三河镇供水管网工程 completedThisYear");
  expect(lights.filter((each) => each.includes("柳林镇"))).toEqual([]);
  expect(findingsOf(standard)).toEqual(findingsOf(run));
});

it.each(CLERKS)("of %s, whose findings stay", async (name, rows) => {
  const run = runThrough([{ path: "台账.xlsx", sheets: [gridSheet("台账", rows)] }], { pack, asOf });
  const standard = await standardOf(run, name);
  expect(findingsOf(standard)).toEqual(findingsOf(run));
  expect(findingsOf(run)).not.toEqual([]);
});

it("of ledgers drawn at random", async () => {
  await fc.assert(fc.asyncProperty(randomLedger, check), { numRuns: 150 });
});

it.each(CATALOGUE.map((ledger) => [ledger.name, ledger] as const))("of the catalogue's %s", (_, ledger) =>
  check(ledger),
);
