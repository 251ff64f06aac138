/** A build plugin: what `?host=wps` shows stands beside the workbench as wps/, made by the very steps that package it for WPS. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Plugin } from "vite";
import { writeAddIn } from "../../taskpane/wps/package";

/** Asks the page around for what WPS puts into a page before any script runs. */
const FURNISH = "window.parent.furnishWps(window);\n";
/** Pages of the add-in, by the script that begins in each. */
const PAGES = { "index.html": '<script src="main.js"', "taskpane.html": '<script src="taskpane.js"' } as const;
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
};

export function wpsFiles(): Plugin {
  let folder = "";
  let isWanted = true;
  let built: Promise<string> | null = null;
  return {
    name: "wps-files",
    configResolved({ root, build, mode }) {
      isWanted = mode !== "package";
      folder = path.resolve(root, build.outDir, "wps");
    },
    async writeBundle() {
      if (isWanted) await writeWpsPages(folder);
    },
    configureServer({ middlewares, config }) {
      middlewares.use("/wps/", (request, response, next) => {
        // Built when it is first asked for: whoever works on the page alone does not wait for it.
        built ??= developed();
        built
          .then((made) => {
            const file = path.join(made, new URL(request.url ?? "/", "http://x").pathname);
            const type = TYPES[path.extname(file)];
            if (type === undefined || !existsSync(file)) return next();
            response.setHeader("content-type", type);
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
  const folder = mkdtempSync(path.join(tmpdir(), "ledger-check-wps-"));
  await writeWpsPages(folder);
  return folder;
}

async function writeWpsPages(folder: string): Promise<void> {
  await writeAddIn(folder);
  writeFileSync(path.join(folder, "furnish.js"), FURNISH);
  for (const [name, first] of Object.entries(PAGES)) {
    const page = path.join(folder, name);
    writeFileSync(page, readFileSync(page, "utf8").replace(first, `<script src="furnish.js"></script>\n    ${first}`));
  }
}
