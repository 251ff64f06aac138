/** What a workbook keeps is honoured by the command line too: waivers, and sheets of ours that only repeat its ledger. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addSheetTo, withNotes } from "../../src/hosts/file/additions";
import type { Report } from "../../src/report/report";

const START = "src/cli/start.mjs";
let folder: string;

beforeAll(() => {
  execFileSync("node", [START, "--fresh", "--build-only"]);
  folder = mkdtempSync(join(tmpdir(), "ledger-check-notes-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function check(path: string): Report {
  const { stdout } = spawnSync("node", [START, "check", path, "--json", "--as-of", "2025-06-20"], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout) as Report;
}

const original = new Uint8Array(readFileSync("examples/交通局项目台账.xlsx"));

it("a waiver kept in the workbook takes its finding out of the verdict, and is listed", () => {
  const before = check("examples/交通局项目台账.xlsx");
  const finding = before.files[0]?.sheets[0]?.findings.find(({ severity }) => severity === "error");
  if (!finding) throw new Error("the example has no error");
  const waiver = { id: finding.id, code: finding.code, reason: "正在补办", by: "王明", until: "2025-07-31" };
  const path = join(folder, "waived.xlsx");
  writeFileSync(path, withNotes(original, new Map([["waivers", JSON.stringify([waiver])]])));
  const after = check(path);
  expect(after.waived).toEqual([waiver]);
  expect(after.verdict.errors).toBe(before.verdict.errors - 1);
});

it("a sheet that the pane made is not judged a second time", () => {
  const cells = [
    ["项目名称", "责任部门", "总投资（万元）"],
    ["云溪县某桥新建工程", "交通运输局", 100],
  ];
  const added = addSheetTo(original, { name: "标准项目表", cells });
  const path = join(folder, "made.xlsx");
  writeFileSync(path, withNotes(added, new Map([["made", JSON.stringify(["标准项目表"])]])));
  expect(check(path).files[0]?.sheets.map(({ name }) => name)).not.toContain("标准项目表");
});
