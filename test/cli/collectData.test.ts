/** Tables for analysts: read back they say what the merged summary says, and their page says what they hold. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeData } from "../../src/cli/collectData";
import { isMissingPackage, queueComplaint } from "../../src/cli/queueComplaint";
import { packInForce } from "../../src/policy/load";
import { FILE_COLUMNS, PROJECT_COLUMNS, TOTAL_COLUMNS } from "../../src/report/export/collect/data";
import { Gathering } from "../../src/report/export/collect/gather";
import { withOneNameEach } from "../../src/report/export/collect/oneNameEach";
import { partOf, unreadablePart, type Part } from "../../src/report/export/collect/part";
import type { Summary, Tallies } from "../../src/report/export/collect/summary";
import { runThrough } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import { sheetsOf } from "../ledgers/grid";
import { randomLedgers } from "../ledgers/random";
import { dataPage } from "./dataPage";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);
const RUNS = [
  ...randomLedgers(8, 23).map((ledger, index) =>
    runThrough([{ path: `${String(index)}.xlsx`, sheets: sheetsOf(ledger.workbook) }], { pack, asOf }),
  ),
  runThrough(
    [
      {
        path: "县局's.xlsx",
        sheets: [
          gridSheet("台账", [
            ["填报单位：水务局", null, null, null, null, null],
            ["项目名称", "责任部门", "总投资（万元）", "项目阶段", "计划开工时间", "环评批复文号"],
            [
              '西沟"水库"工程\n（一期）',
              "水务局",
              5200.25,
              "储备",
              "2025年3月底前",
              "云环审〔2025〕7号、云环审〔2025〕8号",
            ],
            ["东沟水厂工程", "水务局", "约900", "调出", "明春", null],
          ]),
        ],
      },
    ],
    { pack, asOf },
  ),
  runThrough(
    [
      {
        path: "南沟.xlsx",
        sheets: [
          gridSheet("台账", [
            ["项目名称", "责任部门", "总投资（万元）", "环评", "环评批复时间"],
            ["南沟水厂工程", "县水务局", 300, "已办结", "2025-09-10"],
          ]),
          gridSheet("打捆", [
            ["序号", "项目名称", "责任部门", "总投资（万元）", "项目阶段"],
            [1, "乡镇供水打捆项目", "水务局", 1000, "储备"],
            ["1.1", "北沟供水工程", "水务局", 600, "储备"],
            ["1.2", "南沟供水工程", "水务局", 400, "储备"],
          ]),
        ],
      },
    ],
    { pack, asOf },
  ),
];

let folder: string;
let summary: Summary;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-check-tables-"));
  const gathering = new Gathering();
  const add = (path: string, part: Part): string[] => {
    gathering.add(path, part.head);
    return [...part.lines];
  };
  const lines = RUNS.flatMap((run) => {
    const path = run.files[0]?.path ?? "";
    return add(path, partOf(run, { path, receipt: "none", writtenOn: asOf }, "sheets and data"));
  });
  add("坏.xlsx", unreadablePart("坏.xlsx", "坏.xlsx：文件已损坏。", asOf));
  const named = withOneNameEach(gathering.summary(), pack);
  summary = named.summary;
  expect(named.writtenTwice).toContainEqual({ name: "水务局", alsoWritten: ["县水务局"] });
  await writeData(named, lines, { parquet: join(folder, "明细"), duckdb: join(folder, "明细.duckdb") });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Value = string | number | boolean | null | Value[];

async function asked(sql: string, database = ":memory:"): Promise<Value[][]> {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson() as Value[][];
  connection.closeSync();
  instance.closeSync();
  return rows;
}

const parquet = (name: string): string => `'${join(folder, "明细", `${name}.parquet`)}'`;
const exact = (rows: Value[][]): (string | number | null)[][] =>
  rows.map(([name, count, wan]) => [
    name === undefined ? null : String(name),
    Number(count),
    Math.round(Number(wan) * 1e6),
  ]);
const expected = (tallies: Tallies): (string | number)[][] =>
  Object.entries(tallies)
    .map(([name, { count, millionths }]) => [name, count, millionths])
    .sort(([a = ""], [b = ""]) => (String(a) < String(b) ? -1 : 1));
const sorted = (rows: (string | number | null)[][]): (string | number | null)[][] =>
  rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

it.each([
  ["department", "is_department", "byDepartment", "NOT has_left AND NOT counted_elsewhere"],
  ["area", "is_area", "byArea", "NOT has_left AND NOT counted_elsewhere"],
  ["channel", "is_channel", "byChannel", "NOT has_left AND NOT counted_elsewhere"],
  ["stage", "is_stage", "byStage", "NOT counted_elsewhere"],
  ["added", "is_department", "addedBy", "is_added AND NOT has_left AND NOT counted_elsewhere"],
] as const)("projects by %s come to what the summary says", async (by, column, group, which) => {
  const sql = `SELECT ${column}, count(*), coalesce(sum(total_investment), 0) FROM ${parquet("projects")} WHERE ${which} GROUP BY ALL`;
  expect(sorted(exact(await asked(sql)))).toEqual(expected(summary[group]));
  const totals = `SELECT name, count, wan FROM ${parquet("totals")} WHERE "by" = '${by}' AND name IS NOT NULL`;
  expect(sorted(exact(await asked(totals)))).toEqual(expected(summary[group]));
});

it("all projects, those that fit, and the files come to what the summary says", async () => {
  const whole = `SELECT 'all', count(*), sum(total_investment) FROM ${parquet("projects")} WHERE NOT has_left AND NOT counted_elsewhere`;
  expect(exact(await asked(whole))).toEqual([["all", summary.all.count, summary.all.millionths]]);
  const fitting = `SELECT count(*) FROM ${parquet("projects")} WHERE is_fitting AND NOT has_left AND NOT counted_elsewhere`;
  expect((await asked(fitting)).flat().map(Number)).toEqual([summary.fitting]);
  const files = `SELECT file, projects, error IS NULL FROM ${parquet("files")} ORDER BY file`;
  const listed = [...summary.files].map(({ path, projects, error }) => [path, projects, error === null]);
  expect(await asked(files)).toEqual(listed.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
});

it("keeps what was written: quotes, line breaks, intervals, about-sums, numbers of documents, what was not read", async () => {
  const columns =
    "name, total_investment, total_investment_approx, start_planned_from, start_planned_to, start_planned_precision, start_planned_by, proc_eia_no, unread, has_left, filed_by";
  const rows = await asked(`SELECT ${columns} FROM ${parquet("projects")} WHERE file = '县局''s.xlsx' ORDER BY row`);
  expect(rows).toEqual([
    [
      expect.stringContaining('西沟"水库"工程'),
      "5200.250000",
      false,
      "2025-03-31",
      "2025-03-31",
      "day",
      true,
      ["云环审〔2025〕7号", "云环审〔2025〕8号"],
      null,
      false,
      "水务局",
    ],
    ["东沟水厂工程", "900.000000", true, null, null, null, null, null, ["计划开工＝明春"], true, "水务局"],
  ]);
});

it("the database holds the same tables, each with the columns that its page names", async () => {
  const database = join(folder, "明细.duckdb");
  for (const [name, columns] of [
    ["projects", PROJECT_COLUMNS],
    ["files", FILE_COLUMNS],
    ["totals", TOTAL_COLUMNS],
  ] as const) {
    const described = columns.map((column) => [column.name, column.type]);
    const types = (rows: Value[][]): Value[][] => rows.map(([column = null, type = null]) => [column, type]);
    expect(types(await asked(`DESCRIBE ${name}`, database))).toEqual(described);
    expect(types(await asked(`DESCRIBE FROM ${parquet(name)}`))).toEqual(described);
    const all = `FROM ${name} ORDER BY ALL`;
    expect(await asked(all, database)).toEqual(await asked(all.replace(name, parquet(name))));
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  }
});

it("docs/data-schema.md is what the columns say; npm run docs writes it afresh", () => {
  expect(readFileSync("docs/data-schema.md", "utf8")).toBe(dataPage());
});

it("a package that was not installed is told from one that failed", () => {
  const missing = Object.assign(new Error("Cannot find package 'bullmq'"), { code: "ERR_MODULE_NOT_FOUND" });
  expect(isMissingPackage(missing)).toBe(true);
  expect(queueComplaint("redis://127.0.0.1:1", missing)).toContain("npm install --include=optional");
});

const coded = (code: string): Error => Object.assign(new Error(`connect ${code} 127.0.0.1:1`), { code });

it.each([
  ["没有程序应答", coded("ECONNREFUSED")],
  // Of a name with two addresses Node says nothing but the code.
  ["没有程序应答", Object.assign(new AggregateError([]), { code: "ECONNREFUSED" })],
  ["找不到这台主机", coded("ENOTFOUND")],
  ["等不到这台主机回答", coded("ETIMEDOUT")],
  ["断开了", coded("ECONNRESET")],
  ["密码不对", new Error("WRONGPASS invalid username-password pair or user is disabled.")],
  ["没有写密码", new Error("NOAUTH Authentication required.")],
  ["证书不受信任", coded("DEPTH_ZERO_SELF_SIGNED_CERT")],
  ["版本太旧", new Error("Redis version needs to be greater or equal than 5.0.0 Current: 4.0.9")],
  ["原因不明", new Error("LOADING Redis is loading the dataset in memory")],
])("why there is no Redis is said without a computer's words or the password: %s", (why, error) => {
  const said = queueComplaint("redis://user:secret@127.0.0.1:1/", error);
  expect(said).toMatch(/^redis:\/\/127\.0\.0\.1:1\/?：连不上 Redis，.+。请.+/);
  expect(said).toContain(why);
  expect(said).not.toMatch(/secret|E[A-Z]{4,}|[A-Z]+_[A-Z]+|connect/);
});

it("says nothing is done that is planned for a day still to come", async () => {
  const sql = `SELECT proc_eia, proc_eia_on_from FROM ${parquet("projects")} WHERE file = '南沟.xlsx' AND sheet = '台账'`;
  expect(await asked(sql)).toEqual([["todo", "2025-09-10"]]);
});

it("says which rows stand beside the one that counts for them", async () => {
  const sql = `SELECT name FROM ${parquet("projects")} WHERE counted_elsewhere ORDER BY row`;
  expect(await asked(sql)).toEqual([["北沟供水工程"], ["南沟供水工程"]]);
});
