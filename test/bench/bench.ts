/**
 * npm run bench [-- --sizes 1000,10000] [-- --rounds 5] [-- --only limit,read] [-- --rules]: what reading and checking
 * costs against the limit of the machine, in interleaved rounds, each contender in a process of its own, ratios taken
 * round by round; with --rules what each rule costs instead.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readZipDirectory } from "../../src/hosts/file/zip";
import { ledgerFile } from "./makeLedger";

const ALL = ["limit", "read", "read+map", "read+map+check", "sheetjs", "read-excel-file"];
/** × limit, at 100,000 and 500,000 rows. */
const TARGETS: Readonly<Record<string, number>> = { read: 3, "read+map+check": 5 };
const TARGET_ROWS = 100_000;
const TARGET_MEGABYTES = 600;
const HEAP = "--max-old-space-size=12000";

interface Cost {
  readonly counted: number;
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
}

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: ALL.join(",") },
    rules: { type: "boolean", default: false },
  },
});
const here = dirname(fileURLToPath(import.meta.url));
const contenders = ["limit", ...values.only.split(",").filter((name) => name !== "limit")];
let missed = false;

for (const size of values.sizes.split(",").map(Number)) {
  const file = ledgerFile(size, join(here, "ledgers"));
  const megabytes = (unpackedSize(file.path) / 1e6).toFixed(0);
  console.log(`\n${size.toLocaleString("en")} rows × 20 columns, ${megabytes} MB of XML written by ${file.writer}`);
  if (values.rules) {
    spawnSync("node", [HEAP, join(here, "rules.mjs"), file.path], { stdio: "inherit" });
    continue;
  }
  if (file.writer === "ours") console.log("soffice was not found: this is not the file that the targets speak of");
  const costs = rounds(file.path, Number(values.rounds));
  console.log("contender          CPU ms   × limit (min–max)      wall ms   peak MB   counted");
  for (const name of contenders) report(name, size, costs);
}
process.exitCode = missed ? 1 : 0;

function rounds(path: string, count: number): ReadonlyMap<string, (Cost | null)[]> {
  const costs = new Map<string, (Cost | null)[]>(contenders.map((name) => [name, []]));
  for (let round = 0; round < count; round++) {
    for (const name of contenders) costs.get(name)?.push(measured(name, path));
  }
  return costs;
}

/** Null where the contender could not do it. */
function measured(name: string, path: string): Cost | null {
  const { status, stdout, stderr } = spawnSync("node", [HEAP, join(here, "contender.mjs"), name, path], {
    encoding: "utf8",
  });
  if (status === 0) return JSON.parse(stdout) as Cost;
  console.error(`${name}: ${stderr.split("\n").find((line) => /Error/.test(line)) ?? stderr.slice(0, 200)}`);
  return null;
}

function report(name: string, size: number, costs: ReadonlyMap<string, (Cost | null)[]>): void {
  const own = costs.get(name) ?? [];
  const limits = costs.get("limit") ?? [];
  const done = own.filter((cost) => cost !== null);
  if (done.length === 0) return console.log(`${name.padEnd(17)}  failed`);
  const ratios = own.flatMap((cost, round) => {
    const floor = limits[round];
    return cost && floor ? [cost.cpu / floor.cpu] : [];
  });
  const ratio = median(ratios);
  const megabytes = Math.max(...done.map((cost) => cost.megabytes));
  const target = size >= TARGET_ROWS ? TARGETS[name] : undefined;
  const over =
    (target !== undefined && ratio > target) ||
    (size === TARGET_ROWS && target !== undefined && megabytes > TARGET_MEGABYTES);
  missed ||= over;
  const range = `(${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  const cells = [
    name.padEnd(17),
    median(done.map((cost) => cost.cpu))
      .toFixed(0)
      .padStart(7),
    ratio.toFixed(2).padStart(9),
    range.padEnd(16),
    median(done.map((cost) => cost.wall))
      .toFixed(0)
      .padStart(9),
    megabytes.toFixed(0).padStart(9),
    String(done[0]?.counted ?? "").padStart(9),
    target === undefined ? "" : over ? `  MISSED: at most ${String(target)}` : `  ok: at most ${String(target)}`,
  ];
  console.log(cells.join(" "));
}

/** What the limit unpacks and looks at: how many bytes a row takes is the writer's affair. */
function unpackedSize(path: string): number {
  return readZipDirectory(readFileSync(path)).reduce((sum, { statedSize }) => sum + statedSize, 0);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
