/**
 * npm run bench:collect [-- --files 1000] [-- --rows 100] [-- --large 500000] [-- --rounds 3]: what a bureau's collection
 * costs against reading the same files alone with as many threads, their cells and their projects: rows a second, peak
 * memory, CPU ratios. Files are made once and kept beside the bench; 0 leaves a case out.
 */
import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DAY_FORMATS, serialOf, type Cell } from "../ledgers/workbook";
import { writeWorkbook } from "../ledgers/write";
import { ledgerFile } from "./makeLedger";

const HEAP = "--max-old-space-size=12000";

interface Most {
  readonly ratio: number;
  readonly megabytes: (reading: Cost) => number;
}

/** However many files: what a collection holds grows with the largest of them. */
const DEPARTMENTS: Most = { ratio: 2, megabytes: () => 400 };
/** All of the largest file's projects stand in memory to be compared within it, beside the bytes that they are read from. */
const ONE_FILE: Most = { ratio: 2, megabytes: ({ megabytes }) => megabytes + 600 };
const HEADINGS = [
  "序号",
  "项目名称",
  "项目代码",
  "责任部门",
  "建设单位",
  "建设地点",
  "建设性质",
  "投向领域",
  "建设内容及规模",
  "项目阶段",
  "总投资（万元）",
  "累计完成投资（万元）",
  "年度计划投资（万元）",
  "拟申请资金（万元）",
  "资金渠道",
  "入库时间",
  "计划开工时间",
  "计划竣工时间",
  "责任人",
  "备注",
];
const KINDS = [
  "供水管网改造工程",
  "农村公路改造提升工程",
  "中心敬老院改扩建项目",
  "高标准农田建设项目",
  "污水处理厂提标改造工程",
];

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "1000" },
    rows: { type: "string", default: "100" },
    large: { type: "string", default: "500000" },
    rounds: { type: "string", default: "1" },
  },
});
const here = dirname(fileURLToPath(import.meta.url));
const start = resolve("src/cli/start.mjs");
spawnSync("node", [start, "--fresh", "--build-only"], { stdio: "inherit" });
let missed = false;

const [files, rows] = [Number(values.files), Number(values.rows)];
if (files > 0)
  compare(`${files.toLocaleString("en")} files × ${String(rows)} rows`, departments(), files * rows, DEPARTMENTS);
const large = Number(values.large);
if (large > 0) compare(`one file of ${large.toLocaleString("en")} rows`, largeFile(large), large, ONE_FILE);
process.exitCode = missed ? 1 : 0;

/** Reading and collecting in turns; of each the round that cost least. */
function compare(what: string, folder: string, all: number, most: Most): void {
  console.log(`\n${what} × ${String(HEADINGS.length)} columns, ${String(availableParallelism())} threads`);
  const out = join(here, "collected.xlsx");
  const [reading, mapping, collecting]: [Cost[], Cost[], Cost[]] = [[], [], []];
  for (let round = 0; round < Number(values.rounds); round++) {
    reading.push(measured([HEAP, join(here, "collectRead.mjs"), folder, "cells"]));
    mapping.push(measured([HEAP, join(here, "collectRead.mjs"), folder, "projects"]));
    collecting.push(measured([HEAP, start, "collect", folder, "-o", out, "--as-of", "2025-06-20"]));
    for (const name of readdirSync(here))
      if (name.startsWith("collected")) rmSync(join(here, name), { recursive: true });
  }
  const [read, mapped, collected] = [best(reading), best(mapping), best(collecting)];
  print("cells read", read, all);
  print("projects read", mapped, all);
  print("collect", collected, all);
  const ratio = collected.cpu / read.cpu;
  const met = ratio <= most.ratio && collected.megabytes <= most.megabytes(read);
  missed ||= !met;
  console.log(
    `ratio of CPU to cells ${ratio.toFixed(2)} (at most ${String(most.ratio)}), to projects ${(collected.cpu / mapped.cpu).toFixed(2)}, peak ${collected.megabytes.toFixed(0)} MB (at most ${most.megabytes(read).toFixed(0)}): ${met ? "ok" : "MISSED"}`,
  );
}

function best(costs: readonly Cost[]): Cost {
  return costs.reduce((least, cost) => (cost.cpu < least.cpu ? cost : least));
}

function print(name: string, { wall, cpu, megabytes }: Cost, all: number): void {
  const perSecond = Math.round(all / wall).toLocaleString("en");
  console.log(
    `${name.padEnd(14)} ${wall.toFixed(1).padStart(6)} s wall ${cpu.toFixed(1).padStart(6)} s CPU ${perSecond.padStart(9)} rows/s ${megabytes.toFixed(0).padStart(5)} MB`,
  );
}

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** What a process says of itself when it ends, all its threads together. */
function measured(words: readonly string[]): Cost {
  const tell = `process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("COST "+JSON.stringify({cpu:(user+system)/1e6,megabytes:process.resourceUsage().maxRSS/1024})+"\\n")})`;
  const began = performance.now();
  const { stderr, status } = spawnSync(
    "node",
    ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, ...words],
    { encoding: "utf8" },
  );
  const wall = (performance.now() - began) / 1000;
  // Each thread says it too; the main one is the last to end.
  const said = [...stderr.matchAll(/COST (.*)/g)].at(-1)?.[1];
  if (status !== 0 || said === undefined) throw new Error(`${words.join(" ")}: ${stderr.slice(0, 500)}`);
  return { wall, ...(JSON.parse(said) as Omit<Cost, "wall">) };
}

function largeFile(count: number): string {
  const folder = join(here, `one-${String(count)}`);
  if (existsSync(folder)) return folder;
  const { path } = ledgerFile(count, join(here, "ledgers"));
  mkdirSync(folder);
  linkSync(path, join(folder, "台账.xlsx"));
  return folder;
}

function departments(): string {
  const folder = join(here, `departments-${String(files)}x${String(rows)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file < files; file++) {
    const department = `第${String(file % 40)}局`;
    const made: Cell[][] = [["云溪县2025年项目储备台账"], HEADINGS];
    for (let row = 0; row < rows; row++) made.push(projectRow(file, row, department));
    writeFileSync(
      join(folder, `${department}台账${String(file)}.xlsx`),
      writeWorkbook({ sheets: [{ name: "Sheet1", rows: made }] }),
    );
  }
  return folder;
}

function projectRow(file: number, row: number, department: string): Cell[] {
  const total = 1000 + ((file * 37 + row * 101) % 20_000);
  const day = (text: string): Cell => ({ value: serialOf(text, false), style: { format: DAY_FORMATS.builtin14 } });
  return [
    row + 1,
    `云溪县第${String(file)}片区${String(row)}号${KINDS[row % KINDS.length] ?? ""}`,
    null,
    department,
    `${department}项目服务中心`,
    `云溪县第${String(row)}村`,
    "新建",
    null,
    `新建管网${String(row + 3)}公里，配套建设泵站2座，改造设施${String(row * 7)}处`,
    "储备",
    total,
    0,
    Math.round(total / 3),
    Math.round(total / 2),
    "中央预算内投资",
    day("2025-03-14"),
    day("2025-09-18"),
    day("2026-12-09"),
    "王建明",
    null,
  ];
}
