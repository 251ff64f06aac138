/** ledger-check pack and --compare from the words of the call to what is written and said. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCall } from "../../src/cli/call";
import { check } from "../../src/cli/check";
import { pack } from "../../src/cli/pack";
import { terminalOver } from "../../src/cli/terminal";
import { openFile } from "../../src/hosts/file/node";
import { loadPack, shippedPacks } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import type { PackSheet } from "../../src/policy/sheets";
import type { Report } from "../../src/report/report";
import { writeWorkbook } from "../ledgers/write";
import { formerSheets } from "../policy/formerSheets";
import { sheetsOf } from "../policy/packSheets";
import { streamInto } from "./streams";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-check-pack-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly out: string;
  readonly error: string[];
}

async function answer(...words: string[]): Promise<Answer> {
  const out: string[] = [];
  const error: string[] = [];
  const terminal = terminalOver(streamInto(out), streamInto(error));
  const call = readCall(words);
  if (call.kind === "pack") return { status: await pack(call.pack, terminal), out: out.join(""), error };
  if (call.kind === "check") return { status: await check(call.check, terminal), out: out.join(""), error };
  return { status: 2, out: "", error: call.kind === "wrong" ? [call.complaint] : [] };
}

const COUNTY = shippedPacks()[0] as Pack;
const at = (name: string): string => join(folder, name);

function writeJson(name: string, value: unknown): string {
  writeFileSync(at(name), JSON.stringify(value, null, 2));
  return at(name);
}

/** The shipped pack as a workbook, with some cells changed: sheet, heading, 0-based entry, content. */
function writePack(name: string, ...changes: readonly (readonly [string, string, number, string | number])[]): string {
  const sheets = sheetsOf(COUNTY).map(({ name: sheet, rows }) => {
    const [headings = []] = rows;
    const cells = rows.map((row, index) =>
      row.map((cell, column) => {
        const change = changes.find(
          ([where, heading, entry]) => where === sheet && headings[column] === heading && index === entry + 1,
        );
        return { value: change ? change[3] : cell === "" ? null : cell };
      }),
    );
    return { name: sheet, rows: cells };
  });
  writeFileSync(at(name), writeWorkbook({ sheets }));
  return at(name);
}

function workbookSheet({ name, rows }: PackSheet) {
  return { name, rows: rows.map((row) => row.map((cell) => ({ value: cell === "" ? null : cell }))) };
}

describe("pack init", () => {
  it.each(["县.xlsx", "县.json"])("%s, checked and compared, is the pack that ships", async (name) => {
    expect(await answer("pack", "init", "-o", at(name), "--as-of", "2025-06-20")).toMatchObject({ status: 0 });
    const checked = await answer("pack", "check", at(name));
    expect(checked.status).toBe(0);
    expect(checked.out).toContain(COUNTY.title);
    const compared = await answer("pack", "diff", "county-2025", at(name));
    expect(compared).toMatchObject({ status: 0, out: "两份政策包没有不同\n" });
  });

  it("writes the sheets that a bureau keeps, and JSON that loads", async () => {
    await answer("pack", "init", "-o", at("表.xlsx"), "--as-of", "2025-06-20");
    const { sheets } = await openFile(at("表.xlsx"));
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["政策台账", "资金渠道", "手续时限", "储备目标", "部门名录", "节假日"]),
    );
    await answer("pack", "init", "-o", at("包.json"), "--as-of", "2025-06-20");
    expect(loadPack(readFileSync(at("包.json"), "utf8"))).toEqual({ pack: COUNTY });
  });

  it("writes a bureau's own pack anew, whichever form it has", async () => {
    const former = at("旧.xlsx");
    writeFileSync(former, writeWorkbook({ sheets: formerSheets(COUNTY).map(workbookSheet) }));
    const own = writePack("自改.xlsx", ["储备目标", "个数", 0, 45], ["规则", "轻重", 3, "关闭"]);
    for (const [from, json, xlsx] of [
      [former, "甲.json", "甲.xlsx"],
      [own, "乙.json", "乙.xlsx"],
    ] as const) {
      expect(await answer("pack", "init", "--pack", from, "-o", at(json))).toMatchObject({ status: 0 });
      expect(await answer("pack", "init", "--pack", at(json), "-o", at(xlsx))).toMatchObject({ status: 0 });
      expect((await answer("pack", "diff", from, at(xlsx))).out).toBe("两份政策包没有不同\n");
    }
    expect((await answer("pack", "diff", "county-2025", at("乙.xlsx"))).out.trimEnd().split("\n")).toHaveLength(2);
    expect(await answer("pack", "init", "--pack", "nowhere.json", "-o", at("丙.xlsx"))).toMatchObject({ status: 1 });
    expect(await answer("pack", "check", own, "--pack", own)).toMatchObject({ status: 2 });
  });

  it("never writes over a file", async () => {
    writeFileSync(at("在.xlsx"), "mine");
    const { status, error } = await answer("pack", "init", "-o", at("在.xlsx"));
    expect(status).toBe(2);
    expect(error).toHaveLength(1);
    expect(readFileSync(at("在.xlsx"), "utf8")).toBe("mine");
  });
});

