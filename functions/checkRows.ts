/** CHECKROWS: every row of a range judged by all rules, its findings in short. */
import { checkLedgers } from "../src/findings/check";
import type { Finding } from "../src/findings/finding";
import { daysAsOf } from "../src/ledger/tense";
import { RULES } from "../src/rules/index";
import { SEVERITY_WORDS } from "../src/words/severity";
import { sentences } from "../src/words/finding";
import { neededDay } from "./arguments";
import type { WorksheetFunction } from "./function";
import { TODAY } from "./parameters";
import { answerRows, readRows } from "./rows";

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
    const read = readRows(header, rows, context);
    const { pack, calendar, judge } = context;
    const checked = checkLedgers([daysAsOf(read.ledger, asOf)], { pack, calendar, judge, asOf, rules: RULES });
    const said = inShort(checked.perLedger[0]?.findings ?? []);
    return answerRows(read, (project) => said.get(project.row) ?? "未发现问题");
  },
};

/** By row; what is said of the heading or of the range as a whole belongs to no row. */
function inShort(findings: readonly Finding[]): ReadonlyMap<number, string> {
  const said = new Map<number, string>();
  for (const finding of findings) {
    if (finding.row === null) continue;
    const short = `${SEVERITY_WORDS[finding.severity]} ${finding.code}：${sentences(finding, "zh").message}`;
    said.set(finding.row, (said.get(finding.row) ?? "") + short);
  }
  return said;
}
