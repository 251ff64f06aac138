/** What each sheet of the export says, on a small ledger and on the examples. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import { packInForce } from "../../src/policy/load";
import { exportSheets } from "../../src/report/export";
import { runThrough, type Run } from "../../src/report/run";
import { standardTables } from "../../src/report/export/standardTable";
import { dayFromSerial } from "../../src/measure/day";
import { SerialDay, type CellValue } from "../../src/sheet/cell";
import type { ExportSheet } from "../../src/sheet/exportSheet";
import { gridSheet } from "../../src/sheet/grid";
import { ours, sheetJs } from "../hosts/otherReaders";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);

function runOf(...cells: readonly (readonly CellValue[])[]): Run {
  return runThrough([{ path: "台账.xlsx", sheets: [gridSheet("台账", cells)] }], { pack, asOf });
}

async function sheet(run: Run, name: string): Promise<ExportSheet | undefined> {
  return (await exportSheets(run)).find((each) => each.name === name);
}

/** By heading, the cells of the first row below it. */
function firstRow(found: ExportSheet | undefined): Record<string, CellValue> {
  const heading = found?.heading ?? 0;
  const names = found?.cells[heading - 1] ?? [];
  return Object.fromEntries(names.map((name, column) => [String(name), found?.cells[heading]?.[column] ?? null]));
}

const LEDGER = [
  [
    "项目名称",
    "责任部门",
    "总投资（万元）",
    "项目阶段",
    "计划开工时间",
    "可研批复",
    "环评",
    "存在问题",
    "明年计划投资（万元）",
  ],
  ["云溪县柳河镇供水管网改造工程", "水务局", 5200, "储备", "2025-12-31", "办理中", null, "用地未落实", 2000],
] as const;

it("procedures stand with their state", async () => {
  expect(firstRow(await sheet(runOf(...LEDGER), "前期手续台账"))).toMatchObject({
    项目名称: "云溪县柳河镇供水管网改造工程",
    可行性研究报告批复: "办理中",
  });
});

it.each<[string, CellValue, string, Record<string, CellValue>]>([
  ["a day alone", "2025.7.1", "2025-06-20", { 项目建议书: "未办理", 项目建议书计划办结: "2025-07-01" }],
  [
    "the same day when it has come",
    "2025.7.1",
    "2025-07-01",
    { 项目建议书: "已办结", 项目建议书办结日期: "2025-07-01" },
  ],
])("a procedure planned for %s reads alike in both lists", async (_, proposal, day, said) => {
  const cells = [
    ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "立项", "可研批复"],
    ["云溪县疾控中心实验室改扩建工程", "卫生健康局", 1900, "储备", proposal, "未办理"],
  ];
  const run = runThrough([{ path: "台账.xlsx", sheets: [gridSheet("台账", cells)] }], {
    pack: packInForce(day).pack,
    asOf: day,
  });
  const row = firstRow(await sheet(run, "前期手续台账"));
  const shown = Object.entries(row).filter(([name, cell]) => name.startsWith("项目建议书") && cell !== null);
  expect(Object.fromEntries(shown.map(([name, cell]) => [name, dayWritten(cell)]))).toEqual(said);
  const schedule = await sheet(run, "倒排工期表");
  const steps = schedule?.cells.slice(schedule.heading ?? 0).filter((each) => each[4] === "项目建议书") ?? [];
  expect(steps.map((each) => [each[2], dayWritten(each[3] ?? null), each[7]])).toEqual(
    said["项目建议书"] === "未办理" ? [["台账计划办结", "2025-07-01", "未办理"]] : [],
  );
});

function dayWritten(cell: CellValue): CellValue {
  return cell instanceof SerialDay ? dayFromSerial(cell.serial, false) : cell;
}

it("open steps stand with the last day of acceptance", async () => {
  const found = await sheet(runOf(...LEDGER), "倒排工期表");
  const steps = found?.cells.slice(found.heading ?? 0).map((row) => row[4]);
  expect(steps).toContain(pack.procedures.find(({ key }) => key === "eia")?.name);
  expect(firstRow(found)["期限由来"]).toBe("计划开工");
});

