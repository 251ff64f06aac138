/** The environment in which the command line dies half-way by itself: a test that killed it might come too late. */
import path from "node:path";

export function diesAfter(parts: number, folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_OPTIONS: `--require ${JSON.stringify(path.resolve("test/cli/diesHalfway.cjs"))}`,
    DIES_AFTER_PARTS: String(parts),
    DIES_COUNTING_IN: path.join(folder, `parts of ${String(++dead)}`),
  };
}

let dead = 0;
