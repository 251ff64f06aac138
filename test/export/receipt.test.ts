/** The receipt: agrees with whatever says the same, and names what does not. */
import fc from "fast-check";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import { readLedger } from "../../src/ledger/read";
import { packInForce } from "../../src/policy/load";
import { exportSheets } from "../../src/report/export";
import { ownSheets } from "../../src/report/export/ownSheets";
import { compareWithReceipt } from "../../src/report/export/compareReceipt";
import { makeReceipt } from "../../src/report/export/makeReceipt";
import type { Receipt } from "../../src/report/export/receipt";
import { readReceipt, receiptSheet } from "../../src/report/export/receiptSheet";
import { runThrough, type Run } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import type { CellValue } from "../../src/sheet/cell";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);
const HEADING = ["序号", "项目名称", "责任部门", "总投资（万元）", "计划开工时间"];
const ROWS: readonly (readonly CellValue[])[] = [
  [1, "云溪县白河大桥新建工程", "交通运输局", 12000, "2025-09-01"],
  [2, "云溪县中心敬老院改扩建项目", "民政局", 3000, "2025年10月"],
  [3, "云溪县柳河镇供水工程", "水务局", "待测算后定", null],
];

function runOf(rows: readonly (readonly CellValue[])[], heading: readonly string[] = HEADING): Run {
  return runThrough([{ path: "台账.xlsx", sheets: [gridSheet("台账", [heading, ...rows])] }], { pack, asOf });
}

async function written(receipt: Receipt): Promise<Receipt | null> {
  const { sheets } = await openWorkbook(await writeWorkbook([receiptSheet(receipt)]), { fileName: "a.xlsx" });
  return sheets[0] ? readReceipt(sheets[0]) : null;
}

