/** A page for every rule, and their index: written by `npm run docs`, compared byte by byte by a test. */
import { ALL_FIELDS, fieldTerm, type FieldKey } from "../../src/ledger/fields";
import { RULES } from "../../src/rules/index";
import { isRun, type Basis, type ExampleRow, type LedgerExample, type Rule, type Severity } from "../../src/rules/rule";
import { clause } from "../../src/words/clause";
import { ruleSentences, sentences, type Sentences } from "../../src/words/finding";
import { allFindings, COUNTY, judgedExample } from "./judge";
import { standardHeading } from "./layOut";

const GROUPS: Readonly<Record<string, string>> = {
  F: "填报",
  C: "资金渠道",
  P: "前期手续",
  S: "可研",
  R: "储备",
  D: "责任",
  K: "一致",
  A: "考核",
};
const SEVERITIES: Readonly<Record<Severity, string>> = { error: "错误", warning: "提醒", hint: "建议" };
const CONFIDENCES: Readonly<Record<Basis["confidence"], string>> = {
  H: "原文已核",
  M: "可靠转述，依据待核",
  L: "单一转述，依据待核",
  D: "本工具拟定，依据待核",
};

/** File name → text, for docs/rules. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>([["README.md", indexPage()]]);
  for (const rule of RULES) pages.set(`${rule.code}.md`, rulePage(rule));
  return pages;
}

function indexPage(): string {
  const lines = ["# 校核规则", "", `共 ${String(RULES.length)} 条。由 \`npm run docs\` 生成，请勿手改。`, ""];
  for (const [letter, name] of Object.entries(GROUPS)) {
    const rules = RULES.filter(({ code }) => code.startsWith(letter));
    if (rules.length === 0) continue;
    lines.push(`## ${letter} ${name}`, "", "| 代码 | 名称 | 级别 | 查什么 |", "| --- | --- | --- | --- |");
    for (const rule of rules) {
      const { title, condition } = ruleSentences(rule.code, "zh");
      lines.push(`| [${rule.code}](${rule.code}.md) | ${title} | ${severityOf(rule)} | ${condition} |`);
    }
    lines.push("");
  }
  lines.push("## 按依据查", "");
  for (const [document, codes] of byClause()) {
    lines.push(`- ${document}：${codes.map((code) => `[${code}](${code}.md)`).join("、")}`);
  }
  return lines.join("\n") + "\n";
}

function byClause(): [string, string[]][] {
  const documents = new Map<string, string[]>();
  for (const rule of RULES) {
    const { document, number } = basisOf(rule);
    const cited = `《${document}》${number ? `（${number}）` : ""}`;
    documents.set(cited, [...(documents.get(cited) ?? []), rule.code]);
  }
  return [...documents].sort(([a], [b]) => (a < b ? -1 : 1));
}

function rulePage(rule: Rule): string {
  const words = ruleSentences(rule.code, "zh");
  const bad = examplesOf(rule, "bad").map((example) => ({ example, said: saidOf(rule, example) }));
  const first = bad.find(({ said }) => said !== null)?.said;
  const lines = [
    `# ${rule.code} ${words.title}`,
    "",
    `**级别** ${severityOf(rule)}`,
    "",
    `**查什么** ${words.condition}`,
    "",
  ];
  if (first) lines.push(`**为什么** ${first.why}`, "");
  const basis = basisOf(rule);
  lines.push(`**依据** ${clause(basis, "zh").replace(/^依据：/, "")} ${CONFIDENCES[basis.confidence]}。`, "");
  if (rule.needs.length > 0) lines.push(`**需要的列** ${needsOf(rule)}`, "");
  const settings = settingsOf(rule.code);
  if (settings !== "") lines.push(`**参数** ${settings}`, "");
  if (first) lines.push(`**怎么办** ${first.how}`, "");
  lines.push(`**何时可以不理会** ${words.ignore}`, "", "## 例子", "", "没有问题：", "");
  for (const example of examplesOf(rule, "good")) lines.push(...shownExample(example));
  lines.push("有问题：", "");
  for (const { example, said } of bad) lines.push(...shownExample(example), ...(said ? [`> ${said.message}`, ""] : []));
  if (rule.seed) lines.push(`对应讲话要求：${rule.seed.join("、")}。`, "");
  return lines.join("\n").trimEnd() + "\n";
}

function severityOf({ code, severity }: Rule): string {
  return SEVERITIES[COUNTY.rules[code]?.severity ?? severity];
}

function basisOf(rule: Rule): Basis {
  const set = COUNTY.rules[rule.code];
  const { document, number, article } = set?.basis ?? rule.basis;
  const confidence = set?.confidence ?? (set?.basis ? "D" : rule.basis.confidence);
  return {
    document,
    ...(number === undefined ? {} : { number }),
    ...(article === undefined ? {} : { article }),
    confidence,
  };
}

function needsOf(rule: Rule): string {
  const several = (fields: readonly FieldKey[]): string =>
    fields.length > 6
      ? `${fields.slice(0, 5).map(fieldTerm).join("、")}等任一列`
      : `${fields.map(fieldTerm).join("、")}中任一列`;
  return rule.needs.map((need) => (typeof need === "string" ? fieldTerm(need) : several(need))).join("；") + "。";
}

function settingsOf(code: string): string {
  const set = COUNTY.rules[code];
  if (!set) return "";
  const numbers = Object.entries(set.numbers).map(([name, value]) => `\`${name}\` = ${String(value)}`);
  const texts = Object.entries(set.texts).map(([name, values]) => `\`${name}\` = ${values.join("、")}`);
  return [...numbers, ...texts].join("；");
}

function examplesOf(rule: Rule, kind: "good" | "bad"): readonly LedgerExample[] {
  return rule.scope === "row" ? rule[kind].map((row) => [row]) : rule[kind];
}

function saidOf(rule: Rule, example: LedgerExample): Sentences | null {
  const finding = allFindings(judgedExample(example, rule.on)).find(({ code }) => code === rule.code);
  return finding ? sentences(finding, "zh") : null;
}

function shownExample(example: LedgerExample): string[] {
  if (!isRun(example)) return [...table(example), ""];
  const lines: string[] = example.rows.length > 0 ? [...table(example.rows), ""] : [];
  for (const sheet of example.sheets ?? []) lines.push(...sheetTable(sheet), "");
  if (example.before) lines.push("上次报送：", "", ...table(example.before), "");
  if (example.roster) {
    const entries = example.roster.map(({ name, person = "", phone = "" }) => [name, person, phone]);
    lines.push("部门名录：", "", ...sheetTable([["部门", "专人", "电话"], ...entries]), "");
  }
  return lines;
}

function sheetTable([heading = [], ...rows]: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cellText).join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)];
}

/** Rows of an example beyond which a table tells no more. */
const SHOWN = 6;

function table(rows: readonly ExampleRow[]): string[] {
  const fields = ALL_FIELDS.filter((field) => rows.some((row) => row[field] !== undefined));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const shown = rows.slice(0, SHOWN).map((row) => line(fields.map((field) => cellText(row[field]))));
  const rest = rows.length > SHOWN ? ["", `……共 ${String(rows.length)} 行。`] : [];
  return [line(fields.map(standardHeading)), line(fields.map(() => "---")), ...shown, ...rest];
}

function cellText(content: string | number | undefined): string {
  return content === undefined ? "" : String(content).replace(/\|/g, "\\|");
}
