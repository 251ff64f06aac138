/** A folder with the page of barePane.ts and the ledgers that it may open, to be served to a browser. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>台账校核</title>
    <style>html, body { height: 100%; margin: 0; } #pane { height: 100%; }</style>
    <script type="module" src="barePane.js"></script>
  </head>
  <body><div id="pane"></div></body>
</html>
`;

/** `ledgers` are paths of workbooks. */
export async function bareFolder(project: string, ledgers: readonly string[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "xm-bare-"));
  mkdirSync(path.join(folder, "ledgers"));
  for (const ledger of ledgers) cpSync(ledger, path.join(folder, "ledgers", path.basename(ledger)));
  await build({
    absWorkingDir: project,
    entryPoints: ["test/browser/barePane.ts"],
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outdir: folder,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  writeFileSync(path.join(folder, "index.html"), PAGE);
  return folder;
}
