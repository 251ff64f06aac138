/** The regular expressions that the program puts together as it runs: what `new RegExp` was given, and where. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";

export interface Built {
  /** src/ledger/row/rows.ts:69 */
  readonly place: string;
  readonly regExp: RegExp;
}

/** Every `new RegExp` that is written in a file, as path:line. */
export function placesOfBuilders(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const places: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      places.push(`${path}:${String(line + 1)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places;
}

/** What is built while the work is done: the modules that it loads are loaded anew. */
export async function builtDuring(work: () => Promise<void>): Promise<Built[]> {
  const built: Built[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const regExp = new target(pattern, flags);
      const place = callerIn(new Error().stack ?? "");
      if (place !== null) built.push({ place, regExp });
      return regExp;
    },
  });
  try {
    await jest.isolateModulesAsync(work);
  } finally {
    globalThis.RegExp = original;
  }
  return built;
}

const OURS = resolve(".");

/** The innermost place of ours but this file. */
function callerIn(stack: string): string | null {
  for (const line of stack.split("\n").slice(1)) {
    const [, path, number] = /\(?([^\s()]+\.tsx?):(\d+):\d+\)?$/.exec(line) ?? [];
    if (path === undefined || number === undefined || path.endsWith("builtExpressions.ts")) continue;
    return path.startsWith(OURS) ? `${path.slice(OURS.length + 1)}:${number}` : null;
  }
  return null;
}