it("comes back from its sheet as it was", async () => {
  const receipt = await makeReceipt(runOf(ROWS));
  expect(await written(receipt)).toEqual(receipt);
  expect(receipt.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

it("agrees with the same values in another order and another notation", async () => {
  const receipt = await makeReceipt(runOf(ROWS));
  const other = runOf(
    [
      [1, "云溪县中心敬老院改扩建项目", "民政局", 0.3, "2025.10"],
      [2, "云溪县柳河镇供水工程", "水务局", "待测算后定", null],
      [3, "云溪县白河大桥新建工程", "交通运输局", "１２０００万元", "2025年9月1日"],
    ],
    ["序号", "项目名称", "责任部门", "总投资（亿元）", "计划开工时间"],
  );
  expect(await compareWithReceipt(receipt, other.ledgers)).toEqual({
    sound: true,
    same: true,
    isWhole: true,
    added: [],
    gone: [],
    changed: [],
    totals: [],
    // The amounts and two of the days are put in another way.
    rewritten: [
      expect.objectContaining({ fields: ["totalInvestment", "startPlanned"] }),
      expect.objectContaining({ fields: ["totalInvestment", "startPlanned"] }),
    ],
  });
});

it("agrees where a column was added that nobody has filled in", async () => {
  const receipt = await makeReceipt(runOf(ROWS));
  const wider = runOf(
    ROWS.map((row) => [...row, null, null]),
    [...HEADING, "项目代码", "备注"],
  );
  expect(await compareWithReceipt(receipt, wider.ledgers)).toMatchObject({ same: true, changed: [] });
});

it("any one cell that says something else is noticed, and its project named", async () => {
  const receipt = await makeReceipt(runOf(ROWS));
  await fc.assert(
    fc.asyncProperty(fc.nat(2), fc.constantFrom(3, 4), async (row, column) => {
      const changed = ROWS.map((cells, index) =>
        index === row ? cells.map((cell, at) => (at !== column ? cell : column === 3 ? 777 : "2026-01-01")) : cells,
      );
      const found = await compareWithReceipt(receipt, runOf(changed).ledgers);
      expect([found.sound, found.same, found.changed.map(({ now }) => now.name)]).toEqual([
        true,
        false,
        [ROWS[row]?.[1]],
      ]);
    }),
    { numRuns: 12 },
  );
});

it("names the fields whose cells say something else", async () => {
  const heading = [...HEADING, "环评批复文号", "环评批复时间", "备注"];
  const rows = ROWS.map((row) => [...row, "云环审〔2025〕7号", "2025-03-01", null]);
  const receipt = await written(await makeReceipt(runOf(rows, heading)));
  if (!receipt) throw new Error("no receipt");
  const fieldsOf = async (row: readonly CellValue[]): Promise<readonly string[]> => {
    const { changed } = await compareWithReceipt(receipt, runOf([row, ...rows.slice(1)], heading).ledgers);
    return changed.flatMap(({ fields }) => fields);
  };
  const [number, day] = ["云环审〔2025〕7号", "2025-03-01"];
  const first = ROWS[0] ?? [];
  expect(await fieldsOf([...first.slice(0, 3), 13000, first[4] ?? null, number, day, null])).toEqual([
    "totalInvestment",
  ]);
  expect(await fieldsOf([...first.slice(0, 4), null, number, day, null])).toEqual(["startPlanned"]);
  expect(await fieldsOf([...first, "云环审〔2025〕8号", "2025-04-01", null])).toEqual(["proc.eia.no", "proc.eia.on"]);
  expect(await fieldsOf([...first, number, "2025-13-01", null])).toEqual(["proc.eia.on"]);
  // A column that nobody had filled in is in no receipt.
  expect(await fieldsOf([...first, number, day, "已调整"])).toEqual(["remark"]);
  // Without a code a project is known by its name and its department.
  expect(await fieldsOf([1, "云溪县白河特大桥新建工程", ...first.slice(2), number, day, null])).toEqual(["name"]);
  expect(await fieldsOf([...first.slice(0, 2), "住房和城乡建设局", ...first.slice(3), number, day, null])).toEqual([
    "department",
  ]);
});

const PLANNED = [
  ["序号", "项目名称", "责任部门", "总投资（万元）", "环评"],
  [1, "云溪县白河大桥新建工程", "交通运输局", 12000, "2025-09-10"],
  [2, "云溪县柳河镇供水工程", "水务局", "待测算后定", "已办结"],
] as const satisfies readonly (readonly CellValue[])[];

it("a receipt of the version before this still agrees, and names what changed by its row", async () => {
  const lines = [
    "项目台账校核回执",
    "回执码：0RCN-0E0K-VSNJ",
    "数据摘要（SHA-256）：58ae24dc5259e985b8f11efdfbbe0a03f7d606bee8c8c2687ecf56eef6b9dc4f",
    "项目个数：2",
    "总投资合计（万元）：12000",
    "校核结果：错误 1，提醒 0，建议 0，暂不处理 0",
    "政策包：county-2025 2025.1",
    "ledger-check 版本：0.1.0",
    "校核日：2025-06-20",
  ].map((line) => [line]);
  const rows = [
    ["代码或名称与部门", "名称", "金额（万元）", "行校验"],
    ["云溪县白河大桥新建工程|交通运输局", "云溪县白河大桥新建工程", 12000, "f37b32a31aa3"],
    ["云溪县柳河镇供水工程|水务局", "云溪县柳河镇供水工程", null, "69a0717faf73"],
  ];
  const receipt = readReceipt(gridSheet("校核回执", [...lines, ...rows]));
  if (!receipt) throw new Error("no receipt");
  const [heading, first, second] = PLANNED;
  const run = runOf([first, second], [...heading]);
  expect(await compareWithReceipt(receipt, run.ledgers)).toMatchObject({ sound: true, same: true, changed: [] });
  const changed = runOf([first, [2, "云溪县柳河镇供水工程", "水务局", 800, "已办结"]], [...heading]);
  expect((await compareWithReceipt(receipt, changed.ledgers)).changed).toMatchObject([
    { now: { name: "云溪县柳河镇供水工程", wan: 800 }, fields: [] },
  ]);
});

it("a step planned for a day still to come is written as open, and agrees all the same", async () => {
  const [heading, ...rows] = PLANNED;
  const bytes = await writeWorkbook(await exportSheets(runOf(rows, [...heading])));
  const { ledgers, receipt } = ownSheets((await openWorkbook(bytes, { fileName: "a.xlsx" })).sheets);
  const again = runThrough([{ path: "a.xlsx", sheets: ledgers }], { pack, asOf });
  const [bridge] = again.ledgers.flatMap(({ projects }) => projects);
  expect(bridge?.values["proc.eia"]).toMatchObject({ state: "todo", on: { from: "2025-09-10" } });
  expect(receipt && (await compareWithReceipt(receipt, again.ledgers)).same).toBe(true);
});

it("agrees on a later day too, when a start has come that was still to come", async () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）", "开工时间", "项目阶段"];
  const rows: readonly (readonly CellValue[])[] = [
    ["云溪县白河大桥新建工程", "交通运输局", 12000, "2024年3月", null],
    ["云溪县中心敬老院改扩建项目", "民政局", 3000, "2025年3月", null],
    ["云溪县柳河镇供水工程", "水务局", 800, "2025年9月", null],
    ["云溪县东渠改造工程", "水务局", 600, "2026年3月", null],
  ];
  const file = { path: "台账.xlsx", sheets: [gridSheet("台账", [["2025年项目台账"], heading, ...rows])] };
  const onDay = (day: string) => runThrough([file], { pack, asOf: day });
  const receipt = await makeReceipt(onDay(asOf));
  const raw = file.sheets.map((sheet) => readLedger(sheet, { file: file.path }));
  expect(raw[0]?.columns.some(({ also }) => also !== undefined)).toBe(true);
  for (const ledgers of [onDay(asOf).ledgers, onDay("2025-12-20").ledgers, raw])
    expect((await compareWithReceipt(receipt, ledgers)).same).toBe(true);
});

it("of a workbook with a sheet a month the latest is in the receipt, as it is in the standard table", async () => {
  const sheet = (name: string, done: number) =>
    gridSheet(name, [
      ["序号", "项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）"],
      [1, "云溪县白河大桥新建工程", "交通运输局", 12000, done],
    ]);
  const run = runThrough([{ path: "月报.xlsx", sheets: [sheet("4月", 1000), sheet("5月", 2000)] }], { pack, asOf });
  const { sheets } = await openWorkbook(await writeWorkbook(await exportSheets(run)), { fileName: "a.xlsx" });
  const own = ownSheets(sheets);
  expect(own.receipt).toMatchObject({ count: 1, wan: 12000 });
  const again = runThrough([{ path: "a.xlsx", sheets: own.ledgers }], { pack, asOf });
  expect(again.ledgers.flatMap(({ projects }) => projects)).toHaveLength(1);
  for (const ledgers of [run.ledgers, again.ledgers])
    expect(own.receipt && (await compareWithReceipt(own.receipt, ledgers)).same).toBe(true);
});

it("names rows that came and went", async () => {
  const receipt = await makeReceipt(runOf(ROWS));
  const found = await compareWithReceipt(
    receipt,
    runOf([...ROWS.slice(1), [4, "云溪县新能源电站", "发展和改革局", 900, null]]).ledgers,
  );
  expect(found.added.map(({ name }) => name)).toEqual(["云溪县新能源电站"]);
  expect(found.gone.map(({ name }) => name)).toEqual(["云溪县白河大桥新建工程"]);
});

it("a receipt on which somebody has changed a figure does not fit its code", async () => {
  const receipt = await makeReceipt(runOf(ROWS));
  const found = await compareWithReceipt(
    { ...receipt, verdict: "错误 0，提醒 0，建议 0，暂不处理 0" },
    runOf(ROWS).ledgers,
  );
  expect(found.sound).toBe(false);
});

it("of a workbook that we wrote only the standard table is a ledger", async () => {
  const bytes = await writeWorkbook(await exportSheets(runOf(ROWS)));
  const { sheets } = await openWorkbook(bytes, { fileName: "a.xlsx" });
  expect(sheets.length).toBeGreaterThan(3);
  const own = ownSheets(sheets);
  expect(own.ledgers.map(({ name }) => name)).toEqual(["标准项目表"]);
  const again = runThrough([{ path: "a.xlsx", sheets: own.ledgers }], { pack, asOf });
  expect(own.receipt && (await compareWithReceipt(own.receipt, again.ledgers)).same).toBe(true);
});

describe("what a clerk sees beside the projects' values", () => {
  const heading = ["序号", "项目名称", "项目代码", "责任部门", "总投资（万元）", "挂点工作组"];
  const rows: readonly (readonly CellValue[])[] = [
    ["合计", null, null, null, 15000, null],
    [1, "云溪县白河大桥新建工程", "2410-340823-04-01-488699", "交通运输局", 12000, "甲组"],
    [2, "云溪县中心敬老院改扩建项目", "2401-340823-04-01-708336", "民政局", 3000, "乙组"],
  ];
  const changed = (row: number, column: number, value: CellValue): Run =>
    runOf(
      rows.map((cells, index) => cells.map((cell, at) => (index === row && at === column ? value : cell))),
      heading,
    );

  it.each([
    ["a printed total", 0, 4, 99999, { changed: [], totals: [{ said: ["totalInvestment"] }] }],
    ["a column that means no field", 1, 5, "丙组", { changed: [{ fields: [], columns: ["挂点工作组"] }], totals: [] }],
    ["the same, emptied", 2, 5, null, { changed: [{ fields: [], columns: ["挂点工作组"] }], totals: [] }],
    [
      "a code that was mended",
      1,
      2,
      "2410-340823-04-01-488695",
      { added: [], gone: [], changed: [{ fields: ["code"], columns: [] }], totals: [] },
    ],
  ])("%s is noticed and named", async (_, row, column, value, expected) => {
    const receipt = await written(await makeReceipt(runOf(rows, heading)));
    if (!receipt) throw new Error("no receipt");
    expect(receipt.columns).toEqual(["挂点工作组"]);
    expect(await compareWithReceipt(receipt, runOf(rows, heading).ledgers)).toMatchObject({
      same: true,
      isWhole: true,
    });
    expect(await compareWithReceipt(receipt, changed(row, column, value).ledgers)).toMatchObject({
      same: false,
      ...expected,
    });
  });

  it("words that mean the same agree, and are named", async () => {
    const steps = [...heading, "环评", "可研批复文号"];
    const stating = (eia: string, number: string): Run =>
      runOf([[...(rows[1] ?? []), eia, number], ...rows.slice(2)], steps);
    const receipt = await written(await makeReceipt(stating("办理中", "云发改审[2025]7号")));
    if (!receipt) throw new Error("no receipt");
    const apart = async (eia: string, number: string) => {
      const { same, rewritten } = await compareWithReceipt(receipt, stating(eia, number).ledgers);
      return [same, rewritten.flatMap(({ fields }) => fields)];
    };
    expect(await apart("办理中", "云发改审[2025]7号")).toEqual([true, []]);
    expect(await apart("正在办理", "云发改审〔2025〕7号")).toEqual([true, ["proc.feasibility.no", "proc.eia"]]);
    expect(await apart("办理中", "云发改审〔2025〕8号")).toEqual([false, []]);
  });

  it("a row of totals that came or went, and a column that is new, are noticed", async () => {
    const receipt = await makeReceipt(runOf(rows, heading));
    const without = await compareWithReceipt(receipt, runOf(rows.slice(1), heading).ledgers);
    expect(without).toMatchObject({ same: false, changed: [], totals: [{ before: { label: "合计" }, now: null }] });
    const bare = await makeReceipt(runOf(ROWS));
    const wider = runOf([...ROWS.map((cells) => [...cells, "甲组"])], [...HEADING, "挂点工作组"]);
    const found = await compareWithReceipt(bare, wider.ledgers);
    expect([found.same, found.changed.map(({ columns }) => columns)]).toEqual([false, ROWS.map(() => ["挂点工作组"])]);
  });

  it("a receipt of a former version says nothing of them and still agrees; so does our standard table", async () => {
    const former = { ...(await makeReceipt(runOf(rows, heading))), beside: "", columns: [], totals: [] };
    expect(await compareWithReceipt(former, changed(0, 4, 99999).ledgers)).toMatchObject({
      same: true,
      isWhole: false,
    });
    const bytes = await writeWorkbook(await exportSheets(runOf(rows, heading)));
    const own = ownSheets((await openWorkbook(bytes, { fileName: "a.xlsx" })).sheets);
    const again = runThrough([{ path: "a.xlsx", sheets: own.ledgers }], { pack, asOf });
    expect(own.receipt && (await compareWithReceipt(own.receipt, again.ledgers))).toMatchObject({
      sound: true,
      same: true,
      isWhole: false,
    });
  });
});
