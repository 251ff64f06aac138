/** The template that the bureau hands out: read as what it is, empty of findings, its formulas right in any program and blank where ours are missing. */
import { FUNCTIONS } from "../../functions/table";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import { packInForce } from "../../src/policy/load";
import { STANDARD_TABLE } from "../../src/report/export/standardTable";
import { templateSheets } from "../../src/report/export/template";
import { runThrough, type Run } from "../../src/report/run";
import { SerialDay, type CellValue } from "../../src/sheet/cell";
import type { ExportSheet } from "../../src/sheet/exportSheet";
import { ours, sheetJs } from "../hosts/otherReaders";
import { officeSheets } from "./office";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);
const TEMPLATE = templateSheets({ pack, asOf });

async function runOf(sheets: readonly ExportSheet[]): Promise<Run> {
  const workbook = await openWorkbook(await writeWorkbook(sheets), { fileName: "模板.xlsx" });
  return runThrough([{ path: "模板.xlsx", sheets: workbook.sheets.filter(({ hidden }) => !hidden) }], { pack, asOf });
}

/** The template with rows filled in, by heading. */
function filled(...rows: readonly Readonly<Record<string, CellValue>>[]): ExportSheet[] {
  return TEMPLATE.map((sheet) => {
    if (sheet.name !== STANDARD_TABLE) return sheet;
    const heading = sheet.heading ?? 0;
    const names = sheet.cells[heading - 1] ?? [];
    const cells = sheet.cells.map((row, index) => {
      const own = rows[index - heading - 1];
      return own ? names.map((name, column) => own[String(name)] ?? row[column] ?? null) : row;
    });
    return { ...sheet, cells };
  });
}

it("is read as the sheets that it is, its example and its empty rows as nothing", async () => {
  const { ledgers } = await runOf(TEMPLATE);
  expect(ledgers.map(({ sheet, role }) => [sheet, role])).toEqual([
    ["填写说明", "other"],
    [STANDARD_TABLE, "projects"],
    ["目标进度", "other"],
    ["政策台账", "policies"],
    ["对接台账", "contacts"],
    ["目标责任书", "targets"],
    ["部门名录", "other"],
  ]);
  const [ledger] = ledgers.filter(({ role }) => role === "projects");
  expect(ledger).toMatchObject({ unit: "万元", year: 2025, reporter: null, projects: [], questions: [] });
  expect(ledger?.skipped.find(({ why }) => why === "example")?.row).toBe(4);
  expect(ledgers.flatMap(({ table }) => table?.rows ?? [])).toEqual([]);
});

it("every heading is that of its own field, and the formulas' columns of none", async () => {
  const { ledgers } = await runOf(TEMPLATE);
  const [ledger] = ledgers.filter(({ role }) => role === "projects");
  const headings = TEMPLATE.find(({ name }) => name === STANDARD_TABLE)?.cells[2] ?? [];
  expect(ledger?.columns).toHaveLength(headings.filter((heading) => !String(heading).startsWith("自查")).length);
  expect(ledger?.unmapped.map(({ heading }) => heading)).toEqual(
    headings.filter((heading) => String(heading).startsWith("自查")),
  );
});

