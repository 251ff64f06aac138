#!/usr/bin/env node
/** Starts the command line; builds it first where an installation without scripts has not. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// npm's own scripts work from the sources: they build afresh, whatever shell starts them.
const fresh = process.argv[2] === "--fresh";
if (fresh) process.argv.splice(2, 1);

const built = new URL("../../dist/cli/ledger-check.mjs", import.meta.url);
if (fresh || !existsSync(built)) {
  const { buildSync } = await import("esbuild");
  buildSync({
    entryPoints: {
      "ledger-check": fileURLToPath(new URL("main.ts", import.meta.url)),
      "collect-worker": fileURLToPath(new URL("collectWorker.ts", import.meta.url)),
    },
    outdir: fileURLToPath(new URL(".", built)),
    chunkNames: "[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: otherPackages(),
    logLevel: "warning",
  });
}
if (process.argv[2] !== "--build-only") await import(built.href);

/** What every run needs goes into the file itself: to load zod's many small files took longer than to check a small ledger. */
function otherPackages() {
  const bundled = new Set(["zod", "fflate", "chinese-days"]);
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !bundled.has(name));
}
