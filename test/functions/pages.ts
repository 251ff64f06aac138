/** The help pages of worksheet functions, written from the table. */
import { exampleFormula, FUNCTIONS, NAMESPACE } from "../../functions/table";
import type { CellOutput, Parameter, WorksheetFunction } from "../../functions/function";

/** File name → Markdown, the index included. */
export function functionPages(): ReadonlyMap<string, string> {
  return new Map([["README.md", index()], ...FUNCTIONS.map((fn) => [fn.help, page(fn)] as const)]);
}

function index(): string {
  const rows = FUNCTIONS.map((fn) => `| [${fn.name}](${fn.help}) | ${signature(fn)} | ${escaped(fn.description)} |`);
  return [
    "# 工作表函数",
    "",
    `在单元格里输入 \`=${NAMESPACE}.\` 后从列表选取。函数不读系统时间，“今天”请填 \`TODAY()\`；一次给一列，比逐格填公式快。`,
    "",
    "答不出时显示 #N/A，参数不对时显示 #VALUE!，并附一句说明。判断所用的政策包见“当前政策包”。",
    "",
    "| 函数 | 写法 | 给出什么 |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function page(fn: WorksheetFunction): string {
  return [
    `# ${fn.name}（${fn.id}）`,
    "",
    fn.description,
    "",
    `**写法** ${signature(fn)}`,
    "",
    ...parameters(fn),
    "**例子**",
    "",
    "```",
    exampleFormula(fn),
    "```",
    "",
    ...result(fn.example.gives),
    "",
    ...(fn.result.spills ? ["结果占多个单元格，请在右边和下边留出空白。", ""] : []),
    "[全部函数](README.md)",
    "",
  ].join("\n");
}

function signature(fn: WorksheetFunction): string {
  const names = fn.parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name));
  return `\`=${NAMESPACE}.${fn.name}(${names.join(", ")})\``;
}

const TAKES: Readonly<Record<Parameter["takes"], string>> = { cell: "一格", cells: "一格或区域", range: "区域" };

function parameters(fn: WorksheetFunction): string[] {
  if (fn.parameters.length === 0) return [];
  const rows = fn.parameters.map(({ name, description, takes, optional }) => {
    return `| ${name} | ${TAKES[takes]} | ${optional ? "可省略" : "必填"} | ${escaped(description)} |`;
  });
  return ["| 参数 | 给什么 | | 说明 |", "| --- | --- | --- | --- |", ...rows, ""];
}

function result(gives: WorksheetFunction["example"]["gives"]): string[] {
  if (!Array.isArray(gives)) return [`得到：${shown(gives as CellOutput)}`];
  const [first = [], ...rest] = gives as readonly (readonly CellOutput[])[];
  const line = (row: readonly CellOutput[]) => `| ${row.map(shown).join(" | ")} |`;
  return ["得到：", "", line(first), `|${" --- |".repeat(first.length)}`, ...rest.map(line)];
}

function shown(cell: CellOutput): string {
  return escaped(String(cell));
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
