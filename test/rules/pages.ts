/** A page for every rule, and their index: written by `npm run docs`, compared byte by byte by a test. */
import { ALL_FIELDS, fieldTerm, type FieldKey } from "../../src/ledger/fields";
import { standsOnPaper } from "../../src/rules/bases";
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
  lines.push("## 按依据查", "", "规则自己的依据，按文件和条款。", "");
  for (const [document, articles] of byClause()) {
    lines.push(`- ${document}`);
    for (const [article, codes] of articles) {
      const links = [...codes].map(link).join("、");
      lines.push(article === "" ? `  - ${links}` : `  - ${article}：${links}`);
    }
  }
  lines.push("", "## 按政策包查", "", "判断时引用的条目写在政策包里，每条有自己的依据；改政策包即改这些规则。", "");
  lines.push("| 政策包的部分 | 用到它的规则 | 条目所依据的文件 |", "| --- | --- | --- |");
  for (const [part, { title, codes }] of Object.entries(PARTS) as [keyof typeof PARTS, Part][]) {
    const documents = [...new Set(COUNTY[part].map(({ basis }) => cited(basis)))].sort();
    lines.push(`| ${title} | ${codes.map(link).join("、")} | ${documents.join("") || "（尚无条目）"} |`);
  }
  lines.push("", "两次讲话的每一句要求由哪条规则、函数或页面回答，见[讲话要求对照](../speeches.md)。");
  return lines.join("\n") + "\n";
}

interface Part {
  readonly title: string;
  readonly codes: readonly string[];
}

/** Parts of the pack whose entries have clauses of their own, and the rules that judge by them. */
const PARTS = {
  channels: {
    title: "资金渠道",
    codes: ["C201", "C202", "C205", "C207", "C208", "C210", "C211", "C212", "C213", "C214", "F113"],
  },
  negatives: { title: "负面清单", codes: ["C203"] },
  areas: { title: "投向领域", codes: ["C201", "C213", "R503", "S401"] },
  focus: { title: "谋划重点", codes: ["R507"] },
  capitalMinimums: { title: "资本金比例", codes: ["C204"] },
  procedures: { title: "手续时限", codes: ["P303", "P304", "P305", "P306", "P308", "P311"] },
  edges: { title: "手续先后", codes: ["P302", "P303", "P304"] },
  stages: { title: "项目阶段", codes: ["F101", "F113", "P301", "P309", "R502", "R505", "R506"] },
  targets: { title: "储备目标", codes: ["R501"] },
  roster: { title: "部门名录", codes: ["D604", "D606", "R508"] },
  lights: { title: "亮灯办法", codes: ["A802"] },
  ranks: { title: "名次办法", codes: ["A803"] },
  priorities: { title: "数据来源", codes: ["K704"] },
  policies: { title: "政策台账", codes: ["C209", "C210"] },
} as const satisfies Readonly<Record<string, Part>>;

const link = (code: string): string => `[${code}](${code}.md)`;

function cited({ document, number }: { readonly document: string; readonly number?: string | undefined }): string {
  if (!standsOnPaper({ document })) return document;
  return `《${document}》${number ? `（${number}）` : ""}`;
}

/** Document → article → codes; a rule whose clause the pack sets stands under that clause. */
function byClause(): [string, [string, ReadonlySet<string>][]][] {
  const documents = new Map<string, Map<string, Set<string>>>();
  for (const rule of RULES) {
    const basis = basisOf(rule);
    const articles = documents.get(cited(basis)) ?? new Map<string, Set<string>>();
    documents.set(cited(basis), articles);
    const article = basis.article ?? "";
    articles.set(article, (articles.get(article) ?? new Set()).add(rule.code));
  }
  const byName = <T>([a]: [string, T], [b]: [string, T]): number => (a < b ? -1 : 1);
  return [...documents]
    .sort(byName)
    .map(([document, articles]) => [document, [...articles].sort(byName)] as [string, [string, Set<string>][]]);
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
  const read = standsOnPaper(basis) ? ` ${CONFIDENCES[basis.confidence]}。` : "";
  lines.push(`**依据** ${clause(basis, "zh").replace(/^依据：/, "")}${read}`, "");
  if (rule.needs.length > 0) lines.push(`**需要的列** ${needsOf(rule)}`, "");
  const settings = settingsOf(rule.code);
  if (settings !== "") lines.push(`**参数** ${settings}`, "");
  if (first) lines.push(`**怎么办** ${first.how}`, "");
  lines.push(`**何时可以不理会** ${words.ignore}`, "", "## 例子", "", "没有问题：", "");
  for (const example of examplesOf(rule, "good")) lines.push(...shownExample(example));
  lines.push("有问题：", "");
  for (const { example, said } of bad) {
    lines.push(...shownExample(example));
    // Where causes differ, so does what is to be done: the page shows it at each that is not the first's.
    if (said) lines.push(`> ${said.message}${said.how === first?.how ? "" : ` → ${said.how}`}`, "");
  }
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
