/** A collection by several machines, here several processes: one of them dies half-way, and nothing is lost or counted twice. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ours } from "../hosts/otherReaders";
import { until } from "../until";
import { diesAfter } from "./diesAfter";

const START = "src/cli/start.mjs";
const FILES = 120;
const ROWS = 40;
const hasRedis = isThere("redis-server");

let folder: string;
let redis: ChildProcess;
let address: string;
const children: ChildProcess[] = [];

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

if (!hasRedis) {
  it("needs redis-server, which this machine has not: the queue was not tried", () => {
    process.stderr.write("redis-server was not found: install it to try the queue of several machines\n");
    expect(process.env["CI_REQUIRES_REDIS"]).toBeUndefined();
  });
} else {
  beforeAll(async () => {
    execFileSync("node", [START, "--fresh", "--build-only"]);
    folder = mkdtempSync(join(tmpdir(), "ledger-check-queue-"));
    mkdirSync(join(folder, "in"));
    for (let file = 0; file < FILES; file++) {
      const rows = Array.from(
        { length: ROWS },
        (_, row) =>
          `${String(row + 1)},云溪县第${String(file)}片区${String(row)}号供水工程,第${String(file % 7)}局,${String(1000 + file + row)},储备`,
      );
      const text = ["序号,项目名称,责任部门,总投资（万元）,项目阶段", ...rows].join("\n");
      writeFileSync(join(folder, "in", `台账${String(file)}.csv`), text);
    }
    writeFileSync(join(folder, "in", "坏.xlsx"), "not a workbook");
    const port = await freePort();
    address = `redis://127.0.0.1:${String(port)}`;
    const options = { port, bind: "127.0.0.1", dir: folder, save: "", appendonly: "no" };
    redis = spawn(
      "redis-server",
      Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
      { stdio: "ignore" },
    );
    await until(() => answers(port));
  });

  afterEach(async () => {
    for (const each of children.splice(0)) await ended(each);
  });

  afterAll(async () => {
    await ended(redis);
    rmSync(folder, { recursive: true });
  });

  it("two workers take over from one that was killed half-way, lose nothing and count nothing twice", async () => {
    const alone = await collected("一台.xlsx", []);
    const victim = helper(diesAfter(10, folder));
    const output = join(folder, "三台.xlsx");
    const collecting = run("collect", join(folder, "in"), "-o", output, "--as-of", "2025-06-20", "--queue", address);
    await victim.ended;
    expect(victim.process.signalCode).toBe("SIGKILL");
    expect(parts(output)).toBeLessThan(FILES);
    helper();
    helper();
    const { status, error } = await collecting.ended;
    expect(error).toContain(`${String(FILES + 1)} 份文件排进队列`);
    expect(error).toContain("坏.xlsx");
    expect(status).toBe(2);
    expect(await bookOf("三台.xlsx")).toEqual(alone);
    expect(await leftInRedis()).toEqual([]);
  });

  it("a collecting machine that is killed goes on where it stopped, with what was done meanwhile", async () => {
    const alone = await collected("又一台.xlsx", []);
    const output = join(folder, "断了.xlsx");
    const words = ["collect", join(folder, "in"), "-o", output, "--as-of", "2025-06-20", "--queue", address];
    const first = started(words, diesAfter(5, folder));
    helper();
    await first.ended;
    expect(first.process.signalCode).toBe("SIGKILL");
    expect(existsSync(output)).toBe(false);
    const kept = parts(output);
    expect(kept).toBe(5);
    const { error } = await run(...words).ended;
    expect(error).toContain(`已有 ${String(kept)} 份，还剩 ${String(FILES + 1 - kept)} 份`);
    expect(await bookOf("断了.xlsx")).toEqual(alone);
    expect(await leftInRedis()).toEqual([]);
  });

  it("reads nothing outside the folder that it was given, whatever a job names", async () => {
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    writeFileSync(join(folder, "in", "机密.csv"), "项目名称,总投资（万元）\n甲,1");
    run("collect", elsewhere, "--worker", address);
    const output = join(folder, "别处.xlsx");
    const { error } = await run("collect", join(folder, "in"), "-o", output, "--queue", address).ended;
    expect(error).toContain("各台机器都没有读成");
    rmSync(join(folder, "in", "机密.csv"));
  });

  it("a Redis that is not there is one sentence", async () => {
    const nobody = `redis://:secret@127.0.0.1:${String(await freePort())}`;
    for (const words of [
      ["collect", join(folder, "in"), "-o", join(folder, "无.xlsx"), "--queue", nobody],
      ["collect", join(folder, "in"), "--worker", nobody],
    ]) {
      const { status, error } = await run(...words).ended;
      expect([status, error.trim().split("\n").length]).toEqual([2, 1]);
      expect(error).toContain("没有程序应答");
      expect(error).not.toContain("ECONNREFUSED");
      expect(error).not.toContain("secret");
    }
  });
}

it("without --queue and without tables for analysts nothing of their libraries is loaded", async () => {
  const own = mkdtempSync(join(tmpdir(), "ledger-check-loaded-"));
  writeFileSync(join(own, "台账.csv"), "项目名称,责任部门,总投资（万元）\n云溪县供水工程,水务局,100");
  const coverage = join(own, "coverage");
  execFileSync("node", [START, "collect", own, "-o", join(own, "汇总.xlsx")], {
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  });
  const loaded = readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(coverage, name), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
  const from = (library: string): string[] =>
    loaded.filter((url) => url.startsWith(pathToFileURL(join(process.cwd(), "node_modules", library)).href));
  expect(from("tinypool")).not.toEqual([]);
  expect(["bullmq", "ioredis", "@duckdb"].flatMap(from)).toEqual([]);
  expect(loaded.filter((url) => /collectCrew|collectHelp|collectData/.test(url))).toEqual([]);
  rmSync(own, { recursive: true });
});

interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly status: number | null; readonly error: string }>;
}

function run(...words: string[]): Running {
  return started(words, process.env);
}

function started(words: readonly string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn("node", [START, ...words], { stdio: ["ignore", "ignore", "pipe"], env });
  children.push(child);
  let error = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text));
  return { process: child, ended: once(child, "exit").then(() => ({ status: child.exitCode, error })) };
}

function helper(env: NodeJS.ProcessEnv = process.env): Running {
  return started(["collect", join(folder, "in"), "--worker", address], env);
}

async function collected(name: string, words: readonly string[]): Promise<unknown> {
  await run("collect", join(folder, "in"), "-o", join(folder, name), "--as-of", "2025-06-20", ...words).ended;
  return bookOf(name);
}

async function bookOf(name: string): Promise<unknown> {
  return ours(new Uint8Array(readFileSync(join(folder, name))));
}

function parts(output: string): number {
  const journal = `${output}.进度`;
  return existsSync(journal) ? readdirSync(journal).filter((name) => name.endsWith(".part")).length : 0;
}

/** Parts, settings and files that nobody has done; a job that was done is kept by the queue for its own books. */
/** But what a machine that was killed had written half: it goes by itself. */
async function leftInRedis(): Promise<string[]> {
  const { port } = new URL(address);
  const ask = (...words: string[]) => execFileSync("redis-cli", ["-p", port, "--raw", ...words], { encoding: "utf8" });
  const keys = ask("keys", "*").trim().split("\n");
  const ours = keys.filter((key) => /^ledger-check:|:(?:wait|active|failed|stalled)$/.test(key));
  return ours.filter((key) => !key.startsWith("ledger-check:half:") || Number(ask("ttl", key)) < 0);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function answers(port: number): boolean {
  try {
    return (
      execFileSync("redis-cli", ["-p", String(port), "ping"], { encoding: "utf8", stdio: "pipe" }).trim() === "PONG"
    );
  } catch {
    return false;
  }
}
