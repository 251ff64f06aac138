/** npm run package called wrongly: a sentence, never a stack trace, and nobody's folder emptied. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xm-package-call-"));
  writeFileSync(path.join(folder, "某人的文件.txt"), "");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  ["an unknown option", ["--bsae", "https://a.example/xm/"], "命令写得不对。请写成"],
  ["an option without its address", ["--base"], "命令写得不对。请写成"],
  ["an address without https", ["--base", "http://a.example/xm/"], "--base 要写成 https 地址"],
  ["an address that is none, for WPS", ["--wps", "--base", "站点"], "--base 要写成网址"],
])("%s is answered with one sentence", (_what, words, wanted) => {
  const { status, stderr } = spawnSync("npm", ["run", "--silent", "package", "--", ...words], { encoding: "utf8" });
  expect(status).not.toBe(0);
  expect(stderr).toContain(wanted);
  expect(stderr).not.toMatch(/ERR_|node:internal/);
});

it("whoever asks how to call it is told, and nothing is packed", () => {
  const { status, stdout } = spawnSync("npm", ["run", "--silent", "package", "--", "--help"], { encoding: "utf8" });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^npm run package -- --base https:\/\/.+--verify/)]);
});

it.each([[[]], [["--wps"]]])("a folder with other things in it is left alone (%p)", (words) => {
  const call = ["run", "--silent", "package", "--", ...words, "--out", folder];
  const { status, stderr } = spawnSync("npm", call, { encoding: "utf8" });
  expect(status).not.toBe(0);
  expect(stderr).toContain("请换一个空文件夹");
  expect(existsSync(path.join(folder, "某人的文件.txt"))).toBe(true);
});

it("a package without an address says that it is for this computer only", () => {
  const empty = mkdtempSync(path.join(tmpdir(), "xm-package-here-"));
  const call = ["run", "--silent", "package", "--", "--wps", "--out", empty];
  const { status, stderr } = spawnSync("npm", call, { encoding: "utf8" });
  rmSync(empty, { recursive: true });
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^没有写 --base：.+只能在这台电脑上试用/)]);
});