describe("pack check", () => {
  it("says which sheet a workbook lacks", async () => {
    const sheets = sheetsOf(COUNTY).filter(({ name }) => !["领域用词", "申报窗口"].includes(name));
    writeFileSync(at("缺.xlsx"), writeWorkbook({ sheets: sheets.map(workbookSheet) }));
    const { status, error } = await answer("pack", "check", at("缺.xlsx"));
    expect(status).toBe(1);
    expect(error).toEqual([
      expect.stringMatching(/「领域用词」：没有这张表；请从 ledger-check pack init 写出的工作簿里复制过来/u),
    ]);
  });

  it("names sheet, cell and remedy of every slip in a workbook", async () => {
    const path = writePack(
      "slips.xlsx",
      ["储备目标", "个数", 0, "三十个"],
      ["手续时限", "可信度", 1, "高"],
      ["资金渠道", "投向领域", 0, "房地产"],
    );
    const { status, error } = await answer("pack", "check", path);
    expect(status).toBe(1);
    expect(error).toHaveLength(3);
    for (const line of error) expect(line).toMatch(/「(?:储备目标|手续时限|资金渠道)」[A-Z]+\d+：.+；.*请/u);
    expect(error).toContainEqual(expect.stringMatching(/「资金渠道」[A-Z]+2：.*房地产/u));
    // What cannot be read is mended first; what contradicts the rest of the pack is said then.
    const next = await answer("pack", "check", writePack("early.xlsx", ["储备目标", "完成期限", 0, "2024-06-30"]));
    expect(next.status).toBe(1);
    expect(next.error[0]).toMatch(/「储备目标」[A-Z]+2：.*早于起算日/u);
  });

  it("says in one line that a ledger is no pack", async () => {
    const { status, error } = await answer("pack", "check", "examples/交通局项目台账.xlsx");
    expect(status).toBe(1);
    expect(error).toEqual([expect.stringMatching(/里面没有政策包的表。请.*pack init/u)]);
  });

  it("names line, entry and remedy of a slip in JSON", async () => {
    const path = writeJson("slip.json", { ...COUNTY, targets: [{ ...COUNTY.targets[0], by: "六月底" }] });
    const { status, error } = await answer("pack", "check", path);
    expect(status).toBe(1);
    expect(error[0]).toMatch(/第 ?\d+ ?行/u);
    expect(error[0]).toMatch(/请/u);
  });

  it.each([
    ["a file that is not there", ["pack", "check", "nowhere.xlsx"], 1],
    ["no file at all", ["pack", "check"], 2],
    ["an unknown word", ["pack", "publish"], 2],
    ["a pack that does not ship", ["pack", "diff", "county-2025", "county-1999"], 2],
  ])("%s is said in one line", async (_, words, status) => {
    const said = await answer(...words);
    expect(said.status).toBe(status);
    expect(said.error).toHaveLength(1);
  });
});