it("a step of which the ledger says nothing is not said to be open: no column asks for it, or its cell is blank", async () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）", "计划开工时间", "可研批复", "环评", "施工许可"];
  const row = ["云溪县柳河镇供水管网改造工程", "水务局", 5200, "2025-07-10", "办理中", null, "未办理"];
  const found = await sheet(runOf(heading, row), "倒排工期表");
  const said = new Map(found?.cells.slice(found.heading ?? 0).map((each) => [each[4], [each[7], each[11]]]));
  const nameOf = (key: string) => pack.procedures.find((each) => each.key === key)?.name ?? key;
  expect(["feasibility", "eia", "buildPermit", "design"].map((key) => said.get(nameOf(key))?.[0])).toEqual([
    "办理中",
    "台账未填",
    "未办理",
    "台账未列",
  ]);
  expect(said.get(nameOf("eia"))?.[1]).toBe("如未办，已来不及");
  expect(JSON.stringify(found?.cells)).toContain("台账没有这一列");
});

it("a project without a channel stands where it fits, marked as a suggestion, with reasons", async () => {
  const channels = (await exportSheets(runOf(...LEDGER))).filter(({ cells }) =>
    String(cells[0]?.[0]).endsWith("对上争取申报表"),
  );
  expect(channels).toHaveLength(1);
  expect(firstRow(channels[0])).toMatchObject({ 拟申报或建议: "建议", 是否相符: "相符" });
  expect(String(firstRow(channels[0])["理由"])).toMatch(
    /^领域“市政和产业园区基础设施”属于该渠道支持范围（依据词语：供水[^（）]*）/,
  );
});

it("what a channel wants stands as its demand above the rows, never as the reason of a project", async () => {
  const words = pack.channels.map(({ suits }) => suits).filter((suits) => suits !== "");
  const run = runOf(
    ["项目名称", "责任部门", "总投资（万元）", "拟申报渠道", "投向领域"],
    ["云溪县黑龙口水库除险加固工程", "水务局", 5200, "中央预算内投资", null],
    ["云溪县黑龙口水库除险加固工程（二期）", "水务局", 5200, "专项债券", null],
    ["云溪县恐龙主题公园建设项目", "住建局", 9000, "专项债券", null],
    ["云溪县柳河镇排水工程", "住建局", 900, "专项债券", "农林水利"],
  );
  const channels = (await exportSheets(run)).filter(({ cells }) => String(cells[0]?.[0]).endsWith("对上争取申报表"));
  const rows = channels.flatMap(({ cells, heading: top }) => {
    const heading = top ?? 0;
    const [fits, reason] = ["是否相符", "理由"].map((name) => (cells[heading - 1] ?? []).indexOf(name));
    return cells.slice(heading).map((row) => [row[1], row[fits ?? -1], row[reason ?? -1]]);
  });
  for (const [, , reason] of rows) for (const suits of words) expect(String(reason)).not.toContain(suits);
  expect(rows).toEqual([
    [
      "云溪县黑龙口水库除险加固工程（二期）",
      "相符",
      expect.stringMatching(/^领域“农林水利”属于该渠道支持范围（依据词语：.*水库.*）/),
    ],
    ["云溪县恐龙主题公园建设项目", "不相符", expect.stringMatching(/^涉负面清单“.+”（依据词语：.*主题.*）/)],
    ["云溪县柳河镇排水工程", "相符", "领域“农林水利”属于该渠道支持范围（台账所填）"],
    ["云溪县黑龙口水库除险加固工程", "待确认", null],
  ]);
  const above = channels.map(({ cells, heading }) =>
    cells
      .slice(0, (heading ?? 1) - 1)
      .flat()
      .join("\n"),
  );
  for (const [index, suits] of ["有一定收益、能自求平衡的公益性项目", "公益性项目，已列入国家和省市规划"].entries())
    expect(above[index]).toContain(`该渠道要求：${suits}`);
});

it("a channel's form names who reports and from where the money is to come", async () => {
  const run = runOf(
    ["填报单位：云溪县水务局"],
    ["项目名称", "总投资（万元）", "专项债券（万元）", "县级资金（万元）", "拟申报渠道", "联系人及电话"],
    ["云溪县柳河镇供水管网改造工程", 5200, 4000, 1200, "专项债券", "刘某13800001111"],
  );
  const found = await sheet(run, "专项债券申报表");
  expect(found?.cells[1]?.[0]).toContain("填报单位：云溪县水务局");
  expect(firstRow(found)).toMatchObject({ "专项债券资金（万元）": 4000, "区(县)财政资金（万元）": 1200 });
  expect(Object.keys(firstRow(found))).not.toContain("省财政资金（万元）");
  for (const name of ["校核报告", "缺件通知", "前期手续台账", "明年计划表"]) {
    const other = await sheet(run, name);
    if (other) expect(other.cells[1]?.[0]).toContain("填报单位：云溪县水务局");
  }
});

