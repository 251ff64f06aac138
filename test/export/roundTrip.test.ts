/** A standard sheet that we wrote says the same as the ledger that it was made of: every value, and every finding but those about notation. */
import fc from "fast-check";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import type { Ledger } from "../../src/ledger/ledger";
import { currentProjects, isRestated } from "../../src/ledger/restated";
import { packInForce } from "../../src/policy/load";
import { isStandardTable, standardTables } from "../../src/report/export/standardTable";
import { runThrough, type Run } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { bytesOf, fileNameOf } from "../ledgers/bytes";
import { CATALOGUE } from "../ledgers/catalogue";
import { randomLedger, randomWorkbook } from "../ledgers/random";
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
  const bytes = await writeWorkbook(standardTables(run.ledgers, { pack, asOf }));
  return judged(bytes, `${name}.xlsx`);
}

function projectsOf(run: Run): Ledger[] {
  return run.ledgers.filter(({ role }) => role === "projects");
}

/** Sheets of one layout stand together, so that rows may come in another order. */
function valuesOf(run: Run): unknown[] {
  const values = projectsOf(run).flatMap((ledger) =>
    currentProjects(ledger).map(({ values, unread }) => ({
      values: Object.entries(values)
        .filter(([field, value]) => field !== "serial" && value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      unread: unread.map(({ field, text }) => [field, text]).sort(),
    })),
  );
  return values.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Of what is so now: the history of earlier months stands in no standard sheet. What is said of a sheet is said once of several that stand together. */
function findingsOf(run: Run): string[] {
  const found = run.result.perLedger
    .flatMap(({ ledger, findings }) => findings.filter(({ row }) => row === null || !isRestated(ledger, { row })))
    .filter(({ code }) => !ABOUT_NOTATION.has(code))
    .map(({ code, project, field }) => (TWICE.has(code) ? `twice ${project}` : [code, project, field].join(" ")));
  return found.filter((each, index) => !each.includes("  ") || found.indexOf(each) === index).sort();
}

/** Two rows of one project: whether their figures differ depends on how exactly they are written, 0.04 亿元 or 400 万元. */
const TWICE = new Set(["F111", "K704"]);

async function check(ledger: LedgerCase): Promise<void> {
  const run = await judged(bytesOf(ledger), fileNameOf(ledger));
  if (projectsOf(run).length === 0) return;
  const standard = await standardOf(run, ledger.name);
  for (const { sheet, role } of standard.ledgers) expect([isStandardTable(sheet), role]).toEqual([true, "projects"]);
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
    "a source that no field has the name of, in another unit",
    [
      ["项目名称", "责任部门", "总投资（万元）", "资金来源（元）", null, null],
      [null, null, null, "中央", "帮扶协作资金", "国企捐赠"],
      ["柳林镇污水管网工程", "住房和城乡建设局", 1200, 6000000, 4000000, 2000000],
      ["三河镇供水管网工程", null, 2300, 10000000, 3000000, null],
      ["东渠改造工程", "水务局", 2400, 10000000, null, 14000000],
      ["西渠改造工程", "水务局", 2500, 20000000, null, 5000000],
    ],
  ],
  [
    "a counterpart's money that stands apart from the sources",
    [
      ["项目名称", "责任部门", "配套资金（万元）", "总投资（万元）", "中央资金（万元）", "自筹资金（万元）"],
      ["柳林镇污水管网工程", "住房和城乡建设局", 100, 1200, 600, 400],
      ["三河镇供水管网工程", "水务局", null, 2300, 1000, 1300],
      ["东渠改造工程", "水务局", null, 2400, 1000, 1400],
    ],
  ],
  [
    "a counterpart's money among the sources",
    [
      ["项目名称", "责任部门", "总投资（万元）", "中央资金（万元）", "配套资金（万元）", "自筹资金（万元）"],
      ["柳林镇污水管网工程", "住房和城乡建设局", 1200, 600, 100, 400],
      ["三河镇供水管网工程", "水务局", 2300, 1000, 100, 1200],
      ["东渠改造工程", null, 2400, 1000, null, 1400],
    ],
  ],
  [
    "what was given, and what is asked for, among the sources",
    [
      [
        "项目名称",
        "责任部门",
        "总投资（万元）",
        "其中：拟申请资金（万元）",
        "中央资金（万元）",
        "下达资金（万元）",
        "自筹资金（万元）",
      ],
      ["柳林镇污水管网工程", "住房和城乡建设局", 1200, 200, 600, 100, 200],
      ["三河镇供水管网工程", "水务局", 2300, 200, 1000, 100, 900],
      ["东渠改造工程", null, 2400, 100, 1000, null, 1400],
    ],
  ],
  [
    "what was given, apart from the sources",
    [
      ["项目名称", "责任部门", "批复资金（万元）", "总投资（万元）", "中央资金（万元）", "自筹资金（万元）"],
      ["柳林镇污水管网工程", "住房和城乡建设局", 200, 1200, 600, 200],
      ["三河镇供水管网工程", "水务局", 200, 2300, 1000, 1300],
      ["东渠改造工程", "水务局", null, 2400, 1000, 1400],
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

const RESERVE: readonly (readonly CellValue[])[] = [
  ["2025年项目储备库"],
  ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "入库时间", "建设内容及规模"],
  ["柳林镇污水管网工程", "住房和城乡建设局", 2200, "前期", "2025-03-02", "新建污水管网12公里"],
  ["三河镇供水管网工程", "水务局", 2300, "储备", "2025-04-01", "新建供水管网20公里"],
  ["东渠改造工程", "水务局", 2400, "储备", "2025-05-06", "改造东渠8公里"],
];

/** What one sheet asks for and another does not is asked of neither for the other's sake. */
const WORKBOOKS: readonly (readonly [string, readonly (readonly [string, readonly (readonly CellValue[])[]])[]])[] = [
  [
    "a reserve and what is applied for of it",
    [
      ["储备库", RESERVE],
      [
        "对上争取申报",
        [
          ["项目名称", "责任部门", "申报渠道", "拟申请资金（万元）", "审核结果"],
          ["柳林镇污水管网工程", "住房和城乡建设局", "中央预算内投资", 1200, "通过"],
          ["三河镇供水管网工程", "水务局", "专项债券", 1000, null],
        ],
      ],
    ],
  ],
  [
    "a reserve that only its file's name says, and the works of two years",
    [
      ["Sheet1", RESERVE.slice(1)],
      [
        "2024年",
        [
          ["项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）"],
          ["北沟水库工程", "水务局", 900, 950],
        ],
      ],
      [
        "2025年",
        [
          ["项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）"],
          ["北沟水库工程", "水务局", 1900, 1950],
        ],
      ],
    ],
  ],
  [
    "sheets of one layout, some of them of an enterprise's own works",
    [
      [
        "柳林镇",
        [
          ["项目名称", "责任部门", "总投资（万元）"],
          ["养老院工程", "柳林镇人民政府", null],
        ],
      ],
      [
        "三河镇",
        [
          ["项目名称", "责任部门", "总投资（万元）"],
          ["文化站工程", "三河镇人民政府", 80],
        ],
      ],
      [
        "在谈招商项目",
        [
          ["项目名称", "责任部门", "总投资（万元）"],
          ["茶叶加工厂", "云溪茶业有限公司", 6000],
        ],
      ],
    ],
  ],
];

it("sources that are called alike below different groups stay apart", async () => {
  const rows: CellValue[][] = [
    [
      "项目名称",
      "责任部门",
      "总投资（万元）",
      "中央资金（万元）",
      "上级资金（万元）",
      "县级资金（万元）",
      "社会资金（万元）",
    ],
    [null, null, null, null, "其他", "其他", "其他"],
    ["柳林镇污水管网工程", "住房和城乡建设局", 300, 100, 100, 60, 40],
    ["三河镇供水管网工程", "水务局", 300, 100, 100, 60, 40],
  ];
  const run = runThrough([{ path: "台账.xlsx", sheets: [gridSheet("台账", rows)] }], { pack, asOf });
  const [table] = standardTables(run.ledgers, { pack, asOf });
  const first = table?.cells[table.heading ?? 0] ?? [];
  for (const wan of [100, 60, 40]) expect(first).toContain(wan);
  expect(findingsOf(await standardOf(run, "台账"))).toEqual(findingsOf(run));
});

it("ledgers that differ in a remark stand together", () => {
  const rows = (...more: readonly string[]): CellValue[][] => [
    ["项目名称", "责任部门", "总投资（万元）", ...more],
    ["柳林镇污水管网工程", "住房和城乡建设局", 1200, ...more.map(() => "无")],
  ];
  const run = runThrough(
    [
      { path: "甲.xlsx", sheets: [gridSheet("台账", rows())] },
      { path: "乙.xlsx", sheets: [gridSheet("台账", rows("备注"))] },
    ],
    { pack, asOf },
  );
  expect(standardTables(run.ledgers, { pack, asOf }).map(({ name }) => name)).toEqual(["标准项目表"]);
});

it("of a workbook whose file alone says whose it is", async () => {
  const reserve: CellValue[][] = [
    ["项目名称", "总投资（万元）", "资金来源", null],
    [null, null, "争取资金", "自筹资金"],
    ["柳林镇污水管网改造工程", 2200, 1800, 400],
    ["县城老旧小区改造工程", 5200, 4000, 1000],
  ];
  const applied: CellValue[][] = [
    ["项目名称", "申报渠道", "拟申请资金（万元）"],
    ["柳林镇污水管网改造工程", "中央预算内投资", 1800],
  ];
  const files = [gridSheet("储备库", reserve), gridSheet("对上争取申报", applied)];
  const run = runThrough([{ path: "住建局.xlsx", sheets: files }], { pack, asOf });
  const standard = await standardOf(run, "住建局标准项目表");
  expect(findingsOf(run)).toContain("C206 县城老旧小区改造工程 totalInvestment");
  expect(findingsOf(standard)).toEqual(findingsOf(run));
  const severities = (each: Run) =>
    each.result.perLedger.map(({ findings }) => findings.map(({ severity }) => severity));
  expect(severities(standard)).toEqual(severities(run));
});

const OF_2025: readonly (readonly CellValue[])[] = [
  ["2025年在建项目"],
  ["项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）"],
  ["北沟水库工程", "水务局", 1900, 1950],
];
const YEARLESS: readonly (readonly CellValue[])[] = [
  ["项目名称", "责任部门", "总投资（万元）", "计划开工时间", "环评批复时间"],
  ["柳林镇污水管网工程", "住房和城乡建设局", 1200, "8月", "6月底前"],
  ["三河镇供水管网工程", "水务局", 2300, "2025年9月", null],
];

const MORE_WORKBOOKS: typeof WORKBOOKS = [
  [
    "a sheet whose days have the year of the sheet beside it",
    [
      ["在建", OF_2025],
      ["拟建", YEARLESS],
    ],
  ],
  [
    "days of no year anywhere, which the day of our form lends none",
    [
      ["拟建", YEARLESS],
      ["在建", OF_2025.slice(1)],
    ],
  ],
  [
    "sources under a heading that says nothing of sources",
    [
      [
        "资金",
        [
          ["项目名称", "责任部门", "总投资（万元）", "资金落实", null, null],
          [null, null, null, "中央", "省级", "县级自筹"],
          ["柳林镇污水管网工程", "住房和城乡建设局", 1200, 600, 100, 500],
          ["三河镇供水管网工程", null, 2300, 1000, null, 1300],
        ],
      ],
    ],
  ],
];

it.each(MORE_WORKBOOKS)("of a workbook with %s, whatever its file is called", async (name, sheets) => {
  const files = sheets.map(([sheet, rows]) => gridSheet(sheet, rows));
  const run = runThrough([{ path: "台账.xlsx", sheets: files }], { pack, asOf });
  const standard = await standardOf(run, "标准");
  expect(valuesOf(standard)).toEqual(valuesOf(run));
  expect([name, ...findingsOf(standard)]).toEqual([name, ...findingsOf(run)]);
  expect(findingsOf(run)).not.toEqual([]);
});

it.each(WORKBOOKS)("of a workbook with %s", async (name, sheets) => {
  const files = sheets.map(([sheet, rows]) => gridSheet(sheet, rows));
  const run = runThrough([{ path: "2025年储备项目.xlsx", sheets: files }], { pack, asOf });
  const standard = await standardOf(run, name);
  expect(valuesOf(standard)).toEqual(valuesOf(run));
  expect(findingsOf(standard)).toEqual(findingsOf(run));
  expect(findingsOf(run)).not.toEqual([]);
});

it("sheets of one layout stand together, any other has a sheet that is named after it", () => {
  const [[, reserve] = ["", []], ...others] = WORKBOOKS.map(([name, sheets]) => [name, sheets] as const);
  const namesOf = (sheets: readonly (readonly [string, readonly (readonly CellValue[])[]])[]): string[] => {
    const files = sheets.map(([sheet, rows]) => gridSheet(sheet, rows));
    const run = runThrough([{ path: "台账.xlsx", sheets: files }], { pack, asOf });
    return standardTables(run.ledgers, { pack, asOf }).map((sheet) => `${sheet.name}：${String(sheet.cells[0]?.[0])}`);
  };
  expect(namesOf(reserve)).toEqual([
    "标准项目表（储备库）：2025年项目储备库",
    "标准项目表（对上争取申报）：对上争取申报",
  ]);
  expect(others.map(([, sheets]) => namesOf(sheets))).toEqual([
    ["标准项目表（Sheet1）：项目台账", "标准项目表（2024年）：2024年", "标准项目表（2025年）：2025年"],
    ["标准项目表（柳林镇等）：项目台账（标准项目表）", "标准项目表（在谈招商项目）：在谈招商项目"],
  ]);
});

it("of workbooks whose sheets are drawn at random, each of another kind or several of one", async () => {
  await fc.assert(fc.asyncProperty(randomWorkbook, check), { numRuns: 150 });
});

it("of ledgers drawn at random", async () => {
  await fc.assert(fc.asyncProperty(randomLedger, check), { numRuns: 150 });
});

it.each(CATALOGUE.map((ledger) => [ledger.name, ledger] as const))("of the catalogue's %s", (_, ledger) =>
  check(ledger),
);
