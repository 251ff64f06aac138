/** collect as a bureau calls it: bad files listed, a cut run resumed, the same result whatever happened on the way. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ours } from "../hosts/otherReaders";

const START = "src/cli/start.mjs";
let folder: string;

beforeAll(() => {
  execFileSync("node", [START, "--fresh", "--build-only"]);
  folder = mkdtempSync(join(tmpdir(), "ledger-check-collect-"));
  mkdirSync(join(folder, "in"));
  for (const [index, name] of ["交通局", "水务局", "教育局", "民政局"].entries()) {
    const rows = [1, 2, 3].map(
      (row) => `${String(row)},云溪县${name}第${String(row)}号工程,${name},${String(1000 * row + index)},储备`,
    );
    writeFileSync(
      join(folder, "in", `${name}.csv`),
      ["序号,项目名称,责任部门,总投资（万元）,项目阶段", ...rows].join("\n"),
    );
  }
  writeFileSync(join(folder, "in", "坏.xlsx"), "not a workbook");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function call(...words: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync("node", [START, "collect", ...words], { encoding: "utf8" });
  return { status, out: stdout, error: stderr };
}

const out = (name: string): string => join(folder, name);
const input = (): string => join(folder, "in");

it("lists a bad file with its reason and stops at nothing", async () => {
  const { status, error } = call(input(), "-o", out("一.xlsx"), "--as-of", "2025-06-20");
  expect(status).toBe(2);
  expect(error).toContain("坏.xlsx");
  const book = await ours(new Uint8Array(readFileSync(out("一.xlsx"))));
  const names = book.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["汇总表", "目标进度", "文件清单", "项目储备库"]));
  const reserve = Object.values(book.find(({ name }) => name === "项目储备库")?.cells ?? {});
  expect(reserve.filter((cell) => /第\d号工程/.test(String(cell)))).toHaveLength(12);
  expect(readFileSync(out("一.通报.txt"), "utf8")).toContain("在库项目12个，总投资2.4018亿元");
  expect(existsSync(out("一.xlsx.进度.jsonl"))).toBe(false);
});

it("goes on where a run was cut off, in the middle of a line too, and comes to the same", async () => {
  const target = out("二.xlsx");
  const journal = `${target}.进度.jsonl`;
  // A folder in the place of the output lets the reading be done and the writing fail.
  mkdirSync(target);
  expect(call(input(), "-o", target, "--as-of", "2025-06-20").status).toBe(2);
  const lines = readFileSync(journal, "utf8").split("\n");
  writeFileSync(journal, [...lines.slice(0, 5), (lines[5] ?? "").slice(0, 40)].join("\n"));
  rmSync(target, { recursive: true });
  const { error } = call(input(), "-o", target, "--as-of", "2025-06-20");
  expect(error).toContain("已有 2 份，还剩 3 份");
  const [one, two] = await Promise.all(
    ["一.xlsx", "二.xlsx"].map((name) => ours(new Uint8Array(readFileSync(out(name))))),
  );
  expect(two).toEqual(one);
});

it("tells what changed since the last collection", async () => {
  const path = join(input(), "水务局.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace(",1001,储备", ",1001,申报"));
  call(input(), "-o", out("三.xlsx"), "--as-of", "2025-06-20", "--previous", out("一.xlsx"));
  const book = await ours(new Uint8Array(readFileSync(out("三.xlsx"))));
  const changes = Object.values(book.find(({ name }) => name === "与上次比较")?.cells ?? {});
  expect(changes.filter((cell) => cell === "阶段变动")).toHaveLength(1);
  expect(changes).not.toContain("新增");
});

it.each([
  ["no folder", ["/no/such/folder", "-o", "a.xlsx"]],
  ["no output", ["in"]],
  ["a day that is none", ["in", "-o", "a.xlsx", "--due", "下周"]],
])("is 2 for %s, said in one line on standard error", (_what, words) => {
  const { status, out: said, error } = call(...words);
  expect([status, said, error.trim().split("\n").length]).toEqual([2, "", 1]);
});
