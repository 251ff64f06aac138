/** Builds what Excel loads: the pane as parts, of which the first page needs few; functions alone as one classic script. */
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type InlineConfig, type Rolldown } from "vite";
import { leanRules } from "./leanRules";

/** Where the pane's parts lie beside its page. */
const PARTS = "parts";
/** What a check fetches, and what worksheet functions fetch; all else belongs to the other pages. */
const ENGINE = path.join("taskpane", "engine", "engine.ts");
const FUNCTIONS = path.join("taskpane", "excel", "worksheetFunctions.ts");

/** A classic script begins no thread of modules. */
const WITHOUT_THREADS = [{ find: /^\.\/thread$/, replacement: path.resolve("taskpane", "collect", "noThread.ts") }];

export interface BuiltScript {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
}

export interface BuiltPane {
  /** What the page asks for by itself: the frame and page 校核. */
  readonly first: readonly BuiltScript[];
  /** What the first verdict needs besides: reader, rules, policies. */
  readonly verdict: readonly BuiltScript[];
  /** What worksheet functions need besides. */
  readonly functions: readonly BuiltScript[];
  /** What the other pages ask for when they are opened. */
  readonly later: readonly BuiltScript[];
}

/** One classic script, for hosts that know no modules: Excel's runtime without a page, folders without a server. */
export async function buildScript(entry: string, name: string, folder: string): Promise<BuiltScript> {
  const [script] = await built(entry, folder, { format: "iife", entryFileNames: `${name}.js` });
  if (!script) throw new Error(`no script came of ${entry}`);
  return weighed(script);
}

/** A module and its parts, for hosts that fetch. */
export async function buildPane(entry: string, name: string, folder: string): Promise<BuiltPane> {
  const chunks = await built(entry, folder, {
    format: "es",
    entryFileNames: `${name}.js`,
    chunkFileNames: `${PARTS}/[name]-[hash].js`,
  });
  const left = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  /** The part and all that it imports, once. */
  const taken = (chunk: Rolldown.OutputChunk | undefined): BuiltScript[] => {
    if (!chunk || !left.delete(chunk.fileName)) return [];
    return [weighed(chunk), ...chunk.imports.flatMap((file) => taken(left.get(file)))];
  };
  const partOf = (module: string) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
  const first = taken(chunks.find(({ isEntry }) => isEntry));
  const verdict = taken(partOf(ENGINE));
  const functions = taken(partOf(FUNCTIONS));
  return { first, verdict, functions, later: [...left.values()].map(weighed) };
}

export function gzipOf(scripts: readonly BuiltScript[]): number {
  return scripts.reduce((sum, { gzip }) => sum + gzip, 0);
}

/** Written into the folder. */
async function built(
  entry: string,
  folder: string,
  output: Rolldown.OutputOptions,
): Promise<readonly Rolldown.OutputChunk[]> {
  // Vite takes the development build of React where whoever started it had set something else.
  process.env["NODE_ENV"] = "production";
  const config: InlineConfig = {
    configFile: false,
    logLevel: "error",
    root: process.cwd(),
    // Parts lie wherever the page does.
    base: "./",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [leanRules()],
    resolve: { dedupe: ["react", "react-dom"], alias: output.format === "iife" ? WITHOUT_THREADS : [] },
    // A string that is parsed is read faster than an object that is evaluated, and packs smaller.
    json: { stringify: true },
    // The thread that collects files fetches parts of its own.
    worker: { format: "es" },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2019",
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: path.resolve(entry),
        output,
        checks: { pluginTimings: false },
        onwarn(warning, warn) {
          // "use client" in libraries means nothing to a page without a server.
          if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
        },
      },
    },
  };
  const made = await build(config);
  return (Array.isArray(made) ? made : [made])
    .flatMap((one) => ("output" in one ? one.output : []))
    .filter((file) => file.type === "chunk");
}

function weighed({ fileName, code }: Rolldown.OutputChunk): BuiltScript {
  return { file: fileName, bytes: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length };
}
