/** The command line as a person or a script calls it: exit status, one-line complaints, the JSON contract. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../src/report/report";

const START = "src/cli/start.mjs";
let folder: string;

beforeAll(() => {
  execFileSync("node", [START, "--fresh", "--build-only"]);
  folder = mkdtempSync(join(tmpdir(), "ledger-check-test-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function call(...words: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync("node", [START, ...words], { encoding: "utf8" });
  return { status, out: stdout, error: stderr };
}

function ledger(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ["序号,项目名称,责任部门,总投资（万元）,计划开工时间", ...rows].join("\n"));
  return path;
}

const CLEAN = [
  "1,云溪县白河大桥新建工程,交通运输局,12000,2025-09-01",
  "2,云溪县中心敬老院改扩建项目,民政局,3000,2025-10-01",
];
const WRONG = [
  "1,云溪县白河大桥新建工程,交通运输局,一大笔钱,2025-09-01",
  "2,云溪县中心敬老院改扩建项目,民政局,3000,2025-10-01",
];

describe("exit status", () => {
  it("is 0 where nothing stops a submission", () => {
    const { status, out } = call("check", ledger("clean.csv", CLEAN), "--as-of", "2025-06-20");
    expect(out).toContain("可以报送");
    expect(status).toBe(0);
  });

  it("is 1 where a ledger has errors, and the cell is named", () => {
    const { status, out } = call("check", ledger("wrong.csv", WRONG), "--as-of", "2025-06-20");
    expect(status).toBe(1);
    expect(out).toContain("D2");
    expect(out).toContain("F102");
  });

  it.each([
    ["no command", []],
    ["an unknown command", ["chekc", "a.xlsx"]],
    ["no file", ["check"]],
    ["an unknown option", ["check", "a.xlsx", "--jsn"]],
    ["a day that is none", ["check", "a.xlsx", "--as-of", "2025-02-30"]],
    ["a pack that does not exist", ["check", "a.xlsx", "--pack", "no-such-pack.json"]],
    ["an option that check would pass over", ["check", "a.xlsx", "-o", "结果.xlsx"]],
    ["an option of another command", ["verify", "a.xlsx", "--due", "2025-06-20"]],
    ["a name that every object knows", ["constructor", "a.xlsx"]],
    ["an option that every object knows", ["check", "a.xlsx", "--constructor"]],
  ])("is 2 for %s, said in one line on standard error", (_what, words) => {
    const { status, out, error } = call(...words);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(error.trim().split("\n")).toHaveLength(1);
    expect(error).toMatch(/请/);
  });

  it.each([
    ["export", "export 台账.xlsx -o 输出.xlsx"],
    ["verify", "verify 台账.xlsx --receipt 回执.xlsx"],
    ["collect", "collect 文件夹 -o 汇总.xlsx"],
    ["check a.xlsx --as-of", "--as-of 后面没有写内容"],
    ["check a.xlsx --as-of --json", "--as-of 后面没有写内容"],
    ["export a.xlsx -o", "--output 后面没有写内容"],
    ["check a.xlsx --json=yes", "--json 后面不用写内容"],
    ["check a.xlsx -x", "不认识选项“-x”"],
  ])("says of 「%s」 what that very command wants", (words, wanted) => {
    const { status, error } = call(...words.split(" "));
    expect(status).toBe(2);
    expect(error).toContain(wanted);
  });

  it("is 2 for a file that cannot be read, which hides nothing of the others", () => {
    const broken = join(folder, "broken.xlsx");
    writeFileSync(broken, "PK\u0003\u0004 not really a workbook");
    const { status, out, error } = call(
      "check",
      broken,
      ledger("beside.csv", WRONG),
      "--json",
      "--as-of",
      "2025-06-20",
    );
    const report = JSON.parse(out) as Report;
    expect(status).toBe(2);
    expect(error).toContain("broken.xlsx");
    expect(report.files[0]?.error?.code).toBeTruthy();
    expect(report.files[1]?.sheets[0]?.findings.map((finding) => finding.code)).toContain("F102");
  });
});

describe("what cannot be handed in", () => {
  it("is why said once where a file is not there, and the account still names the file", () => {
    const { status, out, error } = call("check", join(folder, "没有.xlsx"), ledger("beside.csv", CLEAN));
    expect(status).toBe(2);
    expect((out + error).match(/找不到这个文件/gu)).toHaveLength(1);
    expect(error).toContain("没有.xlsx");
    expect(out).toMatch(/没有\.xlsx\n {2}✕ 没有读成\n/u);
    expect(out).toContain("暂不能报送，");
    expect(out).not.toContain("可以报送");
  });

  it.each([
    ["a heading", (): string => ledger("empty.csv", [])],
    [
      "the template as it comes",
      (): string => {
        const path = join(folder, "模板.xlsx");
        call("template", "-o", path, "--as-of", "2025-06-20");
        return path;
      },
    ],
  ])("%s without a project is nothing to hand in, and says so", (_, make) => {
    const path = make();
    const { status, out, error } = call("check", path, "--as-of", "2025-06-20");
    expect(status).toBe(2);
    expect(out).toContain("还没有填项目，提醒");
    expect(out).not.toMatch(/可以报送|没有发现问题/u);
    expect(error).toContain("表里没有一行项目");
    const { verdict } = JSON.parse(call("check", path, "--json", "--as-of", "2025-06-20").out) as Report;
    expect(verdict).toMatchObject({ canSubmit: false, errors: 0 });
  });

  it("a ledger that says itself that it has none is a report of nothing, and right", () => {
    const path = join(folder, "零报告.csv");
    writeFileSync(path, "序号,项目名称,责任部门,总投资（万元）\n1,本月无新增项目,,");
    const { status, out, error } = call("check", path, "--as-of", "2025-06-20");
    expect({ status, error }).toEqual({ status: 0, error: expect.not.stringContaining("表里没有一行项目") as string });
    expect(out).toContain("零报告：表里写明没有项目");
    expect(out).toContain("零报告，可以报送");
    const report = JSON.parse(call("check", path, "--json", "--as-of", "2025-06-20").out) as Report;
    expect(report.verdict).toMatchObject({ canSubmit: true, errors: 0 });
    expect(report.files[0]?.sheets[0]).toMatchObject({ role: "projects", reportsNone: true, rows: [] });
  });

  it("leaves a ledger beside an empty one as it is", () => {
    const { status, out } = call("check", ledger("empty.csv", []), ledger("full.csv", CLEAN), "--as-of", "2025-06-20");
    expect(status).toBe(0);
    expect(out).toMatch(/empty（0 个项目）\n {4}还没有填项目\n/u);
    expect(out).toContain("可以报送，");
  });
});

it("a file that is named twice is read once", () => {
  const path = ledger("once.csv", CLEAN);
  const { out } = call("check", path, join(folder, ".", "once.csv"), join(folder, "onc?.csv"), "--as-of", "2025-06-20");
  expect(out).toContain("1 个文件，2 个项目");
  expect(out).not.toContain("F111");
});

describe("the JSON report", () => {
  it("has the shape of the contract", () => {
    const { out } = call("check", ledger("shape.csv", CLEAN), "--json", "--as-of", "2025-06-20");
    const report = JSON.parse(out) as Report;
    expect(report.tool.name).toBe("ledger-check");
    expect(report.asOf).toBe("2025-06-20");
    expect(report.pack.id).toBe("county-2025");
    const sheet = report.files[0]?.sheets[0];
    expect(sheet).toMatchObject({ name: "shape", role: "projects", header: { top: 1, bottom: 1 } });
    expect(sheet?.columns).toContainEqual({
      column: "D",
      heading: "总投资（万元）",
      field: "totalInvestment",
      unit: "万元",
    });
    expect(sheet?.rows[0]?.values.totalInvestment).toEqual({ wan: 12000, approx: false });
    expect(sheet?.rows[0]?.values.startPlanned).toEqual({
      from: "2025-09-01",
      to: "2025-09-01",
      precision: "day",
      by: false,
    });
    expect(report.reserve.workdaysLeft).toBe(6);
    expect(Object.keys(report)).toEqual([
      "tool",
      "asOf",
      "pack",
      "notices",
      "files",
      "reserve",
      "findings",
      "waived",
      "verdict",
    ]);
  });

  it("is the same document whether streamed or built at once, whatever the order of options", () => {
    const path = ledger("order.csv", WRONG);
    const one = call("check", path, "--json", "--as-of", "2025-06-20").out;
    const two = call("check", "--as-of", "2025-06-20", "--json", path).out;
    expect(one).toBe(two);
  });

  it("holds no colour and no progress when piped", () => {
    const { out, error } = call("check", ledger("plain.csv", WRONG), "--as-of", "2025-06-20");
    expect(out + error).not.toContain("\u001b");
  });
});

describe("what is read", () => {
  it("of many cells that are only written badly names a few whole and the others by their place", () => {
    const path = join(folder, "notation.csv");
    const rows = Array.from(
      { length: 9 },
      (_, at) => `云溪县第${String(at + 1)}中学工程,教育局,1000,云发改审[2025]${String(at + 1)}号`,
    );
    writeFileSync(path, ["项目名称,责任部门,总投资（万元）,可研批复文号", ...rows].join("\n"));
    const { out } = call("check", path, "--as-of", "2025-06-20");
    expect(out.split("\n").filter((line) => /F110/.test(line))).toHaveLength(3);
    expect(out).toMatch(/另有 6 处同类问题，只是写法：D5 D6 D7 D8 D9 D10/);
  });

  it("the pack that is compared with is named as in the call: a changed copy keeps its title", () => {
    const { out } = call("check", ledger("clean.csv", CLEAN), "--as-of", "2025-06-20", "--compare", "county-2026");
    expect(out).toMatch(/换成“.+”（county-2026）：会新增/);
  });

  it("of an old ledger that is judged by today says on which day it would be judged by its own time", () => {
    const filledIn = (name: string, month: string): string => {
      const path = join(folder, name);
      writeFileSync(
        path,
        `重点项目台账\n填报时间：${month}\n序号,项目名称,责任部门,总投资（万元）\n${CLEAN.join("\n")}`,
      );
      return path;
    };
    const now = new Date();
    const thisMonth = filledIn("new.csv", `${String(now.getFullYear())}年${String(now.getMonth() + 1)}月`);
    const old = filledIn("old.csv", "2020年5月");
    const advice = "请加 --as-of 2020-05-31";
    expect(call("check", old).error).toContain(advice);
    const { notices } = JSON.parse(call("check", old, "--json").out) as Report;
    expect(notices.join("")).toContain(advice);
    expect(call("check", old, "--as-of", "2025-06-20").error).not.toContain("--as-of");
    expect(call("check", thisMonth).error).not.toContain("--as-of");
    // Whoever hands in this month's beside it has them judged by it.
    expect(call("check", old, thisMonth).error).not.toContain("--as-of");
  });

  it("help is a word as well as an option", () => {
    expect(call("help")).toEqual(call("--help"));
    expect(call("help").status).toBe(0);
  });
});
