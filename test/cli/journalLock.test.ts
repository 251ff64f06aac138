/** The lock beside a collection's output: one holder at a time, and none that has died. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { lockOutput, type Lock } from "../../src/cli/journalLock";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-check-lock-"));
  file = join(folder, "汇总.xlsx.进度.lock");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function held(): Lock {
  const lock = lockOutput(file);
  if ("heldBy" in lock) throw new Error(`held by ${String(lock.heldBy.pid)}`);
  return lock;
}

it("keeps a second one out until the first lets go, and leaves nothing behind", () => {
  const first = held();
  expect(lockOutput(file)).toEqual({ heldBy: { pid: process.pid, host: hostname() } });
  first.release();
  expect(existsSync(file)).toBe(false);
  held().release();
});

it.each([
  ["of a process that has died", () => JSON.stringify({ pid: deadPid(), host: hostname() })],
  ["that a power cut left empty", () => ""],
  ["that says nobody's name", () => "{}"],
])("takes over a lock %s", (_, text) => {
  writeFileSync(file, text());
  const lock = held();
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ pid: process.pid, host: hostname() });
  expect(readdirSync(folder)).toEqual([basename(file)]);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it("leaves alone what another machine holds", () => {
  writeFileSync(file, JSON.stringify({ pid: 1, host: "别的机器" }));
  expect(lockOutput(file)).toEqual({ heldBy: { pid: 1, host: "别的机器" } });
});

it("says what the file system says where nothing can be written", () => {
  expect(() => lockOutput(join(folder, "没有", "汇总.lock"))).toThrow(/ENOENT/);
});

/** Of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}