describe("pack diff", () => {
  const diff = async (change: object): Promise<string[]> => {
    const path = writeJson("changed.json", { ...COUNTY, ...change });
    const { status, out, error } = await answer("pack", "diff", "county-2025", path);
    expect([status, error]).toEqual([0, []]);
    return out.trimEnd().split("\n");
  };
  const first = <T>([item]: readonly T[]): T => {
    if (item === undefined) throw new Error("the pack holds none");
    return item;
  };
  const [channel, target, stage, edge, area] = [
    first(COUNTY.channels),
    first(COUNTY.targets),
    first(COUNTY.stages),
    first(COUNTY.edges),
    first(COUNTY.areas),
  ];
  const group = first(area.words);
  const put = <Part extends "channels" | "targets" | "stages" | "edges" | "areas">(part: Part, change: object) => ({
    [part]: [{ ...first<object>(COUNTY[part]), ...change }, ...COUNTY[part].slice(1)],
  });

  it.each([
    ["a figure", put("targets", { count: 45 }), [`改动 储备目标 · ${target.name} · 个数：30 → 45`]],
    [
      "a list",
      put("channels", { areas: (channel.areas ?? []).slice(1), aliases: [...channel.aliases, "债券"] }),
      [
        `改动 资金渠道 · ${channel.name} · 别名：加上 债券`,
        `改动 资金渠道 · ${channel.name} · 投向领域：去掉 ${first(channel.areas ?? [])}`,
      ],
    ],
    ["an unknown figure", put("channels", { coverage: null }), [expect.stringMatching(/覆盖倍数下限：1\.1 → （无）$/)]],
    [
      "a document",
      put("channels", { basis: { ...channel.basis, number: "县发〔2025〕1号" } }),
      [expect.stringMatching(/依据文号：.* → 县发〔2025〕1号$/)],
    ],
    [
      "an entry",
      { targets: [...COUNTY.targets, { ...target, id: "more", name: "第二批", from: "2025-02-01" }] },
      ["新增 储备目标 · 第二批（2025-02-01 起）"],
    ],
    ["a holiday", { workdays: { ...COUNTY.workdays, "2025-07-04": false } }, ["新增 节假日 · 2025-07-04：休"]],
    [
      "a rule's figure",
      { rules: { ...COUNTY.rules, R503: { ...COUNTY.rules["R503"], numbers: { share: 0.7 } } } },
      [expect.stringMatching(/^改动 规则 · R503 \S+.* · 占比：0\.6 → 0\.7$/)],
    ],
    [
      "a rule's fields",
      { rules: { ...COUNTY.rules, D601: { ...COUNTY.rules["D601"], texts: { fields: ["leader", "taskForce"] } } } },
      [expect.stringMatching(/ · 字段：去掉 推进方案；去掉 责任人$/)],
    ],
    [
      "a word of an area",
      put("areas", { words: [{ ...group, words: [...group.words, "海上栈桥"] }, ...area.words.slice(1)] }),
      [`改动 投向领域 · ${area.name} · 用词：${group.source}的用词 加上 海上栈桥`],
    ],
    [
      "procedures of a stage",
      put("stages", { procedures: { ...stage.procedures, 审批: ["eia", "soilWater"] } }),
      [expect.stringMatching(/^改动 项目阶段 · .+ · 应办手续 · 审批：（无） → 环评、水土保持$/)],
    ],
    ["an order's weight", put("edges", { severity: "hint" }), [expect.stringMatching(/ · 轻重：\S+ → 建议$/)]],
    [
      "an order",
      { edges: COUNTY.edges.filter((each) => each !== edge) },
      [expect.stringMatching(/^去掉 手续先后 · \S+先于\S+$/)],
    ],
  ])("says what changed in the words of the pack's sheets: %s", async (_what, change, lines) => {
    expect(await diff(change)).toEqual(lines);
  });

  it("names nothing by the keys of the document between the packs that ship", async () => {
    const { out } = await answer("pack", "diff", "county-2025", "county-2026");
    expect(out).toMatch(/新增|改动/u);
    const keys = [...Object.keys(COUNTY), ...Object.keys(channel), ...Object.keys(edge), "document"];
    const spoken = out.replaceAll(/county-\d+/g, "");
    expect(keys.filter((key) => new RegExp(`(^| |\\.)${key}( |：|\\.|$)`, "m").test(spoken))).toEqual([]);
  });
});

describe("check", () => {
  const rows = [
    "项目名称,责任部门,总投资（万元）,入库时间",
    "云溪县白河大桥新建工程,交通运输局,12000,2025-03-01",
    "云溪县中心敬老院改扩建项目,民政局,3000,2025-04-01",
  ];
  const ledger = (): string => {
    writeFileSync(at("储备.csv"), rows.join("\n"));
    return at("储备.csv");
  };

  it("--compare lists what another pack would bring and what it would take away", async () => {
    const path = writePack("2.xlsx", ["储备目标", "个数", 0, 2], ["储备目标", "金额（万元）", 0, 15000]);
    const words = [ledger(), "--as-of", "2025-06-20", "--compare", path];
    const report = JSON.parse((await answer("check", ...words, "--json")).out) as Report;
    expect(report.findings.map(({ code }) => code)).toContain("R501");
    expect(report.comparison?.going.map(({ code }) => code)).toEqual(["R501"]);
    expect(report.comparison?.appearing).toEqual([]);
    expect((await answer("check", ...words)).out).toMatch(/会新增 0 项，会消失 1 项/u);
  });

  it("--compare with the pack of 2026 names it", async () => {
    const { out } = await answer("check", ledger(), "--as-of", "2025-06-20", "--compare", "county-2026", "--json");
    expect((JSON.parse(out) as Report).comparison?.pack.id).toBe("county-2026");
  });

  it("--pack judges by a workbook of the bureau", async () => {
    const path = writePack("60.xlsx", ["储备目标", "个数", 0, 60]);
    const { out } = await answer("check", ledger(), "--as-of", "2025-06-20", "--pack", path, "--json");
    expect((JSON.parse(out) as Report).reserve.target?.count).toBe(60);
  });

  it("--since counts only what is new since the former report", async () => {
    const former = await answer("check", ledger(), "--as-of", "2025-06-20", "--json");
    writeFileSync(at("former.json"), former.out);
    writeFileSync(at("储备.csv"), [...rows, "云溪县东风渠改造工程,水务局,待测,2025-05-01"].join("\n"));
    const words = ["check", at("储备.csv"), "--as-of", "2025-06-20", "--since", at("former.json")];
    const report = JSON.parse((await answer(...words, "--json")).out) as Report;
    const findings = report.files[0]?.sheets[0]?.findings ?? [];
    expect(findings.filter(({ isNew }) => isNew).map(({ row }) => row)).toEqual(findings.map(() => 4));
    writeFileSync(at("other.json"), "{}");
    expect(await answer("check", ledger(), "--since", at("other.json"))).toMatchObject({ status: 2 });
  });
});
