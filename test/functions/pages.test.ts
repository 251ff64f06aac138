import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { functionPages } from "./pages";

const folder = join(process.cwd(), "docs/functions");

test("every function has its help page, and none is stale (npm run docs writes them)", () => {
  const pages = functionPages();
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(readFileSync(join(folder, file), "utf8")).toBe(text);
});
