/** collect as a bureau calls it: bad files listed, a cut run resumed, the same result whatever happened on the way. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { ours } from "../hosts/otherReaders";
import { diesAfter } from "./diesAfter";

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
  expect(existsSync(out("一.xlsx.进度"))).toBe(false);
});

it("goes on where a run was killed half-way, and comes to the same", async () => {
  const target = out("二.xlsx");
  const journal = `${target}.进度`;
  const parts = (): string[] =>
    existsSync(journal) ? readdirSync(journal).filter((name) => name.endsWith(".part")) : [];
  const many = join(folder, "many");
  mkdirSync(many);
  for (let copy = 0; copy < 150; copy++) {
    for (const name of readdirSync(input())) cpSync(join(input(), name), join(many, `${String(copy)}${name}`));
  }
  const killed = spawn("node", [START, "collect", many, "-o", target, "--as-of", "2025-06-20"], {
    stdio: "ignore",
    env: diesAfter(5, folder),
  });
  await once(killed, "exit");
  expect(killed.signalCode).toBe("SIGKILL");
  expect(existsSync(target)).toBe(false);
  const kept = parts().length;
  expect(kept).toBeGreaterThanOrEqual(5);
  // As a machine that lost its power would leave it.
  writeFileSync(join(journal, "0000.part.half"), "{");

  const { error } = call(many, "-o", target, "--as-of", "2025-06-20");
  expect(error).toContain(`已有 ${String(kept)} 份，还剩 ${String(750 - kept)} 份`);
  expect(existsSync(journal)).toBe(false);
  call(many, "-o", out("一次.xlsx"), "--as-of", "2025-06-20");
  const [one, two] = await Promise.all(
    ["一次.xlsx", "二.xlsx"].map((name) => ours(new Uint8Array(readFileSync(out(name))))),
  );
  expect(two).toEqual(one);
});

it("waits for nobody and disturbs nobody who writes the same output", () => {
  const target = out("同.xlsx");
  const lock = `${target}.进度.lock`;
  writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname() }));
  const { status, error } = call(input(), "-o", target, "--as-of", "2025-06-20");
  expect([status, error.trim().split("\n").length]).toEqual([2, 1]);
  expect(error).toContain(`进程 ${String(process.pid)}`);
  expect([existsSync(target), existsSync(lock)]).toEqual([false, true]);
  rmSync(lock);
  expect(call(input(), "-o", target, "--as-of", "2025-06-20").out).toContain("5 份文件");
  expect(existsSync(lock)).toBe(false);
});

it("does not read what it has written into the folder itself", () => {
  const own = join(folder, "own");
  mkdirSync(own);
  cpSync(join(input(), "教育局.csv"), join(own, "教育局.csv"));
  const once = call(own, "-o", join(own, "汇总.xlsx"), "--as-of", "2025-06-20");
  const twice = call(own, "-o", join(own, "汇总.xlsx"), "--as-of", "2025-06-20");
  expect([once.status, once.out.match(/\d+ 份文件/)?.[0]]).toEqual([0, "1 份文件"]);
  expect([twice.status, twice.out]).toEqual([0, once.out]);
});

it("begins anew where the settings are others, and reads a file again that has changed", () => {
  const target = out("四.xlsx");
  // A folder in the place of the output lets the reading be done and the writing fail.
  mkdirSync(target);
  expect(call(input(), "-o", target, "--as-of", "2025-06-20").status).toBe(2);
  writeFileSync(join(input(), "教育局.csv"), readFileSync(join(input(), "教育局.csv"), "utf8") + "\n");
  expect(call(input(), "-o", target, "--as-of", "2025-06-20").error).toContain("已有 4 份，还剩 1 份");
  rmSync(target, { recursive: true });
  expect(call(input(), "-o", target, "--as-of", "2025-06-21").error).not.toContain("还剩");
});

it("lists a link that leads nowhere, and passes over a folder that is called like a workbook", () => {
  const linked = join(folder, "linked");
  mkdirSync(join(linked, "旧.xlsx"), { recursive: true });
  cpSync(join(input(), "教育局.csv"), join(linked, "教育局.csv"));
  symlinkSync(join(folder, "nowhere.xlsx"), join(linked, "断.xlsx"));
  const { status, out: said, error } = call(linked, "-o", out("链接.xlsx"), "--as-of", "2025-06-20");
  expect([status, error.trim().split("\n").length]).toEqual([2, 1]);
  expect(error).toContain("断.xlsx");
  expect(said).toContain("2 份文件");
});

it("never writes its database over a ledger", () => {
  const path = join(input(), "教育局.csv");
  const before = readFileSync(path, "utf8");
  const { status, error } = call(input(), "-o", out("库.xlsx"), "--duckdb", path);
  expect([status, error]).toEqual([2, expect.stringContaining("不能写在它上面")]);
  expect(readFileSync(path, "utf8")).toBe(before);
});

it("says what a day of handing in cannot tell without a roster", async () => {
  const { error } = call(input(), "-o", out("迟.xlsx"), "--as-of", "2025-06-20", "--due", "2025-06-10");
  expect(error).toContain("没有部门名录，迟报名单只列得出文件改于截止日之后的");
  const book = await ours(new Uint8Array(readFileSync(out("迟.xlsx"))));
  expect(Object.values(book.find(({ name }) => name === "迟报名单")?.cells ?? {})).toContain("交通局");
});

it.each(["--previous", "--last-year", "--roster", "--pack"])("never writes over the workbook of %s", (option) => {
  const path = join(folder, "上次.xlsx");
  writeFileSync(path, "上次的汇总");
  const { status, error } = call(input(), "-o", path, option, path);
  expect([status, error]).toEqual([2, expect.stringContaining("不能写在它上面")]);
  expect(readFileSync(path, "utf8")).toBe("上次的汇总");
});

it("says in one sentence that its own folder cannot be made", () => {
  writeFileSync(out("挡.xlsx.进度"), "a file");
  const { status, error } = call(input(), "-o", out("挡.xlsx"));
  expect([status, error.trim().split("\n").length]).toEqual([2, 1]);
  expect(error).toContain("写不进去");
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
  ["a ledger for a roster", ["examples", "-o", "a.xlsx", "--roster", "examples/部门台账.csv"]],
  ["a day that is none", ["in", "-o", "a.xlsx", "--due", "下周"]],
])("is 2 for %s, said in one line on standard error", (_what, words) => {
  const { status, out: said, error } = call(...words);
  expect([status, said, error.trim().split("\n").length]).toEqual([2, "", 1]);
});

it("a list of departments is no former collection, and the option that named it is said", () => {
  const names = out("名录.csv");
  writeFileSync(names, "部门\n交通局\n水务局");
  for (const option of ["--previous", "--last-year"]) {
    const { status, error } = call(input(), "-o", out("五.xlsx"), option, names);
    expect(status).toBe(2);
    expect(error).toContain(`里面没有项目。请核对 ${option} 后面的文件`);
  }
  expect(call(input(), "-o", out("五.xlsx"), "--roster", names).error).not.toContain("没有部门名录");
});