it("a short text a little longer than its column makes it wider; a long one is left to be wrapped", async () => {
  const widthOf = async (person: string) => {
    const run = runOf(["项目名称", "总投资（万元）", "责任人"], ["云溪县柳河镇供水管网改造工程", 5200, person]);
    const found = await sheet(run, "标准项目表");
    return found?.widths?.[found.cells[(found.heading ?? 1) - 1]?.indexOf("责任人") ?? -1] ?? 0;
  };
  const usual = await widthOf("刘某");
  expect(await widthOf("刘某13800001111")).toBeGreaterThan("刘某13800001111".length + 2);
  expect(await widthOf("刘某13800001111、王某13800002222、孙某13800003333")).toBe(usual);
});

it("below the heading 依据 nothing says 依据 again", async () => {
  const run = runOf(["项目名称", "责任部门", "总投资（万元）"], ["云溪县柳河镇供水工程", "水务局", null]);
  const report = firstRow(await sheet(run, "校核报告"));
  expect(String(report["依据"])).toMatch(/^[^：]+/);
  expect(String(report["依据"])).not.toMatch(/^依据/);
});

it("a stated channel stays where it was stated, and what speaks against it is said", async () => {
  const run = runOf(
    ["项目名称", "责任部门", "总投资（万元）", "拟申报渠道"],
    ["云溪县恐龙主题公园建设项目", "住建局", 9000, "专项债券"],
  );
  const [found] = (await exportSheets(run)).filter(({ cells }) => String(cells[0]?.[0]).endsWith("对上争取申报表"));
  expect(firstRow(found)).toMatchObject({ 拟申报或建议: "拟申报", 是否相符: "不相符" });
});

it("next year's plan, problems to be settled and what is missing each name the project", async () => {
  const run = runOf(...LEDGER);
  expect(firstRow(await sheet(run, "明年计划表"))).toMatchObject({
    "明年计划投资（万元）": 2000,
    还缺什么: "拟申报渠道未填；拟申请资金未填",
  });
  expect(firstRow(await sheet(run, "提请协调事项表"))).toMatchObject({ 存在问题: "用地未落实" });
});

it("what is missing is listed for the department that owes it", async () => {
  const run = runOf(["项目名称", "责任部门", "总投资（万元）"], ["云溪县柳河镇供水工程", "水务局", null]);
  expect(firstRow(await sheet(run, "缺件通知"))).toMatchObject({
    责任部门: "水务局",
    项目名称: "云溪县柳河镇供水工程",
  });
});

it("papers of a channel stand with what the ledger says of each", async () => {
  const run = runOf(
    ["项目名称", "责任部门", "总投资（万元）", "资金渠道", "实施方案", "财务评估报告"],
    ["云溪县柳河镇供水管网改造工程", "水务局", 5200, "专项债券", "已编制", "未出具"],
    ["云溪县中心敬老院改扩建项目", "民政局", 3000, "专项债券", null, "√"],
  );
  const found = await sheet(run, "材料清单");
  expect(found?.cells.slice(found.heading ?? 0).map((row) => [row[1], row[4], row[5]])).toEqual([
    ["云溪县柳河镇供水管网改造工程", "实施方案", "有（已编制）"],
    ["云溪县柳河镇供水管网改造工程", "财务评估报告", "缺（未出具）"],
    ["云溪县柳河镇供水管网改造工程", "法律意见书", "台账没有这一列"],
    ["云溪县中心敬老院改扩建项目", "实施方案", "缺"],
    ["云溪县中心敬老院改扩建项目", "财务评估报告", "有（√）"],
    ["云溪县中心敬老院改扩建项目", "法律意见书", "台账没有这一列"],
  ]);
});

it("the report has every finding, and the copy of the ledger has it in its row", async () => {
  const run = runOf(...LEDGER);
  const all = run.result.perLedger.flatMap(({ findings }) => findings);
  const report = await sheet(run, "校核报告");
  expect((report?.cells.length ?? 0) - (report?.heading ?? 0)).toBe(all.length + run.result.run.length);
  const copy = await sheet(run, "台账（错误信息）");
  expect(copy?.cells[0]?.slice(0, -1)).toEqual([...LEDGER[0]]);
  for (const { code, row } of all) if (row === 2) expect(String(copy?.cells[1]?.at(-1))).toContain(code);
});

it("sheets about which the ledger says nothing are left out", async () => {
  const names = (await exportSheets(runOf(["项目名称", "责任部门", "备注"], ["某工程", "水务局", "x"]))).map(
    ({ name }) => name,
  );
  expect(names).not.toContain("前期手续台账");
  expect(names).not.toContain("提请协调事项表");
});