it("stops nobody as it is handed out", async () => {
  const { result } = await runOf(TEMPLATE);
  const found = result.perLedger.flatMap(({ findings }) => findings);
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("a row filled in by its lists and notes is read whole", async () => {
  const { ledgers } = await runOf(
    filled({
      项目名称: "云溪县柳河镇供水管网改造工程",
      责任部门: "水务局",
      项目阶段: "储备",
      投向领域: "农林水利",
      "总投资（万元）": 5200,
      入库时间: new SerialDay(45800, false),
      环评: "办理中",
    }),
  );
  const [project] = ledgers.flatMap(({ projects }) => projects);
  expect(project?.values).toMatchObject({
    name: "云溪县柳河镇供水管网改造工程",
    department: "水务局",
    stage: "储备",
    totalInvestment: { wan: 5200, approx: false },
    "proc.eia": { state: "doing" },
  });
  expect(project?.unread).toEqual([]);
});

it("has notes and lists at its headings", async () => {
  const sheet = TEMPLATE.find(({ name }) => name === STANDARD_TABLE);
  const column = (heading: string) => sheet?.columns[sheet.cells[2]?.indexOf(heading) ?? -1];
  expect(column("项目名称")?.note).toContain("必填");
  expect(column("投向领域")?.choices).toEqual(pack.areas.map(({ name }) => name));
  expect(column("资金渠道")?.choices).toEqual(pack.channels.map(({ name }) => name));
  expect(column("项目阶段")?.choices).toEqual(pack.stages.map(({ name }) => name));
  expect(column("环评")?.note).toContain("办理部门");
});

const OURS = /_xldudf_XM_([A-Z]+)\(([^()]*)\)/g;

it("asks only functions that we have, with as many arguments as they take, and shows blank where they are missing", () => {
  const formulas = TEMPLATE.flatMap(({ formulas: own = [] }) => own.map(({ formula }) => formula));
  const asked = formulas.flatMap((formula) => [...formula.matchAll(OURS)].map((match) => ({ formula, match })));
  expect(new Set(asked.map(({ match }) => match[1])).size).toBeGreaterThanOrEqual(5);
  for (const { formula, match } of asked) {
    const fn = FUNCTIONS.find(({ id }) => id === match[1]);
    const args = (match[2] ?? "").split(",");
    const needed = fn?.parameters.filter(({ optional }) => !optional).length ?? Infinity;
    expect([match[1], args.length >= needed && args.length <= (fn?.parameters.length ?? 0)]).toEqual([match[1], true]);
    expect(formula).toMatch(/^IF\(\$[A-Z]+\d+="","",IFERROR\(.*,""\)\)$/);
  }
});

it("reads alike by us and by SheetJS", async () => {
  const bytes = await writeWorkbook(TEMPLATE);
  expect(sheetJs(bytes)).toEqual(await ours(bytes));
});

it("LibreOffice reckons what was filled in, and shows no error where our functions are missing", async () => {
  const seen = officeSheets(
    await writeWorkbook(
      filled(
        {
          项目名称: "甲工程",
          责任部门: "水务局",
          "总投资（万元）": 5200.5,
          入库时间: new SerialDay(45800, false),
          "拟申请资金（万元）": 6000,
        },
        { 项目名称: "乙工程", "总投资（万元）": 800, 入库时间: new SerialDay(45000, false), "到位资金（万元）": 12 },
      ),
    ),
  );
  if (seen === null) {
    expect(process.env["CI_REQUIRES_OFFICE"]).not.toBe("1");
    return;
  }
  const progress = new Map((seen["目标进度"] ?? []).map(([what = "", result = ""]) => [what, result]));
  expect(Object.fromEntries(progress)).toMatchObject({
    "项目个数（个）": "2",
    "总投资合计（万元）": "6000.5",
    "申请资金合计（万元）": "6000",
    "到位资金合计（万元）": "12",
    "目标个数（个）": "30",
    "新增个数（个）": "1",
    "新增总投资（万元）": "5200.5",
    "个数缺口（个）": "29",
    "总投资缺口（万元）": "494799.5",
  });
  const table = seen[STANDARD_TABLE] ?? [];
  const own = (row: number, heading: string): string | undefined => table[row]?.[table[2]?.indexOf(heading) ?? -1];
  expect([own(4, "自查：必填项"), own(5, "自查：必填项"), own(4, "自查：申请额"), own(6, "自查：必填项")]).toEqual([
    "完整",
    "缺部门",
    "超过投资额",
    "",
  ]);
  expect(table.flat().filter((cell) => /^#|Err:/.test(cell))).toEqual([]);
});
