/** 校核报告 and 缺件通知: the verdict and every finding with its place, waivers, pack and day; and what each department still owes. */
import type { Finding } from "../../findings/finding";
import type { Severity } from "../../rules/rule";
import type { CellValue } from "../../sheet/cell";
import { departmentWritten } from "../../reserve/departments";
import type { ExportSheet } from "../../sheet/exportSheet";
import { citation } from "../../words/clause";
import { summary } from "../../words/command";
import { figureText } from "../../words/say";
import { SEVERITY_WORDS } from "../../words/severity";
import { sentences } from "../../words/finding";
import { verdictOf } from "../build";
import type { Verdict } from "../report";
import type { Run } from "../run";
import { VERSION } from "../version";
import { formSheet, type FormColumn } from "./form";
import { reporterOf } from "./standardTable";
import { projectsOf } from "./rows";

const ORDER: readonly Severity[] = ["error", "warning", "hint"];
const COLUMNS: readonly FormColumn[] = [
  { heading: "序号", format: "count", width: 6 },
  { heading: "级别", format: "text", width: 8 },
  { heading: "文件", format: "text", width: 20 },
  { heading: "工作表", format: "text", width: 14 },
  { heading: "单元格", format: "text", width: 12 },
  { heading: "涉及项目", format: "wrapped", width: 28 },
  { heading: "规则", format: "text", width: 7 },
  { heading: "问题", format: "wrapped", width: 44 },
  { heading: "怎么办", format: "wrapped", width: 36 },
  { heading: "依据", format: "wrapped", width: 36 },
];

export const CHECK_REPORT = "校核报告";

export function checkReportSheet(run: Run): ExportSheet {
  const { pack, asOf } = run.options;
  const verdict = verdictOf(run);
  const findings = allFindings(run);
  return formSheet({
    name: CHECK_REPORT,
    title: "项目台账校核报告",
    reporter: reporterOf(run.ledgers),
    asOf,
    lines: [
      `结论：${conclusion(run, verdict)}；${summary.counts(verdict.warnings, verdict.hints, verdict.waived)}；共 ${figureText(projectsOf(run).length)} 个项目。`,
      `依据政策包“${pack.title}”（${pack.id} ${pack.version}），按 ${asOf} 判断，ledger-check ${VERSION}。`,
    ],
    columns: [...COLUMNS],
    rows: [
      ...findings.map((finding, index) => findingRow(finding, index + 1, SEVERITY_WORDS[finding.severity])),
      ...run.result.waived.map(({ finding, waiver }, index): CellValue[] => {
        const row = findingRow(finding, findings.length + index + 1, "暂不处理");
        row[8] = `${waiver.reason}（${waiver.by}，到 ${waiver.until}）`;
        return row;
      }),
    ],
  });
}

function conclusion(run: Run, { errors }: Verdict): string {
  return summary.verdict({
    errors,
    unreadable: run.files.filter((file) => file.error).length,
    ledgers: run.ledgers.filter(({ role }) => role === "projects").length,
    projects: projectsOf(run).length,
    reportsNone: run.ledgers.some(({ reportsNone }) => reportsNone),
  });
}

export function allFindings(run: Run): readonly Finding[] {
  const all = [...run.result.perLedger.flatMap(({ findings }) => findings), ...run.result.run];
  return ORDER.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}

function findingRow(finding: Finding, number: number, level: string): CellValue[] {
  const said = sentences(finding, "zh");
  return [
    number,
    level,
    finding.file ?? finding.files.join("、"),
    finding.sheet,
    finding.cells.slice(0, 6).join(" "),
    finding.project,
    finding.code,
    said.message,
    said.how,
    citation(finding.basis),
  ];
}

/** Rules that say something is not there yet: blank fields, channels, steps, papers, quotas, benefits, people. */
const MISSING: ReadonlySet<string> = new Set([
  "F101",
  "C202",
  "C208",
  "C214",
  "P307",
  "S401",
  "S402",
  "S403",
  "S404",
  "D601",
  "D602",
]);

/** By department, ready to be cut apart and sent. */
export function missingSheet(run: Run): ExportSheet | null {
  const departments = new Map<string, string>();
  for (const ledger of run.ledgers) {
    for (const project of ledger.projects) {
      const at = placeOf(ledger.file, ledger.sheet, project.row);
      departments.set(at, departmentWritten(project, ledger) ?? "未填写部门");
    }
  }
  const rows = allFindings(run)
    // What an earlier month's sheet lacks is sent in again by nobody.
    .filter(({ code, row, earlierMonth }) => MISSING.has(code) && row !== null && !earlierMonth)
    .map((finding): CellValue[] => {
      const { message, how } = sentences(finding, "zh");
      const department = departments.get(placeOf(finding.file, finding.sheet, finding.row)) ?? "未填写部门";
      return [
        department,
        finding.project,
        finding.file,
        finding.sheet,
        finding.cells[0] ?? "",
        message,
        how,
        SEVERITY_WORDS[finding.severity],
        null,
      ];
    })
    .sort((a, b) => compare(String(a[0]), String(b[0])) || compare(String(a[1]), String(b[1])));
  if (rows.length === 0) return null;
  return formSheet({
    name: "缺件通知",
    title: "项目材料和内容缺件通知",
    reporter: reporterOf(run.ledgers),
    asOf: run.options.asOf,
    lines: ["请各部门按下表补齐后重新报送。"],
    columns: [
      { heading: "责任部门", format: "text" },
      { heading: "项目名称", format: "wrapped" },
      { heading: "文件", format: "text", width: 20 },
      { heading: "工作表", format: "text", width: 14 },
      { heading: "单元格", format: "text", width: 9 },
      { heading: "缺什么", format: "wrapped", width: 44 },
      { heading: "怎么补", format: "wrapped", width: 36 },
      { heading: "级别", format: "text", width: 8 },
      { heading: "补齐时间", format: "day" },
    ],
    rows,
  });
}

function placeOf(file: string | null, sheet: string | null, row: number | null): string {
  return [file, sheet, row].join("\u0001");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
