/** The pages of the Excel package: the pane's, and help. Plain HTML, relative addresses, no script but our own. */
import { createHash } from "node:crypto";
import { exampleFormula, FUNCTIONS, NAMESPACE } from "../../functions/table";
import type { WorksheetFunction } from "../../functions/function";
import { excelWords } from "../../src/words/excel";

/**
 * Excel 2016 and 2019 (volume licences) open panes in Internet Explorer's engine, which cannot run the pane's script:
 * this one, in the JavaScript that it knows, says so and where the same check is to be had.
 */
export const TRIDENT_SCRIPT = `(function () {
  if (navigator.userAgent.indexOf("Trident") < 0 && navigator.userAgent.indexOf("MSIE") < 0) return;
  var place = document.getElementById("pane");
  var address = location.href.replace(/[^\\/]*([?#].*)?$/, "") + "workbench/index.html";
  while (place.firstChild) place.removeChild(place.firstChild);
  var sentence = document.createElement("p");
  sentence.appendChild(document.createTextNode("这个版本的 Excel 用 Internet Explorer 显示加载项，台账校核在其中不能运行。请用 Edge、Chrome 或 360 浏览器（极速模式）打开下面的工作台，校核同一份台账："));
  place.appendChild(sentence);
  var field = document.createElement("input");
  field.readOnly = true;
  field.value = address;
  field.style.width = "100%";
  field.onclick = function () { field.select(); };
  place.appendChild(field);
})();`;

export function taskpanePage(): string {
  const hash = createHash("sha256").update(TRIDENT_SCRIPT).digest("base64");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="X-UA-Compatible" content="IE=edge" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>台账校核</title>
    <style>
      html, body { height: 100%; margin: 0; font-family: "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", sans-serif; }
      #pane { height: 100%; }
      #pane > p { margin: 12px; font-size: 14px; line-height: 1.6; }
      #pane > a, #pane > input { margin: 0 12px; font-size: 14px; box-sizing: border-box; }
    </style>
    <script src="office.js"></script>
    <script type="module" src="taskpane.js"></script>
  </head>
  <body>
    <div id="pane"><p>${excelWords("zh").opening}</p></div>
    <script>${TRIDENT_SCRIPT}</script>
  </body>
</html>
`;
}

export function helpPage(): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'" />
    <title>台账校核 帮助</title>
    <style>
      body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.7 "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", sans-serif; }
      h2 { margin-top: 2.5rem; } h3 { margin: 2rem 0 0.25rem; } code { background: #f0f2f1; padding: 0.1em 0.3em; }
      table { border-collapse: collapse; } td, th { border: 1px solid #ccc; padding: 0.2rem 0.6rem; text-align: left; }
    </style>
  </head>
  <body>
    <h1>台账校核</h1>
    <h2>怎样校核一份台账</h2>
    <ol>
      <li>打开项目台账，在“台账校核”选项卡里点“检查本表”。</li>
      <li>面板最上面一行说明能不能报送。点一条问题，光标跳到那一格；下面写着是什么、为什么、怎么改。</li>
      <li>“全部改好”先列出改前和改后，确认后才写；写错了点“撤销本次”。</li>
      <li>不改的，点“暂不处理”，填原因、姓名和期限；到期会再提示。</li>
    </ol>
    <p>数据不离开这台电脑。老版本的 Excel 不能用面板时，请用浏览器打开<a href="workbench/index.html">工作台</a>，结果相同。</p>
    <h2>工作表函数</h2>
    <p>在单元格里输入 <code>=${NAMESPACE}.</code>，从列表选取。一次给一列，比逐格填公式快得多。</p>
${FUNCTIONS.map(functionHelp).join("\n")}
  </body>
</html>
`;
}

function functionHelp(fn: WorksheetFunction): string {
  const rows = fn.parameters.map(
    ({ name, description, optional }) =>
      `<tr><td>${escaped(name)}${optional ? "（可省略）" : ""}</td><td>${escaped(description)}</td></tr>`,
  );
  const table = rows.length === 0 ? "" : `\n    <table>${rows.join("")}</table>`;
  return `    <h3 id="${fn.id}">${fn.name}（${fn.id}）</h3>
    <p>${escaped(fn.description)}</p>${table}
    <p>例：<code>${escaped(exampleFormula(fn))}</code></p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}
