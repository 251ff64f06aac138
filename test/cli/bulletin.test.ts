/** collect writes the bulletin twice, as a Word file and as text, and both say the same figures. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";

const START = "src/cli/start.mjs";
let folder: string;

beforeAll(() => {
  execFileSync("node", [START, "--fresh", "--build-only"]);
  folder = mkdtempSync(join(tmpdir(), "ledger-check-bulletin-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("of a folder, with last year's figures beside this year's", () => {
  const lastYear = join("examples", "交通局项目台账.xlsx");
  const out = join(folder, "汇总.xlsx");
  const words = ["collect", "examples", "-o", out, "--as-of", "2025-06-20", "--last-year", lastYear];
  const { status, stderr } = spawnSync("node", [START, ...words], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const text = readFileSync(join(folder, "汇总.通报.txt"), "utf8");
  const parts = unzipSync(new Uint8Array(readFileSync(join(folder, "汇总.通报.docx"))));
  const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array(0)).replace(/<[^>]*>/g, "");
  const shares = text.match(/[\d.,]+%（[\d.,]+÷[\d.,]+[^）]*）/g) ?? [];
  expect(shares.length).toBeGreaterThan(10);
  for (const share of shares) expect(document).toContain(share);
  expect(text).toContain("同比增长");
});

it("a file of last year that cannot be read is said, and nothing is written", () => {
  const words = ["collect", "examples", "-o", join(folder, "b.xlsx"), "--last-year", join(folder, "没有.xlsx")];
  const { status, stderr } = spawnSync("node", [START, ...words], { encoding: "utf8" });
  expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
});
