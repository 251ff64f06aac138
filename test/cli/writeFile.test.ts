/** A file under two names is one file: what is written never takes the place of what was read. */
import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { overwriting, writeOutput } from "../../src/cli/writeFile";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-check-write-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("is refused for the same path, however it is written", () => {
  const path = join(folder, "台账.xlsx");
  writeFileSync(path, "a");
  expect(writeOutput(`${folder}/./x/../台账.xlsx`, "b", [path])).toContain("不能写在它上面");
  expect(readFileSync(path, "utf8")).toBe("a");
});

it.each([
  ["a second name, as a file system that knows no case gives it", linkSync],
  ["a link", symlinkSync],
])("is refused for %s", (_what, link) => {
  const path = join(folder, "读.xlsx");
  const other = join(folder, "别名.xlsx");
  writeFileSync(path, "a");
  rmSync(other, { force: true });
  link(path, other);
  expect(writeOutput(other, "b", [path])).toContain("不能写在它上面");
  expect(readFileSync(path, "utf8")).toBe("a");
});

it("is done for any other, and leaves no half of it", () => {
  const path = join(folder, "新.xlsx");
  expect(writeOutput(path, "b", [join(folder, "读.xlsx"), join(folder, "没有.xlsx")])).toBeNull();
  expect([readFileSync(path, "utf8"), existsSync(`${path}.part`)]).toEqual(["b", false]);
});

it("says nothing of what is neither written nor read", () => {
  expect(overwriting([null, join(folder, "新.xlsx")], [null])).toBeNull();
});
