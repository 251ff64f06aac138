/** What a page of modules fetches by itself: its script and all that this imports, weighed as a server sends them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { parse, type Program } from "acorn";

/** Names relative to the folder, each with its size in gzip; what is imported on demand is left out. */
export function fetchedBy(folder: string, script: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const take = (name: string): void => {
    if (weights.has(name)) return;
    const code = readFileSync(path.join(folder, name), "utf8");
    weights.set(name, gzipSync(code, { level: 9 }).length);
    for (const imported of importedBy(parse(code, { ecmaVersion: "latest", sourceType: "module" })))
      take(path.posix.join(path.posix.dirname(name), imported));
  };
  take(script);
  return weights;
}

function importedBy({ body }: Program): string[] {
  return body.flatMap((statement) =>
    statement.type === "ImportDeclaration" || statement.type === "ExportNamedDeclaration"
      ? typeof statement.source?.value === "string"
        ? [statement.source.value]
        : []
      : [],
  );
}
