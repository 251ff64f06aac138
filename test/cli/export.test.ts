/** export and verify as a person or a script calls them. */
import { writeWorkbook } from "../ledgers/write";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START = "src/cli/start.mjs";
let folder: string;

beforeAll(() => {
  execFileSync("node", [START, "--fresh", "--build-only"]);
  folder = mkdtempSync(join(tmpdir(), "ledger-check-export-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function call(...words: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync("node", [START, ...words], { encoding: "utf8" });
  return { status, out: stdout, error: stderr };
}

function ledger(name: string, total: number): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `序号,项目名称,责任部门,总投资（万元）\n1,云溪县白河大桥新建工程,交通运输局,${String(total)}\n2,云溪县敬老院项目,民政局,900`,
  );
  return path;
}

it("what was exported agrees with its receipt, and so does the ledger until it is changed", () => {
  const out = join(folder, "输出.xlsx");
  const source = ledger("台账.csv", 12000);
  expect(call("export", source, "-o", out, "--as-of", "2025-06-20")).toMatchObject({ status: 0, error: "" });
  expect(call("verify", out).status).toBe(0);
  expect(call("verify", source, "--receipt", out)).toMatchObject({ status: 0 });
  ledger("台账.csv", 13000);
  const { status, out: said } = call("verify", source, "--receipt", out);
  expect(status).toBe(1);
  expect(said).toContain("改动 台账 第 2 行 云溪县白河大桥新建工程：D 列总投资 12,000 → 13,000 万元\n");
});

it("a workbook whose sheets lend each other their year, their steps and their applications agrees with its receipt", () => {
  const [source, out] = [join(folder, "借年.xlsx"), join(folder, "借年输出.xlsx")];
  const sheet = (name: string, ...rows: readonly (readonly (string | number)[])[]) => ({ name, rows });
  writeFileSync(
    source,
    writeWorkbook({
      sheets: [
        sheet(
          "项目台账",
          ["2025年项目台账"],
          ["项目名称", "责任部门", "总投资（万元）", "计划竣工"],
          ["白河大桥新建工程", "交通运输局", 9000, "2026年8月"],
        ),
        sheet(
          "续建项目",
          ["项目名称", "责任部门", "总投资（万元）", "计划竣工"],
          ["柳河大桥改建工程", "交通运输局", 900, "8月"],
        ),
        sheet("前期手续", ["项目名称", "环评"], ["白河大桥新建工程", "已办结"], ["柳河大桥改建工程", "未办理"]),
      ],
    }),
  );
  expect(call("export", source, "-o", out, "--as-of", "2025-06-20").error).toBe("");
  expect(call("verify", source, "--receipt", out)).toMatchObject({ status: 0 });
  expect(call("verify", out)).toMatchObject({ status: 0 });
});

it("a project that goes by another name now is shown by both", () => {
  const [source, out] = [join(folder, "改名.csv"), join(folder, "改名.xlsx")];
  const write = (name: string): void =>
    writeFileSync(
      source,
      `项目代码,项目名称,责任部门,总投资（万元）\n2503-130981-04-01-573274,${name},交通运输局,9000`,
    );
  write("白河大桥新建工程");
  expect(call("export", source, "-o", out, "--as-of", "2025-06-20").status).toBe(0);
  write("白河特大桥新建工程");
  const { status, out: said } = call("verify", source, "--receipt", out);
  expect(status).toBe(1);
  expect(said).toContain("改动 改名 第 2 行 白河大桥新建工程 → 白河特大桥新建工程：B 列“项目名称”\n");
});

it("a total or a line above the heading that was changed is told, and named once", () => {
  const [source, out] = [join(folder, "上方.csv"), join(folder, "上方.xlsx")];
  const write = (reporter: string, total: number): void =>
    writeFileSync(
      source,
      `重点项目台账\n填报单位：${reporter}\n序号,项目名称,责任单位,总投资（万元）\n1,白河大桥新建工程,交通运输局,9000\n2,敬老院新建项目,民政局,900\n合计,,,${String(total)}`,
    );
  write("云溪县发展和改革局", 9900);
  expect(call("export", source, "-o", out, "--as-of", "2025-06-20").status).toBe(0);
  const whole = call("verify", source, "--receipt", out);
  expect([whole.status, whole.out]).toEqual([0, expect.stringContaining("和合计行；")]);
  expect(call("verify", out).out).toContain("只比了各项目认得出的列");
  write("云溪县水利局", 9900);
  expect(call("verify", source, "--receipt", out)).toMatchObject({
    status: 1,
    out: expect.stringMatching(/不同\n {2}改动 上方 表头上方的“填报单位”\n$/),
  });
  write("云溪县发展和改革局", 99999);
  expect(call("verify", source, "--receipt", out)).toMatchObject({
    status: 1,
    out: expect.stringMatching(/不同\n {2}改动 上方 第 6 行 合计行“合计”：D 列总投资 9,900 → 99,999 万元\n$/),
  });
});

it.each([
  ["通报.docx", "PK"],
  ["通报.txt", "2025年6月项目谋划储备和推进情况通报"],
])("a bulletin goes to %s, compared with last year's figures", (name, begins) => {
  const [out, bulletin] = [join(folder, "带通报.xlsx"), join(folder, name)];
  const before = ledger("去年.csv", 10000);
  const source = ledger("今年.csv", 12000);
  const words = ["--bulletin", bulletin, "--last-year", before, "--as-of", "2025-06-20"];
  expect(call("export", source, "-o", out, ...words)).toMatchObject({ status: 0, error: "" });
  const text = readFileSync(bulletin, "utf8");
  expect(text.startsWith(begins)).toBe(true);
  if (name.endsWith(".txt"))
    expect(text).toContain("总投资12,900万元，去年同期10,900万元，同比增长18.35%（2,000÷10,900万元）。");
});

it("the template is a workbook that the check has nothing against", () => {
  const out = join(folder, "标准台账模板.xlsx");
  expect(call("template", "-o", out, "--as-of", "2025-06-20")).toMatchObject({ status: 0, error: "" });
  // No project is there yet, and nothing else is wrong.
  const { out: said, error } = call("check", out, "--as-of", "2025-06-20");
  expect(said).not.toContain("项错误");
  expect(error.trim().split("\n")).toHaveLength(1);
});

it("a template that is there already, filled in perhaps, is not written over", () => {
  const out = join(folder, "已填写.xlsx");
  writeFileSync(out, "填好的台账");
  const { status, error } = call("template", "-o", out);
  expect([status, error.trim().split("\n").length]).toEqual([2, 1]);
  expect(error).toContain("没有覆盖它。请");
  expect(readFileSync(out, "utf8")).toBe("填好的台账");
});

it.each([
  ["a list of telephones", "部门,电话\n水务局,123\n"],
  ["a heading with nothing below it", "序号,项目名称,责任部门,总投资（万元）\n"],
])("%s holds nothing to export: nothing is written, and a sentence says so", (_what, text) => {
  const [source, out] = [join(folder, "无项目.csv"), join(folder, "无项目.xlsx")];
  writeFileSync(source, text);
  const { status, out: said, error } = call("export", source, "-o", out, "--as-of", "2025-06-20");
  expect([status, said, existsSync(out)]).toEqual([2, "", false]);
  expect(error.trim().split("\n")).toEqual([expect.stringMatching(/无项目\.csv：表里没有一行项目，没有写出 .*。请/)]);
  // Beside a ledger it spoils nothing.
  expect(call("export", source, ledger("有项目.csv", 1), "-o", out, "--as-of", "2025-06-20").status).toBe(0);
  expect(existsSync(out)).toBe(true);
  rmSync(out);
});

it("visits alone make their calendar", () => {
  const [source, out] = [join(folder, "对接.csv"), join(folder, "对接.xlsx")];
  writeFileSync(source, "责任部门,对接时间,对接单位,对接事项\n水务局,2025-05-12,省水利厅,汇报水库项目\n");
  expect(call("export", source, "-o", out, "--as-of", "2025-06-20")).toMatchObject({ status: 0, error: "" });
});

it("takes the files of a pattern that no shell has expanded, and writes over none of them", () => {
  ledger("甲局.csv", 1);
  const out = join(folder, "几份.xlsx");
  expect(call("export", join(folder, "?局.csv"), "-o", out, "--as-of", "2025-06-20")).toMatchObject({
    status: 0,
    error: "",
  });
  writeFileSync(join(folder, "甲局.xlsx"), readFileSync(out));
  const { status, error } = call("export", join(folder, "甲局.*"), "-o", join(folder, "甲局.xlsx"));
  expect(status).toBe(2);
  expect(error).toContain("这是要读的文件，不能写在它上面");
});

it("never writes over the ledger that it reads", () => {
  const source = ledger("原表.csv", 1);
  const before = readFileSync(source, "utf8");
  const { status, error } = call("export", source, "-o", source);
  expect([status, error.trim().split("\n").length]).toEqual([2, 1]);
  expect(readFileSync(source, "utf8")).toBe(before);
  expect(existsSync(`${source}.part`)).toBe(false);
});

it("of a report of nothing there is nothing to write, and the original will do", () => {
  const [source, out] = [join(folder, "零报告.csv"), join(folder, "零报告.xlsx")];
  writeFileSync(source, "序号,项目名称,责任部门,总投资（万元）\n1,本月无新增项目,,");
  const { status, error } = call("export", source, "-o", out, "--as-of", "2025-06-20");
  expect(status).toBe(2);
  expect(error).toContain("是零报告");
  expect(error).toContain("照原件报送即可");
  expect(existsSync(out)).toBe(false);
});

it.each([
  ["no output", ["export", "a.csv"]],
  ["a template without an output", ["template"]],
  ["a bulletin of another kind", ["export", "a.csv", "-o", "a.xlsx", "--bulletin", "a.pdf"]],
  ["an output that is no workbook", ["export", "examples/部门台账.csv", "-o", "a.pdf"]],
  ["a file without a receipt", ["verify", "examples/部门台账.csv"]],
  ["two files at once", ["verify", "a.csv", "b.csv"]],
  ["a file that is not there", ["export", "no-such.csv", "-o", "a.xlsx"]],
  ["a folder that does not exist", ["export", "examples/部门台账.csv", "-o", "/no/such/folder/a.xlsx"]],
])("is 2 for %s, said in one line on standard error", (_what, words) => {
  const { status, out, error } = call(...words);
  expect([status, out, error.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(error).toMatch(/请/);
  // A computer's own words are none of a clerk's.
  expect(error).not.toMatch(/E[A-Z]{4,}|no such/);
});
