#!/usr/bin/env node
/** Starts the command line; builds it first where an installation without scripts has not. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// npm's own scripts work from the sources: they build afresh, whatever shell starts them.
const fresh = process.argv[2] === "--fresh";
if (fresh) process.argv.splice(2, 1);

const built = new URL("../../dist/cli/ledger-check.mjs", import.meta.url);
if (fresh || !existsSync(built)) {
  const { buildSync } = await import("esbuild");
  // What is started, and then what starts it.
  const entryPoints = {
    "collect-worker": fileURLToPath(new URL("collectWorker.ts", import.meta.url)),
    "ledger-check": fileURLToPath(new URL("main.ts", import.meta.url)),
  };
  const outdir = fileURLToPath(new URL(".", built));
  const { metafile, outputFiles } = buildSync({
    entryPoints,
    outdir,
    chunkNames: "[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: otherPackages(),
    logLevel: "warning",
    metafile: true,
    write: false,
  });
  // What both import comes before them: whoever finds the last finds all.
  const turn = ({ path }) => Object.keys(entryPoints).indexOf(basename(path, ".mjs"));
  for (const output of outputFiles.sort((one, other) => turn(one) - turn(other))) writeWhole(output);
  removeFormer(outdir, new Set(Object.keys(metafile.outputs).map((path) => basename(path))));
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

/** Whole or not at all: another run that builds or reads at the same time never meets half of it. */
function writeWhole({ path, contents }) {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${String(process.pid)}.half`;
  writeFileSync(half, contents);
  renameSync(half, path);
}

/** Each change of the sources leaves pieces of another name; those of the last day may still be wanted by a run that goes on. */
function removeFormer(outdir, current) {
  const yesterday = Date.now() - 24 * 3600 * 1000;
  for (const name of readdirSync(outdir)) {
    const path = join(outdir, name);
    const former = current.has(name) ? undefined : statSync(path, { throwIfNoEntry: false });
    if (former && former.mtimeMs < yesterday) rmSync(path, { force: true });
  }
}
