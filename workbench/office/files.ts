/** A build plugin: what `?host=excel` shows stands beside the workbench as excel/, made by the very steps that package it for Excel. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { buildPane } from "../../taskpane/excel/build";
import { taskpanePage } from "../../taskpane/excel/pages";

const LIBRARY = "node_modules/@microsoft/office-js";
/** What desktop Excel in Chinese asks for, unmodified under its own names. */
const OFFICE_FILES = ["office.js", "excel-win32-16.01.js", "zh-cn/office_strings.js", "en-us/office_strings.js"];
/** Asks the page around for what Excel puts into a page before any script runs. */
const FURNISH = "window.parent.furnishExcel(window);\n";

export function excelFiles(): Plugin {
  let folder = "";
  let isWanted = true;
  let built: Promise<string> | null = null;
  return {
    name: "excel-files",
    configResolved({ root, build, mode }) {
      // A package brings the pane itself, beside the workbench.
      isWanted = mode !== "package";
      folder = path.resolve(root, build.outDir, "excel");
    },
    async writeBundle() {
      if (isWanted) await writeExcelPane(folder);
    },
    configureServer({ middlewares, config }) {
      middlewares.use("/excel/", (request, response, next) => {
        // Built when it is first asked for: whoever works on the page alone does not wait for it.
        built ??= developed();
        built
          .then((made) => {
            const file = path.join(made, new URL(request.url ?? "/", "http://x").pathname);
            if (!existsSync(file)) return next();
            response.setHeader("content-type", file.endsWith(".html") ? "text/html; charset=utf-8" : "text/javascript");
            response.end(readFileSync(file));
          })
          .catch((error: unknown) => {
            config.logger.error(String(error));
            next();
          });
      });
    },
  };
}

async function developed(): Promise<string> {
  const folder = path.resolve("node_modules/.cache/ledger-check/excel");
  rmSync(folder, { recursive: true, force: true });
  await writeExcelPane(folder);
  return folder;
}

async function writeExcelPane(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await buildPane("taskpane/main.excel.tsx", "taskpane", folder);
  for (const name of OFFICE_FILES) cpSync(path.join(LIBRARY, "dist", name), path.join(folder, name));
  cpSync(path.join(LIBRARY, "LICENSE.md"), path.join(folder, "LICENSE.md"));
  writeFileSync(path.join(folder, "furnish.js"), FURNISH);
  writeFileSync(
    path.join(folder, "taskpane.html"),
    taskpanePage().replace(
      '<script src="office.js">',
      '<script src="furnish.js"></script>\n    <script src="office.js">',
    ),
  );
}
