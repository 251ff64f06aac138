/** CHECKROWS: every row of a range judged by all rules, its findings in short. */
import { checkLedgers } from "../src/findings/check";
import type { Finding } from "../src/findings/finding";
import { fieldKind } from "../src/ledger/fields";
import { readLedger } from "../src/ledger/read";
import type { Ledger } from "../src/ledger/ledger";
import { RULES } from "../src/rules/index";
import { gridSheet } from "../src/sheet/grid";
import { sentences } from "../src/words/finding";
import { neededDay, rangeOf } from "./arguments";
import { FunctionFailure, type CellInput, type FunctionContext, type Range, type WorksheetFunction } from "./function";
import { withoutBlankEnd } from "./ledger";
import { TODAY } from "./parameters";

const SEVERITY: Readonly<Record<Finding["severity"], string>> = { error: "错误", warning: "警告", hint: "提示" };

export const CHECKROWS: WorksheetFunction = {
  id: "CHECKROWS",
  name: "逐行校核",
  description: "按政策包的全部规则逐行校核，每行的问题写成一格；没有问题为“未发现问题”，空行和合计行为空。",
  parameters: [
    { name: "表头", description: "表头的一到五行", type: "any", takes: "range" },
    { name: "行区域", description: "要校核的各行，列数与表头相同", type: "any", takes: "range" },
    TODAY,
  ],
  result: { type: "string", spills: true },
  example: {
    args: [
      [["项目名称", "责任部门", "总投资（万元）"]],
      [
        ["县人民医院综合楼建设项目", "卫生健康委员会", 12000],
        ["柳林镇污水管网工程", "住房和城乡建设局", "详见附件"],
      ],
      "2025-06-20",
    ],
    gives: [["未发现问题"], ["错误 F102：总投资写的是“详见附件”，读不成数。"]],
  },
  help: "CHECKROWS.md",
  run([header, rows, today], context) {
    const asOf = neededDay(today, "今天");
    const top = rangeOf(header);
    const body = withoutBlankEnd(rows);
    if (top.length > 5) throw new FunctionFailure("value", "“表头”最多五行");
    const width = top[0]?.length ?? 0;
    if (body.some((row) => row.length !== width)) throw new FunctionFailure("value", "“行区域”的列数要与“表头”相同");
    const ledger = readRows(top, body, context);
    if (ledger.role !== "projects") throw new FunctionFailure("na", `认不出表头：${ledger.why ?? "没有项目名称列"}`);
    const { pack, calendar, judge } = context;
    const checked = checkLedgers([ledger], { pack, calendar, judge, asOf, rules: RULES });
    return verdicts(ledger, checked.perLedger[0]?.findings ?? [], top.length, body.length);
  },
};

/** Where blanks arrive as 0, a 0 in a column of words or days is a blank; one in a column of amounts stays 0. */
function readRows(header: Range, body: Range, { blanks }: FunctionContext): Ledger {
  const read = (rows: Range) =>
    readLedger(gridSheet("区域", [...header, ...rows]), {
      file: "",
      choices: { header: { top: 1, bottom: header.length } },
    });
  const ledger = read(body);
  if (blanks === "told") return ledger;
  const kinds = new Map(ledger.columns.map(({ column, field }) => [column, fieldKind(field)]));
  const figures = new Set(["amount", "share", "number"]);
  const meant = (cell: CellInput, column: number) =>
    cell === 0 && !figures.has(kinds.get(column) ?? "text") ? null : cell;
  return read(body.map((row) => row.map(meant)));
}

function verdicts(ledger: Ledger, findings: readonly Finding[], top: number, length: number): string[][] {
  const said = new Map<number, string[]>();
  for (const finding of findings) {
    if (finding.row === null || finding.row <= top) continue;
    const short = `${SEVERITY[finding.severity]} ${finding.code}：${sentences(finding, "zh").message}`;
    said.set(finding.row, [...(said.get(finding.row) ?? []), short]);
  }
  const projects = new Set(ledger.projects.map(({ row }) => row));
  return Array.from({ length }, (_, index) => {
    const row = top + 1 + index;
    return [said.get(row)?.join("") ?? (projects.has(row) ? "未发现问题" : "")];
  });
}
