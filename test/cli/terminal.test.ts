/** Cells, sheet names and file names come from whoever sent the file: a terminal shows them, and obeys none of them. */
import * as fc from "fast-check";
import { printable } from "../../src/cli/printable";
import { accountLines, colours, noColours } from "../../src/cli/table";
import { terminalOver } from "../../src/cli/terminal";
import { runOf } from "../report/sheets";
import { buildAccount } from "../../src/report/build";
import { streamInto } from "./streams";

const HOSTILE = "\u001b[31m红\u001b]0;别的标题\u0007\u009b2J\u202e反\r\n  ✕ 错误 假的一行";
/** What our own colours begin and end with. */
const OWN = /\u001b\[(?:31|33|36|2|1|0)m/g;
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const run = runOf({
  [`台账${HOSTILE}`]: [
    ["项目名称", "责任部门", "总投资（万元）", "计划开工时间"],
    [`云溪县白河大桥${HOSTILE}`, `交通局${HOSTILE}`, `一大笔${HOSTILE}`, `2025-13-45${HOSTILE}`],
    [`云溪县白河大桥${HOSTILE}`, `交通局${HOSTILE}`, 300, null],
  ],
});
const account = buildAccount(run);

describe("the account of a ledger", () => {
  it.each([
    ["without colours", noColours],
    ["with colours", colours],
  ])("holds no sign that a terminal obeys (%s)", (_what, paint) => {
    const lines = [
      ...accountLines({ ...account, files: account.files.map((file) => ({ ...file, path: HOSTILE })) }, paint),
    ];
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.join("")).toContain("一大笔");
    expect(lines.filter((line) => OBEYED.test(line.replace(OWN, "")))).toEqual([]);
  });

  it("lets no text begin a colour of ours", () => {
    const painted = [...accountLines(account, colours)].join("\n");
    expect(painted).not.toContain("\u001b[31m红");
  });
});

describe("a terminal", () => {
  it("says a line as one line, whatever is in it", async () => {
    const out: string[] = [];
    const error: string[] = [];
    const terminal = terminalOver(streamInto(out), streamInto(error));
    await terminal.say(`已写出 a${HOSTILE}.xlsx`);
    terminal.error(`找不到 a${HOSTILE}.xlsx`);
    for (const said of [out.join(""), error.join("")]) {
      expect(said.endsWith("\n")).toBe(true);
      expect(said.slice(0, -1)).not.toMatch(OBEYED);
    }
  });

  it("shows how far it is only where somebody watches", () => {
    const watched: string[] = [];
    const unwatched: string[] = [];
    terminalOver(streamInto([]), streamInto(watched, true)).status("正在读 a\u001b[2J.xlsx");
    terminalOver(streamInto([]), streamInto(unwatched)).status("正在读 a.xlsx");
    expect(watched).toEqual(["\r\u001b[K正在读 a\uFFFD[2J.xlsx"]);
    expect(unwatched).toEqual([]);
  });
});

describe("what is printable", () => {
  it("is left as it is where nothing is obeyed", () => {
    expect(printable("云溪县（一期）“项目” 12,000 → 改 ✕")).toBe("云溪县（一期）“项目” 12,000 → 改 ✕");
  });

  it("holds no obeyed sign, and is the same again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(OBEYED);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });
});
