/** Builds what Excel loads: one classic script for the pane, one for functions alone. */
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type InlineConfig } from "vite";
import { leanRules } from "./leanRules";

/** What the first page may weigh, gzipped: slow machines and slow intranets. */
export const PANE_BUDGET = 250 * 1024;

export interface BuiltScript {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
}

/** Written into the folder as NAME.js. Classic scripts, since Excel's own runtimes and folders without a server know no modules. */
export async function buildScript(entry: string, name: string, folder: string): Promise<BuiltScript> {
  // Vite takes the development build of React where whoever started it had set something else.
  process.env["NODE_ENV"] = "production";
  const config: InlineConfig = {
    configFile: false,
    logLevel: "error",
    root: process.cwd(),
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [leanRules()],
    resolve: { dedupe: ["react", "react-dom"] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2019",
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: path.resolve(entry),
        output: { format: "iife", entryFileNames: `${name}.js` },
        checks: { pluginTimings: false },
        onwarn(warning, warn) {
          // "use client" in libraries means nothing to a page without a server.
          if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
        },
      },
    },
  };
  const output = await build(config);
  const made = (Array.isArray(output) ? output : [output]).flatMap((one) => ("output" in one ? one.output : []));
  const script = made.find((file) => file.type === "chunk");
  if (script?.type !== "chunk") throw new Error(`no script came of ${entry}`);
  return {
    file: `${name}.js`,
    bytes: Buffer.byteLength(script.code),
    gzip: gzipSync(script.code, { level: 9 }).length,
  };
}