const examples = readdirSync("examples").filter((name) => /\.(xlsx|csv)$/.test(name));

it.each(examples)(
  "everything that leaves %s reads alike by us and by SheetJS",
  async (name) => {
    const { sheets } = await openWorkbook(new Uint8Array(readFileSync(join("examples", name))), { fileName: name });
    const run = runThrough([{ path: name, sheets }], { pack, asOf });
    const bytes = await writeWorkbook(await exportSheets(run));
    expect(sheetJs(bytes)).toEqual(await ours(bytes));
  },
  60_000,
);

it.each<[string, readonly string[], string]>([
  ["the year's", ["占年度计划（%）"], "年度投资完成率"],
  ["the year's, in another word", ["年度投资完成率"], "年度投资完成率"],
  ["that of half a year", ["上半年完成率（%）"], "年度投资完成率"],
  ["that of the whole", ["投资完成率"], "投资完成率"],
  ["one of which nobody knows", ["完成率"], "完成率（按台账填报）"],
  ["now this, now that", ["投资完成率", "年度投资完成率"], "完成率（按台账填报）"],
])("a rate stands in the standard table as what it was called: %s", (_, headings, expected) => {
  const sheets = headings.map((heading, index) =>
    gridSheet(`表${String(index)}`, [
      ["项目名称", "责任部门", "总投资（万元）", "年度计划投资（万元）", "本年完成投资（万元）", heading],
      ["西沟水库工程", "水务局", 5200, 1000, 400, "40%"],
    ]),
  );
  const run = runThrough([{ path: "台账.xlsx", sheets }], { pack, asOf });
  const [table, ...others] = standardTables(run.ledgers, { pack, asOf });
  expect(others).toEqual([]);
  if (!table) throw new Error("no table");
  const names = table.cells[(table.heading ?? 0) - 1] ?? [];
  expect(names.filter((name) => String(name).includes("完成率"))).toEqual([expected]);
  const read = runThrough([{ path: "标准.xlsx", sheets: [gridSheet("标准项目表", table.cells)] }], { pack, asOf });
  expect(read.ledgers[0]?.projects[0]?.values.completionRate).toBe(0.4);
});

it("a channel's ways of paying are nothing else to try for beside the whole", async () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "拟申报渠道", "建设内容及规模"];
  const content = "新建幼儿园园舍2800平方米，学位330个";
  const run = runOf(
    heading,
    ["云溪县东岗幼儿园新建项目", "教育局", 5200, "储备", "专项债券", content],
    ["云溪县西岗幼儿园新建项目", "教育局", 5200, "储备", "中央预算内投资", content],
  );
  const found = (await exportSheets(run)).flatMap(({ cells, heading }) => {
    const at = heading ?? 0;
    const column = cells[at - 1]?.indexOf("还可争取") ?? -1;
    return column < 0 ? [] : cells.slice(at).map((row) => String(row[column] ?? ""));
  });
  expect(found).toHaveLength(2);
  for (const others of found) expect(others).not.toContain("中央预算内投资（");
  expect(found[0]?.split("、").filter((name) => name === "中央预算内投资")).toHaveLength(1);
});

it("what the county or a company pays alone is asked of nobody above", async () => {
  const run = runOf(
    ["项目名称", "责任部门", "总投资（万元）", "专项债券（万元）", "县级资金（万元）", "自筹资金（万元）", "资金渠道"],
    ["柳林镇敬老院改扩建工程", "民政局", 1200, null, 1200, null, null],
    ["西坪镇敬老院改扩建工程", "民政局", 1300, null, null, 1300, null],
    ["东坪镇敬老院改扩建工程", "民政局", 1400, null, null, null, "企业自筹"],
    ["南坪镇敬老院改扩建工程", "民政局", 1500, null, 500, null, null],
    ["北坪镇敬老院改扩建工程", "民政局", 1600, 1000, 600, null, null],
    ["中坪镇敬老院改扩建工程", "民政局", 1700, null, 400, null, "中央预算内投资"],
  );
  const channels = (await exportSheets(run)).filter(({ cells }) => String(cells[0]?.[0]).endsWith("对上争取申报表"));
  expect(channels.map(({ name }) => name)).not.toContain("社会资本/自筹申报表");
  const listed = channels.flatMap(({ cells, heading }) => cells.slice(heading ?? 0).map((row) => String(row[1])));
  expect([...new Set(listed.map((name) => name.slice(0, 1)))].sort()).toEqual(["中", "北", "南"].sort());
});
